# Source of truth. Other languages are written, not transposed.

## Frame
skip = Skip to content
nav-main = Main pages
nav-languages = Languages
nav-search = New search
nav-networks = Networks
nav-directory = Directory
nav-map = Map
nav-guides = Understand
nav-helplines = Helplines and emergency
nav-sources = Sources and licences
nav-rules = Orientation rules
nav-about = What Ariane does
thread-label = Ariadne’s thread: your path so far
thread-start = Start page
thread-here = Here
next-label = What next
bar-demo = Demonstration: some organisations are fictitious and marked as such.
bar-fetch = Reference data are being downloaded; everything already works with the starter set.
bar-starter = Only the starter set is installed: about 190 diseases. The operator can import the full nomenclature.
footer-disclaimer = Ariane informs and orients; it does not diagnose. In an emergency, call { $number }.
footer-helpline = Talk to someone:

## Danger
danger-title = You are not alone: help is available now
danger-self-harm = If you are thinking of hurting yourself or of dying, tell someone right away. There are trained people who will listen.
danger-violence = If you or someone else is facing violence, get to safety if you can, and call.
danger-acute = If a life is in danger, do not wait.
danger-call = Call { $number }
danger-note = This message appears because of certain words. When it does not appear, that never means there is no danger.

## Start
start-title = Rare diseases: where can you find support?
start-lead = Type the name of a disease, even misspelt, or a code. Say where you live and what you need: Ariane gives you a clear orientation sheet to print.
start-counts = { $count ->
    [one] { $shown } disease or group of diseases in the database.
   *[other] { $shown } diseases and groups of diseases in the database.
}
start-privacy = Nothing you type is kept.
field-query = Which disease, or what is happening?
field-query-hint = Name, abbreviation, gene or code (ORPHA, OMIM, ICD), in French, German, English or Portuguese.
field-place = Where do you live?
field-place-hint = Postcode or town (Luxembourg, France, Belgium, Germany, Netherlands, Switzerland, Portugal).
field-position = Use my location
field-position-done = Location taken, rounded to about one kilometre.
field-position-failed = Your location could not be read. Please give a postcode or a town.
field-need = What do you need?
field-need-hint = Optional.
field-need-any = Anything that may help
field-age = For whom?
field-country = Country
field-country-any = According to the place
age-any = Child or adult
age-child = Child
age-adult = Adult
need-whole = { $need } (everything)
choice-any = All
action-search = Search
action-sheet = Orientation sheet
action-sheet-for = Orientation sheet: { $name }
action-show = Show
suggest-none = No suggestion. You can search all the same.
suggest-some = Suggestions available: arrow keys to move, Enter to choose.
ways-title = Other ways in
way-undiagnosed = I have no diagnosis
way-lead-undiagnosed = Whom to turn to while nobody knows yet.
way-networks = The expert networks
way-lead-networks = 24 European networks and 23 French ones.
way-map = The map of centres
way-lead-map = Where the specialised teams we know of are.
way-guides = Understand the words
way-lead-guides = CRMR, CCMR, FSMR, ERN, PNDS… in plain words.
way-relative = I am a relative or carer
way-lead-relative = Respite, brothers and sisters, leave, support.
way-helplines = Talk to someone
way-lead-helplines = Helplines and emergency numbers by country.
way-events = Dates and trainings
way-lead-events = Coming meetings, awareness days and trainings.

