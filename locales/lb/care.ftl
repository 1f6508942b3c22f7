# Care on the page of a file
care-title = Ëmfaassend Begleedung
care-plan = Begleetplang
care-plan-none = Nach näischt agedroen
care-transition = Iwwergang an den Erwuessenenalter
care-transition-see = D’Lëscht kucken
care-transition-unknown = Gebuertsdatum net bekannt
care-rights = Administrativ Demarchen
care-way = Wee bis bei d’Diagnos
care-way-none = Nach keng Datumer
care-letters = Bréiwer
care-letters-none = Nach kee Bréif
care-household = Famill
care-calls = Verspracht Uriff
care-calls-none = Keen Uruff ass versprach.
care-call-new = En Uruff verspriechen
care-call-text = Ëm wat et geet
care-call-end = Opschreiwen, wat draus gouf
care-printed = Gedréckt den { $day }
care-written-by = { $name }, { $moment }
care-known-since = { $outcome } ({ $day })
care-list-transition = Iwwergang an den Erwuessenenalter
care-list-administrative = Administrativ Demarchen

# Plan
care-plan-empty = Nach ass näischt agedroen. Schreift op, wien eppes fir d’Persoun mécht, oder wat nach keen mécht.
care-unspoken = Nach net ugeschwat
care-unspoken-hint = Eng Erënnerung, keng Flicht.
care-line-new = Bei de Plang dobäisetzen
care-line-add = Neie Punkt
care-line-change = Änneren
care-part = Beräich
care-action = Wat gemaach oder gefrot gëtt
care-actor = Vu wiem
care-actor-hint = Eng Struktur aus dem Verzeechnes oder en Numm; eidel, soulaang kee fonnt ass.
care-family-does = D’Persoun oder d’Famill selwer
care-nobody-yet = Nach keen
care-on = Dag, oder nach eng Kéier kucken den
care-renew = Recht z’erneiere bis
care-renew-by = z’erneiere bis
care-outcome = Resultat
care-outcome-what = Stand
care-outcome-none = Resultat nach net bekannt
care-known = Gewosst den
care-reason = Firwat, wann et anescht koum wéi gehofft

# Checklists
care-transition-hint = Wat mat der jonker Persoun an der Famill virzebereeden ass. All Punkt ass gemaach oder mat engem Grond op d’Säit geluecht.
care-transition-not-yet = Virzebereeden ab dem { $day }.
care-transition-now = Iwwergang an den Erwuessenenalter virzebereede säit dem { $since }; vollgruusseg den { $majority }
care-transition-of-age = Vollgruusseg säit dem { $since }: d’Accorde sinn bei der Persoun selwer nei ze froen.
care-transition-from = Ab dem { $day }
care-transition-board = Iwwergang: vollgruusseg den { $day }
care-transition-no-birth = Ouni Gebuertsdatum kann ee net soen, wéini dësen Iwwergang virzebereeden ass.
care-transition-no-rule = Fir dëst Land ass nach keen Alter agedroen.
care-transition-source = Alteren: { $source }, gepréift den { $day }. Vun der Zell ze confirméieren.
care-rights-hint = Lëschte vum Land, mat Formulaire, wien bezilt, Delai a Recours. Wat net gewosst ass, gëtt gesot.
care-rights-none = Fir dëst Land ass nach keng Lëscht agedroen.
care-marked-count = { $marked } vun { $all } Punkte gereegelt
care-how-to = Wéi et geet
care-form = Formulaire
care-payer = Wien bezilt
care-deadline = Delai
care-appeal = Recours
care-not-known = Nach net gepréift
care-checked = gepréift den { $day }
care-official = Offiziell Säit
care-mark = Androen
care-mark-words = Detail oder Grond
care-mark-back = Den Androt zréckhuelen

