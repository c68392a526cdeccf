/**
 * What a closing paragraph is made of when there is nothing left to say, in the notation of `createPhraseMatcher`.
 * One of them is fair enough; two of them and no fact fit any article.
 */
export const phrases: readonly string[] = [
  // Winding up.
  '(in|to) (conclusion|summary|sum up|summarize|summarise|sum it up|wrap up|wrap things up)',
  '(all in all|all things considered|at the end of the day|when all is said and done|in the final analysis|in the grand scheme of things)',
  "(it is|it's|it becomes) (clear|evident|obvious|undeniable|apparent) that",
  '(one thing is|one thing remains) (clear|certain|for sure)',
  '(only|but) time will tell',
  'remains to be seen',
  '(so|now|then) (why wait|what are you waiting for|go ahead and|get out there)',
  'remember (that the|the key|success|every)',
  '(the key|the secret|the answer) (is|lies|to success|here is|takeaway)',
  '(happy|enjoy your) (reading|coding|learning|exploring|gardening|cooking|baking|travels|traveling|travelling|shopping|gaming|hunting|writing|crafting|planning|investing|journey)',
  '(the|a) (journey|road|path|quest|pursuit) (of|to|toward|towards|is|ahead|may|has) __ (is|begins|ongoing|never|continues|starts|requires|mastering|success|growth|discovery)',

  // Going on as before.
  'as __ (continues|continue) to (evolve|grow|innovate|advance|expand|develop|change|adapt|mature|progress|transform|shape|push|embrace|rise|increase|unfold|navigate|improve|scale|gain|thrive|explore)',
  'as __ (evolves|advances|grows|matures|progresses), (so|the|it|its|we|our|these|they|their|staying|understanding)',
  '(continues|continue|continuing) to (evolve|innovate|grow|shape|play|thrive|inspire|push|drive|influence|captivate|resonate|redefine|expand|adapt|advance|gain|serve|stand|make|transform|fascinate|develop|offer|dominate|lead|improve|enhance|provide|be a|be an|be at)',
  '(will|would) (undoubtedly|likely|certainly|surely|inevitably|no doubt|almost certainly|only|also|always|probably) (continue|remain|play|become|grow|be|shape|evolve|deepen|drive|see|lead|inspire|increase|change)',
  'will (continue to|remain a|remain an|remain at|remain one|remain essential|remain crucial|remain relevant|remain the|play a|play an|shape the|be remembered|pave the way)',
  '(is|are|seems|seem|appears|appear|remains|remain|be) (likely|poised|set|bound|destined|well positioned|well-positioned|expected|sure|ready) (to|for) (deepen|grow|continue|expand|play|become|remain|increase|evolve|shape|lead|thrive|transform|growth|success|accelerate|rise|stay|reshape|redefine|revolutionize|be|drive|make|succeed|see)',
  "(it is|it's) (likely|probable|safe to say|fair to say|no surprise|essential|crucial|important|vital|imperative|clear|worth) (that|to) __ (will|continue|remain|stay|understand|remember|consider|recognize|approach|embrace|strike|keep|can|note)",
  '(no longer|not just|more than just|more than) a (luxury|trend|buzzword|game|tool|product|choice|necessity|destination|hobby|place|name|brand|story) (but|it|they|but a|it is)',
  '(here to stay|a thing of the past|just the beginning|only the beginning|just getting started)',

  // What the future holds.
  '(the|its|their|his|her|our) future __ (is|looks|remains|appears|seems|holds|lies) (bright|promising|exciting|uncertain|limitless|full|in|here|undoubtedly|undeniably|for|great)',
  '(brighter|better|greener|more sustainable|more equitable|more inclusive|healthier|safer|bright|sustainable|prosperous|stronger) (future|tomorrow|world|society|planet|outcomes)',
  '(for|in) (the|) (years|generations|decades|months) (to come|ahead)',
  '(as|while) (we|you|society|humanity|businesses|organizations|companies|the world|the industry) (move|moves|look|looks|head|step|venture|navigate|embrace|strive|continue|continues) (forward|ahead|into|toward|towards|to|this|these|the|for)',
  '(looking|moving|going) (ahead|forward), (the|it|we|as|one|there|businesses|companies|organizations|this|these)',
  '(shape|shapes|shaping|define|defining|reshape|reshaping|redefine|redefining|transform|transforming|revolutionize|revolutionizing) (the|our|how) (future|world|landscape|industry|way|course|lives|next|very|field|boundaries)',
  '(pave|paves|paving|paved) the way (for|to|toward|towards)',
  '(new|exciting|endless|limitless|countless|further|unprecedented) (possibilities|opportunities|horizons|heights|frontiers|avenues)',
  '(the possibilities are|the potential is|the opportunities are) (endless|limitless|immense|vast|enormous|boundless)',
  '(set|sets|setting) the (stage|tone|standard) for',
  '(next|new) (chapter|era|level|generation) (of|in|for)',

  // Being able to, thanks to the above.
  '(ensure|ensures|ensuring|guarantee|guarantees|guaranteeing) (that|) __ (can|remains|remain|stays|stay|continues|continue|will|runs|is) (scale|be|grow|remain|continue|thrive|stay|competitive|agile|relevant|secure|available|reliable|safe|smoothly|efficiently|a|an|the|to|always|meet|deliver|compete|enjoy|well|both|operational|resilient|fully|one)',
  '(this|the|its|their) (ongoing|continued|continuous|enduring|evolving|strategic|constant|growing) (partnership|collaboration|commitment|innovation|relationship|evolution|dialogue|quest|pursuit|investment|effort|focus|reliance|adoption|integration|alliance|development)',
  '(remain|remains|remaining|stay|stays|staying|be|become|becomes) (agile|competitive|relevant|resilient|adaptable|ahead|informed|vigilant|flexible|proactive|committed|at the forefront|a cornerstone|a testament|a vital|an essential|an integral|a key|a popular|a beloved|an important|a powerful|a valuable|a crucial|indispensable|essential|paramount)',
  '(ahead of|stay ahead of) the (curve|competition|game|pack)',
  "(in|within) (the|a|an|this|today's|our) (fast-paced|ever-evolving|ever-changing|ever-growing|rapidly evolving|rapidly changing|competitive|dynamic|increasingly|constantly evolving|digital|modern|highly competitive|crowded)",
  '(evolves|evolve|evolving|changes|changing) (constantly|continuously|rapidly|landscape|world|needs|demands|environment)',
  '(constantly|continually|continuously|rapidly|ever) (evolving|changing|shifting|advancing)',
  '(by|through) (following|understanding|embracing|leveraging|adopting|implementing|incorporating|choosing|staying|taking|prioritizing|prioritising|investing|combining|focusing|utilizing|harnessing|applying|making|being|fostering|integrating|recognizing|keeping|learning|addressing|creating|exploring|considering|selecting) (these|this|the|a|an|your|best|in|into|advantage|control|informed|proactive|care|both|our|new|mindful|sure|on|time|its|their|such|it)',
  "(you|you'll|we|they|one|businesses|companies|organizations|organisations|individuals|brands|people|teams|users|anyone|everyone|parents|homeowners|developers) (can|will|could|may) (also|then|all|easily|confidently|effectively|not only|successfully|truly|be able to|better|) (ensure|enjoy|unlock|achieve|create|make|build|maximize|maximise|take|transform|set|stay|find|navigate|harness|foster|embark|thrive|reap|elevate|enhance|gain|be well|turn|continue|look forward|drive|work towards|work toward|contribute|protect|improve|overcome|experience)",
  '(with|given) (the|a|its|their|proper|careful|continued|some|consistent) (right|little|careful|proper|unique|rich|blend|combination|commitment|focus|planning|practice|bit|advancements|ability|patience|innovation|emphasis)',
  "whether (you're|you are|it's|it is) (a|an|looking|just|planning|seeking|new|for)",
  '(those|businesses|companies|organizations|people|individuals|brands) (who|that|willing to) (embrace|adapt|invest|prioritize|understand|adopt|stay|are willing|fail|take|act)',
  '(strike|strikes|striking|finding|find|maintaining) (a|the|that|this) (right|delicate|perfect|healthy|) balance',
  '(challenges|opportunities|risks|benefits) and (opportunities|challenges|benefits|rewards|risks|considerations)',
  '(make|makes|making) (informed|better|smarter|well-informed|more informed) (decisions|choices)',
  '(the|your|their|its|our) (full|true|maximum) potential',
  '(unlock|unlocks|unlocking|harness|harnessing|unleash|embrace|embracing|leverage|leveraging) (the|its|their|your|new|a|these|this|change|innovation|both|our)',
  "(navigate|navigating) (the|this|these|your|their|a|an|our|life's|any)",
  '(drive|drives|driving|foster|fosters|fostering|fuel|fuels|fueling|promote|promotes|promoting|encourage|encourages) (growth|innovation|success|a sense|a culture|collaboration|creativity|sustainable|meaningful|positive|trust|engagement|understanding|greater|stronger|inclusivity)',

  // Grand words.
  '(is|are|stands|stand|serves|serve|remains|remain|acts|act) (not only|as|) (a|an) (true|powerful|lasting|living|enduring|shining|poignant|stark|constant|timely|) (testament|reminder|beacon|catalyst|symbol|cornerstone|game-changer|game changer)',
  '(reminds|remind|reminding) us (that|of|all|to|how|why)',
  '(a|the) (lasting|profound|significant|meaningful|positive|real|enduring|indelible|big) (impact|difference|impression|mark|legacy|change|influence)',
  '(play|plays|playing) (a|an|its|their) (vital|crucial|pivotal|key|significant|critical|central|major|essential|fundamental|integral|important|increasingly important|increasingly|instrumental) (role|part|vital|central|significant)',
  '(valuable|powerful|essential|indispensable|invaluable|vital|exciting|rewarding|worthwhile|important|integral|versatile) (tool|asset|resource|part|addition|investment|insights|lesson|lessons|component|experience|option|reminder|aspect|journey|step)',
  '(growth|innovation|creativity|success|efficiency|sustainability|resilience|performance|security|scalability|reliability|flexibility|collaboration|productivity) and (growth|innovation|creativity|success|efficiency|sustainability|resilience|performance|security|scalability|reliability|flexibility|collaboration|productivity|long-term|adaptability|beyond|competitiveness)',
  '(importance|significance|value|power|beauty|complexities|intricacies) of (understanding|staying|embracing|balancing|a|our|this|these|maintaining|human|modern|continuous|continued|collaboration|innovation|community|resilience|the)',
  '(commitment|dedication|devotion) to (innovation|excellence|quality|sustainability|growth|security|its|their|his|her|providing|delivering|continuous|customer|the|a)',
  '(rich|unique|vibrant|complex|enduring|delicate|intricate) (tapestry|history|heritage|legacy|culture|blend|interplay|appeal)',
  '(the|a) (importance|need) (of|for) (continued|continuous|ongoing|further|greater|a balanced|balance)',
  '(stay informed|stay tuned|take the first step|take the next step|take control|get started today|start your|starting today|start today)',
  '(user|customer|overall|seamless) (experience|experiences|satisfaction|expectations)',
  '(scale|operate|compete|adapt|grow|respond) (efficiently|effectively|quickly|seamlessly|successfully)',
  '(while|without) (maintaining|preserving|ensuring|minimizing|maximizing|compromising|sacrificing|keeping|delivering|providing|staying) (the|a|its|their|high|performance|security|quality|user|on|your|trust|costs|our)',
  '(meet|meets|meeting|exceed|satisfy) (the|their|your|its|these|our|evolving|growing|changing) (demands|needs|expectations|standards|challenges|ever-changing|ever-growing|evolving|growing|unique|diverse)'
]
