/** Dimension, then the names of each unit, then its factor. */
export const unitTables: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  [
    'length',
    {
      'nm nanometre nanometer': 1e-9,
      'µm μm micrometre micrometer micron': 1e-6,
      'mm millimetre millimeter': 1e-3,
      'cm centimetre centimeter': 1e-2,
      'm metre meter': 1,
      'km kilometre kilometer kms': 1e3,
      'inch inches': 0.0254,
      'foot feet ft': 0.3048,
      'yard yd': 0.9144,
      'mile mi': 1609.344
    }
  ],
  [
    'mass',
    {
      'µg μg mcg microgram': 1e-6,
      'mg milligram': 1e-3,
      'g gram gramme': 1,
      'kg kilogram kilogramme kilo kgs': 1e3,
      't tonne': 1e6,
      ton: 1e6,
      'oz ounce': 28.349523,
      'lb lbs': 453.59237
    }
  ],
  [
    'volume',
    {
      'ml millilitre milliliter': 1e-3,
      'cl centilitre centiliter': 1e-2,
      'l litre liter': 1,
      'gallon gal': 3.785412,
      pint: 0.568,
      barrel: 158.987
    }
  ],
  [
    'time',
    {
      'ns nanosecond': 1e-9,
      'µs μs microsecond': 1e-6,
      'ms millisecond msec': 1e-3,
      's sec secs second': 1,
      'min mins minute': 60,
      'h hr hrs hour': 3600,
      day: 86400,
      week: 604800
    }
  ],
  ['calendar', {month: 1, 'year yr yrs': 12, decade: 120, 'century centuries': 1200}],
  [
    'data',
    {
      'byte bytes': 1,
      'kb kilobyte kib': 1e3,
      'mb megabyte mib': 1e6,
      'gb gigabyte gib': 1e9,
      'tb terabyte tib': 1e12,
      'pb petabyte': 1e15
    }
  ],
  ['bits', {kbps: 1e3, mbps: 1e6, gbps: 1e9}],
  ['energy', {wh: 1, kwh: 1e3, mwh: 1e6, gwh: 1e9, twh: 1e12, 'kilowatt-hour': 1e3}],
  ['joules', {kj: 1e3, mj: 1e6, joule: 1, calorie: 4.184, 'kcal kilocalorie': 4184}],
  [
    'power',
    {'watt w': 1, 'kw kilowatt': 1e3, 'mw megawatt': 1e6, 'gw gigawatt': 1e9, 'horsepower hp': 745.7}
  ],
  ['frequency', {'hz hertz': 1, 'khz kilohertz': 1e3, 'mhz megahertz': 1e6, 'ghz gigahertz': 1e9}],
  ['speed', {mph: 1.609344, 'kmh kph kmph': 1}],
  ['area', {'hectare ha': 1e4, acre: 4046.856, sqm: 1, sqft: 0.09290304, sqkm: 1e6}],
  ['temperature', {celsius: 1, kelvin: 1}],
  ['voltage', {'volt v': 1, 'kv kilovolt': 1e3}],
  ['points', {'pp ppt': 1}],
  ['basis-points', {bps: 1}],
  ['concentration', {ppm: 1, ppb: 1e-3}],
  ['pixels', {'px pixel': 1, 'megapixel mp': 1e6}],
  ['decibel', {'db decibel': 1}],
  ['money:usd', {usd: 1}],
  ['money:eur', {'eur euro €': 1}],
  ['money:gbp', {'gbp £ sterling quid': 1, 'pence penny': 0.01}],
  ['money:jpy', {'jpy yen': 1}],
  ['money:cny', {'cny rmb yuan renminbi': 1}],
  ['money:yen', {'¥': 1}],
  ['money:inr', {'inr rupee ₹': 1}],
  ['money:chf', {'chf franc': 1}],
  ['money:aud', {aud: 1}],
  ['money:cad', {cad: 1}],
  ['money:nzd', {nzd: 1}],
  ['money:krw', {'krw ₩': 1}],
  ['money:sek', {'sek krona kronor': 1}],
  ['money:nok', {nok: 1}],
  ['money:dkk', {dkk: 1}],
  ['money:zar', {'zar rand': 1}],
  ['money:dollar', {'$ dollar': 1, cent: 0.01}],
  ['money:pound', {pound: 1}],
  ['percent', {'% ％ percent percents pct': 1}]
]
