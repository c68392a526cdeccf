import type {Message} from '../../src/lint/message.ts'
import type {ReportedFile, ReportedProblem} from '../../src/reporters/index.ts'
import {createMessage} from './report.ts'

/** What someone may write into an article, a name or a message, to take over whatever shows it. */
export const payloads: Readonly<Record<string, string>> = {
  'OSC title': 'a\u001B]0;pwned\u0007b',
  'OSC link': '\u001B]8;;http://evil.example\u001B\\click\u001B]8;;\u001B\\',
  'OSC clipboard': '\u001B]52;c;cHduZWQ=\u0007',
  'CSI clear': '\u001B[2J\u001B[1;1Hb',
  'CSI of our own kind, never ended': '\u001B[8mhidden',
  'DCS and APC': '\u001BP+q544e\u001B\\ \u001B_Ga=T\u001B\\',
  'C1 CSI': '\u009B31mred\u009Dx\u009C',
  'NEL and DEL': 'a\u0085b\u007Fc',
  'shift out, bell, backspaces': 'a\u000E\u0007pass\b\b\b\bfail',
  'carriage return': 'harmless\rspoofed',
  'line end and carriage return': 'harmless\r\r\nspoofed\v\f',
  'bidirectional controls': 'a\u202Egnp.exe\u202C \u2066b\u2069\u200F',
  'Arabic letter mark': 'a\u061C1\u061C2',
  'line separators': 'a\u2028::error::b\u2029c',
  'workflow command': 'x\n::error file=x::pwned',
  'workflow command at once': '::add-mask::pwned',
  'workflow command after blanks': 'x\n \u00A0\t::add-mask::pwned',
  'workflow command after wide blanks': 'x\n\u3000\u2003\uFEFF::stop-commands::pwned',
  'old workflow command': 'x ##[error]pwned ##[group]y',
  'command of Azure Pipelines': 'x ##vso[task.setvariable variable=PATH]pwned ##VSO[task.complete]',
  'command of TeamCity': "##teamcity[buildStatus status='SUCCESS']",
  'end of CDATA': ']]><x/><![CDATA[',
  'end of attribute and element': '"\'/><script>alert(1)</script></failure><!--',
  'end of script and style': '</script></style></title><script>alert(1)</script>-->',
  'handlers of events': '" onmouseover="alert(1)" style="position:fixed" x="',
  'an image that fails': '<img src=x onerror=alert(1)><svg/onload=alert(1)>',
  'address of a script': 'javascript:alert(1)//http://a.example',
  'address of data': 'data:text/html,<script>alert(1)</script>',
  'web address with more behind it': 'https://a.example/x) ![p](http://evil.example/p.png "\'><b>',
  'entities of XML': '&lt;&#10;&bogus;',
  'document type': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  'cells of a table': 'a | b |\n| --- | --- |\n| c | d |',
  'code spans': '`code` ``x`` ```\nfence',
  mentions: '@someone @org/team a@b.example #123 !45 $6 &7 ~label %"v1" owner/repo#8 GH-9 :tada:',
  'command of a bot': 'x\n/close\n/approve\n@dependabot merge',
  'links and images': '[x](http://evil.example) ![y](http://evil.example/z.png) <http://evil.example>',
  'bare addresses': 'http://evil.example www.evil.example HTTPS://evil.example ftp://evil.example',
  'markdown blocks': '# head\n- item\n> quote\n***\n</details>',
  'definition and footnote': '[some-rule]: http://evil.example\n[^1]: x\n[x][some-rule]',
  'percent escapes': '100%0A::error::x %25 %0D%3A',
  NUL: 'a\0b',
  'lone surrogates': '\uD800 a \uDC00',
  noncharacters: 'a\uFFFE\uFFFFb',
  'hidden characters': 'pass\u200Bword\u2060\uFEFF\u180E\u2063',
  'tags that spell words': 'a\u{E0001}\u{E0070}\u{E0077}\u{E006E}\u{E007F}b',
  'selectors that spell bytes': 'a\uFE00\uFE01\uFE0F\u{E0100}\u{E01EF}b',
  fillers: 'a\u3164b\uFFA0c\u206A\uFFF9\u{1D173}',
  'many marks on one letter': `a${'\u0301\u0489'.repeat(60)}b`,
  'JSON and placeholders': '"},{"x":1} {0} \\" \\u0041',
  'formula of a spreadsheet': "=cmd|'/c calc'!A1\n+1\n-1\n@SUM(A1)\t=1",
  'prototype keys': '__proto__',
  'a path up': '../../etc/passwd',
  'nothing but blanks': ' \t\n ',
  nothing: ''
}

