import {afterAll, inject} from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    rule: string
  }
}

const rule = inject('rule')
if (rule) process.env.ARTICLELINT_RULES = rule

// The thread lives on: what the next run loads must not meet the mutant of this one.
afterAll(() => {
  const {__stryker__: state} = globalThis as {__stryker__?: {activeMutant?: string | undefined}}
  if (state) state.activeMutant = undefined
})
