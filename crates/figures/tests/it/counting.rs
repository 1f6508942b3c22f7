//! What is counted, when, and what is left out: stated, never dropped.

use crate::office::infoline;
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::follow_up::{FollowUpFacts, FollowUpRule};
use ariane_domain::cell::odyssey::OdysseyBand;
use ariane_domain::cell::{BroughtBy, Origin, Span};
use ariane_domain::enquiry::{AgeBand, DisorderStatus, EntryMode, Outcome, ReferralSource, RequesterKind};
use ariane_domain::need::Nature;
use ariane_domain::place::Country;
use ariane_figures::count::group::By;
use ariane_figures::count::ledger::{Keys, Ledger};
use ariane_figures::count::{Behind, Setting};
use ariane_figures::definition;
use ariane_figures::fact::{
    Coded, Counting, DiagnosisFact, EnquiryFact, Facts, FileFact, Natures, Word, Words,
};
use ariane_figures::history::{Codes, EnquiryHistory, FileHistory, Happened};
use ariane_figures::period::{Period, Standing};
use ariane_figures::report::{Made, Note, Publication, Report, canonical::canonical, make};
use ariane_figures::rounding::Rounding;
use ariane_figures::scope::{Scope, UnknownWord};
use chrono::{DateTime, Utc};

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

pub fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

pub fn enquiry(when: &str, requester: u32) -> EnquiryFact {
    EnquiryFact {
        received_at: at(when),
        requester,
        person: requester,
        counting: Counting::Counts,
        mode: Coded::Is(EntryMode::Mail),
        kind: Coded::Is(RequesterKind::Relative),
        source: Coded::Is(ReferralSource::Media),
        age: Coded::Is(AgeBand::Adult),
        nationality: Coded::Is(Country::LU),
        disorder: Coded::Is(DisorderStatus::Diagnosed),
        natures: Natures::of(&[Nature::Information]),
        further_contacts: 0,
        replied_at: None,
        oriented_at: None,
        outcome: Coded::NotTold,
        place: Word::NOT_TOLD,
        network: Word::NOT_TOLD,
    }
}

/// A report of made-up records, with nothing hidden.
fn open_report(facts: &Facts, text: &str, as_of: &str) -> Made {
    let office = infoline();
    let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at(as_of) };
    let publication = Publication { is_fictitious: true, ..Publication::default() };
    make(facts, period(text), &setting, &publication).expect("nothing stands in the way")
}

fn laid_out(facts: &Facts, setting: &Setting<'_>) -> Ledger<usize> {
    Ledger::new(facts, Keys::places(facts), setting)
}

fn total(made: &Made, figure: &str, text: &str) -> Option<u64> {
    made.report.table(figure, period(text)).and_then(|table| table.total)
}

fn row(made: &Made, figure: &str, text: &str, category: &str) -> Option<u64> {
    made.report.table(figure, period(text)).and_then(|table| table.row(category)?.n)
}

fn of(enquiries: Vec<EnquiryFact>) -> Facts {
    Facts { enquiries, ..Facts::default() }
}

#[test]
fn a_requester_counts_once_in_a_calendar_year_and_quarters_add_up() {
    let facts = of(vec![
        enquiry("2019-12-30T10:00:00Z", 1),
        enquiry("2020-02-01T10:00:00Z", 1),
        enquiry("2020-02-02T10:00:00Z", 1),
        enquiry("2020-08-01T10:00:00Z", 1),
        enquiry("2020-08-02T10:00:00Z", 2),
    ]);
    let made = open_report(&facts, "2020", "2021-01-15T00:00:00Z");
    assert_eq!(row(&made, "infoline.records", "2020", "counted"), Some(4));
    assert_eq!(row(&made, "infoline.requesters", "2020", "first"), Some(2));
    let quarters = ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"];
    let by_quarter: Vec<_> =
        quarters.iter().map(|q| row(&made, "infoline.requesters", q, "first").expect("a count")).collect();
    assert_eq!(by_quarter, [1, 0, 1, 0]);
    assert_eq!(row(&made, "infoline.requesters", "2019", "first"), Some(1), "compared with the year before");
}

