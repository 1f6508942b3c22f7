//! Records laid out for counting: what changed brought in gives what laying out everything gives.

use crate::counting::{at, enquiry, period};
use crate::office::infoline;
use ariane_domain::cell::follow_up::FollowUpRule;
use ariane_domain::enquiry::{AgeBand, Outcome};
use ariane_figures::count::group::By;
use ariane_figures::count::ledger::{Changes, Keys, Ledger};
use ariane_figures::count::{Behind, Setting};
use ariane_figures::definition::{HUB_APPOINTMENT, HUB_REFERRALS, HUB_REFERRED, MEETING_RECORDS, MEETINGS};
use ariane_figures::fact::{
    Coded, Counting, EnquiryFact, Facts, MeetingEnd, MeetingFact, ReferralFact, ReferralOutcome, UnmetFact,
    Word,
};
use ariane_figures::report::{Publication, exact, make, make_from};
use ariane_figures::rounding::Rounding;
use ariane_figures::scope::Scope;
use chrono::TimeDelta;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A request as a test writes it: hours after the beginning of 2020, who, what became of it, network.
type Told = (i64, u32, u8, u8);

fn fact((hours, who, what, network): Told, networks: &[Word]) -> EnquiryFact {
    let counting = [Counting::Counts, Counting::Counts, Counting::NotARequest, Counting::Objected];
    let received_at = at("2020-01-01T09:00:00Z") + TimeDelta::hours(hours);
    EnquiryFact {
        received_at,
        counting: counting[usize::from(what % 4)],
        age: if what % 3 == 0 { Coded::Is(AgeBand::Under12) } else { Coded::NotTold },
        replied_at: (what % 2 == 0).then(|| received_at + TimeDelta::hours(i64::from(what))),
        outcome: if what % 5 == 0 { Coded::Is(Outcome::Oriented) } else { Coded::NotTold },
        network: networks[usize::from(network) % networks.len()],
        ..enquiry("2020-01-01T09:00:00Z", who)
    }
}

/// Facts of these requests, each third one with a need that could not be met.
fn facts(all: &BTreeMap<u32, Told>) -> (Facts, Keys<u32>) {
    let mut facts = Facts::default();
    let networks = [Word::NOT_TOLD, facts.words.put("ern-lung"), facts.words.put("ern-skin")];
    let mut told: Vec<(EnquiryFact, u32)> =
        all.iter().map(|(key, told)| (fact(*told, &networks), *key)).collect();
    told.sort_by_key(|(one, key)| (one.received_at, *key));
    let mut keys = Keys::default();
    for (one, key) in told {
        if key % 3 == 0 {
            let (nature, reason) = (Coded::NotTold, Coded::Foreign);
            facts.unmet.push(UnmetFact {
                at: one.received_at,
                counting: one.counting,
                nature,
                reason,
                place: one.place,
                network: one.network,
            });
            keys.unmet.push(key);
        }
        facts.enquiries.push(one);
        keys.enquiries.push(key);
    }
    (facts, keys)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 12 } else { 1000 }))]

    #[test]
    fn what_changed_brought_in_is_what_laying_out_everything_gives(
        before in proptest::collection::btree_map(0u32..60, (0i64..9_000, 0u32..12, 0u8..30, 0u8..3), 0..50),
        changed in proptest::collection::btree_map(0u32..80, proptest::option::of((0i64..9_000, 0u32..12, 0u8..30, 0u8..3)), 0..20),
    ) {
        let office = infoline();
        let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at("2021-02-01T00:00:00Z") };
        let (then, keys) = facts(&before);
        let ledger = Ledger::new(&then, keys, &setting);
        // Corrected, erased from what counts, or new.
        let mut after = before;
        for (key, told) in &changed {
            match told {
                Some(told) => after.insert(*key, *told),
                None => after.remove(key),
            };
        }
        let touched: BTreeMap<u32, Told> = changed.iter().filter_map(|(key, told)| Some((*key, (*told)?))).collect();
        let (new, new_keys) = facts(&touched);
        let changes = Changes { enquiries: changed.keys().copied().collect(), facts: new, keys: new_keys, ..Changes::default() };
        let (now, all_keys) = facts(&after);
        prop_assert_eq!(ledger.renewed(changes, &setting), Ledger::new(&now, all_keys, &setting));
    }

    #[test]
    fn a_part_is_counted_as_if_there_were_nothing_else(
        all in proptest::collection::btree_map(0u32..60, (0i64..9_000, 0u32..12, 0u8..30, 0u8..3), 0..50),
        network in 0usize..3,
    ) {
        let office = infoline();
        let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at("2021-02-01T00:00:00Z") };
        let (whole, keys) = facts(&all);
        let names = ["-", "ern-lung", "ern-skin"];
        let scope = Scope::read(&whole.words, "", names[network]).expect("known");
        let ledger = Ledger::new(&whole, keys, &setting);
        let mut alone = whole.clone();
        let word = whole.words.find(if network == 0 { "" } else { names[network] }).expect("known");
        alone.enquiries.retain(|one| one.network == word);
        alone.unmet.retain(|one| one.network == word);
        let alone = Ledger::new(&alone, Keys::places(&alone), &setting);
        for text in ["2020", "2020-Q2", "2020-03-05..2020-08-09"] {
            let infoline = |tables: Vec<_>| -> Vec<_> {
                tables.into_iter().filter(|t: &ariane_figures::table::Table| t.figure.id.starts_with("infoline.")).collect()
            };
            prop_assert_eq!(
                infoline(ledger.tables(scope, period(text), &setting)),
                infoline(alone.tables(Scope::default(), period(text), &setting))
            );
            prop_assert_eq!(
                ledger.groups(scope, By::Place, period(text), &setting),
                alone.groups(Scope::default(), By::Place, period(text), &setting)
            );
        }
    }
}

