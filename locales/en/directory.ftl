# Events and trainings, laboratories, origin of onset and inheritance.

## Events
events-title = Events
events-lead = Coming meetings and trainings that associations and networks announce. What is over disappears by itself.
events-kind = What are you looking for?
events-kind-any = Meetings and trainings
events-for-any = Everyone
events-count = { $count ->
    [one] { $shown } coming date.
   *[other] { $shown } coming dates, the soonest first.
}
events-none = We know of no coming date.
events-none-filtered = No coming date fits this choice.
events-none-teach = Associations announce their meetings and trainings on their own sites. When a date is reported to us with its source, it stands here until its last day.
events-note = Before you travel, please check the date with the organiser.
events-all = All dates
events-associations = The associations
event-kind-event = meeting or awareness day
event-kind-training = training
event-dates = { $start } to { $end }
event-online = online
event-cancelled = Cancelled.
event-for = For: { $who }
event-organiser = Organised by
event-on-paper = Date: { $event }
participants-patients = people concerned
participants-relatives = relatives
participants-associations = associations
participants-professionals = professionals
participants-public = anyone
card-events = Coming dates
organisation-events = Coming dates

## Laboratories
laboratory-title = Tests
laboratory-tests = Tests offered
laboratory-accreditation = Accreditation
laboratory-turnaround = Time to the result
laboratory-prescriber = Who can ask for them
laboratory-form = Request form
laboratory-for = for:
laboratory-not-known = not known to us
laboratory-days = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
}
laboratory-days-range = { $from } to { $to } days
laboratory-note = “Not known to us” does not mean that the laboratory does not offer it: ask them. A sample as a rule travels with a doctor’s request.
prescriber-doctor = a doctor
prescriber-specialist = a specialist
prescriber-geneticist = a clinical geneticist, after a consultation

## Coverage that is not stated
organisation-coverage-not-stated = This structure is there for certain diseases, but we cannot say exactly which. Please ask them.
organisation-coverage-more = It is there for other diseases too, but we cannot say exactly which. Please ask them.
why-coverage-not-stated = which diseases is not stated: please ask
kind-ern-member = hospital team, member of a European network (ERN)

## Origin of onset and inheritance
traits-source-title = Where this comes from
traits-source = Onset and inheritance: Orphanet, file of { $version }. No place is stated: they sum up publications from all over the world.
traits-source-undated = Onset and inheritance: Orphanet. No place is stated: they sum up publications from all over the world.
traits-source-starter = Onset and inheritance: written by us after { $source }. No place is stated.
