//! Figures kept in memory, so that a page does not count everything anew: all records laid out for counting, and the tables that
//! were asked for.
//!
//! They are used while nothing was written since ([`Mark`]) and for five minutes at most; the page says of when they are. Where
//! reading takes long, because there are many, nobody waits for it: the page shows those at hand, and what was written since is
//! brought in beside it ([`super::renewal`]).

use super::setting;
use ariane_domain::office::Office;
use ariane_figures::count::group::{By, Group, Monthly};
use ariane_figures::count::ledger::Ledger;
use ariane_figures::count::referral::OfNetwork;
use ariane_figures::fact::Word;
use ariane_figures::period::Period;
use ariane_figures::scope::Scope;
use ariane_figures::table::Table;
use ariane_store::figures::{Collected, Mark, Persons};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use uuid::Uuid;

/// How long figures may be used although nothing seems to have been written since.
const OLDEST: TimeDelta = TimeDelta::minutes(5);
/// So many requests are read while somebody waits; more of them beside the answer.
pub const READ_AT_ONCE: usize = 50_000;
/// Where there are more, what was written since is brought in no sooner than after this.
const PAUSE: TimeDelta = TimeDelta::seconds(5);
/// So long what was written since is brought in; then everything is read again, which should change nothing.
const WHOLE: TimeDelta = TimeDelta::days(1);
/// Most tables that are kept.
const MOST_KEPT: usize = 64;
/// So many of those asked for last are counted anew before fresh figures take the place of older ones.
const RECOUNTED: usize = 8;
/// Months of a trend.
pub const MONTHS: u32 = 25;

/// Everything that was counted for one period and scope.
#[derive(Debug, PartialEq, Eq)]
pub struct Counted {
    /// Tables of the period, and of its quarters where it is a year.
    pub tables: Vec<Table>,
    /// Tables of the period before.
    pub before: Vec<Table>,
    /// By network.
    pub networks: BTreeMap<Word, Group>,
    /// By place.
    pub places: BTreeMap<Word, Group>,
    /// Referrals by network; none where they are not recorded.
    pub referrals: Option<BTreeMap<Word, OfNetwork>>,
    /// Month by month, up to the last whole month of the period.
    pub monthly: Monthly,
}

/// Once counted, counted for all who ask.
type Place = Arc<OnceLock<Arc<Counted>>>;

/// Figures of an organisation as of a moment.
#[derive(Debug)]
pub struct Known {
    /// Organisation.
    pub controller: Uuid,
    /// How the tables of the store stood then.
    pub mark: Mark,
    /// The moment.
    pub as_of: DateTime<Utc>,
    /// When all of it was read; what was written since may have been brought in.
    pub read_at: DateTime<Utc>,
    /// All records.
    pub ledger: Ledger<Uuid>,
    /// Who is who in them.
    pub persons: Persons,
    /// What was asked for, the latest at the end.
    counted: Mutex<Vec<((Scope, Period), Place)>>,
}

/// The month that a trend ends with: the last one that is over, and lies in the period or before.
fn last_month(office: &Office, period: Period, as_of: DateTime<Utc>) -> NaiveDate {
    use chrono::Datelike as _;
    let day = office.day(as_of).min(period.last().succ_opt().unwrap_or(period.last()));
    let first = day.with_day(1).unwrap_or(day);
    first.pred_opt().unwrap_or(first)
}

impl Known {
    /// Lays out what was read. It takes long where there is much: not for a thread that answers.
    pub fn new(
        controller: Uuid,
        (mark, read_at): (Mark, DateTime<Utc>),
        as_of: DateTime<Utc>,
        collected: Collected,
        office: &Office,
    ) -> Self {
        let Collected { facts, sources, persons } = collected;
        let ledger = Ledger::new(&facts, sources, &setting(office, as_of));
        Self { controller, mark, as_of, read_at, ledger, persons, counted: Mutex::default() }
    }

    /// Those that were laid out when the program ran before.
    pub fn kept(
        controller: Uuid,
        (mark, read_at): (Mark, DateTime<Utc>),
        as_of: DateTime<Utc>,
        (ledger, persons): (Ledger<Uuid>, Persons),
    ) -> Self {
        Self { controller, mark, as_of, read_at, ledger, persons, counted: Mutex::default() }
    }

