# Source of truth. Other languages are written, not transposed.

## Frame
skip = Direkt bei den Inhalt
nav-main = Haaptsäiten
nav-languages = Sproochen
nav-search = Nei Sich
nav-networks = Netzwierker
nav-directory = Annuaire
nav-map = Kaart
nav-guides = Verstoen
nav-helplines = Hëllefstelefon an Noutruff
nav-sources = Quellen a Lizenzen
nav-rules = Orientéierungsregelen
nav-about = Wat Ariane mécht
thread-label = Ariadnefuedem: Äre Wee bis heihin
thread-start = Startsäit
thread-here = Hei
next-label = Wéi et weidergeet
bar-demo = Demonstratioun: verschidde Strukture sinn erfonnt an och esou markéiert.
bar-fetch = D’Referenzdonnéeë ginn elo erofgelueden; mat de Startdonnéeë funktionéiert schonn alles.
bar-starter = Nëmmen d’Startdonnéeë sinn installéiert: ongeféier 190 Krankheeten. De Bedreiwer kann déi komplett Nomenklatur importéieren.
footer-disclaimer = Ariane informéiert an orientéiert, stellt awer keng Diagnos. Am Noutfall rufft { $number } un.
footer-helpline = Mat engem schwätzen:

## Danger
danger-title = Dir sidd net eleng: Hëllef ass elo do
danger-self-harm = Wann Dir drun denkt, Iech eppes unzedoen oder ze stierwen, schwätzt direkt mat engem doriwwer. Geschoult Leit lauschteren Iech no.
danger-violence = Wann Dir oder een anere Gewalt erlieft, bréngt Iech a Sécherheet, wann Dir kënnt, a rufft un.
danger-acute = Wann e Liewen a Gefor ass, waart net.
danger-call = { $number } uruffen
danger-note = Dëse Message erschéngt wéinst bestëmmte Wierder. Wann en net erschéngt, heescht dat ni, datt keng Gefor do ass.

## Start
start-title = Rar Krankheeten: wou fannt Dir Begleedung?
start-lead = Tippt den Numm vun enger Krankheet an, och mat Feeler, oder e Code. Sot, wou Dir wunnt a wat Dir braucht: Ariane gëtt Iech eng kloer Orientéierungsfiche fir auszedrécken.
start-counts = { $count ->
    [one] { $shown } Krankheet oder Grupp vu Krankheeten an der Datebank.
   *[other] { $shown } Krankheeten a Gruppe vu Krankheeten an der Datebank.
}
start-privacy = Näischt vun deem, wat Dir antippt, gëtt gespäichert.
field-query = Wéi eng Krankheet, oder wat ass lass?
field-query-hint = Numm, Ofkierzung, Gen oder Code (ORPHA, OMIM, ICD), op Franséisch, Däitsch, Englesch oder Portugisesch.
field-place = Wou wunnt Dir?
field-place-hint = Postleitzuel oder Uertschaft (Lëtzebuerg, Frankräich, Belsch, Däitschland, Holland, Schwäiz, Portugal).
field-position = Meng Positioun benotzen
field-position-done = Positioun geholl, op ongeféier ee Kilometer ofgeronnt.
field-position-failed = D’Positioun konnt net gelies ginn. Gitt eng Postleitzuel oder eng Uertschaft un.
field-need = Wat braucht Dir?
field-need-hint = Fräiwëlleg.
field-need-any = Alles, wat hëllefe kann
field-age = Fir wien?
field-country = Land
field-country-any = Jee no Uert
age-any = Kand oder Erwuessenen
age-child = Kand
age-adult = Erwuessenen
need-whole = { $need } (alles)
choice-any = All
action-search = Sichen
action-sheet = Orientéierungsfiche
action-sheet-for = Orientéierungsfiche: { $name }
action-show = Weisen
suggest-none = Keng Propositioun. Dir kënnt awer trotzdeem sichen.
suggest-some = Et gëtt Propositiounen: mat de Feiler duerchgoen, mat Enter auswielen.
ways-title = Aner Weeër
way-undiagnosed = Ech hu keng Diagnos
way-lead-undiagnosed = Bei wie goen, wann een et nach net weess.
way-networks = D’Expertennetzwierker
way-lead-networks = 24 europäesch an 23 franséisch Netzwierker.
way-map = D’Kaart vun den Zentren
way-lead-map = Wou déi spezialiséiert Equippe sinn, déi mir kennen.
way-guides = D’Wierder verstoen
way-lead-guides = CRMR, CCMR, FSMR, ERN, PNDS … einfach erkläert.
way-relative = Ech sinn en Noosteeënden
way-lead-relative = Paus, Geschwëster, Congéen, Ënnerstëtzung.
way-helplines = Mat engem schwätzen
way-lead-helplines = Hëllefstelefoner an Noutruffnummere fir all Land.
way-events = Rendez-vousen a Formatiounen
way-lead-events = Treffen, Aktiounsdeeg a Formatiounen, déi kommen.

