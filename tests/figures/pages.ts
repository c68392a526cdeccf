import {judgeFigure} from '../../src/sources/judging/judge-figure.ts'
import type {Page, PartVerdict} from '../../src/sources/model.ts'

/** A page of blocks, which are separated by `¶`. */
export function pageOf(text: string, title?: string): Page {
  return {...(title !== undefined && {title}), blocks: text.split('¶').map((block) => block.trim())}
}

/** What a page says of the figure that stands between `[` and `]` in a sentence. */
export function judge(sentence: string, page: string | Page, title?: string): PartVerdict {
  const figure = /\[([^\]]+)\]/.exec(sentence)?.[1] ?? ''
  const text = sentence.replace(/[[\]]/g, '')
  const statement = {text, figures: [{text: figure}], quotations: [], names: []}
  const verdict = judgeFigure(figure, statement, typeof page === 'string' ? pageOf(page, title) : page)
  return verdict ?? {text: figure, verdict: 'silent' as 'absent'}
}
