/** Why a glob, which is in the syntax of .gitignore, would never match what it is meant for. */
export function globProblem(glob: string): string | undefined {
  const shown = JSON.stringify(glob)
  if (/(?<!\\)\{[^{},]*,/.test(glob))
    return `Unexpected braces in the glob ${shown}, expected the syntax of .gitignore, which has none: list each glob by itself`
  if (/^!?\.\.[\\/]/.test(glob))
    return `Unexpected \`../\` in the glob ${shown}, expected one inside the folder it starts from`
  const [, not = '', rest = ''] = /^(!?)\.[\\/](.*)$/s.exec(glob) ?? []
  if (rest !== '') return `Unexpected \`./\` in the glob ${shown}, expected \`${not}/${rest}\``
  return undefined
}
