# Lists and settings
rcp-list = RCP
rcp-lead = Multidisciplinary meetings (RCP): several specialists give advice on a file; the treating doctor decides and explains.
rcp-none = No RCP has been created yet. Create one: its rhythm, its length, who coordinates it; dates are then proposed.
rcp-new = Create an RCP
rcp-training = Training: fictitious files, counted in no figure.
rcp-ended = Ended: no more sessions are planned.
rcp-coming = Coming
rcp-coming-none = No session is planned.
rcp-past = Past
rcp-sessions = Sessions
rcp-settings = Settings
rcp-proposed = Proposed dates
rcp-plan-do = Plan the ticked dates
rcp-plan-hand = Session outside the rhythm
rcp-plan-hand-do = Plan this session
rcp-name = Name
rcp-name-hint = For example: human genetics. It stands in the participants’ calendars: name nobody.
rcp-coordinator = Session coordinator
rcp-first = First date
rcp-time = Time
rcp-minutes = Length in minutes
rcp-often = Rhythm
rcp-cadence-monthly = every month, same weekday in the same position
rcp-cadence-monthly-last = every month, the last of the month
rcp-cadence-quarterly = every three months, same weekday in the same position
rcp-cadence-weekly = every week
rcp-cadence-fortnightly = every two weeks
rcp-recurs = { $cadence }, since { $day }, at { $time }, { $minutes } minutes
rcp-holiday-week-later = a week later
rcp-holiday-next-working-day = on the next working day
rcp-holiday-previous-working-day = on the working day before
rcp-holiday-skip = it does not take place
rcp-holiday-keep = it takes place all the same
rcp-place = Place
rcp-link = Video link
rcp-quorum = Quorum
rcp-quorum-none = No quorum asked
rcp-quorum-marked = asked; if missing, the report says so
rcp-quorum-enforced = required; without it the report is not validated
rcp-quorum-asked = { $need } specialties, { $rule }
rcp-quorum-reached = Quorum reached: { $have } specialties
rcp-quorum-missing = Without quorum: { $have } of { $need } specialties present
rcp-at-least = Number of specialties
rcp-admission = Reading by outside participants
rcp-admission-hint = They read the files on the list from the invitation on. Their access ends by itself at the earlier of these two.
rcp-after-validation = Days after validation
rcp-after-meeting = Days after the meeting
rcp-window = Outside participants read them until { $validation } days after validation, at most { $meeting } days after the meeting.
rcp-is-training = Training RCP, with fictitious files
rcp-is-ended = Ended: plan no more sessions

# One session
rcp-title = RCP { $name } · { $moment }
rcp-title-training = Training RCP { $name } · { $moment }
rcp-session = Session
rcp-when = Date
rcp-act-invite = Send the invitations
rcp-act-invite-again = Send the invitations again
rcp-act-hold = The session took place
rcp-act-validate = Validate the report
rcp-act-sign = Sign the report
rcp-act-send = The report has been sent: tell the participants
rcp-act-send-back = Send back to its authors
rcp-act-cancel = Cancel the session
rcp-files = Files on the list
rcp-files-hint = A file is read by who is invited once it is on the list and invitations went out; it closes as soon as it leaves the list.
rcp-files-none = No file on the list.
rcp-file = File no. { $number }
rcp-file-add = Add file no.
rcp-file-add-do = Put on the list
rcp-file-remove = Take off the list
rcp-no-physician = No treating doctor: finding one is the first step, before any advice.
rcp-advices = Advice
rcp-advice = Advice of the RCP
rcp-advice-is = An advice: the treating doctor decides and explains.
rcp-advice-none = No advice is written.
rcp-advice-do = Save the advice
rcp-kept-now = Saved meanwhile. Your text is in the field: nothing is lost.
rcp-plain = In plain words, for the person
rcp-plain-hint = They read them only after a clinician recorded having explained them.
rcp-dissent = Of another opinion
rcp-dissent-why = What { $name } says
rcp-passing = Sending to the treating physician
rcp-passing-open = Nobody has said yet how the report reached them.
rcp-passing-say = Say how it is sent
rcp-passing-correct = Correct
rcp-passing-way = How
rcp-passing-out = Sent
rcp-passing-kept = Not sent
rcp-passing-to = To whom
rcp-passing-on = On
rcp-passed = Sent to { $to } on { $day }: { $way }.
rcp-kept = Not sent: { $reason }.
report-way-post = by post
report-way-secure-mail = by a protected mail service
report-way-in-person = from hand to hand
report-kept-refused = the person does not wish it
report-kept-no-physician = this physician treats them no more
report-kept-died = the person died
rcp-told = Telling the person
rcp-told-not-yet = Nobody has spoken to them yet: nothing is shown to them.
rcp-told-explained = Explained by { $name }, { $moment }
rcp-told-prefers-not = The person prefers not to know, recorded by { $name }, { $moment }
rcp-tell = Record the telling
rcp-tell-hint = In your name. The person can read these words again through their private link, with a proof over a second channel.
rcp-tell-explained = I explained it
rcp-tell-prefers-not = The person prefers not to know
rcp-people = Participants
rcp-people-none = Nobody is invited yet.
rcp-person-add = Invite
rcp-person-hint = An outside participant first has an account with the function “participant of an RCP”: the administrator invites them.
rcp-specialty = Specialty
rcp-person-add-do = Invite to this session
rcp-nobody-left = Everybody who may be invited is.
rcp-withdraw = Withdraw the invitation
rcp-was-present = present
rcp-presence = Who was present
rcp-presence-do = Save who was present
rcp-move = Change date, place or link
rcp-move-at = Date and time
rcp-move-do = Save; who is invited gets an update
rcp-cancel = Cancel the session…
rcp-cancel-hint = Who is invited gets a cancellation, and the files are closed to them at once.
rcp-remarks = Remarks on the session
rcp-remarks-label = What the report says besides the advice
rcp-remarks-do = Save the remarks
rcp-remarks-none = None.
rcp-back = Back to the session
rcp-way = The way of this session
rcp-way-invited = Invitations sent
rcp-way-to-meet = Session planned
rcp-way-met = Session
rcp-way-validated = Report validated
rcp-way-signed = Report signed
rcp-way-cancelled = Cancelled