## Search
search-title = Results
search-count = { $count ->
    [one] { $shown } answer.
   *[other] { $shown } answers, the closest first.
}
search-same-name = { $count ->
    [one] One entry has this name or code.
   *[other] { $shown } entries have this name or code: all are at the top.
}
search-shortened = Your text was very long: only the first 300 characters were read.
search-none-title = No disease found under this name
search-none-lead = That does not mean it does not exist. You can:
search-none-spelling = try another name, or only the most distinctive word;
search-none-code = search by code (ORPHA, OMIM, ICD) or by gene, if a letter mentions one;
search-none-undiagnosed = read what to do without a diagnosis
search-none-sheet = Orientation sheet without a diagnosis
search-not-found-here = Not what you were looking for? You can
match-code = found by the code ‘{ $matched }’
match-gene = linked to the gene { $matched }
match-synonym = also called ‘{ $matched }’
match-lay = often called ‘{ $matched }’
match-words = found in ‘{ $matched }’
match-similar = close to ‘{ $matched }’
level-disorder = disease
level-group = group of diseases
level-subtype = subtype
retired-forwarded = The code { $code } is no longer used; this is the entry that replaces it.
retired-no-successor = Orphanet no longer uses this code, and nothing replaces it.
retired-not-rare = Orphanet does not consider this disease rare in Europe: your doctor, or a specialist nearby, is the right person to see.

## Disease
definition-other-language = definition available in this language only
disease-help = Find help near me
disease-which-rule = Which rule leads to these networks?
disease-centres = Expert centres
disease-map = See these centres on the map
disease-signs = Main signs
disease-signs-lead = Share of people in whom the sign has been described. Everyone is different: a sign on the list may be absent.
disease-more-signs = { $count ->
    [one] { $shown } more sign
   *[other] { $shown } more signs
}
disease-frequency = Published frequency
disease-frequency-none = No published frequency is known.
disease-rarity = How many people near me?
disease-facts = In short
disease-onset = Age at onset
disease-inheritance = Inheritance
disease-inheritance-guide = what does this mean?
disease-genes = Genes
disease-codes = Codes
disease-names = Names
disease-classification = In Orphanet’s classifications
disease-children = Includes
disease-more-children = { $count ->
    [one] and { $shown } other
   *[other] and { $shown } others
}
disease-documents = Documents and links
network-none = By our rules no European network covers this entry: the national coordination (hub) decides.
network-unclassified = We know only the name of this disease here: Orphanet’s classifications are not installed yet, so no network can be named. The helpline or the national coordination can.
trials-note = Trial register. Only the team of a trial can say who may take part.
frequency-cases = { $count ->
    [one] { $shown } published case or family
   *[other] { $shown } published cases or families
}
frequency-per-100000 = { $n } per 100,000
gene-role-causative = causative
gene-role-other = associated
measure-prevalence-at-birth = Prevalence at birth
measure-annual-incidence = New cases per year (incidence)
measure-point-prevalence = People affected at a given time (prevalence)
measure-lifetime-prevalence = Over a lifetime
measure-cases-or-families = Published cases or families
paper-pnds = care protocol (PNDS)
paper-emergency-card = emergency card
paper-guideline = guideline
origin-imported = Orphanet and HPO data, version { $release }.
origin-starter = Written by us, source: { $source }.
onset-antenatal = before birth
onset-neonatal = at birth
onset-infancy = first months
onset-childhood = childhood
onset-adolescent = teenage years
onset-adult = adulthood
onset-elderly = later life
onset-all-ages = any age
onset-no-data-available = not stated
onset-no-data = not stated
inheritance-autosomal-dominant = autosomal dominant
inheritance-autosomal-recessive = autosomal recessive
inheritance-x-linked-dominant = X-linked dominant
inheritance-x-linked-recessive = X-linked recessive
inheritance-y-linked = Y-linked
inheritance-mitochondrial-inheritance = mitochondrial
inheritance-multigenic-multifactorial = several genes and factors
inheritance-oligogenic = a few genes
inheritance-semi-dominant = semi-dominant
inheritance-not-applicable = not applicable
inheritance-unknown = unknown
inheritance-not-yet-documented = not yet described
inheritance-no-data-available = not stated
geography-worldwide = worldwide
geography-europe = Europe
geography-france = France
geography-germany = Germany
geography-belgium = Belgium
geography-luxembourg = Luxembourg
geography-netherlands = Netherlands
geography-switzerland = Switzerland
geography-portugal = Portugal
geography-spain = Spain
geography-italy = Italy
geography-united-kingdom = United Kingdom
geography-united-states = United States
geography-specific-population = a particular population
sign-obligate = always
sign-very-frequent = very frequent (80 to 99%)
sign-frequent = frequent (30 to 79%)
sign-occasional = occasional (5 to 29%)
sign-very-rare = very rare (1 to 4%)
sign-excluded = absent
sign-unknown = frequency not stated

