import {defineRule, type Range} from '../../src/rule/index.ts'
import {findBrief} from './brief.ts'
import {findSources} from './links.ts'
import {isTold, readPassages} from './passages.ts'
import {findSpeech, topic} from './speech.ts'

/** Marks of citations in its interface: `:contentReference[oaicite:2]{index=2}`, `【12†source】`, `citeturn0search1`. */
const mark =
  /:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[?\boaicite:\d+\]?|【\d+(?::\d+)?†[^】\n]{0,80}】|\b(?:cite)?(?:turn\d+(?:search|view|news|image|file|product|academic|reddit|finance|sports)\d+)+/g

/** No mark is without one of these; numbers count from 0. */
function mayHoldMarks(text: string): boolean {
  return text.includes('oaicite') || text.includes('【') || /turn[012]/.test(text)
}

/** Longer words are cut in a message. */
const quoteLength = 60

export default defineRule({
  id: 'chatbot-residue',
  summary: 'Flag what a chatbot said to the person it wrote for, and the marks it left.',
  category: 'debris',
  recommended: 'error',
  fixable: true,
  anyLanguage: true,
  options: {},
  messages: {
    speech: (data: {text: string}) => ({
      reason: `Unexpected words of a chatbot \`${data.text}\`, expected only the article's text`,
      note: 'They were meant for the person who asked for the text; a reader who meets them will doubt the rest'
    }),
    brief: (data: {text: string}) => ({
      reason: `Unexpected field of a brief \`${data.text}\`, expected only the article's text`,
      note: 'It belongs to the order for the text, or into the settings of the page; a reader has no use for it'
    }),
    mark: (data: {text: string}) => ({
      reason: `Unexpected citation mark of a chatbot \`${data.text}\`, expected a source`,
      note: 'It led to a source inside the chat; readers cannot follow it'
    }),
    source: (data: {parameter: string}) => ({
      reason: `Unexpected \`${data.parameter}\` in a link, expected the address without it`,
      note: 'A chatbot gave the link; check that the page says what the sentence says'
    })
  },
  check(document, _options, report) {
    const passages = readPassages(document)
    const speeches = findSpeech(passages, document.title?.text)
    for (const {passage, range} of speeches) {
      report('speech', {
        range: passage.prose.at(range[0], range[1] - range[0]),
        data: {text: quote(passage.prose.value.slice(...range))}
      })
    }
    for (const {prose} of findBrief(
      passages,
      new Set(speeches.map(({passage}) => passage)),
      document.title?.text,
      topic
    ))
      report('brief', {range: prose.range, data: {text: quote(prose.value)}})
    if (mayHoldMarks(document.text))
      passages.forEach(({prose}, index) => {
        for (const {index: start, 0: text} of prose.value.matchAll(mark)) {
          const range: Range = [start, start + text.length]
          if (isTold(passages, index, range)) continue
          report('mark', {range: prose.at(start, text.length), data: {text}})
          // One report a paragraph says it all.
          break
        }
      })
    for (const {range, parameter, edit} of findSources(document)) {
      report('source', {range, data: {parameter}, fix: [edit]})
    }
  }
})

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > quoteLength ? `${line.slice(0, quoteLength)}…` : line
}
