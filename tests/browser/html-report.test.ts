import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'
import {htmlPage} from '../setup/html-page.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'articlelint-html-'))
const article = path.join(folder, 'sloppy.html')
const hostile = path.join(folder, 'hostile.html')
const executablePath = '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

let browser: Browser
let page: Page
/** What must not happen: errors, dialogs, requests to elsewhere. */
const trouble: string[] = []

beforeAll(async () => {
  const articles = readdirSync(path.join(root, 'fixtures/articles')).filter((name) =>
    /sloppy-.*\.md$/.test(name)
  )
  writeFileSync(
    article,
    await htmlPage([...articles, 'good-essay.md'], {cwd: path.join(root, 'fixtures/articles')})
  )
  writeFileSync(hostile, await hostilePage())
  browser = await chromium.launch({executablePath, args})
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true})
})

afterEach(async () => {
  await page.context().close()
  expect(trouble.splice(0)).toEqual([])
})

async function open(file: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({
    viewport: {width: 1280, height: 900},
    reducedMotion: 'reduce',
    colorScheme: 'light',
    ...options
  })
  page = await context.newPage()
  page.on('console', (message) => trouble.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith('file://')) trouble.push(`request: ${request.url()}`)
  })
  await page.goto(String(pathToFileURL(file)))
}

/** Articles and paths that would take over a page that does not escape them. */
async function hostilePage(): Promise<string> {
  const site = path.join(folder, `a"'<b>&`)
  const {mkdirSync} = await import('node:fs')
  mkdirSync(site)
  writeFileSync(
    path.join(site, `"onload='alert(0)' <img src=x onerror=alert(0)>.md`),
    [
      '# Title </title></style></script><script>alert(1)</script> <!--',
      'Experts agree that 73 percent of pages <script>alert(2)</script> are "unsafe\' & <img src="https://evil.example/x.png" onerror="alert(3)">.',
      '<script>\nalert(4)\n</script>\n',
      '<iframe src="javascript:alert(5)"></iframe>\n',
      '[click](javascript:alert(6)) and [data](data:text/html;base64,PHNjcmlwdD4=) and [page](https://fine.example/)',
      '![pixel](https://evil.example/pixel.png)',
      'TODO: </script><script>alert(7)</script> [TODO: add link] --> <!-- {{constructor.constructor("alert(8)")()}}',
      '<style>body { display: none }</style>',
      'The \u202Eevil\u202C text has 40 percent more words than 2 million others.'
    ].join('\n\n')
  )
  return htmlPage(['.'], {cwd: folder})
}

const shown = () => page.locator('.article.shown')
const activeCard = () => page.locator('.card.active')
const scheme = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