## Search
search-title = Resultater
search-count = { $count ->
    [one] { $shown } Äntwert.
   *[other] { $shown } Äntwerten, déi nootst fir d’éischt.
}
search-same-name = { $count ->
    [one] Een Andrag huet dësen Numm oder dëse Code.
   *[other] { $shown } Andräg hunn dësen Numm oder dëse Code: si stinn all uewen.
}
search-shortened = Ären Text war ganz laang: nëmmen déi éischt 300 Zeeche goufe gelies.
search-none-title = Keng Krankheet mat dësem Numm fonnt
search-none-lead = Dat heescht net, datt et se net gëtt. Dir kënnt:
search-none-spelling = en aneren Numm probéieren, oder nëmmen dat Wuert, dat am meeschten opfält;
search-none-code = mat engem Code (ORPHA, OMIM, ICD) oder engem Gen sichen, wann een an engem Bréif steet;
search-none-undiagnosed = noliesen, wat een ouni Diagnos maache kann
search-none-sheet = Orientéierungsfiche ouni Diagnos
search-not-found-here = Ass et dat net? Dir kënnt
match-code = fonnt iwwer de Code „{ $matched }“
match-gene = verbonne mam Gen { $matched }
match-synonym = heescht och „{ $matched }“
match-lay = gëtt dacks „{ $matched }“ genannt
match-words = fonnt am Text „{ $matched }“
match-similar = ähnlech wéi „{ $matched }“
level-disorder = Krankheet
level-group = Grupp vu Krankheeten
level-subtype = Ënnerform
retired-forwarded = De Code { $code } gëtt net méi benotzt; dëst ass den Andrag, deen en ersetzt.
retired-no-successor = Dëse Code gëtt vun Orphanet net méi benotzt an huet keen Nofolger.
retired-not-rare = Orphanet gesäit dës Krankheet an Europa net als rar un: Ären Dokter oder e Spezialist an Ärer Géigend ass déi richteg Adress.

