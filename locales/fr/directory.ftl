# Events and trainings, laboratories, origin of onset and inheritance.

## Events
events-title = Agenda
events-lead = Rencontres et formations à venir, annoncées par les associations et les réseaux. Ce qui est passé disparaît de lui-même.
events-kind = Que cherchez-vous ?
events-kind-any = Rencontres et formations
events-for-any = Tout le monde
events-count = { $count ->
    [one] { $shown } date à venir.
   *[other] { $shown } dates à venir, la plus proche d’abord.
}
events-none = Aucune date à venir ne nous est connue.
events-none-filtered = Aucune date à venir ne répond à ces critères.
events-none-teach = Les associations annoncent leurs rencontres et leurs formations sur leurs sites. Quand une date nous est signalée avec sa source, elle apparaît ici jusqu’à son dernier jour.
events-note = Avant de vous déplacer, vérifiez la date auprès de l’organisateur.
events-all = Tout l’agenda
events-associations = Les associations
event-kind-event = rencontre ou journée
event-kind-training = formation
event-dates = du { $start } au { $end }
event-online = en ligne
event-cancelled = Annulé.
event-for = Pour : { $who }
event-organiser = Organisé par
event-on-paper = Agenda : { $event }
participants-patients = personnes concernées
participants-relatives = proches
participants-associations = associations
participants-professionals = professionnels
participants-public = tout public
card-events = À venir
organisation-events = Dates à venir

## Laboratories
laboratory-title = Analyses
laboratory-tests = Analyses proposées
laboratory-accreditation = Accréditation
laboratory-turnaround = Délai du résultat
laboratory-prescriber = Qui peut les demander
laboratory-form = Formulaire de demande
laboratory-for = pour :
laboratory-not-known = non connu de nous
laboratory-days = { $count ->
    [one] { $shown } jour
   *[other] { $shown } jours
}
laboratory-days-range = de { $from } à { $to } jours
laboratory-note = « Non connu de nous » ne veut pas dire que le laboratoire ne le fait pas : demandez-lui. Un prélèvement part en règle générale avec la demande d’un médecin.
prescriber-doctor = un médecin
prescriber-specialist = médecin spécialiste
prescriber-geneticist = généticien, après une consultation

## Coverage that is not stated
organisation-coverage-not-stated = Cette structure s’occupe de certaines maladies, mais nous ne savons pas dire exactement lesquelles. Demandez-lui.
organisation-coverage-more = Elle s’occupe aussi d’autres maladies, mais nous ne savons pas dire exactement lesquelles. Demandez-lui.
why-coverage-not-stated = maladies suivies non précisées : à demander
kind-ern-member = équipe hospitalière membre d’un réseau européen (ERN)

## Origin of onset and inheritance
traits-source-title = Source
traits-source = Âge au début et transmission : Orphanet, fichier du { $version }. Aucun lieu n’est précisé : ils résument les publications du monde entier.
traits-source-undated = Âge au début et transmission : Orphanet. Aucun lieu n’est précisé : ils résument les publications du monde entier.
traits-source-starter = Âge au début et transmission : rédigés par nous d’après { $source }. Aucun lieu n’est précisé.
