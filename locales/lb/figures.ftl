# Figures

# Pages
figures-title = Zuelen
figures-editions = Publizéiert Zuelen
figures-readers = Verschécken per Mail
figures-behind = Dossieren hannert enger Zuel
figures-behind-meeting = Sëtzung
figures-edition = Zuelen { $period }
figures-back = Zréck op d’Zuelen

# Periods
figures-quarter = { $quarter }. Trimester { $year }
figures-half = { $half }. Halleft-Joer { $year }
figures-from-to = { $from } bis { $to }
figures-choose = Anere Zäitraum, Plaz, Déngscht oder Netzwierk
figures-from = Vum
figures-to = Bis (mat abegraff)
figures-period = Zäitraum
figures-period-hint = Oder e Joer, en Trimester, e Mount: 2026, 2026-Q1, 2026-03
figures-service = Déngscht
figures-service-infoline = Infoline
figures-service-cell = Koordinatiounszell
figures-service-hub = Nationalen Hub
figures-place = Wou déi betraffe Persoun wunnt
figures-network = Europäescht Netzwierk (Krankheetsgrupp)
figures-show = Weisen
figures-as-of = Stand: { $moment }.
figures-running = Den Zäitraum leeft nach: Zuelen bis elo.
figures-then = Sou wéi et deemools bekannt war; dernieft dee selwechten Zäitraum, wéi e { $moment } bekannt ass.
figures-known-on = Sou bekannt de
figures-known-on-hint = E vergaangenen Dag: wat duerno notéiert, verbessert oder geläscht gouf, bleift baussen. Eidel: haut.
figures-preparing = Et gëtt ganz vill Dossieren: d’Zuele gi virbereet. Kommt an engem Moment erëm.
figures-again = Nach eng Kéier probéieren
figures-not-live = Hei net gewisen, well hir Dossieren Iech net opstinn: { $services }. Kuckt déi publizéiert Zuelen.
figures-live-note = Dës Zuele si genee, och kleng: si bleiwen ënner Iech, déi d’Dossiere liest. Fir se weiderzeginn, publizéiert eng Editioun: do si kleng Zuele verstoppt.

# Faults
figures-fault-unreadable = Dësen Zäitraum ass net ze liesen. Schreift zum Beispill 2026, 2026-Q1 oder 2026-03, tëscht 1900 an 2200.
figures-fault-empty = D’Enn kënnt virum Ufank. Tauscht déi zwee Deeg.
figures-fault-too-long = Den Zäitraum ass méi laang wéi honnert Joer. Wielt e méi kuerzen.
figures-fault-day = Ee vun deenen zwee Deeg ass net ze liesen. Schreift zum Beispill 31.12.2026.
figures-fault-half = Ee vun deenen zwee Deeg feelt: gitt Ufank an Enn un.
figures-fault-future = Dësen Zäitraum huet nach net ugefaangen: et gëtt näischt ze zielen.
figures-fault-future-then = Op deem Dag hat den Zäitraum nach net ugefaangen. Wielt e spéideren Dag.
figures-fault-as-of-future = Et weess nach keen, wat op deem Dag bekannt wäert sinn. Wielt e vergaangenen Dag.
figures-fault-service = Dësen Déngscht gëtt et net. Wielt een aus der Lëscht.
figures-fault-scope = Keen Dossier huet dës Plaz oder dëst Netzwierk. Wielt aus der Lëscht.
figures-fault-figure = Dës Zuel gëtt et net, oder et kann een hannert hir keng Dossieren oplëschten.
figures-fault-not-of-lattice = Nëmme Kalennerjoren an Trimestere gi publizéiert: aner Zäitraim géingen duerch d’Differenz verroden, wat verstoppt ass.
figures-fault-not-over = Dësen Zäitraum ass nach net eriwwer: e gëtt duerno publizéiert.
figures-fault-unprotectable = Dës Editioun kann net publizéiert ginn: zesumme mat deene virdru géing se eng kleng Zuel verroden.
figures-fault-not-computed = D’Editioun konnt net gerechent ginn. Probéiert nach eng Kéier.
figures-fault-comment-empty = Schreift Är Bemierkung, ier Dir se schéckt.
figures-fault-comment-long = D’Bemierkung ass méi laang wéi 4000 Zeechen. Kierzt se.

# Sections
figures-section-requests = Ufroen un d’Infoline
figures-section-answers = Äntwerten an Zäiten
figures-section-unmet = Net gedeckte Besoinen
figures-section-cell = Koordinatiounszell
figures-section-hub = Nationalen Hub

