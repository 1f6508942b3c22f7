# Accounts: sign-in, second factors, people.

## Frame

nav-staff = Fir d’Equipe
signed-label = Äre Kont
signed-as = Ugemellt als
sign-out = Ofmellen
moment = { $date } um { $time } Auer

## Fields

field-mail = E-Mail-Adress
field-name = Virnumm an Numm
field-password = Passwuert
field-password-current = Aktuellt Passwuert
field-password-new = Neit Passwuert
field-password-hint = Op d’mannst 12 Zeechen. E Saz, deen nëmmen Dir kennt, ass méi sécher wéi e komplizéiert Wuert.
field-password-again = Datselwecht nach eng Kéier
name-missing = Gitt Äre Virnumm an Äre Numm un.
mail-odd = Dës E-Mail-Adress ass net komplett, zum Beispill virnumm.numm@beispill.lu.
password-weak-short = D’Passwuert huet manner wéi 12 Zeechen.
password-weak-long = D’Passwuert huet méi wéi 256 Zeechen.
password-weak-personal = Am Passwuert steet Ären Numm oder Är Adress.
password-weak-common = Dëst Passwuert ass eent vun deenen, déi als éischt probéiert ginn. Wielt en anert.
password-differs = Déi zwee Passwierder sinn net déi selwecht.
password-current-wrong = Dat ass net Äert aktuellt Passwuert.

## Sign-in

sign-in-title = Umellen
sign-in-lead = Fir déi, déi mat Ariane schaffen. Fir eng Krankheet ze sichen oder der Infoline ze schreiwen, brauch ee kee Kont.
sign-in-button = Weider
sign-in-outside = Mat { $name } umellen
sign-in-help = Dir hutt kee Kont oder keen Zougang méi? Den Administrateur vun Ärer Struktur invitéiert a spärt Konten op.
sign-in-wrong = D’Adress an d’Passwuert passen net zesummen, oder de Kont ass net op.
sign-in-wait = { $count ->
    [one] Ze vill Versich aus Ärem Netz. Probéiert et an enger Minutt nach eng Kéier.
   *[other] Ze vill Versich aus Ärem Netz. Probéiert et a { $shown } Minutten nach eng Kéier.
}
sign-in-done-password = Äert Passwuert ass geännert. Mellt Iech mat deem neien un.
sign-in-done-out = Dir sidd ofgemellt.
sign-in-done-outside = Mellt Iech fir d’éischt hei un.

## Second factor

second-factor-title = Zweete Faktor
step-up-title = Confirméieren, datt Dir et sidd
step-up-lead = Wat Dir maache wëllt, ännert Zougäng oder kann een net réckgängeg maachen. Gitt nach eng Kéier Ären zweete Faktor un.
second-factor-none = Äre Kont huet nach keen zweete Faktor. Frot den Administrateur vun Ärer Struktur no engem Code.
second-factor-passkey = E Passkey benotzen
second-factor-totp = Code vun der Authentifizéierungs-App
second-factor-totp-hint = Sechs Zifferen, déi all drësseg Sekonnen änneren.
second-factor-button = Confirméieren
second-factor-recovery = En Noutfallcode benotzen
second-factor-recovery-label = Noutfallcode
second-factor-lost = Dir hutt Ären zweete Faktor net méi?
second-factor-lost-lead = Den Administrateur vun Ärer Struktur seet Iech e Code mëndlech, ni per E-Mail. Domat riicht Dir en neien zweete Faktor an.
second-factor-spoken = Code vum Administrateur
second-factor-wrong = Dëse Code stëmmt net oder gouf scho benotzt.
passkey-failed = De Browser huet de Passkey net ginn. Probéiert et nach eng Kéier, oder huelt en anere Wee.
passkey-noscript = E Passkey brauch JavaScript. De Code vun enger App geet ouni.
passkey-impossible = Passkeys ginn op dëser Adress net: Et brauch en Numm, keng Nummer.

## Factors