# Way to the diagnosis
care-way-hint = Datumer sou genee, wéi een sech drun erënnert. Wat net gewosst ass, gëtt net geroden.
care-way-drawn = De Wee an der Zäit
care-way-empty = Schreift ënnen en Datum: hei gëtt de Wee gezeechent.
care-way-whole = Vum éischten Zeechen bis bei d’Diagnos
care-way-write = Datumer androen
care-way-format = E Joer (2019), e Mount (05/2021) oder en Dag (06.05.2021).
care-way-suggested = Den Dossier koum den { $day } bei d’Zell; den éischte Kontakt läit vläicht méi fréi.
care-station = Statioun
care-station-first-symptom = Éischt Zeechen
care-station-first-contact = Éischte Kontakt
care-station-orientation = Orientatioun
care-station-diagnosis = Diagnos
care-date = Datum
care-lapse = Zënter der Statioun virdrun
care-lapse-unknown = net bekannt
care-lapse-out-of-order = Datume préiwen: d’Reiefolleg stëmmt net
care-lapse-ongoing = { $span }, an et geet weider
care-between = { $least } bis { $most }
care-month-year = { $month } { $year }
care-today = haut
care-month-1 = Januar
care-month-2 = Februar
care-month-3 = Mäerz
care-month-4 = Abrëll
care-month-5 = Mee
care-month-6 = Juni
care-month-7 = Juli
care-month-8 = August
care-month-9 = September
care-month-10 = Oktober
care-month-11 = November
care-month-12 = Dezember

# Letters and what was told
care-letter-begin = E Bréif schreiwen
care-letters-written = Geschriwwe Bréiwer
care-letter-new = Bréif: { $to }
care-letter-title = Bréif: { $to }
care-handing-post = Mat der Post oder an d’Hand.
care-handing-neutral = Ofsender an Objet neutral: d’Persoun huet dat gefrot.
care-handing-by-hand = D’Persoun wëll keng Sendung: perséinlech ginn.
care-letter-language = Sprooch vum Bréif
care-letter-language-do = Sprooch wiesselen
care-letter-to = Destinataire
care-letter-opening-label = Virun deem, wat ofgemaach ass
care-letter-closing-label = Duerno
care-letter-lines = Wat ofgemaach gouf
care-letter-lines-none = Keng ugeholl Demarche, kee Punkt aus dem Plang.
care-letter-held = Zréckgehal: nach net erkläert
care-held-not-explained = { $what }: als éischt am Gespréich z’erklären.
care-held-prefers-not = { $what }: d’Persoun wëll et léiwer net wëssen.
care-held-not-for-them = { $what }: net fir dës Plaz.
care-letter-kept = Eemol geschriwwen ännert de Bréif net méi; et schreift een en aneren.
care-letter-write = De Bréif schreiwen
care-letter-pdf = Bréif als PDF
care-letter-sender = Orientatiouns- a Koordinatiounszell, rar Krankheeten
care-letter-subject = Wat mir ofgemaach hunn
care-letter-subject-neutral = Äre Rendez-vous
care-letter-subject-gp = Begleedung vun { $name }
care-letter-opening = Mir schreiwen Iech, fir zesummenzefaassen, wat mir zesummen ofgemaach hunn.
care-letter-opening-gp = Mat dem Accord vun der Persoun: dat hei gouf fir { $name } ofgemaach.
care-letter-opening-support = Mat dem Accord vun der Persoun schreiwe mir Iech iwwer { $name }: dëst ass nëtzlech fir d’Hëllef, déi Dir gitt.
care-letter-closing = Wann Dir Froen hutt, rufft eis un. Dir kënnt Är Meenung zu all Moment änneren.
care-letter-agreed = Wat geplangt ass
care-letter-agreed-lead = Dat nächst als éischt.
care-letter-by = bis den { $day }
care-letter-on = den { $day }
care-letter-who = Vun
care-letter-when = Wéini
care-told-title = Wat der Persoun erkläert gouf
care-told-hint = Keng ugeholl Krankheet, kee Resultat a keen Avis gëtt geschriwwen, ier e Kliniker et am Gespréich erkläert huet.
care-told-none = Näischt ass agedroen.
care-told-new = Androen, wat erkläert gouf
care-told-what = Wat
care-told-how = Wéi
care-told-day = Wéi en Dag (eidel: elo)
care-told-words = Vu wiem, wéi et opgeholl gouf
care-told-explained = Am Gespréich erkläert
care-told-prefers-not = D’Persoun wëll et léiwer net wëssen
care-told-not-yet = Aus Versinn agedroen: nach net erkläert
care-told-explained-on = am Gespréich erkläert den { $day }
care-told-prefers-on = wëll et léiwer net wëssen, gesot den { $day }

