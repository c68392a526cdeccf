export interface Variant {
  /** The translation and the version that the path names, if any. */
  readonly variant: string
  readonly folder: string
}

/** Codes of languages that sites are translated to, as folders or before the extension. */
const language =
  /^(?:ar|az|be|bg|bn|bs|ca|cs|cy|da|de|el|en|es|et|eu|fa|fi|fil|fr|ga|gl|he|hi|hr|hu|hy|id|is|it|ja|ka|kk|km|ko|ky|lt|lv|mk|ml|mn|mr|ms|my|nb|ne|nl|nn|no|pl|pt|ro|ru|si|sk|sl|sq|sr|sv|sw|ta|te|th|tl|tr|uk|ur|uz|vi|zh)(?:[-_](?:[a-z]{2}|[a-z]{4}|419))?$/i
const version =
  /^(?:v|version[-_ ]?|release[-_ ]?)?\d+(?:\.(?:\d+|x))*(?:[-.](?:alpha|beta|rc)[\w.]*)?$|^(?:latest|next|stable|current|legacy|nightly|dev)$|^versioned_docs$|^\w+[-_ ]edition$/i
/** A folder of a year, a month or a day holds articles, not a version. */
const day = /^(?:(?:19|20)\d{2}|\d{1,2})$/

/** Tells translations and versions of one article from two articles. */
export function variantOf(path: string): Variant {
  const parts = path.split('/')
  const name = parts.pop() as string
  const suffix = /\.([a-z]{2,3}(?:[-_][a-z]{2,4})?)\.[a-z]+$/i.exec(name)?.[1]
  const marks = [...parts, ...(suffix === undefined ? [] : [suffix])].filter(
    (part) => language.test(part) || (version.test(part) && !day.test(part))
  )
  return {variant: marks.join('/').toLowerCase(), folder: parts.join('/')}
}