## Disease
definition-other-language = Definitioun gëtt et nëmmen an dëser Sprooch
disease-help = Hëllef no bei mir fannen
disease-which-rule = Wéi eng Regel féiert bei dës Netzwierker?
disease-centres = Expertenzentren
disease-map = Dës Zentren op der Kaart weisen
disease-signs = Wichtegst Zeechen
disease-signs-lead = Undeel vun de Leit, bei deenen d’Zeeche beschriwwe gouf. Jiddereen ass anescht: en Zeechen aus der Lëscht kann och feelen.
disease-more-signs = { $count ->
    [one] { $shown } weidert Zeechen
   *[other] { $shown } weider Zeechen
}
disease-frequency = Publizéiert Heefegkeet
disease-frequency-none = Et ass keng publizéiert Heefegkeet bekannt.
disease-rarity = Wéi vill Leit bei mir an der Géigend?
disease-facts = Kuerz gesot
disease-onset = Alter um Ufank
disease-inheritance = Ierflechkeet
disease-inheritance-guide = wat heescht dat?
disease-genes = Genen
disease-codes = Coden
disease-names = Nimm
disease-classification = An de Klassifikatioune vun Orphanet
disease-children = Ëmfaasst
disease-more-children = { $count ->
    [one] plus { $shown } weider
   *[other] plus { $shown } weider
}
disease-documents = Dokumenter a Linken
network-none = No eise Regelen deckt keen europäescht Netzwierk dësen Andrag of: déi national Koordinatioun (Hub) decidéiert.
network-unclassified = Mir kennen hei just den Numm vun dëser Krankheet: d’Klassifikatioune vun Orphanet sinn nach net installéiert, dofir ka kee Reseau uginn ginn. D’Infoline oder déi national Koordinatioun kann dat.
trials-note = Register vun de klinesche Studien. Nëmmen d’Equipe vun enger Studie ka soen, wie matmaache kann.
frequency-cases = { $count ->
    [one] { $shown } publizéierte Fall oder publizéiert Famill
   *[other] { $shown } publizéiert Fäll oder Familljen
}
frequency-per-100000 = { $n } op 100.000
gene-role-causative = ursächlech
gene-role-other = associéiert
measure-prevalence-at-birth = Heefegkeet bei der Gebuert (Prevalenz)
measure-annual-incidence = Nei Fäll pro Joer (Inzidenz)
measure-point-prevalence = Betraffe Leit zu engem bestëmmte Moment (Prevalenz)
measure-lifetime-prevalence = Am Laf vum Liewen
measure-cases-or-families = Publizéiert Fäll oder Familljen
paper-pnds = Behandlungsprotokoll (PNDS)
paper-emergency-card = Noutfallkaart
paper-guideline = Recommandatioun
origin-imported = Donnéeë vun Orphanet an HPO, Versioun { $release }.
origin-starter = Vun eis geschriwwen, Quell: { $source }.
onset-antenatal = virun der Gebuert
onset-neonatal = bei der Gebuert
onset-infancy = éischt Méint
onset-childhood = Kandheet
onset-adolescent = Jugend
onset-adult = Erwuessenenalter
onset-elderly = héijen Alter
onset-all-ages = all Alter
onset-no-data-available = net uginn
onset-no-data = net uginn
inheritance-autosomal-dominant = autosomal-dominant
inheritance-autosomal-recessive = autosomal-rezessiv
inheritance-x-linked-dominant = X-gebonnen dominant
inheritance-x-linked-recessive = X-gebonne rezessiv
inheritance-y-linked = Y-gebonnen
inheritance-mitochondrial-inheritance = mitochondrial
inheritance-multigenic-multifactorial = méi Genen a Facteuren
inheritance-oligogenic = e puer Genen
inheritance-semi-dominant = semidominant
inheritance-not-applicable = trëfft net zou
inheritance-unknown = onbekannt
inheritance-not-yet-documented = nach net beschriwwen
inheritance-no-data-available = net uginn
geography-worldwide = weltwäit
geography-europe = Europa
geography-france = Frankräich
geography-germany = Däitschland
geography-belgium = Belsch
geography-luxembourg = Lëtzebuerg
geography-netherlands = Holland
geography-switzerland = Schwäiz
geography-portugal = Portugal
geography-spain = Spuenien
geography-italy = Italien
geography-united-kingdom = Vereenegt Kinnekräich
geography-united-states = Vereenegt Staaten
geography-specific-population = bestëmmte Grupp vun der Bevëlkerung
sign-obligate = ëmmer
sign-very-frequent = ganz heefeg (80 bis 99 %)
sign-frequent = heefeg (30 bis 79 %)
sign-occasional = heiansdo (5 bis 29 %)
sign-very-rare = ganz rar (1 bis 4 %)
sign-excluded = kënnt net vir
sign-unknown = Heefegkeet net uginn

