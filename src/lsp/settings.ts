/** The section `articlelint` of the editor's settings. */
export interface EditorSettings {
  readonly enable: boolean
  /** The one config file for all articles, from the workspace folder; by default the one nearest to each. */
  readonly configFile: string | undefined
  /** Lint on opening and saving only, not while typing. */
  readonly onlyOnSave: boolean
  /** Show what the suppressions file holds back. */
  readonly reportSuppressed: boolean
}

export const usualSettings: EditorSettings = {
  enable: true,
  configFile: undefined,
  onlyOnSave: false,
  reportSuppressed: false
}

/** Reads the section, whatever the editor sent. What is wrong in it is left at its default, and named. */
export function readSettings(given: unknown): {
  readonly settings: EditorSettings
  readonly problems: readonly string[]
} {
  const problems: string[] = []
  const settings: Record<string, unknown> = {...usualSettings}
  if (given === undefined || given === null) return {settings: usualSettings, problems}
  if (typeof given !== 'object' || Array.isArray(given)) {
    return {settings: usualSettings, problems: ['Unexpected settings `articlelint`, expected an object']}
  }
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(usualSettings, key)) {
      const keys = Object.keys(usualSettings).join(', ')
      problems.push(`Unexpected setting \`articlelint.${key}\`, expected one of ${keys}`)
      continue
    }
    if (value === null || value === undefined || (key === 'configFile' && value === '')) continue
    const type = key === 'configFile' ? 'string' : 'boolean'
    if (typeof value === type) settings[key] = value
    else {
      const expected = type === 'string' ? 'a path' : '`true` or `false`'
      problems.push(`Unexpected value of the setting \`articlelint.${key}\`, expected ${expected}`)
    }
  }
  return {settings: settings as unknown as EditorSettings, problems}
}

/** The section in settings that may hold it under its name, as editors differ. */
export function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined
  if ('articlelint' in settings) return settings.articlelint
  return Object.keys(usualSettings).some((key) => key in settings) ? settings : undefined
}
