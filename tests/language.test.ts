import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {recommended} from '../src/config/builtin.ts'
import {ConfigError, createConfigLoader, resolveLanguage} from '../src/config/index.ts'
import {createDocument} from '../src/document/index.ts'
import {isEnglish, readLanguageTag} from '../src/document/prose/language.ts'
import {lintFiles, lintInput} from '../src/engine/index.ts'
import {lintText} from '../src/lint/index.ts'
import {makeFolder} from './setup/folder.ts'

const fixtures = path.resolve(import.meta.dirname, '../fixtures')
const read = (name: string): string => readFileSync(path.join(fixtures, name), 'utf8')
const names = readdirSync(path.join(fixtures, 'languages'))
const languageOf = (text: string, language?: string): string =>
  createDocument(text, 'a.md', {language}).language
const german = read('languages/de.md')
const english = read('languages/en-quotes.md')

describe('the vote of the words', () => {
  it('has articles of many languages to tell apart, and English ones with much that is foreign', () => {
    expect(names.filter((name) => name.startsWith('en-')).length).toBeGreaterThan(3)
    expect(names.length).toBeGreaterThan(24)
  })

  it.each(names)('%s', (name) => {
    const expected = name.startsWith('en-') ? 'en' : path.basename(name, '.md')
    expect(languageOf(read(`languages/${name}`))).toBe(expected)
  })

  it.each([
    ['good-german.md', 'de'],
    ['good-spanish.md', 'es']
  ])('%s without its front matter', (name, expected) => {
    const text = read(`articles/${name}`)
    expect(languageOf(text)).toBe(expected)
    expect(languageOf(text.replace(/^lang:.*\n/m, ''))).toBe(expected)
  })

  it.each(readdirSync(path.join(fixtures, 'articles')).filter((name) => !/german|spanish/.test(name)))(
    '%s is English',
    (name) => {
      expect(languageOf(read(`articles/${name}`))).toBe('en')
    }
  )

  it.each([
    ['nothing', ''],
    ['a heading', '# Die Brücke am Wehr\n'],
    ['a few foreign words', 'Der Müller und die Müllerin\n'],
    ['a short list of names', 'Bad Ischl, St. Gallen, Las Palmas, Santa Cruz, Łódź, Le Puy-en-Velay\n'],
    ['a short text with a foreign name', 'The mill *Der Stein und das Rad auf der Au* opens in May.\n'],
    ['code alone', '```\nder die das und ist\n```\n'],
    ['one foreign quotation in a block', `${english}\n> ${german.split('\n')[2]}\n`]
  ])('%s is English', (_, text) => {
    expect(languageOf(text)).toBe('en')
  })

  it.each([
    ['de', 'Finde heraus, wo das Wehr steht und wie hoch der Bach an der Mühle ist.'],
    ['es', 'Acerca de la presa, su historia y más.'],
    ['fr', 'La digue est fermée pour les travaux : passez par le pont.'],
    ['und-Cyrl', 'Мельница снова открыта.'],
    ['zh', '水车又开了。'],
    ['und', 'Stíflan á Bæjará er lokuð, gangið yfir brúna ofar í dalnum.']
  ])('%s is told in a single sentence', (tag, text) => {
    expect(languageOf(`${text}\n`)).toBe(tag)
  })

  it('a foreign block quote as long as the article changes nothing, nor do foreign footnotes', () => {
    const body = german.split('\n').slice(2)
    expect(languageOf(`${english}\n${body.map((line) => `> ${line}`).join('\n')}\n`)).toBe('en')
    expect(languageOf(`${english} Here.[^1]\n\n[^1]: ${body.join(' ')}\n`)).toBe('en')
  })

  it('looks at the whole article, wherever its code and quotations stand', () => {
    const many = (text: string): string => `${text}\n`.repeat(30)
    expect(languageOf(`${english}\n${many(german)}`)).toBe('de')
    expect(languageOf(`${german}\n${many(english)}`)).toBe('en')
    expect(languageOf(`${german}\n\`\`\`\n${many('the end of it is that they will be there')}\`\`\`\n`)).toBe(
      'de'
    )
  })

  it('reads letters that are written in two parts', () => {
    expect(languageOf(read('languages/hu.md').normalize('NFD'))).toBe('hu')
  })

  it('tells a long article by a part of it', () => {
    expect(languageOf(`${german}\n`.repeat(200))).toBe('de')
    expect(languageOf(`${english}\n`.repeat(200))).toBe('en')
  })
})

