/** Words that tell little of what a text is about, and capitals that name nobody. In lower case. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Capitalised inside a sentence, and yet no name that a page about the same would have to spell so. */
export const unnamed = words(`
  i i'm i've i'd i'll ok okay mr mrs ms mx dr prof sir madam god internet web email covid ceo cto cfo coo usa us uk eu un usd eur gbp ai it pdf
  url html faq diy am pm bc ad bce ce tv pc hr pr vs etc no january february march april may june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
  saturday sunday mon tue tues wed thu thur thurs fri sat sun spring summer autumn winter fall english german french
  spanish italian dutch portuguese polish russian chinese japanese korean arabic latin greek swedish danish norwegian
  finnish turkish american british european asian african western eastern northern southern christian muslim jewish
  indian canadian australian irish scottish welsh mexican internet bible earth moon sun american americans europeans
  north south east west`)

/** Of a name of several words the ones that many names have: alone they show nothing. */
export const commonInNames = words(`
  the of and for de da di du la le von van der den bin al el university college school institute institution center centre
  national international world global american united states state department ministry office agency bureau commission
  committee council association society foundation organization organisation company corporation inc ltd llc group
  corp co bank fund journal review times post news magazine press report survey study index research data health
  science sciences technology technologies systems services service software new north south east west great royal
  house street river lake city county museum library park central general federal public first act law court board
  project program programme network team union party church saint st john james mary david mr mrs dr`)

/** So frequent in texts of any subject that a page of another one has them too. */
export const common = words(`
  about above according across actually after again against ago ahead almost alone along already also although always among
  amount another around away back based became because become been before began being below best better between
  both bring brought business called came case cause certain change changed come comes coming common company
  complete could course current currently data days despite different does doing done down during each early
  either else enough especially even ever every example fact fewer figure figures find first found four
  from full further gave general given gives goes going good great group grow growing grown growth half hand have having help
  high higher highest history however hundred idea important include included includes including increase increased
  information instead into itself just keep kind know known large largest last later latest least leave left less
  level life like likely line list little live long longer look lost lower made main major make makes making many
  mean means million billion thousand percent month months more most move much must near nearly need needs never
  next nine none note number numbers often once only open order other others over overall part parts people
  perhaps place point possible present problem process public published rate rather reach reached real really reason
  recent recently report reported reports research result results right rise rose said same says second seen
  sense several share should show showed shows side similar simply since single size small some something
  state states still study such support sure survey system take taken takes than that their them then there
  these they thing things think third this those though three through time times today together told took
  total toward turn under until upon used uses using usually value very want wants ways week weeks well went were what
  when where whether which while whole will with within without word words work worked working world would
  write written wrote year years yesterday young`)
