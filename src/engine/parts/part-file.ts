import {createHash, randomBytes} from 'node:crypto'
import {closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from 'node:fs'
import path from 'node:path'
import type {Outcome} from '../article.ts'
import {reasonOf} from '../errno.ts'
import {UsageError} from '../error.ts'
import {createPacker} from '../packed.ts'
import {type PartHead, type PartOutcome, tailOf, toPartArticle} from './part.ts'

/** Writes a part as it comes, under its name once it is whole. All throw `UsageError` where the disk does not take it. */
export interface PartWriter {
  add(outcome: Outcome): void
  finish(): void
  /** Leaves nothing behind. */
  abandon(): void
}

const chunkSize = 1 << 20

/** @param file absolute */
export function createPartWriter(file: string, head: PartHead): PartWriter {
  const {pack, rulesets} = createPacker()
  const digest = createHash('sha256')
  // Pods that write into one volume may have the same process id.
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`
  const target = attempt(() => {
    mkdirSync(path.dirname(file), {recursive: true})
    return openSync(temporary, 'w')
  })
  let waiting: string[] = []
  let length = 0
  let isOpen = true
  let isFirst = true

  function write(text: string): void {
    waiting.push(text)
    length += text.length
    if (length >= chunkSize) flush()
  }

  function flush(): void {
    const bytes = Buffer.from(waiting.join(''))
    waiting = []
    length = 0
    digest.update(bytes)
    put(bytes)
  }

  function put(bytes: Buffer): void {
    attempt(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at)
    })
  }

  function attempt<T>(act: () => T): T {
    try {
      return act()
    } catch (error) {
      throw new UsageError(`the part \`${file}\` can't be written: ${reasonOf(error)}`)
    }
  }

  write(`${JSON.stringify(head).slice(0, -1)},"outcomes":[`)
  return {
    add(outcome) {
      const {linted, problems} = pack(outcome)
      const packed: PartOutcome = {linted: linted && toPartArticle(linted), problems}
      write(`${isFirst ? '\n' : ',\n'}${JSON.stringify(packed)}`)
      isFirst = false
    },
    finish() {
      write(`],\n"rulesets":${JSON.stringify(rulesets)}`)
      flush()
      put(Buffer.from(tailOf(digest.digest('hex'))))
      isOpen = false
      attempt(() => closeSync(target))
      attempt(() => renameSync(temporary, file))
    },
    abandon() {
      if (isOpen) closeSync(target)
      rmSync(temporary, {force: true})
    }
  }
}
