# Lists and settings
rcp-list = RCP
rcp-lead = Pluridisziplinär Reuniounen (RCP): Méi Spezialiste ginn en Avis zu engem Dossier; de behandelnden Dokter decidéiert an erkläert.
rcp-none = Et gëtt nach keng RCP. Leet eng un: hire Rhythmus, hir Dauer, wien se koordinéiert; d’Datume ginn duerno virgeschloen.
rcp-new = Eng RCP uleeën
rcp-training = Übung: erfonnten Dossieren, a kenger Zuel gezielt.
rcp-ended = Eriwwer: Et gi keng Sitzunge méi geplangt.
rcp-coming = Kënnt nach
rcp-coming-none = Keng Sitzung ass geplangt.
rcp-past = Eriwwer
rcp-sessions = Sitzungen
rcp-settings = Astellungen
rcp-proposed = Virgeschloen Datumen
rcp-plan-do = Déi ugekräizten Datume plangen
rcp-plan-hand = Sitzung ausserhalb vum Rhythmus
rcp-plan-hand-do = Dës Sitzung plangen
rcp-name = Numm
rcp-name-hint = Zum Beispill: Mënschegenetik. E steet am Kalenner vun de Participanten: nennt keen.
rcp-coordinator = Koordinatioun vun der Sitzung
rcp-first = Éischten Datum
rcp-time = Auerzäit
rcp-minutes = Dauer a Minutten
rcp-often = Rhythmus
rcp-cadence-monthly = all Mount, dee selwechte Wochendag op där selwechter Plaz
rcp-cadence-monthly-last = all Mount, dee leschten am Mount
rcp-cadence-quarterly = all dräi Méint, dee selwechte Wochendag op där selwechter Plaz
rcp-cadence-weekly = all Woch
rcp-cadence-fortnightly = all zwou Wochen
rcp-recurs = { $cadence }, zanter dem { $day }, um { $time }, { $minutes } Minutten
rcp-holiday-week-later = eng Woch méi spéit
rcp-holiday-next-working-day = den nächsten Aarbechtsdag
rcp-holiday-previous-working-day = den Aarbechtsdag virdrun
rcp-holiday-skip = si fënnt net statt
rcp-holiday-keep = si fënnt trotzdeem statt
rcp-place = Plaz
rcp-link = Link fir d’Videokonferenz
rcp-quorum = Quorum
rcp-quorum-none = Kee Quorum gefrot
rcp-quorum-marked = gefrot; wann e feelt, seet de Rapport dat
rcp-quorum-enforced = obligatoresch; ouni gëtt de Rapport net validéiert
rcp-quorum-asked = { $need } Spezialitéiten, { $rule }
rcp-quorum-reached = Quorum erreecht: { $have } Spezialitéiten
rcp-quorum-missing = Ouni Quorum: { $have } vu { $need } Spezialitéite present
rcp-at-least = Zuel vu Spezialitéiten
rcp-admission = Liese vun externe Participanten
rcp-admission-hint = Si liesen d’Dossiere vun der Lëscht vun der Invitatioun un. Hiren Zougang geet vun eleng aus, mam éischte vun dësen zwee Delaien.
rcp-after-validation = Deeg no der Validatioun
rcp-after-meeting = Deeg no der Reunioun
rcp-window = Extern Invitéiert liese se bis { $validation } Deeg no der Validatioun, héchstens { $meeting } Deeg no der Reunioun.
rcp-is-training = Übungs-RCP, mat erfonntenen Dossieren
rcp-is-ended = Eriwwer: keng Sitzung méi plangen

