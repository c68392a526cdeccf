import {type Document, findQuoted, type Range} from '../../src/rule/index.ts'

/** A call that WordPress or a builder of its pages fills in. Other generators have calls in brackets, too, by other names. */
const shortcode =
  /(?<![!\\\w])\[(?:\/?(?:et_pb|vc|fusion|su)_[a-z_]{2,30}|ad_\d(?=\])|\/caption(?=\])|contact-form-7|caption(?= (?:id|align|width)=)|gallery(?= (?:ids|columns|size|link)=))(?: [^[\]\n]{1,400})?\](?![(:])/g

/** What an article about them shows. */
const shown = /\bshort-?codes?\b|\bwordpress\b|\bplug-?ins?\b|\bbbcode\b/i

/** Calls of WordPress that nothing filled in, in the text of an article that is not about them. */
export function findShortcodes({text, title, blocks}: Document): Range[] {
  if (
    !/\[\/?(?:et_pb_|vc_|fusion_|su_|contact-form-7|caption|gallery |ad_\d)/.test(text) ||
    shown.test(title?.text ?? '')
  )
    return []
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return []
    const {prose} = block
    const found = prose.value.includes('[') ? [...prose.value.matchAll(shortcode)] : []
    if (found.length === 0) return []
    const quoted = findQuoted(prose)
    return found
      .filter(({index}) => !quoted.overlaps(index, index + 1))
      .map(({index, 0: call}) => prose.at(index, call.length))
  })
}
