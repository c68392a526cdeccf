import {describe, expect, it} from 'vitest'
import {createDocument} from '../src/document/index.ts'
import {createDirectives, type Directive, readDirectives} from '../src/lint/directives.ts'
import {lintText, type Ruleset} from '../src/lint/index.ts'
import {defineRule} from '../src/rule/index.ts'

/** Two rules that report every `x` and every `y` of the source. */
const ruleset: Ruleset = {
  rules: ['x', 'y'].map((letter) => ({
    rule: defineRule({
      id: `no-${letter}`,
      summary: 'Flag a letter.',
      category: 'style',
      recommended: 'warn',
      anyLanguage: true,
      options: {},
      messages: {letter: () => `Unexpected ${letter}, expected another letter`},
      check({text}, _options, report) {
        for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1))
          report('letter', {range: [at, at + 1]})
      }
    }),
    severity: 'warn',
    options: {}
  }))
}

/** What is still reported, as letter and line; letters inside the comments themselves are left out. */
function spoken(text: string): string[] {
  const {messages} = lintText(text, {ruleset})
  const lines = text.split(/\r\n|\r|\n/)
  return messages
    .filter(({line}) => !lines[line - 1]?.includes('<!--'))
    .map(({ruleId, line}) => ruleId.slice(3) + line)
}

const read = (text: string): Directive[] => readDirectives(createDocument(text)).list()

describe('reading', () => {
  it('reads kind, rules, reason and date', () => {
    const [first, second] = read(
      '<!-- articlelint-disable-next-line no-x, no-y -- from  the report (until 2027-03-01) -->\n\ntext\n\n<!--articlelint-enable-->'
    )
    expect(first).toMatchObject({
      kind: 'disable-next-line',
      rules: ['no-x', 'no-y'],
      reason: 'from the report',
      until: '2027-03-01',
      line: 1,
      column: 1,
      start: 0,
      used: []
    })
    expect(second).toMatchObject({kind: 'enable', name: 'enable', rules: [], line: 5})
    expect(second).not.toHaveProperty('reason')
    expect(second).not.toHaveProperty('until')
  })

  it('takes line breaks, longer dashes, a date without a reason, and rules without commas', () => {
    expect(read('<!--\n  articlelint-disable\n  no-x no-y,no-x\n  ---- why\n-->')).toMatchObject([
      {kind: 'disable', rules: ['no-x', 'no-y'], reason: 'why'}
    ])
    expect(read('<!-- articlelint-disable-file no-x (until 2027-03-01) -->')).toMatchObject([
      {kind: 'disable-file', rules: ['no-x'], until: '2027-03-01'}
    ])
  })

  it('keeps a kind it does not know, for whoever reports it', () => {
    expect(read('<!-- articlelint-disable-line no-x -->')).toMatchObject([
      {kind: 'unknown', name: 'disable-line', rules: ['no-x']}
    ])
  })

  it('finds several comments of one HTML block at their own places', () => {
    const text = '<div><!-- articlelint-disable no-x --><!-- other --><!-- articlelint-enable --></div>'
    expect(read(text).map(({start, end}) => text.slice(start, end))).toEqual([
      '<!-- articlelint-disable no-x -->',
      '<!-- articlelint-enable -->'
    ])
  })

  it('ends an empty comment where CommonMark does', () => {
    expect(read('<!--><!-- articlelint-disable no-x --> <!---><!-- articlelint-enable -->')).toMatchObject([
      {kind: 'disable'},
      {kind: 'enable'}
    ])
  })

  it('gives a comment in a quote the place of its block', () => {
    const text = '> <!-- articlelint-disable\n> no-x -->\n> x\n\nx'
    expect(read(text)).toMatchObject([{rules: ['no-x'], line: 1, column: 3, endLine: 2, endColumn: 11}])
    expect(spoken(text)).toEqual([])
  })

  it.each([
    ['fenced code', '```html\n<!-- articlelint-disable -->\n```'],
    ['indented code', '    <!-- articlelint-disable -->'],
    ['inline code', 'a `<!-- articlelint-disable -->` b'],
    ['front matter', '---\nnote: <!-- articlelint-disable -->\n---'],
    ['TOML front matter', '+++\nnote = "<!-- articlelint-disable -->"\n+++'],
    ['a script', '<script>\n// <!-- articlelint-disable -->\n</script>'],
    ['escaped text', '\\<!-- articlelint-disable -->'],
    ['a comment that never ends', '<!-- articlelint-disable'],
    ['an empty comment before one', '<!--> articlelint-disable -->'],
    ['another tool', '<!-- eslint-disable -->'],
    ['prose in a comment', '<!-- see articlelint-disable -->']
  ])('fault 50: reads none in %s', (_name, text) => {
    expect(read(text)).toEqual([])
    expect(
      spoken(`${text}

x`)
    ).toEqual([`x${text.split('\n').length + 2}`])
  })

  it('fault 50: thousands of directives, and a megabyte of one, take no long time', () => {
    const timed = (text: string): {list: Directive[]; ms: number} => {
      const document = createDocument(text)
      const started = performance.now()
      const list = readDirectives(document).list()
      return {list, ms: performance.now() - started}
    }
    const many = timed('<!-- articlelint-disable no-x -->\n'.repeat(8000))
    expect(many.list).toHaveLength(8000)
    const next = timed(`${'<!-- articlelint-disable-next-line no-x -->\n'.repeat(8000)}x`)
    expect(next.list[0]?.covers).toEqual([352_000, 352_001])
    expect(next.list[7999]?.covers).toEqual([352_000, 352_001])
    const rules = Array.from({length: 100_000}, (_, index) => `rule-${index}`).join(', ')
    const long = timed(`<!-- articlelint-disable ${rules} -- why -->\n\nx`)
    expect(long.list[0]?.rules).toHaveLength(100_000)
    const dashes = timed(`<!-- articlelint-disable ${'-'.repeat(500_000)} ${'(until '.repeat(50_000)} -->`)
    expect(dashes.list).toHaveLength(1)
    const open = timed('<!--'.repeat(250_000))
    expect(open.list).toEqual([])
    for (const {ms} of [many, next, long, dashes, open]) expect(ms).toBeLessThan(3000)
  })
})

