import {spawnSync} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import {presets} from '../src/config/builtin.ts'
import {lintFiles} from '../src/engine/index.ts'
import {lintText as lintPublic} from '../src/index.ts'
import {applyEdits} from '../src/lint/fix.ts'
import {judgeDirectives} from '../src/lint/governance.ts'
import {lintText, type Ruleset} from '../src/lint/index.ts'
import type {Message} from '../src/lint/message.ts'
import {checkSite} from '../src/lint/site.ts'
import {defineDirectiveRule, defineRule, defineSiteRule, type Rule} from '../src/rule/index.ts'
import {readOptions} from '../src/rule/options.ts'
import {buildCli} from './setup/build.ts'
import {makeFolder} from './setup/folder.ts'

/** Reports every `letter` that is a word. */
const letterRule = (letter: string): Rule =>
  defineRule({
    id: `bad-${letter}`,
    summary: 'Flag a letter.',
    category: 'style',
    recommended: 'warn',
    anyLanguage: true,
    options: {},
    messages: {letter: () => `Unexpected ${letter}, expected another letter`},
    check({paragraphs}, _options, report) {
      for (const {prose} of paragraphs)
        for (const {index} of prose.value.matchAll(new RegExp(`\\b${letter}\\b`, 'g')))
          report('letter', {range: prose.at(index, 1)})
    }
  })

const siteRule = defineSiteRule({
  id: 'same-text',
  summary: 'Flag it.',
  category: 'site',
  recommended: 'warn',
  anyLanguage: true,
  options: {},
  messages: {same: () => 'Unexpected text of another article, expected its own'},
  collect: (document) => document.paragraphs.map(({prose, range}) => ({value: prose.value, range})),
  checkSite(articles, _options, report) {
    const all = articles.flatMap(({path, facts}) => facts.map((fact) => ({...fact, path})))
    for (const {path, value, range} of all)
      if (all.some((other) => other.path !== path && other.value === value))
        report('same', {path, range, data: undefined})
  }
})

const judges = presets.all.rules.filter(({rule}) => rule.checkDirectives)
const configured = (rule: Rule): Ruleset['rules'][number] => ({
  rule,
  severity: 'warn',
  options: readOptions(rule.options, undefined).options
})
/** `x` is on, `y` is on, `z` is known and off. */
const ruleset: Ruleset = {
  rules: [...judges, ...['x', 'y'].map((letter) => configured(letterRule(letter)))],
  known: ['bad-x', 'bad-y', 'bad-z', ...judges.map(({rule}) => rule.id)]
}

const today = '2027-06-15'

/** What the rules about comments say; `only` of one of them. */
function said(text: string, only?: string, own: Ruleset = ruleset): readonly Message[] {
  const {messages, crashes} = lintText(text, {ruleset: own, today})
  expect(crashes).toEqual([])
  return messages.filter(
    ({ruleId}) => judges.some(({rule}) => rule.id === ruleId) && (only === undefined || ruleId === only)
  )
}

/** messageId and source of the place. */
const places = (text: string, messages: readonly Message[]): string[] =>
  messages.map(({messageId, start, end}) => `${messageId}: ${text.slice(start, end)}`)

/** The text after the first suggestion of each message, one at a time. */
const suggested = (text: string, messages: readonly Message[]): string[] =>
  messages.map(({suggestions}) => applyEdits(text, [suggestions?.[0]?.edits ?? []]).text)

it('the rules about comments are four, and run on any language', () => {
  expect(judges.map(({rule}) => rule.id)).toEqual([
    'directive-without-reason',
    'expired-directive',
    'unknown-directive',
    'unused-directive'
  ])
  expect(judges.every(({rule}) => rule.category === 'directive' && rule.anyLanguage)).toBe(true)
})

