const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january januar janvier enero gennaio januari janeiro',
    'feb february februar février fevrier febrero febbraio februari fevereiro',
    'mar march märz mars marzo maart março',
    'apr april avril abril aprile',
    'may mai mayo maggio mei maio',
    'jun june juni juin junio giugno junho',
    'jul july juli juillet julio luglio julho',
    'aug august août aout agosto augustus',
    'sep sept september septembre septiembre settembre setembro',
    'oct october oktober octobre octubre ottobre outubro',
    'nov november novembre noviembre novembro',
    'dec december dezember décembre diciembre dicembre dezembro'
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1]))
)

const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d/-])/
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/
const dayFirst =
  /^(?:\p{L}{3,12},? )?(\d{1,2})(?:st|nd|rd|th|\.)? (?:de |of )?(\p{L}{3,12})\.?,? (?:de )?(\d{4})(?!\d)/u
const monthFirst = /^(?:\p{L}{3,12},? )?(\p{L}{3,12})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})(?!\d)/u

/** The date that a text begins with, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: as its page says, whatever the time zone. */
export function readDate(text: string): string | undefined {
  const start = text.slice(0, 80).trimStart().replace(/\s+/g, ' ').toLowerCase()
  const [, year, month, day] = iso.exec(start) ?? compact.exec(start) ?? []
  if (year !== undefined) return toIso(year, Number(month ?? 0), Number(day ?? 0))
  const [, number, name, after] = dayFirst.exec(start) ?? []
  if (name !== undefined && after !== undefined && months[name])
    return toIso(after, months[name], Number(number))
  const [, first, of, last] = monthFirst.exec(start) ?? []
  return first !== undefined && last !== undefined && months[first]
    ? toIso(last, months[first], Number(of ?? 0))
    : undefined
}

function toIso(year: string, month: number, day: number): string | undefined {
  if (Number(year) < 1600 || Number(year) > 2100 || month > 12 || day > 31) return undefined
  if (month === 0) return year
  const upToMonth = `${year}-${String(month).padStart(2, '0')}`
  return day === 0 ? upToMonth : `${upToMonth}-${String(day).padStart(2, '0')}`
}
