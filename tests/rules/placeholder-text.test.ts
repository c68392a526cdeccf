import {describe, expect, it} from 'vitest'
import placeholderLink from '../../rules/placeholder-link/rule.ts'
import rule from '../../rules/placeholder-text/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

function lint(text: string): string[] {
  const messages = lintRule(rule, text)
  expect(messages.every(({messageId}) => messageId === 'placeholder')).toBe(true)
  return messages.map(({start, end}) => text.slice(start, end))
}

describe('placeholder-text', () => {
  it.each(['[INSERT COUNTRY]', '[INSERT PRICE HERE]', '[Image of an oven with its door open]'])(
    'reports %s',
    (words) => {
      expect(lint(`# Ovens\n\nThe oven stands beside the church.\n\n${words}\n`)).toEqual([words])
    }
  )

  it.each(['[insert country]', '[Insert coin]', '[image of the oven]', '[Images of ovens]'])(
    'leaves %s',
    (words) => {
      expect(lint(`# Ovens\n\nThe oven stands beside the church.\n\n${words}\n`)).toEqual([])
    }
  )

  it.each([
    ...['Write', 'Add', 'Please insert', 'Enter', 'Type', 'Put', 'Paste', 'PLACE'].map(
      (verb) => `${verb} your text here`
    ),
    'Start writing your article here',
    'Start typing here',
    'Your text goes here',
    'Content goes here',
    'Text goes here',
    'Description goes here',
    'Click to edit text',
    'Click here to add your title',
    'This is a sample page',
    'This is your dummy text',
    'Welcome to WordPress. This is your first post'
  ])('reports the prompt “%s”', (line) => {
    expect(lint(`# Ovens\n\nThe oven stands beside the church.\n\n${line}\n`)).toEqual([line])
  })

  it.each([
    '[Insert quote from the miller here]',
    '[Insert Company Name]',
    '[Add link to the report]',
    '[Add your website URL here]',
    '[Your Name]',
    '[your name here]',
    "[Author's Name]",
    '[Company Name]',
    '[email address]',
    '[amount]',
    '[City]',
    '[TODO]',
    '[TBD]',
    '[to be added]',
    '[image placeholder]',
    '[Author bio placeholder]',
    '[PRODUCT NAME HERE]',
    '[University Name]',
    '[Answer to be added]',
    '[Describe third mistake]',
    '[Explain why it is warm]',
    '(Source: XX)',
    '(source: TBD)',
    '{{first_name}}',
    '{{ Company Name }}',
    '[link to the page of the county]',
    '[insert current price]',
    '[add the relevant year]',
    '[IMAGE: a brick oven at dusk]',
    '[Add 2-3 sentences on the chimney here]',
    '%CITY%',
    '{current_date}',
    '£TBC',
    '#XXXXXX'
  ])('reports %s', (place) => {
    expect(lint(`# Ovens\n\nThe oven of ${place} is warm.\n`)).toEqual([place])
    expect(lint(`# Ovens\n\n- The oven of **${place}**\n`)).toEqual([place])
  })

  it.each(['[insert link]', '[TODO: add link]', '[link goes here]', '[citation needed]'])(
    'leaves %s to placeholder-link',
    (note) => {
      const text = `# Ovens\n\nThe oven burns oak ${note}.\n`
      expect(lint(text)).toEqual([])
      expect(lintRule(placeholderLink, text).map(({start, end}) => text.slice(start, end))).toEqual([note])
    }
  )

  it.each([
    'TODO: ask the mason.',
    'TK: one line on the dome.',
    'TKTK — more',
    'TBD',
    'FIXME: check the year',
    'Lorem ipsum dolor sit amet.',
    'Write your introduction here.',
    'Your text goes here',
    'Click here to add text.'
  ])('reports the line %s', (line) => {
    expect(lint(`# Ovens\n\nThe oven is warm.\n\n${line}\n\nIt is of brick.\n`)).toEqual([line])
  })

  it('reports what a program says where a value is missing', () => {
    expect(lint('# Ovens\n\nIt is old. Updated on undefined · By the miller\n')).toEqual(['undefined'])
    expect(lint('# Ovens\n\nIt has 4.9 stars (undefined reviews).\n')).toEqual(['undefined'])
    expect(lint('# Ovens\n\nIt costs $[PRICE] a loaf.\n')).toEqual(['[PRICE]'])
  })

  it('knows blanks that stand far apart from a form', () => {
    const line = 'The oven is fired on Friday, and whoever paid for the wood may put in four loaves of rye.'
    const blanks = '[Speaker Name] of [Organization], the guest, came on [Date] with [Title].'
    expect(lint(`# Ovens\n\n${blanks}\n\n${`${line}\n\n`.repeat(40)}`)).toEqual(['[Speaker Name]', '[Date]'])
    expect(lint(`# Ovens\n\n${blanks}\n\n${`${line}\n\n`.repeat(8)}`)).toEqual([])
  })

  it('reports a heading and the first line of plain text', () => {
    expect(lint('# Ovens\n\n## [Insert Title]\n\nThey are warm.\n')).toEqual(['[Insert Title]'])
    expect(lint('[Your Title Here]\n\nThe oven is warm, and the bread is dark.\n')).toEqual([
      '[Your Title Here]'
    ])
  })

  it('reports dummy text to the end of its paragraph', () => {
    expect(lint('Bread. Lorem ipsum dolor sit amet.\nSed do.\n\nMore.\n')).toEqual([
      'Lorem ipsum dolor sit amet.\nSed do.'
    ])
  })

  it.each([
    [
      'links',
      'See [insert name](https://a.example) and [your name][a] and [Company Name].\n\n[a]: /b\n[Company Name]: /c'
    ],
    ['jokes', 'He was a [insert favourite animal here] of a man, dear [insert name].'],
    [
      'words of an editor',
      'She said “I told [your company] to [add] salt to [the date]”. He [the miller] left [sic].'
    ],
    ['code', 'Write `[Your Name]` or `{{name}}` or `TODO: x`.\n\n    TODO: y\n'],
    ['words in a sentence', 'The TODO list hung on the door. The date is TBD: nobody knows.'],
    ['an item of a list', '- TODO: buy flour\n- TBD'],
    ['talk of dummy text', 'The famous Lorem Ipsum is fake Latin. “Lorem ipsum dolor sit amet” opens it.'],
    [
      'an instruction',
      'Enter your name here and press the button. Write your text here, then wait for the miller to read it.'
    ],
    ['a note number', 'It is old [1], very old [a], and [citation needed].'],
    ['a template', '{% if a %}{{ name }}{% endif %}'],
    ['a line that is a call', 'The oven is warm.\n\n{{about_the_author}}\n\n{{related_ovens}}\n'],
    ['several tags', '{{ name }} {{ city }} {{ date }}'],
    ['a tag of a site', '{{ site.name }}'],
    ['an expression', '{{ true }}'],
    ['a name', 'Over the door [image of a saint] hangs, [photo: Ann Lee].'],
    ['an interval', 'It lies in $[0, 1]$, and 5%A% of the wood is beech at 100%.'],
    ['a variable', 'The key is {user_id}, and /{post_title}/ the rest.'],
    ['an undefined thing', 'What is meant by undefined reviewers stays undefined'],
    ['a task', '- [ ] Dough\n- [x] Name']
  ])('leaves alone: %s', (_name, text) => {
    expect(lint(`# Ovens\n\nThe oven is warm.\n\n${text}\n`)).toEqual([])
  })

  it('names a tag of a mailing in a letter, too', () => {
    expect(lint('# A letter from the bakers\n\nHello *|FNAME|*, the oven is warm.\n')).toHaveLength(1)
  })

  it.each([
    ['the title speaks of a template', '# A template for bakers\n\nThe oven of [Your Name] is warm.'],
    ['the heading speaks of a letter', '# Ovens\n\n## The letter\n\nThe oven of [Your Name] is warm.'],
    [
      'the section is a letter',
      '# Ovens\n\nDear [Company Name],\n\nThe oven is cold.\n\nSincerely,\n\n[Your Name]'
    ],
    ['there is a line to sign on', '# Ovens\n\nThe oven of [Your Name] is cold.\n\nSigned: _________'],
    ['there are four blanks', '# Ovens\n\n[Your Name] paid [Amount] on [Date] to [Company Name].'],
    ['the letter is quoted', '# Ovens\n\n> Dear [Company Name], your oven is cold.']
  ])('leaves a form alone where %s', (_name, text) => {
    expect(lint(`${text}\n`)).toEqual([])
  })

  it('shows 60 characters of it', () => {
    const shown = (note: string): string =>
      /placeholder `([^`]*)`/.exec(
        lintRule(rule, `# Ovens\n\nThe oven of ${note} is warm.\n`)[0]?.reason ?? ''
      )?.[1] ?? ''
    const sixty = `[Insert ${'a quote of the miller '.repeat(2)}here now]`.replace('now', 'now now')
    expect(sixty.length).toBeGreaterThan(60)
    expect(shown(sixty)).toBe(`${sixty.slice(0, 60)}…`)
    const exact = sixty.replace('now now', '').replace('here ', 'here ok')
    expect(exact).toHaveLength(60)
    expect(shown(exact)).toBe(exact)
  })

  it('reports a call in a heading, in an item and beside words', () => {
    expect(lint('# Ovens\n\n## {{ name }}\n\nIt is warm.\n')).toEqual(['{{ name }}'])
    expect(lint('# Ovens\n\n- {{ name }}\n')).toEqual(['{{ name }}'])
    expect(lint('# Ovens\n\nBy {{ name }}\n')).toEqual(['{{ name }}'])
  })

  it('counts two template tags for defects, three for a template', () => {
    expect(lint('# Ovens\n\n{{ name }} {{ city }}\n')).toEqual(['{{ name }}', '{{ city }}'])
    expect(lint('# Ovens\n\n{{ name }} {{ city }} [Your Name] [Company Name]\n')).toHaveLength(4)
    expect(lint('# Ovens\n\n{{ name }} {{ city }} {{ date }} [Your Name]\n')).toEqual(['[Your Name]'])
    for (const code of [
      '{{#if a}}',
      '{{<figure>}}',
      '{{ page.title }}',
      '{{ name|upper }}',
      '{{page.title}}'
    ])
      expect(lint(`# Ovens\n\n{{ name }} ${code}\n`), code).toEqual([])
    expect(lint('# Ovens\n\n{{ name }} a.b\n')).toEqual(['{{ name }}'])
  })

  it('reports a note in a form', () => {
    expect(lint('# A template for bakers\n\nTODO: write it\n')).toEqual(['TODO: write it'])
  })

  it.each([
    ['[add salt] to taste', []],
    ['[add a chart here]', []],
    ['[Add chart here]', ['[Add chart here]']],
    ['[Add company name here]', ['[Add company name here]']],
    ['[Insert Name]', ['[Insert Name]']],
    ['[insert name]', []],
    ['[todo lists]', []],
    ['[TODO: more]', ['[TODO: more]']]
  ])('reads %s by its words', (words, found) => {
    const text = `# The mill\n\nThe mill of the town ${words} stands by the river.\n`
    expect(lint(text)).toEqual(found)
  })

  it('reads what a page builder asks for, alone or before more', () => {
    const asked = 'Write your introduction here.'
    expect(lint(`# A\n\n${asked} It is long.\n`)).toEqual([asked])
    expect(lint('# A\n\nWrite your introduction here with care\n')).toEqual([])
  })
})
