import {afterEach, describe, expect, it, vi} from 'vitest'
import {complain, hasColor, widthOf, withProgress, writeDiff} from '../src/cli/terminal.ts'

describe('a terminal', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  const stream = (isTTY: boolean): NodeJS.WriteStream & {text: string} => {
    const made = {
      isTTY,
      columns: 72,
      text: '',
      write(text: string) {
        made.text += text
        return true
      }
    }
    return made as unknown as NodeJS.WriteStream & {text: string}
  }

  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, {NO_COLOR: '1'}, false],
    [true, {TERM: 'dumb'}, false],
    [false, {FORCE_COLOR: '1', NO_COLOR: '1'}, true],
    [true, {FORCE_COLOR: '0'}, false],
    [true, {FORCE_COLOR: 'false'}, false]
  ] as [boolean, Record<string, string>, boolean][])('has colours: %s, %j', (isTTY, given, expected) => {
    for (const name of ['FORCE_COLOR', 'NO_COLOR', 'TERM']) vi.stubEnv(name, given[name])
    expect(hasColor(stream(isTTY))).toBe(expected)
  })

  it('has a width, and shows what a diff hides', () => {
    expect(widthOf(stream(true))).toBe(72)
    expect(widthOf(stream(false))).toBeUndefined()
    const [shown, piped] = [stream(true), stream(false)]
    for (const one of [shown, piped]) writeDiff(one, '+a\u001B[2Jb\n')
    expect(piped.text).toBe('+a\u001B[2Jb\n')
    expect(shown.text).toBe('+a\\u{1b}[2Jb\n')
  })

  describe('is told what is wrong', () => {
    const said = (isTTY: boolean, columns: number, message: string): string => {
      const written: string[] = []
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
        written.push(String(text))
        return true
      })
      const before = [process.stderr.isTTY, process.stderr.columns] as const
      try {
        Object.assign(process.stderr, {isTTY, columns})
        complain(message)
      } finally {
        Object.assign(process.stderr, {isTTY: before[0], columns: before[1]})
      }
      return written.join('')
    }
    const reason = 'the config `bakery.json` names the rule `crumbs`, which nobody has written'

    it('in lines that break between words', () => {
      expect(said(true, 40, reason)).toBe(
        'articlelint: the config `bakery.json`\n  names the rule `crumbs`, which nobody\n  has written\n'
      )
      expect(said(true, 40, 'the oven is cold\n    at bake (file:///bakery/oven/fire/embers.js:1:2)')).toBe(
        'articlelint: the oven is cold\n      at bake (file:///bakery/oven/fire/embers.js:1:2)\n'
      )
    })

    it('in one line in a file, and where the terminal does not know its width', () => {
      expect(said(false, 40, reason)).toBe(`articlelint: ${reason}\n`)
      expect(said(true, 0, 'the oven is cold')).toBe('articlelint: the\n  oven is cold\n')
    })
  })

  it('counts many files, and takes the count away', async () => {
    const written: string[] = []
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text))
      return true
    })
    vi.stubEnv('TERM', 'xterm')
    const {isTTY} = process.stderr
    const run = async (total: number): Promise<number> =>
      withProgress(async (onProgress) => {
        onProgress(1, total)
        onProgress(2, total)
        return total
      })
    try {
      process.stderr.isTTY = true
      expect(await run(20)).toBe(20)
      expect(written).toEqual([])
      expect(await run(60)).toBe(60)
      expect(written).toEqual(['\r1 of 60 files', '\r\u001B[K'])
    } finally {
      process.stderr.isTTY = isTTY
    }
  })
})
