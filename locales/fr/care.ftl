# Care on the page of a file
care-title = Prise en charge globale
care-plan = Plan de prise en charge
care-plan-none = Rien n’y est encore écrit
care-transition = Passage à l’âge adulte
care-transition-see = Voir la liste
care-transition-unknown = Date de naissance non connue
care-rights = Démarches administratives
care-way = Parcours jusqu’au diagnostic
care-way-none = Aucune date encore
care-letters = Courriers
care-letters-none = Aucun courrier encore
care-household = Famille
care-calls = Rappels à faire
care-calls-none = Aucun rappel n’est promis.
care-call-new = Promettre un rappel
care-call-text = À quel sujet
care-call-end = Noter ce qu’il en est
care-printed = Imprimé le { $day }
care-written-by = { $name }, { $moment }
care-known-since = { $outcome } ({ $day })
care-list-transition = Passage à l’âge adulte
care-list-administrative = Démarches administratives

# Plan
care-plan-empty = Rien n’est encore écrit. Notez ce que quelqu’un fait pour la personne, ou ce que personne ne fait encore.
care-unspoken = Pas encore abordé
care-unspoken-hint = Un rappel, pas une obligation.
care-line-new = Ajouter au plan
care-line-add = Nouvelle ligne
care-line-change = Modifier
care-part = Domaine
care-action = Ce qui est fait ou demandé
care-actor = Par qui
care-actor-hint = Une structure de l’annuaire, ou un nom ; vide tant que personne n’est trouvé.
care-family-does = La personne ou la famille elle-même
care-nobody-yet = Personne encore
care-on = Jour, ou à revoir le
care-renew = Droit à renouveler avant le
care-renew-by = à renouveler avant le
care-outcome = Issue
care-outcome-what = Ce qu’il en est
care-outcome-none = Issue pas encore connue
care-known = Su le
care-reason = Pourquoi, si l’issue n’est pas celle attendue

# Checklists
care-transition-hint = Ce qu’il faut préparer avec le jeune et sa famille. Chaque point est fait, ou mis de côté avec un motif.
care-transition-not-yet = À préparer à partir du { $day }.
care-transition-now = Passage à l’âge adulte à préparer depuis le { $since } ; majorité le { $majority }
care-transition-of-age = Majeur depuis le { $since } : les accords sont à demander à la personne elle-même.
care-transition-from = À partir du { $day }
care-transition-board = Vers l’âge adulte : majorité le { $day }
care-transition-no-birth = Sans date de naissance, on ne peut pas dire quand ce passage se prépare.
care-transition-no-rule = Pour ce pays, aucun âge n’est encore renseigné.
care-transition-source = Âges : { $source }, vérifié le { $day }. À confirmer par la cellule.
care-rights-hint = Listes du pays, avec formulaire, payeur, délai et recours. Ce qui n’est pas su est dit.
care-rights-none = Pour ce pays, aucune liste n’est encore renseignée.
care-marked-count = { $marked } sur { $all } points réglés
care-how-to = Comment faire
care-form = Formulaire
care-payer = Qui paie
care-deadline = Délai
care-appeal = Recours
care-not-known = Pas encore vérifié
care-checked = vérifié le { $day }
care-official = Page officielle
care-mark = Noter
care-mark-words = Précision ou motif
care-mark-back = Reprendre la marque

# Way to the diagnosis
care-way-hint = Des dates aussi précises que quelqu’un s’en souvient. Ce qui n’est pas su n’est pas deviné.
care-way-drawn = Le parcours dans le temps
care-way-empty = Écrivez une date ci-dessous : le parcours se dessine ici.
care-way-whole = Du premier signe au diagnostic
care-way-write = Écrire les dates
care-way-format = Une année (2019), un mois (05/2021) ou un jour (06/05/2021).
care-way-suggested = Le dossier est arrivé à la cellule le { $day } ; le premier contact est peut-être plus ancien.
care-station = Étape
care-station-first-symptom = Premier signe
care-station-first-contact = Premier contact
care-station-orientation = Orientation
care-station-diagnosis = Diagnostic
care-date = Date
care-lapse = Depuis l’étape précédente
care-lapse-unknown = pas connu
care-lapse-out-of-order = dates à vérifier : l’une précède l’autre
care-lapse-ongoing = { $span }, et cela continue
care-between = { $least } à { $most }
care-month-year = { $month } { $year }
care-today = aujourd’hui
care-month-1 = janvier
care-month-2 = février
care-month-3 = mars
care-month-4 = avril
care-month-5 = mai
care-month-6 = juin
care-month-7 = juillet
care-month-8 = août
care-month-9 = septembre
care-month-10 = octobre
care-month-11 = novembre
care-month-12 = décembre

