# Source of truth. Other languages are written, not transposed.

## Frame
skip = Aller au contenu
nav-main = Pages principales
nav-languages = Langues
nav-search = Nouvelle recherche
nav-networks = Réseaux
nav-directory = Annuaire
nav-map = Carte
nav-guides = Comprendre
nav-helplines = Écoute et urgence
nav-sources = Sources et licences
nav-rules = Règles d’orientation
nav-about = Ce que fait Ariane
thread-label = Fil d’Ariane
thread-start = Accueil
thread-here = Ici
next-label = Et maintenant
bar-demo = Démonstration : certaines structures sont fictives et marquées comme telles.
bar-fetch = Les données de référence sont en cours de téléchargement ; tout fonctionne déjà avec le jeu de départ.
bar-starter = Seul le jeu de départ est installé : environ 190 maladies. L’exploitant peut importer la nomenclature complète.
footer-disclaimer = Ariane informe et oriente ; elle ne pose pas de diagnostic. En cas d’urgence, appelez le { $number }.
footer-helpline = Parler à quelqu’un :

## Danger
danger-title = Vous n’êtes pas seul(e) : de l’aide est disponible maintenant
danger-self-harm = Si vous pensez à vous faire du mal ou à mourir, parlez-en tout de suite à quelqu’un. Des personnes formées vous écoutent.
danger-violence = Si vous ou quelqu’un d’autre subissez des violences, mettez-vous à l’abri si vous le pouvez et appelez.
danger-acute = Si une vie est en danger, n’attendez pas.
danger-call = Appeler le { $number }
danger-note = Ce message apparaît d’après certains mots. Son absence ne veut jamais dire qu’il n’y a pas de danger.

## Start
start-title = Maladies rares : où se faire accompagner ?
start-lead = Tapez un nom de maladie, même mal orthographié, ou un code. Dites où vous vivez et ce qu’il vous faut : Ariane vous donne une fiche d’orientation claire, à imprimer.
start-counts = { $count ->
    [one] { $shown } maladie ou groupe de maladies dans la base.
   *[other] { $shown } maladies et groupes de maladies dans la base.
}
start-privacy = Rien de ce que vous tapez n’est conservé.
field-query = Quelle maladie, ou que se passe-t-il ?
field-query-hint = Nom, abréviation, gène ou code ORPHA, OMIM, CIM, en français, allemand, anglais ou portugais.
field-place = Où vivez-vous ?
field-place-hint = Code postal ou ville (Luxembourg, France, Belgique, Allemagne, Pays-Bas, Suisse, Portugal).
field-position = Utiliser ma position
field-position-done = Position prise, arrondie à un kilomètre environ.
field-position-failed = La position n’a pas pu être lue. Indiquez un code postal ou une ville.
field-need = De quoi avez-vous besoin ?
field-need-hint = Facultatif.
field-need-any = Tout ce qui peut aider
field-age = Pour qui ?
field-country = Pays
field-country-any = D’après le lieu
age-any = Enfant ou adulte
age-child = Enfant
age-adult = Adulte
need-whole = { $need } (tout)
choice-any = Tous
action-search = Chercher
action-sheet = Fiche d’orientation
action-sheet-for = Fiche d’orientation : { $name }
action-show = Afficher
suggest-none = Pas de suggestion. Validez pour chercher quand même.
suggest-some = Suggestions disponibles : flèches pour parcourir, Entrée pour choisir.
ways-title = Autres chemins
way-undiagnosed = Je n’ai pas de diagnostic
way-lead-undiagnosed = Vers qui aller quand on ne sait pas encore.
way-networks = Les réseaux d’experts
way-lead-networks = 24 réseaux européens et 23 filières françaises.
way-map = La carte des centres
way-lead-map = Où sont les équipes spécialisées que nous connaissons.
way-guides = Comprendre les mots
way-lead-guides = CRMR, CCMR, filière, ERN, PNDS… en mots simples.
way-relative = Je suis un proche
way-lead-relative = Répit, fratrie, congés, soutien.
way-helplines = Parler à quelqu’un
way-lead-helplines = Lignes d’écoute et numéros d’urgence par pays.
way-events = Dates et formations
way-lead-events = Rencontres, journées et formations à venir.

