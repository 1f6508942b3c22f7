# Europäische Panels (in CPMS) und örtlicher Rat (unser eigener, nie als Panel eines Netzwerks ausgegeben).
panel-list = Panels und Rat
panel-list-lead = Fälle vor Fachleuten, die nicht beendet sind. Was sich verspätet, steht zuerst.
panel-list-none = Kein Panel und kein Rat im Gang.
panel-list-closed = { $count ->
    [one] Ein weiterer wird nicht gezeigt: die Einwilligung der Person läuft nicht mehr.
   *[other] { $shown } weitere werden nicht gezeigt: die Einwilligung der Person läuft nicht mehr.
}
panel-late = Verspätet
panel-title-european = Europäisches Panel { $number }
panel-title-local = Örtlicher Rat { $number }
panel-of-file = Akte { $file } · { $urgency }
panel-waits = es fehlt { $what }, spätestens am { $day }
panel-open-end = Nr. { $number }: es fehlt { $what }
panel-line = begonnen am { $begun } · Rat erwartet bis { $due }
panel-none = Noch nichts wurde Fachleuten vorgelegt.
panel-case-lead = Ein pseudonymisiertes und freigegebenes Dossier wird Fachleuten vorgelegt. Nichts wird zweimal getippt: Frage, Sprache und Inhalt sind die des freigegebenen Dossiers.
panel-new = Ein Dossier vorlegen
panel-to-head = Behandelnde Ärztin oder Arzt nennen
panel-dossier = Freigegebenes Dossier
panel-dossier-hint = Gezeigt wird nur, was jemand ärztlich freigegeben hat, Byte für Byte.
panel-kind-which = Wem
panel-kind-european = Einem Europäischen Referenznetzwerk, in CPMS
panel-kind-local = Hier eingeladenen Fachleuten: ein örtlicher Rat
panel-kind-hint = Das Panel eines Netzwerks findet in CPMS statt, mit der Einwilligung des Netzwerks. Ein örtlicher Rat ist keines.
panel-network = Europäisches Referenznetzwerk
panel-network-hint = Nur für CPMS. Netzwerke, die unsere Regeln für die Krankheit nennen, stehen zuerst.
panel-network-choose = Zu wählen
panel-urgency = Dringlichkeit
panel-urgency-usual = übliche Zeit
panel-urgency-soon = bald: eine Entscheidung hängt daran
panel-urgency-urgent = dringend
panel-due = Rat erwartet bis
panel-begin = Vorbereiten
panel-state-prepared = in Vorbereitung
panel-state-validated = Fall bestätigt
panel-state-open = offen
panel-state-closed = Rat gegeben
panel-state-decided = Entscheidung notiert
panel-state-withdrawn = zurückgezogen
panel-wait-case = die Bestätigung des Falls
panel-wait-lead = jemand, der den Rat leitet
panel-wait-access = die Bestätigung eines Zugangs
panel-wait-opening = die Eröffnung
panel-wait-answer = die Antwort auf eine Frage der Fachleute
panel-wait-advice = der Rat
panel-wait-decision = die Entscheidung der behandelnden Ärztin oder des Arztes
panel-end-taken-back = Von denen zurückgezogen, die es vorbereitet hatten.
panel-end-agreement-withdrawn = Die Person hat ihre Einwilligung zurückgenommen: nichts wird mehr gelesen, und wer gelesen hat, ist gebeten zu löschen.
panel-end-death = Die Person ist verstorben.
panel-end-erased = Die Daten der Person wurden gelöscht.
panel-local-is = Einen örtlichen Rat geben Fachleute, die wir einladen. Er ersetzt kein Netzwerk und trägt nicht dessen Namen.
panel-european-is = Das Panel findet in CPMS statt, mit der Einwilligung des Netzwerks. Hier wird es vorbereitet und begleitet.
panel-pseudonymised = Der Fall ist pseudonymisiert, nicht anonym.
panel-what = Was gefragt wird
panel-pseudonym = Pseudonym
panel-cpms-number = Fallnummer in CPMS
panel-cpms-number-hint = Wie CPMS sie bei der Eingabe vergeben hat.
panel-parts = Teile des Dossiers
panel-complete = { $there } von { $all } Teilen, in der Reihenfolge des Dossiers.
panel-acts = Drei Handlungen, drei Personen
panel-acts-hint = Wer das eine bestätigt, bestätigt nicht das andere.
panel-act-access = Zugang der Fachleute
panel-act-case = Fall
panel-act-outcome = Rat
panel-act-by = { $name }, { $moment }
panel-act-not-yet = noch nicht
panel-lead = leitet den Rat
panel-lead-cpms = wer das Panel in CPMS leitet
panel-case-read = Ich habe das freigegebene Dossier und die Frage gelesen: der Fall kann vorgelegt werden.
panel-validate-case = Den Fall in meinem Namen bestätigen
panel-open-local = Den örtlichen Rat eröffnen
panel-open-local-hint = Wer leitet, muss eingeladen und zugelassen sein. Die Links gehen danach einzeln hinaus.
panel-open-european = Notieren, dass es in CPMS offen ist
panel-extend = Frist verschieben
panel-cpms-title = In CPMS
panel-cpms-state = Schritt
panel-cpms-on = Am
panel-cpms-enrolled = Patient aufgenommen, Einwilligung des Netzwerks unterschrieben
panel-cpms-requested = Anfrage an das Netzwerk gesandt
panel-cpms-lead-found = jemand leitet das Panel
panel-cpms-discussed = die Fachleute beraten
panel-cpms-outcome = Ergebnis in CPMS unterschrieben
panel-remark = Bemerkung
panel-record = Das in CPMS unterschriebene Ergebnis notieren
panel-record-hint = Übernehmen Sie, was das unterschriebene Dokument sagt, auch abweichende Meinungen.
panel-record-do = Ergebnis notieren
panel-experts = Fachleute
panel-experts-hint = Ein Name, zwei Wege. Nichts geht hinaus vor der Eröffnung und der Bestätigung des Zugangs. Untereinander und im Rat stehen sie mit ihrer Funktion.
panel-experts-none = Noch niemand ist eingeladen.
panel-function = { $specialty } ({ $country })
panel-named-by = eingeladen von { $name }, { $moment }
panel-admitted-by = Zugang bestätigt von { $name }, { $moment }
panel-refused-by = Zugang abgelehnt von { $name }, { $moment }
panel-sent-at = Link gesandt { $moment }
panel-read-at = zuerst gelesen { $moment }
panel-wrote-at = erster Beitrag { $moment }
panel-code-told = Code: { $channel }, gültig bis { $moment }
panel-code-how = { $name } zu sagen. { $way }
panel-basis-is = Grundlage der Übermittlung: { $basis }
panel-access-reason = Bemerkung, oder Grund einer Ablehnung
panel-admit = Zugang bestätigen
panel-refuse = Zugang ablehnen
panel-send = Link senden
panel-send-again = Anderen Link senden
panel-let-lead = Leitung übertragen
panel-end-seat = Teilnahme beenden
panel-declined = Hat abgesagt
panel-declined-not = nein: wir beenden sie
panel-reason = Grund
panel-expert-new = Jemanden einladen
panel-expert-name = Name
panel-expert-name-hint = Nur uns bekannt.
panel-specialty = Fachgebiet
panel-specialty-hint = In einer Sprache, die alle lesen: der Rat nennt es.
panel-country = Land
panel-country-hint = Zwei Buchstaben, zum Beispiel DE.
panel-language = Sprache
panel-mail = E-Mail, für den Link
panel-phone = Telefon, für den Code
panel-basis = Grundlage der Übermittlung außerhalb des Europäischen Wirtschaftsraums
panel-basis-hint = Angemessenheitsbeschluss, Standardklauseln, Ausnahme (DSGVO, Artikel 45 bis 49). Ohne sie wird die Einladung abgelehnt.
panel-will-lead = Diese Person leitet den Rat und schließt ihn ab
panel-expert-save = Einladen
seat-state-named = eingeladen, nichts gesandt
seat-state-admitted = Zugang bestätigt
seat-state-invited = Link gesandt
seat-state-seated = nimmt teil
seat-state-declined = hat abgesagt
seat-state-refused = Zugang abgelehnt
seat-state-ended = Teilnahme beendet
panel-decline-conflict = Interessenkonflikt, oder ich kenne diese Person vielleicht
panel-decline-not-my-field = Nicht mein Gebiet
panel-decline-no-time = Keine Zeit, oder abwesend
panel-decline-other = Anderer Grund
panel-answer = Den Fachleuten antworten
panel-answer-hint = Die Fachleute lesen diese Worte. Nennen Sie niemanden, keinen Ort, kein genaues Datum: was danach aussieht, wird Ihnen vor dem Senden gezeigt.
panel-answer-text = Antwort
panel-answer-do = Antworten
panel-named-found = Diese Worte nennen vielleicht jemanden, einen Ort oder einen Tag:
panel-named-leave = Ich habe geprüft: niemand ist daran zu erkennen, sie können bleiben.
panel-draft = Rat in Arbeit
panel-draft-hint = Wie ihn schreibt, wer leitet; er ist noch nicht abgeschlossen.
panel-advice = Rat
panel-decides = Dies ist ein Rat. Die in der Akte genannte behandelnde Ärztin oder der Arzt entscheidet und erklärt.
panel-outcome-pdf = Der Rat als PDF
panel-outcome-local = Örtlicher Rat
panel-outcome-european = Ergebnis eines europäischen Panels (CPMS)
panel-outcome-file = rat
panel-closed-on = Rat abgeschlossen
panel-proposals = Vorschläge
panel-dissent = Nicht einverstanden
panel-dissent-line = Nicht einverstanden, { $function }: { $why }
panel-who = Wer den Rat gegeben hat
panel-lead-is = leitet: { $function }
panel-took-part = teilgenommen haben: { $functions }
panel-agree = { $count ->
    [one] { $shown } dafür
   *[other] { $shown } dafür
}
panel-abstain = { $count ->
    [one] { $shown } Enthaltung
   *[other] { $shown } Enthaltungen
}
panel-decision = Entscheidung der behandelnden Ärztin oder des Arztes
panel-decide-hint = Notieren Sie, was ärztlich entschieden wurde. Die Fachleute lesen es mit unserem Dank: nennen Sie niemanden.
panel-decide = Entscheidung notieren und danken
panel-told = Was die Person weiß
panel-told-not-yet = Noch niemand hat ihr den Rat erklärt: sie sieht ihn nicht.
panel-told-explained = Erklärt { $moment }.
panel-told-prefers = Die Person möchte es nicht wissen, { $moment }.
panel-tell-hint = Zuerst wird es ärztlich erklärt, im Gespräch. Diese einfachen Worte kann die Person danach wieder lesen.
panel-steps = Schritte und Dauer
panel-step = Schritt
panel-step-at = Wann
panel-step-took = Seit dem Schritt davor
panel-step-begun = vorbereitet
panel-step-case-validated = Fall bestätigt
panel-step-invited = erste Einladung
panel-step-access-validated = erster Zugang bestätigt
panel-step-opened = eröffnet
panel-step-first-read = zuerst gelesen
panel-step-first-contribution = erster Beitrag
panel-step-closed = abgeschlossen
panel-step-decided = Entscheidung notiert
panel-hours = { $count ->
    [0] weniger als eine Stunde
    [one] { $shown } Stunde
   *[other] { $shown } Stunden
}
panel-days = { $count ->
    [one] { $shown } Tag
   *[other] { $shown } Tage
}
panel-withdraw = Zurückziehen
panel-withdraw-hint = Alle Links enden sofort.
panel-event-begun = Vorbereitet
panel-event-validate-case = Fall bestätigt
panel-event-open = Eröffnet
panel-event-extend = Frist verschoben
panel-event-ask = Frage
panel-event-answer = Antwort
panel-event-contribute = Beitrag
panel-event-propose = Vorschlag
panel-event-vote = Stimme
panel-event-draft = Rat geschrieben
panel-event-note = CPMS
panel-event-close = Rat abgeschlossen
panel-event-record = Ergebnis notiert
panel-event-decide = Entscheidung notiert
panel-event-withdraw = Zurückgezogen
panel-event-told = Erklärung notiert
panel-event-named = Eingeladen
panel-event-named-lead = Zur Leitung eingeladen
panel-event-leads = Leitung übertragen
panel-event-admit = Zugang bestätigt
panel-event-refuse = Zugang abgelehnt
panel-event-invite = Link gesandt
panel-event-code-made = Code gemacht
panel-event-sit = Nimmt teil
panel-event-decline = Sagt ab
panel-event-end = Teilnahme beendet
panel-event-first-read = Zuerst gelesen
panel-event-thanked = Bedankt
panel-event-reminded = Per E-Mail erinnert
panel-event-deletion-asked = Um Löschung gebeten
panel-vote-agree = einverstanden
panel-vote-disagree = nicht einverstanden
panel-vote-abstain = Enthaltung
panel-form-title = Blatt für CPMS
panel-form-lead = Was in CPMS eingegeben wird, in der Reihenfolge des Dossiers.
panel-form-facts = Der Fall
panel-form-part = { $part }: { $there }
panel-there-yes = vorhanden
panel-there-no = fehlt
panel-form-before = Vor der Eingabe
panel-form-consent = CPMS verlangt die unterschriebene Einwilligung des Netzwerks. Die hier notierte ersetzt sie nicht.
panel-form-attach = Das freigegebene Dossier (PDF) beifügen, und nichts anderes.
panel-form-file = cpms
# Die Seite einer eingeladenen Fachperson.
panel-enter-title = Ihr Rat wird erbeten
panel-enter-lead = Fügen Sie den Link aus der E-Mail ein, dann den Code, der Ihnen auf anderem Weg gesagt wurde.
panel-invited-title = Erbetener Rat
panel-invited-lead = Sie sehen diesen Fall und sonst nichts. Jedes Lesen wird notiert, und die Person kann es sehen. Ihr Zugang endet von selbst.
panel-you-are = Sie heißen hier
panel-door = Bevor Sie lesen
panel-door-lead = Wenn Sie die Person zu erkennen glauben, oder ein Interesse gegen Ihren Rat spricht, sagen Sie ab: mehr muss nicht gesagt werden.
panel-nothing-against = Nichts spricht gegen meinen Rat. Ich kopiere nicht, was ich lese, und suche nicht, wer die Person ist.
panel-sit = Den Fall lesen
panel-the-case = Der Fall
panel-approved = Freigegebenes Dossier
panel-approved-hint = Wie es ärztlich freigegeben wurde. Löschen Sie, was Sie herunterladen, wenn Ihr Zugang endet.
panel-others = Wer Rat gibt
panel-the-house = die Koordination
panel-talk = Austausch
panel-talk-none = Noch niemand hat geschrieben.
panel-contribute-text = Was Sie den anderen Fachleuten und der Koordination sagen möchten
panel-contribute = Schreiben
panel-ask-text = Eine Frage an die Koordination
panel-ask = Fragen
panel-proposals-hint = Jeder Vorschlag kann in den Rat eingehen. Ein Widerspruch bleibt darin, mit Grund und Ihrer Funktion.
panel-proposals-none = Kein Vorschlag.
panel-own-vote = Ihre Stimme:
panel-vote = Ihre Stimme
panel-vote-why = Warum (nötig, wenn Sie nicht einverstanden sind)
panel-vote-do = Abstimmen
panel-propose-text = Ein Satz für den Rat
panel-propose = Vorschlagen
panel-lead-hint = Sie schreiben den Rat und schließen ihn ab. Vorschläge und alle Widersprüche stehen darin.
panel-advice-text = Der Rat
panel-draft-save = Speichern und nochmals lesen
panel-composed = Was abgeschlossen würde
panel-outcome-read = Ich habe den Rat, die Vorschläge und die Widersprüche nochmals gelesen.
panel-close = Den Rat in meinem Namen abschließen
panel-thanks = Danke
panel-thanks-lead = Der Rat ist gegeben. Der Fall ist nicht mehr lesbar: löschen Sie, was Sie heruntergeladen hatten.
panel-decision-none = Noch nicht notiert; Sie erfahren es per E-Mail.
panel-decline-title = Absagen
panel-decline-hint = Ihr Zugang endet sofort. Was Sie schon geschrieben haben, bleibt im Austausch.
panel-decline-why = Grund
panel-decline-do = Absagen
panel-expert-done = Gespeichert.
panel-gone-title = Ihre Antwort ist gespeichert
panel-gone-lead = Danke für Ihre Antwort. Ihr Zugang ist beendet.
panel-mail-subject = Ihr Rat wird erbeten
panel-mail-text = Guten Tag,

    Ihr Rat wird erbeten. Öffnen Sie diesen Link; ein Code wird Ihnen auf anderem Weg gesagt:

    { $link }

    Diese E-Mail enthält sonst nichts. Wenn Sie sie nicht erwartet haben, löschen Sie sie.