#[test]
fn days_begin_at_midnight_in_luxembourg_in_winter_and_in_summer() {
    // 23:30 in universal time is the next day in Luxembourg; 22:30 is so in summer only.
    let times =
        ["2019-12-31T22:59:59Z", "2019-12-31T23:00:00Z", "2020-12-31T22:59:59Z", "2020-12-31T23:00:00Z"];
    let facts = of(times.iter().zip(1..).map(|(when, who)| enquiry(when, who)).collect());
    let made = open_report(&facts, "2020", "2021-01-15T00:00:00Z");
    assert_eq!(total(&made, "infoline.records", "2020"), Some(2));
    let summer = of(vec![enquiry("2020-06-30T21:59:59Z", 1), enquiry("2020-06-30T22:00:00Z", 2)]);
    let made = open_report(&summer, "2020-Q3", "2021-01-15T00:00:00Z");
    assert_eq!(total(&made, "infoline.records", "2020-Q3"), Some(1));
    // The day on which the clocks go forward has 23 hours, and all of them belong to it.
    let change = of(vec![
        enquiry("2020-03-28T23:00:00Z", 1),
        enquiry("2020-03-29T21:59:59Z", 2),
        enquiry("2020-03-29T22:00:00Z", 3),
    ]);
    let made = open_report(&change, "2020-03-29..2020-03-29", "2021-01-15T00:00:00Z");
    assert_eq!(total(&made, "infoline.records", "2020-03-29..2020-03-29"), Some(2));
}

#[test]
fn what_does_not_count_or_is_not_known_is_stated_with_its_reason() {
    let mut all: Vec<EnquiryFact> = (1..=8).map(|n| enquiry("2020-05-04T10:00:00Z", n)).collect();
    all[0].counting = Counting::Double;
    all[1].counting = Counting::NotARequest;
    all[2].counting = Counting::Objected;
    all[3].age = Coded::NotTold;
    all[4].age = Coded::Foreign;
    all[5].natures = Natures::read(["money"]);
    all[6].natures = Natures::default();
    let made = open_report(&of(all), "2020", "2021-01-15T00:00:00Z");
    assert_eq!(total(&made, "infoline.records", "2020"), Some(8));
    for reason in ["double", "not-a-request", "objected"] {
        assert_eq!(row(&made, "infoline.records", "2020", reason), Some(1), "{reason}");
    }
    let age = made.report.table("infoline.age", period("2020")).expect("a table");
    assert_eq!((age.total, age.row("adult").and_then(|r| r.n)), (Some(5), Some(3)));
    assert_eq!(age.row("adult").and_then(|row| row.percent), Some(100), "of those who told");
    for reason in ["not-told", "foreign"] {
        let row = age.row(reason).expect("a row");
        assert!(row.is_left_out && row.n == Some(1) && row.percent.is_none(), "{reason}");
    }
    assert!(age.notes.contains(&Note::LeftOut { n: Some(2) }));
    assert_eq!(row(&made, "infoline.nature", "2020", "foreign"), Some(1));
    assert_eq!(row(&made, "infoline.nature", "2020", "not-told"), Some(1));
}

#[test]
fn an_empty_period_and_one_in_the_future_say_so() {
    let made = open_report(&Facts::default(), "2020", "2021-01-15T00:00:00Z");
    let ages = made.report.table("infoline.age", period("2020")).expect("a table");
    assert_eq!((ages.total, ages.notes.contains(&Note::Empty)), (Some(0), true));
    assert!(ages.rows.iter().all(|row| row.n == Some(0) && row.percent.is_none()), "no share of nothing");
    let made = open_report(&Facts::default(), "2022", "2021-01-15T00:00:00Z");
    assert_eq!((made.report.standing, made.report.tables.len()), (Standing::Future, 0));
    let made = open_report(&Facts::default(), "2021", "2021-01-15T00:00:00Z");
    assert_eq!((made.report.standing, made.report.is_for_publication), (Standing::Running, false));
}

#[test]
fn waiting_is_counted_in_open_hours_and_the_promise_is_that_of_the_office() {
    let mut soon = enquiry("2020-11-20T15:30:00Z", 1);
    // Friday 16:30 to Monday 10:00.
    soon.replied_at = Some(at("2020-11-23T09:00:00Z"));
    let mut late = enquiry("2020-11-16T09:00:00Z", 2);
    late.replied_at = Some(at("2020-11-24T09:00:00Z"));
    let made = open_report(
        &of(vec![soon, late, enquiry("2020-11-30T09:00:00Z", 3)]),
        "2020",
        "2021-01-15T00:00:00Z",
    );
    let reply = made.report.table("infoline.reply", period("2020")).expect("a table");
    let count = |category: &str| reply.row(category).and_then(|row| row.n);
    assert_eq!([count("kept"), count("late"), count("not-yet")], [Some(1), Some(1), Some(1)]);
    assert_eq!(reply.waiting.map(|w| w.median), Some(90));
}

