/** Why a glob, which is in the syntax of .gitignore, would never match what it is meant for. */
export function globProblem(glob: string): string | undefined {
  const shown = quote(glob)
  if (/(?<!\\)\{[^{},]*,/.test(glob))
    return `Unexpected braces in the glob ${shown}, expected the syntax of .gitignore, which has none: list each glob by itself`
  if (/^!?\.\.[\\/]/.test(glob))
    return `Unexpected \`../\` in the glob ${shown}, expected one inside the folder it starts from`
  const [, not = '', rest = ''] = /^(!?)\.[\\/](.*)$/s.exec(glob) ?? []
  if (rest !== '') return `Unexpected \`./\` in the glob ${shown}, expected \`${not}/${rest}\``
  return undefined
}

const longest = 1000
const mostBraces = 10
const mostStars = 12
const mostFolders = 4
const mostGroups = 4

/** Why a glob of the command line, which goes back where it fails, could take for ever. */
export function costlyGlob(glob: string): string | undefined {
  const count = (pattern: RegExp): number => glob.match(pattern)?.length ?? 0
  const isCostly =
    glob.length > longest ||
    count(/\{/g) > mostBraces ||
    count(/\*\*/g) > mostFolders ||
    count(/\*/g) > mostStars ||
    count(/[@!+*?]\(/g) > mostGroups ||
    /\.\.\d{4,}/.test(glob)
  const shown = quote(glob)
  return isCostly
    ? `Unexpected glob ${shown}, expected a simpler one: of at most ${mostFolders} \`**\`, ${mostBraces} braces and ${longest} characters; name folders, or several globs`
    : undefined
}

function quote(glob: string): string {
  return JSON.stringify(glob.length > 60 ? `${glob.slice(0, 60)}…` : glob)
}
