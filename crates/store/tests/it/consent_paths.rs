//! Every way to what rests on an agreement, listed from the code itself, and walked at random: nothing is read without an agreement that
//! counts (F83). A function of the store that is added without one of these fails here.

use crate::cell::{medical, write};
use crate::consents::take;
use crate::dossiers::seen as dossier_seen;
use crate::engines::both;
use crate::office::at;
use crate::panel_house::{DAY, case, fetches, open, prepare, sees};
use crate::referrals::{paths, towards, under_way};
use ariane_domain::access::grant::{Grant, JoinFamilies, ShareForPanel};
use ariane_domain::access::{Action, Refusal, policy};
use ariane_domain::consent::{ASKED, GivenBy, Means};
use ariane_domain::purpose::Purpose;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::outbox::Outgoing;
use chrono::{NaiveDate, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Functions that need a grant for a purpose that is asked for, and where each is tried without an agreement. What changes something takes
/// the same grant as what reads: where the grant is refused, there is nothing to call it with.
const GATED: &[(&str, &str)] = &[
    ("answer_for_family", "families"),
    ("answer_in_panel", "panels"),
    ("answer_invitation", "panel_ends"),
    ("answer_referral", "referrals"),
    ("approve_dossier", "dossiers"),
    ("begin_dossier", "dossiers"),
    ("begin_panel", "panels"),
    ("close_panel", "panels"),
    ("decide_panel", "panels"),
    ("draft_advice", "panels"),
    ("drop_dossier", "dossiers"),
    ("encode_for_linkage", "linkage"),
    ("end_seat", "panel_ends"),
    ("extend_panel", "panel_checks"),
    ("families_agreed", "families"),
    ("family_contacts", "consent_paths"),
    ("fetch_as_expert", "consent_paths"),
    ("fetch_dossier", "consent_paths"),
    ("file_panel_outcome", "panel_filed"),
    ("invite_expert", "panels"),
    ("issue_expert_code", "panels"),
    ("issue_referral_code", "referrals"),
    ("let_lead", "panels"),
    ("name_expert", "panels"),
    ("note_cpms", "panels"),
    ("note_linked", "linkage"),
    ("numbers_behind", "linkage"),
    ("open_panel", "panels"),
    ("panels_under_way", "panel_ends"),
    ("propose_contact", "families"),
    ("read_as_expert", "consent_paths"),
    ("read_dossier", "consent_paths"),
    ("read_panel", "consent_paths"),
    ("read_referral", "consent_paths"),
    ("read_referral_document", "consent_paths"),
    ("record_outcome", "panels"),
    ("remind_experts", "panel_reminders"),
    ("renew_referral_link", "referral_checks"),
    ("send_referral", "referrals"),
    ("tell_panel", "panels"),
    ("thank_experts", "consent_paths"),
    ("validate_panel_access", "panel_checks"),
    ("validate_panel_case", "panels"),
    ("vote_as_expert", "panels"),
    ("withdraw_panel", "panels"),
    ("write_as_expert", "panels"),
    ("write_dossier", "dossier_enclosures"),
];

/// Functions that need no grant: each gives facts for the policy, codes and numbers, a job's own work, or asks the policy itself.
const WITHOUT_GRANT: &[&str] = &[
    "absences",
    "acknowledge",
    "attendance_facts",
    "begin",
    "card_standing",
    "carry_out",
    "case_by_number",
    "case_facts",
    "case_numbered",
    "case_of_handover",
    "commit",
    "dossier_facts",
    "dossier_gate",
    "doubles_of",
    "due_erasures",
    "emergency_facts",
    "end_at_majority",
    "end_outgoing",
    "enqueue_to_staff",
    "enquiry_facts",
    "enquiry_number",
    "enquiry_numbered",
    "enquiry_of_message",
    "enquiry_of_number",
    "enquiry_of_token",
    "enquiry_version",
    "enter_by_link",
    "expert_facts",
    "finish_erasures",
    "guidelines_in_force",
    "handover_facts",
    "handovers_open",
    "learned_waiting",
    "lease_outgoing",
    "leave_link",
    "link_of",
    "link_of_token",
    "linked_records",
    "log_event",
    "log_refusals",
    "meeting_facts",
    "note_facts",
    "notes_of",
    "number_of_enquiry",
    "open_panels",
    "opened_by_session",
    "outbox_state",
    "panel_facts",
    "panel_job",
    "procedures_kept",
    "procedures_mark",
    "rcp_facts",
    "read_listed_case",
    "read_listed_document",
    "referral_facts",
    "referral_reading_facts",
    "referral_sending_facts",
    "refresh_follow_up",
    "resume_files",
    "roster",
    "sent_facts",
    "service_facts",
    "step_facts",
    "take_deletions",
    "take_panel_deletions",
    "taken_in",
    "template_versions",
    "templates",
];

/// A function of the store: name, and the grants that it takes, by type.
type Function = (String, BTreeSet<String>);

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the crate") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path, into),
            false => into.push(path),
        }
    }
}