#[test]
fn shares_are_rounded_one_by_one_with_a_footnote_or_add_up() {
    let nations = [("LU", 147), ("PT", 36), ("FR", 25), ("BE", 51)];
    let all =
        nations.iter().flat_map(|(code, n)| std::iter::repeat_n(Country::new(code).expect("a country"), *n));
    let all = all.zip(1..).map(|(nation, who)| EnquiryFact {
        nationality: Coded::Is(nation),
        ..enquiry("2020-05-04T10:00:00Z", who)
    });
    let facts = of(all.collect());
    let office = infoline();
    let setting =
        Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at("2021-01-15T00:00:00Z") };
    let shares = |rounding| {
        let publication = Publication { is_fictitious: true, rounding, ..Publication::default() };
        let made = make(&facts, period("2020"), &setting, &publication).expect("made");
        let table = made.report.table("infoline.nationality", period("2020")).expect("a table").clone();
        (table.rows.iter().filter_map(|row| row.percent).collect::<Vec<_>>(), table.notes)
    };
    assert_eq!(shares(Rounding::Each), (vec![57, 14, 10, 20], vec![Note::SharesAddUpTo { sum: 101 }]));
    assert_eq!(shares(Rounding::LargestRemainder), (vec![57, 14, 9, 20], vec![]));
}

fn file(person: u32, origin: Origin, accepted: &str, contact: &str) -> FileFact {
    let open = vec![Span::since(at(accepted))];
    FileFact {
        person,
        counting: Counting::Counts,
        origin: Coded::Is(origin),
        brought_by: Coded::Is(BroughtBy::Psychosocial),
        received_at: at(accepted),
        state: Coded::Is(FileState::Open),
        follow_up: FollowUpFacts { open, contacts: vec![at(contact)], ..FollowUpFacts::default() },
        place: Word::NOT_TOLD,
        network: Word::NOT_TOLD,
        diagnosis: None,
    }
}

#[test]
fn a_person_with_two_files_is_one_and_who_rested_all_year_is_none() {
    let service = Origin::PsychosocialService;
    let facts = Facts {
        files: vec![
            file(1, service, "2020-02-01T10:00:00Z", "2020-03-01T10:00:00Z"),
            file(1, Origin::Infoline, "2020-02-01T10:00:00Z", "2020-03-01T10:00:00Z"),
            file(2, service, "2019-02-01T10:00:00Z", "2020-03-01T10:00:00Z"),
            file(3, service, "2018-02-01T10:00:00Z", "2018-03-01T10:00:00Z"),
            file(4, Origin::Hub, "2020-02-01T10:00:00Z", "2020-03-01T10:00:00Z"),
        ],
        ..Facts::default()
    };
    let made = open_report(&facts, "2020", "2021-01-15T00:00:00Z");
    assert_eq!(total(&made, "cell.active", "2020"), Some(2));
    assert_eq!(total(&made, "hub.active", "2020"), Some(1));
    assert_eq!(row(&made, "cell.new", "2020", "new"), Some(1));
    assert_eq!(
        made.report.without_source,
        ["hub.referred", "hub.referrals", "hub.appointment"],
        "not recorded is not none"
    );
}

