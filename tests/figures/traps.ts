/** Sentences of articles and pages that they cite, with what is to be said of the figure in brackets. */
type Trap = readonly [name: string, sentence: string, page: string]

/** Nothing of these may be called contradicted. */
export const traps: readonly Trap[] = [
  [
    'two groups',
    'In the choir [38 percent] of singers read music.',
    'In the choir 41 percent of the altos and 29 percent of the basses read music.'
  ],
  ['women only', 'The orchard employs [140 pickers].', 'The orchard employs 85 women pickers.'],
  ['one group only', '[52 percent] of nurses smoke.', '47 percent of male nurses smoke.'],
  [
    'a part of the region',
    'The fire burned [900 hectares] of heath.',
    'The fire burned 700 hectares of heath in the northern valley.'
  ],
  [
    'another year',
    'In 2019 the ferry carried [81,000 passengers].',
    'In 2018 the ferry carried 74,000 passengers.'
  ],
  [
    'several years in one sentence',
    'In 2019 the ferry carried [81,000 passengers].',
    'The ferry carried 74,000 passengers in 2018 and 79,000 passengers in 2020.'
  ],
  [
    'no year on the page',
    'In 2019 the ferry carried [81,000 passengers].',
    'The ferry carried 74,000 passengers.'
  ],
  [
    'no year in the sentence',
    'The ferry carried [81,000 passengers].',
    'In 2018 the ferry carried 74,000 passengers.'
  ],
  [
    'a forecast',
    'The harbour handled [5.1 million tonnes] of grain.',
    'The harbour is expected to handle 4.2 million tonnes of grain.'
  ],
  ['a budget', 'The roof cost [£2.4 million].', 'The budget for the roof was £1.9 million.'],
  ['a plan', 'The city built [640 flats] on the quay.', 'The city plans to build 800 flats on the quay.'],
  [
    'a target',
    'The charity raised [$36,000] for the well.',
    'The target of the charity for the well was $50,000.'
  ],
  [
    'what it should have been',
    'The choir sang for [90 minutes].',
    'The choir should have sung for 60 minutes.'
  ],
  ['per unit', 'The tickets brought in [$9,000].', 'The tickets cost $9.50 each.'],
  ['per head', 'The village spent [$44,000] on salt.', 'The village spent $12 per head on salt.'],
  ['per month', 'The lease costs the theatre [€30,000].', 'The lease costs the theatre €2,500 a month.'],
  [
    'before and after',
    'The wait for a hip operation is [14 weeks].',
    'The wait for a hip operation fell from 21 weeks to 12 weeks.'
  ],
  ['from and to', 'The glacier was [4.4 km] long.', 'The glacier shrank from 5.1 km to 3.9 km.'],
  ['by and to', 'The fare rose by [9 percent].', 'The fare rose to 12 percent of the mean wage.'],
  ['gross and net', 'The mill made a profit of [£310,000].', 'The mill made a net profit of £240,000.'],
  ['before tax', 'The brewery earned [$88 million].', 'The brewery earned $61 million after tax.'],
  ['median and mean', 'The mean rent in the port is [€910].', 'The median rent in the port is €780.'],
  ['average only on the page', 'Rent in the port is [€910].', 'Average rent in the port is €780.'],
  ['maximum', 'The tower sways [40 cm] in the wind.', 'The tower sways at most 75 cm in the wind.'],
  [
    'an updated figure',
    'The quake killed [212 people] in the delta.',
    'The quake killed 180 people in the delta, officials said earlier.'
  ],
  [
    'a corrected figure',
    'The march drew [3,000 people].',
    'Correction: an earlier version said the march drew 5,000 people.'
  ],
  [
    'a revised figure',
    'Exports of tea were worth [$71 million].',
    'Exports of tea were worth $68 million, a revised figure.'
  ],
  [
    'another study',
    'The trial found that the drug cut relapses by [31 percent].',
    'An older trial found that the drug cut relapses by 22 percent.'
  ],
  [
    'what others claim',
    'The dam holds [12 million litres].',
    'Campaigners claimed that the dam holds 30 million litres.'
  ],
  [
    'what was denied',
    'The bank lost [€40 million] on the loan.',
    'The bank denied that it lost €75 million on the loan.'
  ],
  ['not', 'The hospital has [320 beds].', 'The hospital does not have 450 beds.'],
  ['ranks', 'Norwell came [3rd] of 40 towns.', 'Norwell came 5th of 40 towns.'],
  ['a range', 'The hive holds [20,000 bees].', 'The hive holds 40,000 to 60,000 bees.'],
  ['at least', 'The hive holds [20,000 bees].', 'The hive holds at least 15,000 bees.'],
  ['more than', 'The archive has [9,000 letters].', 'The archive has more than 8,000 letters.'],
  ['fewer than', 'The archive has [7,000 letters].', 'The archive has fewer than 8,000 letters.'],
  ['rounded', 'The archive has [8,000 letters].', 'The archive has 8,214 letters.'],
  ['rounded the other way', 'The archive has [8,214 letters].', 'The archive has about 8,000 letters.'],
  ['another currency', 'The bridge cost [€61 million].', 'The bridge cost $66 million.'],
  ['another unit', 'The path is [11 miles] long.', 'The path is 18 km long.'],
  ['households and people', 'The flood drove out [2,300 people].', 'The flood drove out 800 households.'],
  ['men and women', 'Among men [19 percent] sleep badly.', 'Among women 27 percent sleep badly.'],
  ['children', '[23 percent] of patients were readmitted.', '14 percent of children were readmitted.'],
  [
    'age',
    'Of drivers over 70, [8 percent] failed the test.',
    'Of drivers under 25, 17 percent failed the test.'
  ],
  [
    'quarter',
    'In the first quarter the shop sold [4,100 bicycles].',
    'In the second quarter the shop sold 5,600 bicycles.'
  ],
  ['month', 'In May the shelter took in [310 dogs].', 'In June the shelter took in 270 dogs.'],
  ['weekday', 'On Saturday [640 visitors] came to the fair.', 'On Sunday 910 visitors came to the fair.'],
  ['season', 'The lake loses [30 cm] in summer.', 'The lake loses 12 cm in winter.'],
  [
    'exports and imports',
    'The island exports [900 tonnes] of honey.',
    'The island imports 650 tonnes of honey.'
  ],
  ['rise and fall', 'Thefts of copper rose by [12 percent].', 'Thefts of copper fell by 17 percent.'],
  ['two places joined', 'Harwick has [1,450 allotments].', 'Harwick and Bell Green have 2,300 allotments.'],
  ['a place more', 'The line has [31 stops] in Harwick.', 'The line has 46 stops in Harwick and Bell Green.'],
  ['a kind of the thing', 'The museum owns [5,200 clocks].', 'The museum owns 1,700 water clocks.'],
  ['a kind in the sentence', 'The museum owns [1,200 water clocks].', 'The museum owns 5,200 clocks.'],
  [
    'two sentences, two values',
    'The bakery sells [400 rolls].',
    'The bakery sells 350 rolls. On feast days the bakery sells 900 rolls.'
  ],
  [
    'the same elsewhere',
    'The reservoir is [34 metres] deep.',
    'The reservoir is 28 metres deep. ¶ At the wall it is 34 metres deep.'
  ],
  [
    'its own difference',
    'The vineyard lost [140 vines] in the frost.',
    'The vineyard had 900 vines before the frost and 760 after the frost.'
  ],
  [
    'its own ratio',
    'Visits to the cave [tripled].',
    'Visits to the cave were 4,000 in 2015 and 12,100 in 2019.'
  ],
  ['its own share', '[40 percent] of the members voted.', 'Of 500 members, 200 voted.'],
  ['full and part time', 'The theatre employs [62 actors].', 'The theatre employs 40 full-time actors.'],
  ['including', 'The tour cost [$8,100].', 'The tour cost $9,400 including insurance.'],
  ['a record', 'The river rose to [5.2 metres].', 'The river rose to a record 6.1 metres.'],
  [
    'confirmed',
    'There were [84 cases] of measles in the port.',
    'There were 61 confirmed cases of measles in the port.'
  ],
  [
    'a row of another town',
    'In Oster [61 percent] of the voters said yes.',
    'Town | Yes ¶ Oster | 61% ¶ Hale | 48%'
  ],
  [
    'a row that is not there',
    'In Pell [33 percent] of the voters said yes.',
    'Town | Yes ¶ Oster | 61% ¶ Hale | 48%'
  ],
  [
    'two columns of years',
    'In Oster [55 percent] of the voters said yes.',
    'Town | Yes 2016 | Yes 2020 ¶ Oster | 61% | 58% ¶ Hale | 48% | 47%'
  ],
  [
    'men and women in columns',
    'The median wage in Hale is [€2,900].',
    'Town | Men (€) | Women (€) ¶ Oster | 3,200 | 2,800 ¶ Hale | 3,100 | 2,700'
  ],
  [
    'the row before',
    'In 2014, after a year with [910 births], the ward closed.',
    'Year | Births ¶ 2013 | 910 ¶ 2014 | 640'
  ],
  [
    'compared with another row',
    'In 2014 births fell from [910] in the year before.',
    'Year | Births ¶ 2013 | 910 ¶ 2014 | 640'
  ],
  [
    'two tables',
    'In Oster [72 percent] said yes.',
    'Town | Yes ¶ Oster | 61% ¶ Hale | 48% ¶ The second vote ¶ Town | Yes ¶ Oster | 58% ¶ Hale | 40%'
  ],
  [
    'a unit for the column',
    'Barley takes up [31,000 hectares].',
    'Crop | Area (thousand hectares) | Yield (t) ¶ Barley | 31 | 6 ¶ Oats | 12 | 4'
  ],
  ['an open cell', 'The Alder is [70 km] long.', 'River | Length ¶ Alder | about 68 km ¶ Birch | 31 km'],
  [
    'a forecast column',
    'Hale has [21,000 inhabitants].',
    'Town | 2010 | 2030 (forecast) ¶ Hale | 18,200 | 25,000'
  ],
  ['a sum of rows', 'The two mills grind [95 tonnes].', 'Mill | Tonnes ¶ Upper mill | 40 ¶ Lower mill | 55'],
  ['capacity and attendance', 'The hall was filled by [1,900 people].', 'The hall seats 2,400 people.'],
  [
    'a longer span of time',
    'The mine produced [310 kg] of silver.',
    'The mine produced 2,900 kg of silver in ten years.'
  ],
  ['opening and end', 'The show opened on [4 May 2018].', 'The show closed on 9 July 2018.'],
  ['birth and death', 'The painter was born in [1841].', 'The painter died in 1902.'],
  ['built and rebuilt', 'The mill was built in [1780].', 'The mill was rebuilt in 1854.'],
  [
    'announced and done',
    'The law takes effect on [1 March 2022].',
    'The law was passed on 14 November 2021.'
  ],
  ['small counts of other things', 'The club has [12 boats].', 'The club has 30 members.'],
  ['wounded and killed', '[Fourteen people] were hurt in the crash.', 'Six people were killed in the crash.'],
  ['this year', 'This year [44 farms] take part.', 'Last year 38 farms took part.'],
  ['votes for and against', 'The motion passed with [61 votes].', 'The motion was opposed with 34 votes.'],
  [
    'planted and survived',
    'The school planted [400 oaks].',
    'Of the oaks the school planted, 310 oaks survived.'
  ],
  ['points and percent', 'Support rose by [6 percentage points].', 'Support rose by 14 percent.'],
  [
    'the end of a list',
    'The fleet has [19 trawlers].',
    'The fleet has 7 tugs, 24 barges and 11 trawlers in the outer harbour.'
  ]
]

