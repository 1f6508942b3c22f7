# Source of truth. Other languages are written, not transposed.

## Frame
skip = Zum Inhalt springen
nav-main = Hauptseiten
nav-languages = Sprachen
nav-search = Neue Suche
nav-networks = Netzwerke
nav-directory = Verzeichnis
nav-map = Karte
nav-guides = Verstehen
nav-helplines = Hilfetelefone und Notruf
nav-sources = Quellen und Lizenzen
nav-rules = Regeln der Orientierung
nav-about = Was Ariane tut
thread-label = Ariadnefaden: Ihr Weg bis hierher
thread-start = Startseite
thread-here = Hier
next-label = Wie es weitergeht
bar-demo = Demonstration: Einige Einrichtungen sind erfunden und als solche gekennzeichnet.
bar-fetch = Die Referenzdaten werden gerade heruntergeladen; mit den Startdaten funktioniert schon alles.
bar-starter = Nur die Startdaten sind installiert: rund 190 Krankheiten. Der Betreiber kann die vollständige Nomenklatur importieren.
footer-disclaimer = Ariane informiert und weist den Weg, stellt aber keine Diagnose. Im Notfall rufen Sie die { $number }.
footer-helpline = Mit jemandem sprechen:

## Danger
danger-title = Sie sind nicht allein: Hilfe ist jetzt erreichbar
danger-self-harm = Wenn Sie daran denken, sich etwas anzutun oder zu sterben, sprechen Sie sofort mit jemandem darüber. Geschulte Menschen hören Ihnen zu.
danger-violence = Wenn Sie oder jemand anderes Gewalt erleben, bringen Sie sich in Sicherheit, wenn Sie können, und rufen Sie an.
danger-acute = Wenn ein Leben in Gefahr ist, warten Sie nicht.
danger-call = { $number } anrufen
danger-note = Diese Meldung erscheint aufgrund bestimmter Wörter. Erscheint sie nicht, heißt das nie, dass keine Gefahr besteht.

## Start
start-title = Seltene Krankheiten: Wo finden Sie Begleitung?
start-lead = Geben Sie den Namen einer Krankheit ein, auch mit Schreibfehlern, oder einen Code. Sagen Sie, wo Sie leben und was Sie brauchen: Ariane erstellt Ihnen ein klares Orientierungsblatt zum Ausdrucken.
start-counts = { $count ->
    [one] { $shown } Krankheit oder Krankheitsgruppe in der Datenbank.
   *[other] { $shown } Krankheiten und Krankheitsgruppen in der Datenbank.
}
start-privacy = Nichts von dem, was Sie eingeben, wird gespeichert.
field-query = Welche Krankheit, oder was ist los?
field-query-hint = Name, Abkürzung, Gen oder Code (ORPHA, OMIM, ICD), auf Französisch, Deutsch, Englisch oder Portugiesisch.
field-place = Wo leben Sie?
field-place-hint = Postleitzahl oder Ort (Luxemburg, Frankreich, Belgien, Deutschland, Niederlande, Schweiz, Portugal).
field-position = Meinen Standort verwenden
field-position-done = Standort übernommen, auf etwa einen Kilometer gerundet.
field-position-failed = Der Standort konnte nicht gelesen werden. Geben Sie eine Postleitzahl oder einen Ort an.
field-need = Was brauchen Sie?
field-need-hint = Freiwillig.
field-need-any = Alles, was helfen kann
field-age = Für wen?
field-country = Land
field-country-any = Je nach Ort
age-any = Kind oder erwachsene Person
age-child = Kind
age-adult = Erwachsene Person
need-whole = { $need } (alles)
choice-any = Alle
action-search = Suchen
action-sheet = Orientierungsblatt
action-sheet-for = Orientierungsblatt: { $name }
action-show = Anzeigen
suggest-none = Kein Vorschlag. Sie können die Suche trotzdem starten.
suggest-some = Vorschläge vorhanden: mit den Pfeiltasten blättern, mit der Eingabetaste wählen.
ways-title = Andere Wege
way-undiagnosed = Ich habe keine Diagnose
way-lead-undiagnosed = An wen Sie sich wenden, solange man es noch nicht weiß.
way-networks = Die Netzwerke der Fachleute
way-lead-networks = 24 europäische und 23 französische Netzwerke.
way-map = Die Karte der Zentren
way-lead-map = Wo die spezialisierten Teams sind, die wir kennen.
way-guides = Die Wörter verstehen
way-lead-guides = CRMR, CCMR, FSMR, ERN, PNDS … in einfachen Worten.
way-relative = Für Angehörige
way-lead-relative = Entlastung, Geschwister, Freistellung, Unterstützung.
way-helplines = Mit jemandem sprechen
way-lead-helplines = Hilfetelefone und Notrufnummern nach Land.
way-events = Termine und Schulungen
way-lead-events = Kommende Treffen, Tage und Schulungen.

