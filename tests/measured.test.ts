import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {rules, usualSeverity} from '../src/config/builtin.ts'
import {lintFiles} from '../src/engine/index.ts'
import {lintText} from '../src/lint/index.ts'
import {readOptions} from '../src/rule/options.ts'
import {makeFolder} from './setup/folder.ts'
import {deriveMeasured, measuredColumns, measuredSection} from './tools/derive-measured.mjs'
import {claimKinds, type Figures, toText} from './tools/measure/figures.mjs'
import {toDeciles} from './tools/measure/labels.mjs'
import {measure, readArguments} from './tools/measure.mjs'
import {plants} from './tools/plant.mjs'

const project = {rules, usualSeverity, lintFiles, lintText, readOptions}
const file = new URL('../rules/measured.json', import.meta.url)

describe('rules/measured.json', () => {
  const read = (): Figures => JSON.parse(readFileSync(file, 'utf8'))
  const namesOf = ({collections}: Figures): string[] => collections.map(({name}) => name)

  it('has figures of every recommended rule: one without can not be recommended', () => {
    const figures = read()
    const measured = Object.keys(figures.rules)
    // The collections have no pages of their sources; `tests/sources-site.test.ts` measures these rules on a site that has.
    const wanted = rules
      .filter(({recommended, category}) => recommended && category !== 'verification')
      .map(({id}) => id)
    expect(wanted.filter((id) => !measured.includes(id))).toEqual([])
    for (const counts of Object.values(figures.rules)) expect(Object.keys(counts)).toEqual(namesOf(figures))
  })

  it('has none of rules that are gone', () => {
    const ids = rules.map(({id}) => id)
    expect(Object.keys(read().rules).filter((id) => !ids.includes(id))).toEqual([])
  })

  it('has articles that are well edited and articles that are not', () => {
    const figures = read()
    expect(namesOf(figures)).toEqual(expect.arrayContaining(['good', 'sloppy']))
    for (const {articles, words} of figures.collections) {
      expect(articles).toBeGreaterThan(100)
      expect(words).toBeGreaterThan(articles)
    }
  })

  it('has numbers and names, and nothing of what was measured', () => {
    const figures = read()
    const known = new Set([
      ...['version', 'collections', 'rules', 'labelled', 'planted', 'name', 'is', 'articles', 'words'],
      ...['findings', 'milder', 'sentences', 'unsourced', 'flagged', 'right', 'severe', 'severeRight'],
      ...['sourced', 'needless', 'found', 'confidence', 'said', 'calibrationError', 'kinds', 'all'],
      ...[...namesOf(figures), ...rules.map(({id}) => id), ...Object.keys(claimKinds), ...Object.keys(plants)]
    ])
    expect(keysOf(figures).filter((key) => !known.has(key))).toEqual([])
    for (const text of stringsOf(figures)) expect(text).toMatch(/^[A-Za-z0-9 ,’“”-]{1,200}$/)
  })

  it('is written as the tool writes it', () => {
    expect(readFileSync(file, 'utf8')).toBe(toText(read()))
  })
})

const copied =
  'The night ferry leaves the old harbour at nine and reaches the island shortly before the bakery opens its door.'
const clean = '# Crossing\n\nThe night ferry leaves at nine.\n'

function makeArticles(): string {
  return makeFolder({
    'good/a.md': clean,
    'good/sub/b.txt': 'The ferry is late.\n',
    'good/notes.json': '{}',
    'bad/twice.md': `# Crossing\n\n${copied}\n\nTickets are sold on board.\n\n${copied}\n\n## Left empty\n`,
    'bad/empty.md': `# Crossing\n\n${copied}\n\n## Left empty\n\n## Left, too\n`
  })
}