## Search
search-title = Résultats
search-count = { $count ->
    [one] { $shown } réponse.
   *[other] { $shown } réponses, la plus proche d’abord.
}
search-same-name = { $count ->
    [one] Une entité porte ce nom ou ce code.
   *[other] { $shown } entités portent ce nom ou ce code : toutes sont en tête.
}
search-shortened = Votre texte était très long : seuls les 300 premiers caractères ont été lus.
search-none-title = Aucune maladie trouvée sous ce nom
search-none-lead = Cela ne veut pas dire qu’elle n’existe pas. Vous pouvez :
search-none-spelling = essayer un autre nom, ou seulement le mot le plus particulier ;
search-none-code = chercher par code (ORPHA, OMIM, CIM) ou par gène, s’il figure sur un courrier ;
search-none-undiagnosed = lire que faire sans diagnostic
search-none-sheet = Fiche d’orientation sans diagnostic
search-not-found-here = Ce n’est pas cela ? Vous pouvez
match-code = trouvé par le code « { $matched } »
match-gene = lié au gène { $matched }
match-synonym = aussi appelé « { $matched } »
match-lay = souvent appelé « { $matched } »
match-words = trouvé dans « { $matched } »
match-similar = proche de « { $matched } »
level-disorder = maladie
level-group = groupe de maladies
level-subtype = sous-type
retired-forwarded = Le code { $code } n’est plus utilisé ; voici l’entité qui le remplace.
retired-no-successor = Ce code n’est plus utilisé par Orphanet et n’a pas de remplaçant.
retired-not-rare = Orphanet ne considère pas cette maladie comme rare en Europe : votre médecin ou un spécialiste proche est le bon interlocuteur.

## Disease
definition-other-language = définition disponible dans cette langue seulement
disease-help = Trouver de l’aide près de chez moi
disease-which-rule = Quelle règle mène à ces réseaux ?
disease-centres = Centres experts
disease-map = Voir ces centres sur la carte
disease-signs = Signes principaux
disease-signs-lead = Part des personnes chez qui le signe a été décrit. Chacun est différent : un signe de la liste peut manquer.
disease-more-signs = { $count ->
    [one] { $shown } autre signe
   *[other] { $shown } autres signes
}
disease-frequency = Fréquence publiée
disease-frequency-none = Aucune fréquence publiée n’est connue.
disease-rarity = Combien de personnes près de chez moi ?
disease-facts = En bref
disease-onset = Âge au début
disease-inheritance = Transmission
disease-inheritance-guide = qu’est-ce que cela veut dire ?
disease-genes = Gènes
disease-codes = Codes
disease-names = Noms
disease-classification = Dans les classifications d’Orphanet
disease-children = Comprend
disease-more-children = { $count ->
    [one] et { $shown } autre
   *[other] et { $shown } autres
}
disease-documents = Documents et liens
network-none = Aucun réseau européen ne couvre cette entité d’après nos règles : la coordination nationale (hub) décide.
network-unclassified = Nous ne connaissons que le nom de cette maladie : les classifications d’Orphanet ne sont pas encore installées ici, donc aucun réseau ne peut être indiqué. La ligne d’écoute ou la coordination nationale le peuvent.
trials-note = Registre des essais. Seule l’équipe d’un essai peut dire qui peut y participer.
frequency-cases = { $count ->
    [one] { $shown } cas ou famille publié
   *[other] { $shown } cas ou familles publiés
}
frequency-per-100000 = { $n } pour 100 000
gene-role-causative = en cause
gene-role-other = associé
measure-prevalence-at-birth = Prévalence à la naissance
measure-annual-incidence = Nouveaux cas par an
measure-point-prevalence = Personnes atteintes à un moment donné
measure-lifetime-prevalence = Au cours de la vie
measure-cases-or-families = Cas ou familles publiés
paper-pnds = PNDS
paper-emergency-card = carte d’urgence
paper-guideline = recommandation
origin-imported = Données Orphanet et HPO, version { $release }.
origin-starter = Fait rédigé par nous, source : { $source }.
onset-antenatal = avant la naissance
onset-neonatal = à la naissance
onset-infancy = premiers mois
onset-childhood = enfance
onset-adolescent = adolescence
onset-adult = âge adulte
onset-elderly = âge avancé
onset-all-ages = tout âge
onset-no-data-available = non renseigné
onset-no-data = non renseigné
inheritance-autosomal-dominant = autosomique dominante
inheritance-autosomal-recessive = autosomique récessive
inheritance-x-linked-dominant = dominante liée à l’X
inheritance-x-linked-recessive = récessive liée à l’X
inheritance-y-linked = liée à l’Y
inheritance-mitochondrial-inheritance = mitochondriale
inheritance-multigenic-multifactorial = plusieurs gènes et facteurs
inheritance-oligogenic = quelques gènes
inheritance-semi-dominant = semi-dominante
inheritance-not-applicable = sans objet
inheritance-unknown = inconnue
inheritance-not-yet-documented = pas encore décrite
inheritance-no-data-available = non renseignée
geography-worldwide = monde
geography-europe = Europe
geography-france = France
geography-germany = Allemagne
geography-belgium = Belgique
geography-luxembourg = Luxembourg
geography-netherlands = Pays-Bas
geography-switzerland = Suisse
geography-portugal = Portugal
geography-spain = Espagne
geography-italy = Italie
geography-united-kingdom = Royaume-Uni
geography-united-states = États-Unis
geography-specific-population = population particulière
sign-obligate = toujours
sign-very-frequent = très fréquent (80 à 99 %)
sign-frequent = fréquent (30 à 79 %)
sign-occasional = occasionnel (5 à 29 %)
sign-very-rare = très rare (1 à 4 %)
sign-excluded = absent
sign-unknown = fréquence non précisée

