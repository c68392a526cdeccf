export const starterFormats = ['jsonc', 'yaml', 'js'] as const

export type StarterFormat = (typeof starterFormats)[number]

/** A config to start from. */
export interface Starter {
  /** Name of the file. */
  readonly name: string
  readonly text: string
}

/** What each key is for, in the order of the file. */
const about = {
  $schema: 'editors check this file with it, and complete keys and rules',
  extends: 'what to start from: articlelint:recommended, articlelint:strict, a package, or ./a-file',
  rules:
    'off, info, warn or error; with options as [severity, {option: value}]; all rules: npx articlelint rules',
  plugins: 'rules of remark-lint and retext packages, once they are installed',
  ignores: 'articles to leave out, as in .gitignore; what .gitignore lists is left out anyway',
  language: 'of all articles; found out for each one when left out',
  overrides: 'other settings for some of the articles; later ones win'
}

/**
 * A commented config that changes nothing yet beside the preset.
 *
 * @param schema path or URL of the JSON schema
 */
export function createStarter(format: StarterFormat, preset: string, schema: string): Starter {
  if (format === 'yaml') return {name: '.articlelintrc.yaml', text: yaml(preset, schema)}
  if (format === 'js') return {name: 'articlelint.config.mjs', text: js(preset)}
  return {name: '.articlelintrc.jsonc', text: jsonc(preset, schema)}
}

function jsonc(preset: string, schema: string): string {
  return `{
  // ${about.$schema}
  "$schema": ${JSON.stringify(schema)},

  // ${about.extends}
  "extends": "articlelint:${preset}",

  // ${about.rules}
  "rules": {
    // "filler-phrase": "off",
    // "unsourced-claim": ["warn", {"minConfidence": 0.8}]
  },

  // ${about.plugins}
  // "plugins": ["remark-lint-no-undefined-references", ["retext-repeated-words", {}]],

  // ${about.ignores}
  "ignores": [
    // "archive/"
  ],

  // ${about.language}
  // "language": "en",

  // ${about.overrides}
  "overrides": [
    // {"files": ["opinion/"], "rules": {"unsourced-claim": "off"}}
  ]
}
`
}

function yaml(preset: string, schema: string): string {
  return `# ${about.$schema}
$schema: ${schema}

# ${about.extends}
extends: articlelint:${preset}

# ${about.rules}
rules:
#  filler-phrase: off
#  unsourced-claim: [warn, {minConfidence: 0.8}]

# ${about.plugins}
# plugins:
#   - remark-lint-no-undefined-references
#   - [retext-repeated-words, {}]

# ${about.ignores}
ignores:
#  - archive/

# ${about.language}
# language: en

# ${about.overrides}
overrides:
#  - files: [opinion/]
#    rules: {unsourced-claim: off}
`
}

function js(preset: string): string {
  return `/** @type {import('articlelint').UserConfig} */
export default {
  // ${about.extends}
  extends: 'articlelint:${preset}',

  // ${about.rules}
  rules: {
    // 'filler-phrase': 'off',
    // 'unsourced-claim': ['warn', {minConfidence: 0.8}]
  },

  // ${about.plugins}
  // plugins: ['remark-lint-no-undefined-references', ['retext-repeated-words', {}]],

  // ${about.ignores}
  ignores: [
    // 'archive/'
  ],

  // ${about.language}
  // language: 'en',

  // ${about.overrides}
  overrides: [
    // {files: ['opinion/'], rules: {'unsourced-claim': 'off'}}
  ]
}
`
}
