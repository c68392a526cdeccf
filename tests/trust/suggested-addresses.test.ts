import {expect, it} from 'vitest'
import redirectedSource from '../../rules/redirected-source/rule.ts'
import {html} from '../../src/document/html/html.ts'
import {createDocument} from '../../src/document/index.ts'
import {readSources} from '../../src/sources/statements/citations.ts'
import {payloads} from '../setup/injection.ts'
import {alive, lintWith} from '../setup/sources.ts'
import {record} from './row.ts'

const old = 'https://old.example/mills/report'

/** Where an article may spell an address, which a suggestion puts another one in the place of. */
const places: Readonly<Record<string, {readonly path: string; readonly text: string}>> = {
  'a link': {path: 'a.md', text: `# Mills\n\nEleven [mills](${old}) stand *here*. More.\n`},
  'a link with a title': {path: 'a.md', text: `# Mills\n\nEleven [mills](${old} "The mills") stand here.\n`},
  'a link in a table': {
    path: 'a.md',
    text: `# Mills\n\n| a | b |\n| - | - |\n| [mills](${old}) | c |\n\nMore.\n`
  },
  'a link in angle brackets': {path: 'a.md', text: `# Mills\n\nEleven [mills](<${old}>) stand here.\n`},
  'an address in angle brackets': {path: 'a.md', text: `# Mills\n\nEleven mills <${old}> stand here.\n`},
  'a bare address': {path: 'a.md', text: `# Mills\n\nEleven mills ${old} stand here.\n`},
  'a bare address at the end': {path: 'a.md', text: `# Mills\n\nEleven _mills_ stand here (${old}).\n`},
  'a definition': {path: 'a.md', text: `# Mills\n\nEleven [mills][m] stand here.\n\n[m]: ${old} "Mills"\n`},
  'a link of MDX': {path: 'a.mdx', text: `# Mills\n\nEleven [mills](${old}) stand {1 + 1} here.\n`},
  'an element in Markdown': {
    path: 'a.md',
    text: `# Mills\n\nEleven <a href="${old}">mills</a> stand here.\n`
  },
  'an attribute of HTML': {
    path: 'a.html',
    text: `<h1>Mills</h1>\n<p>Eleven <a href="${old}">mills</a> stand here.</p>\n`
  },
  'an attribute in single marks': {
    path: 'a.html',
    text: `<h1>Mills</h1>\n<p>Eleven <a href='${old}'>mills</a> stand here.</p>\n`
  },
  'an attribute without marks': {
    path: 'a.html',
    text: `<h1>Mills</h1>\n<p>Eleven <a href=${old}>mills</a> stand here.</p>\n`
  }
}

const ends = [
  '.',
  ',',
  ')',
  '_',
  '~',
  '*',
  ':',
  '?',
  '!',
  ';',
  '&copy',
  '&lt',
  '&amp;',
  '&section=2',
  '"',
  "'",
  '`',
  '\\',
  '|',
  '}',
  '>',
  '--',
  '~~x~~',
  '__x__',
  '**x**',
  '/',
  '=',
  '@x',
  '%',
  '%0A',
  '&#10;'
]
const finals = [
  ...Object.values(payloads).flatMap((word) => [
    `https://new.example/${word}`,
    `https://new.example/a?${word}`
  ]),
  ...ends.flatMap((end) => [`https://new.example/mills${end}`, `https://new.example/mills?a=b${end}`])
].flatMap((url) => (URL.canParse(url) ? [new URL(url)] : []))

/** What of an article is no address: its blocks, and the words of each. */
function shapeOf(text: string, path: string): string {
  const document = createDocument(text, path, path.endsWith('.html') ? {parser: html} : {})
  return document.blocks
    .map(
      (block) =>
        `${block.type}: ${'prose' in block ? block.prose.value.replace(/https?:[^\s)]+/g, 'URL') : ''}`
    )
    .join('\n')
}

function urlsOf(text: string, path: string): readonly string[] {
  const document = createDocument(text, path, path.endsWith('.html') ? {parser: html} : {})
  return readSources(document).map(({url}) => url)
}

it('faults 59 and 69: an address that a stranger chose, put into an article, is read as that address and nothing else', (context) => {
  const failed: string[] = []
  let of = 0
  let given = 0
  for (const [name, {path, text}] of Object.entries(places)) {
    expect(urlsOf(text, path), name).toEqual([old])
    for (const final of finals) {
      final.hash = ''
      of++
      const found = lintWith(redirectedSource, {[path]: text}, [
        alive(old, {finalUrl: final.href, isMoved: true})
      ])
      const [edit] = found[0]?.suggestions?.[0]?.edits ?? []
      if (!edit) continue
      given++
      const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
      const read = urlsOf(after, path).map(normal)
      if (read.length !== 1 || read[0] !== normal(final.href) || shapeOf(after, path) !== shapeOf(text, path))
        failed.push(`${name}: ${final.href} as ${edit.text}, read as ${read.join(' and ')}`)
    }
  }
  record(context, {
    row: 'addresses of strangers × places of an article, each read back as that address alone or not suggested',
    passed: of - failed.length,
    of,
    note: `${given} suggested`
  })
  expect(failed).toEqual([])
  expect(given).toBeGreaterThan(of / 3)
})

/** Alike for addresses that differ in how they are encoded. */
function normal(url: string): string {
  try {
    return decodeURIComponent(new URL(url).href)
  } catch {
    return new URL(url).href
  }
}