## Search
search-title = Ergebnisse
search-count = { $count ->
    [one] { $shown } Treffer.
   *[other] { $shown } Treffer, der naheliegendste zuerst.
}
search-same-name = { $count ->
    [one] Ein Eintrag trägt diesen Namen oder diesen Code.
   *[other] { $shown } Einträge tragen diesen Namen oder diesen Code: Alle stehen oben.
}
search-shortened = Ihr Text war sehr lang: Nur die ersten 300 Zeichen wurden gelesen.
search-none-title = Keine Krankheit mit diesem Namen gefunden
search-none-lead = Das heißt nicht, dass es sie nicht gibt. Sie können:
search-none-spelling = einen anderen Namen versuchen oder nur das auffälligste Wort;
search-none-code = mit einem Code (ORPHA, OMIM, ICD) oder einem Gen suchen, falls es in einem Arztbrief steht;
search-none-undiagnosed = nachlesen, was ohne Diagnose zu tun ist
search-none-sheet = Orientierungsblatt ohne Diagnose
search-not-found-here = Ist es das nicht? Sie können
match-code = gefunden über den Code „{ $matched }“
match-gene = mit dem Gen { $matched } verbunden
match-synonym = auch „{ $matched }“ genannt
match-lay = oft „{ $matched }“ genannt
match-words = gefunden in „{ $matched }“
match-similar = ähnlich wie „{ $matched }“
level-disorder = Krankheit
level-group = Krankheitsgruppe
level-subtype = Unterform
retired-forwarded = Der Code { $code } wird nicht mehr verwendet; dies ist der Eintrag, der ihn ersetzt.
retired-no-successor = Dieser Code wird von Orphanet nicht mehr verwendet und hat keinen Nachfolger.
retired-not-rare = Orphanet zählt diese Krankheit in Europa nicht zu den seltenen: Ihre Arztpraxis oder eine Facharztpraxis in der Nähe ist die richtige Anlaufstelle.