# Figures: name and definition
figures-name-infoline-records = Ukomm Ufroen
figures-means-infoline-records = All Ufroen, déi am Zäitraum ukomm sinn. Apart: duebel (déi aner zielt), wat keng Ufro ass, Persounen, déi géint Zuele sinn (Artikel 21 DSGVO).
figures-name-infoline-contacts = Kontakter
figures-means-infoline-contacts = Messagen, Uriff, Visitten: den éischte vun all gezielter Ufro an déi weider, déi bis haut bekannt sinn. Eis Äntwerten zielen net.
figures-name-infoline-requesters = Leit, déi froen
figures-means-infoline-requesters = Wie freet, eemol am Kalennerjoer: bei der éischter Ufro vum Joer.
figures-name-infoline-persons = Betraffe Persounen
figures-means-infoline-persons = Fir wie gefrot gëtt, eemol am Kalennerjoer: bei der éischter Ufro vum Joer.
figures-name-infoline-age = Alter
figures-means-infoline-age = Alter vun der betraffener Persoun bei der éischter Ufro vum Joer.
figures-name-infoline-sender = Wouhier se d’Infoline kennen
figures-means-infoline-sender = Wéi déi Persoun vun der Infoline gewuer gouf, bei der éischter Ufro vum Joer.
figures-name-infoline-entry = Wéi se ukoumen
figures-means-infoline-entry = Op wéi engem Wee déi Persoun koum, bei der éischter Ufro vum Joer.
figures-name-infoline-nationality = Nationalitéiten
figures-means-infoline-nationality = Nationalitéit vun der betraffener Persoun bei der éischter Ufro vum Joer.
figures-name-infoline-nature = Wat gefrot gëtt
figures-means-infoline-nature = Ëm wat gefrot gëtt. Eng Ufro kann der méi hunn: d’Undeeler si vun allen Ufroen a ginn iwwer 100.
figures-name-infoline-kind = Wie freet
figures-means-infoline-kind = Profil vun deem, deen urifft, pro gezielter Ufro.
figures-name-infoline-disorder = Wat een vun der Krankheet weess
figures-means-infoline-disorder = Diagnos gestallt, verdächtegt oder keng, pro gezielter Ufro.
figures-name-infoline-outcome = Ausgang vun den Ufroen
figures-means-infoline-outcome = Wat aus den Ufroe vum Zäitraum bis haut ginn ass. Wat nach op ass, steet apart.
figures-name-infoline-reply = Zäit bis zur éischter Äntwert
figures-means-infoline-reply = Éischt Äntwert an der versprachener Zäit oder méi spéit; d’Zäit zielt an Ëffnungsstonnen.
figures-name-infoline-orientation = Zäit bis zur Orientéierung
figures-means-infoline-orientation = Ufroen, déi mat der Persoun orientéiert opgehalen hunn; d’Zäit bis dohin zielt an Ëffnungsstonnen.
figures-name-infoline-unmet = Net gedeckte Besoinen, no Grond
figures-means-infoline-unmet = Wat kee konnt ginn, wéi et am Zäitraum notéiert gouf.
figures-name-infoline-unmet-nature = Net gedeckte Besoinen, no Art
figures-means-infoline-unmet-nature = Déiselwecht, no deem, wat gefrot gouf.
figures-name-cell-meetings = Wöchentlech Sëtzungen
figures-means-cell-meetings = Sëtzungen, déi stattfonnt hunn oder grad ugefaangen hunn.
figures-name-cell-meeting-records = Wöchentlech Sëtzungen, geplangt
figures-means-cell-meeting-records = All Sëtzungen, deenen hir Zäit komm ass; fir sech déi ofgesot a déi, déi keen opgemaach oder ofgesot huet. Formatioun zielt ni.
figures-name-cell-records = Aktive Suivi, Dossieren
figures-means-cell-records = All d’Persounen, déi an engem Moment vum Zäitraum begleet goufen, vun der Infoline oder dem psychosoziale Service; apart déi, déi géint d’Zuele sinn: si ginn soss néierens gezielt. Formatioun gëtt ni gezielt.
figures-name-hub-records = Aktive Suivi vum Hub, Dossieren
figures-means-hub-records = All d’Persounen, déi an engem Moment vum Zäitraum begleet goufen a vum Hub koumen; apart déi, déi géint d’Zuele sinn. Wie vun der Zell a vum Hub begleet gëtt, steet an deenen zwou Tabellen.
figures-name-cell-active = Persounen am aktive Suivi
figures-means-cell-active = Persounen, déi am Zäitraum iergendwann suivéiert goufen, vun der Infoline oder dem psychosozialen Déngscht. Formatiounsdossieren a Widdersproch zielen net.
figures-name-cell-origin = Aktive Suivi, no Hierkonft
figures-means-cell-origin = Déiselwecht Persounen, nom Déngscht, deen den Dossier opgemaach huet.
figures-name-cell-brought = Aktive Suivi, bruecht vun
figures-means-cell-brought = Déiselwecht Persounen, no deem, deen se bruecht huet: en eegent Feld, mat Grond ze korrigéieren.
figures-name-cell-new = Aktive Suivi, nei Persounen
figures-means-cell-new = Dovun déi, déi am Zäitraum fir d’éischt ugeholl goufen.
figures-name-cell-diagnosis = Diagnostizéiert Persounen
figures-means-cell-diagnosis = Persounen, deenen hir Diagnos an den Zäitraum fält, no der Zäit zanter dem éischte Symptom. Gezielt, zanter de Wee als Mount a Spann notéiert gëtt; d’Datumer selwer bleiwe versigelt. Fir sech déi, déi sech géint d’Zuele gewiert hunn.
figures-name-hub-active = Aktive Suivi vum Hub
figures-means-hub-active = Persounen, déi am Zäitraum iergendwann suivéiert goufen a vum Hub koumen.
figures-name-hub-new = Hub, nei Persounen
figures-means-hub-new = Dovun déi, déi am Zäitraum fir d’éischt ugeholl goufen.
figures-name-hub-referred = Iwwer den Hub un d’ERN geschéckt
figures-means-hub-referred = Persounen, déi den Hub am Zäitraum un en europäescht Netzwierk geschéckt huet.
figures-name-hub-referrals = Weiderleedungen un ERN, nom Ausgank
figures-means-hub-referrals = Weiderleedungen, déi am Zäitraum geschéckt goufen, a wat bis haut doraus ginn ass. D’Zäit leeft vum Schécken bis zur Äntwert vum Netzwierk, an Deeg.
figures-name-hub-appointment = Weiderleedungen un ERN, éischte Rendez-vous
figures-means-hub-appointment = Déi selwecht Weiderleedungen nom éischte Rendez-vous. D’Zäit leeft vum Schécken bis zum Rendez-vous, deen stattfonnt huet, an Deeg.

