import {createDocument as create, type DocumentSettings} from './create.ts'
import type {Document, Parser} from './model.ts'
import {markdown} from './parse/parse.ts'
import {readYaml} from './parse/yaml.ts'

export type * from './model.ts'

/**
 * Reads one article. Parts that cost something are worked out when a rule first asks for them, and kept.
 *
 * @param source the article; a byte order mark is dropped, so offsets count from the character after it
 * @param path as messages name the article; the file is not read
 * @param settings `language`: a BCP 47 tag, where it is known; by default that of the front matter, or what the words say.
 * `parser`: for another format than Markdown
 * @throws `ParseFault` when the parser can't read the text; that of Markdown reads any
 */
export function createDocument(
  source: string,
  path?: string,
  settings: Omit<DocumentSettings, 'yaml' | 'parser'> & {readonly parser?: Parser | undefined} = {}
): Document {
  return create(source, path, {...settings, parser: settings.parser ?? markdown, yaml: readYaml})
}
