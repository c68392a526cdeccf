import {describe, expect, it} from 'vitest'
import {readPage} from '../../src/sources/pages/page.ts'

const url = 'https://mill.example/rain'
const blocksOf = (html: string): readonly string[] => readPage({text: html, type: 'html', url}).blocks
const body = (html: string): readonly string[] => blocksOf(`<!doctype html><title>Rain</title><body>${html}`)

describe('the text of a page', () => {
  it('of a news article is what stands in it, without what is around', () => {
    const story = 'The river rose by two metres in a night, and the mill stood still for a week. '.repeat(6)
    const page = `<!doctype html><html lang=en><head><title>River rises | The Mill</title>
      <style>p {color: red}</style></head><body>
      <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
      <div class="cookie-banner">We use cookies.</div>
      <main><article><header><h1>River rises</h1><p>By Ann Weir, <time datetime="2024-03-05T06:00Z">5 March</time></p></header>
      <p>${story}</p><aside><p>Key fact: 31&nbsp;% of mills closed.</p></aside>
      <div class="advertisement">Buy a boat</div><script>track(42)</script>
      <blockquote><p>We were lucky.</p></blockquote>
      <figure><img src=a.jpg alt="The mill under water"><figcaption>The mill on Sunday</figcaption></figure>
      <ul><li>Two roads closed</li><li>No one was hurt</li></ul></article></main>
      <footer>© 2024 The Mill</footer></body></html>`
    expect(blocksOf(page)).toEqual([
      'River rises',
      'By Ann Weir, 5 March',
      story.trim(),
      'Key fact: 31\u00A0% of mills closed.',
      'We were lucky.',
      'The mill under water',
      'The mill on Sunday',
      'Two roads closed',
      'No one was hurt'
    ])
  })

  it('does not part numbers where elements meet', () => {
    expect(body('<p><span>1,200</span><span>,000</span> mills, 31<sup>%</sup>, $<b>1.2</b>m</p>')).toEqual([
      '1,200,000 mills, 31%, $1.2m'
    ])
  })

  it('parts words and numbers that only a style sheet parts', () => {
    expect(body('<div><span>Total</span><span>31</span><span>Mills</span></div>')).toEqual(['Total 31 Mills'])
  })

  it('keeps raised numbers apart, and leaves out the marks of notes', () => {
    expect(
      body(`<p>Of 10<sup>6</sup> m<sup>2</sup>, 31 %<sup id=cite_ref-3 class=reference><a href="#cite_note-3">[3]</a></sup>
        were dry<sup><a href="#fn1">1</a></sup>.<sup>[citation needed]</sup> H<sub>2</sub>O, the 21<sup>st</sup>.</p>`)
    ).toEqual(['Of 10⁶ m², 31 % were dry. H2O, the 21st.'])
  })

  it('drops what has no width, and keeps blanks that hold numbers together', () => {
    expect(body('<p>pre&shy;cipi&ZeroWidthSpace;tation 1&thinsp;200&nbsp;mm</p>')).toEqual([
      'precipitation 1\u2009200\u00A0mm'
    ])
  })

  it('ends lines at br, and paragraphs at two of them', () => {
    expect(body('<p>Men: 12<br>Women: 19<br><br>Both: 31</p>')).toEqual(['Men: 12\nWomen: 19', 'Both: 31'])
    expect(body('<pre>one  1\ntwo  2\n\nthree 3</pre>')).toEqual(['one 1\ntwo 2', 'three 3'])
  })

  it('has what a click shows, and nothing of what is hidden for good', () => {
    expect(
      body(`<p hidden>Old text</p><p style="display: none">Older text</p><template><p>No text</p></template>
        <span class=sr-only>Skip</span><details><summary>More</summary><p>31 mills</p></details>
        <div class="accordion-panel" hidden><p>12 mills</p></div><div role=tabpanel hidden>19 mills</div>
        <p hidden="until-found">7 mills</p>`)
    ).toEqual(['More', '31 mills', '12 mills', '19 mills', '7 mills'])
  })

  it('puts what is defined before its definitions', () => {
    expect(
      body('<dl><dt>Mills</dt><dd>31</dd><dd>in 2020: 29</dd><dt>Rain</dt><dd>812 mm</dd></dl>')
    ).toEqual(['Mills', 'Mills: 31', 'Mills: in 2020: 29', 'Rain', 'Rain: 812 mm'])
  })

  it('joins a figure in large type with what it counts', () => {
    expect(body('<div class=card><div><div>31 %</div><div>of mills are dry</div></div></div>')).toEqual([
      '31 %',
      'of mills are dry',
      '31 % of mills are dry'
    ])
  })

  it('is that of the whole page where the main part is short', () => {
    expect(
      body('<main><h1>Rain</h1></main><section><p>In 2021 it rained on 201 days.</p></section>')
    ).toEqual(['Rain', 'In 2021 it rained on 201 days.'])
  })
})