panel-mail-thanks-subject = Danke für Ihren Rat
panel-mail-thanks = Guten Tag,

    danke für Ihren Rat. Was entschieden wurde, ist eine Zeit lang mit dem Link und dem Code zu lesen, die Sie schon haben.
panel-mail-reminder-subject = Erinnerung: Ihr Rat wird erwartet
panel-mail-reminder-answer = Guten Tag,

    Sie wurden um Rat gebeten, und wir haben noch keine Antwort. Der Link, den Sie schon haben, führt zur Frage; sagen Sie uns bitte auch, wenn es nicht geht.
panel-mail-reminder-view = Guten Tag,

    der letzte Tag ist nah, und Ihr Rat fehlt noch. Der Link und der Code, die Sie schon haben, führen dorthin.
panel-mail-reminder-close = Guten Tag,

    der letzte Tag ist vorbei, und der Rat, den Sie leiten, ist nicht abgeschlossen. Der Link und der Code, die Sie schon haben, führen dorthin.
panel-mail-delete-subject = Bitte löschen
panel-mail-delete = Guten Tag,

    die Einwilligung, auf der Rat Nr. { $number } beruhte, wurde zurückgenommen. Bitte löschen Sie alles, was Sie davon behalten haben, und schreiben Sie uns, dass es geschehen ist, oder aus welchem Rechtsgrund Sie es behalten.
