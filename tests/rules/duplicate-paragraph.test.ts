import {describe, expect, it} from 'vitest'
import rule from '../../rules/duplicate-paragraph/rule.ts'
import {createDocument} from '../../src/document/index.ts'
import {mdx} from '../../src/document/parse/mdx.ts'
import {lintRule} from '../setup/lint-rule.ts'

const lint = (text: string): [kind: string | undefined, at: string, fixed: boolean][] =>
  lintRule(rule, text).map(({messageId, start, end, fix}) => [
    messageId,
    text.slice(start, end),
    fix !== undefined
  ])
const kindsOf = (text: string) => lint(text).map(([kind]) => kind)

const keeper =
  'The keeper rows out twice a week, trims the wick, winds the clockwork and writes the weather into a book nobody reads.'
const storms = 'Winter storms have moved the stones of the landing three times since the tower was built.'
const oil = 'The harbour board sends two barrels in spring and one in autumn, and nobody asks for more.'
const rules = (page: string) =>
  `Before you climb the tower, read the [rules of the harbour](${page}), and leave your dog with the keeper.`
const join = (...parts: string[]) => `${parts.join('\n\n')}\n`

describe('links', () => {
  const links = (first: string, second: string, below = '') =>
    kindsOf(join(rules(first), storms, rules(second), oil, below))

  it('of the same address make a copy, however that is written', () => {
    for (const [first, second] of [
      ['https://reef.org/rules', 'https://reef.org/rules'],
      ['https://reef.org/rules', 'http://www.reef.org/rules/'],
      ['https://reef.org/rules', '/rules'],
      ['https://reef.org/rules', 'https://reef.org/rules?utm_source=mail']
    ])
      expect(links(first as string, second as string)).toEqual(['exact'])
  })

  it('of another address say something else', () => {
    expect(links('/rules/north', '/rules/south')).toEqual([])
    expect(links('/rules#north', '/rules#south')).toEqual([])
  })

  it('may be references, or HTML', () => {
    const reference = (label: string) => rules('x').replace('(x)', `[${label}]`)
    const text = (label: string) =>
      join(
        reference('north'),
        storms,
        reference(label),
        oil,
        '[north]: /rules/north\n[south]: /rules/south\n[n]: /rules/north'
      )
    expect(kindsOf(text('south'))).toEqual([])
    expect(kindsOf(text('n'))).toEqual(['exact'])
    const html = (page: string) => rules('x').replace('[', `<a href="${page}">`).replace('](x)', '</a>')
    expect(kindsOf(join(html('/north'), storms, html('/south')))).toEqual([])
    expect(kindsOf(join(html('/north'), storms, html('/north')))).toEqual(['exact'])
  })

  it('that only one of them has say nothing else', () => {
    const bare = rules('x').replace(/[[\]]|\(x\)/g, '')
    expect(kindsOf(join(rules('/north'), storms, bare))).toEqual(['exact'])
  })

  it('count for little in a long text', () => {
    const long = (page: string) => `${rules(page)} ${keeper} ${storms} ${oil}`
    expect(kindsOf(join(long('/north'), 'A gull.', long('/south')))).toEqual(['exact'])
  })

  it('of another address keep a copy of a third one', () => {
    expect(lint(join(rules('/north'), storms, rules('/south'), oil, rules('/south')))).toHaveLength(1)
  })
})

describe('what is cited', () => {
  it('in quotation marks is no copy', () => {
    expect(
      kindsOf(join(storms, oil, `Her letter begins with the words “${storms}” and ends with a joke.`))
    ).toEqual([])
    expect(
      kindsOf(join(storms, oil, `Her letter begins with the words: ${storms} It ends with a joke.`))
    ).toEqual(['contained'])
  })

  it('in quotation marks both times is a copy', () => {
    expect(kindsOf(join(keeper, `“${storms}”`, oil, `“${storms}”`))).toEqual(['exact'])
  })

  it('as the words of a link names another page', () => {
    const name = 'The long winter on the reef, and what the keeper wrote into the book of the tower'
    expect(
      kindsOf(
        join(`_This is part two of [${name}](/winter)._`, storms, `- [${name}](/winter)`, `- [Spring](/s)`)
      )
    ).toEqual([])
    const literal = `[${name}]({{< ref "winter.md" >}})`
    expect(kindsOf(join(`_This is part two of ${literal}._`, storms, `- ${literal}`, '- Spring'))).toEqual([])
    expect(kindsOf(join(`This is part two of ${name}.`, storms, `- ${name}`, '- Spring'))).toEqual([
      'contained'
    ])
  })

  it('in a block quote of HTML is quoted', () => {
    expect(
      kindsOf(join(storms, oil, '<blockquote>', storms, '</blockquote>', oil.replace('two', 'six')))
    ).toEqual([])
  })
})

