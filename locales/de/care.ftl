# Care on the page of a file
care-title = Umfassende Begleitung
care-plan = Begleitplan
care-plan-none = Noch nichts eingetragen
care-transition = Übergang ins Erwachsenenalter
care-transition-see = Zur Liste
care-transition-unknown = Geburtsdatum nicht bekannt
care-rights = Behördengänge und Anträge
care-way = Weg bis zur Diagnose
care-way-none = Noch keine Daten
care-letters = Briefe
care-letters-none = Noch kein Brief
care-household = Familie
care-calls = Zugesagte Anrufe
care-calls-none = Kein Anruf ist zugesagt.
care-call-new = Einen Anruf zusagen
care-call-text = Worum es geht
care-call-end = Ergebnis eintragen
care-printed = Gedruckt am { $day }
care-written-by = { $name }, { $moment }
care-known-since = { $outcome } ({ $day })
care-list-transition = Übergang ins Erwachsenenalter
care-list-administrative = Behördengänge und Anträge

# Plan
care-plan-empty = Noch ist nichts eingetragen. Notieren Sie, wer etwas für die Person tut, oder was noch niemand tut.
care-unspoken = Noch nicht angesprochen
care-unspoken-hint = Eine Erinnerung, keine Pflicht.
care-line-new = Zum Plan hinzufügen
care-line-add = Neuer Eintrag
care-line-change = Ändern
care-part = Bereich
care-action = Was getan oder beantragt wird
care-actor = Durch wen
care-actor-hint = Eine Stelle aus dem Verzeichnis oder ein Name; leer, solange niemand gefunden ist.
care-family-does = Die Person oder die Familie selbst
care-nobody-yet = Noch niemand
care-on = Tag, oder wieder ansehen am
care-renew = Anspruch zu erneuern bis
care-renew-by = zu erneuern bis
care-outcome = Ergebnis
care-outcome-what = Stand
care-outcome-none = Ergebnis noch nicht bekannt
care-known = Bekannt seit
care-reason = Warum, wenn es anders kam als erhofft

# Checklists
care-transition-hint = Was mit der jungen Person und der Familie vorzubereiten ist. Jeder Punkt ist erledigt oder mit Begründung zurückgestellt.
care-transition-not-yet = Vorzubereiten ab dem { $day }.
care-transition-now = Übergang ins Erwachsenenalter vorzubereiten seit { $since }; volljährig am { $majority }
care-transition-of-age = Volljährig seit { $since }: Einwilligungen sind bei der Person selbst neu einzuholen.
care-transition-from = Ab { $day }
care-transition-board = Übergang: volljährig am { $day }
care-transition-no-birth = Ohne Geburtsdatum lässt sich nicht sagen, wann der Übergang vorzubereiten ist.
care-transition-no-rule = Für dieses Land ist noch kein Alter hinterlegt.
care-transition-source = Altersgrenzen: { $source }, geprüft am { $day }. Von der Zelle zu bestätigen.
care-rights-hint = Listen des Landes mit Formular, Kostenträger, Frist und Rechtsbehelf. Was nicht bekannt ist, wird gesagt.
care-rights-none = Für dieses Land ist noch keine Liste hinterlegt.
care-marked-count = { $marked } von { $all } Punkten erledigt
care-how-to = So geht es
care-form = Formular
care-payer = Kostenträger
care-deadline = Frist
care-appeal = Rechtsbehelf
care-not-known = Noch nicht geprüft
care-checked = geprüft am { $day }
care-official = Amtliche Seite
care-mark = Eintragen
care-mark-words = Erläuterung oder Grund
care-mark-back = Eintrag zurücknehmen

