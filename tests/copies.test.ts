import {describe, expect, it} from 'vitest'
import {type CopyMatch, type CopyOptions, findCopies as findInRows} from '../src/document/copies/copies.ts'
import {createWordRows} from '../src/document/copies/word-rows.ts'
import {toKey} from '../src/document/prose/words.ts'

const mill =
  'The old mill stands where the river bends, and for three hundred years it ground the barley of the valley. ' +
  'When the railway came, flour arrived in sacks from the coast, the stones were sold to a museum, and the last ' +
  'miller, a quiet woman, opened a bakery in the empty building with a loan from her brother.'
const harbour =
  'Nobody expected the harbour to freeze that winter. Ships waited outside the breakwater for eleven days while men ' +
  'with saws cut a channel through the ice, and the price of coal in the town doubled before the first barge got in.'
const bees =
  'A hive in winter is not asleep. The bees hang together in a loose ball around the queen, shiver to keep it warm, ' +
  'and move across the combs as the honey beside them is eaten.'
const short = 'Tickets are sold at the door from noon and cost nothing for children.'

const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu) ?? []).map(toKey)
const findCopies = (paragraphs: string[][], options?: Partial<CopyOptions>) =>
  findInRows(createWordRows(paragraphs.map((keys) => [{words: keys.map((key) => ({key}))}])), options)
const find = (texts: string[], options?: Partial<CopyOptions>) => findCopies(texts.map(wordsOf), options)
const repeated = (texts: string[], match: CopyMatch | undefined) =>
  wordsOf(texts[match?.copy ?? -1] ?? '')
    .slice(match?.from, match?.to)
    .join(' ')
const plain = (text: string) => wordsOf(text).join(' ')

function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** Made-up words, every other one a function word, so that random texts have the mixture of real ones. */
function writer(seed: number) {
  const random = randomFrom(seed)
  const syllables = ['ba', 'ko', 'mi', 'ru', 'sel', 'tan', 'vo', 'pli', 'gra', 'dun', 'fe', 'hol']
  const little = [
    'the',
    'of',
    'and',
    'a',
    'to',
    'in',
    'is',
    'that',
    'for',
    'with',
    'its',
    'was',
    'by',
    'which'
  ]
  const pick = (list: readonly string[]) => list[random(list.length)] ?? ''
  const word = () => (random(2) === 0 ? pick(little) : pick(syllables) + pick(syllables) + pick(syllables))
  const paragraph = (length: number) => Array.from({length}, word)
  return {random, word, paragraph}
}

describe('toKey', () => {
  it('takes case and typographic apostrophes away and keeps diacritics', () => {
    expect(['Mill’s', 'ʼTIS', 'Émile', 'Cafe\u0301', '3.5'].map(toKey)).toEqual([
      "mill's",
      "'tis",
      'émile',
      'café',
      '3.5'
    ])
  })
})

describe('repeats that are meant', () => {
  const meant =
    (pairs: string) =>
    ({copy, original}: CopyMatch) =>
      pairs.includes(`${original}${copy}`)
  const pairsOf = (texts: string[], pairs: string) =>
    find(texts, {isMeant: meant(pairs)}).map(({copy, original, kind}) => `${original}${copy} ${kind}`)

  it('are no copies, and the next one of the same words may be a copy of either', () => {
    expect(pairsOf([mill, harbour, mill, mill], '')).toEqual(['02 exact', '03 exact'])
    expect(pairsOf([mill, harbour, mill, mill], '02')).toEqual(['03 exact'])
    expect(pairsOf([mill, harbour, mill, mill], '02 03')).toEqual(['23 exact'])
    expect(pairsOf([mill, harbour, mill, mill], '02 03 23')).toEqual([])
  })

  it('leave a copy of another paragraph inside the same one', () => {
    const both = `${mill} And then there is the sea. ${harbour}`
    expect(pairsOf([mill, harbour, both], '')).toEqual(['02 contained'])
    expect(pairsOf([mill, harbour, both], '02')).toEqual(['12 contained'])
    expect(pairsOf([mill, harbour, both], '02 12')).toEqual([])
  })

  it('are asked for a few times for each paragraph', () => {
    let asked = 0
    const isMeant = () => {
      asked++
      return true
    }
    expect(find(new Array<string>(400).fill(mill), {isMeant})).toEqual([])
    expect(asked).toBeLessThanOrEqual(400 * 8)
  })
})

