import type {Outcome} from './article.ts'
import {UsageError} from './error.ts'

/** The rule whose facts the table holds. */
export const factsRule = 'shared-paragraph'

/** What the articles of a run may share, as a table for databases. */
export interface FactsTable {
  add(outcome: Outcome): void
  /** Writes what was added, by path. Throws `UsageError`. */
  write(file: string): Promise<void>
}

/** What is known of one article. */
export interface ArticleRow {
  readonly path: string
  readonly facts: unknown
}

/**
 * Throws `UsageError` when the rule is off, or what writes the file is not installed.
 *
 * @param isOn whether the rule that collects the facts is on for some of the articles
 */
export async function createFactsTable(isOn: boolean): Promise<FactsTable> {
  if (!isOn) {
    throw new UsageError(
      `--facts-out writes the facts of \`${factsRule}\`, which is off: add \`--rule ${factsRule}:warn\`, or set it in the config`
    )
  }
  const {loadWriter, writeFacts} = await import('./facts-file.ts')
  // Before all articles are linted in vain.
  await loadWriter()
  const rows: ArticleRow[] = []
  return {
    add({linted}) {
      if (linted && Object.hasOwn(linted.facts, factsRule))
        rows.push({path: linted.file.path, facts: linted.facts[factsRule]})
    },
    async write(file) {
      rows.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
      await writeFacts(file, rows)
    }
  }
}
