//! Figures kept in memory, so that a page does not count everything anew: facts of all records with the ids behind them, and the
//! tables that were asked for.
//!
//! They are used while nothing was written since ([`Mark`]) and for five minutes at most; the page says of when they are. Where
//! reading takes long, because there are many, the page shows those at hand and fresh ones are read beside it.

use super::setting;
use ariane_domain::office::Office;
use ariane_figures::count::group::{By, Group, Monthly, groups, monthly};
use ariane_figures::count::tables;
use ariane_figures::fact::{Facts, Word};
use ariane_figures::period::Period;
use ariane_figures::scope::Scope;
use ariane_figures::table::Table;
use ariane_store::figures::{Mark, Sources};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use uuid::Uuid;

/// How long figures may be used although nothing seems to have been written since.
const OLDEST: TimeDelta = TimeDelta::minutes(5);
/// So many requests are read while somebody waits; more of them beside the answer.
const READ_AT_ONCE: usize = 50_000;
/// Most tables that are kept.
const MOST_KEPT: usize = 64;
/// Months of a trend.
pub const MONTHS: u32 = 25;

/// Everything that was counted for one period and scope.
#[derive(Debug)]
pub struct Counted {
    /// Tables of the period, and of its quarters where it is a year.
    pub tables: Vec<Table>,
    /// Tables of the period before.
    pub before: Vec<Table>,
    /// By network.
    pub networks: BTreeMap<Word, Group>,
    /// By place.
    pub places: BTreeMap<Word, Group>,
    /// Month by month, up to the last whole month of the period.
    pub monthly: Monthly,
}

/// Figures of an organisation as of a moment.
#[derive(Debug)]
pub struct Known {
    /// Organisation.
    pub controller: Uuid,
    /// How the tables of the store stood then.
    pub mark: Mark,
    /// The moment.
    pub as_of: DateTime<Utc>,
    /// Facts.
    pub facts: Facts,
    /// Ids behind them.
    pub sources: Sources,
    counted: Mutex<BTreeMap<(Scope, Period), Arc<Counted>>>,
}

/// The month that a trend ends with: the last one that is over, and lies in the period or before.
fn last_month(office: &Office, period: Period, as_of: DateTime<Utc>) -> NaiveDate {
    use chrono::Datelike as _;
    let day = office.day(as_of).min(period.last().succ_opt().unwrap_or(period.last()));
    let first = day.with_day(1).unwrap_or(day);
    first.pred_opt().unwrap_or(first)
}

impl Known {
    /// As read.
    pub fn new(controller: Uuid, mark: Mark, as_of: DateTime<Utc>, facts: Facts, sources: Sources) -> Self {
        Self { controller, mark, as_of, facts, sources, counted: Mutex::default() }
    }

    /// Counts a period in a scope; what was counted before is given again.
    pub fn counted(&self, scope: Scope, period: Period, office: &Office) -> Arc<Counted> {
        let mut kept = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(counted) = kept.get(&(scope, period)) {
            return counted.clone();
        }
        let narrowed = (!scope.is_whole()).then(|| scope.of(&self.facts));
        let facts = narrowed.as_ref().unwrap_or(&self.facts);
        let setting = setting(office, self.as_of);
        let counted = Arc::new(Counted {
            tables: tables(facts, period, &setting),
            before: period.before().map(|before| tables(facts, before, &setting)).unwrap_or_default(),
            networks: groups(facts, By::Network, period, &setting),
            places: groups(facts, By::Place, period, &setting),
            monthly: monthly(facts, office, last_month(office, period, self.as_of), MONTHS),
        });
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert((scope, period), counted.clone());
        counted
    }
}

/// What a page does about figures.
#[derive(Debug)]
pub enum At {
    /// It shows these.
    Hand(Arc<Known>),
    /// It shows these, and lets fresh ones be read beside it.
    HandAndRenew(Arc<Known>),
    /// It reads them.
    Store,
}

/// Figures as they were computed last.
#[derive(Debug, Default)]
pub struct Memory {
    known: RwLock<Option<Arc<Known>>>,
    is_renewing: AtomicBool,
}

impl Memory {
    /// What to do, given how the store stands now.
    pub fn look(&self, controller: Uuid, mark: &Mark, now: DateTime<Utc>) -> At {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(known) = known.filter(|known| known.controller == controller) else { return At::Store };
        let is_fresh = known.mark == *mark && now - known.as_of < OLDEST && known.as_of <= now;
        if is_fresh {
            At::Hand(known)
        } else if known.facts.enquiries.len() > READ_AT_ONCE {
            At::HandAndRenew(known)
        } else {
            At::Store
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

    /// Whether who asks is the one to renew them now.
    pub fn begin_renewal(&self) -> bool {
        !self.is_renewing.swap(true, Ordering::AcqRel)
    }

    /// The renewal ended, well or not.
    pub fn end_renewal(&self) {
        self.is_renewing.store(false, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_figures::fact::{Coded, Counting, EnquiryFact, Natures};

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
        Known::new(Uuid::nil(), Mark::default(), as_of, facts, Sources::default())
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
}
