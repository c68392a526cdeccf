/**
 * What a chatbot says to the person it talks with, in the notation of `createPhraseMatcher`.
 *
 * Only words that a person writing to readers would not use: “let me know if you'd like me to cover this too” is how
 * bloggers talk, “… to adjust the tone” is not.
 */

/** What it says of itself, or of the paragraph that it was told to write. */
export const selves: readonly string[] = [
  '(at the forefront|as the backdrop|as our guide|takes center stage|takes centre stage|taking center stage|taking centre stage), this (opening|introductory|first|) (paragraph|passage)',
  'this (opening|introductory|first|) (paragraph|passage) (opens a window to|beckons readers)',
  'the content of the (first|second|third|fourth|next|last) paragraph that provides',
  'a reading experience that is both absorbing and distinctly original',
  'a story that promises to be both engaging and uniquely memorable',
  "as (an ai|an artificial intelligence|a large|an ai-based|an ai-powered|a) (language model|assistant|chatbot|text-based ai|virtual assistant), (i|my|it's not|it is not possible for me|i'm|i've)",
  "as an ai, (i|my|i'm|i've)",
  'as (an ai|a) (language model|assistant|model|chatbot) (developed|trained|created|built) by (openai|anthropic|google|meta|microsoft), (i|my)',
  "(i'm|i am) (just|only|) (an ai|a large|a) (language model|assistant|chatbot|text-based ai), (and|so|i|not|which|my|trained|created|developed)",
  '(my|my last) (knowledge cutoff|knowledge cut-off|training cutoff|training cut-off|cutoff date|cut-off date|knowledge update|training update)',
  '(since|as of|after|beyond|until|up to) my (last|latest|most recent|current|) (knowledge|training) (update|cutoff|cut-off|data)',
  'as of my last update in (january|february|march|april|may|june|july|august|september|october|november|december|) (2021|2022|2023|2024|2025|2026)',
  "my training data (only|goes|extends|includes|ends|does not|doesn't|is limited|was last)",
  'my knowledge (is limited to|only goes|only extends|extends up to|extends to|ends in|was last updated)',
  "(i'm|i am) sorry, but (as an ai|i can't|i cannot|i can not|i am unable to|i'm unable to|i'm not able to|i am not able to) (fulfill|fulfil|assist|comply|generate|provide|access|browse|complete|engage|process|create|help with that|help you with that)",
  "(i|i must) (apologize|apologise), but (as an ai|i can't|i cannot|i am unable to|i'm unable to) (fulfill|fulfil|assist|comply|generate|provide|access|browse|complete|engage|process|create)",
  "(i|i'm) (do not|don't|can not|cannot|can't) (have|provide) (access to|) (real-time|up-to-the-minute) (data|information|updates|access|browsing)",
  "(i|i'm) (do not|don't) have (personal experiences|personal opinions|personal beliefs|feelings) or (emotions|beliefs|opinions|feelings|experiences|consciousness)",
  "(i|i'm) (do not|don't|cannot|can't|unable to) (have the ability to|have the capability to|) (browse|browse the internet|access external|access the internet in real time)"
]

/** What it offers at the end. */
export const offers: readonly string[] = [
  "(let me know|feel free to ask|just ask|please let me know|tell me) if (you'd|you would) like me to (expand|adjust|tailor|refine|revise|rewrite|shorten|lengthen|modify|tweak|edit|format|reformat|elaborate|add|include|change|make|provide|generate|convert|turn|summarize|summarise|simplify|polish|optimize|optimise|customize|customise|continue|condense|rephrase|draft|adapt|help|write a shorter|write another|write a different|create)",
  '(let me know|feel free to ask|just ask|please let me know|tell me) if you want me to (expand|adjust|tailor|refine|revise|rewrite|shorten|lengthen|modify|tweak|edit|format|reformat|elaborate|change|generate|convert|turn this|summarize|simplify|polish|optimize|customize|continue|condense|rephrase|draft|adapt)',
  '(would you like|do you want|want) me to (expand|adjust|tailor|refine|revise|rewrite|shorten|lengthen|modify|tweak|edit|format|reformat|elaborate|add|include|change|make|provide|generate|convert|turn|summarize|summarise|simplify|polish|optimize|optimise|customize|continue|condense|rephrase|draft|adapt|write|create|proceed|also|compare|suggest|outline|compile|prepare|translate|go deeper)',
  "(if you want|if you'd like|if you would like|if you like|if needed|if helpful|if it helps|if you prefer), i can (also|) (write|create|draft|prepare|generate|make|provide|produce|turn|convert|suggest|help you|expand|tailor|adapt|adjust|format|rewrite|shorten|add) __ (version|versions|article|draft|section|sections|outline|summary|headline|headlines|title|titles|caption|captions|thread|newsletter|checklist|infographic|script|translation|introduction|conclusion|tone|paragraph|post|posts|into|meta|more|table|prompt|text|this)",
  '(i can also|i could also|i can|happy to) (turn|convert|adapt|rework|rewrite|condense|shorten|reformat|repurpose) (this|this article|this draft|this text|this post|this piece|the article|the draft|the text) __ (version|newsletter|outline|thread|captions|summary|linkedin|tone)',
  'would you also like (a|an|me|some|another) __ (table|version|summary|outline|checklist|captions|draft|headlines|infographic|script|posts)',
  "is there (anything|something) else (you'd|you would) like me to (add|change|include|adjust|cover|expand|revise|help|do|write)",
  "feel free to (ask|let me know|reach out) if (you need|you'd like|you would like|you want) (any|) (further|more|additional|other|any) (revisions|changes|adjustments|edits|modifications|tweaks|refinements|clarification on this draft)",
  '(let me know|please let me know) if you need (any|) (further|more|additional|other|any) (revisions|changes|adjustments|edits|modifications|tweaks|refinements)',
  '(let me know|please let me know) if (this|it) (works for you|meets your needs|meets your requirements|needs any changes|needs any adjustments|is what you were looking for)',
  'feel free to (adjust|modify|edit|customize|customise|tweak|adapt) (this|the) (article|draft|post|text|content|template|response|version|outline) (as|to|if|based)'
]

/** Polite ends that people write too: named only where the article has something surer. */
export const courtesies: readonly string[] = [
  '(i|) hope this (helps|article helps|meets your needs|works for you)',
  'feel free to (ask|let me know|reach out) (if you have|with) any (other|further|more|additional|) questions',
  'let me know if you have any (other|further|more|additional|) questions'
]