## Disease
definition-other-language = Definition nur in dieser Sprache verfügbar
disease-help = Hilfe in meiner Nähe finden
disease-which-rule = Welche Regel führt zu diesen Netzwerken?
disease-centres = Expertenzentren
disease-map = Diese Zentren auf der Karte ansehen
disease-signs = Wichtigste Zeichen
disease-signs-lead = Anteil der Menschen, bei denen das Zeichen beschrieben wurde. Jeder Mensch ist anders: Ein Zeichen der Liste kann fehlen.
disease-more-signs = { $count ->
    [one] { $shown } weiteres Zeichen
   *[other] { $shown } weitere Zeichen
}
disease-frequency = Veröffentlichte Häufigkeit
disease-frequency-none = Es ist keine veröffentlichte Häufigkeit bekannt.
disease-rarity = Wie viele Menschen in meiner Nähe?
disease-facts = Kurz gefasst
disease-onset = Alter bei Beginn
disease-inheritance = Vererbung
disease-inheritance-guide = was bedeutet das?
disease-genes = Gene
disease-codes = Codes
disease-names = Namen
disease-classification = In den Klassifikationen von Orphanet
disease-children = Umfasst
disease-more-children = { $count ->
    [one] und { $shown } weitere
   *[other] und { $shown } weitere
}
disease-documents = Dokumente und Links
network-none = Nach unseren Regeln deckt kein europäisches Netzwerk diesen Eintrag ab: Die nationale Koordination (Hub) entscheidet.
network-unclassified = Von dieser Krankheit kennen wir hier nur den Namen: Die Klassifikationen von Orphanet sind noch nicht installiert, deshalb lässt sich kein Netzwerk angeben. Das Hilfetelefon oder die nationale Koordination kann es.
trials-note = Register klinischer Studien. Wer teilnehmen kann, sagt allein das Studienteam.
frequency-cases = { $count ->
    [one] { $shown } veröffentlichter Fall oder veröffentlichte Familie
   *[other] { $shown } veröffentlichte Fälle oder Familien
}
frequency-per-100000 = { $n } pro 100.000
gene-role-causative = ursächlich
gene-role-other = damit verbunden
measure-prevalence-at-birth = Häufigkeit bei der Geburt (Prävalenz)
measure-annual-incidence = Neue Fälle pro Jahr (Inzidenz)
measure-point-prevalence = Betroffene zu einem bestimmten Zeitpunkt (Prävalenz)
measure-lifetime-prevalence = Im Laufe des Lebens
measure-cases-or-families = Veröffentlichte Fälle oder Familien
paper-pnds = Behandlungsprotokoll (PNDS)
paper-emergency-card = Notfallkarte
paper-guideline = Leitlinie
origin-imported = Daten von Orphanet und HPO, Version { $release }.
origin-starter = Von uns verfasst, Quelle: { $source }.
onset-antenatal = vor der Geburt
onset-neonatal = bei der Geburt
onset-infancy = erste Lebensmonate
onset-childhood = Kindheit
onset-adolescent = Jugend
onset-adult = Erwachsenenalter
onset-elderly = höheres Alter
onset-all-ages = jedes Alter
onset-no-data-available = keine Angabe
onset-no-data = keine Angabe
inheritance-autosomal-dominant = autosomal-dominant
inheritance-autosomal-recessive = autosomal-rezessiv
inheritance-x-linked-dominant = X-chromosomal-dominant
inheritance-x-linked-recessive = X-chromosomal-rezessiv
inheritance-y-linked = Y-chromosomal
inheritance-mitochondrial-inheritance = mitochondrial
inheritance-multigenic-multifactorial = mehrere Gene und Faktoren
inheritance-oligogenic = einige wenige Gene
inheritance-semi-dominant = semidominant
inheritance-not-applicable = nicht zutreffend
inheritance-unknown = unbekannt
inheritance-not-yet-documented = noch nicht beschrieben
inheritance-no-data-available = keine Angabe
geography-worldwide = weltweit
geography-europe = Europa
geography-france = Frankreich
geography-germany = Deutschland
geography-belgium = Belgien
geography-luxembourg = Luxemburg
geography-netherlands = Niederlande
geography-switzerland = Schweiz
geography-portugal = Portugal
geography-spain = Spanien
geography-italy = Italien
geography-united-kingdom = Vereinigtes Königreich
geography-united-states = Vereinigte Staaten
geography-specific-population = bestimmte Bevölkerungsgruppe
sign-obligate = immer
sign-very-frequent = sehr häufig (80 bis 99 %)
sign-frequent = häufig (30 bis 79 %)
sign-occasional = gelegentlich (5 bis 29 %)
sign-very-rare = sehr selten (1 bis 4 %)
sign-excluded = kommt nicht vor
sign-unknown = Häufigkeit nicht angegeben

