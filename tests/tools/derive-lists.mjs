/** The lists that are derived from all rules: the table of the rules, the JSON schema of a config. */
import {measuredColumns} from './derive-measured.mjs'

/**
 * @typedef {import('../../src/rule/index.ts').Rule} Rule
 * @typedef {import('../../src/rule/options.ts').OptionSpecs} OptionSpecs
 */

/**
 * The text of rules/README.md.
 *
 * @param {readonly Rule[]} rules
 * @param {import('./measure/figures.mjs').Figures | undefined} figures
 */
export function rulesTable(rules, figures) {
  const measured = measuredColumns(figures)
  const rows = rules.map(({id, summary, category, recommended, fixable}) => {
    const isFixable = fixable ? 'yes' : 'no'
    // It is on in the preset, and runs where it may look at pages.
    const shown = category === 'verification' ? 'verification (`--online`)' : category
    const cells = [`[${id}](${id}/README.md)`, summary, shown, recommended || 'off', isFixable]
    return `| ${[...cells, ...measured.cells(id)].join(' | ')} |\n`
  })
  return `<!-- Derived from the rules by \`npm run derive\`. Do not edit. -->

# Rules

“Recommended” is the severity in the preset \`articlelint:recommended\`; the rules that are off there are in
\`articlelint:strict\`, as warnings, unless they need the network. A fixable rule repairs with \`--fix\` what it is sure of.
Rules of the category verification open the pages that an article cites, and run only with \`--online\`.
${measured.about === '' ? '' : `${measured.about}\n`}
| ${['Rule', 'Summary', 'Category', 'Recommended', 'Fixable', ...measured.heads].join(' | ')} |
| --- | --- | --- | --- | --- |${measured.heads.map(() => ' --: |').join('')}
${rows.join('')}`
}

/**
 * The text of schema.json, which editors check a config with.
 *
 * @param {readonly Rule[]} rules
 * @param {readonly string[]} presets their names
 * @param {readonly string[]} severities
 * @param {(specs: OptionSpecs) => Record<string, unknown>} toJsonSchema
 * @param {(id: string) => string} urlOf the page of a rule
 */
export function configSchema(rules, presets, severities, toJsonSchema, urlOf) {
  const strings = {type: 'array', items: {type: 'string', minLength: 1}}
  const globs = (/** @type {number} */ least) => [
    {type: 'string', minLength: 1},
    {...strings, minItems: least}
  ]
  // A key whose values are all commented out has none.
  const orNull = (/** @type {object} */ type) => ({anyOf: [type, {type: 'null'}]})
  const path = {type: 'string', pattern: '^\\.{1,2}[\\\\/]'}
  const packageName = {type: 'string', pattern: '^(@[\\w.~-]+/)?[a-zA-Z0-9~-][\\w.~-]*(/[\\w.~/-]+)?$'}
  const base = {
    description:
      'A preset, the path of a config file that starts with `./` or `../`, or a package that is installed.',
    anyOf: [{enum: presets.map((name) => `articlelint:${name}`)}, path, packageName]
  }
  const plugin = {anyOf: [path, packageName]}
  const language = {
    description:
      'BCP 47 tag of the articles, such as `en` or `de-AT`; by default that of the front matter, or what the words say.',
    type: 'string',
    pattern: '^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$'
  }
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'articlelint config',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: {type: 'string'},
      extends: {
        description:
          'What this config starts from; `articlelint:recommended` when left out, nothing with an empty list.',
        anyOf: [base, {type: 'array', items: base}],
        default: 'articlelint:recommended'
      },
      plugins: {
        description:
          'remark-lint and retext packages, or paths that start with `./`, alone or as `[name, options]`. Their rules are on, as warnings.',
        ...orNull({
          type: 'array',
          items: {anyOf: [...plugin.anyOf, {type: 'array', items: [plugin], minItems: 1, maxItems: 2}]}
        })
      },
      rules: orNull({$ref: '#/definitions/rules'}),
      ignores: {
        description:
          'Articles to leave out: globs in the syntax of .gitignore, from the folder of this config.',
        anyOf: [...globs(0), {type: 'null'}]
      },
      language: orNull(language),
      overrides: {
        description: 'Other settings for some of the articles; later ones win.',
        ...orNull({
          type: 'array',
          items: {
            type: 'object',
            required: ['files'],
            additionalProperties: false,
            properties: {
              files: {
                description: 'Globs in the syntax of .gitignore, from the folder of this config.',
                anyOf: globs(1)
              },
              rules: orNull({$ref: '#/definitions/rules'}),
              language: orNull(language)
            }
          }
        })
      }
    },
    definitions: {
      severity: {enum: severities},
      rules: {
        description: 'The severity of each rule, or severity and options.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        patternProperties: {
          '^@?[A-Za-z0-9][\\w.-]*/': {
            description: 'A rule of a plugin.',
            ...severityOr({type: 'object'})
          }
        }
      }
    }
  }
  return `${JSON.stringify(schema, null, 2)}\n`

  /** @param {Rule} rule */
  function ruleSchema({id, summary, options}) {
    return {description: `${summary} ${urlOf(id)}`, ...severityOr(toJsonSchema(options))}
  }

  /** @param {object} options */
  function severityOr(options) {
    const severity = {$ref: '#/definitions/severity'}
    const listed = {type: 'array', items: [severity, options], minItems: 1, maxItems: 2}
    return {anyOf: [severity, listed]}
  }
}