factors-title = Zweet Faktoren
factors-lead-first = Nach ee Schrëtt: Wielt, mat wat Dir confirméiert, datt Dir et sidd. Eng vun deenen zwou Méiglechkeeten geet duer.
factors-lead = Hutt der zwee: Geet ee verluer, léisst deen aneren Iech eran.
factors-yours = Wat Dir hutt
factors-since = zanter dem { $date }
factors-remove = Ewechhuelen
factors-last = Dee leschte kann een net ewechhuelen. Setzt fir d’éischt en aneren dobäi.
factors-codes-left = { $count ->
    [0] Dir hutt keen Noutfallcode méi.
    [one] Dir hutt nach een Noutfallcode.
   *[other] Dir hutt nach { $shown } Noutfallcoden.
}
factors-codes-new = Nei Noutfallcoden
factors-totp = Authentifizéierungs-App
factors-totp-title = Mat enger App um Telefon
factors-totp-lead = All Authentifizéierungs-App ass gutt. Huelt d’Bild domat op, an tippt dann de Code, deen se weist.
factors-totp-picture = QR-Code vum Schlëssel hei ënnen
factors-totp-text = Ouni Kamera tippt Dir dëse Schlëssel an d’App:
factors-totp-here = D’App ass op dësem Apparat: opmaachen
factors-code = Code mat sechs Zifferen
factors-code-wrong = Dëse Code ass net dee vun dësem Schlëssel. Kuckt, ob d’Auer vum Telefon richteg geet.
factors-totp-add = D’App dobäisetzen
factors-passkey = Passkey
factors-passkey-title = Mat engem Passkey
factors-passkey-lead = De Fangerofdrock, d’Gesiicht oder de Code vun dësem Apparat, oder e Sécherheetsschlëssel. Dat ass de séchersten Wee: E léisst sech kenger falscher Säit ginn.
factors-passkey-name = Numm vun dësem Passkey
factors-passkey-name-hint = Fir en herno erëmzekennen, zum Beispill „Bürosrechner“.
factors-passkey-add = E Passkey dobäisetzen
factors-passkey-wrong = De Passkey konnt net dobäigesat ginn. Probéiert et nach eng Kéier.
codes-title = Är Noutfallcoden
codes-lead = All Code ersetzt eemol Ären zweete Faktor. Si ginn nëmmen elo gewisen.
codes-keep = Dréckt se aus oder schreift se op, a verwaart se bei Äre Pabeieren. Net an Ärer Mailbox.
codes-next = Opgeschriwwen, weider

## Own account

account-title = Mäi Kont
account-roles = Funktiounen
account-factors = { $count ->
    [0] keen
    [one] een
   *[other] { $shown }
}
account-factors-change = kucken an änneren
account-sessions = Wou Dir ugemellt sidd
account-session-this = hei
account-session-times = zanter { $since }, gesinn { $seen }
account-agent-unknown = Onbekannte Browser
account-session-end = Ofmellen
account-sessions-end = Iwwerall soss ofmellen
account-password = Passwuert änneren
account-done-password = Äert Passwuert ass geännert. Iwwerall soss sidd Dir ofgemellt.
account-done-session = Ofgemellt.
account-done-linked = Geännert.
account-link-outside = Mat { $name } verbannen
account-unlink = Verbindung léisen
outside-title = Umellen iwwer en anere Service
outside-failed-none = Hei ass keen anere Service agestallt.
outside-failed-no-answer = Deen anere Service äntwert net. Probéiert et méi spéit, oder huelt Äert Passwuert.
outside-failed-over = Dëse Retour gëllt net méi. Fänkt d’Umellen nei un.
outside-failed-not-confirmed = Deen anere Service huet d’Umellen net confirméiert.
outside-failed-unknown = Dee Kont ass mat kengem oppene Kont hei verbonnen. Mellt Iech eemol mat Ärem Passwuert un a verbannt en, oder frot den Administrateur no enger Invitatioun.
outside-failed-taken = Dee Kont ass scho mat engem anere verbonnen.

## Set-up, invitation, recovery

set-up-title = Ariichten
set-up-lead = Dës Installatioun ass nei. Nennt d’Struktur, déi dofir verantwortlech ass, a maacht de Kont vun hirem Administrateur op.
set-up-code = Ariichtungscode
set-up-code-hint = E steet do, wou Ariane gestart gouf.
set-up-code-wrong = Dat ass net de Code vum Start. No engem Neistart gëtt et en neien.
set-up-organisation = Struktur
set-up-organisation-hint = Déi, déi fir d’Verschaffe vun den Donnéeën verantwortlech ass.
set-up-organisation-missing = Nennt d’Struktur.
set-up-button = Weider
set-up-next = Duerno riicht Dir en zweete Faktor an. Eréischt dann geet de Kont op.
invitation-title = Invitatioun
invitation-lead = { $organisation } invitéiert Iech, mat Ariane ze schaffen, an dëser Funktioun:
invitation-outside = Mat { $name } unhuelen, ouni Passwuert
invitation-button = Unhuelen a weider
over-title = Dëse Link féiert néierens méi hin
over-lead-invitation = D’Invitatioun gouf benotzt, ersat oder ass méi al wéi siwen Deeg. Den Administrateur vun Ärer Struktur kann eng nei schécken.
over-lead-recovery = De Link gouf benotzt, ersat oder ass méi al wéi eng Stonn. Dir kënnt en neie froen.
recovery-title = Passwuert vergiess
recovery-lead = Mir schécken e Link un Är Adress. E gëllt eng Stonn.
recovery-button = De Link schécken
recovery-sent = Wann en oppene Kont dës Adress huet, ass e Link ënnerwee.
recovery-factor = De Link ännert d’Passwuert a soss näischt: Ären zweete Faktor gëtt gefrot wéi ëmmer.
new-password-title = En neit Passwuert wielen
new-password-button = Passwuert änneren