describe('the report', () => {
  it('opens on the first article with findings, and shows one at a time', async () => {
    await open(article)
    expect(await page.title()).toMatch(/^articlelint report: \d+ findings in 7 articles$/)
    expect(await page.locator('.article').count()).toBe(7)
    expect(await page.locator('.article:visible').count()).toBe(1)
    await page
      .getByRole('navigation', {name: 'Articles'})
      .getByRole('link', {name: /Larchbark/})
      .click()
    await expect.poll(() => shown().getByRole('heading', {level: 2}).innerText()).toContain('Larchbark')
    expect(await page.locator('[aria-current="true"]').innerText()).toContain('Larchbark')
    await page.locator('#find').fill('sloppy-numbers')
    expect(await page.locator('nav .articles > li:visible').count()).toBe(1)
  })

  it('has the text beside the cards, also where one is about the whole article', async () => {
    await open(article)
    const links = page.getByRole('navigation', {name: 'Articles'}).getByRole('link')
    let general = 0
    for (let index = 0; index < (await links.count()); index++) {
      await links.nth(index).click()
      general += await shown().locator('.pane .card:not(:has(a.where))').count()
      const [text, pane] = [shown().locator('.text'), shown().locator('.pane')]
      const top = async (place: typeof text) => (await place.boundingBox())?.y ?? Number.NaN
      expect((await top(text)) - (await top(pane))).toBeLessThan(250)
    }
    expect(general).toBeGreaterThan(0)
  })

  it('keeps the cards off the claims below the text', async () => {
    await open(article)
    await page
      .getByRole('navigation', {name: 'Articles'})
      .getByRole('link', {name: /Larchbark/})
      .click()
    await shown().locator('a[href^="#s"]').click()
    await expect
      .poll(async () => {
        const pane = await shown().locator('.pane').boundingBox()
        const claims = await shown().locator('.claims').boundingBox()
        return pane && claims && claims.y < 800 && pane.y + pane.height <= claims.y + 1
      })
      .toBe(true)
  })

  it('leads from a mark to its card and back', async () => {
    await open(article)
    const marks = shown().locator('.mark[aria-describedby]')
    const mark = marks.nth(3)
    const id = (await mark.getAttribute('href'))?.slice(1)
    await mark.click()
    expect(await activeCard().getAttribute('id')).toBe(id)
    expect(await shown().locator('.mark.active').count()).toBeGreaterThan(0)
    await expect
      .poll(() =>
        activeCard().evaluate((card) => {
          const {bottom, top} = card.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight + 1
        })
      )
      .toBe(true)
    const other = shown().locator('.card:has(a.where)').last()
    const where = other.locator('a.where')
    await where.click()
    expect(await activeCard().getAttribute('id')).toBe(await other.getAttribute('id'))
    await expect
      .poll(() =>
        shown()
          .locator('.mark.active')
          .first()
          .evaluate((element) => {
            const {bottom, top} = element.getBoundingClientRect()
            return top >= 0 && bottom <= innerHeight
          })
      )
      .toBe(true)
  })

  it('gives the findings of overlapping marks one after the other', async () => {
    await open(article)
    const overlap = page.locator('.mark[data-cards*=" "]').first()
    const ids = ((await overlap.getAttribute('data-cards')) ?? '').split(' ')
    expect(ids.length).toBeGreaterThan(1)
    const number = /^f(\d+)/.exec(ids[0] ?? '')?.[1]
    await page.locator(`[data-article="a${number}"] a`).click()
    for (const id of [...ids, ids[0]]) {
      await overlap.click()
      expect(await activeCard().getAttribute('id')).toBe(id)
    }
  })

  it('is worked by keyboard', async () => {
    await open(article)
    const order = await shown()
      .locator('.card')
      .evaluateAll((cards) => cards.map(({id}) => id))
    await page.keyboard.press('j')
    expect(await activeCard().getAttribute('id')).toBe(order[0])
    await page.keyboard.press('j')
    expect(await activeCard().getAttribute('id')).toBe(order[1])
    await page.keyboard.press('k')
    expect(await activeCard().getAttribute('id')).toBe(order[0])
    for (let step = 0; step < order.length; step++) await page.keyboard.press('j')
    expect(await shown().locator('.card.active').count()).toBe(1)
    expect(order).not.toContain(await activeCard().getAttribute('id'))
    await page.keyboard.press('Escape')
    expect(await activeCard().count()).toBe(0)
    const mark = shown().locator('.mark[aria-describedby]').first()
    await mark.focus()
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.matches('a.mark, a.out'))
    expect(focused).toBe(true)
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle
    )
    expect(outline).toBe('solid')
    await mark.focus()
    await page.keyboard.press('Enter')
    expect(await activeCard().count()).toBe(1)
    await page.locator('#keys').uncheck()
    await page.keyboard.press('Escape')
    expect(await activeCard().count()).toBe(1)
  })

  it('hides marks and cards alike by severity and rule, and says how many are left', async () => {
    await open(article)
    const total = await page.locator('.card').count()
    expect(await page.locator('#status').innerText()).toBe(`All ${total} findings shown`)
    const errors = await page.locator('.card[data-severity="error"]').count()
    await page.getByRole('checkbox', {name: /Warning/}).uncheck()
    await expect.poll(() => page.locator('#status').innerText()).toBe(`${errors} of ${total} findings shown`)
    expect(await shown().locator('.card[data-severity="warn"]:visible').count()).toBe(0)
    expect(await shown().locator('.mark[data-severity="warn"]').count()).toBe(0)
    expect(await shown().locator('.mark[data-severity="error"]').count()).toBeGreaterThan(0)
    await page.getByRole('button', {name: 'Hide all rules'}).click()
    expect(await page.locator('#status').innerText()).toBe(`0 of ${total} findings shown`)
    expect(await shown().locator('a.mark[href]').count()).toBe(0)
    await page.getByRole('button', {name: 'Show all'}).click()
    await expect.poll(() => page.locator('#status').innerText()).toBe(`All ${total} findings shown`)
    expect(await shown().locator('.mark[data-severity="none"]').count()).toBe(0)
    const [rule] = await page
      .locator('input[name=rule]')
      .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value))
    await page.locator('input[name=rule]').first().uncheck()
    expect(await page.locator(`.card[data-rule="${rule}"]:not([hidden])`).count()).toBe(0)
  })

  it('leads from a claim to its sentence, and from a copy to the other one', async () => {
    await open(article)
    const claim = shown().locator('.claim').last()
    const id = ((await claim.getAttribute('href')) ?? '').slice(1)
    const words = await claim.innerText()
    await claim.click()
    const lit = await shown().locator(`[data-place~="${id}"].lit`).allInnerTexts()
    expect(lit.join('').replace(/\s+/g, ' ')).toBe(words)
    await expect
      .poll(() =>
        shown()
          .locator('.lit')
          .first()
          .evaluate((element) => {
            const {top} = element.getBoundingClientRect()
            return top > 0 && top < innerHeight
          })
      )
      .toBe(true)
    const related = page.locator('.related a').first()
    const target = ((await related.getAttribute('href')) ?? '').slice(1)
    const owner = /^p(\d+)/.exec(target)?.[1]
    await page.locator(`[data-article="a${owner}"] a`).click()
    await related.click()
    expect(await page.locator(`[data-place~="${target}"].lit`).count()).toBeGreaterThan(0)
  })

  it('has two themes, the chosen one wins', async () => {
    await open(article)
    const light = await scheme()
    const toggle = page.getByRole('button', {name: 'Dark theme'})
    expect(await toggle.getAttribute('aria-pressed')).toBe('false')
    await toggle.click()
    const dark = await scheme()
    expect(dark).not.toBe(light)
    expect(await toggle.getAttribute('aria-pressed')).toBe('true')
    await page.reload()
    await expect.poll(() => scheme()).toBe(dark)
    await page.context().close()
    await open(article, {colorScheme: 'dark'})
    await expect.poll(() => scheme()).toBe(dark)
  })

  it('puts the cards under their blocks where the screen is narrow', async () => {
    await open(article, {viewport: {width: 390, height: 844}})
    expect(await page.locator('.pane').count()).toBe(0)
    expect(await shown().locator('.text .card').count()).toBeGreaterThan(3)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.setViewportSize({width: 1280, height: 900})
    await expect.poll(() => page.locator('.pane .card').count()).toBeGreaterThan(3)
    await page.setViewportSize({width: 390, height: 844})
    await expect.poll(() => page.locator('.pane').count()).toBe(0)
  })

  it('can be read without script', async () => {
    await open(article, {javaScriptEnabled: false})
    expect(await page.locator('.article:visible').count()).toBe(7)
    expect(await page.locator('.card:visible').count()).toBeGreaterThan(50)
    expect(await page.locator('.needs-script:visible').count()).toBe(0)
    const mark = page.locator('.mark').first()
    const href = await mark.getAttribute('href')
    await mark.click()
    expect(new URL(page.url()).hash).toBe(href)
  })

  it('prints the article with its cards', async () => {
    await open(article)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await shown().locator('.text .card').count()).toBeGreaterThan(3)
    await page.emulateMedia({media: 'print'})
    expect(await page.locator('.side').isVisible()).toBe(false)
    expect(await shown().locator('.card').last().isVisible()).toBe(true)
    expect(await shown().locator('.card .why').first().isVisible()).toBe(true)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
    await page.emulateMedia({media: 'screen'})
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('.pane .card').count()).toBeGreaterThan(3)
  })

  it('has landmarks and names for those who do not see it', async () => {
    await open(article)
    const tree = await page.locator('body').ariaSnapshot()
    for (const part of [
      '- banner:',
      '- main',
      '- navigation "Articles"',
      '- form "Filters"',
      '- status',
      '- contentinfo',
      '- group "Severity"',
      '- group "Rule"',
      '- region "Findings"',
      '- note "'
    ])
      expect(tree).toContain(part)
    const unnamed = await page.evaluate(() =>
      [...document.querySelectorAll('a[href], button, input')]
        .filter((element) => {
          const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
          return `${element.textContent}${labels.map(({textContent}) => textContent).join('')}`.trim() === ''
        })
        .map(({outerHTML}) => outerHTML.slice(0, 80))
    )
    expect(unnamed).toEqual([])
  })

  it.each(['light', 'dark'] as const)('has enough contrast in %s', async (colorScheme) => {
    await open(article, {colorScheme})
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.waitForTimeout(300)
    expect(await page.evaluate(lowContrast)).toEqual([])
  })
})

