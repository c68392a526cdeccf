// Derived from the rule folders by `npm run derive`. Do not edit.
import type {Rule} from '../src/rule/index.ts'
import articleTimedOut from './article-timed-out/rule.ts'
import articleTooDeep from './article-too-deep/rule.ts'
import articleTooLarge from './article-too-large/rule.ts'
import authorBox from './author-box/rule.ts'
import bareHeading from './bare-heading/rule.ts'
import brokenInternalLink from './broken-internal-link/rule.ts'
import bylineCounter from './byline-counter/rule.ts'
import bylineMismatch from './byline-mismatch/rule.ts'
import chatbotResidue from './chatbot-residue/rule.ts'
import clickbaitTitle from './clickbait-title/rule.ts'
import conflictingNumbers from './conflicting-numbers/rule.ts'
import countMismatch from './count-mismatch/rule.ts'
import danglingListIntro from './dangling-list-intro/rule.ts'
import deadSource from './dead-source/rule.ts'
import directiveWithoutReason from './directive-without-reason/rule.ts'
import duplicateHeading from './duplicate-heading/rule.ts'
import duplicateParagraph from './duplicate-paragraph/rule.ts'
import duplicateSentence from './duplicate-sentence/rule.ts'
import emphasisAsHeading from './emphasis-as-heading/rule.ts'
import emptySection from './empty-section/rule.ts'
import expiredDirective from './expired-directive/rule.ts'
import figureNotInSource from './figure-not-in-source/rule.ts'
import fillerPhrase from './filler-phrase/rule.ts'
import flattenedList from './flattened-list/rule.ts'
import flattenedTable from './flattened-table/rule.ts'
import genericClosing from './generic-closing/rule.ts'
import gluedHeading from './glued-heading/rule.ts'
import hedgedFact from './hedged-fact/rule.ts'
import keywordLine from './keyword-line/rule.ts'
import keywordStuffing from './keyword-stuffing/rule.ts'
import literalMarkup from './literal-markup/rule.ts'
import lostLinkText from './lost-link-text/rule.ts'
import missingDate from './missing-date/rule.ts'
import mixedScriptWord from './mixed-script-word/rule.ts'
import mojibake from './mojibake/rule.ts'
import multipleTitles from './multiple-titles/rule.ts'
import noSources from './no-sources/rule.ts'
import orphanBullet from './orphan-bullet/rule.ts'
import overclaim from './overclaim/rule.ts'
import pageChrome from './page-chrome/rule.ts'
import personaReuse from './persona-reuse/rule.ts'
import placeholderLink from './placeholder-link/rule.ts'
import placeholderText from './placeholder-text/rule.ts'
import promotionalWording from './promotional-wording/rule.ts'
import questionTitleUnsourced from './question-title-unsourced/rule.ts'
import quoteNotInSource from './quote-not-in-source/rule.ts'
import redirectedSource from './redirected-source/rule.ts'
import repeatedTitle from './repeated-title/rule.ts'
import sameTitle from './same-title/rule.ts'
import sharedParagraph from './shared-paragraph/rule.ts'
import sharedTemplate from './shared-template/rule.ts'
import skippedHeadingLevel from './skipped-heading-level/rule.ts'
import sourceMismatch from './source-mismatch/rule.ts'
import staleSource from './stale-source/rule.ts'
import textWithoutHeadings from './text-without-headings/rule.ts'
import truncatedParagraph from './truncated-paragraph/rule.ts'
import unbrokenText from './unbroken-text/rule.ts'
import undatedTime from './undated-time/rule.ts'
import undefinedFootnote from './undefined-footnote/rule.ts'
import unknownDirective from './unknown-directive/rule.ts'
import unlinkedAttribution from './unlinked-attribution/rule.ts'
import unsourcedClaim from './unsourced-claim/rule.ts'
import unsupportedLanguage from './unsupported-language/rule.ts'
import unusedDirective from './unused-directive/rule.ts'
import unusedFootnote from './unused-footnote/rule.ts'
import vagueQuantity from './vague-quantity/rule.ts'
import weakSource from './weak-source/rule.ts'
import weaselAttribution from './weasel-attribution/rule.ts'

export const rules: readonly Rule[] = [
  articleTimedOut,
  articleTooDeep,
  articleTooLarge,
  authorBox,
  bareHeading,
  brokenInternalLink,
  bylineCounter,
  bylineMismatch,
  chatbotResidue,
  clickbaitTitle,
  conflictingNumbers,
  countMismatch,
  danglingListIntro,
  deadSource,
  directiveWithoutReason,
  duplicateHeading,
  duplicateParagraph,
  duplicateSentence,
  emphasisAsHeading,
  emptySection,
  expiredDirective,
  figureNotInSource,
  fillerPhrase,
  flattenedList,
  flattenedTable,
  genericClosing,
  gluedHeading,
  hedgedFact,
  keywordLine,
  keywordStuffing,
  literalMarkup,
  lostLinkText,
  missingDate,
  mixedScriptWord,
  mojibake,
  multipleTitles,
  noSources,
  orphanBullet,
  overclaim,
  pageChrome,
  personaReuse,
  placeholderLink,
  placeholderText,
  promotionalWording,
  questionTitleUnsourced,
  quoteNotInSource,
  redirectedSource,
  repeatedTitle,
  sameTitle,
  sharedParagraph,
  sharedTemplate,
  skippedHeadingLevel,
  sourceMismatch,
  staleSource,
  textWithoutHeadings,
  truncatedParagraph,
  unbrokenText,
  undatedTime,
  undefinedFootnote,
  unknownDirective,
  unlinkedAttribution,
  unsourcedClaim,
  unsupportedLanguage,
  unusedDirective,
  unusedFootnote,
  vagueQuantity,
  weakSource,
  weaselAttribution
]
