# Lists and settings
rcp-list = RCP
rcp-lead = Réunions de concertation pluridisciplinaire (RCP) : plusieurs spécialistes donnent un avis sur un dossier ; le médecin traitant décide et explique.
rcp-none = Aucune RCP n’est encore créée. Créez-en une : son rythme, sa durée, qui la coordonne ; les dates sont ensuite proposées.
rcp-new = Créer une RCP
rcp-training = Exercice : dossiers fictifs, comptés dans aucun chiffre.
rcp-ended = Terminée : plus aucune séance n’est prévue.
rcp-coming = À venir
rcp-coming-none = Aucune séance n’est prévue.
rcp-past = Passées
rcp-sessions = Séances
rcp-settings = Réglages
rcp-proposed = Dates proposées
rcp-plan-do = Prévoir les dates cochées
rcp-plan-hand = Séance hors rythme
rcp-plan-hand-do = Prévoir cette séance
rcp-name = Nom
rcp-name-hint = Par exemple : génétique humaine. Il figure dans l’agenda des participants : ne nommez personne.
rcp-coordinator = Coordination de séance
rcp-first = Première date
rcp-time = Heure
rcp-minutes = Durée en minutes
rcp-often = Rythme
rcp-cadence-monthly = chaque mois, même rang et même jour de semaine
rcp-cadence-monthly-last = chaque mois, dernier du mois
rcp-cadence-quarterly = tous les trois mois, même rang et même jour de semaine
rcp-cadence-weekly = chaque semaine
rcp-cadence-fortnightly = toutes les deux semaines
rcp-recurs = { $cadence }, depuis le { $day }, à { $time }, { $minutes } minutes
rcp-holiday-week-later = une semaine plus tard
rcp-holiday-next-working-day = le jour ouvrable suivant
rcp-holiday-previous-working-day = le jour ouvrable précédent
rcp-holiday-skip = elle n’a pas lieu
rcp-holiday-keep = elle a lieu quand même
rcp-place = Lieu
rcp-link = Lien de visioconférence
rcp-quorum = Quorum
rcp-quorum-none = Aucun quorum demandé
rcp-quorum-marked = demandé ; s’il manque, le compte rendu le signale
rcp-quorum-enforced = exigé ; sans lui, le compte rendu n’est pas validé
rcp-quorum-asked = { $need } spécialités, { $rule }
rcp-quorum-reached = Quorum atteint : { $have } spécialités
rcp-quorum-missing = Sans quorum : { $have } spécialités présentes sur { $need } demandées
rcp-at-least = Nombre de spécialités
rcp-admission = Lecture par les participants extérieurs
rcp-admission-hint = Ils lisent les dossiers de la liste dès l’invitation. Leur accès s’éteint de lui-même à la première de ces deux échéances.
rcp-after-validation = Jours après la validation
rcp-after-meeting = Jours après la réunion
rcp-window = Les invités de l’extérieur les lisent jusqu’à { $validation } jours après la validation, au plus { $meeting } jours après la réunion.
rcp-is-training = RCP d’exercice, avec des dossiers fictifs
rcp-is-ended = Terminée : ne plus prévoir de séance

