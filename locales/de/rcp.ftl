# Lists and settings
rcp-list = Fallkonferenzen
rcp-lead = Interdisziplinäre Fallkonferenzen (RCP): Mehrere Fachleute geben zu einer Akte einen Rat; die behandelnde Ärztin oder der behandelnde Arzt entscheidet und erklärt.
rcp-none = Noch ist keine Fallkonferenz angelegt. Legen Sie eine an: Rhythmus, Dauer, wer sie koordiniert; die Termine werden dann vorgeschlagen.
rcp-new = Fallkonferenz anlegen
rcp-training = Übung: erfundene Akten, in keiner Zahl gezählt.
rcp-ended = Beendet: Es werden keine Sitzungen mehr geplant.
rcp-coming = Kommende
rcp-coming-none = Keine Sitzung ist geplant.
rcp-past = Vergangene
rcp-sessions = Sitzungen
rcp-settings = Einstellungen
rcp-proposed = Vorgeschlagene Termine
rcp-plan-do = Angekreuzte Termine planen
rcp-plan-hand = Sitzung außer der Reihe
rcp-plan-hand-do = Diese Sitzung planen
rcp-name = Name
rcp-name-hint = Zum Beispiel: Humangenetik. Er steht im Kalender der Teilnehmenden: Nennen Sie niemanden.
rcp-coordinator = Sitzungskoordination
rcp-first = Erster Termin
rcp-time = Uhrzeit
rcp-minutes = Dauer in Minuten
rcp-often = Rhythmus
rcp-cadence-monthly = jeden Monat, gleicher Wochentag an gleicher Stelle
rcp-cadence-monthly-last = jeden Monat, der letzte im Monat
rcp-cadence-quarterly = alle drei Monate, gleicher Wochentag an gleicher Stelle
rcp-cadence-weekly = jede Woche
rcp-cadence-fortnightly = alle zwei Wochen
rcp-recurs = { $cadence }, seit { $day }, um { $time }, { $minutes } Minuten
rcp-holiday-week-later = eine Woche später
rcp-holiday-next-working-day = am nächsten Werktag
rcp-holiday-previous-working-day = am Werktag davor
rcp-holiday-skip = sie findet nicht statt
rcp-holiday-keep = sie findet trotzdem statt
rcp-place = Ort
rcp-link = Link zur Videokonferenz
rcp-quorum = Quorum
rcp-quorum-none = Kein Quorum verlangt
rcp-quorum-marked = verlangt; fehlt es, sagt der Bericht das
rcp-quorum-enforced = zwingend; ohne es wird der Bericht nicht validiert
rcp-quorum-asked = { $need } Fachgebiete, { $rule }
rcp-quorum-reached = Quorum erreicht: { $have } Fachgebiete
rcp-quorum-missing = Ohne Quorum: { $have } von { $need } verlangten Fachgebieten anwesend
rcp-at-least = Anzahl Fachgebiete
rcp-admission = Lesen durch externe Teilnehmende
rcp-admission-hint = Sie lesen die Akten der Liste ab der Einladung. Ihr Zugang erlischt von selbst mit der ersten dieser beiden Fristen.
rcp-after-validation = Tage nach der Validierung
rcp-after-meeting = Tage nach der Sitzung
rcp-window = Externe Eingeladene lesen sie bis { $validation } Tage nach der Validierung, höchstens { $meeting } Tage nach der Sitzung.
rcp-is-training = Übungskonferenz, mit erfundenen Akten
rcp-is-ended = Beendet: keine Sitzung mehr planen