describe('what leads on', () => {
  const lead = 'To get to the tower on a day with much wind, take these things with you into the boat:'

  it('leaves alone a sentence with a colon above another list', () => {
    expect(kindsOf(join(lead, '- a rope', storms, lead, '- a lamp'))).toEqual([])
    expect(kindsOf(join(lead, '- a rope', storms, lead, oil))).toEqual(['exact'])
  })

  it('leaves alone a sentence with a colon above another text', () => {
    expect(kindsOf(join(lead, keeper, storms, lead, oil))).toEqual([])
    expect(kindsOf(join(lead, `> ${keeper}`, storms, lead, `> ${oil}`))).toEqual([])
    expect(kindsOf(join(lead, oil, storms, lead, oil))).toEqual(['exact', 'exact'])
    expect(kindsOf(join(lead.replace(':', '.'), keeper, storms, lead.replace(':', '.'), oil))).toEqual([
      'exact'
    ])
  })

  it('judges the whole paragraph', () => {
    expect(kindsOf(join(`${oil} ${lead}`, '- a rope', storms, `${oil} ${lead}`, '- a lamp'))).toEqual([
      'exact'
    ])
  })

  it('reports, and does not take away, what stands above code, a list or a table', () => {
    for (const below of ['```\nrow\n```', '- a rope', '| a |\n| --- |\n| b |'])
      expect(lint(join(storms, oil, storms, below))).toEqual([['exact', storms, false]])
    expect(lint(join(storms, oil, storms, 'A gull.'))).toEqual([['exact', storms, true]])
    // What stands in the next line goes on with it.
    expect(lint(join(storms, oil, `${storms}\n> A gull.`))).toEqual([['exact', storms, false]])
    expect(lint(join(storms, oil, `${storms}\n## Gulls`, 'A gull.'))).toEqual([['exact', storms, true]])
  })

  it('leaves alone words of the text that are set beside it', () => {
    const around = (block: string) => kindsOf(join(`${oil} ${keeper} Then it is day.`, block, storms))
    for (const block of [
      `**${keeper}**`,
      `_${keeper}_`,
      `<aside>\n\n${keeper}\n\n</aside>`,
      `<div class="pull-quote">\n\n${keeper}\n\n</div>`,
      `::: pullquote\n${keeper}\n:::`
    ])
      expect(around(block), block).toEqual([])
    for (const block of [keeper, `**The** ${keeper.slice(4)}`, `<div class="wide">\n\n${keeper}\n\n</div>`])
      expect(around(block), block).toEqual(['contained'])
    expect(kindsOf(join(storms, `**${keeper}**`, oil, `**${keeper}**`))).toEqual(['exact'])
  })

  it('leaves alone questions in bold or italics that several people answer', () => {
    const question =
      '**What does the keeper do when the wind is too strong for the boat, and the oil is low?**'
    const other = '_And what did the harbour board say when the oil was gone before Christmas? Was it new?_'
    expect(kindsOf(join('## Ann', question, keeper, '## Bert', question, oil))).toEqual([])
    expect(
      kindsOf(join(rules('/y'), question, keeper, other, storms, question, oil, other, 'Nothing at all.'))
    ).toEqual([])
    // One question in one section, or the same answer.
    expect(kindsOf(join(rules('/y'), question, keeper, storms, question, oil))).toEqual(['exact'])
    expect(kindsOf(join('## Ann', question, keeper, '## Bert', question, keeper))).toEqual(['exact', 'exact'])
    expect(kindsOf(join('## Ann', question, '## Bert', question, oil))).toEqual(['exact'])
    expect(kindsOf(join('## Ann', question.replaceAll('*', ''), keeper, '## Bert', question, oil))).toEqual([
      'exact'
    ])
  })

  it('leaves alone who said the words above, behind a dash', () => {
    const name =
      '– Ann Lee, Head Keeper of the Northern Reef Light, Harbour Board of the Outer Islands and the Sound'
    expect(kindsOf(join(keeper, name, oil, name))).toEqual([])
    expect(kindsOf(join(keeper, `${name}.`, oil, `${name}.`))).toEqual(['exact'])
    expect(kindsOf(join(keeper, name.slice(2), oil, name.slice(2)))).toEqual(['exact'])
    expect(kindsOf(join(keeper, name, storms, keeper, name))).toEqual(['exact', 'exact'])
    expect(kindsOf(join(keeper, name, '---', name))).toEqual(['exact'])
  })

  it('leaves alone a question of a list above its answer', () => {
    const question = 'What does the keeper do when the wind is too strong for the boat?'
    expect(kindsOf(join(`- ${question}\n- Who pays?`, storms, question, oil))).toEqual([])
    expect(kindsOf(join(`- ${question}\n- Who pays?`, storms, `- ${question}\n\n  ${oil}`))).toEqual([])
    expect(kindsOf(join(keeper, question, storms, question, oil))).toEqual(['exact'])
    expect(kindsOf(join(`- ${question}\n- Who pays?`, storms, `- ${question}\n- Who knows?`))).toEqual([
      'exact'
    ])
  })
})

