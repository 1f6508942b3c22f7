# Accounts: sign-in, second factors, people.

## Frame

nav-staff = Für Mitarbeitende
signed-label = Ihr Konto
signed-as = Angemeldet als
sign-out = Abmelden
moment = { $date } um { $time } Uhr

## Fields

field-mail = E-Mail-Adresse
field-name = Vor- und Nachname
field-password = Passwort
field-password-current = Aktuelles Passwort
field-password-new = Neues Passwort
field-password-hint = Mindestens 12 Zeichen. Ein Satz, den nur Sie kennen, ist sicherer als ein kompliziertes Wort.
field-password-again = Dasselbe noch einmal
name-missing = Geben Sie Ihren Vor- und Nachnamen an.
mail-odd = Diese E-Mail-Adresse ist nicht vollständig, zum Beispiel vorname.name@beispiel.lu.
password-weak-short = Das Passwort hat weniger als 12 Zeichen.
password-weak-long = Das Passwort hat mehr als 256 Zeichen.
password-weak-personal = Das Passwort enthält Ihren Namen oder Ihre Adresse.
password-weak-common = Dieses Passwort gehört zu denen, die zuerst ausprobiert werden. Wählen Sie ein anderes.
password-differs = Die beiden Passwörter sind nicht gleich.
password-current-wrong = Das ist nicht Ihr aktuelles Passwort.

## Sign-in

sign-in-title = Anmeldung
sign-in-lead = Für alle, die mit Ariane arbeiten. Um eine Krankheit zu suchen oder der Infoline zu schreiben, braucht es kein Konto.
sign-in-button = Weiter
sign-in-outside = Mit { $name } anmelden
sign-in-help = Sie haben kein Konto oder keinen Zugang mehr? Die Administratorin oder der Administrator Ihrer Einrichtung lädt ein und entsperrt.
sign-in-wrong = Adresse und Passwort gehören nicht zusammen, oder das Konto ist nicht offen.
sign-in-wait = { $count ->
    [one] Zu viele Versuche aus Ihrem Netz. Versuchen Sie es in einer Minute wieder.
   *[other] Zu viele Versuche aus Ihrem Netz. Versuchen Sie es in { $shown } Minuten wieder.
}
sign-in-done-password = Ihr Passwort ist geändert. Melden Sie sich mit dem neuen an.
sign-in-done-out = Sie sind abgemeldet.
sign-in-done-outside = Melden Sie sich zuerst hier an.

## Second factor

second-factor-title = Zweiter Faktor
step-up-title = Bestätigen, dass Sie es sind
step-up-lead = Was Sie vorhaben, ändert Zugänge oder lässt sich nicht rückgängig machen. Geben Sie noch einmal Ihren zweiten Faktor an.
second-factor-none = Ihr Konto hat noch keinen zweiten Faktor. Bitten Sie die Administratorin oder den Administrator Ihrer Einrichtung um einen Code.
second-factor-passkey = Passkey verwenden
second-factor-totp = Code der Authentifizierungs-App
second-factor-totp-hint = Sechs Ziffern, die alle dreißig Sekunden wechseln.
second-factor-button = Bestätigen
second-factor-recovery = Einen Notfallcode verwenden
second-factor-recovery-label = Notfallcode
second-factor-lost = Sie haben Ihren zweiten Faktor nicht mehr?
second-factor-lost-lead = Die Administratorin oder der Administrator Ihrer Einrichtung nennt Ihnen einen Code mündlich, niemals per E-Mail. Damit richten Sie einen neuen zweiten Faktor ein.
second-factor-spoken = Code der Administration
second-factor-wrong = Dieser Code stimmt nicht oder wurde schon verwendet.
passkey-failed = Der Browser hat den Passkey nicht gegeben. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Weg.
passkey-noscript = Ein Passkey braucht JavaScript. Der Code einer App geht ohne.
passkey-impossible = Passkeys gehen unter dieser Adresse nicht: Es braucht einen Namen, keine Nummer.

## Factors