# The report
rcp-report = Report
rcp-report-pdf = Report as PDF
rcp-report-of-file = Extract for the treating doctor (PDF)
rcp-report-title = Report of the RCP { $name }, { $moment }
rcp-report-training = Training report, RCP { $name }, { $moment }
rcp-draft = Draft: not yet signed.
rcp-validated-by = Validated by { $name }, { $moment }
rcp-signed-by = Signed by { $name }, { $moment }
rcp-file-name = report-rcp

# One's own sessions
rcp-own = My RCP
rcp-own-lead = The sessions to which you are invited. There you read the files on their list, and no other.
rcp-own-none = No invitation at the moment. The coordination invites you; you then get a message with the date.
rcp-own-files-none = No file is open to you at the moment.
rcp-own-logged = Each reading is in the log that the person can see.
rcp-own-only = No contact data, notes or drafts stand here.
rcp-own-answer = Will you come?
rcp-own-answer-do = Answer
rcp-open-until = Open until { $moment } at the latest.
rcp-closed-rcp-not-invited = You are not invited.
rcp-closed-rcp-not-yet = The files open with the invitation.
rcp-closed-rcp-uninvited = The invitation was taken back.
rcp-closed-rcp-not-on-list = No file on the list is open.
rcp-closed-rcp-cancelled = The session is cancelled: the files are closed.
rcp-closed-rcp-over = The time for reading is over: the files are closed.
rcp-medical = Signed medical analysis
rcp-medical-none = No medical analysis is signed yet.

# What was done
rcp-done-series = Saved. Sessions planned already keep their settings.
rcp-done-invited = The invitations are on their way.
rcp-done-invited-no-mail = The participants are invited, but no mail goes out: no mailbox is set up. Tell them.
rcp-done-coordinator = Somebody else coordinates the session now.
rcp-coordinator-change = Give the coordination to somebody else
rcp-done-moved = Saved; who is invited is told.
rcp-done-held = The session took place: record who was present, then the advice.
rcp-done-validated = The report is validated.
rcp-done-sent-back = The report is a draft again. Access that ended stays ended.
rcp-done-signed = Your signature is recorded.
rcp-done-sent = The report has been sent, and the participants are told.
rcp-done-sent-no-mail = The report has been sent; no mail goes out: no mailbox is set up. Tell the participants.
rcp-done-passed = Noted.
rcp-done-cancelled = The session is cancelled; the files are closed to who was invited.
rcp-done-person = The invitation is recorded.
rcp-done-withdrawn = The invitation is withdrawn, and the access closed.
rcp-done-file = The file is on the list.
rcp-done-removed = The file is off the list, and closed to who is invited.
rcp-done-saved = Saved.
rcp-done-answer = Your answer is recorded.

