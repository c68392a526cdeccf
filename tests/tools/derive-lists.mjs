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
 * @param {ReadonlySet<string>} fixable ids of the rules that a bad example of their page shows a fix for
 * @param {import('./measure/figures.mjs').Figures | undefined} figures
 */
export function rulesTable(rules, fixable, figures) {
  const measured = measuredColumns(figures)
  const rows = rules.map(({id, summary, category, recommended}) => {
    const isFixable = fixable.has(id) ? 'yes' : 'no'
    const cells = [`[${id}](${id}/README.md)`, summary, category, recommended || 'off', isFixable]
    return `| ${[...cells, ...measured.cells(id)].join(' | ')} |\n`
  })
  return `<!-- Derived from the rules by \`npm run derive\`. Do not edit. -->

# Rules

“Recommended” is the severity in the preset \`articlelint:recommended\`; the rules that are off there are in
\`articlelint:strict\`, as warnings, unless they need the network. A fixable rule repairs with \`--fix\` what it is sure of.
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
  const base = {
    description: 'A preset, or the path of a config file that starts with `./` or `../`.',
    anyOf: [
      {enum: presets.map((name) => `articlelint:${name}`)},
      {type: 'string', pattern: '^\\.{1,2}[\\\\/]'}
    ]
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
      rules: {$ref: '#/definitions/rules'},
      ignores: {
        description:
          'Articles to leave out: globs in the syntax of .gitignore, from the folder of this config.',
        anyOf: [{type: 'string', minLength: 1}, strings]
      },
      language: {
        description:
          'BCP 47 tag of all articles, such as `en` or `de-AT`; by default that of the front matter, or what the words say.',
        type: 'string',
        pattern: '^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$'
      },
      overrides: {
        description: 'Other settings for some of the articles; later ones win.',
        type: 'array',
        items: {
          type: 'object',
          required: ['files'],
          additionalProperties: false,
          properties: {
            files: {
              description: 'Globs in the syntax of .gitignore, from the folder of this config.',
              anyOf: [
                {type: 'string', minLength: 1},
                {...strings, minItems: 1}
              ]
            },
            rules: {$ref: '#/definitions/rules'}
          }
        }
      }
    },
    definitions: {
      severity: {enum: severities},
      rules: {
        description: 'The severity of each rule, or severity and options.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]))
      }
    }
  }
  return `${JSON.stringify(schema, null, 2)}\n`

  /** @param {Rule} rule */
  function ruleSchema({id, summary, options}) {
    const severity = {$ref: '#/definitions/severity'}
    const listed = {type: 'array', items: [severity, toJsonSchema(options)], minItems: 1, maxItems: 2}
    return {description: `${summary} ${urlOf(id)}`, anyOf: [severity, listed]}
  }
}
