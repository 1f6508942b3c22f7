# Figures

# Pages
figures-title = Chiffres
figures-editions = Chiffres publiés
figures-readers = Envoi par mail
figures-behind = Dossiers derrière un chiffre
figures-behind-meeting = Réunion
figures-edition = Chiffres { $period }
figures-back = Retour aux chiffres

# Periods
figures-quarter = { $quarter ->
    [1] 1ᵉʳ
   *[other] { $quarter }ᵉ
} trimestre { $year }
figures-half = { $half ->
    [1] 1ᵉʳ
   *[other] { $half }ᵉ
} semestre { $year }
figures-from-to = du { $from } au { $to }
figures-choose = Autre période, lieu, service ou réseau
figures-from = Du
figures-to = Au (compris)
figures-period = Période
figures-period-hint = Ou une année, un trimestre, un mois : 2026, 2026-Q1, 2026-03
figures-service = Service
figures-service-infoline = Infoline
figures-service-cell = Cellule de coordination
figures-service-hub = Hub national
figures-place = Lieu de vie de la personne concernée
figures-network = Réseau européen (groupe de maladies)
figures-show = Afficher
figures-as-of = État au { $moment }.
figures-running = La période n’est pas finie : chiffres jusqu’ici.
figures-then = Tel que connu alors ; à côté, la même période telle que connue le { $moment }.
figures-known-on = Tel que connu le
figures-known-on-hint = Un jour passé : ce qui a été noté, corrigé ou effacé ensuite est laissé de côté. Vide : aujourd’hui.
figures-preparing = Les dossiers sont très nombreux : les chiffres se préparent. Revenez dans un instant.
figures-again = Essayer encore
figures-not-live = Non montrés ici, parce que leurs dossiers ne vous sont pas ouverts : { $services }. Voir les chiffres publiés.
figures-live-note = Ces chiffres sont exacts, même petits : ils restent entre vous, qui lisez les dossiers. Pour les donner à d’autres, publiez une édition : les petits nombres y sont masqués.

# Faults
figures-fault-unreadable = Cette période ne se lit pas. Écrivez par exemple 2026, 2026-Q1 ou 2026-03, entre 1900 et 2200.
figures-fault-empty = La fin vient avant le début. Inversez les deux jours.
figures-fault-too-long = La période dépasse cent ans. Choisissez-en une plus courte.
figures-fault-day = Un des deux jours ne se lit pas. Écrivez par exemple 31/12/2026.
figures-fault-half = Il manque un des deux jours : donnez le début et la fin.
figures-fault-future = Cette période n’a pas commencé : il n’y a rien à compter.
figures-fault-future-then = À cette date, la période n’avait pas commencé. Choisissez une date plus tardive.
figures-fault-as-of-future = On ne sait pas encore ce qui sera connu ce jour-là. Choisissez un jour passé.
figures-fault-service = Ce service n’existe pas. Choisissez-en un dans la liste.
figures-fault-scope = Aucun dossier n’a ce lieu ou ce réseau. Choisissez-le dans la liste.
figures-fault-figure = Ce chiffre n’existe pas, ou aucun dossier ne se liste derrière lui.
figures-fault-not-of-lattice = Seules les années et les trimestres civils se publient : d’autres périodes trahiraient par différence ce qui est masqué.
figures-fault-not-over = Cette période n’est pas finie : elle se publie ensuite.
figures-fault-unprotectable = Cette édition ne peut pas être publiée : avec ce qui l’est déjà, elle laisserait retrouver un petit nombre.
figures-fault-not-computed = L’édition n’a pas pu être calculée. Essayez encore.
figures-fault-comment-empty = Écrivez votre remarque avant d’envoyer.
figures-fault-comment-long = La remarque dépasse 4000 caractères. Raccourcissez-la.

# Sections
figures-section-requests = Demandes à l’infoline
figures-section-answers = Réponses et délais
figures-section-unmet = Besoins non couverts
figures-section-cell = Cellule de coordination
figures-section-hub = Hub national