## Sheet
sheet-title = Fiche d’orientation
sheet-title-for = Fiche d’orientation : { $name }
sheet-made-on = Fiche du { $date }
sheet-place = Lieu : { $place }
sheet-need = Besoin : { $need }
sheet-about = En savoir plus sur cette maladie
sheet-thread = Le chemin, d’ici à l’expert
sheet-undiagnosed = Sans diagnostic, la première étape est un médecin qui vous suit et qui rassemble ce qui a déjà été fait. Les structures ci-dessous peuvent l’aider.
sheet-no-centre-here = Nous ne connaissons pas de centre expert pour cette maladie dans ce pays ({ $country }). La voie passe par la coordination nationale et le réseau européen.
sheet-europe-heading = La route vers l’Europe
sheet-europe-lead = On ne s’adresse pas soi-même à un réseau européen (ERN) : ce sont les professionnels qui ouvrent cette voie. L’avis voyage, pas le patient.
sheet-guides = Pour comprendre
sheet-tools = Garder cette fiche
sheet-large = Gros caractères
sheet-pdf = Fiche en PDF
sheet-print = Imprimer
sheet-share = Lien vers cette fiche, à copier
sheet-share-note = Ce lien ne contient ni nom ni adresse : la maladie, le besoin, le pays et une zone d’environ 50 km.
sheet-again = Changer de lieu ou de besoin
place-my-position = ma position
place-zone = zone d’environ 50 km
place-several = Plusieurs endroits s’appellent « { $place } ». Lequel est le vôtre ?
place-unknown = Nous ne trouvons pas « { $place } ». Indiquez un code postal ou une ville d’un des pays couverts. La fiche ci-dessous est faite sans lieu.
place-mend = Corriger le lieu
part-networks = Les réseaux qui connaissent cette maladie
part-lead-networks = Un réseau réunit les équipes les plus expérimentées. Votre médecin s’y adresse pour vous.
part-empty-networks = Aucun réseau ne couvre cette entité d’après nos règles : la coordination nationale (hub) décide.
part-reference-centres = Centres de référence : plus rares, parfois plus loin
part-lead-reference-centres = L’équipe la plus expérimentée : diagnostic, plan de soins, cas complexes.
part-empty-reference-centres = Nous ne connaissons pas de centre expert sourcé pour cette maladie. Le réseau, la ligne d’écoute ou la coordination nationale peuvent vous en indiquer un.
part-competence-centres = Centres de compétence : plus proches
part-lead-competence-centres = Le suivi près de chez vous, en lien avec le centre de référence.
part-general-centres = Pour toutes les maladies rares, près de chez vous
part-lead-general-centres = Ces lieux ne sont pas spécialisés dans cette seule maladie : ils aident à trouver la bonne équipe.
part-laboratories = Laboratoires
part-lead-laboratories = Les analyses sont demandées par un médecin.
part-associations = Associations
part-lead-associations = Des personnes qui connaissent la vie avec une maladie rare.
part-services = Services pour ce besoin
part-lead-services = Droits, école, travail, domicile, soutien : les services de votre pays.
part-helplines = Parler à quelqu’un
part-lead-helplines = Un être humain répond.
part-europe = Coordination nationale
part-lead-europe = Elle relie votre médecin aux réseaux européens.
step-treating-doctor = Médecin qui vous suit
step-cnm = Coordinateur médical national (CNM) de la Cellule maladies rares
step-cern = Coordinateur ERN (CERN) du hub national
step-crmr-ccmr = Centre de référence ou de compétence (CRMR, CCMR)
step-centre = Centre expert du pays
step-network = Réseau européen (ERN)
card-why-title = Pourquoi ici
card-why = Pourquoi ici : { $why }
card-source = Source :
source-seed-000 = présentation « 1ère année de l’Infoline », ALAN et CHL, 26 mars 2021
source-seed-001 = article « Maladies rares : où se faire accompagner ? », 2025
checked-on = vérifié le { $date }
checked-never = jamais vérifié
warning-stale = À revérifier : dernière vérification le { $date }.
warning-unconfirmed = Non confirmé : vérifiez avant de vous y fier.
warning-label-expired = Le label officiel est arrivé à échéance ({ $date }).
warning-demo = Structure fictive, pour la démonstration.
why-covers-disorder = suit cette maladie
why-covers-group = suit les maladies du groupe « { $group } »
why-rule = couvre le groupe « { $group } »
why-rule-itself = couvre cette maladie
why-need = répond à : { $need }
why-all-rare = pour toutes les maladies rares
why-network = membre de { $network }
why-country = dans votre pays : { $country }
why-nearest = le plus proche que nous connaissons
why-coordinates = site coordonnateur
why-helpline = ligne nationale : { $country }
why-hub = coordination nationale : { $country }
audience-adult = pour les adultes
audience-child = pour les enfants
label-plain = Label : { $label }
label-until = Label : { $label }, jusqu’à { $until }
contact-phone = Téléphone
contact-email = Courriel
contact-web = Site
days = lu ma me je ve sa di
hours-always = jour et nuit
disease-more-frequencies = Autres pays et régions
contact-hours = Heures :
distance-km = environ { $km } km à vol d’oiseau
procedure-form = Formulaire
procedure-payer = Qui paie
procedure-deadline = Délai
procedure-appeal = En cas de refus
procedure-official = Page officielle

