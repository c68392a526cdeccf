import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {type Config, createConfigLoader, resolveRuleset} from '../src/config/index.ts'
import type {Linted, Outcome} from '../src/engine/article.ts'
import {toEntry, toLinted} from '../src/engine/cache/cache-entry.ts'
import type {Entry} from '../src/engine/cache/cache-file.ts'
import type {Ruleset} from '../src/lint/document.ts'
import type {Message} from '../src/lint/message.ts'
import {makeFolder} from './setup/folder.ts'

const place = {line: 1, column: 1, endLine: 1, endColumn: 2, start: 0, end: 1}
const message: Message = {
  ...place,
  ruleId: 'empty-section',
  messageId: 'empty',
  severity: 'warn',
  reason: 'Unexpected x',
  url: 'https://example.org/',
  fingerprint: '0'
}
const directive = {
  ...place,
  kind: 'disable' as const,
  name: 'disable',
  rules: [],
  ranges: {name: [0, 1] as [number, number], rules: []},
  used: []
}
const until = {...directive, until: '2030-05-02'}
const digest = 'd'.repeat(64)

async function configOf(rules: object = {}): Promise<{readonly config: Config; readonly file: string}> {
  const folder = makeFolder({'.articlelintrc.json': JSON.stringify({rules})})
  const file = path.join(folder, 'a.md')
  return {config: await createConfigLoader({}, folder)(file), file}
}

interface Given {
  readonly outcome?: Partial<Outcome>
  readonly linted?: Partial<Linted>
  readonly file?: Partial<Linted['file']>
  readonly today?: string
  /** What the front matter makes of the rules of the config. */
  readonly ruleset?: (usual: Ruleset) => Ruleset
}

/** An entry, and what a run with the same config makes of it. */
async function kept({
  outcome,
  linted,
  file: fileFields,
  today,
  ruleset = (usual) => usual
}: Given = {}): Promise<{
  readonly entry: Entry | undefined
  readonly value: Record<string, unknown> | undefined
  readonly read: (text?: string, change?: (value: Record<string, unknown>) => unknown) => Linted | undefined
  readonly given: Linted
}> {
  const {config, file} = await configOf()
  const given: Linted = {
    file: {path: 'a.md', messages: [message], fixed: 0, ...fileFields},
    source: undefined,
    ruleset: ruleset(resolveRuleset(config, file)),
    crashed: [],
    facts: {},
    directives: [],
    digest,
    ...linted
  }
  const entry = toEntry({linted: given, problems: [], ...outcome}, config, file, 20_000, today)
  const value = entry && JSON.parse(entry.value.toString())
  return {
    entry,
    value,
    given,
    read: (text, change = (same) => same) =>
      entry &&
      toLinted(
        {...entry, value: Buffer.from(JSON.stringify(change(value)))},
        {file, shown: 'shown/a.md', config},
        text
      )
  }
}

