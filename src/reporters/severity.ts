import type {Message} from '../lint/message.ts'

type Severity = Message['severity']

/** From the most severe on. */
export const severities: readonly Severity[] = ['error', 'warn', 'info']

/** What people read, and most formats write. */
export const severityNames = {
  error: 'error',
  warn: 'warning',
  info: 'info'
} as const satisfies Readonly<Record<Severity, string>>