# One session
rcp-title = RCP { $name } · { $moment }
rcp-title-training = RCP d’exercice { $name } · { $moment }
rcp-session = Séance
rcp-when = Date
rcp-act-invite = Envoyer les invitations
rcp-act-invite-again = Renvoyer les invitations
rcp-act-hold = La séance a eu lieu
rcp-act-validate = Valider le compte rendu
rcp-act-sign = Signer le compte rendu
rcp-act-send = Le compte rendu est transmis : prévenir les participants
rcp-act-send-back = Renvoyer aux auteurs
rcp-act-cancel = Annuler la séance
rcp-files = Dossiers de la liste
rcp-files-hint = Un dossier est lu par les invités dès qu’il est sur la liste et que les invitations sont parties ; il se ferme dès qu’il en sort.
rcp-files-none = Aucun dossier sur la liste.
rcp-file = Dossier n° { $number }
rcp-file-add = Ajouter le dossier n°
rcp-file-add-do = Ajouter à la liste
rcp-file-remove = Retirer de la liste
rcp-no-physician = Aucun médecin traitant : le trouver est la première démarche, avant tout avis.
rcp-advices = Avis
rcp-advice = Avis de la RCP
rcp-advice-is = Un avis : le médecin traitant décide et explique.
rcp-advice-none = Aucun avis n’est écrit.
rcp-advice-do = Enregistrer l’avis
rcp-kept-now = Enregistré entre-temps. Votre texte est dans le champ : rien n’est perdu.
rcp-plain = En mots simples, pour la personne
rcp-plain-hint = Elle ne les lit qu’après qu’un médecin a noté les avoir expliqués.
rcp-dissent = D’un autre avis
rcp-dissent-why = Ce que dit { $name }
rcp-passing = Transmission au médecin traitant
rcp-passing-open = Personne n’a encore dit comment le compte rendu lui est parvenu.
rcp-passing-say = Dire comment il est transmis
rcp-passing-correct = Corriger
rcp-passing-way = Comment
rcp-passing-out = Transmis
rcp-passing-kept = Non transmis
rcp-passing-to = À qui
rcp-passing-on = Le
rcp-passed = Transmis à { $to } le { $day } : { $way }.
rcp-kept = Non transmis : { $reason }.
report-way-post = par la poste
report-way-secure-mail = par messagerie protégée
report-way-in-person = de la main à la main
report-kept-refused = la personne ne le souhaite pas
report-kept-no-physician = ce médecin ne la suit plus
report-kept-died = la personne est décédée
rcp-told = Annonce à la personne
rcp-told-not-yet = Personne ne lui en a encore parlé : rien ne lui est montré.
rcp-told-explained = Expliqué par { $name }, { $moment }
rcp-told-prefers-not = La personne préfère ne pas savoir, noté par { $name }, { $moment }
rcp-tell = Noter l’annonce
rcp-tell-hint = À votre nom. La personne relira ces mots par son lien privé, avec une preuve par un second canal.
rcp-tell-explained = Je l’ai expliqué
rcp-tell-prefers-not = La personne préfère ne pas savoir
rcp-people = Participants
rcp-people-none = Personne n’est encore invité.
rcp-person-add = Inviter
rcp-person-hint = Un participant extérieur a d’abord un compte, avec la fonction « participant d’une RCP » : l’administration l’invite.
rcp-specialty = Spécialité
rcp-person-add-do = Inviter à cette séance
rcp-nobody-left = Tous ceux qui peuvent l’être sont invités.
rcp-withdraw = Retirer l’invitation
rcp-was-present = présent
rcp-presence = Qui était présent
rcp-presence-do = Enregistrer les présences
rcp-move = Changer la date, le lieu ou le lien
rcp-move-at = Date et heure
rcp-move-do = Enregistrer ; les invités reçoivent une mise à jour
rcp-cancel = Annuler la séance…
rcp-cancel-hint = Les invités reçoivent une annulation, et les dossiers leur sont fermés aussitôt.
rcp-remarks = Remarques sur la séance
rcp-remarks-label = Ce que le compte rendu dit en plus des avis
rcp-remarks-do = Enregistrer les remarques
rcp-remarks-none = Aucune.
rcp-back = Revenir à la séance
rcp-way = Le chemin de cette séance
rcp-way-invited = Invitations envoyées
rcp-way-to-meet = Séance prévue
rcp-way-met = Séance
rcp-way-validated = Compte rendu validé
rcp-way-signed = Compte rendu signé
rcp-way-cancelled = Annulée

# The report
rcp-report = Compte rendu
rcp-report-pdf = Compte rendu en PDF
rcp-report-of-file = Extrait pour le médecin traitant (PDF)
rcp-report-title = Compte rendu de la RCP { $name }, { $moment }
rcp-report-training = Compte rendu d’exercice, RCP { $name }, { $moment }
rcp-draft = Projet : pas encore signé.
rcp-validated-by = Validé par { $name }, { $moment }
rcp-signed-by = Signé par { $name }, { $moment }
rcp-file-name = compte-rendu-rcp

# One's own sessions
rcp-own = Mes RCP
rcp-own-lead = Les séances auxquelles vous êtes invité. Vous y lisez les dossiers de leur liste, et aucun autre.
rcp-own-none = Aucune invitation en ce moment. La coordination vous invite ; vous recevez alors un message avec la date.
rcp-own-files-none = Aucun dossier n’est ouvert pour vous en ce moment.
rcp-own-logged = Chaque lecture est inscrite au journal que la personne peut voir.
rcp-own-only = Ni coordonnées, ni notes, ni brouillons ne figurent ici.
rcp-own-answer = Viendrez-vous ?
rcp-own-answer-do = Répondre
rcp-open-until = Ouverts au plus tard jusqu’au { $moment }.
rcp-closed-rcp-not-invited = Vous n’êtes pas invité.
rcp-closed-rcp-not-yet = Les dossiers s’ouvrent avec l’invitation.
rcp-closed-rcp-uninvited = L’invitation a été retirée.
rcp-closed-rcp-not-on-list = Aucun dossier de la liste n’est ouvert.
rcp-closed-rcp-cancelled = La séance est annulée : les dossiers sont fermés.
rcp-closed-rcp-over = Le temps de lecture est écoulé : les dossiers sont fermés.
rcp-medical = Analyse médicale signée
rcp-medical-none = Aucune analyse médicale n’est encore signée.

