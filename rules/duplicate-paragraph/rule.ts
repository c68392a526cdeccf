import {type Copy, defineRule} from '../../src/rule/index.ts'

const note = 'A reader who meets the same text twice stops trusting the rest; one copy is enough'

/** Chinese and Japanese, where no blank parts words: about eight of them. */
const eightWords = /^(?=[^\s]{0,30}[\u3041-\u30ff\u3400-\u9fff]).{24}(?=.{6})/su

const excerpt = (text: string): string => {
  const opening = eightWords.exec(text)?.[0]
  if (opening !== undefined) return `${opening}…`
  const words = text.split(/\s+/)
  return words.length <= 8 ? text : `${words.slice(0, 8).join(' ')} …`
}

export default defineRule({
  id: 'duplicate-paragraph',
  summary: 'Flag a paragraph that repeats another one of the article.',
  category: 'repetition',
  recommended: 'error',
  fixable: true,
  anyLanguage: true,
  options: {},
  messages: {
    exact: (data: {text: string}) => ({
      reason: `Unexpected second copy of the paragraph \`${excerpt(data.text)}\`, expected it once`,
      note
    }),
    contained: (data: {text: string}) => ({
      reason: `Unexpected copy of the paragraph \`${excerpt(data.text)}\` inside another one, expected it once`,
      note
    }),
    near: (data: {text: string; percent: number}) => ({
      reason: `Unexpected reworded copy of the paragraph \`${excerpt(data.text)}\` (${data.percent} % the same words), expected it once`,
      note
    })
  },
  check(document, _options, report) {
    for (const copy of document.copies) {
      const {kind, range, original, repair} = copy
      const data = {text: original.prose.value, percent: Math.round(copy.similarity * 100)}
      report(kind, {
        range,
        data,
        related: [{range: original.range, reason: reasonOf(copy)}],
        ...(repair ? {fix: repair} : {})
      })
    }
  }
})

function reasonOf({kind}: Copy): string {
  return kind === 'contained' ? 'The clean copy is here' : 'The first copy is here'
}
