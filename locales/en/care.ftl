# Care on the page of a file
care-title = Global care
care-plan = Care plan
care-plan-none = Nothing written yet
care-transition = Transition to adulthood
care-transition-see = See the list
care-transition-unknown = Birth date not known
care-rights = Administrative steps
care-way = Way to the diagnosis
care-way-none = No dates yet
care-letters = Letters
care-letters-none = No letter yet
care-household = Family
care-calls = Calls owed
care-calls-none = No call is promised.
care-call-new = Promise a call
care-call-text = What it is about
care-call-end = Write down what came of it
care-printed = Printed on { $day }
care-written-by = { $name }, { $moment }
care-known-since = { $outcome } ({ $day })
care-list-transition = Transition to adulthood
care-list-administrative = Administrative steps

# Plan
care-plan-empty = Nothing is written yet. Note what somebody does for the person, or what nobody does yet.
care-unspoken = Not spoken of yet
care-unspoken-hint = A reminder, not a duty.
care-line-new = Add to the plan
care-line-add = New line
care-line-change = Change
care-part = Part
care-action = What is done or asked for
care-actor = By whom
care-actor-hint = A structure of the directory, or a name; empty while nobody is found.
care-family-does = The person or the family
care-nobody-yet = Nobody yet
care-on = Day, or look again on
care-renew = Right to renew by
care-renew-by = to renew by
care-outcome = Outcome
care-outcome-what = What came of it
care-outcome-none = Outcome not known yet
care-known = Known on
care-reason = Why, where it is not what was hoped for

# Checklists
care-transition-hint = What is to be prepared with the young person and the family. Each item is done, or set aside with a reason.
care-transition-not-yet = To be prepared from { $day }.
care-transition-now = Transition to adulthood to be prepared since { $since }; of age on { $majority }
care-transition-of-age = Of age since { $since }: consents are asked of the person afresh.
care-transition-from = From { $day }
care-transition-board = Transition: of age on { $day }
care-transition-no-birth = Without a birth date nobody can say when this is to be prepared.
care-transition-no-rule = For this country no age has been entered yet.
care-transition-source = Ages: { $source }, checked on { $day }. To be confirmed by the cell.
care-rights-hint = Lists of the country, with form, payer, deadline and appeal. What is not known is said so.
care-rights-none = For this country no list has been entered yet.
care-marked-count = { $marked } of { $all } items settled
care-how-to = How to do it
care-form = Form
care-payer = Who pays
care-deadline = Deadline
care-appeal = Appeal
care-not-known = Not checked yet
care-checked = checked on { $day }
care-official = Official page
care-mark = Mark
care-mark-words = Detail or reason
care-mark-back = Take the mark back

# Way to the diagnosis
care-way-hint = Dates as precise as somebody remembers them. What is not known is not guessed.
care-way-drawn = The way in time
care-way-empty = Write a date below: the way is drawn here.
care-way-whole = From the first sign to the diagnosis
care-way-write = Write the dates
care-way-format = A year (2019), a month (05/2021) or a day (06/05/2021).
care-way-suggested = The file reached the cell on { $day }; the first contact may be earlier.
care-station = Station
care-station-first-symptom = First sign
care-station-first-contact = First contact
care-station-orientation = Orientation
care-station-diagnosis = Diagnosis
care-date = Date
care-lapse = Since the station before
care-lapse-unknown = not known
care-lapse-out-of-order = check the dates: they are out of order
care-lapse-ongoing = { $span }, and it goes on
care-between = { $least } to { $most }
care-month-year = { $month } { $year }
care-today = today
care-month-1 = January
care-month-2 = February
care-month-3 = March
care-month-4 = April
care-month-5 = May
care-month-6 = June
care-month-7 = July
care-month-8 = August
care-month-9 = September
care-month-10 = October
care-month-11 = November
care-month-12 = December

