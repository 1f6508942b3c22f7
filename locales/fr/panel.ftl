# Panels européens (dans CPMS) et avis locaux (les nôtres, jamais présentés comme un panel d’un réseau).
panel-list = Panels et avis
panel-list-lead = Les cas soumis à des experts et non terminés. Ce qui est en retard vient d’abord.
panel-list-none = Aucun panel ni avis en cours.
panel-list-closed = { $count ->
    [one] Un autre n’est pas montré : l’accord de la personne ne court plus.
   *[other] { $shown } autres ne sont pas montrés : l’accord de la personne ne court plus.
}
panel-late = En retard
panel-title-european = Panel européen { $number }
panel-title-local = Avis local { $number }
panel-of-file = dossier { $file } · { $urgency }
panel-waits = on attend { $what }, au plus tard le { $day }
panel-open-end = n° { $number } : on attend { $what }
panel-line = commencé le { $begun } · avis attendu pour le { $due }
panel-none = Rien n’a encore été soumis à des experts.
panel-case-lead = Un dossier pseudonymisé et approuvé est soumis à des experts. Rien n’est tapé deux fois : la question, la langue et le contenu sont ceux du dossier approuvé.
panel-new = Soumettre un dossier
panel-to-head = Nommer le médecin traitant
panel-dossier = Dossier approuvé
panel-dossier-hint = Seul ce qu’un clinicien a approuvé est montré, octet pour octet.
panel-kind-which = À qui
panel-kind-european = À un réseau européen de référence, dans CPMS
panel-kind-local = À des experts invités ici : un avis local
panel-kind-hint = Un panel d’un réseau se tient dans CPMS, avec le consentement propre au réseau. Un avis local n’en est pas un.
panel-network = Réseau européen de référence
panel-network-hint = Pour CPMS seulement. Les réseaux que nos règles nomment pour la maladie viennent d’abord.
panel-network-choose = À choisir
panel-urgency = Urgence
panel-urgency-usual = délai habituel
panel-urgency-soon = bientôt : une décision en dépend
panel-urgency-urgent = urgent
panel-due = Avis attendu pour le
panel-begin = Préparer
panel-state-prepared = en préparation
panel-state-validated = cas validé
panel-state-open = ouvert
panel-state-closed = avis rendu
panel-state-decided = décision notée
panel-state-withdrawn = retiré
panel-wait-case = la validation du cas
panel-wait-lead = quelqu’un qui conduit l’avis
panel-wait-access = la validation d’un accès
panel-wait-opening = l’ouverture
panel-wait-answer = la réponse à une question d’expert
panel-wait-advice = l’avis
panel-wait-decision = la décision du médecin traitant
panel-end-taken-back = Retiré par qui l’avait préparé.
panel-end-agreement-withdrawn = La personne a retiré son accord : plus rien n’est lu, et qui avait lu est prié d’effacer.
panel-end-death = La personne est décédée.
panel-end-erased = Les données de la personne ont été effacées.
panel-local-is = Un avis local est donné par des experts que nous invitons. Il ne remplace aucun réseau et n’en porte pas le nom.
panel-european-is = Le panel se tient dans CPMS, sous le consentement du réseau. Ici on le prépare et on en suit les étapes.
panel-pseudonymised = Le cas est pseudonymisé, il n’est pas anonyme.
panel-what = Ce qui est demandé
panel-pseudonym = Pseudonyme
panel-cpms-number = Numéro du cas dans CPMS
panel-cpms-number-hint = Tel que CPMS l’a donné quand le cas y a été saisi.
panel-parts = Parties du dossier
panel-complete = { $there } parties sur { $all }, dans l’ordre du dossier.
panel-acts = Trois actes, trois personnes
panel-acts-hint = Qui valide l’un ne valide pas l’autre.
panel-act-access = Accès des experts
panel-act-case = Cas
panel-act-outcome = Avis
panel-act-by = { $name }, { $moment }
panel-act-not-yet = pas encore
panel-lead = conduit l’avis
panel-lead-cpms = qui conduit le panel dans CPMS
panel-case-read = J’ai lu le dossier approuvé et la question : le cas peut être soumis.
panel-validate-case = Valider le cas en mon nom
panel-open-local = Ouvrir l’avis local
panel-open-local-hint = Qui conduit l’avis doit être invité et admis. Les liens partent ensuite, un par un.
panel-open-european = Noter qu’il est ouvert dans CPMS
panel-extend = Déplacer l’échéance
panel-cpms-title = Dans CPMS
panel-cpms-state = Étape
panel-cpms-on = Le
panel-cpms-enrolled = patient inscrit, consentement du réseau signé
panel-cpms-requested = demande envoyée au réseau
panel-cpms-lead-found = quelqu’un conduit le panel
panel-cpms-discussed = les experts discutent
panel-cpms-outcome = avis signé dans CPMS
panel-remark = Remarque
panel-record = Noter l’avis signé dans CPMS
panel-record-hint = Reprenez ce que dit le document signé, avis divergents compris.
panel-record-do = Noter l’avis
panel-experts = Experts
panel-experts-hint = Un nom, deux moyens de les joindre. Rien ne part avant l’ouverture et la validation de l’accès. Entre eux et dans l’avis, ils sont nommés par leur fonction.
panel-experts-none = Personne n’est encore invité.
panel-function = { $specialty } ({ $country })
panel-named-by = invité par { $name }, { $moment }
panel-admitted-by = accès validé par { $name }, { $moment }
panel-refused-by = accès refusé par { $name }, { $moment }
panel-sent-at = lien envoyé { $moment }
panel-read-at = première lecture { $moment }
panel-wrote-at = première contribution { $moment }
panel-code-told = code : { $channel }, bon jusqu’au { $moment }
panel-code-how = À dire à { $name }. { $way }
panel-basis-is = base du transfert : { $basis }
panel-access-reason = Remarque, ou raison d’un refus
panel-admit = Valider l’accès
panel-refuse = Refuser l’accès
panel-send = Envoyer le lien
panel-send-again = Envoyer un autre lien
panel-let-lead = Lui confier la conduite
panel-end-seat = Mettre fin à la participation
panel-declined = L’expert a décliné
panel-declined-not = non : nous y mettons fin
panel-reason = Raison
panel-expert-new = Inviter un expert
panel-expert-name = Nom
panel-expert-name-hint = Connu de nous seuls.
panel-specialty = Spécialité
panel-specialty-hint = Dans une langue que tous lisent : l’avis la nomme.
panel-country = Pays
panel-country-hint = Deux lettres, par exemple DE.
panel-language = Langue
panel-mail = Courriel, pour le lien
panel-phone = Téléphone, pour le code
panel-basis = Base du transfert, hors de l’Espace économique européen
panel-basis-hint = Décision d’adéquation, clauses types, dérogation (RGPD, articles 45 à 49). Sans elle, l’invitation est refusée.
panel-will-lead = Cette personne conduit l’avis et le clôt
panel-expert-save = Inviter
seat-state-named = invité, rien n’est parti
seat-state-admitted = accès validé
seat-state-invited = lien envoyé
seat-state-seated = participe
seat-state-declined = a décliné
seat-state-refused = accès refusé
seat-state-ended = participation terminée
panel-decline-conflict = Conflit d’intérêts, ou je connais peut-être cette personne
panel-decline-not-my-field = Pas mon domaine
panel-decline-no-time = Pas le temps, ou absent
panel-decline-other = Autre raison
panel-answer = Répondre aux experts
panel-answer-hint = Les experts lisent ces mots. Ne nommez personne, aucun lieu, aucune date exacte : ce qui y ressemble vous est montré avant l’envoi.
panel-answer-text = Réponse
panel-answer-do = Répondre
panel-named-found = Ces mots nomment peut-être quelqu’un, un lieu ou un jour :
panel-named-leave = J’ai vérifié : ils ne permettent de reconnaître personne, qu’ils restent.
panel-draft = Avis en cours d’écriture
panel-draft-hint = Tel que l’écrit qui conduit l’avis ; il n’est pas encore clos.
panel-advice = Avis
panel-decides = C’est un avis. Le médecin traitant nommé dans le dossier décide et explique.
panel-outcome-pdf = L’avis en PDF
panel-outcome-local = Avis local
panel-outcome-european = Avis d’un panel européen (CPMS)
panel-outcome-file = avis
panel-closed-on = Avis clos
panel-proposals = Propositions
panel-dissent = Ne sont pas d’accord
panel-dissent-line = Pas d’accord, { $function } : { $why }
panel-who = Qui a donné l’avis
panel-lead-is = conduit : { $function }
panel-took-part = ont participé : { $functions }
panel-agree = { $count ->
    [one] { $shown } d’accord
   *[other] { $shown } d’accord
}
panel-abstain = { $count ->
    [one] { $shown } abstention
   *[other] { $shown } abstentions
}
panel-decision = Décision du médecin traitant
panel-decide-hint = Notez ce que le médecin traitant a décidé. Les experts le lisent avec nos remerciements : ne nommez personne.
panel-decide = Noter la décision et remercier
panel-told = Ce que la personne sait
panel-told-not-yet = Personne ne lui a encore expliqué l’avis : elle ne le voit pas.
panel-told-explained = Expliqué { $moment }.
panel-told-prefers = La personne préfère ne pas savoir, { $moment }.
panel-tell-hint = Un clinicien explique d’abord, de vive voix. Ces mots simples restent ensuite lisibles pour la personne.
panel-steps = Étapes et durées
panel-step = Étape
panel-step-at = Quand
panel-step-took = Depuis l’étape d’avant
panel-step-begun = préparé
panel-step-case-validated = cas validé
panel-step-invited = premier expert invité
panel-step-access-validated = premier accès validé
panel-step-opened = ouvert
panel-step-first-read = première lecture
panel-step-first-contribution = première contribution
panel-step-closed = clos
panel-step-decided = décision notée
panel-hours = { $count ->
    [0] moins d’une heure
    [one] { $shown } heure
   *[other] { $shown } heures
}
panel-days = { $count ->
    [one] { $shown } jour
   *[other] { $shown } jours
}
panel-withdraw = Retirer
panel-withdraw-hint = Tous les liens prennent fin tout de suite.
panel-event-begun = Préparé
panel-event-validate-case = Cas validé
panel-event-open = Ouvert
panel-event-extend = Échéance déplacée
panel-event-ask = Question
panel-event-answer = Réponse
panel-event-contribute = Contribution
panel-event-propose = Proposition
panel-event-vote = Vote
panel-event-draft = Avis écrit
panel-event-note = CPMS
panel-event-close = Avis clos
panel-event-record = Avis noté
panel-event-decide = Décision notée
panel-event-withdraw = Retiré
panel-event-told = Annonce notée
panel-event-named = Expert invité
panel-event-named-lead = Expert invité à conduire l’avis
panel-event-leads = Conduite confiée
panel-event-admit = Accès validé
panel-event-refuse = Accès refusé
panel-event-invite = Lien envoyé
panel-event-code-made = Code fait
panel-event-sit = Participe
panel-event-decline = Décline
panel-event-end = Participation terminée
panel-event-first-read = Première lecture
panel-event-thanked = Remercié
panel-event-reminded = Rappelé par courriel
panel-event-deletion-asked = Effacement demandé
panel-vote-agree = d’accord
panel-vote-disagree = pas d’accord
panel-vote-abstain = abstention
panel-form-title = Feuille pour CPMS
panel-form-lead = Ce qui est saisi dans CPMS, dans l’ordre du dossier.
panel-form-facts = Le cas
panel-form-part = { $part } : { $there }
panel-there-yes = présent
panel-there-no = absent
panel-form-before = Avant la saisie
panel-form-consent = CPMS demande le formulaire de consentement du réseau, signé. L’accord noté ici ne le remplace pas.
panel-form-attach = Joindre le dossier approuvé (PDF), et rien d’autre.
panel-form-file = cpms
# La page d’un expert invité.
panel-enter-title = On vous demande un avis
panel-enter-lead = Collez le lien reçu par courriel, puis le code qui vous a été dit par une autre voie.
panel-invited-title = Avis demandé
panel-invited-lead = Vous voyez ce cas et rien d’autre. Chaque lecture est notée, et la personne peut le voir. Votre accès prend fin de lui-même.
panel-you-are = Vous êtes nommé ici
panel-door = Avant de lire
panel-door-lead = Si vous pensez reconnaître la personne, ou si un intérêt s’oppose à votre avis, déclinez : cela ne demande aucune justification de plus.
panel-nothing-against = Rien ne s’oppose à mon avis. Je ne copierai pas ce que je lis et ne chercherai pas qui est la personne.
panel-sit = Lire le cas
panel-the-case = Le cas
panel-approved = Dossier approuvé
panel-approved-hint = Tel qu’un clinicien l’a approuvé. Ce que vous téléchargez est à effacer quand votre accès prend fin.
panel-others = Qui donne l’avis
panel-the-house = la coordination
panel-talk = Échanges
panel-talk-none = Personne n’a encore écrit.
panel-contribute-text = Ce que vous voulez dire aux autres experts et à la coordination
panel-contribute = Écrire
panel-ask-text = Une question à la coordination
panel-ask = Demander
panel-proposals-hint = Chaque proposition peut entrer dans l’avis. Un désaccord y reste, avec sa raison et votre fonction.
panel-proposals-none = Aucune proposition.
panel-own-vote = Votre vote :
panel-vote = Votre vote
panel-vote-why = Pourquoi (nécessaire si vous n’êtes pas d’accord)
panel-vote-do = Voter
panel-propose-text = Une phrase pour l’avis
panel-propose = Proposer
panel-lead-hint = Vous écrivez l’avis et le clôturez. Les propositions et tous les désaccords y figurent.
panel-advice-text = L’avis
panel-draft-save = Enregistrer et relire
panel-composed = Ce qui serait clos
panel-outcome-read = J’ai relu l’avis, les propositions et les désaccords.
panel-close = Clore l’avis en mon nom
panel-thanks = Merci
panel-thanks-lead = L’avis est rendu. Le cas n’est plus lisible : effacez ce que vous aviez téléchargé.
panel-decision-none = Pas encore notée ; vous serez averti par courriel.
panel-decline-title = Décliner
panel-decline-hint = Votre accès prend fin tout de suite. Ce que vous avez déjà écrit reste dans les échanges.
panel-decline-why = Raison
panel-decline-do = Décliner
panel-expert-done = C’est enregistré.
panel-gone-title = Votre réponse est enregistrée
panel-gone-lead = Merci d’avoir répondu. Votre accès a pris fin.
panel-mail-subject = On vous demande un avis
panel-mail-text = Bonjour,

    un avis vous est demandé. Ouvrez ce lien ; un code vous sera dit par une autre voie :

    { $link }

    Ce courriel ne contient rien d’autre. Si vous ne l’attendiez pas, effacez-le.