# One session
rcp-title = Fallkonferenz { $name } · { $moment }
rcp-title-training = Übungskonferenz { $name } · { $moment }
rcp-session = Sitzung
rcp-when = Termin
rcp-act-invite = Einladungen senden
rcp-act-invite-again = Einladungen erneut senden
rcp-act-hold = Die Sitzung hat stattgefunden
rcp-act-validate = Bericht validieren
rcp-act-sign = Bericht unterschreiben
rcp-act-send = Der Bericht ist übermittelt: Teilnehmende benachrichtigen
rcp-act-send-back = An die Verfassenden zurück
rcp-act-cancel = Sitzung absagen
rcp-files = Akten der Liste
rcp-files-hint = Eine Akte wird von den Eingeladenen gelesen, sobald sie auf der Liste steht und die Einladungen verschickt sind; sie schließt sich, sobald sie die Liste verlässt.
rcp-files-none = Keine Akte auf der Liste.
rcp-file = Akte Nr. { $number }
rcp-file-add = Akte Nr. hinzufügen
rcp-file-add-do = Auf die Liste setzen
rcp-file-remove = Von der Liste nehmen
rcp-no-physician = Keine behandelnde Ärztin, kein behandelnder Arzt: zuerst jemanden finden, vor jedem Rat.
rcp-advices = Rat
rcp-advice = Rat der Fallkonferenz
rcp-advice-is = Ein Rat: Die behandelnde Ärztin oder der behandelnde Arzt entscheidet und erklärt.
rcp-advice-none = Kein Rat ist geschrieben.
rcp-advice-do = Rat speichern
rcp-kept-now = Inzwischen gespeichert. Ihr Text steht im Feld: Nichts ist verloren.
rcp-plain = In einfachen Worten, für die Person
rcp-plain-hint = Sie liest sie erst, wenn eine Ärztin oder ein Arzt die Erklärung festgehalten hat.
rcp-dissent = Anderer Meinung
rcp-dissent-why = Was { $name } sagt
rcp-passing = Übermittlung an die behandelnde Ärztin oder den Arzt
rcp-passing-open = Noch hat niemand gesagt, wie der Bericht dort ankam.
rcp-passing-say = Sagen, wie er übermittelt wird
rcp-passing-correct = Berichtigen
rcp-passing-way = Wie
rcp-passing-out = Übermittelt
rcp-passing-kept = Nicht übermittelt
rcp-passing-to = An wen
rcp-passing-on = Am
rcp-passed = An { $to } am { $day } übermittelt: { $way }.
rcp-kept = Nicht übermittelt: { $reason }.
report-way-post = per Post
report-way-secure-mail = über einen geschützten Maildienst
report-way-in-person = von Hand zu Hand
report-kept-refused = die Person wünscht es nicht
report-kept-no-physician = diese Praxis behandelt sie nicht mehr
report-kept-died = die Person ist gestorben
rcp-told = Mitteilung an die Person
rcp-told-not-yet = Noch hat niemand mit ihr gesprochen: Ihr wird nichts gezeigt.
rcp-told-explained = Erklärt von { $name }, { $moment }
rcp-told-prefers-not = Die Person möchte es nicht wissen, festgehalten von { $name }, { $moment }
rcp-tell = Mitteilung festhalten
rcp-tell-hint = Unter Ihrem Namen. Die Person kann diese Worte über ihren privaten Link nachlesen, mit einem Nachweis auf einem zweiten Weg.
rcp-tell-explained = Ich habe es erklärt
rcp-tell-prefers-not = Die Person möchte es nicht wissen
rcp-people = Teilnehmende
rcp-people-none = Noch ist niemand eingeladen.
rcp-person-add = Einladen
rcp-person-hint = Wer von außen teilnimmt, hat zuerst ein Konto mit der Funktion „Teilnehmende einer Fallkonferenz“: Die Verwaltung lädt ein.
rcp-specialty = Fachgebiet
rcp-person-add-do = Zu dieser Sitzung einladen
rcp-nobody-left = Alle, die eingeladen werden können, sind es.
rcp-withdraw = Einladung zurücknehmen
rcp-was-present = anwesend
rcp-presence = Wer anwesend war
rcp-presence-do = Anwesenheit speichern
rcp-move = Termin, Ort oder Link ändern
rcp-move-at = Datum und Uhrzeit
rcp-move-do = Speichern; die Eingeladenen erhalten eine Änderung
rcp-cancel = Sitzung absagen…
rcp-cancel-hint = Die Eingeladenen erhalten eine Absage, und die Akten sind ihnen sofort verschlossen.
rcp-remarks = Bemerkungen zur Sitzung
rcp-remarks-label = Was der Bericht neben dem Rat sagt
rcp-remarks-do = Bemerkungen speichern
rcp-remarks-none = Keine.
rcp-back = Zurück zur Sitzung
rcp-way = Der Weg dieser Sitzung
rcp-way-invited = Einladungen verschickt
rcp-way-to-meet = Sitzung geplant
rcp-way-met = Sitzung
rcp-way-validated = Bericht validiert
rcp-way-signed = Bericht unterschrieben
rcp-way-cancelled = Abgesagt

