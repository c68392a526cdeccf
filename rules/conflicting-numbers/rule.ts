import {
  type Document,
  defineRule,
  findQuoted,
  type Paragraph,
  type Range,
  type Sentence,
  type Spans,
  type Word
} from '../../src/rule/index.ts'
import {type Amount, findAmounts} from './numbers.ts'
import {isSingle} from './owners.ts'
import {findRestatements} from './restatements.ts'
import {findStatements, mayState, type Statement} from './statements.ts'

/** Statements about one noun that later ones are held against. */
const mostCompared = 20

export default defineRule({
  id: 'conflicting-numbers',
  summary: 'Flag a number of things that contradicts an earlier one in the same article.',
  category: 'consistency',
  recommended: 'warn',
  options: {},
  messages: {
    conflict: (data: {text: string; earlier: string}) => ({
      reason: `Unexpected \`${data.text}\`, expected the number of \`${data.earlier}\` above`,
      note: 'Both sentences say how many there are of the same thing; one of them is wrong, or the difference needs a word'
    }),
    restated: (data: {text: string; earlier: string}) => ({
      reason: `Unexpected \`${data.text}\`, expected \`${data.earlier}\` as in the same sentence above`,
      note: 'The article says the same twice, with two figures; one of them is wrong'
    })
  },
  check(document, _options, report) {
    for (const {here, there} of findRestatements(document)) {
      const related = [{range: there.range, reason: `\`${there.text}\` stands here`}]
      report('restated', {range: here.range, data: {text: here.text, earlier: there.text}, related})
    }
    const statements: Statement[] = []
    const isOwn = createQuoteCheck()
    const {sentences} = document
    for (let at = 0; at < sentences.length; at++) {
      const sentence = sentences[at] as Sentence
      if (isOwn(sentence)) statements.push(...findStatements(sentence))
    }
    if (statements.length < 2) return
    const values = readValues(document)
    const single = new Map<string, boolean>()
    const isOnlyOne = (noun: string): boolean => {
      const known = single.get(noun) ?? isSingle(document, noun)
      single.set(noun, known)
      return known
    }
    const reported = new Set<string>()
    const byNoun = new Map<string, Statement[]>()
    for (const statement of statements) {
      const {noun, value} = statement.amount
      const before = byNoun.get(noun) ?? []
      byNoun.set(noun, before)
      // With a third number in play, the article counts them by place, year or kind; a cost has one owner anyway.
      if (reported.has(noun) || (!statement.verb && values.get(noun)?.size !== 2)) continue
      const earlier = before.find(
        (other) => other.amount.value !== value && isSame(other, statement, isOnlyOne)
      )
      if (before.length < mostCompared) before.push(statement)
      if (!earlier) continue
      reported.add(noun)
      report('conflict', {
        range: placeOf(statement),
        data: {text: textOf(statement), earlier: textOf(earlier)},
        related: [{range: placeOf(earlier), reason: `\`${textOf(earlier)}\` stands here`}]
      })
    }
  }
})

/** Every number that is told of a noun, also where nobody owns it. */
function readValues({sentences}: Document): ReadonlyMap<string, ReadonlySet<number>> {
  const values = new Map<string, Set<number>>()
  for (const sentence of sentences)
    for (const {noun, value} of findAmounts(sentence))
      values.set(noun, (values.get(noun) ?? new Set()).add(value))
  return values
}

/** Tells running text that is the author's own, where it may state a number, from lists, sources and quotations. */
function createQuoteCheck(): (sentence: Sentence) => boolean {
  let known: Paragraph | undefined
  let quoted: Spans | undefined
  return ({paragraph, start, text}) => {
    if (paragraph !== known) {
      const {place, section, prose} = paragraph
      const isOpen = place === 'body' && !section.isReferences && mayState(prose.value)
      quoted = isOpen ? findQuoted(prose) : undefined
    }
    known = paragraph
    return quoted !== undefined && !quoted.overlaps(start, start + text.length)
  }
}

/** Whether two statements are about the same owner and the same kind of number. */
function isSame(a: Statement, b: Statement, isOnlyOne: (noun: string) => boolean): boolean {
  if (a.verb !== b.verb || a.owner.kind === 'none') return false
  // “The two looms are old” may be two of the 14, “the 17 looms” are not.
  if (b.owner.kind === 'none') return b.amount.value > a.amount.value
  if (a.owner.kind === 'pronoun' || b.owner.kind === 'pronoun') {
    if (a.owner.name === b.owner.name)
      return a.owner.name === 'we' || a.sentence.paragraph === b.sentence.paragraph
    // “The bakery has 4 ovens. Its 6 ovens are of brick.”
    const [pronoun, named] = a.owner.kind === 'pronoun' ? [a, b] : [b, a]
    return (
      named.owner.kind !== 'pronoun' &&
      ['it', 'they'].includes(pronoun.owner.name) &&
      isNamedBefore(pronoun, named.owner.name)
    )
  }
  if (a.owner.name !== b.owner.name) return isPartOfName(a, b)
  return a.owner.kind === 'name' || isOnlyOne(a.owner.name)
}

/** Whether the paragraph names the owner before the pronoun's sentence ends. */
function isNamedBefore({sentence}: Statement, name: string): boolean {
  const {paragraph, start, text} = sentence
  return paragraph.prose.value
    .slice(0, start + text.length)
    .toLowerCase()
    .includes(name)
}

/** “Harrow Mill Museum” and “the museum” */
function isPartOfName(a: Statement, b: Statement): boolean {
  const [name, noun] = a.owner.kind === 'name' ? [a.owner, b.owner] : [b.owner, a.owner]
  return name.kind === 'name' && noun.kind === 'noun' && name.name.endsWith(` ${noun.name}`)
}

function placeOf({sentence, amount}: Statement): Range {
  const [start, end] = span(sentence, amount)
  return sentence.at(start, end - start)
}

function textOf({sentence, amount}: Statement): string {
  return sentence.text.slice(...span(sentence, amount)).replace(/\s+/g, ' ')
}

function span({words}: Sentence, {from, to}: Amount): Range {
  return [(words[from] as Word).start, (words[to - 1] as Word).end]
}
