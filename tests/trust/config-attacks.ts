/** What somebody who proposes a change may put into the tree, and what has to come of it. */
export interface Attack {
  readonly files?: Readonly<Record<string, string | Buffer>>
  readonly prepare?: (tools: Tools) => void
  readonly args?: readonly string[]
  /** Folder to stand in. */
  readonly under?: string
  /** Exit code 2, and a message like it; else `ok.md` has to be linted. */
  readonly refused?: RegExp
  /** A rule that has to report, in any article. */
  readonly finds?: string
  /** A rule that must not report. */
  readonly silent?: string
}

interface Tools {
  readonly cwd: string
  fifo(name: string): void
  link(name: string, target: string): void
}

const rc = (content: string | Buffer, refused: RegExp, name = '.articlelintrc.yaml'): Attack => ({
  files: {[name]: content},
  refused
})
const json = (content: string, refused: RegExp): Attack => rc(content, refused, '.articlelintrc.json')
const matter = (block: string, more: Partial<Attack> = {}): Attack => ({
  files: Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [
      `${name}.md`,
      `---\n${block}\n---\n\n# A title\n\nSome words.\n\n## Empty\n`
    ])
  ),
  finds: 'empty-section',
  ...more
})
const ignoring = (text: string, name = '.gitignore'): Attack => ({
  files: {[name]: text, [`${'a/'.repeat(64)}${'a'.repeat(200)}.md`]: '# A\n\nWords.\n'}
})
const place = /^articlelint: \.articlelintrc\.(?:yaml|json):\d+:\d+: Unexpected/
const nested = /:\d+:\d+: Unexpected nesting/
const runs = `import {writeFileSync} from 'node:fs'\nwriteFileSync('ran', '')\nexport default {}`
const common = `require('node:fs').writeFileSync('ran', '')\nmodule.exports = {}`
const untrusted = ['--no-code-config']
const noCode = /--no-code-config/
const withCode = (files: Readonly<Record<string, string>>, args = untrusted): Attack => ({
  files: {'.git/HEAD': '', ...files},
  args,
  refused: noCode
})
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghi', (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`).join('\n')}`

