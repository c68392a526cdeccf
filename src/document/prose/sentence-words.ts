/** Words that tell whether a full stop ends a sentence. */

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** Never the last word of a sentence, whatever follows: "met Dr. The", "bees, e.g. Apis". */
export const neverLast = words(`
  Mr Mrs Ms Mx Messrs MR MRS DR Dr Drs Prof Profs Rev Revd Hon Sen Sens Rep Reps Gov Govs Gen Lt Lieut Col
  Maj Capt Cpt Cmdr Cdr Sgt Cpl Pvt Adm Brig Supt Insp Det Amb Pres Asst Mme Mlle Mgr Msgr Fr Sra Srta Sta
  e.g i.e E.g I.e a.k.a n.b w.r.t eg cf Cf viz vs Vs v approx Approx ca Ca circa et incl Incl excl resp`)

/** Last only before a word that opens sentences: "Acme Inc. The", not "Acme Inc. Chairman", "al. (2020)". */
export const seldomLast = words(`
  Inc Ltd Co Cos Corp Bros Pty Mfg Intl Natl Assn Assoc Dept dept Univ Inst Govt govt Jr Sr Esq Ret D.Phil
  M.Phil LL.B LL.M LL.D Psy.D Pharm.D St Mt Ft Ave Blvd Rd Hwy Rte Ste Apt Bldg Pkwy Sq Pl Ct Ln Dist Cir Ala
  Ariz Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Pa Tenn Tex
  Vt Va Wis Wyo Ont Que Mon Tue Tues Wed Thu Thur Thurs Fri misc temp esp spec orig abbr prof al Fig Figs fig
  figs Vol Vols vol vols p pp Eq Eqs Eqn eq eqs Sec Secs Sect Ch Chap chap Pt Bk Ed Eds ed eds Trans trans op
  Op Opp Bd cit ibid Ibid seq ff J Proc Lett Acad Soc Sci Phys Chem Biol Supp Sess Stat`)

/** Last before any capital, not before a number: "No. 5", "Jan. 5", "5 ft. 3", but "in Jan. Bees". */
export const notBeforeNumber = words(`
  No no Nos nos Nr nr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Sat Sun etc Etc est Est max Max min
  Min sec ft lb lbs oz hr hrs yr yrs mi gal qt tsp tbsp pt Ref Refs ref refs Tab Para para Art Arts Def Prop
  Thm Lem Cor Ex n c b d r fn ext Ext tel Tel ver Ver rev Reg Res Ord Cmd avg Avg`)

/** Names that end in a mark: "Yahoo! Mail", "Jeopardy! host". */
export const markedNames = words('Yahoo Jeopardy Yum Joomla Oklahoma Wham Panic Guess')

/** Words that, with a capital, open a sentence. "Under", "First", "Open" are not among them: "U.S. Open". */
export const openers = words(`
  The This That These Those It Its He She They We You I His Her Their Our My Your A An In On At By For From
  With Without Within To Of But And Or Nor So Yet If When While Since Unless Until Although Though However
  Because As After Before During Despite Then There Here Now Once What Who Whose Why How Where Which Another
  All Some Many Most Each Both Such Several Few Every Only Even Also Instead Meanwhile Moreover Furthermore
  Therefore Thus Hence Still Today Yesterday Later Among Along Across According Additionally Finally
  Nevertheless Nonetheless Otherwise Perhaps Whether Through`)

/** Nouns that a letter or number names: "vitamin D. People", "Step 2. Cut", unlike "John D. Rockefeller". */
export const labelled = words(`
  vitamin point type plan option group class grade hepatitis influenza exhibit appendix section step part
  figure fig table version model line phase level team category scenario variant column row cell node layer
  schedule letter drive zone war chapter rule note lesson tip question example box day week act scene stage
  round generation case hypothesis theorem lemma task problem principle strategy method reason item article`)

/** “Why?” Mary asked. */
export const saying = words(`
  asked said says asks replied answered cried shouted yelled wrote exclaimed added whispered wondered
  demanded told called laughed thought screamed continued`)