# Way to the diagnosis
care-way-hint = Daten so genau, wie sich jemand erinnert. Was nicht bekannt ist, wird nicht geraten.
care-way-drawn = Der Weg in der Zeit
care-way-empty = Tragen Sie unten ein Datum ein: Hier wird der Weg gezeichnet.
care-way-whole = Vom ersten Anzeichen bis zur Diagnose
care-way-write = Daten eintragen
care-way-format = Ein Jahr (2019), ein Monat (05/2021) oder ein Tag (06.05.2021).
care-way-suggested = Die Akte kam am { $day } zur Zelle; der erste Kontakt liegt vielleicht früher.
care-station = Station
care-station-first-symptom = Erstes Anzeichen
care-station-first-contact = Erster Kontakt
care-station-orientation = Weitervermittlung
care-station-diagnosis = Diagnose
care-date = Datum
care-lapse = Seit der Station davor
care-lapse-unknown = nicht bekannt
care-lapse-out-of-order = Daten prüfen: Reihenfolge stimmt nicht
care-lapse-ongoing = { $span }, und es dauert an
care-between = { $least } bis { $most }
care-month-year = { $month } { $year }
care-today = heute
care-month-1 = Januar
care-month-2 = Februar
care-month-3 = März
care-month-4 = April
care-month-5 = Mai
care-month-6 = Juni
care-month-7 = Juli
care-month-8 = August
care-month-9 = September
care-month-10 = Oktober
care-month-11 = November
care-month-12 = Dezember

# Letters and what was told
care-letter-begin = Einen Brief schreiben
care-letters-written = Geschriebene Briefe
care-letter-new = Brief: { $to }
care-letter-title = Brief: { $to }
care-handing-post = Per Post oder persönlich.
care-handing-neutral = Absender und Betreff neutral: Die Person hat darum gebeten.
care-handing-by-hand = Die Person wünscht keine Sendung: persönlich übergeben.
care-letter-language = Sprache des Briefes
care-letter-language-do = Sprache wechseln
care-letter-to = Empfänger
care-letter-opening-label = Vor dem Vereinbarten
care-letter-closing-label = Danach
care-letter-lines = Was vereinbart wurde
care-letter-lines-none = Kein angenommener Schritt, kein Eintrag im Plan.
care-letter-held = Zurückgehalten: noch nicht erklärt
care-held-not-explained = { $what }: zuerst im Gespräch zu erklären.
care-held-prefers-not = { $what }: Die Person möchte es nicht wissen.
care-held-not-for-them = { $what }: nicht für diese Stelle.
care-letter-kept = Ein geschriebener Brief ändert sich nicht mehr; man schreibt einen anderen.
care-letter-write = Brief schreiben
care-letter-pdf = Brief als PDF
care-letter-sender = Orientierungs- und Koordinationszelle, seltene Krankheiten
care-letter-subject = Was wir vereinbart haben
care-letter-subject-neutral = Ihr Termin
care-letter-subject-gp = Begleitung von { $name }
care-letter-opening = Wir schreiben Ihnen, um zusammenzufassen, was wir gemeinsam vereinbart haben.
care-letter-opening-gp = Mit Einverständnis der Person teilen wir Ihnen mit, was für { $name } vereinbart wurde.
care-letter-opening-support = Mit Einverständnis der Person schreiben wir Ihnen zu { $name }: Das Folgende ist für Ihre Hilfe nützlich.
care-letter-closing = Bei Fragen rufen Sie uns an. Sie können Ihre Meinung jederzeit ändern.
care-letter-agreed = Was geplant ist
care-letter-agreed-lead = Das Nächste zuerst.
care-letter-by = bis zum { $day }
care-letter-on = am { $day }
care-letter-who = Durch
care-letter-when = Wann
care-told-title = Was der Person erklärt wurde
care-told-hint = Keine vermutete Krankheit, kein Befund und kein Gutachten wird geschrieben, bevor es jemand ärztlich erklärt hat.
care-told-none = Nichts ist eingetragen.
care-told-new = Eintragen, was erklärt wurde
care-told-what = Was
care-told-how = Wie
care-told-day = An welchem Tag (leer: jetzt)
care-told-words = Durch wen, wie es aufgenommen wurde
care-told-explained = Im Gespräch erklärt
care-told-prefers-not = Die Person möchte es nicht wissen
care-told-not-yet = Irrtümlich eingetragen: noch nicht erklärt
care-told-explained-on = im Gespräch erklärt am { $day }
care-told-prefers-on = möchte es nicht wissen, gesagt am { $day }

