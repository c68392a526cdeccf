import {defineRule, type FurnitureKind, ownsLines, removeLines} from '../../src/rule/index.ts'

const names: Partial<Record<FurnitureKind, string>> = {
  'section-label': 'section label',
  navigation: 'page control',
  'related-link': 'pointer to another article',
  'feed-field': 'feed field'
}

export default defineRule({
  id: 'page-chrome',
  summary: 'Flag labels, controls and notices of the page that were copied with the text.',
  category: 'debris',
  recommended: 'warn',
  fixable: true,
  options: {},
  messages: {
    chrome: (data: {text: string; name: string}) => ({
      reason: `Unexpected ${data.name} \`${data.text}\`, expected only the article's text`,
      note: 'It belongs to the page around the article and came along when the text was copied'
    })
  },
  check(document, _options, report) {
    for (const {kind, range, text} of document.furniture) {
      const name = names[kind]
      if (!name) continue
      report('chrome', {
        range,
        data: {text, name},
        ...(ownsLines(document.text, range) ? {fix: [removeLines(document.text, range)]} : {})
      })
    }
  }
})