# Family
care-household-hint = D’Verbindung verréit näischt: Dir gesitt hei nëmmen Dossieren, déi Dir souwisou liese kënnt.
care-household-none = Keen aneren Dossier ass mat dësem verbonnen.
care-household-said = Wat dës Persoun gesot huet
care-household-said-hint = Et bleift an dësem Dossier; déi aner gewuer näischt dovun.
care-tie = Plaz an der Famill
care-tie-of = { $name } ass
care-consanguinity = Eltere mateneen verwandt
care-burden = Belaaschtung fir d’Helfer
care-burden-not-asked = Nach net gefrot
care-burden-day = Gesot den
care-household-leave = Dësen Dossier lassbannen
care-household-link = En aneren Dossier verbannen
care-household-link-do = Verbannen
care-other-number = Nummer vum aneren Dossier
care-other-tie = Déi aner Persoun ass

# What waits
care-waiting = Oppenes
care-waiting-lead = Alles, deem säin Dag eriwwer ass ouni Resultat, a Rechter, déi auslafen.
care-waiting-mine = Nëmme meng
care-waiting-mine-lead = Wat bei Iech läit, a wat kengem zougeuerdent ass.
care-waiting-all = Vu jiddwerengem
care-waiting-none = Haut waart näischt.
open-end-hint-call-due = Rufft un a schreift op, wat gesot gouf.
open-end-hint-step-late = Schreift d’Resultat op oder gitt en aneren Dag.
open-end-hint-step-unanswered = D’Persoun huet nach net geäntwert: en Uruff ka scho goen.
open-end-hint-outcome-missing = Sot, wat draus gouf, a firwat, wann et net geklappt huet.
open-end-hint-renewal = Preparéiert d’Demande, ier d’Recht auslafe.

# Roster
care-roster = Absencen a Reegelen
care-roster-now = Haut
care-present = do
care-replaced-by = ewech, { $name } ersetzt
care-nobody-acts = ewech, keen ersetzt
care-absences = Absencen
care-absences-none = Keng Absence ass geplangt.
care-stand-in = Ersatz
care-no-stand-in = Keen
care-acts-now = handelt haut: { $name }
care-absence-span = vum { $from } bis den { $until }
care-absence-open = ab dem { $from }
care-absence-end = Ech sinn zréck
care-absence-take-back = Dës Absence zréckhuelen
care-absence-new = Meng Absence androen
care-absence-first = Éischten Dag
care-absence-last = Leschten Dag (eidel: ouni bekannt Enn)
care-numbers = Zuele vun der Installatioun
care-numbers-hint = Agestallt an ariane.toml, Sektioun [cell], vun deem, deen d’Installatioun bedreift.
care-number-psychosocial = Rou op der psycho-sozialer Spuer gemellt no
care-number-medical = Rou op der medezinescher Spuer gemellt no
care-number-contact = E Kontakt hält en Dossier an aktiver Begleedung fir
care-number-overdue = Eng Demarche a Retard hält en sou fir
care-number-renewal = Eng Erneierung gëtt gemellt virum Enn mat
care-number-answer = Eng Demarche ouni Äntwert freet en Uruff no

