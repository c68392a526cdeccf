import {randomBytes} from 'node:crypto'
import {mkdirSync, renameSync, rmSync} from 'node:fs'
import path from 'node:path'
import {winnow} from '../document/copies/shingles.ts'
import {hashCodes, isNumberCode} from '../document/copies/word-codes.ts'
import {reasonOf} from './errno.ts'
import {UsageError} from './error.ts'
import type {ArticleRow} from './facts-table.ts'
import {isCount, isList, isRecord, isString} from './shape.ts'

/** As the rule `shared-paragraph` collects them. */
interface Facts {
  readonly words: number
  readonly names: string
  readonly paragraphs: readonly (readonly [start: number, end: number, codes: string, hash: string])[]
}

const kinds = {
  path: 'string',
  article_words: 'number',
  paragraph: 'number',
  start_offset: 'number',
  end_offset: 'number',
  words: 'number',
  text_hash: 'string',
  pattern_hash: 'string',
  codes: 'string',
  runs: 'numbers'
} as const

type Columns = Record<keyof typeof kinds, (string | number | readonly number[])[]>

/** Paragraphs that are written at a time. */
const groupSize = 50_000

/** Writes a Parquet file: a row for each paragraph. Throws `UsageError`. */
export async function writeFacts(file: string, articles: readonly ArticleRow[]): Promise<void> {
  const {ParquetWriter, fileWriter} = await loadWriter()
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    mkdirSync(path.dirname(file), {recursive: true})
    const writer = new ParquetWriter({
      writer: fileWriter(temporary),
      schema: [...schema],
      createdBy: 'articlelint'
    })
    for (const columns of groups(articles)) {
      const columnData = Object.entries(columns).map(([name, data]) => ({name, data}))
      await writer.write({columnData, rowGroupSize: groupSize})
    }
    await writer.finish()
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, {force: true})
    if (error instanceof UsageError) throw error
    throw new UsageError(`the facts \`${file}\` can't be written: ${reasonOf(error)}`)
  }
}

/** Throws `UsageError` where the package is not installed. */
export async function loadWriter(): Promise<typeof import('hyparquet-writer')> {
  try {
    return await import('hyparquet-writer')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError(
      '--facts-out needs the package `hyparquet-writer` beside articlelint: `npm install --save-dev hyparquet-writer`'
    )
  }
}

const types = {
  string: {type: 'BYTE_ARRAY', converted_type: 'UTF8'},
  number: {type: 'INT32'},
  numbers: {converted_type: 'LIST', num_children: 1}
} as const

const schema = [
  {name: 'articlelint', num_children: Object.keys(kinds).length},
  ...Object.entries(kinds).flatMap(([name, kind]) => [
    {name, repetition_type: 'REQUIRED' as const, ...types[kind]},
    ...(kind === 'numbers'
      ? [
          {name: 'list', repetition_type: 'REPEATED' as const, num_children: 1},
          {name: 'element', repetition_type: 'REQUIRED' as const, type: 'INT32' as const}
        ]
      : [])
  ])
]

function* groups(articles: readonly ArticleRow[]): Generator<Columns> {
  let columns = noRows()
  for (const {path: article, facts} of articles) {
    if (!isFacts(facts))
      throw new UsageError(`the facts of \`${article}\` are not what \`shared-paragraph\` collects`)
    for (const [index, [start, end, codes, hash]] of facts.paragraphs.entries()) {
      columns.path.push(article)
      columns.article_words.push(facts.words)
      columns.paragraph.push(index)
      columns.start_offset.push(start)
      columns.end_offset.push(end)
      columns.words.push(codes.length)
      columns.text_hash.push(hash)
      columns.pattern_hash.push(hashCodes(withBlanks(codes, facts.names)))
      columns.codes.push(codes)
      columns.runs.push(runsOf(codes))
    }
    if (columns.path.length >= groupSize) {
      yield columns
      columns = noRows()
    }
  }
  if (columns.path.length > 0) yield columns
}

function noRows(): Columns {
  return Object.fromEntries(Object.keys(kinds).map((name) => [name, []])) as unknown as Columns
}

function isFacts(facts: unknown): facts is Facts {
  return isRecord({words: isCount, names: isString, paragraphs: isList(isParagraph)})(facts)
}

function isParagraph(value: unknown): boolean {
  const [start, end, codes, hash] = Array.isArray(value) ? (value as readonly unknown[]) : []
  return isCount(start) && isCount(end) && isString(codes) && isString(hash)
}

/** The words without names and numbers: what is filled into a pattern is left out. */
function withBlanks(codes: string, names: string): string {
  let blanked = ''
  for (const code of codes) blanked += names.includes(code) || isNumberCode(code.charCodeAt(0)) ? '_' : code
  return blanked
}

/** Signed, as databases have 32 bits: only whether two are the same means anything. */
function runsOf(codes: string): readonly number[] {
  const runs = new Set<number>()
  winnow(codes, (hash) => runs.add(hash | 0))
  return [...runs]
}