## Sheet
sheet-title = Orientierungsblatt
sheet-title-for = Orientierungsblatt: { $name }
sheet-made-on = Blatt vom { $date }
sheet-place = Ort: { $place }
sheet-need = Bedarf: { $need }
sheet-about = Mehr über diese Krankheit
sheet-thread = Der Weg von hier bis zu den Fachleuten
sheet-undiagnosed = Ohne Diagnose ist der erste Schritt eine Arztpraxis, die Sie begleitet und zusammenträgt, was schon gemacht wurde. Die Einrichtungen unten können sie dabei unterstützen.
sheet-no-centre-here = Wir kennen in diesem Land ({ $country }) kein Expertenzentrum für diese Krankheit. Der Weg führt über die nationale Koordination und das europäische Netzwerk.
sheet-europe-heading = Der Weg nach Europa
sheet-europe-lead = An ein Europäisches Referenznetzwerk (ERN) wendet man sich nicht selbst: Fachleute öffnen diesen Weg. Der Rat reist, nicht der kranke Mensch.
sheet-guides = Zum Verstehen
sheet-tools = Dieses Blatt behalten
sheet-large = Große Schrift
sheet-pdf = Blatt als PDF
sheet-print = Drucken
sheet-share = Link zu diesem Blatt, zum Kopieren
sheet-share-note = Dieser Link enthält weder Namen noch Adresse, nur die Krankheit, den Bedarf, das Land und ein Gebiet von etwa 50 km.
sheet-again = Ort oder Bedarf ändern
place-my-position = mein Standort
place-zone = Gebiet von etwa 50 km
place-several = Mehrere Orte heißen „{ $place }“. Welcher ist Ihrer?
place-unknown = Wir finden „{ $place }“ nicht. Geben Sie eine Postleitzahl oder einen Ort in einem der abgedeckten Länder an. Das Blatt unten ist ohne Ort erstellt.
place-mend = Ort berichtigen
part-networks = Die Netzwerke, die diese Krankheit kennen
part-lead-networks = Ein Netzwerk verbindet die Teams mit der größten Erfahrung. Ihre Ärztin oder Ihr Arzt wendet sich für Sie dorthin.
part-empty-networks = Nach unseren Regeln deckt kein Netzwerk diesen Eintrag ab: Die nationale Koordination (Hub) entscheidet.
part-reference-centres = Referenzzentren: weniger zahlreich, manchmal weiter weg
part-lead-reference-centres = Das Team mit der größten Erfahrung: Diagnose, Behandlungsplan, komplexe Fälle.
part-empty-reference-centres = Wir kennen kein belegtes Expertenzentrum für diese Krankheit. Das Netzwerk, das Hilfetelefon oder die nationale Koordination können Ihnen eines nennen.
part-competence-centres = Kompetenzzentren: näher bei Ihnen
part-lead-competence-centres = Die Betreuung in Ihrer Nähe, in Verbindung mit dem Referenzzentrum.
part-general-centres = Für alle seltenen Krankheiten, in Ihrer Nähe
part-lead-general-centres = Diese Stellen sind nicht allein auf diese Krankheit spezialisiert: Sie helfen, das richtige Team zu finden.
part-laboratories = Labore
part-lead-laboratories = Untersuchungen werden ärztlich angefordert.
part-associations = Vereine und Selbsthilfe
part-lead-associations = Menschen, die das Leben mit einer seltenen Krankheit kennen.
part-services = Dienste für diesen Bedarf
part-lead-services = Rechte, Schule, Arbeit, Zuhause, Unterstützung: die Dienste Ihres Landes.
part-helplines = Mit jemandem sprechen
part-lead-helplines = Ein Mensch antwortet.
part-europe = Nationale Koordination
part-lead-europe = Sie verbindet Ihre Ärztin oder Ihren Arzt mit den europäischen Netzwerken.
step-treating-doctor = Ärztin oder Arzt, die oder der Sie begleitet
step-cnm = Nationale medizinische Koordination (CNM) der luxemburgischen Fachstelle für seltene Krankheiten (Cellule maladies rares)
step-cern = ERN-Koordination (CERN) des nationalen Hubs
step-crmr-ccmr = Referenz- oder Kompetenzzentrum (CRMR, CCMR)
step-centre = Expertenzentrum des Landes
step-network = Europäisches Netzwerk (ERN)
card-why-title = Warum hier
card-why = Warum hier: { $why }
card-source = Quelle:
source-seed-000 = Präsentation „1ère année de l’Infoline“ (Das erste Jahr der Infoline), ALAN und CHL, 26. März 2021
source-seed-001 = Artikel „Maladies rares : où se faire accompagner ?“ (auf Französisch), 2025
checked-on = geprüft am { $date }
checked-never = nie geprüft
warning-stale = Erneut zu prüfen: letzte Prüfung am { $date }.
warning-unconfirmed = Nicht bestätigt: Bitte prüfen Sie es, bevor Sie sich darauf verlassen.
warning-label-expired = Die offizielle Anerkennung ist abgelaufen ({ $date }).
warning-demo = Erfundene Einrichtung, nur zur Demonstration.
why-covers-disorder = betreut Menschen mit dieser Krankheit
why-covers-group = betreut Menschen mit Krankheiten der Gruppe „{ $group }“
why-rule = deckt die Gruppe „{ $group }“ ab
why-rule-itself = deckt diese Krankheit ab
why-need = hilft bei: { $need }
why-all-rare = für alle seltenen Krankheiten
why-network = gehört zu { $network }
why-country = in Ihrem Land: { $country }
why-nearest = am nächsten gelegen, soweit uns bekannt
why-coordinates = koordinierender Standort
why-helpline = nationales Hilfetelefon: { $country }
why-hub = nationale Koordination: { $country }
audience-adult = für Erwachsene
audience-child = für Kinder
label-plain = Anerkennung: { $label }
label-until = Anerkennung: { $label }, bis { $until }
contact-phone = Telefon
contact-email = E-Mail
contact-web = Website
days = Mo Di Mi Do Fr Sa So
hours-always = Tag und Nacht
disease-more-frequencies = Andere Länder und Regionen
contact-hours = Zeiten:
distance-km = etwa { $km } km Luftlinie
procedure-form = Formular
procedure-payer = Wer zahlt
procedure-deadline = Frist
procedure-appeal = Bei Ablehnung
procedure-official = Offizielle Seite

