//! How long a report takes over many records, and what memory.
//!
//! `cargo bench -p ariane-figures -- [ENQUIRIES] [FILES]` (1,000,000 and 100,000 when not said). Prints p50 and p99 of counting and
//! protecting, for a tenth of the records and for all of them, so that growth can be seen.

use ariane_domain::cell::file::FileState;
use ariane_domain::cell::follow_up::{FollowUpFacts, FollowUpRule};
use ariane_domain::cell::{BroughtBy, Origin, Span};
use ariane_domain::enquiry::{AgeBand, DisorderStatus, EntryMode, Outcome, ReferralSource, RequesterKind};
use ariane_domain::need::Nature;
use ariane_domain::office::{Holidays, Office, ReplyPromise};
use ariane_domain::place::Country;
use ariane_figures::count::Setting;
use ariane_figures::fact::{Coded, Counting, EnquiryFact, Facts, FileFact, Natures, Word};
use ariane_figures::report::{Publication, make};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::{Duration, Instant};

type Failure = Box<dyn std::error::Error>;

const RUNS: usize = 15;
/// Records lie in the two years that a report compares.
const MINUTES: u64 = 2 * 365 * 24 * 60;

/// SplitMix64: repeatable.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
}

fn office() -> Result<Office, Failure> {
    Ok(Office {
        zone: chrono_tz::Tz::Europe__Luxembourg,
        hours: Some("Mo-Fr 09:00-12:00 13:00-17:00".parse()?),
        holidays: Holidays::read(["01-01", "easter+1", "05-01", "05-09", "easter+39", "06-23", "12-25"])?,
        promise: ReplyPromise { working_days: 5 },
    })
}

fn enquiry(chance: &mut Chance, begin: DateTime<Utc>, count: u64) -> EnquiryFact {
    let received_at = begin + TimeDelta::minutes(chance.below(MINUTES) as i64);
    let requester = chance.below(count * 3 / 4 + 1) as u32;
    let replied_at = received_at + TimeDelta::minutes(chance.below(12_000) as i64);
    EnquiryFact {
        received_at,
        requester,
        person: requester,
        counting: if chance.below(50) == 0 { Counting::Double } else { Counting::Counts },
        mode: Coded::Is(chance.of(&EntryMode::ALL)),
        kind: Coded::Is(chance.of(&RequesterKind::ALL)),
        source: Coded::Is(chance.of(&ReferralSource::ALL)),
        age: Coded::Is(chance.of(&AgeBand::ALL)).told(|age| *age != AgeBand::Unknown),
        nationality: Country::new(chance.of(&["LU", "PT", "FR", "BE", "DE"]))
            .map_or(Coded::NotTold, Coded::Is),
        disorder: Coded::Is(chance.of(&DisorderStatus::ALL)),
        natures: Natures::of(&[chance.of(&Nature::ALL), chance.of(&Nature::ALL)]),
        further_contacts: chance.below(3) as u32,
        replied_at: (chance.below(20) > 0).then_some(replied_at),
        oriented_at: (chance.below(3) == 0).then_some(replied_at + TimeDelta::days(2)),
        outcome: Coded::Is(chance.of(&Outcome::ALL)),
        place: Word::NOT_TOLD,
        network: Word::NOT_TOLD,
    }
}

fn file(chance: &mut Chance, begin: DateTime<Utc>, person: u32) -> FileFact {
    let received_at = begin + TimeDelta::minutes(chance.below(MINUTES) as i64);
    let contacts = (0..4).map(|n| received_at + TimeDelta::days(n * 40));
    FileFact {
        person,
        counting: Counting::Counts,
        origin: Coded::Is(chance.of(&Origin::ALL)),
        brought_by: Coded::Is(chance.of(&BroughtBy::ALL)),
        received_at,
        state: Coded::Is(FileState::Open),
        follow_up: FollowUpFacts {
            open: vec![Span::since(received_at)],
            contacts: contacts.collect(),
            ..FollowUpFacts::default()
        },
        place: Word::NOT_TOLD,
        network: Word::NOT_TOLD,
        diagnosis: None,
    }
}

fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.map(|line| line.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

fn measure(enquiries: u64, files: u64) -> Result<Duration, Failure> {
    let begin: DateTime<Utc> = "2023-01-01T00:00:00Z".parse()?;
    let mut chance = Chance(7);
    let mut facts = Facts {
        enquiries: (0..enquiries).map(|_| enquiry(&mut chance, begin, enquiries)).collect(),
        files: (0..files).map(|n| file(&mut chance, begin, n as u32)).collect(),
        ..Facts::default()
    };
    facts.enquiries.sort_by_key(|one| one.received_at);
    let office = office()?;
    let as_of = begin + TimeDelta::days(800);
    let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of };
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        let made = make(&facts, "2024".parse()?, &setting, &Publication::default())?;
        times.push(start.elapsed());
        assert!(made.report.table("infoline.age", "2024".parse()?).is_some());
    }
    times.sort_unstable();
    let (p50, p99) = (times[RUNS / 2], times[RUNS - 1]);
    println!(
        "{enquiries} enquiries, {files} files: p50 {p50:.0?}, p99 {p99:.0?} (of {RUNS}), most memory {}",
        memory()
    );
    Ok(p50)
}

fn main() -> Result<(), Failure> {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let (enquiries, files) =
        (numbers.first().copied().unwrap_or(1_000_000), numbers.get(1).copied().unwrap_or(100_000));
    let tenth = measure(enquiries / 10, files / 10)?;
    let whole = measure(enquiries, files)?;
    println!("ten times the records take {:.1} times as long", whole.as_secs_f64() / tenth.as_secs_f64());
    Ok(())
}