# Letters and what was told
care-letter-begin = Écrire un courrier
care-letters-written = Courriers écrits
care-letter-new = Courrier : { $to }
care-letter-title = Courrier : { $to }
care-handing-post = Par la poste ou de la main à la main.
care-handing-neutral = Expéditeur et objet neutres : la personne l’a demandé.
care-handing-by-hand = La personne ne souhaite aucun envoi : à remettre en main propre.
care-letter-language = Langue du courrier
care-letter-language-do = Changer de langue
care-letter-to = Destinataire
care-letter-opening-label = Avant ce qui a été convenu
care-letter-closing-label = Après
care-letter-lines = Ce qui a été convenu
care-letter-lines-none = Aucune démarche acceptée, aucune ligne du plan à écrire.
care-letter-held = Retenu : pas encore expliqué
care-held-not-explained = { $what } : à expliquer de vive voix d’abord.
care-held-prefers-not = { $what } : la personne préfère ne pas savoir.
care-held-not-for-them = { $what } : pas pour ce destinataire.
care-letter-kept = Une fois écrit, le courrier ne change plus ; on en écrit un autre.
care-letter-write = Écrire le courrier
care-letter-pdf = Courrier en PDF
care-letter-sender = Cellule d’orientation et de coordination, maladies rares
care-letter-subject = Ce que nous avons convenu
care-letter-subject-neutral = Votre rendez-vous
care-letter-subject-gp = Suivi de { $name }
care-letter-opening = Nous vous écrivons pour résumer ce que nous avons convenu ensemble.
care-letter-opening-gp = Voici, avec l’accord de la personne, ce qui a été convenu pour { $name }, dont vous assurez le suivi.
care-letter-opening-support = Nous vous écrivons, avec l’accord de la personne, au sujet de { $name } : voici ce qui est utile à l’aide que vous apportez.
care-letter-closing = Pour toute question, appelez-nous. Vous pouvez changer d’avis à tout moment.
care-letter-agreed = Ce qui est prévu
care-letter-agreed-lead = La prochaine échéance en premier.
care-letter-by = avant le { $day }
care-letter-on = le { $day }
care-letter-who = Par
care-letter-when = Quand
care-told-title = Ce qui a été expliqué à la personne
care-told-hint = Aucune maladie envisagée, aucun résultat, aucun avis n’est écrit avant qu’un clinicien l’ait expliqué de vive voix.
care-told-none = Rien n’est noté.
care-told-new = Noter ce qui a été expliqué
care-told-what = Quoi
care-told-how = Comment
care-told-day = Quel jour (vide : maintenant)
care-told-words = Par qui, comment cela a été reçu
care-told-explained = Expliqué de vive voix
care-told-prefers-not = La personne préfère ne pas savoir
care-told-not-yet = Noté par erreur : pas encore expliqué
care-told-explained-on = expliqué de vive voix le { $day }
care-told-prefers-on = préfère ne pas savoir, dit le { $day }

# Family
care-household-hint = Le lien ne révèle rien : vous ne voyez ici que les dossiers que vous pouvez lire de toute façon.
care-household-none = Aucun autre dossier n’est lié à celui-ci.
care-household-said = Ce que cette personne a dit
care-household-said-hint = Cela reste dans ce dossier ; les autres membres n’en apprennent rien.
care-tie = Place dans la famille
care-tie-of = { $name } est
care-consanguinity = Parents apparentés entre eux
care-burden = Charge pour les aidants
care-burden-not-asked = Pas encore demandé
care-burden-day = Dit le
care-household-leave = Délier ce dossier
care-household-link = Lier un autre dossier
care-household-link-do = Lier
care-other-number = Numéro de l’autre dossier
care-other-tie = L’autre personne est