describe('measuring', () => {
  const source = (folder: string, name: string) => ({
    name,
    is: `${name} articles`,
    folder: path.join(folder, name)
  })

  it('counts articles, words, and per rule the articles hit and the findings', async () => {
    const folder = makeArticles()
    const collections = [source(folder, 'good'), source(folder, 'bad')]
    const figures = await measure(project, {collections, labelled: [], planted: []})
    expect(figures.collections).toEqual([
      {name: 'bad', is: 'bad articles', articles: 2, words: 80},
      {name: 'good', is: 'good articles', articles: 2, words: 14}
    ])
    expect(figures.rules['duplicate-paragraph']).toEqual({
      bad: {articles: 1, findings: 1, milder: 0},
      good: {articles: 0, findings: 0, milder: 0}
    })
    expect(figures.rules['empty-section']?.bad).toEqual({articles: 2, findings: 3, milder: 0})
    expect(Object.keys(figures.rules)).toEqual(
      rules
        .filter(({category}) => category !== 'verification')
        .map(({id}) => id)
        .sort()
    )
    expect(toText(figures)).not.toMatch(/\.md|harbour|articlelint-/)
    expect(await measure(project, {collections: collections.reverse(), labelled: [], planted: []})).toEqual(
      figures
    )
  })

  it('counts findings that are less severe than their rule', async () => {
    const folder = makeArticles()
    const louder = {...project, usualSeverity: () => 'error' as const}
    const {rules: counts} = await measure(louder, {
      collections: [source(folder, 'bad')],
      labelled: [],
      planted: []
    })
    expect(counts['empty-section']?.bad).toEqual({articles: 2, findings: 3, milder: 0})
    const milder = {
      ...project,
      lintFiles: async (...args: Parameters<typeof lintFiles>) => {
        const result = await lintFiles(...args)
        const files = result.files.map((one) => ({
          ...one,
          messages: one.messages.map((message) => ({...message, severity: 'info' as const}))
        }))
        return {...result, files}
      }
    }
    const {rules: mild} = await measure(milder, {
      collections: [source(folder, 'bad')],
      labelled: [],
      planted: []
    })
    expect(mild['empty-section']?.bad).toEqual({articles: 2, findings: 3, milder: 3})
  })

  it('fails on an article that can not be read, and on a folder without any', async () => {
    const folder = makeFolder({'good/a.md': Buffer.from([0xff, 0x41]), 'none/a.json': ''})
    const run = (name: string) =>
      measure(project, {collections: [source(folder, name)], labelled: [], planted: []})
    await expect(run('good')).rejects.toThrow('UTF-8')
    await expect(run('none')).rejects.toThrow('found none')
  })

  it('counts what is found of defects planted into good articles', async () => {
    const essay = readFileSync(new URL('../fixtures/articles/good-essay.md', import.meta.url))
    const folder = makeFolder({'good/a.md': essay})
    const request = {collections: [], labelled: [], planted: [source(folder, 'good')]}
    const [planted] = (await measure(project, request)).planted
    expect(planted).toMatchObject({name: 'good', articles: 1})
    expect(planted?.kinds['copied-paragraph']).toEqual({rules: 'duplicate-paragraph', planted: 1, found: 1})
  })
})

