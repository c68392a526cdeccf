import {markdownToMdast} from 'satteri'
import {describe, expect, it} from 'vitest'
import {createNativeSatteri, createSatteri} from '../src/document/parse/satteri.ts'
import {readTree} from '../src/document/parse/satteri-tree.ts'
import {loadNativeSatteri} from '../src/engine/parsers/satteri-native.ts'

const native = loadNativeSatteri()
if (!native) throw new Error('The native part of satteri is not installed in the version that is read')
const ours = createNativeSatteri(native)
const theirs = createSatteri(markdownToMdast)

describe('readTree', () => {
  it.each([
    '',
    '# Rain *and* **snow**\n\nIt fell `all`  \nday, ~~never~~ “late” – é 😀 &amp; &copy; 漢字.\n',
    '- [ ] oats\n- [x] rye\n\n  wheat\n\n3. three\n4. four\n',
    '> “Bread”, [says](https://mill.org "The mill") ![a loaf](loaf.png "Loaf") https://mill.org/é and www.mill.org.\n',
    '| é | b |\n| :- | -: |\n| 😀 | `c` |\n\n***\n\n<div>é</div>\n',
    '```js title\nlet é = 1\n```\n\n    indented\n',
    '[rye]: /rye "Rye é"\n\n[rye] [rye][] [Oats][rye] ![rye] text[^1]\n\n[^1]: A note, “é”.\n',
    '---\ntitle: é\n---\r\n\r\nText with\r\ntwo lines, http://mill.org.\r\n'
  ])('gives what the package gives: %j', (text) => {
    expect(ours.parse(text)).toEqual(theirs.parse(text))
  })

  it('refuses what is no tree of that version', () => {
    expect(() => readTree(new Uint8Array(64))).toThrow(/version/)
  })
})
