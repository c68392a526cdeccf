import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
)
const sources = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))

/** What each part may import of the others; everything may import its own part. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  document: [],
  sources: ['document'],
  rule: ['document', 'sources'],
  rules: ['rule'],
  lint: ['document', 'rule'],
  config: ['document', 'rule', 'lint', 'rules'],
  engine: ['document', 'sources', 'rule', 'lint', 'config'],
  reporters: ['lint'],
  lsp: ['document', 'rule', 'lint', 'config', 'engine', 'reporters'],
  entry: ['document', 'rule', 'lint', 'config', 'engine', 'reporters', 'lsp']
}

/** The rooms of a part, each of which may import the ones before it; the files beside them hold the rooms together. */
const rooms: Readonly<Record<string, readonly (readonly string[])[]>> = {
  document: [
    ['parse'],
    ['html'],
    ['prose'],
    ['page'],
    ['headings'],
    ['lists'],
    ['references'],
    ['claims'],
    ['copies']
  ],
  sources: [['pages', 'numbers'], ['statements'], ['judging']]
}

/** What every room may import: what the part gives, and what has no room. */
const shared = ['src/document/model.ts', 'src/document/lazy.ts', 'src/sources/model.ts']

/** The modules of `src/rule` that a rule may import. */
const doors = ['src/rule/index.ts', 'src/rule/phrases.ts', 'src/rule/remark.ts']

/** The modules that may touch files. */
const readers = /^src\/(?:engine\/|config\/(?:read|find)\.ts$)/
const outside =
  /^node:(?:fs|child_process|worker_threads|cluster|net|tls|http|https|http2|dns|dgram|os|readline)\b/

/** A part is a folder of `src`, or the rules together; the files beside the folders are the entries. */
function partOf(file: string): string {
  if (file.startsWith('rules/')) return 'rules'
  const folder = /^src\/([^/]+)\//.exec(file)?.[1] ?? 'cli'
  return folder === 'cli' ? 'entry' : folder
}

