import {describe, expect, it} from 'vitest'
import rule from '../../rules/broken-internal-link/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {lintFiles} from '../../src/engine/index.ts'
import {createSlugger} from '../../src/rule/index.ts'
import {readOptions} from '../../src/rule/options.ts'
import {makeFolder} from '../setup/folder.ts'
import {lintSite} from '../setup/lint-site.ts'

const lint = (articles: Readonly<Record<string, string>>): [id: string, path: string, at: string][] =>
  lintSite(rule, articles).map(({messageId, path, text: at}) => [messageId, path, at])

const one = (text: string): string[] => lint({'docs/a.md': text}).map(([, , at]) => at)

describe('anchors in the same article', () => {
  it('reports one that no heading gives, at the address', () => {
    const text =
      '# Oven\n\nSee [the fire](#lighting) and [the ash](#ash).\n\n## Lightning\n\nText.\n\n## Ash\n\nText.\n'
    const [message, ...more] = lintSite(rule, {'a.md': text})
    expect(more).toEqual([])
    expect(message).toMatchObject({
      ruleId: 'broken-internal-link',
      messageId: 'anchor',
      text: '#lighting',
      line: 3
    })
    expect(message?.expected).toEqual(['#lightning'])
    expect(message?.suggestions?.[0]?.edits).toMatchObject([{text: '#lightning'}])
  })

  it.each([
    ['the heading of GitHub', '## The `fire` & *ash*, again!', '#the-fire--ash-again'],
    ['a word for “&”', '## Fire & ash', '#fire-and-ash'],
    ['a second heading', '## Ash\n\nText.\n\n## Ash', '#ash-1'],
    ['a second heading, counted otherwise', '## Ash\n\nText.\n\n## Ash', '#ash_2'],
    ['a heading with a number in front', '## 2. Ash', '#ash'],
    ['other accents', '## Öfen für Brot', '#ofen-fur-brot'],
    ['encoded letters', '## 灰の捨て方', '#%E7%81%B0%E3%81%AE%E6%8D%A8%E3%81%A6%E6%96%B9'],
    ['emoji at the end, spelt out', '## Ash heap (🔥, 🛠️)', '#ash-heap-fire-tools'],
    ['another case', '## Ash heap', '#Ash-Heap'],
    ['a heading in a list', '- ## Ash heap', '#ash-heap'],
    ['a heading with underline', 'Ash heap\n========', '#ash-heap'],
    ['a heading of HTML', '<h2>Ash heap</h2>', '#ash-heap'],
    ['an id', '<div id="ash-heap"></div>', '#ash-heap'],
    ['an id in the text', 'The <a name=ash-heap></a> ash.', '#ash-heap'],
    ['an id behind a heading', '## Ash {#heap}', '#heap'],
    ['the heading before an id', '## Ash {#heap}', '#ash'],
    ['an attribute list', '## Ash\n{: .big #heap}', '#heap'],
    ['a target', '(heap)=\n## Ash', '#heap'],
    ['a heading with a picture', '## ![](fire.png) Ash heap', '#ash-heap']
  ])('knows %s', (_name, place, anchor) => {
    expect(one(`# Oven\n\nSee [it](${anchor}).\n\n${place}\n`)).toEqual([])
    expect(one(`# Oven\n\nSee [it](#nowhere-else).\n\n${place}\n`)).toEqual(['#nowhere-else'])
  })

  it('knows sections that a layout prints from front matter', () => {
    const text = (anchor: string): string =>
      `---\nfurther_reading:\n  - Ash\n---\n\n# Oven\n\n[it](${anchor})\n`
    expect(one(text('#further-reading'))).toEqual([])
    expect(one(text('#further-down'))).toEqual(['#further-down'])
  })

  it('counts headings: a third one that is not there is missing', () => {
    expect(one('# Oven\n\n[it](#ash-3)\n\n## Ash\n\nText.\n')).toEqual(['#ash-3'])
  })

  it('judges the links of a list that is the whole article', () => {
    expect(one('- [it](#heap)\n- [that](#stack)\n')).toEqual(['#heap', '#stack'])
  })

  it('judges the links of definitions', () => {
    expect(one('# Oven\n\nSee [it][heap].\n\n[heap]: #heap\n')).toEqual(['#heap'])
  })

  it.each([
    '#',
    '#top',
    '#tab/linux',
    '#fn:1',
    '#fnref1',
    '#ftnt_ref3',
    '#L10-L20',
    '#comments',
    '#:~:text=ash',
    '#/route',
    '#!page',
    '#^block',
    '?tab=2',
    'mailto:ann@example.org',
    'https://example.org/#heap',
    '//example.org#heap',
    '{{ page.url }}#heap',
    '%E0%A4%A#heap',
    '@site/a.md#heap'
  ])('leaves %s alone', (url) => {
    expect(one(`# Oven\n\nSee [it](<${url}>).\n`)).toEqual([])
  })

  it.each([
    '{% include parts.html %}',
    '{{< parts >}}',
    '{{ content }}',
    '<Parts />',
    '<my-parts></my-parts>',
    '<Parts from="./parts.md"></Parts>',
    '<!-- @include: ./parts.md -->',
    '--8<-- "parts.md"',
    '```{include} parts.md\n```',
    '::: package.module'
  ])('does not judge where %s may write headings', (code) => {
    expect(one(`# Oven\n\nSee [it](#heap).\n\n${code}\n`)).toEqual([])
  })

  it('judges where a component holds a part of the article', () => {
    expect(one('# Oven\n\nSee [it](#heap).\n\n<Box kind="note">\n\n## Ash\n\n</Box>\n')).toEqual(['#heap'])
  })

  it.each(['#references', '#notes-on-ash', '#refining', '#bibliography'])(
    'judges %s, which is no footnote',
    (url) => {
      expect(one(`# Oven\n\nSee [it](${url}).\n`)).toEqual([url])
    }
  )

  it('does not judge links in code, nor those of scraped text', () => {
    expect(one('# Oven\n\n`[it](#heap)`\n\n```md\n[it](#heap)\n```\n')).toEqual([])
    const scraped = (link: string): string =>
      `News & Updates\n\nThe Oven and Its Fire\n\nBy Ann Lee 20 Views\n\n${link} when the fire is lit in the evening.\n\nA\n\nWritten by Ann Lee\n`
    expect(one(scraped('See [it](#heap)'))).toEqual([])
  })
})

