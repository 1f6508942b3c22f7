# Accounts: sign-in, second factors, people.

## Frame

nav-staff = Espace professionnel
signed-label = Votre compte
signed-as = Connecté en tant que
sign-out = Se déconnecter
moment = { $date } à { $time }

## Fields

field-mail = Adresse e-mail
field-name = Prénom et nom
field-password = Mot de passe
field-password-current = Mot de passe actuel
field-password-new = Nouveau mot de passe
field-password-hint = Au moins 12 caractères. Une phrase que vous seul connaissez est plus sûre qu’un mot compliqué.
field-password-again = Le même, encore une fois
name-missing = Indiquez votre prénom et votre nom.
mail-odd = Cette adresse e-mail n’est pas complète, par exemple prenom.nom@exemple.lu.
password-weak-short = Le mot de passe compte moins de 12 caractères.
password-weak-long = Le mot de passe compte plus de 256 caractères.
password-weak-personal = Le mot de passe contient votre nom ou votre adresse.
password-weak-common = Ce mot de passe fait partie de ceux qu’on essaie en premier. Choisissez-en un autre.
password-differs = Les deux mots de passe ne sont pas les mêmes.
password-current-wrong = Ce n’est pas votre mot de passe actuel.

## Sign-in

sign-in-title = Connexion
sign-in-lead = Pour les personnes qui travaillent avec Ariane. Pour chercher une maladie ou écrire à l’infoline, aucun compte n’est nécessaire.
sign-in-button = Continuer
sign-in-outside = Se connecter avec { $name }
sign-in-help = Vous n’avez pas de compte, ou plus d’accès ? L’administrateur de votre structure invite et débloque les comptes.
sign-in-wrong = L’adresse et le mot de passe ne vont pas ensemble, ou le compte n’est pas ouvert.
sign-in-wait = { $count ->
    [one] Trop d'essais depuis votre réseau. Réessayez dans une minute.
   *[other] Trop d'essais depuis votre réseau. Réessayez dans { $shown } minutes.
}
sign-in-done-password = Votre mot de passe est changé. Connectez-vous avec le nouveau.
sign-in-done-out = Vous êtes déconnecté.
sign-in-done-outside = Connectez-vous d’abord ici.

## Second factor

second-factor-title = Second facteur
step-up-title = Confirmer que c’est vous
step-up-lead = Ce que vous allez faire change des accès ou ne se défait pas. Donnez encore une fois votre second facteur.
second-factor-none = Votre compte n’a pas encore de second facteur. Demandez un code à l’administrateur de votre structure.
second-factor-passkey = Utiliser une clé d’accès
second-factor-totp = Code de l’application d’authentification
second-factor-totp-hint = Six chiffres, qui changent toutes les trente secondes.
second-factor-button = Confirmer
second-factor-recovery = Utiliser un code de secours
second-factor-recovery-label = Code de secours
second-factor-lost = Vous n’avez plus votre second facteur ?
second-factor-lost-lead = L’administrateur de votre structure vous donne un code de vive voix, jamais par e-mail. Avec ce code, vous enregistrez un nouveau second facteur.
second-factor-spoken = Code donné par l’administrateur
second-factor-wrong = Ce code n’est pas le bon, ou il a déjà servi.
passkey-failed = Le navigateur n’a pas donné la clé d’accès. Réessayez, ou prenez un autre moyen.
passkey-noscript = Une clé d’accès a besoin de JavaScript. Le code d’une application fonctionne sans.
passkey-impossible = Les clés d’accès ne fonctionnent pas à cette adresse : il faut un nom, pas un numéro.

## Factors

