# Austausch tëscht Fachleit.
exchange-title = Austausch tëscht Fachleit
exchange-hint = Wat een tëscht zwou Sëtzunge gefrot gouf, a wat dozou gesot gouf. Et ass e Rot: den Dokter, deen d’Persoun behandelt, decidéiert an erkläert.
exchange-new = Nei Notiz
exchange-add = En Austausch opschreiwen
exchange-notes = Notizen
exchange-none = Keen Austausch ass opgeschriwwen.
exchange-count-none = Keen opgeschriwwen
exchange-count = { $count ->
    [one] { $shown } Notiz
   *[other] { $shown } Notizen
}
exchange-awaited-count = { $count ->
    [one] { $shown } Rot erwaart
   *[other] { $shown } Réit erwaart
}
exchange-asked = { $name } huet gefrot: { $whom }
exchange-advised-on = Rot vum { $day }
exchange-none-on = Kee Rot; opgeschriwwen de { $day }
exchange-somebody-else = Een aneren: Numm a Funktioun niewendrun
exchange-whom = Wien
exchange-other = Soss Numm a Funktioun
exchange-way = Wéi
exchange-way-phone = um Telefon
exchange-way-mail = per Mail
exchange-way-video = per Video
exchange-way-in-person = perséinlech
exchange-on = Gefrot de
exchange-question = Fro
exchange-advice-part = Äntwert
exchange-end = Wou et drun ass
exchange-end-on = Geäntwert de
exchange-advice = Rot, oder firwat kee kënnt
exchange-advise = D’Äntwert opschreiwen
exchange-sharing = Wien dës Notiz liest
exchange-state-awaited = Äntwert erwaart
exchange-state-advised = Rot ginn
exchange-state-no-advice = Kee Rot
case-event-exchange = Austausch tëscht Fachleit
open-end-advice-missing = Rot, deen nach vu Fachleit kënnt
open-end-hint-advice-missing = Frot no a schreift d’Äntwert op, oder firwat keng kënnt.
cell-rule-exchange-nobody-asked = Wielt, wien Dir gefrot hutt, oder schreift Numm a Funktioun.
cell-rule-exchange-oneself = Wielt een aneren ewéi Iech selwer.
cell-rule-exchange-question-missing = Schreift, wat Dir gefrot hutt.
cell-rule-exchange-advice-missing = Schreift de Rot, oder firwat kee kënnt.
cell-rule-exchange-before-question = D’Äntwert huet en Datum virun der Fro.
cell-rule-exchange-say-how = Eng Äntwert ass geschriwwen: wielt „Rot ginn“ oder „Kee Rot“.
care-earlier = Wat virdru do stoung
