/** The words the planters draw from: invented names, headings, lists and left-over phrases. */

/** @typedef {() => number} Random A number in [0, 1). */

/**
 * A small generator that gives the same row of numbers for the same seed (mulberry32).
 * @param {string} seed
 * @returns {Random}
 */
export function seeded(seed) {
  let state = 2166136261
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * One of a list that is not empty.
 * @template T
 * @param {readonly T[]} list
 * @param {Random} random
 * @returns {T}
 */
export function pick(list, random) {
  return /** @type {T} */ (list[Math.floor(random() * list.length)])
}

const firstNames = [
  'Ann',
  'Omar',
  'Lucía',
  'Anne-Marie',
  'Tomasz',
  'Grace',
  'Sean',
  'Mei',
  'Priya',
  'Daniel',
  'J. R.',
  'Ana Paula'
]
const lastNames = [
  'Lee',
  'Haddad',
  'Ferreira',
  'Kowalski',
  'Whitfield',
  "O'Neill",
  'Zhang',
  'Raman',
  'Okafor',
  'Brandt',
  'Álvarez'
]

/** @param {Random} random */
export function inventName(random) {
  return `${pick(firstNames, random)} ${pick(lastNames, random)}`
}

/**
 * A counter as themes print it beside a byline: "1,204 Views", "3.4k reads".
 * @param {Random} random
 */
export function inventCounter(random) {
  const number = pick(['7', '20', '91', '348', '1,204', '12,880', '3.4k', '15K', '1.2M'], random)
  const noun = pick(['views', 'Views', 'VIEWS', 'reads', 'shares', 'Shares'], random)
  return random() < 0.15
    ? `${pick(['4', '6', '12'], random)} min read | ${number} ${noun}`
    : `${number} ${noun}`
}

export const separators = [' ', ' ', ' ', ' · ', ' | ', ' - ', ' — ', ' • ', ', ']

/** Headings in Title Case that fit nearly any article. */
export const titleCaseHeadings = [
  'Why the Details Matter',
  'What Comes Next',
  'Costs and Trade-Offs',
  'How the Process Works',
  'Lessons From the First Year',
  'A Closer Look at the Results',
  'Common Mistakes to Avoid',
  'Planning for the Long Term',
  'The Role of Local Partners',
  'Tools and Materials'
]

/** The same in sentence case, and short ones. */
export const sentenceCaseHeadings = [
  'What we would do differently',
  'How to get started',
  'Limits of this approach',
  'Open questions',
  'Who this is for',
  'Maintenance'
]

/** Six lists whose marks got lost; `lead` is the sentence that announces them. */
export const flattenedLists = [
  {
    lead: '',
    items: [
      'Sowing: Press the seed into damp soil and cover it lightly.',
      'Watering: Keep the tray moist but never let it stand in water.',
      'Thinning: Pull the weaker seedlings once the first true leaves open.',
      'Planting out: Wait for mild nights before moving the trays outside.'
    ]
  },
  {
    lead: 'The bakery splits its night into fixed steps.',
    items: [
      'Mixing: Flour, water and starter rest together before the salt goes in.',
      'Folding: The dough is stretched over itself every half hour.',
      'Shaping: Each loaf is rounded on a bare wooden bench.'
    ]
  },
  {
    lead: 'Three people share the work:',
    items: [
      'Editor: Reads every draft twice and decides what is cut.',
      'Photographer: Brings pictures of the place and checks each caption.',
      'Fact Checker: Calls the people quoted and keeps a list of open points.'
    ]
  },
  {
    lead: 'Common tasks of the team include the following:',
    items: [
      'Collecting old maps from the archive and scanning them by hand.',
      'Comparing the street names with those on modern plans.',
      'Drawing a clean outline of every block that has vanished.',
      'Publishing the finished sheets on the website of the museum.'
    ]
  },
  {
    lead: 'There are a few ways to keep a bicycle running through winter:',
    items: [
      'Wiping the chain dry after each ride in the wet.',
      'Checking the brake pads for grit and small stones.',
      'Storing the frame indoors, away from road salt.'
    ]
  },
  {
    lead: 'A quiet reading room can be had with little effort:',
    items: [
      'Hanging heavy curtains in front of the tall windows.',
      'Laying thick rugs between the rows of shelves.',
      'Moving the printers to a room at the end of the hall.',
      'Placing felt pads under every chair and table.'
    ]
  }
]

/**
 * What a chatbot says before the text it was asked for.
 * @param {Random} random
 */
export function chatbotOpening(random) {
  const yes = pick(['Certainly!', 'Sure!', 'Of course!', 'Absolutely!', 'Sure thing!', 'Certainly,'], random)
  const here = pick(["Here's", 'Here is', yes.endsWith(',') ? 'here is' : 'Here’s'], random)
  const what = pick(
    [
      'a draft of the article you asked for',
      'the revised version of your article',
      'a rewritten version of your text',
      'an 800-word article on this topic',
      'a polished version of the blog post',
      'the full article with an SEO-friendly structure'
    ],
    random
  )
  return `${yes} ${yes.endsWith(',') ? here.toLowerCase() : here} ${what}:`
}

/** What it says after it. */
export const chatbotClosings = [
  "Let me know if you'd like me to expand any section!",
  'Let me know if you would like me to adjust the tone or shorten any part.',
  'Would you like me to turn this into a social media post as well?',
  "I hope this helps! Feel free to ask if you'd like me to change anything else.",
  'If you want, I can also write a shorter version of this article for your newsletter.',
  'Is there anything else you would like me to add to the draft?',
  'Feel free to let me know if you need further revisions.'
]

/** What it says of itself. */
export const chatbotSelves = [
  'As an AI language model, I cannot visit the site or confirm its opening hours.',
  "As an AI language model, I don't have personal experience with the product.",
  'As an AI, I do not have access to real-time data, so please check the latest figures.',
  'As of my last knowledge update in September 2021, the project was still in planning.',
  "I'm sorry, but I can't fulfill that request, as it goes against my guidelines.",
  'My knowledge cutoff means that later releases are missing here.',
  'Regenerate response'
]

/** Marks its interface leaves inside a sentence. */
export const chatbotMarks = [
  ':contentReference[oaicite:2]{index=2}',
  '【12†source】',
  'citeturn0search1',
  '[oaicite:4]'
]

/**
 * The sentences of a stock biography.
 * @param {string} name
 * @param {Random} random
 */
export function inventBio(name, random) {
  const job = pick(
    [
      'senior writer covering',
      'staff writer covering',
      'Senior Editor covering',
      'freelance journalist who writes about',
      'Contributing Editor with 12 years of experience in'
    ],
    random
  )
  const field = pick(
    [
      'household science and consumer goods',
      'technology and public life',
      'travel and food',
      'local business'
    ],
    random
  )
  const pronoun = pick(['She', 'He', 'They'], random)
  const second = pick(
    [
      `${pronoun} ${pronoun === 'They' ? 'write' : 'writes'} with care and an eye for detail.`,
      `${pronoun} ${pronoun === 'They' ? 'bring' : 'brings'} clarity to every story.`,
      ''
    ],
    random
  )
  return `${name} is a ${job} ${field}. ${second}`.trim()
}

/** The name of a site's section, as scraped from above the title. */
export const sectionLabels = [
  'News & Updates',
  'Latest News',
  'Technology',
  'Health & Wellness',
  'Lifestyle',
  'Business',
  'Featured',
  'Blog'
]

/** Places a template or a writer left open: whole lines, then parts of a sentence. */
export const placeholders = [
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.',
  '[Insert quote from the project lead here]',
  '[Insert author bio here]',
  'TODO: add the photo and its caption.',
  'For the full table, contact [Your Name] at [email address].',
  'The office of [Company Name] answers questions on weekdays.',
  '[Add link to the report]',
  'TK: one paragraph on the opening day.'
]
