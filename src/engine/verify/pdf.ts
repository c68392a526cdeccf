import type {Page} from '../../sources/model.ts'
import {readPage} from '../../sources/pages/page.ts'
import type {PageFailure} from './page-message.ts'
import {isPdfBomb} from './pdf-size.ts'

/** A piece of text as the extractor gives it; `transform` ends with its place. */
interface Piece {
  readonly str: string
  readonly hasEOL: boolean
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
}

interface Line {
  readonly text: string
  readonly y: number
  readonly height: number
}

const maxLength = 2_000_000
const maxPages = 2000
/** A report of less than that is a scan: pictures of text. */
const fewLetters = 100

/** The text of a PDF, with its title and the day it was made. The extractor is a package that users install. */
export async function readPdf(bytes: Uint8Array, url: string): Promise<Page | PageFailure> {
  if (isPdfBomb(bytes)) return {reason: 'takes too much memory to read'}
  const extractor = await loadExtractor()
  if (!extractor) return {reason: 'to read PDF, install `unpdf`'}
  try {
    const file = await extractor.getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0
    })
    const parts: string[] = []
    let length = 0
    for (let number = 1; number <= Math.min(file.numPages, maxPages) && length < maxLength; number++) {
      const page = await file.getPage(number)
      const {items} = await page.getTextContent()
      const text = toText(items.filter((item: object): item is Piece => 'str' in item))
      length += text.length
      parts.push(text)
      page.cleanup()
    }
    const {info} = await file.getMetadata()
    return describe(readPage({text: parts.join('\n\n'), type: 'text', url}), info as Record<string, unknown>)
  } catch (error) {
    const {name, message} = error as Error
    return {
      reason: name === 'PasswordException' ? 'asks for a password' : `is no PDF that can be read: ${message}`
    }
  }
}

async function loadExtractor(): Promise<typeof import('unpdf') | undefined> {
  try {
    return await import('unpdf')
  } catch (error) {
    if (!/^(?:ERR_)?MODULE_NOT_FOUND$/.test(String((error as NodeJS.ErrnoException).code))) throw error
    return undefined
  }
}

/** What a PDF says of itself. */
interface Info {
  readonly Title?: unknown
  readonly CreationDate?: unknown
  readonly ModDate?: unknown
}

function describe({blocks}: Page, info: Info): Page {
  const title = typeof info.Title === 'string' ? info.Title.trim() : ''
  const published = dayOf(info.CreationDate)
  const updated = dayOf(info.ModDate)
  const isThin = blocks.reduce((sum, block) => sum + block.length, 0) < fewLetters
  return {
    blocks,
    // The name of a file is the title that a word processor gives.
    ...(title === '' || /\.\w{2,4}$|^untitled/i.test(title) ? {} : {title}),
    ...(published === undefined ? {} : {published}),
    ...(updated === undefined || (published !== undefined && updated < published) ? {} : {updated}),
    ...(isThin ? {isThin} : {})
  }
}

/** `2021-03-04` of `D:20210304101500Z`. */
function dayOf(value: unknown): string | undefined {
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(String(value)) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}

/** The lines of a page, with a blank one where a paragraph ends. */
function toText(pieces: readonly Piece[]): string {
  const lines = toLines(pieces)
  let text = ''
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1]
    if (last) text += isApart(last, line) ? '\n\n' : '\n'
    text += line.text
  }
  return text
}

function isApart(above: Line, line: Line): boolean {
  const size = Math.max(above.height, line.height, 1)
  const isOtherSize = Math.abs(above.height - line.height) > size * 0.15
  return isOtherSize || Math.abs(above.y - line.y) > size * 1.8
}

function toLines(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  let text = ''
  let height = 0
  let y = 0
  for (const piece of pieces) {
    const isBlank = piece.str.trim() === ''
    if (!isBlank) {
      const at = piece.transform[5] ?? 0
      // Raised and lowered signs stay in their line.
      if (text !== '' && Math.abs(at - y) > Math.max(height, piece.height) * 0.7) end()
      if (text === '') y = at
      height = Math.max(height, piece.height)
    }
    text += isBlank && piece.str !== '' && piece.width > height * 2 ? ' | ' : piece.str
    if (piece.hasEOL) end()
  }
  end()
  return lines

  function end(): void {
    const trimmed = text.replace(/^[ |]+/, '').trimEnd()
    if (trimmed !== '') lines.push({text: trimmed, y, height})
    text = ''
    height = 0
  }
}
