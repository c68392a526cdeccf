import type {Document} from '../model.ts'

/**
 * Whether the text was copied off a web page whole: debris of two kinds stands around it. Its links and its date would
 * have come along; in other plain text they may have been stripped. Without this a finding about them would wait until
 * the debris is repaired.
 */
export function isScraped({furniture}: Document): boolean {
  return new Set(furniture.map(({kind}) => kind).filter((kind) => kind !== 'byline')).size >= 2
}
