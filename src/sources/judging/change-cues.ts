/** Words by which a figure tells of a change, or compares two amounts. */
export const change: RegExp =
  /\b(?:ro[sl]e|risen?|rises|rising|grew|grow[ns]?|growing|growth|fell|fall(?:en|s|ing)?|drop(?:ped|s)?|increase[ds]?|increasing|decrease[ds]?|declined?|declines|climbed|jumped|surged|gain(?:ed|s)?|lost|los(?:es?|ing)|shr[aiu]nk|difference|gap|more|less|fewer|higher|lower|larger|smaller|faster|slower|longer|shorter|dearer|cheaper|up|down|cuts?|cutting|reduc(?:ed?|es|ing|tion)|saves?|saved|saving|twice|thrice|doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|quadrupled?|halv(?:ed?|es|ing)|\w{2,9}fold|added|adds|times|than|ahead|behind|margin|swing|exceeds?|exceeded)\b/i

const total = /\b(?:totals?|together|combined|altogether|overall|in all|both|sum|jointly|plus)\b/i

/** What a statement says of how its figures came about. */
export interface Cues {
  readonly isChange: boolean
  readonly isTotal: boolean
}

/** The cues of a text; “more than 20 percent” tells no change. */
export function cuesOf(text: string): Cues {
  const said = text.replace(/\b(?:more|less|fewer|greater|higher|lower|up) (?:than|to)\b/gi, ' ')
  return {isChange: change.test(said), isTotal: total.test(said)}
}
