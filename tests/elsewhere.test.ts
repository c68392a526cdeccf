import {describe, expect, it} from 'vitest'
import {isElsewhere} from '../src/sources/judging/elsewhere.ts'
import type {Page} from '../src/sources/model.ts'
import {findNames} from '../src/sources/statements/names.ts'

/** Enough words of something that nobody here writes about. */
const filler = [
  'The kettle stands on the stove until the water boils, and whoever is nearest lifts it off before the whistle wakes the house. Tea is poured in the order of age, which nobody ever decided and everybody keeps to.',
  'In winter the cups are warmed with a splash of it, thrown out of the window into the yard, where a patch of ice has grown under the sill. Sugar stands in a tin with a picture of a steamer, milk in the jug without a handle.',
  'When the fog comes up from the meadow the lamp over the door is lit, since the neighbour with the bicycle is expected any evening. Most of them play cards then, for matches, and the loser sweeps up the crumbs and puts the cat out before the others go to bed.'
]

function isOff(text: string, page: Partial<Page>): boolean {
  const statement = {text, names: findNames(text), figures: [], quotations: []}
  return isElsewhere(statement, {...page, blocks: [...(page.blocks ?? []), ...filler]})
}

const otters =
  'Otters returned to the upper Wendle after Lord Ferrow outlawed eel traps on his estate at Cold Fell.'
const clinic =
  'The Institute of Tropical Fevers in Lourenco gave mosquito nets to nine villages along the Zambe.'

describe('a page is about something else', () => {
  it.each([
    ['with neither name nor word', otters, []],
    ['though a word of a name stands there as another one', otters, ['The price of tea fell in March.']],
    ['though two do, far from each other', otters, ['A cold wind blew.', ...filler, 'The old tree fell.']],
    ['though a common word of a name does', clinic, ['The institute of the town has a new roof.']],
    ['with an address that says nothing', clinic, ['The roof is new.']]
  ])('%s', (_, text, blocks) => {
    expect(isOff(text, {blocks, url: 'https://news.example/2024/05/article-17.html?id=4'})).toBe(true)
  })
})

describe('a page is about the same, in other words', () => {
  it.each([
    ['one name', otters, {blocks: ['The Wendle is home to a shy animal again.']}],
    ['a name in capitals', otters, {blocks: ['NEWS FROM COLD FELL']}],
    ['one word of a name, with its capital', otters, {blocks: ['His lordship of Ferrow spoke.']}],
    ['a name in lower case', otters, {blocks: ['welcome to cold fell']}],
    ['a name that is joined', otters, {blocks: ['The Coldfell gazette']}],
    ['a name with a hyphen', otters, {blocks: ['The Cold-Fell gazette']}],
    ['the words of a name apart', clinic, {blocks: ['an institute for fevers of tropical kind']}],
    ['its acronym', clinic, {blocks: ['ITF has given away nets.']}],
    ['accents', clinic, {blocks: ['Redes em Lourenço']}],
    ['a possessive', clinic, {blocks: ['The Zambe’s water was high.']}],
    ['its title', otters, {title: 'Cold Fell – a diary'}],
    ['its host', clinic, {url: 'https://www.tropicalfevers.example/nets'}],
    ['its host, an acronym', clinic, {url: 'https://itf.example/nets'}],
    ['its path', otters, {url: 'https://wildlife.example/2021/wendle-valley.html'}],
    ['its query', otters, {url: 'https://wildlife.example/?river=Wendle'}],
    ['words of the sentence', otters, {blocks: ['An otter swam past the traps of the estate.']}]
  ])('with %s', (_, text, page) => {
    expect(isOff(text, page)).toBe(false)
  })

  it.each([
    ['has two names and hardly a word', 'Ada Brandt went to Sulzbach in the year before.'],
    ['has names of weekdays and languages', 'On Monday the French learned English in April.'],
    ['has no name', 'Eel traps were outlawed on the estate beside the upper river.']
  ])('as far as can be told, where the sentence %s', (_, text) => {
    expect(isOff(text, {})).toBe(false)
  })
})

it('takes no long time for a page that repeats one word of a name', () => {
  const start = performance.now()
  expect(isOff(otters, {blocks: ['fell '.repeat(300_000)]})).toBe(false)
  expect(isOff(otters, {blocks: ['cold '.repeat(900)]})).toBe(true)
  expect(performance.now() - start).toBeLessThan(15_000)
})
