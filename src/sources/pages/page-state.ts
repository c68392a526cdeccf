import {countLetters} from './page-letters.ts'

/** What of a page tells whether it can be taken at its word. */
export interface Shell {
  readonly titles: readonly string[]
  readonly blocks: readonly string[]
  /** Letters of the blocks that are links. */
  readonly linked: number
  /** Scripts run in it. */
  readonly hasScripts: boolean
  /** It has the element that a script fills. */
  readonly hasRoot: boolean
  readonly isPaid: boolean
  readonly scriptHosts: string
}

const few = 600
const notMany = 3000

const error = '(?:http )?(?:error[ :-]{1,3})?404(?: error)?'
const lost = [
  `${error}(?:[ :.!,-]{1,4}(?:page|file|site|url)?(?: was)? ?not found)?(?: error)?`,
  "(?:sorry,? |oops[!.,]? |whoops[!.,]? )?(?:the |this |that |your )?(?:requested )?(?:page|article|document|file|content|story|url|resource|post)(?: (?:you requested|you were looking for|you(?:’|')re looking for|you are looking for))? ?(?:was |is |could |can |has been |have |has |does |cannot |can(?:’|')t |could ?n(?:o|’|')t |does ?n(?:o|’|')t |is ?n(?:o|’|')t )?(?:not )?(?:be )?(?:been )?(?:found|exist|exists|removed|deleted|unavailable|available|no longer available|no longer exists|gone|missing)",
  'not found',
  "(?:sorry,? |oops[!.,]? )?we (?:can(?:not|’t|'t)|could(?: not|n’t|n't)) find (?:that|the|this|your) page.{0,40}",
  'nothing (?:was )?found(?: here)?',
  'seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|p[áa]gina no encontrada|pagina non trovata|pagina niet gevonden|página não encontrada|nie znaleziono strony|sidan (?:hittades inte|kunde inte hittas)|страница не найдена|页面不存在|找不到(?:该)?页面|页面未找到|ページが見つかりません(?:でした)?'
]
const isLost = new RegExp(`^(?:${lost.join('|')})[.!…]?$`, 'i')
/** Of a page that tells about such pages. */
const explains = /\bstatus codes?\b|\bmeans\b|\bHTTP response|\bclient error|\bwebmasters?\b/i

const forSale = new RegExp(
  [
    '\\b(?:this |the )?domain(?: name)?(?: \\S{3,60})? (?:is|may be|might be|could be)(?: now)? (?:for sale|available for (?:sale|purchase)|parked|listed for sale)',
    '\\bbuy this (?:domain|website)\\b',
    '^\\S{3,60}\\.[a-z]{2,12} (?:is|may be) (?:for sale|parked)',
    '\\bparked (?:free|domain)\\b',
    '\\bthis (?:web ?(?:page|site)|page) is parked\\b',
    '\\bdiese domain steht zum verkauf|ce (?:nom de )?domaine est [àa] vendre|este dominio est[áa] (?:a la|en) venta'
  ].join('|'),
  'i'
)
const parkingHosts =
  /\b(?:sedoparking|parkingcrew|bodis|hugedomains|afternic|above|parklogic|dan|undeveloped|skenzo)\.(?:com|net)\b/i

const check =
  /(?:enable|activate|requires?|turn on|need) (?:java ?script|cookies)|java ?script (?:is )?(?:disabled|required|must be|erforderlich|n[ée]cessaire)|javascript (?:aktivieren|einschalten)|activer (?:le )?javascript|checking (?:your|if the site) (?:browser|connection)|verify(?:ing)? (?:that )?you(?: are|’re|'re) (?:a )?human|are you a (?:human|robot)|not a robot|captcha|^just a moment|unusual (?:traffic|activity)|ddos protection|access (?:to this page )?(?:has been |is )?denied|^loading\b.{0,9}$|unsupported browser|update your browser/i
const pay =
  /subscri(?:be|ption)s? (?:now )?(?:to|for) (?:continue|read|keep|unlimited|full|get|access|unlock)|subscribers? only|(?:for|only|exclusive(?:ly)?) (?:for |to |available to )?subscribers|(?:log|sign) ?in (?:or \S{1,20} )?to (?:continue|read|view|access|see)|create (?:a|an|your) (?:free )?account to (?:continue|read)|already a (?:subscriber|member)|register (?:for free )?to (?:continue|read|keep)|(?:keep|continue) reading (?:with|for|by)|to (?:continue|keep) reading|read the (?:full|rest of (?:the|this)) (?:article|story)|free articles? (?:left|remaining|this month)|purchase access|buy this article|get full access|(?:access|login) through your institution|nur f[üu]r abonnenten|r[ée]serv[ée] aux abonn[ée]s|solo para suscriptores/i
const consent =
  /\b(?:cookies?|consent|privacy|partners|vendors|gdpr|personali[sz]ed (?:ads?|content)|legitimate interests?|datenschutz|einwilligung|confidentialit[ée])\b/i

/** Whether a page with a good status is none. */
export function emptinessOf({
  titles,
  blocks,
  linked,
  scriptHosts
}: Shell): 'not-found' | 'parked' | undefined {
  const own = Math.max(0, countLetters(blocks) - linked)
  if (own < few && blocks.slice(0, 400).every((block) => !explains.test(block.slice(0, 400)))) {
    const heads = titles.flatMap((title) => [title, ...title.split(/ [|–—·:-] | » /)])
    if ([...heads, ...blocks.slice(0, 2)].some((head) => head.length < 120 && isLost.test(head.trim())))
      return 'not-found'
  }
  if (own >= 1500) return undefined
  if (own < 300 && parkingHosts.test(scriptHosts)) return 'parked'
  const told = [...titles, ...blocks.slice(0, 8)]
  return told.some((one) => one.length < 160 && forSale.test(one)) ? 'parked' : undefined
}

/** Whether a page shows too little to say what it does not hold. */
export function isThinPage({blocks, linked, hasScripts, hasRoot, isPaid}: Shell): boolean {
  const letters = countLetters(blocks)
  const own = Math.max(0, letters - linked)
  if (isPaid || letters < 12) return true
  if (hasScripts && own < (hasRoot ? 400 : 120)) return true
  if (letters < 1500 && blocks.some((block) => block.length < 400 && check.test(block))) return true
  if (letters < notMany && blocks.some((block) => block.length < 300 && pay.test(block))) return true
  if (letters >= notMany) return false
  let about = 0
  for (const block of blocks) if (consent.test(block.slice(0, 2000))) about += countLetters([block])
  return about > 150 && about * 2 > letters
}
