# List and planning
meeting-list = Wöchentlech Sitzungen
meeting-list-real = Wöchentlech Sitzungen (richteg Dossieren)
meeting-list-training = Übungssitzungen
meeting-training-note = Übung: erfonnen Dossieren, déi a kenger Zuel stinn.
meeting-coming = Geplangt
meeting-coming-none = Et ass keng Sitzung geplangt. Loosst Datume virschloen: d’Dagesuerdnung entsteet duerno aus den dräi Hierkënften.
meeting-past = Vergaangen
meeting-past-none = Et war nach keng Sitzung.
meeting-to-sign = Rapport nach z’ënnerschreiwen
meeting-plan = Sitzunge plangen
meeting-plan-date = Éischten Datum
meeting-plan-time = Auerzäit
meeting-plan-weeks = Zuel vu Wochen
meeting-plan-on-holiday = Wann den Datum op e Feierdag fält
meeting-holiday-skip = d’Sitzung fält aus
meeting-holiday-next-working-day = si ass den nächsten Aarbechtsdag
meeting-holiday-keep = si ass trotzdeem
meeting-plan-propose = Datume virschloen
meeting-plan-proposed = Virgeschloen Datumen
meeting-plan-do = Ugekräizt Datume plangen
meeting-plan-moved = amplaz { $day }, e Feierdag
meeting-plan-holiday = Feierdag
meeting-plan-left-out = Feierdag: keng Sitzung
meeting-planned =
    { $count ->
        [one] { $shown } Sitzung ass geplangt.
       *[other] { $shown } Sitzunge si geplangt.
    }

# One meeting
meeting-title = Sitzung vum { $moment }
meeting-title-training = Übungssitzung vum { $moment }
meeting-here = Op dëser Säit do:
meeting-here-me = { $name } (Dir)
meeting-begin = D’Sitzung ufänken
meeting-end = D’Sitzung ophalen
meeting-cancel = D’Sitzung ofsoen
meeting-build = Dagesuerdnung opstellen
meeting-refresh = Dagesuerdnung ergänzen
meeting-add = Dossier derbäisetzen, Nr.
meeting-add-do = Derbäisetzen
meeting-minutes = Rapport
meeting-minutes-pdf = Rapport als PDF
meeting-items = Dagesuerdnung
meeting-items-none = D’Dagesuerdnung ass eidel. Stellt se op: dorop kënnt, wat nei, verréckelt, fälleg oder geännert ass, aus allen dräi Hierkënften.
meeting-item = Nr. { $number } · { $name }
meeting-name-unknown = Numm net bekannt
meeting-carried =
    { $count ->
        [one] { $shown } Mol verréckelt
       *[other] { $shown } Mol verréckelt
    }
meeting-dissent-of = Aner Meenung: { $who }
meeting-text = Wat gesot an decidéiert gouf
meeting-act-discussed = Diskutéiert
meeting-act-decided = Decidéiert
meeting-act-carry-over = Verréckelen
meeting-act-dissent = Ech sinn anerer Meenung
meeting-added =
    { $count ->
        [0] Näischt Neies fir d’Dagesuerdnung.
        [one] { $shown } Dossier koum op d’Dagesuerdnung.
       *[other] { $shown } Dossiere koumen op d’Dagesuerdnung.
    }
meeting-back = Zréck bei d’Sitzung

# Steps
meeting-step-propose = E Schrëtt virschloen
meeting-step-title = E Schrëtt virschloen: { $item }
meeting-step-track = Beräich
meeting-step-owner = Wien en iwwerhëlt
meeting-step-due = Bis wéini
meeting-step-text = Schrëtt
meeting-step-do = Dëse Schrëtt virschloen
meeting-step-by = bis { $day }
meeting-step-of = Schrëtt, Beräich { $track }
meeting-done-step = De Schrëtt ass virgeschloen.

# Signatures and addenda
meeting-signatures = Ënnerschrëften
meeting-sign-lead = Jiddereen ënnerschreift de Rapport esou, wéi en en op dëser Säit gelies huet. Eng spéider Ännerung läscht d’Ënnerschrëften.
meeting-sign = Fir de Beräich { $track } ënnerschreiwen
meeting-signed-by = Beräich { $track }: ënnerschriwwe vun { $name }, { $moment }
meeting-unsigned = Nach huet keen ënnerschriwwen.
meeting-done-signed = Är Ënnerschrëft ass festgehalen.
meeting-addenda = Nodréi
meeting-addendum = En Nodrag derbäisetzen
meeting-addendum-hint = Mat Datum an Ärem Numm; wat ënnerschriwwen ass, ännert sech net.
meeting-addendum-do = Nodrag derbäisetzen
meeting-addendum-by = { $name }, { $moment }

# Two who write at once
meeting-done-joined = Gespäichert, zesumme mat deem, wat e Kolleg mëttlerweil geschriwwen huet.
meeting-choose-title = Zwou Versioune vun derselwechter Plaz
meeting-choose-lead = E Kolleg huet déiselwecht Plaz geännert. Näischt ass verluer: hei si béid Versiounen, wielt.
meeting-choose-theirs = Versioun vum Kolleg
meeting-choose-mine = Är Versioun
meeting-choose-both = Text mat béide Versiounen, fir unzepassen
meeting-choose-between = — oder —
meeting-choose-do = Dësen Text späicheren
meeting-choose-keep-theirs = D’Versioun vum Kolleg behalen
meeting-choose-keep-mine = Meng Versioun behalen
meeting-choose-keep-both = Béid behalen
meeting-not-kept-title = Ären Text ass nach net gespäichert