# One session
rcp-title = RCP { $name } · { $moment }
rcp-title-training = Übungs-RCP { $name } · { $moment }
rcp-session = Sitzung
rcp-when = Datum
rcp-act-invite = Invitatioune schécken
rcp-act-invite-again = Invitatiounen nach eng Kéier schécken
rcp-act-hold = D’Sitzung huet stattfonnt
rcp-act-validate = De Rapport validéieren
rcp-act-sign = De Rapport ënnerschreiwen
rcp-act-send = De Rapport ass iwwermëttelt: d’Participantë verstännegen
rcp-act-send-back = Zréck un d’Auteuren
rcp-act-cancel = D’Sitzung ofsoen
rcp-files = Dossiere vun der Lëscht
rcp-files-hint = En Dossier gëtt vun den Invitéierte gelies, soubal en op der Lëscht ass an d’Invitatioune fort sinn; en ass zou, soubal en eraus ass.
rcp-files-none = Keen Dossier op der Lëscht.
rcp-file = Dossier Nr. { $number }
rcp-file-add = Dossier Nr. derbäisetzen
rcp-file-add-do = Op d’Lëscht setzen
rcp-file-remove = Vun der Lëscht huelen
rcp-no-physician = Kee behandelnden Dokter: een ze fannen ass den éischte Schrëtt, virun all Avis.
rcp-advices = Avisen
rcp-advice = Avis vun der RCP
rcp-advice-is = En Avis: De behandelnden Dokter decidéiert an erkläert.
rcp-advice-none = Keen Avis ass geschriwwen.
rcp-advice-do = Avis späicheren
rcp-kept-now = Mëttlerweil gespäichert. Ären Text steet am Feld: Näischt ass verluer.
rcp-plain = An einfache Wierder, fir d’Persoun
rcp-plain-hint = Si liest se eréischt, wann en Dokter notéiert huet, datt e se erkläert huet.
rcp-dissent = Anerer Meenung
rcp-dissent-why = Wat { $name } seet
rcp-passing = Iwwermëttlung un de behandelnden Dokter
rcp-passing-open = Nach huet kee gesot, wéi de Rapport do ukoum.
rcp-passing-say = Soen, wéi en iwwermëttelt gëtt
rcp-passing-correct = Verbesseren
rcp-passing-way = Wéi
rcp-passing-out = Iwwermëttelt
rcp-passing-kept = Net iwwermëttelt
rcp-passing-to = U wien
rcp-passing-on = Den
rcp-passed = Un { $to } den { $day } iwwermëttelt: { $way }.
rcp-kept = Net iwwermëttelt: { $reason }.
report-way-post = mat der Post
report-way-secure-mail = iwwer e geschützte Maildéngscht
report-way-in-person = vun Hand zu Hand
report-kept-refused = d’Persoun wënscht et net
report-kept-no-physician = dësen Dokter behandelt se net méi
report-kept-died = d’Persoun ass gestuerwen
rcp-told = Matdeelung un d’Persoun
rcp-told-not-yet = Nach huet kee mat hir geschwat: Hir gëtt näischt gewisen.
rcp-told-explained = Erkläert vu { $name }, { $moment }
rcp-told-prefers-not = D’Persoun wëll et léiwer net wëssen, notéiert vu { $name }, { $moment }
rcp-tell = D’Matdeelung notéieren
rcp-tell-hint = An Ärem Numm. D’Persoun kann dës Wierder iwwer hire private Link noliesen, mat engem Beweis iwwer en zweete Wee.
rcp-tell-explained = Ech hunn et erkläert
rcp-tell-prefers-not = D’Persoun wëll et léiwer net wëssen
rcp-people = Participanten
rcp-people-none = Nach ass keen invitéiert.
rcp-person-add = Invitéieren
rcp-person-hint = En externe Participant huet fir d’éischt e Kont mat der Funktioun „Participant vun enger RCP“: D’Administratioun invitéiert en.
rcp-specialty = Spezialitéit
rcp-person-add-do = Op dës Sitzung invitéieren
rcp-nobody-left = Jiddwereen, deen invitéiert ka ginn, ass et.
rcp-withdraw = D’Invitatioun zréckzéien
rcp-was-present = present
rcp-presence = Wie present war
rcp-presence-do = Presenze späicheren
rcp-move = Datum, Plaz oder Link änneren
rcp-move-at = Datum an Auerzäit
rcp-move-do = Späicheren; d’Invitéiert kréien eng Ännerung
rcp-cancel = D’Sitzung ofsoen…
rcp-cancel-hint = D’Invitéiert kréien eng Ofso, an d’Dossieren si fir si direkt zou.
rcp-remarks = Remarke zur Sitzung
rcp-remarks-label = Wat de Rapport nieft den Avise seet
rcp-remarks-do = Remarke späicheren
rcp-remarks-none = Keng.
rcp-back = Zréck op d’Sitzung
rcp-way = De Wee vun dëser Sitzung
rcp-way-invited = Invitatioune fort
rcp-way-to-meet = Sitzung geplangt
rcp-way-met = Sitzung
rcp-way-validated = Rapport validéiert
rcp-way-signed = Rapport ënnerschriwwen
rcp-way-cancelled = Ofgesot

