import {describe, expect, it} from 'vitest'
import {presets} from '../src/config/builtin.ts'
import {loadParser} from '../src/engine/parsers/parsers.ts'
import {fixText} from '../src/lint/fix.ts'
import {lintText} from '../src/lint/index.ts'
import type {Message} from '../src/lint/message.ts'

const names = {markdown: 'a.md', text: 'a.txt'}

async function findingsOf(ruleId: string, text: string, format: keyof typeof names): Promise<Message[]> {
  const parser = await loadParser('remark', names[format])
  const {messages} = lintText(text, {path: names[format], ruleset: presets.all, parser})
  return messages.filter((message) => message.ruleId === ruleId)
}

describe('a finding has no fix', () => {
  it.each([
    [
      'flattened-list',
      'above indented code',
      '# Wood\n\nThree kinds are sawn here.\n\nOak: Hard, and slow to dry in a shed.\n\nElm: Takes water for a hundred years.\n\nAsh: Bends when the wood is warm.\n\n    saw()\n'
    ],
    [
      'flattened-list',
      'above code behind a tab',
      '# Wood\n\nThree kinds are sawn here.\n\nOak: Hard, and slow to dry in a shed.\n\nElm: Takes water for a hundred years.\n\nAsh: Bends when the wood is warm.\n\n\tsaw()\n'
    ],
    ...['\n  It dries for two years under a roof.', '  > Ann: the last of these.', '  <!-- ask the yard'].map(
      (below): [string, string, string] => [
        'flattened-list',
        `above \`${below.trim()}\`, which would become part of its last item`,
        `# Wood\n\nThree kinds are sawn here.\n\nOak: Hard, and slow to dry in a shed.\n\nElm: Takes water for a hundred years.\n\nAsh: Bends when the wood is warm.\n${below}\n`
      ]
    ),
    ['page-chrome', 'between an item and indented code', '1. Oak\n\nArticle URL: a\n\n    saw()\n'],
    ['page-chrome', 'between an item of lines and code', '- Oak\n  and ash\n\nArticle URL: a\n\n    saw()\n'],
    [
      'glued-heading',
      'that is the line of a rule',
      'The oak is felled in winter, when the sap is down and the ground is hard.\n\n---\r--- ## Planks\r\r-'
    ],
    [
      'byline-counter',
      'far down, where the rest would be text',
      `The oak is felled in winter, when the sap is down and the ground is hard.\n\n## Planks${'\n\nThe trunk is sawn in March.'.repeat(12)}\n\nby Ann Holt 20 views\n\nIt dries for two years under a roof.\n`
    ],
    [
      'byline-counter',
      'that alone shows the title above marked headings',
      'How Oak Is Felled\n\nBy Ann Holt 20 views\n\n## Planks\n\nThe trunk is sawn in March.\n'
    ],
    ['byline-counter', 'of a line that would be text without it', '-By Ann Holt 20 views\n'],
    [
      'byline-counter',
      'that alone tells the title from another line above it',
      'What the Foresters Know of Wood\n\nHow Oak Is Felled\n\nBy Ann Holt 20 views\n\nThe trunk is sawn in March.\n'
    ],
    [
      'keyword-line',
      'that alone shows the title above a line that stands twice',
      'How Oak Is Felled\nhow oak is felled\n\nWhat the Foresters Know\nWhat the Foresters Know\n'
    ],
    [
      'duplicate-paragraph',
      'under a heading with nothing else but a comment',
      'The trunk of the oak is sawn in March, and the planks dry for two years.\n\n## Planks\n\n<!-- ask the yard -->\n\nThe trunk of the oak is sawn in March, and the planks dry for two years.\n'
    ],
    [
      'repeated-title',
      'with a comment that silences a rule below it',
      '# How Oak Is Felled\n\nThe trunk is sawn in March.\n\n# How Oak Is Felled <!-- articlelint-disable-next-line -->\n\nIt dries.\n'
    ],
    ['orphan-bullet', 'of a line of the page', 'How Oak Is Felled\n\n-\nIn winter\n-\nhow oak is felled\n'],
    ...['/// tip', '/// tip | "Wood"', '{{< note >}}', '{% hint style="info" %}'].map(
      (box): [string, string, string] => [
        'duplicate-paragraph',
        `that a box of \`${box}\` holds`,
        `The trunk of the oak is sawn in March, and the planks dry for two years.\n\nThe yard is open in May.\n\n${box}\n\nThe trunk of the oak is sawn in March, and the planks dry for two years.\n\n///\n`
      ]
    ),
    [
      'duplicate-paragraph',
      'that a colon announces',
      'The trunk of the oak is sawn in March, and the planks dry for two years.\n\nThe notice on the gate reads:\n\nThe trunk of the oak is sawn in March, and the planks dry for two years.\n'
    ]
  ])('%s: %s', async (ruleId, _name, text) => {
    const found = await findingsOf(ruleId, text, 'markdown')
    expect(found.map(({fix}) => fix)).toEqual([undefined])
  })

  it.each([
    [
      'flattened-list',
      '# Wood\n\nThree kinds are sawn here.\n\nOak: Hard, and slow to dry in a shed.\n\nElm: Takes water for a hundred years.\n\nAsh: Bends when the wood is warm.\n\nsaw it\n'
    ],
    ['page-chrome', 'Oak\n\nArticle URL: a\n\n    saw()\n']
  ])('%s, but elsewhere it has: %j', async (ruleId, text) => {
    const found = await findingsOf(ruleId, text, 'markdown')
    expect(found.map(({fix}) => fix !== undefined)).toEqual([true])
  })
})