describe('what comes before the vote', () => {
  it.each([
    ['lang: de', 'de'],
    ['lang: de-at', 'de-AT'],
    ['lang: en_US', 'en-US'],
    ['lang: "zh-hant-tw"', 'zh-Hant-TW'],
    ['language: pt-BR', 'pt-BR'],
    ['language: German', 'de'],
    ['language: Français', 'fr'],
    ['lang: deu', 'de'],
    ['lang: fr\nlanguage: de', 'fr']
  ])('front matter `%s`', (line, expected) => {
    expect(languageOf(`---\ntitle: T\n${line}\n---\n\n${english}`)).toBe(expected)
  })

  it.each(['go', 'php', 'c', 'javascript', '42', '[de]', ''])(
    'front matter `language: %s` names no language',
    (value) => {
      expect(languageOf(`---\nlanguage: ${value}\n---\n\n${english}`)).toBe('en')
      expect(languageOf(`---\nlanguage: ${value}\n---\n\n${german}`)).toBe('de')
    }
  )

  it('a tag that is given wins', () => {
    expect(languageOf(`---\nlang: de\n---\n\n${german}`, 'fr-CA')).toBe('fr-CA')
    expect(languageOf(german, 'EN_gb')).toBe('en-GB')
    expect(languageOf(german, 'english')).toBe('de')
  })

  it.each([
    ['en', 'en'],
    [' EN ', 'en'],
    ['DE_at', 'de-AT'],
    ['sr-latn-rs', 'sr-Latn-RS'],
    ['gsw', 'gsw'],
    ['english', undefined],
    ['e', undefined],
    ['de-', undefined],
    ['de at', undefined],
    ['', undefined]
  ])('the tag %j', (value, expected) => {
    expect(readLanguageTag(value)).toBe(expected)
  })

  it('English has many tags', () => {
    expect(['en', 'en-GB', 'EN'].map(isEnglish)).toEqual([true, true, true])
    expect(['de', 'enm', 'und'].map(isEnglish)).toEqual([false, false, false])
  })
})

describe('an article in another language', () => {
  const scraped = `${german}\nBy Jane Roe 214 Views\n`

  it('gets one info that names the rules which did not run', () => {
    const {messages} = lintText(scraped, {ruleset: recommended})
    expect(messages.map(({ruleId, severity}) => [ruleId, severity])).toEqual([
      ['unsupported-language', 'info']
    ])
    const [message] = messages
    expect(scraped.slice(message?.start, message?.end)).toBe('Die Brücke am Wehr')
    const silent = recommended.rules.filter(({rule}) => !rule.anyLanguage).map(({rule}) => rule.id)
    for (const id of silent) expect(message?.note).toContain(id)
    expect(message?.note).not.toContain('empty-section')
  })

  it('is judged as English when the caller says so', () => {
    const ids = lintText(scraped, {ruleset: recommended, language: 'en'}).messages.map(({ruleId}) => ruleId)
    expect(ids).not.toContain('unsupported-language')
    expect(ids).toContain('byline-counter')
  })

  it('is silenced by a comment, like any message', () => {
    const text = `<!-- articlelint-disable-file unsupported-language -- ours -->\n\n${scraped}`
    expect(lintText(text, {ruleset: recommended}).messages).toEqual([])
  })

  it.each(names.filter((name) => name.startsWith('en-')))('%s gets none', (name) => {
    const ids = lintText(read(`languages/${name}`), {ruleset: recommended}).messages.map(({ruleId}) => ruleId)
    expect(ids).not.toContain('unsupported-language')
  })
})

describe('a run', () => {
  const files = {'de.md': german, 'en.md': english}
  const spoken = async (settings: Parameters<typeof lintFiles>[1], extra = {}): Promise<string[]> => {
    const cwd = makeFolder({...files, ...extra})
    const result = await lintFiles(['.'], {...settings, cwd, only: ['unsupported-language']})
    return result.files.filter(({messages}) => messages.length > 0).map((file) => file.path)
  }

  it('finds the language of each article', async () => {
    expect(await spoken({})).toEqual(['de.md'])
  })

  it('takes it from the config, and from the setting of the run before that', async () => {
    const config = {'.articlelintrc.json': '{"language": "en-GB"}'}
    expect(await spoken({}, config)).toEqual([])
    expect(await spoken({language: 'nl'}, config)).toEqual(['de.md', 'en.md'])
    expect(await spoken({language: 'en'})).toEqual([])
  })

  it('a config takes it from the one it extends', async () => {
    const cwd = makeFolder({
      '.articlelintrc.yaml': 'extends: ["./base.yaml"]\n',
      'base.yaml': 'language: de_at\n',
      'sub/.articlelintrc.yaml': 'extends: ["../base.yaml"]\nlanguage: fr\n'
    })
    const load = createConfigLoader({}, cwd)
    expect(resolveLanguage(await load(path.join(cwd, 'a.md')))).toBe('de-AT')
    expect(resolveLanguage(await load(path.join(cwd, 'sub/a.md')))).toBe('fr')
  })

  it('standard input has one too', async () => {
    const only = ['unsupported-language']
    const count = async (language?: string): Promise<number> =>
      (await lintInput(Buffer.from(german), {only, language})).files[0]?.messages.length ?? -1
    expect([await count(), await count('en')]).toEqual([1, 0])
  })

  it.each(['english', '', 'e', 5])('refuses the tag %j', async (language) => {
    const cwd = makeFolder({'.articlelintrc.json': JSON.stringify({language})})
    const error = await createConfigLoader({}, cwd)(path.join(cwd, 'a.md')).catch((fault) => fault)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error.message).toMatch(/^\.articlelintrc\.json:1:13: Unexpected value .* as `language`/)
    expect(() => createConfigLoader({language: language as string}, cwd)).toThrow(ConfigError)
  })
})
