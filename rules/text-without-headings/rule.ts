import {
  type Block,
  type Document,
  defineRule,
  fewestUnbroken,
  findUnbroken,
  type Heading,
  type Paragraph
} from '../../src/rule/index.ts'

export default defineRule({
  id: 'text-without-headings',
  summary: 'Flag a long stretch of text without a heading.',
  category: 'structure',
  recommended: false,
  isOfArticle: true,
  options: {
    minWords: {
      type: 'number',
      default: 1000,
      minimum: 1,
      description:
        'Words in a row from which on an article without any heading needs one; under a heading, twice as many.'
    }
  },
  messages: {
    none: (data: {words: number}) => ({
      reason: `Unexpected ${data.words} words without a heading, expected headings that divide the article`,
      note: 'Readers scan a long text for the part they came for, and find no way in'
    }),
    stretch: (data: {words: number; heading: string}) => ({
      reason: `Unexpected ${data.words} words under \`${data.heading}\` without another heading, expected headings that divide them`,
      note: 'Readers scan a long text for the part they came for, and find no way in'
    })
  },
  check(document, {minWords}, report) {
    // It lacks paragraphs before it lacks headings: another rule says so.
    if (findUnbroken(document, fewestUnbroken)) return
    let words = 0
    let first: Paragraph | undefined
    let heading: string | undefined
    const title = findTitle(document)
    const isDivided = document.headings.some((other) => other !== title)
    const close = (): void => {
      const range = first?.sentences[0]?.range ?? first?.range
      if (range && words >= (isDivided ? 2 * minWords : minWords)) {
        if (heading === undefined) report('none', {range, data: {words}})
        else report('stretch', {range, data: {words, heading}})
      }
      words = 0
      first = undefined
    }
    for (const block of document.blocks) {
      if (divides(block)) close()
      if (block.type === 'heading') heading = block === title ? undefined : block.text
      else if (block.type === 'thematicBreak') heading = undefined
      else if (block.type === 'paragraph' && isText(block)) {
        first ??= block
        words += block.wordCount
      }
    }
    close()
  }
})

/** The one heading of level 1: it divides nothing. */
function findTitle({headings}: Document): Heading | undefined {
  const top = headings.filter(({level}) => level === 1)
  return top.length === 1 ? top[0] : undefined
}

function isText({isProse, place, section, prose}: Paragraph): boolean {
  return isProse && place !== 'footnote' && !section.isReferences && !/^\[\d/.test(prose.value)
}

/** A heading, a rule, or what writers use in their place: bold words or a speaker's name at the start. */
function divides(block: Block): boolean {
  if (block.type === 'html')
    return 'value' in block.node && /<(?:h[1-6r]|summary|strong|b)\b/i.test(block.node.value)
  if (block.type !== 'paragraph') return block.type === 'heading' || block.type === 'thematicBreak'
  const {marks, value} = block.prose
  return (
    marks.some(({node, start}) => node.type === 'strong' && start <= 3) ||
    /^(?:Q|A|\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,2}): /u.test(value)
  )
}