factors-title = Zweite Faktoren
factors-lead-first = Noch ein Schritt: Wählen Sie, womit Sie bestätigen, dass Sie es sind. Eine der beiden Möglichkeiten genügt.
factors-lead = Haben Sie zwei: Geht einer verloren, lässt der andere Sie herein.
factors-yours = Was Sie haben
factors-since = seit { $date }
factors-remove = Entfernen
factors-last = Der letzte kann nicht entfernt werden. Fügen Sie zuerst einen anderen hinzu.
factors-codes-left = { $count ->
    [0] Sie haben keinen Notfallcode mehr.
    [one] Sie haben noch einen Notfallcode.
   *[other] Sie haben noch { $shown } Notfallcodes.
}
factors-codes-new = Neue Notfallcodes
factors-totp = Authentifizierungs-App
factors-totp-title = Mit einer App auf dem Telefon
factors-totp-lead = Jede Authentifizierungs-App ist recht. Nehmen Sie das Bild mit ihr auf und tippen Sie dann den Code, den sie zeigt.
factors-totp-picture = QR-Code des Schlüssels unten
factors-totp-text = Ohne Kamera tippen Sie diesen Schlüssel in die App:
factors-totp-here = Die App ist auf diesem Gerät: öffnen
factors-code = Sechsstelliger Code
factors-code-wrong = Dieser Code gehört nicht zu diesem Schlüssel. Prüfen Sie, ob die Uhr des Telefons richtig geht.
factors-totp-add = App hinzufügen
factors-passkey = Passkey
factors-passkey-title = Mit einem Passkey
factors-passkey-lead = Fingerabdruck, Gesicht oder PIN dieses Geräts, oder ein Sicherheitsschlüssel. Das ist der sicherste Weg: Er lässt sich keiner falschen Seite geben.
factors-passkey-name = Name dieses Passkeys
factors-passkey-name-hint = Um ihn später wiederzuerkennen, zum Beispiel „Bürorechner“.
factors-passkey-add = Passkey hinzufügen
factors-passkey-wrong = Der Passkey konnte nicht hinzugefügt werden. Versuchen Sie es noch einmal.
codes-title = Ihre Notfallcodes
codes-lead = Jeder Code ersetzt einmal Ihren zweiten Faktor. Sie werden nur jetzt gezeigt.
codes-keep = Drucken Sie sie aus oder schreiben Sie sie auf, und bewahren Sie sie bei Ihren Papieren auf. Nicht in Ihrem Postfach.
codes-next = Notiert, weiter

## Own account

account-title = Mein Konto
account-roles = Funktionen
account-factors = { $count ->
    [0] keiner
    [one] einer
   *[other] { $shown }
}
account-factors-change = ansehen und ändern
account-sessions = Wo Sie angemeldet sind
account-session-this = hier
account-session-times = seit { $since }, zuletzt { $seen }
account-agent-unknown = Unbekannter Browser
account-session-end = Abmelden
account-sessions-end = Überall sonst abmelden
account-password = Passwort ändern
account-done-password = Ihr Passwort ist geändert. Überall sonst sind Sie abgemeldet.
account-done-session = Abgemeldet.
account-done-linked = Geändert.
account-link-outside = Mit { $name } verbinden
account-unlink = Verbindung lösen
outside-title = Anmeldung über einen anderen Dienst
outside-failed-none = Hier ist kein anderer Dienst eingestellt.
outside-failed-no-answer = Der andere Dienst antwortet nicht. Versuchen Sie es später noch einmal, oder nehmen Sie Ihr Passwort.
outside-failed-over = Diese Rückkehr gilt nicht mehr. Beginnen Sie die Anmeldung neu.
outside-failed-not-confirmed = Der andere Dienst hat die Anmeldung nicht bestätigt.
outside-failed-unknown = Dieses Konto ist mit keinem offenen Konto hier verbunden. Melden Sie sich einmal mit Ihrem Passwort an und verbinden Sie es, oder bitten Sie die Administration um eine Einladung.
outside-failed-taken = Dieses Konto ist schon mit einem anderen verbunden.

## Set-up, invitation, recovery

set-up-title = Einrichtung
set-up-lead = Diese Installation ist neu. Nennen Sie die Einrichtung, die dafür verantwortlich ist, und öffnen Sie das Konto ihrer Administration.
set-up-code = Einrichtungscode
set-up-code-hint = Er steht dort, wo Ariane gestartet wurde.
set-up-code-wrong = Das ist nicht der Code vom Start. Nach einem Neustart gibt es einen neuen.
set-up-organisation = Einrichtung
set-up-organisation-hint = Die für die Verarbeitung der Daten verantwortlich ist.
set-up-organisation-missing = Nennen Sie die Einrichtung.
set-up-button = Weiter
set-up-next = Danach richten Sie einen zweiten Faktor ein. Erst dann öffnet sich das Konto.
invitation-title = Einladung
invitation-lead = { $organisation } lädt Sie ein, mit Ariane zu arbeiten, in dieser Funktion:
invitation-outside = Mit { $name } annehmen, ohne Passwort
invitation-button = Annehmen und weiter
over-title = Dieser Link führt nirgends mehr hin
over-lead-invitation = Die Einladung wurde benutzt, ersetzt oder ist älter als sieben Tage. Die Administration Ihrer Einrichtung kann eine neue senden.
over-lead-recovery = Der Link wurde benutzt, ersetzt oder ist älter als eine Stunde. Sie können einen neuen anfordern.
recovery-title = Passwort vergessen
recovery-lead = Wir senden einen Link an Ihre Adresse. Er gilt eine Stunde.
recovery-button = Link senden
recovery-sent = Wenn ein offenes Konto diese Adresse hat, ist ein Link unterwegs.
recovery-factor = Der Link ändert das Passwort und sonst nichts: Ihr zweiter Faktor wird wie immer verlangt.
new-password-title = Neues Passwort wählen
new-password-button = Passwort ändern

