import type {Message} from '../lint/message.ts'

/** The other places of a finding, a line each: "The first copy is here: a.md:4:1". Not escaped. */
export function wordRelated({related = []}: Message, path: string): readonly string[] {
  return related.map((place) => {
    const file = place.path === path ? '' : `${place.path}:`
    return `${place.reason}: ${file}${place.line}:${place.column}`
  })
}

/** Lines of a text that say something. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '')
}
