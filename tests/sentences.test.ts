import {describe, expect, it} from 'vitest'
import {splitSentences} from '../src/document/prose/sentences.ts'
import {countWords, splitWords} from '../src/document/prose/words.ts'

/** Each row is a text; `‖`, where one sentence ends and the next begins, is not part of the text. */
const english = {
  plain: [
    'The oven is hot. ‖The bread is not.',
    'Who baked it? ‖Nobody knows! ‖Ask the miller.',
    'One sentence without an end',
    '  Blanks around it.  ‖ Two before this one.  ',
    'A line break\nis a blank. ‖So is\nthis one.',
    'A sentence ends here.\n‖The next line begins another.',
    'A blank line ends it\n\n‖even before a small letter.',
    'So does one with blanks.\n \t\n‖and no capital.',
    'Windows lines too\r\n\r\n‖Are read.',
    'Mail us e.g.\n\n‖Tomorrow.',
    'What?! ‖Never!! ‖Well.',
    'The mill stood still. ‖12 men repaired it.',
    'He paid little. ‖$5 was enough.',
    'It rained. ‖— The end',
    'It rained. —',
    'It rained! 🎉',
    'Été comme hiver. ‖Élodie skates. ‖Ärger follows.',
    'The dough was wet.‖The fire went out.',
    'Was it wet?‖It was, etc.‖But not for long.',
    'A full stop stands alone . ‖It does.'
  ],
  titles: [
    'Dr. Adams met Mrs. Baker and Sen. Cole. ‖They talked.',
    'Gov. Lane and Lt. Col. Dunn agreed.',
    'Prof. The Anh teaches in Hanoi.',
    'Messrs. Finch and Gray sold the Rev. Hale a horse.',
    'MR. AND MRS. STONE LEFT. ‖NOBODY SAW THEM.'
  ],
  references: [
    'See Fig. 3 for the curve. ‖It falls.',
    'See Fig. B and Eq. 4. ‖Both hold.',
    'The map (Fig. 2) is old. ‖Vol. II has a new one.',
    'Read pp. 12 and p. 14, Sec. 3, No. 7.',
    'They played Op. 27, No. 2, and Opp. 10 and 25. ‖Nobody slept.',
    'Lane et al. (2020) showed it. ‖Others did not.',
    'It was shown by Lane et al. ‖The method is old.',
    'It takes approx. 3.5 hours, ca. 2 of them in the oven.',
    'Bees, e.g. Apis, and flies, i.e. Diptera, came.',
    'Bread vs. Cake is an old debate, cf. Lane.',
    'Lane v. Stone was decided in 1990. ‖Stone lost.',
    'Is it wet? ‖No. ‖The oven dried it.',
    'He said no. ‖Mary said yes.',
    'They met on Jan. 5 and again in Feb. ‖Mary was late.',
    'The board is 5 ft. 3 in. long.',
    'Call ext. 12 or tel. 555.',
    'They studied modern art. ‖Painters came.',
    'Many spp. are rare, incl. the red ones.'
  ],
  soft: [
    'He works at Acme Inc. ‖The firm is old.',
    'Acme Inc. Chairman Bob Lane resigned.',
    'Acme Ltd. and Baker Co. merged. ‖It was quick.',
    'She moved to the U.S. ‖He stayed in the U.K. ‖They write.',
    'The U.S. Senate met. ‖The U.S. is large.',
    'He came at 5 p.m. ‖It was dark.',
    'He came at 5 p.m. Monday.',
    'They sell flour, salt, etc. ‖Bakers buy it.',
    'They sell flour, etc. to bakers.',
    'Tools (saws, axes, etc.) Lane bought were cheap.',
    'Martin Lane Jr. Park is green. ‖I like Martin Lane Jr. ‖He is kind.',
    'She holds a Ph.D. ‖In 1990 she left.',
    'She holds a Ph.D. in baking and an M.Sc. from Leeds.',
    'He lives on Main St. ‖The house is blue.',
    'St. Mary stands on Elm Ave. near Mt. Hope.',
    'The U.S. Open is in New York. ‖No U.S. All-Star came.',
    'In Washington, D.C. ‖This is common. ‖It is not in Portland, Ore.',
    'Lane (a.k.a. Big Bob) left for the U.S.A. ‖When he came back, he was rich.'
  ],
  initials: [
    'J. R. Smith wrote it. ‖J.R.R. Tolkien did not.',
    'It was written by A. Lane and B. C. Dunn.',
    'John D. Stone drilled for oil. ‖He found it.',
    'They lack vitamin D. ‖People need it.',
    'He took point A. ‖Mary took point B.',
    'This is plan B. ‖It is worse.',
    'She is taller than I. ‖Mary is shorter.',
    'It began after World War I. ‖Germany was poor.',
    'They found E. coli in it. ‖C. elegans was absent.'
  ],
  numbers: [
    'It grew by 3.5 percent. ‖Version v1.2. ‖Nothing else.',
    'He ran in 2019. ‖Then he stopped.',
    'Add 0.5 g. ‖.5 g more is too much.',
    'It costs 1,000.50 dollars. ‖That is 5. ‖Not 6.',
    '1. Mix the flour. ‖2. Add water. ‖3. Wait.',
    'a. Mix the flour. ‖b. Bake it.',
    'IV. The bakers of the town',
    '1.2. Flour and its kinds',
    'Q2. Who bakes? ‖A. The miller.',
    'He is No. 1. ‖She is No. 2.',
    '(1. Mix it.)',
    'Step 2. Cut the bread. ‖Step 3. Eat it.',
    'Table 1. Results of the test',
    'It came second. ‖Third was Lane.'
  ],
  names: [
    'Node.js is quick. ‖See example.com. ‖Or edit main.c and tsconfig.json.',
    'It runs on Node.js. ‖Nobody minds.',
    'Rocket.Chat is a chat. ‖ASP.NET is not.',
    'It is quick. ‖.NET is quicker.',
    'Sales fell. ‖iPhone sales rose. ‖eBay was calm.',
    'The build was broken. ‖npm refused to run.',
    'It was found. ‖mRNA was not.',
    'Yahoo! said it was sold. ‖Yahoo! Mail is free. ‖I use Yahoo! ‖You do too.',
    'The Jeopardy! host smiled.',
    'Ask http://example.com/?q=a.B!c now. ‖It answers.',
    'The M.O.C.C. ‖The van has a roof.'
  ],
  ellipses: [
    'Well… he thought. ‖Nothing came.',
    'He waited… ‖Nobody came.',
    'He waited... ‖Nobody came.',
    'Well... I think so. ‖You know... I do.',
    'It was . . . odd. ‖She left.',
    'I meant it. . . . ‖She left.',
    'He went to ... Paris that day.',
    '...and then it rained.',
    '“… and then it rained.” ‖She slept.',
    'One, two, three... 10 in all.',
    'They left.... ‖Nobody cared.',
    'The mill burned. ‖[…] The miller fled.',
    'The mill […] The Old One burned.'
  ],
  quotes: [
    '“Bread is cheap.” ‖She smiled.',
    '"Bread is cheap." ‖She smiled.',
    "'Bread is cheap.' ‖She smiled.",
    '«Bread is cheap.» ‖She smiled.',
    '« Is it cheap ? » ‖She smiled.',
    '“Is it cheap?” she asked. ‖“Very!” he said.',
    '"Is it cheap?" she asked.',
    '"I like it." she said.',
    '“Is it cheap?” Mary asked. ‖“Very!” Bob Lane said.',
    '“Is it cheap?” I wondered.',
    '“Is it cheap?” ‖Mary went home.',
    '“It is,” he said. ‖“You know it.” ‖“I do.”',
    'He said, “Go home!” ‖Then he slept.',
    'It was ‘wet’. ‖So was he.',
    'It was the boys’. ‖Nobody took it.',
    'They saw it. ‖“It” was a bird.',
    'They saw it. ‖(It was a bird.) ‖They left.',
    'He asked "why? how? when?" and left.'
  ],
  brackets: [
    'He left (he was tired. It was late) and slept.',
    'He left (at last!) and slept. ‖She did not.',
    'He (really?) Loves bread.',
    'He left (in a hurry.) ‖Lane did not.',
    'He did it (did he?). ‖She saw it.',
    'He did it (did he?) ‖She saw it.',
    '(He left. ‖She came.) ‖They met.',
    'He left [see the note. It is long] at once.',
    'He left (see Lane (2020). It is long) at once. ‖She came.',
    'He left (and never closed it. ‖She came. ‖They met.',
    'He left) and never opened it. ‖She came.',
    'One (two. ‖Three. ‖Four. ‖Five. ‖Six. ‖Seven. ‖Eight) nine.',
    'He left (in a hurry.\n\n‖She came) at once.',
    'He (!) said so. ‖She (?) did not.'
  ],
  citations: [
    'It is wet.[1] ‖Fire is hot.[2][3] ‖Air is thin.',
    'It is wet.[12, 13] ‖Fire is hot.[4–6]',
    'It is wet. [1] ‖Fire is hot. [2, 3]',
    'It is wet.[citation needed] ‖Fire is hot.',
    'It is wet.[^1] ‖Fire is hot.² ‖Air is thin.†',
    '“It is wet.”[1] ‖Fire is hot.',
    '[1] A. Lane, Bread. ‖[2] B. Stone, Cake.',
    'It is wet [1]. ‖Fire is hot [@lane2020].',
    'It is wet (Lane 2020). ‖Fire is hot.'
  ],
  scripts: [
    '水は冷たい。‖火は熱い。',
    '是吗？‖是！‖好。',
    'He wrote 「好。」‖Then he left.',
    'It is called 水. ‖火 is hot.'
  ]
}

