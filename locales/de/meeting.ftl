# List and planning
meeting-list = Wöchentliche Sitzungen
meeting-list-real = Wöchentliche Sitzungen (echte Akten)
meeting-list-training = Übungssitzungen
meeting-training-note = Übung: erfundene Akten, in keiner Zahl enthalten.
meeting-coming = Geplant
meeting-coming-none = Es ist keine Sitzung geplant. Lassen Sie Termine vorschlagen: die Tagesordnung entsteht danach aus den drei Herkünften.
meeting-past = Vergangen
meeting-past-none = Es hat noch keine Sitzung stattgefunden.
meeting-to-sign = Protokoll noch zu unterschreiben
meeting-plan = Sitzungen planen
meeting-plan-date = Erster Termin
meeting-plan-time = Uhrzeit
meeting-plan-weeks = Anzahl der Wochen
meeting-plan-on-holiday = Wenn der Termin auf einen Feiertag fällt
meeting-holiday-skip = die Sitzung entfällt
meeting-holiday-next-working-day = sie findet am nächsten Werktag statt
meeting-holiday-keep = sie findet trotzdem statt
meeting-plan-propose = Termine vorschlagen
meeting-plan-proposed = Vorgeschlagene Termine
meeting-plan-do = Angekreuzte Termine planen
meeting-plan-moved = statt am { $day }, einem Feiertag
meeting-plan-holiday = Feiertag
meeting-plan-left-out = Feiertag: keine Sitzung
meeting-planned =
    { $count ->
        [one] { $shown } Sitzung ist geplant.
       *[other] { $shown } Sitzungen sind geplant.
    }

# One meeting
meeting-title = Sitzung vom { $moment }
meeting-title-training = Übungssitzung vom { $moment }
meeting-here = Auf dieser Seite anwesend:
meeting-here-me = { $name } (Sie)
meeting-begin = Sitzung beginnen
meeting-end = Sitzung beenden
meeting-cancel = Sitzung absagen
meeting-build = Tagesordnung erstellen
meeting-refresh = Tagesordnung ergänzen
meeting-add = Akte hinzufügen, Nr.
meeting-add-do = Hinzufügen
meeting-minutes = Protokoll
meeting-minutes-pdf = Protokoll als PDF
meeting-items = Tagesordnung
meeting-items-none = Die Tagesordnung ist leer. Lassen Sie sie erstellen: sie enthält, was neu, vertagt, fällig oder geändert ist, aus allen drei Herkünften.
meeting-item = Nr. { $number } · { $name }
meeting-name-unknown = Name nicht bekannt
meeting-carried =
    { $count ->
        [one] { $shown }-mal vertagt
       *[other] { $shown }-mal vertagt
    }
meeting-dissent-of = Andere Meinung: { $who }
meeting-text = Was gesagt und entschieden wurde
meeting-act-discussed = Besprochen
meeting-act-decided = Entschieden
meeting-act-carry-over = Vertagen
meeting-act-dissent = Ich bin anderer Meinung
meeting-added =
    { $count ->
        [0] Nichts Neues für die Tagesordnung.
        [one] { $shown } Akte wurde zur Tagesordnung hinzugefügt.
       *[other] { $shown } Akten wurden zur Tagesordnung hinzugefügt.
    }
meeting-back = Zurück zur Sitzung

# Steps
meeting-step-propose = Einen Schritt vorschlagen
meeting-step-title = Einen Schritt vorschlagen: { $item }
meeting-step-track = Bereich
meeting-step-owner = Wer ihn übernimmt
meeting-step-due = Bis wann
meeting-step-text = Schritt
meeting-step-do = Diesen Schritt vorschlagen
meeting-step-by = bis { $day }
meeting-step-of = Schritt, Bereich { $track }
meeting-done-step = Der Schritt ist vorgeschlagen.

# Signatures and addenda
meeting-signatures = Unterschriften
meeting-sign-lead = Jeder unterschreibt das Protokoll so, wie er es auf dieser Seite gelesen hat. Eine spätere Änderung löscht die Unterschriften.
meeting-sign = Für den Bereich { $track } unterschreiben
meeting-signed-by = Bereich { $track }: unterschrieben von { $name }, { $moment }
meeting-unsigned = Noch hat niemand unterschrieben.
meeting-done-signed = Ihre Unterschrift ist festgehalten.
meeting-addenda = Nachträge
meeting-addendum = Einen Nachtrag hinzufügen
meeting-addendum-hint = Mit Datum und Ihrem Namen; was unterschrieben ist, bleibt unverändert.
meeting-addendum-do = Nachtrag hinzufügen
meeting-addendum-by = { $name }, { $moment }

# Two who write at once
meeting-done-joined = Gespeichert, zusammen mit dem, was inzwischen jemand anders geschrieben hat.
meeting-choose-title = Zwei Fassungen derselben Stelle
meeting-choose-lead = Jemand anders hat dieselbe Stelle geändert. Nichts ist verloren: hier sind beide Fassungen, wählen Sie.
meeting-choose-theirs = Fassung der anderen Person
meeting-choose-mine = Ihre Fassung
meeting-choose-both = Text mit beiden Fassungen, zum Anpassen
meeting-choose-between = — oder —
meeting-choose-do = Diesen Text speichern
meeting-choose-keep-theirs = Fassung der anderen Person behalten
meeting-choose-keep-mine = Meine Fassung behalten
meeting-choose-keep-both = Beide behalten
meeting-not-kept-title = Ihr Text ist noch nicht gespeichert

