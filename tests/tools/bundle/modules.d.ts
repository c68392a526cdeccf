declare module 'articlelint:document/satteri' {
  export const createSatteri: typeof import('../../../src/document/satteri.ts').createSatteri
}

declare module 'satteri:version' {
  export const version: string
}

declare module 'satteri:generated/parse-options' {
  export const ENABLE_FOOTNOTES: number
  export const ENABLE_GFM: number
  export const ENABLE_STRIKETHROUGH: number
  export const ENABLE_TABLES: number
  export const ENABLE_TASKLISTS: number
}

declare module 'satteri:mdast/mdast-materializer' {
  import type {MdastReader} from 'satteri'
  export function materializeMdastTree(reader: MdastReader): unknown
}

declare module 'satteri:mdast/mdast-reader' {
  export {MdastReader} from 'satteri'
}