describe('pages of other kinds', () => {
  it('an encyclopedia has its article, without its notes and controls', () => {
    const text = 'The mill on the weir grinds oats and barley for the whole valley. '.repeat(9)
    const page = readPage({
      text: `<!doctype html><title>Weir Mill - Encyclopedia</title><body><div id=sidebar role=navigation>Main page</div>
        <main id=content><h1 id=firstHeading>Weir Mill</h1><div id=toc role=navigation>Contents</div>
        <div class="noprint">Listen</div>
        <p>It was built in <b>1740</b>.<sup id=cite_ref-1 class=reference><a href="#cite_note-1">[1]</a></sup>${text}</p>
        <h2 id=History>History<span class=mw-editsection>[<a href=/edit>edit</a>]</span></h2><p>It burnt in 1801.</p>
        <ol class=references><li id=cite_note-1><a href="#cite_ref-1">^</a> Weir, A. (1990). Mills.</li></ol></main>
        <footer><ul><li>This page was last edited on 3 May 2024, at 10:12&nbsp;(UTC).</li></ul></footer>`,
      type: 'html',
      url
    })
    expect(page.blocks).toEqual([
      'Weir Mill',
      `It was built in 1740.${text.trim()}`,
      'History',
      'It burnt in 1801.',
      '^ Weir, A. (1990). Mills.'
    ])
    expect(page).toMatchObject({title: 'Weir Mill - Encyclopedia', updated: '2024-05-03'})
    expect(page.anchors).toEqual(
      expect.arrayContaining(['firstHeading', 'History', 'cite_ref-1', 'cite_note-1'])
    )
  })

  it('documentation has its code and its notes', () => {
    expect(
      body(`<nav>Guide</nav><div role=main><h2 id=limits>Limits<a class=headerlink href="#limits">¶</a></h2>
        <p>A page has at most <code>512</code> levels.</p><pre><code>limit = 512\ntime  = 15</code></pre>
        <div class=note><p>Since version 3.1.</p></div></div>`)
    ).toEqual(['Limits', 'A page has at most 512 levels.', 'limit = 512\ntime = 15', 'Since version 3.1.'])
  })
})

describe('tables', () => {
  it('have a block a row, with the heading of its column before each cell', () => {
    expect(
      body(`<table><caption>Rain by county</caption><thead><tr><th>County<th>Rain (mm)<th>Days</thead>
        <tbody><tr><th>Ash<td>812<td>201<tr><th>Birch<td>640<td>n/a</table>`)
    ).toEqual([
      'Rain by county',
      'County | Rain (mm) | Days',
      'County: Ash | Rain (mm): 812 | Days: 201',
      'County: Birch | Rain (mm): 640 | Days: n/a'
    ])
  })

  it('have headings over several columns, and cells over several rows', () => {
    expect(
      body(`<table><tr><th rowspan=2>County<th colspan=2>2021<tr><th>Men<th>Women
        <tr><td rowspan=2>Ash<td>12<td>19<tr><td>13<td>20</table>`)
    ).toEqual([
      'County | 2021',
      'County | Men | Women',
      'County: Ash | 2021 Men: 12 | 2021 Women: 19',
      'County: Ash | 2021 Men: 13 | 2021 Women: 20'
    ])
  })

  it('of two columns keep what each row is about', () => {
    expect(body('<table><tr><th>Population<td>1,234<tr><th>Area<td>12 km<sup>2</sup></table>')).toEqual([
      'Population | 1,234',
      'Area | 12 km²'
    ])
  })

  it('that hold others keep the rows with a label', () => {
    expect(
      body(`<table class=infobox><tr><th colspan=2>Ash<tr><th>Population<td>1,234<tr><td colspan=2><table><tr><td>Map</table>
        <tr><th>Area<td>12 ha</table>`)
    ).toEqual(['Ash', 'Population | 1,234', 'Map', 'Area | 12 ha'])
  })

  it('that arrange a page are read as one', () => {
    expect(body('<table role=presentation><tr><td><p>Left.</p><td><p>Right.</p></table>')).toEqual([
      'Left.',
      'Right.'
    ])
  })
})

describe('plain text', () => {
  const read = (text: string): readonly string[] => readPage({text, type: 'text', url}).blocks

  it('joins the lines of a paragraph, and words parted at their ends', () => {
    expect(
      read(
        'In the year after the flood the rain rose by 31\npercent, more than in any year since precipi-\ntation was measured.\n\nThe end.'
      )
    ).toEqual([
      'In the year after the flood the rain rose by 31 percent, more than in any year since precipitation was measured.',
      'The end.'
    ])
  })

  it('leaves the rows of tables apart', () => {
    expect(
      read('County          Rain in millimetres\nAsh                   812\nBirch                 640')
    ).toEqual(['County Rain in millimetres\nAsh 812\nBirch 640'])
  })
})
