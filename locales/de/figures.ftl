# Figures

# Pages
figures-title = Zahlen
figures-editions = Veröffentlichte Zahlen
figures-readers = Versand per Mail
figures-behind = Akten hinter einer Zahl
figures-behind-meeting = Sitzung
figures-edition = Zahlen { $period }
figures-back = Zurück zu den Zahlen

# Periods
figures-quarter = { $quarter }. Quartal { $year }
figures-half = { $half }. Halbjahr { $year }
figures-from-to = { $from } bis { $to }
figures-choose = Anderer Zeitraum, Ort, Dienst oder anderes Netzwerk
figures-from = Vom
figures-to = Bis (einschließlich)
figures-period = Zeitraum
figures-period-hint = Oder ein Jahr, ein Quartal, ein Monat: 2026, 2026-Q1, 2026-03
figures-service = Dienst
figures-service-infoline = Infoline
figures-service-cell = Koordinationszelle
figures-service-hub = Nationaler Hub
figures-place = Wohnort der betroffenen Person
figures-network = Europäisches Netzwerk (Krankheitsgruppe)
figures-show = Anzeigen
figures-as-of = Stand: { $moment }.
figures-running = Der Zeitraum läuft noch: Zahlen bis jetzt.
figures-then = So, wie es damals bekannt war; daneben derselbe Zeitraum, wie er { $moment } bekannt ist.
figures-known-on = So bekannt am
figures-known-on-hint = Ein vergangener Tag: Was danach notiert, berichtigt oder gelöscht wurde, bleibt außer Acht. Leer: heute.
figures-preparing = Es gibt sehr viele Akten: Die Zahlen werden vorbereitet. Kommen Sie gleich wieder.
figures-again = Noch einmal versuchen
figures-not-live = Hier nicht gezeigt, weil die Akten Ihnen nicht offenstehen: { $services }. Siehe die veröffentlichten Zahlen.
figures-live-note = Diese Zahlen sind genau, auch kleine: Sie bleiben unter Ihnen, die die Akten lesen. Um sie weiterzugeben, veröffentlichen Sie eine Ausgabe: Darin sind kleine Zahlen verdeckt.

# Faults
figures-fault-unreadable = Dieser Zeitraum ist nicht lesbar. Schreiben Sie zum Beispiel 2026, 2026-Q1 oder 2026-03, zwischen 1900 und 2200.
figures-fault-empty = Das Ende liegt vor dem Anfang. Tauschen Sie die beiden Tage.
figures-fault-too-long = Der Zeitraum ist länger als hundert Jahre. Wählen Sie einen kürzeren.
figures-fault-day = Einer der beiden Tage ist nicht lesbar. Schreiben Sie zum Beispiel 31.12.2026.
figures-fault-half = Einer der beiden Tage fehlt: Geben Sie Anfang und Ende an.
figures-fault-future = Dieser Zeitraum hat noch nicht begonnen: Es gibt nichts zu zählen.
figures-fault-future-then = An diesem Tag hatte der Zeitraum noch nicht begonnen. Wählen Sie einen späteren Tag.
figures-fault-as-of-future = Niemand weiß schon, was an diesem Tag bekannt sein wird. Wählen Sie einen vergangenen Tag.
figures-fault-service = Diesen Dienst gibt es nicht. Wählen Sie einen aus der Liste.
figures-fault-scope = Keine Akte hat diesen Ort oder dieses Netzwerk. Wählen Sie aus der Liste.
figures-fault-figure = Diese Zahl gibt es nicht, oder hinter ihr lassen sich keine Akten auflisten.
figures-fault-not-of-lattice = Nur Kalenderjahre und Quartale werden veröffentlicht: Andere Zeiträume verrieten durch Differenz, was verdeckt ist.
figures-fault-not-over = Dieser Zeitraum ist noch nicht zu Ende: Er wird danach veröffentlicht.
figures-fault-unprotectable = Diese Ausgabe kann nicht veröffentlicht werden: Zusammen mit früheren ließe sie eine kleine Zahl errechnen.
figures-fault-not-computed = Die Ausgabe konnte nicht berechnet werden. Versuchen Sie es noch einmal.
figures-fault-comment-empty = Schreiben Sie Ihre Anmerkung, bevor Sie senden.
figures-fault-comment-long = Die Anmerkung ist länger als 4000 Zeichen. Kürzen Sie sie.