describe('comments are let alone', () => {
  it.each([
    ['orphan-bullet', 'markdown', '<!-- to do\n*\nOak\n*\nElm -->\n\nThe oak is felled.\n'],
    ['mojibake', 'text', '<!-- donâ€™t']
  ] as const)('by %s', async (ruleId, format, text) => {
    expect(await findingsOf(ruleId, text, format)).toEqual([])
  })
})

describe('a repair', () => {
  const fixed = async (text: string): Promise<string> => {
    const parser = await loadParser('remark')
    return fixText(text, (one) => lintText(one, {path: 'a.md', ruleset: presets.all, parser})).text
  }

  it('of list marks makes no code of indented text below', async () => {
    expect(await fixed('•\nOak\n      and ash\n')).toBe('- Oak\n      and ash\n')
    expect(await fixed('•\nOak\nAnd ash\n')).toBe('- Oak\n\nAnd ash\n')
  })

  it('of a title marks it before its emphasis, or not at all', async () => {
    expect(await fixed('*How Oak Is Felled*\n\nHow Oak Is Felled\n')).toBe('# *How Oak Is Felled*\n')
    expect(await fixed('  **How Oak Is Felled**\n\nHow Oak Is Felled\n')).toBe('  # **How Oak Is Felled**\n')
    for (const title of ['<b>How Oak Is Felled</b>', '*How Oak Is Felled\nby Ann*']) {
      const text = `${title}\n\nHow Oak Is Felled\n\n## Planks\n\nThe trunk is sawn in March.\n`
      expect(await fixed(text)).toBe(text)
    }
  })

  it('of a byline leaves the blank before the next part', async () => {
    const text =
      '# Oak\n\nBy Ann Holt | 20 views | May 3, 2025\n\nThe oak is felled in winter, when the sap is down and the ground is hard.\n'
    expect(await fixed(text)).toBe(text.replace(' | 20 views', ''))
    expect(await fixed(text.replace(' | 20 views |', ', 20 views,'))).toBe(text.replace(' | 20 views |', ','))
  })

  it('of a copy tears no code', async () => {
    const words =
      'The trunk of the oak is sawn in March. The planks dry for two years, and the best go to the boat yard by the lake. Nobody counts the knots.'
    const text = `# Oak\n\ncut\` ${words}\n\nThe Old \`Saw  cut\` ${words} And so on it goes for many a year in the yard.\n`
    const after = await fixed(text)
    expect(after).toContain('`Saw  cut`')
  })
})

it('a section whose paragraphs are all copies keeps them, one with other text does not', async () => {
  const [sawn, dried] = [
    'The trunk of the oak is sawn in March, and the planks dry for two years. The saw stands in a shed by the lake, and two men need three days for one trunk, as the blade has to be filed each evening when the light is gone.',
    'Under the roof of the shed the wind goes through the pile from all four sides. Between the planks lie laths of pine, one above the other, so that the weight of the whole pile presses the lowest plank as flat as the highest.'
  ]
  const fixesOf = async (end: string) => {
    const text = `${sawn}\n\n${dried}\n\n## Planks\n\n${sawn}\n\n${dried}\n${end}`
    const found = await findingsOf('duplicate-paragraph', text, 'markdown')
    return found.map(({fix}) => fix !== undefined)
  }
  expect(await fixesOf('')).toEqual([false, false])
  expect(await fixesOf('\nThen they are sold.\n')).toEqual([true, true])
  expect(await fixesOf('\n### Beams\n')).toEqual([true, true])
})