const others: [language: string, row: string][] = [
  ['de', 'Am 3. Oktober kam Dr. Lang. ‖Er blieb z.B. bis Mai.'],
  ['de-AT', '„Warum?“ fragte er. ‖Niemand sprach.'],
  ['fr', 'M. Petit est venu. ‖« Pourquoi ? » dit-il. ‖Il part !'],
  ['es', 'Sra. Ruiz duerme. ‖¿Por qué? ‖¡No sé! ‖Fin.'],
  ['ja', '雨が降る。‖「寒い。」‖彼は帰った。'],
  ['it', 'Una riga\nsola. ‖Poi altro\n\n‖ancora.'],
  ['none of your business', 'Uno. ‖Due.']
]

const textOf = (row: string): string => row.replaceAll('‖', '')
const sentencesOf = (row: string): string[] => row.split('‖').map((part) => part.trim())
const split = (text: string, language?: string): string[] =>
  splitSentences(text, language).map(([start, end]) => text.slice(start, end))

function expectTiling(text: string, language?: string): void {
  let last = 0
  for (const [start, end] of splitSentences(text, language)) {
    const sentence = text.slice(start, end)
    expect(sentence).not.toBe('')
    expect(sentence).toBe(sentence.trim())
    expect(text.slice(last, start).trim()).toBe('')
    expect(start).toBeGreaterThanOrEqual(last)
    last = end
  }
  expect(text.slice(last).trim()).toBe('')
}