describe('labelled sentences', () => {
  const sentences = [
    ['Studies show that salt water keeps rope young.', 'U', 'S'],
    ['The captain waved.', 'N', null],
    ['Experts agree that tar keeps the rain out.', 'N', null],
    ['It is widely believed that a knot forgets its rope.', 'B', 'S'],
    ['The harbour was dug in 1911.', 'U', 'F']
  ] as const
  const text = `# Rope\n\n${sentences.map(([sentence]) => sentence).join(' ')}\n`
  const labels = sentences.map(([sentence, label, kind]) => {
    const start = text.indexOf(sentence)
    return {file: 'rope.md', start, end: start + sentence.length, label, kind}
  })
  const only = ['weasel-attribution', 'unlinked-attribution']
  const few = {...project, rules: rules.filter(({id}) => only.includes(id))}

  it('are scored by rule and by kind, those on the border left out', async () => {
    const folder = makeFolder({
      'rope.md': text,
      'gold.jsonl': labels.map((label) => `${JSON.stringify(label)}\n`).join('')
    })
    const source = {name: 'dev', is: 'labelled sentences', file: path.join(folder, 'gold.jsonl'), folder}
    const quiet = {
      ...few,
      lintFiles: (patterns: readonly string[], settings = {}) => lintFiles(patterns, {...settings, only})
    }
    const [scored] = (await measure(quiet, {collections: [], labelled: [source], planted: []})).labelled
    expect(scored).toMatchObject({name: 'dev', sentences: 4, calibrationError: 0})
    expect(scored?.unsourced).toMatchObject({S: 1, F: 1, Q: 0})
    expect(Object.keys(scored?.rules ?? {})).toEqual(['all', 'unlinked-attribution', 'weasel-attribution'])
    expect(scored?.rules.all).toMatchObject({
      flagged: 2,
      right: 1,
      sourced: 0,
      needless: 1,
      found: {S: 1, F: 0}
    })
  })

  it('whose article is missing are a mistake', async () => {
    const folder = makeFolder({'gold.jsonl': JSON.stringify(labels[0])})
    const source = {name: 'dev', is: 'labelled sentences', file: path.join(folder, 'gold.jsonl'), folder}
    await expect(measure(few, {collections: [], labelled: [source], planted: []})).rejects.toThrow('rope.md')
  })

  it('show how far a confidence can be believed', () => {
    const scored = [
      {confidence: 0.2, isRight: false},
      {confidence: 0.24, isRight: true},
      {confidence: 0.99, isRight: true},
      {confidence: 1, isRight: false}
    ]
    const {confidence, calibrationError} = toDeciles(scored)
    expect(confidence).toHaveLength(10)
    expect(confidence[2]).toEqual({said: 0.22, right: 1, sentences: 2})
    expect(confidence[9]).toEqual({said: 0.995, right: 1, sentences: 2})
    expect(confidence[5]).toEqual({said: 0, right: 0, sentences: 0})
    // |0.44 - 1| + |1.99 - 1|, of four sentences
    expect(calibrationError).toBe(0.388)
    expect(toDeciles([]).calibrationError).toBe(0)
  })
})

describe('the arguments', () => {
  const folder = (): string => makeFolder({'good/a.md': clean, 'gold.jsonl': '{}'})

  it('name collections, labels and good articles to plant in', () => {
    const at = folder()
    const good = path.join(at, 'good')
    const gold = path.join(at, 'gold.jsonl')
    const request = readArguments([
      `good=${good}`,
      `mine:my own, old ones=${good}`,
      ...['--labelled', `dev:sentences=${gold}`, at, '--labelled', gold, at],
      ...['--planted', good, '--out', path.join(at, 'out.json')]
    ])
    expect(request.collections).toEqual([
      {name: 'good', is: 'well-edited articles', folder: good},
      {name: 'mine', is: 'my own, old ones', folder: good}
    ])
    expect(request.labelled).toEqual([
      {name: 'dev', is: 'sentences', file: gold, folder: at},
      {name: 'labelled', is: 'labelled sentences', file: gold, folder: at}
    ])
    expect(request.planted).toEqual([{name: 'planted', is: 'well-edited articles', folder: good}])
    expect(request.out).toBe(path.join(at, 'out.json'))
  })

  it.each([
    ['no collection', []],
    ['a folder without a name', ['/tmp']],
    ['a name that is none', ['Good One=/tmp']],
    ['a folder that is missing', ['good=/nowhere/at/all']],
    ['one name twice', ['good=/tmp', 'good=/tmp']],
    ['labels without their articles', ['good=/tmp', '--labelled', 'gold.jsonl']],
    ['labels that are missing', ['good=/tmp', '--labelled', '/nowhere/gold.jsonl', '/tmp']],
    ['an unknown flag', ['good=/tmp', '--what']]
  ])('must not have %s', (_, args) => {
    expect(() => readArguments(args)).toThrow()
  })
})

