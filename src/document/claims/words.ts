/** What a word can be to somebody who looks for claims; bits, for one word can be several things. */
export const word = {
  first: 1,
  second: 1 << 1,
  third: 1 << 2,
  modal: 1 << 3,
  advice: 1 << 4,
  be: 1 << 5,
  past: 1 << 6,
  operation: 1 << 7,
  effect: 1 << 8,
  study: 1 << 9,
  authority: 1 << 10,
  finding: 1 << 11,
  rank: 1 << 12,
  unit: 1 << 13,
  magnitude: 1 << 14,
  vague: 1 << 15,
  month: 1 << 16,
  forecast: 1 << 17,
  usually: 1 << 18,
  praise: 1 << 19,
  house: 1 << 20,
  health: 1 << 21,
  law: 1 << 22,
  article: 1 << 23,
  imperative: 1 << 24,
  repute: 1 << 25,
  number: 1 << 26,
  event: 1 << 27,
  condition: 1 << 28,
  opener: 1 << 29,
  comment: 1 << 30,
  certified: 1 << 31
} as const

/** The words of each class, between blanks. */
export const wordLists: Readonly<Record<keyof typeof word, string>> = {
  first: `i me my mine myself we us our ours ourselves i'm i've i'd i'll we're we've we'd we'll let's`,
  second: `you your yours yourself yourselves you're you've you'll you'd`,
  third: 'he she him his her hers himself herself',
  modal: 'can could may might would cannot',
  advice:
    'should must ought need needs shouldn mustn recommend recommended advisable remember ensure consider avoid',
  be: `is are was were be been being am isn't aren't wasn't weren't it's that's`,
  past: `was were had did became began came went got gave took made found left led held built bought brought taught caught
    fought sought thought told said wrote rose fell grew knew drew flew threw saw won lost sold sent spent kept met ran sang
    sank spoke stood struck swore swept wore broke chose drove froze hid rode shook stole tore woke bore beat cut put set shot
    paid felt understood undertook overcame withdrew became arose forbade forgave`,
  operation: `use uses used using utilize utilizes utilized utilizing utilise utilises utilised utilising rely relies relied
    relying employ employs employed employing leverage leverages leveraged leveraging run runs store stores stored storing host
    hosts hosted hosting process processes processed processing handle handles handled handling migrate migrates migrated retain
    retains retained implement implements implemented implementing operate operates operated operating replicate replicates
    replicated replicating serve serves served serving provide provides provided providing power powers powered powering enable
    enables enabled enabling automate automates automated automating deploy deploys deployed deploying integrate integrates
    integrated integrating offer offers offered offering feature features featured maintain maintains maintained manage manages
    managed support supports supported own owns owned adopt adopts adopted depend depends process sell sells sold produce
    produces produced manufacture manufactures manufactured supply supplies supplied generate generates generated collect
    collects collected track tracks tracked share shares shared acquire acquires acquired benefit benefits benefited gain gains
    scale scales involve involves involved include includes included`,
  effect: `cause causes caused causing reduce reduces reduced reducing increase increases increased increasing improve improves
    improved improving boost boosts boosted boosting prevent prevents prevented preventing lower lowers lowered lowering raise
    raises raised raising accelerate accelerates accelerated worsen worsens worsened trigger triggers triggered affect affects
    affected influence influences influenced contribute contributes contributed lead leads leading drive drives driving drove
    enhance enhances enhanced enhancing strengthen strengthens strengthened weaken weakens weakened eliminate eliminates
    eliminated protect protects protected harm harms harmed damage damages damaged kill kills killed cure cures cured
    treats treated relieve relieves relieved eases eased alleviate alleviates alleviated slows slowed shorten shortens
    double doubles doubled triple tripled halve halved grow grows growing grew decline declines declined rise rises rising
    transform transforms transformed disrupt disrupts disrupted reshape reshapes reshaped result results resulted linked
    associated correlated ensure ensures ensured ensuring allow allows allowed allowing minimize minimizes maximize maximizes
    optimize optimizes outperform outperforms outperformed exceed exceeds exceeded`,
  study: `study studies research survey surveys poll polls report reports data statistics evidence trial trials analysis
    analyses experiment experiments findings paper papers meta-analysis census literature`,
  authority: `experts expert researchers researcher scientists scientist historians historian economists economist analysts
    analyst critics critic doctors physicians scholars professionals specialists psychologists observers officials authorities
    reviewers insiders commentators consumers users customers reviewers players fans`,
  finding: `show shows showed shown suggest suggests suggested find finds found indicate indicates indicated reveal reveals
    revealed demonstrate demonstrates demonstrated confirm confirms confirmed prove proves proved proven report reports
    reported estimate estimates estimated conclude concludes concluded agree agrees agreed believe believes believed argue
    argues argued claim claims claimed say says said warn warns warned predict predicts predicted note notes noted observe
    observed discovered discover published`,
  rank: `largest biggest smallest highest lowest fastest slowest oldest youngest newest tallest longest shortest richest
    poorest strongest greatest deadliest busiest cheapest safest leading dominant dominance dominates dominate foremost
    top-selling best-selling bestselling highest-grossing number-one unrivaled unrivalled unmatched unprecedented premier
    sole inaugural pioneering pioneer earliest`,
  unit: `users customers people countries employees companies businesses patients students workers residents participants
    subscribers members visitors downloads views sales copies dollars euros pounds yen rupees cents years months weeks days hours
    minutes seconds milliseconds miles kilometers kilometres meters metres feet inches acres hectares tons tonnes kilograms
    kg grams mg milligrams calories liters litres gallons watts kilowatts megawatts gigawatts gwh kwh mw gw kw gb tb mb
    degrees points percent percentage games goals wins matches seats votes deaths cases births soldiers troops men women
    children ships aircraft homes households buildings states cities schools stores locations species times fold jobs
    transactions requests queries cores servers devices barrels volts rpm mph km cm mm lbs pounds nits hz ghz mhz mah fps
    developers adults americans teens respondents families books films albums songs episodes points inhabitants`,
  magnitude:
    'hundred hundreds thousand thousands million millions billion billions trillion trillions dozens tens mn bn',
  vague: `significant significantly massive massively vast vastly huge hugely enormous substantial substantially considerable
    considerably numerous countless tremendous tremendously dramatic dramatically drastically countless various myriad plenty
    majority skyrocketed skyrocketing soaring plummeted exponential exponentially widespread immense heavily rapidly`,
  month: 'january february march april june july august september october november december',
  forecast: `expected expects projected poised forecast forecasts predicted anticipated anticipates plans planning slated
    planned upcoming will exploring promises promised intends likely`,
  usually: `often usually typically generally sometimes frequently commonly normally tend tends mostly rarely largely
    essentially basically perhaps maybe probably possibly seems seem appears appear arguably potentially`,
  praise: `important essential crucial vital critical key powerful great good better best effective efficient ideal perfect
    valuable useful helpful beautiful wonderful easy simple difficult hard challenging complex fundamental meaningful
    amazing interesting exciting right wrong true real necessary clear natural`,
  house: `company platform firm service team organization organisation startup fintech retailer brand manufacturer
    corporation agency airline bank provider vendor developer publisher studio network app club university school government
    ministry department foundation institute charity league band army council commission court committee`,
  health: `health disease diseases cancer diabetes heart brain blood sleep insomnia anxiety depression stress pain
    inflammation immune immunity symptoms symptom risk weight muscle skin bone digestion gut vitamin protein calories
    cholesterol pressure infection infections virus bacteria therapy medication drug drugs dose treatment patients mortality
    obesity dementia fatigue melatonin hormone hormones cortisol insulin toxins chronic clinical clinically wellness mental
    physical cognitive memory aging pregnancy vaccine vaccines injury wound`,
  law: `law laws legal court courts judge statute statutes act tax taxes irs deductible fee fees fine fines penalty penalties
    insurance mortgage mortgages loan loans rate rates interest inflation gdp market markets price prices cost costs revenue
    profit profits income wages federal state regulation regulations congress senate parliament constitution amendment
    treaty election bill license compliance liability eligible deadline jurisdiction felony misdemeanor evidence budget
    investment investors stock shares economy economic trade tariffs bankruptcy lease landlord tenant`,
  article: `article post guide tutorial section chapter blog essay paragraph page series walkthrough newsletter episode
    summary overview below above example`,
  imperative: `use try make take keep start check add remove run open click select choose create set go get give find look see
    read write ask consider remember avoid ensure think imagine let learn explore discover focus note follow install call put
    turn stop do don't never always review test build define document plan track compare contact visit join share download
    schedule prepare store invest apply prioritize include identify limit stick stay pick save send talk leave aim watch
    listen allow bring buy change connect copy decide delete determine develop download enter establish evaluate expect
    explain fill help hire hold implement improve increase keep know list maintain measure monitor move offer organize pay
    practice provide reduce replace schedule search seek show sign speak spend submit support tell treat type understand
    update verify wait work`,
  repute: `considered regarded known renowned famous acclaimed celebrated praised criticized criticised popular famed
    influential notorious beloved iconic legendary prominent controversial respected recognized recognised hailed dubbed
    nicknamed described characterized characterised viewed seen cited touted`,
  number: `two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty dozen half twice
    double triple quarter third`,
  event: `born died founded established elected appointed released published launched signed married invaded conquered
    defeated captured attacked killed assassinated executed arrested convicted sentenced resigned retired moved joined
    graduated attended studied earned received awarded nominated inherited ruled reigned succeeded overthrew abolished
    enacted passed ratified declared announced unveiled introduced opened closed acquired merged invested raised scored
    drafted traded transferred debuted premiered starred directed composed recorded performed toured sold purchased built
    constructed destroyed burned rebuilt discovered invented developed designed created named renamed commissioned deployed
    fought surrendered negotiated agreed rejected refused banned sued fined investigated testified accused charged dismissed
    completed expanded migrated fled settled colonized annexed occupied liberated besieged`,
  condition: 'if when whenever whether unless suppose imagine assuming once',
  opener: `however but and so also moreover furthermore additionally meanwhile therefore thus hence instead still indeed
    similarly finally overall ultimately consequently likewise then yet besides nevertheless nonetheless`,
  comment: `reflects reflect reflected reflecting underscores underscore underscored underscoring highlights highlight highlighted
    highlighting represents represent represented demonstrates demonstrating showcases showcase showcased showcasing illustrates
    illustrate illustrated emphasizes emphasize emphasized emphasizing signals symbolizes symbolizing testament reminder paves
    marks marking celebrates celebrate celebrating speaks embodies exemplifies exemplify deserves invites reinforces reinforcing
    promises raises matters means suggests feels looks remains continues commitment dedication passion spirit journey legacy
    future lesson lessons challenge challenges question questions paradox story picture`,
  certified: `certified certification certifications compliant compliance accredited accreditation hipaa gdpr iso soc pci
    fda-approved patented clinically-proven audited licensed approved`
}