describe('verbatim copies', () => {
  it('finds a paragraph that stands again', () => {
    expect(find([mill, harbour, mill.toUpperCase(), bees])).toEqual([
      {copy: 2, original: 0, kind: 'exact', from: 0, to: wordsOf(mill).length, similarity: 1}
    ])
  })

  it('points every copy to the first one', () => {
    expect(find([bees, mill, bees, bees]).map(({copy, original}) => [copy, original])).toEqual([
      [2, 0],
      [3, 0]
    ])
  })

  it('leaves short paragraphs alone', () => {
    const eleven = 'The bus to the lake leaves every hour from the square'
    expect(wordsOf(eleven)).toHaveLength(11)
    expect(find([eleven, mill, eleven])).toEqual([])
    expect(find([eleven, mill, eleven], {minWords: 11})).toHaveLength(1)
    expect(find([`${eleven} today`, mill, `${eleven} today`])).toHaveLength(1)
    expect(find([])).toEqual([])
  })

  it.each([
    ['before', [`Ice in the Port ${harbour} A Hard Spring`, bees, harbour], 0, 2],
    ['after', [harbour, bees, `Ice in the Port ${harbour} A Hard Spring`], 2, 0]
  ])('calls the glued paragraph the copy, %s its clean original', (_, texts, copy, original) => {
    const matches = find(texts)
    expect(matches).toHaveLength(1)
    expect(matches[0]).toMatchObject({copy, original, kind: 'contained', from: 4, similarity: 1})
    expect(repeated(texts, matches[0])).toBe(plain(harbour))
  })

  it('finds a short paragraph in a little longer one, not in a long one', () => {
    expect(wordsOf(short)).toHaveLength(13)
    expect(find([short, `How to Get In ${short}`])).toMatchObject([
      {copy: 1, kind: 'contained', from: 4, to: 17}
    ])
    expect(find([short, `${bees} ${short}`])).toEqual([])
    expect(find([bees, `${mill} ${bees}`])).toMatchObject([{copy: 1, original: 0, kind: 'contained'}])
  })

  it('takes the longest of the paragraphs that are glued together', () => {
    const matches = find([`${mill} ${bees}`, mill, bees])
    expect(matches).toMatchObject([{copy: 0, original: 1, kind: 'contained', from: 0}])
  })
})

