/** Titles that name the kind of a page, not what it is about. */
const generic = new Set(
  `home|homepage|welcome|about|about us|about me|readme|read me|index|overview|introduction|intro|summary|conclusion
  |contents|table of contents|toc|changelog|change log|changes|release notes|whats new|history|license|licence
  |contributing|code of conduct|security|security policy|support|authors|credits|acknowledgements|acknowledgments
  |getting started|get started|quick start|quickstart|installation|install|setup|usage|configuration|examples|example
  |tutorial|tutorials|guide|guides|reference|api|api reference|faq|faqs|frequently asked questions|troubleshooting
  |glossary|resources|further reading|references|links|contact|contact us|privacy|privacy policy|terms
  |terms of service|terms of use|imprint|impressum|blog|news|posts|articles|archive|archives|untitled|notes|todo
  |roadmap|architecture|requirements|prerequisites|background|features|development|testing|deployment|migration
  |migration guide|upgrade guide|upgrading|known issues|best practices|next steps|exercises|solutions|answers|preface
  |foreword|heading|title|document|page|test|draft|appendix|abstract|disclaimer|search|sitemap|page not found|not found|404`
    .split('|')
    .map((title) => title.trim())
)

/** Fewer words of a title, or fewer letters in a script without blanks, name a part of a work. */
const fewestWords = 3
const fewestLetters = 8

/** The title as it is compared: without case, marks and punctuation. Numbers stay: a series counts with them. */
export function keyOf(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/c\+\+/g, 'cpp')
    .replace(/\b([cf])#/g, '$1sharp')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** The title says nothing about its article: `Home`, `Chapter 3`, a date, template code. */
export function isGenericTitle(title: string): boolean {
  const key = keyOf(title)
  return (
    !/\p{L}/u.test(key) ||
    /\{\{|\{%|<%|\$\{/.test(title) ||
    generic.has(key) ||
    /^(?:(?:chapter|part|section|lesson|week|day|module|unit|episode|issue|volume|vol|step|appendix|v|version|release) ?)?[\p{N} ]+$/u.test(
      key
    )
  )
}

/** `Oils` of `Oils {#oils}`: the id is for the generator of the site. */
export function withoutMark(title: string): string {
  return title
    .trimEnd()
    .replace(/\{:?\s*[#.][^{}]*\}$/, '')
    .trimEnd()
}

export function isLongTitle(title: string): boolean {
  const key = keyOf(title)
  if (key.split(' ').length >= fewestWords) return true
  return (key.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0) >= fewestLetters
}