describe('disable and enable', () => {
  it('silences from the comment on, up to the enable', () => {
    expect(spoken('x\n\n<!-- articlelint-disable -->\n\nx y\n\n<!-- articlelint-enable -->\n\nx')).toEqual([
      'x1',
      'x9'
    ])
  })

  it('silences to the end of the file when there is no enable', () => {
    expect(spoken('x\n\n<!-- articlelint-disable no-x -->\n\nx y\n\nx y')).toEqual(['x1', 'y5', 'y7'])
  })

  it('opens again only the rules that are named', () => {
    const text = '<!-- articlelint-disable -->\n\nx y\n\n<!-- articlelint-enable no-y -->\n\nx y'
    expect(spoken(text)).toEqual(['y7'])
  })

  it('an enable without rules opens all again, one for another rule opens nothing', () => {
    expect(spoken('<!-- articlelint-disable no-x -->\n\n<!-- articlelint-enable no-y -->\n\nx y')).toEqual([
      'y5'
    ])
    expect(spoken('<!-- articlelint-disable no-x, no-y -->\n\n<!-- articlelint-enable -->\n\nx y')).toEqual([
      'x5',
      'y5'
    ])
  })

  it('holds from its place inside a line', () => {
    const text = 'x <!-- articlelint-disable no-x --> x <!-- articlelint-enable --> x'
    const {messages} = lintText(text, {ruleset: {rules: ruleset.rules.slice(0, 1)}})
    expect(messages.map(({start}) => start)).toEqual([0, text.length - 1])
  })

  it('silences the whole file from anywhere', () => {
    expect(spoken('x y\n\nx y\n\n<!-- articlelint-disable-file no-x -- generated -->')).toEqual(['y1', 'y3'])
  })
})

