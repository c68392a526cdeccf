import {type FSWatcher, statSync, watch} from 'node:fs'
import path from 'node:path'

/** Editors write a file in several steps. */
const pause = 100

/** A folder has no dot in its name; what else has none may be an article all the same. */
const relevant =
  /^(?!node_modules$)(?:.*\.(?:md|markdown|mdx|txt|html?)|[^.]+|\.?articlelint.*|package\.json|\.gitignore)$/i

export interface Watch {
  /** What to watch from now on: these folders themselves, not what is in folders below. */
  setFolders(folders: ReadonlySet<string>): void
  close(): void
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory()
  } catch {
    return false
  }
}

/**
 * Watches folders for articles, configs and ignore files that come, go or change.
 *
 * @param isOwn files that the run writes itself
 * @param onChange called once for changes that come close together, with a file of them
 */
export function watchFolders(isOwn: (file: string) => boolean, onChange: (file: string) => void): Watch {
  const watchers = new Map<string, FSWatcher>()
  const fresh = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const see = (file: string): void => {
    if (!relevant.test(path.basename(file)) || isOwn(file)) return
    // Articles may come into a new folder later.
    if (!watchers.has(file) && isFolder(file)) {
      fresh.add(file)
      open(file)
    }
    clearTimeout(timer)
    timer = setTimeout(() => onChange(file), pause)
  }
  const open = (folder: string): void => {
    // A watched file would tell what its folder tells, as if it were a folder with itself in it.
    if (!isFolder(folder)) return
    try {
      const watcher = watch(folder, (_, name) => see(name === null ? folder : path.join(folder, name)))
      // A folder that is removed ends its watcher.
      watcher.on('error', () => close(folder))
      watchers.set(folder, watcher)
    } catch {
      // It is gone already: its parent tells when it comes back.
    }
  }
  const close = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
    fresh.delete(folder)
  }
  return {
    setFolders(folders) {
      for (const folder of watchers.keys()) if (!folders.has(folder) && !fresh.has(folder)) close(folder)
      for (const folder of folders) if (!watchers.has(folder)) open(folder)
    },
    close() {
      clearTimeout(timer)
      for (const folder of [...watchers.keys()]) close(folder)
    }
  }
}