describe('a hostile article', () => {
  it('stays text', async () => {
    await open(hostile)
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('img, iframe, object, embed, link, style:not(head style)').count()).toBe(0)
    const hrefs = await page
      .locator('[href]')
      .evaluateAll((all) => all.map((element) => element.getAttribute('href') ?? ''))
    expect(hrefs.filter((href) => !/^(?:#|https:\/\/)/.test(href))).toEqual([])
    expect(await shown().isVisible()).toBe(true)
    expect(await shown().locator('.path').innerText()).toContain(`<img src=x onerror=alert(0)>.md`)
    expect(await shown().locator('.text').innerText()).toContain('<script>alert(2)</script>')
    for (let step = 0; step < 5; step++) await page.keyboard.press('j')
    expect(await activeCard().count()).toBe(1)
  })
})

/** Texts whose contrast with what is behind them is below 4.5 (3 where they are large); runs in the page. */
function lowContrast(): string[] {
  const canvas = document
    .createElement('canvas')
    .getContext('2d', {willReadFrequently: true}) as CanvasRenderingContext2D
  const rgba = (color: string): number[] => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const luminance = (color: number[]): number => {
    const [r = 0, g = 0, b = 0] = color.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element: Element): number[] => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor)
      if ((color[3] ?? 0) > 250) return color
    }
    return [255, 255, 255, 255]
  }
  const found = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element?.checkVisibility() || !node.textContent?.trim() || element.closest('.hidden, .skip'))
      continue
    const style = getComputedStyle(element)
    const size = Number.parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    const [one, other] = [luminance(rgba(style.color)), luminance(behind(element))]
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (contrast < (isLarge ? 3 : 4.5))
      found.add(`${element.className || element.tagName} ${contrast.toFixed(2)}`)
  }
  return [...found]
}