describe('the figures on the pages', () => {
  const count = (articles: number, findings: number, milder = 0) => ({articles, findings, milder})
  const score = (flagged: number, right: number) => ({
    ...{flagged, right, severe: flagged, severeRight: right, sourced: flagged - right, needless: 0},
    found: {Q: right}
  })
  const figures: Figures = {
    version: 1,
    collections: [
      {name: 'good', is: 'well-edited articles', articles: 1200, words: 40_000},
      {name: 'sloppy', is: 'sloppy ones', articles: 20, words: 8000}
    ],
    rules: {
      'unsourced-claim': {good: count(2, 3, 1), sloppy: count(9, 40)},
      'empty-section': {good: count(0, 0), sloppy: count(1, 1)}
    },
    labelled: [
      {
        name: 'dev',
        is: 'labelled sentences',
        sentences: 100,
        unsourced: {Q: 20, S: 0},
        rules: {all: score(16, 12), 'unsourced-claim': score(10, 8), 'weasel-attribution': score(0, 0)},
        confidence: [
          {said: 0, right: 0, sentences: 0},
          {said: 0.15, right: 1, sentences: 4}
        ],
        calibrationError: 0.1
      }
    ],
    planted: [
      {
        name: 'planted',
        is: 'well-edited articles',
        articles: 9,
        kinds: {'left-empty': {rules: 'bare-heading empty-section', planted: 8, found: 6}}
      }
    ]
  }

  it('are not there for a rule that was not measured', () => {
    expect(measuredSection('filler-phrase', figures)).toBe('Not measured yet.')
    expect(measuredSection('empty-section', undefined)).toBe('Not measured yet.')
  })

  it('say how often a rule speaks, and how many planted defects it finds', () => {
    const section = measuredSection('empty-section', figures)
    expect(section).toContain('| 1,200 well-edited articles | 0 | 0 | 0 |\n')
    expect(section).toContain('| 20 sloppy ones | 1 | 1 | 0.125 |\n')
    expect(section).toContain('| left-empty | `bare-heading` | 8 | 6 (75.0 %) |')
    expect(section).not.toContain('language model')
    expect(section).toContain('`npm run measure`')
  })

  it('say how right it is, and who made the labels', () => {
    const section = measuredSection('unsourced-claim', figures)
    expect(section).toContain('| 1,200 well-edited articles | 2 | 3 | 1 | 0.075 |\n')
    expect(section).toContain('Of 100 labelled sentences, 20 need a source and have none.')
    expect(section).toContain('The rule flags 10, 8 of them rightly: precision 0.80, recall 0.40.')
    expect(section).toContain('Together with `weasel-attribution`: precision 0.75, recall 0.60.')
    expect(section).toContain('| figure or date | 20 | 8 (40.0 %) | 12 (60.0 %) |')
    expect(section).not.toContain('study or authority')
    expect(section).toContain('| 0.1–0.2 | 4 | 0.15 | 0.25 |')
    expect(section).not.toContain('0.0–0.1')
    expect(section).toContain('made by a large language model under a guide')
    expect(section).not.toContain('Defects planted')
  })

  it('stand in their own section, and nowhere else', () => {
    const page = '# a\n\n```md\n## Measured\n```\n\n## Measured\n\nOld.\n\n| x |\n\n## Prior art\n\nNone.\n'
    const derived = deriveMeasured(page, 'empty-section', figures)
    expect(derived).toBe(
      `# a\n\n\`\`\`md\n## Measured\n\`\`\`\n\n## Measured\n\n${measuredSection('empty-section', figures)}\n\n## Prior art\n\nNone.\n`
    )
    expect(deriveMeasured(derived, 'empty-section', figures)).toBe(derived)
    expect(deriveMeasured(derived, 'empty-section', undefined)).toBe(
      '# a\n\n```md\n## Measured\n```\n\n## Measured\n\nNot measured yet.\n\n## Prior art\n\nNone.\n'
    )
    expect(deriveMeasured('# a\n', 'empty-section', figures)).toBe('# a\n')
  })

  it('are columns of the table', () => {
    const {heads, cells, about} = measuredColumns(figures)
    expect(heads).toEqual(['Good', 'Sloppy'])
    expect(cells('unsourced-claim')).toEqual(['0.075', '5.000'])
    expect(cells('filler-phrase')).toEqual(['–', '–'])
    expect(about).toContain('1,200 well-edited articles (40,000 words)')
    expect(measuredColumns(undefined)).toMatchObject({heads: [], about: ''})
  })
})

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value) ? [] : Object.keys(value)
  return [...own, ...Object.values(value).flatMap(keysOf)]
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}