# What waits
care-waiting = Suites à donner
care-waiting-lead = Tout ce dont le jour est passé et dont personne n’a noté l’issue, et les droits qui s’achèvent.
care-waiting-mine = Les miennes seulement
care-waiting-mine-lead = Ce qui vous revient, et ce qui n’est à personne en particulier.
care-waiting-all = De tout le monde
care-waiting-none = Rien n’attend aujourd’hui.
open-end-hint-call-due = Appelez, puis notez ce qui a été dit.
open-end-hint-step-late = Notez l’issue, ou donnez un autre jour.
open-end-hint-step-unanswered = La personne n’a pas encore répondu : un appel peut suffire.
open-end-hint-outcome-missing = Dites ce qu’il en est, et pourquoi si cela n’a pas abouti.
open-end-hint-renewal = Préparez la demande avant que le droit s’achève.

# Roster
care-roster = Absences et règles
care-roster-now = Aujourd’hui
care-present = présent
care-replaced-by = absent, remplacé par { $name }
care-nobody-acts = absent, personne ne remplace
care-absences = Absences
care-absences-none = Aucune absence n’est prévue.
care-stand-in = Remplacement
care-no-stand-in = Personne
care-acts-now = agit aujourd’hui : { $name }
care-absence-span = du { $from } au { $until }
care-absence-open = à partir du { $from }
care-absence-end = Je suis de retour
care-absence-take-back = Annuler cette absence
care-absence-new = Noter mon absence
care-absence-first = Premier jour
care-absence-last = Dernier jour (vide : sans fin connue)
care-numbers = Nombres de l’installation
care-numbers-hint = Réglés dans ariane.toml, section [cell], par qui exploite l’installation.
care-number-psychosocial = Silence signalé sur la piste psycho-sociale après
care-number-medical = Silence signalé sur la piste médicale après
care-number-contact = Un contact garde un dossier en suivi actif pendant
care-number-overdue = Une démarche en retard le garde en suivi pendant
care-number-renewal = Un renouvellement est annoncé avant la fin du droit de
care-number-answer = Une démarche sans réponse demande un appel après

# Guidelines
care-guidelines = Recommandations
care-guidelines-public = Rédigées ou retenues par la cellule de coordination, avec leurs auteurs et la date de leur prochaine relecture.
care-guidelines-hint = Celle qui est en vigueur est montrée sur la page publique de la maladie ; passé sa relecture, elle en disparaît.
care-guidelines-none = Aucune recommandation n’est encore écrite.
care-guideline-new = Nouvelle recommandation
care-guideline-begin = Commencer un brouillon
care-guideline-title = Titre
care-guideline-disorder = Maladie ou groupe de maladies
care-guideline-language = Langue du texte
care-guideline-authors = Auteurs
care-guideline-authors-hint = Un par ligne, comme ils signent.
care-guideline-text = Texte
care-guideline-url = Adresse du document, s’il est ailleurs
care-guideline-in-force = Version { $number } en vigueur
care-guideline-and-draft = un brouillon suit
care-guideline-late = Relecture dépassée : n’est plus montrée
care-guideline-from = en vigueur depuis le { $day }
care-guideline-review = à relire avant le { $day }
care-guideline-review-by = à relire avant le
care-guideline-withdrawn = retirée le { $day }
care-guideline-version = Version { $number }
care-guideline-by = Auteurs : { $authors }
care-guideline-next-review = Prochaine relecture
care-guideline-edit = Écrire le brouillon
care-guideline-next = Commencer la version suivante
care-guideline-shown = montrée sur la page publique
guideline-hint-validate = Entre en vigueur aujourd’hui et se montre jusqu’à sa relecture.
guideline-hint-review = Vous l’avez relue et la soutenez jusqu’à ce jour.
guideline-hint-withdraw = N’est plus montrée dès aujourd’hui.

