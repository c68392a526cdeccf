import type {Message} from '../lint/message.ts'
import type {ReportedProblem, Reporter} from './index.ts'
import {severityNames} from './severity.ts'
import {tagOf, xmlDeclaration} from './xml.ts'

/** The XML of Checkstyle, which many CI systems and review bots read. */
export const checkstyle: Reporter = (files, {problems = []}) => {
  const errors = new Map<string, string[]>(files.map(({path, messages}) => [path, messages.map(toError)]))
  for (const problem of problems) {
    const before = errors.get(problem.path)
    if (before) before.push(toProblem(problem))
    else errors.set(problem.path, [toProblem(problem)])
  }
  const lines = [...errors].flatMap(([path, inside]) => {
    const tag = tagOf('file', {name: path})
    return inside.length > 0 ? [`  <${tag}>`, ...inside, '  </file>'] : [`  <${tag}/>`]
  })
  return [xmlDeclaration, '<checkstyle version="4.3">', ...lines, '</checkstyle>', ''].join('\n')
}

function toError({line, column, severity, reason, ruleId}: Message): string {
  return `    <${tagOf('error', {
    line,
    column,
    severity: severityNames[severity],
    message: reason,
    source: `articlelint.${ruleId}`
  })}/>`
}

function toProblem({line = 1, column, reason}: ReportedProblem): string {
  const source = 'articlelint'
  return `    <${tagOf('error', {line, column, severity: 'error', message: reason, source})}/>`
}