# Sections
figures-section-requests = Anfragen an die Infoline
figures-section-answers = Antworten und Fristen
figures-section-unmet = Nicht gedeckter Bedarf
figures-section-cell = Koordinationszelle
figures-section-hub = Nationaler Hub

# Figures: name and definition
figures-name-infoline-records = Eingegangene Anfragen
figures-means-infoline-records = Alle Anfragen, die im Zeitraum eingegangen sind. Gesondert: Doppelte (die andere zählt), was keine Anfrage ist, Personen, die Zahlen widersprochen haben (Artikel 21 DSGVO).
figures-name-infoline-contacts = Kontakte
figures-means-infoline-contacts = Nachrichten, Anrufe, Besuche: der erste jeder gezählten Anfrage und die weiteren, die bis heute bekannt sind. Unsere Antworten gehören nicht dazu.
figures-name-infoline-requesters = Anfragende
figures-means-infoline-requesters = Wer anfragt, einmal im Kalenderjahr: bei der ersten Anfrage des Jahres.
figures-name-infoline-persons = Betroffene Personen
figures-means-infoline-persons = Für wen angefragt wird, einmal im Kalenderjahr: bei der ersten Anfrage des Jahres.
figures-name-infoline-age = Alter
figures-means-infoline-age = Alter der betroffenen Person bei der ersten Anfrage des Jahres.
figures-name-infoline-sender = Wie auf die Infoline aufmerksam geworden
figures-means-infoline-sender = Wie die anfragende Person von der Infoline erfuhr, bei der ersten Anfrage des Jahres.
figures-name-infoline-entry = Eingangsweg
figures-means-infoline-entry = Auf welchem Weg die anfragende Person kam, bei der ersten Anfrage des Jahres.
figures-name-infoline-nationality = Staatsangehörigkeiten
figures-means-infoline-nationality = Staatsangehörigkeit der betroffenen Person bei der ersten Anfrage des Jahres.
figures-name-infoline-nature = Art der Anfragen
figures-means-infoline-nature = Worum gebeten wird. Eine Anfrage kann mehrere Arten haben: Die Anteile beziehen sich auf alle Anfragen und ergeben mehr als 100.
figures-name-infoline-kind = Wer anfragt
figures-means-infoline-kind = Profil der Anrufenden, je gezählter Anfrage.
figures-name-infoline-disorder = Was von der Krankheit bekannt ist
figures-means-infoline-disorder = Diagnose gestellt, vermutet oder keine, je gezählter Anfrage.
figures-name-infoline-outcome = Ausgang der Anfragen
figures-means-infoline-outcome = Was aus den Anfragen des Zeitraums bis heute wurde. Was noch offen ist, steht gesondert.
figures-name-infoline-reply = Zeit bis zur ersten Antwort
figures-means-infoline-reply = Erste Antwort in der zugesagten Frist oder später; gezählt werden Öffnungsstunden.
figures-name-infoline-orientation = Zeit bis zur Orientierung
figures-means-infoline-orientation = Anfragen, nach denen die Person wusste, wohin; die Zeit bis dahin zählt in Öffnungsstunden.
figures-name-infoline-unmet = Nicht gedeckter Bedarf, nach Grund
figures-means-infoline-unmet = Was niemand geben konnte, wie es im Zeitraum notiert wurde.
figures-name-infoline-unmet-nature = Nicht gedeckter Bedarf, nach Art
figures-means-infoline-unmet-nature = Dieselben, nach dem, worum gebeten wurde.
figures-name-cell-meetings = Wöchentliche Sitzungen
figures-means-cell-meetings = Sitzungen, die stattfanden oder gerade begonnen haben.
figures-name-cell-meeting-records = Wöchentliche Sitzungen, geplant
figures-means-cell-meeting-records = Alle Sitzungen, deren Zeit gekommen ist; gesondert die abgesagten und jene, die niemand eröffnet oder abgesagt hat. Schulungen zählen nie.
figures-name-cell-records = Aktive Begleitung, Akten
figures-means-cell-records = Alle im Zeitraum begleiteten Personen, von der Infoline oder vom psychosozialen Dienst; gesondert, wer den Zahlen widersprach: Diese werden sonst nirgends gezählt. Übungen werden nie gezählt.
figures-name-hub-records = Aktive Begleitung des Hubs, Akten
figures-means-hub-records = Alle im Zeitraum begleiteten Personen, die vom Hub kamen; gesondert, wer den Zahlen widersprach. Wer von Zelle und Hub begleitet wird, steht in beiden Tabellen.
figures-name-cell-active = Personen in aktiver Begleitung
figures-means-cell-active = Personen, die im Zeitraum irgendwann begleitet wurden und von der Infoline oder dem psychosozialen Dienst kamen. Schulungsakten und Widersprüche zählen nicht.
figures-name-cell-origin = Aktive Begleitung, nach Herkunft
figures-means-cell-origin = Dieselben Personen, nach dem Dienst, der die Akte eröffnete.
figures-name-cell-brought = Aktive Begleitung, gebracht durch
figures-means-cell-brought = Dieselben Personen, nach dem, der sie brachte: ein eigenes Feld, mit Begründung korrigierbar.
figures-name-cell-new = Aktive Begleitung, neue Personen
figures-means-cell-new = Davon im Zeitraum zum ersten Mal angenommen.
figures-name-cell-diagnosis = Diagnostizierte Personen
figures-means-cell-diagnosis = Personen, deren Diagnose in den Zeitraum fällt, nach der Zeit seit dem ersten Symptom. Gezählt, seit der Weg als Monat und Spanne festgehalten wird; die Daten selbst bleiben versiegelt. Gesondert jene, die den Zahlen widersprochen haben.
figures-name-hub-active = Aktive Begleitung des Hubs
figures-means-hub-active = Personen, die im Zeitraum irgendwann begleitet wurden und vom Hub kamen.
figures-name-hub-new = Hub, neue Personen
figures-means-hub-new = Davon im Zeitraum zum ersten Mal angenommen.
figures-name-hub-referred = Über den Hub an ERN verwiesen
figures-means-hub-referred = Personen, die der Hub im Zeitraum an ein europäisches Netzwerk verwies.
figures-name-hub-referrals = Verweise an ERN nach Ausgang
figures-means-hub-referrals = Im Zeitraum gesandte Verweise und was bis heute daraus wurde. Die Zeit läuft vom Senden bis zur Antwort des Netzwerks, in Tagen.
figures-name-hub-appointment = Verweise an ERN, erster Termin
figures-means-hub-appointment = Dieselben Verweise nach dem ersten Termin. Die Zeit läuft vom Senden bis zum Termin, der stattfand, in Tagen.

