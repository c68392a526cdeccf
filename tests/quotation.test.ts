import {describe, expect, it} from 'vitest'
import {judgeQuotation} from '../src/sources/judging/judge-quotation.ts'
import type {Page} from '../src/sources/model.ts'

const page: Page = {
  title: 'The mill that burned',
  blocks: [
    'The mill that burned',
    'Ada Brandt has run the mill at Sulzbach since 2009. “We lost the oven, the flour and eleven sacks of rye in a single night,” she said on Monday.',
    '‘Nobody in the village had ever seen a fire that large,’ recalls her neighbour, the co‐operative’s treasurer. “It’s not the money,” Brandt adds, “but the sourdough that my grandmother started in 1931.”',
    'The river Lauter rose by half a metre, and the baker walked across the bridge with the last of the ﬂour.[4]',
    'Insurers paid 1,200 crowns. The naïve hope that they would pay for every single broken window was soon gone.',
    'Advertisement',
    'She wants to rebuild before the autumn harvest because the farmers of the valley',
    'have nowhere else to bring their grain, and says that 75 % of them have offered help.'
  ]
}

const judge = (quotation: string, on: Page = page) => judgeQuotation(quotation, on)

describe('a quotation is supported', () => {
  it.each([
    ['as it stands', 'We lost the oven, the flour and eleven sacks of rye in a single night'],
    [
      'with other final punctuation',
      'We lost the oven, the flour and eleven sacks of rye in a single night!'
    ],
    ['with another first capital', 'we lost the oven, the flour and eleven sacks of rye'],
    ['from within a sentence', 'the flour and eleven sacks of rye in a single night'],
    ['with other apostrophes', "the co-operative's treasurer"],
    ['with other hyphens', 'the cooperative’s treasurer'],
    ['with a ligature', 'walked across the bridge with the last of the flour'],
    ['with a soft hyphen', 'walked across the bri\u00ADdge with the last of the flour'],
    ['with no-break and thin spaces', 'Insurers\u00A0paid 1\u2009200 crowns'],
    ['without the comma of a number', 'Insurers paid 1200 crowns'],
    ['without accents', 'The naive hope that they would pay'],
    ['with nested marks', 'Nobody in the village had "ever" seen a fire that large'],
    ['in full-width letters', 'Ｎｏｂｏｄｙ in the village had ever seen'],
    ['across blocks', 'because the farmers of the valley have nowhere else to bring their grain'],
    ['with a percent word', 'says that 75 percent of them have offered help'],
    ['with per cent in two words', 'says that 75 per cent of them have offered help'],
    ['with a number as a figure', 'We lost the oven, the flour and 11 sacks of rye in a single night'],
    ['with an ellipsis', 'We lost the oven … in a single night'],
    ['with three full stops', 'We lost the oven ... in a single night'],
    ['with spaced full stops', 'We lost the oven . . . in a single night'],
    ['with an ellipsis in brackets', 'We lost the oven [...] in a single night'],
    ['with a sign in brackets', 'We lost the oven […] in a single night'],
    ['with two ellipses', 'Ada Brandt … lost the oven … in a single night'],
    ['with an ellipsis that leaves out nothing', 'We lost the oven … the flour and eleven sacks'],
    ['with an ellipsis at its ends', '… the flour and eleven sacks of rye …'],
    ['with an ellipsis over a block', 'rye in a single night … a fire that large'],
    ['with a name in brackets', '[The bakers] lost the oven, the flour and eleven sacks'],
    ['with more words in brackets', 'the sourdough that [Brandt’s late grandmother] started in 1931'],
    ['with a word added in brackets', 'the sourdough that my [late] grandmother started in 1931'],
    ['with a capital in brackets', '[T]he flour and eleven sacks of rye in a single night'],
    ['with an ending in brackets', 'the farmers of the valley [had] nowhere else to bring their grain'],
    ['with letters in brackets', 'She want[ed] to rebuild before the autumn harvest'],
    ['with a sic', 'She wants to [sic] rebuild before the autumn harvest'],
    [
      'without the words of the narrator',
      'It’s not the money but the sourdough that my grandmother started in 1931'
    ],
    ['without the mark of a note', 'with the last of the flour. Insurers paid 1,200 crowns']
  ])('%s', (_, quotation) => {
    const {verdict, text, passage} = judge(quotation)
    expect({text, verdict}).toEqual({text: quotation, verdict: 'supported'})
    expect(passage?.length).toBeGreaterThan(10)
  })

  it('and the page’s own spelling and sentence come with it', () => {
    expect(judge("the co-operative's treasurer")).toEqual({
      text: "the co-operative's treasurer",
      verdict: 'supported',
      closest: 'the co‐operative’s treasurer',
      passage:
        '‘Nobody in the village had ever seen a fire that large,’ recalls her neighbour, the co‐operative’s treasurer.'
    })
  })

  it('where a word was parted at the end of a line', () => {
    const scanned = {blocks: ['The brewers had no alter-', 'native but to close the old brewery for good.']}
    expect(judge('had no alternative but to close the old brewery', scanned).verdict).toBe('supported')
    expect(judge('The brewers had no alternative but to shut the old brewery', scanned).verdict).toBe(
      'contradicted'
    )
  })

  it('where the head of a page stands in its middle', () => {
    const print = {
      blocks: ['They carried the loaves over', 'THE BAKER 12', 'the frozen lake to the other shore.']
    }
    expect(judge('They carried the loaves over the frozen lake to the other shore', print).verdict).toBe(
      'supported'
    )
  })

  it('where the page has a remark in brackets', () => {
    const talk = {blocks: ['We thought the dough (laughs) would never rise again in that cold.']}
    expect(judge('We thought the dough would never rise again in that cold', talk).verdict).toBe('supported')
  })
})