# The report
rcp-report = Bericht
rcp-report-pdf = Bericht als PDF
rcp-report-of-file = Auszug für die behandelnde Praxis (PDF)
rcp-report-title = Bericht der Fallkonferenz { $name }, { $moment }
rcp-report-training = Übungsbericht, Fallkonferenz { $name }, { $moment }
rcp-draft = Entwurf: noch nicht unterschrieben.
rcp-validated-by = Validiert von { $name }, { $moment }
rcp-signed-by = Unterschrieben von { $name }, { $moment }
rcp-file-name = bericht-fallkonferenz

# One's own sessions
rcp-own = Meine Fallkonferenzen
rcp-own-lead = Die Sitzungen, zu denen Sie eingeladen sind. Sie lesen dort die Akten ihrer Liste und keine anderen.
rcp-own-none = Im Moment keine Einladung. Die Koordination lädt Sie ein; Sie erhalten dann eine Nachricht mit dem Termin.
rcp-own-files-none = Im Moment ist keine Akte für Sie offen.
rcp-own-logged = Jedes Lesen steht in dem Protokoll, das die Person sehen kann.
rcp-own-only = Weder Kontaktdaten noch Notizen noch Entwürfe stehen hier.
rcp-own-answer = Kommen Sie?
rcp-own-answer-do = Antworten
rcp-open-until = Offen spätestens bis { $moment }.
rcp-closed-rcp-not-invited = Sie sind nicht eingeladen.
rcp-closed-rcp-not-yet = Die Akten öffnen sich mit der Einladung.
rcp-closed-rcp-uninvited = Die Einladung wurde zurückgenommen.
rcp-closed-rcp-not-on-list = Keine Akte der Liste ist offen.
rcp-closed-rcp-cancelled = Die Sitzung ist abgesagt: Die Akten sind geschlossen.
rcp-closed-rcp-over = Die Lesezeit ist vorbei: Die Akten sind geschlossen.
rcp-medical = Unterschriebene medizinische Analyse
rcp-medical-none = Noch ist keine medizinische Analyse unterschrieben.

# What was done
rcp-done-series = Gespeichert. Bereits geplante Sitzungen behalten ihre Einstellungen.
rcp-done-invited = Die Einladungen sind unterwegs.
rcp-done-invited-no-mail = Die Teilnehmenden sind eingeladen, aber keine E-Mail geht hinaus: Kein Postfach ist eingerichtet. Geben Sie Bescheid.
rcp-done-coordinator = Die Koordination der Sitzung hat gewechselt.
rcp-coordinator-change = Koordination jemand anderem geben
rcp-done-moved = Gespeichert; die Eingeladenen sind informiert.
rcp-done-held = Die Sitzung hat stattgefunden: Halten Sie die Anwesenheit fest, dann den Rat.
rcp-done-validated = Der Bericht ist validiert.
rcp-done-sent-back = Der Bericht ist wieder ein Entwurf. Erloschene Zugänge bleiben erloschen.
rcp-done-signed = Ihre Unterschrift ist gespeichert.
rcp-done-sent = Der Bericht ist übermittelt, und die Teilnehmenden sind benachrichtigt.
rcp-done-sent-no-mail = Der Bericht ist übermittelt; keine Mail geht hinaus: Es ist kein Postfach eingerichtet. Benachrichtigen Sie die Teilnehmenden.
rcp-done-passed = Notiert.
rcp-done-cancelled = Die Sitzung ist abgesagt; die Akten sind den Eingeladenen verschlossen.
rcp-done-person = Die Einladung ist gespeichert.
rcp-done-withdrawn = Die Einladung ist zurückgenommen, der Zugang geschlossen.
rcp-done-file = Die Akte ist auf der Liste.
rcp-done-removed = Die Akte ist von der Liste genommen und den Eingeladenen verschlossen.
rcp-done-saved = Gespeichert.
rcp-done-answer = Ihre Antwort ist gespeichert.