# What was done
rcp-done-series = Enregistré. Les séances déjà prévues gardent leurs réglages.
rcp-done-invited = Les invitations sont parties.
rcp-done-invited-no-mail = Les participants sont invités, mais aucun courriel ne part : aucune boîte n’est configurée. Prévenez-les.
rcp-done-coordinator = La coordination de la séance a changé.
rcp-coordinator-change = Confier la coordination à quelqu’un d’autre
rcp-done-moved = Enregistré ; les invités sont informés.
rcp-done-held = La séance a eu lieu : notez les présences, puis les avis.
rcp-done-validated = Le compte rendu est validé.
rcp-done-sent-back = Le compte rendu est de nouveau un projet. Les accès déjà éteints le restent.
rcp-done-signed = Votre signature est enregistrée.
rcp-done-sent = Le compte rendu est transmis, et les participants sont prévenus.
rcp-done-sent-no-mail = Le compte rendu est transmis ; aucun courriel ne part : aucune boîte n’est configurée. Prévenez les participants.
rcp-done-passed = Noté.
rcp-done-cancelled = La séance est annulée ; les dossiers sont fermés aux invités.
rcp-done-person = L’invitation est enregistrée.
rcp-done-withdrawn = L’invitation est retirée, et l’accès fermé.
rcp-done-file = Le dossier est sur la liste.
rcp-done-removed = Le dossier est retiré de la liste, et fermé aux invités.
rcp-done-saved = Enregistré.
rcp-done-answer = Votre réponse est enregistrée.

# Rules that refuse
rcp-fault-not-possible = Ce n’est plus possible dans l’état actuel de la séance.
rcp-fault-not-yours = Cette action revient à la coordination de séance ou à une autre fonction.
rcp-fault-out-of-order = Pas avant le début de la séance.
rcp-fault-in-past = Cette date est passée. Choisissez une date à venir.
rcp-fault-no-quorum = Le quorum manque, et cette RCP l’exige : le compte rendu n’est pas validé.
rcp-fault-not-on-list = Ce dossier n’est pas sur la liste de la séance.
rcp-fault-no-physician = Aucun médecin traitant n’est nommé dans ce dossier. Nommez-le d’abord : c’est lui qui décide et explique.
rcp-fault-not-signed = Le compte rendu n’est pas encore signé.
rcp-fault-never-tell = La personne ne veut pas que son médecin le sache : choisissez pourquoi il n’est pas transmis.
rcp-fault-passing-day = Le jour est celui de la signature ou après, et pas dans l’avenir.
rcp-fault-passing-nobody = Dites à qui il est parvenu.
rcp-fault-not-passed-on = Dites d’abord, pour chaque dossier avec un avis, comment le compte rendu est transmis, ou pourquoi il ne l’est pas.
rcp-fault-not-present = Seule une personne notée présente peut être d’un autre avis.
rcp-fault-dissents-twice = Une personne est notée deux fois d’un autre avis.
rcp-fault-empty = Il manque un texte.
rcp-fault-ended = Cette RCP est terminée : plus aucune séance n’est prévue.
rcp-fault-lists-closed = Le compte rendu est validé, ou la séance annulée : les listes ne changent plus.
rcp-fault-already-invited = Cette personne est déjà invitée à la séance.
rcp-fault-not-held = Les présences se notent quand la séance a eu lieu.
rcp-fault-no-such-file = Aucun dossier ne porte ce numéro.
rcp-fault-mixed = Dossiers réels et fictifs ne sont jamais réunis : ce numéro appartient à l’autre sorte.
rcp-fault-on-list = Ce dossier est déjà sur la liste de cette séance.
rcp-fault-has-advice = Un avis est déjà écrit sur ce dossier : il a été discuté et reste sur la liste.
rcp-fault-not-clinician = Seul un médecin note qu’un avis a été expliqué.
rcp-fault-not-validated = Le compte rendu n’est pas encore validé : rien n’est annoncé avant.
rcp-fault-already-told = L’explication est déjà notée.
rcp-fault-plain-missing = Écrivez en mots simples ce que vous avez expliqué : la personne pourra le relire.
rcp-fault-not-what-was-read = Le compte rendu a changé depuis que vous l’avez lu. Relisez-le, puis validez.
rcp-fault-overtaken = Quelqu’un a été plus rapide. Votre texte est encore là : regardez ce qui a changé, puis enregistrez de nouveau.
rcp-fault-unreadable = Une indication manque ou ne peut pas être lue.
rcp-fault-first-day = La première date ne suit pas le rythme choisi : pour « dernier du mois », choisissez le dernier de ce jour dans le mois.
rcp-fault-no-such-account = Choisissez une personne de la liste.
rcp-fault-odd-link = Le lien doit commencer par https://
rcp-fault-no-specialty = Indiquez la spécialité, en 60 signes au plus.
rcp-fault-no-report = Le compte rendu existe quand la séance a eu lieu.