export const attacks: Readonly<Record<string, Readonly<Record<string, Attack>>>> = {
  'fault 40: YAML that is a bomb': {
    'an alias bomb': rc(`rules:\n  ${bomb.replaceAll('\n', '\n  ')}`, place),
    'brackets that comments seem to close': rc(`x: ${'[ #]\n '.repeat(9000)}`, nested),
    'brackets that text seems to close': rc(`x: ${'["]",'.repeat(9000)}`, nested),
    'brackets after many that close': rc(`# ${']'.repeat(9000)}\nx: ${'['.repeat(9000)}`, nested),
    'braces without end': rc('{a: '.repeat(9000), nested),
    dashes: rc('- '.repeat(20_000), nested),
    'keys with a question mark': rc('? '.repeat(20_000), nested),
    'colons on one line': rc('a: '.repeat(20_000), place),
    'tags on one line': rc(`x: ${'- !a '.repeat(8000)}`, /:\d+:\d+: Un/),
    'a tag that makes a function': rc('rules: !!js/function "function () {}"', /:\d+:\d+: Un/),
    'a tag that makes a process': rc('rules: !!python/object/apply:os.system ["touch ran"]', /:\d+:\d+: Un/),
    'a tag that makes bytes': rc('language: !!binary "aaaa"', /:\d+:\d+: Un/),
    'merge keys': rc('rules: &a {}\n<<: *a', place),
    'merge keys of YAML 1.1': rc('%YAML 1.1\n---\nrules:\n  <<: {empty-section: off}', place),
    'a key twice': rc('rules: {}\nrules: {}', /:\d+:\d+: Unreadable YAML/),
    'several documents': rc('rules: {}\n---\nrules: {}', /:\d+:\d+: Unreadable YAML/),
    'an anchor to itself': rc('rules: &a [*a]', place),
    'a key that is a list': rc('? [a, b]\n: 1', place),
    'a megabyte': rc(`# ${'x'.repeat(1_000_000)}`, /expected a config of at most 65536/),
    'text of 60,000 characters where a map is meant': rc(`rules: ${'x'.repeat(60_000)}`, place)
  },
  'fault 39: JSON that is broken or a bomb': {
    'lists without end': json('['.repeat(60_000), nested),
    'lists that text seems to close': json('["]",'.repeat(9000), nested),
    'a comment without end': json('{"rules": {} /*', /:\d+:\d+: Unreadable JSON/),
    'UTF-16': json(Buffer.from('\uFEFF{}', 'utf16le') as never, /not UTF-8/),
    'a package.json of 100 MB': {
      files: {'.git/HEAD': '', 'package.json': `{"articlelint": ${'['.repeat(100_000_000)}`}
    },
    'comments, a trailing comma and a mark': {
      files: {'.articlelintrc.json': '\uFEFF{// off\n"rules": {"empty-section": "warn",},}'}
    }
  },
  'fault 41: keys that reach into prototypes': {
    'in a config': json('{"__proto__": {"polluted": 1}}', place),
    'in its rules': json('{"rules": {"constructor": "warn"}}', place),
    'in options': json('{"rules": {"unsourced-claim": ["warn", {"__proto__": {"x": 1}}]}}', place),
    'in overrides': json('{"overrides": [{"files": "*", "prototype": 1}]}', place),
    'in front matter': matter(
      '__proto__: {polluted: 1}\nconstructor: {prototype: {x: 1}}\ntitle: {__proto__: {}}'
    ),
    'in the settings of front matter': {
      files: {'a.md': '---\narticlelint:\n  rules:\n    __proto__: off\n---\n\n# A\n\nWords.\n'},
      refused: /a\.md/
    },
    'in the suppressions': {
      files: {
        'articlelint-suppressions.json': `{"version": 1, "suppressions": {"__proto__": {"empty-section": {"${'0'.repeat(16)}": 1}}}}`
      },
      args: ['--suppressions-location', 'articlelint-suppressions.json']
    },
    'as a rule in the suppressions': {
      files: {'s.json': '{"version": 1, "suppressions": {"a.md": {"__proto__": {}}}}'},
      args: ['--suppressions-location', 's.json'],
      refused: /s\.json:1:\d+: Unexpected/
    },
    'as rules of comments': {
      files: {
        'a.md': '# A\n\n<!-- articlelint-disable __proto__, constructor, toString -- why -->\n\n## Empty\n'
      },
      finds: 'empty-section'
    },
    'in a flag': {args: ['--rule', '__proto__:warn'], refused: /__proto__/},
    'in the options of a flag': {
      args: ['--rule', 'unsourced-claim:warn:{"__proto__":{"x":1}}'],
      refused: /__proto__/
    }
  },
  'fault 38: numbers that are none': Object.fromEntries(
    ['1e309', '-1e309', '.inf', '.nan', '-1', '1e9', '"1"', '[1]'].map((value) => [
      value,
      rc(`rules:\n  unsourced-claim: [warn, {minConfidence: ${value}}]`, place)
    ])
  ),
  'fault 37: names that nobody knows': {
    'a rule': rc('rules:\n  empty-sectoin: warn', /\.yaml:2:3: .*did you mean `empty-section`/),
    'an option': rc(
      'rules:\n  unsourced-claim: [warn, {minConfidense: 1}]',
      /\.yaml:2:28: .*`minConfidence`/
    ),
    'a severity': rc('rules: {empty-section: wran}', /:1:24: .*did you mean `warn`/),
    'a rule with a name of 60,000 letters': rc(`rules: {${'a'.repeat(60_000)}: warn}`, place)
  },
  'fault 42: configs that others extend': {
    'a circle': {
      files: {'.articlelintrc.yaml': 'extends: ./b.yaml', 'b.yaml': 'extends: ./.articlelintrc.yaml'},
      refused: /comes back/
    },
    'ten that each extend the next one a thousand times': {
      files: Object.fromEntries(
        Array.from({length: 10}, (_, index) => [
          index === 0 ? '.articlelintrc.json' : `c${index}.json`,
          JSON.stringify(index === 9 ? {} : {extends: Array(1000).fill(`./c${index + 1}.json`)})
        ])
      ),
      refused: /more than 100/
    },
    'through a link that comes back to its folder': {
      files: {'.articlelintrc.yaml': 'extends: ./deeper/.articlelintrc.yaml'},
      prepare: ({link}) => link('deeper', '.'),
      refused: /:1:10: /
    },
    'a file outside the repository': {
      files: {'.git/HEAD': '', '.articlelintrc.yaml': 'extends: ../secret.yaml'},
      refused: /expected a file of the same repository/
    },
    'a link to a file outside': {
      files: {'.git/HEAD': '', '.articlelintrc.yaml': 'extends: ./base.yaml'},
      prepare: ({link}) => link('base.yaml', '../secret.yaml'),
      refused: /expected a file of the same repository/
    },
    'a file outside a tree without a repository': {
      files: {'.articlelintrc.yaml': 'extends: ../secret.yaml'},
      args: untrusted,
      refused: /expected a file of the same repository/
    },
    'a config that is a link to a file outside': {
      files: {'.git/HEAD': ''},
      prepare: ({link}) => link('.articlelintrc.yaml', '../secret.yaml'),
      args: untrusted,
      refused: /link to a config outside/
    },
    'an address': rc('extends: https://example.org/config.json', place),
    'an absolute path': rc('extends: /etc/passwd', place),
    'a module of Node.js': rc('extends: fs', place),
    'a folder': {files: {'.articlelintrc.yaml': 'extends: ./b', 'b/c': ''}, refused: /folder or device/},
    'a pipe': {
      files: {'.articlelintrc.yaml': 'extends: ./pipe.json'},
      prepare: ({fifo}) => fifo('pipe.json'),
      refused: /folder or device/
    }
  },
  'fault 43: code of the tree under review': {
    ...Object.fromEntries(
      ['articlelint.config.js', 'articlelint.config.mjs', 'articlelint.config.ts'].map((name) => [
        name,
        withCode({[name]: runs, 'package.json': '{"type": "module"}'})
      ])
    ),
    'a config of CommonJS that is named': withCode({'c.cjs': common}, [...untrusted, '-c', 'c.cjs']),
    'a plugin by its path': withCode({'.articlelintrc.yaml': 'plugins: [./p.mjs]', 'p.mjs': runs}),
    'a plugin of package.json': withCode({
      'package.json': '{"articlelint": {"plugins": ["./p.mjs"]}}',
      'p.mjs': runs
    }),
    'a config that is extended': withCode({'.articlelintrc.yaml': 'extends: ./c.mjs', 'c.mjs': runs}),
    'a package with code': withCode({
      '.articlelintrc.yaml': 'extends: evil',
      'node_modules/evil/package.json': '{"name": "evil", "main": "index.js"}',
      'node_modules/evil/index.js': common
    }),
    'a plugin of a data package': withCode({
      '.articlelintrc.yaml': 'extends: evil',
      'node_modules/evil/package.json': '{"name": "evil", "main": "index.json"}',
      'node_modules/evil/index.json': '{"plugins": ["./p.cjs"]}',
      'node_modules/evil/p.cjs': common
    }),
    'a plugin that is a module of Node.js': rc('plugins: ["node:child_process"]', place),
    'a plugin by its address': rc('plugins: ["data:text/javascript,1"]', place),
    'a plugin by its absolute path': rc('plugins: [/etc/passwd]', place)
  },
  'fault 44: where the search for a config ends': {
    'at a repository': {
      files: {'.articlelintrc.yaml': 'rules: {empty-section: off}', 'in/.git/HEAD': ''},
      under: 'in'
    },
    'at the root of a worktree': {
      files: {'.articlelintrc.yaml': 'rules: {empty-section: off}', 'in/.git': 'gitdir: /elsewhere'},
      under: 'in'
    },
    'two configs': {
      files: {'.articlelintrc.yaml': '', '.articlelintrc.json': '{}'},
      refused: /second config/
    },
    'a package.json that is a pipe': {prepare: ({fifo}) => fifo('package.json')},
    'a package.json that never ends': {prepare: ({link}) => link('package.json', '/dev/zero')},
    'a config that is a folder': {files: {'.articlelintrc.yaml/x': ''}, refused: /folder or device/},
    'a config that is a pipe': {
      prepare: ({fifo}) => fifo('.articlelintrc.json'),
      refused: /folder or device/
    },
    'a config that never ends': {
      prepare: ({link}) => link('.articlelintrc.json', '/dev/zero'),
      refused: /folder or device/
    },
    'a config that leads nowhere': {
      prepare: ({link}) => link('.articlelintrc.json', 'nowhere'),
      refused: /No such config file/
    }
  },
  'fault 45: expressions where text is expected': {
    'in an option': json('{"rules": {"unsourced-claim": ["warn", {"minConfidence": "(a+)+$"}]}}', place),
    'in place of a rule': json('{"rules": {"(a+)+$": "warn"}}', place),
    'as the language': json('{"language": "(a+)+$"}', place)
  },
  'fault 46: globs that are bombs': {
    'braces in a config': rc(`ignores: ["${'{a,b}'.repeat(1000)}"]`, place),
    'folders without end in a config': {
      ...ignoring(''),
      files: {...ignoring('').files, '.articlelintrc.yaml': `ignores: ["${'**/a*/'.repeat(1000)}b"]`}
    },
    'folders without end in .gitignore': ignoring(`${'**/a*/'.repeat(30)}b`),
    'folders without end in .articlelintignore': ignoring(
      'x/**/a/**/a/**/a/**/a/**/a/**/b',
      '.articlelintignore'
    ),
    'three thousand of them': ignoring('**/*a*/**/a*/**/b\n'.repeat(3000)),
    'stars without end': ignoring(`${'*a'.repeat(50_000)}b`),
    'a megabyte of one name': ignoring('a'.repeat(1_000_000)),
    'a megabyte of folders': ignoring('*/'.repeat(500_000)),
    'a megabyte of question marks': ignoring('?'.repeat(1_000_000)),
    'a megabyte of sets': ignoring('[a-z]'.repeat(200_000)),
    'a megabyte of sets that never end': ignoring('[[:'.repeat(330_000)),
    'a hundred thousand lines': ignoring(
      Array.from({length: 100_000}, (_, index) => `*a*${index}`).join('\n')
    ),
    'a .gitignore that is a pipe': {prepare: ({fifo}) => fifo('.gitignore')},
    'a .gitignore that never ends': {prepare: ({link}) => link('.gitignore', '/dev/zero')},
    'braces of the command line': {
      args: [`{${'{a,b}'.repeat(5000)}}.md`],
      refused: /glob|nothing to read|no such file/
    },
    'folders of the command line': {
      ...ignoring(''),
      args: [`${'**/a*/'.repeat(30)}b.md`],
      refused: /glob|nothing to read/
    },
    'numbers of the command line': {args: ['{1..100000000}.md'], refused: /glob|nothing to read/},
    'groups of the command line': {args: ['+(+(+(+(a)+)+)+)+(a|a)*b.md'], refused: /glob/},
    'braces of --ignore-pattern': {args: ['--ignore-pattern', '{a,b}'.repeat(1000)], refused: /braces/}
  },
  'fault 49: front matter': {
    'in JavaScript': {
      files: {'a.md': `---js\n{title: require('fs').writeFileSync('ran', '')}\n---\n\n# A title\n\nWords.\n`}
    },
    'that never ends': {files: {'a.md': `---\n${'title: x\n'.repeat(10_000)}`}},
    'of a megabyte': matter(`x: ${'x'.repeat(1_000_000)}`),
    'with an alias bomb': matter(bomb),
    'with brackets that comments seem to close': matter(`x:\n  - ${'[ #]\n    '.repeat(6000)}`),
    'with brackets after many that close': matter(`# ${']'.repeat(9000)}\nx: ${'['.repeat(9000)}`),
    'with dashes': matter('- '.repeat(20_000)),
    'with keys that have a question mark': matter('? '.repeat(20_000)),
    'with colons': matter('a: '.repeat(20_000)),
    'with tags': matter(`x:\n  ${'- !a '.repeat(8000)}`),
    'with values that hold themselves': matter(
      'title: &a [*a]\ntags: &b {b: *b}\nsources: *a\ndate: *a\nauthor: *b\npermalink: *a\naliases: *a\nlang: *a',
      {
        files: {
          ...matter('title: &a [*a]\ntags: *a\nlang: *a\nauthor: &b {b: *b}').files,
          '.articlelintrc.yaml': 'extends: articlelint:all'
        }
      }
    ),
    'with tags that make things': matter('title: !!js/function "function () {}"\ndate: !!binary "aaaa"')
  },
  'fault 50: comments': {
    'that never end': {files: {'a.md': '# A\n\n<!-- articlelint-disable\n\nWords.\n'}},
    'within comments': {files: {'a.md': '# A\n\n<!-- <!-- articlelint-disable --> -->\n\n## Empty\n'}},
    'in code and front matter': {
      files: {
        'a.md':
          '---\nx: <!-- articlelint-disable -->\n---\n\n# A\n\n```html\n<!-- articlelint-disable -->\n```\n\n## Empty\n'
      }
    },
    'with an unknown rule': {
      files: {'a.md': '# A\n\n<!-- articlelint-disable empty-sectoin -- why -->\n\nWords.\n'},
      finds: 'unknown-directive'
    },
    'a megabyte of rules': {
      files: {
        'a.md': `# A\n\n<!-- articlelint-disable ${Array.from({length: 90_000}, (_, index) => `rule-${index}`).join(', ')} -->\n`
      }
    },
    'a megabyte of dashes': {
      files: {'a.md': `# A\n\n<!-- articlelint-disable ${'- '.repeat(500_000)} -->\n`}
    },
    'a megabyte of dates': {
      files: {'a.md': `# A\n\n<!-- articlelint-disable ${'(until 2'.repeat(120_000)} -->\n`}
    },
    'twenty thousand': {files: {'a.md': `# A\n\n${'<!-- articlelint-disable a -->\n'.repeat(20_000)}`}},
    'twenty thousand for the next line': {
      files: {'a.md': `# A\n\n${'<!-- articlelint-disable-next-line -->\n'.repeat(20_000)}`}
    },
    'blank lines without end': {
      files: {'a.md': `# A\n\n${`<!-- articlelint-disable-next-line -->${'\n'.repeat(1000)}`.repeat(500)}`}
    }
  },
  'fault 51: links out of the tree': {
    'to files that are there, and are not': {
      files: {
        '.articlelintrc.yaml': 'extends: articlelint:all',
        'a.md': `# A\n\n${['../secret.md', '../../etc/passwd.md', '%2e%2e/x.md', '/etc/x.md', 'file:///etc/x.md', '..%2fx.md', 'out/there.md', 'out/x.md', 'out/there/x.md', 'out/not/x.md', 'gone/x.md', 'gone/y/x.md'].map((url) => `See [the page](${url}).`).join('\n\n')}\n`
      },
      prepare: ({link}) => {
        link('out', '../outside')
        link('gone', '/not-there')
      },
      silent: 'broken-internal-link'
    },
    'to what is not in the tree': {
      files: {
        '.articlelintrc.yaml': 'extends: articlelint:all',
        'a.md': '# A\n\nSee [the page](sub/x.md).\n'
      },
      finds: 'broken-internal-link'
    }
  }
}
