import path from 'node:path'
import {expect, test} from 'vitest'
import {buildCli} from './setup/build.ts'
import {playStory} from './tools/story.mjs'

test('an existing site: baseline, new defects, repair, suppression, pruning', () => {
  const articles = path.resolve(import.meta.dirname, '../fixtures/articles')
  const {suppressed, pruned} = playStory({articles, cli: buildCli()})
  expect(suppressed).toBeGreaterThan(pruned)
}, 120_000)