describe('reworded copies', () => {
  const reworded = mill
    .replace('river bends', 'stream bends')
    .replace('ground the barley', 'milled all barley')
    .replace('a quiet woman', 'a woman')
    .replace('with a loan', 'with a small loan')

  it('finds a lightly reworded paragraph', () => {
    const [match, ...more] = find([mill, harbour, reworded])
    expect(more).toEqual([])
    expect(match).toMatchObject({copy: 2, original: 0, kind: 'near', from: 0, to: wordsOf(reworded).length})
    expect(match?.similarity).toBeGreaterThan(0.85)
    expect(match?.similarity).toBeLessThan(1)
  })

  it('finds it between two headings, before or after its original', () => {
    const glued = `From Stone to Oven ${reworded} What the Museum Paid`
    for (const texts of [
      [mill, bees, glued],
      [glued, bees, mill]
    ]) {
      const [match, ...more] = find(texts)
      expect(more).toEqual([])
      expect(texts[match?.copy ?? -1]).toBe(glued)
      expect(match?.kind).toBe('near')
      expect(repeated(texts, match)).toBe(plain(reworded))
    }
  })

  it('needs more words than a verbatim one', () => {
    const changed = short.replace('sold at', 'handed out at').replace('and cost', 'they cost')
    expect(find([short, changed])).toEqual([])
    expect(find([mill, reworded], {nearMinWords: 80})).toEqual([])
    expect(find([mill, reworded], {containment: 0.95})).toEqual([])
  })

  it('needs a higher share in a short text', () => {
    const changed = bees.replace('a loose ball', 'a ball').replace('to keep it warm', 'for warmth')
    expect(find([bees, mill, changed])).toEqual([])
    expect(find([`${bees} ${harbour}`, mill, `${changed} ${harbour}`])).toMatchObject([
      {copy: 2, kind: 'near'}
    ])
  })

  it('counts changes that stand close together one by one', () => {
    const words = wordsOf(mill)
    const gone = words.filter((_, i) => ![10, 12, 14, 30, 32].includes(i))
    const [match] = findCopies([words, wordsOf(bees), gone])
    expect(match?.similarity).toBeCloseTo(gone.length / words.length)
  })

  it('is found where a few words were moved from one end to the other', () => {
    const moved = [...wordsOf(mill), 'one', 'of', 'the', 'oldest']
    const [match] = findCopies([['one', 'of', 'the', 'oldest', ...wordsOf(mill)], moved])
    expect(match).toMatchObject({copy: 1, original: 0, kind: 'near'})
  })

  it('is found among paragraphs that share most of their words', () => {
    const forms = Array.from({length: 8}, (_, i) => [...wordsOf(mill), ...writer(i).paragraph(40)])
    const changed = forms.map((words) => words.with(70, 'but').with(75, 'small').with(81, 'no'))
    expect(forms.map((_, i) => findCopies([...forms, changed[i] ?? []])[0]?.original)).toEqual([
      ...forms.keys()
    ])
  })

  it('tells a blank filled twice from a word of the subject that gave way', () => {
    const changed = bees.replace('hive', 'swarm').replace('queen', 'mother')
    expect(find([bees, mill, changed])).toEqual([])
    expect(find([bees, 'How a hive gets a queen', changed])).toMatchObject([
      {copy: 2, original: 0, kind: 'near'}
    ])
  })

  it('takes changed words at the ends along', () => {
    const changed = wordsOf(mill).with(0, 'that').with(-1, 'family')
    const [match] = findCopies([wordsOf(mill), ['stones', 'and', 'bread', ...changed, 'a', 'new', 'harbour']])
    expect(match).toMatchObject({copy: 1, original: 0, kind: 'near', from: 3, to: 3 + changed.length})
  })

  it('prefers a verbatim original', () => {
    const glued = `From Stone to Oven ${mill} What the Museum Paid`
    expect(find([glued, reworded, mill])).toMatchObject([
      {copy: 0, original: 2, kind: 'contained'},
      {copy: 2, original: 1, kind: 'near'}
    ])
  })

  it('is not looked for in a paragraph of more than twice its length', () => {
    const changed = bees.replace('loose ball', 'dense ball').replace('the honey', 'honey')
    expect(find([bees, changed])).toHaveLength(1)
    expect(find([bees, `${harbour} ${changed} ${mill}`])).toEqual([])
  })

  it('keeps away from texts that share a sentence or a subject', () => {
    const [first = ''] = mill.split(/(?<=\.) /)
    const other = `${first} ${harbour}`
    const again =
      'The mill by the bend of the river worked for three centuries. Then trains brought cheaper flour, its stones went ' +
      'to a museum, and the woman who had run it last borrowed money from her brother and began to bake bread there.'
    expect(find([mill, other])).toEqual([])
    expect(find([mill, again])).toEqual([])
  })
})