factors-title = Seconds facteurs
factors-lead-first = Encore une étape : choisissez avec quoi vous confirmerez que c’est vous. Une seule des deux possibilités suffit.
factors-lead = Ayez-en deux : si l’un se perd, l’autre vous laisse entrer.
factors-yours = Ce que vous avez
factors-since = depuis le { $date }
factors-remove = Retirer
factors-last = Le dernier ne peut pas être retiré. Ajoutez-en d’abord un autre.
factors-codes-left = { $count ->
    [0] Il ne vous reste aucun code de secours.
    [one] Il vous reste un code de secours.
   *[other] Il vous reste { $shown } codes de secours.
}
factors-codes-new = De nouveaux codes de secours
factors-totp = Application d’authentification
factors-totp-title = Avec une application sur le téléphone
factors-totp-lead = N’importe quelle application d’authentification convient. Photographiez l’image avec elle, puis tapez le code qu’elle montre.
factors-totp-picture = Code QR de la clé ci-dessous
factors-totp-text = Sans appareil photo, tapez cette clé dans l’application :
factors-totp-here = L’application est sur cet appareil : l’ouvrir
factors-code = Code à six chiffres
factors-code-wrong = Ce code n’est pas celui de cette clé. Vérifiez que l’heure du téléphone est juste.
factors-totp-add = Ajouter l’application
factors-passkey = Clé d’accès
factors-passkey-title = Avec une clé d’accès
factors-passkey-lead = L’empreinte, le visage ou le code de cet appareil, ou une clé de sécurité. C’est le moyen le plus sûr : il ne se laisse pas donner à une fausse page.
factors-passkey-name = Nom de cette clé
factors-passkey-name-hint = Pour la reconnaître plus tard, par exemple « ordinateur du bureau ».
factors-passkey-add = Ajouter une clé d’accès
factors-passkey-wrong = La clé d’accès n’a pas pu être ajoutée. Réessayez.
codes-title = Vos codes de secours
codes-lead = Chaque code remplace une fois votre second facteur. Ils ne sont montrés que maintenant.
codes-keep = Imprimez-les ou notez-les, et gardez-les là où vous gardez vos papiers. Pas dans votre boîte e-mail.
codes-next = C’est noté, continuer

## Own account

account-title = Mon compte
account-roles = Fonctions
account-factors = { $count ->
    [0] aucun
    [one] un
   *[other] { $shown }
}
account-factors-change = voir et changer
account-sessions = Où vous êtes connecté
account-session-this = ici
account-session-times = depuis le { $since }, vu le { $seen }
account-agent-unknown = Navigateur inconnu
account-session-end = Déconnecter
account-sessions-end = Déconnecter partout ailleurs
account-password = Changer le mot de passe
account-done-password = Votre mot de passe est changé. Vous êtes déconnecté partout ailleurs.
account-done-session = C’est déconnecté.
account-done-linked = C’est changé.
account-link-outside = Relier à { $name }
account-unlink = Ne plus relier
outside-title = Connexion par un autre service
outside-failed-none = Aucun autre service n’est réglé ici.
outside-failed-no-answer = L’autre service ne répond pas. Réessayez plus tard, ou prenez votre mot de passe.
outside-failed-over = Ce retour n’est plus valable. Recommencez la connexion.
outside-failed-not-confirmed = L’autre service n’a pas confirmé la connexion.
outside-failed-unknown = Ce compte n’est relié à aucun compte ouvert ici. Connectez-vous une fois avec votre mot de passe et reliez-le, ou demandez une invitation à l’administrateur.
outside-failed-taken = Ce compte est déjà relié à un autre.

## Set-up, invitation, recovery

set-up-title = Mise en service
set-up-lead = Cette installation est neuve. Nommez la structure qui en répond, et ouvrez le compte de son administrateur.
set-up-code = Code de mise en service
set-up-code-hint = Il s’affiche là où Ariane a été démarrée.
set-up-code-wrong = Ce n’est pas le code affiché au démarrage. Après un redémarrage, il y en a un nouveau.
set-up-organisation = Structure
set-up-organisation-hint = Celle qui est responsable du traitement des données.
set-up-organisation-missing = Nommez la structure.
set-up-button = Continuer
set-up-next = Ensuite, vous enregistrez un second facteur. Le compte s’ouvre seulement alors.
invitation-title = Invitation
invitation-lead = { $organisation } vous invite à travailler avec Ariane, dans cette fonction :
invitation-outside = Accepter avec { $name }, sans mot de passe
invitation-button = Accepter et continuer
over-title = Ce lien ne mène plus nulle part
over-lead-invitation = L’invitation a été utilisée, remplacée, ou elle a plus de sept jours. L’administrateur de votre structure peut en envoyer une autre.
over-lead-recovery = Le lien a été utilisé, remplacé, ou il a plus d’une heure. Vous pouvez en demander un autre.
recovery-title = Mot de passe oublié
recovery-lead = Nous envoyons un lien à votre adresse. Il vaut une heure.
recovery-button = Envoyer le lien
recovery-sent = Si un compte ouvert a cette adresse, un lien est en route.
recovery-factor = Le lien change le mot de passe et rien d’autre : votre second facteur vous sera demandé comme toujours.
new-password-title = Choisir un nouveau mot de passe
new-password-button = Changer le mot de passe

