/**
 * How much each cue speaks for a sentence that needs a source (above 0) or against it. Logarithms of odds; they add up.
 */
export const weights = {
  // placeholder
  'first-person': 0, 'second-person': 0, 'he-or-she': 0, modal: 0, advice: 0, usually: 0, praise: 0, comment: 0, health: 0, law: 0,
  'article-word': 0, 'vague-size': 0, repute: 0, rank: 0, effect: 0, operation: 0, forecast: 0, authority: 0, certified: 0, study: 0, 'health-effect': 0,
  short: 0, long: 0, quotes: 0, date: 0, quantity: 0, year: 0, figure: 0, 'own-house': 0, names: 0, 'many-names': 0, topic: 0, past: 0, passive: 0, 'past-name': 0,
  condition: 0, it: 0, he: 0, indefinite: 0, gerund: 0, imperative: 0, plural: 0, 'this-acts': 0, 'house-acts': 0, 'topic-acts': 0, 'name-acts': 0,
  'nothing-specific': 0, event: 0, 'name-and-number': 0,
  'article-uncited': 0, 'article-cited': 0, 'article-first-person': 0, 'article-personal': 0, 'article-addressing': 0, 'article-names': 0, 'article-years': 0,
  'article-history': 0, 'article-health': 0, 'article-law': 0, 'article-profile': 0, 'profile-claim': 0, 'cited-before': 0, 'cited-after': 0, 'among-specifics': 0,
  'article-some': 0, 'article-story': 0, rhetoric: 0, 'in-lead': 0, 'in-closing': 0, 'in-advice': 0, 'in-history': 0
} as const

export type Cue = keyof typeof weights
