import {isCodeBlock} from '../claims/code-share.ts'
import {factsOf} from '../claims/facts.ts'
import {isOrder} from '../claims/orders.ts'
import type {Document, Paragraph, Section, Sentence} from '../model.ts'

/** A longer paragraph explains something, and a page explains it once. */
const longestInstruction = 40
/** Before what is to be done: “Then open …”, “Next, open …”. */
const order: ReadonlySet<string> = new Set('then next now also first finally again please lastly'.split(' '))
const duty = /\byou(?:['’]ll| (?:now |then |also )?(?:will|should|need|must|have to))\b/i
const condition = /^(?:to|if|when|once|after|before|for)\b[^,]{1,120}, /i

/** “Open the valve.”, “You should now see the lamp.”: short, and its first sentence tells the reader what to do or see. */
export function isInstruction({wordCount, sentences}: Paragraph): boolean {
  const [first] = sentences
  return wordCount <= longestInstruction && first !== undefined && isDirect(first)
}

/** “In this example, the valve is opened by hand.”: of the code that stands there. */
export function isOfExample({prose: {value}}: Paragraph): boolean {
  return exampleHere.test(value)
}

const exampleHere =
  /^(?:(?:in|with|for) )?(?:this|these|the) (?:(?:next|first|second|following|above) )?(?:examples?|samples?|snippets?|listings?|demos?|version|code)\b/i

/** “Then open the valve.”, “To fill the tank, open the valve.”, “You will hear the water.” */
export function isDirect({words, text}: Sentence): boolean {
  if (duty.test(text)) return true
  const after = condition.exec(text)?.[0].length ?? 0
  const first = words.find(({key, start}) => start >= after && !order.has(key))
  return first !== undefined && isOrder(factsOf(first))
}

/** Tells two sections that show code: each must hold all that its reader has to do. */
export function createProcedureCheck({
  text
}: Pick<Document, 'text'>): (here: Section, there: Section) => boolean {
  const known = new Map<Section, boolean>()
  const hasCode = (section: Section): boolean => {
    const has = known.get(section) ?? section.blocks.some((block) => isCodeBlock(block, text))
    known.set(section, has)
    return has
  }
  return (here, there) => here !== there && hasCode(here) && hasCode(there)
}