## Sheet
sheet-title = Orientéierungsfiche
sheet-title-for = Orientéierungsfiche: { $name }
sheet-made-on = Fiche vum { $date }
sheet-place = Uert: { $place }
sheet-need = Besoin: { $need }
sheet-about = Méi iwwer dës Krankheet
sheet-thread = De Wee, vun hei bis bei den Expert
sheet-undiagnosed = Ouni Diagnos ass den éischte Schrëtt en Dokter, deen Iech suivéiert an zesummedréit, wat scho gemaach gouf. D’Strukturen hei drënner kënnen him dobäi hëllefen.
sheet-no-centre-here = Mir kennen an dësem Land ({ $country }) keen Expertenzentrum fir dës Krankheet. De Wee geet iwwer déi national Koordinatioun an d’europäescht Netzwierk.
sheet-europe-heading = De Wee an Europa
sheet-europe-lead = Bei engem Europäesche Referenznetzwierk (ERN) mellt ee sech net selwer: et sinn d’Fachleit, déi dëse Wee opmaachen. Den Avis reest, net de Patient.
sheet-guides = Fir ze verstoen
sheet-tools = Dës Fiche behalen
sheet-large = Grouss Schrëft
sheet-pdf = Fiche als PDF
sheet-print = Drécken
sheet-share = Link op dës Fiche, fir ze kopéieren
sheet-share-note = An dësem Link steet keen Numm a keng Adress: just d’Krankheet, de Besoin, d’Land an eng Zon vun ongeféier 50 km.
sheet-again = Uert oder Besoin änneren
place-my-position = meng Positioun
place-zone = Zon vun ongeféier 50 km
place-several = Et gëtt e puer Uertschaften, déi „{ $place }“ heeschen. Wéi eng ass Är?
place-unknown = Mir fannen „{ $place }“ net. Gitt eng Postleitzuel oder eng Uertschaft aus engem vun den ofgedeckte Länner un. D’Fiche hei drënner ass ouni Uert gemaach.
place-mend = Den Uert verbesseren
part-networks = D’Netzwierker, déi dës Krankheet kennen
part-lead-networks = En Netzwierk bréngt d’Equippe mat der gréisster Erfarung zesummen. Ären Dokter wennt sech fir Iech dohinner.
part-empty-networks = No eise Regelen deckt keen Netzwierk dësen Andrag of: déi national Koordinatioun (Hub) decidéiert.
part-reference-centres = Referenzzentren: méi rar, heiansdo méi wäit ewech
part-lead-reference-centres = D’Equipe mat der gréisster Erfarung: Diagnos, Behandlungsplang, komplex Fäll.
part-empty-reference-centres = Mir kenne keen Expertenzentrum mat enger Quell fir dës Krankheet. D’Netzwierk, den Hëllefstelefon oder déi national Koordinatioun kënnen Iech een nennen.
part-competence-centres = Kompetenzzentren: méi no
part-lead-competence-centres = De Suivi no bei Iech, a Verbindung mam Referenzzentrum.
part-general-centres = Fir all rar Krankheeten, no bei Iech
part-lead-general-centres = Dës Plaze sinn net nëmmen op dës eng Krankheet spezialiséiert: si hëllefen, déi richteg Equipe ze fannen.
part-laboratories = Laboen
part-lead-laboratories = D’Analyse gi vun engem Dokter ugefrot.
part-associations = Associatiounen
part-lead-associations = Leit, déi d’Liewe mat enger rarer Krankheet kennen.
part-services = Servicer fir dëse Besoin
part-lead-services = Rechter, Schoul, Aarbecht, doheem, Ënnerstëtzung: d’Servicer vun Ärem Land.
part-helplines = Mat engem schwätzen
part-lead-helplines = E Mënsch äntwert.
part-europe = National Koordinatioun
part-lead-europe = Si verbënnt Ären Dokter mat den europäeschen Netzwierker.
step-treating-doctor = Dokter, deen Iech suivéiert
step-cnm = Nationale medezinesche Koordinateur (CNM) vun der lëtzebuergescher Equipe fir rar Krankheeten (Cellule maladies rares)
step-cern = ERN-Koordinateur (CERN) vum nationalen Hub
step-crmr-ccmr = Referenz- oder Kompetenzzentrum (CRMR, CCMR)
step-centre = Expertenzentrum am Land
step-network = Europäescht Netzwierk (ERN)
card-why-title = Firwat hei
card-why = Firwat hei: { $why }
card-source = Quell:
source-seed-000 = Presentatioun „1ère année de l’Infoline“ (dat éischt Joer vun der Infoline), ALAN a CHL, 26. Mäerz 2021
source-seed-001 = Artikel „Maladies rares : où se faire accompagner ?“ (op Franséisch), 2025
checked-on = iwwerpréift: { $date }
checked-never = ni iwwerpréift
warning-stale = Muss nei iwwerpréift ginn (lescht Kontroll: { $date }).
warning-unconfirmed = Net confirméiert: kuckt et no, ier Dir Iech drop verloosst.
warning-label-expired = Den offizielle Label ass ofgelaf ({ $date }).
warning-demo = Erfonnt Struktur, fir d’Demonstratioun.
why-covers-disorder = suivéiert Leit mat dëser Krankheet
why-covers-group = suivéiert Leit mat Krankheeten aus dem Grupp „{ $group }“
why-rule = deckt de Grupp „{ $group }“ of
why-rule-itself = deckt dës Krankheet of
why-need = hëlleft bei: { $need }
why-all-rare = fir all rar Krankheeten
why-network = gehéiert zu { $network }
why-country = an Ärem Land: { $country }
why-nearest = am nootste vun allem, wat mir kennen
why-coordinates = Plaz, déi koordinéiert
why-helpline = nationalen Hëllefstelefon: { $country }
why-hub = national Koordinatioun: { $country }
audience-adult = fir Erwuessener
audience-child = fir Kanner
label-plain = Label: { $label }
label-until = Label: { $label }, bis { $until }
contact-phone = Telefon
contact-email = E-Mail
contact-web = Internetsäit
days = Mé Dë Më Do Fr Sa So
hours-always = Dag an Nuecht
disease-more-frequencies = Aner Länner a Regiounen
contact-hours = Zäiten:
distance-km = ongeféier { $km } km Loftlinn
procedure-form = Formulaire
procedure-payer = Wie bezilt
procedure-deadline = Delai
procedure-appeal = Wann et refuséiert gëtt
procedure-official = Offiziell Säit

