/** A PDF of one page in Helvetica with these lines of text, as small as one can be. `''` leaves a line empty. */
export function makePdf(
  lines: readonly string[],
  {title, created}: {title?: string; created?: string} = {}
): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')
  return writePdf(`BT /F1 12 Tf 72 720 Td 14 TL\n${shown}\nET`, {
    ...(title === undefined ? {} : {title}),
    ...(created === undefined ? {} : {created})
  })
}

/** A PDF of one page that this draws; `F1` is Helvetica. */
export function writePdf(
  drawing: string | Buffer,
  {title, created, filter = ''}: {title?: string; created?: string; filter?: string} = {}
): Buffer {
  const content = Buffer.isBuffer(drawing) ? drawing.toString('latin1') : drawing
  const info = [title && `/Title (${title})`, created && `/CreationDate (D:${created})`].filter(Boolean)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${content.length}${filter === '' ? '' : ` /Filter ${filter}`} >>\nstream\n${content}\nendstream`,
    `<< ${info.join(' ')} >>`
  ]
  let file = '%PDF-1.4\n'
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = file.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