# The report
rcp-report = Rapport
rcp-report-pdf = Rapport als PDF
rcp-report-of-file = Auszuch fir de behandelnden Dokter (PDF)
rcp-report-title = Rapport vun der RCP { $name }, { $moment }
rcp-report-training = Übungsrapport, RCP { $name }, { $moment }
rcp-draft = Entworf: nach net ënnerschriwwen.
rcp-validated-by = Validéiert vu { $name }, { $moment }
rcp-signed-by = Ënnerschriwwe vu { $name }, { $moment }
rcp-file-name = rapport-rcp

# One's own sessions
rcp-own = Meng RCP
rcp-own-lead = D’Sitzungen, op déi Dir invitéiert sidd. Do liest Dir d’Dossiere vun hirer Lëscht, a keng aner.
rcp-own-none = Am Moment keng Invitatioun. D’Koordinatioun invitéiert Iech; da kritt Dir e Message mam Datum.
rcp-own-files-none = Am Moment ass keen Dossier fir Iech op.
rcp-own-logged = All Liesen steet am Journal, deen d’Persoun gesi kann.
rcp-own-only = Weder Kontaktdaten nach Notizen nach Entwërf stinn hei.
rcp-own-answer = Kommt Dir?
rcp-own-answer-do = Äntweren
rcp-open-until = Op spéitstens bis { $moment }.
rcp-closed-rcp-not-invited = Dir sidd net invitéiert.
rcp-closed-rcp-not-yet = D’Dossiere ginn op mat der Invitatioun.
rcp-closed-rcp-uninvited = D’Invitatioun gouf zréckgezunn.
rcp-closed-rcp-not-on-list = Keen Dossier vun der Lëscht ass op.
rcp-closed-rcp-cancelled = D’Sitzung ass ofgesot: D’Dossieren sinn zou.
rcp-closed-rcp-over = D’Zäit fir ze liesen ass eriwwer: D’Dossieren sinn zou.
rcp-medical = Ënnerschriwwe medezinesch Analys
rcp-medical-none = Nach ass keng medezinesch Analys ënnerschriwwen.

# What was done
rcp-done-series = Gespäichert. Sitzungen, déi scho geplangt sinn, behalen hir Astellungen.
rcp-done-invited = D’Invitatioune sinn ënnerwee.
rcp-done-invited-no-mail = D’Participante sinn invitéiert, mee keng Mail geet eraus: Keng Boîte ass ageriicht. Sot hinne Bescheed.
rcp-done-coordinator = D’Koordinatioun vun der Sitzung huet gewiesselt.
rcp-coordinator-change = Koordinatioun engem anere ginn
rcp-done-moved = Gespäichert; d’Invitéiert sinn informéiert.
rcp-done-held = D’Sitzung huet stattfonnt: Notéiert d’Presenzen, duerno d’Avisen.
rcp-done-validated = De Rapport ass validéiert.
rcp-done-sent-back = De Rapport ass erëm en Entworf. Zougäng, déi ausgaange sinn, bleiwen aus.
rcp-done-signed = Är Ënnerschrëft ass gespäichert.
rcp-done-sent = De Rapport ass iwwermëttelt, an d’Participantë si verstännegt.
rcp-done-sent-no-mail = De Rapport ass iwwermëttelt; keng Mail geet eraus: et ass keng Mailbox ageriicht. Verstännegt d’Participanten.
rcp-done-passed = Opgeschriwwen.
rcp-done-cancelled = D’Sitzung ass ofgesot; d’Dossieren sinn fir d’Invitéiert zou.
rcp-done-person = D’Invitatioun ass gespäichert.
rcp-done-withdrawn = D’Invitatioun ass zréckgezunn, an den Zougang zou.
rcp-done-file = Den Dossier ass op der Lëscht.
rcp-done-removed = Den Dossier ass vun der Lëscht erof, a fir d’Invitéiert zou.
rcp-done-saved = Gespäichert.
rcp-done-answer = Är Äntwert ass gespäichert.

