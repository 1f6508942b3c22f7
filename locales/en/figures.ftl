# Figures

# Pages
figures-title = Figures
figures-editions = Published figures
figures-readers = Sending by mail
figures-behind = Records behind a figure
figures-behind-meeting = Meeting
figures-edition = Figures { $period }
figures-back = Back to the figures

# Periods
figures-quarter = Quarter { $quarter } of { $year }
figures-half = Half { $half } of { $year }
figures-from-to = { $from } to { $to }
figures-choose = Another period, place, service or network
figures-from = From
figures-to = To (included)
figures-period = Period
figures-period-hint = Or a year, a quarter, a month: 2026, 2026-Q1, 2026-03
figures-service = Service
figures-service-infoline = Infoline
figures-service-cell = Coordination cell
figures-service-hub = National hub
figures-place = Where the person concerned lives
figures-network = European network (disease group)
figures-show = Show
figures-as-of = As of { $moment }.
figures-running = The period is not over: figures so far.
figures-then = As known then; beside it the same period as known { $moment }.
figures-known-on = As known on
figures-known-on-hint = A past day: what was noted, corrected or erased afterwards is left aside. Empty: today.
figures-preparing = There are very many records: the figures are being prepared. Come back in a moment.
figures-again = Try again
figures-not-live = Not shown here, since their records are not open to you: { $services }. See the published figures.
figures-live-note = These figures are exact, however small: they stay among you who read the records. To pass them on, publish an edition: small numbers are hidden in it.

# Faults
figures-fault-unreadable = This period cannot be read. Write for example 2026, 2026-Q1 or 2026-03, between 1900 and 2200.
figures-fault-empty = The end comes before the beginning. Swap the two days.
figures-fault-too-long = The period is longer than a hundred years. Choose a shorter one.
figures-fault-day = One of the two days cannot be read. Write for example 31/12/2026.
figures-fault-half = One of the two days is missing: give the beginning and the end.
figures-fault-future = This period has not begun: there is nothing to count.
figures-fault-future-then = On that day the period had not begun. Choose a later day.
figures-fault-as-of-future = Nobody knows yet what will be known on that day. Choose a past day.
figures-fault-service = There is no such service. Choose one from the list.
figures-fault-scope = No record has this place or network. Choose from the list.
figures-fault-figure = There is no such figure, or no records can be listed behind it.
figures-fault-not-of-lattice = Only calendar years and quarters are published: other periods would give away by difference what is hidden.
figures-fault-not-over = This period is not over: it is published afterwards.
figures-fault-unprotectable = This edition cannot be published: together with earlier ones it would let a small number be worked out.
figures-fault-not-computed = The edition could not be computed. Try again.
figures-fault-comment-empty = Write your remark before sending.
figures-fault-comment-long = The remark is longer than 4000 characters. Shorten it.

# Sections
figures-section-requests = Requests to the infoline
figures-section-answers = Answers and times
figures-section-unmet = Unmet needs
figures-section-cell = Coordination cell
figures-section-hub = National hub

