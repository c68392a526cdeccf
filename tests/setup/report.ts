import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect} from 'vitest'
import {validateXML} from 'xmllint-wasm'
import type {Message} from '../../src/lint/message.ts'
import {
  type Format,
  loadReporter,
  type ReportedFile,
  type ReporterOptions
} from '../../src/reporters/index.ts'

/** A message about the characters 10 to 14, in line 2. */
export function createMessage(fields: Partial<Message> = {}): Message {
  return {
    ruleId: 'some-rule',
    messageId: 'some',
    severity: 'warn',
    reason: 'Unexpected `x`',
    url: 'https://example.org/rule',
    fingerprint: '0123456789abcdef',
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 7,
    start: 10,
    end: 14,
    ...fields
  }
}

/** A message about a piece of a text, found by its words. */
export function createMessageAt(text: string, words: string, fields: Partial<Message> = {}): Message {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`Expected \`${words}\` in the text`)
  const before = text.slice(0, start).split('\n')
  const inside = words.split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  const last = inside.at(-1)?.length ?? 0
  const end = {endLine: line + inside.length - 1, endColumn: inside.length > 1 ? last + 1 : column + last}
  return createMessage({line, column, ...end, start, end: start + words.length, ...fields})
}

export async function report(
  format: Format,
  files: readonly ReportedFile[],
  options: ReporterOptions = {}
): Promise<string> {
  return (await loadReporter(format))(files, options)
}

/** The path of a file in `tests/schemas`. */
export function readSchema(name: string): string {
  return readFileSync(path.join(import.meta.dirname, '../schemas', name), 'utf8')
}

/** Fails unless the XML is well-formed and fits the schema, as libxml2 reads it. */
export async function expectValidXml(xml: string, schema: string): Promise<void> {
  const {valid, errors} = await validateXML({
    xml: {fileName: 'report.xml', contents: xml},
    schema: {fileName: schema, contents: readSchema(schema)}
  })
  expect(errors.map(({message}) => message)).toEqual([])
  expect(valid).toBe(true)
}

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The text that follows the start tag. */
  readonly text: string
}

/** The elements of XML that is known to be well-formed, in their order. */
export function readElements(xml: string): readonly XmlElement[] {
  return [...xml.matchAll(/<([a-z-]+)((?: [a-z]+="[^"]*")*)\/?>([^<]*)/g)].map(
    ([, name = '', attributes = '', text = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
          key,
          decode(value)
        ])
      ),
      text: decode(text)
    })
  )
}

const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (named[name] ?? '') : String.fromCodePoint(Number(code))
  )
}
