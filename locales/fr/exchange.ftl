# Échanges entre professionnels.
exchange-title = Échanges entre professionnels
exchange-hint = Ce qui a été demandé à quelqu’un entre deux réunions, et ce qu’il en a dit. C’est un avis : le médecin traitant décide et explique.
exchange-new = Nouvelle note
exchange-add = Noter un échange
exchange-notes = Notes
exchange-none = Aucun échange n’est noté.
exchange-count-none = Aucun noté
exchange-count = { $count ->
    [one] { $shown } note
   *[other] { $shown } notes
}
exchange-awaited-count = { $count ->
    [one] { $shown } avis attendu
   *[other] { $shown } avis attendus
}
exchange-asked = { $name } a demandé à { $whom }
exchange-advised-on = Avis donné le { $day }
exchange-none-on = Pas d’avis ; noté le { $day }
exchange-somebody-else = Quelqu’un d’autre : nom et fonction à côté
exchange-whom = À qui
exchange-other = Sinon, nom et fonction
exchange-way = Comment
exchange-way-phone = par téléphone
exchange-way-mail = par courriel
exchange-way-video = en vidéo
exchange-way-in-person = de vive voix
exchange-on = Demandé le
exchange-question = Question
exchange-advice-part = Réponse
exchange-end = Où en est-on
exchange-end-on = Répondu le
exchange-advice = Avis, ou pourquoi il n’y en aura pas
exchange-advise = Noter la réponse
exchange-sharing = Qui lit cette note
exchange-state-awaited = Réponse attendue
exchange-state-advised = Avis donné
exchange-state-no-advice = Pas d’avis
case-event-exchange = Échange entre professionnels
open-end-advice-missing = Avis attendus d’un professionnel
open-end-hint-advice-missing = Relancez, puis notez la réponse, ou pourquoi il n’y en aura pas.
cell-rule-exchange-nobody-asked = Choisissez à qui vous avez demandé, ou écrivez son nom et sa fonction.
cell-rule-exchange-oneself = Choisissez quelqu’un d’autre que vous.
cell-rule-exchange-question-missing = Écrivez ce que vous avez demandé.
cell-rule-exchange-advice-missing = Écrivez l’avis, ou pourquoi il n’y en aura pas.
cell-rule-exchange-before-question = La réponse porte une date antérieure à la question.
cell-rule-exchange-say-how = Une réponse est écrite : choisissez « Avis donné » ou « Pas d’avis ».
care-earlier = Ce qui était noté avant
