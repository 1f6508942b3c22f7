# Events and trainings, laboratories, origin of onset and inheritance.

## Events
events-title = Agenda
events-lead = Treffen a Formatiounen, déi kommen, vun Associatiounen an Netzwierker ugekënnegt. Wat laanscht ass, verschwënnt vum selwen.
events-kind = Wat sicht Dir?
events-kind-any = Treffen a Formatiounen
events-for-any = Jiddereen
events-count = { $count ->
    [one] { $shown } Datum, deen nach kënnt.
   *[other] { $shown } Datumer, déi nach kommen, dee nächsten als éischten.
}
events-none = Mir kenne keen Datum, deen nach kënnt.
events-none-filtered = Keen Datum, deen nach kënnt, passt op dës Auswiel.
events-none-teach = D’Associatiounen kënnegen hir Treffen a Formatiounen op hire Säiten un. Gëtt eis en Datum mat senger Quell matgedeelt, steet en hei bis zu sengem leschten Dag.
events-note = Frot w.e.g. beim Organisateur no, ier Dir Iech op de Wee maacht.
events-all = De ganzen Agenda
events-associations = D’Associatiounen
event-kind-event = Treffen oder Aktiounsdag
event-kind-training = Formatioun
event-dates = vum { $start } bis den { $end }
event-online = online
event-cancelled = Ofgesot.
event-for = Fir: { $who }
event-organiser = Organiséiert vun
event-on-paper = Agenda: { $event }
participants-patients = Betraffener
participants-relatives = Familljememberen
participants-associations = Associatiounen
participants-professionals = Fachleit
participants-public = jiddereen
card-events = Nächst Datumer
organisation-events = Nächst Datumer

## Laboratories
laboratory-title = Analysen
laboratory-tests = Analysen, déi gemaach ginn
laboratory-accreditation = Akkreditatioun
laboratory-turnaround = Zäit bis d’Resultat
laboratory-prescriber = Wien se ufroe kann
laboratory-form = Formulaire fir d’Ufro
laboratory-for = bei:
laboratory-not-known = eis net bekannt
laboratory-days = { $count ->
    [one] { $shown } Dag
   *[other] { $shown } Deeg
}
laboratory-days-range = { $from } bis { $to } Deeg
laboratory-note = „Eis net bekannt“ heescht net, datt de Laboratoire et net mécht: frot do no. Eng Prouf gëtt an der Reegel mat der Ufro vun engem Dokter geschéckt.
prescriber-doctor = en Dokter
prescriber-specialist = Spezialist
prescriber-geneticist = Genetiker, no enger Berodung

## Coverage that is not stated
organisation-coverage-not-stated = Dës Struktur ass fir bestëmmte Krankheeten do, mee mir wëssen net genee fir wéi eng. Frot do no.
organisation-coverage-more = Si ass och fir aner Krankheeten do, mee mir wëssen net genee fir wéi eng. Frot do no.
why-coverage-not-stated = fir wéi eng Krankheeten, ass net uginn: w.e.g. nofroen
kind-ern-member = Spidolsekipp, Member vun engem europäeschen Netzwierk (ERN)

## Origin of onset and inheritance
traits-source-title = Wou dat hierkënnt
traits-source = Ufank a Vererbung: Orphanet, Fichier vum { $version }. Keng Plaz ass uginn: si faasse Publikatiounen aus der ganzer Welt zesummen.
traits-source-undated = Ufank a Vererbung: Orphanet. Keng Plaz ass uginn: si faasse Publikatiounen aus der ganzer Welt zesummen.
traits-source-starter = Ufank a Vererbung: vun eis geschriwwen no { $source }. Keng Plaz ass uginn.
