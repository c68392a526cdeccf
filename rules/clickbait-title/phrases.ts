/**
 * Formulas of titles that promise and do not tell, in the notation of `createPhraseMatcher`.
 *
 * A phrase belongs here when the same words sell any article. Numbers ("Five ways to …"), questions and "How to …" are
 * no clickbait: good editors use them.
 */
export const formulas: readonly string[] = [
  // A secret is about to be told.
  'the (shocking|ugly|hidden|dark|surprising|untold|brutal|hard|real|whole|honest|uncomfortable|terrifying|) truth (about|behind)',
  'the real (reason|reasons|winner|secret|secrets)',
  'the (shocking|surprising|hidden|weird|strange|dirty) (little|) (reason|reasons|secret|secrets)',
  '(secrets|secret|truth|truths) (revealed|exposed|uncovered|nobody|no one|they|you|every)',
  '(secrets|secret) to (success|happiness|wealth|losing weight|making money|getting rich|eternal)',
  'secrets of (successful|highly|the rich|the pros|great|effective|happy|top|long|lasting|millionaires|self-made)',
  '(sleep|weight-loss|weight loss|beauty|money|success|marketing|seo|business|dating|diet|fitness|investing|productivity) secrets',
  '(unlock|unlocking|unveil|unveiling|uncover|uncovering|unravel|unraveling|unravelling) the (hidden|) (secrets|secret|mysteries|magic) (of|to|behind)',
  "(what|things) (nobody|no one|they|experts|doctors|banks) (tells|tell|told|will tell|won't tell|don't tell|doesn't tell|never tell|is telling|aren't telling) you",
  '(nobody|no one) (is talking about|talks about|tells you|told you|wants to talk about)',
  "(doesn't|don't|do not) want you to (know|see|find out)",
  "you (didn't|never) (know|knew|realize|realise|realized|realised)",
  'everything you (need|needed|ever wanted|always wanted) to know',
  "(won't|will not|wouldn't|would not|can't) believe",
  'what (happened next|happens next will)',

  // A feeling is promised.
  '(will|that|to) (blow your mind|shock you|amaze you|surprise you|leave you speechless|make you cry|make you rethink everything)',
  '(will|can|could|that|to) change your life (forever|)',
  '(changes|changed|change) everything',
  '(mind-blowing|mind blowing|jaw-dropping|jaw dropping|mind-boggling|mind boggling|unbelievable)',
  '(game changer|game-changer|game changers|game-changers)',
  '(break|breaks|breaking|broke) the internet',
  'without losing your (mind|sanity)',

  // A trick does the work.
  '(weird|strange|simple|little|crazy|clever|genius) (trick|tricks) (to|that|for|will|doctors|every)',
  '(one|this|1) (weird|strange|simple|little|crazy|clever|genius) (trick|hack|tip)',
  '(life|simple|easy|genius|clever|brilliant|insane|crazy|productivity|growth) hacks',
  '(doctors|experts|dentists|trainers|banks|insurers) hate',
  'with this (free|simple|one|easy|weird|little) (tool|trick|hack|tip|method|script|formula)',
  'like a (pro|boss|ninja|rockstar|rock star|genius|millionaire)',
  "(you're|you are|you've been|you have been) (probably|) doing (it|this) (all|) wrong",
  '(make|earn|making|earning) money (fast|quickly|while you sleep|in your sleep)',
  'from zero to (income|hero|millionaire|profit|six figures|six-figure)',

  // More than can be.
  'the (only|last) (guide|list|article|tutorial|resource|tool|app) (you|that you)',
  "(you'll|you will) ever need",
  'ultimate (guide|list|checklist|handbook|roadmap|resource|showdown|breakdown|tutorial|cheat sheet|collection|review|comparison)',
  'ultimate _ (guide|list|checklist|handbook|roadmap|showdown|comparison)',
  "(heres|here's|here is|here are) the (real|) (winner|truth|secret|one that|reason|shocking)",
  '(stop|quit) (doing|using|making) (this|these)'
]

/** Formulas where a title ends with them: they keep back what the article says. */
export const teasers: readonly string[] = [
  "(heres|here's|here is) (why|how|what happened|the result|the results)",
  "(heres|here's|here is) what (i|we) (learned|learnt|found|did|think|discovered)",
  "(heres|here's|here is) (the|a|my) (full|complete|) (breakdown|fix|story)",
  "(heres|here's|here is) the _ _ (that|which) (worked|works|helped|changed it)",
  'this is (why|how|what happened)',
  '(and what|what) (happened|happens) next',
  'no one (saw coming|expected)'
]
