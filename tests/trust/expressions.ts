import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {parseAst} from 'rolldown/parseAst'

/** A regular expression of the project: what it is, and the file and the constant or function that holds it. */
export interface Expression {
  readonly source: string
  readonly flags: string
  readonly place: string
}

interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly id?: {readonly name?: string} | null
  readonly key?: {readonly name?: string}
  readonly callee?: {readonly name?: string}
  readonly regex?: {readonly pattern: string; readonly flags: string}
}

const root = path.resolve(import.meta.dirname, '../..')

/** All files of the project that are shipped. */
export const sourceFiles: readonly string[] = ['src', 'rules'].flatMap((folder) =>
  readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`)
    .sort()
)

/** The literals in the files, and by `file:line` the places that build an expression when they run. */
export function readExpressions(): {literals: Expression[]; built: Map<string, string>} {
  const literals: Expression[] = []
  const built = new Map<string, string>()
  for (const file of sourceFiles) {
    const text = readFileSync(path.join(root, file), 'utf8')
    walk(parseAst(text, {lang: 'ts'}, file), '', (node, name) => {
      if (node.regex)
        literals.push({source: node.regex.pattern, flags: node.regex.flags, place: `${file} ${name}`})
      if (/^(?:New|Call)Expression$/.test(node.type) && node.callee?.name === 'RegExp')
        built.set(`${file}:${text.slice(0, node.start).split('\n').length}`, `${file} ${name}`)
    })
  }
  return {literals, built}
}

function walk(value: unknown, name: string, visit: (node: SyntaxNode, name: string) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, name, visit)
  else if (typeof value === 'object' && value !== null) {
    const node = value as SyntaxNode
    const isNamed = /^(?:VariableDeclarator|FunctionDeclaration|Property)$/.test(node.type)
    const within = (isNamed ? (node.id ?? node.key)?.name : undefined) ?? name
    visit(node, within)
    for (const child of Object.values(node)) walk(child, within, visit)
  }
}

/** What `run` builds with the constructor in a file of the project, by `file:line`. */
export async function recordBuilt(run: () => Promise<void>): Promise<{at: string; expression: RegExp}[]> {
  const found: {at: string; expression: RegExp}[] = []
  const Original = globalThis.RegExp
  const keep = (expression: RegExp): RegExp => {
    const [, file, line] =
      Original.prototype.exec.call(/\/((?:src|rules)\/[^:]+):(\d+)/, callers(new Error('').stack)) ?? []
    if (file !== undefined) found.push({at: `${file}:${line}`, expression})
    return expression
  }
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, values, subject) => keep(Reflect.construct(target, values, subject) as RegExp),
    apply: (target, self, values) => keep(Reflect.apply(target, self, values) as RegExp)
  })
  try {
    await run()
  } finally {
    globalThis.RegExp = Original
  }
  return found
}

/** Of a stack only who called the constructor: its frame comes after those of `keep` and the proxy. */
function callers(stack = ''): string {
  return (stack.split('\n')[3] ?? '').replace(root, '')
}