# Rules that refuse
rcp-fault-not-possible = Im jetzigen Stand der Sitzung ist das nicht möglich.
rcp-fault-not-yours = Das ist Sache der Sitzungskoordination oder einer anderen Funktion.
rcp-fault-out-of-order = Nicht vor Beginn der Sitzung.
rcp-fault-in-past = Dieser Termin ist vorbei. Wählen Sie einen kommenden.
rcp-fault-no-quorum = Das Quorum fehlt, und diese Fallkonferenz verlangt es: Der Bericht wird nicht validiert.
rcp-fault-not-on-list = Diese Akte steht nicht auf der Liste der Sitzung.
rcp-fault-no-physician = In dieser Akte ist keine behandelnde Ärztin, kein behandelnder Arzt genannt. Nennen Sie zuerst jemanden: Er oder sie entscheidet und erklärt.
rcp-fault-not-signed = Der Bericht ist noch nicht unterschrieben.
rcp-fault-never-tell = Die Person will nicht, dass ihre Ärztin oder ihr Arzt es erfährt: Wählen Sie, warum er nicht übermittelt wird.
rcp-fault-passing-day = Der Tag liegt nicht vor der Unterschrift und nicht in der Zukunft.
rcp-fault-passing-nobody = Sagen Sie, an wen er ging.
rcp-fault-not-passed-on = Sagen Sie zuerst für jede Akte mit einem Rat, wie der Bericht übermittelt wird oder warum nicht.
rcp-fault-not-present = Nur wer als anwesend festgehalten ist, kann anderer Meinung sein.
rcp-fault-dissents-twice = Jemand ist zweimal als anderer Meinung festgehalten.
rcp-fault-empty = Es fehlt ein Text.
rcp-fault-ended = Diese Fallkonferenz ist beendet: Es wird keine Sitzung mehr geplant.
rcp-fault-lists-closed = Der Bericht ist validiert oder die Sitzung abgesagt: Die Listen ändern sich nicht mehr.
rcp-fault-already-invited = Diese Person ist bereits zur Sitzung eingeladen.
rcp-fault-not-held = Die Anwesenheit wird festgehalten, wenn die Sitzung stattgefunden hat.
rcp-fault-no-such-file = Keine Akte trägt diese Nummer.
rcp-fault-mixed = Echte und erfundene Akten kommen nie zusammen: Diese Nummer gehört zur anderen Art.
rcp-fault-on-list = Diese Akte steht bereits auf der Liste dieser Sitzung.
rcp-fault-has-advice = Zu dieser Akte ist schon ein Rat geschrieben: Sie wurde besprochen und bleibt auf der Liste.
rcp-fault-not-clinician = Nur eine Ärztin oder ein Arzt hält fest, dass ein Rat erklärt wurde.
rcp-fault-not-validated = Der Bericht ist noch nicht validiert: Vorher wird nichts mitgeteilt.
rcp-fault-already-told = Die Erklärung ist schon festgehalten.
rcp-fault-plain-missing = Schreiben Sie in einfachen Worten, was Sie erklärt haben: Die Person kann es nachlesen.
rcp-fault-not-what-was-read = Der Bericht hat sich geändert, seit Sie ihn gelesen haben. Lesen Sie ihn, dann validieren Sie.
rcp-fault-overtaken = Jemand war schneller. Ihr Text ist noch da: Sehen Sie, was sich geändert hat, und speichern Sie erneut.
rcp-fault-unreadable = Eine Angabe fehlt oder kann nicht gelesen werden.
rcp-fault-first-day = Der erste Termin passt nicht zum Rhythmus: Für „der letzte im Monat“ wählen Sie den letzten dieses Wochentags.
rcp-fault-no-such-account = Wählen Sie eine Person der Liste.
rcp-fault-odd-link = Der Link muss mit https:// beginnen
rcp-fault-no-specialty = Geben Sie das Fachgebiet an, höchstens 60 Zeichen.
rcp-fault-no-report = Den Bericht gibt es, wenn die Sitzung stattgefunden hat.