## Rarity
rarity-title = Wie viele Menschen? { $name }
rarity-area = Land, Region oder Krankenhaus
rarity-births = Geburten pro Jahr: { $number }.
rarity-population = Bevölkerung: { $number }.
rarity-number = { $n } (Jahr { $year })
rarity-none = Keine veröffentlichte Häufigkeit erlaubt diese Berechnung für diesen Ort.
rarity-table = Was hier zu erwarten ist
rarity-note = Jede Zeile beantwortet ihre eigene Frage. Die Häufigkeit bei der Geburt, die neuen Fälle pro Jahr und die Zahl der Betroffenen ersetzen einander nicht. Die Spannen sind weit, weil sie es in den Studien sind.
rarity-sharing = Warum Wissen geteilt wird
rarity-sharing-lead = Je seltener eine Krankheit ist, desto weniger zählt die Erfahrung eines einzelnen Krankenhauses und desto mehr die aller zusammen.
rarity-sharing-text = Zu erwartende Betroffene: { $here } ({ $low } bis { $high }), gegenüber { $all } bis { $most } in allen abgedeckten Ländern zusammen. Ein Punkt ist ein Mensch, bis zu { $dots } Punkte.
rarity-covered = Alle abgedeckten Länder
rarity-seed-title = Eine von 300.000 Geburten
rarity-seed-lead = Das Beispiel aus den ersten Jahren der Infoline: eine Geburt alle 60 Jahre in Luxemburg, alle 20 Jahre in Heidelberg, alle 10 Jahre in Lyon. Dieselbe Rechnung mit den Geburtenzahlen von heute:
rarity-waiting-text = Jahre zwischen zwei Geburten bei einer Krankheit, die 1 von 300.000 Neugeborenen betrifft. Je länger der Balken, desto länger wartet das Team.
range-up-to = weniger als { $high }
range-at-least = mehr als { $low }
range-from-to = { $low } bis { $high }
years-between = eine Geburt alle { $years } Jahre oder seltener
years-between-range = eine Geburt alle { $often } bis { $rarest } Jahre
years = { $count ->
    [one] { $shown } Jahr
   *[other] { $shown } Jahre
}
expected-prevalence-at-birth = Betroffene Geburten pro Jahr
expected-annual-incidence = Neu Betroffene pro Jahr
expected-point-prevalence = Menschen, die mit der Krankheit leben
expected-lifetime-prevalence = Menschen, die im Laufe ihres Lebens betroffen sind
column-measure = Messgröße
column-value = Wert
column-where = Wo
column-source = Quelle
column-expected = Zu erwarten
column-number = Anzahl
column-basis = Grundlage
column-births = Geburten pro Jahr
column-one-every = Eine Geburt alle
column-file = Datei
column-version = Version
column-licence = Lizenz
column-attribution = Zu nennen
column-line = Zeile
column-group = Gruppe
column-network = Netzwerk
column-precedence = Vorrang
column-note = Anmerkung
column-fate = Ergebnis
column-distance = Entfernung

