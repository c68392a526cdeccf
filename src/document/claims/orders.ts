import type {WordFacts} from '../prose/word-facts.ts'
import {word} from './words.ts'

/** What recipes and instructions tell the reader to do, where a sentence begins with it; others are in `word.imperative`. */
const orders: ReadonlySet<string> = new Set(
  `align arrange assemble attach bake baste beat bend blanch blend boil bolt braise brew broil brush carve chill chop clamp
  clean clip close coat combine cook cool cover crack crumble crush cut deglaze detach dice dig dip discard disconnect
  dissolve divide drag drain dredge drill drizzle drop dry dust empty fasten finish fit fix flatten flip fold freeze fry
  garnish glaze glue grate grease grill grind hammer hang heat insert knead ladle lay layer lift line log loosen lower mark
  marinate mash melt mince mix moisten mount nail navigate paint parboil peel pinch place plant plug poach pound pour
  preheat press prick pull pulse puree push raise reattach refrigerate reheat release remelt return rinse roast roll rotate
  rub sand sauté saute scoop scrape screw scroll seal sear season secure separate serve sew shake shape shred shut sift
  simmer skim slice slide soak solder spoon spray spread sprinkle squeeze stack steam steep stir stitch strain stretch
  stuff swipe swirl tap taste tear thread tie tighten tilt toast toss transfer trim tuck twist unplug unscrew warm wash
  water weigh whip whisk wind wipe wrap`.split(/\s+/)
)

/** Whether a sentence that begins with a word tells its reader what to do: “Open”, “Simmer”. */
export function isOrder({bits, key}: Pick<WordFacts, 'bits' | 'key'>): boolean {
  return (bits & word.imperative) !== 0 || orders.has(key)
}

/** “Cover the pan”, “Wrap it up”: no noun has such a word behind it. */
const objects: ReadonlySet<string> = new Set(
  'the a an it them all both each every your this these some'.split(' ')
)

/** What cooks alone are told: “Bake at 200 °C”, “Simmer for an hour”. */
const ofKitchen: ReadonlySet<string> = new Set(
  'bake boil braise chill fry grill knead marinate preheat refrigerate reheat roast sauté saute serve simmer whisk'.split(
    ' '
  )
)
const howLong: ReadonlySet<string> = new Set('at for on over until with'.split(' '))
/** “Then bake”, “Finally cover” */
const next: ReadonlySet<string> = new Set('then next now finally first'.split(' '))

/** Whether a sentence hands its reader a step to do. */
export function handsOver(facts: readonly Pick<WordFacts, 'key'>[]): boolean {
  const from = next.has(facts[0]?.key ?? '') ? 1 : 0
  const [order, second] = [facts[from]?.key, facts[from + 1]?.key]
  if (order === undefined || second === undefined || !orders.has(order)) return false
  return objects.has(second) || (ofKitchen.has(order) && howLong.has(second))
}

/** Words before "should" that make it what somebody else says, leave it in a part of the sentence, or speak of people at large. */
const beforeAdvice =
  /\b(?:adults?|although|are|argues?|babies|because|believes?|children|claims?|everybody|everyone|finds?|found|had|has|have|if|infants?|is|men|patients?|people|recommends?|said|says|show|shows|suggests?|teens?|that|think|warns?|was|were|when|where|which|while|who|why|women)\b/i
const because = /\b(?:as|because|for which|since|so that|which)\b/i

/** Whether a sentence says what ought to be done: "Bakers should rest for 2 days". Who advises is who wrote it. */
export function isAdvice(text: string): boolean {
  const at = text.indexOf(' should ')
  return (
    at > 0 && !beforeAdvice.test(text.slice(0, at)) && !because.test(text.slice(at)) && !/[“”"]/.test(text)
  )
}