/// Six referrals to two networks, with everything that may become of one.
fn referrals() -> Facts {
    let mut facts = Facts::default();
    let (lung, skin) = (facts.words.put("ern-lung"), facts.words.put("ern-skin"));
    let sent = |person, when: &str, network| ReferralFact { network, ..ReferralFact::sent(person, at(when)) };
    let day = |text: &str| Some(text.parse().expect("a day"));
    let answered = |when: &str, outcome| (Some(at(when)), Coded::Is(outcome));
    let mut all = vec![
        sent(1, "2020-02-03T10:00:00Z", lung),
        sent(2, "2020-02-03T10:00:00Z", lung),
        sent(3, "2020-05-04T10:00:00Z", lung),
        sent(4, "2020-05-04T10:00:00Z", skin),
        sent(5, "2020-05-04T10:00:00Z", skin),
        sent(6, "2020-06-01T10:00:00Z", skin),
    ];
    (all[0].answered_at, all[0].outcome) = answered("2020-02-13T09:00:00Z", ReferralOutcome::Accepted);
    (all[0].appointment_on, all[0].seen_on) = (day("2020-04-03"), day("2020-04-03"));
    (all[1].answered_at, all[1].outcome) = answered("2020-02-23T09:00:00Z", ReferralOutcome::Accepted);
    all[1].appointment_on = day("2020-09-01");
    (all[2].answered_at, all[2].outcome) = answered("2020-05-04T16:00:00Z", ReferralOutcome::Declined);
    all[3].outcome = Coded::Is(ReferralOutcome::Lost);
    all[5].counting = Counting::Objected;
    facts.referrals = Some(all);
    facts
}

#[test]
fn referrals_are_counted_by_what_became_of_them_and_network_by_network() {
    let (facts, office) = (referrals(), infoline());
    let setting =
        Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at("2021-01-15T00:00:00Z") };
    let ledger = Ledger::new(&facts, Keys::places(&facts), &setting);
    let tables = ledger.tables(Scope::default(), period("2020"), &setting);
    let of = |figure: &str, text: &str| {
        let found = tables.iter().find(|one| one.figure.id == figure && one.period == period(text));
        found.unwrap_or_else(|| panic!("{figure} {text}"))
    };
    let whole = of("hub.referrals", "2020");
    let row = |table: &ariane_figures::table::Table, word: &str| table.count(word).unwrap_or(0);
    let counts =
        ["accepted", "declined", "lost", "withdrawn", "waiting", "objected"].map(|word| row(whole, word));
    assert_eq!((whole.total.n, counts), (6, [2, 1, 1, 0, 1, 1]));
    assert_eq!(of("hub.referred", "2020").total.n, 5, "who objected is in no other figure");
    let appointments = of("hub.appointment", "2020");
    let counts =
        ["seen", "fixed", "none-yet", "ended-before", "objected"].map(|word| row(appointments, word));
    assert_eq!(counts, [1, 1, 1, 2, 1]);
    assert_eq!(
        (row(of("hub.referrals", "2020-Q1"), "accepted"), of("hub.referrals", "2020-Q2").total.n),
        (2, 4)
    );
    let median = |table| exact(table, Rounding::Each).waiting.map(|waiting| waiting.median / 1440);
    assert_eq!(median(whole), Some(10), "0, 10 and 20 days to the answer");
    assert_eq!(median(appointments), Some(60));

    let by = ledger.referrals_by_network(Scope::default(), period("2020"), &office).expect("recorded");
    let lung = &by[&facts.words.find("ern-lung").expect("known")];
    assert_eq!((lung.sent, lung.answered, lung.of(ReferralOutcome::Accepted), lung.seen), (3, 3, 2, 1));
    assert_eq!((lung.of(ReferralOutcome::Declined), lung.to_answer.map(|one| one.n)), (1, Some(3)));
    let skin = &by[&facts.words.find("ern-skin").expect("known")];
    assert_eq!((skin.sent, skin.answered, skin.of(ReferralOutcome::Lost), skin.to_answer), (2, 0, 1, None));
    let scope = Scope::read(&facts.words, "", "ern-skin").expect("known");
    let part = ledger.referrals_by_network(scope, period("2020"), &office).expect("recorded");
    assert_eq!(part.len(), 1);
    let none = Ledger::new(&Facts::default(), Keys::<usize>::default(), &setting);
    assert_eq!(
        none.referrals_by_network(Scope::default(), period("2020"), &office),
        None,
        "not recorded is not none"
    );

    // Published, days are whole and small counts hidden, waiting times with them.
    let made = make(&facts, period("2020"), &setting, &Publication::default()).expect("made");
    let shown = made.report.table("hub.referrals", period("2020")).expect("a table");
    assert!(shown.waiting.is_none() && shown.row("declined").expect("a row").n.is_none());
    assert!(made.report.without_source.is_empty());
    let laid_out = make_from(&ledger, period("2020"), &setting, &Publication::default());
    assert_eq!(laid_out, Ok(made), "the same report from what is laid out already");
}