# Guidelines
care-guidelines = Recommandatiounen
care-guidelines-public = Vun der Koordinatiounszell geschriwwen oder zréckbehal, mat Auteuren an dem Dag vun der nächster Iwwerpréiwung.
care-guidelines-hint = Déi gëlteg steet op der ëffentlecher Säit vun der Krankheet; no hirem Datum vun der Iwwerpréiwung verschwënnt se.
care-guidelines-none = Nach ass keng Recommandatioun geschriwwen.
care-guideline-new = Nei Recommandatioun
care-guideline-begin = En Entworf ufänken
care-guideline-title = Titel
care-guideline-disorder = Krankheet oder Grupp vu Krankheeten
care-guideline-language = Sprooch vum Text
care-guideline-authors = Auteuren
care-guideline-authors-hint = Een pro Zeil, wéi se ënnerschreiwen.
care-guideline-text = Text
care-guideline-url = Adress vum Dokument, wann et soss anzwousch läit
care-guideline-in-force = Versioun { $number } a Kraaft
care-guideline-and-draft = en Entworf kënnt no
care-guideline-late = Iwwerpréiwung eriwwer: gëtt net méi gewisen
care-guideline-from = a Kraaft säit dem { $day }
care-guideline-review = z’iwwerpréiwe bis den { $day }
care-guideline-review-by = z’iwwerpréiwe bis den
care-guideline-withdrawn = zréckgezunn den { $day }
care-guideline-version = Versioun { $number }
care-guideline-by = Auteuren: { $authors }
care-guideline-next-review = Nächst Iwwerpréiwung
care-guideline-edit = Den Entworf schreiwen
care-guideline-next = Déi nächst Versioun ufänken
care-guideline-shown = op der ëffentlecher Säit
guideline-hint-validate = Gëllt ab haut a gëtt bis bei d’Iwwerpréiwung gewisen.
guideline-hint-review = Dir hutt se iwwerpréift a stitt bis op deen Dag hannendrun.
guideline-hint-withdraw = Gëtt ab haut net méi gewisen.