# The open page
meeting-live-saving = Wird gespeichert…
meeting-live-saved = Gespeichert.
meeting-live-away = Die Verbindung ist unterbrochen. Was Sie schreiben, bleibt hier und wird gespeichert, sobald sie wieder da ist.
meeting-live-back = Die Verbindung ist wieder da, alles ist gespeichert.
meeting-live-signed-out = Ihre Sitzung im Browser ist abgelaufen. Was Sie geschrieben haben, liegt verschlüsselt in diesem Browser: melden Sie sich an und öffnen Sie diese Seite erneut.
meeting-live-changed = Tagesordnung oder Stand der Sitzung haben sich geändert. Laden Sie die Seite neu, um es zu sehen.
meeting-live-unread = Das Protokoll hat sich geändert, seit Sie diese Seite geöffnet haben. Lesen Sie es und laden Sie die Seite neu, bevor Sie unterschreiben.

# Minutes
meeting-minutes-title = Protokoll der Sitzung vom { $moment }
meeting-minutes-training = Übungsprotokoll, Sitzung vom { $moment }
meeting-draft = Entwurf: noch nicht von beiden Bereichen unterschrieben.
meeting-present = Anwesend
meeting-present-none = Niemand wurde als anwesend vermerkt.
meeting-no-items = Keine Akte stand auf der Tagesordnung.
meeting-confidential = Vertraulich: nur für die Koordinationsstelle.
meeting-file = protokoll
meeting-print = Drucken

# Rules that refuse
meeting-fault-not-possible = Beim jetzigen Stand der Sitzung ist das nicht mehr möglich.
meeting-fault-not-yours = Ihre Funktion erlaubt das nicht.
meeting-fault-not-what-was-read = Das Protokoll hat sich geändert, seit Sie es gelesen haben. Lesen Sie es unten und unterschreiben Sie dann.
meeting-fault-same-person = Sie haben schon für den anderen Bereich unterschrieben: zwei Personen unterschreiben das Protokoll.
meeting-fault-already-signed = Dieser Bereich hat schon unterschrieben.
meeting-fault-not-your-track = Für diesen Bereich können Sie nicht unterschreiben.
meeting-fault-out-of-order = Die Uhr zeigt eine Zeit vor der letzten Änderung. Versuchen Sie es noch einmal.
meeting-fault-empty = Es fehlt ein Text.
meeting-fault-nothing-decided = Es gibt keine Entscheidung, zu der man anderer Meinung sein könnte.
meeting-fault-not-present = Nur wer an der Sitzung teilnimmt, kann eine andere Meinung festhalten.
meeting-fault-due-in-past = Der Termin liegt in der Vergangenheit. Wählen Sie heute oder einen späteren Tag.
meeting-fault-no-such-file = Keine Akte hat diese Nummer.
meeting-fault-on-agenda = Diese Akte steht schon auf der Tagesordnung.
meeting-fault-mixed = Echte und erfundene Akten stehen nie zusammen: diese Nummer gehört zur anderen Art.
meeting-fault-twice-or-mixed = Die Tagesordnung kann nicht erstellt werden: eine Akte stünde zweimal darauf, oder echt unter erfundenen.
meeting-fault-overtaken = Jemand war schneller. Sehen Sie nach, was sich geändert hat, und versuchen Sie es noch einmal.
meeting-fault-unreadable = Eine Angabe fehlt oder ist nicht lesbar.
meeting-fault-no-minutes = Das Protokoll gibt es, sobald die Sitzung beendet ist.
meeting-fault-trouble = Das konnte nicht gespeichert werden. Ihr Text bleibt hier.

# Coded words
meeting-state-scheduled = Geplant
meeting-state-live = Läuft
meeting-state-ended = Beendet
meeting-state-signed-by-one = Von einem Bereich unterschrieben
meeting-state-closed = Von beiden Bereichen unterschrieben
meeting-state-cancelled = Abgesagt
agenda-reason-pressing = dringend
agenda-reason-carried-over = von der letzten Sitzung vertagt
agenda-reason-new = neu
agenda-reason-arrived = eine erwartete Antwort ist da
agenda-reason-step-due = ein Schritt ist fällig
agenda-reason-changed = seit der letzten Sitzung geändert
agenda-reason-by-hand = von Hand hinzugefügt
item-state-pending = Noch nicht besprochen
item-state-discussed = Besprochen
item-state-decided = Entschieden
item-state-carried-over = Auf die nächste Sitzung vertagt
meeting-origin-infoline = Infoline
meeting-origin-psychosocial-service = Psychosozialer Dienst
meeting-origin-hub = Nationaler Hub
meeting-track-psychosocial = Psychosoziales
meeting-track-medical = Medizin
meeting-dissent-say = Warum (freiwillig)
meeting-dissent-why = { $name }: „{ $text }“