## People

people-title = Equipe
people-lead = Wie mat Ariane schafft, an a wat fir enger Funktioun. Eng Funktioun mécht op, wat se brauch, a soss näischt.
people-invite = Een invitéieren
people-invite-lead = D’Persoun kritt e Link, dee siwen Deeg gëllt. Passwuert an zweete Faktor wielt si selwer.
people-language = Sprooch vun der E-Mail
people-invite-button = D’Invitatioun schécken
people-invited = D’Invitatioun ass ënnerwee.
people-known = Dës Adress huet schonn e Kont.
people-roles-missing = Wielt op d’mannst eng Funktioun.
person-state = Zoustand
person-since = Kont zanter
person-factors = Zweet Faktoren
person-invited-until = Invitatioun gëllt bis
person-roles-hint = Eng Ännerung mellt d’Persoun iwwerall of; si mellt sech mat hiren neie Funktiounen erëm un.
person-roles-button = D’Funktioune späicheren
person-invite-again = D’Invitatioun nach eng Kéier schécken
person-lost = Zweete Faktor verluer
person-lost-lead = Gitt fir d’éischt sécher, datt et wierklech d’Persoun ass: mëndlech, iwwer eng Nummer, déi Dir kennt. Sot de Code esou, ni per E-Mail.
person-code-button = E Code weisen
person-code-title = Code, mëndlech ze soen
person-code-lead = E gëllt 24 Stonnen, eng eenzeg Kéier, a gëtt nëmmen elo gewisen. D’Persoun mellt sech mat hirem Passwuert un, gëtt dëse Code an a riicht en neien zweete Faktor an; déi al gëllen net méi.
person-access = Zougang
person-lock-lead = Spären mellt d’Persoun iwwerall of, bis en Administrateur opspärt.
person-lock = De Kont spären
person-unlock = De Kont opspären
person-close-lead = Zoumaachen ass definitiv. Den Zougrëffsprotokoll hält, wat gemaach gouf; d’Persoun kann nei invitéiert ginn.
person-close = De Kont zoumaachen
person-done-roles = D’Funktioune si gespäichert.
person-done-state = Den Zougang ass geännert.
person-done-sent = D’Invitatioun ass ënnerwee.
person-bar-own = Et hëlt een sech net selwer den Zougang als Administrateur: En aneren Administrateur kann dat.
person-bar-last = Et bléif keen Administrateur méi. Nennt fir d’éischt en aneren.
account-state-invited = invitéiert
account-state-active = op
account-state-locked = gespaart
account-state-closed = zou

## Functions

role-listener = Nolauschterin oder Nolauschterer vun der Infoline
role-psychosocial-coordinator = Psychosozial Koordinatioun (CNPS)
role-medical-coordinator = Medezinesch Koordinatioun (CNM)
role-hub-coordinator = ERN-Koordinatioun um Hub (CERN)
role-psychosocial-worker = Psychosoziale Service vun der Associatioun
role-directory-editor = Redaktioun vum Verzeechnes
role-steering-member = Steiergrupp
role-patients-representative = Patientevertriedung
role-data-protection-officer = Dateschutzbeoptraagt
role-administrator = Administratioun

## Refusals

refused-title-signed-out = Är Sëtzung ass eriwwer
refused-lead-signed-out = Mellt Iech erëm un, fir weiderzemaachen. Wat Dir grad geschéckt hutt, gouf net gespäichert.
refused-title-second-factor = Ären zweete Faktor feelt
refused-lead-second-factor = Confirméiert fir d’éischt, datt Dir et sidd.
refused-title-step-up = Confirméiert nach eng Kéier, datt Dir et sidd
refused-lead-step-up = Ären zweete Faktor ass méi al wéi eng Véirelstonn. Et gouf näischt geännert.
refused-title-link = Maacht fir d’éischt Äre Link op
refused-lead-link = Dës Säit geet mam Link a mam Code op, déi Dir kritt hutt. Wann Dir se net méi hutt, rufft d’Infoline un.
refused-title-function = Dës Säit ass net fir Är Funktioun
refused-lead-function = Si geet net op, egal ob et dat gëtt, wat Dir sicht. Wann Dir se fir Är Aarbecht braucht, frot den Administrateur vun Ärer Struktur.
refused-functions = Si ass fir:
refused-title-form = Dëse Formulaire gouf net ugeholl
refused-lead-form = E kënnt net vun enger Säit, déi nach gëllt. Gitt op d’Säit zréck, lued se nei a schéckt en nach eng Kéier. Cookië mussen erlaabt sinn.
refused-title-too-large = Dat ass ze grouss
refused-lead-too-large = Wat Dir geschéckt hutt, ass méi grouss wéi erlaabt. Et gouf näischt gespäichert.
refused-title-too-many = E bëssi Gedold
refused-lead-too-many = Aus Ärem Netz komme ze vill Versich. Waart e puer Minutten, a probéiert et dann nach eng Kéier.

