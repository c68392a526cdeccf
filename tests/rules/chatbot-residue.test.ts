import {describe, expect, it} from 'vitest'
import {courtesies, offers, selves} from '../../rules/chatbot-residue/phrases.ts'
import rule from '../../rules/chatbot-residue/rule.ts'
import {createPhraseMatcher} from '../../src/document/prose/phrases.ts'
import {fixText} from '../../src/lint/fix.ts'
import {lintText} from '../../src/lint/index.ts'

const ruleset = {rules: [{rule, severity: 'error' as const, options: {}}]}

function lint(text: string): [messageId: string, at: string][] {
  const {messages, crashes} = lintText(text, {ruleset})
  expect(crashes).toEqual([])
  expect(messages.every(({ruleId}) => ruleId === rule.id)).toBe(true)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

const body = `# The oven of Lund

The oven of Lund was built of brick and stands beside the church.

Women of the village fired it on Fridays, and the bread was shared.

A frost broke the dome, and a mason from the valley mended it.

The last fire was lit in the year of the flood.
`
const onTop = (line: string): string => `${line}\n\n${body}`
const atEnd = (line: string): string => `${body}\n${line}\n`
const within = (line: string): string => body.replace('A frost', `${line}\n\nA frost`)

describe('words of a chatbot', () => {
  it.each([
    'This version',
    'The draft',
    'This revised version',
    'The rewritten draft',
    'This final rewrite',
    '“The new revision'
  ])('reports what was done to the text: %s', (subject) => {
    expect(lint(`${body}\n${subject} removes the long quotations, as requested.\n`)).toHaveLength(1)
  })

  it('at the end, also above a second copy of what was said before', () => {
    const offer = 'Let me know if you would like me to expand any of these sections!'
    const found = ['speech', 'Let me know if you would like me to expand']
    expect(lint(atEnd(offer))).toEqual([found])
    const again = body.split('\n\n').slice(0, 4).join('\n\n')
    expect(lint(`${atEnd(offer)}\n${again}\n`)).toEqual([found])
    const other = again.replaceAll(/oven|village|frost|fired/g, 'bridge')
    expect(lint(`${atEnd(offer)}\n${other}\n`)).toEqual([])
  })

  it.each([
    'Certainly! Here is a draft of the article you asked for:',
    'Sure! Here’s an 800-word article with headings:',
    'Of course! Below is the revised text.',
    'Absolutely, here is a polished version of your post',
    "Great! I've written an article about village ovens.",
    "Here's a rewritten version of your article:",
    'Sure, here are some keywords for search engines: oven, village, frost',
    'Certainly! Here it comes'
  ])('on top: %s', (line) => {
    expect(lint(onTop(line))).toEqual(line.endsWith('comes') ? [] : [['speech', line]])
  })

  it('on top twice: the colon of the first announces no quotation', () => {
    const line = 'Certainly! Here is a draft of the article you asked for:'
    const other = 'Sure! Here is another draft of the article for you:'
    expect(lint(onTop(`${line}\n\n${other}`))).toEqual([
      ['speech', line],
      ['speech', other]
    ])
    expect(lint(onTop(`${line}\n\n“${other}”`))).toEqual([['speech', line]])
    expect(lint(onTop(`The mason asked it for an article:\n\n${other}`))).toEqual([])
  })

  it('on top of plain text, where the first line is the title', () => {
    const line = 'Certainly! Here is a draft of the article you asked for:'
    expect(lint(onTop(line).replace('# ', ''))).toEqual([['speech', line]])
  })

  it.each([
    ['As an AI language model, I cannot taste it.', 'As an AI language model, I'],
    ['As an AI, I do not have access to ovens.', 'As an AI, I'],
    ["I'm sorry, but I can't fulfill that request.", "I'm sorry, but I can't fulfill"],
    ['As of my last knowledge update, it was cold.', 'As of my last knowledge update'],
    ['As of my last update in September 2021, it was cold.', 'As of my last update in September 2021'],
    ['My knowledge cutoff means that I may be wrong.', 'My knowledge cutoff'],
    ['However, as an AI language model, I have no nose.', 'as an AI language model, I'],
    ['Regenerate response', 'Regenerate response']
  ])('in the midst: %s', (line, at) => {
    expect(lint(within(line))).toEqual([['speech', at]])
  })

  it.each([
    ["Let me know if you'd like me to expand any section!", "Let me know if you'd like me to expand"],
    ['Would you also like a comparison table for this post?', 'Would you also like a comparison table'],
    ['Would you like me to turn this into a short post?', 'Would you like me to turn'],
    [
      'If you want, I can also write a shorter version of it.',
      'If you want, I can also write a shorter version'
    ],
    ['Is there anything else you would like me to add?', 'Is there anything else you would like me to add'],
    [
      'Feel free to let me know if you need further revisions.',
      'Feel free to let me know if you need further revisions'
    ]
  ])('at the end: %s', (line, at) => {
    expect(lint(atEnd(line))).toEqual([['speech', at]])
  })

  it.each([
    "Here's a polished and much shorter caption for your page:",
    'Certainly — here are five headlines for your page',
    'Got it, below are two captions for it',
    'Understood. I have drafted a summary of it',
    "Here's an 800-word humanized post about ovens"
  ])('on top, in other words: %s', (line) => {
    expect(lint(onTop(line))).toEqual([['speech', line]])
  })

  it.each(['Certainly! Here is the piece:', 'Of course! Here is what you asked for:'])(
    'on top, a handover that ends in a colon: %s',
    (line) => {
      expect(lint(onTop(line))).toEqual([['speech', line]])
    }
  )

  it.each([
    'It is sure! Here is a draft of the article you asked for:',
    'Of course. Here it comes:',
    'There is a rewritten version of your article:',
    "Here's a newly laid road",
    "Here's a version of the story"
  ])('on top, not: %s', (line) => {
    expect(lint(onTop(line))).toEqual([])
  })

  it('on the third line only after words of assent', () => {
    const line = "Here's a rewritten version of your article:"
    expect(lint(within(line))).toEqual([])
    expect(lint(within(`Certainly! ${line}`))).toEqual([['speech', `Certainly! ${line}`]])
  })

  it.each(['said', 'responds', 'answers', 'prints', 'told us', 'calls', 'called', 'asked', 'the prompt'])(
    'in the midst, but not told: %s',
    (verb) => {
      expect(lint(within(`The thing ${verb} that as an AI language model, I cannot taste.`))).toEqual([])
      expect(lint(within(`The thing ${verb} that. As an AI language model, I cannot taste.`))).toHaveLength(1)
    }
  )

  it.each([
    'ChatGPT',
    'Chat-bots',
    'chatbots',
    'a language model',
    'LLMs',
    'GPT-4o',
    'generative AI',
    'prompt engineering'
  ])('not in an article about %s', (topic) => {
    const text = within('As an AI language model, I cannot bake.').replace(
      'oven of Lund\n',
      `oven and ${topic}\n`
    )
    expect(lint(text)).toEqual([])
  })

  it('quotes no more than 60 letters of it in its reason', () => {
    const line = `Certainly! Here is a draft of the article ${'about ovens and bread '.repeat(6)}you asked for:`
    const [message] = lintText(onTop(line), {ruleset}).messages
    expect(message?.reason).toContain(`\`${line.slice(0, 60)}…\``)
  })

  it('says a courtesy only beside something surer', () => {
    expect(lint(atEnd('I hope this helps!'))).toEqual([])
    expect(lint(`${onTop('Certainly! Here is the article:')}\nI hope this helps!\n`)).toEqual([
      ['speech', 'Certainly! Here is the article:'],
      ['speech', 'I hope this helps']
    ])
  })

  it.each([
    ['a quotation', within('The machine wrote “As an AI language model, I cannot bake” on the slip.')],
    ['a quotation in straight marks', within('It wrote "As of my last knowledge update" on the slip.')],
    ['code', within('The line `As an AI language model, I cannot` was cut.')],
    ['italics', within('*As an AI language model, I cannot bake.*')],
    ['words after a colon', within('It wrote back: As an AI language model, I cannot bake.')],
    ['words after a saying verb', within('It answered that as an AI language model, I would not like it.')],
    [
      'a paragraph announced by a colon',
      within('This is what it wrote:\n\nAs an AI language model, I cannot bake.')
    ],
    ['a block quote', within('> As an AI language model, I cannot bake.')],
    ['somebody else', within('As an AI language model, Ofen is small.')],
    ['a person who answers', onTop('Of course, here is where the story begins.')],
    ['a person who agrees', onTop('Sure, here is how we built the oven.')],
    ['a person who offers', atEnd("Let me know if you'd like me to cover other villages.")],
    ['a person who is sorry', within("I'm sorry, but I can't help liking dark bread.")],
    ['a person who updates', within('As of my last update in the diary, the dome was whole.')],
    [
      'an offer in the midst',
      `${body.replace('Women', 'Would you like me to turn it on? Women')}\n\nOne.\n\nTwo.\n\nThree.\n`
    ]
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(text)).toEqual([])
  })

  it('leaves the examples of an article about chatbots alone, not its own first words', () => {
    const text = within('As an AI language model, I cannot bake.\n\nRegenerate response').replace(
      'oven of Lund\n',
      'chatbot of Lund\n'
    )
    expect(lint(text)).toEqual([])
    const line = 'Certainly! Here is an article about chatbots:'
    expect(lint(`${line}\n\n${text}`)).toEqual([['speech', line]])
    expect(
      lint(within('As an AI language model, I cannot bake.\n\nChatGPT can.\n\nSo can Claude.\n\nAnd an LLM.'))
    ).toEqual([])
    const sources = [1, 2, 3].map((page) => `See https://a.example/${page}?ref=openai`)
    expect(lint(within(`As an AI language model, I cannot bake.\n\n${sources.join('\n\n')}`))).toEqual([
      ['speech', 'As an AI language model, I']
    ])
  })
})

