import {setFlagsFromString} from 'node:v8'

/** How often a function runs before it is optimised, by V8 version: other versions don't know the flag. */
const optimizing: Readonly<Record<number, string>> = {
  11: '--interrupt-budget=1000000',
  12: '--invocation-count-for-turbofan=30000',
  13: '--invocation-count-for-turbofan=30000'
}

/**
 * Has V8 compile as suits a linter. Functions are optimised later: by default that takes a quarter of the CPU of a run
 * over some hundred articles (`npm run bench`), and long runs still get optimised code. Expressions are compiled once,
 * not first to bytecode and at their second use again: a seventh of a run over one article, which uses hundreds.
 */
export function tuneCompiler(): void {
  const flag = optimizing[Number.parseInt(process.versions.v8, 10)]
  if (flag) for (const one of [flag, '--no-regexp-tier-up']) setFlagsFromString(one)
}