## People

people-title = Team
people-lead = Wer mit Ariane arbeitet, und in welcher Funktion. Eine Funktion öffnet, was sie braucht, und sonst nichts.
people-invite = Jemanden einladen
people-invite-lead = Die Person erhält einen Link, der sieben Tage gilt. Passwort und zweiten Faktor wählt sie selbst.
people-language = Sprache der E-Mail
people-invite-button = Einladung senden
people-invited = Die Einladung ist unterwegs.
people-known = Diese Adresse hat schon ein Konto.
people-roles-missing = Wählen Sie mindestens eine Funktion.
person-state = Zustand
person-since = Konto seit
person-factors = Zweite Faktoren
person-invited-until = Einladung gilt bis
person-roles-hint = Eine Änderung meldet die Person überall ab; sie meldet sich mit den neuen Funktionen wieder an.
person-roles-button = Funktionen speichern
person-invite-again = Einladung noch einmal senden
person-lost = Zweiter Faktor verloren
person-lost-lead = Vergewissern Sie sich zuerst, dass es wirklich die Person ist: mündlich, über eine Nummer, die Sie kennen. Nennen Sie den Code auf diesem Weg, niemals per E-Mail.
person-code-button = Einen Code zeigen
person-code-title = Code, mündlich zu nennen
person-code-lead = Er gilt 24 Stunden, ein einziges Mal, und wird nur jetzt gezeigt. Die Person meldet sich mit ihrem Passwort an, nennt diesen Code und richtet einen neuen zweiten Faktor ein; die alten gelten nicht mehr.
person-access = Zugang
person-lock-lead = Sperren meldet die Person überall ab, bis jemand aus der Administration entsperrt.
person-lock = Konto sperren
person-unlock = Konto entsperren
person-close-lead = Schließen ist endgültig. Das Zugriffsprotokoll behält, was getan wurde; die Person kann neu eingeladen werden.
person-close = Konto schließen
person-done-roles = Die Funktionen sind gespeichert.
person-done-state = Der Zugang ist geändert.
person-done-sent = Die Einladung ist unterwegs.
person-bar-own = Den eigenen Zugang als Administration nimmt man sich nicht selbst: Das kann eine andere Person der Administration.
person-bar-last = Es bliebe niemand in der Administration. Ernennen Sie zuerst jemand anderen.
account-state-invited = eingeladen
account-state-active = offen
account-state-locked = gesperrt
account-state-closed = geschlossen

## Functions

role-listener = Zuhörerin oder Zuhörer der Infoline
role-psychosocial-coordinator = Psychosoziale Koordination (CNPS)
role-medical-coordinator = Medizinische Koordination (CNM)
role-hub-coordinator = ERN-Koordination am Hub (CERN)
role-psychosocial-worker = Psychosozialer Dienst der Vereinigung
role-directory-editor = Redaktion des Verzeichnisses
role-steering-member = Steuerungsgruppe
role-patients-representative = Patientenvertretung
role-data-protection-officer = Datenschutzbeauftragte
role-administrator = Administration

## Refusals

refused-title-signed-out = Ihre Sitzung ist beendet
refused-lead-signed-out = Melden Sie sich wieder an, um fortzufahren. Was Sie eben gesendet haben, wurde nicht gespeichert.
refused-title-second-factor = Ihr zweiter Faktor fehlt
refused-lead-second-factor = Bestätigen Sie zuerst, dass Sie es sind.
refused-title-step-up = Bestätigen Sie noch einmal, dass Sie es sind
refused-lead-step-up = Ihr zweiter Faktor ist älter als eine Viertelstunde. Es wurde nichts geändert.
refused-title-link = Öffnen Sie zuerst Ihren Link
refused-lead-link = Diese Seite öffnet sich mit dem Link und dem Code, die Sie erhalten haben. Wenn Sie sie nicht mehr haben, rufen Sie die Infoline an.
refused-title-function = Diese Seite gehört nicht zu Ihrer Funktion
refused-lead-function = Sie öffnet sich nicht, ob es das Gesuchte gibt oder nicht. Wenn Sie sie für Ihre Arbeit brauchen, fragen Sie die Administration Ihrer Einrichtung.
refused-functions = Sie gehört zu:
refused-title-form = Dieses Formular wurde nicht angenommen
refused-lead-form = Es kommt nicht von einer noch gültigen Seite. Gehen Sie zur Seite zurück, laden Sie sie neu und senden Sie es noch einmal. Cookies müssen erlaubt sein.
refused-title-too-large = Das ist zu groß
refused-lead-too-large = Was Sie gesendet haben, übersteigt die erlaubte Größe. Es wurde nichts gespeichert.
refused-title-too-many = Etwas Geduld
refused-lead-too-many = Aus Ihrem Netz kommen zu viele Versuche. Warten Sie einige Minuten, und versuchen Sie es dann wieder.