# Words of the rules
plan-part-psychological = Soutien psychologique
plan-part-medico-social = Accompagnement médico-social et droits
plan-part-therapeutic-education = Éducation thérapeutique
plan-part-school-work = École et travail
plan-part-home-care = Soins à domicile
plan-part-palliative = Soins palliatifs
plan-part-telemedicine = Télémédecine
plan-part-transition = Passage à l’âge adulte
plan-outcome-in-place = En place
plan-outcome-partly = En partie
plan-outcome-waiting = Sur liste d’attente
plan-outcome-refused = Refusé par le service
plan-outcome-declined = La personne ne le souhaite pas
plan-outcome-ended = Terminé
transition-item-spoken-alone = Un moment d’échange seul avec le jeune
transition-item-knows-own-disease = Connaît sa maladie, son traitement et les gestes d’urgence
transition-item-adult-team-named = Équipe pour adultes désignée
transition-item-joint-consultation = Consultation commune des deux équipes
transition-item-medical-summary = Résumé médical pour la nouvelle équipe
transition-item-first-appointment = Premier rendez-vous chez les adultes honoré
transition-item-rights = Droits qui changent avec l’âge
transition-item-school-work = École, formation, travail
transition-item-adult-protection = Besoin d’une mesure de protection, pesé à temps
transition-item-consents-afresh = Accords redemandés à la personne majeure
transition-item-genetic-counselling = Conseil génétique et projet de vie proposés
check-mark-done = Fait
check-mark-aside = Mis de côté
delicate-candidate = Maladie envisagée ou connue
delicate-genetic-result = Résultat génétique
delicate-rcp-advice = Avis d’une RCP
delicate-panel-outcome = Issue d’un panel
delicate-telling-name = Nom d’un centre ou réseau qui révèle la maladie
audience-person = À la personne
audience-parent = À un parent ou représentant
audience-gp = Au médecin traitant
audience-support = À l’école, au service social, à l’aide à domicile…
call-state-owed = À faire
call-state-reached = Personne jointe
call-state-not-reached = Sans réponse
call-state-needless = Plus nécessaire
call-state-died = La personne est décédée
open-end-call-due = Rappels à faire
open-end-step-late = Démarches en retard
open-end-step-unanswered = Démarches sans réponse de la personne
open-end-outcome-missing = Issue à noter
open-end-renewal = Droit à renouveler
household-tie-child = enfant
household-tie-parent = parent
household-tie-sibling = frère ou sœur
household-tie-partner = conjoint ou partenaire
household-tie-grandparent = grand-parent
household-tie-relative = autre proche
consanguinity-not-asked = Pas encore demandé
consanguinity-no = Non
consanguinity-yes = Oui
consanguinity-not-said = La famille ne souhaite pas le dire
carer-burden-light = Supportable
carer-burden-heavy = Lourde
carer-burden-too-heavy = Insupportable : un relais est la prochaine étape
guideline-state-draft = Brouillon
guideline-state-valid = En vigueur
guideline-state-withdrawn = Retirée
guideline-change-edit = Écrire
guideline-change-validate = Valider
guideline-change-review = Relue : prolonger
guideline-change-withdraw = Retirer
cell-died-on = Jour du décès (vide s’il n’est pas connu)
case-event-plan-line = Plan : nouvelle ligne
case-event-plan-changed = Plan modifié
case-event-checklist = Liste suivie
case-event-told = Expliqué à la personne
case-event-letter = Courrier écrit
case-event-way = Dates du parcours
case-event-diagnosis-dated = Diagnostic noté pour les chiffres
case-event-call-owed = Rappel promis
case-event-call-ended = Rappel
case-event-household = Dossier lié à une famille
case-event-household-left = Lien de famille retiré
case-event-household-facts = Situation de famille notée
cell-rule-outcome-ahead = Une issue ne peut pas être sue avant son jour.
cell-rule-nobody-does-it = Dites qui le fait : ce qui est en place a quelqu’un.
cell-rule-renewal-before = Le renouvellement est avant le début.
cell-rule-death-ahead = Le jour du décès n’est pas encore venu.
cell-rule-death-before-birth = Le jour du décès précède la naissance.
cell-rule-no-author = Nommez au moins un auteur.
cell-rule-review-too-early = La relecture doit venir après aujourd’hui.
cell-rule-clinician-only = Seule la coordination médicale note ce qui a été expliqué.
cell-rule-told-ahead = Ce jour n’est pas encore venu.
cell-rule-same-file = C’est le dossier de la même personne.
cell-rule-other-reality = Un dossier fictif ne se lie pas à un dossier réel.
cell-rule-linked-already = Ces dossiers sont déjà liés.
cell-rule-other-household = L’autre dossier est lié à une autre famille ; déliez-le d’abord.
cell-rule-day-ahead = Ce jour n’est pas encore venu.
cell-rule-no-code = Choisissez une maladie ou un groupe de la liste.
cell-rule-no-such-file = Aucun dossier que vous pouvez lire ne porte ce numéro.
cell-rule-no-date = Cette date ne se comprend pas : une année, un mois ou un jour, depuis 1900.
cell-rule-no-address = Écrivez une adresse qui commence par https:// ou http://.
cell-rule-never-tell = La personne a demandé que ce destinataire ne sache jamais rien.
cell-rule-letter-died = La personne est décédée : aucun courrier ne lui est plus écrit.
cell-rule-letter-empty = Le courrier ne dit rien.
cell-rule-not-told = Vos mots nomment ce qui n’a pas encore été expliqué de vive voix. Retirez-le, ou faites noter l’explication d’abord.
cell-rule-empty-span = Le dernier jour doit suivre le premier, et ne pas être passé.
cell-rule-stands-in-for-self = On ne se remplace pas soi-même.

