import {hash, randomBytes} from 'node:crypto'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'

/** What is known of one article, linted one way. */
export interface Entry {
  /** SHA-256 of the bytes that were linted, 64 hex digits. */
  readonly digest: string
  /** Days since 1970, when it was last of use. */
  readonly day: number
  /** `YYYY-MM-DD` where it holds on that day only. */
  readonly today: string | undefined
  /** `--fix` has something to do. */
  readonly isFixable: boolean
  /** JSON, UTF-8. */
  readonly value: Buffer
}

/** Entries by id, 32 hex digits. */
export type Entries = ReadonlyMap<string, Entry>

export interface CacheFile {
  readonly entries: Entries
  /** It was there, and is of no use. */
  readonly isFaulty: boolean
}

/** Of the bytes of one file; there are 64 of them. */
const maxBytes = 8 * 1024 * 1024
const format = 1
const header = /^articlelint cache (\d{1,9}) ([\da-f]{64}) ([\da-f]{64})\n$/
const headerLength = `articlelint cache ${format} \n`.length + 2 * 64 + 1
const head = /^([\da-f]{32}) ([\da-f]{64}) (\d{1,6}) (-|\d{4}-\d\d-\d\d) ([01]) $/
const longestHead = 32 + 64 + 6 + 10 + 1 + 5
const none: Entries = new Map()
const line = '\n'.charCodeAt(0)

/**
 * Reads a file of the cache, which need not exist. One that was made by another version has no entries; so has one that
 * is broken. Links are not followed.
 *
 * @param environment what made it, 64 hex digits
 */
export function readCacheFile(file: string, environment: string): CacheFile {
  const faulty = {entries: none, isFaulty: true}
  try {
    const stats = lstatSync(file, {throwIfNoEntry: false})
    if (!stats) return {entries: none, isFaulty: false}
    if (!stats.isFile() || stats.size > maxBytes) return faulty
    const bytes = readFileSync(file)
    const [, version, madeBy, digest] = header.exec(bytes.toString('latin1', 0, headerLength)) ?? []
    if (version !== String(format)) return faulty
    if (madeBy !== environment) return {entries: none, isFaulty: false}
    const body = bytes.subarray(headerLength)
    const entries = hash('sha256', body) === digest ? readEntries(body) : undefined
    return entries ? {entries, isFaulty: false} : faulty
  } catch {
    return faulty
  }
}

function readEntries(body: Buffer): Entries | undefined {
  const entries = new Map<string, Entry>()
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(line, start)
    const brace = body.indexOf('{', start, 'latin1')
    if (end < 0 || brace < 0 || brace - start > longestHead) return undefined
    const parts = head.exec(body.toString('latin1', start, brace))
    if (!parts) return undefined
    const [, id = '', digest = '', day = '', today = '', isFixable] = parts
    entries.set(id, {
      digest,
      day: Number(day),
      today: today === '-' ? undefined : today,
      isFixable: isFixable === '1',
      value: body.subarray(brace, end)
    })
    start = end + 1
  }
  return entries
}

/**
 * Writes a file of the cache, with its folder, so that at every moment the old or the new one stands there, whole. Of
 * more than it may hold, what was of use last is kept. Throws what the file system throws.
 */
export function writeCacheFile(file: string, environment: string, entries: Entries): void {
  const lines: Buffer[] = []
  let size = headerLength
  for (const [id, {digest, day, today = '-', isFixable, value}] of [...entries].sort(byUse)) {
    const start = Buffer.from(`${id} ${digest} ${day} ${today} ${Number(isFixable)} `, 'latin1')
    if (size + start.length + value.length + 1 > maxBytes) continue
    size += start.length + value.length + 1
    lines.push(start, value, newline)
  }
  const body = Buffer.concat(lines)
  const folder = path.dirname(file)
  makeFolder(folder)
  const temporary = path.join(folder, `${path.basename(file)}-${randomBytes(6).toString('hex')}.tmp`)
  const handle = openSync(temporary, 'wx')
  try {
    try {
      writeFileSync(handle, `articlelint cache ${format} ${environment} ${hash('sha256', body)}\n`)
      writeFileSync(handle, body)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
  } catch (error) {
    unlinkSync(temporary)
    throw error
  }
}

const newline = Buffer.from('\n')

function byUse([a, {day}]: [string, Entry], [b, other]: [string, Entry]): number {
  return other.day - day || (a < b ? -1 : 1)
}

/** Git leaves alone what lies in the folder, wherever that is. */
function makeFolder(folder: string): void {
  if (lstatSync(folder, {throwIfNoEntry: false})) return
  makePath(folder)
  try {
    writeFileSync(path.join(folder, '.gitignore'), '*\n', {flag: 'wx'})
  } catch {
    // Another run was faster.
  }
}

/** `recursive` of Node never ends where a folder is there and none can be made in it, such as `/proc`. */
function makePath(folder: string): void {
  const make = (isLast: boolean): void => {
    try {
      mkdirSync(folder)
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException
      // Another run was faster.
      if (code === 'EEXIST') return
      if (isLast || code !== 'ENOENT') throw error
      if (!existsSync(path.dirname(folder))) makePath(path.dirname(folder))
      make(true)
    }
  }
  make(false)
}
