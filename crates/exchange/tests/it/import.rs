//! CSV files with their mappings: what is taken, what is refused, and that every row is found again.

use ariane_domain::enquiry::Outcome;
use ariane_domain::enquiry::form::Answer;
use ariane_exchange::import::{Import, ImportFault, PastEnquiry};
use ariane_exchange::mapping::{Mapping, MappingFault};
use ariane_exchange::report::{Count, Report};
use ariane_knowledge::starter::enquiry_form;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// A stand-in for the keyed hash: the sum of two unlike polynomials, enough to tell test rows apart.
pub fn fingerprint(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    for (seed, half) in [(31_u128, 0), (1_000_003, 16)] {
        let sum = bytes
            .iter()
            .fold(seed, |sum, byte| sum.wrapping_mul(0x0100_0000_01b3).wrapping_add((*byte).into()));
        out[half..half + 16].copy_from_slice(&sum.to_be_bytes());
    }
    out
}

pub fn run_known(
    bytes: &[u8],
    mapping: &str,
    known: &BTreeSet<[u8; 32]>,
) -> Result<(Vec<PastEnquiry>, Report), ImportFault> {
    let mapping = Mapping::parse(mapping).expect("a mapping");
    let import = Import {
        mapping: &mapping,
        forms: &enquiry_form::forms(),
        zone: chrono_tz::Tz::Europe__Luxembourg,
        today: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"),
        fingerprint: &fingerprint,
        is_known: &|print| known.contains(print),
    };
    let mut taken = Vec::new();
    let report = import.run(bytes, &mut |record| {
        taken.push(record);
        ControlFlow::Continue(())
    })?;
    assert!(report.balances(), "{report}");
    Ok((taken, report))
}

pub fn run(bytes: &[u8], mapping: &str) -> Result<(Vec<PastEnquiry>, Report), ImportFault> {
    run_known(bytes, mapping, &BTreeSet::new())
}

pub const MAPPING: &str = r#"
form = 1
expected = { rows = 4, "age-band=adult" = 2 }
[[column]]
name = "Date"
field = "received-on"
[[column]]
name = "Heure"
field = "received-time"
[[column]]
name = "Âge"
field = "age-band"
values = { "Enfant <12" = "under-12", "Adulte" = "adult" }
empty = "unknown"
[[column]]
name = "Mode"
field = "entry-mode"
values = { "tél." = "phone" }
[[column]]
name = "Nature"
field = "needs"
values = { "Soutien psychologique" = "psychological-support", "École" = "school-work/school" }
[[column]]
name = "Nom"
field = "name"
[[column]]
name = "Issue"
field = "outcome"
values = { "répondu" = "answered" }
[[column]]
name = "Remarques"
ignore = true
"#;

const FILE: &str = "Date;Heure;Âge;Mode;Nature;Nom;Issue;Remarques
02/03/2020;9h30;Adulte;tel;Soutien psychologique;Personne Fictive 001;Répondu;x
02/03/2020;;enfant <12;mail;Ecole; information ;;
03/03/2020;;;mail;Ecole | information;;;
04/03/2020;;ADULTE;mail;;;;
Total;;2;;;;;
";

#[test]
fn rows_become_records_and_the_report_finds_each() {
    let file = FILE.replace(" information ;;", "Fictive 002;;");
    let (taken, report) = run(file.as_bytes(), MAPPING).expect("a report");
    assert_eq!((report.read, report.taken, report.refused, report.sums.len()), (5, 4, 0, 1), "{report}");
    let first = &taken[0];
    assert_eq!(first.received_at.to_rfc3339(), "2020-03-02T08:30:00+00:00");
    assert!(first.time_is_known && !taken[1].time_is_known);
    assert_eq!(taken[1].received_at.to_rfc3339(), "2020-03-02T11:00:00+00:00");
    assert_eq!(first.answers["entry-mode"], Answer::Choice("phone".into()));
    assert_eq!(first.outcome, Some(Outcome::Answered));
    assert_eq!(first.contact.name, "Personne Fictive 001");
    assert_eq!(
        taken[2].answers["needs"],
        Answer::Multi(vec!["information".into(), "school-work/school".into()])
    );
    assert_eq!(taken[2].answers["age-band"], Answer::Choice("unknown".into()));
    assert!(report.as_expected(), "{report}");
    assert_eq!(report.totals["age-band"]["adult"], Count { in_file: 2, taken: 2, refused: 0, doubles: 0 });
}

#[test]
fn a_wrong_row_is_refused_whole_and_says_what_to_write() {
    let file = "Date;Heure;Âge;Mode;Nature;Nom;Issue;Remarques\n31/02/2020;;Greis;fax;;Fictive Secrète;perdu;\n02/03/2020;;Adulte;mail;;;;\n";
    let (taken, report) = run(file.as_bytes(), MAPPING).expect("a report");
    assert_eq!(taken.len(), 1);
    let columns: Vec<&str> = report.faults.iter().map(|fault| fault.column.as_str()).collect();
    assert_eq!(columns, ["Date", "Âge", "Mode", "Issue"]);
    assert!(report.faults.iter().all(|fault| fault.row == 2));
    assert!(report.faults[0].instead.contains("31/12/2020"));
    assert!(report.faults[1].instead.contains("under-12, 12-18, adult, unknown"));
    assert!(!report.as_expected());
    let shown = format!("{report}{:?}{taken:?}", report.faults);
    for secret in ["Secrète", "Greis", "fax", "perdu"] {
        assert!(!shown.contains(secret), "{secret} is repeated");
    }
}

