import {describe, expect, it} from 'vitest'
import rule from '../../rules/shared-template/rule.ts'
import {lintSite} from '../setup/lint-site.ts'

const town = (name: string): string => `# A week in ${name}

Every visitor to ${name} should first walk to the harbour and look at the boats. The old part of ${name} was built of wood
and has burnt down several times. Bring a coat, for the rain comes without a warning here.

The best fish soup of ${name} is served in a cellar behind the church. A tram goes up the hill every hour.
`
const shape = (articles: Record<string, string>, options?: Record<string, unknown>) =>
  lintSite(rule, articles, options).map(({path, messageId, text, others}) => ({
    path,
    messageId,
    text,
    others
  }))

describe('shared-template', () => {
  it('names a family once, at the title of its first article', () => {
    expect(shape({'b.md': town('Bergen'), 'a.md': town('Alta'), 'c.md': town('Bodo')})).toEqual([
      {
        path: 'a.md',
        messageId: 'names',
        text: 'A week in Alta',
        others: ['b.md: A week in Bergen', 'c.md: A week in Bodo']
      }
    ])
  })

  it('knows names of several words, and what the title calls the subject', () => {
    const found = [{path: 'a.md', messageId: 'names'}]
    expect(shape({'a.md': town('Alta'), 'b.md': town('Mo i Rana')})).toMatchObject(found)
    const animal = (name: string) => town(name).replaceAll(name, name.toLowerCase())
    expect(shape({'a.md': animal('Seals'), 'b.md': animal('Puffins')})).toMatchObject(found)
  })

  it('is silent about a copy, which is no template', () => {
    expect(shape({'a.md': town('Alta'), 'b.md': town('Alta')})).toEqual([])
  })

  it('asks for several sentences and a share of the text', () => {
    const more = (name: string): string =>
      [...'abcdefghijklmnopqrst']
        .map((i) => `Then ${name}${i} saw ${name}x${i} and sang of stones that ${name}y${i} threw away.`)
        .join(' ')
    const site = {'a.md': town('Alta') + more('tern'), 'b.md': town('Bergen') + more('seal')}
    expect(shape(site)).toEqual([])
    expect(shape(site, {minShare: 0.1})).toHaveLength(1)
    expect(shape({'a.md': town('Alta'), 'b.md': town('Bergen')}, {minSwaps: 4})).toEqual([])
  })

  describe('titles of one pattern', () => {
    const title = (name: string, half: string) => `# Is ${name} Good for Sailing? ${half}\n\n`
    const dover = `${title('Dover', 'What Beginners Need')}Many ask whether Dover is a harbour for beginners, and it depends on the weather. The clubs of Dover lend a dinghy to guests. In summer Dover keeps two launches ready for them.`
    const poole = `${title('Poole', 'A Closer Look')}Those who wonder whether Poole is a harbour for beginners read the tide table first. The clubs of Poole lend nothing to anybody. On weekdays Poole keeps two launches at the pier.`
    const other = `${title('Poole', 'A Closer Look')}We went to Poole in May with a borrowed boat. It rained, and Poole was empty but for gulls. A man sold us eels, and that was the best of it.`

    it('are a template with phrases that are the same', () => {
      expect(shape({'a.md': dover, 'b.md': poole})).toMatchObject([{path: 'a.md', messageId: 'names'}])
    })

    it('are none without, nor with the same name', () => {
      expect(shape({'a.md': dover, 'b.md': other})).toEqual([])
      expect(shape({'a.md': poole, 'b.md': other})).toEqual([])
    })
  })

  describe('articles with the same headings', () => {
    const filled = (...own: string[]): string =>
      `# ${own[0]}\n\n## Why this matters in ${2020 + (own[0]?.length ?? 0)}\n\nThis question is more than a detail for any harbour town.\n\n## What to do first\n\n${own[1]}\n\n## Mistakes to avoid\n\n${own[2]}\n\n## Final thoughts\n\nStart with small steps, write down what works, and repeat it every week.\n`
    const site = {
      'a.md': filled(
        'Gulls on the roof',
        'Look for the nest before the eggs are laid.',
        'Feeding them from the pier.'
      ),
      'b.md': filled(
        'Nets in the propeller',
        'Stop the engine and lift it out.',
        'Cutting towards your hand.'
      ),
      'c.md': filled('Rust', 'Scrape it down to the bare metal with a brush.', 'Painting in the rain.')
    }

    it('are a template from three on', () => {
      expect(shape(site)).toMatchObject([{path: 'a.md', messageId: 'headings', others: {length: 2}}])
      const {'c.md': _, ...two} = site
      expect(shape(two)).toEqual([])
    })

    it('are none without sentences that are the same', () => {
      const bare = Object.entries(site).map(([path, text]) => [
        path,
        text.replace(/This question.*|Start with.*/g, 'See.')
      ])
      expect(shape(Object.fromEntries(bare))).toEqual([])
    })
  })

  it('is silent about a series, and about quotations', () => {
    const part = (number: number, text: string) => `# Letters from the harbour, part ${number}\n\n${text}`
    expect(
      shape({
        'a.md': part(1, 'The first ship of the year came in on Tuesday with timber and a sick cook.'),
        'b.md': part(2, 'The cook is well again and sings in the kitchen all day long.')
      })
    ).toEqual([])
    const quoted = (name: string) => town(name).replace(/^(?=[A-Z])/gm, '> ')
    expect(shape({'a.md': quoted('Alta'), 'b.md': quoted('Bergen')})).toEqual([])
  })
})