# Figures: name and definition
figures-name-infoline-records = Demandes reçues
figures-means-infoline-records = Toutes les demandes arrivées dans la période. À part : les doubles (l’autre compte), ce qui n’est pas une demande, les personnes qui s’opposent aux chiffres (article 21 du RGPD).
figures-name-infoline-contacts = Contacts
figures-means-infoline-contacts = Messages, appels, visites : le premier de chaque demande comptée et les suivants connus à ce jour. Nos réponses n’en font pas partie.
figures-name-infoline-requesters = Demandeurs
figures-means-infoline-requesters = Qui demande, une fois par année civile : à sa première demande de l’année.
figures-name-infoline-persons = Personnes concernées
figures-means-infoline-persons = Pour qui l’on demande, une fois par année civile : à la première demande de l’année.
figures-name-infoline-age = Âges
figures-means-infoline-age = Âge de la personne concernée à la première demande de l’année.
figures-name-infoline-sender = Envoyeurs
figures-means-infoline-sender = Comment le demandeur a connu l’infoline, à sa première demande de l’année.
figures-name-infoline-entry = Mode d’entrée
figures-means-infoline-entry = Par où le demandeur est arrivé, à sa première demande de l’année.
figures-name-infoline-nationality = Nationalités
figures-means-infoline-nationality = Nationalité de la personne concernée à la première demande de l’année.
figures-name-infoline-nature = Nature des demandes
figures-means-infoline-nature = Ce qui est demandé. Une demande peut en avoir plusieurs : les parts sont de toutes les demandes et dépassent 100.
figures-name-infoline-kind = Qui demande
figures-means-infoline-kind = Profil de l’appelant, pour chaque demande comptée.
figures-name-infoline-disorder = Ce que l’on sait de la maladie
figures-means-infoline-disorder = Diagnostic posé, suspecté ou absent, pour chaque demande comptée.
figures-name-infoline-outcome = Issue des demandes
figures-means-infoline-outcome = Ce que les demandes de la période sont devenues à ce jour. Ce qui est encore ouvert est à part.
figures-name-infoline-reply = Délai de première réponse
figures-means-infoline-reply = Première réponse dans le délai promis ou plus tard ; le temps compte en heures d’ouverture.
figures-name-infoline-orientation = Délai d’orientation
figures-means-infoline-orientation = Demandes finies avec la personne orientée ; le temps jusque-là compte en heures d’ouverture.
figures-name-infoline-unmet = Besoins non couverts, par motif
figures-means-infoline-unmet = Ce que personne n’a pu donner, tel que les écoutantes l’ont noté dans la période.
figures-name-infoline-unmet-nature = Besoins non couverts, par demande
figures-means-infoline-unmet-nature = Les mêmes, d’après ce qui était demandé.
figures-name-cell-meetings = Réunions hebdomadaires
figures-means-cell-meetings = Réunions qui ont eu lieu, ou commencées à ce moment.
figures-name-cell-meeting-records = Réunions hebdomadaires, prévues
figures-means-cell-meeting-records = Toutes les réunions dont l’heure est venue ; à part, celles qui furent annulées et celles que personne n’a ouvertes ni annulées. La formation n’est jamais comptée.
figures-name-cell-records = Suivi actif, dossiers
figures-means-cell-records = Toutes les personnes suivies à un moment de la période, venues de l’infoline ou du service psycho-social ; à part, celles qui s’opposent aux chiffres : elles ne sont comptées nulle part ailleurs. La formation n’est jamais comptée.
figures-name-hub-records = Suivi actif du hub, dossiers
figures-means-hub-records = Toutes les personnes suivies à un moment de la période et venues du hub ; à part, celles qui s’opposent aux chiffres. Qui est suivi par la cellule et par le hub figure dans les deux tableaux.
figures-name-cell-active = Personnes en suivi actif
figures-means-cell-active = Personnes suivies à un moment de la période, venues de l’infoline ou du service psycho-social. Les dossiers de formation et les oppositions ne comptent pas.
figures-name-cell-origin = Suivi actif, par provenance
figures-means-cell-origin = Les mêmes personnes, d’après le service qui a ouvert le dossier.
figures-name-cell-brought = Suivi actif, amenés par
figures-means-cell-brought = Les mêmes personnes, d’après qui les a amenées : un champ à part, corrigible avec motif.
figures-name-cell-new = Suivi actif, nouvelles personnes
figures-means-cell-new = De ces personnes, celles acceptées pour la première fois dans la période.
figures-name-cell-diagnosis = Personnes diagnostiquées
figures-means-cell-diagnosis = Personnes dont le diagnostic tombe dans la période, d’après le temps écoulé depuis le premier symptôme. Compté depuis que le parcours se note en mois et en tranche ; les dates elles-mêmes restent scellées. À part, celles qui s’opposent aux chiffres.
figures-name-hub-active = Suivi actif du hub
figures-means-hub-active = Personnes suivies à un moment de la période et venues du hub.
figures-name-hub-new = Hub, nouvelles personnes
figures-means-hub-new = De ces personnes, celles acceptées pour la première fois dans la période.
figures-name-hub-referred = Orientées vers les ERN via le hub
figures-means-hub-referred = Personnes envoyées à un réseau européen par le hub dans la période.
figures-name-hub-referrals = Orientations vers les ERN, par issue
figures-means-hub-referrals = Orientations envoyées dans la période et ce qu’elles sont devenues à ce jour. Le temps va de l’envoi à la réponse du réseau, en jours.
figures-name-hub-appointment = Orientations vers les ERN, premier rendez-vous
figures-means-hub-appointment = Les mêmes orientations, d’après le premier rendez-vous. Le temps va de l’envoi au rendez-vous qui a eu lieu, en jours.