# Units and rows
figures-unit-contact = Kontakte
figures-unit-request = Anfragen
figures-unit-requester = Anfragende
figures-unit-person-concerned = betroffene Personen
figures-unit-unmet-need = notierte Bedarfe
figures-unit-meeting = Sitzungen
figures-unit-referral = Verweise
figures-row-counted = Gezählt
figures-row-double = Doppelte
figures-row-not-a-request = Keine Anfrage
figures-row-objected = Widerspruch gegen Zahlen
figures-row-cell-meeting-records-held = Abgehalten
figures-row-cell-meeting-records-cancelled = Abgesagt
figures-row-cell-meeting-records-not-held = Weder eröffnet noch abgesagt
figures-row-infoline-contacts-first = Erste Kontakte
figures-row-infoline-contacts-further = Weitere Kontakte
figures-row-first = Erste Anfrage des Jahres
figures-row-further = Weitere Anfragen
figures-row-kept = In der zugesagten Frist
figures-row-late = Später
figures-row-not-yet = Noch nicht beantwortet
figures-row-not-oriented = Anderer Ausgang oder offen
figures-row-open = Noch offen
figures-row-new = Neu
figures-row-known = Schon bekannt
figures-row-hub-referrals-accepted = Angenommen
figures-row-hub-referrals-declined = Abgelehnt
figures-row-hub-referrals-lost = Unterwegs verloren
figures-row-hub-referrals-withdrawn = Zurückgezogen
figures-row-hub-referrals-waiting = Warten auf Antwort
figures-row-hub-appointment-seen = Termin hat stattgefunden
figures-row-hub-appointment-fixed = Termin vereinbart
figures-row-hub-appointment-none-yet = Noch kein Termin
figures-row-hub-appointment-ended-before = Vor einem Termin beendet
figures-row-other = Andere
figures-row-not-told = Nicht gefragt oder nicht gesagt
figures-row-foreign = Code, den diese Version nicht kennt
figures-row-not-counted = Anfrage, die nicht zählt
odyssey-band-under-1 = Unter einem Jahr
odyssey-band-1-5 = Ein bis fünf Jahre
odyssey-band-5-more = Fünf Jahre und mehr

