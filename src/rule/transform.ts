import type {Node} from 'unist'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Document, Range} from './index.ts'

/** What a unified plugin does to a file: it reads a tree and reports messages. */
export type Transform = (tree: never, file: VFile, next: (error?: unknown, tree?: unknown) => void) => unknown

/** What a plugin found. */
export interface PluginFinding {
  readonly message: VFileMessage
  readonly range: Range
  /** The node the message is about: the last of its ancestors. */
  readonly node: Node | undefined
  /** The other place, where the message names one. */
  readonly cause:
    | {readonly reason: string; readonly range: Range; readonly node: Node | undefined}
    | undefined
}

/**
 * Runs a plugin over a tree of an article.
 *
 * @param name of the plugin, for what is thrown
 * @throws when it throws, gives up on the file, changes a frozen tree, or does not finish at once
 */
export function runTransform(
  transform: Transform,
  tree: Node,
  {text, path}: Pick<Document, 'text' | 'path'>,
  name: string
): PluginFinding[] {
  const file = new VFile({value: text, ...(path === undefined ? {} : {path})})
  let failure: unknown
  // `unified-lint-rule` turns what is thrown into one more message.
  const fail = file.fail.bind(file)
  file.fail = (...given: unknown[]): never => {
    try {
      return fail(...(given as [string]))
    } catch (error) {
      failure ??= error
      throw error
    }
  }
  let isDone = transform.length < 3
  let result: unknown
  try {
    let passed: unknown
    const returned = transform(tree as never, file, (error, changed) => {
      isDone = true
      failure ??= error
      passed = changed
    })
    result = returned ?? passed
  } catch (error) {
    failure ??= error
  }
  if (result instanceof Promise) {
    isDone = false
    result.catch(() => {})
  }
  if (failure) throw toError(failure, name)
  if (typeof result === 'object' && result !== null && 'type' in result && result !== tree)
    throw changeError(name)
  if (!isDone)
    throw new Error(`Unexpected asynchronous plugin \`${name}\`, expected one that finishes at once`)
  return file.messages.map((message) => toFinding(message, text, name))
}

function toError(failure: unknown, name: string): unknown {
  // A message has no stack; where it stands for an error, that one has.
  if (isMessage(failure)) {
    const {cause, reason} = failure
    return cause instanceof Error && !isMessage(cause) ? toError(cause, name) : new Error(reason)
  }
  const isChange =
    failure instanceof TypeError &&
    /\bread only\b|\bnot extensible\b|^Cannot (?:add|delete)\b/.test(failure.message)
  return isChange ? changeError(name, failure) : failure
}

function changeError(name: string, cause?: unknown): Error {
  return new Error(`Unexpected change of the tree by \`${name}\`, expected a plugin that only reports`, {
    cause
  })
}

function toFinding(message: VFileMessage, text: string, name: string): PluginFinding {
  const {cause} = message
  // An error that was reported as a message is a fault of the plugin.
  if (cause instanceof Error && !isMessage(cause)) throw toError(cause, name)
  return {
    message,
    range: rangeOf(message, text),
    node: nodeOf(message),
    cause: isMessage(cause)
      ? {reason: cause.reason, range: rangeOf(cause, text), node: nodeOf(cause)}
      : undefined
  }
}

/** By shape: a package may bring a `vfile-message` of its own. */
function isMessage(value: unknown): value is VFileMessage {
  return value instanceof Error && 'reason' in value && 'ancestors' in value
}

function nodeOf(message: VFileMessage): Node | undefined {
  return message.ancestors?.at(-1)
}

type Place = NonNullable<VFileMessage['place']>
type Point = Extract<Place, {line: number}>

/** A message without a place is about the whole article: it stands at the top. */
function rangeOf({place}: VFileMessage, text: string): Range {
  if (!place) return [0, 0]
  const [first, last] = 'start' in place ? [place.start, place.end] : [place, place]
  const start = offsetOf(first, text)
  return [start, Math.max(start, offsetOf(last, text))]
}

/** Inside the text, whatever the plugin says; plugins that count lines leave out the offset. */
function offsetOf({offset, line, column}: Point, text: string): number {
  const found = offset ?? lineStart(text, line) + column - 1
  return Math.min(Math.max(Math.trunc(found) || 0, 0), text.length)
}

function lineStart(text: string, line: number): number {
  const ends = /\r\n?|\n/g
  for (let left = line; left > 1; left--) if (!ends.exec(text)) return text.length
  return ends.lastIndex
}

/** Freezes a tree, so that no plugin can change what the next one reads. */
export function freezeTree<Tree extends Node>(tree: Tree): Tree {
  const open: unknown[] = [tree]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) continue
    Object.freeze(value)
    for (const inner of Object.values(value))
      if (typeof inner === 'object' && inner !== null) open.push(inner)
  }
  return tree
}
