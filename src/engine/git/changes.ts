import {realpathSync} from 'node:fs'
import path from 'node:path'
import {shownPath} from '../../config/index.ts'
import type {Message} from '../../lint/message.ts'
import {UsageError} from '../error.ts'
import type {ReadResult} from '../files.ts'
import type {FileResult} from '../result.ts'
import {readBlobs} from './blobs.ts'
import {openRepository, type Repository} from './git.ts'
import {allLines, createPatchReader, type LineRanges, type RawChange} from './patch.ts'

/** Which changes: those since a branch or commit went its own way, or those that are staged. */
export type ChangeQuery = {readonly since: string} | {readonly staged: true}

/** The lines of a file that changed. */
export type ChangedLines = LineRanges

export interface Changes {
  /** Nothing when the file did not change. Takes an absolute path. */
  linesOf(file: string): ChangedLines | undefined
  /** The file as it is staged, when that is asked for and it changed. */
  read(file: string): ReadResult | undefined
}

/**
 * Asks git what changed. `since`: the working tree, with what is not committed and not added yet, against the commit
 * where HEAD left the ref. `staged`: the index against HEAD. Throws `UsageError` with the way out when git can't tell.
 */
export async function readChanges(query: ChangeQuery, cwd: string): Promise<Changes> {
  const repository = await openRepository(cwd)
  const {root} = repository
  const isStaged = 'staged' in query
  const base = isStaged ? '--cached' : await findBase(repository, query.since)
  const reader = createPatchReader()
  await repository.stream(['diff', ...plainDiff, base, '--'], reader.read)
  const {changes, lines} = reader.end()
  const changed = new Map<string, ChangedLines>()
  for (const change of changes) {
    const {path: name, status} = change
    const own = isWhollyNew(change) ? allLines : lines.get(name)
    if (own && status !== 'D') changed.set(path.join(root, name), own)
  }
  if (!isStaged)
    for (const file of await findUntracked(repository)) changed.set(path.join(root, file), allLines)
  const staged = isStaged
    ? await readBlobs(
        repository,
        changes.filter(({path: name, mode}) => changed.has(path.join(root, name)) && mode.startsWith('100'))
      )
    : undefined
  const realOf = createRealPaths()
  return {
    linesOf: (file) => changed.get(realOf(file)),
    read: (file) => staged?.get(shownPath(realOf(file), root))
  }
}

/** All that a setting could change about the patch. Line ends are no text, so their change is none. */
const plainDiff = [
  '--raw',
  '--patch',
  '-z',
  '--no-abbrev',
  '--unified=3',
  '--inter-hunk-context=0',
  '--find-renames',
  '-l1000',
  '-O/dev/null',
  '--diff-algorithm=histogram',
  '--ignore-cr-at-eol',
  '--ignore-submodules=all',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv'
]

/** Added, of another type, or in the middle of a merge. */
function isWhollyNew({status}: RawChange): boolean {
  return status === 'A' || status === 'T' || status === 'U'
}

async function findBase({ask}: Repository, ref: string): Promise<string> {
  const commitOf = (name: string): Promise<string | undefined> =>
    ask(['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
  const remedy = async (usual: string): Promise<string> =>
    (await ask(['rev-parse', '--is-shallow-repository'])) === 'true'
      ? 'this clone is shallow, fetch the history: `git fetch --unshallow`, in GitHub Actions `fetch-depth: 0` for actions/checkout'
      : usual
  if (ref.trim() === '' || ref.startsWith('-')) {
    throw new UsageError(`Unexpected ref \`${ref}\` in --since, expected a branch, tag or commit`)
  }
  if (!(await commitOf('HEAD'))) {
    throw new UsageError(
      '--since compares with a commit, and there is none yet: commit first, or use --staged'
    )
  }
  const commit = await commitOf(ref)
  if (!commit) {
    const way = await remedy('check the name with `git branch --all`, or fetch it')
    throw new UsageError(`no branch, tag or commit \`${ref}\` for --since: ${way}`)
  }
  const base = await ask(['merge-base', 'HEAD', commit])
  if (base) return base
  const way = await remedy('name a branch that this one comes from')
  throw new UsageError(`\`${ref}\` and HEAD have no commit in common for --since: ${way}`)
}

async function findUntracked({stream}: Repository): Promise<readonly string[]> {
  const pieces: Buffer[] = []
  await stream(['ls-files', '--others', '--exclude-standard', '-z'], (piece) => pieces.push(piece))
  const names = Buffer.concat(pieces).toString().split('\0')
  return names.filter((name) => name !== '')
}

/** Paths without links, as git has them; of a link, the file it leads to. */
function createRealPaths(): (file: string) => string {
  const known = new Map<string, string>()
  return (file) => {
    const found = known.get(file) ?? realPath(file)
    known.set(file, found)
    return found
  }
}

function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    // Gone from the disk, but staged.
    const folder = path.dirname(file)
    return folder === file ? file : path.join(realPath(folder), path.basename(file))
  }
}

/**
 * The results with only what is about changed lines: messages that touch one, here or at a related place, and messages
 * about a changed article as a whole.
 */
export function onlyChanged(
  files: readonly FileResult[],
  changes: Changes,
  cwd: string
): readonly FileResult[] {
  return files.flatMap((file) => {
    const linesOf = (shown: string): ChangedLines | undefined => changes.linesOf(path.resolve(cwd, shown))
    const own = linesOf(file.path)
    const isNew = ({line, endLine, isOfArticle, related = []}: Message): boolean =>
      touches(own, line, endLine) ||
      (isOfArticle === true && own !== undefined) ||
      related.some((place) => touches(linesOf(place.path), place.line, place.line))
    const messages = file.messages.filter(isNew)
    return own || messages.length > 0 ? [{...file, messages}] : []
  })
}

function touches(ranges: ChangedLines | undefined, line: number, endLine: number): boolean {
  if (!ranges) return false
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as LineRanges[number])[1] < line) low = middle + 1
    else high = middle
  }
  const range = ranges[low]
  return range !== undefined && range[0] <= endLine
}