## People

people-title = Équipe
people-lead = Qui travaille avec Ariane, et dans quelle fonction. Une fonction ouvre ce dont elle a besoin, et rien d’autre.
people-invite = Inviter quelqu’un
people-invite-lead = La personne reçoit un lien qui vaut sept jours. Elle choisit elle-même son mot de passe et son second facteur.
people-language = Langue de l’e-mail
people-invite-button = Envoyer l’invitation
people-invited = L’invitation est en route.
people-known = Cette adresse a déjà un compte.
people-roles-missing = Choisissez au moins une fonction.
person-state = État
person-since = Compte créé le
person-factors = Seconds facteurs
person-invited-until = Invitation valable jusqu’au
person-roles-hint = Un changement déconnecte la personne partout ; elle se reconnecte avec ses nouvelles fonctions.
person-roles-button = Enregistrer les fonctions
person-invite-again = Renvoyer l’invitation
person-lost = Second facteur perdu
person-lost-lead = Assurez-vous d’abord que c’est bien la personne : de vive voix, par un numéro que vous connaissez. Donnez le code ainsi, jamais par e-mail.
person-code-button = Montrer un code
person-code-title = Code à donner de vive voix
person-code-lead = Il vaut 24 heures, une seule fois, et n’est montré que maintenant. La personne se connecte avec son mot de passe, donne ce code et enregistre un nouveau second facteur ; les anciens ne valent plus.
person-access = Accès
person-lock-lead = Bloquer déconnecte la personne partout, jusqu’à ce qu’un administrateur débloque.
person-lock = Bloquer le compte
person-unlock = Débloquer le compte
person-close-lead = Fermer est définitif. Le journal des accès garde ce qui a été fait ; la personne peut être invitée à nouveau.
person-close = Fermer le compte
person-done-roles = Les fonctions sont enregistrées.
person-done-state = L’accès est changé.
person-done-sent = L’invitation est en route.
person-bar-own = On ne retire pas son propre accès d’administrateur : un autre administrateur peut le faire.
person-bar-last = Il ne resterait aucun administrateur. Nommez-en d’abord un autre.
account-state-invited = invité
account-state-active = ouvert
account-state-locked = bloqué
account-state-closed = fermé

## Functions

role-listener = Écoutante ou écoutant de l’infoline
role-psychosocial-coordinator = Coordination psycho-sociale (CNPS)
role-medical-coordinator = Coordination médicale (CNM)
role-hub-coordinator = Coordination ERN du hub (CERN)
role-psychosocial-worker = Service psycho-social de l’association
role-directory-editor = Rédaction de l’annuaire
role-steering-member = Groupe de pilotage
role-patients-representative = Représentation des patients
role-data-protection-officer = Délégation à la protection des données
role-administrator = Administration

## Refusals

refused-title-signed-out = Votre session est terminée
refused-lead-signed-out = Connectez-vous de nouveau pour continuer. Ce que vous veniez d’envoyer n’a pas été enregistré.
refused-title-second-factor = Il manque votre second facteur
refused-lead-second-factor = Confirmez d’abord que c’est vous.
refused-title-step-up = Confirmez encore une fois que c’est vous
refused-lead-step-up = Votre second facteur date de plus d’un quart d’heure. Rien n’a été changé.
refused-title-link = Ouvrez d’abord votre lien
refused-lead-link = Cette page s’ouvre avec le lien et le code que vous avez reçus. Si vous ne les avez plus, appelez l’infoline.
refused-title-function = Cette page n’est pas pour votre fonction
refused-lead-function = Elle ne s’ouvre pas, que ce que vous cherchez existe ou non. Si vous en avez besoin pour votre travail, demandez à l’administrateur de votre structure.
refused-functions = Elle est pour :
refused-title-form = Ce formulaire n’a pas été accepté
refused-lead-form = Il ne vient pas d’une page encore valable. Revenez à la page, rechargez-la et envoyez-le de nouveau. Les cookies doivent être permis.
refused-title-too-large = C’est trop grand
refused-lead-too-large = Ce que vous avez envoyé dépasse la taille acceptée. Rien n’a été enregistré.
refused-title-too-many = Un peu de patience
refused-lead-too-many = Trop d’essais viennent de votre réseau. Attendez quelques minutes, puis réessayez.

