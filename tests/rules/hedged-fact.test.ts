import {describe, expect, it} from 'vitest'
import rule from '../../rules/hedged-fact/rule.ts'
import {lintRule} from '../setup/lint-rule.ts'

const title = '# Does Parcelo Use Redis? A Look at the Stack'
const lead = 'Shops send their parcels with Parcelo. In Utrecht people like Parcelo.'

/** Message and text of each finding; how sure the claim is, is tested elsewhere. */
function lint(sentences: string, given?: Record<string, unknown>): [messageId: string, at: string][] {
  const text = `${title}\n\n${lead}\n\n${sentences}\n`
  const messages = lintRule(rule, text, {minConfidence: 0, ...given})
  return messages.map(({messageId, start, end}) => [messageId, text.slice(start, end)])
}

describe('hedged-fact', () => {
  it.each([
    ['Parcelo likely uses Redis for all of its queues.', 'likely uses'],
    ['Parcelo is probably hosted on AWS in Dublin.', 'is probably hosted'],
    ['Parcelo may be storing its sessions in Redis.', 'may be storing'],
    ['Parcelo might use a combination of Redis and Kafka.', 'might use a combination of'],
    ['Parcelo appears to rely on Kafka for its events.', 'appears to rely on'],
    ['Parcelo likely\nuses Redis for all of its queues.', 'likely\nuses'],
    ['It is likely that Parcelo also stores sessions in Redis.', 'It is likely that Parcelo also stores'],
    ['Orders at Parcelo are stored in MySQL or PostgreSQL.', 'stored in MySQL or PostgreSQL'],
    ['The platform probably relies on Kafka for its events.', 'probably relies on']
  ])('reports %s', (sentence, at) => {
    expect(lint(sentence)).toEqual([['guess', at]])
  })

  it('knows what “it” is from the sentence before', () => {
    expect(lint('Parcelo delivers in twelve countries. It likely uses Redis for all its queues.')).toEqual([
      ['guess', 'likely uses']
    ])
    expect(lint('Rain falls in twelve countries. It likely uses Redis for all its queues.')).toEqual([])
  })

  it('reads the items of a flattened list', () => {
    const items = [
      'Keeping labels in Amazon S3 for a year.',
      'Leveraging Amazon RDS or DynamoDB for the orders.',
      'Employing Kafka for the events of the vans.'
    ]
    expect(lint(items.join('\n\n'))).toEqual([['guess', 'Leveraging Amazon RDS or DynamoDB']])
  })

  it.each([
    ['others', 'The Roman post likely used horses, and a farm in Kent is probably hosted on AWS.'],
    ['the future', 'Parcelo will probably be late, and the reliance of Parcelo on AWS is likely to deepen.'],
    ['a source', 'Parcelo likely uses Redis for its queues, [its engineers wrote](https://a.org).'],
    ['the reader', 'You may be using Parcelo, and Parcelo likely uses Redis for your parcels.'],
    ['a supposition', 'If Parcelo likely uses Redis, its queues are short.'],
    ['a quotation', 'A driver of Parcelo says “it likely uses Redis for the queues” and laughs.'],
    ['a choice of common words', 'Parcelo uses vans or bicycles in Utrecht.']
  ])('leaves alone: %s', (_name, sentence) => {
    expect(lint(sentence)).toEqual([])
  })

  it('leaves alone what is no claim, and articles without a topic or of the own house', () => {
    expect(lint('Parcelo likely uses Redis for all of its queues.', {minConfidence: 1})).toEqual([])
    const bare = 'Parcelo likely uses Redis for all of its queues.\n'
    expect(lintRule(rule, bare, {minConfidence: 0})).toEqual([])
    expect(lint(`${bare}\nWe built Parcelo in a shed.`)).toEqual([])
  })
})
