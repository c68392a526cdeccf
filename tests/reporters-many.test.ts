import {expect, test} from 'vitest'
import {createMessage, report} from './setup/report.ts'

test.each([
  'stylish',
  'pretty',
  'compact',
  'markdown',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle'
] as const)(
  'fault 29: %s takes many messages in time that grows with their number',
  {timeout: 60_000},
  async (format) => {
    const line = 'A line of some words – and more of them, to be quoted with what is marked in it.'
    const time = async (count: number, eol: string): Promise<number> => {
      const messages = Array.from({length: count}, (_, index) =>
        createMessage({
          severity: (['error', 'warn', 'info'] as const)[index % 3] ?? 'info',
          line: eol === '\n' ? index + 1 : 1,
          endLine: eol === '\n' ? index + 1 : 1,
          start: index * (line.length + 1) + 5,
          end: index * (line.length + 1) + 15,
          reason: `Unexpected ${index}`,
          note: 'Because',
          fix: [{start: index * (line.length + 1) + 5, end: index * (line.length + 1) + 15, text: 'x'}]
        })
      )
      const text = Array.from({length: count}, () => line).join(eol)
      const problems = Array.from({length: count / 10}, (_, index) => ({path: `${index}.md`, reason: 'x'}))
      const before = process.cpuUsage().user
      await report(format, [{path: 'a.md', text, messages}], {problems})
      return (process.cpuUsage().user - before) / 1000
    }
    for (const eol of ['\n', ' ']) {
      const [few, many] = [await time(2000, eol), await time(20_000, eol)]
      // Ten times as many; a quadratic one takes a hundred times as long. What takes no time tells nothing.
      expect(many, `${few} ms, then ${many} ms`).toBeLessThan(Math.max(40 * few, 1000))
      expect(many).toBeLessThan(5000)
    }
  }
)