## Sheet
sheet-title = Orientation sheet
sheet-title-for = Orientation sheet: { $name }
sheet-made-on = Sheet of { $date }
sheet-place = Place: { $place }
sheet-need = Need: { $need }
sheet-about = More about this disease
sheet-thread = The way from here to the expert
sheet-undiagnosed = Without a diagnosis, the first step is a doctor who looks after you and brings together what has already been done. The organisations below can help that doctor.
sheet-no-centre-here = We know of no expert centre for this disease in this country ({ $country }). The way goes through the national coordination and the European network.
sheet-europe-heading = The road to Europe
sheet-europe-lead = You do not contact a European Reference Network (ERN) yourself: health professionals open this way. The advice travels, not the patient.
sheet-guides = To understand more
sheet-tools = Keep this sheet
sheet-large = Large type
sheet-pdf = Sheet as PDF
sheet-print = Print
sheet-share = Link to this sheet, to copy
sheet-share-note = This link holds no name and no address: only the disease, the need, the country and an area of about 50 km.
sheet-again = Change the place or the need
place-my-position = my location
place-zone = area of about 50 km
place-several = Several places are called ‘{ $place }’. Which one is yours?
place-unknown = We cannot find ‘{ $place }’. Please give a postcode or a town in one of the countries covered. The sheet below was made without a place.
place-mend = Correct the place
part-networks = The networks that know this disease
part-lead-networks = A network brings together the most experienced teams. Your doctor contacts it for you.
part-empty-networks = By our rules no network covers this entry: the national coordination (hub) decides.
part-reference-centres = Reference centres: fewer, sometimes further away
part-lead-reference-centres = The most experienced team: diagnosis, care plan, complex cases.
part-empty-reference-centres = We know of no expert centre with a source for this disease. The network, the helpline or the national coordination may be able to name one.
part-competence-centres = Competence centres: closer to home
part-lead-competence-centres = Regular care near you, in touch with the reference centre.
part-general-centres = For all rare diseases, near you
part-lead-general-centres = These places do not specialise in this one disease: they help to find the right team.
part-laboratories = Laboratories
part-lead-laboratories = A doctor orders the tests.
part-associations = Associations
part-lead-associations = People who know what life with a rare disease is like.
part-services = Services for this need
part-lead-services = Rights, school, work, home, support: the services of your country.
part-helplines = Talk to someone
part-lead-helplines = A human being answers.
part-europe = National coordination
part-lead-europe = It links your doctor with the European networks.
step-treating-doctor = The doctor who looks after you
step-cnm = National medical coordinator (CNM) of the rare disease coordination team (Cellule maladies rares)
step-cern = ERN coordinator (CERN) at the national hub
step-crmr-ccmr = Reference or competence centre (CRMR, CCMR)
step-centre = Expert centre in the country
step-network = European network (ERN)
card-why-title = Why here
card-why = Why here: { $why }
card-source = Source:
source-seed-000 = presentation ‘1ère année de l’Infoline’ (the Infoline’s first year), ALAN and CHL, 26 March 2021
source-seed-001 = article ‘Maladies rares : où se faire accompagner ?’ (in French), 2025
checked-on = checked on { $date }
checked-never = never checked
warning-stale = To be checked again: last checked on { $date }.
warning-unconfirmed = Not confirmed: please check before relying on it.
warning-label-expired = The official label has expired ({ $date }).
warning-demo = Fictitious organisation, for demonstration.
why-covers-disorder = cares for people with this disease
why-covers-group = cares for people with diseases of the group ‘{ $group }’
why-rule = covers the group ‘{ $group }’
why-rule-itself = covers this disease
why-need = answers the need: { $need }
why-all-rare = for all rare diseases
why-network = member of { $network }
why-country = in your country: { $country }
why-nearest = the nearest we know of
why-coordinates = coordinating site
why-helpline = national helpline: { $country }
why-hub = national coordination: { $country }
audience-adult = for adults
audience-child = for children
label-plain = Label: { $label }
label-until = Label: { $label }, until { $until }
contact-phone = Telephone
contact-email = Email
contact-web = Website
days = Mon Tue Wed Thu Fri Sat Sun
hours-always = day and night
disease-more-frequencies = Other countries and regions
contact-hours = Hours:
distance-km = about { $km } km as the crow flies
procedure-form = Form
procedure-payer = Who pays
procedure-deadline = Time limit
procedure-appeal = If it is refused
procedure-official = Official page