# Refusals of the policy
desk-trouble-rcp-not-invited = Vous n’êtes pas invité à cette séance
desk-trouble-lead-rcp-not-invited = Seuls les participants invités la voient. La coordination de la séance peut vous inviter.
desk-trouble-rcp-not-yet = Pas encore ouvert
desk-trouble-lead-rcp-not-yet = Les dossiers s’ouvrent avec l’invitation.
desk-trouble-rcp-uninvited = L’invitation a été retirée
desk-trouble-lead-rcp-uninvited = L’accès est fermé avec elle. Parlez-en à la coordination de la séance.
desk-trouble-rcp-not-on-list = Ce dossier n’est pas sur la liste de cette séance
desk-trouble-lead-rcp-not-on-list = Vous lisez les dossiers de la liste, et aucun autre.
desk-trouble-rcp-cancelled = La séance est annulée
desk-trouble-lead-rcp-cancelled = Ses dossiers sont fermés.
desk-trouble-rcp-over = Le temps de lecture est écoulé
desk-trouble-lead-rcp-over = L’accès s’est éteint de lui-même après la séance. Pour une question, adressez-vous à sa coordination.

# Coded words
rcp-state-planned = Prévue
rcp-state-invited = Invitations envoyées
rcp-state-held = Tenue
rcp-state-draft = Compte rendu en cours
rcp-state-validated = Compte rendu validé
rcp-state-signed = Compte rendu signé
rcp-state-sent = Compte rendu transmis
rcp-state-cancelled = Annulée
rcp-answer-none = pas encore répondu
rcp-answer-comes = vient
rcp-answer-maybe = peut-être
rcp-answer-declines = ne vient pas
case-event-rcp-listed = Inscrit à une RCP
case-event-rcp-unlisted = Retiré d’une RCP
case-event-rcp-advice = Avis d’une RCP écrit
case-event-rcp-told = Annonce d’un avis notée
case-event-rcp-report-passed = Transmission d’un compte rendu notée
role-rcp-participant = Participant d’une RCP
mine-function-rcp-participant = participant d’une réunion de concertation (RCP)
mine-act-read-listed-case = dossier lu pour une réunion de concertation (RCP)
mine-act-hold-rcp = réunion de concertation (RCP) préparée ou tenue
mine-act-read-case = dossier de la cellule lu
mine-act-write-case = dossier de la cellule complété
mine-act-list-cases = liste de la cellule vue
mine-act-do-own-steps = a fait une démarche confiée
mine-act-hold-meeting = discuté en réunion de la cellule
mine-act-send-to-cell = envoyé à la cellule
mine-function-psychosocial-worker = travailleur du service psycho-social
mine-told-title = Ce qui a été décidé
mine-told-text = Un médecin vous l’a expliqué ; voici ses mots, pour les relire.

# Mails: no subject and no text says whom a meeting is about
rcp-mail-subject-invited = Invitation à une réunion
rcp-mail-subject-changed = Une réunion est modifiée
rcp-mail-subject-cancelled = Une réunion est annulée
rcp-mail-subject-withdrawn = Une invitation est retirée
rcp-mail-subject-reported = Le compte rendu d’une réunion est prêt
rcp-mail-calendar = Réponse et documents, après connexion : { $link }
rcp-planned =
    { $count ->
        [one] { $shown } séance est prévue.
       *[other] { $shown } séances sont prévues.
    }
rcp-mail-reported =
    Le compte rendu de la réunion du { $moment } est signé. Les avis se lisent, après connexion, tant que votre accès est ouvert :
    { $link }
rcp-mail-invited =
    Vous êtes invité à une réunion.

    { $moment }
    { $place }

    La date est jointe pour votre agenda. Votre réponse et les documents, après connexion :
    { $link }
rcp-mail-changed =
    Une réunion à laquelle vous êtes invité est modifiée. Elle a lieu :

    { $moment }
    { $place }

    { $link }
rcp-mail-cancelled =
    La réunion du { $moment } est annulée.
rcp-mail-withdrawn =
    Votre invitation à la réunion du { $moment } est retirée. Pour toute question, répondez à la personne qui vous avait invité.