# Units and rows
figures-unit-contact = Kontakter
figures-unit-request = Ufroen
figures-unit-requester = Leit, déi froen
figures-unit-person-concerned = betraffe Persounen
figures-unit-unmet-need = notéiert Besoinen
figures-unit-meeting = Sëtzungen
figures-unit-referral = Weiderleedungen
figures-row-counted = Gezielt
figures-row-double = Duebel
figures-row-not-a-request = Keng Ufro
figures-row-objected = Géint Zuelen
figures-row-cell-meeting-records-held = Ofgehalen
figures-row-cell-meeting-records-cancelled = Ofgesot
figures-row-cell-meeting-records-not-held = Weder opgemaach nach ofgesot
figures-row-infoline-contacts-first = Éischt Kontakter
figures-row-infoline-contacts-further = Weider Kontakter
figures-row-first = Éischt Ufro vum Joer
figures-row-further = Weider Ufroen
figures-row-kept = An der versprachener Zäit
figures-row-late = Méi spéit
figures-row-not-yet = Nach net geäntwert
figures-row-not-oriented = Aneren Ausgang oder op
figures-row-open = Nach op
figures-row-new = Nei
figures-row-known = Scho bekannt
figures-row-hub-referrals-accepted = Ugeholl
figures-row-hub-referrals-declined = Ofgeleent
figures-row-hub-referrals-lost = Ënnerwee verluer
figures-row-hub-referrals-withdrawn = Zréckgezunn
figures-row-hub-referrals-waiting = Waarden op Äntwert
figures-row-hub-appointment-seen = Rendez-vous huet stattfonnt
figures-row-hub-appointment-fixed = Rendez-vous ausgemaach
figures-row-hub-appointment-none-yet = Nach kee Rendez-vous
figures-row-hub-appointment-ended-before = Virun engem Rendez-vous eriwwer
figures-row-other = Anerer
figures-row-not-told = Net gefrot oder net gesot
figures-row-foreign = Code, deen dës Versioun net kennt
figures-row-not-counted = Ufro, déi net zielt
odyssey-band-under-1 = Manner wéi ee Joer
odyssey-band-1-5 = Een bis fënnef Joer
odyssey-band-5-more = Fënnef Joer a méi