# Rules that refuse
rcp-fault-not-possible = Dat ass net méiglech, esou wéi d’Sitzung elo steet.
rcp-fault-not-yours = Dat ass Saach vun der Koordinatioun vun der Sitzung oder enger anerer Funktioun.
rcp-fault-out-of-order = Net virum Ufank vun der Sitzung.
rcp-fault-in-past = Deen Datum ass eriwwer. Wielt een, deen nach kënnt.
rcp-fault-no-quorum = De Quorum feelt, an dës RCP verlaangt en: De Rapport gëtt net validéiert.
rcp-fault-not-on-list = Dësen Dossier ass net op der Lëscht vun der Sitzung.
rcp-fault-no-physician = An dësem Dossier ass kee behandelnden Dokter genannt. Nennt fir d’éischt een: Hien decidéiert an erkläert.
rcp-fault-not-signed = De Rapport ass nach net ënnerschriwwen.
rcp-fault-never-tell = D’Persoun wëll net, datt hiren Dokter et gewuer gëtt: wielt, firwat en net iwwermëttelt gëtt.
rcp-fault-passing-day = Den Dag läit net virun der Ënnerschrëft an net an der Zukunft.
rcp-fault-passing-nobody = Sot, u wien e goung.
rcp-fault-not-passed-on = Sot fir d’éischt fir all Dossier mat engem Avis, wéi de Rapport iwwermëttelt gëtt oder firwat net.
rcp-fault-not-present = Nëmme wien als present notéiert ass, kann anerer Meenung sinn.
rcp-fault-dissents-twice = Een ass zweemol als anerer Meenung notéiert.
rcp-fault-empty = Et feelt en Text.
rcp-fault-ended = Dës RCP ass eriwwer: Et gëtt keng Sitzung méi geplangt.
rcp-fault-lists-closed = De Rapport ass validéiert oder d’Sitzung ofgesot: D’Lëschten ännere sech net méi.
rcp-fault-already-invited = Dës Persoun ass schonn op d’Sitzung invitéiert.
rcp-fault-not-held = D’Presenze ginn notéiert, wann d’Sitzung stattfonnt huet.
rcp-fault-no-such-file = Keen Dossier huet dës Nummer.
rcp-fault-mixed = Echt an erfonnten Dossieren kommen ni zesummen: Dës Nummer gehéiert zur anerer Zort.
rcp-fault-on-list = Dësen Dossier ass schonn op der Lëscht vun dëser Sitzung.
rcp-fault-has-advice = Et ass schonn en Avis zu dësem Dossier geschriwwen: E gouf diskutéiert a bleift op der Lëscht.
rcp-fault-not-clinician = Nëmmen en Dokter notéiert, datt en Avis erkläert gouf.
rcp-fault-not-validated = De Rapport ass nach net validéiert: Virdru gëtt näischt matgedeelt.
rcp-fault-already-told = D’Erklärung ass schonn notéiert.
rcp-fault-plain-missing = Schreift an einfache Wierder, wat Dir erkläert hutt: D’Persoun kann et noliesen.
rcp-fault-not-what-was-read = De Rapport huet geännert, zanter datt Dir e gelies hutt. Liest en nei, da validéiert.
rcp-fault-overtaken = Ee war méi séier. Ären Text ass nach do: Kuckt, wat geännert huet, a späichert nach eng Kéier.
rcp-fault-unreadable = Eng Angab feelt oder kann net gelies ginn.
rcp-fault-first-day = Den éischten Datum passt net zum Rhythmus: Fir „dee leschten am Mount“ wielt dee leschte vun deem Wochendag.
rcp-fault-no-such-account = Wielt eng Persoun vun der Lëscht.
rcp-fault-odd-link = De Link muss mat https:// ufänken
rcp-fault-no-specialty = Gitt d’Spezialitéit un, héchstens 60 Zeechen.
rcp-fault-no-report = De Rapport gëtt et, wann d’Sitzung stattfonnt huet.