# Refusals of the policy
desk-trouble-rcp-not-invited = Sie sind zu dieser Sitzung nicht eingeladen
desk-trouble-lead-rcp-not-invited = Nur eingeladene Teilnehmende sehen sie. Die Sitzungskoordination kann Sie einladen.
desk-trouble-rcp-not-yet = Noch nicht offen
desk-trouble-lead-rcp-not-yet = Die Akten öffnen sich mit der Einladung.
desk-trouble-rcp-uninvited = Die Einladung wurde zurückgenommen
desk-trouble-lead-rcp-uninvited = Damit ist der Zugang geschlossen. Sprechen Sie mit der Sitzungskoordination.
desk-trouble-rcp-not-on-list = Diese Akte steht nicht auf der Liste dieser Sitzung
desk-trouble-lead-rcp-not-on-list = Sie lesen die Akten der Liste und keine anderen.
desk-trouble-rcp-cancelled = Die Sitzung ist abgesagt
desk-trouble-lead-rcp-cancelled = Ihre Akten sind geschlossen.
desk-trouble-rcp-over = Die Lesezeit ist vorbei
desk-trouble-lead-rcp-over = Der Zugang ist nach der Sitzung von selbst erloschen. Bei Fragen wenden Sie sich an ihre Koordination.

# Coded words
rcp-state-planned = Geplant
rcp-state-invited = Einladungen verschickt
rcp-state-held = Stattgefunden
rcp-state-draft = Bericht in Arbeit
rcp-state-validated = Bericht validiert
rcp-state-signed = Bericht unterschrieben
rcp-state-sent = Bericht übergeben
rcp-state-cancelled = Abgesagt
rcp-answer-none = noch keine Antwort
rcp-answer-comes = kommt
rcp-answer-maybe = vielleicht
rcp-answer-declines = kommt nicht
case-event-rcp-listed = Auf die Liste einer Fallkonferenz gesetzt
case-event-rcp-unlisted = Von der Liste einer Fallkonferenz genommen
case-event-rcp-advice = Rat einer Fallkonferenz geschrieben
case-event-rcp-told = Mitteilung eines Rats festgehalten
case-event-rcp-report-passed = Übermittlung eines Berichts notiert
role-rcp-participant = Teilnehmende einer Fallkonferenz
mine-function-rcp-participant = Teilnehmende einer Fallkonferenz (RCP)
mine-act-read-listed-case = Akte für eine Fallkonferenz (RCP) gelesen
mine-act-hold-rcp = Fallkonferenz (RCP) vorbereitet oder gehalten
mine-act-read-case = Akte der Zelle gelesen
mine-act-write-case = Akte der Zelle ergänzt
mine-act-list-cases = Liste der Zelle gesehen
mine-act-do-own-steps = an einem anvertrauten Schritt gearbeitet
mine-act-hold-meeting = in der Sitzung der Zelle besprochen
mine-act-send-to-cell = an die Zelle gesandt
mine-function-psychosocial-worker = Mitarbeitende des psychosozialen Dienstes
mine-told-title = Was entschieden wurde
mine-told-text = Eine Ärztin oder ein Arzt hat es Ihnen erklärt; hier die Worte zum Nachlesen.

# Mails: no subject and no text says whom a meeting is about
rcp-mail-subject-invited = Einladung zu einer Sitzung
rcp-mail-subject-changed = Eine Sitzung wurde geändert
rcp-mail-subject-cancelled = Eine Sitzung ist abgesagt
rcp-mail-subject-withdrawn = Eine Einladung ist zurückgenommen
rcp-mail-subject-reported = Der Bericht einer Sitzung liegt vor
rcp-mail-calendar = Antwort und Unterlagen, nach Anmeldung: { $link }
rcp-planned =
    { $count ->
        [one] { $shown } Sitzung ist geplant.
       *[other] { $shown } Sitzungen sind geplant.
    }
rcp-mail-reported =
    Der Bericht der Sitzung vom { $moment } ist unterschrieben. Die Empfehlungen sind nach der Anmeldung zu lesen, solange Ihr Zugang offen ist:
    { $link }
rcp-mail-invited =
    Sie sind zu einer Sitzung eingeladen.

    { $moment }
    { $place }

    Der Termin liegt für Ihren Kalender bei. Ihre Antwort und die Unterlagen, nach Anmeldung:
    { $link }
rcp-mail-changed =
    Eine Sitzung, zu der Sie eingeladen sind, wurde geändert. Sie findet statt:

    { $moment }
    { $place }

    { $link }
rcp-mail-cancelled =
    Die Sitzung vom { $moment } ist abgesagt.
rcp-mail-withdrawn =
    Ihre Einladung zur Sitzung vom { $moment } ist zurückgenommen. Bei Fragen wenden Sie sich an die Person, die Sie eingeladen hatte.