# Family
care-household-hint = Die Verknüpfung verrät nichts: Sie sehen hier nur Akten, die Sie ohnehin lesen dürfen.
care-household-none = Keine andere Akte ist mit dieser verknüpft.
care-household-said = Was diese Person gesagt hat
care-household-said-hint = Es bleibt in dieser Akte; die anderen erfahren nichts davon.
care-tie = Stellung in der Familie
care-tie-of = { $name } ist
care-consanguinity = Eltern miteinander verwandt
care-burden = Belastung der Pflegenden
care-burden-not-asked = Noch nicht gefragt
care-burden-day = Gesagt am
care-household-leave = Verknüpfung lösen
care-household-link = Eine andere Akte verknüpfen
care-household-link-do = Verknüpfen
care-other-number = Nummer der anderen Akte
care-other-tie = Die andere Person ist

# What waits
care-waiting = Offenes
care-waiting-lead = Alles, dessen Tag vorbei ist und dessen Ergebnis niemand eingetragen hat, und Ansprüche, die auslaufen.
care-waiting-mine = Nur meine
care-waiting-mine-lead = Was bei Ihnen liegt, und was niemandem zugeordnet ist.
care-waiting-all = Von allen
care-waiting-none = Heute wartet nichts.
open-end-hint-call-due = Rufen Sie an und tragen Sie ein, was gesagt wurde.
open-end-hint-step-late = Tragen Sie das Ergebnis ein oder geben Sie einen anderen Tag an.
open-end-hint-step-unanswered = Die Person hat noch nicht geantwortet: Ein Anruf kann genügen.
open-end-hint-outcome-missing = Sagen Sie, was daraus wurde, und warum, wenn es nicht gelang.
open-end-hint-renewal = Bereiten Sie den Antrag vor, ehe der Anspruch endet.

# Roster
care-roster = Abwesenheiten und Regeln
care-roster-now = Heute
care-present = anwesend
care-replaced-by = abwesend, vertreten durch { $name }
care-nobody-acts = abwesend, ohne Vertretung
care-absences = Abwesenheiten
care-absences-none = Keine Abwesenheit ist geplant.
care-stand-in = Vertretung
care-no-stand-in = Niemand
care-acts-now = handelt heute: { $name }
care-absence-span = vom { $from } bis { $until }
care-absence-open = ab { $from }
care-absence-end = Ich bin zurück
care-absence-take-back = Abwesenheit zurücknehmen
care-absence-new = Meine Abwesenheit eintragen
care-absence-first = Erster Tag
care-absence-last = Letzter Tag (leer: ohne bekanntes Ende)
care-numbers = Zahlen der Installation
care-numbers-hint = Eingestellt in ariane.toml, Abschnitt [cell], durch den Betrieb.
care-number-psychosocial = Stille auf der psychosozialen Spur gemeldet nach
care-number-medical = Stille auf der medizinischen Spur gemeldet nach
care-number-contact = Ein Kontakt hält eine Akte in aktiver Begleitung für
care-number-overdue = Ein überfälliger Schritt hält sie in Begleitung für
care-number-renewal = Eine Erneuerung wird gemeldet vor Ablauf um
care-number-answer = Ein unbeantworteter Schritt verlangt einen Anruf nach