describe('what is said of each part', () => {
  const form = (name: string, needs: string) =>
    join(`## ${name}`, `**State:** ${storms}`, `**Needs:** ${needs}`)

  it('leaves alone the fields of a form', () => {
    expect(kindsOf(`${form('North', 'A rope.')}\n${form('South', 'Paint.')}`)).toEqual([])
    const outside = form('South', 'Paint.').replaceAll(':**', '**:')
    expect(kindsOf(`${form('North', 'A rope.')}\n${outside}`)).toEqual([])
  })

  it('reports a form that stands there twice, and a label that is none of a form', () => {
    expect(kindsOf(`${form('North', 'A rope.')}\n${form('South', 'A rope.')}`)).toEqual(['exact'])
    const single = (name: string) => join(`## ${name}`, `**State:** ${storms}`, oil.slice(0, 40))
    expect(kindsOf(`${single('North')}\n${single('South')}`)).toEqual(['exact'])
    expect(
      kindsOf(join('## North', `**State:** ${storms}`, `**State:** ${storms}`, '**Needs:** A rope.'))
    ).toEqual(['exact'])
  })

  it('leaves alone a note in italics in several items', () => {
    expect(kindsOf(`- North\n\n  *${storms}*\n\n- South\n\n  *${storms}*\n`)).toEqual([])
    expect(kindsOf(join('## North', oil, `*${storms}*`, '## South', keeper, `*${storms}*`))).toEqual([
      'exact'
    ])
    expect(kindsOf(join(`*${storms}*`, oil, `*${storms}*`))).toEqual(['exact'])
    expect(kindsOf(join('## North', oil, `*${storms}*`, '## South', keeper, storms))).toEqual(['exact'])
  })

  it('leaves alone what a reference says of two functions, commands or options', () => {
    const entries = (first: string, second: string) =>
      kindsOf(join(first, oil, storms, second, keeper, storms))
    expect(entries('## `light(lamp)`', '## `dim(lamp)`')).toEqual([])
    expect(entries('## light(lamp)', '## dim(lamp)')).toEqual([])
    expect(entries('## Event: `light`', '## Event: `dim`')).toEqual([])
    expect(entries('## `light`\n\n### Use', '## `dim`\n\n### Use')).toEqual([])
    expect(entries('## `light`\n\n### Use', '### More')).toEqual(['exact'])
    expect(entries('## How we lost `light` in the storm', '## How we lost `dim` in the storm')).toEqual([
      'exact'
    ])
    expect(entries('## Light (lamp)', '## Dim (lamp)')).toEqual(['exact'])
    expect(entries('## lightLamp', '## lamp.dim')).toEqual([])
    expect(entries('## --light', '## light')).toEqual([])
    expect(entries('## iLamp', '## eLamp')).toEqual(['exact'])
    expect(entries('## Light', '## Dim')).toEqual(['exact'])
  })

  it('leaves alone an option in the lists of two sections', () => {
    const option = '- `wick`: How far the wick stands out of the lamp, in parts of an inch, from one to nine.'
    expect(kindsOf(join('## Light', oil, option, '## Dim', keeper, option))).toEqual([])
    expect(kindsOf(join('## Light', oil, option, keeper, option))).toEqual(['exact'])
    const plain = option.replaceAll('`', '')
    expect(kindsOf(join('## Light', oil, plain, '## Dim', keeper, plain))).toEqual(['exact'])
  })
})

it('takes no list of the same people for a reworded text', () => {
  const people =
    'Ada Brandt, Jon Eklund, Mira Sol, Piet de Vries, Lena Aho, Tom Rask, Ines Holt, Karl Vik, Nora Lind and Ole Berg'
  expect(
    kindsOf(join(`Those who helped us last winter were ${people}.`, oil, `Med var i vinter ${people}.`))
  ).toEqual([])
  expect(kindsOf(join(`Thanks go to ${people}.`, oil, `Thanks go to ${people}.`))).toEqual(['exact'])
})