describe('unknown-directive', () => {
  const unknown = (text: string): readonly Message[] => said(text, 'unknown-directive')

  it.each([
    ['<!-- articlelint-disabel -->', 'articlelint-disabel', 'articlelint-disable'],
    ['<!-- articlelint-disabled bad-x -->', 'articlelint-disabled', 'articlelint-disable'],
    ['<!-- Articlelint-Disable bad-x -->', 'Articlelint-Disable', 'articlelint-disable'],
    ['<!-- articlelint disable bad-x -->', 'articlelint disable', 'articlelint-disable'],
    ['<!-- articlelint: disable-file bad-x -->', 'articlelint: disable-file', 'articlelint-disable-file'],
    ['<!-- articlelint-disable-flie bad-x -->', 'articlelint-disable-flie', 'articlelint-disable-file'],
    [
      '<!-- articlelint-disable-nextline bad-x -->',
      'articlelint-disable-nextline',
      'articlelint-disable-next-line'
    ],
    [
      '<!-- articlelint-ignore-next-line bad-x -->',
      'articlelint-ignore-next-line',
      'articlelint-disable-next-line'
    ],
    ['<!-- articlelint-enabel -->', 'articlelint-enabel', undefined],
    ['<!-- articlelint-enable-all -->', 'articlelint-enable-all', 'articlelint-enable']
  ])('%s', (comment, written, meant) => {
    const text = `a\n\n${comment}\n\nb`
    const messages = unknown(text)
    expect(places(text, messages)).toEqual([`kind: ${written}`])
    if (meant !== undefined) expect(suggested(text, messages)).toEqual([text.replace(written, meant)])
  })

  it('does not turn a directive for its own line into one for the next, nor guess', () => {
    for (const name of ['disable-line', 'disable-this-line', 'ignore', 'silence', 'x']) {
      const text = `a <!-- articlelint-${name} bad-x -->`
      const [message, ...others] = unknown(text)
      expect(message).toMatchObject({messageId: 'kind', start: text.indexOf('articlelint')})
      expect(message).not.toHaveProperty('suggestions')
      expect(others).toEqual([])
    }
  })

  it.each([
    'eslint-disable bad-x',
    'articlelint says too much',
    'see articlelint-disabel',
    'articlelint',
    'articlelints-disable'
  ])('leaves <!-- %s --> alone', (body) => {
    expect(unknown(`a\n\n<!-- ${body} -->`)).toEqual([])
  })

  it('names ids that no rule has, with the nearest one', () => {
    const text = '<!-- articlelint-disable bad-x, bda-y, something-else -- why -->\n\na'
    const messages = unknown(text)
    expect(places(text, messages)).toEqual(['rule: bda-y', 'rule: something-else'])
    expect(suggested(text, messages)).toEqual([
      text.replace('bda-y', 'bad-y'),
      text.replace(', something-else', '')
    ])
  })

  it('removes the comment, not the only name: it would silence all rules', () => {
    const text = 'a\n\n<!-- articlelint-disable something -- why -->\n\nb\n'
    expect(suggested(text, unknown(text))).toEqual(['a\n\nb\n'])
  })

  it('knows rules that are off, and no rule when nobody says which there are', () => {
    expect(unknown('<!-- articlelint-disable bad-z -- why -->\n\na')).toEqual([])
    const text = '<!-- articlelint-disable something -- why -->\n\na'
    expect(said(text, 'unknown-directive', {rules: ruleset.rules})).toEqual([])
  })

  it.each([
    ['bad-x they told us so', 'they told us so', 'bad-x -- they told us so'],
    ['bad-x - quoted', '- quoted', 'bad-x -- quoted'],
    ['written by a guest', 'written by a guest', '-- written by a guest']
  ])('sees a reason without its hyphens: %s', (body, words, repaired) => {
    const text = `a\n\n<!-- articlelint-disable ${body} -->`
    const messages = unknown(text)
    expect(places(text, messages)).toEqual([`words: ${words}`])
    expect(suggested(text, messages)).toEqual([text.replace(body, repaired)])
  })

  it.each(['bad-x -- they told us', 'bad-x — they told us', 'bad-x ---- they - told -- us'])(
    'reads the reason of: %s',
    (body) => {
      expect(unknown(`x\n\n<!-- articlelint-disable ${body} -->\n\nx`)).toEqual([])
    }
  )

  it.each([
    ['2027-13-45', undefined],
    ['2027-02-29', undefined],
    ['2027-7-1', '2027-07-01'],
    ['2027/07/01', '2027-07-01'],
    ['March 2027', undefined],
    ['1.3.2027', undefined],
    ['2 weeks', undefined]
  ])('says that %s is no day', (until, day) => {
    const text = `<!-- articlelint-disable bad-x -- why (until ${until}) -->\n\na`
    const messages = unknown(text)
    expect(places(text, messages)).toEqual([`date: ${until}`])
    if (day) expect(suggested(text, messages)).toEqual([text.replace(until, day)])
    else expect(messages[0]).not.toHaveProperty('suggestions')
  })

  it.each(['2028-02-29', '2027-12-31', 'the rewrite', 'version two is out', 'v2 ships'])(
    'takes %s for a day, or for words',
    (until) => {
      expect(unknown(`<!-- articlelint-disable bad-x -- why (until ${until}) -->\n\na`)).toEqual([])
    }
  )

  it.each([
    ['an enable alone', 'E', ['enable: <!-- articlelint-enable -->']],
    ['a second one', 'D bad-x|E|E', ['enable: <!-- articlelint-enable -->']],
    ['one for another rule', 'D bad-x|E bad-y', ['enable: <!-- articlelint-enable bad-y -->']],
    ['one of two names', 'D bad-x|E bad-x, bad-y', ['enable: bad-y']],
    ['one after disable-next-line', 'N|E', ['enable: <!-- articlelint-enable -->']],
    ['one after disable-file', 'F|E', ['enable: <!-- articlelint-enable -->']],
    ['a pair', 'D bad-x|E bad-x', []],
    ['one for all rules', 'D bad-x|D bad-y|E', []],
    ['one of all rules', 'D|E bad-x|E', []],
    ['one after another', 'D bad-x, bad-y|E bad-y|E bad-x', []]
  ])('enable: %s', (_name, pattern, expected) => {
    const kinds: Record<string, string> = {
      D: 'disable',
      E: 'enable',
      N: 'disable-next-line',
      F: 'disable-file'
    }
    const text = pattern
      .split('|')
      .map((part) => `<!-- articlelint-${kinds[part[0] ?? '']}${part.slice(1)} -->\n\nx y`)
      .join('\n\n')
    expect(places(text, unknown(text))).toEqual(expected)
  })

  it('does not add to a misspelt disable that its enable has none', () => {
    const text = '<!-- articlelint-disabel bad-x -->\n\nx\n\n<!-- articlelint-enable bad-x -->'
    expect(places(text, unknown(text))).toEqual(['kind: articlelint-disabel'])
    const other = '<!-- articlelint-disable bda-x -->\n\nx\n\n<!-- articlelint-enable bad-x -->'
    expect(places(other, unknown(other))).toEqual(['rule: bda-x'])
  })
})

