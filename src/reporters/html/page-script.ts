// Derived from query.js, theme.js, page.js. Do not edit; run `npm run derive`.
export const script = `function boxes(name) {
  return /** @type {HTMLInputElement[]} */ (all(\`input[name="\${name}"]\`))
}
function marks(mark) {
  return (mark.dataset.cards ?? '').split(' ')
}
function all(selector, within = document) {
  return [...within.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement)
}
function one(selector, within = document) {
  return /** @type {HTMLElement | undefined} */ (within.querySelector(selector) ?? undefined)
}
const root = document.documentElement
const stored = storedTheme()
if (stored === 'light' || stored === 'dark') root.dataset.theme = stored
function storedTheme() {
  try {
    return localStorage.getItem('articlelint-theme')
  } catch {
    return null
  }
}
function isDark() {
  const {theme} = root.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}
function addThemeButton() {
  const button = one('#theme')
  button?.setAttribute('aria-pressed', String(isDark()))
  button?.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark'
    root.dataset.theme = next
    button.setAttribute('aria-pressed', String(next === 'dark'))
    try {
      localStorage.setItem('articlelint-theme', next)
    } catch {
    }
  })
}
const wide = matchMedia('(min-width: 62em)')
const calm = matchMedia('(prefers-reduced-motion: reduce)')
document.documentElement.classList.add('js')
document.addEventListener('DOMContentLoaded', start)
function start() {
  const articles = all('.article')
  const cards = all('.card')
  const rows = new Map(all('[data-article]').map((row) => [row.dataset.article, row]))
  const status = one('#status')
  let shown
  let active
  let pane
  let column
  let opened
  const homes = new Map()
  let isWaiting = false
  addThemeButton()
  if (!wide.matches) for (const panel of all('details.panel')) panel.removeAttribute('open')
  wide.addEventListener('change', () => arrange())
  addEventListener('beforeprint', () => putBack())
  addEventListener('afterprint', () => arrange())
  addEventListener('scroll', () => soon(align), {passive: true})
  addEventListener('hashchange', () => follow(location.hash.slice(1)))
  document.addEventListener('click', onClick)
  document.addEventListener('keydown', onKey)
  const form = /** @type {HTMLFormElement | undefined} */ (one('.filters'))
  form?.addEventListener('change', () => filter())
  form?.addEventListener('reset', () => requestAnimationFrame(filter))
  form?.addEventListener('submit', (event) => event.preventDefault())
  one('#none')?.addEventListener('click', () => {
    for (const box of boxes('rule')) box.checked = false
    filter()
  })
  one('#find')?.addEventListener('input', find)
  filter()
  const first = articles.find((article) => one('.card', article)) ?? articles[0]
  const target = location.hash.slice(1)
  if (!follow(target) && first) show(first)
  function show(article) {
    if (shown === article) return
    putBack()
    shown?.classList.remove('shown')
    shown = article
    article.classList.add('shown')
    for (const row of all('.current', one('nav'))) {
      row.classList.remove('current')
      row.querySelector('a')?.removeAttribute('aria-current')
    }
    const row = rows.get(article.id)
    row?.classList.add('current')
    row?.querySelector('a')?.setAttribute('aria-current', 'true')
    row?.scrollIntoView({block: 'nearest'})
    scrollTo(0, 0)
    paint()
    arrange()
  }
  function arrange() {
    putBack()
    if (!shown || !wide.matches) return
    pane = document.createElement('div')
    pane.className = 'pane'
    pane.tabIndex = 0
    pane.setAttribute('role', 'region')
    pane.setAttribute('aria-label', 'Findings')
    for (const card of all('.card', shown)) {
      const home = document.createComment('')
      card.replaceWith(home)
      homes.set(card, home)
      pane.append(card)
    }
    column = document.createElement('div')
    column.className = 'column'
    column.append(pane)
    if (homes.size > 0) shown.append(column)
    align()
  }
  function putBack() {
    for (const [card, home] of homes) home.replaceWith(card)
    homes.clear()
    column?.remove()
    column = pane = undefined
  }
  function align() {
    if (!pane?.isConnected || !shown) return
    const base = pane.getBoundingClientRect().top
    const line = base + pane.clientHeight * 0.3
    const points = []
    for (const card of visible()) {
      const mark = markOf(card)
      if (!mark) continue
      const {top, bottom} = mark.getBoundingClientRect()
      if (card === active && bottom > base && top < innerHeight) {
        const least = card.offsetTop + card.offsetHeight + 12 - pane.clientHeight
        pane.scrollTop = Math.max(least, card.offsetTop - Math.max(12, top - base))
        return
      }
      points.push({y: top, top: card.offsetTop})
    }
    const next = points.findIndex(({y}) => y >= line)
    const after = points[next]
    const before = points[(next < 0 ? points.length : next) - 1]
    const end = before ?? after
    if (!end) return
    const share = before && after && after.y > before.y ? (line - before.y) / (after.y - before.y) : 0
    const top = before && after ? before.top + (after.top - before.top) * share : end.top
    pane.scrollTop = top - (before ? line - base : (after?.y ?? line) - base)
  }
  function markOf(card) {
    return shown && one(\`.mark[data-cards~="\${card.id}"]\`, shown)
  }
  function visible() {
    return shown ? all('.card', shown).filter((card) => !card.hidden) : []
  }
  function activate(card, focus) {
    const article = /** @type {HTMLElement | null} */ (card.closest('.article'))
    if (article) show(article)
    rest()
    active = card
    card.classList.add('active')
    const more = card.querySelector('details')
    if (wide.matches && more && !more.open) {
      more.open = true
      opened = more
    }
    for (const mark of all('.mark', shown)) mark.classList.toggle('active', marks(mark).includes(card.id))
    const mark = markOf(card)
    if (wide.matches && !isSeen(mark ?? card)) bringIn(mark ?? card, 'center')
    if (!wide.matches) bringIn(focus === 'mark' ? card : (mark ?? card), 'nearest')
    align()
    if (focus === 'card') card.focus({preventScroll: true})
    else if (focus === 'mark') (mark ?? card).focus({preventScroll: true})
  }
  function rest() {
    active?.classList.remove('active')
    if (shown) for (const mark of all('.mark.active', shown)) mark.classList.remove('active')
    if (shown) for (const place of all('.lit', shown)) place.classList.remove('lit')
    active = undefined
    if (opened) opened.open = false
    opened = undefined
  }
  function follow(id) {
    const target = id ? document.getElementById(id) : null
    const article = /** @type {HTMLElement | null | undefined} */ (target?.closest('.article'))
    if (!target || !article) return false
    rest()
    show(article)
    if (target === article) article.focus()
    else if (target.classList.contains('card')) activate(target, 'card')
    else if (id.startsWith('m')) {
      const card = document.getElementById(id.replace('m', 'f'))
      if (card && !card.hidden) activate(card, 'mark')
    } else {
      for (const place of all(\`[data-place~="\${id}"]\`, article)) place.classList.add('lit')
      bringIn(one(\`[data-place~="\${id}"]\`, article) ?? target, 'center')
    }
    return true
  }
  function onClick(event) {
    const clicked = event.target instanceof Element ? event.target : undefined
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (clicked?.closest('a[href^="#"]'))
    if (link && !link.classList.contains('skip')) {
      const id = link.classList.contains('mark') ? nextOf(link) : link.hash.slice(1)
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      if (!follow(id)) return
      event.preventDefault()
      history.replaceState(null, '', \`#\${id}\`)
      return
    }
    const card = /** @type {HTMLElement | null | undefined} */ (clicked?.closest('.card'))
    if (card && card !== active && !clicked?.closest('a, summary')) activate(card, 'none')
  }
  function nextOf(mark) {
    const ids = marks(mark).filter((id) => !document.getElementById(id)?.hidden)
    const at = active ? ids.indexOf(active.id) : -1
    return ids[(at + 1) % ids.length] ?? ''
  }
  function onKey(event) {
    const keys = /** @type {HTMLInputElement | undefined} */ (one('#keys'))
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search'
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping || keys?.checked === false) return
    if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1)
    else if (event.key === 'Escape') rest()
  }
  function step(by) {
    const own = visible()
    const at = active ? own.indexOf(active) : -1
    const next = at < 0 ? (by > 0 ? own[0] : own.at(-1)) : own[at + by]
    if (next) return activate(next, 'mark')
    const place = shown ? articles.indexOf(shown) : -1
    const others = by > 0 ? articles.slice(place + 1) : articles.slice(0, Math.max(0, place)).reverse()
    for (const article of others) {
      const found = all('.card', article).filter((card) => !card.hidden)
      const card = by > 0 ? found[0] : found.at(-1)
      if (card) return activate(card, 'mark')
    }
  }
  function filter() {
    const severities = new Set(boxes('severity').flatMap((box) => (box.checked ? box.value : [])))
    const rules = new Set(boxes('rule').flatMap((box) => (box.checked ? box.value : [])))
    let count = 0
    const left = new Map()
    for (const card of cards) {
      const {rule, severity = ''} = card.dataset
      card.hidden = !severities.has(severity) || (rule !== undefined && !rules.has(rule))
      if (card.hidden || rule === undefined) continue
      count++
      const id = /^f(\\d+)/.exec(card.id)?.[1] ?? ''
      left.set(\`a\${id}\`, (left.get(\`a\${id}\`) ?? 0) + 1)
    }
    for (const row of rows.values())
      row.classList.toggle(
        'empty',
        row.querySelector('.counts') !== null && !left.has(row.dataset.article ?? '')
      )
    if (active?.hidden) rest()
    const total = cards.filter(({dataset}) => dataset.rule !== undefined).length
    const words = count === total ? \`All \${count}\` : \`\${count} of \${total}\`
    if (status) status.textContent = \`\${words} finding\${total === 1 ? '' : 's'} shown\`
    paint()
    align()
  }
  function paint() {
    if (!shown) return
    for (const mark of all('.mark', shown)) {
      const left = marks(mark)
        .map((id) => document.getElementById(id))
        .filter((card) => card && !card.hidden)
        .map((card) => card?.dataset.severity)
      const worst = ['error', 'warn', 'info', 'source'].find((severity) => left.includes(severity))
      mark.dataset.severity = worst ?? 'none'
      if (mark.localName !== 'a') continue
      if (worst) mark.setAttribute('href', \`#\${marks(mark)[0]}\`)
      else mark.removeAttribute('href')
    }
  }
  function find() {
    const words = /** @type {HTMLInputElement} */ (one('#find')).value.trim().toLowerCase()
    for (const row of all('.articles > li'))
      row.hidden = words !== '' && !\`\${row.textContent} \${row.title}\`.toLowerCase().includes(words)
    const clean = one('.clean')
    if (words !== '') clean?.setAttribute('open', '')
  }
  function soon(act) {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      act()
    })
  }
  function isSeen(element) {
    const {top} = element.getBoundingClientRect()
    return top > 90 && top < innerHeight - 90
  }
  function bringIn(element, block) {
    element.scrollIntoView({block, behavior: calm.matches ? 'instant' : 'smooth'})
  }
}
`
export const scriptHash = 'sha256-LkuAjyXOwsjkM7NXP5dbACIIn1ffkl3Z4xdqskon2TI='