describe('items of two lists', () => {
  const key = 'Fetch the brass key of the lamp room from the hook behind the door of the kitchen.'
  const wick = 'Trim the wick with the small scissors until the flame no longer flickers in the glass.'
  const rope = 'Bring a rope of forty feet.'
  const bread = 'Bring bread for a week.'
  const boots = 'Bring two pairs of boots.'
  const numbered = (...items: string[]) => items.map((item, index) => `${index + 1}. ${item}`).join('\n')
  const bullets = (...items: string[]) => items.map((item) => `- ${item}`).join('\n')
  const text = (one: string, two: string) =>
    kindsOf(join('# A lamp', '## At dusk', 'At dusk:', one, '## At dawn', 'At dawn:', two))

  it('are steps, where each procedure has others as well', () => {
    expect(text(numbered(key, rope), numbered(key, bread))).toEqual([])
    expect(text(numbered(key, wick, rope), numbered(key, wick, bread))).toEqual([])
    expect(text(numbered(key, wick), numbered(key, wick))).toEqual(['exact', 'exact'])
  })

  it('are copies where most of a procedure stands below one heading twice', () => {
    const below = (...parts: string[]) => kindsOf(join('# A lamp', '## At dusk', ...parts))
    expect(below(numbered(key, wick, rope), 'Or:', numbered(key, wick, bread))).toEqual(['exact', 'exact'])
    expect(below(numbered(key, boots, rope), 'Or:', numbered(key, wick, bread))).toEqual([])
  })

  it('are steps with boxes to check, or with code between them', () => {
    const boxes = (...items: string[]) => bullets(...items.map((item) => `[ ] ${item}`))
    expect(text(boxes(key, wick, rope), boxes(key, wick, bread))).toEqual([])
    const command = (...items: string[]) => bullets(`${rope}\n\n      lamp --on`, ...items)
    expect(text(command(key, wick), command(key, wick, bread))).toEqual([])
    expect(text(bullets(key, wick, rope), bullets(key, wick, bread))).toEqual(['exact', 'exact'])
  })

  it('are steps below the item of another list', () => {
    const inner = (...items: string[]) => `1. Go up.\n${items.map((item) => `   - ${item}`).join('\n')}`
    expect(text(inner(key, wick, rope), inner(key, wick, bread))).toEqual([])
    expect(text(inner(key, wick), inner(key, wick))).toEqual(['exact', 'exact'])
  })

  it('are fields of a form that is filled in again and again', () => {
    const form = (cause: string, effect = storms) =>
      bullets('Danger: small', `Effect: ${effect}`, `Cause: ${cause}`)
    const third = join('## At noon', form('no glass', 'none'))
    expect(text(form('no oil'), join(form('no wick'), third))).toEqual([])
    expect(text(form('no oil'), join(form('no oil'), third))).toEqual(['exact'])
    // In one section too, below names.
    const below = (cause: string) =>
      kindsOf(join(form('no oil'), 'North:', form(cause), 'South:', form('no glass', 'none')))
    expect(below('no wick')).toEqual([])
    expect(below('no oil')).toEqual(['exact'])
    expect(text(form('no oil'), form('no wick'))).toEqual(['exact'])
  })

  it('are meant where most of one list is its own', () => {
    expect(text(bullets(key, rope, bread), bullets(key, boots, wick))).toEqual([])
    expect(text(bullets(key, rope), bullets(key, rope, bread))).toEqual(['exact'])
    expect(text(bullets(key), bullets(key))).toEqual(['exact'])
  })

  it('are meant where the lists differ and each has a lead-in of its own', () => {
    const led = (one: string, two: string, items = bullets(key, rope), others = bullets(key, rope, bread)) =>
      kindsOf(join('# A lamp', '## At dusk', one, items, '## At dawn', two, others))
    const [bell, lamp] = ['Who rings the bell takes:', '**Who trims the lamp takes:**']
    expect(led(bell, lamp)).toEqual([])
    expect(led(bell, lamp, bullets(key, rope), bullets(rope, key))).toEqual(['exact'])
    expect(led(bell, bell)).toEqual(['exact'])
    expect(led(bell, lamp.replace(':', '.'))).toEqual(['exact'])
    const long = `${key} ${wick}`
    expect(led(bell, lamp, bullets(long), bullets(long, boots))).toEqual(['exact'])
    const inner = (...leads: string[]) =>
      kindsOf(leads.map((lead) => `- ${lead}\n  - ${key}\n  - ${rope}\n`).join(''))
    expect(inner(bell, lamp)).toEqual([])
    expect(inner('Dusk:', 'Dawn:')).toEqual(['exact'])
  })

  it('are meant below two items of one list that have others as well', () => {
    const days = (one: string[], two: string[]) =>
      kindsOf(
        [
          ['Monday', ...one],
          ['Friday', ...two]
        ]
          .map(([day, ...items]) => `- ${day}\n${items.map((item) => `  - ${item}\n`).join('')}`)
          .join('')
      )
    expect(days([rope, boots, key], [bread, wick, key])).toEqual([])
    expect(days([rope, key], [rope, key])).toEqual(['exact'])
    expect(days([rope, key, bread, key], [wick])).toEqual(['exact'])
  })

  it('are in one list where only a line of the page stands between', () => {
    const around = (line: string, other: string) =>
      kindsOf(join('# A lamp', storms, bullets(key, rope, bread), line, other))
    expect(around('Comments', bullets(key, boots, wick))).toEqual(['exact'])
    expect(around('And more:', bullets(key, boots, wick))).toEqual([])
    expect(around('Comments', bullets(key, boots, wick).replaceAll('- ', '* '))).toEqual([])
  })

  it('are copies in one list, and where a list was reworded', () => {
    expect(kindsOf(numbered(key, rope, key))).toEqual(['exact'])
    const crew = (word: string, from: string, stairs: string) =>
      `${word} spring four men scrape the rust ${from} the gallery rail, paint the door red and carry new glass up the ${stairs} stairs, because salt and wind have eaten the old panes by then.`
    const [first, later] = [crew('Every', 'from', 'narrow'), crew('Each', 'off', 'steep')]
    expect(text(numbered(first, wick), numbered(later, wick))).toEqual(['near'])
    expect(text(bullets(first, wick), bullets(later, wick))).toEqual(['near', 'exact'])
    expect(text(numbered(first, rope, bread), numbered(later, boots, wick))).toEqual([])
    expect(text(bullets(key, rope), key)).toEqual(['exact'])
  })
})

