import {type LintFilesSettings, lintFiles} from '../../src/engine/index.ts'
import {ruleUrl} from '../../src/lint/message.ts'
import {html} from '../../src/reporters/html/index.ts'

/** The HTML report of files, as the CLI writes it. */
export async function htmlPage(
  patterns: readonly string[],
  settings: LintFilesSettings = {}
): Promise<string> {
  const keep = {text: true, claims: true, rendering: true}
  const {files, problems} = await lintFiles(patterns, {...settings, keep})
  const rules = [...new Set(files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId)))].map((id) => ({
    id,
    summary: `What ${id} says`,
    category: 'any',
    url: ruleUrl(id),
    severity: 'warn' as const
  }))
  return html(files, {problems, rules, version: '1.2.3'})
}
