import {describe, expect, it} from 'vitest'
import {decodePage} from '../../src/engine/verify/decode.ts'

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

describe('a page is decoded', () => {
  it.each<[name: string, bytes: Uint8Array, charset: string | undefined, expected: string]>([
    ['as UTF-8 when it is', Buffer.from('31 % – Öl'), undefined, '31 % – Öl'],
    ['as Windows Latin-1 when nothing is said', latin('31 \x96 \xD6l'), undefined, '31 – Öl'],
    ['as Content-Type says', latin('\xCC\xE8\xF0 31'), 'windows-1251', 'Мир 31'],
    ['with a quoted label', latin('\xD6l'), '"ISO-8859-1"', 'Öl'],
    [
      'as its meta says',
      latin('<meta charset="windows-1251"><p>\xCC\xE8\xF0'),
      undefined,
      '<meta charset="windows-1251"><p>Мир'
    ],
    [
      'as an old meta says',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>\xB3'),
      undefined,
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>ł'
    ],
    [
      'as XML says',
      latin('<?xml version="1.0" encoding="iso-8859-1"?><p>\xD6'),
      undefined,
      '<?xml version="1.0" encoding="iso-8859-1"?><p>Ö'
    ],
    ['by its mark before all', Buffer.from('\uFEFFÖl'), 'windows-1251', 'Öl'],
    ['in UTF-16 by its mark', wide('\uFEFFÖl'), 'utf-8', 'Öl'],
    ['in UTF-16 from the other end', wide('\uFEFFÖl').swap16(), undefined, 'Öl'],
    ['in UTF-16 that nobody names', wide('<p>Rain of 31 mm'), undefined, '<p>Rain of 31 mm'],
    [
      'in UTF-8 when a meta that can be read says UTF-16',
      Buffer.from('<meta charset=utf-16>Öl'),
      undefined,
      '<meta charset=utf-16>Öl'
    ],
    [
      'as its meta says when the server is wrong',
      latin('<meta charset=windows-1252>\xD6l'),
      'utf-8',
      '<meta charset=windows-1252>Öl'
    ],
    ['of an encoding that nobody knows', Buffer.from('Öl'), 'x-mill', 'Öl'],
    ['in Japanese', Buffer.from([0x89, 0x4a]), 'shift_jis', '雨'],
    ['of no bytes', new Uint8Array(), undefined, '']
  ])('%s', (_, bytes, charset, expected) => {
    expect(decodePage(bytes, charset)).toBe(expected)
  })
})