## Rarity
rarity-title = Combien de personnes ? { $name }
rarity-area = Pays, région ou hôpital
rarity-births = Naissances par an : { $number }.
rarity-population = Habitants : { $number }.
rarity-number = { $n } (année { $year })
rarity-none = Aucune fréquence publiée ne permet ce calcul pour cet endroit.
rarity-table = Ce que l’on peut attendre ici
rarity-note = Chaque ligne répond à sa propre question. La prévalence à la naissance, les nouveaux cas par an et le nombre de personnes atteintes ne se remplacent pas l’un l’autre. Les fourchettes sont larges parce que les études le sont.
rarity-sharing = Pourquoi partager les connaissances
rarity-sharing-lead = Plus une maladie est rare, moins importe l’expérience d’un seul hôpital, plus importe celle de tous.
rarity-sharing-text = Personnes atteintes attendues : { $here } ({ $low } à { $high }), contre { $all } à { $most } dans l’ensemble des pays couverts. Un point est une personne, jusqu’à { $dots } points.
rarity-covered = Tous les pays couverts
rarity-seed-title = Une naissance sur 300 000
rarity-seed-lead = L’exemple des premières années de l’Infoline : une naissance tous les 60 ans à Luxembourg, tous les 20 ans à Heidelberg, tous les 10 ans à Lyon. Le même calcul avec les naissances d’aujourd’hui :
rarity-waiting-text = Années entre deux naissances pour une maladie qui touche 1 bébé sur 300 000. Plus la barre est longue, plus l’équipe attend.
range-up-to = moins de { $high }
range-at-least = plus de { $low }
range-from-to = { $low } à { $high }
years-between = une naissance tous les { $years } ans ou plus
years-between-range = une naissance tous les { $often } à { $rarest } ans
years = { $count ->
    [one] { $shown } an
   *[other] { $shown } ans
}
expected-prevalence-at-birth = Naissances concernées par an
expected-annual-incidence = Nouvelles personnes par an
expected-point-prevalence = Personnes qui vivent avec la maladie
expected-lifetime-prevalence = Personnes concernées au cours de leur vie
column-measure = Mesure
column-value = Valeur
column-where = Où
column-source = Source
column-expected = Attendu
column-number = Nombre
column-basis = D’après
column-births = Naissances par an
column-one-every = Une naissance tous les
column-file = Fichier
column-version = Version
column-licence = Licence
column-attribution = À citer
column-line = Ligne
column-group = Groupe
column-network = Réseau
column-precedence = Priorité
column-note = Note
column-fate = Résultat
column-distance = Distance

