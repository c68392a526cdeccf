import type {Document, Paragraph, Range} from '../../src/rule/index.ts'

/** A control of the page inside a paragraph, where what stood around it ran together. */
export interface GluedControl {
  readonly range: Range
  readonly text: string
  /** Nothing but the control: without it the text is whole. */
  readonly isWhole: boolean
}

/** Most articles have none of these words. */
const hints =
  /dvertisement|ADVERTISEMENT|[Cc]ontinues? (?:below|[Rr]eading the)|on Instagram|for (?:video|VIDEO)|to (?:main )?content|Image c|COVERAGE|(?:RELATED|READ|WATCH|LISTEN|ALSO|MORE|[Rr]ead [Mm]ore|Also read|Must read|Related(?: \w{4,7})?): |Play [Vv]ideo ?\d|hide caption|toggle caption|(?:JUST|MUST) WATCH|Share on [A-Z]/

/** Said by no author. Nothing of the text is lost with them. */
const whole =
  /(?:Continue [Rr]eading the main [Ss]tory|(?:Story|Article) [Cc]ontinues [Bb]elow(?: (?:this )?(?:ad|advertisement|Advertisement))?|View this post on Instagram|(?:Scroll down for video|SCROLL DOWN FOR VIDEO)|(?:Skip|Jump) to (?:main )?content|(?:ADVERTISEMENT|Advertisement)(?: ?[-–—] ?(?:CONTINUE READING BELOW|Continue Reading Below|scroll to continue))?|(?:Share on (?:Facebook|LinkedIn|Pinterest|Twitter|WhatsApp|X)(?: |(?=[^\w ]|$)))+)/

/** A title, a credit or a caption follows, and where that ends cannot be told. */
const opened =
  /(?:Image copyright(?=[A-Z]{2})|Image caption(?= ?[A-Z“"])|RELATED (?:ARTICLES?|COVERAGE|STORIES)|(?:ALSO READ|LISTEN|MUST READ|READ ALSO|READ MORE|RELATED|WATCH): (?=[\p{Lu}“"‘'])|(?:Also read|Must read|Read [Mm]ore|Related(?: (?:article|coverage|post|story))?): (?=[\p{Lu}“"‘'])|Play [Vv]ideo ?\d{1,2}:\d\d|(?:hide|toggle) caption|(?:JUST WATCHED|MUST WATCH))/u

/** A sentence, a credit or nothing stands before it, and a new sentence behind it. */
const control = new RegExp(
  `(?<=(?:^|[.!?…:”"’)\\]]|[A-Z]{2}) ?)(?:(${whole.source})(?= ?(?:[\\p{Lu}“"‘(]|$))|${opened.source})`,
  'gu'
)

/** “…in May.Continue reading the main story The keeper…”, in document order. */
export function findGluedControls(document: Document): GluedControl[] {
  if (!hints.test(document.text)) return []
  return document.paragraphs.flatMap((paragraph) => findInParagraph(paragraph, document.text))
}

function findInParagraph({prose, place}: Paragraph, source: string): GluedControl[] {
  const {marks} = prose
  // Also where the lines of a paragraph end between its words.
  const value = prose.value.replaceAll('\n', ' ')
  if (place !== 'body' || !hints.test(value)) return []
  const found: GluedControl[] = []
  for (const match of value.matchAll(control)) {
    const {0: text, 1: isWhole, index} = match
    const end = index + text.length
    // “Related: [Seven Ways](/rye)” leads somewhere.
    if (
      marks.some(
        (mark) =>
          mark.end > index &&
          mark.start <= end &&
          mark.node.type !== 'emphasis' &&
          mark.node.type !== 'strong'
      )
    )
      continue
    // A glossary explains “Related: words that…”, and “Advertisement Agency Lund” is a name.
    if (index === 0 && !/^(?:Continue|Story|Article|View)/.test(text)) continue
    if (/^Adv/.test(text) && value.charAt(index - 1) === ' ' && value.charAt(end) === ' ') continue
    const range = prose.at(index, text.trimEnd().length)
    found.push({
      range,
      text: text.trimEnd(),
      isWhole: isWhole !== undefined && source.slice(...range).replace(/\s/g, ' ') === text.trimEnd()
    })
  }
  return found
}