describe('patterns', () => {
  it.each([
    [
      'install notes',
      'To install the tool on macOS, open a terminal, run brew install lathe, and restart the shell so that the new path is found.',
      'To install the tool on Windows, open a console, run choco install lathe, and restart the shell so that the new path is found.',
      'To install the tool on Debian, open a terminal, run apt install lathe, and restart the shell so that the new path is found.'
    ],
    [
      'one word of a definition',
      'An opening fence is a line of three or more marks that is closed by a line of the same marks or by the end of the text.',
      'An inner fence is a line of three or more marks that is closed by a line of the same marks or by the end of the text.'
    ],
    [
      'numbers',
      'In the north 41 % of the farms are smaller than 5 hectares, 17 % keep goats, and the yield rose by 3 % a year since the dam was built upstream.',
      'In the north 29 % of the farms are smaller than 8 hectares, 12 % keep goats, and the yield rose by 6 % a year since the dam was built upstream.'
    ],
    [
      'numbers and a word',
      'Figure 4 shows the share of each fuel in the power of the northern grid, by month, with the figures of the operator; ' +
        'imports over the two lines to the south are counted as coal, and the losses of the lines are left out of every bar in the chart.',
      'Figure 7 shows the share of each fuel in the power of the island grid, by month, with the figures of the operator; ' +
        'imports over the two lines to the south are counted as coal, and the losses of the lines are left out of every bar in the chart.'
    ],
    [
      'numbers and an edit',
      'In May 214 ships called at the port, 31 more than in the year before; 66 of them were tankers, and the pilots were ' +
        'out for 905 hours, which is more than they are allowed to work, so that two were hired from the next port up the coast.',
      'In June 187 ships called at the port, 12 more than in the year before; 58 of them were tankers, and the pilots were ' +
        'out for 880 hours, which is still more than they are allowed to work, so that two were hired from the next port up the coast.'
    ],
    [
      'the same swap again',
      'The option handler gets the raw text of the option and the value the option had before, and what it returns becomes ' +
        'the new value; when it throws, the option keeps the value it had, and the message of the error is shown to the user.',
      'The command handler gets the raw text of the command and the value the command had before, and what it returns becomes ' +
        'the new value; when it throws, the command keeps the value it had, and the message of the error is shown to the user.'
    ],
    [
      'a crossed swap',
      'A rising edge is one that comes after silence and before sound, or one that comes after silence and is itself marked as loud, ' +
        'unless the whole of the bar it stands in has been muted by the player, in which case it is never counted at all.',
      'A rising edge is one that comes before silence and after sound, or one that comes before silence and is itself marked as loud, ' +
        'unless the whole of the bar it stands in has been muted by the player, in which case it is never counted at all.'
    ],
    [
      'change notes',
      'Fixed a crash when a table without a header row was pasted into a cell that already held a nested list (reported by a user).',
      'Fixed a hang when a picture without an alternative text was dropped onto a cell that already held a nested table (reported by a user).'
    ],
    [
      'steps of a recipe',
      'For the dark loaf, mix the rye with water, leave it in a warm place overnight, and bake it in a covered pot for 55 minutes.',
      'For the light loaf, mix the wheat with milk, leave it in a cool place overnight, and bake it in a covered pot for 35 minutes.'
    ]
  ])('are no copies: %s', (_, ...texts) => {
    for (const text of texts) expect(wordsOf(text).length).toBeGreaterThanOrEqual(20)
    expect(find([harbour, ...texts, mill])).toEqual([])
  })

  it('are known by the names that differ', () => {
    const of = (country: string, town: string) =>
      `The archive of ${country} is open to anybody who writes a letter two weeks ahead and says which boxes are wanted. ` +
      `Copies are made by the staff and sent by post, and what was found abroad can be read on the screens in ${town} too.`
    const texts = [of('Latvia', 'Riga'), bees, of('Estonia', 'Tartu')]
    expect(find(texts, {names: new Set(['latvia', 'riga', 'estonia', 'tartu'])})).toEqual([])
    expect(find(texts)).toMatchObject([{copy: 2, original: 0, kind: 'near'}])
  })

  it('are not seen in a long text that differs in one number only', () => {
    const long = `${mill} ${bees} ${harbour}`
    expect(find([long, long.replace('eleven', '12').replace('three hundred', '300')])).toHaveLength(1)
  })
})