## Networks, directory, structures
networks-title = Les réseaux
networks-lead = Qui réunit les experts, en Europe et en France.
networks-ern = { $count ->
    [one] { $shown } réseau européen de référence (ERN)
   *[other] { $shown } réseaux européens de référence (ERN)
}
networks-fsmr = { $count ->
    [one] { $shown } filière française (FSMR)
   *[other] { $shown } filières françaises (FSMR)
}
ern-professionals-only = Un ERN s’adresse aux professionnels : c’est votre médecin qui le sollicite.
directory-title = Annuaire
directory-words = Mots
directory-kind = Sorte de structure
directory-stale = Seulement ce qui est à vérifier
directory-count = { $count ->
    [one] { $shown } structure
   *[other] { $shown } structures
}
directory-none = Aucune structure ne répond à ces critères. Enlevez-en un, ou appelez une ligne d’écoute.
page-label = Pages de la liste
page-previous = Page précédente
page-next = Page suivante
kind-ern = réseau européen de référence (ERN)
kind-fsmr = filière de santé maladies rares (FSMR)
kind-crmr = centre de référence (CRMR)
kind-ccmr = centre de compétence (CCMR)
kind-abroad-crmr = centre expert
kind-abroad-ccmr = centre de proximité
kind-hub = coordination nationale (hub)
kind-association = association
kind-alliance = alliance d’associations
kind-helpline = ligne d’écoute
kind-crisis-line = ligne de crise
kind-platform = plateforme
kind-laboratory = laboratoire
kind-service = service
organisation-coordinator = Coordination
organisation-languages = Langues
organisation-parents = Fait partie de
organisation-services = Ce que l’on y trouve
organisation-covers = Maladies couvertes
organisation-covers-rules = Ce que ce réseau couvre
organisation-covers-rules-lead = Groupes d’Orphanet qui mènent à ce réseau, avec la ligne de la règle.
organisation-sites = Autres sites
organisation-members = Membres connus
rule-line = règle { $line }
guide-what-is-ern = Qu’est-ce qu’un ERN ?
guide-what-is-fsmr = Qu’est-ce qu’une filière ?
guide-what-is-crmr = Qu’est-ce qu’un centre de référence ?
guide-what-is-ccmr = Qu’est-ce qu’un centre de compétence ?
guide-what-is-hub = Qu’est-ce qu’un hub ?
guide-what-is-laboratory = Comment fonctionnent les laboratoires ?