# Figures: name and definition
figures-name-infoline-records = Requests received
figures-means-infoline-records = All requests that came in during the period. Set apart: doubles (the other one counts), what is no request, persons who objected to figures (article 21 GDPR).
figures-name-infoline-contacts = Contacts
figures-means-infoline-contacts = Messages, calls, visits: the first of each counted request and the further ones known to this day. Our replies are not among them.
figures-name-infoline-requesters = Requesters
figures-means-infoline-requesters = Who asks, once in a calendar year: at their first request of the year.
figures-name-infoline-persons = Persons concerned
figures-means-infoline-persons = Whom it is about, once in a calendar year: at the first request of the year.
figures-name-infoline-age = Ages
figures-means-infoline-age = Age of the person concerned at the first request of the year.
figures-name-infoline-sender = How they heard of the infoline
figures-means-infoline-sender = How the requester heard of the infoline, at the first request of the year.
figures-name-infoline-entry = How they came in
figures-means-infoline-entry = By which way the requester came, at the first request of the year.
figures-name-infoline-nationality = Nationalities
figures-means-infoline-nationality = Nationality of the person concerned at the first request of the year.
figures-name-infoline-nature = What is asked for
figures-means-infoline-nature = What is asked for. A request may have several: shares are of all requests and add up to more than 100.
figures-name-infoline-kind = Who asks
figures-means-infoline-kind = Caller profile, for each counted request.
figures-name-infoline-disorder = What is known of the disease
figures-means-infoline-disorder = Diagnosed, suspected or undiagnosed, for each counted request.
figures-name-infoline-outcome = Outcome of requests
figures-means-infoline-outcome = What became of the requests of the period to this day. What is still open is set apart.
figures-name-infoline-reply = Time to the first reply
figures-means-infoline-reply = First reply within the promise or later; time is counted in opening hours.
figures-name-infoline-orientation = Time to orientation
figures-means-infoline-orientation = Requests that ended with the person oriented; the time to it is counted in opening hours.
figures-name-infoline-unmet = Unmet needs, by reason
figures-means-infoline-unmet = What nobody could give, as it was written down in the period.
figures-name-infoline-unmet-nature = Unmet needs, by what was asked for
figures-means-infoline-unmet-nature = The same, by what was asked for.
figures-name-cell-meetings = Weekly meetings
figures-means-cell-meetings = Meetings that took place, or had begun by then.
figures-name-cell-meeting-records = Weekly meetings, due
figures-means-cell-meeting-records = All meetings whose time has come; apart, those called off and those that nobody opened or called off. Training never counts.
figures-name-cell-records = Active follow-up, files
figures-means-cell-records = All persons followed at a moment of the period, from the infoline or the psycho-social service; apart, those who object to figures: they are counted nowhere else. Training is never counted.
figures-name-hub-records = Active follow-up of the hub, files
figures-means-hub-records = All persons followed at a moment of the period who came from the hub; apart, those who object to figures. Who is followed by the cell and by the hub is in both tables.
figures-name-cell-active = Persons in active follow-up
figures-means-cell-active = Persons followed at any moment of the period who came from the infoline or the psycho-social service. Training files and objections do not count.
figures-name-cell-origin = Active follow-up, by origin
figures-means-cell-origin = The same persons, by the service that opened the file.
figures-name-cell-brought = Active follow-up, brought by
figures-means-cell-brought = The same persons, by who brought them: a field of its own, correctable with a reason.
figures-name-cell-new = Active follow-up, new persons
figures-means-cell-new = Of these, those accepted for the first time in the period.
figures-name-cell-diagnosis = Persons diagnosed
figures-means-cell-diagnosis = Persons whose diagnosis falls into the period, by the time since the first symptom. Counted since the way is noted as a month and a band; the dates themselves stay sealed. Apart, those who objected to figures.
figures-name-hub-active = Active follow-up of the hub
figures-means-hub-active = Persons followed at any moment of the period who came from the hub.
figures-name-hub-new = Hub, new persons
figures-means-hub-new = Of these, those accepted for the first time in the period.
figures-name-hub-referred = Sent to ERNs by way of the hub
figures-means-hub-referred = Persons whom the hub sent to a European network in the period.
figures-name-hub-referrals = Referrals to ERNs, by outcome
figures-means-hub-referrals = Referrals sent in the period and what became of them so far. The time runs from sending to the answer of the network, in days.
figures-name-hub-appointment = Referrals to ERNs, first appointment
figures-means-hub-appointment = The same referrals by first appointment. The time runs from sending to the appointment that took place, in days.

# Units and rows
figures-unit-contact = contacts
figures-unit-request = requests
figures-unit-requester = requesters
figures-unit-person-concerned = persons concerned
figures-unit-unmet-need = needs written down
figures-unit-meeting = meetings
figures-unit-referral = referrals
figures-row-counted = Counted
figures-row-double = Doubles
figures-row-not-a-request = Not a request
figures-row-objected = Objected to figures
figures-row-cell-meeting-records-held = Held
figures-row-cell-meeting-records-cancelled = Cancelled
figures-row-cell-meeting-records-not-held = Neither opened nor cancelled
figures-row-infoline-contacts-first = First contacts
figures-row-infoline-contacts-further = Further contacts
figures-row-first = First request of the year
figures-row-further = Further requests
figures-row-kept = Within the promise
figures-row-late = Later
figures-row-not-yet = Not answered yet
figures-row-not-oriented = Other outcome, or open
figures-row-open = Still open
figures-row-new = New
figures-row-known = Known before
figures-row-hub-referrals-accepted = Accepted
figures-row-hub-referrals-declined = Declined
figures-row-hub-referrals-lost = Lost on the way
figures-row-hub-referrals-withdrawn = Withdrawn
figures-row-hub-referrals-waiting = Waiting for an answer
figures-row-hub-appointment-seen = Appointment took place
figures-row-hub-appointment-fixed = Appointment fixed
figures-row-hub-appointment-none-yet = No appointment yet
figures-row-hub-appointment-ended-before = Ended before an appointment
figures-row-other = Others
figures-row-not-told = Not asked or not told
figures-row-foreign = Code unknown to this version
figures-row-not-counted = Request that does not count
odyssey-band-under-1 = Under a year
odyssey-band-1-5 = One to five years
odyssey-band-5-more = Five years and more

