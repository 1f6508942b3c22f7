### Bevor ein Fall geteilt wird: Wie viele Menschen könnten es sein?

sharing-link = Vor dem Teilen
sharing-title = Akte Nr. { $number }: Wen könnte man erkennen?
sharing-lead = Ein ohne Namen geteilter Fall bleibt der eines Menschen: Er ist pseudonymisiert, nicht anonym. Diese Seite schätzt, auf wie viele Menschen zutrifft, was der Fall zeigt, und was zu vergröbern genügt. Von hier wird nichts gesendet.
sharing-verdict-enough = Es trifft auf genug Menschen zu (mindestens { $enough })
sharing-verdict-blur = Es trifft auf zu wenige Menschen zu: Vergröbern würde genügen (mindestens { $enough })
sharing-verdict-no-way = Es trifft auf zu wenige Menschen zu, was immer man vergröbert (weniger als { $enough }, mindestens { $floor })
sharing-verdict-refused = Abgelehnt: Es trifft womöglich auf weniger als { $floor } Menschen zu
sharing-short-enough = genug Menschen
sharing-short-blur = wenige Menschen
sharing-short-no-way = wenige Menschen
sharing-short-refused = fast niemand sonst, begründete Entscheidung
sharing-numbers = { $highest ->
    [one] Es trifft auf niemand anderen zu, soweit man es sagen kann.
   *[other] Es trifft auf etwa { $middle } Menschen zu, die Person mitgezählt; in 95 von 100 Fällen auf { $low } bis { $high }.
}
sharing-unknown-age = Keine veröffentlichte Tabelle sagt, wie viele Menschen so alt sind: Man muss befürchten, dass es nur diese Person ist.
sharing-unknown-sex = Keine veröffentlichte Tabelle zählt die Geschlechter: Man muss befürchten, dass es nur diese Person ist.
sharing-unknown-nationality = Keine veröffentlichte Tabelle zählt diese Staatsangehörigkeit: Man muss befürchten, dass es nur diese Person ist.
sharing-unknown-area = Keine veröffentlichte Tabelle zählt die Menschen an diesem Ort: Man muss befürchten, dass es nur diese Person ist.
sharing-unknown-prevalence = Keine veröffentlichte Prävalenz sagt, wie viele Menschen mit dieser Krankheit leben: Man muss befürchten, dass es nur diese Person ist.
sharing-crowd = Farbig die Person; gefüllt, auf wen es fast sicher zutrifft; grau, auf wen wahrscheinlich; im Umriss, auf wen vielleicht; gestrichelt niemand. Der Strich zeigt die Zahl, die genügt.
sharing-what = Was der Fall zeigt
sharing-now = Jetzt
sharing-proposed = Vorschlag
sharing-then = Mit dem Vorschlag:
sharing-take = Vorschlag übernehmen
sharing-person = Die Person
sharing-shown = Was gezeigt wird
sharing-attribute-age = Alter
sharing-attribute-sex = Geschlecht
sharing-attribute-nationality = Staatsangehörigkeit
sharing-attribute-area = Wohnort
sharing-attribute-disorder = Krankheit
sharing-attribute-traits = Seltene Einzelheiten im Text
sharing-age-year = In Jahren
sharing-age-five-years = In Klassen von fünf Jahren
sharing-age-ten-years = In Klassen von zehn Jahren
sharing-age-child-or-adult = Kind oder erwachsen
sharing-age-hidden = Gar nicht
sharing-years = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}
sharing-ages = { $from } bis { $to } Jahre
sharing-from-age = { $from } Jahre oder älter
sharing-hidden = Nicht gezeigt
sharing-kept = Gezeigt
sharing-not-known = Nicht bekannt
sharing-everybody = Alle beteiligten Länder
sharing-rare = Seltene Einzelheit: trifft zu auf eine Person von …
sharing-rare-hint = Ein Beruf, eine Reise, ein Zeichen, das wenige haben. Leer, wenn es keine gibt.
sharing-age-wrong = Geben Sie das Alter in Jahren an, von 0 bis 120.
sharing-rare-wrong = Geben Sie eine Zahl an, zum Beispiel 1000 für eine Person von tausend.
sharing-reason = Warum trotzdem teilen
sharing-reason-hint = Die Entscheidung einer ärztlichen Fachperson mit ihrem Grund. Sie bleibt im Verlauf der Akte.
sharing-compute = Berechnen
sharing-keep = In der Akte festhalten
sharing-line = { $what }: { $shown }
sharing-how = Wie wird das geschätzt?
sharing-how-text = Veröffentlichte Bevölkerung, Anteile von Alter, Geschlecht und Staatsangehörigkeit, veröffentlichte Prävalenz. Was man nicht weiß (die wahre Prävalenz in ihrer Spanne, wie diese Merkmale zusammenhängen), macht die Spanne breiter; entschieden wird nach ihrem unteren Ende. Schwelle von elf Menschen: Leitlinie der Europäischen Arzneimittel-Agentur (Policy 0070).
sharing-source = { $source } (geprüft am { $date })
case-event-sharing-judged = Teilen geprüft
cell-rule-clinician-decides = Unter dieser Schwelle entscheidet eine ärztliche Fachperson (medizinische Koordination), mit Begründung.
