/** What articles at random are made of: each list has what a rule waits for, and what looks like it and is none. */

export const words =
  `the a of in for with old new river mill depots vans solar panels by 1931 40 percent 35 kilometres many every winter and or
  but harbour bread ovens valley council ships grain its their more than twelve people it because while when 3.5 million fleet
  charging roofs network`.split(/\s+/)

export const subjects = [
  'The mill',
  'A baker',
  'Parcelo',
  'Every van',
  'It',
  'They',
  'Dana Whitlock',
  'Dr. Ada Lund',
  'The council of St. Ives',
  'We',
  'You',
  'One of the 12 depots',
  'The U.S. fleet',
  'Nobody',
  'In 1931 the harbour',
  'Some',
  'The first of the three ovens'
]

export const verbs = [
  'grinds',
  'carries',
  'uses',
  'stores',
  'is',
  'was',
  'has',
  'says',
  'costs',
  'cut',
  'trains',
  'plans',
  'did not keep',
  'grew by 40 percent to'
]

export const places = [
  'Parcelo',
  'the Valley',
  'Solar Vans',
  'Bread',
  'St. Ives',
  'Your Fleet',
  'Harbours',
  'Grain'
]

export const names = ['Dana Whitlock', 'Ada Lund', 'J. P. Doe', 'Anna-Lena Öberg', 'Staff', 'admin', 'Max']

export const claims = [
  'Studies show that drivers brake more gently.',
  'Experts believe that every rival will copy the idea.',
  'Some say the ovens never cooled.',
  'According to a recent survey, 45 percent of bakeries lost money in 2019.',
  'The panels cut costs by 60 percent compared with a diesel van.',
  'The depot was founded in 1874 and is the largest in Europe.',
  'The mill has 12 stones. The mill has 15 stones.',
  'There are three reasons for that: cost, noise and weather.',
  'There are five steps to follow:',
  'Research from a leading university has proven it.',
  'The treatment cures most patients within two weeks.',
  'The price rose from 3 to 9 euros last year.',
  'A 2021 report by the Ministry of Ships (https://example.org/ships) counted 4,000 boats.',
  'As Doe (2019) found, grain keeps for nine years [1].'
]

export const phrases = [
  'It is important to note that charging plays a crucial role.',
  "In today's fast-paced world, every second counts.",
  'In conclusion, the future of bread is bright.',
  'As an AI language model, I cannot browse the web.',
  'Certainly! Here is the article you asked for:',
  'I hope this helps! Let me know if you need more.',
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
  'TODO: add a source.',
  '[INSERT NAME HERE] said so.',
  'Click here to learn more.',
  'The revolutionary, groundbreaking oven is a game changer.',
  'Many people, various experts and countless shops agree.',
  'See [this page](#) and [that one](https://example.com/your-link).',
  'Recently, prices have gone up. Nowadays they stay there.',
  'solar vans solar vans solar vans solar vans'
]

export const debris = [
  'Business & Mobility',
  'Home » News » Vans',
  'Share on Facebook',
  'Facebook Twitter Email',
  'Read more: How the harbour was won',
  'Advertisement',
  'Skip to content',
  'Subscribe to our newsletter',
  'Points: 12',
  'Article URL: https://example.org/a',
  'does parcelo use solar vans',
  'D',
  'About the author',
  'Dana Whitlock is a Staff Writer who follows vans.',
  '© 2024 Parcelo. All rights reserved.',
  'Comments',
  '3 min read',
  'Updated January 4, 2024',
  'Table of Contents',
  'Read next'
]
