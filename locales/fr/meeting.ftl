# List and planning
meeting-list = Réunions hebdomadaires
meeting-list-real = Réunions hebdomadaires (dossiers réels)
meeting-list-training = Réunions d’exercice
meeting-training-note = Exercice : dossiers fictifs, comptés dans aucun chiffre.
meeting-coming = À venir
meeting-coming-none = Aucune réunion n’est prévue. Proposez des dates : l’ordre du jour se construit ensuite à partir des trois provenances.
meeting-past = Passées
meeting-past-none = Aucune réunion n’a encore eu lieu.
meeting-to-sign = compte rendu à signer
meeting-plan = Prévoir des réunions
meeting-plan-date = Première date
meeting-plan-time = Heure
meeting-plan-weeks = Nombre de semaines
meeting-plan-on-holiday = Si la date tombe un jour férié
meeting-holiday-skip = la réunion n’a pas lieu
meeting-holiday-next-working-day = elle a lieu le jour ouvrable suivant
meeting-holiday-keep = elle a lieu quand même
meeting-plan-propose = Proposer les dates
meeting-plan-proposed = Dates proposées
meeting-plan-do = Prévoir les dates cochées
meeting-plan-moved = au lieu du { $day }, jour férié
meeting-plan-holiday = jour férié
meeting-plan-left-out = jour férié : pas de réunion
meeting-planned =
    { $count ->
        [one] { $shown } réunion est prévue.
       *[other] { $shown } réunions sont prévues.
    }

# One meeting
meeting-title = Réunion du { $moment }
meeting-title-training = Réunion d’exercice du { $moment }
meeting-here = Présents sur cette page :
meeting-here-me = { $name } (vous)
meeting-begin = Commencer la réunion
meeting-end = Terminer la réunion
meeting-cancel = Annuler la réunion
meeting-build = Construire l’ordre du jour
meeting-refresh = Actualiser l’ordre du jour
meeting-add = Ajouter le dossier n°
meeting-add-do = Ajouter
meeting-minutes = Compte rendu
meeting-minutes-pdf = Compte rendu en PDF
meeting-items = Ordre du jour
meeting-items-none = L’ordre du jour est vide. Construisez-le : il réunit ce qui est nouveau, reporté, à échéance ou modifié, des trois provenances.
meeting-item = N° { $number } · { $name }
meeting-name-unknown = nom non renseigné
meeting-carried =
    { $count ->
        [one] reporté { $shown } fois
       *[other] reporté { $shown } fois
    }
meeting-dissent-of = Avis différent : { $who }
meeting-text = Ce qui a été dit et décidé
meeting-act-discussed = Discuté
meeting-act-decided = Décidé
meeting-act-carry-over = Reporter
meeting-act-dissent = Je suis d’un autre avis
meeting-added =
    { $count ->
        [0] Rien de nouveau pour l’ordre du jour.
        [one] { $shown } dossier a été ajouté à l’ordre du jour.
       *[other] { $shown } dossiers ont été ajoutés à l’ordre du jour.
    }
meeting-back = Revenir à la réunion

# Steps
meeting-step-propose = Proposer une démarche
meeting-step-title = Proposer une démarche : { $item }
meeting-step-track = Volet
meeting-step-owner = Qui s’en charge
meeting-step-due = Échéance
meeting-step-text = Démarche
meeting-step-do = Proposer cette démarche
meeting-step-by = avant le { $day }
meeting-step-of = Démarche, volet { $track }
meeting-done-step = La démarche est proposée.

# Signatures and addenda
meeting-signatures = Signatures
meeting-sign-lead = Chacun signe le compte rendu tel qu’il l’a lu sur cette page. Une modification ultérieure efface les signatures.
meeting-sign = Signer pour le volet { $track }
meeting-signed-by = volet { $track } : signé par { $name }, { $moment }
meeting-unsigned = Personne n’a encore signé.
meeting-done-signed = Votre signature est enregistrée.
meeting-addenda = Compléments
meeting-addendum = Ajouter un complément
meeting-addendum-hint = Daté et à votre nom ; ce qui a été signé ne change pas.
meeting-addendum-do = Ajouter le complément
meeting-addendum-by = { $name }, { $moment }

# Two who write at once
meeting-done-joined = Enregistré, avec ce qu’un collègue a écrit entre-temps.
meeting-choose-title = Deux versions du même passage
meeting-choose-lead = Un collègue a modifié le même passage. Rien n’est perdu : voici les deux versions, choisissez.
meeting-choose-theirs = Version du collègue
meeting-choose-mine = Votre version
meeting-choose-both = Texte avec les deux versions, à ajuster
meeting-choose-between = — ou —
meeting-choose-do = Enregistrer ce texte
meeting-choose-keep-theirs = Garder la version du collègue
meeting-choose-keep-mine = Garder ma version
meeting-choose-keep-both = Garder les deux
meeting-not-kept-title = Votre texte n’est pas encore enregistré

