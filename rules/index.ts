// Derived from the rule folders by `npm run derive`. Do not edit.
import type {Rule} from '../src/rule/index.ts'
import authorBox from './author-box/rule.ts'
import bareHeading from './bare-heading/rule.ts'
import bylineCounter from './byline-counter/rule.ts'
import chatbotResidue from './chatbot-residue/rule.ts'
import duplicateHeading from './duplicate-heading/rule.ts'
import duplicateParagraph from './duplicate-paragraph/rule.ts'
import emphasisAsHeading from './emphasis-as-heading/rule.ts'
import emptySection from './empty-section/rule.ts'
import fillerPhrase from './filler-phrase/rule.ts'
import flattenedList from './flattened-list/rule.ts'
import genericClosing from './generic-closing/rule.ts'
import gluedHeading from './glued-heading/rule.ts'
import keywordLine from './keyword-line/rule.ts'
import multipleTitles from './multiple-titles/rule.ts'
import pageChrome from './page-chrome/rule.ts'
import repeatedTitle from './repeated-title/rule.ts'
import skippedHeadingLevel from './skipped-heading-level/rule.ts'

export const rules: readonly Rule[] = [
  authorBox,
  bareHeading,
  bylineCounter,
  chatbotResidue,
  duplicateHeading,
  duplicateParagraph,
  emphasisAsHeading,
  emptySection,
  fillerPhrase,
  flattenedList,
  genericClosing,
  gluedHeading,
  keywordLine,
  multipleTitles,
  pageChrome,
  repeatedTitle,
  skippedHeadingLevel
]