# Letters and what was told
care-letter-begin = Write a letter
care-letters-written = Letters written
care-letter-new = Letter: { $to }
care-letter-title = Letter: { $to }
care-handing-post = By post or by hand.
care-handing-neutral = Neutral sender and subject: the person asked for it.
care-handing-by-hand = The person wishes nothing to be sent: hand it over in person.
care-letter-language = Language of the letter
care-letter-language-do = Change the language
care-letter-to = To
care-letter-opening-label = Before what was agreed
care-letter-closing-label = After it
care-letter-lines = What was agreed
care-letter-lines-none = No agreed step, no line of the plan to write.
care-letter-held = Held back: not explained yet
care-held-not-explained = { $what }: to be explained in person first.
care-held-prefers-not = { $what }: the person prefers not to know.
care-held-not-for-them = { $what }: not for this reader.
care-letter-kept = Once written, a letter does not change any more; another is written.
care-letter-write = Write the letter
care-letter-pdf = Letter as PDF
care-letter-sender = Orientation and coordination cell, rare diseases
care-letter-subject = What we agreed
care-letter-subject-neutral = Your appointment
care-letter-subject-gp = Follow-up of { $name }
care-letter-opening = We are writing to sum up what we agreed together.
care-letter-opening-gp = With the person’s agreement, this is what was agreed for { $name }, whom you look after.
care-letter-opening-support = With the person’s agreement we write to you about { $name }: this is what is useful for the help you give.
care-letter-closing = Call us with any question. You may change your mind at any time.
care-letter-agreed = What is planned
care-letter-agreed-lead = What comes next stands first.
care-letter-by = by { $day }
care-letter-on = on { $day }
care-letter-who = By
care-letter-when = When
care-told-title = What was explained to the person
care-told-hint = No disease thought of, no result, no advice is written before a clinician explained it in person.
care-told-none = Nothing is written down.
care-told-new = Write down what was explained
care-told-what = What
care-told-how = How
care-told-day = On which day (empty: now)
care-told-words = By whom, how it was taken
care-told-explained = Explained in person
care-told-prefers-not = The person prefers not to know
care-told-not-yet = Written down in error: not explained yet
care-told-explained-on = explained in person on { $day }
care-told-prefers-on = prefers not to know, said on { $day }

# Family
care-household-hint = The link discloses nothing: you see here only files that you may read anyway.
care-household-none = No other file is linked with this one.
care-household-said = What this person said
care-household-said-hint = It stays in this file; the other members learn nothing of it.
care-tie = Place in the family
care-tie-of = { $name } is
care-consanguinity = Parents related by blood
care-burden = Weight on the carers
care-burden-not-asked = Not asked yet
care-burden-day = Said on
care-household-leave = Unlink this file
care-household-link = Link another file
care-household-link-do = Link
care-other-number = Number of the other file
care-other-tie = The other person is

# What waits
care-waiting = What waits
care-waiting-lead = Everything whose day has passed without an outcome, and rights that end.
care-waiting-mine = Only mine
care-waiting-mine-lead = What is yours, and what is nobody’s in particular.
care-waiting-all = Of everybody
care-waiting-none = Nothing waits today.
open-end-hint-call-due = Call, then write down what was said.
open-end-hint-step-late = Write down the outcome, or give another day.
open-end-hint-step-unanswered = The person has not answered yet: a call may be enough.
open-end-hint-outcome-missing = Say what came of it, and why where it did not work.
open-end-hint-renewal = Prepare the request before the right ends.

# Roster
care-roster = Absences and rules
care-roster-now = Today
care-present = there
care-replaced-by = away, { $name } stands in
care-nobody-acts = away, nobody stands in
care-absences = Absences
care-absences-none = No absence is planned.
care-stand-in = Stand-in
care-no-stand-in = Nobody
care-acts-now = acts today: { $name }
care-absence-span = from { $from } to { $until }
care-absence-open = from { $from } on
care-absence-end = I am back
care-absence-take-back = Take this absence back
care-absence-new = Write down my absence
care-absence-first = First day
care-absence-last = Last day (empty: no known end)
care-numbers = Numbers of the installation
care-numbers-hint = Set in ariane.toml, section [cell], by who runs the installation.
care-number-psychosocial = Silence told on the psycho-social track after
care-number-medical = Silence told on the medical track after
care-number-contact = A contact keeps a file in active follow-up for
care-number-overdue = A step that is late keeps it so for
care-number-renewal = A renewal is raised before its end by
care-number-answer = A step without an answer asks for a call after

# Guidelines
care-guidelines = Guidelines
care-guidelines-public = Written or retained by the coordination cell, with authors and the day of the next review.
care-guidelines-hint = The one in force is shown on the public page of the disease; past its review it leaves that page.
care-guidelines-none = No guideline is written yet.
care-guideline-new = New guideline
care-guideline-begin = Begin a draft
care-guideline-title = Title
care-guideline-disorder = Disease or group of diseases
care-guideline-language = Language of the text
care-guideline-authors = Authors
care-guideline-authors-hint = One a line, as they sign.
care-guideline-text = Text
care-guideline-url = Address of the document, where it lies elsewhere
care-guideline-in-force = Version { $number } in force
care-guideline-and-draft = a draft follows
care-guideline-late = Past its review: not shown any more
care-guideline-from = in force since { $day }
care-guideline-review = to be reviewed by { $day }
care-guideline-review-by = to be reviewed by
care-guideline-withdrawn = withdrawn on { $day }
care-guideline-version = Version { $number }
care-guideline-by = Authors: { $authors }
care-guideline-next-review = Next review
care-guideline-edit = Write the draft
care-guideline-next = Begin the next version
care-guideline-shown = shown on the public page
guideline-hint-validate = Comes into force today and is shown until its review.
guideline-hint-review = You reviewed it and stand behind it until that day.
guideline-hint-withdraw = Is not shown any more from today.