# The open page
meeting-live-saving = Enregistrement…
meeting-live-saved = Enregistré.
meeting-live-away = La connexion est coupée. Ce que vous tapez est gardé ici et sera enregistré dès qu’elle revient.
meeting-live-back = La connexion est revenue, tout est enregistré.
meeting-live-signed-out = Votre session est terminée. Ce que vous avez tapé est gardé, chiffré, dans ce navigateur : reconnectez-vous, puis rouvrez cette page.
meeting-live-changed = L’ordre du jour ou l’état de la réunion a changé. Actualisez la page pour le voir.
meeting-live-unread = Le compte rendu a changé depuis que vous avez ouvert cette page. Relisez-le et actualisez la page avant de signer.

# Minutes
meeting-minutes-title = Compte rendu de la réunion du { $moment }
meeting-minutes-training = Compte rendu d’exercice, réunion du { $moment }
meeting-draft = Projet : pas encore signé par les deux volets.
meeting-present = Présents
meeting-present-none = Personne n’a été noté présent.
meeting-no-items = Aucun dossier n’était à l’ordre du jour.
meeting-confidential = Confidentiel : réservé à la cellule de coordination.
meeting-file = compte-rendu
meeting-print = Imprimer

# Rules that refuse
meeting-fault-not-possible = Ce n’est plus possible dans l’état actuel de la réunion.
meeting-fault-not-yours = Votre fonction ne permet pas cette action.
meeting-fault-not-what-was-read = Le compte rendu a changé depuis que vous l’avez lu. Relisez-le ci-dessous, puis signez.
meeting-fault-same-person = Vous avez déjà signé pour l’autre volet : deux personnes signent le compte rendu.
meeting-fault-already-signed = Ce volet a déjà signé.
meeting-fault-not-your-track = Vous ne pouvez pas signer pour ce volet.
meeting-fault-out-of-order = L’horloge indique un moment antérieur au dernier changement. Réessayez.
meeting-fault-empty = Il manque un texte.
meeting-fault-nothing-decided = Il n’y a pas de décision sur laquelle être d’un autre avis.
meeting-fault-not-present = Seule une personne présente à la réunion peut exprimer un avis différent.
meeting-fault-due-in-past = L’échéance est passée. Choisissez aujourd’hui ou une date à venir.
meeting-fault-no-such-file = Aucun dossier ne porte ce numéro.
meeting-fault-on-agenda = Ce dossier est déjà à l’ordre du jour.
meeting-fault-mixed = Dossiers réels et fictifs ne sont jamais réunis : ce numéro appartient à l’autre sorte.
meeting-fault-twice-or-mixed = L’ordre du jour ne peut pas être construit : un dossier y serait deux fois, ou réel parmi des fictifs.
meeting-fault-overtaken = Quelqu’un a été plus rapide. Regardez ce qui a changé, puis réessayez.
meeting-fault-unreadable = Une indication manque ou ne peut pas être lue.
meeting-fault-no-minutes = Le compte rendu existe quand la réunion est terminée.
meeting-fault-trouble = Cela n’a pas pu être enregistré. Votre texte reste ici.

# Coded words
meeting-state-scheduled = Prévue
meeting-state-live = En cours
meeting-state-ended = Terminée
meeting-state-signed-by-one = Signée par un volet
meeting-state-closed = Signée par les deux volets
meeting-state-cancelled = Annulée
agenda-reason-pressing = urgent
agenda-reason-carried-over = reporté de la dernière réunion
agenda-reason-new = nouveau
agenda-reason-arrived = une réponse attendue est arrivée
agenda-reason-step-due = démarche à échéance
agenda-reason-changed = modifié depuis la dernière réunion
agenda-reason-by-hand = ajouté à la main
item-state-pending = Pas encore abordé
item-state-discussed = Discuté
item-state-decided = Décidé
item-state-carried-over = Reporté à la prochaine réunion
meeting-origin-infoline = Infoline
meeting-origin-psychosocial-service = Service psycho-social
meeting-origin-hub = Hub national
meeting-track-psychosocial = psycho-social
meeting-track-medical = médical
meeting-dissent-say = Pourquoi (facultatif)
meeting-dissent-why = { $name } : « { $text } »