describe('anchors in other articles', () => {
  const oven = '# Oven\n\n## Lighting a fire\n\nText.\n'

  it.each([
    ['docs/a.md', 'docs/oven.md', 'oven.md'],
    ['docs/a.md', 'docs/oven.md', './oven.md'],
    ['docs/a.md', 'oven.md', '../oven.md'],
    ['docs/a.md', 'docs/the oven.md', 'the%20oven.md'],
    ['docs/a.md', 'docs/oven.md', 'oven.md?plain=1'],
    ['docs/a.md', 'docs/oven.md', 'oven'],
    ['docs/a.md', 'docs/oven.md', '../oven/'],
    ['docs/a.md', 'docs/oven.md', 'oven.html'],
    ['docs/a.md', 'docs/oven/index.md', 'oven/'],
    ['docs/a.md', 'docs/oven/README.md', 'oven'],
    ['docs/a.md', 'docs/oven.md', '/oven'],
    ['docs/a.md', 'content/oven.md', '/oven/'],
    ['content/posts/a.md', 'content/posts/oven/index.md', '/posts/oven/'],
    ['/srv/site/a.md', '/srv/site/oven.md', 'oven.md']
  ])('judges from %s those of %s by %s', (from, path, url) => {
    const link = (anchor: string): string => `# A\n\n[the fire](${url}#${anchor})\n`
    expect(lint({[from]: link('lighting-a-fire'), [path]: oven})).toEqual([])
    expect(lint({[from]: link('lighting-fires'), [path]: oven})).toEqual([
      ['anchor', from, `${url}#lighting-fires`]
    ])
  })

  it.each([
    ['an address that fits two articles', 'docs/a.md', 'oven#x', ['docs/oven.md', 'docs/a/oven.md']],
    ['an address of the site that fits two', 'docs/a.md', '/oven#x', ['docs/oven.md', 'content/oven.md']],
    ['another folder by its own root', 'docs/a.md', '/oven#x', ['team/oven.md']],
    ['an article that was not linted', 'docs/a.md', 'oven.md#x', []],
    ['what is no article', 'docs/a.md', 'oven.pdf#page', ['docs/oven.md']],
    ['what lies outside the root', 'docs/a.md', '../../oven.md#x', ['oven.md']],
    ['an encoded way outside', 'docs/a.md', '%2e%2e/%2e%2e/etc/passwd.md', ['etc/passwd.md']],
    ['an absolute path of the disk', 'docs/a.md', '/etc/passwd.md#x', ['docs/oven.md']],
    ['a file address', 'docs/a.md', 'file:///docs/oven.md#x', ['docs/oven.md']]
  ])('is silent about %s', (_name, from, url, paths) => {
    const others = Object.fromEntries(paths.map((path) => [path, oven]))
    expect(lint({[from]: `# A\n\n[it](${url})\n`, ...others})).toEqual([])
  })
})