describe('expired-directive', () => {
  it('ends a directive on the day after its last one: its finding is back', () => {
    const text = '<!-- articlelint-disable-next-line bad-x -- why (until 2027-06-14) -->\nx'
    const {messages, directives} = lintText(text, {ruleset, today})
    expect(messages.map(({ruleId, line}) => [ruleId, line])).toEqual([
      ['expired-directive', 1],
      ['bad-x', 2]
    ])
    expect(messages[0]).toMatchObject({messageId: 'expired', start: 0, end: text.indexOf('\n')})
    expect(messages[0]?.reason).toContain('`bad-x`')
    expect(directives).toMatchObject([{isExpired: true, used: []}])
  })

  it.each([
    ['on its last day', '2027-06-15', today],
    ['before it', '2027-06-16', today],
    ['without a day of the run', '2020-01-01', undefined],
    ['when it is no day', '2020-13-01', today]
  ])('leaves a directive alone %s', (_name, until, day) => {
    const text = `<!-- articlelint-disable-next-line bad-x -- why (until ${until}) -->\nx`
    const {messages, directives} = lintText(text, {ruleset, today: day})
    expect(messages.filter(({ruleId}) => ruleId !== 'unknown-directive')).toEqual([])
    expect(directives).toMatchObject([{used: ['bad-x']}])
  })

  it('takes an expired directive out of those that hold', () => {
    const text =
      '<!-- articlelint-disable bad-x -- why -->\n\n<!-- articlelint-disable bad-x -- why (until 2020-01-01) -->\n\nx'
    const {messages, directives} = lintText(text, {ruleset, today})
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['expired-directive'])
    expect(directives.map(({used}) => used)).toEqual([['bad-x'], []])
  })

  it('announces the end when asked to', () => {
    const own = (noticeDays: number): Ruleset => ({
      ...ruleset,
      rules: ruleset.rules.map((one) =>
        one.rule.id === 'expired-directive' ? {...one, options: {noticeDays}} : one
      )
    })
    const text = '<!-- articlelint-disable-next-line bad-x -- why (until 2027-07-01) -->\nx'
    expect(said(text, undefined, own(15))).toEqual([])
    expect(said(text, undefined, own(16))).toMatchObject([{messageId: 'expiring', start: 0}])
  })
})