describe('disable-next-line', () => {
  const comment = '<!-- articlelint-disable-next-line no-x -->'

  it('silences what starts on the next line that is not blank', () => {
    expect(spoken(`x\n\n${comment}\n\n\nx y x\n\nx`)).toEqual(['x1', 'y6', 'x8'])
  })

  it('covers a hard-wrapped paragraph to its end, and no further', () => {
    expect(spoken(`${comment}\na x a\na x a\n\na x a`)).toEqual(['x5'])
  })

  it('covers one item of a list, one line of code or table, a heading', () => {
    expect(spoken(`${comment}\n- x\n- x`)).toEqual(['x3'])
    expect(spoken(`${comment}\n\n| x |\n| - |\n| x |`)).toEqual(['x5'])
    expect(spoken(`${comment}\n# x\n\nx`)).toEqual(['x4'])
  })

  it('works inside a line of a paragraph, for the rest of the paragraph', () => {
    expect(spoken(`x\nb ${comment}\nx\nx\n\nx`)).toEqual(['x1', 'x6'])
  })

  it('stands as often as it is needed', () => {
    expect(spoken(`${comment}\nx\n\nx\n\n${comment}\nx\n\nx`)).toEqual(['x4', 'x9'])
  })

  it('works in a quote, past its empty lines', () => {
    expect(spoken(`> ${comment}\n>\n> x\n>\n> x`)).toEqual(['x5'])
  })

  it('stands above another comment', () => {
    expect(spoken(`${comment}\n<!-- articlelint-disable-next-line no-y -->\n\nx y\n\nx y`)).toEqual([
      'x6',
      'y6'
    ])
  })

  it('at the end of the file covers nothing', () => {
    expect(spoken(`x\n\n${comment}`)).toEqual(['x1'])
    expect(spoken(`x\n\n${comment}\n\n`)).toEqual(['x1'])
  })

  it.each(['\r\n', '\r'])('counts lines that end with %j', (end) => {
    expect(spoken([comment, '', 'a x', 'a x', '', 'x'].join(end))).toEqual(['x6'])
  })

  it('fault 10: shifts with a byte order mark', () => {
    const text = `\uFEFF${comment}\n\nx\n\nx`
    const {messages, directives} = lintText(text, {ruleset: {rules: ruleset.rules.slice(0, 1)}})
    expect(messages.filter(({line}) => line > 1)).toMatchObject([{line: 5, start: text.length - 1}])
    expect(directives).toMatchObject([
      {start: 1, line: 1, column: 1, used: ['no-x'], covers: [text.indexOf('x\n\nx'), text.length - 3]}
    ])
  })
})

describe('the result', () => {
  it('says which rules each directive silenced', () => {
    const text =
      '<!-- articlelint-disable no-x, no-y, no-z -->\n\nb x\n\n<!-- articlelint-enable -->\n\n<!-- articlelint-disable-next-line -->\nb\n\n<!-- articlelint-disable-file -->'
    const {directives} = lintText(text, {ruleset: {rules: ruleset.rules.slice(0, 1)}})
    expect(directives.map(({kind, used}) => [kind, used])).toEqual([
      ['disable', ['no-x']],
      ['enable', []],
      ['disable-next-line', []],
      ['disable-file', ['no-x']]
    ])
  })

  it('is JSON, from which messages that come later are silenced the same', () => {
    const {directives} = lintText('a\n\n<!-- articlelint-disable-next-line shared -->\n\nb c\n\nd', {
      ruleset: {rules: []}
    })
    const again = createDirectives(JSON.parse(JSON.stringify(directives)) as Directive[])
    const [covered] = directives[0]?.covers ?? [0]
    expect(again.silences({ruleId: 'shared', start: covered})).toBe(true)
    expect(again.silences({ruleId: 'shared', start: covered + 5})).toBe(false)
    expect(again.silences({ruleId: 'other', start: covered})).toBe(false)
    expect(again.list()).toMatchObject([{used: ['shared']}])
  })

  it('is without directives when comments must not configure', () => {
    const {messages, directives} = lintText('<!-- articlelint-disable-file -->\n\ny', {
      ruleset,
      inlineConfig: false
    })
    expect(directives).toEqual([])
    expect(messages.map(({ruleId, line}) => [ruleId, line])).toEqual([['no-y', 3]])
  })
})
