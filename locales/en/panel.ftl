# European panels (in CPMS) and local advice (ours, never presented as a network's panel).
panel-list = Panels and advice
panel-list-lead = Cases before experts that have not ended. What is late comes first.
panel-list-none = No panel or advice under way.
panel-list-closed = { $count ->
    [one] One more is not shown: the person’s agreement has run out.
   *[other] { $shown } more are not shown: the person’s agreement has run out.
}
panel-late = Late
panel-title-european = European panel { $number }
panel-title-local = Local advice { $number }
panel-of-file = file { $file } · { $urgency }
panel-waits = waiting for { $what }, by { $day } at the latest
panel-open-end = no. { $number }: waiting for { $what }
panel-line = begun on { $begun } · advice expected by { $due }
panel-none = Nothing has been put to experts yet.
panel-case-lead = A pseudonymised and approved dossier is put to experts. Nothing is typed twice: question, language and content are those of the approved dossier.
panel-new = Put a dossier to experts
panel-to-head = Name the treating physician
panel-dossier = Approved dossier
panel-dossier-hint = Only what a clinician approved is shown, byte by byte.
panel-kind-which = To whom
panel-kind-european = To a European reference network, in CPMS
panel-kind-local = To experts invited here: a local advice
panel-kind-hint = A network’s panel takes place in CPMS, with the network’s own consent form. A local advice is not one.
panel-network = European reference network
panel-network-hint = For CPMS only. Networks that our rules name for the disease come first.
panel-network-choose = To be chosen
panel-urgency = Urgency
panel-urgency-usual = usual time
panel-urgency-soon = soon: a decision depends on it
panel-urgency-urgent = urgent
panel-due = Advice expected by
panel-begin = Prepare
panel-state-prepared = being prepared
panel-state-validated = case validated
panel-state-open = open
panel-state-closed = advice given
panel-state-decided = decision noted
panel-state-withdrawn = withdrawn
panel-wait-case = the validation of the case
panel-wait-lead = somebody to lead the advice
panel-wait-access = the validation of an access
panel-wait-opening = the opening
panel-wait-answer = the answer to an expert’s question
panel-wait-advice = the advice
panel-wait-decision = the treating physician’s decision
panel-end-taken-back = Taken back by who had prepared it.
panel-end-agreement-withdrawn = The person took back their agreement: nothing is read any more, and who had read is asked to delete.
panel-end-death = The person died.
panel-end-erased = The person’s data were erased.
panel-local-is = A local advice is given by experts whom we invite. It stands in for no network and does not bear its name.
panel-european-is = The panel takes place in CPMS, under the network’s consent form. Here it is prepared and followed.
panel-pseudonymised = The case is pseudonymised; it is not anonymous.
panel-what = What is asked
panel-pseudonym = Pseudonym
panel-cpms-number = Case number in CPMS
panel-cpms-number-hint = As CPMS gave it when the case was entered there.
panel-parts = Parts of the dossier
panel-complete = { $there } parts of { $all }, in the dossier’s order.
panel-acts = Three acts, three persons
panel-acts-hint = Who validates one does not validate another.
panel-act-access = Experts’ access
panel-act-case = Case
panel-act-outcome = Advice
panel-act-by = { $name }, { $moment }
panel-act-not-yet = not yet
panel-lead = leads the advice
panel-lead-cpms = who leads the panel in CPMS
panel-case-read = I have read the approved dossier and the question: the case may be put to experts.
panel-validate-case = Validate the case in my name
panel-open-local = Open the local advice
panel-open-local-hint = Who leads must be invited and admitted. Links go out afterwards, one by one.
panel-open-european = Note that it is open in CPMS
panel-extend = Move the deadline
panel-cpms-title = In CPMS
panel-cpms-state = Step
panel-cpms-on = On
panel-cpms-enrolled = patient enrolled, the network’s consent form signed
panel-cpms-requested = request sent to the network
panel-cpms-lead-found = somebody leads the panel
panel-cpms-discussed = the experts discuss
panel-cpms-outcome = outcome signed in CPMS
panel-remark = Remark
panel-record = Write down the outcome signed in CPMS
panel-record-hint = Take over what the signed document says, dissent included.
panel-record-do = Write it down
panel-experts = Experts
panel-experts-hint = A name, two ways to reach them. Nothing leaves before opening and before the access is validated. Among themselves and in the advice they are named by function.
panel-experts-none = Nobody is invited yet.
panel-function = { $specialty } ({ $country })
panel-named-by = invited by { $name }, { $moment }
panel-admitted-by = access validated by { $name }, { $moment }
panel-refused-by = access refused by { $name }, { $moment }
panel-sent-at = link sent { $moment }
panel-read-at = first read { $moment }
panel-wrote-at = first contribution { $moment }
panel-code-told = code: { $channel }, good until { $moment }
panel-code-how = To be told to { $name }. { $way }
panel-basis-is = basis of the transfer: { $basis }
panel-access-reason = Remark, or reason for refusing
panel-admit = Validate the access
panel-refuse = Refuse the access
panel-send = Send the link
panel-send-again = Send another link
panel-let-lead = Let them lead
panel-end-seat = End their part
panel-declined = The expert declined
panel-declined-not = no: we end it
panel-reason = Reason
panel-expert-new = Invite an expert
panel-expert-name = Name
panel-expert-name-hint = Known to us alone.
panel-specialty = Specialty
panel-specialty-hint = In a language that all can read: the advice names it.
panel-country = Country
panel-country-hint = Two letters, for instance DE.
panel-language = Language
panel-mail = Mail, for the link
panel-phone = Telephone, for the code
panel-basis = Basis of the transfer, outside the European Economic Area
panel-basis-hint = Adequacy decision, standard clauses, derogation (GDPR, articles 45 to 49). Without it the invitation is refused.
panel-will-lead = This person leads the advice and closes it
panel-expert-save = Invite
seat-state-named = invited, nothing sent
seat-state-admitted = access validated
seat-state-invited = link sent
seat-state-seated = takes part
seat-state-declined = declined
seat-state-refused = access refused
seat-state-ended = part ended
panel-decline-conflict = Conflict of interest, or I may know this person
panel-decline-not-my-field = Not my field
panel-decline-no-time = No time, or absent
panel-decline-other = Another reason
panel-answer = Answer the experts
panel-answer-hint = Experts read these words. Name nobody, no place, no exact date: what looks like one is shown to you before it is sent.
panel-answer-text = Answer
panel-answer-do = Answer
panel-named-found = These words may name somebody, a place or a day:
panel-named-leave = I have checked: nobody can be recognised by them, they may stay.
panel-draft = Advice being written
panel-draft-hint = As who leads writes it; it is not closed yet.
panel-advice = Advice
panel-decides = This is an advice. The treating physician named in the file decides and explains.
panel-outcome-pdf = The advice as PDF
panel-outcome-local = Local advice
panel-outcome-european = Outcome of a European panel (CPMS)
panel-outcome-file = advice
panel-closed-on = Advice closed
panel-proposals = Proposals
panel-dissent = Do not agree
panel-dissent-line = Disagrees, { $function }: { $why }
panel-who = Who gave the advice
panel-lead-is = leads: { $function }
panel-took-part = took part: { $functions }
panel-agree = { $count ->
    [one] { $shown } agrees
   *[other] { $shown } agree
}
panel-abstain = { $count ->
    [one] { $shown } abstains
   *[other] { $shown } abstain
}
panel-decision = The treating physician’s decision
panel-decide-hint = Note what the treating physician decided. Experts read it with our thanks: name nobody.
panel-decide = Note the decision and thank
panel-told = What the person knows
panel-told-not-yet = Nobody has explained the advice to them yet: they do not see it.
panel-told-explained = Explained { $moment }.
panel-told-prefers = The person prefers not to know, { $moment }.
panel-tell-hint = A clinician explains first, in person. These plain words can then be read again by the person.
panel-steps = Steps and how long they took
panel-step = Step
panel-step-at = When
panel-step-took = Since the step before
panel-step-begun = prepared
panel-step-case-validated = case validated
panel-step-invited = first expert invited
panel-step-access-validated = first access validated
panel-step-opened = opened
panel-step-first-read = first read
panel-step-first-contribution = first contribution
panel-step-closed = closed
panel-step-decided = decision noted
panel-hours = { $count ->
    [0] less than an hour
    [one] { $shown } hour
   *[other] { $shown } hours
}
panel-days = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
}
panel-withdraw = Take back
panel-withdraw-hint = All links end at once.
panel-event-begun = Prepared
panel-event-validate-case = Case validated
panel-event-open = Opened
panel-event-extend = Deadline moved
panel-event-ask = Question
panel-event-answer = Answer
panel-event-contribute = Contribution
panel-event-propose = Proposal
panel-event-vote = Vote
panel-event-draft = Advice written
panel-event-note = CPMS
panel-event-close = Advice closed
panel-event-record = Outcome written down
panel-event-decide = Decision noted
panel-event-withdraw = Taken back
panel-event-told = Explanation noted
panel-event-named = Expert invited
panel-event-named-lead = Expert invited to lead
panel-event-leads = Lead handed over
panel-event-admit = Access validated
panel-event-refuse = Access refused
panel-event-invite = Link sent
panel-event-code-made = Code made
panel-event-sit = Takes part
panel-event-decline = Declines
panel-event-end = Part ended
panel-event-first-read = First read
panel-event-thanked = Thanked
panel-event-reminded = Reminded by mail
panel-event-deletion-asked = Deletion asked for
panel-vote-agree = I agree
panel-vote-disagree = I disagree
panel-vote-abstain = I abstain
panel-form-title = Sheet for CPMS
panel-form-lead = What is entered in CPMS, in the dossier’s order.
panel-form-facts = The case
panel-form-part = { $part }: { $there }
panel-there-yes = there
panel-there-no = missing
panel-form-before = Before entering
panel-form-consent = CPMS asks for the network’s consent form, signed. The agreement noted here does not replace it.
panel-form-attach = Attach the approved dossier (PDF), and nothing else.
panel-form-file = cpms
# The page of an invited expert.
panel-enter-title = Your advice is asked for
panel-enter-lead = Paste the link that came by mail, then the code that you were told another way.
panel-invited-title = Advice asked for
panel-invited-lead = You see this case and nothing else. Each reading is noted, and the person can see it. Your access ends by itself.
panel-you-are = You are named here
panel-door = Before you read
panel-door-lead = If you think that you may recognise the person, or if an interest stands against your advice, decline: nothing more needs to be said.
panel-nothing-against = Nothing stands against my advice. I shall not copy what I read nor look for who the person is.
panel-sit = Read the case
panel-the-case = The case
panel-approved = Approved dossier
panel-approved-hint = As a clinician approved it. Delete what you download when your access ends.
panel-others = Who gives the advice
panel-the-house = the coordination
panel-talk = Discussion
panel-talk-none = Nobody has written yet.
panel-contribute-text = What you want to say to the other experts and to the coordination
panel-contribute = Write
panel-ask-text = A question to the coordination
panel-ask = Ask
panel-proposals-hint = Each proposal may become part of the advice. A disagreement stays in it, with its reason and your function.
panel-proposals-none = No proposal.
panel-own-vote = Your vote:
panel-vote = Your vote
panel-vote-why = Why (needed if you disagree)
panel-vote-do = Vote
panel-propose-text = A sentence for the advice
panel-propose = Propose
panel-lead-hint = You write the advice and close it. Proposals and all disagreements stand in it.
panel-advice-text = The advice
panel-draft-save = Save and read again
panel-composed = What would be closed
panel-outcome-read = I have read the advice, the proposals and the disagreements again.
panel-close = Close the advice in my name
panel-thanks = Thank you
panel-thanks-lead = The advice is given. The case can no longer be read: delete what you had downloaded.
panel-decision-none = Not noted yet; you will be told by mail.
panel-decline-title = Decline
panel-decline-hint = Your access ends at once. What you have already written stays in the discussion.
panel-decline-why = Reason
panel-decline-do = Decline
panel-expert-done = Saved.
panel-gone-title = Your answer is saved
panel-gone-lead = Thank you for answering. Your access has ended.
panel-mail-subject = Your advice is asked for
panel-mail-text = Good day,

    your advice is asked for. Open this link; a code will be told to you another way:

    { $link }

    This mail holds nothing else. If you were not expecting it, delete it.