# Words of the rules
plan-part-psychological = Psychological support
plan-part-medico-social = Medico-social support and rights
plan-part-therapeutic-education = Therapeutic education
plan-part-school-work = School and work
plan-part-home-care = Care at home
plan-part-palliative = Palliative care
plan-part-telemedicine = Telemedicine
plan-part-transition = Transition to adulthood
plan-outcome-in-place = In place
plan-outcome-partly = In part
plan-outcome-waiting = On a waiting list
plan-outcome-refused = Refused by the service
plan-outcome-declined = The person does not want it
plan-outcome-ended = Ended
transition-item-spoken-alone = A talk alone with the young person
transition-item-knows-own-disease = Knows the disease, the treatment and what to do in an emergency
transition-item-adult-team-named = Team for adults named
transition-item-joint-consultation = Consultation of both teams together
transition-item-medical-summary = Medical summary for the new team
transition-item-first-appointment = First appointment with the new team kept
transition-item-rights = Rights that change with the age
transition-item-school-work = School, training, work
transition-item-adult-protection = Need for the protection of an adult, weighed in time
transition-item-consents-afresh = Consents asked afresh of the adult
transition-item-genetic-counselling = Genetic counselling and family planning offered
check-mark-done = Done
check-mark-aside = Set aside
delicate-candidate = Disease thought of or known
delicate-genetic-result = Genetic result
delicate-rcp-advice = Advice of an RCP
delicate-panel-outcome = Outcome of a panel
delicate-telling-name = Name of a centre or network that gives the disease away
audience-person = To the person
audience-parent = To a parent or representative
audience-gp = To the treating doctor
audience-support = To the school, social services, home care…
call-state-owed = To be made
call-state-reached = Person reached
call-state-not-reached = No answer
call-state-needless = Not needed any more
call-state-died = The person died
open-end-call-due = Calls due
open-end-step-late = Steps that are late
open-end-step-unanswered = Steps the person has not answered
open-end-outcome-missing = Outcome to be written
open-end-renewal = Right to be renewed
household-tie-child = child
household-tie-parent = parent
household-tie-sibling = brother or sister
household-tie-partner = partner
household-tie-grandparent = grandparent
household-tie-relative = other relative
consanguinity-not-asked = Not asked yet
consanguinity-no = No
consanguinity-yes = Yes
consanguinity-not-said = The family does not wish to say
carer-burden-light = It can be borne
carer-burden-heavy = Heavy
carer-burden-too-heavy = Cannot be borne: respite is the next step
guideline-state-draft = Draft
guideline-state-valid = In force
guideline-state-withdrawn = Withdrawn
guideline-change-edit = Write
guideline-change-validate = Put in force
guideline-change-review = Reviewed: prolong
guideline-change-withdraw = Withdraw
cell-died-on = Day of death (empty where not known)
case-event-plan-line = Plan: new line
case-event-plan-changed = Plan changed
case-event-checklist = Checklist
case-event-told = Explained to the person
case-event-letter = Letter written
case-event-way = Dates of the way
case-event-diagnosis-dated = Diagnosis noted for the figures
case-event-call-owed = Call promised
case-event-call-ended = Call
case-event-household = Linked with a family
case-event-household-left = Family link removed
case-event-household-facts = Family situation noted
cell-rule-outcome-ahead = An outcome cannot be known before its day.
cell-rule-nobody-does-it = Say who does it: what is in place has somebody.
cell-rule-renewal-before = The renewal lies before the beginning.
cell-rule-death-ahead = The day of the death has not come yet.
cell-rule-death-before-birth = The day of the death lies before the birth.
cell-rule-no-author = Name at least one author.
cell-rule-review-too-early = The review must lie after today.
cell-rule-clinician-only = Only the medical coordination writes down what was explained.
cell-rule-told-ahead = That day has not come yet.
cell-rule-same-file = That is the file of the same person.
cell-rule-other-reality = A fictitious file is not linked with a real one.
cell-rule-linked-already = These files are linked already.
cell-rule-other-household = The other file is linked with another family; unlink it first.
cell-rule-day-ahead = That day has not come yet.
cell-rule-no-code = Choose a disease or group from the list.
cell-rule-no-such-file = No file that you may read has this number.
cell-rule-no-date = This date cannot be understood: a year, a month or a day, from 1900 on.
cell-rule-no-address = Write an address that begins with https:// or http://.
cell-rule-never-tell = The person asked that this reader must never be told.
cell-rule-letter-died = The person died: no letter is written to them any more.
cell-rule-letter-empty = The letter says nothing.
cell-rule-not-told = Your words name what has not been explained in person yet. Take it out, or have the explanation written down first.
cell-rule-empty-span = The last day must follow the first, and not have passed.
cell-rule-stands-in-for-self = Nobody stands in for themselves.

