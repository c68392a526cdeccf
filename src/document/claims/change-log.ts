import type {Document} from '../model.ts'

/** Over a list of changes: what was changed in a text or a program is known to whom it is theirs. */
export const historyOfChanges: RegExp =
  /^(?:the )?(?:change ?log|(?:revision|version|document|change|edit) history|history of changes)[.:]?$/i

/** “0.20.0 Release Notes”, “Changelog of the mill”, “Ledger version 4.2 is now available” */
const changes =
  /(?:^(?:release notes?|change ?logs?)\b|\b(?:release notes?|change ?logs?)$|\bversion \d[\d.]{0,12} (?:is )?(?:now )?(?:available|out|released)$)/i
/** “What we learnt from 40 release notes”, “How to write a changelog” */
const ofChanges = /\b(?:about|best|better|from|good|great|how|our|to|what|why|with|write|writing|your)\b/i
/** `# Ledger 4.2.0` over `## Fixed`, `## Added`. */
const version = /(?<![\d.])v?\d+(?:\.\d+){2,3}(?![\d.])/
const changeHeading =
  /^(?:\S+ )?(?:added|bug ?fix(?:es)?|breaking changes?|change ?log|changed|deprecated|deprecations|fixed|fixes|new features|notable changes|release notes|removed|security fixes)$/i
const fewestChangeHeadings = 2

/** Whether an article tells what a release changes: those who made it say so. */
export function isChangeLog({title, headings}: Pick<Document, 'title' | 'headings'>): boolean {
  const [first] = headings
  const names = [title?.text ?? '', first?.level === 1 ? first.text : ''].map((name) => name.trim())
  if (names.some((name) => historyOfChanges.test(name) || namesChanges(name))) return true
  if (title === undefined || !version.test(title.text)) return false
  const ofVersion = headings.filter(({text}) => changeHeading.test(text.trim()) || namesChanges(text.trim()))
  return ofVersion.length >= fewestChangeHeadings
}

function namesChanges(name: string): boolean {
  return changes.test(name) && !ofChanges.test(name)
}
