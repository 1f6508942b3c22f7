# Europäesch Panelen (an CPMS) a lokale Rot (eisen eegenen, ni als Panel vun engem Netzwierk duergestallt).
panel-list = Panelen a Rot
panel-list-lead = Fäll virun Experten, déi net ofgeschloss sinn. Wat ze spéit ass, steet als éischt.
panel-list-none = Kee Panel a kee Rot am Gaang.
panel-list-closed = { $count ->
    [one] Nach ee gëtt net gewisen: den Accord vun der Persoun leeft net méi.
   *[other] Nach { $shown } ginn net gewisen: den Accord vun der Persoun leeft net méi.
}
panel-late = Ze spéit
panel-title-european = Europäesche Panel { $number }
panel-title-local = Lokale Rot { $number }
panel-of-file = Dossier { $file } · { $urgency }
panel-waits = et feelt { $what }, spéitstens den { $day }
panel-open-end = Nr. { $number }: et feelt { $what }
panel-line = ugefaang den { $begun } · Rot erwaart bis { $due }
panel-none = Näischt gouf nach Experte virgeluecht.
panel-case-lead = E pseudonymiséierten a guttgeheeschenen Dossier gëtt Experte virgeluecht. Näischt gëtt zweemol getippt: Fro, Sprooch an Inhalt sinn déi vum guttgeheeschenen Dossier.
panel-new = En Dossier virleeën
panel-to-head = Den Dokter, deen behandelt, nennen
panel-dossier = Guttgeheeschenen Dossier
panel-dossier-hint = Gewise gëtt nëmmen dat, wat e Kliniker guttgeheescht huet, Byte fir Byte.
panel-kind-which = Wiem
panel-kind-european = Engem Europäesche Referenznetzwierk, an CPMS
panel-kind-local = Experten, déi hei invitéiert sinn: e lokale Rot
panel-kind-hint = De Panel vun engem Netzwierk ass an CPMS, mam Accord vum Netzwierk selwer. E lokale Rot ass keen.
panel-network = Europäescht Referenznetzwierk
panel-network-hint = Nëmme fir CPMS. Netzwierker, déi eis Reegele fir d’Krankheet nennen, stinn als éischt.
panel-network-choose = Ze wielen
panel-urgency = Dringlechkeet
panel-urgency-usual = gewinnten Delai
panel-urgency-soon = geschwënn: eng Decisioun hänkt dorun
panel-urgency-urgent = dringend
panel-due = Rot erwaart bis
panel-begin = Virbereeden
panel-state-prepared = a Virbereedung
panel-state-validated = Fall confirméiert
panel-state-open = op
panel-state-closed = Rot ginn
panel-state-decided = Decisioun opgeschriwwen
panel-state-withdrawn = zréckgezunn
panel-wait-case = d’Confirmatioun vum Fall
panel-wait-lead = een, deen de Rot leet
panel-wait-access = d’Confirmatioun vun engem Zougang
panel-wait-opening = d’Opmaachen
panel-wait-answer = d’Äntwert op d’Fro vun engem Expert
panel-wait-advice = de Rot
panel-wait-decision = d’Decisioun vum Dokter, deen behandelt
panel-end-taken-back = Zréckgezunn vun deem, deen e virbereet hat.
panel-end-agreement-withdrawn = D’Persoun huet hiren Accord zréckgezunn: näischt gëtt méi gelies, a wie gelies huet, gëtt gebieden ze läschen.
panel-end-death = D’Persoun ass gestuerwen.
panel-end-erased = D’Donnéeë vun der Persoun goufe geläscht.
panel-local-is = E lokale Rot gi Experten, déi mir invitéieren. En ersetzt keen Netzwierk an dréit net säin Numm.
panel-european-is = De Panel ass an CPMS, mam Accord vum Netzwierk. Hei gëtt e virbereet a suivéiert.
panel-pseudonymised = De Fall ass pseudonymiséiert, net anonym.
panel-what = Wat gefrot gëtt
panel-pseudonym = Pseudonym
panel-cpms-number = Fallnummer an CPMS
panel-cpms-number-hint = Wéi CPMS se bei der Saisie ginn huet.
panel-parts = Deeler vum Dossier
panel-complete = { $there } vun { $all } Deeler, an der Reiefolleg vum Dossier.
panel-acts = Dräi Akten, dräi Persounen
panel-acts-hint = Wien dat eent confirméiert, confirméiert net dat anert.
panel-act-access = Zougang vun den Experten
panel-act-case = Fall
panel-act-outcome = Rot
panel-act-by = { $name }, { $moment }
panel-act-not-yet = nach net
panel-lead = leet de Rot
panel-lead-cpms = wien de Panel an CPMS leet
panel-case-read = Ech hunn de guttgeheeschenen Dossier an d’Fro gelies: de Fall ka virgeluecht ginn.
panel-validate-case = De Fall a mengem Numm confirméieren
panel-open-local = De lokale Rot opmaachen
panel-open-local-hint = Wien de Rot leet, muss invitéiert an zougelooss sinn. D’Linke ginn duerno eenzel eraus.
panel-open-european = Opschreiwen, datt en an CPMS op ass
panel-extend = Den Delai verréckelen
panel-cpms-title = An CPMS
panel-cpms-state = Etapp
panel-cpms-on = Den
panel-cpms-enrolled = Patient ageschriwwen, Accord vum Netzwierk ënnerschriwwen
panel-cpms-requested = Ufro un d’Netzwierk geschéckt
panel-cpms-lead-found = een leet de Panel
panel-cpms-discussed = d’Experten diskutéieren
panel-cpms-outcome = Resultat an CPMS ënnerschriwwen
panel-remark = Bemierkung
panel-record = D’Resultat opschreiwen, dat an CPMS ënnerschriwwen ass
panel-record-hint = Iwwerhuelt, wat dat ënnerschriwwent Dokument seet, och aner Meenungen.
panel-record-do = Opschreiwen
panel-experts = Experten
panel-experts-hint = En Numm, zwee Weeër. Näischt geet eraus virum Opmaachen a virun der Confirmatioun vum Zougang. Ënnerteneen an am Rot stinn si mat hirer Funktioun.
panel-experts-none = Nach keen ass invitéiert.
panel-function = { $specialty } ({ $country })
panel-named-by = invitéiert vun { $name }, { $moment }
panel-admitted-by = Zougang confirméiert vun { $name }, { $moment }
panel-refused-by = Zougang refuséiert vun { $name }, { $moment }
panel-sent-at = Link geschéckt { $moment }
panel-read-at = fir d’éischt gelies { $moment }
panel-wrote-at = éischte Beitrag { $moment }
panel-code-told = Code: { $channel }, gëlteg bis { $moment }
panel-code-how = Dem { $name } ze soen. { $way }
panel-basis-is = Basis vum Transfert: { $basis }
panel-access-reason = Bemierkung, oder Grond vun engem Refus
panel-admit = Zougang confirméieren
panel-refuse = Zougang refuséieren
panel-send = De Link schécken
panel-send-again = En anere Link schécken
panel-let-lead = D’Leedung uvertrauen
panel-end-seat = D’Participatioun ophalen
panel-declined = Den Expert huet ofgesot
panel-declined-not = nee: mir halen se op
panel-reason = Grond
panel-expert-new = En Expert invitéieren
panel-expert-name = Numm
panel-expert-name-hint = Nëmmen eis bekannt.
panel-specialty = Spezialitéit
panel-specialty-hint = An enger Sprooch, déi jiddereen liest: de Rot nennt se.
panel-country = Land
panel-country-hint = Zwee Buschtawen, zum Beispill DE.
panel-language = Sprooch
panel-mail = E-Mail, fir de Link
panel-phone = Telefon, fir de Code
panel-basis = Basis vum Transfert ausserhalb vum Europäesche Wirtschaftsraum
panel-basis-hint = Adequatiounsdecisioun, Standardklauselen, Derogatioun (DSGVO, Artikelen 45 bis 49). Ouni si gëtt d’Invitatioun refuséiert.
panel-will-lead = Dës Persoun leet de Rot a schléisst en of
panel-expert-save = Invitéieren
seat-state-named = invitéiert, näischt geschéckt
seat-state-admitted = Zougang confirméiert
seat-state-invited = Link geschéckt
seat-state-seated = hëlt deel
seat-state-declined = huet ofgesot
seat-state-refused = Zougang refuséiert
seat-state-ended = Participatioun ofgeschloss
panel-decline-conflict = Interessekonflikt, oder ech kennen dës Persoun vläicht
panel-decline-not-my-field = Net mäi Gebitt
panel-decline-no-time = Keng Zäit, oder net do
panel-decline-other = Anere Grond
panel-answer = Den Experten äntweren
panel-answer-hint = D’Experte liesen dës Wierder. Nennt keen, keng Plaz, keen genauen Datum: wat dono ausgesäit, gëtt Iech virum Schécke gewisen.
panel-answer-text = Äntwert
panel-answer-do = Äntweren
panel-named-found = Dës Wierder nenne vläicht een, eng Plaz oder en Dag:
panel-named-leave = Ech hu gekuckt: keen ass dorun z’erkennen, si kënne bleiwen.
panel-draft = Rot, un deem geschriwwe gëtt
panel-draft-hint = Wéi e schreift, wien de Rot leet; en ass nach net ofgeschloss.
panel-advice = Rot
panel-decides = Dëst ass e Rot. Den Dokter, deen am Dossier genannt ass, decidéiert an erkläert.
panel-outcome-pdf = De Rot als PDF
panel-outcome-local = Lokale Rot
panel-outcome-european = Resultat vun engem europäesche Panel (CPMS)
panel-outcome-file = rot
panel-closed-on = Rot ofgeschloss
panel-proposals = Propositiounen
panel-dissent = Sinn net averstanen
panel-dissent-line = Net averstanen, { $function }: { $why }
panel-who = Wien de Rot ginn huet
panel-lead-is = leet: { $function }
panel-took-part = hunn deelgeholl: { $functions }
panel-agree = { $count ->
    [one] { $shown } dofir
   *[other] { $shown } dofir
}
panel-abstain = { $count ->
    [one] { $shown } Enthalung
   *[other] { $shown } Enthalungen
}
panel-decision = Decisioun vum Dokter, deen behandelt
panel-decide-hint = Schreift op, wat den Dokter decidéiert huet. D’Experte liesen et mat eisem Merci: nennt keen.
panel-decide = Decisioun opschreiwen a Merci soen
panel-told = Wat d’Persoun weess
panel-told-not-yet = Nach keen huet hir de Rot erkläert: si gesäit en net.
panel-told-explained = Erkläert { $moment }.
panel-told-prefers = D’Persoun wëll et léiwer net wëssen, { $moment }.
panel-tell-hint = Als éischt erkläert e Kliniker, am Gespréich. Dës einfach Wierder kann d’Persoun duerno nach eng Kéier liesen.
panel-steps = Etappen an Dauer
panel-step = Etapp
panel-step-at = Wéini
panel-step-took = Zanter der Etapp virdrun
panel-step-begun = virbereet
panel-step-case-validated = Fall confirméiert
panel-step-invited = éischten Expert invitéiert
panel-step-access-validated = éischten Zougang confirméiert
panel-step-opened = opgemaach
panel-step-first-read = fir d’éischt gelies
panel-step-first-contribution = éischte Beitrag
panel-step-closed = ofgeschloss
panel-step-decided = Decisioun opgeschriwwen
panel-hours = { $count ->
    [0] manner wéi eng Stonn
    [one] { $shown } Stonn
   *[other] { $shown } Stonnen
}
panel-days = { $count ->
    [one] { $shown } Dag
   *[other] { $shown } Deeg
}
panel-withdraw = Zréckzéien
panel-withdraw-hint = All Linken halen direkt op.
panel-event-begun = Virbereet
panel-event-validate-case = Fall confirméiert
panel-event-open = Opgemaach
panel-event-extend = Delai verréckelt
panel-event-ask = Fro
panel-event-answer = Äntwert
panel-event-contribute = Beitrag
panel-event-propose = Propositioun
panel-event-vote = Stëmm
panel-event-draft = Rot geschriwwen
panel-event-note = CPMS
panel-event-close = Rot ofgeschloss
panel-event-record = Resultat opgeschriwwen
panel-event-decide = Decisioun opgeschriwwen
panel-event-withdraw = Zréckgezunn
panel-event-told = Erklärung opgeschriwwen
panel-event-named = Expert invitéiert
panel-event-named-lead = Expert fir d’Leedung invitéiert
panel-event-leads = Leedung uvertraut
panel-event-admit = Zougang confirméiert
panel-event-refuse = Zougang refuséiert
panel-event-invite = Link geschéckt
panel-event-code-made = Code gemaach
panel-event-sit = Hëlt deel
panel-event-decline = Seet of
panel-event-end = Participatioun ofgeschloss
panel-event-first-read = Fir d’éischt gelies
panel-event-thanked = Merci gesot
panel-event-reminded = Per E-Mail erënnert
panel-event-deletion-asked = Ëm Läsche gebieden
panel-vote-agree = averstanen
panel-vote-disagree = net averstanen
panel-vote-abstain = Enthalung
panel-form-title = Blat fir CPMS
panel-form-lead = Wat an CPMS aginn gëtt, an der Reiefolleg vum Dossier.
panel-form-facts = De Fall
panel-form-part = { $part }: { $there }
panel-there-yes = do
panel-there-no = feelt
panel-form-before = Virun der Saisie
panel-form-consent = CPMS freet den ënnerschriwwenen Accord vum Netzwierk. Deen, deen hei opgeschriwwen ass, ersetzt en net.
panel-form-attach = De guttgeheeschenen Dossier (PDF) bäileeën, an näischt anescht.
panel-form-file = cpms
# D’Säit vun engem invitéierten Expert.
panel-enter-title = Äre Rot ass gefrot
panel-enter-lead = Setzt de Link aus der E-Mail an, dann de Code, deen Iech op engem anere Wee gesot gouf.
panel-invited-title = Gefrote Rot
panel-invited-lead = Dir gesitt dëse Fall a soss näischt. All Liese gëtt opgeschriwwen, an d’Persoun kann et gesinn. Ären Zougang hält vu selwer op.
panel-you-are = Dir heescht hei
panel-door = Éier Dir liest
panel-door-lead = Wann Dir mengt, d’Persoun z’erkennen, oder wann en Interessi géint Äre Rot schwätzt, sot of: méi muss net gesot ginn.
panel-nothing-against = Näischt schwätzt géint mäi Rot. Ech kopéieren net, wat ech liesen, a sichen net, wien d’Persoun ass.
panel-sit = De Fall liesen
panel-the-case = De Fall
panel-approved = Guttgeheeschenen Dossier
panel-approved-hint = Wéi e Kliniker e guttgeheescht huet. Läscht, wat Dir erofluet, wann Ären Zougang ophält.
panel-others = Wien de Rot gëtt
panel-the-house = d’Koordinatioun
panel-talk = Austausch
panel-talk-none = Nach keen huet geschriwwen.
panel-contribute-text = Wat Dir deenen aneren Experten an der Koordinatioun soe wëllt
panel-contribute = Schreiwen
panel-ask-text = Eng Fro un d’Koordinatioun
panel-ask = Froen
panel-proposals-hint = All Propositioun kann an de Rot kommen. E Widdersproch bleift dran, mat sengem Grond an Ärer Funktioun.
panel-proposals-none = Keng Propositioun.
panel-own-vote = Är Stëmm:
panel-vote = Är Stëmm
panel-vote-why = Firwat (néideg, wann Dir net averstane sidd)
panel-vote-do = Ofstëmmen
panel-propose-text = E Saz fir de Rot
panel-propose = Proposéieren
panel-lead-hint = Dir schreift de Rot a schléisst en of. Propositiounen an all Widdersproch stinn dran.
panel-advice-text = De Rot
panel-draft-save = Späicheren an nach eng Kéier liesen
panel-composed = Wat ofgeschloss géif
panel-outcome-read = Ech hunn de Rot, d’Propositiounen an d’Widdersprécher nach eng Kéier gelies.
panel-close = De Rot a mengem Numm ofschléissen
panel-thanks = Merci
panel-thanks-lead = De Rot ass ginn. De Fall ass net méi ze liesen: läscht, wat Dir erofgelueden hat.
panel-decision-none = Nach net opgeschriwwen; Dir kritt eng E-Mail.
panel-decline-title = Ofsoen
panel-decline-hint = Ären Zougang hält direkt op. Wat Dir scho geschriwwen hutt, bleift am Austausch.
panel-decline-why = Grond
panel-decline-do = Ofsoen
panel-expert-done = Gespäichert.
panel-gone-title = Är Äntwert ass gespäichert
panel-gone-lead = Merci fir Är Äntwert. Ären Zougang huet opgehal.
panel-mail-subject = Äre Rot ass gefrot
panel-mail-text = Moien,

    Äre Rot ass gefrot. Maacht dëse Link op; e Code gëtt Iech op engem anere Wee gesot:

    { $link }

    Dës E-Mail enthält soss näischt. Wann Dir se net erwaart hutt, läscht se.