#[test]
fn who_is_followed_by_two_services_is_in_both_tables_and_who_objected_is_stated_in_each() {
    let mut objected = file(5, Origin::Hub, "2020-02-01T10:00:00Z", "2020-03-01T10:00:00Z");
    objected.counting = Counting::Objected;
    let mut dated = file(6, Origin::Infoline, "2020-02-01T10:00:00Z", "2020-03-01T10:00:00Z");
    let band = |on: &str, odyssey| Some(DiagnosisFact { on: on.parse().expect("a day"), odyssey });
    dated.diagnosis = band("2020-05-01", Coded::Is(OdysseyBand::OneToFive));
    let mut elsewhere = dated.clone();
    elsewhere.person = 7;
    elsewhere.diagnosis = band("2019-12-01", Coded::NotTold);
    objected.diagnosis = band("2018-12-01", Coded::Is(OdysseyBand::OneToFive));
    let facts = Facts {
        files: vec![
            file(4, Origin::Hub, "2020-02-01T10:00:00Z", "2020-03-01T10:00:00Z"),
            file(4, Origin::Infoline, "2020-02-01T10:00:00Z", "2020-03-01T10:00:00Z"),
            objected,
            dated,
            elsewhere,
        ],
        ..Facts::default()
    };
    let made = open_report(&facts, "2020", "2021-01-15T00:00:00Z");
    let both = ["cell.active", "hub.active", "cell.records", "hub.records"];
    assert_eq!(both.map(|figure| total(&made, figure, "2020")), [Some(3), Some(1), Some(3), Some(2)]);
    assert_eq!(row(&made, "hub.records", "2020", "objected"), Some(1));
    let notes = &made.report.table("hub.records", period("2020")).expect("a table").notes;
    assert!(notes.contains(&Note::LeftOut { n: Some(1) }));
    assert_eq!(row(&made, "cell.diagnosis", "2020", "1-5"), Some(1));
    let counted = ["2020-Q1", "2020-Q2", "2019"].map(|text| total(&made, "cell.diagnosis", text));
    assert_eq!(counted, [Some(0), Some(1), Some(1)]);
    assert_eq!(row(&made, "cell.diagnosis", "2019", "not-told"), Some(1), "stated, not guessed");
    let before = open_report(&facts, "2018", "2021-01-15T00:00:00Z");
    let of = |word| row(&before, "cell.diagnosis", "2018", word);
    assert_eq!((of("objected"), of("1-5")), (Some(1), Some(0)), "left out, and said so");
}

#[test]
fn figures_as_of_then_and_as_of_now_are_both_right() {
    let happened = |kind: &str, detail: &str, when: &str| Happened {
        kind: kind.into(),
        detail: detail.into(),
        at: at(when),
    };
    let codes = |age: &str| Codes {
        mode: "mail".into(),
        age: age.into(),
        needs: vec!["information".into()],
        ..Codes::default()
    };
    let history = EnquiryHistory {
        received_at: at("2020-03-02T10:00:00Z"),
        known_at: at("2020-03-02T10:00:00Z"),
        requester: 1,
        person: 1,
        codes: codes("under-12"),
        outcome: String::new(),
        objected_at: None,
        events: vec![
            happened("reply", "", "2020-03-03T10:00:00Z"),
            happened("close", "oriented", "2020-03-05T10:00:00Z"),
            happened("revised", &codes("adult").to_string(), "2020-04-01T10:00:00Z"),
            happened("revised", &codes("12-18").to_string(), "2020-05-01T10:00:00Z"),
            happened("reopen", "", "2020-06-01T10:00:00Z"),
        ],
    };
    let then = |when: &str| history.as_of(at(when), &mut Words::default());
    assert_eq!(then("2020-03-02T09:59:59Z"), None, "nobody knew of it");
    let first = then("2020-03-02T10:00:00Z").expect("known");
    assert_eq!(
        (first.age, first.replied_at, first.outcome),
        (Coded::Is(AgeBand::Adult), None, Coded::NotTold)
    );
    let closed = then("2020-03-31T00:00:00Z").expect("known");
    assert_eq!((closed.age, closed.outcome), (Coded::Is(AgeBand::Adult), Coded::Is(Outcome::Oriented)));
    assert_eq!(then("2020-04-15T00:00:00Z").expect("known").age, Coded::Is(AgeBand::From12To18));
    let now = then("2021-01-01T00:00:00Z").expect("known");
    assert_eq!((now.age, now.outcome), (Coded::Is(AgeBand::Under12), Coded::NotTold));
}