describe('splitSentences', () => {
  for (const [name, rows] of Object.entries(english)) {
    describe(name, () => {
      it.each(rows)('%s', (row) => {
        expect(split(textOf(row))).toEqual(sentencesOf(row))
      })
    })
  }

  it.each(others)('%s: %s', (language, row) => {
    expect(split(textOf(row), language)).toEqual(sentencesOf(row))
  })

  it('gives nothing for nothing', () => {
    expect(splitSentences('')).toEqual([])
    expect(splitSentences(' \n\n ')).toEqual([])
    expect(splitSentences(' \n\n ', 'de')).toEqual([])
  })

  it('takes every tag that begins with "en" for English', () => {
    for (const language of ['en', 'EN', 'en-GB', 'en_US'])
      expect(split('Dr. Lane. No.', language)).toHaveLength(2)
  })

  it('leaves nothing but blanks between its ranges', () => {
    const rows = Object.values(english).flat()
    for (const row of rows) expectTiling(textOf(row))
    for (const separator of [' ', '\n', '\n\n', '']) {
      const text = rows.map(textOf).join(separator)
      for (const language of ['en', 'de', 'ja']) expectTiling(text, language)
    }
  })

  it('knows each row again where blank lines stand between them', () => {
    const rows = Object.values(english).flat()
    expect(split(rows.map(textOf).join('\n\n'))).toEqual(rows.flatMap(sentencesOf))
  })

  const pieces = [
    'a. ',
    'a',
    'word ',
    '(',
    '(a. ',
    '([',
    ') ',
    '"',
    '“A. ',
    '." ',
    '. ',
    ' ',
    '\n',
    '\n\n',
    '[1]',
    '.[1 ',
    '— ',
    '!" Aa',
    'U.S. ',
    'He left (at. A ',
    '。',
    '. . ',
    '...',
    'A.) ',
    '। 🎉 ',
    '.\u00a0»'
  ]
  it.each(pieces)('takes linear time for many of %j', (piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length))
      const begin = process.cpuUsage()
      splitSentences(text)
      splitSentences(text, 'de')
      splitWords(text)
      const {user, system} = process.cpuUsage(begin)
      return (user + system) / 1000
    }
    time(25_000)
    // Collecting garbage may spoil one attempt; quadratic code fails all of them, with 16.
    let ratio = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 6 && ratio >= 6; attempt++) {
      ratio = Math.min(ratio, time(100_000) / Math.max(time(25_000), 2))
    }
    expect(ratio).toBeLessThan(6)
  })

  it.each(['a', '.', '"'])('stands ten million of %j without a stack overflow', (piece) => {
    const text = piece.repeat(10_000_000)
    expect(splitSentences(text).length).toBeGreaterThan(0)
    expect(countWords(text)).toBe(splitWords(text).length)
  })
})

