import {defineRule, type GluedHeading, titleMark} from '../../src/rule/index.ts'

export default defineRule({
  id: 'glued-heading',
  summary: 'Flag a heading that runs into the text of a paragraph.',
  category: 'structure',
  recommended: 'error',
  fixable: true,
  options: {},
  messages: {
    glued: (data: {text: string; level: number}) => ({
      reason: `Unexpected heading \`${data.text}\` inside a paragraph, expected \`${'#'.repeat(data.level)} ${data.text}\` on a line of its own`,
      note: 'The line break around the heading was lost, so the section has no start and the paragraph no sense'
    }),
    twin: (data: {text: string}) => ({
      reason: `Unexpected heading \`${data.text}\` at the end of a paragraph, expected it only below`,
      note: 'It was copied twice, once as a line and once as the last words of the text above it'
    }),
    text: () => ({
      reason: 'Unexpected paragraph inside a heading, expected a line break after the heading',
      note: 'The line break after the heading was lost, so the whole paragraph is shown as a heading'
    })
  },
  check(document, _options, report) {
    let title = titleMark(document, 'glued')
    for (const glued of document.gluedHeadings) {
      const {range, repair, text, level, block} = glued
      const fix = repair ? {fix: [...title, ...repair]} : {}
      if (repair) title = []
      if (block.type === 'heading') report('text', {range, ...fix})
      else if (glued.proof === 'twin') report('twin', {range, data: {text}, ...fix})
      else report('glued', {range, data: {text, level}, confidence: confidenceOf(glued), ...fix})
    }
  }
})

function confidenceOf({proof}: GluedHeading): number {
  return proof === 'shape' ? 0.9 : 1
}