describe('what a reader has to do', () => {
  const code = (word: string) => `\`\`\`sh\nlamp --${word}\n\`\`\``
  const lead =
    'Here is what the lamp of the south tower says to the harbour each morning before the first boat'
  const text = (one: string, two: string, [above, below] = [code('on'), code('off')]) =>
    lint(join('# A lamp', '## Dusk', above, one, 'A gull.', '## Dawn', below, two, 'A boat.'))

  it.each([
    'Open the valve below the tank and wait until the glass on the wall is full of oil.',
    'Next, open the valve below the tank until the glass on the wall is full of oil.',
    'To fill the glass on the wall, open the valve below the tank and wait for the oil.',
    'After the last boat has come home you should hear the oil run into the glass on the wall.',
    'Once the oil has run into the glass on the wall, you’ll hear the lamp say its name.'
  ])('stands in two sections with commands: %s', (step) => {
    expect(text(step, step)).toEqual([])
    const [found] = text(step, step, ['Oil is dear.', code('off')])
    expect(found).toEqual(['exact', step, false])
  })

  it('is no text about the lamp, and none in the same section', () => {
    // The fix leaves alone what stands right below code.
    expect(text(storms, storms)).toEqual([['exact', storms, false]])
    const long = `${keeper} ${storms}`
    expect(text(long, long, ['Dusk is near.', 'Dawn is near.'])).toEqual([['exact', long, true]])
    const open = 'Open the valve below the tank and wait until the glass on the wall is full of oil.'
    expect(
      kindsOf(join('# A lamp', '## Dusk', code('on'), open, 'A gull.', code('off'), open, 'A boat.'))
    ).toEqual(['exact'])
  })

  it('is short', () => {
    const long = `Open the valve below the tank. ${keeper} ${storms}`
    expect(text(long, long).map(([kind]) => kind)).toEqual(['exact'])
  })

  it('may lead to code without a colon, below another heading', () => {
    const above = (...words: string[]) =>
      kindsOf(join('# A lamp', ...words.flatMap((word) => [lead, code(word)])))
    expect(above('on', 'off')).toEqual(['exact'])
    expect(kindsOf(join('# A lamp', '## Dusk', lead, code('on'), '## Dawn', lead, code('off')))).toEqual([])
    expect(kindsOf(join('# A lamp', '## Dusk', lead, code('on'), '## Dawn', lead, 'It rains.'))).toEqual([
      'exact'
    ])
    const long = `${keeper} ${storms} ${lead}`
    expect(kindsOf(join('# A lamp', '## Dusk', long, code('on'), '## Dawn', long, code('off')))).toEqual([
      'exact'
    ])
  })
})