/** The modules a source imports or exports from, types among them. */
function importsOf(source: string): string[] {
  const found: string[] = []
  for (const line of source.split('\n')) {
    if (/^\s*(?:\/\/|\/?\*)/.test(line)) continue
    const match = /^(?:import|export|\}).* from '([^']+)'$/.exec(line) ?? /^import '([^']+)'$/.exec(line)
    if (match?.[1]) found.push(match[1])
    for (const call of line.matchAll(/\bimport\('([^']+)'\)/g)) found.push(call[1] ?? '')
  }
  return found
}

/** The source without comments, as far as they stand on lines of their own. */
function codeOf(source: string): string {
  return source
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
    .join('\n')
}

function resolved(file: string, target: string): string {
  return path.posix.join(path.posix.dirname(file), target)
}

/** Files of some parts in whose code a pattern stands, with the line. */
function linesWith(pattern: RegExp, isAsked: (file: string) => boolean): string[] {
  return [...sources]
    .filter(([file]) => isAsked(file))
    .flatMap(([file, source]) =>
      codeOf(source)
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim().slice(0, 80)}`)
    )
}

describe('the scanner of imports', () => {
  it.each([
    ["import path from 'node:path'", ['node:path']],
    ["import {\n  a,\n  b\n} from './a.ts'", ['./a.ts']],
    ["import './side-effect.ts'", ['./side-effect.ts']],
    ["export type * from '../model.ts'", ['../model.ts']],
    ["const {a} = await import('./lazy.ts')", ['./lazy.ts']],
    ["type A = import('./a.ts').A", ['./a.ts']],
    ["// import {a} from './a.ts'\n/**\n * from './b.ts'\n */", []]
  ])('reads %j', (source, expected) => {
    expect(importsOf(source)).toEqual(expected)
  })

  it('finds an import in most files', () => {
    expect([...sources.values()].filter((source) => importsOf(source).length > 0).length).toBeGreaterThan(
      files.length / 2
    )
  })
})

describe('imports point one way', () => {
  it.each(files)('%s', (file) => {
    const part = partOf(file)
    expect(Object.keys(allowed)).toContain(part)
    for (const target of importsOf(sources.get(file) ?? '')) {
      if (!target.startsWith('.')) continue
      const other = resolved(file, target)
      expect(sources.has(other), `${target} exists`).toBe(true)
      if (partOf(other) !== part)
        expect(allowed[part], `${part} may import ${other}`).toContain(partOf(other))
    }
  })

  it.each(Object.keys(rooms))('from room to room of %s', (part) => {
    const order = rooms[part] ?? []
    const placeOf = (file: string) =>
      order.findIndex((names) => names.some((name) => file.startsWith(`src/${part}/${name}/`)))
    const wrong = files
      .filter((file) => placeOf(file) !== -1)
      .flatMap((file) =>
        importsOf(sources.get(file) ?? '')
          .map((target) => resolved(file, target))
          .filter((target) => target.startsWith(`src/${part}/`) && !shared.includes(target))
          .filter((target) => path.dirname(target) !== path.dirname(file))
          .filter((target) => placeOf(target) === -1 || placeOf(target) >= placeOf(file))
          .map((target) => `${file}: ${target}`)
      )
    expect(wrong).toEqual([])
    const folders = readdirSync(path.join(root, 'src', part), {withFileTypes: true})
    expect(folders.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort()).toEqual(
      order.flat().sort()
    )
  })

  it('a rule knows its own folder and the door', () => {
    const others = files
      .filter((file) => /^rules\/[^/]+\//.test(file))
      .flatMap((file) =>
        importsOf(sources.get(file) ?? '')
          .filter((target) => target.startsWith('.'))
          .map((target) => resolved(file, target))
          .filter(
            (target) => !doors.includes(target) && path.posix.dirname(target) !== path.posix.dirname(file)
          )
          .map((target) => `${file}: ${target}`)
      )
    expect(others).toEqual([])
  })

  it('the presets are computed in one place', () => {
    const users = files.filter((file) =>
      importsOf(sources.get(file) ?? '').some((target) => resolved(file, target) === 'rules/index.ts')
    )
    expect(users).toEqual(['src/config/builtin.ts'])
  })

  it('the language server takes of the reporters what makes words and addresses harmless', () => {
    const taken = [...sources]
      .filter(([file]) => partOf(file) === 'lsp')
      .flatMap(([, source]) => importsOf(source).filter((target) => target.includes('/reporters/')))
    expect([...new Set(taken)].sort()).toEqual(['../reporters/escape.ts', '../reporters/uri.ts'])
  })

  it('reporters know messages, claim sheets, renderings and vfile', () => {
    const targets = files
      .filter((file) => partOf(file) === 'reporters')
      .flatMap((file) =>
        importsOf(sources.get(file) ?? '').map((target) =>
          target.startsWith('.') ? resolved(file, target) : target
        )
      )
      .filter((target) => !target.startsWith('src/reporters/'))
    expect(
      targets.filter(
        (target) =>
          !/^src\/lint\/(?:message|claim-sheet|claim-checks|rendering)\.ts$|^vfile\b|^node:(?:path|url)$/.test(
            target
          )
      )
    ).toEqual([])
  })
})

describe('what reaches outside', () => {
  it('files, threads and sockets belong to the engine, and reading to the config too', () => {
    const users = files.filter((file) =>
      importsOf(sources.get(file) ?? '').some((target) => outside.test(target))
    )
    expect(users.filter((file) => !readers.test(file))).toEqual([])
  })

  it('process belongs to the CLI', () => {
    // Who one is, the writer of files may ask, and how long it runs; arguments, environment, streams and exit are the CLI's.
    const use =
      /\bprocess\.(?!pid\b|getuid\b|uptime\b|versions\b|arch\b)[a-z]|[=(,] ?process\b(?!['".])|node:process|globalThis\.process/
    // A signal ends the process only after what was being written is removed.
    const others = (file: string): boolean => !/^src\/(?:cli\b|engine\/temporary\.ts)/.test(file)
    expect(linesWith(use, others)).toEqual([])
    expect(linesWith(/\bprocess\./, (file) => !/^src\/(?:cli|engine)\b/.test(file))).toEqual([])
  })

  it('an article is linted without clock, chance, waiting and printing', () => {
    const use =
      /\bnew Date\b|\bDate\.now\b|\bperformance\.now\b|\bMath\.random\b|\bsetTimeout\b|\bfetch\(|\bconsole\.|\basync\b|\bawait\b/
    // The words of the claim model are data.
    const isPure = (file: string): boolean =>
      ['document', 'sources', 'rule', 'rules', 'lint', 'reporters'].includes(partOf(file)) &&
      file !== 'src/document/claims/weights.ts'
    // Reporters are loaded when they are asked for.
    expect(linesWith(use, (file) => isPure(file) && file !== 'src/reporters/index.ts')).toEqual([])
  })

  it('rules and model keep nothing between articles', () => {
    expect(
      linesWith(/^(?:export )?let /, (file) =>
        ['document', 'sources', 'rules', 'rule'].includes(partOf(file))
      )
    ).toEqual([])
  })
})

describe('files stay small', () => {
  const longest = (isAsked: (file: string) => boolean, limit: number): string[] =>
    files.filter((file) => isAsked(file) && (sources.get(file) ?? '').split('\n').length - 1 > limit)

  it('of src, up to 320 lines', () => {
    expect(longest((file) => file.startsWith('src/'), 320)).toEqual([])
  })

  it('of a rule, up to 150 lines, its phrases apart', () => {
    expect(longest((file) => /^rules\/[^/]+\/(?!phrases\.ts)/.test(file), 150)).toEqual([])
  })
})
