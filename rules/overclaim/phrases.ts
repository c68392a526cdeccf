/** Words that promise more than can be, in the notation of `createPhraseMatcher`. */

/** Promises that hold of nothing: no claim needs to stand around them. */
export const promises: readonly string[] = [
  '(100|completely|totally|absolutely|entirely) (safe|secure|risk-free|risk free|foolproof|anonymous|untraceable|undetectable|unhackable|error-free|guaranteed|hassle-free|private and secure)',
  '(foolproof|fool-proof|bulletproof|bullet-proof|unhackable|unbreakable|infallible|fail-proof) (way|method|system|strategy|plan|security|protection|solution|encryption|technique|formula|process|platform|technology)',
  '(risk-free|risk free|no-risk|zero-risk) (way|method|profit|profits|income|strategy|opportunity|solution|trading)',
  '(guaranteed|guarantees|guarantee|guaranteeing) (results|success|profit|profits|approval|satisfaction|punctuality|on-time|happiness|rankings|victory|complete|total|absolute|maximum)',
  '(guarantees|guarantee) you (will|success|results|get)',
  'guaranteed to (work|succeed|improve|increase|boost|impress|delight|please|transform|change|win|rank|sell|pay|save)',
  '(never|will never) (fails|fail|lets you down|let you down|disappoints|disappoint|have to worry|need to worry)',
  'never (miss|lose|worry about) (a|an|any|your|another) _ again',
  '(no|zero) (side effects|downsides|drawbacks|risk|risks|effort|hassle|limits) (at all|whatsoever)',
  'without any (side effects|risk|risks|effort|hassle|drawbacks|downsides)',
  'zero (risk|effort|hassle|side effects)',
  '(works|work|functions|function) (perfectly|flawlessly|like magic|wonders|miracles)',
  '(suits|suitable for|right for) (everyone|anyone and everyone)',
  'anyone can (become|master|achieve|earn|make money|get rich|succeed)',
  '(cures|cure|heals|reverses|eliminates|erases) (all|any|every|cancer|diabetes|depression|anxiety|insomnia|acne|aging|ageing|baldness|autism|arthritis|everything)',
  '(instant|overnight|miraculous|magical) (success|results|relief|wealth|transformation|cure|weight)',
  'miracle (cure|pill|solution|remedy|ingredient)',
  'the (only|last) (tool|app|solution|platform|product|software|resource) (you|that you|your business)',
  '(unlimited|limitless|infinite) (potential|income|earning|growth|scalability|power)',
  '(flawless|flawlessly) (results|performance|execution|security|protection|accuracy|uptime|delivery|every time)',
  '(eliminates|eliminating|removes|removing) (all|any|every) (risk|risks|errors|error|doubt|guesswork|problems|chance|possibility)',
  'impossible to (fail|resist|beat|hack|crack)',
  'for every (need|budget|taste|occasion|situation|skin type|use case)'
]

/** Words that overdo a claim: reported where an unsourced claim has them. */
export const excesses: readonly string[] = [
  'everything from __ to',
  'in (milliseconds|seconds|an instant|no time)',
  'without (disrupting|compromising|sacrificing|interrupting|affecting|impacting)',
  'no matter (what|how|where|when|the)',
  '(always|constantly) (available|on|up|accurate|secure|safe|protected|online|accessible)',
  '(ensures|guarantees) (that|complete|total|maximum|full|absolute|uninterrupted|optimal|perfect|continuous)',
  '(near-perfect|virtually unlimited|infinitely|flawless|flawlessly)',
  'at all times'
]
