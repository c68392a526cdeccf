import {
  areCaptions,
  areContrasted,
  areOfTrials,
  areReferenceParts,
  areRemarks,
  areSpeakers,
  createAlternativeCheck,
  createAnswerCheck,
  createFormCheck,
  createLinkCheck,
  createProcedureCheck,
  createQuestionCheck,
  createRecordCheck,
  createSpeechCheck,
  createStepCheck,
  createTalkCheck,
  type Document,
  type Excerpt,
  isDirect,
  leadsOn,
  type Paragraph,
  type Section,
  type Sentence
} from '../../src/rule/index.ts'

/**
 * Tells the same words that say something else: with other links, in a tab, a form, a record, a procedure, above code or
 * a list, above another answer, below a quotation or a picture, in a talk with a program.
 */
export function createOtherCheck(document: Document): (here: Sentence, there: Sentence) => boolean {
  const countOtherLinks = createLinkCheck(document)
  const isForm = createFormCheck()
  const areRecords = createRecordCheck(document)
  const areAlternatives = createAlternativeCheck(document)
  const isTalk = createTalkCheck(document)
  const isAskedAgain = createQuestionCheck(document)
  const areAnswers = createAnswerCheck(document)
  const areSaid = createSpeechCheck(document)
  const areSteps = createStepCheck(document)
  const areProcedures = createProcedureCheck(document)
  const leads = ({paragraph, index}: Sentence): boolean =>
    index === paragraph.sentences.length - 1 && leadsOn(paragraph, document.blocks)
  // “The tower needs a painter. Ask in its [office](/tower).”: the link of the next sentence is about the first one too.
  const areParallel = (a: Paragraph, b: Paragraph): boolean =>
    a.wordCount === b.wordCount && countOtherLinks(wholeOf(a), wholeOf(b)) > 0
  return (here, there) =>
    countOtherLinks(excerptOf(here), excerptOf(there)) > 0 ||
    areParallel(here.paragraph, there.paragraph) ||
    isForm(here.paragraph, there.paragraph) ||
    areRecords(here.paragraph, there.paragraph) ||
    areAlternatives(here.paragraph, there.paragraph) ||
    areReferenceParts(here.paragraph, there.paragraph) ||
    areContrasted(here.paragraph, there.paragraph) ||
    isAskedAgain(here.paragraph, there.paragraph) ||
    areAnswers(here.paragraph, there.paragraph) ||
    areSaid(here.paragraph, there.paragraph) ||
    areSteps(here.paragraph, there.paragraph) ||
    areOfTrials(here, there) ||
    isOfReview(here) !== isOfReview(there) ||
    (isStep(here) && isStep(there) && areNamesakes(here.paragraph.section, there.paragraph.section)) ||
    areCaptions(here.paragraph, there.paragraph, document) ||
    areRemarks(here.paragraph, there.paragraph, document) ||
    isTalk(here.paragraph, there.paragraph) ||
    (leads(here) && leads(there)) ||
    areSpeakers(here.paragraph, there.paragraph, document) ||
    (isDirect(here) && areProcedures(here.paragraph.section, there.paragraph.section))
}

/** What a textbook calls so says the chapter again, for who learns it; the summary of an article does not. */
const review = /^(?:chapter|unit|lesson|module|section) (?:review|summary)[.:]?$/i

function isOfReview({paragraph: {section}}: Sentence): boolean {
  return review.test(section.heading?.text.trim() ?? '')
}

/** A paragraph of its own that tells the reader what to do. */
function isStep(sentence: Sentence): boolean {
  return sentence.paragraph.sentences.length === 1 && isDirect(sentence)
}

/** `#### Steps` of two drills: each says all that is to be done. */
function areNamesakes(here: Section, there: Section): boolean {
  return here !== there && here.heading !== undefined && here.heading.text === there.heading?.text
}

function excerptOf({paragraph: {prose}, start, text}: Sentence): Excerpt {
  return {prose, start, end: start + text.length}
}

function wholeOf({prose}: Paragraph): Excerpt {
  return {prose, start: 0, end: prose.value.length}
}