    /// The same with what was written since.
    #[must_use]
    pub fn with(&self, (ledger, persons): (Ledger<Uuid>, Persons), mark: Mark, as_of: DateTime<Utc>) -> Self {
        let (controller, read_at) = (self.controller, self.read_at);
        Self { controller, mark, as_of, read_at, ledger, persons, counted: Mutex::default() }
    }

    /// The place for what is asked, found or made.
    fn place(&self, scope: Scope, period: Period) -> Place {
        let mut kept = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let asked = (scope, period);
        let place = match kept.iter().position(|(one, _)| *one == asked) {
            Some(at) => kept.remove(at).1,
            None => Place::default(),
        };
        if kept.len() >= MOST_KEPT {
            kept.remove(0);
        }
        kept.push((asked, place.clone()));
        place
    }

    /// What was counted before.
    pub fn at_hand(&self, scope: Scope, period: Period) -> Option<Arc<Counted>> {
        self.place(scope, period).get().cloned()
    }

    /// Counts a period in a scope; what was counted before is given again. Others who ask for something else do not wait.
    pub fn counted(&self, scope: Scope, period: Period, office: &Office) -> Arc<Counted> {
        self.place(scope, period).get_or_init(|| Arc::new(self.count(scope, period, office))).clone()
    }

    fn count(&self, scope: Scope, period: Period, office: &Office) -> Counted {
        let (ledger, setting) = (&self.ledger, setting(office, self.as_of));
        let tables = |period| ledger.tables(scope, period, &setting);
        Counted {
            tables: tables(period),
            before: period.before().map(tables).unwrap_or_default(),
            networks: ledger.groups(scope, By::Network, period, &setting),
            places: ledger.groups(scope, By::Place, period, &setting),
            referrals: ledger.referrals_by_network(scope, period, office),
            monthly: ledger.monthly(scope, office, last_month(office, period, self.as_of), MONTHS),
        }
    }

    /// Counts what was asked of older figures last, so that who asks again does not wait.
    pub fn recount(&self, older: &Self, office: &Office) {
        let asked: Vec<(Scope, Period)> = {
            let kept = older.counted.lock().unwrap_or_else(PoisonError::into_inner);
            kept.iter().rev().take(RECOUNTED).map(|(asked, _)| *asked).collect()
        };
        let (then, now) = (older.ledger.words(), self.ledger.words());
        for (scope, period) in asked.into_iter().rev() {
            if let Some(scope) = scope.among(then, now) {
                self.counted(scope, period, office);
            }
        }
    }

    /// Whether everything should be read again, not only what was written since.
    pub fn is_old(&self, now: DateTime<Utc>) -> bool {
        now - self.read_at >= WHOLE || now < self.as_of
    }
}

/// What a page does about figures.
#[derive(Debug)]
pub enum At {
    /// It shows these.
    Hand(Arc<Known>),
    /// It shows these, and lets what was written since be brought in beside it.
    HandAndRenew(Arc<Known>),
    /// Those at hand are not to be shown; it reads them, unless they are many.
    Store,
}

/// Figures as they were computed last.
#[derive(Debug, Default)]
pub struct Memory {
    known: RwLock<Option<Arc<Known>>>,
    past: RwLock<Option<Arc<Known>>>,
    is_renewing: AtomicBool,
}

