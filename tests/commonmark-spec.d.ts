declare module 'commonmark-spec' {
  const spec: {readonly tests: readonly {number: number; section: string; markdown: string; html: string}[]}
  export default spec
}