# The open page
meeting-live-saving = Gëtt gespäichert…
meeting-live-saved = Gespäichert.
meeting-live-away = D’Verbindung ass ënnerbrach. Wat Dir schreift, bleift hei a gëtt gespäichert, soubal se erëm do ass.
meeting-live-back = D’Verbindung ass erëm do, alles ass gespäichert.
meeting-live-signed-out = Är Sessioun ass eriwwer. Wat Dir geschriwwen hutt, läit verschlësselt an dësem Browser: mellt Iech un a maacht dës Säit nei op.
meeting-live-changed = D’Dagesuerdnung oder de Stand vun der Sitzung huet geännert. Luet d’Säit nei, fir et ze gesinn.
meeting-live-unread = De Rapport huet geännert, zënter Dir dës Säit opgemaach hutt. Liest en a luet d’Säit nei, ier Dir ënnerschreift.

# Minutes
meeting-minutes-title = Rapport vun der Sitzung vum { $moment }
meeting-minutes-training = Übungsrapport, Sitzung vum { $moment }
meeting-draft = Entworf: nach net vu béide Beräicher ënnerschriwwen.
meeting-present = Do waren
meeting-present-none = Et gouf kee festgehalen, deen do war.
meeting-no-items = Keen Dossier stoung op der Dagesuerdnung.
meeting-confidential = Vertraulech: nëmme fir d’Koordinatiounszell.
meeting-file = rapport
meeting-print = Drécken

# Rules that refuse
meeting-fault-not-possible = Dat geet beim aktuelle Stand vun der Sitzung net méi.
meeting-fault-not-yours = Är Funktioun erlaabt dat net.
meeting-fault-not-what-was-read = De Rapport huet geännert, zënter Dir e gelies hutt. Liest en hei ënnen an ënnerschreift dann.
meeting-fault-same-person = Dir hutt schonn fir deen anere Beräich ënnerschriwwen: zwou Persounen ënnerschreiwen de Rapport.
meeting-fault-already-signed = Dëse Beräich huet schonn ënnerschriwwen.
meeting-fault-not-your-track = Fir dëse Beräich kënnt Dir net ënnerschreiwen.
meeting-fault-out-of-order = D’Auer weist eng Zäit virun der leschter Ännerung. Probéiert nach eng Kéier.
meeting-fault-empty = Et feelt en Text.
meeting-fault-nothing-decided = Et gëtt keng Decisioun, zu där een anerer Meenung ka sinn.
meeting-fault-not-present = Nëmme wien an der Sitzung ass, kann eng aner Meenung festhalen.
meeting-fault-due-in-past = Den Datum ass eriwwer. Wielt haut oder e spéideren Dag.
meeting-fault-no-such-file = Keen Dossier huet dës Nummer.
meeting-fault-on-agenda = Dësen Dossier steet schonn op der Dagesuerdnung.
meeting-fault-mixed = Richteg an erfonnen Dossiere stinn ni zesummen: dës Nummer gehéiert zu där anerer Zort.
meeting-fault-twice-or-mixed = D’Dagesuerdnung kann net opgestallt ginn: en Dossier géif zweemol dostoen, oder e richtegen ënner erfonnenen.
meeting-fault-overtaken = Iergendee war méi séier. Kuckt, wat geännert huet, a probéiert nach eng Kéier.
meeting-fault-unreadable = Eng Indikatioun feelt oder kann net gelies ginn.
meeting-fault-no-minutes = De Rapport gëtt et, wann d’Sitzung eriwwer ass.
meeting-fault-trouble = Dat konnt net gespäichert ginn. Ären Text bleift hei.

# Coded words
meeting-state-scheduled = Geplangt
meeting-state-live = Leeft
meeting-state-ended = Eriwwer
meeting-state-signed-by-one = Vun engem Beräich ënnerschriwwen
meeting-state-closed = Vu béide Beräicher ënnerschriwwen
meeting-state-cancelled = Ofgesot
agenda-reason-pressing = dréngend
agenda-reason-carried-over = vun der leschter Sitzung verréckelt
agenda-reason-new = nei
agenda-reason-arrived = eng erwaart Äntwert ass do
agenda-reason-step-due = e Schrëtt ass fälleg
agenda-reason-changed = zënter der leschter Sitzung geännert
agenda-reason-by-hand = vun Hand derbäigesat
item-state-pending = Nach net geholl
item-state-discussed = Diskutéiert
item-state-decided = Decidéiert
item-state-carried-over = Op déi nächst Sitzung verréckelt
meeting-origin-infoline = Infoline
meeting-origin-psychosocial-service = Psychosozialen Déngscht
meeting-origin-hub = Nationalen Hub
meeting-track-psychosocial = Psychosoziales
meeting-track-medical = Medezin
meeting-dissent-say = Firwat (fräiwëlleg)
meeting-dissent-why = { $name }: „{ $text }“