# Units and rows
figures-unit-contact = contacts
figures-unit-request = demandes
figures-unit-requester = demandeurs
figures-unit-person-concerned = personnes concernées
figures-unit-unmet-need = besoins notés
figures-unit-meeting = réunions
figures-unit-referral = orientations
figures-row-counted = Comptées
figures-row-double = Doubles
figures-row-not-a-request = Pas une demande
figures-row-objected = Opposition aux chiffres
figures-row-cell-meeting-records-held = Tenues
figures-row-cell-meeting-records-cancelled = Annulées
figures-row-cell-meeting-records-not-held = Ni ouvertes ni annulées
figures-row-infoline-contacts-first = Premiers contacts
figures-row-infoline-contacts-further = Contacts suivants
figures-row-first = Première demande de l’année
figures-row-further = Demandes suivantes
figures-row-kept = Dans le délai promis
figures-row-late = Plus tard
figures-row-not-yet = Pas encore répondu
figures-row-not-oriented = Autre issue, ou ouverte
figures-row-open = Encore ouvertes
figures-row-new = Nouvelles
figures-row-known = Déjà connues
figures-row-hub-referrals-accepted = Acceptées
figures-row-hub-referrals-declined = Déclinées
figures-row-hub-referrals-lost = Perdues en route
figures-row-hub-referrals-withdrawn = Retirées
figures-row-hub-referrals-waiting = Attendent une réponse
figures-row-hub-appointment-seen = Rendez-vous eu lieu
figures-row-hub-appointment-fixed = Rendez-vous fixé
figures-row-hub-appointment-none-yet = Pas encore de rendez-vous
figures-row-hub-appointment-ended-before = Finies avant un rendez-vous
figures-row-other = Autres
figures-row-not-told = Non demandé ou non dit
figures-row-foreign = Code inconnu de cette version
figures-row-not-counted = Demande non comptée
odyssey-band-under-1 = Moins d’un an
odyssey-band-1-5 = Un à cinq ans
odyssey-band-5-more = Cinq ans et plus

# What stands beside a number
figures-hidden = masqué
figures-hidden-why = Masqué : le nombre est petit, ou laisserait retrouver un petit nombre.
figures-percent = { $share } %
figures-hours = { $hours } h { $minutes } ouvertes
figures-days = { $count ->
    [one] Un jour
   *[other] { $shown } jours
}
figures-median = La moitié attend au plus
figures-ninth = Neuf sur dix attendent au plus
figures-same = pas de changement
figures-before = Période précédente : { $n } ({ $change })
figures-before-alone = Période précédente : { $n }
figures-now = Connu aujourd’hui : { $n } ({ $change } depuis)
figures-definition = Ce qui est compté
figures-note-sum = Chaque part est arrondie pour elle-même : leur somme fait { $sum } %.
figures-note-of-total = Des lignes sont masquées : les parts sont du total.
figures-note-hidden = { $count ->
    [one] Une ligne masquée.
   *[other] { $shown } lignes masquées.
}
figures-note-overlaps = Une demande peut figurer dans plusieurs lignes.
figures-note-left-out = { $count ->
    [one] Un compté sans part : la ligne en italique dit pourquoi.
   *[other] { $shown } comptés sans part : les lignes en italique disent pourquoi.
}
figures-note-left-out-hidden = Certains sont comptés sans part ; leur nombre est masqué.
figures-note-empty = Rien à compter dans cette période.

# Columns
figures-column-category = Catégorie
figures-column-n = Nombre
figures-column-percent = Part
figures-column-before = Période précédente
figures-column-now = Connu aujourd’hui
figures-column-group = Groupe
figures-column-requests = Demandes
figures-column-oriented = Orientées, parmi les finies
figures-column-open = Ouvertes
figures-column-unmet = Besoins non couverts
figures-column-month = Mois
figures-column-stands-out = Ce qui ressort
figures-column-record = Dossier
figures-column-since = Reçu le
figures-column-name = Nom
figures-column-figure = Chiffre
figures-column-id = Code
figures-column-version = version
figures-column-unit = Unité
figures-column-period = Période
figures-column-note = Remarque
figures-column-means = Ce qui est compté
figures-column-public = Nom dans la définition publique
figures-column-differs = Différence

