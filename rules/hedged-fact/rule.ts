import {defineRule, findQuoted, lazy, type Sentence} from '../../src/rule/index.ts'
import {findTopic, house, stem} from './topic.ts'

const acts =
  '(?:uses?|utili[sz]es?|rel(?:y|ies) on|employs?|leverages?|runs? on|stores?|hosts?|processes|handles?|operates?|implements?|integrates?|involves?|combines?|consists? of|depends? on|encrypts?|deploys?|sources?|replicates?|keeps?|maintains?|includes?|features?|partners? with|migrated|has migrated|adopted|has adopted|benefits? from)'
const acting =
  '(?:using|utili[sz]ing|relying on|employing|leveraging|running on|storing|hosting|processing|integrating|deploying|sourcing)'
const done =
  '(?:stored|hosted|processed|deployed|built|handled|powered|encrypted|replicated|managed|run|written|sourced|kept)'
const guess = '(?:likely|probably|presumably|possibly|apparently|most likely|very likely)'

/** A guess at what somebody does inside: the hedge and the act it stands before. */
const guesses = lazy(
  () =>
    new RegExp(
      `\\b(?:${[
        `${guess} (?:also )?${acts}`,
        `(?:is|are) ${guess} (?:also )?(?:${done}|${acting})`,
        `(?:may|might|could) (?:also )?be ${acting}`,
        '(?:may|might|could) (?:also )?(?:use|utili[sz]e|employ|leverage|involve|rely on) an? (?:combination|mix|variety|blend|range) of',
        `(?:appears?|seems?|is believed|is thought) to (?:also )?(?:${acts}|be ${acting}|be ${done})`
      ].join('|')})\\b`,
      'i'
    )
)
/** "It is likely that Parcelo also uses …" */
const supposed = lazy(
  () =>
    new RegExp(
      `^It (?:is|seems) (?:very |quite |most )?(?:likely|probable|possible|reasonable to assume) that .{1,60}? ${acts}\\b`
    )
)
const product = '\\p{Lu}[\\p{L}\\p{N}+#]*(?:[.-][\\p{L}\\p{N}+#]+)*'
/** Two products of which it is one: "leveraging Amazon RDS or DynamoDB". */
const choice = lazy(
  () =>
    new RegExp(
      `\\b(?:[Uu]s(?:es?|ing)|[Uu]tili[sz](?:es?|ing)|[Ll]everag(?:es?|ing)|[Ee]mploy(?:s|ing)?|[Rr]uns? on|[Rr]unning on|[Rr]el(?:ies|y|ying) on|(?:stored|hosted|deployed) (?:in|on)) (?:${product} ){1,3}or ${product}`,
      'u'
    )
)

/** Where the reader or the writer acts, or something is only supposed(), nothing is stated of the topic. */
const open = /\b(?:I|me|my|we|us|our|you|your|if|whether|suppose|imagine|would|wouldn['’]t)\b|\?$/i

export default defineRule({
  id: 'hedged-fact',
  summary: 'Flag a guess at what the company or product of the title does inside: “likely uses”, “A or B”.',
  category: 'evidence',
  recommended: false,
  options: {
    minConfidence: {
      type: 'number',
      default: 0.1,
      minimum: 0,
      maximum: 1,
      description: 'How sure the rule must be that the sentence is a claim'
    }
  },
  messages: {
    guess: (data: {text: string}) => ({
      reason: `Unexpected guess \`${data.text}\`, expected what is known, with its source`,
      note: 'What somebody uses is known or not; say who knows it, or leave it out'
    })
  },
  check(document, {minConfidence}, report) {
    const topic = findTopic(document)
    if (topic.size === 0) return
    const items = new Set(document.flattenedLists.flatMap((list) => list.items))
    for (const {sentence, confidence} of document.openClaims) {
      if (confidence < minConfidence) continue
      const {paragraph} = sentence
      const text = inOneLine(sentence)
      const isItem = items.has(paragraph)
      const hit = guesses().exec(text) ?? supposed().exec(text) ?? choice().exec(text)
      if (!hit || open.test(text) || !(isItem || isAbout(sentence, hit.index, topic))) continue
      const [words] = hit
      const start = sentence.start + hit.index
      if (findQuoted(paragraph.prose).overlaps(start, start + words.length)) continue
      report('guess', {range: sentence.at(hit.index, words.length), data: {text: words}, confidence})
    }
  }
})

/** A line break may stand between any two words. */
function inOneLine({text}: Sentence): string {
  return text.replaceAll('\n', ' ')
}

/** The sentence names the topic or its house, or begins with “it” after one that does. */
function isAbout(sentence: Sentence, at: number, topic: ReadonlySet<string>): boolean {
  const {words, index, paragraph} = sentence
  const text = inOneLine(sentence)
  if (words.some((word) => topic.has(stem(word.text))) || house.test(text)) return true
  const before = /\b(?:it|they) $/i.test(text.slice(0, at)) ? paragraph.sentences[index - 1] : undefined
  return before?.words.some((word) => topic.has(stem(word.text))) ?? false
}
