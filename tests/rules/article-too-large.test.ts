import {describe, expect, it} from 'vitest'
import {lintFiles} from '../../src/engine/index.ts'
import {makeFolder} from '../setup/folder.ts'

const ordinary = '# The bridge\n\nThe bridge over the river is old.\n'
const large = `# The bridge\n\n${'word '.repeat(500_000)}`

describe('fault 8: an article over the size limit', () => {
  it('is a finding at its start, and the other articles are linted', async () => {
    const cwd = makeFolder({'a.md': ordinary, 'big.md': large, 'c.md': ordinary})
    const {files, problems} = await lintFiles(['.'], {cwd})
    expect(problems).toEqual([])
    expect(files.map((file) => [file.path, file.messages.length])).toEqual([
      ['a.md', 0],
      ['big.md', 1],
      ['c.md', 0]
    ])
    expect(files[1]?.messages[0]).toMatchObject({
      ruleId: 'article-too-large',
      messageId: 'large',
      severity: 'error',
      isOfArticle: true,
      line: 1,
      column: 1,
      start: 0,
      end: 0
    })
  })

  it('is a problem where the rule is off', async () => {
    const cwd = makeFolder({'big.md': large})
    const {files, problems} = await lintFiles(['.'], {cwd, skip: ['article-too-large']})
    expect(files).toEqual([])
    expect(problems).toEqual([{path: 'big.md', reason: expect.stringContaining('2.4 MB')}])
  })
})