/// Every public asynchronous method below `records/`, as the code has it now.
fn functions() -> Vec<Function> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/records"), &mut files);
    let mut all = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source");
        for found in text.split("\n    pub async fn ").skip(1) {
            let head = found.split(" {\n").next().unwrap_or_default();
            let name = head.split(['(', '<']).next().unwrap_or_default();
            let taken = head.split("&Grant<").skip(1).filter_map(|rest| rest.split('>').next());
            let taken = taken.map(|one| match one {
                // Any of the three ways in which a dossier leaves.
                "A" if head.contains("A: Share") => "ShareForPanel".to_owned(),
                other => other.rsplit("::").next().unwrap_or(other).to_owned(),
            });
            all.push((name.to_owned(), taken.collect()));
        }
    }
    assert!(all.len() > 200, "the pattern finds what there is: {}", all.len());
    all
}

/// Types of grants for a purpose that is asked for. Coordination is left out: each page of the cell serves it, a grant for one file is
/// refused without (`domain/src/access/policy/tests.rs`), and what lists and sessions open is tried in `coordination`.
fn asked() -> BTreeSet<String> {
    let is_asked = |purpose| purpose != Purpose::Coordination && ASKED.contains(&purpose);
    let asked = Action::ALL.iter().filter(|action| is_asked(policy::purpose(**action)));
    asked.map(|action| format!("{action:?}")).collect()
}

#[test]
fn every_function_for_a_purpose_that_is_asked_is_known_and_tried() {
    let asked = asked();
    let gated = functions().into_iter().filter(|(_, grants)| !grants.is_disjoint(&asked));
    let found: BTreeSet<String> = gated.map(|(name, _)| name).collect();
    let known: BTreeMap<&str, &str> = GATED.iter().copied().collect();
    for name in &found {
        let tried = known.get(name.as_str()).copied();
        let tried = tried
            .unwrap_or_else(|| panic!("{name} is new: try it without an agreement, and name where in GATED"));
        let test = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/{tried}.rs"));
        let text = std::fs::read_to_string(&test).unwrap_or_default();
        let house = ["panel_house", "referrals", "dossiers"].map(|one| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/{one}.rs"));
            std::fs::read_to_string(path).unwrap_or_default()
        });
        let is_called = std::iter::once(&text).chain(&house).any(|text| text.contains(&format!(".{name}(")));
        assert!(is_called, "{name} is tried in no test: {tried}");
    }
    let gone: Vec<&&str> = known.keys().filter(|name| !found.contains(**name)).collect();
    assert!(gone.is_empty(), "no function any more: {gone:?}");
}

#[test]
fn a_function_of_the_store_needs_a_grant_or_is_known_to_need_none() {
    let found = functions().into_iter().filter(|(_, grants)| grants.is_empty());
    let found: BTreeSet<String> = found.map(|(name, _)| name).collect();
    let known: BTreeSet<String> = WITHOUT_GRANT.iter().map(|name| (*name).to_owned()).collect();
    let new: Vec<_> = found.difference(&known).collect();
    assert!(new.is_empty(), "without a grant: let the policy decide who may call {new:?}");
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(gone.is_empty(), "no function any more: {gone:?}");
}

/// SplitMix64: the same walk each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }
}

/// An agreement as a reader of the papers knows it.
struct Paper {
    id: Uuid,
    purpose: Purpose,
    until: NaiveDate,
    stands: bool,
}

fn counts(papers: &[Paper], purpose: Purpose, day: NaiveDate) -> bool {
    papers.iter().any(|one| one.purpose == purpose && one.stands && day <= one.until)
}

async fn give(records: &Records, file: Uuid, purpose: Purpose, minute: i64, days: i64) -> Paper {
    let from = at(minute).date_naive();
    let until = from + TimeDelta::days(days);
    let towards = match purpose {
        Purpose::Transfer => towards("crmr-imaginaire"),
        _ => Towards::Everybody,
    };
    let signed = Some(Signed { by: GivenBy::Person, parents: None, from, until });
    let new = NewConsent { purpose, towards, signed, text: String::new() };
    Paper { id: take(records, file, minute, new).await.expect("taken"), purpose, until, stands: true }
}

/// Whether each path lets through, at a moment: those of a panel, the dossier, those of a referral.
async fn walked(
    records: &Records,
    (panel, seat, file, dossier, referral): (Uuid, Uuid, Uuid, Uuid, Uuid),
    minute: i64,
) -> ([bool; 3], bool, [bool; 2]) {
    let expert = sees(records, seat, minute).await.is_ok_and(|view| !view.fhir.is_empty());
    let fetched = fetches(records, seat, minute).await.is_some();
    let mut work = records.begin(at(minute)).await.expect("begun");
    let house = prepare(&mut work, &medical(), panel).await;
    let house = match &house {
        Ok(grant) => work.read_panel(grant).await.is_ok(),
        Err(_) => false,
    };
    work.commit().await.expect("kept");
    let of_dossier = dossier_seen::<ShareForPanel>(records, &medical(), (file, dossier), minute).await;
    let [read, _, answered] = paths(records, referral, Uuid::from_u128(9), minute).await;
    ([expert, fetched, house], of_dossier.is_ok_and(|one| one.is_ok()), [read.is_ok(), answered.is_ok()])
}

