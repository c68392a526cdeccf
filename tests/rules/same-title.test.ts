import {describe, expect, it} from 'vitest'
import rule from '../../rules/same-title/rule.ts'
import {lintSite} from '../setup/lint-site.ts'

const body =
  'The kiln is loaded in the evening and fired through the night, because the air is still then and the draught does not change.'

const article = (title: string, text = body): string => `# ${title}\n\n${text}\n`
const matter = (fields: string, text = body): string => `---\n${fields}\n---\n\n${text}\n`

const lint = (articles: Readonly<Record<string, string>>): string[] =>
  lintSite(rule, articles).map(({path, text: at, messageId}) => `${messageId} ${path} ${at}`)

describe('same-title', () => {
  it('reports each later article with the place of the first', () => {
    const articles = {
      'c.md': article('Loading the kiln at night'),
      'a.md': article('Loading the kiln at night'),
      'sub/b.md': matter('title: "Loading the Kiln, at Night!"')
    }
    const messages = lintSite(rule, articles)
    expect(messages.map(({path, text: at}) => [path, at])).toEqual([
      ['c.md', 'Loading the kiln at night'],
      ['sub/b.md', '"Loading the Kiln, at Night!"']
    ])
    for (const {ruleId, messageId, related} of messages) {
      expect([ruleId, messageId]).toEqual(['same-title', 'same'])
      expect(related).toMatchObject([{path: 'a.md', line: 1, column: 3}])
    }
  })

  it.each([
    ['numbers', 'Kiln prices in 2024', 'Kiln prices in 2025'],
    ['words', 'Loading the kiln at night', 'Loading the kiln at noon'],
    ['letters of other scripts', 'Über den Brand im Ofen', 'Uber den Brand im Ofen'],
    ['signs that name a language', 'Kilns in C++ for all', 'Kilns in C# for all']
  ])('tells titles apart by %s', (_name, one, other) => {
    expect(lint({'a.md': article(one), 'b.md': article(other)})).toEqual([])
  })

  it.each(['Overview', 'README', 'Getting Started', 'FAQ', 'Chapter 3', '2024-05-01', 'What’s New', 'Home'])(
    'leaves the title of a kind of page alone: %s',
    (title) => {
      expect(lint({'a/x.md': article(title), 'a/y.md': article(title)})).toEqual([])
    }
  )

  it('compares short titles within a folder only', () => {
    const short = article('Wood ash')
    expect(lint({'clay/ash.md': short, 'glaze/ash.md': short})).toEqual([])
    expect(lint({'glaze/ash.md': short, 'glaze/ash-2.md': short})).toEqual(['same glaze/ash.md Wood ash'])
  })

  it.each([
    ['de/kiln.md', 'kiln.md'],
    ['docs/pt-BR/kiln.md', 'docs/kiln.md'],
    ['kiln.fr.md', 'kiln.md'],
    ['v1.2/kiln.md', 'v2.0/kiln.md'],
    ['versioned_docs/version-1.x/kiln.md', 'docs/kiln.md'],
    ['latest/kiln.md', 'v3/kiln.md'],
    ['2018-edition/kiln.md', 'second-edition/kiln.md'],
    ['README.md', 'kiln.md'],
    ['kiln.html', 'kiln.md']
  ])('takes %s and %s for one article', (one, other) => {
    const text = article('Loading the kiln at night')
    expect(lint({[one]: text, [other]: text})).toEqual([])
  })

  it('takes folders that mirror each other file by file for two variants', () => {
    const files = ['loading', 'firing', 'cooling'].flatMap((name) =>
      ['gas/kiln', 'wood/kiln'].map((folder) => [
        `${folder}/${name}.md`,
        article(`All about ${name} the kiln`)
      ])
    )
    expect(lint(Object.fromEntries(files))).toEqual([])
    expect(lint(Object.fromEntries(files.slice(2)))).toHaveLength(2)
    expect(
      lint(Object.fromEntries([...files, ['wood/other.md', article('All about firing the kiln')]]))
    ).toEqual(['same wood/other.md All about firing the kiln'])
  })

  it('leaves the id of a heading out of the title', () => {
    const text = article('Kiln shelves {#kiln-shelves-and-props}')
    expect(lint({'a/x.md': text, 'b/y.md': text})).toEqual([])
    expect(lintSite(rule, {'a/x.md': text, 'a/y.md': text})[0]?.reason).toContain('`Kiln shelves`')
  })

  it('takes folders of dates for dates', () => {
    const text = article('Loading the kiln at night')
    expect(lint({'2023/05/kiln.md': text, '2024/06/kiln.md': text})).toHaveLength(1)
  })

  it('compares within one language', () => {
    const english = matter('title: Die Brennkammer am Abend\nlang: en')
    const german = matter('title: Die Brennkammer am Abend\nlang: de')
    expect(lint({'a.md': english, 'b.md': german})).toEqual([])
    expect(lint({'a.md': german, 'b.md': german})).toHaveLength(1)
  })

  it.each(['draft: true', 'redirect_to: /kiln', 'unlisted: true'])(
    'leaves what is not read alone: %s',
    (field) => {
      const text = article('Loading the kiln at night')
      expect(lint({'a.md': text, 'b.md': matter(`title: Loading the kiln at night\n${field}`)})).toEqual([])
      expect(
        lint({'a.md': text, 'b.md': matter('title: Loading the kiln at night\ndraft: false')})
      ).toHaveLength(1)
    }
  )

  it('leaves stubs and articles without a title alone', () => {
    expect(
      lint({
        'a.md': article('Loading the kiln at night'),
        'b.md': article('Loading the kiln at night', 'Moved.')
      })
    ).toEqual([])
    expect(lint({'a.md': `${body}\n`, 'b.md': `${body}\n`})).toEqual([])
  })

  it('can be silenced in the article', () => {
    const text = article('Loading the kiln at night')
    const silenced = `<!-- articlelint-disable same-title -- the old page stays -->\n\n${text}`
    expect(lint({'a.md': text, 'b.md': silenced})).toEqual([])
  })

  it('reports every later article of a large group', () => {
    const text = article('Loading the kiln at night')
    const articles = Object.fromEntries(Array.from({length: 300}, (_, index) => [`n${index}.md`, text]))
    expect(lint(articles)).toHaveLength(299)
  })
})
