import {describe, expect, it} from 'vitest'

// The tool is plain JavaScript, run by Node without a build: these are the shapes its JSDoc declares.
interface Plant {
  readonly text: string
  readonly ruleIds: readonly string[]
  readonly all?: true
  readonly start: number
  readonly end: number
  readonly also?: readonly [number, number]
}
interface Tool {
  readonly plants: Record<
    string,
    ((text: string, random: () => number) => Plant | undefined) & {extra?: true}
  >
  seeded(seed: string): () => number
}
const tool = new URL('./tools/plant.mjs', import.meta.url)
const {plants, seeded} = (await import(tool.href)) as Tool

const kneading = `The dough needs rest more than it needs strength, and a bowl left under a damp cloth will
do most of the work while you sleep. By morning the surface is smooth, the smell is sour and
mild, and a finger pressed into the middle leaves a dent that fills again slowly.`
const baking = `Heat the oven with the pot inside for a full half hour, because a cold pot steals the
first burst of heat that lifts the loaf. Lower the dough in with both hands, cut the top once with a sharp
blade, and close the lid without waiting, so that the steam stays where it is wanted.`
const storing = `A loaf keeps for days when it lies cut side down on a wooden board. Plastic makes the crust soft, and the fridge makes the crumb dry. Freeze what you will not eat within the week, in slices, and toast them from frozen.`

const article = `---
title: "Bread With a Slow Rise: Notes From One Kitchen"
date: 2021-03-04
---

# Bread With a Slow Rise: Notes From One Kitchen

Good bread asks for little. It wants flour, water, salt and a night.

## Letting the Dough Rest

${kneading}

- flour
- water

\`\`\`
bake --hours 12 --lid closed
\`\`\`

## Heat and Steam

${baking}

## Keeping the Loaf

${storing}
`

const seeds = Array.from({length: 24}, (_, i) => String(i))
const kinds = Object.keys(plants)

function planted(kind: string, seed: string, text: string = article): Plant {
  const plant = plants[kind]?.(text, seeded(seed))
  if (!plant) throw new Error(`${kind} found no place`)
  return plant
}

const sliceOf = (plant: Plant): string => plant.text.slice(plant.start, plant.end)
const squeeze = (text: string): string => text.replace(/\n{3,}/g, '\n\n').trimEnd()
/** The article with the planted text taken out again. */
const without = (plant: Plant): string =>
  squeeze(plant.text.slice(0, plant.start) + plant.text.slice(plant.end))

describe('every planter', () => {
  it.each(kinds)('%s gives the same for the same seed', (kind) => {
    for (const seed of seeds) expect(planted(kind, seed)).toEqual(planted(kind, seed))
  })

  it.each(kinds.filter((k) => k !== 'heading-run-on'))('%s varies with the seed', (kind) => {
    const texts = new Set(seeds.map((seed) => planted(kind, seed).text))
    expect(texts.size).toBeGreaterThan(1)
  })

  it.each(kinds)('%s keeps the line endings of the article', (kind) => {
    const crlf = article.replaceAll('\n', '\r\n')
    const plain = seeds.map((seed) => planted(kind, seed))
    seeds.forEach((seed, i) => {
      const plant = planted(kind, seed, crlf)
      const same = plain[i]
      expect(plant.text).toBe(same?.text.replaceAll('\n', '\r\n'))
      expect(sliceOf(plant)).toBe(same && sliceOf(same).replaceAll('\n', '\r\n'))
    })
  })

  it.each(kinds.filter((k) => k !== 'author-box' && k !== 'section-label'))(
    '%s leaves an article without a place alone',
    (kind) => {
      const bare = ['```', 'make all', '```', '', '> Quoted words of another person stand here.', ''].join(
        '\n'
      )
      // The opening and the closing words of a chatbot fit around anything.
      const results = seeds.map((seed) => plants[kind]?.(bare, seeded(seed))).filter(Boolean)
      if (kind === 'chatbot-residue') expect(results.length).toBeLessThan(seeds.length)
      else expect(results).toEqual([])
    }
  )
})

