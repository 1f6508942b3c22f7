# List and planning
meeting-list = Weekly meetings
meeting-list-real = Weekly meetings (real files)
meeting-list-training = Training meetings
meeting-training-note = Training: fictitious files, counted in no figure.
meeting-coming = Coming
meeting-coming-none = No meeting is planned. Ask for dates: the agenda is then built from the three origins.
meeting-past = Past
meeting-past-none = No meeting has taken place yet.
meeting-to-sign = minutes to be signed
meeting-plan = Plan meetings
meeting-plan-date = First date
meeting-plan-time = Time
meeting-plan-weeks = Number of weeks
meeting-plan-on-holiday = When the date is a public holiday
meeting-holiday-skip = the meeting does not take place
meeting-holiday-next-working-day = it takes place on the next working day
meeting-holiday-keep = it takes place all the same
meeting-plan-propose = Propose dates
meeting-plan-proposed = Proposed dates
meeting-plan-do = Plan the ticked dates
meeting-plan-moved = instead of { $day }, a public holiday
meeting-plan-holiday = public holiday
meeting-plan-left-out = public holiday: no meeting
meeting-planned =
    { $count ->
        [one] { $shown } meeting is planned.
       *[other] { $shown } meetings are planned.
    }

# One meeting
meeting-title = Meeting of { $moment }
meeting-title-training = Training meeting of { $moment }
meeting-here = On this page now:
meeting-here-me = { $name } (you)
meeting-begin = Begin the meeting
meeting-end = End the meeting
meeting-cancel = Cancel the meeting
meeting-build = Build the agenda
meeting-refresh = Refresh the agenda
meeting-add = Add file no.
meeting-add-do = Add
meeting-minutes = Minutes
meeting-minutes-pdf = Minutes as PDF
meeting-items = Agenda
meeting-items-none = The agenda is empty. Build it: it gathers what is new, carried over, due or changed, from all three origins.
meeting-item = No. { $number } · { $name }
meeting-name-unknown = name not known
meeting-carried =
    { $count ->
        [one] carried over once
       *[other] carried over { $shown } times
    }
meeting-dissent-of = Of another opinion: { $who }
meeting-text = What was said and decided
meeting-act-discussed = Discussed
meeting-act-decided = Decided
meeting-act-carry-over = Carry over
meeting-act-dissent = I am of another opinion
meeting-added =
    { $count ->
        [0] Nothing new for the agenda.
        [one] { $shown } file was added to the agenda.
       *[other] { $shown } files were added to the agenda.
    }
meeting-back = Back to the meeting

# Steps
meeting-step-propose = Propose a step
meeting-step-title = Propose a step: { $item }
meeting-step-track = Track
meeting-step-owner = Who takes it on
meeting-step-due = Due date
meeting-step-text = Step
meeting-step-do = Propose this step
meeting-step-by = by { $day }
meeting-step-of = Step, { $track } track
meeting-done-step = The step is proposed.

# Signatures and addenda
meeting-signatures = Signatures
meeting-sign-lead = Each signs the minutes as read on this page. A later change clears the signatures.
meeting-sign = Sign for the { $track } track
meeting-signed-by = { $track } track: signed by { $name }, { $moment }
meeting-unsigned = Nobody has signed yet.
meeting-done-signed = Your signature is recorded.
meeting-addenda = Addenda
meeting-addendum = Add an addendum
meeting-addendum-hint = Dated and in your name; what was signed does not change.
meeting-addendum-do = Add the addendum
meeting-addendum-by = { $name }, { $moment }

# Two who write at once
meeting-done-joined = Saved, together with what a colleague wrote meanwhile.
meeting-choose-title = Two wordings of one passage
meeting-choose-lead = A colleague changed the same passage. Nothing is lost: here are both wordings, please choose.
meeting-choose-theirs = Your colleague’s wording
meeting-choose-mine = Your wording
meeting-choose-both = Text with both wordings, to be adjusted
meeting-choose-between = — or —
meeting-choose-do = Save this text
meeting-choose-keep-theirs = Keep your colleague’s wording
meeting-choose-keep-mine = Keep my wording
meeting-choose-keep-both = Keep both
meeting-not-kept-title = Your text is not saved yet

# The open page
meeting-live-saving = Saving…
meeting-live-saved = Saved.
meeting-live-away = The connection is lost. What you type is kept here and saved as soon as it is back.
meeting-live-back = The connection is back and everything is saved.
meeting-live-signed-out = Your session has ended. What you typed is kept, encrypted, in this browser: sign in, then open this page again.
meeting-live-changed = The agenda or the state of the meeting changed. Reload the page to see it.
meeting-live-unread = The minutes changed since you opened this page. Read them and reload the page before you sign.

# Minutes
meeting-minutes-title = Minutes of the meeting of { $moment }
meeting-minutes-training = Training minutes, meeting of { $moment }
meeting-draft = Draft: not yet signed by both tracks.
meeting-present = Present
meeting-present-none = Nobody was noted as present.
meeting-no-items = No file was on the agenda.
meeting-confidential = Confidential: for the coordination cell only.
meeting-file = minutes
meeting-print = Print

# Rules that refuse
meeting-fault-not-possible = This is no longer possible in the present state of the meeting.
meeting-fault-not-yours = Your function does not allow this.
meeting-fault-not-what-was-read = The minutes changed since you read them. Read them below, then sign.
meeting-fault-same-person = You signed for the other track already: two people sign the minutes.
meeting-fault-already-signed = This track has signed already.
meeting-fault-not-your-track = You cannot sign for this track.
meeting-fault-out-of-order = The clock shows a time before the last change. Please try again.
meeting-fault-empty = A text is missing.
meeting-fault-nothing-decided = There is no decision to be of another opinion about.
meeting-fault-not-present = Only somebody present at the meeting can record another opinion.
meeting-fault-due-in-past = The due date has passed. Choose today or a later day.
meeting-fault-no-such-file = No file has this number.
meeting-fault-on-agenda = This file is on the agenda already.
meeting-fault-mixed = Real and fictitious files are never mixed: this number belongs to the other kind.
meeting-fault-twice-or-mixed = The agenda cannot be built: a file would stand there twice, or a real one among fictitious ones.
meeting-fault-overtaken = Somebody was quicker. Look at what changed, then try again.
meeting-fault-unreadable = Something is missing or cannot be read.
meeting-fault-no-minutes = There are minutes once the meeting has ended.
meeting-fault-trouble = This could not be saved. Your text stays here.

# Coded words
meeting-state-scheduled = Planned
meeting-state-live = Under way
meeting-state-ended = Ended
meeting-state-signed-by-one = Signed by one track
meeting-state-closed = Signed by both tracks
meeting-state-cancelled = Cancelled
agenda-reason-pressing = pressing
agenda-reason-carried-over = carried over from the last meeting
agenda-reason-new = new
agenda-reason-arrived = an awaited answer arrived
agenda-reason-step-due = a step is due
agenda-reason-changed = changed since the last meeting
agenda-reason-by-hand = added by hand
item-state-pending = Not reached yet
item-state-discussed = Discussed
item-state-decided = Decided
item-state-carried-over = Carried over to the next meeting
meeting-origin-infoline = Infoline
meeting-origin-psychosocial-service = Psycho-social service
meeting-origin-hub = National hub
meeting-track-psychosocial = psycho-social
meeting-track-medical = medical
meeting-dissent-say = Why (optional)
meeting-dissent-why = { $name }: “{ $text }”