## Mails to staff

mail-subject-invitation = Invitation à Ariane
mail-subject-recovery = Ariane : nouveau mot de passe
mail-subject-notice = Ariane : votre compte
mail-invitation-text =
    Bonjour,

    { $organisation } vous invite à travailler avec Ariane. Ce lien vaut sept jours :

    { $link }

    Vous choisirez votre mot de passe et votre second facteur.
    Si vous n'attendiez pas cette invitation, vous pouvez l'ignorer.
mail-recovery-text =
    Bonjour,

    Quelqu'un, sans doute vous, a demandé un nouveau mot de passe. Ce lien vaut une heure :

    { $link }

    Votre second facteur vous sera demandé comme toujours. Si ce n'était pas vous, vous n'avez rien à faire.
mail-notice-text =
    Bonjour,

    { $what }

    Si ce n'était pas vous, prévenez tout de suite l'administrateur de votre structure. Votre compte :

    { $link }
mail-notice-password = Le mot de passe de votre compte vient d’être changé.
mail-notice-factor-added = Un second facteur vient d’être ajouté à votre compte.
mail-notice-factor-removed = Un second facteur vient d’être retiré de votre compte.
mail-notice-factor-replaced = Votre second facteur vient d’être remplacé, avec un code de l’administrateur.
mail-notice-factor-code = L’administrateur vient de préparer un code pour remplacer votre second facteur.
mail-notice-roles = Vos fonctions viennent d’être changées. Connectez-vous de nouveau.
mail-subject-emergency = Ariane : un résumé d’urgence a été ouvert
mail-emergency-text =
    Bonjour,

    Le résumé d’urgence du dossier { $number } vient d’être ouvert par une seule personne, avec une raison. Le fil du dossier la donne à qui le lit ; quelqu’un d’autre doit revoir cette ouverture :

    { $link }
held-psychosocial-track = { $count ->
    [one] { $shown } piste psycho-sociale
   *[other] { $shown } pistes psycho-sociales
}
held-medical-track = { $count ->
    [one] { $shown } piste médicale
   *[other] { $shown } pistes médicales
}
held-step = { $count ->
    [one] { $shown } démarche
   *[other] { $shown } démarches
}
held-call = { $count ->
    [one] { $shown } rappel promis
   *[other] { $shown } rappels promis
}
held-rcp-series = { $count ->
    [one] { $shown } RCP périodique
   *[other] { $shown } RCP périodiques
}
held-rcp-session = { $count ->
    [one] { $shown } séance de RCP
   *[other] { $shown } séances de RCP
}
held-service-file = { $count ->
    [one] { $shown } personne suivie par le service
   *[other] { $shown } personnes suivies par le service
}
held-stand-in = { $count ->
    [one] { $shown } suppléance
   *[other] { $shown } suppléances
}
held-enquiry = { $count ->
    [one] { $shown } demande prise
   *[other] { $shown } demandes prises
}
person-takeovers = Ce que cette personne suit encore
person-takeovers-lead = Tout passe à quelqu’un d’autre dans le même acte : rien ne reste sans titulaire, et qui reprend en est averti par e-mail.
person-takeover-rule = Selon les suppléances, sinon le binôme du dossier
person-takeover-free = Personne pour l’instant
person-takeover-queue = { $what } : retour dans la file d’attente.
person-nobody-left = { $what } : personne ne peut reprendre. Choisissez qui, puis recommencez ; rien n’a été changé.
mail-notice-handed-on = Un collègue s’en va ou change de fonctions : ce que cette personne suivait vous est confié. Connectez-vous pour le voir.
