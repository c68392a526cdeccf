import {describe, expect, it} from 'vitest'
import {lintFiles} from '../src/engine/index.ts'
import {makeFolder} from './setup/folder.ts'

const mail = 'Mail comes over the ice on a sledge, and the postman walks in front of it with a long pole.'
const town = (name: string): string =>
  `# A week in ${name}\n\nEvery visitor to ${name} should first walk to the harbour and look at the boats. The old part of ${name} was built of wood. The best fish soup of ${name} is served in a cellar behind the church.\n`
const config = 'rules: {shared-paragraph: warn, shared-template: warn}\n'

async function siteMessages(files: Record<string, string>, ...patterns: string[]) {
  const cwd = makeFolder({'.articlelintrc.yaml': config, ...files})
  const result = await lintFiles(patterns.length > 0 ? patterns : ['.'], {cwd})
  expect(result.problems).toEqual([])
  return result.files.flatMap(({path, messages}) =>
    messages
      .filter(({ruleId}) => ruleId.startsWith('shared-'))
      .map(({ruleId, messageId, line, column, endLine, related}) => {
        const others = related?.map((other) => `${other.path}:${other.line}:${other.column}`)
        return {path, ruleId, messageId, line, column, endLine, others}
      })
  )
}

describe('a site', () => {
  it('has its shared paragraphs and templates in the article they belong to, with the places in the others', async () => {
    const found = await siteMessages({
      'posts/a.md': `# Mail\n\n${mail}\n`,
      'posts/b.md': `\uFEFF# Winter\n\nIt is cold.\n\n${mail}\n`,
      'towns/alta.md': town('Alta'),
      'towns/bergen.md': town('Bergen')
    })
    expect(found).toEqual([
      {
        path: 'posts/b.md',
        ruleId: 'shared-paragraph',
        messageId: 'exact',
        line: 5,
        column: 1,
        endLine: 5,
        others: ['posts/a.md:3:1']
      },
      {
        path: 'towns/alta.md',
        ruleId: 'shared-template',
        messageId: 'names',
        line: 1,
        column: 3,
        endLine: 1,
        others: ['towns/bergen.md:1:3']
      }
    ])
  })

  it('compares what is linted together', async () => {
    expect(await siteMessages({'a.md': mail, 'b.md': mail}, 'b.md')).toEqual([])
  })

  it('can be silenced where a finding stands', async () => {
    const disable = '<!-- articlelint-disable-next-line shared-paragraph -- printed twice on purpose -->\n'
    expect(await siteMessages({'a.md': mail, 'b.md': `${disable}\n${mail}`})).toEqual([])
    expect(await siteMessages({'a.md': `${disable}\n${mail}`, 'b.md': mail})).toHaveLength(1)
  })
})