# What stands beside a number
figures-hidden = hidden
figures-hidden-why = Hidden: the number is small, or would let a small one be worked out.
figures-percent = { $share } %
figures-hours = { $hours } h { $minutes } of opening
figures-days = { $count ->
    [one] One day
   *[other] { $shown } days
}
figures-median = Half wait at most
figures-ninth = Nine in ten wait at most
figures-same = no change
figures-before = Period before: { $n } ({ $change })
figures-before-alone = Period before: { $n }
figures-now = Known today: { $n } ({ $change } since)
figures-definition = What is counted
figures-note-sum = Each share is rounded by itself: they add up to { $sum } %.
figures-note-of-total = Rows are hidden: shares are of the total.
figures-note-hidden = { $count ->
    [one] One row hidden.
   *[other] { $shown } rows hidden.
}
figures-note-overlaps = A request may be counted in several rows.
figures-note-left-out = { $count ->
    [one] One counted without a share: the row in italics says why.
   *[other] { $shown } counted without a share: the rows in italics say why.
}
figures-note-left-out-hidden = Some are counted without a share; how many is hidden.
figures-note-empty = Nothing to count in this period.

# Columns
figures-column-category = Category
figures-column-n = Count
figures-column-percent = Share
figures-column-before = Period before
figures-column-now = Known today
figures-column-group = Group
figures-column-requests = Requests
figures-column-oriented = Oriented, of those ended
figures-column-open = Open
figures-column-unmet = Unmet needs
figures-column-month = Month
figures-column-stands-out = What stands out
figures-column-record = Record
figures-column-since = Received on
figures-column-name = Name
figures-column-figure = Figure
figures-column-id = Code
figures-column-version = version
figures-column-unit = Unit
figures-column-period = Period
figures-column-note = Remark
figures-column-means = What is counted
figures-column-public = Name in the public definition
figures-column-differs = Difference

# Groups, trend, directory
figures-by-network = By European network
figures-by-network-hint = By the disease named in the request. ◆: in the last whole month, more than the twelve months before let expect (less than one chance in a hundred).
figures-by-place = By place of living
figures-by-place-hint = Country and area of the person concerned, as written down.
figures-group-none-network = No disease named, or no network
figures-group-none-place = Not asked or not told
figures-referrals = Referrals by European network
figures-referrals-hint = Referrals sent in the period. Waiting times are in days: half wait no longer. To be read among you: these numbers are not published.
figures-column-network = Network
figures-column-sent = Sent
figures-column-to-answer = Days to the answer
figures-column-to-appointment = Days to the appointment
figures-column-entry-checked = Entry checked on
figures-alert-demand = { $month }: { $n } requests, against { $mean } a month before
figures-alert-gap = { $month }: { $n } unmet needs, against { $mean } a month before
figures-alert-month = More than usual ({ $mean } a month before)
figures-trend = Requests month by month
figures-trend-hint = A diamond marks a month beyond what the twelve months before let expect. The rule is explained in the documentation of the figures.
figures-trend-text = Requests per month, { $from } to { $to }
figures-trend-short = Fewer than thirteen months on record: too early to say that a month stands out.
figures-as-table = See as a table
figures-fresh = Freshness of the directory
figures-fresh-hint = Structures checked at their source within { $days } days. As of today, whatever the period.
figures-fresh-within = Checked within the limit
figures-fresh-over = To be checked again
figures-fresh-unconfirmed = Never confirmed
figures-fresh-see = See what is to be checked
figures-missing-title = What is not counted yet
figures-missing-referred = Referrals to ERNs by way of the hub
figures-missing-why-referred = No referral is recorded by itself yet: not counted does not mean none.
figures-missing-first-appointment = Time to the first appointment
figures-missing-why-first-appointment = Counted with referrals, where these are recorded.
figures-missing-meetings-of-part = Meetings of a place or network
figures-missing-why-meetings-of-part = A meeting belongs to no place and no network: it counts in the whole only.
figures-missing-network-of-files = Network of older files
figures-missing-why-network-of-files = A file carries the network of its disease since this version came into use: those opened before without a request to the infoline have none until their head is written anew, and stand under “no network”.

# Records behind
figures-behind-hint = The list names nobody. Opening it is logged, and so is opening a record.
figures-behind-more = The first { $shown } of { $all }.
figures-behind-none = No record.