# Guidelines
care-guidelines = Leitlinien
care-guidelines-public = Von der Koordinationszelle verfasst oder empfohlen, mit Autorinnen und Autoren und dem Tag der nächsten Überprüfung.
care-guidelines-hint = Die gültige steht auf der öffentlichen Seite der Krankheit; nach ihrem Prüftermin verschwindet sie von dort.
care-guidelines-none = Noch ist keine Leitlinie geschrieben.
care-guideline-new = Neue Leitlinie
care-guideline-begin = Entwurf beginnen
care-guideline-title = Titel
care-guideline-disorder = Krankheit oder Krankheitsgruppe
care-guideline-language = Sprache des Textes
care-guideline-authors = Autorinnen und Autoren
care-guideline-authors-hint = Je Zeile eine Person, wie sie unterschreibt.
care-guideline-text = Text
care-guideline-url = Adresse des Dokuments, falls es anderswo liegt
care-guideline-in-force = Fassung { $number } gültig
care-guideline-and-draft = ein Entwurf folgt
care-guideline-late = Prüftermin vorbei: wird nicht mehr gezeigt
care-guideline-from = gültig seit { $day }
care-guideline-review = zu überprüfen bis { $day }
care-guideline-review-by = zu überprüfen bis
care-guideline-withdrawn = zurückgezogen am { $day }
care-guideline-version = Fassung { $number }
care-guideline-by = Autorinnen und Autoren: { $authors }
care-guideline-next-review = Nächste Überprüfung
care-guideline-edit = Entwurf schreiben
care-guideline-next = Nächste Fassung beginnen
care-guideline-shown = auf der öffentlichen Seite
guideline-hint-validate = Gilt ab heute und wird bis zur Überprüfung gezeigt.
guideline-hint-review = Sie haben sie geprüft und stehen bis zu diesem Tag dahinter.
guideline-hint-withdraw = Wird ab heute nicht mehr gezeigt.