describe('unused-directive', () => {
  const unused = (text: string): readonly Message[] => said(text, 'unused-directive')

  it.each([
    ['disable', '<!-- articlelint-disable bad-x -- why -->\n\na', 'unused'],
    ['disable without rules', '<!-- articlelint-disable -- why -->\n\na', 'unused'],
    ['disable-next-line', 'a\n\n<!-- articlelint-disable-next-line bad-x -- why -->\na\n\nx', 'unused'],
    ['disable-next-line at the end', 'x\n\n<!-- articlelint-disable-next-line bad-x -- why -->', 'unused'],
    ['disable-file', '<!-- articlelint-disable-file bad-x, bad-y -- why -->\n\na', 'unused'],
    ['a rule that is off', '<!-- articlelint-disable bad-z -- why -->\n\na', 'off'],
    ['a rule about comments', '<!-- articlelint-disable-file expired-directive -- why -->\n\na', 'lasting']
  ])('speaks of %s', (_name, text, messageId) => {
    const messages = unused(text)
    const {start, end} = messages[0] ?? {start: 0, end: 0}
    expect(messages).toMatchObject([{messageId}])
    expect(text.slice(start, end)).toMatch(/^<!-- .* -->$/)
  })

  it('names those of several rules that are', () => {
    const text = '<!-- articlelint-disable bad-x, bad-y, bad-z -- why -->\n\ny'
    const messages = unused(text)
    expect(places(text, messages)).toEqual(['unused: bad-x', 'off: bad-z'])
    expect(suggested(text, messages)).toEqual([text.replace('bad-x, ', ''), text.replace(', bad-z', '')])
  })

  it('sees that an outer directive does what an inner one should, and the other way round', () => {
    const text =
      '<!-- articlelint-disable-file bad-x -- why -->\n\n<!-- articlelint-disable-next-line bad-x -- why -->\nx'
    expect(places(text, unused(text))).toEqual(['unused: <!-- articlelint-disable-file bad-x -- why -->'])
  })

  it.each([
    ['one that silences', '<!-- articlelint-disable bad-x -- why -->\n\nx'],
    ['one of an id that no rule has', '<!-- articlelint-disable something -- why -->\n\na'],
    ['an expired one', '<!-- articlelint-disable bad-x -- why (until 2020-01-01) -->\n\na'],
    ['one that does not exist', '<!-- articlelint-disabel bad-x -- why -->\n\na'],
    ['an enable', '<!-- articlelint-enable -->\n\na']
  ])('is silent about %s', (_name, text) => {
    expect(unused(text)).toEqual([])
  })

  it.each([
    ['between blocks', 'a\n\nC\n\nb', 'a\n\nb'],
    ['below a block', 'a\nC\n\nb', 'a\n\nb'],
    ['above a block', 'a\n\nC\nb', 'a\n\nb'],
    ['between lines', 'a\nC\nb', 'a\n\nb'],
    ['between lines that end otherwise', 'a\r\nC\r\nb', 'a\r\n\r\nb'],
    ['at the start', 'C\n\na', 'a'],
    ['at the end', 'a\n\nC\n', 'a\n'],
    ['alone', 'C', ''],
    ['in a paragraph', 'a C b', 'a b'],
    ['at the end of a line', 'a C\nb', 'a\nb'],
    ['at the start of a line', 'C a', 'a'],
    ['in a quote', '> a\n>\n> C\n>\n> b', '> a\n>\n>\n>\n> b'],
    ['in an item', '- C\n  a', '-\n  a'],
    ['in a word', 'aCb', 'ab']
  ])('suggests to remove a comment %s', (_name, pattern, expected) => {
    const text = pattern.replace('C', '<!-- articlelint-disable bad-x -- why -->')
    expect(suggested(text, unused(text))).toEqual([expected])
  })
})

it('directive-without-reason asks every directive that silences', () => {
  const text =
    'x\n\n<!-- articlelint-disable bad-x -->\n\nx <!-- articlelint-disable-next-line bad-y (until 2028-01-01) -->\ny\n\n<!-- articlelint-enable -->\n\n<!-- articlelint-disable-file bad-y -- why -->'
  const messages = said(text, 'directive-without-reason')
  expect(places(text, messages)).toEqual([
    'reasonless: <!-- articlelint-disable bad-x -->',
    'reasonless: <!-- articlelint-disable-next-line bad-y (until 2028-01-01) -->'
  ])
})

