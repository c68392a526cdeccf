import path from 'node:path'
import {shownPath} from '../config/paths.ts'
import type {Format, ReportedFile, ReportedProblem} from '../reporters/index.ts'

const {env} = process

/** CI systems read the paths in these from the top of the repository, wherever in it articlelint ran. */
const formats: ReadonlySet<Format> = new Set<Format>(['github', 'gitlab', 'sarif'])

interface Reported {
  readonly files: readonly ReportedFile[]
  readonly problems: readonly ReportedProblem[]
}

/** What is reported, with the paths that the reader of a format expects. */
export function withReaderPaths(reported: Reported, format: Format): Reported {
  const top = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR
  const cwd = process.cwd()
  if (!top || !formats.has(format) || path.resolve(top) === cwd) return reported
  const named = (shown: string): string => {
    // Standard input, and what is about all files, is no path.
    if (shown.startsWith('<') || shown === 'all files together') return shown
    const file = path.resolve(cwd, shown)
    const found = shownPath(file, path.resolve(top))
    return path.isAbsolute(found) ? shown : found
  }
  return {
    files: reported.files.map((file) => ({
      ...file,
      path: named(file.path),
      messages: file.messages.map((message) =>
        message.related
          ? {...message, related: message.related.map((place) => ({...place, path: named(place.path)}))}
          : message
      )
    })),
    problems: reported.problems.map((problem) => ({...problem, path: named(problem.path)}))
  }
}