# Counts
care-lines = { $count ->
    [one] Une ligne
   *[other] { $shown } lignes
}
care-gaps = { $count ->
    [one] un domaine pas encore abordé
   *[other] { $shown } domaines pas encore abordés
}
care-remaining = { $count ->
    [one] Reste un point
   *[other] Restent { $shown } points
}
care-letters-count = { $count ->
    [one] Un courrier
   *[other] { $shown } courriers
}
care-years = { $count ->
    [one] un an
   *[other] { $shown } ans
}
care-months = { $count ->
    [one] un mois
   *[other] { $shown } mois
}
care-days = { $count ->
    [one] un jour
   *[other] { $shown } jours
}
care-way-events = { $count ->
    [one] un jour d’événement au dossier
   *[other] { $shown } jours d’événements au dossier
}

# Documents of a file
care-documents = Documents
care-documents-none = Aucun document encore
care-documents-count = { $count ->
    [one] { $shown } document
   *[other] { $shown } documents
}
care-documents-kept = Dans ce dossier
care-documents-hint = Ce que la personne, les médecins et les services ont envoyé. Chaque document s’ouvre en le téléchargeant, et chaque ouverture est inscrite au journal que la personne peut voir.
care-document-by-person = la personne, par son lien privé
care-document-new = Ajouter un document
care-document-add = Ajouter le document
care-document-file = Fichier
care-document-file-hint = PDF, image, image médicale, texte ou tableau, 25 Mo au plus. Le contenu est vérifié : un fichier qui n’est pas ce qu’il dit être n’est pas gardé.
care-document-kind = Ce que c’est
care-document-source = Envoyé par
care-document-about = Quelques mots (date de l’examen, service…)
care-document-rcp = À lire par les participants de la RCP
care-document-rcp-hint = Seulement tant que ce dossier est à l’ordre du jour de leur séance ; ensuite, plus du tout.
care-document-rcp-open = Ouvert aux participants de la RCP
care-document-rcp-closed = Réservé aux deux coordinations
care-document-offer = Ouvrir à la RCP
care-document-hold = Ne plus ouvrir à la RCP
care-document-remove = Retirer
document-kind-report = Lettre ou compte-rendu médical
document-kind-genetic-report = Compte-rendu génétique, variants
document-kind-advice = Avis d’une RCP ou d’un panel
document-kind-imaging = Imagerie
document-kind-laboratory = Analyses de laboratoire
document-kind-administrative = Courrier d’une administration
document-kind-other = Autre (dire quoi)
document-source-person = la personne ou la famille
document-source-doctor = un médecin ou un hôpital
document-source-laboratory = un laboratoire
document-source-service = un service ou une administration
case-event-document-added = Document ajouté
case-event-document-offered = Document et RCP
case-event-document-removed = Document retiré
cell-rule-document-none = Choisissez un fichier.
cell-rule-document-empty = Ce fichier est vide.
cell-rule-document-too-many = Ce dossier contient déjà trop de documents. Triez-les d’abord.
cell-rule-document-too-large = Ce fichier est trop grand : 25 Mo au plus.
cell-rule-document-not-allowed = Ce type de fichier n’est pas admis. Envoyez un PDF, une image ou un texte.
cell-rule-document-mismatch = Ce fichier n’est pas ce que son nom annonce : son contenu est d’un autre type. Demandez l’original.
cell-rule-document-executable = Ce fichier contient un programme. Il n’est pas gardé.
cell-rule-document-encrypted = Ce fichier est protégé par un mot de passe : personne ne peut vérifier ce qu’il contient. Demandez-le sans protection.
cell-rule-document-unreadable = Ce fichier ne se lit pas. Essayez de l’enregistrer à nouveau, puis renvoyez-le.

