import {spawn} from 'node:child_process'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Message, MessageWriter, ResponseMessage} from 'vscode-languageserver/node'
import {createGate} from '../src/lsp/gate.ts'
import {buildCli} from './setup/build.ts'

const jsonrpc = '2.0'
const request = (id: number, method: string, params?: unknown) => ({jsonrpc, id, method, params})
const initialize = request(1, 'initialize', {capabilities: {}})
const shutdown = request(2, 'shutdown')
const textDocument = {uri: 'file:///bread.md'}
const start = {line: 0, character: 0}
const hover = {textDocument, position: start}

/** What is let through of messages, by method, and the codes of those that are refused, by id. */
function conversation(...messages: readonly unknown[]): {passed: unknown[]; refused: unknown[]} {
  const passed: unknown[] = []
  const refused: unknown[] = []
  const writer = {
    write: async ({id, error}: ResponseMessage) => refused.push([id, error?.code])
  } as unknown as MessageWriter
  const gate = createGate(writer)
  for (const message of messages)
    gate.handleMessage(message as Message, (given) => {
      passed.push((given as {method?: string}).method)
    })
  return {passed, refused}
}

describe('the codes of the protocol', () => {
  it('before `initialize`: requests are refused, notifications dropped, `exit` is heard', () => {
    expect(
      conversation(
        request(7, 'textDocument/hover', hover),
        request(8, 'bakery/open'),
        shutdown,
        {jsonrpc, method: 'textDocument/didOpen', params: {}},
        {jsonrpc, method: 'exit'}
      )
    ).toEqual({
      passed: ['exit'],
      refused: [
        [7, -32002],
        [8, -32002],
        [2, -32002]
      ]
    })
  })

  it('after it: everything passes, what nobody handles too, but no second `initialize`', () => {
    expect(
      conversation(
        initialize,
        {jsonrpc, method: 'initialized', params: {}},
        request(7, 'textDocument/hover', hover),
        request(8, 'bakery/open'),
        {jsonrpc, id: 3, result: null},
        request(9, 'initialize', {capabilities: {}})
      )
    ).toEqual({
      passed: ['initialize', 'initialized', 'textDocument/hover', 'bakery/open', undefined],
      refused: [[9, -32600]]
    })
  })

  it('after `shutdown`: requests are refused, notifications dropped, `exit` is heard', () => {
    expect(
      conversation(
        initialize,
        shutdown,
        request(7, 'textDocument/hover', hover),
        request(8, 'shutdown'),
        {jsonrpc, method: 'textDocument/didSave', params: {textDocument}},
        {jsonrpc, method: 'exit'}
      )
    ).toEqual({
      passed: ['initialize', 'shutdown', 'exit'],
      refused: [
        [7, -32600],
        [8, -32600]
      ]
    })
  })

  it.each([
    ['textDocument/hover', {}],
    ['textDocument/hover', {...hover, textDocument: {uri: 7}}],
    ['textDocument/hover', {textDocument}],
    ['textDocument/hover', {textDocument, position: {line: '0', character: 0}}],
    ['textDocument/codeAction', {textDocument, range: {start}, context: {diagnostics: []}}],
    ['textDocument/codeAction', {textDocument, range: {start, end: start}}],
    ['textDocument/codeAction', {textDocument, range: {start, end: start}, context: []}],
    ['textDocument/diagnostic', {}]
  ])('%s without what it needs: %j', (method, params) => {
    expect(conversation(initialize, request(7, method, params)).refused).toEqual([[7, -32602]])
  })

  it.each([
    ['textDocument/codeAction', {textDocument, range: {start, end: start}, context: {diagnostics: []}}],
    ['textDocument/diagnostic', {textDocument}],
    // The library refuses these by itself, with the same code.
    ['textDocument/hover', undefined],
    ['textDocument/hover', []]
  ])('%s with what it needs: %j', (method, params) => {
    expect(conversation(initialize, request(7, method, params)).passed).toEqual(['initialize', method])
  })

  it('an `initialize` that lacks the capabilities can be sent anew', () => {
    for (const wrong of [{}, {capabilities: null}])
      expect(conversation(request(6, 'initialize', wrong), initialize)).toEqual({
        passed: ['initialize'],
        refused: [[6, -32602]]
      })
    expect(conversation(request(6, 'initialize'), request(7, 'bakery/open')).refused).toEqual([[7, -32002]])
  })

  it.each([
    [{jsonrpc, id: 7}, 7],
    [{jsonrpc, id: 'loaf'}, 'loaf'],
    [{jsonrpc, id: {}}, null],
    [[request(7, 'shutdown')], null],
    [1, null],
    [null, null]
  ])('what is no message is no valid request: %j', (message, id) => {
    expect(conversation(initialize, message).refused).toEqual([[id, -32600]])
  })
})

describe('a server', () => {
  beforeAll(() => {
    buildCli()
  }, 120_000)

  /** What a server answers to bodies of messages, and the code that it ends with when the editor goes. */
  async function answers(...bodies: readonly string[]): Promise<{text: string; code: unknown}> {
    const server = spawn(process.execPath, [buildCli(), 'lsp', '--stdio', '--no-config'])
    let text = ''
    const code = new Promise((resolve) => server.on('exit', resolve))
    const done = new Promise<void>((resolve) => {
      server.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.includes('"id":2')) resolve()
      })
    })
    for (const body of bodies) server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    await done
    server.stdin.end()
    return {text, code: await code}
  }

  it('says that it could not read a message, and goes on', async () => {
    const {text, code} = await answers(
      JSON.stringify(initialize),
      '{"jsonrpc": "2.0", "id": 7, "method',
      JSON.stringify(shutdown)
    )
    expect(text).toContain('"id":null,"error":{"code":-32700,')
    expect(code).toBe(0)
  })

  it('refuses by the code of the protocol what comes too early', async () => {
    const {text, code} = await answers(JSON.stringify(shutdown))
    expect(text).toContain('"id":2,"error":{"code":-32002,')
    expect(code).toBe(1)
  })
})