describe('copies', () => {
  it('copies a paragraph whole, below another one', () => {
    for (const seed of seeds) {
      const plant = planted('copied-paragraph', seed)
      expect(plant.ruleIds).toEqual(['duplicate-paragraph'])
      expect([kneading, baking]).toContain(sliceOf(plant))
      expect(without(plant)).toBe(squeeze(article))
      expect(plant.also && plant.text.slice(...plant.also)).toBe(sliceOf(plant))
      expect(plant.also?.[1]).toBeLessThan(plant.start)
    }
  })

  it('changes one word in ten of a copy', () => {
    for (const seed of seeds) {
      const plant = planted('reworded-paragraph', seed)
      const original = plant.text.slice(...(plant.also ?? [0, 0])).split(/\s+/)
      const copy = sliceOf(plant).split(/\s+/)
      expect(copy).toHaveLength(original.length)
      const changed = copy.filter((word, i) => word !== original[i])
      expect(changed).toHaveLength(Math.round(original.length / 10))
      for (const word of changed) expect(article).toContain(word.replace(/\W+$/, ''))
      expect(without(plant)).toBe(squeeze(article))
    }
  })

  it('glues a copy between two headings, before the clean paragraph', () => {
    for (const seed of seeds) {
      const plant = planted('glued-paragraph', seed)
      expect(plant.all).toBe(true)
      expect(plant.ruleIds).toEqual(['glued-heading', 'duplicate-paragraph'])
      const clean = plant.text.slice(...(plant.also ?? [0, 0]))
      expect([kneading, baking, storing]).toContain(clean)
      const [before, after] = sliceOf(plant).split(clean)
      expect(before).toMatch(/^[A-Z][\w' -]+ $/)
      expect(after).toMatch(/^ [A-Z][\w' -]+$/)
      expect(without(plant)).toBe(squeeze(article))
    }
  })

  it('takes no code, list, quote, table, template or text inside an HTML element', () => {
    const words =
      'a long row of plain words that would make a fine paragraph if it were one of the body and not '.repeat(
        3
      )
    const text = [
      `- ${words}`,
      `> ${words}`,
      `    ${words}`,
      `<aside>\n\n${words}\n\n</aside>`,
      `{% highlight sh %}\n\n${words}\n\n{% endhighlight %}`,
      `Photo by a friend of ${words}`,
      `{{ ${words} }}`,
      'The end of it all came quietly, as most ends do.'
    ].join('\n\n')
    for (const kind of ['copied-paragraph', 'reworded-paragraph', 'glued-paragraph']) {
      expect(plants[kind]?.(text, seeded('1'))).toBeUndefined()
    }
  })
})

describe('structure', () => {
  it('pulls a heading with its mark into a paragraph', () => {
    const tails = new Set<boolean>()
    for (const seed of seeds) {
      const plant = planted('pulled-mark', seed)
      expect(['## Letting the Dough Rest', '## Keeping the Loaf']).toContain(sliceOf(plant))
      const tail = plant.text.slice(plant.end)
      tails.add(tail.startsWith('\n\n'))
      const restored = `${plant.text.slice(0, plant.start - 1)}\n\n${sliceOf(plant)}\n\n${tail.trimStart()}`
      expect(restored).toBe(article)
    }
    expect(tails.size).toBe(2)
  })

  it('sets the items of a list as paragraphs', () => {
    for (const seed of seeds) {
      const plant = planted('flattened-list', seed)
      const items = sliceOf(plant).split('\n\n')
      expect(items.length).toBeGreaterThanOrEqual(3)
      for (const item of items) expect(item).toMatch(/^(?:[A-Z][\w ]+: [A-Z]|[A-Z]\w+ing )[^\n]+\.$/)
      // What is left beside the article is the sentence that announces the list.
      const lead = without(plant)
        .split('\n\n')
        .filter((part) => !article.includes(part))
      expect(lead.length).toBeLessThanOrEqual(1)
      for (const line of lead) expect(line).toMatch(/^[A-Z][^\n]+[:.]$/)
    }
  })

  it('skips a level', () => {
    for (const seed of seeds) {
      const plant = planted('skipped-level', seed)
      expect(['#### Heat and Steam', '#### Keeping the Loaf']).toContain(sliceOf(plant))
      expect(plant.text.slice(0, plant.start) + plant.text.slice(plant.start + 2)).toBe(article)
    }
  })

  it('puts a heading without text before another one of its level', () => {
    for (const seed of seeds) {
      const plant = planted('empty-section', seed)
      expect(sliceOf(plant)).toMatch(/^## [A-Z][\w' -]+$/)
      expect(plant.text.slice(plant.end)).toMatch(/^\n\n## /)
      expect(plant.text.slice(0, plant.start) + plant.text.slice(plant.end + 2)).toBe(article)
    }
  })

  it('calls a footnote that is not there', () => {
    for (const seed of seeds) {
      const plant = planted('undefined-footnote', seed)
      expect(sliceOf(plant)).toMatch(/^\[\^[\w-]+\]$/)
      expect(plant.text.slice(0, plant.start)).toMatch(/[a-z]{2}[.]?$/)
      expect(plant.text.slice(0, plant.start) + plant.text.slice(plant.end)).toBe(article)
    }
  })

  it('draws the text up to its heading', () => {
    // The other paragraphs are wrapped: of those only the first line would join the heading.
    const plant = planted('heading-run-on', '1')
    expect(sliceOf(plant)).toBe('## Keeping the Loaf')
    expect(`${plant.text.slice(0, plant.end)}\n\n${plant.text.slice(plant.end + 1)}`).toBe(article)
  })

  it('takes the mark off a heading', () => {
    for (const seed of seeds) {
      const plant = planted('bare-heading', seed)
      expect(sliceOf(plant)).toMatch(/^(?:Letting the Dough Rest|Heat and Steam|Keeping the Loaf)$/)
      expect(`${plant.text.slice(0, plant.start)}## ${plant.text.slice(plant.start)}`).toBe(article)
    }
  })
})

describe('debris', () => {
  const title = 'Bread With a Slow Rise: Notes From One Kitchen'

  it('repeats the title below itself', () => {
    for (const seed of seeds) {
      const plant = planted('repeated-title', seed)
      expect([title, `# ${title}`, title.toUpperCase()]).toContain(sliceOf(plant))
      expect(plant.text.slice(0, plant.start)).toMatch(/\n# Bread[^\n]+\n\n$/)
      expect(without(plant)).toBe(squeeze(article))
    }
  })

  it('puts it below the front matter where the body has no title', () => {
    const text = article.replace(`# ${title}\n\n`, '')
    const plant = planted('repeated-title', '3', text)
    expect(sliceOf(plant).toLowerCase()).toBe(title.toLowerCase())
    expect(plant.text.slice(0, plant.start)).toMatch(/\n---\n\n$/)
  })

  it('reads a title above a broken line of the front matter', () => {
    const text = '---\ntitle: A Walk by the Canal\nexcerpt: "Two miles\nof water"\n---\n\nThe path is flat.\n'
    expect(sliceOf(planted('repeated-title', '1', text)).toLowerCase()).toBe('a walk by the canal')
  })

  it('writes a byline with a counter below the title', () => {
    for (const seed of seeds) {
      const plant = planted('byline-counter', seed)
      expect(sliceOf(plant)).toMatch(
        /^by \p{Lu}[\p{L}.' -]+\P{L}+(?:min read \| )?[\d.,]+[kM]? (?:views|reads|shares)$/iu
      )
      expect(without(plant)).toBe(squeeze(article))
    }
  })

  it('takes the author of the front matter', () => {
    const text = article.replace('date:', 'author: Ida Holm\ndate:')
    for (const seed of seeds) {
      expect(sliceOf(planted('byline-counter', seed, text))).toMatch(/^by Ida Holm/i)
      expect(sliceOf(planted('author-box', seed, text))).toMatch(/ by Ida Holm\n\nIda Holm is an? /)
    }
  })

  it('puts a box about the author at the end', () => {
    for (const seed of seeds) {
      const plant = planted('author-box', seed)
      expect(sliceOf(plant)).toMatch(
        /^(?:\p{Lu}\n\n)?(?:Written|Posted) by \p{Lu}[^\n]+\n\n\p{Lu}[^\n]+ is a /u
      )
      expect(plant.text.slice(plant.end).trim()).toBe('')
      expect(without(plant)).toBe(squeeze(article))
    }
  })

  it('leaves words of a chatbot on top, at the end or in the text', () => {
    const places = new Set<string>()
    for (const seed of seeds) {
      const plant = planted('chatbot-residue', seed)
      expect(plant.ruleIds).toEqual(['chatbot-residue'])
      expect(article).not.toContain(sliceOf(plant))
      expect(without(plant).replace(/ +\n/g, '\n').replaceAll('  ', ' ').trimEnd()).toBe(squeeze(article))
      const isTop = plant.text.slice(0, plant.start).endsWith('---\n\n')
      places.add(isTop ? 'top' : plant.text.slice(plant.end).trim() === '' ? 'end' : 'inside')
    }
    expect(places.size).toBe(3)
  })

  it('writes the search phrase below the title', () => {
    for (const seed of seeds) {
      const plant = planted('keyword-line', seed)
      expect('bread with a slow rise').toContain(sliceOf(plant))
      expect(without(plant)).toBe(squeeze(article))
    }
  })

  it('puts a label above the title, and a placeholder into the text', () => {
    for (const seed of seeds) {
      const label = planted('section-label', seed)
      expect(label.text.slice(label.end)).toMatch(/^\n\n# Bread/)
      expect(without(label)).toBe(squeeze(article))
      const open = planted('placeholder', seed)
      expect(sliceOf(open)).toMatch(/\[|TODO|TK|Lorem/)
      expect(without(open)).toBe(squeeze(article))
    }
  })
})
