import {
  ErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage
} from 'vscode-languageserver/node'

/** Lets through what the protocol takes at this point of the conversation, and says by its codes why it refuses the rest. */
export interface Gate extends MessageStrategy {
  /** The editor has said goodbye. */
  readonly isEnding: boolean
  /** What came could not be read at all. */
  refuseUnread(error: Error): void
}

export function createGate(writer: MessageWriter): Gate {
  let state: 'new' | 'serving' | 'ending' = 'new'

  function refuse(id: ResponseMessage['id'], code: number, message: string): void {
    const answer: ResponseMessage = {jsonrpc: '2.0', id, error: {code, message}}
    // Where nobody reads any more, the end of the input ends the server.
    writer.write(answer).catch(() => {})
  }

  function whyNot({method, params}: RequestMessage): readonly [code: number, message: string] | undefined {
    if (state === 'ending') return [ErrorCodes.InvalidRequest, `\`${method}\` came after \`shutdown\``]
    if ((method === 'initialize') !== (state === 'new')) {
      return state === 'new'
        ? [ErrorCodes.ServerNotInitialized, `\`${method}\` came before \`initialize\``]
        : [ErrorCodes.InvalidRequest, '`initialize` came a second time']
    }
    const missing = isRecord(params) && needed[method]?.find(([path, fits]) => !fits(valueAt(params, path)))
    return missing ? [ErrorCodes.InvalidParams, `\`${method}\` needs \`${missing[0]}\``] : undefined
  }

  return {
    get isEnding() {
      return state === 'ending'
    },
    refuseUnread(error) {
      if (error instanceof SyntaxError) refuse(null, ErrorCodes.ParseError, error.message)
    },
    handleMessage(message, next) {
      if (Message.isRequest(message)) {
        const refusal = whyNot(message)
        if (refusal) return refuse(message.id, ...refusal)
        if (message.method === 'initialize' && isRecord(message.params)) state = 'serving'
        else if (message.method === 'shutdown') state = 'ending'
      } else if (Message.isNotification(message)) {
        if (state !== 'serving' && message.method !== 'exit') return undefined
      } else if (!Message.isResponse(message)) {
        const {id} = (isRecord(message) ? message : {}) as {readonly id?: unknown}
        const known = typeof id === 'number' || typeof id === 'string' ? id : null
        return refuse(known, ErrorCodes.InvalidRequest, 'neither a request nor a notification nor a response')
      }
      return next(message)
    }
  }
}

type Fits = (value: unknown) => boolean

const isText: Fits = (value) => typeof value === 'string'
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPosition: Fits = (value) =>
  isRecord(value) && Number.isInteger(value.line) && Number.isInteger(value.character)
const document: readonly [string, Fits] = ['textDocument.uri', isText]

/** What our answers to a request stand on. */
const needed: Readonly<Record<string, readonly (readonly [path: string, fits: Fits])[]>> = {
  initialize: [['capabilities', isRecord]],
  'textDocument/hover': [document, ['position', isPosition]],
  'textDocument/codeAction': [
    document,
    ['range.start', isPosition],
    ['range.end', isPosition],
    ['context', isRecord]
  ],
  'textDocument/diagnostic': [document]
}

function valueAt(params: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = params
  for (const key of path.split('.')) value = isRecord(value) ? value[key] : undefined
  return value
}