# Rules that refuse
rcp-fault-not-possible = This is not possible as the session stands now.
rcp-fault-not-yours = This is for the session coordinator or another function.
rcp-fault-out-of-order = Not before the session begins.
rcp-fault-in-past = This date has passed. Choose one to come.
rcp-fault-no-quorum = The quorum is missing and this RCP requires it: the report is not validated.
rcp-fault-not-on-list = This file is not on the list of the session.
rcp-fault-no-physician = No treating doctor is named in this file. Name one first: it is they who decide and explain.
rcp-fault-not-signed = The report is not signed yet.
rcp-fault-never-tell = The person does not want their doctor to know: choose why it is not sent.
rcp-fault-passing-day = The day is that of the signature or later, and not ahead.
rcp-fault-passing-nobody = Say to whom it went.
rcp-fault-not-passed-on = First say, for each file with an advice, how the report is sent, or why it is not.
rcp-fault-not-present = Only somebody recorded as present can be of another opinion.
rcp-fault-dissents-twice = Somebody is recorded twice as of another opinion.
rcp-fault-empty = A text is missing.
rcp-fault-ended = This RCP has ended: no more sessions are planned.
rcp-fault-lists-closed = The report is validated or the session cancelled: the lists no longer change.
rcp-fault-already-invited = This person is invited to the session already.
rcp-fault-not-held = Who was present is recorded once the session took place.
rcp-fault-no-such-file = No file has this number.
rcp-fault-mixed = Real and fictitious files never meet: this number belongs to the other kind.
rcp-fault-on-list = This file is on the list of this session already.
rcp-fault-has-advice = An advice on this file is written already: it was discussed and stays on the list.
rcp-fault-not-clinician = Only a clinician records that an advice was explained.
rcp-fault-not-validated = The report is not validated yet: nothing is told before.
rcp-fault-already-told = The explanation is recorded already.
rcp-fault-plain-missing = Write in plain words what you explained: the person can read it again.
rcp-fault-not-what-was-read = The report changed since you read it. Read it again, then validate.
rcp-fault-overtaken = Somebody was quicker. Your text is still here: look at what changed, then save again.
rcp-fault-unreadable = Something is missing or cannot be read.
rcp-fault-first-day = The first date does not follow the rhythm: for “last of the month”, choose the last such weekday.
rcp-fault-no-such-account = Choose a person of the list.
rcp-fault-odd-link = The link must begin with https://
rcp-fault-no-specialty = Give the specialty, in 60 signs at most.
rcp-fault-no-report = There is a report once the session took place.

# Refusals of the policy
desk-trouble-rcp-not-invited = You are not invited to this session
desk-trouble-lead-rcp-not-invited = Only invited participants see it. The session coordinator can invite you.
desk-trouble-rcp-not-yet = Not open yet
desk-trouble-lead-rcp-not-yet = The files open with the invitation.
desk-trouble-rcp-uninvited = The invitation was taken back
desk-trouble-lead-rcp-uninvited = The access closed with it. Speak with the session coordinator.
desk-trouble-rcp-not-on-list = This file is not on the list of this session
desk-trouble-lead-rcp-not-on-list = You read the files on the list, and no other.
desk-trouble-rcp-cancelled = The session is cancelled
desk-trouble-lead-rcp-cancelled = Its files are closed.
desk-trouble-rcp-over = The time for reading is over
desk-trouble-lead-rcp-over = The access ended by itself after the session. With a question, turn to its coordinator.

# Coded words
rcp-state-planned = Planned
rcp-state-invited = Invitations sent
rcp-state-held = Held
rcp-state-draft = Report being written
rcp-state-validated = Report validated
rcp-state-signed = Report signed
rcp-state-sent = Report sent
rcp-state-cancelled = Cancelled
rcp-answer-none = not answered yet
rcp-answer-comes = comes
rcp-answer-maybe = perhaps
rcp-answer-declines = does not come
case-event-rcp-listed = Put on the list of an RCP
case-event-rcp-unlisted = Taken off the list of an RCP
case-event-rcp-advice = Advice of an RCP written
case-event-rcp-told = Telling of an advice recorded
case-event-rcp-report-passed = Sending of a report noted
role-rcp-participant = Participant of an RCP
mine-function-rcp-participant = participant of a multidisciplinary meeting (RCP)
mine-act-read-listed-case = file read for a multidisciplinary meeting (RCP)
mine-act-hold-rcp = multidisciplinary meeting (RCP) prepared or held
mine-act-read-case = file of the cell read
mine-act-write-case = file of the cell written in
mine-act-list-cases = list of the cell seen
mine-act-do-own-steps = worked on a step entrusted to them
mine-act-hold-meeting = discussed in the cell’s meeting
mine-act-send-to-cell = sent to the cell
mine-function-psychosocial-worker = worker of the psycho-social service
mine-told-title = What was decided
mine-told-text = A clinician explained it to you; here are the words, to read again.

# Mails: no subject and no text says whom a meeting is about
rcp-mail-subject-invited = Invitation to a meeting
rcp-mail-subject-changed = A meeting has changed
rcp-mail-subject-cancelled = A meeting is cancelled
rcp-mail-subject-withdrawn = An invitation is withdrawn
rcp-mail-subject-reported = The report of a meeting is ready
rcp-mail-calendar = Answer and documents, after signing in: { $link }
rcp-planned =
    { $count ->
        [one] { $shown } session is planned.
       *[other] { $shown } sessions are planned.
    }
rcp-mail-reported =
    The report of the meeting of { $moment } is signed. Its advice can be read, after signing in, while your access is open:
    { $link }
rcp-mail-invited =
    You are invited to a meeting.

    { $moment }
    { $place }

    The date is attached for your calendar. Your answer and the documents, after signing in:
    { $link }
rcp-mail-changed =
    A meeting to which you are invited has changed. It takes place:

    { $moment }
    { $place }

    { $link }
rcp-mail-cancelled =
    The meeting of { $moment } is cancelled.
rcp-mail-withdrawn =
    Your invitation to the meeting of { $moment } is withdrawn. With a question, turn to who had invited you.
