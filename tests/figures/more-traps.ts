/** Sentences of articles and pages that tell of another group, time or measure: none of them is contradicted. */
export const moreTraps: readonly (readonly [sentence: string, page: string])[] = [
  [
    'The survey of [1,200 teachers] was held online.',
    'The survey of 900 pupils was held online. The survey of teachers was held by post.'
  ],
  [
    'The company sold [4.1 million phones] in 2022.',
    'The company sold 3.6 million phones in 2022, analysts estimated.'
  ],
  ['The company sold [4.1 million phones].', 'In Europe, the company sold 3.6 million phones.'],
  ['The company sold [4.1 million phones] worldwide.', 'The company sold 3.6 million phones in Europe.'],
  ['Its shares fell [4 percent] on Monday.', 'Its shares fell 7 percent on Tuesday.'],
  ['Its shares fell [4 percent].', 'Its shares fell 7 percent this year.'],
  ['Unemployment in Ulm stands at [5.2 percent].', 'Unemployment in Ulm stood at 6.1 percent.'],
  ['Unemployment in Ulm is [5.2 percent].', 'Youth unemployment in Ulm is 11 percent.'],
  [
    'The film earned [$81 million] at the box office.',
    'The film earned $64 million at the domestic box office.'
  ],
  ['The film earned [$81 million] on its first weekend.', 'The film earned $264 million.'],
  ['The pass lies at [2,140 metres].', 'The peak lies at 3,050 metres.'],
  ['The parliament has [151 seats].', 'The coalition has 86 seats in the parliament.'],
  ['The Greens won [31 seats].', 'The Liberals won 44 seats and the Greens won 31.'],
  ['The Greens won [31 seats].', 'The Liberals won 44 seats.'],
  ['The Greens won [31 seats] in the north.', 'The Greens won 12 seats in the south.'],
  ['The lake holds [40 km³] of water.', 'The lake covers 310 km².'],
  ['The team has won [14 games] at home.', 'The team has won 9 games away.'],
  ['The team has won [14 games].', 'The team has won 9 games at home.'],
  ['She scored [27 goals] last season.', 'She has scored 112 goals for the club.'],
  ['Kessler was fined [£2,000].', 'Kessler was fined £500 in 2009 and £2,400 in 2013.'],
  ['The dose is [20 mg] for adults.', 'The dose is 5 mg for children.'],
  ['The dose is [20 mg] a day.', 'The dose is 10 mg twice a day.'],
  ['The battery lasts [9 hours].', 'The battery lasts 14 hours on standby.'],
  ['The battery lasts [9 hours].', 'With the screen off, the battery lasts 14 hours.'],
  ['The loan runs for [15 years].', 'The loan ran for 10 years.'],
  ['The temperature reached [41 °C] in Seville.', 'The temperature reached 38 °C in Seville at night.'],
  ['The vaccine is [94 percent] effective.', 'The vaccine is 67 percent effective against infection.'],
  ['Half of the respondents, or [410 people], said no.', 'Of the respondents, 390 people said yes.'],
  ['[410 people] said no.', '390 people said yes.'],
  [
    'The plant emits [3.1 million tonnes] of carbon dioxide.',
    'The plant emits 2.4 million tonnes of carbon.'
  ],
  ['The city has [412,000 inhabitants].', 'The city has 1.3 million inhabitants with its suburbs.'],
  ['The city has [412,000 inhabitants].', 'The greater city has 903,000 inhabitants.'],
  ['The magazine prints [18,000 copies].', 'The magazine once printed 45,000 copies.'],
  ['The bridge is [310 metres] long.', 'The bridge is 24 metres wide and its main span 140 metres long.'],
  ['The tower is [96 metres] tall.', 'The tower is 71 metres tall without its spire.'],
  ['The tower is [96 metres] tall.', 'The old tower is 71 metres tall.'],
  ['The budget grew to [€4.4 billion].', 'The budget grew from €3.1 billion.'],
  [
    'The company employs [6,100 people].',
    'The company employs 2,900 people in Spain, 1,100 of them in Cadiz.'
  ],
  ['The company employed [6,100 people] in 2020.', 'The company employs 7,400 people.'],
  ['Profit rose [12 percent] to $5 million.', 'Profit rose 9 percent in the first half.'],
  ['Wages rose [3.2 percent] in real terms.', 'Wages rose 6.8 percent.'],
  ['Wages rose [6.8 percent].', 'Wages rose 1.9 percent after inflation.'],
  ['The court sentenced him to [six years] in prison.', 'The prosecutor asked for nine years in prison.'],
  [
    'The court sentenced Ames to [six years] in prison.',
    'The court sentenced Birch to nine years in prison.'
  ],
  [
    'The court sentenced him to [six years] in prison.',
    'The court sentenced him to nine years in prison, reduced on appeal to six.'
  ],
  ['Anna Vogt paid [$400] for the piano.', 'Karl Vogt paid $700 for the piano.'],
  ['The choir was founded in [1911].', 'The orchestra was founded in 1932.'],
  ['The library opened in [1966].', 'The new library opened in 2004.'],
  ['The library reopened in [2012].', 'The library opened in 1966.'],
  ['The law was passed in [1998].', 'The law was passed by the lower house in 1997.'],
  ['The church was finished in [1512].', 'The nave of the church was finished in 1490.'],
  ['Version four was released in [2014].', 'Version three was released in 2011.'],
  ['Ten dogs and [40 cats] live at the shelter.', 'Twelve dogs live at the shelter.'],
  ['Group A lost [4.1 kg].', 'Group B lost 2.2 kg.'],
  ['The treated group lost [4.1 kg].', 'The control group lost 2.2 kg.'],
  ['Patients on the drug lost [4.1 kg] of weight.', 'Patients on placebo lost 2.2 kg of weight.'],
  ['In phase 3, [61 percent] of patients responded.', 'In phase 2, 48 percent of patients responded.'],
  ['Readers gave it [4.1 stars].', 'Critics gave it 3.2 stars.'],
  ['The car does [510 km] on one charge.', 'The car does 380 km on one charge in winter.'],
  ['The car does [510 km] on one charge.', 'The small car does 380 km on one charge.'],
  ['The ship carried [2,224 people].', 'The ship carried 1,317 passengers and 885 crew.'],
  ['The ship carried [705 survivors] to port.', 'The ship carried 1,317 passengers to port.'],
  ['The bank holds [9 percent] of the shares.', 'The bank held 12 percent of the shares until May.'],
  ['Nearly [900 farmers] signed the letter.', 'The letter was signed by 340 farmers from Bern.'],
  ['The strike lasted [11 days].', 'The strike lasted three weeks in the south.'],
  ['The exhibition has [120 works] by women.', 'The exhibition has 310 works.'],
  ['The exhibition has [310 works].', 'The exhibition has 120 works by women.'],
  ['It rained on [19 days] in March.', 'It rained on 12 days in April.'],
  ['The average age of players is [26 years].', 'The average age of coaches is 51 years.'],
  ['The oldest tree is [1,400 years] old.', 'The tree is 900 years old.'],
  ['In Kent [12 percent] of pubs closed.', 'Pub | Closed ¶ Kent | 40 ¶ Essex | 31'],
  [
    'The north sold [410 tonnes] of apples.',
    'Region | Apples (tonnes) | Pears (tonnes) ¶ North | 380 | 410 ¶ South | 200 | 120'
  ],
  [
    'The north sold [410 tonnes] of fruit.',
    'Region | Apples (tonnes) | Pears (tonnes) ¶ North | 380 | 120 ¶ South | 200 | 410'
  ],
  [
    'In 2019 the port shipped [310 tonnes].',
    'Year | Tonnes in | Tonnes out ¶ 2018 | 300 | 310 ¶ 2019 | 280 | 305'
  ],
  ['Rovers have [12 points] after four games.', 'Team | Points ¶ Rovers | 9 ¶ United | 12'],
  ['Rovers had [12 points] in May.', 'Team | Games | Points ¶ Rovers | 6 | 9 ¶ United | 6 | 12'],
  ['Lithium costs [$14,000] a tonne.', 'Metal | Price ($ per kg) ¶ Lithium | 14 ¶ Cobalt | 33']
]
