import {type Document, defineRule, type Range} from '../../src/rule/index.ts'

export default defineRule({
  id: 'unsupported-language',
  summary: 'Flag an article whose language the rules about wording and evidence do not know.',
  category: 'limits',
  recommended: 'info',
  isOfArticle: true,
  anyLanguage: true,
  options: {},
  messages: {
    unsupported: (data: {language: string; silent: readonly string[]}) => {
      const {language, silent} = data
      const name = language.startsWith('und') ? 'unknown language' : `language \`${language}\``
      const count = `${silent.length} ${silent.length === 1 ? 'rule' : 'rules'}`
      const set =
        'if it is another one, set `lang` in the front matter, `language` in the config, or --language'
      return {
        reason: `Unexpected ${name}, expected English${silent.length > 0 ? `; ${count} did not run` : ''}`,
        note:
          silent.length > 0
            ? `Not run: ${silent.join(', ')}; ${set}`
            : `The rules about wording and evidence know English; ${set}`
      }
    }
  },
  check(document, _options, report, run) {
    const {language} = document
    const range = findPlace(document)
    if (/^en(?:-|$)/i.test(language) || !range) return
    report('unsupported', {range, data: {language, silent: run?.silent ?? []}})
  }
})

/** The title stands for the article; an empty one has no language. */
function findPlace({title, blocks}: Document): Range | undefined {
  return blocks.length > 0 ? (title?.range ?? blocks[0]?.range) : undefined
}