## Map
map-title = Carte des centres
map-lead = Les centres experts et les coordinations que nous connaissons. La carte est dessinée par Ariane : aucun serveur extérieur n’apprend ce que vous regardez.
map-lead-for = Centres que nous connaissons pour : { $name }.
map-all = Voir tous les centres
map-caption = ● centre de référence ou expert · ■ centre de compétence ou équipe membre d’un ERN · ◆ coordination nationale. Tous sont dans la liste ci-dessous.
map-alt = Carte d’Europe de l’Ouest avec { $count } marques ; les mêmes centres sont dans la liste qui suit.
map-list = { $count ->
    [one] { $shown } centre
   *[other] { $shown } centres
}
map-unplaced = { $count ->
    [one] { $shown } site sans coordonnées n’est pas sur la carte.
   *[other] { $shown } sites sans coordonnées ne sont pas sur la carte.
}

## Guides, helplines, sources, rules
guides-title = Comprendre
guides-lead = Les mots et les chemins des maladies rares, en langage simple.
guide-unchecked = pas encore vérifié à la source
helplines-title = Écoute et urgence
helplines-lead = Des personnes qui répondent, par pays. En danger immédiat, appelez le numéro d’urgence.
helplines-emergency = Urgence :
helplines-rare = Maladies rares
helplines-crisis = Détresse, violences, enfance
helplines-european = Europe
sources-title = Sources et licences
sources-lead = D’où vient ce que vous lisez, et depuis quand.
sources-release = Version des données : { $release }
sources-confirmed = Annuaire : { $confirmed } fiches de site confirmées à la source sur { $all }.
sources-stale = Voir celles à vérifier
sources-files = Fichiers officiels importés
sources-starter = Aucun fichier officiel n’est importé : les pages reposent sur le jeu de départ, rédigé par nous avec ses sources.
sources-others = Autres sources
sources-outlines = Contours des pays : Natural Earth (domaine public).
sources-font = Caractères : Atkinson Hyperlegible Next, Braille Institute (SIL OFL 1.1).
sources-own = Règles d’orientation : rédigées par nous, chaque ligne avec sa source.
count-entities = Maladies et groupes en usage
count-retired = Codes retirés
count-names = Noms et synonymes
count-definitions = Définitions
count-signs = Liens maladie–signe
count-genes = Liens maladie–gène
count-frequencies = Fréquences publiées
count-classifications = Classifications
count-places = Lieux
count-structures = Structures
count-rules = Règles d’orientation
rules-title = Règles d’orientation
rules-lead = Chaque règle mène d’un groupe d’Orphanet à un réseau. La plus précise l’emporte, puis la priorité la plus haute.
rules-network = Réseau
rules-for-title = Pourquoi ces réseaux ? { $name }
rules-for-none = Aucune règle ne concerne cette entité.
rule-none-ern = aucun ERN
rule-none-fsmr = aucune filière
rule-unconfirmed = non confirmé
fate-fired = appliquée
fate-less-specific = une règle plus précise l’emporte
fate-lower-precedence = une règle prioritaire l’emporte
fate-beyond-limit = deux réseaux sont déjà nommés

## Problems
problem-title-page = Cette page n’existe pas
problem-lead-page = L’adresse est peut-être incomplète. Reprenez depuis l’accueil.
problem-title-disease = Cette maladie n’est pas dans notre base
problem-lead-disease = Le code n’est pas connu. Cherchez par nom, ou demandez à une ligne d’écoute.
problem-title-organisation = Cette structure n’est pas dans notre annuaire
problem-lead-organisation = Elle a peut-être été retirée. Cherchez dans l’annuaire, ou demandez à une ligne d’écoute.
problem-title-form = Le formulaire n’a pas pu être lu
problem-lead-form = Rien n’a été conservé. Reprenez depuis l’accueil.
problem-title-ours = Une erreur de notre côté
problem-lead-ours = Ce n’est pas de votre fait. Réessayez dans un moment, ou appelez une ligne d’écoute.