describe('what rules say of comments', () => {
  it('no comment silences', () => {
    const text =
      '<!-- articlelint-disable -- why -->\n\n<!-- articlelint-disable-file unknown-directive -- why -->\n\n<!-- articlelint-disabel -->\n\nx'
    expect(said(text, 'unknown-directive')).toMatchObject([{messageId: 'kind'}])
  })

  it('stands at the places of the file, in the order of the text', () => {
    const text = '\uFEFFx\n\n<!-- articlelint-disabel -->\n\n<!-- articlelint-disable bda-x -- why -->\n\nx'
    const {messages} = lintText(text, {ruleset, today})
    expect(messages.map(({start, end}) => text.slice(start, end))).toEqual([
      'x',
      'articlelint-disabel',
      'bda-x',
      'x'
    ])
    expect(messages[1]).toMatchObject({line: 3, column: 6})
  })

  it('is not said where comments have no say', () => {
    const {messages} = lintText('<!-- articlelint-disabel -->', {ruleset, inlineConfig: false})
    expect(messages).toEqual([])
  })

  it('is the same for the front and for whoever judges later', () => {
    const text = 'x\n\n<!-- articlelint-disable bad-y -- why -->\n\nx'
    const {directives, messages} = lintText(text, {ruleset, today})
    const json = JSON.parse(JSON.stringify(directives)) as typeof directives
    const judged = judgeDirectives({text, ruleset, directives: json, today})
    expect(judged.crashes).toEqual([])
    expect(judged.messages).toEqual(messages.filter(({ruleId}) => ruleId === 'unused-directive'))
    expect(judged.messages).toHaveLength(1)
  })

  it('goes on when one of the rules crashes', () => {
    const broken = defineDirectiveRule({
      id: 'broken',
      summary: 'Flag it.',
      category: 'directive',
      recommended: 'warn',
      anyLanguage: true,
      options: {},
      messages: {},
      checkDirectives() {
        throw new Error('out of words')
      }
    })
    const own = {...ruleset, rules: [configured(broken), ...ruleset.rules]}
    const {messages, crashes} = lintText('<!-- articlelint-disabel -->', {ruleset: own})
    expect(crashes).toMatchObject([{ruleId: 'broken'}])
    expect(messages).toMatchObject([{ruleId: 'unknown-directive'}])
  })

  it('fault 50: of thousands of comments, and of a megabyte of names, takes no long time', () => {
    const names = Array.from({length: 60_000}, (_, index) => `rule-${index}`).join(', ')
    for (const text of [
      '<!-- articlelint-disable bda-x -->\n'.repeat(1000),
      `a${' <!-- articlelint-disable bad-x -->'.repeat(1000)}`,
      `<!-- articlelint-disable ${names} -->\n\na`,
      `<!-- articlelint-disable ${names.replaceAll('rule-', '').replaceAll(',', '')} -->\n\na`,
      '<!-- articlelint-enable bad-x -->\n'.repeat(1000)
    ]) {
      const {directives} = lintText(text, {ruleset: {rules: []}})
      const started = performance.now()
      judgeDirectives({text, ruleset, directives, today})
      expect(performance.now() - started).toBeLessThan(3000)
    }
  })
})

describe('rules about several articles', () => {
  const own: Ruleset = {
    rules: [...ruleset.rules, configured(siteRule)],
    known: [...(ruleset.known ?? []), 'same-text']
  }
  const same = 'The mill stands by the brook.'
  const first = `<!-- articlelint-disable-next-line same-text -- agreed -->\n${same}`

  const lintSite = (texts: readonly string[]) => {
    const articles = texts.map((text, index) => {
      const {facts, directives, messages} = lintText(text, {ruleset: own, today})
      expect(messages.filter(({ruleId}) => ruleId === 'unused-directive')).toEqual([])
      return {path: `${index}.md`, text, facts, directives, ruleset: own}
    })
    const {messages, directives} = checkSite(
      articles.map((article) => ({...article, text: () => article.text}))
    )
    return articles.map(({path, text, directives: before}) => {
      const known = directives.get(path) ?? before
      const judged = judgeDirectives({path, text, ruleset: own, directives: known, today}).messages
      return {site: messages.get(path) ?? [], known, judged}
    })
  }

  it('are silenced by comments, which are then used', () => {
    const [one, two] = lintSite([first, same])
    expect(one).toMatchObject({site: [], known: [{used: ['same-text']}], judged: []})
    expect(two?.site).toMatchObject([{ruleId: 'same-text', line: 1}])
  })

  it('keep what a comment silenced in its own article', () => {
    const [one] = lintSite([
      '<!-- articlelint-disable bad-x, same-text, bad-y -- why -->\n\nThe letter x stands here.',
      'The letter x stands here.'
    ])
    expect(one).toMatchObject({
      known: [{used: ['bad-x', 'same-text']}],
      judged: [{ruleId: 'unused-directive', messageId: 'unused'}]
    })
  })

  it('prove nothing by silence: the other article may not have been linted', () => {
    const [one] = lintSite([first])
    expect(one).toMatchObject({known: [{used: []}], judged: []})
    const [bare] = lintSite([`<!-- articlelint-disable -- agreed -->\n\n${same}`])
    expect(bare?.judged).toEqual([])
  })
})

