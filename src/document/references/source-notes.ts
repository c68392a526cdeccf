import type {Prose, Range} from '../model.ts'

/** Marks that a source is still to come: `[citation needed]`, `[TODO: add link]`, `[source?]`. */
const note =
  /\[(?:citations? needed|sources? needed|ref(?:erence)?s? needed|needs? (?:a )?(?:citation|source|reference)s?|(?:source|link|ref|citation|cite)s?\s*\?+|(?:todo|tbd|fixme)\b[^\]\n]{0,40}\b(?:links?|sources?|urls?|citations?|references?|cite)\b[^\]\n]{0,20}|(?:add|insert|include|need|find|your)(?: an?| the| your)? (?:(?!website|site|page|profile|company)\w+ )?(?:link|source|url|citation|reference)s?(?: here)?|(?:link|source|url|citation) (?:here|goes here|to come|tbd|missing))\]/gi

/** The notes of a writer that a source is missing, outside code. */
export function findSourceNotes(prose: Prose): {range: Range; text: string}[] {
  const {value, marks} = prose
  if (!value.includes('[')) return []
  return [...value.matchAll(note)]
    .filter(
      ({index}) =>
        !marks.some(({node, start, end}) => node.type === 'inlineCode' && start <= index && index < end)
    )
    .map(({index, 0: text}) => ({text, range: prose.at(index, text.length)}))
}
