import type {Document, Paragraph, Section} from '../model.ts'
import {toKey} from '../prose/words.ts'

/** Labels that two parts must share to be one form. */
const fewestLabels = 2

/**
 * Tells paragraphs of a form that is filled in for each part of an article: `**Progress:** none` below one heading,
 * `**Progress:** none` below the next. Both begin with a label, and their sections share labels, one of them with
 * another text: where all is the same, a part stands there twice.
 */
export function createFormCheck(): (here: Paragraph, there: Paragraph) => boolean {
  const known = new Map<Section, ReadonlyMap<string, string>>()
  const pairs = new Map<Section, Map<Section, boolean>>()
  const fieldsOf = (section: Section): ReadonlyMap<string, string> => {
    const fields = known.get(section) ?? readFields(section)
    known.set(section, fields)
    return fields
  }
  return (here, there) => {
    if (here.section === there.section || !labelOf(here) || !labelOf(there)) return false
    const forms = pairs.get(here.section) ?? new Map<Section, boolean>()
    pairs.set(here.section, forms)
    const isOne = forms.get(there.section) ?? isForm(fieldsOf(here.section), fieldsOf(there.section))
    forms.set(there.section, isOne)
    return isOne
  }
}

function isForm(fields: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): boolean {
  const shared = [...fields].filter(([label]) => others.has(label))
  return shared.length >= fewestLabels && shared.some(([label, text]) => others.get(label) !== text)
}

function readFields({paragraphs}: Section): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const paragraph of paragraphs) {
    const label = labelOf(paragraph)
    if (label !== undefined && !fields.has(label))
      fields.set(label, paragraph.words.map(({key}) => key).join(' '))
  }
  return fields
}

/** The words in bold or italics with a colon that a paragraph begins with. */
function labelOf({prose: {value, marks}}: Paragraph): string | undefined {
  // Marks inside it come first, and there are few.
  const first = marks
    .slice(0, mostMarks)
    .find(({node, start}) => start === 0 && (node.type === 'strong' || node.type === 'emphasis'))
  if (!first || first.end > longestLabel || first.end >= value.trimEnd().length) return undefined
  const label = value.slice(0, first.end).trimEnd()
  if (label.endsWith(':')) return toKey(label.slice(0, -1))
  return value.charAt(first.end) === ':' ? toKey(label) : undefined
}

const longestLabel = 60
const mostMarks = 4

/** Words of a label that stands alone, and of a text that records have in common. */
const mostInLabel = 4
const longestField = 40
/** Parts with the same label that make records of them: of two, one may be the other again. */
const fewestRecords = 3

/** What records are kept by: `CVE-2024-1001`, `RFC-12`. */
const identifier = /\b([A-Z]{2,10})-(\d[\d-]{0,20})\b/

/**
 * Tells short texts of records: each part of the article has the same label alone on a line, such as “Impacts:”, the
 * same heading below its own, such as “Handouts”, or an identifier in its heading.
 */
export function createRecordCheck({
  sections
}: Pick<Document, 'sections'>): (here: Paragraph, there: Paragraph) => boolean {
  let known: ReadonlyMap<Section, ReadonlySet<string>> | undefined
  let names: ReadonlyMap<string, ReadonlySet<Section | undefined>> | undefined
  return (here, there) => {
    if (here.section === there.section || Math.max(here.wordCount, there.wordCount) > longestField)
      return false
    const name = nameOf(here.section)
    if (
      name !== undefined &&
      name === nameOf(there.section) &&
      here.section.parent !== there.section.parent
    ) {
      names ??= findParents(sections)
      if ((names.get(name)?.size ?? 0) >= fewestRecords) return true
    }
    if (areIdentified(here.section, there.section)) return true
    known ??= findRecordLabels(sections)
    const labels = known.get(there.section)
    return [...(known.get(here.section) ?? [])].some((label) => labels?.has(label))
  }
}

/** Whether two parts have identifiers of one kind that differ: what is so of one record may be so of the next. */
function areIdentified(here: Section, there: Section): boolean {
  const [, kind, number] = identifierOf(here) ?? []
  const [, otherKind, otherNumber] = identifierOf(there) ?? []
  return kind !== undefined && kind === otherKind && number !== otherNumber
}

function identifierOf(section: Section | undefined): RegExpExecArray | undefined {
  if (!section) return undefined
  return identifier.exec(section.heading?.text ?? '') ?? identifierOf(section.parent)
}

/** The sections around those with the same heading. */
function findParents(sections: readonly Section[]): ReadonlyMap<string, ReadonlySet<Section | undefined>> {
  const parents = new Map<string, Set<Section | undefined>>()
  for (const section of sections) {
    const name = nameOf(section)
    if (name === undefined) continue
    const known = parents.get(name)
    if (known) known.add(section.parent)
    else parents.set(name, new Set([section.parent]))
  }
  return parents
}

function nameOf({heading}: Section): string | undefined {
  return heading && heading.text.length <= longestLabel ? toKey(heading.text) : undefined
}

function findRecordLabels(sections: readonly Section[]): ReadonlyMap<Section, ReadonlySet<string>> {
  const labels = new Map(sections.map((section) => [section, new Set(section.paragraphs.flatMap(loneLabel))]))
  const counts = new Map<string, number>()
  for (const own of labels.values()) for (const label of own) counts.set(label, (counts.get(label) ?? 0) + 1)
  for (const own of labels.values()) {
    for (const label of own) if ((counts.get(label) ?? 0) < fewestRecords) own.delete(label)
  }
  return labels
}

function loneLabel(paragraph: Paragraph): string[] {
  if (!paragraph.prose.value.trimEnd().endsWith(':') || paragraph.wordCount > mostInLabel) return []
  return [paragraph.words.map(({key}) => key).join(' ')]
}