# Editions
figures-editions-lead = What may leave the house: years and quarters that are over, small numbers hidden, each edition signed. An edition is neither changed nor withdrawn.
figures-editions-none = Nothing has been published yet.
figures-made = Made on
figures-form = { $form }, { $count } definitions
figures-form-unknown = Form unknown to this version
figures-column-form = Form
figures-column-signature = Signature
figures-by-job = By itself
figures-whole = As it was signed
figures-broken = Not as it was signed: do not use it
figures-make = Publish an edition
figures-make-hint = Years and quarters that are over only. Small numbers are hidden, and enough others so that no subtraction gives them back, earlier editions included.
figures-make-do = Publish
figures-verify = Check an edition received
figures-verify-hint = Paste the content of the signed file (.json). Nothing of it is kept.
figures-verify-text = Content of the file
figures-verify-do = Check
figures-verify-good = Genuine edition, as it was signed here: { $period }, digest { $digest }
figures-verify-bad = Not as it was signed here: something was changed, or another installation signed it.
figures-verify-unreadable = This text is no signed edition. Paste the whole .json file.

# One edition
figures-hiding = Counts from 1 to below { $threshold } are hidden, and those that would give them back: { $hidden } of { $all } counts hidden. Zeros are printed.
figures-made-up = Made-up records: nobody is counted, nothing is hidden.
figures-slides = One figure per page (slides)
figures-slides-end = Ordinary layout
figures-done = Saved.
figures-file-pdf = PDF
figures-file-xlsx = Spreadsheet (XLSX)
figures-file-csv = CSV
figures-file-json = Signed file (JSON)
figures-file-name = figures
figures-comments = Remarks of patients’ representatives
figures-comments-lead = Printed with the edition, as written.
figures-comments-none = No remark.
figures-comment = Your remark
figures-comment-hint = It will be printed with your name. Name nobody else.
figures-comment-do = Add the remark
figures-comment-by = { $name }, { $moment }
figures-proof = Proof
figures-fact-period = Period
figures-fact-as-of = Records as known on
figures-fact-made = Made on
figures-fact-form = Form
figures-fact-digest = Digest (SHA-256)
figures-fact-key = Public key

# Files and paper
figures-export-total = Total
figures-export-hidden = hidden
figures-export-aside = counted, without share
figures-export-not-recorded = not recorded by this installation yet
figures-export-years-only = published for whole years only
figures-export-not-counted = no figure counts it yet
figures-sheet-about = Read me
figures-sheet-all = Figures
figures-sheet-definitions = Definitions
figures-sheet-enrdhl = ENRDHL caller profile
figures-sheet-activity = Activity (BNDMR chapters)
figures-sheet-ern = ERN indicators
figures-indicator-inquirer-gender = Inquirer’s gender
figures-indicator-inquirer-age = Inquirer’s age
figures-indicator-orpha-code = ORPHA code
figures-indicator-duration = Duration of the response
figures-indicator-satisfaction = Satisfaction
figures-indicator-research = Research
figures-indicator-residence-region = Region of residence (live only, never published)
figures-indicator-treatment = Treatment
figures-indicator-education = 4.1, 4.2 Education
figures-indicator-studies = 5.1 Studies and trials
figures-indicator-publications = 5.2 Publications
figures-indicator-guidelines = 6.1, 6.2 Guidelines
figures-indicator-congresses = 7.1 Congresses
figures-differs-contacts = The public definition counts one month; here the period chosen. Our replies do not count.
figures-differs-natures = Our seven natures of requests, not the categories of the network.
figures-differs-requesters = Here once per requester and year, at the first request; there every inquiry.
figures-differs-kinds = Categories of our form.
figures-differs-bands = Here three bands, once per person and year.
figures-differs-coordination = Here persons followed by a coordination cell; there patients seen at an expert centre.
figures-differs-odyssey = Here the month of the diagnosis and a band since the first symptom; there dates per patient.
figures-differs-sent = Here persons whom the hub sent to a network; there new patients who arrived at a member of the network.
figures-source = Source of the definition: { $source }, read on { $day }.
figures-paper-before = { $now } (before: { $before })
figures-paper-definition = { $means } [{ $version }]
figures-paper-footer = { $title } · signed edition, digest { $digest }…

# Sending
figures-readers-lead = Who is told by mail that a new edition is there. It is made by itself { $days } days after the end of the period, if somebody waits for it. The mail holds a link only, no figure.
figures-readers-done = Saved. The next mails follow this setting.
figures-readers-no-mail = No mailbox is set up: editions are made, but nobody is told.
figures-yearly = Each year
figures-quarterly = Each quarter
figures-mail-subject = Figures { $period } published
figures-mail-text =
    Hello,

    the edition of the figures { $period } is there, with small numbers hidden:
    { $link }

    You receive this mail because the coordination put you on the list. It can end it.
