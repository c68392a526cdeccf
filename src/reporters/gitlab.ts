import {numberEquals} from './equals.ts'
import type {ReportedProblem, Reporter} from './index.ts'
import {stringify} from './json.ts'

const severities = {error: 'major', warn: 'minor', info: 'info'} as const

interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: {
    readonly path: string
    readonly lines: {readonly begin: number; readonly end: number}
  }
}

/** The Code Quality report of GitLab: findings have fingerprints that stay when lines move. */
export const gitlab: Reporter = (files, {problems = []}) => {
  const issues = files.flatMap(({path, messages}): readonly Issue[] => {
    const numbers = numberEquals(messages.map(({fingerprint}) => fingerprint))
    return messages.map(({reason, ruleId, fingerprint, severity, line, endLine}, index) => ({
      description: reason,
      check_name: ruleId,
      // GitLab takes equal ones for the same finding, and shows one.
      fingerprint: `${fingerprint}:${numbers[index]}:${path}`,
      severity: severities[severity],
      location: {path, lines: {begin: line, end: endLine}}
    }))
  })
  return stringify([...issuesOf(problems), ...issues])
}

function issuesOf(problems: readonly ReportedProblem[]): readonly Issue[] {
  const keys = problems.map(({path, reason}) => `articlelint:${path}:${reason}`)
  const numbers = numberEquals(keys)
  return problems.map(({path, reason, line = 1}, index) => ({
    description: reason,
    check_name: 'articlelint',
    fingerprint: `${keys[index]}:${numbers[index]}`,
    severity: 'critical',
    location: {path, lines: {begin: line, end: line}}
  }))
}