# Words of the rules
plan-part-psychological = Psychologesch Ënnerstëtzung
plan-part-medico-social = Medezinesch-sozial Begleedung a Rechter
plan-part-therapeutic-education = Therapeutesch Erzéiung
plan-part-school-work = Schoul an Aarbecht
plan-part-home-care = Fleeg doheem
plan-part-palliative = Palliativfleeg
plan-part-telemedicine = Telemedezin
plan-part-transition = Iwwergang an den Erwuessenenalter
plan-outcome-in-place = Leeft
plan-outcome-partly = Zum Deel
plan-outcome-waiting = Op der Waardelëscht
plan-outcome-refused = Vum Service refuséiert
plan-outcome-declined = D’Persoun wëll et net
plan-outcome-ended = Eriwwer
transition-item-spoken-alone = E Gespréich eleng mat der jonker Persoun
transition-item-knows-own-disease = Kennt d’Krankheet, d’Behandlung a wat am Noutfall ze maachen ass
transition-item-adult-team-named = Ekipp fir Erwuessener genannt
transition-item-joint-consultation = Gemeinsam Consultatioun vun deenen zwou Ekippen
transition-item-medical-summary = Medezinesche Resumé fir déi nei Ekipp
transition-item-first-appointment = Éischte Rendez-vous bei der neier Ekipp gehal
transition-item-rights = Rechter, déi mam Alter änneren
transition-item-school-work = Schoul, Ausbildung, Aarbecht
transition-item-adult-protection = Besoin vun enger Schutzmesure, zäiteg ofgeweit
transition-item-consents-afresh = Accorden nei bei der vollgruusseger Persoun gefrot
transition-item-genetic-counselling = Genetesch Berodung a Familljeplanung proposéiert
check-mark-done = Gemaach
check-mark-aside = Op d’Säit geluecht
delicate-candidate = Ugeholl oder bekannt Krankheet
delicate-genetic-result = Genetescht Resultat
delicate-rcp-advice = Avis vun enger RCP
delicate-panel-outcome = Resultat vun engem Panel
delicate-telling-name = Numm vun engem Zentrum oder Reseau, deen d’Krankheet verréit
audience-person = Un d’Persoun
audience-parent = Un en Elterendeel oder e Representant
audience-gp = Un den Hausdokter
audience-support = Un d’Schoul, de Sozialdéngscht, d’Hëllef doheem…
call-state-owed = Ze maachen
call-state-reached = Persoun erreecht
call-state-not-reached = Keng Äntwert
call-state-needless = Net méi néideg
call-state-died = D’Persoun ass verstuerwen
open-end-call-due = Uriff ze maachen
open-end-step-late = Demarchen a Retard
open-end-step-unanswered = Demarchen ouni Äntwert vun der Persoun
open-end-outcome-missing = Resultat anzedroen
open-end-renewal = Recht z’erneieren
household-tie-child = Kand
household-tie-parent = Elterendeel
household-tie-sibling = Brudder oder Schwëster
household-tie-partner = Partner oder Partnerin
household-tie-grandparent = Grousselterendeel
household-tie-relative = aner Verwandten
consanguinity-not-asked = Nach net gefrot
consanguinity-no = Nee
consanguinity-yes = Jo
consanguinity-not-said = D’Famill wëll et net soen
carer-burden-light = Ze droen
carer-burden-heavy = Schwéier
carer-burden-too-heavy = Net méi ze droen: Entlaaschtung ass dat nächst
guideline-state-draft = Entworf
guideline-state-valid = A Kraaft
guideline-state-withdrawn = Zréckgezunn
guideline-change-edit = Schreiwen
guideline-change-validate = A Kraaft setzen
guideline-change-review = Iwwerpréift: verlängeren
guideline-change-withdraw = Zréckzéien
cell-died-on = Doudesdag (eidel, wann net bekannt)
case-event-plan-line = Plang: neie Punkt
case-event-plan-changed = Plang geännert
case-event-checklist = Lëscht bearbecht
case-event-told = Der Persoun erkläert
case-event-letter = Bréif geschriwwen
case-event-way = Datumer vum Wee
case-event-diagnosis-dated = Diagnos fir d’Zuele notéiert
case-event-call-owed = Uruff versprach
case-event-call-ended = Uruff
case-event-household = Mat enger Famill verbonnen
case-event-household-left = Familljeverbindung geléist
case-event-household-facts = Familljesituatioun agedroen
cell-rule-outcome-ahead = E Resultat kann net virum Dag gewosst sinn.
cell-rule-nobody-does-it = Sot, wien et mécht: wat leeft, huet een.
cell-rule-renewal-before = D’Erneierung läit virum Ufank.
cell-rule-death-ahead = Den Doudesdag ass nach net do.
cell-rule-death-before-birth = Den Doudesdag läit virun der Gebuert.
cell-rule-no-author = Nennt op d’mannst een Auteur.
cell-rule-review-too-early = D’Iwwerpréiwung muss no haut leien.
cell-rule-clinician-only = Nëmmen d’medezinesch Koordinatioun dréit an, wat erkläert gouf.
cell-rule-told-ahead = Deen Dag ass nach net do.
cell-rule-same-file = Dat ass den Dossier vun der selwechter Persoun.
cell-rule-other-reality = E fiktiven Dossier gëtt net mat engem echte verbonnen.
cell-rule-linked-already = Dës Dossiere si scho verbonnen.
cell-rule-other-household = Deen aneren Dossier ass mat enger anerer Famill verbonnen; léist en als éischt.
cell-rule-day-ahead = Deen Dag ass nach net do.
cell-rule-no-code = Wielt eng Krankheet oder Grupp aus der Lëscht.
cell-rule-no-such-file = Keen Dossier, deen Dir liese kënnt, huet dës Nummer.
cell-rule-no-date = Dësen Datum ass net ze verstoen: e Joer, e Mount oder en Dag, ab 1900.
cell-rule-no-address = Schreift eng Adress, déi mat https:// oder http:// ufänkt.
cell-rule-never-tell = D’Persoun huet gefrot, datt dëse Lieser ni eppes gewuer gëtt.
cell-rule-letter-died = D’Persoun ass verstuerwen: hir gëtt kee Bréif méi geschriwwen.
cell-rule-letter-empty = De Bréif seet näischt.
cell-rule-not-told = Är Wierder nennen, wat nach net am Gespréich erkläert gouf. Huelt et eraus, oder loosst d’Erklärung als éischt androen.
cell-rule-empty-span = De leschte Dag muss nom éischte leien an däerf net eriwwer sinn.
cell-rule-stands-in-for-self = Et ersetzt ee sech net selwer.