# Counts
care-lines = { $count ->
    [one] One line
   *[other] { $shown } lines
}
care-gaps = { $count ->
    [one] one part not spoken of yet
   *[other] { $shown } parts not spoken of yet
}
care-remaining = { $count ->
    [one] One item left
   *[other] { $shown } items left
}
care-letters-count = { $count ->
    [one] One letter
   *[other] { $shown } letters
}
care-years = { $count ->
    [one] one year
   *[other] { $shown } years
}
care-months = { $count ->
    [one] one month
   *[other] { $shown } months
}
care-days = { $count ->
    [one] one day
   *[other] { $shown } days
}
care-way-events = { $count ->
    [one] one day with events of the file
   *[other] { $shown } days with events of the file
}

# Documents of a file
care-documents = Documents
care-documents-none = No document yet
care-documents-count = { $count ->
    [one] { $shown } document
   *[other] { $shown } documents
}
care-documents-kept = In this file
care-documents-hint = What the person, the doctors and the services have sent. Each document is downloaded to be read, and each reading stands in the log that the person can see.
care-document-by-person = the person, through their private link
care-document-new = Add a document
care-document-add = Add the document
care-document-file = File
care-document-file-hint = PDF, picture, medical picture, text or table, 25 MB at most. The content is checked: a file that is not what it says is not kept.
care-document-kind = What it is
care-document-source = Sent by
care-document-about = A few words (date of the examination, department…)
care-document-rcp = To be read by the participants of the RCP
care-document-rcp-hint = Only while this file is on the list of their session; afterwards not at all.
care-document-rcp-open = Open to the participants of the RCP
care-document-rcp-closed = For the two coordinators only
care-document-offer = Open to the RCP
care-document-hold = No longer open to the RCP
care-document-remove = Take away
document-kind-report = Letter or report of a doctor
document-kind-genetic-report = Genetic report, variants
document-kind-advice = Advice of an RCP or a panel
document-kind-imaging = Imaging
document-kind-laboratory = Laboratory results
document-kind-administrative = Letter of an authority
document-kind-other = Other (say what)
document-source-person = the person or family
document-source-doctor = a doctor or hospital
document-source-laboratory = a laboratory
document-source-service = a service or authority
case-event-document-added = Document added
case-event-document-offered = Document and RCP
case-event-document-removed = Document taken away
cell-rule-document-none = Choose a file.
cell-rule-document-empty = This file is empty.
cell-rule-document-too-many = This file holds too many documents already. Sort them out first.
cell-rule-document-too-large = This file is too large: 25 MB at most.
cell-rule-document-not-allowed = This type of file is not accepted. Send a PDF, a picture or a text.
cell-rule-document-mismatch = This file is not what its name says: its content is of another type. Ask for the original.
cell-rule-document-executable = This file holds a program. It is not kept.
cell-rule-document-encrypted = This file is protected by a password: nobody can check what it holds. Ask for one without.
cell-rule-document-unreadable = This file cannot be read. Save it anew, then send it again.

