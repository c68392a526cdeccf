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

interface Figures {
  readonly here: string
  readonly there: string
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
    near: (data: {text: string; percent: number; figures?: Figures}) => {
      const {text, percent, figures} = data
      const but = figures ? `, but \`${figures.here}\` for \`${figures.there}\`` : ''
      return {
        reason: `Unexpected reworded copy of the paragraph \`${excerpt(text)}\` (${percent} % the same words${but}), expected it once`,
        note: figures
          ? 'Of two figures for one thing one is wrong, and a reader cannot know which: keep the copy that has it right'
          : note
      }
    }
  },
  check(document, _options, report) {
    for (const copy of document.copies) {
      const {kind, range, original, repair} = copy
      const figures = kind === 'near' ? findOther(copy) : undefined
      const data = {
        text: original.prose.value,
        percent: Math.round(copy.similarity * 100),
        ...(figures && {figures})
      }
      report(kind, {
        range,
        data,
        related: [{range: original.range, reason: reasonOf(copy)}],
        ...(repair ? {fix: repair} : {})
      })
    }
  }
})

/** The first figure of a reworded copy that is another one where it was copied from. */
function findOther({paragraph, original, start, end}: Copy): Figures | undefined {
  const own = readFigures(paragraph.prose.value.slice(start, end))
  const others = readFigures(original.prose.value)
  const at = own.findIndex((figure, index) => figure !== others[index])
  const [here, there] = [own[at], others[at]]
  return own.length === others.length && here !== undefined && there !== undefined ? {here, there} : undefined
}

function readFigures(text: string): readonly string[] {
  return text.match(/\d+(?:[.,:]\d+)*/g) ?? []
}

function reasonOf({kind}: Copy): string {
  return kind === 'contained' ? 'The clean copy is here' : 'The first copy is here'
}