## Rarity
rarity-title = How many people? { $name }
rarity-area = Country, region or hospital
rarity-births = Births per year: { $number }.
rarity-population = Inhabitants: { $number }.
rarity-number = { $n } (year { $year })
rarity-none = No published frequency allows this calculation for this place.
rarity-table = What can be expected here
rarity-note = Each line answers its own question. Prevalence at birth, new cases per year and the number of people affected cannot stand in for one another. The ranges are wide because the studies’ own ranges are.
rarity-sharing = Why knowledge is shared
rarity-sharing-lead = The rarer a disease is, the less one hospital’s experience counts, and the more everyone’s does.
rarity-sharing-text = People expected to be affected: { $here } ({ $low } to { $high }), against { $all } to { $most } in all the countries covered. One dot is one person, up to { $dots } dots.
rarity-covered = All covered countries
rarity-seed-title = One birth in 300,000
rarity-seed-lead = The example from the Infoline’s first years: one birth every 60 years in Luxembourg, every 20 years in Heidelberg, every 10 years in Lyon. The same calculation with today’s births:
rarity-waiting-text = Years between two births for a disease that affects 1 baby in 300,000. The longer the bar, the longer the team waits.
range-up-to = fewer than { $high }
range-at-least = more than { $low }
range-from-to = { $low } to { $high }
years-between = one birth every { $years } years or more
years-between-range = one birth every { $often } to { $rarest } years
years = { $count ->
    [one] { $shown } year
   *[other] { $shown } years
}
expected-prevalence-at-birth = Affected births per year
expected-annual-incidence = People newly affected per year
expected-point-prevalence = People living with the disease
expected-lifetime-prevalence = People affected during their lifetime
column-measure = Measure
column-value = Value
column-where = Where
column-source = Source
column-expected = Expected
column-number = Number
column-basis = Based on
column-births = Births per year
column-one-every = One birth every
column-file = File
column-version = Version
column-licence = Licence
column-attribution = To be credited
column-line = Line
column-group = Group
column-network = Network
column-precedence = Precedence
column-note = Note
column-fate = Outcome
column-distance = Distance

## Networks, directory, structures
networks-title = The networks
networks-lead = Who brings the experts together, in Europe and in France.
networks-ern = { $count ->
    [one] { $shown } European Reference Network (ERN)
   *[other] { $shown } European Reference Networks (ERNs)
}
networks-fsmr = { $count ->
    [one] { $shown } French rare disease network (FSMR)
   *[other] { $shown } French rare disease networks (FSMR)
}
ern-professionals-only = An ERN is there for professionals: it is your doctor who contacts it.
directory-title = Directory
directory-words = Words
directory-kind = Kind of organisation
directory-stale = Only what needs checking
directory-count = { $count ->
    [one] { $shown } organisation
   *[other] { $shown } organisations
}
directory-none = No organisation meets these criteria. Remove one, or call a helpline.
page-label = Pages of the list
page-previous = Previous page
page-next = Next page
kind-ern = European Reference Network (ERN)
kind-fsmr = French rare disease network (FSMR)
kind-crmr = reference centre (CRMR)
kind-ccmr = competence centre (CCMR)
kind-abroad-crmr = expert centre
kind-abroad-ccmr = local centre
kind-hub = national coordination (hub)
kind-association = association
kind-alliance = alliance of associations
kind-helpline = helpline
kind-crisis-line = crisis line
kind-platform = platform
kind-laboratory = laboratory
kind-service = service
organisation-coordinator = Coordination
organisation-languages = Languages
organisation-parents = Part of
organisation-services = What you will find there
organisation-covers = Diseases covered
organisation-covers-rules = What this network covers
organisation-covers-rules-lead = Orphanet groups that lead to this network, with the line of the rule.
organisation-sites = Other sites
organisation-members = Known members
rule-line = rule { $line }
guide-what-is-ern = What is an ERN?
guide-what-is-fsmr = What is a French rare disease network (FSMR)?
guide-what-is-crmr = What is a reference centre?
guide-what-is-ccmr = What is a competence centre?
guide-what-is-hub = What is a hub?
guide-what-is-laboratory = How do the laboratories work?