describe('splitWords', () => {
  it.each<[text: string, words: string[]]>([
    ['', []],
    [' — … !', []],
    ['The bread, and salt.', ['The', 'bread', 'and', 'salt']],
    ["don't can’t the boys' 'tis", ["don't", 'can’t', 'the', 'boys', 'tis']],
    ['well-known mother-in-law - no', ['well-known', 'mother-in-law', 'no']],
    ['3.5 and 1,000,000.25, then 7.', ['3.5', 'and', '1,000,000.25', 'then', '7']],
    ['$5, €3.20 and £1,000', ['5', '3.20', 'and', '1,000']],
    ['COVID-19 in 2020–2021', ['COVID-19', 'in', '2020', '2021']],
    ['a--b and c-', ['a', 'b', 'and', 'c']],
    ['Node.js, e.g.', ['Node', 'js', 'e', 'g']],
    ['naïve café Straße', ['naïve', 'café', 'Straße']],
    ['cafe\u0301 au lait', ['cafe\u0301', 'au', 'lait']],
    ['co\u00adoperate', ['co\u00adoperate']],
    ['I ❤️ 🎉 bread', ['I', 'bread']],
    ['word\nword\u00a0word', ['word', 'word', 'word']],
    ['𝐁old 20% m²', ['𝐁old', '20', 'm²']]
  ])('%j', (text, expected) => {
    const words = splitWords(text)
    expect(words.map((word) => word.text)).toEqual(expected)
    for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text)
    expect(countWords(text)).toBe(expected.length)
  })

  it('counts as many words as it finds', () => {
    const text = Object.values(english).flat().map(textOf).join(' ')
    expect(countWords(text)).toBe(splitWords(text).length)
    expect(countWords(text)).toBeGreaterThan(800)
  })
})

describe('words of signs without blanks', () => {
  const texts = (text: string): string[] => splitWords(text).map((word) => word.text)
  const mill = '村口有一座旧水车'

  it('are cut alike wherever they stand', () => {
    const alone = texts(mill)
    expect(alone.length).toBeGreaterThan(2)
    expect(alone.join('')).toBe(mill)
    expect(texts(`去年修好了，${mill}。`).slice(-alone.length)).toEqual(alone)
    expect(texts(`去年${mill}`).slice(-2)).toEqual(alone.slice(-2))
  })

  it('end at other letters, digits and marks', () => {
    expect(texts('用npm启v2水')).toEqual(['用', 'npm', '启', 'v2', '水'])
    expect(texts('ガラス・ドア')).toEqual(['ガラス', 'ドア'])
    expect(texts("'水'-車")).toEqual(['水', '車'])
    expect(texts('물레방아가 돈다')).toEqual(['물레방아가', '돈다'])
  })

  it('have an end where the same sign is repeated, and as many are counted', () => {
    const text = 'あ'.repeat(100) + '水'.repeat(100)
    expect(Math.max(...texts(text).map(({length}) => length))).toBeLessThanOrEqual(12)
    expect(countWords(text)).toBe(texts(text).length)
  })
})
