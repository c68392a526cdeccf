import {readSources} from './citations.ts'
import {readStatements} from './statements.ts'

/** Apart from the rules that ask it, as reading figures and names takes modules that a run without sources does not need. */
export const sourceReader = {sources: readSources, statements: readStatements}