# The hospital's own record
care-record = Dossier de l’hôpital
care-record-hint = Le dossier de l’hôpital n’est pas le nôtre : l’accès se demande par lettre, avec un début et une fin, et l’hôpital confirme qu’il l’a refermé.
care-record-asked = Demandes
care-record-none = Aucune demande encore
care-record-new = Demander un accès
care-record-write = Écrire une demande
care-record-do = Garder la demande
care-record-hospital = Hôpital et service
care-record-reader = Pour qui
care-record-reader-hint = Nom et fonction de qui lira, par exemple une généticienne de la RCP.
care-record-from = Premier jour (aujourd’hui si vide)
care-record-until = Dernier jour
care-record-why = Ce qui doit être lu, et pourquoi
care-record-when = Durée de l’accès
care-record-span = du { $from } au { $until }
care-record-for = Pour : { $reader }
care-record-letter = Lettre à l’hôpital (PDF) :
care-record-change = Noter la réponse
care-record-what = Ce qu’il en est
care-record-not-yours = Seule la coordination médicale demande un accès.
care-record-title = Demande d’accès à un dossier
care-record-born = né(e) le { $day }
care-record-asks = Nous vous demandons d’ouvrir l’accès au dossier de : { $who }.
care-record-closing = Merci de refermer l’accès le dernier jour, et de nous confirmer par écrit qu’il est fermé.
record-request-state-requested = Demandé
record-request-state-granted = Accès ouvert
record-request-state-refused = Refusé
record-request-state-withdrawn = Retirée
record-request-state-closure-confirmed = Fermeture confirmée
record-request-change-grant = L’hôpital a ouvert l’accès
record-request-change-refuse = L’hôpital refuse
record-request-change-withdraw = Nous retirons la demande
record-request-change-confirm-closure = L’hôpital confirme la fermeture
case-event-record-request = Dossier de l’hôpital
cell-rule-record-no-end = Donnez un dernier jour, à venir et après le premier : un accès sans fin ne se demande pas.
cell-rule-record-words = Dites à quel hôpital, pour qui, et pourquoi.
open-end-record-closure = Accès d’hôpital à faire refermer
open-end-record-unanswered = Demandes à l’hôpital sans réponse
open-end-hint-record-closure = L’accès est arrivé à son terme : demandez à l’hôpital de confirmer qu’il est fermé.
open-end-hint-record-unanswered = L’hôpital n’a pas répondu : relancez-le, ou retirez la demande.