describe('what is kept of an article', () => {
  it('comes back as it was, under the name it has now', async () => {
    const {entry, value, read, given} = await kept({linted: {facts: {}, directives: [directive]}})
    expect(entry).toMatchObject({digest, day: 20_000, today: undefined, isFixable: false})
    expect(Object.keys(value ?? {}).sort()).toEqual(['directives', 'facts', 'hasSource', 'messages'])
    expect(value).toMatchObject({hasSource: false})
    const {digest: _, ...rest} = given
    expect(read()).toEqual({...rest, file: {path: 'shown/a.md', messages: [message], fixed: 0}})
    expect(read()?.file).not.toHaveProperty('text')
    expect(read('Text.')?.file.text).toBe('Text.')
    expect(read('')?.file.text).toBe('')
  })

  it('has the claims, the rendering and the source that were asked for', async () => {
    const claims = {sentences: []} as never
    const rendering = {html: '<p>'} as never
    const {read, value} = await kept({
      file: {claims, rendering},
      linted: {source: {file: '/elsewhere/a.md', digest}}
    })
    expect(value).toMatchObject({claims, rendering, hasSource: true})
    expect(read()).toMatchObject({file: {claims, rendering}})
    expect(read()?.source).toEqual({digest, file: expect.stringMatching(/articlelint-\w+\Wa\.md$/)})
    const without = await kept()
    expect(without.read()?.file).not.toHaveProperty('claims')
    expect(without.read()?.file).not.toHaveProperty('rendering')
    expect(without.read()?.source).toBeUndefined()
  })

  it('tells what can be repaired', async () => {
    const fix = [{start: 0, end: 1, text: ''}]
    expect((await kept({file: {messages: [message, {...message, fix}]}})).entry?.isFixable).toBe(true)
    expect((await kept({file: {messages: []}})).entry?.isFixable).toBe(false)
  })

  it('holds on its day only where a comment ends', async () => {
    expect((await kept({today: '2030-05-02'})).entry?.today).toBeUndefined()
    const dated = {linted: {directives: [directive, until]}}
    expect((await kept({...dated, today: '2030-05-02'})).entry?.today).toBe('2030-05-02')
    expect((await kept(dated)).entry).toBeUndefined()
    expect((await kept({linted: {directives: [directive]}})).entry).toBeDefined()
  })

  it('has rules of its own where the article has, and no others', async () => {
    const changed = await kept({
      ruleset: ({rules, ...rest}) => ({
        ...rest,
        rules: rules.map((one) => (one.rule.id === 'empty-section' ? {...one, severity: 'error'} : one))
      })
    })
    expect(changed.value).toHaveProperty('ruleset')
    const severities = (linted: Linted | undefined) =>
      linted?.ruleset.rules.map(({rule, severity}) => [rule.id, severity])
    expect(severities(changed.read())).toEqual(severities(changed.given))
    expect(severities(changed.read())).not.toEqual(severities((await kept()).given))
    const unknown = {ruleset: {rules: [['no-such-rule', 'warn', {}]]}, messages: []}
    expect(changed.read(undefined, (value) => ({...value, ...unknown}))).toBeUndefined()
  })

  const never: [what: string, given: Given][] = [
    ['that could not be linted', {outcome: {linted: undefined}}],
    ['with a problem', {outcome: {problems: [{path: 'a.md', reason: 'x'}]}}],
    ['whose rule failed', {linted: {crashed: ['empty-section']}}],
    ['that was fixed', {file: {fixed: 1}}],
    ['with a diff', {file: {diff: ''}}],
    [
      'with the rule of a plugin',
      {
        ruleset: ({rules, ...rest}) => {
          const [first] = rules
          return {...rest, rules: first ? [...rules, {...first, rule: {...first.rule, id: 'x/y'}}] : []}
        }
      }
    ]
  ]
  it.each(never)('is nothing of one %s', async (_, given) => {
    expect((await kept(given)).entry).toBeUndefined()
  })

  it('is nothing of one whose bytes nobody looked at', async () => {
    const {config, file} = await configOf()
    const {given} = await kept()
    const {digest: _, ...linted} = given
    expect(toEntry({linted, problems: []}, config, file, 1, undefined)).toBeUndefined()
  })

  it('is of no use when it is broken, or is about rules that are off', async () => {
    const {read, given} = await kept()
    expect(read()).toBeDefined()
    expect(read(undefined, () => ({}))).toBeUndefined()
    expect(read(undefined, (value) => ({...value, facts: {'no-such-rule': 1}}))).toBeUndefined()
    expect(given.file.messages).toHaveLength(1)
    const {config, file} = await configOf({'empty-section': 'off'})
    const value = Buffer.from(
      JSON.stringify({messages: [message], facts: {}, directives: [], hasSource: false})
    )
    const entry = {digest, day: 1, today: undefined, isFixable: false, value}
    expect(toLinted(entry, {file, shown: 'a.md', config}, undefined)).toBeUndefined()
  })
})
