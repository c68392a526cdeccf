import type {Biography, Place} from './biographies.ts'

export interface Contradiction<Found extends Biography> {
  readonly what: string
  readonly other: string
  readonly place: Found
}

/** Callings that take years of training each: nobody is presented as one of them here and as another there. */
const calling =
  /^(?:cardiologist|dermatologist|neurologist|psychiatrist|oncologist|pediatrician|paediatrician|physician|surgeon|dentist|orthodontist|optometrist|veterinarian|vet|nurse|midwife|pharmacist|psychologist|therapist|psychotherapist|physiotherapist|dietitian|nutritionist|chiropractor|lawyer|attorney|solicitor|barrister|judge|accountant|actuary|economist|banker|teacher|chef|baker|butcher|electrician|plumber|carpenter|mechanic|welder|roofer|locksmith|gardener|horticulturist|arborist|farmer|architect|biologist|chemist|physicist|geologist|astronomer|mathematician|botanist|zoologist|meteorologist|archaeologist|historian|pilot|firefighter|paramedic|soldier|sailor|realtor|priest|pastor|rabbi|librarian)$/

/** What two biographies of one name say differently. Those of different years may both have been true. */
export function findContradiction<Found extends Biography>(
  one: Found,
  other: Found
): Contradiction<Found> | undefined {
  if (one.words === other.words) return undefined
  if (one.year !== undefined && other.year !== undefined && one.year !== other.year) return undefined
  const {job, place} = one
  if (job !== undefined && other.job !== undefined && isOtherJob(one, other))
    return {what: job, other: other.job, place: other}
  if (
    place &&
    other.place &&
    areApart(place, other.place) &&
    isOtherPlace(place, other) &&
    isOtherPlace(other.place, one)
  )
    return {what: nameOf(place), other: nameOf(other.place), place: other}
  return undefined
}

function isOtherJob(one: Biography, other: Biography): boolean {
  const [a, b] = [one.job ?? '', other.job ?? '']
  if (a === b || !calling.test(a) || !calling.test(b)) return false
  return !mentions(one, b) && !mentions(other, a)
}

/** Another town in another region: a town alone may lie in the other place. */
function isOtherPlace(place: Place, {words}: Biography): boolean {
  return `${place.town} ${place.region}`
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 2)
    .every((part) => !` ${words} `.includes(` ${part} `))
}

/** Regions that others are a part of: Leeds, England, is in the UK. */
const wide = /^(?:UK|United Kingdom|England|Great Britain|Britain|US|USA|United States|America|Europe)$/

/** `Oakland, California` may be near `San Jose, CA`. */
function areApart(a: Place, b: Place): boolean {
  const isSpelledAlike = a.region.length > 2 === b.region.length > 2
  return isSpelledAlike && a.region !== b.region && !wide.test(a.region) && !wide.test(b.region)
}

function nameOf({town, region}: Place): string {
  return `${town}, ${region}`
}

/** A word, or one with the same stem: `nursing`, `nurse`. */
function mentions({words}: Biography, job: string): boolean {
  const stem = job.slice(0, Math.max(4, job.length - 3))
  return ` ${words}`.includes(` ${stem}`)
}