describe('planted copies', () => {
  const tenth = (length: number) => Math.round(length / 10)
  type Writer = ReturnType<typeof writer>
  const places = ({random}: Writer, length: number) => {
    const chosen = new Set<number>()
    while (chosen.size < tenth(length)) chosen.add(random(length))
    return chosen
  }
  const replace = (by: Writer, text: string[]) => {
    const at = places(by, text.length)
    return text.map((word, i) => (at.has(i) ? by.word() : word))
  }
  const glue = (by: Writer, text: string[]) => [
    ...by.paragraph(2 + by.random(5)),
    ...text,
    ...by.paragraph(2 + by.random(5))
  ]
  it.each<[string, (by: Writer, text: string[]) => string[]]>([
    ['whole', (_, text) => [...text]],
    ['glued', glue],
    ['one word in ten replaced', replace],
    ['glued, one word in ten replaced', (by, text) => glue(by, replace(by, text))],
    [
      'one word in ten left out',
      (by, text) => {
        const at = places(by, text.length)
        return text.filter((_, i) => !at.has(i))
      }
    ],
    [
      'one word in ten put in',
      (by, text) => {
        const at = places(by, text.length)
        return text.flatMap((word, i) => (at.has(i) ? [by.word(), word] : [word]))
      }
    ]
  ])('are found: %s', (_, change) => {
    const by = writer(11)
    let found = 0
    let others = 0
    for (let round = 0; round < 300; round++) {
      const paragraphs = Array.from({length: 12}, () => by.paragraph(24 + by.random(60)))
      const original = by.random(12)
      const copy = change(by, paragraphs[original] ?? [])
      paragraphs.push(copy)
      const matches = findCopies(paragraphs)
      // With two words gone from its end the copy may pass for the clean one.
      const hit = matches.some(
        (match) => [match.copy, match.original].sort((a, b) => a - b).join() === `${original},12`
      )
      if (hit) found++
      others += matches.length - (hit ? 1 : 0)
    }
    expect(found).toBeGreaterThanOrEqual(294)
    expect(others).toBe(0)
  })

  it('give one match each, in order, with true ranges and without a circle', () => {
    const by = writer(5)
    for (let round = 0; round < 200; round++) {
      const paragraphs = Array.from({length: 3}, () => by.paragraph(14 + by.random(40)))
      while (paragraphs.length < 14) {
        const text = paragraphs[by.random(paragraphs.length)] ?? []
        const changed =
          [[...text], glue(by, text), replace(by, text), text.slice(by.random(6))][by.random(4)] ?? []
        paragraphs.splice(by.random(paragraphs.length + 1), 0, changed)
      }
      const matches = findCopies(paragraphs)
      const originals = new Map(matches.map(({copy, original}) => [copy, original]))
      expect([...originals.keys()]).toEqual([...originals.keys()].sort((a, b) => a - b))
      expect(originals.size).toBe(matches.length)
      for (const {copy, original, kind, from, to, similarity} of matches) {
        const part = (paragraphs[copy] ?? []).slice(from, to)
        expect(part).toHaveLength(to - from)
        if (kind === 'near') expect(similarity).toBeGreaterThanOrEqual(0.8)
        else expect(part).toEqual(paragraphs[original])
        let at: number | undefined = original
        for (let steps = 0; at !== undefined; steps++) {
          expect(steps).toBeLessThan(paragraphs.length)
          at = originals.get(at)
        }
      }
    }
  })
})

describe('cost', () => {
  const boilerplate = writer(1).paragraph(45)
  const shapes: [string, (count: number) => string[][]][] = [
    ['different paragraphs', (count) => Array.from({length: count}, (_, i) => writer(i).paragraph(60))],
    ['equal paragraphs', (count) => Array.from({length: count}, () => boilerplate)],
    [
      'shared boilerplate',
      (count) => Array.from({length: count}, (_, i) => [...boilerplate, ...writer(i).paragraph(15)])
    ],
    [
      'one word',
      (count) => Array.from({length: count}, (_, i) => new Array<string>(12 + (i % 50)).fill('la'))
    ],
    [
      'two long paragraphs',
      (count) => {
        const text = writer(1).paragraph(count * 30)
        return [text, text.map((word, i) => (i % 11 ? word : writer(i).word()))]
      }
    ],
    [
      'one page and its parts',
      (count) => {
        const parts = Array.from({length: count / 2}, (_, i) => writer(i).paragraph(60))
        return [parts.flat(), ...parts]
      }
    ]
  ]
  const seconds = (paragraphs: string[][]) => {
    const start = process.cpuUsage()
    findCopies(paragraphs)
    const {user, system} = process.cpuUsage(start)
    return (user + system) / 1e6
  }

  it.each(shapes)('grows with the words: %s', {retry: 3}, (_, make) => {
    const [few, many] = [make(100), make(400)]
    // In turn, and the best of each: the machine has other work.
    const rounds = Array.from({length: 40}, () => [seconds(few), seconds(many)] as const)
    const [short, long] = [Math.min(...rounds.map(([a]) => a)), Math.min(...rounds.map(([, b]) => b))]
    expect(long / short).toBeLessThanOrEqual(5)
  })

  it.each(shapes)('takes less than half a second for 5,000 paragraphs: %s', {retry: 3}, (_, make) => {
    expect(seconds(make(5000))).toBeLessThan(0.5)
  })
})
