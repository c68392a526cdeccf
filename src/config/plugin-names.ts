/** What a plugin is called here, and which tree it reads. */
export interface PluginName {
  readonly id: string
  readonly kind: 'remark' | 'retext'
  /** Where more is said of it, as long as its messages don't say it better. */
  readonly page: string
}

export function isPath(name: string): boolean {
  return /^\.{1,2}\//.test(name)
}

export function isPackageName(name: string): boolean {
  return /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/i.test(name)
}

const readme = 'https://github.com/articlelint/articlelint#plugins'

/** Where something is said of what has no page of its own. */
export function pageOf(entry: string): string {
  return isPath(entry) ? readme : `https://www.npmjs.com/package/${entry}`
}

/**
 * Names a plugin by its package: `remark-lint-x` is `remark-lint/x`, `@scope/retext-x` is `@scope/retext/x`; else by its
 * function, as in a preset: `remark-lint:x`, `retextSomeWords`; else by its file: `local/x`. Nothing when no name tells.
 *
 * @param entry as the config names it; nothing for a member of a preset
 * @param called name of the function
 */
export function identify(entry: string | undefined, called: string): PluginName | undefined {
  const isLocal = entry !== undefined && isPath(entry)
  const named =
    isLocal || entry === undefined ? undefined : /^(@[^/]+\/)?(remark-lint|remark|retext)-(.+)$/.exec(entry)
  if (named) {
    const [, scope = '', family = '', rest] = named
    return nameOf(`${scope}${family}/${rest}`, family, pageOf(entry as string))
  }
  const lint = /^([\w.-]+):([\w.-]+)$/.exec(called)
  if (lint) {
    const [, source = '', rest] = lint
    const page = source === 'remark-lint' ? pageOf(`remark-lint-${rest}`) : readme
    return nameOf(`${source}/${rest}`, source, page)
  }
  const camel = /^(remark|retext)([A-Z]\w*)$/.exec(called)
  if (camel) {
    const [, family = '', rest = ''] = camel
    const kebab = rest.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
    return nameOf(`${family}/${kebab}`, family, pageOf(`${family}-${kebab}`))
  }
  const file = isLocal ? /(?<![\w.-])([\w.-]+?)(?:\.[cm]?[jt]s)?$/.exec(entry)?.[1] : undefined
  return file === undefined ? undefined : nameOf(`local/${file}`, file, readme)
}

function nameOf(id: string, family: string, page: string): PluginName {
  return {id, kind: family.startsWith('retext') ? 'retext' : 'remark', page}
}