# Words of the rules
plan-part-psychological = Psychologische Unterstützung
plan-part-medico-social = Medizinisch-soziale Begleitung und Ansprüche
plan-part-therapeutic-education = Patientenschulung
plan-part-school-work = Schule und Arbeit
plan-part-home-care = Pflege zu Hause
plan-part-palliative = Palliativversorgung
plan-part-telemedicine = Telemedizin
plan-part-transition = Übergang ins Erwachsenenalter
plan-outcome-in-place = Läuft
plan-outcome-partly = Teilweise
plan-outcome-waiting = Auf der Warteliste
plan-outcome-refused = Von der Stelle abgelehnt
plan-outcome-declined = Von der Person nicht gewünscht
plan-outcome-ended = Beendet
transition-item-spoken-alone = Ein Gespräch allein mit der jungen Person
transition-item-knows-own-disease = Kennt die eigene Krankheit, die Behandlung und das Verhalten im Notfall
transition-item-adult-team-named = Team für Erwachsene benannt
transition-item-joint-consultation = Gemeinsame Sprechstunde beider Teams
transition-item-medical-summary = Ärztliche Zusammenfassung für das neue Team
transition-item-first-appointment = Erster Termin beim neuen Team wahrgenommen
transition-item-rights = Ansprüche, die sich mit dem Alter ändern
transition-item-school-work = Schule, Ausbildung, Arbeit
transition-item-adult-protection = Bedarf an Erwachsenenschutz, rechtzeitig abgewogen
transition-item-consents-afresh = Einwilligungen bei der volljährigen Person neu eingeholt
transition-item-genetic-counselling = Genetische Beratung und Familienplanung angeboten
check-mark-done = Erledigt
check-mark-aside = Zurückgestellt
delicate-candidate = Vermutete oder bekannte Krankheit
delicate-genetic-result = Genetischer Befund
delicate-rcp-advice = Empfehlung eines Fallgremiums (RCP)
delicate-panel-outcome = Ergebnis eines Panels
delicate-telling-name = Name eines Zentrums oder Netzes, der die Krankheit verrät
audience-person = An die Person
audience-parent = An einen Elternteil oder eine Vertretung
audience-gp = An die hausärztliche Praxis
audience-support = An Schule, Sozialdienst, Hauspflege …
call-state-owed = Zu tun
call-state-reached = Person erreicht
call-state-not-reached = Niemand erreicht
call-state-needless = Nicht mehr nötig
call-state-died = Die Person ist verstorben
open-end-call-due = Fällige Anrufe
open-end-step-late = Überfällige Schritte
open-end-step-unanswered = Schritte ohne Antwort der Person
open-end-outcome-missing = Ergebnis einzutragen
open-end-renewal = Anspruch zu erneuern
household-tie-child = Kind
household-tie-parent = Elternteil
household-tie-sibling = Bruder oder Schwester
household-tie-partner = Partner oder Partnerin
household-tie-grandparent = Großelternteil
household-tie-relative = andere Verwandte
consanguinity-not-asked = Noch nicht gefragt
consanguinity-no = Nein
consanguinity-yes = Ja
consanguinity-not-said = Die Familie möchte es nicht sagen
carer-burden-light = Tragbar
carer-burden-heavy = Schwer
carer-burden-too-heavy = Nicht mehr tragbar: Entlastung ist der nächste Schritt
guideline-state-draft = Entwurf
guideline-state-valid = Gültig
guideline-state-withdrawn = Zurückgezogen
guideline-change-edit = Schreiben
guideline-change-validate = In Kraft setzen
guideline-change-review = Überprüft: verlängern
guideline-change-withdraw = Zurückziehen
cell-died-on = Todestag (leer, wenn nicht bekannt)
case-event-plan-line = Plan: neuer Eintrag
case-event-plan-changed = Plan geändert
case-event-checklist = Liste bearbeitet
case-event-told = Der Person erklärt
case-event-letter = Brief geschrieben
case-event-way = Daten des Weges
case-event-diagnosis-dated = Diagnose für die Zahlen notiert
case-event-call-owed = Anruf zugesagt
case-event-call-ended = Anruf
case-event-household = Mit einer Familie verknüpft
case-event-household-left = Verknüpfung gelöst
case-event-household-facts = Familiensituation eingetragen
cell-rule-outcome-ahead = Ein Ergebnis kann nicht vor seinem Tag bekannt sein.
cell-rule-nobody-does-it = Sagen Sie, wer es tut: Was läuft, hat jemanden.
cell-rule-renewal-before = Die Erneuerung liegt vor dem Beginn.
cell-rule-death-ahead = Der Todestag liegt in der Zukunft.
cell-rule-death-before-birth = Der Todestag liegt vor der Geburt.
cell-rule-no-author = Nennen Sie mindestens eine Autorin oder einen Autor.
cell-rule-review-too-early = Die Überprüfung muss nach heute liegen.
cell-rule-clinician-only = Nur die medizinische Koordination trägt ein, was erklärt wurde.
cell-rule-told-ahead = Dieser Tag liegt in der Zukunft.
cell-rule-same-file = Das ist die Akte derselben Person.
cell-rule-other-reality = Eine Übungsakte wird nicht mit einer echten verknüpft.
cell-rule-linked-already = Diese Akten sind schon verknüpft.
cell-rule-other-household = Die andere Akte gehört zu einer anderen Familie; lösen Sie sie zuerst.
cell-rule-day-ahead = Dieser Tag liegt in der Zukunft.
cell-rule-no-code = Wählen Sie eine Krankheit oder Gruppe aus der Liste.
cell-rule-no-such-file = Keine Akte, die Sie lesen dürfen, hat diese Nummer.
cell-rule-no-date = Dieses Datum ist nicht zu verstehen: ein Jahr, ein Monat oder ein Tag, ab 1900.
cell-rule-no-address = Schreiben Sie eine Adresse, die mit https:// oder http:// beginnt.
cell-rule-never-tell = Die Person hat gebeten, dass dieser Empfänger nie etwas erfährt.
cell-rule-letter-died = Die Person ist verstorben: Ihr wird kein Brief mehr geschrieben.
cell-rule-letter-empty = Der Brief sagt nichts.
cell-rule-not-told = Ihre Worte nennen, was noch nicht im Gespräch erklärt wurde. Nehmen Sie es heraus, oder lassen Sie die Erklärung zuerst eintragen.
cell-rule-empty-span = Der letzte Tag muss nach dem ersten liegen und darf nicht vorbei sein.
cell-rule-stands-in-for-self = Niemand vertritt sich selbst.