#[test]
fn a_file_imported_twice_is_taken_once_and_equal_rows_count_each() {
    let file = "Date;Heure;Âge;Mode;Nature;Nom;Issue;Remarques\n02/03/2020;;Adulte;mail;;;;a\n02/03/2020;;Adulte;mail;;;;b\n";
    let (taken, report) = run(file.as_bytes(), MAPPING).expect("a report");
    assert_eq!((report.taken, report.alike), (2, 1));
    let known = taken.iter().map(|record| record.fingerprint).collect();
    let longer = format!("{file}02/03/2020;;Adulte;mail;;;;c\n05/03/2020;;Adulte;mail;;;;\n");
    let (taken, report) = run_known(longer.as_bytes(), MAPPING, &known).expect("a report");
    assert_eq!((taken.len(), report.doubles), (2, 2), "{report}");
    assert_eq!(report.totals["age-band"]["adult"].doubles, 2);
}

#[test]
fn days_outside_reason_are_refused() {
    let row = |day: &str| {
        let file = format!("Date;Heure;Âge;Mode;Nature;Nom;Issue;Remarques\n{day};;Adulte;mail;;;;\n");
        run(file.as_bytes(), MAPPING).expect("a report").1.faults
    };
    assert!(row("22/11/2026").is_empty());
    assert!(row("23/11/2026")[0].instead.contains("future"));
    assert!(row("01/01/1970")[0].instead.contains("1980"));
    assert!(row("")[0].instead.contains("day on which"));
}

#[test]
fn content_without_a_header_refuses_the_row() {
    let file = "Date;Heure;Âge;Mode;Nature;Nom;Issue;Remarques\n02/03/2020;;Adulte;mail;;;;;x\n";
    let (_, report) = run(file.as_bytes(), MAPPING).expect("a report");
    assert!(report.faults[0].instead.contains("column 9"), "{report}");
}

#[test]
fn headers_that_do_not_fit_stop_the_import() {
    let twice = "Date;Date;Heure;Âge;Mode;Nature;Nom;Issue;Remarques\n";
    let Err(ImportFault::Mapping(faults)) = run(twice.as_bytes(), MAPPING) else { panic!("refused") };
    assert_eq!(faults, [MappingFault::HeaderTwice("Date".into())]);
    let more = "Date;Heure;Âge;Mode;Nature;Nom;Issue;Remarques;Diagnostic\n";
    assert!(matches!(run(more.as_bytes(), MAPPING), Err(ImportFault::Mapping(_))));
    assert!(matches!(run(b"", MAPPING), Err(ImportFault::Table(_))));
}

#[test]
fn an_empty_table_is_taken_as_it_is() {
    let file = "Date;Heure;Âge;Mode;Nature;Nom;Issue;Remarques\n";
    let (taken, report) = run(file.as_bytes(), MAPPING).expect("a report");
    assert!(taken.is_empty());
    assert_eq!(report.read, 0);
}

#[test]
fn windows_1252_with_commas_and_utf_16_with_tabs_read_alike() {
    let text = FILE.replace(" information ;;", "Fictive 002;;");
    let windows: Vec<u8> =
        text.replace(';', ",").chars().map(|c| u8::try_from(u32::from(c)).expect("latin")).collect();
    let utf_16: Vec<u8> = text.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let expected = run(text.as_bytes(), MAPPING).expect("a report").0;
    assert_eq!(run(&windows, MAPPING).expect("a report").0, expected);
    assert_eq!(run(&utf_16, MAPPING).expect("a report").0, expected);
}

#[test]
fn marks_ages_and_fallbacks_are_read() {
    let mapping = r#"
form = 1
constants = { entry-mode = "mail" }
[[column]]
name = "Reçu"
field = "received-on"
date_format = "%Y%m%d"
[[column]]
name = "Age"
field = "age-band"
ages = true
[[column]]
name = "Info"
field = "needs"
mark = "information"
[[column]]
name = "Rembt"
field = "needs"
mark = "reimbursement"
[[column]]
name = "Pays"
field = "residence"
otherwise = "XK"
[[column]]
name = "Interprète"
field = "interpreter"
"#;
    let file = "Reçu;Age;Info;Rembt;Pays;Interprète\n20200302;11;x;0;lu;oui\n20200303;17;X;x;Atlantide;\n20200304;131;;;;peut-être\n";
    let (taken, report) = run(file.as_bytes(), mapping).expect("a report");
    assert_eq!(taken[0].answers["needs"], Answer::Multi(vec!["information".into()]));
    assert_eq!(taken[0].answers["age-band"], Answer::Choice("under-12".into()));
    assert_eq!(taken[0].answers["residence"], Answer::Choice("LU".into()));
    assert_eq!(taken[0].answers["interpreter"], Answer::YesNo(true));
    assert_eq!(report.totals["entry-mode"]["mail"].taken, 2);
    assert_eq!(taken[1].answers["needs"].codes().len(), 2);
    assert_eq!(taken[1].answers["residence"], Answer::Choice("XK".into()));
    assert_eq!(report.refused, 1);
    let columns: Vec<&str> = report.faults.iter().map(|fault| fault.column.as_str()).collect();
    assert_eq!(columns, ["Age", "Interprète"]);
}

#[test]
fn an_import_can_be_ended_by_its_caller() {
    let mapping = Mapping::parse(MAPPING).expect("a mapping");
    let forms = enquiry_form::forms();
    let import = Import {
        mapping: &mapping,
        forms: &forms,
        zone: chrono_tz::Tz::UTC,
        today: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"),
        fingerprint: &fingerprint,
        is_known: &|_| false,
    };
    let report = import.run(FILE.as_bytes(), &mut |_| ControlFlow::Break(())).expect("a report");
    assert_eq!(report.read, 1);
}