# Counts
care-lines = { $count ->
    [one] Ee Punkt
   *[other] { $shown } Punkten
}
care-gaps = { $count ->
    [one] ee Beräich nach net ugeschwat
   *[other] { $shown } Beräicher nach net ugeschwat
}
care-remaining = { $count ->
    [one] Ee Punkt bleift
   *[other] { $shown } Punkte bleiwen
}
care-letters-count = { $count ->
    [one] Ee Bréif
   *[other] { $shown } Bréiwer
}
care-years = { $count ->
    [one] ee Joer
   *[other] { $shown } Joer
}
care-months = { $count ->
    [one] ee Mount
   *[other] { $shown } Méint
}
care-days = { $count ->
    [one] een Dag
   *[other] { $shown } Deeg
}
care-way-events = { $count ->
    [one] een Dag mat Evenementer am Dossier
   *[other] { $shown } Deeg mat Evenementer am Dossier
}

# Documents of a file
care-documents = Dokumenter
care-documents-none = Nach keen Dokument
care-documents-count = { $count ->
    [one] { $shown } Dokument
   *[other] { $shown } Dokumenter
}
care-documents-kept = An dësem Dossier
care-documents-hint = Wat d’Persoun, d’Dokteren an d’Servicer geschéckt hunn. All Dokument gëtt erofgelueden; all Opmaachen steet am Journal, deen d’Persoun gesi kann.
care-document-by-person = d’Persoun, iwwer hire private Link
care-document-new = En Dokument derbäisetzen
care-document-add = Dokument derbäisetzen
care-document-file = Fichier
care-document-file-hint = PDF, Bild, medezinescht Bild, Text oder Tabell, héchstens 25 MB. Den Inhalt gëtt gepréift: e Fichier, deen net ass, wat e seet, gëtt net behalen.
care-document-kind = Wat et ass
care-document-source = Geschéckt vun
care-document-about = E puer Wierder (Datum vun der Untersuchung, Service …)
care-document-rcp = Fir d’Participante vun der RCP
care-document-rcp-hint = Nëmme soulaang dësen Dossier op der Lëscht vun hirer Sitzung steet; duerno guer net méi.
care-document-rcp-open = Op fir d’Participante vun der RCP
care-document-rcp-closed = Nëmme fir déi zwou Koordinatiounen
care-document-offer = Fir d’RCP opmaachen
care-document-hold = Net méi fir d’RCP opmaachen
care-document-remove = Ewechhuelen
document-kind-report = Dokteschbréif oder Rapport
document-kind-genetic-report = Geneetesche Rapport, Varianten
document-kind-advice = Avis vun enger RCP oder engem Panel
document-kind-imaging = Biller
document-kind-laboratory = Laboanalysen
document-kind-administrative = Bréif vun enger Verwaltung
document-kind-other = Anescht (soe wat)
document-source-person = d’Persoun oder d’Famill
document-source-doctor = en Dokter oder e Spidol
document-source-laboratory = e Laboratoire
document-source-service = e Service oder eng Verwaltung
case-event-document-added = Dokument derbäigesat
case-event-document-offered = Dokument a RCP
case-event-document-removed = Dokument ewechgeholl
cell-rule-document-none = Wielt e Fichier.
cell-rule-document-empty = Dëse Fichier ass eidel.
cell-rule-document-too-many = Dësen Dossier huet scho ze vill Dokumenter. Sortéiert se fir d’éischt.
cell-rule-document-too-large = Dëse Fichier ass ze grouss: héchstens 25 MB.
cell-rule-document-not-allowed = Dës Zort Fichier gëtt net ugeholl. Schéckt e PDF, e Bild oder en Text.
cell-rule-document-mismatch = Dëse Fichier ass net, wat säin Numm seet: säin Inhalt ass vun enger anerer Zort. Frot den Original.
cell-rule-document-executable = Dëse Fichier enthält e Programm. E gëtt net behalen.
cell-rule-document-encrypted = Dëse Fichier ass mat engem Passwuert geschützt: keen ka kucken, wat dran ass. Frot en ouni Schutz.
cell-rule-document-unreadable = Dëse Fichier léisst sech net liesen. Späichert en nei a schéckt en nach eng Kéier.