## Mails to staff

mail-subject-invitation = Einladung zu Ariane
mail-subject-recovery = Ariane: neues Passwort
mail-subject-notice = Ariane: Ihr Konto
mail-invitation-text =
    Guten Tag,

    { $organisation } lädt Sie ein, mit Ariane zu arbeiten. Dieser Link gilt sieben Tage:

    { $link }

    Sie wählen Ihr Passwort und Ihren zweiten Faktor selbst.
    Wenn Sie diese Einladung nicht erwartet haben, können Sie sie übergehen.
mail-recovery-text =
    Guten Tag,

    jemand, wohl Sie selbst, hat ein neues Passwort angefordert. Dieser Link gilt eine Stunde:

    { $link }

    Ihr zweiter Faktor wird wie immer verlangt. Wenn Sie es nicht waren, müssen Sie nichts tun.
mail-notice-text =
    Guten Tag,

    { $what }

    Wenn Sie es nicht waren, sagen Sie sofort der Administration Ihrer Einrichtung Bescheid. Ihr Konto:

    { $link }
mail-notice-password = Das Passwort Ihres Kontos wurde soeben geändert.
mail-notice-factor-added = Ihrem Konto wurde soeben ein zweiter Faktor hinzugefügt.
mail-notice-factor-removed = Von Ihrem Konto wurde soeben ein zweiter Faktor entfernt.
mail-notice-factor-replaced = Ihr zweiter Faktor wurde soeben ersetzt, mit einem Code der Administration.
mail-notice-factor-code = Die Administration hat soeben einen Code vorbereitet, um Ihren zweiten Faktor zu ersetzen.
mail-notice-roles = Ihre Funktionen wurden soeben geändert. Melden Sie sich wieder an.
mail-subject-emergency = Ariane: Eine Notfallzusammenfassung wurde geöffnet
mail-emergency-text =
    Guten Tag,

    Die Notfallzusammenfassung der Akte { $number } wurde soeben von einer Person allein geöffnet, mit einem Grund. Er steht im Verlauf der Akte; jemand anderes muss diese Öffnung nachsehen:

    { $link }
held-psychosocial-track = { $count ->
    [one] { $shown } psychosoziale Seite einer Akte
   *[other] { $shown } psychosoziale Seiten von Akten
}
held-medical-track = { $count ->
    [one] { $shown } medizinische Seite einer Akte
   *[other] { $shown } medizinische Seiten von Akten
}
held-step = { $count ->
    [one] { $shown } Schritt
   *[other] { $shown } Schritte
}
held-call = { $count ->
    [one] { $shown } zugesagter Anruf
   *[other] { $shown } zugesagte Anrufe
}
held-rcp-series = { $count ->
    [one] { $shown } regelmäßige Fallkonferenz
   *[other] { $shown } regelmäßige Fallkonferenzen
}
held-rcp-session = { $count ->
    [one] { $shown } Sitzung einer Fallkonferenz
   *[other] { $shown } Sitzungen von Fallkonferenzen
}
held-service-file = { $count ->
    [one] { $shown } vom Dienst begleitete Person
   *[other] { $shown } vom Dienst begleitete Personen
}
held-stand-in = { $count ->
    [one] { $shown } Vertretung
   *[other] { $shown } Vertretungen
}
held-enquiry = { $count ->
    [one] { $shown } übernommene Anfrage
   *[other] { $shown } übernommene Anfragen
}
person-takeovers = Was diese Person noch betreut
person-takeovers-lead = Alles geht im selben Schritt an jemand anderen über: Nichts bleibt ohne Zuständige, und wer übernimmt, erfährt es per E-Mail.
person-takeover-rule = Nach den Vertretungen, sonst an das Zweierteam der Akte
person-takeover-free = Vorerst niemand
person-takeover-queue = { $what }: zurück in die Warteschlange.
person-nobody-left = { $what }: Niemand kann übernehmen. Wählen Sie jemanden und versuchen Sie es erneut; nichts wurde geändert.
mail-notice-handed-on = Jemand aus dem Team geht oder wechselt die Funktion: Was diese Person betreute, ist jetzt Ihnen anvertraut. Melden Sie sich an, um es zu sehen.