# Counts
care-lines = { $count ->
    [one] Ein Eintrag
   *[other] { $shown } Einträge
}
care-gaps = { $count ->
    [one] ein Bereich noch nicht angesprochen
   *[other] { $shown } Bereiche noch nicht angesprochen
}
care-remaining = { $count ->
    [one] Ein Punkt offen
   *[other] { $shown } Punkte offen
}
care-letters-count = { $count ->
    [one] Ein Brief
   *[other] { $shown } Briefe
}
care-years = { $count ->
    [one] ein Jahr
   *[other] { $shown } Jahre
}
care-months = { $count ->
    [one] ein Monat
   *[other] { $shown } Monate
}
care-days = { $count ->
    [one] ein Tag
   *[other] { $shown } Tage
}
care-way-events = { $count ->
    [one] ein Tag mit Ereignissen in der Akte
   *[other] { $shown } Tage mit Ereignissen in der Akte
}

# Documents of a file
care-documents = Dokumente
care-documents-none = Noch kein Dokument
care-documents-count = { $count ->
    [one] { $shown } Dokument
   *[other] { $shown } Dokumente
}
care-documents-kept = In dieser Akte
care-documents-hint = Was die Person, die Ärzte und die Dienste geschickt haben. Jedes Dokument wird heruntergeladen; jedes Öffnen steht im Protokoll, das die Person sehen kann.
care-document-by-person = die Person, über ihren privaten Link
care-document-new = Dokument hinzufügen
care-document-add = Dokument hinzufügen
care-document-file = Datei
care-document-file-hint = PDF, Bild, medizinisches Bild, Text oder Tabelle, höchstens 25 MB. Der Inhalt wird geprüft: Eine Datei, die nicht ist, was sie vorgibt, wird nicht behalten.
care-document-kind = Was es ist
care-document-source = Geschickt von
care-document-about = Einige Worte (Datum der Untersuchung, Abteilung …)
care-document-rcp = Für die Teilnehmenden des Fallgremiums (RCP)
care-document-rcp-hint = Nur solange diese Akte auf der Liste ihrer Sitzung steht; danach gar nicht mehr.
care-document-rcp-open = Offen für die Teilnehmenden der RCP
care-document-rcp-closed = Nur für die beiden Koordinationen
care-document-offer = Für die RCP öffnen
care-document-hold = Nicht mehr für die RCP öffnen
care-document-remove = Entfernen
document-kind-report = Arztbrief oder Bericht
document-kind-genetic-report = Genetischer Befund, Varianten
document-kind-advice = Empfehlung einer RCP oder eines Panels
document-kind-imaging = Bildgebung
document-kind-laboratory = Laborwerte
document-kind-administrative = Schreiben einer Behörde
document-kind-other = Anderes (bitte sagen, was)
document-source-person = die Person oder Familie
document-source-doctor = einen Arzt oder ein Krankenhaus
document-source-laboratory = ein Labor
document-source-service = einen Dienst oder eine Behörde
case-event-document-added = Dokument hinzugefügt
case-event-document-offered = Dokument und RCP
case-event-document-removed = Dokument entfernt
cell-rule-document-none = Wählen Sie eine Datei.
cell-rule-document-empty = Diese Datei ist leer.
cell-rule-document-too-many = Diese Akte enthält schon zu viele Dokumente. Sortieren Sie zuerst aus.
cell-rule-document-too-large = Diese Datei ist zu groß: höchstens 25 MB.
cell-rule-document-not-allowed = Diese Art Datei wird nicht angenommen. Senden Sie ein PDF, ein Bild oder einen Text.
cell-rule-document-mismatch = Diese Datei ist nicht, was ihr Name sagt: Ihr Inhalt ist von anderer Art. Bitten Sie um das Original.
cell-rule-document-executable = Diese Datei enthält ein Programm. Sie wird nicht behalten.
cell-rule-document-encrypted = Diese Datei ist mit einem Passwort geschützt: Niemand kann prüfen, was sie enthält. Bitten Sie um eine ohne Schutz.
cell-rule-document-unreadable = Diese Datei lässt sich nicht lesen. Speichern Sie sie neu und senden Sie sie noch einmal.