## Networks, directory, structures
networks-title = Die Netzwerke
networks-lead = Wer die Fachleute zusammenbringt, in Europa und in Frankreich.
networks-ern = { $count ->
    [one] { $shown } Europäisches Referenznetzwerk (ERN)
   *[other] { $shown } Europäische Referenznetzwerke (ERN)
}
networks-fsmr = { $count ->
    [one] { $shown } französisches Netzwerk (FSMR)
   *[other] { $shown } französische Netzwerke (FSMR)
}
ern-professionals-only = Ein ERN ist für Fachleute da: Ihre Ärztin oder Ihr Arzt wendet sich dorthin.
directory-title = Verzeichnis
directory-words = Wörter
directory-kind = Art der Einrichtung
directory-stale = Nur, was zu prüfen ist
directory-count = { $count ->
    [one] { $shown } Einrichtung
   *[other] { $shown } Einrichtungen
}
directory-none = Keine Einrichtung passt zu diesen Kriterien. Nehmen Sie eines weg oder rufen Sie ein Hilfetelefon an.
page-label = Seiten der Liste
page-previous = Vorherige Seite
page-next = Nächste Seite
kind-ern = Europäisches Referenznetzwerk (ERN)
kind-fsmr = französisches Netzwerk für seltene Krankheiten (FSMR)
kind-crmr = Referenzzentrum (CRMR)
kind-ccmr = Kompetenzzentrum (CCMR)
kind-abroad-crmr = Expertenzentrum
kind-abroad-ccmr = wohnortnahes Zentrum
kind-hub = nationale Koordination (Hub)
kind-association = Verein
kind-alliance = Dachverband von Vereinen
kind-helpline = Hilfetelefon
kind-crisis-line = Krisentelefon
kind-platform = Plattform
kind-laboratory = Labor
kind-service = Dienst
organisation-coordinator = Koordination
organisation-languages = Sprachen
organisation-parents = Gehört zu
organisation-services = Was Sie dort finden
organisation-covers = Abgedeckte Krankheiten
organisation-covers-rules = Was dieses Netzwerk abdeckt
organisation-covers-rules-lead = Gruppen von Orphanet, die zu diesem Netzwerk führen, mit der Zeile der Regel.
organisation-sites = Weitere Standorte
organisation-members = Bekannte Mitglieder
rule-line = Regel { $line }
guide-what-is-ern = Was ist ein ERN?
guide-what-is-fsmr = Was ist ein französisches Netzwerk (FSMR)?
guide-what-is-crmr = Was ist ein Referenzzentrum?
guide-what-is-ccmr = Was ist ein Kompetenzzentrum?
guide-what-is-hub = Was ist ein Hub?
guide-what-is-laboratory = Wie arbeiten die Labore?

## Map
map-title = Karte der Zentren
map-lead = Die Expertenzentren und Koordinationsstellen, die wir kennen. Ariane zeichnet die Karte selbst: Kein fremder Server erfährt, was Sie ansehen.
map-lead-for = Zentren, die wir kennen, für: { $name }.
map-all = Alle Zentren ansehen
map-caption = ● Referenz- oder Expertenzentrum · ■ Kompetenzzentrum oder ERN-Mitglied · ◆ nationale Koordination. Alle stehen in der Liste unten.
map-alt = Karte von Westeuropa mit { $count } Markierungen; dieselben Zentren stehen in der folgenden Liste.
map-list = { $count ->
    [one] { $shown } Zentrum
   *[other] { $shown } Zentren
}
map-unplaced = { $count ->
    [one] { $shown } Standort ohne Koordinaten ist nicht auf der Karte.
   *[other] { $shown } Standorte ohne Koordinaten sind nicht auf der Karte.
}