# Refusals of the policy
desk-trouble-rcp-not-invited = Dir sidd net op dës Sitzung invitéiert
desk-trouble-lead-rcp-not-invited = Nëmmen invitéiert Participante gesinn se. D’Koordinatioun vun der Sitzung kann Iech invitéieren.
desk-trouble-rcp-not-yet = Nach net op
desk-trouble-lead-rcp-not-yet = D’Dossiere ginn op mat der Invitatioun.
desk-trouble-rcp-uninvited = D’Invitatioun gouf zréckgezunn
desk-trouble-lead-rcp-uninvited = Domat ass den Zougang zou. Schwätzt mat der Koordinatioun vun der Sitzung.
desk-trouble-rcp-not-on-list = Dësen Dossier ass net op der Lëscht vun dëser Sitzung
desk-trouble-lead-rcp-not-on-list = Dir liest d’Dossiere vun der Lëscht, a keng aner.
desk-trouble-rcp-cancelled = D’Sitzung ass ofgesot
desk-trouble-lead-rcp-cancelled = Hir Dossieren sinn zou.
desk-trouble-rcp-over = D’Zäit fir ze liesen ass eriwwer
desk-trouble-lead-rcp-over = Den Zougang ass no der Sitzung vun eleng ausgaangen. Mat enger Fro wennt Iech un hir Koordinatioun.

# Coded words
rcp-state-planned = Geplangt
rcp-state-invited = Invitatioune fort
rcp-state-held = Stattfonnt
rcp-state-draft = Rapport an Aarbecht
rcp-state-validated = Rapport validéiert
rcp-state-signed = Rapport ënnerschriwwen
rcp-state-sent = Rapport weiderginn
rcp-state-cancelled = Ofgesot
rcp-answer-none = nach net geäntwert
rcp-answer-comes = kënnt
rcp-answer-maybe = vläicht
rcp-answer-declines = kënnt net
case-event-rcp-listed = Op d’Lëscht vun enger RCP gesat
case-event-rcp-unlisted = Vun der Lëscht vun enger RCP geholl
case-event-rcp-advice = Avis vun enger RCP geschriwwen
case-event-rcp-told = Matdeelung vun engem Avis notéiert
case-event-rcp-report-passed = Iwwermëttlung vun engem Rapport opgeschriwwen
role-rcp-participant = Participant vun enger RCP
mine-function-rcp-participant = Participant vun enger pluridisziplinärer Reunioun (RCP)
mine-act-read-listed-case = Dossier gelies fir eng pluridisziplinär Reunioun (RCP)
mine-act-hold-rcp = pluridisziplinär Reunioun (RCP) virbereet oder gehalen
mine-act-read-case = Dossier vun der Zell gelies
mine-act-write-case = Dossier vun der Zell ergänzt
mine-act-list-cases = Lëscht vun der Zell gesinn
mine-act-do-own-steps = un enger uvertrauter Demarche geschafft
mine-act-hold-meeting = an der Reunioun vun der Zell diskutéiert
mine-act-send-to-cell = un d’Zell geschéckt
mine-function-psychosocial-worker = Mataarbechter vum psychosoziale Service
mine-told-title = Wat decidéiert gouf
mine-told-text = En Dokter huet Iech et erkläert; hei sinn d’Wierder, fir nozeliesen.

# Mails: no subject and no text says whom a meeting is about
rcp-mail-subject-invited = Invitatioun op eng Reunioun
rcp-mail-subject-changed = Eng Reunioun ass geännert
rcp-mail-subject-cancelled = Eng Reunioun ass ofgesot
rcp-mail-subject-withdrawn = Eng Invitatioun ass zréckgezunn
rcp-mail-subject-reported = De Rapport vun enger Sëtzung ass do
rcp-mail-calendar = Äntwert an Dokumenter, nom Umellen: { $link }
rcp-planned =
    { $count ->
        [one] { $shown } Sitzung ass geplangt.
       *[other] { $shown } Sitzunge si geplangt.
    }
rcp-mail-reported =
    De Rapport vun der Sëtzung vum { $moment } ass ënnerschriwwen. D’Avise liese sech, nom Aloggen, soulaang Ären Zougang op ass:
    { $link }
rcp-mail-invited =
    Dir sidd op eng Reunioun invitéiert.

    { $moment }
    { $place }

    Den Datum ass fir Äre Kalenner derbäi. Är Äntwert an d’Dokumenter, nom Umellen:
    { $link }
rcp-mail-changed =
    Eng Reunioun, op déi Dir invitéiert sidd, ass geännert. Si ass:

    { $moment }
    { $place }

    { $link }
rcp-mail-cancelled =
    D’Reunioun vum { $moment } ass ofgesot.
rcp-mail-withdrawn =
    Är Invitatioun op d’Reunioun vum { $moment } ass zréckgezunn. Mat enger Fro wennt Iech un d’Persoun, déi Iech invitéiert hat.