/** The page has another figure of the very same. */
export const opposites: readonly (readonly [...Trap, closest: string])[] = [
  [
    'a clause',
    'Nobody expected it, but the tunnel cost [€48 million].',
    'The tunnel cost €84 million. It opened in rain.',
    '€84 million'
  ],
  [
    'a group that is the same',
    'Of the altos, [41 percent] read music.',
    'Of the altos, 29 percent read music.',
    '29 percent'
  ],
  ['a small count', 'The rescue took [nine divers].', 'The rescue took five divers.', 'five divers'],
  ['a year', 'The lighthouse was lit in [1878].', 'The lighthouse was lit in 1887.', '1887'],
  ['a date', 'The strike began on [3 June 2015].', 'The strike started on 13 June 2015.', '13 June 2015'],
  [
    'a synonym',
    'Thefts of copper dropped by [12 percent].',
    'Thefts of copper fell by 17 percent.',
    '17 percent'
  ],
  [
    'one row',
    'In Oster [16 percent] of the voters said yes.',
    'Town | Yes ¶ Oster | 61% ¶ Hale | 48%',
    '61%'
  ],
  [
    'the row of another town',
    'Of the voters of Hale, [61 percent] said yes.',
    'Town | Yes ¶ Oster | 61% ¶ Hale | 48%',
    '48%'
  ],
  [
    'a year of a table',
    'In 2014 the ward counted [910 births].',
    'Year | Births ¶ 2013 | 910 ¶ 2014 | 640',
    '640'
  ],
  [
    'two clauses, one for each',
    'The toll is [$6] for cars.',
    'The toll is $3 for cars and $8.50 for lorries.',
    '$3'
  ],
  [
    'a scale',
    'The canal carried [3 million tonnes] of coal.',
    'The canal carried 3 billion tonnes of coal.',
    '3 billion tonnes'
  ],
  [
    'a time in a row',
    'Maria Weber ran the race in [58 minutes].',
    'Name | Race ¶ Maria Weber | 61 min ¶ Ida Weber | 58 min',
    '61 min'
  ],
  [
    'a count in a row',
    'Ghent uses [98 litres] a day.',
    'City | Litres a day ¶ Ghent | 112 ¶ Bruges | 98',
    '112'
  ],
  [
    'a column',
    'Rail carried [9 percent] of freight in Ghent.',
    'City | Road | Rail ¶ Ghent | 80% | 12% ¶ Bruges | 85% | 9%',
    '12%'
  ]
]