panel-mail-thanks-subject = Merci fir Äre Rot
panel-mail-thanks = Moien,

    merci fir Äre Rot. Wat decidéiert gouf, ass eng Zäit laang mam Link an dem Code ze liesen, déi Dir schonn hutt.
panel-mail-reminder-subject = Erënnerung: mir waarden op Äre Rot
panel-mail-reminder-answer = Moien,

    Dir gouft ëm e Rot gefrot, a mir hu nach keng Äntwert. De Link, deen Dir schonn hutt, féiert bei d’Fro; sot eis w.e.g. och, wann et net geet.
panel-mail-reminder-view = Moien,

    de leschten Dag ass no, an Äre Rot feelt nach. De Link an de Code, déi Dir schonn hutt, féieren dohinner.
panel-mail-reminder-close = Moien,

    de leschten Dag ass eriwwer, an de Rot, deen Dir leet, ass nach net ofgeschloss. De Link an de Code, déi Dir schonn hutt, féieren dohinner.
panel-mail-delete-subject = W. e. g. läschen
panel-mail-delete = Moien,

    den Accord, op deem de Rot Nr. { $number } berout huet, gouf zréckgezunn. Läscht w. e. g. alles, wat Dir dovu behalen hutt, a schreift eis, datt et gemaach ass, oder aus wéi engem rechtleche Grond Dir et haalt.
