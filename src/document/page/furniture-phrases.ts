import {createLineCheck} from './line-patterns.ts'

/** Names of a site's sections, as they stand above a scraped title. Joined with `&`, `and`, `/`, `,` or `|`. */
export const sectionNames: ReadonlySet<string> = new Set(
  `analysis|articles|arts|automotive|blog|blogs|books|breaking|breaking news|business|buying guides|career|careers|celebrity|crypto|culture|
  deals|economy|editorial|editor s picks|education|entertainment|environment|events|explainers|explained|family|fashion|featured|features|finance|fitness|food|
  drink|gaming|general|guides|guide|headlines|health|history|home|homepage|how to|insights|inspiration|interviews|investing|knowledge base|latest|latest articles|latest news|
  latest posts|latest stories|learn|learning|life|lifestyle|living|local|local news|magazine|marketing|markets|media|money|more news|most read|music|nature|news|news feed|newsroom|newsletter|
  opinion|opinions|our blog|parenting|people|personal finance|pets|photography|podcasts|politics|popular|posts|press|press releases|real estate|recent posts|recipes|
  resources|reviews|science|security|shopping|smart home|society|sport|sports|stories|style|tech|technology|tips|tips and tricks|top stories|travel|trending|trending now|trends|
  tutorials|uncategorized|updates|video|videos|voices|wellness|what s new|world|world news`
    .split('|')
    .map((name) => name.trim())
)

/** Controls and notices of a page that fill a line of their own. Compared without case and punctuation. */
export const pageLines: ReadonlySet<string> = new Set(
  `skip to content|jump to navigation|jump to search|jump to navigation jump to search|jump to recipe|print recipe|leave a reply cancel reply|reader interactions|sponsored links|post reply|verified purchase|manage cookies|manage preferences|your privacy choices|add to wish list|add to wishlist|add to basket|add to bag|skip to main content|skip to navigation|skip navigation|jump to content|back to top|back to home|go to top|scroll to top|toggle navigation|toggle menu|open menu|close menu|main menu|
  search for|search this site|advertisement|advertisment|sponsored content|advertisement continue reading below|article continues below|article continues below advertisement|continue reading|continue reading below|
  story continues below advertisement|read more|load more|show more|see more|view more|click to expand|click here to subscribe|view all posts|view all posts by|view all comments|leave a comment|leave a comment cancel reply|leave a reply|leave a reply cancel reply|comment|comments|post a comment|add a comment|no comments|no comments yet|
  be the first to comment|comments are closed|log in to comment|sign in to comment|your email address will not be published|subscribe|subscribe now|subscribe to our newsletter|sign up for our newsletter|
  join our newsletter|get our newsletter|sign up|log in|log in or sign up|sign in|accept cookies|accept all cookies|we use cookies|cookie settings|cookie policy|privacy policy|terms of service|terms of use|
  all rights reserved|print this page|print this article|email this article|listen to this article|listen to article|play audio|play video|watch video|copy code|copy to clipboard|video player is loading|
  previous post|next post|previous article|next article|previous next|older posts|newer posts|related posts|related articles|related stories|you may also like|you might also like|more from author|more from this author|recommended for you|recommended reading|follow us|follow us on social media|share|share this|share this article|
  share this post|share this story|share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share via email|copy link|copied|tweet|pin it|facebook|twitter|linkedin|pinterest|whatsapp|reddit|
  about the author|add to favorites|add to cart|save article|save for later|bookmark this article|for immediate release|also from this source|more releases from this source|like loading|post navigation|search for|text size|sorted by|hot network questions|post your answer|sign my guestbook|sign our guestbook|sign the guestbook|more on this story|cite this page|cite this article|mla apa chicago|apa mla chicago|view on instagram|view on threads|watch on youtube|watch on tiktok|like this like loading|press enter or click to view image in full size|this page intentionally left blank|this page is intentionally left blank|this page was intentionally left blank|continued on next page|continued on the next page|continued from previous page|primary sidebar|secondary sidebar|toggle table of contents|watch live|buy now|shop now|order now|loading comments|open in app|get the app|start writing|start writing get the app|discussion about this post|top latest discussions|ready for more|text to speech|rate this article|was this article helpful|was this helpful|did you find this helpful|report this ad|
  fullscreen|full screen|exit fullscreen|exit full screen|next slide|previous slide|start slideshow|view slideshow|view gallery|view photos|view all photos|see all photos|enlarge this image|hide caption|show caption|toggle caption|image caption|media caption|image copyright|photo|photos|story highlights|
  story continues|story continues below|article continues after ad|article continues after advertisement|story continues after ad|story continues after advertisement|continue reading the main story|just watched|must watch|replay|more videos|replay more videos|replay more videos must watch|skip ad|mute|unmute|video unavailable|this video is unavailable|error loading media|scroll down for video|
  see sample|manage email preferences|you must select a newsletter to subscribe to|please verify you re not a robot by clicking the box|invalid email address please re enter|an error has occurred please try again later|enter your email|enter your email address|email address|your email|your email address|submit|turn on notifications|enable notifications|cookie preferences|reject all|accept all|we value your privacy|your browser is not supported|
  this content is not available in your region|404 not found|loading|please wait|select language|toggle sidebar|close share panel|share this with|copy this link|these are external links and will open in a new window|read more about sharing|view this post on instagram|view this photo on instagram|view image on twitter|view photo on twitter|view comments|show comments|hide comments|add your comment|join the conversation|join the discussion|
  log in to reply|login to reply|comments off|rate this post|article rating|suggest a correction|report a typo|report ad|ads|sponsored|promoted stories|sponsored stories|around the web|from around the web|from our partners|people also read|what to read next|recommended from medium|member only story|recent comments|popular posts|read full article|read the full article|read the full story|read next|up next|next up|
  back to news|back to blog|back to all posts|all posts|view profile|quick links|contents hide|print friendly|print friendly pdf email|download pdf|subscribe to unlock|unlock this article|give this article|gift this article`
    .split('|')
    .map((line) => line.trim())
)