# Groups, trend, directory
figures-by-network = Par réseau européen
figures-by-network-hint = D’après la maladie nommée dans la demande. ◆ : au dernier mois fini, plus que les douze mois d’avant ne le laissent attendre (moins d’une chance sur cent).
figures-by-place = Par lieu de vie
figures-by-place-hint = Pays et région de la personne concernée, tels que notés.
figures-group-none-network = Aucune maladie nommée, ou sans réseau
figures-group-none-place = Non demandé ou non dit
figures-referrals = Orientations par réseau européen
figures-referrals-hint = Orientations envoyées dans la période. Les délais sont en jours : la moitié n’attend pas plus. À lire entre vous : ces nombres ne se publient pas.
figures-column-network = Réseau
figures-column-sent = Envoyées
figures-column-to-answer = Jours jusqu’à la réponse
figures-column-to-appointment = Jours jusqu’au rendez-vous
figures-column-entry-checked = Fiche vérifiée le
figures-alert-demand = { $month } : { $n } demandes, contre { $mean } par mois avant
figures-alert-gap = { $month } : { $n } besoins non couverts, contre { $mean } par mois avant
figures-alert-month = Plus que d’habitude ({ $mean } par mois avant)
figures-trend = Demandes mois par mois
figures-trend-hint = Un losange marque un mois qui dépasse ce que les douze mois d’avant laissent attendre. La règle est expliquée dans la documentation des chiffres.
figures-trend-text = Demandes par mois, de { $from } à { $to }
figures-trend-short = Moins de treize mois notés : il est trop tôt pour dire qu’un mois ressort.
figures-as-table = Voir en tableau
figures-fresh = Fraîcheur de l’annuaire
figures-fresh-hint = Structures vérifiées à leur source depuis { $days } jours au plus. État d’aujourd’hui, quelle que soit la période choisie.
figures-fresh-within = Vérifiées dans le délai
figures-fresh-over = À revérifier
figures-fresh-unconfirmed = Jamais confirmées
figures-fresh-see = Voir ce qui est à vérifier
figures-missing-title = Ce qui n’est pas encore compté
figures-missing-referred = Orientations vers les ERN via le hub
figures-missing-why-referred = Aucune orientation n’est encore notée à part : non compté ne veut pas dire zéro.
figures-missing-first-appointment = Délai du premier rendez-vous
figures-missing-why-first-appointment = Compté avec les orientations, là où elles se notent.
figures-missing-meetings-of-part = Réunions d’un lieu ou d’un réseau
figures-missing-why-meetings-of-part = Une réunion n’appartient à aucun lieu ni réseau : elle ne se compte que dans l’ensemble.
figures-missing-network-of-files = Réseau des dossiers plus anciens
figures-missing-why-network-of-files = Un dossier porte le réseau de sa maladie depuis que cette version est en service : ceux ouverts avant sans demande à l’infoline n’en ont pas tant que leur en-tête n’est pas réécrit, et figurent sous « sans réseau ».

# Records behind
figures-behind-hint = La liste ne nomme personne. L’ouvrir est noté dans le journal, ouvrir un dossier aussi.
figures-behind-more = Les { $shown } premiers, sur { $all }.
figures-behind-none = Aucun dossier.

# Editions
figures-editions-lead = Ce qui peut sortir de la maison : années et trimestres finis, petits nombres masqués, chaque édition signée. Une édition ne se modifie ni ne se retire.
figures-editions-none = Rien n’a encore été publié.
figures-made = Faite le
figures-form = { $form }, { $count } définitions
figures-form-unknown = Forme inconnue de cette version
figures-column-form = Forme
figures-column-signature = Signature
figures-by-job = Automatiquement
figures-whole = Telle que signée
figures-broken = Pas telle que signée : ne l’utilisez pas
figures-make = Publier une édition
figures-make-hint = Années et trimestres finis seulement. Les petits nombres sont masqués, et assez d’autres pour qu’aucune soustraction ne les rende, éditions précédentes comprises.
figures-make-do = Publier
figures-verify = Vérifier une édition reçue
figures-verify-hint = Collez le contenu du fichier signé (.json). Rien n’en est gardé.
figures-verify-text = Contenu du fichier
figures-verify-do = Vérifier
figures-verify-good = Édition authentique, telle que signée ici : { $period }, empreinte { $digest }
figures-verify-bad = Pas telle que signée ici : quelque chose a changé, ou une autre installation l’a signée.
figures-verify-unreadable = Ce texte n’est pas une édition signée. Collez le fichier .json entier.