## Rarity
rarity-title = Wéi vill Leit? { $name }
rarity-area = Land, Regioun oder Spidol
rarity-births = Gebuerte pro Joer: { $number }.
rarity-population = Awunner: { $number }.
rarity-number = { $n } (Joer { $year })
rarity-none = Et gëtt keng publizéiert Heefegkeet, mat där een dat fir dës Plaz ausrechne kann.
rarity-table = Wat een hei erwaarde kann
rarity-note = All Zeil beäntwert hir eege Fro. D’Heefegkeet bei der Gebuert, déi nei Fäll pro Joer an d’Zuel vun de betraffene Leit ersetze sech net géigesäiteg. D’Marge si breet, well se et an de Studien och sinn.
rarity-sharing = Firwat Wëssen deelen
rarity-sharing-lead = Wat eng Krankheet méi rar ass, wat d’Erfarung vun engem eenzele Spidol manner zielt a wat déi vun alle méi zielt.
rarity-sharing-text = Betraffe Leit, déi ze erwaarde sinn: { $here } ({ $low } bis { $high }), géint { $all } bis { $most } an all de Länner zesummen, déi ofgedeckt sinn. Ee Punkt ass eng Persoun, bis zu { $dots } Punkten.
rarity-covered = All ofgedeckte Länner
rarity-seed-title = Eng Gebuert op 300.000
rarity-seed-lead = D’Beispill aus den éischte Jore vun der Infoline: eng Gebuert all 60 Joer zu Lëtzebuerg, all 20 Joer zu Heidelberg, all 10 Joer zu Lyon. Déi selwecht Rechnung mat de Gebuerte vun haut:
rarity-waiting-text = Joren tëscht zwou Gebuerte bei enger Krankheet, déi 1 Bëbee op 300.000 betrëfft. Wat de Balke méi laang ass, wat d’Equipe méi laang waart.
range-up-to = manner wéi { $high }
range-at-least = méi wéi { $low }
range-from-to = { $low } bis { $high }
years-between = eng Gebuert all { $years } Joer oder méi
years-between-range = eng Gebuert all { $often } bis { $rarest } Joer
years = { $count ->
    [one] { $shown } Joer
   *[other] { $shown } Joer
}
expected-prevalence-at-birth = Betraffe Gebuerte pro Joer
expected-annual-incidence = Nei betraffe Leit pro Joer
expected-point-prevalence = Leit, déi mat der Krankheet liewen
expected-lifetime-prevalence = Leit, déi am Laf vun hirem Liewe betraff sinn
column-measure = Mooss
column-value = Wäert
column-where = Wou
column-source = Quell
column-expected = Ze erwaarden
column-number = Zuel
column-basis = Basis
column-births = Gebuerte pro Joer
column-one-every = Eng Gebuert all
column-file = Fichier
column-version = Versioun
column-licence = Lizenz
column-attribution = Ze zitéieren
column-line = Zeil
column-group = Grupp
column-network = Netzwierk
column-precedence = Prioritéit
column-note = Notiz
column-fate = Resultat
column-distance = Distanz