# What stands beside a number
figures-hidden = verstoppt
figures-hidden-why = Verstoppt: d’Zuel ass kleng oder géing eng kleng verroden.
figures-percent = { $share } %
figures-hours = { $hours } St. { $minutes } Ëffnungszäit
figures-days = { $count ->
    [one] Een Dag
   *[other] { $shown } Deeg
}
figures-median = D’Halschent waart héchstens
figures-ninth = Néng vun zéng waarden héchstens
figures-same = keng Ännerung
figures-before = Zäitraum virdrun: { $n } ({ $change })
figures-before-alone = Zäitraum virdrun: { $n }
figures-now = Haut bekannt: { $n } ({ $change } zanterhier)
figures-definition = Wat gezielt gëtt
figures-note-sum = All Undeel ass fir sech gerënnt: zesumme sinn et { $sum } %.
figures-note-of-total = Et si Reien verstoppt: d’Undeeler si vum Total.
figures-note-hidden = { $count ->
    [one] Eng Rei verstoppt.
   *[other] { $shown } Reien verstoppt.
}
figures-note-overlaps = Eng Ufro kann a méi Reien stoen.
figures-note-left-out = { $count ->
    [one] Een ouni Undeel gezielt: déi kursiv Rei seet firwat.
   *[other] { $shown } ouni Undeel gezielt: déi kursiv Reie soe firwat.
}
figures-note-left-out-hidden = E puer sinn ouni Undeel gezielt; hir Zuel ass verstoppt.
figures-note-empty = An dësem Zäitraum näischt ze zielen.

# Columns
figures-column-category = Kategorie
figures-column-n = Zuel
figures-column-percent = Undeel
figures-column-before = Zäitraum virdrun
figures-column-now = Haut bekannt
figures-column-group = Grupp
figures-column-requests = Ufroen
figures-column-oriented = Orientéiert, vun de fäerdegen
figures-column-open = Op
figures-column-unmet = Net gedeckte Besoinen
figures-column-month = Mount
figures-column-stands-out = Wat opfält
figures-column-record = Dossier
figures-column-since = Ukomm den
figures-column-name = Numm
figures-column-figure = Zuel
figures-column-id = Code
figures-column-version = Versioun
figures-column-unit = Eenheet
figures-column-period = Zäitraum
figures-column-note = Bemierkung
figures-column-means = Wat gezielt gëtt
figures-column-public = Numm an der ëffentlecher Definitioun
figures-column-differs = Ënnerscheed