describe('the fix', () => {
  const fixes = (...parts: string[]) => lint(join('# Two leaks', ...parts)).map(([, , fixed]) => fixed)
  const back = 'It then shuts by itself, and the keeper may go back to the kitchen and sleep until dawn.'
  const these = 'If you want to hear more of how these leaks were mended, ask the keeper in the kitchen.'
  const later =
    'Ask the keeper in the kitchen how the seams were mended that year. They had been dry for long.'

  it('leaves what begins with “it” below other words', () => {
    expect(fixes(storms, back, oil, back)).toEqual([false])
    expect(fixes(storms, back, back)).toEqual([true])
    expect(fixes(storms, later, oil, later)).toEqual([true])
  })

  it('leaves what may end a list of steps', () => {
    const steps = '1. Row out.\n2. Climb the tower.'
    expect(fixes('## Dusk', steps, keeper, '## Dawn', '1. Put out the lamp.', keeper, oil)).toEqual([false])
    expect(fixes('## Dusk', steps, keeper, keeper)).toEqual([true])
    const long = `${keeper} ${storms}`
    expect(fixes('## Dusk', steps, long, '## Dawn', oil, long)).toEqual([true])
  })

  it('leaves what speaks of “these” in its first sentence below another heading', () => {
    expect(fixes('## The bow', these, storms, '## The stern', these, oil)).toEqual([false])
    expect(fixes('## The bow', these, storms, these)).toEqual([true])
    const second = `${keeper} ${these}`
    expect(fixes('## The bow', second, storms, '## The stern', second, oil)).toEqual([true])
  })
})

it('a question above a block quotation is put to somebody else', () => {
  const question = (word: string) =>
    `What is the ${word} that you have seen from the gallery of the tower on the reef?`
  const ask = (words: string[], answers: string[]) =>
    kindsOf(
      join(
        '# Four keepers',
        ...answers.flatMap((answer) => words.flatMap((word) => [question(word), answer + word]))
      )
    )
  expect(ask(['best', 'worst'], ['> Fog. The ', '> Ice. The '])).toEqual([])
  expect(ask(['best', 'worst'], ['Fog. The ', 'Ice. The '])).toEqual(['exact', 'exact'])
  expect(ask(['best', 'worst'], ['> Fog. The ', '> Fog. The '])).toEqual(['exact', 'exact'])
})

it('items of one list may say nearly the same of two names in code', () => {
  const item = (name: string, rest: string) =>
    `- ${name} opens the page of the harbour board on which all the work is listed that ${rest} take on by day or by night.`
  const both = (one: string, two: string) =>
    kindsOf(join(`${item(one, 'a keeper may')}\n${item(two, 'any keeper can')}`))
  expect(both('`work lamp`', '`work oil`')).toEqual([])
  expect(both('`work`', '`work`')).toEqual(['near'])
  expect(both('It', 'It')).toEqual(['near'])
})

it('code says something else with other signs or another case', () => {
  const row = (code: string) =>
    `The pattern ${code} takes in all the files of the folder in which the keeper writes.`
  const both = (first: string, second: string) => kindsOf(join(row(first), storms, row(second)))
  expect(both('`log/*`', '`log/**`')).toEqual([])
  expect(both('`Log`', '`log`')).toEqual([])
  expect(both('`log/*`', '`log/*`')).toEqual(['exact'])
  expect(both('`log/*`', 'log/*')).toEqual(['exact'])
})

describe('two editions', () => {
  const editions = (first: string, second: string) =>
    kindsOf(join('# Letters from the reef', `## ${first}`, keeper, storms, `## ${second}`, keeper, oil))

  it.each([
    ['2.1.0', '2.0.0'],
    ['v2.1', 'v2.0-beta.2'],
    ['[2.1] - 2021-05-03', '[2.0] - 2021-04-01'],
    ['2.1 (May 2021)', '2.0 (April 2021)'],
    ['Version 3: the lamp', 'Version 2: the oil'],
    ['Release 3', 'Release 2'],
    ['May 3rd, 2021', 'Apr 1, 2021'],
    ['Monday, 3 May 2021', '1. April 2021'],
    ['2021-05-03', '2021-04-01 – the oil']
  ])('say each what the other one says: %s, %s', (first, second) => {
    expect(editions(first, second)).toEqual([])
  })

  it.each([
    ['2.1 The lamp', '2.2 The oil'],
    ['2.1: The lamp', '2.2: The oil'],
    ['2', '3'],
    ['2021', '2020'],
    ['Version control', 'Release the lamp'],
    ['1.000 lamps', '2.000 lamps'],
    ['2.1.0', 'The oil'],
    ['The lamp of May 3, 2021', 'The oil of April 1, 2021']
  ])('are not the parts of a text: %s, %s', (first, second) => {
    expect(editions(first, second)).toEqual(['exact'])
  })

  it('may have parts; the same in one of them is a copy', () => {
    const part = (...parts: string[]) => join('### The keeper', keeper, ...parts)
    expect(kindsOf(join('# Letters', '## 2.1.0', part(), '## 2.0.0', part()))).toEqual([])
    expect(kindsOf(join('# Letters', '## 2.1.0', part('### Again', keeper, oil)))).toEqual(['exact'])
  })
})

