import {closest} from '../../src/rule/index.ts'

/** The directive that a misspelt one was most likely meant to be; nothing when none is near. */
export function nearDirective(name: string): string | undefined {
  const near = nearKind(name.toLowerCase())
  return near && `articlelint-${near}`
}

function nearKind(name: string): string | undefined {
  if (name.startsWith('enable')) return 'enable'
  const tail = closest(name.split('-').at(-1) as string, ['line', 'file'])
  if (/next/.test(name) || tail === 'line') return 'disable-next-line'
  return tail === 'file' ? 'disable-file' : closest(name, ['disable', 'enable'])
}
