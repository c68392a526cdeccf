/**
 * The story of the README, “An existing site”, played on a folder of articles with a real git repository and the built
 * command line: init, baseline, a branch with a new article of three defects, CI, repair, suppression, pruning.
 * Ends with 1 and says where, when a step does not go as told.
 *
 *     npm run story -- [FOLDER]
 */
import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Three defects: a paragraph twice, a placeholder, a heading with nothing under it. */
const draft = `# How the lock at Marrow Weir was repaired

The weir keeper found the crack in March, when the upper gate would not close. The county's
[inspection report](https://marrow.example/reports/weir) puts it at forty centimetres, in the second beam from the top.

The beam came out in one piece and went to the yard at Lower Quay, where two carpenters cut a new one from the same
oak. They kept the old iron straps, as the [work log](https://marrow.example/log) shows.

## What the boats did meanwhile

Boats waited below the weir for nine days, by the count in the [harbour book](https://marrow.example/harbour).

## Cost

The beam came out in one piece and went to the yard at Lower Quay, where two carpenters cut a new one from the same
oak. They kept the old iron straps, as the [work log](https://marrow.example/log) shows.

[Insert quote from the keeper here]

## Next steps
`

/**
 * @param {{articles: string, cli: string, say?: (line: string) => void}} settings `articles`: the folder that becomes
 *   the site; `cli`: the built command line
 * @returns {{articles: number, suppressed: number, pruned: number}}
 */
export function playStory({articles, cli, say = () => {}}) {
  const site = mkdtempSync(path.join(tmpdir(), 'articlelint-story-'))
  const file = (/** @type {string} */ name) => path.join(site, name)
  const git = (/** @type {string[]} */ ...args) => {
    const own = [
      '-c',
      'user.name=Editor',
      '-c',
      'user.email=editor@example.org',
      '-c',
      'commit.gpgsign=false'
    ]
    const {status, stderr} = spawnSync('git', [...own, ...args], {cwd: site, encoding: 'utf8'})
    assert.equal(status, 0, `git ${args.join(' ')}: ${stderr}`)
  }
  const commit = (/** @type {string} */ message) => {
    git('add', '--all')
    git('commit', '--quiet', '--message', message)
  }
  /** Runs the command line; gives what it found, as `path rule`. */
  const run = (/** @type {number} */ expected, /** @type {string[]} */ ...args) => {
    say(`$ articlelint ${args.join(' ')}`)
    const {status, stdout, stderr} = spawnSync(process.execPath, [cli, ...args, '-f', 'json'], {
      cwd: site,
      encoding: 'utf8',
      maxBuffer: 2 ** 30
    })
    if (stderr) say(stderr.trimEnd())
    assert.equal(status, expected, `articlelint ${args.join(' ')}: ${stderr}`)
    /** @type {{files: {path: string, messages: {ruleId: string}[]}[]}} */
    const report = JSON.parse(stdout)
    const found = report.files.flatMap(({path, messages}) => messages.map(({ruleId}) => `${path} ${ruleId}`))
    say(`  ${found.length === 0 ? 'nothing new' : found.join('\n  ')}`)
    return {files: report.files.length, found}
  }
  const suppressions = () =>
    readFileSync(file('articlelint-suppressions.json'), 'utf8').match(/"[0-9a-f]{16}"/g) ?? []
  const article = 'posts/marrow-weir.md'
  const all = ['posts', '--max-warnings', '0']

  try {
    cpSync(articles, file('posts'), {recursive: true})
    git('init', '--quiet', '--initial-branch=main')
    const {status, stderr} = spawnSync(process.execPath, [cli, 'init'], {cwd: site, encoding: 'utf8'})
    assert.equal(status, 0, stderr)
    const {files} = run(0, 'posts', '--suppress-all')
    const suppressed = suppressions().length
    assert.ok(suppressed > 0, 'expected old findings to hold back')
    commit('Switch articlelint on')
    assert.deepEqual(run(0, ...all).found, [])

    git('checkout', '--quiet', '-b', 'weir')
    writeFileSync(file(article), draft)
    commit('Add the weir')
    const three = ['duplicate-paragraph', 'placeholder-text', 'empty-section'].map((id) => `${article} ${id}`)
    assert.deepEqual(run(1, ...all).found, three)
    assert.deepEqual(run(1, '--since', 'main', '--max-warnings', '0').found, three)

    run(1, '--fix', article, '--max-warnings', '0')
    const reason = '<!-- articlelint-disable-next-line empty-section -- the council decides in May -->'
    writeFileSync(
      file(article),
      readFileSync(file(article), 'utf8').replace('## Next', `${reason}\n\n## Next`)
    )
    commit('Repair one, explain one')
    assert.deepEqual(run(1, ...all).found, [`${article} placeholder-text`])

    const held = Object.keys(
      JSON.parse(readFileSync(file('articlelint-suppressions.json'), 'utf8')).suppressions
    )
    const edited = held.filter((name) => /\.(?:md|markdown)$/.test(name))
    assert.ok(edited.length > 0, 'expected old findings in Markdown')
    for (const name of edited) appendFileSync(file(name), '\n\nThe series goes on next week.\n')
    assert.deepEqual(run(1, ...all).found, [`${article} placeholder-text`])

    const done = readFileSync(file(article), 'utf8').replace(
      /^\[Insert.*$/m,
      'The bill came to less than the [yard feared](https://marrow.example/bill).'
    )
    writeFileSync(file(article), done)
    rmSync(file(edited[0] ?? ''))
    run(0, 'posts', '--prune-suppressions')
    const pruned = suppressed - suppressions().length
    assert.ok(pruned > 0, 'expected the suppressions of the removed article to go')
    assert.deepEqual(run(0, ...all).found, [])
    return {articles: files, suppressed, pruned}
  } finally {
    rmSync(site, {recursive: true, force: true})
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const articles = path.resolve(process.argv[2] ?? path.join(root, 'fixtures/articles'))
  const cli = path.join(root, 'dist/cli/articlelint.cjs')
  const {suppressed, pruned, ...told} = playStory({articles, cli, say: console.log})
  console.log(
    `${told.articles} articles, ${suppressed} old findings held back, ${pruned} of them pruned: as told`
  )
}
