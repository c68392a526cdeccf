import {type Document, defineRule, type Edit} from '../../src/rule/index.ts'
import {findLists, hasLoneMark, type LostList} from './bullets.ts'

export default defineRule({
  id: 'orphan-bullet',
  summary: 'Flag list marks that stand on lines of their own, apart from their items.',
  category: 'debris',
  recommended: false,
  fixable: true,
  anyLanguage: true,
  options: {},
  messages: {
    apart: (data: {mark: string; item: string; count: number}) => ({
      reason:
        `Unexpected list mark \`${data.mark}\` on a line of its own${data.count > 1 ? ` (${data.count} times)` : ''}, ` +
        `expected it before \`${data.item}\``,
      note: 'The list was copied as bare text; with its marks on other lines it is no list'
    })
  },
  check(document, _options, report) {
    if (!hasLoneMark.test(document.text)) return
    for (const list of findLists(document)) {
      const first = list.bullets[0] as LostList['bullets'][number]
      const item = document.text.slice(...first.item)
      const shown = item.length > 40 ? `${item.slice(0, 40).trim()}…` : item
      report('apart', {
        range: first.range,
        data: {mark: first.mark, item: shown, count: list.bullets.length},
        ...(canJoin(document, list) ? {fix: join(document, list)} : {})
      })
    }
  }
})

function canJoin(document: Document, list: LostList): boolean {
  return !swallowsNext(document, list) && !holdsDebris(document, list) && !isForm(document, list)
}

/** A `-` for each answer of a form, above the next label in bold: the answers are missing. */
function isForm({text}: Document, {bullets}: LostList): boolean {
  return bullets.every(({mark, item}) => /[-*+]/.test(mark) && bold.test(text.slice(...item)))
}

const bold = /^(?:\*\*[^*]{1,200}\*\*|__[^_]{1,200}__):?$/

/** Indented text below a list belongs to its last item: code would become prose. */
function swallowsNext({text, blocks}: Document, {bullets}: LostList): boolean {
  const [, end] = (bullets.at(-1) as LostList['bullets'][number]).item
  const next = blocks.find(({range}) => range[0] >= end)
  return next?.type === 'code' && /^[ \t]/.test(text.slice(next.range[0])) === true
}

/** A line of the page that became an item would be text, and nobody would look for it. */
function holdsDebris({furniture}: Document, {bullets}: LostList): boolean {
  return bullets.some(({item}) => furniture.some(({range}) => range[0] < item[1] && range[1] > item[0]))
}

/** Each item behind its mark, and a blank line where the text after the last one would run into it. */
function join({text}: Document, {bullets, isTight}: LostList): Edit[] {
  const edits = bullets.map(({mark, range, item}): Edit => {
    const sign = /[-*+]/.test(mark) ? mark : '-'
    return {range: [range[0], item[0]], text: `${sign} `}
  })
  const [, end] = (bullets.at(-1) as LostList['bullets'][number]).item
  if (isTight) edits.push({range: [end, end], text: /\r\n?|\n/.exec(text)?.[0] ?? '\n'})
  return edits
}
