import {
  areAlone,
  type Document,
  defineRule,
  type Edit,
  type Furniture,
  type FurnitureKind,
  neighbours,
  ownsLines,
  type Range,
  removeLines
} from '../../src/rule/index.ts'
import {findGluedControls} from './glued-controls.ts'

const names: Partial<Record<FurnitureKind, string>> = {
  'section-label': 'section label',
  navigation: 'page control',
  'related-link': 'pointer to another article',
  'feed-field': 'feed field',
  'edit-link': 'edit link'
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
    let feeds = 0
    for (const item of document.furniture) {
      const {kind, range, text, debris} = item
      const name = names[kind]
      if (!name) continue
      if (debris) {
        const [start, end] = debris
        const from = document.text.slice(0, start).trimEnd().length
        const link = text.slice(text.lastIndexOf('['))
        report('chrome', {range: debris, data: {text: link, name}, fix: [{range: [from, end], text: ''}]})
        continue
      }
      if (kind === 'feed-field') feeds++
      const fix =
        feeds <= mostFeeds && isSure(document, item) ? {fix: [removeLines(document.text, range)]} : {}
      report('chrome', {range, data: {text, name}, ...fix})
    }
    for (const {range, text, isWhole} of findGluedControls(document)) {
      const data = {text, name: names.navigation as string}
      report('chrome', {range, data, ...(isWhole ? {fix: [cutOut(document.text, range)]} : {})})
    }
  }
})

/** The words go with one of the blanks beside them; between “May.” and “The” one comes. */
function cutOut(text: string, [start, end]: Range): Edit {
  const isBlank = (at: number): boolean => /^\s?$/.test(text.charAt(at))
  if (text.charAt(start - 1) === ' ' && isBlank(end)) return {range: [start - 1, end], text: ''}
  if (text.charAt(end) === ' ' && isBlank(start - 1)) return {range: [start, end + 1], text: ''}
  return {range: [start, end], text: isBlank(start - 1) || isBlank(end) ? '' : ' '}
}

/** The whole text is searched for the addresses of each. */
const mostFeeds = 20

/** `https://reef.example/lamp`, `reef.example/lamp`; of this many characters at most. */
const address = /https?:\/\/\S{1,500}|(?<![\w.-])[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}\/\S{1,500}/g

/** What it shows may be told nowhere else: the words of a picture whose credit ran into them. */
const caption = /^(?:image|media) (?:caption|copyright|source),?\s*\S|^photo\s*\n|\Simage copyright/i

/** Nothing is left empty, no list without its label, and no address is lost that may be the source of the text. */
function isSure(document: Document, {kind, range}: Furniture): boolean {
  const {text, blocks} = document
  if (!ownsLines(text, range) || areAlone(document, range) || caption.test(text.slice(...range))) return false
  const [, below] = neighbours(blocks, range)
  if (below?.type === 'paragraph' && below.place === 'item') return false
  if (kind !== 'feed-field') return true
  const rest = text.slice(0, range[0]) + text.slice(range[1])
  return [...text.slice(...range).matchAll(address)].every(([found]) => rest.includes(found))
}