panel-mail-thanks-subject = Merci pour votre avis
panel-mail-thanks = Bonjour,

    merci pour votre avis. Ce qui a été décidé se lit pendant un temps par le lien et le code que vous avez déjà.
panel-mail-reminder-subject = Rappel : on attend votre avis
panel-mail-reminder-answer = Bonjour,

    un avis vous a été demandé, et nous n’avons pas encore de réponse. Le lien que vous avez déjà mène à la question ; dites-nous aussi si vous ne pouvez pas.
panel-mail-reminder-view = Bonjour,

    le dernier jour approche, et votre avis manque encore. Le lien et le code que vous avez déjà y mènent.
panel-mail-reminder-close = Bonjour,

    le dernier jour est passé, et l’avis que vous conduisez n’est pas clos. Le lien et le code que vous avez déjà y mènent.
panel-mail-delete-subject = À effacer, s’il vous plaît
panel-mail-delete = Bonjour,

    l’accord sur lequel reposait l’avis n° { $number } a été retiré. Veuillez effacer tout ce que vous en avez gardé, et nous écrire que c’est fait ou pour quelle raison de droit vous le gardez.
# Ce que la personne en voit.
panel-own-title = Experts consultés
panel-own-lead = Des experts ont reçu votre cas sans votre nom.
panel-own-kind-european = Experts d’un réseau européen
panel-own-kind-local = Experts invités par la coordination
panel-own-asked = Ils donnent leur avis.
panel-own-to-tell = L’avis est rendu. Votre médecin ou la coordination vous l’expliquera.
panel-own-told = L’avis vous a été expliqué.
panel-own-withdrawn = La demande d’avis a été retirée.
panel-own-since = depuis le { $day }
mine-function-expert = expert invité
mine-act-prepare-panel = demande d’avis suivie
mine-act-validate-panel-case = cas validé pour un avis
mine-act-validate-panel-access = accès d’un expert validé
mine-act-read-panel = cas pseudonymisé lu par un expert
mine-act-answer-panel = avis donné par un expert
case-event-panel = Panel ou avis
case-event-panel-told = Annonce d’un avis d’experts notée
refused-title-expert = Ouvrez d’abord le lien de la demande d’avis
refused-lead-expert = Cette page s’ouvre avec le lien que vous avez reçu et le code qui vous a été dit. Après une demi-heure, le code est demandé de nouveau.
open-end-panel-late = Panels et avis en retard
open-end-hint-panel-late = Ouvrez le panel : il dit qui l’on attend.
cell-rule-panel-not-this-kind = Cela ne se fait pas dans ce genre de panel.
cell-rule-panel-no-doctor = Le dossier ne nomme aucun médecin traitant. En trouver un est la première démarche : c’est lui qui décide.
cell-rule-panel-deadline = L’échéance doit être aujourd’hui ou plus tard, et à trois mois au plus.
cell-rule-panel-no-network = Choisissez le réseau européen de référence.
cell-rule-panel-no-case-number = Donnez le numéro du cas dans CPMS.
cell-rule-panel-no-lead = Invitez d’abord quelqu’un qui conduit l’avis, et faites valider son accès.
cell-rule-panel-no-basis-abroad = Ce pays est hors de l’Espace économique européen : dites sur quelle base le transfert repose, sinon l’invitation n’est pas possible.
cell-rule-panel-not-named = Donnez le nom, la spécialité, le pays en deux lettres et l’adresse de courriel.
cell-rule-panel-no-second-channel = Donnez un numéro de téléphone : le code ne va pas par courriel.
cell-rule-panel-twice = Cette personne est déjà invitée.
cell-rule-panel-own-staff = Cette adresse est celle d’un membre de la maison. Les experts viennent d’ailleurs.
cell-rule-panel-too-long = Le texte est trop long.
cell-rule-panel-names-somebody = Ces mots vont à des experts et nomment peut-être quelqu’un. Vérifiez la liste.
cell-rule-panel-no-dossier = Il faut un dossier pour panel, approuvé depuis moins de trente jours.
cell-rule-panel-not-open = Ouvrez d’abord l’avis, ou déplacez l’échéance.
cell-rule-panel-day-ahead = Ce jour n’est pas encore là.
cell-rule-panel-read-first = Confirmez que vous avez lu le dossier et la question.
cell-rule-panel-read-outcome-first = Confirmez que vous avez relu l’avis.
cell-rule-panel-conflict-first = Confirmez que rien ne s’oppose à votre avis, ou déclinez.
cell-rule-panel-no-vote = Choisissez un vote.
cell-rule-already-told = L’annonce est déjà notée.
cell-rule-plain-missing = Écrivez les mots simples que la personne pourra relire.
cell-rule-not-clinician = Un clinicien le fait.
