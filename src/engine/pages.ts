import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'

/** The page of a built-in rule, Markdown, as it comes with the package; nothing where it is missing. */
export async function readPage(ruleId: string): Promise<string | undefined> {
  const root = path.dirname(createRequire(import.meta.url).resolve('articlelint/package.json'))
  return readFile(path.join(root, 'rules', ruleId, 'README.md'), 'utf8').catch(() => undefined)
}

/**
 * A page whose links to other pages are addresses, for who reads it elsewhere; what stands in blocks of code is left.
 *
 * @param url of the page
 */
export function withAddresses(page: string, url: string): string {
  let fence = ''
  return page
    .split('\n')
    .map((line) => {
      const mark = line.startsWith('```') ? (/^`+/.exec(line)?.[0] ?? '') : ''
      if (fence !== '') {
        if (line === fence) fence = ''
      } else if (mark !== '') fence = mark
      else
        return line.replace(/\]\((\.[^)\s]*)(\)?)/g, (whole, link, closed) =>
          closed === '' ? whole : `](${new URL(link, url).href})`
        )
      return line
    })
    .join('\n')
}
