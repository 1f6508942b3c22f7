//! A person's agreement to one purpose, for one recipient or for all of them: who gave it, how, since when and until when.
//!
//! What a purpose rests on says [`crate::purpose`]; where that is consent, only what stands here opens it, through
//! [`choices`], which [`crate::access::policy`] asks at every reading. Nothing has to run for an agreement to end: it is judged
//! at the moment of the reading.
//!
//! Sources: GDPR, articles 4(11) and 7 (specific, shown, withdrawn as easily as given); EDPB guidelines 05/2020 on consent, no. 110
//! (renewed at fitting intervals); duty D23 (a parent's word ends at majority); seed 000, *consentement signé*.

pub mod renewal;

pub use renewal::{Ending, RENEWAL_DAYS, ending};

use crate::purpose::{Choice, Purpose};
use crate::representation::{Ages, RepresentativeKind, RepresentedAct};
use crate::stable::stable_words;
use chrono::{DateTime, Months, NaiveDate, Utc};
use uuid::Uuid;

/// Purposes for which somebody is asked one by one, in the order in which a form asks.
pub const ASKED: [Purpose; 6] = [
    Purpose::Coordination,
    Purpose::Rcp,
    Purpose::Transfer,
    Purpose::Panel,
    Purpose::FamilyContact,
    Purpose::Research,
];

/// For how long an agreement counts where nobody says otherwise: our own choice, that somebody speaks of it once in two years.
pub const USUAL_MONTHS: u32 = 24;

/// The longest that is taken: our own choice; longer is an agreement that nobody remembers.
pub const MOST_MONTHS: u32 = 60;

stable_words! {
    /// How somebody agreed or took it back.
    pub enum Means in "consent-means" {
        /// On paper, with a signature; the paper is kept where the words say.
        Paper = "paper",
        /// On screen, by the person themselves after a proof over a second channel.
        Screen = "screen",
        /// By voice: enough to take back, never to agree.
        Spoken = "spoken",
    }
}

/// Who agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenBy {
    /// The person.
    Person,
    /// Somebody who decides for them.
    Representative(RepresentativeKind),
}

stable_words! {
    /// Which parents signed, where a parent did.
    pub enum Parents in "consent-parents" {
        /// One of two: the other one is still to sign, where the place asks for both.
        One = "one",
        /// Both.
        Both = "both",
        /// One who decides alone, shown by a record of civil status or a court.
        Alone = "alone",
    }
}

/// What is known of a person's age, and what the place asks of parents ([`crate::representation::Ages`]).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Minority {
    /// The day of majority, where the birth date is known.
    pub of_age_on: Option<NaiveDate>,
    /// Whether both parents sign where something is passed on: that is no usual act of parental authority (France: Code civil, article
    /// 372-2; duty D23).
    pub both_parents: bool,
    /// Whether both sign that the cell follows their child: asked with the same words as for handing over to it.
    pub both_for_cell: bool,
}

impl Minority {
    /// Of somebody with this birth date, by the ages of the place.
    pub fn of(born: Option<NaiveDate>, ages: &Ages) -> Self {
        Self {
            of_age_on: born.and_then(|born| ages.majority_of(born)),
            both_parents: ages.both_parents.contains(&RepresentedAct::ShareOutside),
            both_for_cell: ages.both_parents.contains(&RepresentedAct::HandOver),
        }
    }

    /// Whether both parents sign for a purpose: each that is asked for passes something on, but that the cell follows somebody.
    const fn asks_both(&self, purpose: Purpose) -> bool {
        match purpose {
            Purpose::Coordination => self.both_for_cell,
            _ => self.both_parents,
        }
    }

    /// Whether they are known to be under age.
    fn is_minor(&self, day: NaiveDate) -> bool {
        self.of_age_on.is_some_and(|age| day < age)
    }

    fn is_of_age(&self, day: NaiveDate) -> bool {
        self.of_age_on.is_some_and(|age| age <= day)
    }
}

