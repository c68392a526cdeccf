const archives =
  /^https?:\/\/(?:[\w-]+\.)?(?:archive\.(?:org|today|ph|is|li|md|vn)|perma\.cc|webcitation\.org)\//i

/** Longer addresses would fill the screen. */
const longest = 200

/** Where to look for a copy of a page; nothing is asked there. */
export function archiveNote(url: string): string {
  if (archives.test(url) || url.length > longest) return 'Cite the page where it stands now, or another one'
  return `Copies, if there are any: https://web.archive.org/web/*/${url}`
}

/** Whether an article cites an archived copy of an address too: its reader has a way. */
export function createCopyTest(urls: readonly string[]): (url: string) => boolean {
  const copies = urls.filter((url) => archives.test(url)).join('\n')
  return (url) =>
    copies.includes(url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')) && !archives.test(url)
}
