/**
 * node tests/tools/new-rule.mjs ID   (npm run new-rule -- ID)
 *
 * Makes the folder of a new rule, with `rule.ts` and its page. Both compile, and the tests fail until they are filled.
 */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const folder = fileURLToPath(new URL('../../rules', import.meta.url))
const [id = '', ...others] = process.argv.slice(2)

if (others.length > 0 || !/^(?!no-)[a-z]+(?:-[a-z]+)*$/.test(id)) {
  console.error(
    'usage: npm run new-rule -- ID   (kebab-case, names the bad thing, such as `empty-section`; no `no-`, no digits)'
  )
  process.exitCode = 2
} else if (existsSync(path.join(folder, id))) {
  console.error(`rules/${id} is there already`)
  process.exitCode = 2
} else {
  mkdirSync(path.join(folder, id))
  writeFileSync(path.join(folder, id, 'rule.ts'), ruleSource(id))
  writeFileSync(path.join(folder, id, 'README.md'), pageSource(id))
  console.log(`made rules/${id}/rule.ts and rules/${id}/README.md
next: write the check, and an example of every branch; then
  npm run derive                              the index, the reports on the page, the lists
  npx vitest run tests/rules.test.ts -t ${id}
  npm test -- -u                              when an article's report changes: read the difference`)
}

/** @param {string} id */
function ruleSource(id) {
  return `import {defineRule} from '../../src/rule/index.ts'

export default defineRule({
  id: '${id}',
  summary: 'Flag',
  category: 'structure',
  recommended: false,
  options: {},
  messages: {
    found: (data: {text: string}) => ({
      reason: \`Unexpected \\\`\${data.text}\\\`, expected\`,
      note: ''
    })
  },
  check(document, _options, report) {
    for (const {range, prose} of document.paragraphs) {
      if (prose.value === '') report('found', {range, data: {text: prose.value}})
    }
  }
})
`
}

/** @param {string} id */
function pageSource(id) {
  return `# ${id}

Flag

## Why

## Examples

\`\`\`md bad
\`\`\`

\`\`\`md good
\`\`\`

## Options

None.

## When not to use it

## Measured

Not measured yet.

## Prior art
`
}
