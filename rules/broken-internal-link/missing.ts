import type {Link} from './facts.ts'
import {findCandidates, folderOf} from './targets.ts'

/** A link and the file that it leads to. */
export interface LinkedFile {
  readonly from: string
  readonly link: Link
  readonly file: string
}

export interface MissingFiles {
  /** Notes where an address of an article's file leads. */
  look(linked: LinkedFile, address: string): void
  /** Links to files that are not there, as far as that can be told. */
  list(): readonly LinkedFile[]
}

/** So many articles of a folder must be found by their links for each one that is not: else only some were linted. */
const foundForMissing = 2
/** Files of a repository that are often left out of linting. */
const ofRepository =
  /(?:^|\/)(?:readme|changelog|changes|history|license|licence|copying|contributing|code[-_]of[-_]conduct|security|support|authors|contributors|governance|maintainers|notice|summary|todo)\.[^/]+$/i

/**
 * Tells missing files from those that were not linted: by what is known of the disk, and where nothing is, by how much
 * of a folder was linted.
 */
export function createMissingFiles(
  isLinted: (path: string) => boolean,
  exists: (path: string) => boolean | undefined
): MissingFiles {
  const found = new Map<string, Set<string>>()
  const missing = new Map<string, (LinkedFile & {readonly isSure: boolean})[]>()
  return {
    look(linked, address) {
      const {from, file} = linked
      const folder = folderOf(file)
      if (isLinted(file)) {
        if (file !== from) found.set(folder, (found.get(folder) ?? new Set()).add(file))
        return
      }
      const candidates = findCandidates(from, address)
      if (candidates.some((one) => isLinted(one) || exists(one) === true)) return
      const isSure = candidates.length > 0 && candidates.every((one) => exists(one) === false)
      if (!isSure && ofRepository.test(file)) return
      const list = missing.get(folder)
      if (list) list.push({...linked, isSure})
      else missing.set(folder, [{...linked, isSure}])
    },
    list() {
      return [...missing].flatMap(([folder, all]) => {
        const unsure = new Set(all.filter(({isSure}) => !isSure).map(({file}) => file))
        const isWhole = (found.get(folder)?.size ?? 0) >= unsure.size * foundForMissing
        return all.filter(({isSure}) => isSure || isWhole)
      })
    }
  }
}
