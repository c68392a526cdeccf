/**
 * Words that sell: praise of a thing that gives no measure of it.
 *
 * In the notation of `createPhraseMatcher`. A phrase belongs here when it stands in advertisements of anything. Fillers,
 * which praise nothing, are `filler-phrase`'s.
 */

/** Words that reporting hardly ever needs: three of them make a brochure. */
export const praise: readonly string[] = [
  // The thing is the best.
  '(cutting-edge|best-in-class|industry-leading|market-leading|top-notch|next-level)',
  '(cutting edge|world-class|world class|top-tier|state-of-the-art|state of the art) (technology|technologies|solution|solutions|service|services|facility|facilities|equipment|platform|platforms|tools|infrastructure|design|features|amenities|support)',
  '(unparalleled|unmatched|unrivaled|unrivalled|unbeatable|second to none|one-of-a-kind|bar none)',
  '(groundbreaking|ground-breaking|revolutionary|game-changing|transformative|next-generation|next-gen) (technology|technologies|solution|solutions|product|products|platform|platforms|tool|tools|approach|feature|features|service|services|app|device|system|method|formula|design|experience)',
  '(exceptional|superior|outstanding|remarkable|incredible|unbelievable|amazing) (quality|value|performance|service|results|comfort|experience|experiences|craftsmanship|flavor|flavour|durability|convenience|efficiency|versatility|features|benefits|support|care|design|style|accuracy|precision|sound|functionality|usability)',
  '(premium|high-end|top-quality|superior) (quality|experience|experiences|service|services|materials|products|design|comfort|feel|craftsmanship)',
  '(stunning|breathtaking|exquisite|mesmerizing|magnificent|gorgeous) (design|views|visuals|display|graphics|results|look|interior|interiors|backdrop|collection|destination|scenery|designs|detail|architecture)',
  '(luxurious|lavish|opulent|sumptuous)',
  '(award-winning|world-renowned|internationally acclaimed) (team|service|services|products|platform|solution|solutions|support)',
  '(trusted|reputable|reliable|premier|leading|go-to|one-stop) (provider|partner|choice|shop|destination|solution|name|source|platform|supplier) (for|of|in)',
  '(leading|top|premier|trusted) (provider|providers|supplier|suppliers|platform|platforms|partner|company) (of|for)',
  '(proven track record|passionate team|team of experts|highly skilled professionals|experienced professionals|customer satisfaction|client satisfaction)',
  '(razor-sharp|unapologetic|visionary) (analysis|perspective|insight|insights|leader|leadership|wit)',
  'a (bold|fresh|unique|unapologetic) (and unapologetic|perspective to every|take on every)',

  // It does everything by itself.
  '(seamless|seamlessly|effortless|effortlessly|hassle-free|frictionless|painless|worry-free|stress-free)',
  '(blazing-fast|blazing fast|blazingly fast|lightning-fast|lightning fast|lightning speed|ultra-fast|super-fast)',
  '(supercharge|supercharges|supercharged|supercharging|turbocharge|turbocharges|turbocharging|skyrocket|skyrocketing|skyrockets)',
  '(future-proof|future-proofs|future-proofing|enterprise-grade|military-grade|bank-grade|battle-tested|feature-rich|turnkey|turn-key|plug-and-play)',
  '(robust|powerful|innovative|dynamic|holistic|tailored|all-in-one|comprehensive) (suite|offering|offerings|ecosystem)',
  '(innovative|tailored|holistic|all-in-one|turnkey|bespoke|custom-tailored) (solution|solutions)',
  'robust (security|features|architecture|support|performance|functionality|analytics|tools|integration|integrations|encryption|protection|disaster recovery|set of)',
  'robust (security|infrastructure|disaster recovery|architecture|support|performance|functionality|analytics|integration|integrations|encryption|protection|platform|framework|solution|solutions|feature set|set of|suite|verification|authentication|and scalable|scalable)',
  '(leverages|leveraging)',
  '(to|can|will|could|should|and|by|indeed|companies|businesses|teams|organizations) leverage',
  '(drastically|dramatically) (reduce|reduces|reducing|improve|improves|improving|increase|increases|boost|boosts|enhance|enhances|simplify|simplifies)',
  '(exponentially|massively|radically) (reduce|reduces|reducing|improve|improves|improving|increase|increases|increasing|boost|boosts|enhance|enhances|simplify|simplifies|accelerate|accelerates)',
  '(unlock|unlocks|unlocking|unleash|unleashes|unleashing|harness|maximize|maximise|maximizing) (your|the full|its full|their full|your full|true|unlimited|endless|new levels) (potential|power|creativity|productivity|possibilities|returns|profits|earnings|of)',

  // It is for you.
  '(elevate|elevates|elevating|transform|transforms|transforming|level up|revolutionize|revolutionise|revamp|enhance|enriches|enrich) your (experience|life|home|business|brand|workflow|style|space|skin|sleep|garden|health|routine|productivity|lifestyle|website|career|game|skills|wardrobe|strategy|marketing|presence|look|mood|workspace|business)',
  '(elevate|elevates|elevating|transform|transforms|transforming|level up|revolutionize|revolutionise|revamp|enhance|enriches|enrich) your _ (experience|life|home|business|brand|workflow|style|space|skin|sleep|garden|health|routine|productivity|lifestyle|website|career|game|skills|wardrobe|strategy|marketing|presence|look|mood|workspace|business)',
  '(boost|boosts|boosting|skyrocket|maximize|maximise|maximizing|grow) your (sales|productivity|revenue|profits|income|traffic|business|brand|confidence|rankings|conversions|earnings|immunity|mood|energy|visibility)',
  '(take|takes|taking) (your|it|things) __ to (the next level|new heights|another level|a whole new level)',
  '(look no further|the perfect choice|an excellent choice for|the ideal choice|a perfect fit for|perfect for anyone|ideal for anyone|your ultimate)',
  '(perfect|ideal) (solution|choice|blend|companion|gift|way) (for|to|of|between)',
  '(must-have|must-see|must-try|must-visit|unforgettable|once-in-a-lifetime) (accessory|item|destination|experience|experiences|memories|adventure|for|tool)',
  '(designed|built|crafted|tailored|engineered) to (elevate|delight|empower|impress|exceed|deliver exceptional|meet your|suit your|fit your)',
  '(say goodbye to|wave goodbye to|never worry about|forget about)',
  "(don't miss out|what are you waiting for|act now|order now|shop now|get yours today|sign up today|get started today|try it today|contact us today|call us today|start your journey)",
  '(discover|experience|enjoy|embrace|indulge in) the (magic|joy|power|beauty|difference|ultimate|benefits|freedom|luxury|perfect|true)',
  '(nestled|tucked away) (in|among|between) the (heart|hills|picturesque|beautiful|lush|scenic)',
  'boasts (a|an|some|over|more|stunning|impressive)',
  '(without breaking the bank|bang for your buck)'
]

/** Words that good writing has too: they are named along with the others. */
export const weak: readonly string[] = [
  '(robust|stunning|sleek|exceptional|unprecedented|foundational|transformative|holistic|vibrant|captivating|bespoke|game-changing|world-class|state-of-the-art)',
  '(streamline|streamlines|streamlining|elevate|elevates|elevating)',
  '(incredibly|remarkably|drastically|dramatically)',
  '(robust|powerful|scalable|sophisticated|advanced) (solution|solutions|platform|platforms|infrastructure|capabilities|framework)',
  'ahead of the (curve|competition|game|pack)'
]