# The hospital's own record
care-record = Akte des Krankenhauses
care-record-hint = Die Akte des Krankenhauses ist nicht unsere: Der Zugang wird schriftlich erbeten, mit Anfang und Ende, und das Krankenhaus bestätigt, dass er wieder geschlossen ist.
care-record-asked = Anfragen
care-record-none = Noch keine Anfrage
care-record-new = Zugang erbitten
care-record-write = Anfrage schreiben
care-record-do = Anfrage behalten
care-record-hospital = Krankenhaus und Abteilung
care-record-reader = Für wen
care-record-reader-hint = Name und Funktion der lesenden Person, zum Beispiel eine Genetikerin der RCP.
care-record-from = Erster Tag (heute, wenn leer)
care-record-until = Letzter Tag
care-record-why = Was gelesen werden soll, und warum
care-record-when = Dauer des Zugangs
care-record-span = vom { $from } bis { $until }
care-record-for = Für: { $reader }
care-record-letter = Brief an das Krankenhaus (PDF):
care-record-change = Antwort eintragen
care-record-what = Was daraus wurde
care-record-not-yours = Nur die medizinische Koordination erbittet einen Zugang.
care-record-title = Bitte um Zugang zu einer Akte
care-record-born = geboren am { $day }
care-record-asks = Wir bitten Sie, den Zugang zur Akte dieser Person zu öffnen: { $who }.
care-record-closing = Bitte schließen Sie den Zugang am letzten Tag wieder und bestätigen Sie uns schriftlich, dass er geschlossen ist.
record-request-state-requested = Erbeten
record-request-state-granted = Zugang offen
record-request-state-refused = Abgelehnt
record-request-state-withdrawn = Zurückgezogen
record-request-state-closure-confirmed = Schließung bestätigt
record-request-change-grant = Das Krankenhaus hat den Zugang geöffnet
record-request-change-refuse = Das Krankenhaus lehnt ab
record-request-change-withdraw = Wir ziehen die Anfrage zurück
record-request-change-confirm-closure = Das Krankenhaus bestätigt die Schließung
case-event-record-request = Akte des Krankenhauses
cell-rule-record-no-end = Geben Sie einen letzten Tag an, der noch kommt und nach dem ersten liegt: Ein Zugang ohne Ende wird nicht erbeten.
cell-rule-record-words = Sagen Sie, an welches Krankenhaus, für wen und warum.
open-end-record-closure = Krankenhauszugänge zu schließen
open-end-record-unanswered = Anfragen an Krankenhäuser ohne Antwort
open-end-hint-record-closure = Der Zugang ist abgelaufen: Bitten Sie das Krankenhaus zu bestätigen, dass er geschlossen ist.
open-end-hint-record-unanswered = Das Krankenhaus hat nicht geantwortet: Fragen Sie nach oder ziehen Sie die Anfrage zurück.