## Mails to staff

mail-subject-invitation = Invitatioun op Ariane
mail-subject-recovery = Ariane: neit Passwuert
mail-subject-notice = Ariane: Äre Kont
mail-invitation-text =
    Moien,

    { $organisation } invitéiert Iech, mat Ariane ze schaffen. Dëse Link gëllt siwen Deeg:

    { $link }

    Dir wielt Äert Passwuert an Ären zweete Faktor selwer.
    Wann Dir dës Invitatioun net erwaart hutt, kënnt Dir se ignoréieren.
mail-recovery-text =
    Moien,

    Een, wuel Dir selwer, huet en neit Passwuert gefrot. Dëse Link gëllt eng Stonn:

    { $link }

    Ären zweete Faktor gëtt gefrot wéi ëmmer. Wann Dir et net waart, musst Dir näischt maachen.
mail-notice-text =
    Moien,

    { $what }

    Wann Dir et net waart, sot direkt dem Administrateur vun Ärer Struktur Bescheed. Äre Kont:

    { $link }
mail-notice-password = D’Passwuert vun Ärem Kont gouf grad geännert.
mail-notice-factor-added = Ärem Kont gouf grad en zweete Faktor dobäigesat.
mail-notice-factor-removed = Vun Ärem Kont gouf grad en zweete Faktor ewechgeholl.
mail-notice-factor-replaced = Ären zweete Faktor gouf grad ersat, mat engem Code vum Administrateur.
mail-notice-factor-code = Den Administrateur huet grad e Code virbereet, fir Ären zweete Faktor ze ersetzen.
mail-notice-roles = Är Funktioune goufe grad geännert. Mellt Iech erëm un.
mail-subject-emergency = Ariane: en Noutfallresumé gouf opgemaach
mail-emergency-text =
    Moien,

    Den Noutfallresumé vum Dossier { $number } gouf grad vun enger Persoun eleng opgemaach, mat engem Grond. E steet am Fuedem vum Dossier; een aneren muss dëst nokucken:

    { $link }
held-psychosocial-track = { $count ->
    [one] { $shown } psychosozial Säit
   *[other] { $shown } psychosozial Säiten
}
held-medical-track = { $count ->
    [one] { $shown } medezinesch Säit
   *[other] { $shown } medezinesch Säiten
}
held-step = { $count ->
    [one] { $shown } Schrëtt
   *[other] { $shown } Schrëtt
}
held-call = { $count ->
    [one] { $shown } versprachenen Uruff
   *[other] { $shown } versprachen Uriff
}
held-rcp-series = { $count ->
    [one] { $shown } reegelméisseg RCP
   *[other] { $shown } reegelméisseg RCPen
}
held-rcp-session = { $count ->
    [one] { $shown } RCP-Sëtzung
   *[other] { $shown } RCP-Sëtzungen
}
held-service-file = { $count ->
    [one] { $shown } Persoun, déi vum Service suivéiert gëtt
   *[other] { $shown } Persounen, déi vum Service suivéiert ginn
}
held-stand-in = { $count ->
    [one] { $shown } Vertriedung
   *[other] { $shown } Vertriedungen
}
held-enquiry = { $count ->
    [one] { $shown } iwwerholl Ufro
   *[other] { $shown } iwwerholl Ufroen
}
person-takeovers = Wat dës Persoun nach betreit
person-takeovers-lead = Alles geet am selwechte Schrëtt un een aneren iwwer: näischt bleift ouni Zoustännegen, a wien iwwerhëlt, gëtt et per E-Mail gewuer.
person-takeover-rule = No de Vertriedungen, soss un de Binôme vum Dossier
person-takeover-free = Fir de Moment keen
person-takeover-queue = { $what }: zréck an d’Waardelëscht.
person-nobody-left = { $what }: kee kann iwwerhuelen. Wielt een aus a probéiert nach eng Kéier; näischt gouf geännert.
mail-notice-handed-on = E Kolleeg geet oder wiesselt d’Funktioun: wat dës Persoun betreit huet, ass elo Iech uvertraut. Mellt Iech un, fir et ze gesinn.
