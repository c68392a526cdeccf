/** The text that speaks. */
const text =
  'article|post|guide|report|paper|essay|book|chapter|section|page|tutorial|lesson|course|piece|series|walkthrough|document|handbook|manual|policy|procedure|standard|specification|guideline|charter|agreement|plan'

const texts: ReadonlySet<string> = new Set(text.split('|'))
/** Asked first: V8 takes longer to compile `ofItself` than to read many an article. */
const opens = /^(?:in )?this /i

/** "This guide covers three ovens", "This policy applies to all who bake"; not "This report found": that is a finding. */
const ofItself = new RegExp(
  `^(?:in )?this (?:\\S+ ){0,2}?(?:${text})(?: also| first| then| only| briefly| therefore| now)? (?:will (?:\\w+ly )?)?(?:(?:aim|analy[sz]e|appl(?:y|ie)|break|compare|concern|contain|cover|define|delve|describe|discusse?|document|establishe?|examine|explain|explore|focuse?|govern|introduce|list|look|outline|present|propose|provide|review|serve|show how|survey|take|treat|use|walk)s?\\b|(?:is|was|are)(?: not)? (?:for|about|intended|meant|written|part|based|organi[sz]ed|divided|aimed)\\b)`,
  'i'
)

/** "Agreements shall be kept"; not "we shall see". What stands before it is read last: at the front it would be tried at every character. */
const norm = / shall (?<!\b(?:we|I) shall )(?!(?:we|I)\b)/i

/** Whether a sentence says what its text is about or ordains: that holds because it stands there. */
export function isOwnWord(sentence: string): boolean {
  return (opens.test(sentence) && namesText(sentence) && ofItself.test(sentence)) || norm.test(sentence)
}

/** Behind "in this" stand two words at most before the text is named. */
function namesText(sentence: string): boolean {
  return sentence
    .toLowerCase()
    .split(' ', 5)
    .some((word) => texts.has(word))
}