# Contact book
care-contacts = Carnet de contacts
care-contacts-none = Personne encore
care-contacts-count = { $count ->
    [one] { $shown } personne
   *[other] { $shown } personnes
}
care-contacts-hint = Qui entoure la personne, et ce qu’elle accepte que chacun sache.
care-contacts-never = La personne a demandé de ne jamais rien dire à : { $who }.
care-contact-new = Ajouter au carnet
care-contact-add = Nouveau contact
care-contact-change = Modifier
care-contact-remove = Retirer du carnet
care-contact-name = Nom
care-contact-role = Qui c’est
care-contact-may-know = Ce qu’il ou elle peut savoir
care-contact-place = Cabinet, service ou école
care-contact-address = Adresse postale
care-contact-note = Bon à savoir
care-contact-letter = Écrire une lettre
contact-role-gp = Médecin traitant
contact-role-specialist = Spécialiste
contact-role-therapist = Soignant ou thérapeute
contact-role-pharmacist = Pharmacie
contact-role-home-care = Aide et soins à domicile
contact-role-carer = Proche aidant
contact-role-school = École
contact-role-school-doctor = Médecine scolaire
contact-role-social-worker = Assistance sociale
contact-role-employer = Employeur ou médecine du travail
contact-role-insurer = Caisse ou assurance
contact-role-association = Association
contact-role-other = Autre
may-know-nothing = Rien : à joindre seulement
may-know-practical = L’organisation, rien de la maladie
may-know-medical = Le médical, une fois expliqué à la personne
case-event-contact-kept = Carnet de contacts
case-event-contact-dropped = Retiré du carnet de contacts
cell-rule-contact-no-name = Donnez un nom.
cell-rule-contact-not-agreed = La personne n’a pas accepté que ce contact sache le médical. Voir le carnet de contacts.
cell-rule-contact-not-for-them = Le médical n’est que pour qui soigne la personne ou l’aide de près.
cell-rule-contact-unknown = Choisissez un contact du carnet : c’est là qu’est écrit ce que la personne accepte.

# What the person prefers not to know
care-wishes = Ne pas savoir, et les proches
care-wishes-hint = Le souhait de ne pas savoir est celui de cette personne seule. Il retient ce qui serait écrit, et peut être repris à tout moment.
care-wishes-noted = Préfère ne pas savoir
care-wishes-none = Aucun souhait noté
care-wish-flag = La personne préfère ne pas savoir : { $what }
care-wish-new = Noter un souhait
care-wish-what = Quoi
care-wish-words = Avec les mots de la personne
care-wish-take-back = La personne reprend son souhait
care-wish-back = repris le { $moment }
not-to-know-carrier = si elle porte ce qui court dans la famille
not-to-know-secondary-finding = ce qui serait trouvé à côté de ce qu’on cherchait
not-to-know-diagnosis = son diagnostic ou son évolution
not-to-know-everything = rien de tout cela
care-relatives = Informer les proches à risque
care-relatives-hint = Aucun proche n’est nommé ici. Le prescripteur du test informe, une fois la personne informée et interrogée.
care-relatives-none = La personne n’a pas encore été interrogée.
care-relatives-new = Noter ce que la personne a répondu
care-relatives-who = Prescripteur du test
care-relatives-words = Qui peut informer, et comment, selon la personne
care-relatives-prescriber = Prescripteur : { $name }
care-relatives-prompt = La personne est informée et a répondu : c’est au prescripteur d’informer les proches.
care-relatives-propose = Proposer la démarche
care-relatives-step = Informer les proches à risque
care-relatives-has-step = La démarche est proposée ; la voir dans le dossier.
care-relatives-not-yet = Pas encore : aucun résultat génétique n’a été noté comme expliqué à la personne.
case-event-wish-noted = Souhait de ne pas savoir
case-event-wish-taken-back = Souhait repris
case-event-relatives-asked = Proches : réponse de la personne

# Seeking a guideline
care-guidelines-sought = Titre, maladie ou auteur
care-guidelines-seek = Chercher
care-guidelines-all = Toutes les recommandations
care-guidelines-no-match = Aucune recommandation ne correspond.
document-kind-agreement = Accord signé