#[test]
fn behind_a_number_of_referrals_stand_those_referrals() {
    let (mut facts, office) = (referrals(), infoline());
    let esch = facts.words.put("LU/esch");
    if let Some(all) = &mut facts.referrals {
        all[0].place = esch;
        all[1].person = 1;
    }
    let setting =
        Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at("2021-01-15T00:00:00Z") };
    let ledger = Ledger::new(&facts, Keys::places(&facts), &setting);
    let behind = |scope, figure, row| ledger.behind(scope, period("2020"), &setting, figure, row);
    let all = |figure, row| behind(Scope::default(), figure, row);
    assert_eq!(all(&HUB_REFERRALS, Some("accepted")), Some(Behind::Referrals(vec![0, 1])));
    assert_eq!(all(&HUB_REFERRALS, Some("objected")), Some(Behind::Referrals(vec![5])));
    assert_eq!(all(&HUB_APPOINTMENT, Some("ended-before")), Some(Behind::Referrals(vec![2, 3])));
    assert_eq!(all(&HUB_REFERRED, None), Some(Behind::Referrals(vec![0, 2, 3, 4])), "each person once");
    let there = Scope::read(&facts.words, "LU/esch", "").expect("known");
    assert_eq!(behind(there, &HUB_REFERRALS, None), Some(Behind::Referrals(vec![0])));
    let tables = ledger.tables(there, period("2020"), &setting);
    let of = |figure: &str| tables.iter().find(|table| table.figure.id == figure).map(|table| table.total.n);
    assert_eq!((of("hub.referrals"), of("hub.referred")), (Some(1), Some(1)));
}

#[test]
fn a_meeting_that_was_called_off_or_forgotten_is_counted_as_such() {
    let office = infoline();
    let setting =
        Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at("2020-12-01T00:00:00Z") };
    let due = |when: &str, end| MeetingFact { starts_at: at(when), end };
    let facts = Facts {
        meetings: vec![
            due("2020-01-08T08:00:00Z", MeetingEnd::Held),
            due("2020-01-15T08:00:00Z", MeetingEnd::Cancelled),
            due("2020-01-22T08:00:00Z", MeetingEnd::Held),
            due("2020-01-29T08:00:00Z", MeetingEnd::NotHeld),
            due("2019-12-18T08:00:00Z", MeetingEnd::Held),
        ],
        ..Facts::default()
    };
    let ledger = Ledger::new(&facts, Keys::places(&facts), &setting);
    let tables = ledger.tables(Scope::default(), period("2020"), &setting);
    let of = |figure: &str| tables.iter().find(|table| table.figure.id == figure).expect("a table");
    let records = of("cell.meeting-records");
    let counts = ["held", "cancelled", "not-held"].map(|word| records.count(word));
    assert_eq!((records.total.n, counts), (4, [Some(2), Some(1), Some(1)]));
    assert_eq!(of("cell.meetings").total.n, 2);
    let behind = |figure, row| ledger.behind(Scope::default(), period("2020"), &setting, figure, row);
    assert_eq!(behind(&MEETINGS, None), Some(Behind::Meetings(vec![0, 2])));
    assert_eq!(behind(&MEETING_RECORDS, Some("not-held")), Some(Behind::Meetings(vec![3])));
    assert_eq!(behind(&MEETING_RECORDS, Some("postponed")), None, "no such row");
    let nowhere = Scope { place: Some(Word::NOT_TOLD), network: None };
    let part = ledger.tables(nowhere, period("2020"), &setting);
    assert!(
        !part.iter().any(|table| table.figure.id.starts_with("cell.meeting")),
        "no meeting is of a place"
    );
}