## Guides, helplines, sources, rules
guides-title = Verstehen
guides-lead = Die Wörter und Wege rund um seltene Krankheiten, einfach erklärt.
guide-unchecked = noch nicht an der Quelle geprüft
helplines-title = Hilfetelefone und Notruf
helplines-lead = Menschen, die antworten, nach Land. Bei unmittelbarer Gefahr wählen Sie den Notruf.
helplines-emergency = Notruf:
helplines-rare = Seltene Krankheiten
helplines-crisis = Krise, Gewalt, Kinder
helplines-european = Europa
sources-title = Quellen und Lizenzen
sources-lead = Woher kommt, was Sie lesen, und seit wann.
sources-release = Version der Daten: { $release }
sources-confirmed = Verzeichnis: { $confirmed } von { $all } Standorteinträgen an der Quelle bestätigt.
sources-stale = Die zu prüfenden ansehen
sources-files = Importierte amtliche Dateien
sources-starter = Es ist keine amtliche Datei importiert: Die Seiten beruhen auf den Startdaten, von uns verfasst, mit Quellen.
sources-others = Weitere Quellen
sources-outlines = Umrisse der Länder: Natural Earth (gemeinfrei).
sources-font = Schrift: Atkinson Hyperlegible Next, Braille Institute (SIL OFL 1.1).
sources-own = Regeln der Orientierung: von uns verfasst, jede Zeile mit ihrer Quelle.
count-entities = Krankheiten und Gruppen in Gebrauch
count-retired = Zurückgezogene Codes
count-names = Namen und Synonyme
count-definitions = Definitionen
count-signs = Verbindungen Krankheit–Zeichen
count-genes = Verbindungen Krankheit–Gen
count-frequencies = Veröffentlichte Häufigkeiten
count-classifications = Klassifikationen
count-places = Orte
count-structures = Einrichtungen
count-rules = Regeln der Orientierung
rules-title = Regeln der Orientierung
rules-lead = Jede Regel führt von einer Gruppe von Orphanet zu einem Netzwerk. Die genaueste gilt, danach die mit dem höchsten Vorrang.
rules-network = Netzwerk
rules-for-title = Warum diese Netzwerke? { $name }
rules-for-none = Keine Regel betrifft diesen Eintrag.
rule-none-ern = kein ERN
rule-none-fsmr = kein französisches Netzwerk (FSMR)
rule-unconfirmed = nicht bestätigt
fate-fired = angewandt
fate-less-specific = eine genauere Regel geht vor
fate-lower-precedence = eine Regel mit höherem Vorrang geht vor
fate-beyond-limit = zwei Netzwerke sind bereits genannt

## Problems
problem-title-page = Diese Seite gibt es nicht
problem-lead-page = Vielleicht ist die Adresse unvollständig. Beginnen Sie neu auf der Startseite.
problem-title-disease = Diese Krankheit ist nicht in unserer Datenbank
problem-lead-disease = Der Code ist nicht bekannt. Suchen Sie nach dem Namen oder fragen Sie bei einem Hilfetelefon nach.
problem-title-organisation = Diese Einrichtung ist nicht in unserem Verzeichnis
problem-lead-organisation = Vielleicht wurde sie entfernt. Suchen Sie im Verzeichnis oder fragen Sie bei einem Hilfetelefon nach.
problem-title-form = Das Formular konnte nicht gelesen werden
problem-lead-form = Es wurde nichts gespeichert. Beginnen Sie neu auf der Startseite.
problem-title-ours = Ein Fehler auf unserer Seite
problem-lead-ours = Es liegt nicht an Ihnen. Versuchen Sie es gleich noch einmal oder rufen Sie ein Hilfetelefon an.