# Contact book
care-contacts = Kontaktbuch
care-contacts-none = Noch niemand
care-contacts-count = { $count ->
    [one] { $shown } Person
   *[other] { $shown } Personen
}
care-contacts-hint = Wer die Person umgibt und was jeder nach ihrem Willen wissen darf.
care-contacts-never = Die Person will, dass nie etwas erfährt: { $who }.
care-contact-new = In das Buch eintragen
care-contact-add = Neuer Kontakt
care-contact-change = Ändern
care-contact-remove = Aus dem Buch nehmen
care-contact-name = Name
care-contact-role = Wer das ist
care-contact-may-know = Was er oder sie wissen darf
care-contact-place = Praxis, Dienst oder Schule
care-contact-address = Postanschrift
care-contact-note = Gut zu wissen
care-contact-letter = Brief schreiben
contact-role-gp = Hausärztin oder Hausarzt
contact-role-specialist = Fachärztin oder Facharzt
contact-role-therapist = Pflege oder Therapie
contact-role-pharmacist = Apotheke
contact-role-home-care = Häusliche Pflege
contact-role-carer = Pflegende Angehörige
contact-role-school = Schule
contact-role-school-doctor = Schulärztlicher Dienst
contact-role-social-worker = Sozialarbeit
contact-role-employer = Arbeitgeber oder Betriebsarzt
contact-role-insurer = Kasse oder Versicherung
contact-role-association = Vereinigung
contact-role-other = Andere
may-know-nothing = Nichts: nur zu erreichen
may-know-practical = Die Organisation, nichts von der Krankheit
may-know-medical = Medizinisches, sobald es der Person erklärt wurde
case-event-contact-kept = Kontaktbuch
case-event-contact-dropped = Aus dem Kontaktbuch genommen
cell-rule-contact-no-name = Geben Sie einen Namen an.
cell-rule-contact-not-agreed = Die Person hat nicht zugestimmt, dass dieser Kontakt Medizinisches erfährt. Siehe Kontaktbuch.
cell-rule-contact-not-for-them = Medizinisches ist nur für jene, die die Person behandeln oder ihr nahe helfen.
cell-rule-contact-unknown = Wählen Sie jemanden aus dem Kontaktbuch: Dort steht, womit die Person einverstanden ist.

# What the person prefers not to know
care-wishes = Nicht wissen wollen, und die Angehörigen
care-wishes-hint = Der Wunsch, nicht zu wissen, gilt nur für diese Person. Er hält zurück, was geschrieben würde, und kann jederzeit zurückgenommen werden.
care-wishes-noted = Möchte lieber nicht wissen
care-wishes-none = Kein Wunsch eingetragen
care-wish-flag = Die Person möchte lieber nicht wissen: { $what }
care-wish-new = Wunsch eintragen
care-wish-what = Was
care-wish-words = In den Worten der Person
care-wish-take-back = Die Person nimmt den Wunsch zurück
care-wish-back = zurückgenommen am { $moment }
not-to-know-carrier = ob sie trägt, was in der Familie liegt
not-to-know-secondary-finding = was neben dem Gesuchten gefunden würde
not-to-know-diagnosis = ihre Diagnose oder deren Verlauf
not-to-know-everything = nichts von alledem
care-relatives = Gefährdete Angehörige informieren
care-relatives-hint = Hier wird niemand genannt. Wer den Test verordnet hat, informiert, sobald die Person informiert und gefragt wurde.
care-relatives-none = Die Person wurde noch nicht gefragt.
care-relatives-new = Eintragen, was die Person geantwortet hat
care-relatives-who = Wer den Test verordnet hat
care-relatives-words = Wer nach dem Willen der Person informieren darf, und wie
care-relatives-prescriber = Verordnet von: { $name }
care-relatives-prompt = Die Person ist informiert und hat geantwortet: Nun informiert, wer verordnet hat.
care-relatives-propose = Schritt vorschlagen
care-relatives-step = Gefährdete Angehörige informieren
care-relatives-has-step = Der Schritt ist vorgeschlagen; siehe Akte.
care-relatives-not-yet = Noch nicht: Es ist nicht eingetragen, dass ein genetischer Befund der Person erklärt wurde.
case-event-wish-noted = Wunsch, nicht zu wissen
case-event-wish-taken-back = Wunsch zurückgenommen
case-event-relatives-asked = Angehörige: Antwort der Person

# Seeking a guideline
care-guidelines-sought = Titel, Krankheit oder Autor
care-guidelines-seek = Suchen
care-guidelines-all = Alle Empfehlungen
care-guidelines-no-match = Keine Empfehlung passt dazu.
document-kind-agreement = Unterschriebene Einwilligung
