/** The words of generated articles: few are common and many are rare, as in English (Zipf's law). */
import {pick, seeded} from '../plant/words.mjs'

/** @typedef {import('../plant/words.mjs').Random} Random */

/** @param {string} words */
const list = (words) => words.trim().split(/\s+/)

export const nouns = list(`
  harbour bridge council archive engine orchard library market valley signal warehouse garden survey festival
  reservoir tram workshop glacier museum ledger kitchen quarry lantern timetable ferry meadow printer treaty
  furnace chapel beehive compass barrel mill canal granary turbine theatre seminar postcard telescope
  lighthouse cellar railway nursery vineyard tunnel mosaic laboratory bakery ballot charter choir clinic colony
  court cabinet crossing dam dictionary dock draft drill dune estate exhibit factory farm fence fleet forest
  forge fountain gallery gate greenhouse guild hangar hedge herd hive hostel inlet island journal kiln lagoon
  lease lecture loom manual map marsh mast menu mine moor newsletter notebook observatory orchestra outpost
  paddock parade parish path pavilion pier pipeline plaza pottery prairie press prototype pump quay raft ranch
  recipe record reef refinery register relay ridge rota saddle sanctuary sawmill school shelter shore silo
  slope smithy spire spring square stable stage station statue stream studio summit swamp switchboard tannery
  tavern terrace tide tower trail trench trophy vault viaduct village wagon wall watchtower weir well wharf
  windmill workbench yard balcony calendar carriage chronicle circuit cottage curriculum decree depot easel
  envelope
`)

export const verbs = list(`
  opened repaired counted moved painted bought measured replaced closed shared mapped planned tested collected
  described printed covered joined followed crossed raised filled carried delayed funded guarded hosted
  improved inspected inherited installed labelled leased lifted loaded marked mended mentioned noticed offered
  ordered organised outlived owned packed patched photographed planted pledged polished praised published
  pulled pushed questioned rebuilt recorded recovered refused renamed rented restored reviewed sampled
  scheduled searched served shaped sheltered shipped signed sketched sold sorted stored studied supplied
  supported surrounded surveyed taught traced traded trained translated transported trimmed visited warmed
  watched weighed welcomed widened
`)

export const adjectives = list(`
  old northern quiet narrow wooden public annual heavy early broken rural modest careful foreign shallow
  crowded distant empty famous former frozen gentle hidden hollow humid idle joint local loyal minor mobile
  muddy municipal native nearby neat novel outer painted patient plain polished private rapid rare remote rough
  royal rusty rustic seasonal secret silent slender small solid southern spare steep sturdy summer sunny
  temporary tidy tiny upper urban useful vacant vast western wet wild winter yellow
`)

const onsets = list('b br c cl d dr f fl g gr h j k kl l m n p pr r s sk st t tr v w z')
const vowels = list('a e i o u ai ea ie oa ou')
const codas = list('b ck d ft g l ll m n nd nt p r rk s st t th x')
const endings = list('ford ham ley mouth stead ton wick worth by dale field gate haven hurst moor port')

/** Places and firms that no article elsewhere names: the long tail. */
export const names = inventNames(4000)

/**
 * A word of a list whose first words are the common ones: the k-th comes with a probability near 1/(k + 8).
 *
 * @param {readonly string[]} words
 * @param {Random} random
 */
export function zipf(words, random) {
  return /** @type {string} */ (words[Math.floor(8 * (1 + words.length / 8) ** random()) - 8])
}

/** @param {number} count */
function inventNames(count) {
  const random = seeded('names')
  /** @type {Set<string>} */
  const made = new Set()
  while (made.size < count) {
    const stem = pick(onsets, random) + pick(vowels, random) + pick(codas, random)
    const name =
      stem + (random() < 0.3 ? pick(vowels, random) + pick(codas, random) : '') + pick(endings, random)
    made.add(name.charAt(0).toUpperCase() + name.slice(1))
  }
  return [...made]
}