#[test]
fn a_correction_of_who_brought_somebody_changes_the_figure_from_then_on() {
    let happened = |kind: &str, detail: &str, when: &str| Happened {
        kind: kind.into(),
        detail: detail.into(),
        at: at(when),
    };
    let history = FileHistory {
        person: 1,
        objected_at: None,
        origin: "psychosocial-service".into(),
        brought_by: "psychosocial-coordinator".into(),
        received_at: at("2020-01-10T10:00:00Z"),
        place: Word::NOT_TOLD,
        network: Word::NOT_TOLD,
        steps: Vec::new(),
        referrals: Vec::new(),
        events: vec![
            happened("accept", "", "2020-01-11T10:00:00Z"),
            happened("contact", "", "2020-02-11T10:00:00Z"),
            happened("diagnosis-dated", "2020-02 5-more", "2020-03-01T10:00:00Z"),
            happened("diagnosis-dated", "2020-01 -", "2020-06-02T10:00:00Z"),
            happened("diagnosis-dated", "", "2020-07-02T10:00:00Z"),
            happened("brought-by-corrected", "psychosocial-coordinator listener", "2020-06-01T10:00:00Z"),
            happened("close", "reached", "2020-07-01T10:00:00Z"),
        ],
    };
    let then = |when: &str| history.as_of(at(when)).expect("there");
    assert_eq!(then("2020-05-01T00:00:00Z").brought_by, Coded::Is(BroughtBy::Listener));
    let diagnosis = |when: &str| then(when).diagnosis.map(|one| (one.on.to_string(), one.odyssey));
    assert_eq!(diagnosis("2020-02-20T00:00:00Z"), None);
    let first = ("2020-02-01".to_owned(), Coded::Is(OdysseyBand::FiveAndMore));
    assert_eq!(diagnosis("2020-03-02T00:00:00Z"), Some(first));
    assert_eq!(diagnosis("2020-06-03T00:00:00Z"), Some(("2020-01-01".to_owned(), Coded::NotTold)));
    assert_eq!(diagnosis("2020-08-01T00:00:00Z"), None, "taken back");
    let later = then("2020-08-01T00:00:00Z");
    assert_eq!(later.brought_by, Coded::Is(BroughtBy::Psychosocial));
    assert_eq!(
        (later.state, later.follow_up.open[0].until),
        (Coded::Is(FileState::Closed), Some(at("2020-07-01T10:00:00Z")))
    );
    assert_eq!(history.as_of(at("2020-01-01T00:00:00Z")), None);
}

#[test]
fn the_same_facts_give_the_same_bytes_and_one_more_request_gives_others() {
    let mut facts = of((1..=30).map(|n| enquiry("2020-05-04T10:00:00Z", n)).collect());
    let bytes = |facts: &Facts| {
        canonical(&open_report(facts, "2020", "2021-01-15T00:00:00Z").report).expect("written")
    };
    let first = bytes(&facts);
    facts.enquiries.reverse();
    assert_eq!(bytes(&facts), first, "the order of records does not matter");
    facts.enquiries.push(enquiry("2020-05-05T10:00:00Z", 31));
    assert_ne!(bytes(&facts), first);
}

#[test]
fn behind_each_number_stand_as_many_records_as_it_says() {
    let mut enquiries: Vec<EnquiryFact> = (0..40)
        .map(|n| enquiry(if n % 3 == 0 { "2020-05-04T10:00:00Z" } else { "2020-01-06T10:00:00Z" }, n % 25))
        .collect();
    enquiries[3].counting = Counting::Double;
    enquiries[4].age = Coded::Foreign;
    enquiries[5].outcome = Coded::Is(Outcome::Oriented);
    let mut facts = of(enquiries);
    let mut objected = file(9, Origin::Hub, "2019-11-10T10:00:00Z", "2020-01-20T10:00:00Z");
    objected.counting = Counting::Objected;
    facts.files = vec![
        objected,
        file(1, Origin::Infoline, "2020-01-10T10:00:00Z", "2020-03-01T10:00:00Z"),
        file(2, Origin::Hub, "2019-11-10T10:00:00Z", "2020-01-20T10:00:00Z"),
    ];
    let office = infoline();
    let as_of = at("2021-01-15T00:00:00Z");
    let setting = Setting { office: &office, follow_up: FollowUpRule::default(), as_of };
    let mut looked_at = 0;
    let (ledger, whole) = (laid_out(&facts, &setting), Scope::default());
    for table in ledger.tables(whole, period("2020-H1"), &setting) {
        for row in table.rows.iter().filter(|_| table.figure.id != "infoline.contacts") {
            let found = match ledger.behind(whole, table.period, &setting, table.figure, Some(row.category)) {
                Some(
                    Behind::Enquiries(found)
                    | Behind::Unmet(found)
                    | Behind::Files(found)
                    | Behind::Meetings(found)
                    | Behind::Referrals(found),
                ) => found,
                None => continue,
            };
            assert_eq!(found.len() as u64, row.count.n, "{} {}", table.figure.id, row.category);
            looked_at += row.count.n;
        }
    }
    assert!(looked_at > 300, "{looked_at}");
    let none = ledger.behind(whole, period("2020"), &setting, &definition::AGE, Some("old"));
    assert_eq!(none, None, "no such row");
    assert_eq!(ledger.behind(whole, period("2020"), &setting, &definition::HUB_REFERRED, None), None);
}