# Groups, trend, directory
figures-by-network = No europäeschem Netzwierk
figures-by-network-hint = No der Krankheet, déi an der Ufro genannt gouf. ◆: am leschte ganze Mount méi, wéi déi zwielef Méint virdrun erwaarde loossen (manner wéi eng Chance op honnert).
figures-by-place = No Wunnplaz
figures-by-place-hint = Land a Regioun vun der betraffener Persoun, wéi notéiert.
figures-group-none-network = Keng Krankheet genannt oder ouni Netzwierk
figures-group-none-place = Net gefrot oder net gesot
figures-referrals = Weiderleedungen nom europäesche Netzwierk
figures-referrals-hint = Weiderleedungen, déi am Zäitraum geschéckt goufen. D’Waardezäite sinn an Deeg: d’Halschent waart net méi laang. Nëmmen ënner Iech ze liesen: dës Zuele ginn net publizéiert.
figures-column-network = Netzwierk
figures-column-sent = Geschéckt
figures-column-to-answer = Deeg bis zur Äntwert
figures-column-to-appointment = Deeg bis zum Rendez-vous
figures-column-entry-checked = Fiche gepréift de
figures-alert-demand = { $month }: { $n } Ufroen, virdru { $mean } am Mount
figures-alert-gap = { $month }: { $n } net gedeckte Besoinen, virdru { $mean } am Mount
figures-alert-month = Méi wéi soss (virdru { $mean } am Mount)
figures-trend = Ufroe Mount fir Mount
figures-trend-hint = Eng Raut weist e Mount, deen iwwerschreit, wat déi zwielef Méint virdrun erwaarde loossen. D’Reegel steet an der Dokumentatioun vun den Zuelen.
figures-trend-text = Ufroe pro Mount, { $from } bis { $to }
figures-trend-short = Manner wéi dräizéng Méint notéiert: et ass ze fréi fir ze soen, datt e Mount opfält.
figures-as-table = Als Tabell kucken
figures-fresh = Aktualitéit vum Verzeechnes
figures-fresh-hint = Strukturen, déi an de leschten { $days } Deeg un der Quell iwwerpréift goufen. Stand haut, egal wéi en Zäitraum.
figures-fresh-within = An der Zäit iwwerpréift
figures-fresh-over = Nei ze iwwerpréiwen
figures-fresh-unconfirmed = Ni confirméiert
figures-fresh-see = Kucken, wat ze iwwerpréiwen ass
figures-missing-title = Wat nach net gezielt gëtt
figures-missing-referred = Weiderleedungen un d’ERN iwwer den Hub
figures-missing-why-referred = Nach gëtt keng Weiderleedung apart notéiert: net gezielt heescht net null.
figures-missing-first-appointment = Zäit bis zum éischte Rendez-vous
figures-missing-why-first-appointment = Gezielt mat de Weiderleedungen, do wou déi notéiert ginn.
figures-missing-meetings-of-part = Sëtzunge vun enger Plaz oder engem Netzwierk
figures-missing-why-meetings-of-part = Eng Sëtzung gehéiert zu kenger Plaz a kengem Netzwierk: si zielt nëmmen am Ganzen.
figures-missing-network-of-files = Netzwierk vun eelere Dossieren
figures-missing-why-network-of-files = En Dossier dréit d’Netzwierk vu senger Krankheet, zënter dës Versioun am Gebrauch ass: déi virdru ouni Ufro un d’Infoline opgemaach goufen, hu keent, bis hire Kapp nei geschriwwe gëtt, a stinn ënner „ouni Netzwierk“.

# Records behind
figures-behind-hint = D’Lëscht nennt keen. Se opmaachen gëtt protokolléiert, en Dossier opmaachen och.
figures-behind-more = Déi éischt { $shown } vun { $all }.
figures-behind-none = Keen Dossier.

# Editions
figures-editions-lead = Wat d’Haus verloosse dierf: ofgeschloss Joren an Trimesteren, kleng Zuele verstoppt, all Editioun ënnerschriwwen. Eng Editioun gëtt net geännert an net zréckgezunn.
figures-editions-none = Nach gouf näischt publizéiert.
figures-made = Gemaach den
figures-form = { $form }, { $count } Definitiounen
figures-form-unknown = Form, déi dës Versioun net kennt
figures-column-form = Form
figures-column-signature = Ënnerschrëft
figures-by-job = Automatesch
figures-whole = Wéi ënnerschriwwen
figures-broken = Net wéi ënnerschriwwen: benotzt se net
figures-make = Eng Editioun publizéieren
figures-make-hint = Nëmmen ofgeschloss Joren an Trimesteren. Kleng Zuele gi verstoppt, a sou vill anerer, datt keng Subtraktioun se erëmgëtt, mat deenen Editioune virdrun.
figures-make-do = Publizéieren
figures-verify = Eng kritt Editioun iwwerpréiwen
figures-verify-hint = Setzt den Inhalt vum ënnerschriwwene Fichier (.json) an. Näischt dovu gëtt behalen.
figures-verify-text = Inhalt vum Fichier
figures-verify-do = Iwwerpréiwen
figures-verify-good = Echt Editioun, wéi hei ënnerschriwwen: { $period }, Ofdrock { $digest }
figures-verify-bad = Net wéi hei ënnerschriwwen: eppes gouf geännert, oder eng aner Installatioun huet se ënnerschriwwen.
figures-verify-unreadable = Dësen Text ass keng ënnerschriwwen Editioun. Setzt de ganze .json-Fichier an.