# What stands beside a number
figures-hidden = verdeckt
figures-hidden-why = Verdeckt: Die Zahl ist klein oder ließe eine kleine Zahl errechnen.
figures-percent = { $share } %
figures-hours = { $hours } Std. { $minutes } Min. Öffnungszeit
figures-days = { $count ->
    [one] Ein Tag
   *[other] { $shown } Tage
}
figures-median = Die Hälfte wartet höchstens
figures-ninth = Neun von zehn warten höchstens
figures-same = keine Änderung
figures-before = Zeitraum davor: { $n } ({ $change })
figures-before-alone = Zeitraum davor: { $n }
figures-now = Heute bekannt: { $n } ({ $change } seither)
figures-definition = Was gezählt wird
figures-note-sum = Jeder Anteil ist für sich gerundet: Zusammen sind es { $sum } %.
figures-note-of-total = Zeilen sind verdeckt: Die Anteile beziehen sich auf die Summe.
figures-note-hidden = { $count ->
    [one] Eine Zeile verdeckt.
   *[other] { $shown } Zeilen verdeckt.
}
figures-note-overlaps = Eine Anfrage kann in mehreren Zeilen stehen.
figures-note-left-out = { $count ->
    [one] Einer gezählt ohne Anteil: Die kursive Zeile sagt, warum.
   *[other] { $shown } gezählt ohne Anteil: Die kursiven Zeilen sagen, warum.
}
figures-note-left-out-hidden = Einige sind ohne Anteil gezählt; ihre Zahl ist verdeckt.
figures-note-empty = In diesem Zeitraum gab es nichts zu zählen.

# Columns
figures-column-category = Kategorie
figures-column-n = Anzahl
figures-column-percent = Anteil
figures-column-before = Zeitraum davor
figures-column-now = Heute bekannt
figures-column-group = Gruppe
figures-column-requests = Anfragen
figures-column-oriented = Orientiert, von den beendeten
figures-column-open = Offen
figures-column-unmet = Nicht gedeckter Bedarf
figures-column-month = Monat
figures-column-stands-out = Was auffällt
figures-column-record = Akte
figures-column-since = Eingegangen am
figures-column-name = Name
figures-column-figure = Zahl
figures-column-id = Code
figures-column-version = Version
figures-column-unit = Einheit
figures-column-period = Zeitraum
figures-column-note = Anmerkung
figures-column-means = Was gezählt wird
figures-column-public = Name in der öffentlichen Definition
figures-column-differs = Unterschied