#[test]
fn groups_count_what_the_whole_counts_and_a_part_is_looked_at_alone() {
    let mut facts = of((0..12).map(|n| enquiry("2020-05-04T10:00:00Z", n)).collect());
    let (lung, esch) = (facts.words.put("ern-lung"), facts.words.put("LU/esch"));
    for one in &mut facts.enquiries[..5] {
        one.network = lung;
        one.place = esch;
        one.outcome = Coded::Is(Outcome::Oriented);
    }
    facts.enquiries.push(EnquiryFact { network: lung, ..enquiry("2020-02-04T10:00:00Z", 50) });
    facts.enquiries.sort_by_key(|one| one.received_at);
    let office = infoline();
    let setting =
        Setting { office: &office, follow_up: FollowUpRule::default(), as_of: at("2020-08-15T00:00:00Z") };
    let (ledger, whole) = (laid_out(&facts, &setting), Scope::default());
    let by = ledger.groups(whole, By::Network, period("2020-Q2"), &setting);
    assert_eq!((by[&lung].requests, by[&lung].before, by[&lung].oriented(), by[&lung].open()), (5, 1, 5, 0));
    assert_eq!((by[&Word::NOT_TOLD].requests, by[&Word::NOT_TOLD].open()), (7, 7));
    let scope = Scope::read(&facts.words, "LU/esch", "").expect("known");
    let part = ledger.tables(scope, period("2020-Q2"), &setting);
    let requests = part.iter().find(|table| table.figure.id == "infoline.records").expect("a table");
    assert_eq!(requests.count("counted"), Some(5));
    assert_eq!(Scope::read(&facts.words, "XX", ""), Err(UnknownWord), "stated, never an empty page");
    let months = ledger.monthly(whole, &office, "2020-06-30".parse().expect("a day"), 4);
    assert_eq!(months.requests, [0, 0, 12, 0]);
    assert_eq!((months.by_network[&lung].as_slice(), months.recorded), (&[0, 0, 5, 0][..], 4));
}

/// The names that a JSON value has, at every depth.
fn names(value: &serde_json::Value, at: &str, into: &mut std::collections::BTreeSet<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (name, value) in map {
                into.insert(format!("{at}{name}"));
                names(value, &format!("{at}{name}."), into);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|one| names(one, at, into)),
        _ => {}
    }
}

#[test]
fn the_form_of_a_report_is_that_of_its_name_and_reads_back() {
    let mut soon = enquiry("2020-11-20T15:30:00Z", 1);
    soon.replied_at = Some(at("2020-11-23T09:00:00Z"));
    let made = open_report(&of(vec![soon]), "2020", "2021-01-15T00:00:00Z");
    let text = canonical(&made.report).expect("written");
    let mut found = std::collections::BTreeSet::new();
    names(&serde_json::from_str(&text).expect("JSON"), "", &mut found);
    // Programs of others read this. Whoever changes it writes another name into `FORMAT`.
    let expected = "as_of before definitions definitions.id definitions.unit definitions.version follow_up \
        follow_up.contact_days follow_up.overdue_days follow_up.referral_carries format is_fictitious \
        is_for_publication period protection protection.counts protection.earlier_editions protection.hidden rounding \
        standing tables tables.figure tables.notes tables.notes.n tables.notes.says tables.overlaps tables.period tables.rows \
        tables.rows.category tables.rows.is_left_out tables.rows.n tables.rows.percent tables.total tables.waiting \
        tables.waiting.median tables.waiting.ninth_decile threshold without_source zone";
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>().join(" "), expected);
    assert_eq!(made.report.format, "ariane report 1");
    assert_eq!(serde_json::from_str::<Report>(&text).expect("a report"), made.report);
}
