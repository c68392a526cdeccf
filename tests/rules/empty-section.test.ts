import {describe, expect, it} from 'vitest'
import rule from '../../rules/empty-section/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [string, string][] =>
  lintRule(rule, text).map(({messageId, start, end}) => [messageId, text.slice(start, end)])

describe('empty-section', () => {
  it('reports a heading that promises text, wherever it stands', () => {
    expect(lint('# Boats\n\na\n\n## Stove\n\n## Wood\n')).toEqual([
      ['empty', 'Stove'],
      ['empty', 'Wood']
    ])
  })

  it('leaves a farewell in the last line, and no other call', () => {
    expect(lint('# Boats\n\na\n\n## See you on Sunday!\n')).toEqual([])
    expect(lint('# Boats\n\na\n\n## Light the stove!\n\n## Wood\n\nb\n')).toEqual([
      ['empty', 'Light the stove!']
    ])
  })

  it('leaves lines of code that lost their fence, and no other headings', () => {
    expect(lint('# Boats\n\na\n\n# cd stove \n# **make**\n# make install\n\nb\n')).toEqual([])
    expect(lint('# Boats\n\na\n\n# cd stove\r\n# make\r\n\r\n## Wood\n\nb\n')).toEqual([])
    expect(lint('# Boats\n\na\n\n# Stove\n\n# Wood\n\nb\n')).toEqual([['empty', 'Stove']])
    expect(lint('# Boats\n\na\n\n## Stove\n## Wood\n\nb\n')).toEqual([['empty', 'Stove']])
  })

  it('leaves a paragraph that became a heading', () => {
    const text =
      'Stove and Wood The stove heats the cabin in ten minutes and burns dry wood, which is kept under the roof for two summers and never beside the stove. Nobody sleeps near it while it is lit, and the door to the deck stays open until the fire has burned down and the ashes are cold and dark.'
    expect(lint(`# Boats\n\na\n\n## ${text}\n\n## Wood\n\nb\n`)).toEqual([])
  })

  it('reads the words of a picture', () => {
    expect(lint('# Boats\n\na\n\n![The yard](yard.png)\n----\n\nb\n')).toEqual([])
    expect(lint('# <a href="/"><img src="yard.png" alt="The yard"></a>\n\nb\n')).toEqual([])
    expect(lint('## ![the yard][logo]\n\nb\n\n[logo]: yard.png\n')).toEqual([])
  })

  it('reports a heading whose picture has no words', () => {
    expect(lint('## ![](yard.png)\n\nb\n')).toEqual([['blank', '## ![](yard.png)']])
    expect(lint('## <img src="yard.png" alt="">\n\nb\n')).toEqual([
      ['blank', '## <img src="yard.png" alt="">']
    ])
  })
})
