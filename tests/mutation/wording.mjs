// What no test should hold: Stryker leaves these strings alone.

/** Tests assert no wording, and the documentation is derived. */
const wording = new Set(['summary', 'description', 'reason', 'note', 'message'])
/** Unions of strings: another one doesn't compile. */
const typed = new Set(['category', 'recommended', 'type', 'severity', 'fixable'])

/**
 * @typedef {object} Node
 * @property {string} type
 * @property {string} [value]
 * @property {{name?: string, value?: unknown}} [key]
 * @property {{name?: string}} [callee]
 * @property {{name?: string}} [id]
 *
 * @typedef {object} NodePath
 * @property {Node} node
 * @property {NodePath | null} parentPath
 */

/** @param {NodePath} path */
function shouldIgnore(path) {
  if (path.node.type !== 'StringLiteral' && path.node.type !== 'TemplateLiteral') return
  if (path.parentPath?.node.type === 'ArrayExpression' && isOfModule(path))
    return 'A list of words is data: a test of each would be the list once more'
  if (/^\S+(?: \S+){3,}$/.test(path.node.value ?? '')) return 'Tests assert no wording'
  for (let at = path.parentPath; at; at = at.parentPath) {
    const {type, key, callee, id} = at.node
    if (type === 'ThrowStatement') return 'Tests assert no wording'
    // Parts of the reasons that an error gives: what was tried, and the way out.
    if (callee?.name === 'attempt' && at === path.parentPath) return 'Tests assert no wording'
    if (type === 'VariableDeclarator' && (id?.name === 'remedies' || wording.has(String(id?.name))))
      return 'Tests assert no wording'
    if (type !== 'ObjectProperty') continue
    const name = String(key?.name ?? key?.value)
    if (wording.has(name)) return 'Tests assert no wording'
    if (typed.has(name) && at === path.parentPath) return 'Another string does not compile'
  }
  return
}

/** @param {NodePath} path */
function isOfModule(path) {
  for (let at = path.parentPath; at; at = at.parentPath)
    if (/Function|Method/.test(at.node.type)) return false
  return true
}

export const strykerPlugins = [{kind: 'Ignore', name: 'wording', value: {shouldIgnore}}]
