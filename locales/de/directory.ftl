# Events and trainings, laboratories, origin of onset and inheritance.

## Events
events-title = Termine
events-lead = Kommende Treffen und Schulungen, die Vereine und Netzwerke ankündigen. Was vorbei ist, verschwindet von selbst.
events-kind = Was suchen Sie?
events-kind-any = Treffen und Schulungen
events-for-any = Alle
events-count = { $count ->
    [one] { $shown } kommender Termin.
   *[other] { $shown } kommende Termine, der nächste zuerst.
}
events-none = Uns ist kein kommender Termin bekannt.
events-none-filtered = Kein kommender Termin passt zu dieser Auswahl.
events-none-teach = Vereine kündigen Treffen und Schulungen auf ihren Seiten an. Wird uns ein Termin mit Quelle gemeldet, steht er hier bis zu seinem letzten Tag.
events-note = Bitte fragen Sie vor der Anreise beim Veranstalter nach, ob der Termin noch stimmt.
events-all = Alle Termine
events-associations = Die Vereine
event-kind-event = Treffen oder Aktionstag
event-kind-training = Schulung
event-dates = { $start } bis { $end }
event-online = online
event-cancelled = Abgesagt.
event-for = Für: { $who }
event-organiser = Veranstaltet von
event-on-paper = Termin: { $event }
participants-patients = Betroffene
participants-relatives = Angehörige
participants-associations = Vereine
participants-professionals = Fachleute
participants-public = alle Interessierten
card-events = Termine
organisation-events = Kommende Termine

## Laboratories
laboratory-title = Untersuchungen
laboratory-tests = Angebotene Untersuchungen
laboratory-accreditation = Akkreditierung
laboratory-turnaround = Dauer bis zum Befund
laboratory-prescriber = Wer sie anfordern kann
laboratory-form = Anforderungsformular
laboratory-for = bei:
laboratory-not-known = uns nicht bekannt
laboratory-days = { $count ->
    [one] { $shown } Tag
   *[other] { $shown } Tage
}
laboratory-days-range = { $from } bis { $to } Tage
laboratory-note = „Uns nicht bekannt“ heißt nicht, dass das Labor es nicht anbietet: Fragen Sie dort nach. Eine Probe wird in der Regel mit der Anforderung einer Ärztin oder eines Arztes geschickt.
prescriber-doctor = Ärztin oder Arzt
prescriber-specialist = Fachärztin oder Facharzt
prescriber-geneticist = Humangenetik, nach einer Beratung

## Coverage that is not stated
organisation-coverage-not-stated = Diese Einrichtung ist für bestimmte Krankheiten da; für welche genau, wissen wir nicht. Fragen Sie dort nach.
organisation-coverage-more = Sie ist auch für andere Krankheiten da; für welche genau, wissen wir nicht. Fragen Sie dort nach.
why-coverage-not-stated = für welche Krankheiten, ist nicht angegeben: bitte nachfragen
kind-ern-member = Krankenhausteam, Mitglied eines europäischen Netzwerks (ERN)

## Origin of onset and inheritance
traits-source-title = Woher das kommt
traits-source = Beginn und Vererbung: Orphanet, Datei vom { $version }. Ein Ort ist nicht angegeben: Sie fassen Veröffentlichungen aus aller Welt zusammen.
traits-source-undated = Beginn und Vererbung: Orphanet. Ein Ort ist nicht angegeben: Sie fassen Veröffentlichungen aus aller Welt zusammen.
traits-source-starter = Beginn und Vererbung: von uns verfasst nach { $source }. Ein Ort ist nicht angegeben.
