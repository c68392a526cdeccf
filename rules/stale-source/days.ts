import type {Document} from '../../src/rule/index.ts'

const keys = [
  'date',
  'published',
  'pubDate',
  'publishDate',
  'updated',
  'lastmod',
  'modified',
  'last_modified_at'
]
const day = /(?<!\d)((?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)/

/** `date = 2020-01-15` of TOML, which the model does not read. */
const tomlLine = /^(\w{1,20})[ \t]{0,8}=(.{0,40})/

/** The newest day that the front matter or the name of an article's file gives it. */
export function articleDay(document: Document): string | undefined {
  const {frontmatter, path = ''} = document
  const values = keys.map((key) => frontmatter?.get(key)).filter((value) => typeof value === 'string')
  const days = [...values, ...tomlDays(document), path].flatMap((text) => day.exec(text)?.[1] ?? [])
  return days.sort().at(-1)
}

function tomlDays({frontmatter, text}: Document): string[] {
  if (frontmatter?.type !== 'toml') return []
  const lines = text.slice(...frontmatter.range).split(/\r\n?|\n/)
  return lines.flatMap((line) => {
    const [, key = '', value = ''] = tomlLine.exec(line) ?? []
    return keys.includes(key) ? [value] : []
  })
}

/** The last day of a day, month or year, such as `2021` or `2021-03`. */
export function lastDay(date: string): string {
  return `${date}${'-12-31'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10)
}

/** The same day some years earlier; of parts of a year, as many months. */
export function yearsBefore(date: string, years: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - Math.round(years * 12)
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}${date.slice(7)}`
}
