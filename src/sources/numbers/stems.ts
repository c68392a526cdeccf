const telling =
  'more less fewer least most up out off third thirds quarter quarters fifth half other another both each every per any now then still yet would will can could may might shall should must total totals there here these those even very'

/** Words that tell nothing of what is spoken of: grammar, reporting, and units and scales, which belong to the figures. */
const empty = new Set(
  `a an the this that these those there here and or but so if as at by for from in into of off on onto out to upon with within about
  around over under nearly almost some roughly approximately just than then
  i you he she it we they them his her its their our your my who whom whose which what when where while because since
  is are was were be been being am has have had having do does did done will would can could may might shall should must
  also however still yet now all each every both any another other such very quite even
  according report reported reports reporting say says said saying find finds found finding show shows showed shown showing
  survey study studies research data figure figures statistic statistics number numbers total totals totalled totaled amount
  state states stated note notes noted
  percent per cent percentage point points hundred thousand million millions billion billions trillion dozen
  more less fewer least most up
  one two three four five six seven eight nine ten eleven twelve half third thirds quarter quarters fifth
  reach reached stand stood stands come came account accounted accounts make makes made`.split(/\s+/)
)
// Small words by which two sentences may tell of different things.
for (const word of telling.split(' ')) empty.delete(word)

const irregular = new Map(
  Object.entries({
    rose: 'rise',
    risen: 'rise',
    grew: 'grow',
    grown: 'grow',
    growth: 'grow',
    fell: 'fall',
    fallen: 'fall',
    sold: 'sell',
    bought: 'buy',
    built: 'build',
    spent: 'spend',
    paid: 'pay',
    lost: 'lose',
    held: 'hold',
    kept: 'keep',
    left: 'leave',
    led: 'lead',
    met: 'meet',
    ran: 'run',
    wrote: 'write',
    written: 'write',
    began: 'begin',
    took: 'take',
    taken: 'take',
    gave: 'give',
    went: 'go',
    men: 'man',
    women: 'woman',
    children: 'child',
    people: 'person',
    households: 'household'
  })
)

const letters = /[\p{L}\p{M}]+/gu

/** A word without its ending, so that `schools` is `school` and `walked` is `walk`. */
export function stemOf(lower: string): string {
  const known = irregular.get(lower)
  if (known !== undefined) return known
  let stem = lower
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`
  else if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3)
  else if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2)
  else if (stem.length > 3 && stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1)
  const last = stem.at(-1)
  if (stem.length > 4 && last === stem.at(-2) && last !== 's' && last !== 'l') stem = stem.slice(0, -1)
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem
}

/** The stems of the words of a text that tell what it speaks of, each once, in order. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>()
  for (const [found] of text.matchAll(letters)) {
    const lower = found.toLowerCase()
    if (lower.length > 1 && !empty.has(lower)) stems.add(stemOf(lower))
  }
  return stems
}