export interface Injection {
  readonly files: readonly ReportedFile[]
  readonly problems: readonly ReportedProblem[]
}

const other = {path: 'b.md', line: 1, column: 1, start: 0, end: 2, reason: 'As here'}

/** Each place that words of others come to. */
export const places: Readonly<Record<string, (payload: string) => Injection>> = {
  path: (path) => found({}, path),
  reason: (reason) => found({reason}),
  note: (note) => found({note}),
  'related path': (path) => found({related: [{...other, path}]}),
  'related reason': (reason) => found({related: [{...other, reason}]}),
  'rule id': (ruleId) => found({ruleId}),
  'message id': (messageId) => found({messageId}),
  url: (url) => found({url}),
  expected: (text) => found({expected: [text], actual: text, fix: [{start: 0, end: 1, text}]}),
  suggestion: (text) => found({suggestions: [{title: text, edits: [{start: 0, end: 1, text}]}]}),
  text: (text) => ({files: [shown(text)], problems: []}),
  'marked text': (text) => ({
    files: [{...shown(text), messages: [createMessage({start: 10, end: 10 + text.length})]}],
    problems: []
  }),
  'problem path': (path) => ({files: [], problems: [{path, reason: 'x'}]}),
  'problem reason': (reason) => ({files: [], problems: [{path: 'a.md', reason}]})
}

function found(fields: Partial<Message>, path = 'a.md'): Injection {
  return {files: [{path, messages: [createMessage(fields)]}], problems: []}
}

/** An article of a text, as reports that show it get it: with its blocks, and a claim with a source. */
function shown(payload: string): ReportedFile {
  const text = `0123456789${payload}`
  const place = {start: 0, end: text.length}
  const words = {type: 'text', value: text, ...place} as const
  const at = {line: 1, column: 1, endLine: 1, endColumn: 2, ...place}
  const verdicts = (['supported', 'contradicted', 'absent'] as const).map((verdict) => ({
    ...{text: payload, verdict, closest: payload, passage: payload}
  }))
  const check = {title: payload, finalUrl: payload, fetched: payload, parts: verdicts}
  const also = (['dead', 'alive', 'elsewhere', 'unchecked'] as const).map((state) => ({
    ...({kind: 'link', text: payload, url: payload} as const),
    ...at,
    check: {...check, state, cause: 'gone' as const}
  }))
  const source = {
    ...({kind: 'link', text: payload, url: payload, reach: 'sentence'} as const),
    ...at,
    check: {...check, state: 'contradicted' as const},
    also
  }
  return {
    path: 'a.md',
    text,
    messages: [createMessage()],
    claims: {
      path: 'a.md',
      title: payload,
      language: 'en',
      hasReferenceList: false,
      claims: [{kind: 'quantity', confidence: 0.9, text: payload, source, ...at}]
    },
    rendering: {
      layout: 'plain',
      blocks: [
        {type: 'paragraph', ...place, children: [words]},
        {type: 'code', ...place, label: payload, children: [words]},
        {
          type: 'paragraph',
          ...place,
          children: [
            {type: 'link', ...place, url: payload, children: [words]},
            {type: 'image', ...place, url: payload, children: [words]}
          ]
        },
        {type: 'footnote', ...place, label: payload, children: [words]}
      ]
    }
  }
}

export const cases = Object.entries(payloads).flatMap(([name, payload]) =>
  Object.entries(places).map(([place, make]) => ({
    name: `${name} as ${place}`,
    place,
    payload,
    ...make(payload)
  }))
)

/** Some of the cases, of every payload and every place, for judges that take their time. */
export const someCases = cases.filter((_, index) => index % 5 === 0)

/** What a terminal acts on or nobody sees; line ends and tabs aside. */
const raw =
  /(?!\r\n)[^\P{Cc}\n\t]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e00ff}]/u

/** What is wrong with a text that goes to a terminal or a log, whatever its form; nothing where all is well. */
export function harmOf(text: string): string | undefined {
  const found = raw.exec(text)
  if (found) return `U+${found[0].codePointAt(0)?.toString(16)} at ${found.index}`
  return /##(?:vso|teamcity)?\[/i.exec(text)?.[0]
}

/** The same text without our own colours: what is left of escape sequences is not ours. */
export function uncolored(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[(?:\\d\\d?;?){1,3}m`, 'g'), '')
}

/** A line that a log of GitHub Actions takes for a command, after leading blanks. */
export function commandIn(text: string): string | undefined {
  return /^\s*::.*$/mu.exec(text)?.[0]
}