# The hospital's own record
care-record = Dossier vum Spidol
care-record-hint = Den Dossier vum Spidol ass net eisen: den Zougang gëtt per Bréif gefrot, mat Ufank an Enn, an d’Spidol bestätegt, datt en erëm zou ass.
care-record-asked = Demanden
care-record-none = Nach keng Demande
care-record-new = Zougang froen
care-record-write = Eng Demande schreiwen
care-record-do = Demande behalen
care-record-hospital = Spidol a Service
care-record-reader = Fir wien
care-record-reader-hint = Numm a Fonctioun vun deem, dee liest, zum Beispill eng Genetikerin vun der RCP.
care-record-from = Éischten Dag (haut, wann eidel)
care-record-until = Leschten Dag
care-record-why = Wat soll gelies ginn, a firwat
care-record-when = Dauer vum Zougang
care-record-span = vum { $from } bis { $until }
care-record-for = Fir: { $reader }
care-record-letter = Bréif un d’Spidol (PDF):
care-record-change = Äntwert opschreiwen
care-record-what = Wat draus gouf
care-record-not-yours = Nëmmen d’medezinesch Koordinatioun freet en Zougang.
care-record-title = Demande fir Zougang zu engem Dossier
care-record-born = gebuer den { $day }
care-record-asks = Mir bieden Iech, den Zougang zum Dossier vun dëser Persoun opzemaachen: { $who }.
care-record-closing = Maacht den Zougang w.e.g. um leschten Dag erëm zou, a bestätegt eis schrëftlech, datt en zou ass.
record-request-state-requested = Gefrot
record-request-state-granted = Zougang op
record-request-state-refused = Refuséiert
record-request-state-withdrawn = Zréckgezunn
record-request-state-closure-confirmed = Zoumaache bestätegt
record-request-change-grant = D’Spidol huet den Zougang opgemaach
record-request-change-refuse = D’Spidol refuséiert
record-request-change-withdraw = Mir zéien d’Demande zréck
record-request-change-confirm-closure = D’Spidol bestätegt, datt zou ass
case-event-record-request = Dossier vum Spidol
cell-rule-record-no-end = Gitt e leschten Dag un, deen nach kënnt a nom éischte läit: en Zougang ouni Enn gëtt net gefrot.
cell-rule-record-words = Sot, un wéi e Spidol, fir wien a firwat.
open-end-record-closure = Spidolszougäng zouzemaachen
open-end-record-unanswered = Demanden u Spideeler ouni Äntwert
open-end-hint-record-closure = Den Zougang ass ofgelaf: frot d’Spidol ze bestätegen, datt en zou ass.
open-end-hint-record-unanswered = D’Spidol huet net geäntwert: frot no oder zitt d’Demande zréck.