# One edition
figures-hiding = Nombres de 1 à moins de { $threshold } masqués, et ceux qui les rendraient : { $hidden } nombres masqués sur { $all }. Les zéros sont imprimés.
figures-made-up = Données fictives : personne n’y est compté, rien n’est masqué.
figures-slides = Une figure par page (diapositives)
figures-slides-end = Mise en page normale
figures-done = Enregistré.
figures-file-pdf = PDF
figures-file-xlsx = Tableur (XLSX)
figures-file-csv = CSV
figures-file-json = Fichier signé (JSON)
figures-file-name = chiffres
figures-comments = Remarques des représentants des patients
figures-comments-lead = Imprimées avec l’édition, telles qu’écrites.
figures-comments-none = Aucune remarque.
figures-comment = Votre remarque
figures-comment-hint = Elle sera imprimée avec votre nom. Ne nommez personne d’autre.
figures-comment-do = Ajouter la remarque
figures-comment-by = { $name }, { $moment }
figures-proof = Preuve
figures-fact-period = Période
figures-fact-as-of = Dossiers tels que connus le
figures-fact-made = Faite le
figures-fact-form = Forme
figures-fact-digest = Empreinte (SHA-256)
figures-fact-key = Clé publique

# Files and paper
figures-export-total = Total
figures-export-hidden = masqué
figures-export-aside = compté, sans part
figures-export-not-recorded = pas encore noté par cette installation
figures-export-years-only = publié pour les années entières seulement
figures-export-not-counted = aucun chiffre ne le compte encore
figures-sheet-about = À lire
figures-sheet-all = Chiffres
figures-sheet-definitions = Définitions
figures-sheet-enrdhl = ENRDHL profil appelants
figures-sheet-activity = Activité (chapitres BNDMR)
figures-sheet-ern = Indicateurs ERN
figures-indicator-inquirer-gender = Genre du demandeur
figures-indicator-inquirer-age = Âge du demandeur
figures-indicator-orpha-code = Code ORPHA
figures-indicator-duration = Durée de la réponse
figures-indicator-satisfaction = Satisfaction
figures-indicator-research = Recherche
figures-indicator-residence-region = Région de résidence (en direct seulement, jamais publiée)
figures-indicator-treatment = Traitement
figures-indicator-education = 4.1, 4.2 Formations
figures-indicator-studies = 5.1 Études et essais
figures-indicator-publications = 5.2 Publications
figures-indicator-guidelines = 6.1, 6.2 Recommandations
figures-indicator-congresses = 7.1 Congrès
figures-differs-contacts = La définition publique compte un mois ; ici, la période choisie. Nos réponses ne comptent pas.
figures-differs-natures = Nos sept natures de demande, non les catégories du réseau.
figures-differs-requesters = Ici une fois par demandeur et par an, à sa première demande ; là-bas chaque demande.
figures-differs-kinds = Catégories de notre formulaire.
figures-differs-bands = Ici trois tranches, une fois par personne et par an.
figures-differs-coordination = Ici des personnes suivies par une cellule de coordination ; là-bas des patients reçus dans un centre expert.
figures-differs-odyssey = Ici le mois du diagnostic et une tranche depuis le premier symptôme ; là-bas des dates par patient.
figures-differs-sent = Ici les personnes envoyées par le hub à un réseau ; là-bas les nouveaux patients arrivés chez un membre du réseau.
figures-source = Source de la définition : { $source }, lue le { $day }.
figures-paper-before = { $now } (avant : { $before })
figures-paper-definition = { $means } [{ $version }]
figures-paper-footer = { $title } · édition signée, empreinte { $digest }…

# Sending
figures-readers-lead = Qui est prévenu par mail qu’une nouvelle édition est là. Elle se fait d’elle-même { $days } jours après la fin de la période, si quelqu’un l’attend. Le mail ne porte qu’un lien, aucun chiffre.
figures-readers-done = Enregistré. Les prochains envois suivent ce réglage.
figures-readers-no-mail = Aucune boîte mail n’est configurée : les éditions se font, mais personne n’est prévenu.
figures-yearly = Chaque année
figures-quarterly = Chaque trimestre
figures-mail-subject = Chiffres { $period } publiés
figures-mail-text =
    Bonjour,

    l’édition des chiffres { $period } est là, petits nombres masqués :
    { $link }

    Vous recevez ce mail parce que la coordination vous a inscrit. Elle peut l’arrêter.
