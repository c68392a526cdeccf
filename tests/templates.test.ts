import {beforeAll, describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {createDocument} from '../src/document/create.ts'
import type {Document, Parser} from '../src/document/model.ts'
import {readStandardTree} from '../src/document/parse/standard-tree.ts'
import {coverTemplates} from '../src/document/parse/templates.ts'
import {loadParser} from '../src/engine/parsers/parsers.ts'
import {fixText} from '../src/lint/fix.ts'
import {lintText} from '../src/lint/index.ts'

const parsers: [name: string, parser: Parser][] = []
beforeAll(async () => {
  for (const name of ['remark', 'satteri'] as const) parsers.push([name, await loadParser(name)])
})

/** The document, which is the same by both parsers of Markdown. */
function read(text: string): Document {
  const documents = parsers.map(([, parser]) => createDocument(text, undefined, {parser}))
  const [first, second] = documents as [Document, Document]
  expect(blocksOf(second)).toEqual(blocksOf(first))
  return first
}

/** Kind and source of each block. */
function blocksOf({blocks, text}: Document): string[] {
  return blocks.map(({type, range}) => `${type}: ${text.slice(...range)}`)
}

describe('template blocks', () => {
  it.each([
    ['highlight', '{% highlight sh %}\n# Light it\n\noven --on\n{% endhighlight %}', 'code'],
    ['trimmed tags', '{%- highlight sh -%}\n# Light it\n{%- endhighlight -%}', 'code'],
    ['codeblock', '{% codeblock lang:sh %}\n# Light it\n{% endcodeblock %}', 'code'],
    ['highlight of Hugo', '{{< highlight sh >}}\n# Light it\n{{< /highlight >}}', 'code'],
    ['code of Hugo', '{{% code file="a.sh" %}}\n# Light it\n{{% /code %}}', 'code'],
    ['a diagram', '{{< mermaid >}}\n# Light it\n{{</ mermaid >}}', 'code'],
    [
      'a tag in code',
      '{% highlight sh %}\n{% raw %}\n# {{ oven }}\n{% endraw %}\n{% endhighlight %}',
      'code'
    ],
    ['a fence in code', '{% highlight md %}\n```\n# Light it\n{% endhighlight %}', 'code'],
    ['a comment', '{% comment %}\n# Light it\n\nTODO: say why.\n{% endcomment %}', 'html'],
    ['text kept for another place', '{% capture note %}\n# Light it\n{% endcapture %}', 'html'],
    ['HTML of Hugo', '{{< rawhtml >}}\n<b>\n\n# Light it\n{{< /rawhtml >}}', 'html'],
    ['HTML of kramdown', '{::nomarkdown}\n# Light it\n{:/}', 'html'],
    ['a comment of kramdown', '{::comment}\n# Light it\n{:/comment}', 'html']
  ])('are %s', (_name, block, type) => {
    const text = `Before.\n${block}\nAfter.\n`
    expect(blocksOf(read(text))).toEqual(['paragraph: Before.', `${type}: ${block}`, 'paragraph: After.'])
    const crlf = text.replaceAll('\n', '\r\n')
    expect(blocksOf(read(crlf))[1]).toBe(`${type}: ${block.replaceAll('\n', '\r\n')}`)
  })

  it.each([
    ['an end that is missing', '{% highlight sh %}\n\n# The oven\n\nIt is cold.\n', 'heading: The oven'],
    [
      'tags in a fence',
      '```\n{% comment %}\n```\n\n# The oven\n\n```\n{% endcomment %}\n```\n',
      'heading: The oven'
    ],
    [
      'a fence in a list',
      '- ```\n  {% comment %}\n  ```\n\n# The oven\n\n{% endcomment %}\n',
      'heading: The oven'
    ],
    ['words that a site marks', '{{< highlight >}}\n# The oven\n{{< /highlight >}}\n', 'heading: The oven'],
    ['other shortcodes', '{{< note >}}\n# The oven\n{{< /note >}}\n', 'heading: The oven'],
    ['text that Liquid does not read', '{% raw %}\n# The oven\n{% endraw %}\n', 'heading: The oven'],
    [
      'what is a part of a line',
      '{% comment %}a{% endcomment %} It is cold.\n',
      'paragraph: {% comment %}a{% endcomment %} It is cold.'
    ]
  ])('leave alone: %s', (_name, text, expected) => {
    expect(blocksOf(read(text))).toContain(expected)
  })

  it('belong to the item of a list that they stand in', () => {
    const text =
      '1. Light it:\n   {% highlight sh %}\n   # on\n   {% endhighlight %}\n2. Bake:\n{% highlight sh %}\n# bake\n{% endhighlight %}\n3. Eat.\n'
    const {tree} = read(text)
    expect(tree.children.map(({type}) => type)).toEqual(['list'])
    const [list] = tree.children
    const items = list?.type === 'list' ? list.children : []
    expect(items.map(({children}) => children.map(({type}) => type))).toEqual([
      ['paragraph', 'code'],
      ['paragraph', 'code'],
      ['paragraph']
    ])
  })

  it('are nothing that Markdown has inside of code or HTML', () => {
    const text = '<!--\n{% comment %}\nOff.\n{% endcomment %}\n-->\n\nThe oven.\n'
    expect(blocksOf(read(text)).at(-1)).toBe('paragraph: The oven.')
  })

  it('are tags around text, and the marks of containers', () => {
    const text = '{% raw %}\nThe oven.\n{% endraw %}\n\n:::note Heat\nIt is hot.\n:::\n'
    expect(blocksOf(read(text))).toEqual([
      'html: {% raw %}',
      'paragraph: The oven.',
      'html: {% endraw %}',
      'html: :::note Heat',
      'paragraph: It is hot.',
      'html: :::'
    ])
    const slashes =
      '/// note | Heat\n\nIt is hot.\n\n///\n\n/// Adds an oven.\n\n//// tab\nIt is cold.\n////\n'
    expect(blocksOf(read(slashes))).toEqual([
      'html: /// note | Heat',
      'paragraph: It is hot.',
      'html: ///',
      'paragraph: /// Adds an oven.',
      'html: //// tab',
      'paragraph: It is cold.',
      'html: ////'
    ])
  })

  it.each(['{#oven}', '{: #oven .hot}', '{.hot}', '{-}', '{/*oven*/}'])(
    'leave no `%s` in a heading',
    (mark) => {
      const {headings} = read(`## The oven ${mark}\n\nIt is cold.\n`)
      expect(headings.map(({text}) => text)).toEqual(['The oven'])
    }
  )

  it('are the attributes behind a link or a picture', () => {
    const textOf = (text: string): string[] => read(text).paragraphs.map(({prose}) => prose.value.trim())
    expect(textOf('Take the [map](m.png){.wide alt="A map"} along.\n')).toEqual([
      'Take the map                    along.'
    ])
    expect(textOf('See [it](a.md){:target="_blank"}, and [it](b.md){#b}.\n')[0]).not.toContain('{')
    expect(read("![](lamp.png){alt='A lamp\nwith a hood' .wide}\n").blocks.map(({type}) => type)).toEqual([
      'image'
    ])
    for (const kept of [
      'Take [it](a.md){two}.',
      'Take `f(x){a=1}`.',
      'Take (it){.wide}.',
      'A [b](c){{ d }}.'
    ])
      expect(textOf(`${kept}\n`)[0]).toContain('{')
    const code = '```md\n[map](m.png){.wide}\n```\n'
    const {tree} = read(`${code}\n[map](m.png){.wide}\n\n${code}\n::: note [map](m.png){.wide}\n`)
    expect(tree.children.map((node) => ('value' in node ? node.value : node.type))).toEqual([
      '[map](m.png){.wide}',
      'paragraph',
      '[map](m.png){.wide}',
      '::: note [map](m.png){.wide}'
    ])
  })

  it('are a comment of MDX on a line of its own', () => {
    expect(
      blocksOf(read('{/* Soon. */}\n\nThe oven.\n\n```js\n{/* cold */}\n```\n\n{/* a */} It is cold.\n'))
    ).toEqual([
      'html: {/* Soon. */}',
      'paragraph: The oven.',
      'code: ```js\n{/* cold */}\n```',
      'paragraph: {/* a */} It is cold.'
    ])
  })

  it('are the names of MyST above what they name', () => {
    expect(blocksOf(read('(oven)=\n# The oven\n\nIt is cold.\n(ch-oven:heat)=  \nIt is hot.\n'))).toEqual([
      'heading: The oven',
      'paragraph: It is cold.',
      'paragraph: It is hot.'
    ])
    expect(blocksOf(read('(the oven)=\n\n(a)= cold\n\n```\n(b)=\n```\n'))).toEqual([
      'paragraph: (the oven)=',
      'paragraph: (a)= cold',
      'code: ```\n(b)=\n```'
    ])
  })

  it.each(['## The {oven}', '## The oven {{ name }}', '## The oven{#a}', '## The oven {/*a}'])(
    'leave `%s` as it is',
    (line) => {
      const {headings} = read(`${line}\n\nIt is cold.\n`)
      expect(headings.map(({text}) => text)).toEqual([line.slice(3)])
    }
  )

  it('are no text to a rule of remark-lint', () => {
    const document = read('{% highlight sh %}\n# Light it\n{% endhighlight %}\n')
    expect(readStandardTree(document)?.children.map(({type}) => type)).toEqual(['code'])
  })

  it('cost nothing where there are none', () => {
    expect(coverTemplates('# The oven\n\nIt is {cold}.\n')).toBeUndefined()
  })

  it('take time in proportion to their number', () => {
    const text = '{% highlight sh %}\n# on\n\n{{< code >}}\n\n'.repeat(20_000)
    const start = performance.now()
    coverTemplates(text)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('hold nothing that is reported or fixed', () => {
    const paragraph =
      'The oven of the village was built by the baker in 1890, and it stood in the yard behind the mill for many years.'
    const code = `{% highlight text %}\n# Light\n\n${paragraph}\n\n# Light\n\n${paragraph}\n{% endhighlight %}`
    const text = `# The oven\n\n${paragraph}\n\n${code}\n\nIt is cold.\n\n${paragraph}\n`
    const duplicates = lintText(text, {ruleset: recommended}).messages.filter(
      ({ruleId}) => ruleId === 'duplicate-paragraph'
    )
    expect(duplicates.map(({start}) => start)).toEqual([text.lastIndexOf(paragraph)])
    const fixed = fixText(text, (given) => lintText(given, {ruleset: recommended}))
    expect(fixed.text).toBe(`# The oven\n\n${paragraph}\n\n${code}\n\nIt is cold.\n`)
  })
})

describe('metadata at the top', () => {
  it('is a definition of Franklin', () => {
    const text =
      '@def title = "The old oven"\n@def rss = """ The oven | It was\nbuilt in 1890. """\n\n@def hascode = true\n@def authors = "Ann Lee"\n\nIt was built in 1890.\n'
    const document = read(text)
    expect(blocksOf(document)).toEqual(['paragraph: It was built in 1890.'])
    expect(document).toMatchObject({title: {text: 'The old oven', from: 'frontmatter'}, author: 'Ann Lee'})
    const {frontmatter} = document
    expect(frontmatter?.get('rss')).toBe('The oven | It was\nbuilt in 1890.')
    expect(frontmatter?.get('hascode')).toBe(true)
    expect(text.slice(...(frontmatter?.rangeOf('title') ?? [0, 0]))).toBe('"The old oven"')
    expect(frontmatter?.range).toEqual([0, text.indexOf('\n\nIt was')])
  })

  it.each([
    ['+++\ntitle = "The old oven"\n+++\n\nIt is cold.\n'],
    ['@def title = "The old oven"\n@def rss = """ It was\nbuilt. """\n\nIt is cold.\n'],
    ['Title: The old oven\nDate: 2024-05-01\n\nIt is cold.\n']
  ])('is read whatever its lines end with: %#', (text) => {
    for (const end of ['\n', '\r', '\r\n']) {
      const document = read(text.replaceAll('\n', end))
      expect([document.title?.text, blocksOf(document)]).toEqual(['The old oven', ['paragraph: It is cold.']])
    }
  })

  it.each(['\n', '\r\n'])('is front matter below a blank line', (end) => {
    const matter = `---\ntitle: "The old oven"\n\n# See all topics at the mill\ntopics:\n- bread\n\n# 0 -- hidden\n# 1 -- visible\nweight: 1\n---`
    const text = `\n${matter}\n\nIt was built in 1890.\n`.replaceAll('\n', end)
    const document = read(text)
    expect(blocksOf(document)).toEqual(['paragraph: It was built in 1890.'])
    expect(document.frontmatter?.get('topics')).toEqual(['bread'])
    expect(text.slice(...(document.frontmatter?.rangeOf('title') ?? [0, 0]))).toBe('"The old oven"')
    expect(document.frontmatter?.range).toEqual([end.length, text.lastIndexOf('---') + 3])
  })

  it.each(['\n', '\r\n'])('is no text below front matter either', (end) => {
    for (const gap of ['', '\n', '\n\uFEFF']) {
      const first = '---\ntitle: The oven\n---\n'
      const text =
        `${first}${gap}---\ntitle: The old oven\ntopics:\n- bread\n---\n\nIt is cold.\n`.replaceAll('\n', end)
      const document = read(text)
      expect(blocksOf(document)).toEqual(['paragraph: It is cold.'])
      expect(document.title?.text).toBe('The oven')
      expect(document.tree.children.map(({type}) => type)).toEqual(['yaml', 'yaml', 'paragraph'])
    }
  })

  it.each([
    ['one field', 'title: The old oven'],
    ['fields of something else', 'Note: It is cold.\nAnd: It is old.'],
    ['text', 'title: The old oven\ndate: 2024\nIt is cold.']
  ])('is text below front matter with %s', (_name, fields) => {
    const {tree} = read(`---\ntitle: The oven\n---\n\n---\n${fields}\n---\n\nIt is cold.\n`)
    expect(tree.children.map(({type}) => type)).not.toEqual(['yaml', 'yaml', 'paragraph'])
  })

  it.each([
    ['no end', '\n---\ntitle: The old oven\n\nIt is cold.\n'],
    ['a line that is no key', '\n---\ntitle: The old oven\nIt is cold.\n---\n\nIt was built.\n'],
    ['a rule above the text', '\n---\n\nIt is cold.\n\n---\n'],
    ['too many lines', `\n---\ntitle: x\n${'a: b\n'.repeat(300)}---\n\nIt is cold.\n`]
  ])('is none with %s', (_name, text) => {
    expect(read(text).frontmatter).toBeUndefined()
  })

  it('is a head of Pelican', () => {
    const text =
      'Title: The old oven: a story\r\nDate: 2024-05-01 10:20\r\nSummary: It was built\r\n    in 1890.\r\n\r\nIt is cold.\r\n'
    const document = read(text)
    expect(blocksOf(document)).toEqual(['paragraph: It is cold.'])
    expect(document.title?.text).toBe('The old oven: a story')
    expect(document.frontmatter?.get('date')).toBe('2024-05-01 10:20')
    expect(document.frontmatter?.range).toEqual([0, text.indexOf('\r\n\r\n')])
  })

  it.each([
    ['a single field', 'Title: The old oven\n\nIt is cold.\n'],
    ['fields that no generator knows', 'Title: Baker\nSalary: 200\nPlace: Tarn\n\nIt is cold.\n'],
    ['lines of text', 'Title: The oven\nDate: 2024\nIt is cold, and nobody comes.\n'],
    ['what stands further below', 'Hello.\n\nTitle: The oven\nDate: 2024\n'],
    ['a definition in the text', 'Write this:\n\n@def title = "x"\n'],
    ['no definition', '@default is a word.\n']
  ])('is not %s', (_name, text) => {
    expect(read(text).frontmatter).toBeUndefined()
  })

  it('is TOML between fences', () => {
    const text =
      '+++\ntitle = "The old oven"\ndate = 2024-05-01\nauthors = ["Ann Lee", \'Bo\']\ndraft = false\nnote = "a \\" b"\nlong = \'\'\'\nThe "oven"\nlist = 1\'\'\' # why\nbad = "a" b\nmany = [1, 2]\n[extra]\ntitle = "Other"\nkind = "x"\n+++\n\nIt is cold.\n'
    const document = read(text)
    const get = (key: string): unknown => document.frontmatter?.get(key)
    expect(document.title?.text).toBe('The old oven')
    expect(document.author).toBe('Ann Lee')
    expect(['date', 'authors', 'draft', 'long', 'note', 'bad', 'many', 'list', 'kind'].map(get)).toEqual([
      '2024-05-01',
      ['Ann Lee', 'Bo'],
      false,
      'The "oven"\nlist = 1',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined
    ])
  })
})