describe('two ways to do the same', () => {
  const tabs = (open: (name: string) => string, close: string, between = '') =>
    join('# A lamp', open('oil'), keeper, close, between, open('gas'), keeper, close)

  it('may stand in tabs', () => {
    expect(kindsOf(tabs((name) => `<div class="${name}">`, '</div>'))).toEqual([])
    expect(kindsOf(tabs((name) => `<div\n  class="${name}"\n>`, '</div>'))).toEqual([])
    expect(kindsOf(tabs((name) => `::: tab ${name}`, ':::'))).toEqual([])
    expect(kindsOf(tabs((name) => `//// tab | ${name}`, '////'))).toEqual([])
    expect(kindsOf(tabs((name) => `{% tab title="${name}" %}`, '{% endtab %}'))).toEqual([])
    expect(kindsOf(tabs((name) => `{{% tab "${name}" %}}`, '{{% /tab %}}'))).toEqual([])
    expect(kindsOf(tabs((name) => `{{< way "${name}" >}}\n{{< icon />}}`, '{{< /way >}}'))).toEqual([])
    const lead = (name: string) => `{% tab title="${name}" %}\nBring matches.`
    expect(kindsOf(join('# A lamp', lead('oil'), keeper, '{% endtab %}', lead('gas'), keeper))).toEqual([])
    expect(kindsOf(join('# A lamp', lead('oil'), keeper, '{% endtab %}', lead('oil'), keeper))).toEqual([
      'exact'
    ])
    const [one, two] = ['oil', 'gas'].map((name) => `<div class="${name}">\n\n${keeper}\n\n</div>`)
    expect(kindsOf(join(`- Light it.\n\n  ${`${one}\n${two}`.replaceAll('\n', '\n  ')}`))).toEqual([])
    expect(kindsOf(`${one}\n${two}`.replace('</div>\n<', '</div><'))).toEqual([])
  })

  it('may not stand in two notes, of which one would be left in part', () => {
    const note = (mark: string) => join(`${mark} note`, keeper, `${mark}`)
    for (const mark of [':::', '///'])
      expect(lint(join('# A lamp', note(mark), oil, note(mark)))).toEqual([['exact', keeper, false]])
  })

  it('may stand in tabs of MDX', () => {
    const text = (first: string, second: string) =>
      join('<Tabs>', `<Tab ${first}>`, keeper, '</Tab>', `<Tab ${second}>`, keeper, '</Tab>', '</Tabs>')
    const countOf = (article: string) => createDocument(article, 'a.mdx', {parser: mdx}).copies.length
    expect(countOf(text('name="oil"', 'name="gas"'))).toBe(0)
    expect(countOf(text('name="oil"', 'name="oil"'))).toBe(1)
  })

  it('may stand below other headings, where an article shows what the ways are', () => {
    const way = (name: string) => join(`<div class="${name}">`, `${keeper} ${storms} ${oil}`, '</div>')
    const shown = join('<div class="oil">', 'Oil.', '</div>', '<div class="gas">', 'Gas.', '</div>')
    expect(kindsOf(join('# A lamp', way('oil'), '## Dusk', way('gas')))).toEqual(['exact'])
    expect(kindsOf(join('# A lamp', shown, way('oil'), '## Dusk', way('gas')))).toEqual([])
    expect(kindsOf(join('# A lamp', shown, way('oil'), '## Dusk', way('oil')))).toEqual(['exact'])
  })

  it('are none in elements of one kind, of several, or apart', () => {
    expect(kindsOf(tabs(() => '<div>', '</div>'))).toEqual(['exact'])
    expect(kindsOf(tabs(() => '<div class="page">', '</div>'))).toEqual(['exact'])
    expect(kindsOf(tabs((name) => `<${name}-lamp>`, '</div>'))).toEqual(['exact'])
    expect(kindsOf(tabs((name) => `<div class="${name}">`, '</div>', storms))).toEqual(['exact'])
    expect(kindsOf(tabs((name) => `<div class="${name}">\n<br>\n<hr class="a">`, '</div>'))).toEqual([])
    expect(kindsOf(join('</div>', '<div class="oil">', keeper, keeper))).toEqual(['exact'])
  })
})

