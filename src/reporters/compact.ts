import {escapeLine, withoutCommands} from './escape.ts'
import type {Reporter} from './index.ts'
import {severityNames} from './severity.ts'
import {summarize} from './summary.ts'

/** A line per message, `path:line:column: severity reason [ruleId]`, for grep and editors; a summary at the end. */
export const compact: Reporter = (files, options) => {
  const lines = files.flatMap(({path, messages}) => {
    const shown = escapeLine(path)
    return messages.map(
      ({line, column, severity, reason, ruleId}) =>
        `${shown}:${line}:${column}: ${severityNames[severity]} ${escapeLine(reason)} [${escapeLine(ruleId)}]`
    )
  })
  const report = [...lines, summarize(files, options)].join('\n')
  return options.githubActions ? withoutCommands(report) : report
}