# Groups, trend, directory
figures-by-network = Nach europäischem Netzwerk
figures-by-network-hint = Nach der in der Anfrage genannten Krankheit. ◆: im letzten abgeschlossenen Monat mehr, als die zwölf Monate davor erwarten lassen (weniger als eins zu hundert).
figures-by-place = Nach Wohnort
figures-by-place-hint = Land und Region der betroffenen Person, wie notiert.
figures-group-none-network = Keine Krankheit genannt oder ohne Netzwerk
figures-group-none-place = Nicht gefragt oder nicht gesagt
figures-referrals = Verweise nach europäischem Netzwerk
figures-referrals-hint = Im Zeitraum gesandte Verweise. Wartezeiten in Tagen: Die Hälfte wartet nicht länger. Nur unter Ihnen zu lesen: Diese Zahlen werden nicht veröffentlicht.
figures-column-network = Netzwerk
figures-column-sent = Gesandt
figures-column-to-answer = Tage bis zur Antwort
figures-column-to-appointment = Tage bis zum Termin
figures-column-entry-checked = Eintrag geprüft am
figures-alert-demand = { $month }: { $n } Anfragen, zuvor { $mean } im Monat
figures-alert-gap = { $month }: { $n } nicht gedeckte Bedarfe, zuvor { $mean } im Monat
figures-alert-month = Mehr als sonst (zuvor { $mean } im Monat)
figures-trend = Anfragen Monat für Monat
figures-trend-hint = Eine Raute zeigt einen Monat, der übersteigt, was die zwölf Monate davor erwarten lassen. Die Regel steht in der Dokumentation der Zahlen.
figures-trend-text = Anfragen je Monat, { $from } bis { $to }
figures-trend-short = Weniger als dreizehn Monate erfasst: Noch lässt sich nicht sagen, ob ein Monat auffällt.
figures-as-table = Als Tabelle ansehen
figures-fresh = Aktualität des Verzeichnisses
figures-fresh-hint = Einrichtungen, die in den letzten { $days } Tagen an der Quelle geprüft wurden. Stand heute, unabhängig vom Zeitraum.
figures-fresh-within = In der Frist geprüft
figures-fresh-over = Erneut zu prüfen
figures-fresh-unconfirmed = Nie bestätigt
figures-fresh-see = Zeigen, was zu prüfen ist
figures-missing-title = Was noch nicht gezählt wird
figures-missing-referred = Verweise an ERN über den Hub
figures-missing-why-referred = Noch werden keine Verweise gesondert erfasst: Nicht gezählt heißt nicht null.
figures-missing-first-appointment = Zeit bis zum ersten Termin
figures-missing-why-first-appointment = Gezählt mit den Verweisen, wo diese erfasst werden.
figures-missing-meetings-of-part = Sitzungen eines Ortes oder Netzwerks
figures-missing-why-meetings-of-part = Eine Sitzung gehört zu keinem Ort und keinem Netzwerk: Sie zählt nur im Ganzen.
figures-missing-network-of-files = Netzwerk älterer Akten
figures-missing-why-network-of-files = Eine Akte trägt das Netzwerk ihrer Krankheit, seit diese Version in Gebrauch ist: Früher ohne Anfrage an die Infoline eröffnete haben keines, bis ihr Kopf neu geschrieben wird, und stehen unter „ohne Netzwerk“.

# Records behind
figures-behind-hint = Die Liste nennt niemanden. Sie zu öffnen wird protokolliert, eine Akte zu öffnen auch.
figures-behind-more = Die ersten { $shown } von { $all }.
figures-behind-none = Keine Akte.

# Editions
figures-editions-lead = Was das Haus verlassen darf: abgeschlossene Jahre und Quartale, kleine Zahlen verdeckt, jede Ausgabe signiert. Eine Ausgabe wird nicht geändert und nicht zurückgezogen.
figures-editions-none = Noch wurde nichts veröffentlicht.
figures-made = Erstellt am
figures-form = { $form }, { $count } Definitionen
figures-form-unknown = Form, die diese Version nicht kennt
figures-column-form = Form
figures-column-signature = Signatur
figures-by-job = Automatisch
figures-whole = Wie signiert
figures-broken = Nicht wie signiert: nicht verwenden
figures-make = Eine Ausgabe veröffentlichen
figures-make-hint = Nur abgeschlossene Jahre und Quartale. Kleine Zahlen werden verdeckt, und so viele andere, dass keine Subtraktion sie zurückgibt, frühere Ausgaben eingeschlossen.
figures-make-do = Veröffentlichen
figures-verify = Eine erhaltene Ausgabe prüfen
figures-verify-hint = Fügen Sie den Inhalt der signierten Datei (.json) ein. Nichts davon wird behalten.
figures-verify-text = Inhalt der Datei
figures-verify-do = Prüfen
figures-verify-good = Echte Ausgabe, wie hier signiert: { $period }, Prüfsumme { $digest }
figures-verify-bad = Nicht wie hier signiert: Etwas wurde geändert, oder eine andere Installation hat sie signiert.
figures-verify-unreadable = Dieser Text ist keine signierte Ausgabe. Fügen Sie die ganze .json-Datei ein.

