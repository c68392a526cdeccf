import {describe, expect, it} from 'vitest'
import rule from '../../rules/unlinked-attribution/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

/** Message and text of each finding. */
function lint(text: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const messages = lintRule(rule, text, given)
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

describe('unlinked-attribution', () => {
  it('reports a study without a name', () => {
    expect(
      lint('# Tea\n\nA recent study found that tea helps. According to one survey, it does not.\n')
    ).toEqual([
      ['study', 'A recent study found'],
      ['study', 'According to one survey']
    ])
  })

  it('reports a name and year that point to no list', () => {
    expect(lint('# Tea\n\nTea helps (Rossi, 2019).\n')).toEqual([['reference', '(Rossi, 2019)']])
  })

  it('reports two authors or more, and shows what goes over two lines in one', () => {
    const text = '# Tea\n\n- Tea helps against many things (Rossi\n  and Verdi, 2019).\n'
    expect(lintRule(rule, text).map(({reason}) => reason.slice(0, 54))).toEqual([
      'Unexpected reference `(Rossi and Verdi, 2019)` without'
    ])
    expect(lint('# Tea\n\nTea helps (Lee et al., 2019).\n\nIn a study, tea helped.\n')).toEqual([
      ['reference', '(Lee et al., 2019)'],
      ['study', 'In a study']
    ])
    expect(lint('# Tea\n\nHalf of them said in a survey that tea helps.\n')).toEqual([
      ['study', 'in a survey']
    ])
  })

  it('reports a study that is none of those above, and authors of any name', () => {
    const above = 'The school ran [four surveys](https://a.org).'
    expect(lint(`# Tea\n\n${above}\n\nIn one experiment, tea helped the boys of Lund.\n`)).toEqual([
      ['study', 'In one experiment']
    ])
    expect(lint('# Tea\n\nTea helps (McDonald 2019). Tea is old (e.g., Rossi, 2019).\n')).toEqual([
      ['reference', '(McDonald 2019)'],
      ['reference', '(e.g., Rossi, 2019)']
    ])
  })

  it.each([
    [
      'one of the studies above',
      'The school ran [a series of experiments](https://a.org).\n\nIn one experiment, tea helped the boys of Lund.'
    ],
    ['products', 'It runs on old kettles (e.g. Kettle XP and Samovar 2003).'],
    ['events', 'Tea was shown in Lund (TeaConf 2019).'],
    [
      'a link in the paragraph',
      'A recent study found that [tea helps](https://a.org). Tea helps (Rossi, 2019).'
    ],
    ['a study with a name', 'A recent study by the Karolinska Institute found that tea helps.'],
    ['a list of references', 'Tea helps (Rossi, 2019).\n\n## References\n\n- Rossi, Anna. *Tea*. 2019.'],
    ['a law', 'Tea is taxed under 17 U.S.C. § 107, since Rossi v. Bianchi (1998).'],
    [
      'studies in general, which are for weasel-attribution',
      'Studies show that tea helps against headaches.'
    ],
    ['what others refer to', '> Tea helps against many things (Rossi\n> and Verdi, 2019).'],
    ['months', 'Tea was cheap (May 2019).'],
    ['a court and its day', 'So it was held in Tea v. Rossi, No. 4, at 2 (E.D. Tex. Sept. 18, 2014).'],
    ['a court', 'So it was held in the case of the kettle, 50 A.3d 12 (Del. Ch. 2012).'],
    ['what was so on a day', 'Tea is cheap (At the time of writing, Dec 2020, it is free).'],
    ['a study that is made up', 'In a study of whether tea helps, half of them would drink water.'],
    [
      'any survey',
      'Ask all who may participate in a survey or trial. It has steps, such as in a survey of many pages.'
    ]
  ])('is silent with %s', (_name, text) => {
    expect(lint(`# Tea\n\n${text}\n`)).toEqual([])
  })
})