## Map
map-title = Map of centres
map-lead = The expert centres and coordinations we know of. Ariane draws the map itself: no outside server learns what you are looking at.
map-lead-for = Centres we know of for: { $name }.
map-all = See all centres
map-caption = ● reference or expert centre · ■ competence centre or ERN member · ◆ national coordination. All are in the list below.
map-alt = Map of Western Europe with { $count } marks; the same centres are in the list that follows.
map-list = { $count ->
    [one] { $shown } centre
   *[other] { $shown } centres
}
map-unplaced = { $count ->
    [one] { $shown } site without coordinates is not on the map.
   *[other] { $shown } sites without coordinates are not on the map.
}

## Guides, helplines, sources, rules
guides-title = Understand
guides-lead = The words and the ways of rare diseases, in plain language.
guide-unchecked = not yet checked at the source
helplines-title = Helplines and emergency
helplines-lead = People who answer, by country. In immediate danger, call the emergency number.
helplines-emergency = Emergency:
helplines-rare = Rare diseases
helplines-crisis = Distress, violence, childhood
helplines-european = Europe
sources-title = Sources and licences
sources-lead = Where what you read comes from, and since when.
sources-release = Version of the data: { $release }
sources-confirmed = Directory: { $confirmed } of { $all } site entries confirmed at the source.
sources-stale = See those that need checking
sources-files = Official files imported
sources-starter = No official file has been imported: the pages rest on the starter set, written by us with its sources.
sources-others = Other sources
sources-outlines = Country outlines: Natural Earth (public domain).
sources-font = Typeface: Atkinson Hyperlegible Next, Braille Institute (SIL OFL 1.1).
sources-own = Orientation rules: written by us, each line with its source.
count-entities = Diseases and groups in use
count-retired = Retired codes
count-names = Names and synonyms
count-definitions = Definitions
count-signs = Disease–sign links
count-genes = Disease–gene links
count-frequencies = Published frequencies
count-classifications = Classifications
count-places = Places
count-structures = Organisations
count-rules = Orientation rules
rules-title = Orientation rules
rules-lead = Each rule leads from an Orphanet group to a network. The most specific one prevails, then the one with the highest precedence.
rules-network = Network
rules-for-title = Why these networks? { $name }
rules-for-none = No rule concerns this entry.
rule-none-ern = no ERN
rule-none-fsmr = no French network (FSMR)
rule-unconfirmed = not confirmed
fate-fired = applied
fate-less-specific = a more specific rule prevails
fate-lower-precedence = a rule with higher precedence prevails
fate-beyond-limit = two networks are already named

## Problems
problem-title-page = This page does not exist
problem-lead-page = The address may be incomplete. Please start again from the start page.
problem-title-disease = This disease is not in our database
problem-lead-disease = The code is not known. Search by name, or ask a helpline.
problem-title-organisation = This organisation is not in our directory
problem-lead-organisation = It may have been removed. Search the directory, or ask a helpline.
problem-title-form = The form could not be read
problem-lead-form = Nothing was kept. Please start again from the start page.
problem-title-ours = An error on our side
problem-lead-ours = It is nothing you did. Try again in a moment, or call a helpline.