# Wat d’Persoun dovu gesäit.
panel-own-title = Experten, déi gefrot goufen
panel-own-lead = Experten hunn Äre Fall ouni Ären Numm kritt.
panel-own-kind-european = Experte vun engem europäesche Netzwierk
panel-own-kind-local = Experten, déi d’Koordinatioun invitéiert huet
panel-own-asked = Si gi hire Rot.
panel-own-to-tell = De Rot ass do. Ären Dokter oder d’Koordinatioun erkläert en Iech.
panel-own-told = De Rot gouf Iech erkläert.
panel-own-withdrawn = D’Ufro fir Rot gouf zréckgezunn.
panel-own-since = zanter dem { $day }
mine-function-expert = invitéierten Expert
mine-act-prepare-panel = Ufro fir Rot suivéiert
mine-act-validate-panel-case = Fall fir e Rot confirméiert
mine-act-validate-panel-access = Zougang vun engem Expert confirméiert
mine-act-read-panel = pseudonymiséierte Fall vun engem Expert gelies
mine-act-answer-panel = Rot vun engem Expert
case-event-panel = Panel oder Rot
case-event-panel-told = Erklärung vun engem Rot vun Experten opgeschriwwen
refused-title-expert = Maacht als éischt de Link vun der Ufro fir Rot op
refused-lead-expert = Dës Säit geet op mam Link, deen Dir kritt hutt, an dem Code, deen Iech gesot gouf. No enger hallwer Stonn gëtt de Code nees gefrot.
open-end-panel-late = Panelen a Rot, déi ze spéit sinn
open-end-hint-panel-late = Maacht de Panel op: e seet, op wie gewaart gëtt.
cell-rule-panel-not-this-kind = Dat gëtt et an dëser Zort Panel net.
cell-rule-panel-no-doctor = Den Dossier nennt keen Dokter, deen behandelt. Een ze fannen ass den éischte Schrëtt: hien decidéiert.
cell-rule-panel-deadline = Den Delai muss haut oder méi spéit sinn, an héchstens an dräi Méint.
cell-rule-panel-no-network = Wielt dat Europäescht Referenznetzwierk.
cell-rule-panel-no-case-number = Gitt d’Fallnummer an CPMS un.
cell-rule-panel-no-lead = Invitéiert als éischt een, deen de Rot leet, a loosst säin Zougang confirméieren.
cell-rule-panel-no-basis-abroad = Dëst Land ass ausserhalb vum Europäesche Wirtschaftsraum: sot, op wat den Transfert berout, soss ass d’Invitatioun net méiglech.
cell-rule-panel-not-named = Gitt den Numm, d’Spezialitéit, d’Land an zwee Buschtawen an d’E-Mail un.
cell-rule-panel-no-second-channel = Gitt eng Telefonsnummer un: de Code geet net per E-Mail.
cell-rule-panel-twice = Dës Persoun ass schonn invitéiert.
cell-rule-panel-own-staff = Dës Adress ass vun engem Member vum Haus. Experte kommen vun aneschters.
cell-rule-panel-too-long = Den Text ass ze laang.
cell-rule-panel-names-somebody = Dës Wierder ginn un Experten an nenne vläicht een. Kuckt d’Lëscht no.
cell-rule-panel-no-dossier = Et brauch en Dossier fir e Panel, dee viru manner wéi drësseg Deeg guttgeheescht gouf.
cell-rule-panel-not-open = Maacht als éischt de Rot op, oder verréckelt den Delai.
cell-rule-panel-day-ahead = Deen Dag ass nach net do.
cell-rule-panel-read-first = Confirméiert, datt Dir den Dossier an d’Fro gelies hutt.
cell-rule-panel-read-outcome-first = Confirméiert, datt Dir de Rot nach eng Kéier gelies hutt.
cell-rule-panel-conflict-first = Confirméiert, datt näischt géint Äre Rot schwätzt, oder sot of.
cell-rule-panel-no-vote = Wielt eng Stëmm.
cell-rule-already-told = D’Erklärung ass schonn opgeschriwwen.
cell-rule-plain-missing = Schreift déi einfach Wierder, déi d’Persoun nach eng Kéier liese kann.
cell-rule-not-clinician = Dat mécht e Kliniker.