describe('files', () => {
  const page = '# Page\n\nText.\n'
  const site = (
    links: readonly string[],
    more: Readonly<Record<string, string>> = {}
  ): Record<string, string> => ({
    'docs/index.md': `# Start\n\n${links.map((url) => `- [one](${url})`).join('\n')}\n`,
    'docs/oven.md': page,
    'docs/shop.md': page,
    ...more
  })

  it('reports one that is missing beside those that are there', () => {
    const [message, ...more] = lintSite(rule, site(['oven.md', 'shop.md', 'ovens.md#fire']))
    expect(more).toEqual([])
    expect(message).toMatchObject({messageId: 'file', path: 'docs/index.md', text: 'ovens.md#fire', line: 5})
    expect(message?.expected).toEqual(['oven.md#fire'])
    expect(message?.suggestions?.[0]?.edits).toMatchObject([{text: 'oven.md#fire'}])
  })

  it('tells capitals apart, as servers do', () => {
    expect(lint(site(['oven.md', 'shop.md', 'Shop.md']))).toEqual([['file', 'docs/index.md', 'Shop.md']])
  })

  it('counts the links of all articles', () => {
    const more = {'intro.md': '# Intro\n\n[the garden](docs/garden.md)\n'}
    expect(lint(site(['oven.md', 'shop.md'], more))).toEqual([['file', 'intro.md', 'docs/garden.md']])
  })

  it.each([
    ['files of a folder that was linted in part', ['oven.md', 'garden.md']],
    ['files of a folder of which nothing was linted', ['oven.md', 'shop.md', '../team/ann.md']],
    ['files that are often not linted', ['oven.md', 'shop.md', 'CHANGELOG.md', 'README.md']],
    ['other files', ['oven.md', 'shop.md', 'plan.pdf', 'garden', 'garden.html', 'img/oven.png']],
    ['files by the root of the site', ['oven.md', 'shop.md', '/docs/garden.md']]
  ])('is silent about %s', (_name, links) => {
    expect(lint(site(links))).toEqual([])
  })

  it.each([
    'slug: garden',
    'permalink: /docs/garden/',
    'aliases: [/docs/garden, /yard]',
    'redirect_from:\n  - /garden'
  ])('knows addresses of front matter: %s', (field) => {
    const more = {'docs/plants.md': `---\n${field}\n---\n\n# Plants\n`}
    expect(lint(site(['oven.md', 'shop.md', 'garden.md'], more))).toEqual([])
  })
})