describe('in a run', () => {
  const claim = 'The company operates nine flour mills and relies on regional farmers for most of its grain.'
  const files = {
    'used.md': `# The Bakery\n\n<!-- articlelint-disable -- they told us -->\n\n${claim}\n`,
    'wrong.md': `# The Mill\n\n<!-- articlelint-disable-next-line unsourced-claims -- they told us -->\n${claim}\n\n<!-- articlelint-disable-next-line placeholder-text -->\n\nIt rains.\n`,
    'old.md': `# The Brook\n\n<!-- articlelint-disable unsourced-claim, no-sources -- soon (until 2027-01-31) -->\n\n${claim}\n`
  }
  const lint = async (settings: Parameters<typeof lintFiles>[1]): Promise<Record<string, string[]>> => {
    const {files: results, problems} = await lintFiles(['.'], {cwd: makeFolder(files), today, ...settings})
    expect(problems).toEqual([])
    return Object.fromEntries(
      results.map(({path, messages}) => [
        path,
        messages.map(({ruleId}) => ruleId).filter((id) => judges.some(({rule}) => rule.id === id))
      ])
    )
  }

  it('of the recommended rules wrong and expired ones are reported', async () => {
    expect(await lint({})).toEqual({
      'old.md': ['expired-directive'],
      'used.md': [],
      'wrong.md': ['unknown-directive']
    })
  })

  it('of the strict ones all are', async () => {
    const rules = {'unused-directive': 'warn', 'directive-without-reason': 'warn'} as const
    expect(await lint({rules})).toEqual({
      'old.md': ['expired-directive'],
      'used.md': [],
      'wrong.md': ['unknown-directive', 'directive-without-reason', 'unused-directive']
    })
  })

  it('without a say of the articles none is', async () => {
    expect(await lint({inlineConfig: false})).toEqual({'old.md': [], 'used.md': [], 'wrong.md': []})
  })

  it('the flag of the CLI makes an unused one an error', () => {
    const cwd = makeFolder({
      'a.md': '# The Mill\n\n<!-- articlelint-disable placeholder-text -- why -->\n\nIt rains.\n'
    })
    const run = (...flags: string[]) =>
      spawnSync(process.execPath, [buildCli(), '-f', 'json', ...flags, '.'], {cwd, encoding: 'utf8'})
    expect(run()).toMatchObject({status: 0})
    const {status, stdout} = run('--report-unused-disable-directives')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).files[0].messages).toMatchObject([
      {ruleId: 'unused-directive', severity: 'error', line: 3, endColumn: 53}
    ])
  })
})

it('the public lintText has comments end with the day it is given', () => {
  const text =
    '# Kiln\n\n<!-- articlelint-disable-next-line empty-section -- it is cold (until 2026-05-01) -->\n\n## Fire\n\n## Ash\n\nIt is grey.\n'
  const idsOn = (today?: string) =>
    lintPublic(text, today === undefined ? {} : {today}).messages.map(({ruleId}) => ruleId)
  expect(idsOn()).toEqual([])
  expect(idsOn('2026-05-01')).toEqual([])
  expect(idsOn('2026-05-02')).toEqual(['expired-directive', 'empty-section'])
})

it('what unknown-directive quotes is cut at the same word, however the lines end', () => {
  const text =
    '<!-- articlelint-disable-next-line\nwords that somebody\nwrote here and that go on for far\nlonger than a message has room -->\n\nText.\n'
  const reasons = (source: string) =>
    lintText(source, {path: 'a.md', ruleset, today}).messages.map(({reason}) => reason)
  expect(reasons(text).length).toBeGreaterThan(0)
  expect(reasons(text.replaceAll('\n', '\r\n'))).toEqual(reasons(text))
})