#[tokio::test]
async fn over_any_sequence_no_path_reads_what_nobody_agrees_to() {
    let mut both_ways = [[0; 2]; 2];
    for seed in 1..=3 {
        for engine in both().await {
            let records = engine.records().await;
            let one = case(&records).await;
            let all = open(&records, &one, 20).await;
            let mut papers = vec![
                Paper { id: one.consent, purpose: Purpose::Panel, until: NaiveDate::MAX, stands: true },
                give(&records, one.file, Purpose::Transfer, 16, 2).await,
            ];
            let referral = under_way(&records, one.file, "crmr-imaginaire", 60, 17).await;
            let ids = (all.id, all.expert, one.file, one.dossier, referral);
            // What a withdrawal ended stays ended: another agreement begins it anew and does not bring it back.
            let (mut panel_ended, mut referral_ended) = (false, false);
            let (mut chance, mut minute) = (Chance(20_261_124 + seed), 20);
            for step in 0..14 {
                minute += 1;
                match chance.below(4) {
                    0 => minute += i64::try_from(chance.below(2)).expect("small") * DAY,
                    1 => {
                        let standing: Vec<usize> =
                            (0..papers.len()).filter(|at| papers[*at].stands).collect();
                        if !standing.is_empty() {
                            let which = standing
                                [usize::try_from(chance.below(standing.len() as u64)).expect("small")];
                            let mut work = records.begin(at(minute)).await.expect("begun");
                            let grant = write(&mut work, &medical(), one.file).await;
                            work.withdraw_consent(&grant, papers[which].id, 1, Means::Spoken)
                                .await
                                .expect("taken back");
                            work.commit().await.expect("kept");
                            papers[which].stands = false;
                            let day = at(minute).date_naive();
                            match papers[which].purpose {
                                Purpose::Panel => panel_ended |= !counts(&papers, Purpose::Panel, day),
                                _ => referral_ended |= !counts(&papers, Purpose::Transfer, day),
                            }
                        }
                    }
                    _ => {
                        let purpose = if chance.below(2) == 0 { Purpose::Panel } else { Purpose::Transfer };
                        let days = i64::try_from(chance.below(3)).expect("small");
                        papers.push(give(&records, one.file, purpose, minute, days).await);
                    }
                }
                let day = at(minute).date_naive();
                let (panel, transfer) =
                    (counts(&papers, Purpose::Panel, day), counts(&papers, Purpose::Transfer, day));
                let (of_panel, of_dossier, of_referral) = walked(&records, ids, minute).await;
                let case = panel && !panel_ended;
                let said = format!("{}, seed {seed}, step {step}", engine.name);
                assert_eq!(of_panel, [case, case, panel], "{said}");
                assert_eq!(of_dossier, panel, "{said}");
                assert_eq!(of_referral, [transfer && !referral_ended; 2], "{said}");
                both_ways[0][usize::from(panel)] += 1;
                both_ways[1][usize::from(transfer)] += 1;
            }
        }
        assert!(
            both_ways.as_flattened().iter().all(|times| *times > 5),
            "the walk shows both: {both_ways:?}"
        );
    }
}

#[tokio::test]
async fn contacts_with_families_and_thanks_to_experts_stand_on_an_agreement_too() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        let family = give(&records, one.file, Purpose::FamilyContact, 16, 5).await;
        for (minute, agreed) in [(17, true), (18, false)] {
            if !agreed {
                let mut work = records.begin(at(minute)).await.expect("begun");
                let grant = write(&mut work, &medical(), one.file).await;
                for id in [family.id, one.consent] {
                    work.withdraw_consent(&grant, id, 1, Means::Spoken).await.expect("taken back");
                }
                work.commit().await.expect("kept");
            }
            let mut work = records.begin(at(minute)).await.expect("begun");
            let facts = work.case_facts(OWN_CONTROLLER, one.file).await.expect("facts");
            let contacts: Result<Grant<JoinFamilies>, Refusal> = work.grant(&medical(), facts);
            assert_eq!(contacts.is_ok(), agreed, "{}", engine.name);
            if let Ok(grant) = contacts {
                assert!(work.family_contacts(&grant).await.expect("read").is_empty(), "{}", engine.name);
            }
            let house = prepare(&mut work, &medical(), all.id).await;
            assert_eq!(house.is_ok(), agreed, "{}", engine.name);
            if let Ok(grant) = house {
                work.thank_experts(&grant, |_, _| Outgoing::default()).await.expect("nobody read it yet");
            }
            work.commit().await.expect("kept");
        }
    }
}