/// An agreement to one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consent {
    /// To what.
    pub purpose: Purpose,
    /// For whom; none for everybody of that purpose.
    pub recipient: Option<Uuid>,
    /// Who agreed.
    pub by: GivenBy,
    /// Which parents, where a parent did; none is one of two.
    pub parents: Option<Parents>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

stable_words! {
    /// What an agreement is worth on a day.
    pub enum Standing in "consent-standing" {
        /// It counts.
        Valid = "valid",
        /// Its first day is still to come.
        NotYet = "not-yet",
        /// Its last day is over.
        Expired = "expired",
        /// A parent or guardian gave it, and the person is of age now: they are asked afresh.
        OfAge = "of-age",
        /// One of two parents signed, and both must.
        OneParent = "one-parent",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// An agreement that is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Nobody is asked for this purpose one by one.
    #[error("this purpose is not one for which somebody is asked")]
    NotAsked,
    /// A voice is no signature.
    #[error("an agreement is signed, on paper or on screen")]
    NotSigned,
    /// Signed tomorrow.
    #[error("the first day is ahead")]
    Ahead,
    /// It ends before it begins, or has ended already.
    #[error("the last day is over")]
    Over,
    /// Longer than [`MOST_MONTHS`].
    #[error("the last day is too far away")]
    TooLong,
    /// A parent cannot agree for somebody who is of age, nor somebody who is heard and decides nothing.
    #[error("they do not decide for the person")]
    NotTheirs,
    /// A child does not agree to passing on in the place of who decides for it (duty D23).
    #[error("the person is not of age")]
    Minor,
    /// No second parent is to sign this one.
    #[error("nobody else signs this agreement")]
    NoSecond,
}

/// The last day of an agreement where nobody says otherwise.
pub fn usual_end(from: NaiveDate) -> NaiveDate {
    from.checked_add_months(Months::new(USUAL_MONTHS)).unwrap_or(from)
}

impl Consent {
    /// An agreement as it is written down on a day.
    ///
    /// # Errors
    /// [`Fault`] says what must be mended.
    pub fn give(self, means: Means, today: NaiveDate, minority: &Minority) -> Result<Self, Fault> {
        let latest = self.from.checked_add_months(Months::new(MOST_MONTHS));
        let is_of_age = minority.is_of_age(today);
        let is_theirs = match self.by {
            GivenBy::Person => true,
            GivenBy::Representative(kind) => kind.decides() && !(kind.ends_at_majority() && is_of_age),
        };
        match () {
            () if !ASKED.contains(&self.purpose) => Err(Fault::NotAsked),
            () if means == Means::Spoken => Err(Fault::NotSigned),
            () if self.from > today => Err(Fault::Ahead),
            // What ends before it begins ended before today, too: it does not begin later.
            () if self.until < today => Err(Fault::Over),
            () if latest.is_none_or(|latest| self.until > latest) => Err(Fault::TooLong),
            () if self.by == GivenBy::Person && minority.is_minor(self.from) => Err(Fault::Minor),
            () if !is_theirs => Err(Fault::NotTheirs),
            () => Ok(self),
        }
    }

    /// The same when the other parent signed too; it counts from that day on.
    ///
    /// # Errors
    /// [`Fault::NoSecond`] where no second signature is missing; [`Fault::Ahead`] and [`Fault::Over`] for its day.
    pub fn second_parent(self, on: NaiveDate, today: NaiveDate) -> Result<Self, Fault> {
        match () {
            () if !self.lacks_parent() || self.withdrawn_at.is_some() => Err(Fault::NoSecond),
            () if on > today => Err(Fault::Ahead),
            () if self.until < today => Err(Fault::Over),
            () => Ok(Self { parents: Some(Parents::Both), from: self.from.max(on), ..self }),
        }
    }

    /// Whether one of two parents signed, and nobody showed that this one decides alone.
    fn lacks_parent(&self) -> bool {
        self.by == GivenBy::Representative(RepresentativeKind::Parent)
            && self.parents.is_none_or(|parents| parents == Parents::One)
    }

    /// What it is worth on a day.
    pub fn standing(&self, day: NaiveDate, minority: &Minority) -> Standing {
        let ends_with_age = matches!(self.by, GivenBy::Representative(kind) if kind.ends_at_majority());
        match () {
            () if self.withdrawn_at.is_some() => Standing::Withdrawn,
            () if day < self.from => Standing::NotYet,
            () if day > self.until => Standing::Expired,
            () if ends_with_age && minority.is_of_age(day) => Standing::OfAge,
            () if minority.asks_both(self.purpose) && self.lacks_parent() => Standing::OneParent,
            () => Standing::Valid,
        }
    }
}

/// What a person's agreements say about each purpose that is asked for, towards one recipient, or none in particular.
///
/// One that counts is enough. Where there was one and none counts any more, that is a withdrawal: whoever had read something may not
/// read on.
pub fn choices(
    all: &[Consent],
    recipient: Option<Uuid>,
    day: NaiveDate,
    minority: Minority,
) -> impl Iterator<Item = (Purpose, Choice)> {
    ASKED.into_iter().filter_map(move |purpose| {
        let mut about = all
            .iter()
            .filter(|one| one.purpose == purpose)
            .filter(|one| one.recipient.is_none() || one.recipient == recipient)
            .peekable();
        about.peek()?;
        let is_valid = about.any(|one| one.standing(day, &minority) == Standing::Valid);
        Some((purpose, if is_valid { Choice::Agreed } else { Choice::Withdrawn }))
    })
}

/// Purposes for which an agreement towards a recipient counts that who decides for the person signed: both parents, where the place
/// asks for both, or somebody who decides alone.
pub fn signed_for(
    all: &[Consent],
    recipient: Option<Uuid>,
    day: NaiveDate,
    minority: Minority,
) -> impl Iterator<Item = Purpose> {
    all.iter()
        .filter(move |one| one.recipient.is_none() || one.recipient == recipient)
        .filter(|one| one.by != GivenBy::Person)
        .filter(move |one| one.standing(day, &minority) == Standing::Valid)
        .map(|one| one.purpose)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::purpose::Basis;
    use crate::purpose::Choices;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn consent() -> Consent {
        Consent {
            purpose: Purpose::Rcp,
            recipient: None,
            by: GivenBy::Person,
            parents: None,
            from: day("2026-01-10"),
            until: day("2027-01-10"),
            withdrawn_at: None,
        }
    }

    #[test]
    fn an_agreement_counts_from_its_first_day_to_its_last() {
        let standing = |on| consent().standing(day(on), &Minority::default());
        assert_eq!(standing("2026-01-09"), Standing::NotYet);
        assert_eq!(standing("2026-01-10"), Standing::Valid);
        assert_eq!(standing("2027-01-10"), Standing::Valid);
        assert_eq!(standing("2027-01-11"), Standing::Expired);
        let taken_back = Consent { withdrawn_at: Some(DateTime::UNIX_EPOCH), ..consent() };
        assert_eq!(taken_back.standing(day("2026-06-01"), &Minority::default()), Standing::Withdrawn);
    }

    #[test]
    fn a_child_does_not_sign_for_itself_and_whose_age_is_not_known_may() {
        let of_age =
            |day_of| Minority { of_age_on: Some(day(day_of)), both_parents: true, ..Minority::default() };
        let give =
            |minority: &Minority| consent().give(Means::Paper, day("2026-02-01"), minority).map(|_| ());
        assert_eq!(give(&of_age("2026-01-11")), Err(Fault::Minor), "on the day of signature");
        assert_eq!(give(&of_age("2026-01-10")), Ok(()));
        assert_eq!(give(&Minority::default()), Ok(()));
        let court = Consent { by: GivenBy::Representative(RepresentativeKind::Guardian), ..consent() };
        assert!(court.give(Means::Paper, day("2026-02-01"), &of_age("2036-01-01")).is_ok());
    }

    #[test]
    fn a_parents_word_ends_when_the_person_is_of_age_and_a_courts_does_not() {
        let by = |kind| Consent { by: GivenBy::Representative(kind), ..consent() };
        let of_age = Minority { of_age_on: Some(day("2026-06-01")), ..Minority::default() };
        let standing = |kind, on| by(kind).standing(day(on), &of_age);
        assert_eq!(standing(RepresentativeKind::Parent, "2026-05-31"), Standing::Valid);
        assert_eq!(standing(RepresentativeKind::Parent, "2026-06-01"), Standing::OfAge);
        assert_eq!(standing(RepresentativeKind::Guardian, "2026-06-01"), Standing::OfAge);
        assert_eq!(standing(RepresentativeKind::LegalRepresentative, "2026-06-01"), Standing::Valid);
        let renew = by(RepresentativeKind::Parent).renew_from(day("2026-03-01"), &of_age);
        assert_eq!(renew, Some(day("2026-04-02")), "sixty days before the birthday, not before the last day");
        let court = by(RepresentativeKind::LegalRepresentative).renew_from(day("2026-03-01"), &of_age);
        assert_eq!(court, Some(day("2026-11-11")), "a court's word does not end with the birthday");
    }

    #[test]
    fn one_of_two_parents_is_not_enough_where_the_place_asks_for_both() {
        let parent = Consent { by: GivenBy::Representative(RepresentativeKind::Parent), ..consent() };
        let both = Minority { both_parents: true, ..Minority::default() };
        let today = day("2026-03-01");
        let worth = |one: &Consent| one.standing(today, &both);
        assert_eq!(worth(&parent), Standing::OneParent);
        assert_eq!(parent.standing(today, &Minority::default()), Standing::Valid, "where one is enough");
        assert_eq!(worth(&Consent { parents: Some(Parents::Alone), ..parent }), Standing::Valid);
        let guardian = Consent { by: GivenBy::Representative(RepresentativeKind::Guardian), ..consent() };
        assert_eq!((worth(&guardian), worth(&consent())), (Standing::Valid, Standing::Valid));

        let second = parent.second_parent(day("2026-02-10"), today).unwrap();
        assert_eq!(worth(&second), Standing::Valid);
        assert_eq!(
            second.standing(day("2026-02-09"), &both),
            Standing::NotYet,
            "not before the second signed"
        );
        assert_eq!(second.second_parent(today, today), Err(Fault::NoSecond));
        assert_eq!(guardian.second_parent(today, today), Err(Fault::NoSecond));
        assert_eq!(parent.second_parent(day("2026-03-02"), today), Err(Fault::Ahead));
        assert_eq!(parent.second_parent(today, day("2027-02-01")), Err(Fault::Over));
        let last = parent.until;
        assert!(parent.second_parent(today, today).is_ok(), "today");
        assert!(parent.second_parent(last, last).is_ok(), "on the last day");
        assert_eq!(parent.second_parent(last, last.succ_opt().unwrap()), Err(Fault::Over));
        let taken_back = Consent { withdrawn_at: Some(DateTime::UNIX_EPOCH), ..parent };
        assert_eq!(taken_back.second_parent(today, today), Err(Fault::NoSecond));
    }

    #[test]
    fn a_paper_of_those_who_decide_stands_for_their_word_and_one_of_two_does_not() {
        let both = Minority { both_parents: true, ..Minority::default() };
        let today = day("2026-03-01");
        let parent = Consent { by: GivenBy::Representative(RepresentativeKind::Parent), ..consent() };
        let found = |one: Consent, recipient| signed_for(&[one], recipient, today, both).collect::<Vec<_>>();
        assert_eq!(found(parent, None), [], "the other has not signed");
        let signed = Consent { parents: Some(Parents::Both), ..parent };
        assert_eq!(found(signed, None), [signed.purpose]);
        assert_eq!(found(Consent { until: day("2026-02-28"), ..signed }, None), []);
        assert_eq!(found(consent(), None), [], "the person is no representative");
        let towards = Some(Uuid::from_u128(9));
        let one = Consent { recipient: towards, ..signed };
        assert_eq!((found(one, None), found(one, towards)), (vec![], vec![one.purpose]));
    }

    #[test]
    fn the_place_says_when_one_is_of_age_and_whether_both_parents_sign() {
        let ages = Ages::default();
        let known = Minority::of(Some(day("2010-05-06")), &ages);
        let of_age_on = ages.majority_of(day("2010-05-06"));
        assert_eq!(known, Minority { of_age_on, both_parents: true, both_for_cell: false });
        assert_eq!(Minority::of(None, &ages).of_age_on, None);
        let one = Ages { both_parents: vec![RepresentedAct::HandOver], ..ages };
        let for_cell = Minority::of(None, &one);
        assert!(!for_cell.both_parents && for_cell.both_for_cell, "for another act");
        let parent = Consent { by: GivenBy::Representative(RepresentativeKind::Parent), ..consent() };
        let worth = |purpose| Consent { purpose, ..parent }.standing(day("2026-03-01"), &for_cell);
        assert_eq!(worth(Purpose::Coordination), Standing::OneParent, "that the cell follows their child");
        assert_eq!(worth(Purpose::Transfer), Standing::Valid);
    }

    #[test]
    fn an_agreement_lasts_two_years_where_nobody_says_otherwise() {
        assert_eq!(usual_end(day("2026-01-10")), day("2028-01-10"));
    }

    #[test]
    fn what_is_not_an_agreement_is_not_taken() {
        let today = day("2026-02-01");
        let give = |one: Consent, means| one.give(means, today, &Minority::default());
        assert!(give(consent(), Means::Paper).is_ok());
        assert_eq!(give(consent(), Means::Spoken), Err(Fault::NotSigned));
        let ahead = Consent { from: day("2026-02-02"), ..consent() };
        assert_eq!(give(ahead, Means::Paper), Err(Fault::Ahead));
        let over = Consent { until: day("2026-01-31"), ..consent() };
        assert_eq!(give(over, Means::Paper), Err(Fault::Over));
        let long = Consent { until: day("2031-01-11"), ..consent() };
        assert_eq!(give(long, Means::Paper), Err(Fault::TooLong));
        let other = Consent { purpose: Purpose::Support, ..consent() };
        assert_eq!(give(other, Means::Paper), Err(Fault::NotAsked));
        let heard = Consent { by: GivenBy::Representative(RepresentativeKind::TrustedPerson), ..consent() };
        assert_eq!(give(heard, Means::Paper), Err(Fault::NotTheirs));
        let parent = Consent { by: GivenBy::Representative(RepresentativeKind::Parent), ..consent() };
        let age = |day| Minority { of_age_on: Some(day), ..Minority::default() };
        assert_eq!(parent.give(Means::Paper, today, &age(today)), Err(Fault::NotTheirs));
        assert!(parent.give(Means::Paper, today, &age(day("2030-01-01"))).is_ok());
    }

    #[test]
    fn the_first_and_the_last_day_count() {
        let today = day("2026-02-01");
        let give = |from, until| {
            let one = Consent { from: day(from), until: day(until), ..consent() };
            one.give(Means::Paper, today, &Minority::default()).map(|_| ())
        };
        assert_eq!(give("2026-02-01", "2026-02-01"), Ok(()), "one day, which is today");
        assert_eq!(give("2026-01-01", "2026-02-01"), Ok(()), "its last day is today");
        assert_eq!(give("2026-02-02", "2026-02-02"), Err(Fault::Ahead));
        assert_eq!(give("2026-01-01", "2026-01-31"), Err(Fault::Over));
        // One that ends before it begins is over, whatever the day.
        let turned = Consent { from: day("2026-02-01"), until: day("2026-01-31"), ..consent() };
        assert_eq!(turned.give(Means::Paper, day("2026-01-15"), &Minority::default()), Err(Fault::Ahead));
        let last = today.checked_add_months(Months::new(MOST_MONTHS)).unwrap();
        let long = |until| {
            let one = Consent { from: today, until, ..consent() };
            one.give(Means::Paper, today, &Minority::default()).map(|_| ())
        };
        assert_eq!((long(last), long(last.succ_opt().unwrap())), (Ok(()), Err(Fault::TooLong)));
    }

    #[test]
    fn an_agreement_for_one_recipient_is_none_for_another() {
        let (here, there) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let all = [Consent { recipient: Some(here), ..consent() }];
        let about = |recipient| {
            let made = choices(&all, recipient, day("2026-06-01"), Minority::default());
            Choices::new(made).about(Purpose::Rcp)
        };
        assert_eq!(about(Some(here)), Some(Choice::Agreed));
        assert_eq!(about(Some(there)), None);
        assert_eq!(about(None), None);
    }

    prop_compose! {
        fn any_consent()(
            purpose in prop::sample::select(ASKED.to_vec()),
            recipient in prop::option::of(1_u128..4),
            by in 0_usize..4,
            parents in prop::option::of(prop::sample::select(Parents::ALL.to_vec())),
            from in 0_i64..1_000,
            long in 0_i64..1_000,
            withdrawn in any::<bool>(),
        ) -> Consent {
            let first = day("2024-01-01") + chrono::TimeDelta::days(from);
            let by = match by {
                0 => GivenBy::Person,
                n => GivenBy::Representative(RepresentativeKind::ALL[n - 1]),
            };
            let withdrawn_at = withdrawn.then_some(DateTime::UNIX_EPOCH);
            let (recipient, until) = (recipient.map(Uuid::from_u128), first + chrono::TimeDelta::days(long));
            Consent { purpose, recipient, by, parents, from: first, until, withdrawn_at }
        }
    }

    proptest! {
        /// Said in other words than the rule: whoever may read holds an agreement that a human would point at.
        #[test]
        fn nothing_opens_without_an_agreement_that_counts(
            all in prop::collection::vec(any_consent(), 0..8),
            recipient in prop::option::of(1_u128..4),
            on in 0_i64..2_000,
            age in prop::option::of(0_i64..2_000),
            both_parents in any::<bool>(),
            both_for_cell in any::<bool>(),
        ) {
            let at = |days| day("2024-01-01") + chrono::TimeDelta::days(days);
            let (today, of_age, recipient) = (at(on), age.map(at), recipient.map(Uuid::from_u128));
            let minority = Minority { of_age_on: of_age, both_parents, both_for_cell };
            let made = Choices::new(choices(&all, recipient, today, minority));
            for purpose in ASKED {
                let shown = all.iter().any(|one| {
                    let parental = matches!(one.by, GivenBy::Representative(
                        RepresentativeKind::Parent | RepresentativeKind::Guardian));
                    one.purpose == purpose
                        && (one.recipient.is_none() || one.recipient == recipient)
                        && one.withdrawn_at.is_none()
                        && one.from <= today && today <= one.until
                        && !(parental && of_age.is_some_and(|age| age <= today))
                        && !(if purpose == Purpose::Coordination { both_for_cell } else { both_parents }
                            && one.by == GivenBy::Representative(RepresentativeKind::Parent)
                            && matches!(one.parents, None | Some(Parents::One)))
                });
                prop_assert_eq!(made.allow(purpose, Basis::Consent), shown);
                prop_assert_eq!(made.allow(purpose, Basis::Release), shown);
            }
        }
    }
}