# One edition
figures-hiding = Zahlen von 1 bis unter { $threshold } sind verdeckt, und jene, die sie verrieten: { $hidden } von { $all } Zahlen verdeckt. Nullen sind gedruckt.
figures-made-up = Erfundene Daten: Niemand ist gezählt, nichts ist verdeckt.
figures-slides = Eine Zahl je Seite (Folien)
figures-slides-end = Normale Seitenfolge
figures-done = Gespeichert.
figures-file-pdf = PDF
figures-file-xlsx = Tabelle (XLSX)
figures-file-csv = CSV
figures-file-json = Signierte Datei (JSON)
figures-file-name = zahlen
figures-comments = Anmerkungen der Patientenvertretung
figures-comments-lead = Werden mit der Ausgabe gedruckt, wie geschrieben.
figures-comments-none = Keine Anmerkung.
figures-comment = Ihre Anmerkung
figures-comment-hint = Sie wird mit Ihrem Namen gedruckt. Nennen Sie sonst niemanden.
figures-comment-do = Anmerkung hinzufügen
figures-comment-by = { $name }, { $moment }
figures-proof = Nachweis
figures-fact-period = Zeitraum
figures-fact-as-of = Akten, wie bekannt am
figures-fact-made = Erstellt am
figures-fact-form = Form
figures-fact-digest = Prüfsumme (SHA-256)
figures-fact-key = Öffentlicher Schlüssel

# Files and paper
figures-export-total = Summe
figures-export-hidden = verdeckt
figures-export-aside = gezählt, ohne Anteil
figures-export-not-recorded = von dieser Installation noch nicht erfasst
figures-export-years-only = nur für ganze Jahre veröffentlicht
figures-export-not-counted = noch zählt es keine Zahl
figures-sheet-about = Zum Lesen
figures-sheet-all = Zahlen
figures-sheet-definitions = Definitionen
figures-sheet-enrdhl = ENRDHL Anruferprofil
figures-sheet-activity = Aktivität (Kapitel der BNDMR)
figures-sheet-ern = ERN-Kennzahlen
figures-indicator-inquirer-gender = Geschlecht der anfragenden Person
figures-indicator-inquirer-age = Alter der anfragenden Person
figures-indicator-orpha-code = ORPHA-Code
figures-indicator-duration = Dauer der Antwort
figures-indicator-satisfaction = Zufriedenheit
figures-indicator-research = Forschung
figures-indicator-residence-region = Wohnregion (nur live, nie veröffentlicht)
figures-indicator-treatment = Behandlung
figures-indicator-education = 4.1, 4.2 Fortbildungen
figures-indicator-studies = 5.1 Studien
figures-indicator-publications = 5.2 Veröffentlichungen
figures-indicator-guidelines = 6.1, 6.2 Leitlinien
figures-indicator-congresses = 7.1 Kongresse
figures-differs-contacts = Die öffentliche Definition zählt einen Monat; hier den gewählten Zeitraum. Unsere Antworten zählen nicht.
figures-differs-natures = Unsere sieben Arten von Anfragen, nicht die Kategorien des Netzwerks.
figures-differs-requesters = Hier einmal je anfragende Person und Jahr, bei der ersten Anfrage; dort jede Anfrage.
figures-differs-kinds = Kategorien unseres Formulars.
figures-differs-bands = Hier drei Altersgruppen, einmal je Person und Jahr.
figures-differs-coordination = Hier Personen, die eine Koordinationszelle begleitet; dort Patienten eines Fachzentrums.
figures-differs-odyssey = Hier Monat der Diagnose und Spanne seit dem ersten Symptom; dort Daten je Patient.
figures-differs-sent = Hier Personen, die der Hub an ein Netzwerk sendet; dort neue Patienten bei einem Mitglied des Netzwerks.
figures-source = Quelle der Definition: { $source }, gelesen am { $day }.
figures-paper-before = { $now } (davor: { $before })
figures-paper-definition = { $means } [{ $version }]
figures-paper-footer = { $title } · signierte Ausgabe, Prüfsumme { $digest }…

# Sending
figures-readers-lead = Wer per Mail erfährt, dass eine neue Ausgabe da ist. Sie entsteht von selbst { $days } Tage nach Ende des Zeitraums, wenn jemand darauf wartet. Die Mail enthält nur einen Link, keine Zahl.
figures-readers-done = Gespeichert. Die nächsten Mails folgen dieser Einstellung.
figures-readers-no-mail = Es ist kein Postfach eingerichtet: Ausgaben entstehen, aber niemand erfährt davon.
figures-yearly = Jedes Jahr
figures-quarterly = Jedes Quartal
figures-mail-subject = Zahlen { $period } veröffentlicht
figures-mail-text =
    Guten Tag,

    die Ausgabe der Zahlen { $period } ist da, kleine Zahlen sind verdeckt:
    { $link }

    Sie erhalten diese Mail, weil die Koordination Sie eingetragen hat. Sie kann das beenden.
