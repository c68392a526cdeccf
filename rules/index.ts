// Derived from the rule folders by `npm run derive`. Do not edit.
import type {Rule} from '../src/rule/index.ts'
import authorBox from './author-box/rule.ts'
import bareHeading from './bare-heading/rule.ts'
import bylineCounter from './byline-counter/rule.ts'
import chatbotResidue from './chatbot-residue/rule.ts'
import conflictingNumbers from './conflicting-numbers/rule.ts'
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
import noSources from './no-sources/rule.ts'
import pageChrome from './page-chrome/rule.ts'
import placeholderLink from './placeholder-link/rule.ts'
import placeholderText from './placeholder-text/rule.ts'
import repeatedTitle from './repeated-title/rule.ts'
import skippedHeadingLevel from './skipped-heading-level/rule.ts'
import undefinedFootnote from './undefined-footnote/rule.ts'
import unlinkedAttribution from './unlinked-attribution/rule.ts'
import unsourcedClaim from './unsourced-claim/rule.ts'
import unusedFootnote from './unused-footnote/rule.ts'
import vagueQuantity from './vague-quantity/rule.ts'
import weaselAttribution from './weasel-attribution/rule.ts'

export const rules: readonly Rule[] = [
  authorBox,
  bareHeading,
  bylineCounter,
  chatbotResidue,
  conflictingNumbers,
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
  noSources,
  pageChrome,
  placeholderLink,
  placeholderText,
  repeatedTitle,
  skippedHeadingLevel,
  undefinedFootnote,
  unlinkedAttribution,
  unsourcedClaim,
  unusedFootnote,
  vagueQuantity,
  weaselAttribution
]