panel-mail-thanks-subject = Thank you for your advice
panel-mail-thanks = Good day,

    thank you for your advice. What was decided can be read for some time by the link and the code that you already have.
panel-mail-reminder-subject = Reminder: your advice is awaited
panel-mail-reminder-answer = Good day,

    you were asked for an advice, and we have no answer yet. The link that you have already leads to the question; please tell us as well if you cannot.
panel-mail-reminder-view = Good day,

    the last day is near, and your advice is still missing. The link and the code that you have already lead there.
panel-mail-reminder-close = Good day,

    the last day is over, and the advice that you lead is not closed. The link and the code that you have already lead there.
panel-mail-delete-subject = Please delete
panel-mail-delete = Good day,

    the agreement on which advice no. { $number } rested was taken back. Please delete all that you kept of it, and write to us that it is done, or for which legal reason you keep it.
# What the person sees of it.
panel-own-title = Experts who were asked
panel-own-lead = Experts received your case without your name.
panel-own-kind-european = Experts of a European network
panel-own-kind-local = Experts invited by the coordination
panel-own-asked = They are giving their advice.
panel-own-to-tell = The advice is there. Your doctor or the coordination will explain it to you.
panel-own-told = The advice was explained to you.
panel-own-withdrawn = The request for advice was taken back.
panel-own-since = since { $day }
mine-function-expert = invited expert
mine-act-prepare-panel = request for advice followed
mine-act-validate-panel-case = case validated for an advice
mine-act-validate-panel-access = an expert’s access validated
mine-act-read-panel = pseudonymised case read by an expert
mine-act-answer-panel = advice given by an expert
case-event-panel = Panel or advice
case-event-panel-told = Explanation of an experts’ advice noted
refused-title-expert = Open the link of the request for advice first
refused-lead-expert = This page opens with the link that you received and the code that you were told. After half an hour the code is asked for again.
open-end-panel-late = Panels and advice that are late
open-end-hint-panel-late = Open the panel: it says who is waited for.
cell-rule-panel-not-this-kind = This is not done in this kind of panel.
cell-rule-panel-no-doctor = The file names no treating physician. Finding one is the first step: they decide.
cell-rule-panel-deadline = The deadline must be today or later, and three months ahead at most.
cell-rule-panel-no-network = Choose the European reference network.
cell-rule-panel-no-case-number = Give the case number in CPMS.
cell-rule-panel-no-lead = First invite somebody to lead the advice, and have their access validated.
cell-rule-panel-no-basis-abroad = This country is outside the European Economic Area: say on what basis the transfer rests, or the invitation is not possible.
cell-rule-panel-not-named = Give the name, the specialty, the country in two letters and the mail address.
cell-rule-panel-no-second-channel = Give a telephone number: the code does not go by mail.
cell-rule-panel-twice = This person is invited already.
cell-rule-panel-own-staff = This address belongs to a member of the house. Experts come from elsewhere.
cell-rule-panel-too-long = The text is too long.
cell-rule-panel-names-somebody = These words go to experts and may name somebody. Check the list.
cell-rule-panel-no-dossier = A dossier for a panel is needed, approved less than thirty days ago.
cell-rule-panel-not-open = Open the advice first, or move the deadline.
cell-rule-panel-day-ahead = That day is not there yet.
cell-rule-panel-read-first = Confirm that you have read the dossier and the question.
cell-rule-panel-read-outcome-first = Confirm that you have read the advice again.
cell-rule-panel-conflict-first = Confirm that nothing stands against your advice, or decline.
cell-rule-panel-no-vote = Choose a vote.
cell-rule-already-told = The explanation is noted already.
cell-rule-plain-missing = Write the plain words that the person may read again.
cell-rule-not-clinician = A clinician does this.