describe('files, where the disk is known', () => {
  const page = '# Page\n\nText.\n'
  const from = (url: string): Record<string, string> => ({'docs/guide/a.md': `# A\n\n[one](${url})\n`})
  const missing = (articles: Record<string, string>, there: readonly string[]): string[] =>
    lintSite(rule, articles, undefined, {exists: (path) => there.includes(path)}).map(({text}) => text)

  it('reports one that is not there, however little was linted', () => {
    expect(missing(from('oven.md#fire'), [])).toEqual(['oven.md#fire'])
    expect(missing(from('README.md'), [])).toEqual(['README.md'])
    expect(missing(from('the%20oven.md?plain=1'), [])).toEqual(['the%20oven.md?plain=1'])
  })

  it.each([
    ['beside it', 'oven.md', 'docs/guide/oven.md'],
    ['in a folder above', '../oven.md', 'docs/oven.md'],
    ['from a folder above, as some generators read it', 'team/oven.md', 'docs/team/oven.md'],
    ['from the root, as some generators read it', 'team/oven.md', 'team/oven.md'],
    ['by an encoded name', 'the%20oven.md', 'docs/guide/the oven.md']
  ])('is silent about one that was not linted, %s', (_, url, file) => {
    expect(missing(from(url), [file])).toEqual([])
    expect(missing({...from(url), [file]: page}, [])).toEqual([])
  })

  it('asks for nothing outside the root, nor where the root is not known', () => {
    const ask = (path: string, ...urls: string[]): readonly string[] => {
      const text = `# A\n\n${urls.map((url) => `[one](${url})`).join(' ')}\n`
      const {options} = readOptions(rule.options, undefined)
      const facts = rule.collect?.(createDocument(text, path), options) as never
      return rule.filesOf?.({path, facts}) ?? []
    }
    const outside = [
      '../../../x.md',
      '%2e%2e/../%2e%2e/x.md',
      '/etc/x.md',
      'file:///x.md',
      '..\\x.md',
      'x.pdf'
    ]
    expect(ask('docs/guide/a.md', ...outside)).toEqual([])
    expect(ask('/srv/docs/a.md', 'x.md', '../x.md')).toEqual([])
    expect(ask('docs/guide/a.md', 'x.md')).toEqual(['docs/guide/x.md', 'docs/x.md', 'x.md'])
    expect(ask('docs/guide/a.md', '../x.md')).toEqual(['docs/x.md', 'x.md'])
  })

  it('is told by the engine, in the letters of the disk', async () => {
    const cwd = makeFolder({
      '.articlelintrc.yaml': 'rules: {broken-internal-link: warn}\n',
      'docs/a.md': '# A\n\n[one](b.md), [two](c.md), [three](B.md), [four](sub/d.md), [five](../../e.md)\n',
      'docs/b.md': page
    })
    const {files, problems} = await lintFiles(['docs/a.md'], {cwd})
    expect(problems).toEqual([])
    const found = files.flatMap(({messages}) => messages).filter(({ruleId}) => ruleId === rule.id)
    expect(found.map(({messageId, column}) => [messageId, column])).toEqual([
      ['file', 20],
      ['file', 35],
      ['file', 49]
    ])
  })
})

it('stays linear in long runs', () => {
  const blanks = ' '.repeat(200_000)
  const start = performance.now()
  lint({
    'a.md': `# Oven\n\n<i id=${blanks}> [it](#fn${'1'.repeat(20_000)}!) {#${blanks}\n\n${'<Aa '.repeat(20_000)}\n`
  })
  expect(performance.now() - start).toBeLessThan(4000)
})

it('makes the anchors of GitHub', () => {
  const slug = createSlugger()
  const headings = [
    'Ash',
    'Ash',
    'Ash 1',
    'Ash-1',
    'A_b  c',
    ' Fire! ',
    '🔥 Fire',
    'Ünïcode ½ Ⅳ',
    'a.b/c',
    '',
    ''
  ]
  expect(headings.map(slug)).toEqual([
    'ash',
    'ash-1',
    'ash-1-1',
    'ash-1-2',
    'a_b--c',
    'fire',
    '-fire',
    'ünïcode--ⅳ',
    'abc',
    '',
    '-1'
  ])
})