describe('records of one kind', () => {
  const record = (name: string, label: string, ...parts: string[]) =>
    join(`## ${name}`, ...parts, label, `- ${storms}`)
  const report = (label: string, ...names: string[]) =>
    kindsOf(join('# Three lamps', ...names.map((name) => record(name, label, `${name} is lit.`, oil))))

  it('say the same below a label', () => {
    expect(report('Damage:', 'Reef', 'Sound', 'Bay')).toEqual([])
    expect(report('Damage:', 'Reef', 'Sound')).toEqual(['exact', 'exact'])
    expect(report('The damage that was done:', 'Reef', 'Sound', 'Bay')).toHaveLength(4)
    expect(report('Damage', 'Reef', 'Sound', 'Bay')).toHaveLength(4)
  })

  it('say nothing long twice', () => {
    const long = `${keeper} ${storms} ${oil}`
    const text = ['Reef', 'Sound', 'Bay'].map((name) => record(name, 'Damage:', `${name} is lit.`, long))
    expect(kindsOf(join('# Three lamps', ...text))).toEqual(['exact', 'exact'])
  })
})

it('an entry of a log may stand again where the log is summed up', () => {
  const logs = (entry: string) =>
    kindsOf(join('## Notable', `- ${entry}`, '## All', `- ${entry}\n- Wipe the glass`))
  const [text] = storms.split('.')
  expect(logs(`[\`5e526b96ce\`](https://reef.org/5e526b96ce) - **tower**: ${text}`)).toEqual([])
  expect(logs(`\\[[\`5e526b96ce\`](https://reef.org/5e526b96ce)] - **tower**: ${text}`)).toEqual([])
  expect(logs(`${text} (Ann Holt) [#412](https://reef.org/412)`)).toEqual([])
  expect(logs(`${text} (#412)`)).toEqual([])
  expect(logs(`Decades later, ${text}`)).toEqual(['exact'])
  expect(kindsOf(join('# A log', `${text} (#412)`, oil, `${text} (#412)`))).toEqual(['exact'])
})

describe('cases of a list', () => {
  const boats =
    'the drawing shows the boats that passed the tower in one night of the winter and rang their bell, so that the keeper wrote them into the book.'
  const nights =
    'the drawing shows the boats that passed the tower in each night of the winter and rang their bell, so that the keeper wrote them into that book.'
  const cases = (one: string, other: string): (string | undefined)[] =>
    kindsOf(join('# The tower', `- ${one}\n- ${other}`, storms))

  it('may say nearly the same, whatever they name', () => {
    expect(cases(`In the harbour view, ${boats}`, `In the coastal view, ${nights}`)).toEqual([])
    expect(cases(`On a windy day, ${boats}`, `On a foggy day, ${nights}`)).toEqual([])
  })

  it('are told by the name of the case alone', () => {
    expect(cases(`In the harbour view, ${boats}`, `In the harbour view, ${nights}`)).toEqual(['near'])
    expect(cases(`In that harbour view, ${boats}`, `In the harbour view, ${nights}`)).toEqual(['near'])
    expect(cases(`Seen from the harbour, ${boats}`, `Seen from the island, ${nights}`)).toEqual(['near'])
  })

  it('have something to say of each', () => {
    const long = `${boats} ${keeper} ${oil}`
    expect(cases(`In the harbour view, ${long}`, `In the coastal view, ${long}`)).toEqual(['near'])
  })
})

describe('what leads on to a tag of the site', () => {
  const twice = (below: string, mark = ':') =>
    lint(
      join(
        '# The tower',
        '## North',
        `On the stairs below the lamp, open the shutters for the keeper${mark}`,
        below,
        '```sh\nopen --north\n```',
        storms,
        '## South',
        `On the stairs below the lamp, open the shutters for the keeper${mark}`,
        below,
        '```sh\nopen --south\n```',
        oil
      )
    )

  it('hangs on what the tag puts there', () => {
    expect(twice('{% include copy.html %}')).toEqual([])
    expect(twice('{{< copy >}}')).toEqual([])
  })

  it('is a copy above other text', () => {
    expect(twice(keeper).map(([kind]) => kind)).toContain('exact')
  })
})