# The hospital's own record
care-record = The hospital’s record
care-record-hint = The hospital’s record is not ours: access is asked for by letter, with a beginning and an end, and the hospital confirms that it is closed again.
care-record-asked = Requests
care-record-none = No request yet
care-record-new = Ask for access
care-record-write = Write a request
care-record-do = Keep the request
care-record-hospital = Hospital and department
care-record-reader = For whom
care-record-reader-hint = Name and function of who will read, for example a geneticist of the RCP.
care-record-from = First day (today where empty)
care-record-until = Last day
care-record-why = What is to be read, and why
care-record-when = Time of the access
care-record-span = from { $from } to { $until }
care-record-for = For: { $reader }
care-record-letter = Letter to the hospital (PDF):
care-record-change = Write down the answer
care-record-what = What came of it
care-record-not-yours = Only the medical coordination asks for access.
care-record-title = Request for access to a record
care-record-born = born on { $day }
care-record-asks = We ask you to open access to the record of: { $who }.
care-record-closing = Please close the access again on the last day, and confirm to us in writing that it is closed.
record-request-state-requested = Asked for
record-request-state-granted = Access open
record-request-state-refused = Refused
record-request-state-withdrawn = Withdrawn
record-request-state-closure-confirmed = Closing confirmed
record-request-change-grant = The hospital opened the access
record-request-change-refuse = The hospital refuses
record-request-change-withdraw = We withdraw the request
record-request-change-confirm-closure = The hospital confirms that it is closed
case-event-record-request = The hospital’s record
cell-rule-record-no-end = Give a last day, still to come and after the first: access without end is not asked for.
cell-rule-record-words = Say to which hospital, for whom, and why.
open-end-record-closure = Hospital access to be closed
open-end-record-unanswered = Requests to hospitals without answer
open-end-hint-record-closure = The access has come to its end: ask the hospital to confirm that it is closed.
open-end-hint-record-unanswered = The hospital has not answered: ask again, or withdraw the request.

# Contact book
care-contacts = Contact book
care-contacts-none = Nobody yet
care-contacts-count = { $count ->
    [one] { $shown } person
   *[other] { $shown } people
}
care-contacts-hint = Who stands around the person, and what they agree that each may know.
care-contacts-never = The person asked that these are never told: { $who }.
care-contact-new = Add to the book
care-contact-add = New contact
care-contact-change = Change
care-contact-remove = Take out of the book
care-contact-name = Name
care-contact-role = Who they are
care-contact-may-know = What they may know
care-contact-place = Practice, service or school
care-contact-address = Postal address
care-contact-note = Good to know
care-contact-letter = Write a letter
contact-role-gp = Treating doctor
contact-role-specialist = Specialist
contact-role-therapist = Nurse or therapist
contact-role-pharmacist = Pharmacist
contact-role-home-care = Home care
contact-role-carer = Carer
contact-role-school = School
contact-role-school-doctor = School doctor
contact-role-social-worker = Social worker
contact-role-employer = Employer or occupational doctor
contact-role-insurer = Fund or insurer
contact-role-association = Association
contact-role-other = Other
may-know-nothing = Nothing: only to be reached
may-know-practical = What is organised, nothing of the disease
may-know-medical = Medical matters, once explained to the person
case-event-contact-kept = Contact book
case-event-contact-dropped = Taken out of the contact book
cell-rule-contact-no-name = Give a name.
cell-rule-contact-not-agreed = The person did not agree that this contact knows medical matters. See the contact book.
cell-rule-contact-not-for-them = Medical matters are only for those who treat the person or help them closely.
cell-rule-contact-unknown = Choose somebody of the contact book: what the person agrees to is written there.

# What the person prefers not to know
care-wishes = Not to know, and the relatives
care-wishes-hint = The wish not to know is this person’s alone. It holds back what would be written, and can be taken back at any time.
care-wishes-noted = Prefers not to know
care-wishes-none = No wish noted
care-wish-flag = The person prefers not to know: { $what }
care-wish-new = Note a wish
care-wish-what = What
care-wish-words = In the person’s words
care-wish-take-back = The person takes the wish back
care-wish-back = taken back on { $moment }
not-to-know-carrier = whether they carry what runs in the family
not-to-know-secondary-finding = what is found beside what was looked for
not-to-know-diagnosis = their diagnosis or its course
not-to-know-everything = nothing of all this
care-relatives = Informing relatives at risk
care-relatives-hint = No relative is named here. Who prescribed the test informs, once the person was told and asked.
care-relatives-none = The person was not asked yet.
care-relatives-new = Write down what the person answered
care-relatives-who = Who prescribed the test
care-relatives-words = Who may inform, and how, as the person says
care-relatives-prescriber = Prescribed by: { $name }
care-relatives-prompt = The person was told and has answered: it is now for the prescriber to inform the relatives.
care-relatives-propose = Propose the step
care-relatives-step = Inform relatives at risk
care-relatives-has-step = The step is proposed; see the file.
care-relatives-not-yet = Not yet: no genetic result was noted as explained to the person.
case-event-wish-noted = Wish not to know
case-event-wish-taken-back = Wish taken back
case-event-relatives-asked = Relatives: the person’s answer

# Seeking a guideline
care-guidelines-sought = Title, disease or author
care-guidelines-seek = Search
care-guidelines-all = All guidelines
care-guidelines-no-match = No guideline matches.
document-kind-agreement = Signed agreement
