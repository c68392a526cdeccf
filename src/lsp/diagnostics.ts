import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Diagnostic, Range} from 'vscode-languageserver/node'
import {DiagnosticSeverity, DiagnosticTag} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Problem} from '../engine/result.ts'
import type {Message} from '../lint/message.ts'
import {escapeLine, escapeLines} from '../reporters/escape.ts'
import {isWebUrl} from '../reporters/uri.ts'
import type {Client} from './client.ts'
import type {Checked} from './workspace.ts'

/** What the editor shows of a checked document: findings, and why it could not be linted whole. */
export function diagnosticsOf(
  checked: Checked,
  client: Pick<Client, 'showsRelated' | 'fades'>
): Diagnostic[] {
  const {fault, problems, messages} = checked
  return [
    ...(fault ? [faultDiagnostic(checked, fault, client)] : []),
    ...problems.map((problem) => problemDiagnostic(checked.document, problem)),
    ...messages.map((message) => toDiagnostic(message, checked, client))
  ]
}

const severities: Readonly<Record<Message['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warn: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information
}

const source = 'articlelint'

/** A finding as a diagnostic. The note stays for the hover, as lists of problems show one line. */
export function toDiagnostic(
  message: Message,
  {document, path: own, cwd}: Pick<Checked, 'document' | 'path' | 'cwd'>,
  {showsRelated, fades}: Pick<Client, 'showsRelated' | 'fades'>
): Diagnostic {
  const {ruleId, messageId, severity, reason, note, url, fingerprint, confidence, related} = message
  return {
    range: rangeOf(document, message),
    severity: severities[severity],
    code: ruleId,
    ...(isWebUrl(url) ? {codeDescription: {href: url}} : {}),
    source,
    message: escapeLine(reason),
    ...(fades && isDebris(message) ? {tags: [DiagnosticTag.Unnecessary]} : {}),
    ...(showsRelated && related
      ? {
          relatedInformation: related.map((place) => ({
            location:
              place.path === own
                ? {uri: document.uri, range: rangeOf(document, place)}
                : {uri: uriOf(place.path, cwd), range: pointRange(place.line, place.column)},
            message: escapeLine(place.reason)
          }))
        }
      : {}),
    data: {
      messageId,
      fingerprint,
      ...(note === undefined ? {} : {note}),
      ...(confidence === undefined ? {} : {confidence})
    }
  }
}

/** Whether all that the finding is about would be gone after its fix: the editor may show it faded. */
function isDebris({fix = [], start, end}: Message): boolean {
  return end > start && fix.some((edit) => edit.text.trim() === '' && edit.start <= start && edit.end >= end)
}

export function rangeOf(
  document: TextDocument,
  {start, end}: {readonly start: number; readonly end: number}
): Range {
  return {start: document.positionAt(start), end: document.positionAt(end)}
}

/** @param line 1-based, as `column` */
function pointRange(line = 1, column = 1): Range {
  const position = {line: line - 1, character: column - 1}
  return {start: position, end: position}
}

function uriOf(file: string, cwd: string): string {
  return pathToFileURL(path.resolve(cwd, file)).href
}

/** From a place to the end of its line; the whole first line where there is no place. */
function lineRange(document: TextDocument, line = 1, column = 1): Range {
  const start = {line: Math.min(line, document.lineCount) - 1, character: column - 1}
  // Positions past the end of a line stand for its end.
  const end = document.positionAt(document.offsetAt({line: start.line, character: Number.MAX_SAFE_INTEGER}))
  return {start, end: {line: end.line, character: Math.max(end.character, start.character)}}
}

function problemDiagnostic(document: TextDocument, {line, column, reason}: Problem): Diagnostic {
  return {
    range: lineRange(document, line, column),
    severity: DiagnosticSeverity.Error,
    source,
    message: escapeLines(reason)
  }
}

function faultDiagnostic(
  {document, cwd}: Pick<Checked, 'document' | 'cwd'>,
  {reason, place}: NonNullable<Checked['fault']>,
  {showsRelated}: Pick<Client, 'showsRelated'>
): Diagnostic {
  return {
    range: lineRange(document),
    severity: DiagnosticSeverity.Error,
    source,
    message: escapeLines(`not linted: ${reason}`),
    ...(showsRelated && place
      ? {
          relatedInformation: [
            {
              location: {uri: uriOf(place.path, cwd), range: pointRange(place.line, place.column)},
              message: escapeLines(place.reason)
            }
          ]
        }
      : {})
  }
}