describe('a quotation is altered', () => {
  it.each([
    [
      'another word',
      'We lost the oven, the flour and eleven bags of rye in a single night',
      'eleven sacks of rye'
    ],
    [
      'another number',
      'We lost the oven, the flour and seventy sacks of rye in a single night',
      'eleven sacks'
    ],
    ['a word left out', 'Nobody in the village had seen a fire that large', 'had ever seen'],
    ['a word more', 'Nobody in the whole village had ever seen a fire that large', 'in the village'],
    ['another ending', 'Nobody in the villages had ever seen a fire that large', 'the village had'],
    [
      'another first word',
      'Everybody in the village had ever seen a fire that large',
      'Nobody in the village'
    ],
    ['another last word', 'Nobody in the village had ever seen a fire that bright', 'that large'],
    ['British spelling', 'recalls her neighbor, the co-operative’s treasurer', 'her neighbour']
  ])('%s', (_, quotation, closest) => {
    const found = judge(quotation)
    expect(found.verdict).toBe('contradicted')
    expect(found.closest).toContain(closest)
    expect(found.passage).toContain(found.closest)
  })

  it('in one part, while the other one stands there', () => {
    const found = judge('We lost the oven … but the sourdough that my grandfather started in 1931')
    expect(found).toMatchObject({
      verdict: 'contradicted',
      closest: 'but the sourdough that my grandmother started in 1931'
    })
  })
})

describe('a quotation is absent', () => {
  it.each([
    ['other words altogether', 'The council never asked any of us about the dam'],
    ['fewer words in common', 'We sold the oven and the last bag of rye in one bad week'],
    ['five words, one of them another', 'We lost the whole oven'],
    ['in another order', 'in a single night we lost the oven, the flour and eleven sacks of rye'],
    ['half a word', 'art of them have offered'],
    ['half a number', 'Insurers paid 1,20'],
    ['parts in another order', 'Insurers paid 1,200 crowns … We lost the oven'],
    ['common words only', 'it was of the and that they would be in the']
  ])('%s', (_, quotation) => {
    expect(judge(quotation).verdict).toBe('absent')
  })

  it('where several passages have nearly its words', () => {
    const list: Page = {
      blocks: [
        'The town of Ulm has eleven bakeries and one mill.',
        'The town of Hof has eleven bakeries and one mill.'
      ]
    }
    expect(judge('The town of Graz has eleven bakeries and one mill', list)).toEqual({
      text: 'The town of Graz has eleven bakeries and one mill',
      verdict: 'absent'
    })
  })

  it('where an ellipsis would leave out a whole chapter', () => {
    const chapter = Array.from({length: 200}, (_, index) => `Sentence ${index} of the long tale.`)
    const book = {blocks: ['Once upon a time a mill burned.', ...chapter, 'It was built again in spring.']}
    expect(judge('Once upon a time a mill burned … It was built again in spring', book)).toMatchObject({
      verdict: 'absent',
      closest: 'Once upon a time a mill burned'
    })
  })

  it('on an empty page', () => {
    expect(judge('We lost the oven and the flour', {blocks: []}).verdict).toBe('absent')
  })

  it('of no words', () => {
    expect(judge('… [sic] —').verdict).toBe('absent')
  })
})

describe('passages', () => {
  it('are cut to 300 characters, between words, around what was found', () => {
    const long = `${'The dough rose and fell again and again, '.repeat(20)}until the last loaf was out of the oven, ${'and the fire went low, '.repeat(20)}.`
    const {passage = ''} = judge('until the last loaf was out of the oven', {blocks: [long]})
    expect(passage.length).toBeLessThanOrEqual(300)
    expect(passage.length).toBeGreaterThan(200)
    expect(passage).toMatch(/^…\S.*until the last loaf was out of the oven.*\S…$/)
  })
})

describe('a hostile page', () => {
  it.each([
    ['one letter', 'a '.repeat(800_000), `${'a '.repeat(60)}b`],
    ['one word', 'loaf '.repeat(400_000), `${'loaf '.repeat(60)}bread`],
    ['a period', 'the loaf and '.repeat(150_000), `${'the loaf and '.repeat(30)}the bread`],
    ['gaps', 'the loaf and '.repeat(150_000), Array.from({length: 40}, () => 'the loaf').join(' … ')],
    ['brackets', '['.repeat(1_500_000), '['.repeat(1000)],
    ['one line', 'x'.repeat(1_900_000), `${'x'.repeat(1000)}y`]
  ])('takes no long time: %s', (_, text, quotation) => {
    const start = performance.now()
    judge(quotation, {blocks: [text]})
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
