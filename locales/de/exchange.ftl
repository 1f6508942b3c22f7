# Austausch zwischen Fachleuten.
exchange-title = Austausch zwischen Fachleuten
exchange-hint = Was jemand zwischen zwei Besprechungen gefragt wurde und was dazu gesagt wurde. Es ist ein Rat: Die behandelnde Ärztin oder der behandelnde Arzt entscheidet und erklärt.
exchange-new = Neue Notiz
exchange-add = Einen Austausch notieren
exchange-notes = Notizen
exchange-none = Kein Austausch ist notiert.
exchange-count-none = Keiner notiert
exchange-count = { $count ->
    [one] { $shown } Notiz
   *[other] { $shown } Notizen
}
exchange-awaited-count = { $count ->
    [one] { $shown } Rat erwartet
   *[other] { $shown } Ratschläge erwartet
}
exchange-asked = { $name } hat gefragt: { $whom }
exchange-advised-on = Rat vom { $day }
exchange-none-on = Kein Rat; notiert am { $day }
exchange-somebody-else = Jemand anders: Name und Funktion daneben
exchange-whom = Wen
exchange-other = Sonst Name und Funktion
exchange-way = Wie
exchange-way-phone = am Telefon
exchange-way-mail = per E-Mail
exchange-way-video = per Video
exchange-way-in-person = persönlich
exchange-on = Gefragt am
exchange-question = Frage
exchange-advice-part = Antwort
exchange-end = Stand
exchange-end-on = Beantwortet am
exchange-advice = Rat, oder warum keiner kommt
exchange-advise = Antwort notieren
exchange-sharing = Wer diese Notiz liest
exchange-state-awaited = Antwort erwartet
exchange-state-advised = Rat gegeben
exchange-state-no-advice = Kein Rat
case-event-exchange = Austausch zwischen Fachleuten
open-end-advice-missing = Erwarteter Rat von Fachleuten
open-end-hint-advice-missing = Fragen Sie nach und notieren Sie die Antwort, oder warum keine kommt.
cell-rule-exchange-nobody-asked = Wählen Sie, wen Sie gefragt haben, oder schreiben Sie Name und Funktion.
cell-rule-exchange-oneself = Wählen Sie jemand anderen als sich selbst.
cell-rule-exchange-question-missing = Schreiben Sie, was Sie gefragt haben.
cell-rule-exchange-advice-missing = Schreiben Sie den Rat, oder warum keiner kommt.
cell-rule-exchange-before-question = Die Antwort ist vor der Frage datiert.
cell-rule-exchange-say-how = Eine Antwort ist geschrieben: Wählen Sie „Rat gegeben“ oder „Kein Rat“.
care-earlier = Was vorher da stand
