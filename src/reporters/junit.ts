import type {Message} from '../lint/message.ts'
import {numberEquals} from './equals.ts'
import {escapeLine} from './escape.ts'
import type {ReportedFile, ReportedProblem, Reporter} from './index.ts'
import {linesOf, wordRelated} from './places.ts'
import {severityNames} from './severity.ts'
import {escapeText, tagOf, xmlDeclaration} from './xml.ts'

interface Case {
  readonly name: string
  readonly kind: 'passed' | 'failure' | 'error'
  /** Lines of XML. */
  readonly inside: readonly string[]
}

/**
 * JUnit XML: a suite for each article, a failed test for each error and warning, an error for what could not be
 * linted. A clean article is a test that passed, and so is an info, with its words.
 */
export const junit: Reporter = (files, {problems = []}) => {
  const byPath = new Map<string, ReportedProblem[]>()
  for (const problem of problems) {
    const before = byPath.get(problem.path)
    if (before) before.push(problem)
    else byPath.set(problem.path, [problem])
  }
  const linted = new Set(files.map(({path}) => path))
  const unread = [...byPath.keys()].filter((path) => !linted.has(path))
  const suites = [...files, ...unread.map((path) => ({path, messages: []}))].map((file) => {
    const cases = casesOf(file, byPath.get(file.path) ?? [])
    return {path: file.path, cases, ...countCases(cases)}
  })
  const total = (key: 'tests' | 'failures' | 'errors'): number =>
    suites.reduce((sum, suite) => sum + suite[key], 0)
  const all = {
    name: 'articlelint',
    tests: total('tests'),
    failures: total('failures'),
    errors: total('errors')
  }
  const lines = suites.flatMap(({path, cases, ...counts}) => [
    `  <${tagOf('testsuite', {name: path, ...counts, file: path})}>`,
    ...writeCases(path, cases),
    '  </testsuite>'
  ])
  return [xmlDeclaration, `<${tagOf('testsuites', all)}>`, ...lines, '</testsuites>', ''].join('\n')
}

function casesOf({path, messages}: ReportedFile, problems: readonly ReportedProblem[]): readonly Case[] {
  if (messages.length + problems.length === 0)
    return [{name: 'nothing to report', kind: 'passed', inside: []}]
  return [
    ...problems.map(
      ({reason, line, column}): Case => ({
        name: 'could not be linted whole',
        kind: 'error',
        inside: result(
          'error',
          'problem',
          reason,
          escapeLine([path, line, column].filter((part) => part !== undefined).join(':'))
        )
      })
    ),
    ...messages.map((message) => toCase(message, path))
  ]
}

function toCase(message: Message, path: string): Case {
  const {ruleId, reason, severity, line, column, note, url} = message
  const name = `${ruleId}: ${reason}`
  const places = [`${path}:${line}:${column}`, ...wordRelated(message, path)]
  const lines = [...places.map(escapeLine), ...linesOf(note), url]
  if (severity === 'info')
    return {
      name,
      kind: 'passed',
      inside: [`      <system-out>${escapeText([reason, ...lines].join('\n'))}</system-out>`]
    }
  return {name, kind: 'failure', inside: result('failure', severityNames[severity], reason, lines.join('\n'))}
}

function result(
  element: 'failure' | 'error',
  type: string,
  message: string,
  text: string
): readonly string[] {
  return [`      <${tagOf(element, {type, message})}>${escapeText(text)}</${element}>`]
}

function writeCases(path: string, cases: readonly Case[]): readonly string[] {
  // Jenkins takes what stands before the last dot for a package.
  const classname = `articlelint.${path.replaceAll('.', '_')}`
  const numbers = numberEquals(cases.map(({name}) => name))
  return cases.flatMap(({name, inside}, index) => {
    // GitLab compares tests by name: each has its own, without the line, which moves.
    const number = numbers[index] as number
    const tag = tagOf('testcase', {classname, name: number > 1 ? `${name} (${number})` : name})
    return inside.length > 0 ? [`    <${tag}>`, ...inside, '    </testcase>'] : [`    <${tag}/>`]
  })
}

function countCases(cases: readonly Case[]): {
  readonly tests: number
  readonly failures: number
  readonly errors: number
} {
  const count = (kind: Case['kind']): number => cases.filter((one) => one.kind === kind).length
  return {tests: cases.length, failures: count('failure'), errors: count('error')}
}