# Contact book
care-contacts = Kontaktbuch
care-contacts-none = Nach keen
care-contacts-count = { $count ->
    [one] { $shown } Persoun
   *[other] { $shown } Persounen
}
care-contacts-hint = Wien ëm d’Persoun ass, a wat se averstanen ass, datt jidderee weess.
care-contacts-never = D’Persoun wëllt, datt dës ni eppes gewuer ginn: { $who }.
care-contact-new = An d’Buch androen
care-contact-add = Neie Kontakt
care-contact-change = Änneren
care-contact-remove = Aus dem Buch huelen
care-contact-name = Numm
care-contact-role = Wien dat ass
care-contact-may-know = Wat hien oder hatt wësse däerf
care-contact-place = Cabinet, Service oder Schoul
care-contact-address = Postadress
care-contact-note = Gutt ze wëssen
care-contact-letter = E Bréif schreiwen
contact-role-gp = Hausdokter
contact-role-specialist = Spezialist
contact-role-therapist = Fleeg oder Therapie
contact-role-pharmacist = Apdikt
contact-role-home-care = Heemfleeg
contact-role-carer = Noe Betreier
contact-role-school = Schoul
contact-role-school-doctor = Schoulmedezin
contact-role-social-worker = Assistant social
contact-role-employer = Patron oder Aarbechtsmedezin
contact-role-insurer = Keess oder Versécherung
contact-role-association = Associatioun
contact-role-other = Aner
may-know-nothing = Näischt: nëmme fir z’erreechen
may-know-practical = D’Organisatioun, näischt vun der Krankheet
may-know-medical = Medezinesches, wann et der Persoun erkläert gouf
case-event-contact-kept = Kontaktbuch
case-event-contact-dropped = Aus dem Kontaktbuch geholl
cell-rule-contact-no-name = Gitt en Numm un.
cell-rule-contact-not-agreed = D’Persoun ass net averstanen, datt dëse Kontakt Medezinesches weess. Kuckt d’Kontaktbuch.
cell-rule-contact-not-for-them = Medezinesches ass nëmme fir déi, déi d’Persoun behandelen oder hir no hëllefen.
cell-rule-contact-unknown = Wielt ee Kontakt aus dem Carnet: do steet, wat d’Persoun akzeptéiert.

# What the person prefers not to know
care-wishes = Net wësse wëllen, an déi Noosten
care-wishes-hint = De Wonsch, net ze wëssen, ass nëmme vun dëser Persoun. E hält zréck, wat geschriwwe géif, a ka jidderzäit zréckgeholl ginn.
care-wishes-noted = Wëllt léiwer net wëssen
care-wishes-none = Kee Wonsch opgeschriwwen
care-wish-flag = D’Persoun wëllt léiwer net wëssen: { $what }
care-wish-new = E Wonsch opschreiwen
care-wish-what = Wat
care-wish-words = Mat de Wierder vun der Persoun
care-wish-take-back = D’Persoun hëlt de Wonsch zréck
care-wish-back = zréckgeholl den { $moment }
not-to-know-carrier = ob se dréit, wat an der Famill läit
not-to-know-secondary-finding = wat niewent deem Gesichte fonnt géif
not-to-know-diagnosis = hir Diagnos oder de Verlaf
not-to-know-everything = näischt vun deem allem
care-relatives = Noostendéi a Gefor informéieren
care-relatives-hint = Hei gëtt keen genannt. Wien den Test verschriwwen huet, informéiert, wann d’Persoun informéiert a gefrot gouf.
care-relatives-none = D’Persoun gouf nach net gefrot.
care-relatives-new = Opschreiwen, wat d’Persoun geäntwert huet
care-relatives-who = Wien den Test verschriwwen huet
care-relatives-words = Wien däerf informéieren, a wéi, no der Persoun
care-relatives-prescriber = Verschriwwe vun: { $name }
care-relatives-prompt = D’Persoun ass informéiert an huet geäntwert: elo informéiert dee, dee verschriwwen huet.
care-relatives-propose = De Schrëtt virschloen
care-relatives-step = Noostendéi a Gefor informéieren
care-relatives-has-step = De Schrëtt ass virgeschloen; kuckt am Dossier.
care-relatives-not-yet = Nach net: et ass net opgeschriwwen, datt e geneetescht Resultat der Persoun erkläert gouf.
case-event-wish-noted = Wonsch, net ze wëssen
case-event-wish-taken-back = Wonsch zréckgeholl
case-event-relatives-asked = Noostendéi: Äntwert vun der Persoun

# Seeking a guideline
care-guidelines-sought = Titel, Krankheet oder Auteur
care-guidelines-seek = Sichen
care-guidelines-all = All Recommandatiounen
care-guidelines-no-match = Keng Recommandatioun passt.
document-kind-agreement = Ënnerschriwwent Averständnis