impl Memory {
    /// Those of an organisation that are at hand.
    pub fn known(&self, controller: Uuid) -> Option<Arc<Known>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).clone();
        known.filter(|known| known.controller == controller)
    }

    /// What to do, given how the store stands now.
    pub fn look(&self, controller: Uuid, mark: &Mark, now: DateTime<Utc>) -> At {
        let Some(known) = self.known(controller) else { return At::Store };
        let age = now - known.as_of;
        if known.mark == *mark && age < OLDEST && known.as_of <= now {
            return At::Hand(known);
        }
        match known.ledger.requests() > READ_AT_ONCE {
            true if TimeDelta::zero() <= age && age < PAUSE => At::Hand(known),
            true => At::HandAndRenew(known),
            false => At::Store,
        }
    }

    /// Keeps what was read; older figures never take the place of newer ones.
    pub fn keep(&self, known: Known) -> Arc<Known> {
        let known = Arc::new(known);
        let mut place = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let is_older = |kept: &Arc<Known>| kept.controller == known.controller && kept.as_of > known.as_of;
        if !place.as_ref().is_some_and(is_older) {
            *place = Some(known.clone());
        }
        known
    }

    /// Figures as of a past moment, where they were read lately.
    pub fn past(&self, controller: Uuid, as_of: DateTime<Utc>, now: DateTime<Utc>) -> Option<Arc<Known>> {
        let past = self.past.read().unwrap_or_else(PoisonError::into_inner).clone()?;
        let is_fresh = past.read_at <= now && now - past.read_at < OLDEST;
        (past.controller == controller && past.as_of == as_of && is_fresh).then_some(past)
    }

    /// Keeps figures as of a past moment, in place of those of another.
    pub fn keep_past(&self, known: Known) -> Arc<Known> {
        let known = Arc::new(known);
        *self.past.write().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        known
    }

    /// Whether who asks is the one to read now.
    pub fn begin_renewal(&self) -> bool {
        !self.is_renewing.swap(true, Ordering::AcqRel)
    }

    /// The reading ended, well or not.
    pub fn end_renewal(&self) {
        self.is_renewing.store(false, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_figures::fact::{Coded, Counting, EnquiryFact, Facts, Natures};
    use ariane_store::figures::Sources;

    fn office() -> Office {
        let all = ariane_knowledge::starter::countries::all();
        all[0].office("").unwrap()
    }

    fn known(requests: usize, as_of: DateTime<Utc>) -> Known {
        let one = EnquiryFact {
            received_at: as_of,
            requester: 1,
            person: 1,
            counting: Counting::Counts,
            mode: Coded::NotTold,
            kind: Coded::NotTold,
            source: Coded::NotTold,
            age: Coded::NotTold,
            nationality: Coded::NotTold,
            disorder: Coded::NotTold,
            natures: Natures::default(),
            further_contacts: 0,
            replied_at: None,
            oriented_at: None,
            outcome: Coded::NotTold,
            place: Word::NOT_TOLD,
            network: Word::NOT_TOLD,
        };
        let facts = Facts { enquiries: vec![one; requests], ..Facts::default() };
        let ids = (0..requests as u128).map(Uuid::from_u128).collect();
        let sources = Sources { enquiries: ids, ..Sources::default() };
        let collected = Collected { facts, sources, persons: Persons::default() };
        Known::new(Uuid::nil(), (Mark::default(), as_of), as_of, collected, &office())
    }

    #[test]
    fn figures_are_used_while_they_are_fresh_and_never_those_of_another_organisation() {
        let at = DateTime::from_timestamp(1_795_348_800, 0).unwrap();
        let memory = Memory::default();
        let look = |seconds| memory.look(Uuid::nil(), &Mark::default(), at + TimeDelta::seconds(seconds));
        assert!(matches!(look(0), At::Store));
        memory.keep(known(1, at));
        assert!(matches!(look(299), At::Hand(_)) && matches!(look(300), At::Store));
        assert!(matches!(memory.look(Uuid::max(), &Mark::default(), at), At::Store));
        memory.keep(known(READ_AT_ONCE + 1, at + TimeDelta::seconds(1)));
        assert!(matches!(look(900), At::HandAndRenew(_)), "nobody waits for a long reading");
        memory.keep(known(1, at));
        assert!(matches!(look(900), At::HandAndRenew(_)), "older ones do not take their place");
        assert!(memory.begin_renewal() && !memory.begin_renewal(), "one at a time");
        memory.end_renewal();
        assert!(memory.begin_renewal());
    }

    #[test]
    fn what_was_asked_last_is_counted_before_fresh_figures_are_shown_and_the_past_is_kept_for_a_while() {
        let (at, office) = (DateTime::from_timestamp(1_795_348_800, 0).unwrap(), office());
        let (older, newer) = (known(3, at), known(4, at + TimeDelta::seconds(9)));
        let (year, scope) = (Period::year(2026).unwrap(), Scope::default());
        let then = older.counted(scope, year, &office);
        assert_eq!(older.at_hand(scope, year), Some(then.clone()));
        assert_eq!(newer.at_hand(scope, Period::year(2025).unwrap()), None);
        newer.recount(&older, &office);
        assert_ne!(newer.at_hand(scope, year).unwrap(), then, "counted anew");

        let memory = Memory::default();
        memory.keep_past(known(2, at));
        let past =
            |seconds, as_of| memory.past(Uuid::nil(), as_of, at + TimeDelta::seconds(seconds)).is_some();
        assert!(past(299, at) && !past(300, at) && !past(1, at - TimeDelta::days(1)));
    }
}