## Networks, directory, structures
networks-title = D’Netzwierker
networks-lead = Wien d’Experten zesummebréngt, an Europa an a Frankräich.
networks-ern = { $count ->
    [one] { $shown } Europäescht Referenznetzwierk (ERN)
   *[other] { $shown } Europäesch Referenznetzwierker (ERN)
}
networks-fsmr = { $count ->
    [one] { $shown } franséischt Netzwierk (FSMR)
   *[other] { $shown } franséisch Netzwierker (FSMR)
}
ern-professionals-only = En ERN ass fir Fachleit do: et ass Ären Dokter, deen d’Netzwierk kontaktéiert.
directory-title = Annuaire
directory-words = Wierder
directory-kind = Zort vu Struktur
directory-stale = Nëmmen dat, wat iwwerpréift muss ginn
directory-count = { $count ->
    [one] { $shown } Struktur
   *[other] { $shown } Strukturen
}
directory-none = Keng Struktur passt op dës Critèren. Huelt een dovun ewech, oder rufft en Hëllefstelefon un.
page-label = Säite vun der Lëscht
page-previous = Säit virdrun
page-next = Nächst Säit
kind-ern = Europäescht Referenznetzwierk (ERN)
kind-fsmr = franséischt Netzwierk fir rar Krankheeten (FSMR)
kind-crmr = Referenzzentrum (CRMR)
kind-ccmr = Kompetenzzentrum (CCMR)
kind-abroad-crmr = Expertenzentrum
kind-abroad-ccmr = Zentrum an der Géigend
kind-hub = national Koordinatioun (Hub)
kind-association = Associatioun
kind-alliance = Allianz vun Associatiounen
kind-helpline = Hëllefstelefon
kind-crisis-line = Krisentelefon
kind-platform = Plattform
kind-laboratory = Labo
kind-service = Service
organisation-coordinator = Koordinatioun
organisation-languages = Sproochen
organisation-parents = Gehéiert zu
organisation-services = Wat een do fënnt
organisation-covers = Ofgedeckt Krankheeten
organisation-covers-rules = Wat dëst Netzwierk ofdeckt
organisation-covers-rules-lead = Gruppe vun Orphanet, déi bei dëst Netzwierk féieren, mat der Zeil vun der Regel.
organisation-sites = Aner Plazen
organisation-members = Bekannt Memberen
rule-line = Regel { $line }
guide-what-is-ern = Wat ass en ERN?
guide-what-is-fsmr = Wat ass e franséischt Netzwierk (FSMR)?
guide-what-is-crmr = Wat ass e Referenzzentrum?
guide-what-is-ccmr = Wat ass e Kompetenzzentrum?
guide-what-is-hub = Wat ass en Hub?
guide-what-is-laboratory = Wéi funktionéieren d’Laboen?

## Map
map-title = Kaart vun den Zentren
map-lead = D’Expertenzentren an d’Koordinatiounen, déi mir kennen. Ariane zeechent d’Kaart selwer: kee Server vu baussen erfiert, wat Dir kuckt.
map-lead-for = Zentren, déi mir kennen, fir: { $name }.
map-all = All d’Zentre weisen
map-caption = ● Referenz- oder Expertenzentrum · ■ Kompetenzzentrum oder ERN-Member · ◆ national Koordinatioun. Si stinn all an der Lëscht hei drënner.
map-alt = Kaart vu Westeuropa mat { $count } Zeechen; déi selwecht Zentre stinn an der Lëscht, déi duerno kënnt.
map-list = { $count ->
    [one] { $shown } Zentrum
   *[other] { $shown } Zentren
}
map-unplaced = { $count ->
    [one] { $shown } Plaz ouni Koordinaten ass net op der Kaart.
   *[other] { $shown } Plazen ouni Koordinate sinn net op der Kaart.
}