describe('marks', () => {
  it.each([
    ':contentReference[oaicite:2]{index=2}',
    ':contentReference[oaicite:12]{index=12}',
    ':contentReference[oaicite:3]',
    'turn10sports3',
    '【12†source】',
    '【4:1†report.pdf】',
    'citeturn0search1',
    'turn0search1turn2view0',
    '[oaicite:4]'
  ])('%s', (mark) => {
    expect(lint(within(`It is old ${mark}. It is of brick ${mark}.`))).toEqual([['mark', mark]])
  })

  it.each([
    ['code', '`turn0search1`'],
    ['a quotation', '“turn0search1”'],
    ['a turn', 'turn 0, search 1, return0']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(within(`It is old ${text}.`))).toEqual([])
  })
})

describe('sources of links', () => {
  it.each([
    ['[a](https://a.example/?utm_source=chatgpt.com)', '[a](https://a.example/)'],
    ['[a](https://a.example/b?utm_source=chatgpt.com "T")', '[a](https://a.example/b "T")'],
    ['[a](<https://a.example/b?utm_source=openai>)', '[a](<https://a.example/b>)'],
    ['[a](https://a.example/b?utm_source=openai&c=1)', '[a](https://a.example/b?c=1)'],
    ['[a](https://a.example/b?utm_source=openai&amp;c=1)', '[a](https://a.example/b?c=1)'],
    ['[a](https://a.example/b?c=1&utm_source=chatgpt.com)', '[a](https://a.example/b?c=1)'],
    ['[a](https://a.example/b?c=1&utm_source=chatgpt.com&d=2)', '[a](https://a.example/b?c=1&d=2)'],
    ['[a](https://a.example/b?c=1&amp;utm_source=chatgpt.com#d)', '[a](https://a.example/b?c=1#d)'],
    ['[a](https://a.example/b?utm_source=perplexity#d)', '[a](https://a.example/b#d)'],
    ['<https://a.example/b?utm_source=chatgpt.com>', '<https://a.example/b>'],
    ['https://a.example/b?utm_source=chatgpt.com', 'https://a.example/b'],
    ['[a]\n\n[a]: https://a.example/b?utm_source=chatgpt.com', '[a]\n\n[a]: https://a.example/b']
  ])('%s', (bad, good) => {
    const text = `See ${bad}\n`
    expect(lint(text)).toEqual([['source', /utm_source=[a-z.]+/.exec(bad)?.[0]]])
    const fixed = fixText(text, (value) => lintText(value, {ruleset}))
    expect(fixed.text).toBe(`See ${good}\n`)
    expect(lint(fixed.text)).toEqual([])
  })

  it.each([
    ['a source in the words of a link', '[utm_source=chatgpt.com **and** more](https://a.example/)'],
    ['another source', '[a](https://a.example/?utm_source=newsletter)'],
    ['a longer name', '[a](https://a.example/?utm_source=chatgpt.community)'],
    ['code', '`https://a.example/?utm_source=chatgpt.com`'],
    ['the words of a link', '[`?utm_source=chatgpt.com`](https://a.example/)']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(`See ${text} now.\n`)).toEqual([])
  })
})

it('its phrases can be read, each by itself', () => {
  for (const phrase of [...selves, ...offers, ...courtesies])
    expect(() => createPhraseMatcher([phrase]).match([])).not.toThrow()
})
