/**
 * Words that count from the day of writing, in the notation of `createPhraseMatcher`. Left out are those that mean any
 * day ("today", "nowadays", "soon"), and those that good texts use of their own story ("the next year").
 */
export const phrases: readonly string[] = [
  '(earlier|later) this (week|month|year|spring|summer|autumn|fall|winter|season|decade)',
  'this (past|coming|) (week|month|year|spring|summer|autumn|winter|season)',
  "this (week's|month's|year's)",
  '(last|next) (week|month|year|spring|summer|autumn|winter|season|quarter)',
  '(last|this past) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
  '(a|one|two|three|four|five|six|several) (day|days|week|weeks|month|months) ago',
  '(a|one|two|three|four|five|six|several|ten|a few|a couple of) (year|years) ago',
  'in recent (days|weeks|months|years)',
  '(in|over|during|within) the (past|last) (few|two|three|four|five|six|ten|several|couple of) (days|weeks|months|years)',
  '(in|over|during|within) the (past|last) (week|month|year|decade)',
  '(in|over|during|within) the (next|coming) (few|two|three|four|five|six|ten|several|) (weeks|months|years)',
  '(is|are|has|have) (also|only|just|) (recently|currently)',
  '(is|are|has|have) (been|also been|only been|just been) recently',
  'as of (now|today|this writing)',
  'at the (moment|time of writing)',
  'so far this (week|month|year|season)'
]