# Was die Person davon sieht.
panel-own-title = Befragte Fachleute
panel-own-lead = Fachleute haben Ihren Fall ohne Ihren Namen erhalten.
panel-own-kind-european = Fachleute eines europäischen Netzwerks
panel-own-kind-local = Von der Koordination eingeladene Fachleute
panel-own-asked = Sie geben ihren Rat.
panel-own-to-tell = Der Rat ist da. Ihre Ärztin, Ihr Arzt oder die Koordination wird ihn Ihnen erklären.
panel-own-told = Der Rat wurde Ihnen erklärt.
panel-own-withdrawn = Die Bitte um Rat wurde zurückgezogen.
panel-own-since = seit { $day }
mine-function-expert = eingeladene Fachperson
mine-act-prepare-panel = Bitte um Rat begleitet
mine-act-validate-panel-case = Fall für einen Rat bestätigt
mine-act-validate-panel-access = Zugang einer Fachperson bestätigt
mine-act-read-panel = pseudonymisierter Fall von einer Fachperson gelesen
mine-act-answer-panel = Rat einer Fachperson
case-event-panel = Panel oder Rat
case-event-panel-told = Erklärung eines Rates von Fachleuten notiert
refused-title-expert = Öffnen Sie zuerst den Link der Bitte um Rat
refused-lead-expert = Diese Seite öffnet sich mit dem Link, den Sie erhalten haben, und dem Code, der Ihnen gesagt wurde. Nach einer halben Stunde wird der Code wieder verlangt.
open-end-panel-late = Verspätete Panels und Räte
open-end-hint-panel-late = Öffnen Sie das Panel: es sagt, worauf gewartet wird.
cell-rule-panel-not-this-kind = Das gibt es in dieser Art von Panel nicht.
cell-rule-panel-no-doctor = Die Akte nennt keine behandelnde Ärztin und keinen Arzt. Jemanden zu finden ist der erste Schritt: dort wird entschieden.
cell-rule-panel-deadline = Die Frist muss heute oder später sein, höchstens in drei Monaten.
cell-rule-panel-no-network = Wählen Sie das Europäische Referenznetzwerk.
cell-rule-panel-no-case-number = Geben Sie die Fallnummer in CPMS an.
cell-rule-panel-no-lead = Laden Sie zuerst jemanden zur Leitung ein und lassen Sie den Zugang bestätigen.
cell-rule-panel-no-basis-abroad = Dieses Land liegt außerhalb des Europäischen Wirtschaftsraums: sagen Sie, worauf die Übermittlung beruht, sonst ist die Einladung nicht möglich.
cell-rule-panel-not-named = Geben Sie Name, Fachgebiet, Land in zwei Buchstaben und E-Mail an.
cell-rule-panel-no-second-channel = Geben Sie eine Telefonnummer an: der Code geht nicht per E-Mail.
cell-rule-panel-twice = Diese Person ist schon eingeladen.
cell-rule-panel-own-staff = Diese Adresse gehört zum Haus. Fachleute kommen von anderswo.
cell-rule-panel-too-long = Der Text ist zu lang.
cell-rule-panel-names-somebody = Diese Worte gehen an Fachleute und nennen vielleicht jemanden. Prüfen Sie die Liste.
cell-rule-panel-no-dossier = Es braucht ein Dossier für ein Panel, vor weniger als dreißig Tagen freigegeben.
cell-rule-panel-not-open = Eröffnen Sie zuerst den Rat, oder verschieben Sie die Frist.
cell-rule-panel-day-ahead = Dieser Tag ist noch nicht da.
cell-rule-panel-read-first = Bestätigen Sie, dass Sie Dossier und Frage gelesen haben.
cell-rule-panel-read-outcome-first = Bestätigen Sie, dass Sie den Rat nochmals gelesen haben.
cell-rule-panel-conflict-first = Bestätigen Sie, dass nichts gegen Ihren Rat spricht, oder sagen Sie ab.
cell-rule-panel-no-vote = Wählen Sie eine Stimme.
cell-rule-already-told = Die Erklärung ist schon notiert.
cell-rule-plain-missing = Schreiben Sie die einfachen Worte, die die Person wieder lesen kann.
cell-rule-not-clinician = Das tut eine ärztliche Person.