## Guides, helplines, sources, rules
guides-title = Verstoen
guides-lead = D’Wierder an d’Weeër ronderëm rar Krankheeten, einfach erkläert.
guide-unchecked = nach net un der Quell iwwerpréift
helplines-title = Hëllefstelefon an Noutruff
helplines-lead = Leit, déi äntweren, fir all Land. Wann direkt Gefor besteet, rufft d’Noutruffnummer un.
helplines-emergency = Noutruff:
helplines-rare = Rar Krankheeten
helplines-crisis = Krisen, Gewalt, Kanner
helplines-european = Europa
sources-title = Quellen a Lizenzen
sources-lead = Wou dat hierkënnt, wat Dir liest, an zënter wéini.
sources-release = Versioun vun den Donnéeën: { $release }
sources-confirmed = Annuaire: { $confirmed } Fiche vu Plazen un der Quell confirméiert (am Ganzen: { $all }).
sources-stale = Déi weisen, déi iwwerpréift musse ginn
sources-files = Importéiert offiziell Fichieren
sources-starter = Et ass keen offizielle Fichier importéiert: d’Säite baséieren op de Startdonnéeën, déi mir mat hire Quelle geschriwwen hunn.
sources-others = Aner Quellen
sources-outlines = Konture vun de Länner: Natural Earth (ëffentlechen Domaine).
sources-font = Schrëft: Atkinson Hyperlegible Next, Braille Institute (SIL OFL 1.1).
sources-own = Orientéierungsregelen: vun eis geschriwwen, all Zeil mat hirer Quell.
count-entities = Krankheeten a Gruppen, déi benotzt ginn
count-retired = Zréckgezunne Coden
count-names = Nimm a Synonymmen
count-definitions = Definitiounen
count-signs = Verbindunge Krankheet–Zeechen
count-genes = Verbindunge Krankheet–Gen
count-frequencies = Publizéiert Heefegkeeten
count-classifications = Klassifikatiounen
count-places = Uertschaften
count-structures = Strukturen
count-rules = Orientéierungsregelen
rules-title = Orientéierungsregelen
rules-lead = All Regel féiert vun engem Grupp vun Orphanet bei en Netzwierk. Déi geneest gëllt, duerno déi mat der héchster Prioritéit.
rules-network = Netzwierk
rules-for-title = Firwat dës Netzwierker? { $name }
rules-for-none = Keng Regel betrëfft dësen Andrag.
rule-none-ern = keen ERN
rule-none-fsmr = kee franséischt Netzwierk (FSMR)
rule-unconfirmed = net confirméiert
fate-fired = applizéiert
fate-less-specific = eng méi genee Regel geet vir
fate-lower-precedence = eng Regel mat méi héijer Prioritéit geet vir
fate-beyond-limit = zwee Netzwierker si scho genannt

## Problems
problem-title-page = Dës Säit gëtt et net
problem-lead-page = D’Adress ass vläicht net komplett. Fänkt op der Startsäit nei un.
problem-title-disease = Dës Krankheet ass net an eiser Datebank
problem-lead-disease = De Code ass net bekannt. Sicht mam Numm, oder frot bei engem Hëllefstelefon no.
problem-title-organisation = Dës Struktur ass net an eisem Annuaire
problem-lead-organisation = Si gouf vläicht erausgeholl. Sicht am Annuaire, oder frot bei engem Hëllefstelefon no.
problem-title-form = De Formulaire konnt net gelies ginn
problem-lead-form = Näischt gouf gespäichert. Fänkt op der Startsäit nei un.
problem-title-ours = E Feeler op eiser Säit
problem-lead-ours = Et läit net un Iech. Probéiert et an engem Moment nach eng Kéier, oder rufft en Hëllefstelefon un.
