import type {Weakness} from './address.ts'

/** What a link can be instead of a source. */
export type Kind = Weakness | 'untrusted'

export const kinds: Readonly<
  Record<Kind, {readonly what: string; readonly expected: string; readonly why: string}>
> = {
  home: {
    what: 'home page',
    expected: 'the page that says it',
    why: 'A home page changes, and a reader has to search the site; link the page that holds the figure or the statement'
  },
  image: {
    what: 'picture',
    expected: 'the page it is from',
    why: 'A picture shows a statement without saying whose it is; link the report or article that it belongs to'
  },
  shop: {
    what: 'shop page',
    expected: 'somebody who does not sell it',
    why: 'A seller praises what it sells, and offers end; cite a test, a study or a data sheet'
  },
  search: {
    what: 'search results',
    expected: 'one of the pages they list',
    why: 'Every reader gets other results tomorrow; choose the page that says it and link that'
  },
  shortener: {
    what: 'short address',
    expected: 'the address it leads to',
    why: 'A reader cannot see whose page it is, and short addresses die; link the page itself'
  },
  profile: {
    what: 'profile',
    expected: 'the post that says it',
    why: 'A profile shows what is new, not what was said; link the one post, or a page that quotes it'
  },
  local: {
    what: 'private address',
    expected: 'a public one',
    why: 'Only one machine or network can open it; link the page under its public name'
  },
  untrusted: {
    what: 'source',
    expected: 'another one',
    why: 'The option `untrusted` lists its domain; cite where it has the statement from'
  }
}
