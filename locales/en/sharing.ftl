### Before a case is shared: how many people could it be?

sharing-link = Before sharing
sharing-title = File no. { $number }: who could be recognised?
sharing-lead = A case shared without a name is still somebody’s: it is pseudonymised, not anonymous. This page estimates how many people fit what the case shows, and what it is enough to blur. Nothing is sent from here.
sharing-verdict-enough = Enough people fit (at least { $enough })
sharing-verdict-blur = Too few people fit: blurring would do (at least { $enough })
sharing-verdict-no-way = Too few people fit, whatever is blurred (fewer than { $enough }, at least { $floor })
sharing-verdict-refused = Refused: fewer than { $floor } people may fit
sharing-short-enough = enough people
sharing-short-blur = few people
sharing-short-no-way = few people
sharing-short-refused = hardly anybody else, decided with a reason
sharing-numbers = { $highest ->
    [one] Nobody else fits, as far as can be said.
   *[other] About { $middle } people fit, the person counted; between { $low } and { $high }, in 95 cases out of 100.
}
sharing-unknown-age = No published table says how many people are of this age: one must fear that there is nobody else.
sharing-unknown-sex = No published table counts the sexes: one must fear that there is nobody else.
sharing-unknown-nationality = No published table counts this nationality: one must fear that there is nobody else.
sharing-unknown-area = No published table counts the people of this place: one must fear that there is nobody else.
sharing-unknown-prevalence = No published prevalence says how many people live with this disease: one must fear that there is nobody else.
sharing-crowd = In colour the person; filled, who almost surely fits; grey, who probably does; outlined, who perhaps does; dashed, nobody. The line marks the number that is enough.
sharing-what = What the case shows
sharing-now = Now
sharing-proposed = Proposal
sharing-then = With the proposal:
sharing-take = Take the proposal
sharing-person = The person
sharing-shown = What is shown
sharing-attribute-age = Age
sharing-attribute-sex = Sex
sharing-attribute-nationality = Nationality
sharing-attribute-area = Place of living
sharing-attribute-disorder = Disease
sharing-attribute-traits = Rare details in the text
sharing-age-year = In years
sharing-age-five-years = In classes of five years
sharing-age-ten-years = In classes of ten years
sharing-age-child-or-adult = Child or adult
sharing-age-hidden = Not at all
sharing-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
sharing-ages = { $from } to { $to } years
sharing-from-age = { $from } years or older
sharing-hidden = Not shown
sharing-kept = Shown
sharing-not-known = Not known
sharing-everybody = All countries taking part
sharing-rare = Rare detail: true of one person in…
sharing-rare-hint = A profession, a journey, a sign that few people have. Empty if there is none.
sharing-age-wrong = Give the age in years, from 0 to 120.
sharing-rare-wrong = Give a number, for example 1000 for one person in a thousand.
sharing-reason = Why share nevertheless
sharing-reason-hint = A clinician’s decision, with its reason. It stays in the thread of the file.
sharing-compute = Compute
sharing-keep = Keep in the file
sharing-line = { $what }: { $shown }
sharing-how = How is this estimated?
sharing-how-text = Published population, shares of age, sex and nationality, published prevalence. What is not known (the true prevalence within its range, how these attributes hang together) widens the range; the decision looks at its low end. Threshold of eleven people: guidance of the European Medicines Agency (Policy 0070).
sharing-source = { $source } (checked on { $date })
case-event-sharing-judged = Sharing examined
cell-rule-clinician-decides = Below this threshold a clinician (medical coordination) decides, with a reason.