/** What the menus of sites have in common. */
export const menuNames: ReadonlySet<string> = new Set(
  'home|menu|about|about us|contact|contact us|blog|shop|store|login|log in|sign in|sign up|register|subscribe|search|menu|faq|help|services|products|pricing|careers|privacy policy|terms of use|terms of service|terms|sitemap|advertise'.split(
    '|'
  )
)

/** Lines whose text starts like this lead to another article of the site. Without a link they are debris. */
export const relatedPrefix: RegExp =
  /^(?:(?:also|must|further) read|read (?:also|more|next|this)|see also|related(?: (?:article|story|post|reading|news|video|gallery|content|coverage))?|recommended(?: reading)?|sponsored|promoted|main articles?|you (?:may|might) (?:also )?like|more (?:on|from) this|up next|next up|don['’]t miss|trending)\s?[:–|-]\s?\S/i

/** Fields of a feed reader or aggregator that were pasted with the text. */
export const feedField: RegExp =
  /^(?:article url|comments url|points|# comments|source url|feed url|original url|permalink|guid|pubdate|image credit url)\s?: ?\S/i

/** Names of buttons, at least two: `Facebook Twitter`, `Share this article: Facebook | Email`. */
export const shareNames: RegExp =
  /^(?:share(?: this(?: article| page| post| story)?)?(?: on| via)?: ?)?(?:(?:share(?: (?:on|via|by|to) (?:facebook|twitter|x|linkedin|pinterest|whatsapp|reddit|telegram|e-?mail))?|tweet(?: this)?|pin(?: it)?|email|print|facebook|twitter|x|linkedin|pinterest|whatsapp|reddit|telegram|instagram|copy link|messenger|flipboard|threads|bluesky|mastodon)(?:[\s|·•,/]+|$)){2,}$/i

/** Notices and controls that are worded in many ways: of a comment form, a player, a pager, a menu, the line under a title. */
export const isPageNotice: (text: string) => boolean = createLineCheck([
  /^your email address will not be published\b/i,
  /^follow (?:us|me) on (?:(?:facebook|twitter|x|instagram|linkedin|pinterest|youtube|tiktok|threads|bluesky|mastodon|and|&)(?:[\s|·•,/!.]+|$)){1,8}$/i,
  /^share (?:this )?(?:on|via|by|to|with) (?:facebook|twitter|x|linkedin|pinterest|whatsapp|reddit|telegram|messenger|e-?mail|text|sms|bluesky|threads|mastodon|flipboard)$/i,
  /^share this (?:article|page|post|story):$/i,
  // What forums show around each post.
  /^thread starter \S.{1,40}start date \S.{3,30}$/i,
  /^last edited: \S[^.!?]{3,40}$/i,
  /^reactions: ?[^.!?]{2,80}\band (?:\d{1,4} )?others?$/i,
  /^you must (?:log in|be logged in|be registered|register|sign in)(?: or \w{3,8}(?: \w{2,4})?)? (?:in order )?to (?:reply|post|comment|view|vote|leave)\b[^.]{0,40}\.?$/i,
  // Of boxes of social networks, whose pictures are lost.
  /^a (?:post|reel|video) shared by [^.!?]{2,60}\(@[\w.]{2,40}\)(?: on [^.!?]{4,40})?$/i,
  /^thanks for watching\b[^.!]{0,30}[!.,] .{0,40}\b(?:like|subscribe|share)\b[^.]{0,60}[.!]?$/i,
  /^(?:please )?(?:don['’]t|do not) forget to (?:like|subscribe|share|hit|smash)\b[^.]{0,60}[.!]?$/i,
  /^(?:story )?source: ?[^.]{3,120}\. (?:note: )?(?:materials?|content|this (?:text|story|article)) may (?:be|have been) edited for\b[^.]{4,40}\.?$/i,
  /^this (?:[\w-]{3,30} )?(?:article|biography|page|section)(?: about [^.]{3,60})? is a stub\b.{0,80}$/i,
  /^categories: [^.!?]{0,120}\b\d{4} (?:births|deaths|disestablishments|establishments|in)\b[^.!?]{0,120}$/i,
  /^edit this page(?: on (?:github|gitlab))?$/i,
  /^map data ©.{2,60}$/i,
  /^save this (?:story|post|recipe|pin|article|page)(?: for later| (?:to|on) \w{3,12})?\W{0,2}$/i,
  /^(?:shares|views|likes|comments|votes):? \d[\d.,]{0,9}k?$/i,
  /^jump to recipe\W{1,3}print recipe$/i,
  /^did you make this recipe\?/i,
  /^click to (?:tweet|pin)\b(?!.*[.!?]\s)/i,
  /^\d[\d,.]{0,9} people found this helpful$/i,
  /^\d{1,4} (?:thoughts?|comments?|responses?|replies) (?:on|to) ["“‘'«]/i,
  /^(?:subscribe|register|sign (?:in|up)|log in) (?:now |today |for free )?to (?:keep|continue) reading\b.{0,80}$/i,
  /^(?:was|did you find|is) this (?:article|post|page|guide|answer|content|information|review|recipe)? ?(?:helpful|useful)\? ?(?:yes[\s/|·]{1,5}no|thumbs up\b.{0,20})$/i,
  /^(?:was|did you find|is) this (?:article|post|page|guide|answer|content|information|review|recipe) (?:helpful|useful)\?$/i,
  /^the post \S.{3,110} (?:appeared first|first appeared) on \S.{1,60}$/i,
  /^[★☆⭐✩✭]{3,12} ?\d(?:\.\d{1,2})?\b[^.!?]{0,40}$/,
  /^advertisement\W{1,3}(?:continue|story|article|scroll)\b.{0,40}$/i,
  /^(?:©|\(c\)|copyright ©?) ?\d{4}\b.{0,100}\ball rights reserved\b/i,
  /^(?:function gtag\(|\(?(?:adsbygoogle|window\.dataLayer|window\.adsbygoogle|googletag\.cmd|dataLayer) ?[.=|])/,
  /^\[subscribers? only\] to continue reading\b/i,
  /^to continue reading,? (?:please )?(?:log|sign|subscribe|register|create|start)\b/i,
  /^powered by (?:blogger|discourse|ghost|mybb|phpbb|shopify|squarespace|vbulletin|weebly|wix|wordpress|xenforo)\b[^.]{0,60}$/i,
  /^last edited by \S[^.]{0,60}edited \d{1,3} times? in total\.?$/i,
  /^users browsing this forum: \S/i,
  /^(?:Image|Media) caption,? ?[A-Z“"‘'(]/,
  /^Image source, [A-Z]/,
  /^Image copyright [A-Z][^.!?]{1,60}$/,
  /\b(?:hide|toggle) caption$/i,
  /^\d{1,3} (?:photos|slides)$/i,
  /^\d{1,3} of \d{1,3}$/,
  /^(?:photo|image|picture|slide) \d{1,3} of \d{1,3}$/i,
  /\bplay video ?\d{1,2}:\d{1,2}$/i,
  /^just watched \S/i,
  /^\d[\d,.]{0,9}k?(?: \d[\d,.]{0,9}k?)? retweets\b.{0,40}$/i,
  /^\d{1,2}:\d{2} [AP]M - \d{1,2} [A-Z][a-z]{2} \d{4}$/,
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.:+Z-]{0,12}$/,
  /^click here (?:to (?:buy|donate|download|get|join|learn|listen|read|register|see|sign up|subscribe|view|watch)|for (?:more|the)) [^.!?]{3,70}[.!]?$/i,
  /^this (?:article|story|post) is more than \d{1,2} years? old\.?$/i,
  /^this (?:article|story|post) has been (?:read|shared|viewed) [\d,]{1,10} times\.?$/i,
  /^you can now listen to \S.{0,40} articles!?$/i,
  /^chat with us (?:in|on) \w/i,
  /^leave a comment on \S/i,
  /^(?:Reply to|View all (?:articles|posts|stories) by) [A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3}$/,
  /^you are here: \S/i,
  /^sign up for (?:our |the )?[^.!?]{0,40}\b(?:alerts|newsletters?)$/i,
  /^get (?:our|the) [^.!?]{3,60} (?:in|to) your inbox\W?$/i,
  /^filed (?:in|under):? [^.!?]{2,60}$/i,
  /^estimated read(?:ing)? time:? \d/i,
  /^average rating \d/i,
  /^no votes so far!/i,
  /^this (?:web)?site uses cookies\b.{0,120}$/i,
  /^did you (?:enjoy|like) this (?:article|post|recipe|story)\?$/i,
  /^you do not have the required permissions to view the files\b/i,
  /^\d{1,6} posts • page \d/i,
  /^return to [“"‘'][^“”"‘’']{2,60}[”"’']$/i,
  /^from \w{3,20}, the free encyclop(?:a?e|æ)dia$/i,
  /^coordinates: ?\d[^.]{4,60}$/i,
  /^this page was last (?:edited|modified) on \d/i,
  /^hidden categor(?:y|ies): \S/i,
  /^(?:view|read|open) (?:this|the) (?:e-?mail|newsletter|message) (?:online|in (?:your|a|the) browser)\b[^.]{0,20}\.?$/i,
  /^(?:having )?(?:trouble|problems|difficulty) (?:viewing|reading|seeing) this (?:e-?mail|newsletter|message)\?/i,
  /^you(?:['’]re| are) receiving this (?:e-?mail|newsletter|message) because\b/i,
  /^retrieved from ["“”]?https?:\/\/\S+$/i,
  /^\d{1,2}:\d{2} ?\/ ?\d{1,2}:\d{2}$/,
  /^how we reviewed this article:?$/i,
  /^page \d{1,3} of \d{1,3}$/i,
  /\(opens in (?:a )?new (?:window|tab)\)$/i,
  /^(?:comments?|replies|responses|reviews) ?\(\d[\d,.]{0,8}\)$/i,
  /^\d[\d,.]{0,8} (?:thoughts?|responses?|replies|comments?) (?:on|to) [“"‘']/i,
  /^continue reading [“"‘'→]/i,
  /^proudly powered by \w/i,
  /^text size[ :]+(?:a[+–-]?(?: |$)){1,4}$/i,
  /^(?:listen to|watch) this (?:article|story|post)\W{1,4}\d{1,3}(?::\d\d)?(?: min(?:ute)?s?)?\W?$/i,
  /^you(?:’ve|'ve| have) (?:(?:read|used|reached) )?(?:your )?(?:\d{1,2}|\w{3,5})(?: of \d{1,2})? (?:free )?(?:article|stor)(?:s|y|ies)? (?:remaining|left|this month)\b/i,
  /^this (?:article|story|post|content) is (?:only )?(?:for|available to|exclusive to|reserved for) (?:our )?(?:\w{3,10} )?(?:subscribers|members)\b/i,
  /^already an? (?:\w{3,12} )?(?:subscriber|member)\?/i,
  /^pin this (?:post|recipe|article)\b[^.]{0,20}$/i,
  /^[★☆⭐✩✭ ]{3,12}.{0,20}\b\d[\d,.]{0,8} (?:votes?|ratings?|reviews?)\b.{0,3}$/i,
  /^[^.!?]{3,100}(?: {2}|[|·•–—-] ?)page \d{1,3} of \d{1,3}$/i,
  /^\[(?:image|photo|picture|video|audio|file|attachment) ?[:–-] ?[^\]]{1,80}\.(?:jpe?g|png|gif|webp|svg|mp[34]|mov|pdf)\]$/i,
  /^[^.!?]{2,80} \((?:pdf|jpe?g|png|docx?|xlsx?|pptx?|zip|mp[34])[,;] ?\d[\d.,]{0,6} ?[kmg]b\)$/i,
  /^last edited by a moderator\b/i,
  /\bby (?:signing up|subscribing|registering|clicking|posting|continuing|submitting|entering)\b[^.]{0,60}\bagree to (?:our|the|its|their)\b[^.]{0,40}\b(?:terms|privacy|user agreement|cookie)/i,
  /^(?:subscribe|sign up) (?:to|for) (?:our|the) (?:\w{3,10} )?(?:newsletters?|press releases|podcast|channel|mailing list|updates|alerts|briefing)$/i,
  /^you are (?:visitor|guest) (?:number |no\.? ?|nr\.? ?|# ?)?\d/i,
  /^best viewed (?:in|with|at|using) (?:internet|netscape|firefox|chrome|ie|mozilla|any|an?|\d)\b/i,
  /^(?:asked|answered|modified|viewed|edited)\b[^.!?]{3,30}(?:\bago|\btimes|\bat \d{1,2}:\d{2}|\btoday|\byesterday)$/i,
  /^\d[\d,.]{0,8}k? (?:\d{1,4} )?(?:gold|silver|bronze) badges?\b[^.!?]{0,40}$/i,
  /^not the answer you['’]re looking for\?/i,
  /^(?:show|view|see|load|read) (?:all )?\d{1,5} (?:more |other )?(?:comments?|replies|answers|responses|reviews)$/i,
  /^sorted by: ?\w/i,
  /^\d{1,4}(?:[.,]\d{1,3})?[km]? (?:followers|subscribers)$/i,
  /^(?:(?:jump|skip) to (?:the )?(?:main )?(?:content|navigation|menu|search|footer|sidebar|recipe|video|comments)(?:[\s|·•]+|$)){1,4}$/i,
  /^tried this recipe\?/i,
  /^(?:\d(?:[/.]\d)?x(?:[\s|]+|$)){2,4}$/i,
  /^(?:us customary|metric)\W{1,3}(?:us customary|metric)$/i,
  /^[0-5]\.\d{1,2} (?:stars? )?(?:from|based on|out of 5 from) \d[\d,.]{0,8} (?:votes?|ratings?|reviews?)$/i,
  /^(?:video|audio|watch|listen)\W{0,3}\d{1,2}:\d{2}$/i,
  /^(?:check|see|view) (?:(?:the )?(?:latest |current )?(?:price|deal))(?: (?:on|at) \w{3,12})?$/i,
  /^(?:buy|shop|view|see)(?: it)? (?:on|at) amazon$/i,
  /^please enable javascript to\b[^.]{3,80}\.?$/i,
  /^sort by:? (?:newest|oldest|best|top|most \w{3,10}|relevance)$/i,
  /^(?:sign up|subscribe|get|have)\b[^.!?]{2,90}\b(?:delivered|sent|straight|direct(?:ly)?)\b[^.!?]{0,15}\bto your inbox\b[^.]{0,60}\.?$/i,
  /^pin it for later\W{0,2}$/i,
  /^\d[\d,.]{0,5}k? restacks?$/i,
  /^(?:over )?\d[\d,.]{0,8}k?\+? subscribers$/i,
  /^(?:this substack|\S.{1,60}) is (?:a )?reader-supported(?: publication)?\. to receive new posts\b.{5,120}$/i,
  /^thanks for reading [^!.]{1,60}[!.] (?:subscribe|this post is public)\b.{5,100}$/i,
  /^discover more from \S.{1,60}$/i,
  /^already have an account\? ?(?:sign|log) in\.?$/i,
  /^privacy\W{1,4}terms\W{1,4}collection notice$/i,
  /^substack is the home for great (?:culture|writing)$/i,
  /^(?:posted |published |updated )?\d{1,2} (?:min(?:ute)?|hour|hr|day)s? ago$/i,
  /^jump to(?: section)?: ?[^|]{2,40}(?: ?\| ?[^|]{2,40}){1,9}$/i,
  /^(?:posted|published|filed) (?:on|in|by) [^|]{2,60}\| ?(?:(?:leave a|no|\d{1,4}) (?:comments?|reply|replies|responses?)|permalink)$/i
])