# One edition
figures-hiding = Zuele vun 1 bis ënner { $threshold } si verstoppt, an déi, déi se géinge verroden: { $hidden } vun { $all } verstoppt. Nulle si gedréckt.
figures-made-up = Erfonnt Donnéeën: kee gëtt gezielt, näischt ass verstoppt.
figures-slides = Eng Zuel pro Säit (Folien)
figures-slides-end = Normal Säiten
figures-done = Gespäichert.
figures-file-pdf = PDF
figures-file-xlsx = Tabell (XLSX)
figures-file-csv = CSV
figures-file-json = Ënnerschriwwene Fichier (JSON)
figures-file-name = zuelen
figures-comments = Bemierkunge vun de Patientevertrieder
figures-comments-lead = Gi mat der Editioun gedréckt, wéi geschriwwen.
figures-comments-none = Keng Bemierkung.
figures-comment = Är Bemierkung
figures-comment-hint = Si gëtt mat Ärem Numm gedréckt. Nennt soss keen.
figures-comment-do = Bemierkung bäisetzen
figures-comment-by = { $name }, { $moment }
figures-proof = Beweis
figures-fact-period = Zäitraum
figures-fact-as-of = Dossieren, wéi bekannt den
figures-fact-made = Gemaach den
figures-fact-form = Form
figures-fact-digest = Ofdrock (SHA-256)
figures-fact-key = Ëffentleche Schlëssel

# Files and paper
figures-export-total = Total
figures-export-hidden = verstoppt
figures-export-aside = gezielt, ouni Undeel
figures-export-not-recorded = vun dëser Installatioun nach net notéiert
figures-export-years-only = nëmme fir ganz Joere publizéiert
figures-export-not-counted = nach zielt keng Zuel et
figures-sheet-about = Ze liesen
figures-sheet-all = Zuelen
figures-sheet-definitions = Definitiounen
figures-sheet-enrdhl = ENRDHL Profil
figures-sheet-activity = Aktivitéit (Kapitelen BNDMR)
figures-sheet-ern = ERN-Indicateuren
figures-indicator-inquirer-gender = Geschlecht vun deem, dee freet
figures-indicator-inquirer-age = Alter vun deem, dee freet
figures-indicator-orpha-code = ORPHA-Code
figures-indicator-duration = Dauer vun der Äntwert
figures-indicator-satisfaction = Zefriddenheet
figures-indicator-research = Fuerschung
figures-indicator-residence-region = Wunnregioun (nëmme live, ni publizéiert)
figures-indicator-treatment = Behandlung
figures-indicator-education = 4.1, 4.2 Formatiounen
figures-indicator-studies = 5.1 Studien
figures-indicator-publications = 5.2 Publikatiounen
figures-indicator-guidelines = 6.1, 6.2 Recommandatiounen
figures-indicator-congresses = 7.1 Kongresser
figures-differs-contacts = Déi ëffentlech Definitioun zielt ee Mount; hei de gewielten Zäitraum. Eis Äntwerte zielen net.
figures-differs-natures = Eis siwen Zorte vun Ufroen, net d’Kategorië vum Netzwierk.
figures-differs-requesters = Hei eemol pro Persoun, déi freet, a pro Joer, bei der éischter Ufro; do all Ufro.
figures-differs-kinds = Kategorië vun eisem Formulaire.
figures-differs-bands = Hei dräi Altersgruppen, eemol pro Persoun a pro Joer.
figures-differs-coordination = Hei Persounen, déi eng Koordinatiounszell begleet; do Patienten an engem Fachzentrum.
figures-differs-odyssey = Hei de Mount vun der Diagnos an eng Spann zanter dem éischte Symptom; do Datumer pro Patient.
figures-differs-sent = Hei d’Persounen, déi den Hub un en Netzwierk schéckt; do nei Patienten bei engem Member vum Netzwierk.
figures-source = Quell vun der Definitioun: { $source }, gelies den { $day }.
figures-paper-before = { $now } (virdrun: { $before })
figures-paper-definition = { $means } [{ $version }]
figures-paper-footer = { $title } · ënnerschriwwen Editioun, Ofdrock { $digest }…

# Sending
figures-readers-lead = Wien per Mail gewuer gëtt, datt eng nei Editioun do ass. Si entsteet vu selwer { $days } Deeg nom Enn vum Zäitraum, wann een drop waart. D’Mail huet nëmmen e Link, keng Zuel.
figures-readers-done = Gespäichert. Déi nächst Mailen halen sech drun.
figures-readers-no-mail = Keng Mailbox ass ageriicht: Editiounen entstinn, mee kee gëtt Bescheed gesot.
figures-yearly = All Joer
figures-quarterly = All Trimester
figures-mail-subject = Zuelen { $period } publizéiert
figures-mail-text =
    Moien,

    d’Editioun vun den Zuelen { $period } ass do, kleng Zuele si verstoppt:
    { $link }

    Dir kritt dës Mail, well d’Koordinatioun Iech agedroen huet. Si kann et ophalen.
