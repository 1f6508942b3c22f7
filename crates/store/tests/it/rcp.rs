//! The RCP in the store, on both engines: who is invited reads the files on the list, for a time, and nothing else.

use crate::cell::{accepted, medical, sent, social, write};
use crate::engines::both;
use crate::office::{at, grant_all, staff};
use ariane_domain::access::grant::{AttendRcp, Grant, HoldRcp, ReadCase};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::admission::{AdmissionRule, Refusal as Why};
use ariane_domain::cell::rcp::{QuorumRule, RcpAnswer, RcpState, Specialty, WhenMissing};
use ariane_domain::cell::{Origin, Reality, Track};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::open::Head;
use ariane_store::records::persons::Identity;
use ariane_store::records::rcp::advice::{TellingWay, WrittenAdvice};
use ariane_store::records::rcp::attending::ListedCase;
use ariane_store::records::rcp::participants::Participant;
use ariane_store::records::rcp::series::{SeriesRules, SeriesText};
use ariane_store::records::rcp::sessions::SessionEvent;
use ariane_store::records::{Records, Work};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

pub fn geneticist() -> Actor {
    staff(500, Role::RcpParticipant)
}

fn account(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub fn series(quorum: QuorumRule, days_after_validation: u16) -> SeriesText {
    SeriesText {
        reality: Reality::Real,
        coordinator: account(301),
        is_ended: false,
        rules: SeriesRules {
            recurrence: "{}".into(),
            quorum,
            admission: AdmissionRule { days_after_validation, days_after_meeting: 30 },
        },
        name: "Marqueurgénétique".into(),
        place: "Salle imaginaire".into(),
        link: String::new(),
    }
}

/// A session that begins two days after the tests do, of an RCP that closes files so many days after validation.
async fn session(records: &Records, quorum: QuorumRule, days: u16) -> Uuid {
    let mut work = records.begin(at(0)).await.expect("begun");
    let grant: Grant<HoldRcp> = grant_all(&work, &medical(), "rcp_series");
    let id = work.begin_series(&grant, &series(quorum, days)).await.expect("begun");
    let one = work.one_rcp_series(&grant, id).await.expect("there");
    let lasts = TimeDelta::hours(2);
    let planned = work.plan_rcp(&grant, &one, None, at(2 * DAY), lasts).await.expect("planned");
    let again = work.plan_rcp(&grant, &one, None, at(2 * DAY), lasts).await.expect("asked again");
    assert_eq!(again, planned);
    let past = work.plan_rcp(&grant, &one, None, at(-DAY), lasts).await;
    assert!(matches!(past, Err(CellError::Rule("in-past"))));
    work.commit().await.expect("kept");
    planned
}

pub async fn hold(work: &Work<'_>, who: &Actor, id: Uuid) -> Grant<HoldRcp> {
    let facts = work.rcp_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(who, facts).expect("allowed")
}

pub async fn list(records: &Records, id: Uuid, file: Uuid, minute: i64) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let (grant, case) = (hold(&work, &medical(), id).await, write(&mut work, &medical(), file).await);
    work.list_file(&grant, &case).await.expect("listed");
    work.commit().await.expect("kept");
}

pub async fn invite(records: &Records, id: Uuid, who: u128, minute: i64) -> Participant {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = hold(&work, &medical(), id).await;
    let specialty = Specialty::new("Human genetics").expect("a specialty");
    let one = work.invite_participant(&grant, account(who), &specialty).await.expect("invited");
    let twice = work.invite_participant(&grant, account(who), &specialty).await;
    assert!(matches!(twice, Err(CellError::Rule("already-invited"))));
    work.commit().await.expect("kept");
    one
}

pub async fn change(
    records: &Records,
    id: Uuid,
    minute: i64,
    event: SessionEvent,
) -> Result<RcpState, CellError> {
    let mut work = records.begin(at(minute)).await?;
    let grant = hold(&work, &medical(), id).await;
    let session = work.change_rcp(&grant, &event).await?;
    work.commit().await?;
    Ok(session.session.state)
}

/// Reads as somebody at a moment; each reading is kept with its entry in the log, or refused and logged.
pub async fn reads(
    records: &Records,
    who: &Actor,
    (id, file): (Uuid, Uuid),
    moment: DateTime<Utc>,
) -> Result<ListedCase, Refusal> {
    let mut work = records.begin(moment).await.expect("begun");
    let read = work.read_listed_case(who, id, file).await.expect("answered");
    match &read {
        Ok(_) => work.commit().await.expect("kept"),
        Err(_) => drop(work),
    }
    read
}

fn why(read: Result<ListedCase, Refusal>) -> Option<Why> {
    match read {
        Ok(_) => None,
        Err(Refusal::NotAdmitted(why)) => Some(why),
        Err(other) => panic!("{other}"),
    }
}

/// Writes head and identity, a signed analysis and a note of another track.
async fn filled(records: &Records, file: Uuid) {
    let mut work = records.begin(at(2)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let head = Head {
        question: "Marqueurquestion".into(),
        treating_doctor: "Dr Imaginaire".into(),
        ..Head::default()
    };
    let identity = Identity {
        name: "Anne Imaginaire".into(),
        mail: "marqueuradresse@example.org".into(),
        phone: "+352 000 111".into(),
        ..Identity::default()
    };
    let version = 2;
    work.change_head(&grant, version, &head, &identity).await.expect("written");
    work.write_analysis(&grant, Track::Medical, 0, "Marqueuranalyse").await.expect("written");
    work.sign_analysis(&grant, Track::Medical, 1).await.expect("signed");
    work.commit().await.expect("kept");
}

#[tokio::test]
async fn the_window_opens_with_the_invitation_and_closes_by_itself_whatever_comes_first() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Imaginaire").await;
        filled(&records, file).await;
        let other = sent(&records, "Béa Imaginaire", Origin::Hub, Reality::Real).await.id;
        let id = session(&records, QuorumRule::None, 7).await;
        let me = geneticist();
        let ask = async |file, moment| why(reads(&records, &me, (id, file), moment).await);
        assert_eq!(ask(file, at(3)).await, Some(Why::NotInvited), "{}", engine.name);
        list(&records, id, file, 10).await;
        invite(&records, id, 500, 20).await;
        assert_eq!(ask(file, at(25)).await, Some(Why::NotYet), "invitations have not gone out");
        assert_eq!(change(&records, id, 30, SessionEvent::Invite).await.expect("invited"), RcpState::Invited);
        assert_eq!(ask(file, at(30)).await, None);
        let read = reads(&records, &me, (id, file), at(31)).await.expect("open");
        assert_eq!(
            (read.name.as_str(), read.head.question.as_str()),
            ("Anne Imaginaire", "Marqueurquestion")
        );
        assert_eq!(read.medical.as_ref().map(|(text, _)| text.as_str()), Some("Marqueuranalyse"));
        let all = format!("{read:?}");
        assert!(!all.contains("marqueuradresse") && !all.contains("000 111"), "no way to reach the person");
        assert_eq!(ask(other, at(31)).await, Some(Why::NotOnList));
        assert_eq!(ask(account(77), at(31)).await, Some(Why::NotOnList), "a file that does not exist");
        let stranger = staff(501, Role::RcpParticipant);
        assert_eq!(why(reads(&records, &stranger, (id, file), at(31)).await), Some(Why::NotInvited));
        let listener = reads(&records, &staff(502, Role::Listener), (id, file), at(31)).await;
        assert_eq!(listener.err(), Some(Refusal::Role));
        // The meeting ends two hours after its beginning; thirty days later it is over, to the microsecond.
        let end = at(2 * DAY + 120) + TimeDelta::days(30);
        assert_eq!(ask(file, end - TimeDelta::microseconds(1)).await, None);
        assert_eq!(ask(file, end).await, Some(Why::Over));
        change(&records, id, 2 * DAY + 200, SessionEvent::Hold).await.expect("held");
        let mut work = records.begin(at(3 * DAY)).await.expect("begun");
        let grant = hold(&work, &medical(), id).await;
        work.write_rcp_report(&grant, 0, "Marqueurremarque").await.expect("drafted");
        work.commit().await.expect("kept");
        let early = change(&records, id, 3 * DAY, SessionEvent::Validate { read: 0 }).await;
        assert!(matches!(early, Err(CellError::Rule("not-what-was-read"))));
        change(&records, id, 3 * DAY, SessionEvent::Validate { read: 1 }).await.expect("validated");
        let end = at(3 * DAY) + TimeDelta::days(7);
        assert_eq!(ask(file, end - TimeDelta::microseconds(1)).await, None);
        assert_eq!(ask(file, end).await, Some(Why::Over));
        change(&records, id, 4 * DAY, SessionEvent::SendBack).await.expect("sent back");
        assert_eq!(ask(file, end).await, Some(Why::Over), "what ended does not come back");
        for marker in ["Marqueurremarque", "Marqueurgénétique", "Marqueurquestion", "Marqueuranalyse"] {
            assert!(engine.files_with(marker).is_empty(), "{}: {marker} is sealed", engine.name);
        }
    }
}

#[tokio::test]
async fn removal_withdrawal_and_cancellation_close_at_once() {
    for engine in both().await {
        let records = engine.records().await;
        let (one, two) =
            (accepted(&records, "Anne Imaginaire").await, accepted(&records, "Béa Imaginaire").await);
        let id = session(&records, QuorumRule::None, 7).await;
        let me = geneticist();
        let ask = async |file, minute| why(reads(&records, &me, (id, file), at(minute)).await);
        for file in [one, two] {
            list(&records, id, file, 10).await;
        }
        let invitation = invite(&records, id, 500, 20).await;
        change(&records, id, 30, SessionEvent::Invite).await.expect("invited");
        let mut work = records.begin(at(40)).await.expect("begun");
        let (grant, case) = (hold(&work, &medical(), id).await, write(&mut work, &medical(), one).await);
        let twice = work.list_file(&grant, &case).await;
        assert!(matches!(twice, Err(CellError::Rule("on-list"))));
        work.unlist_file(&grant, &case).await.expect("taken off");
        work.commit().await.expect("kept");
        assert_eq!(ask(one, 41).await, Some(Why::NotOnList), "{}", engine.name);
        assert_eq!(ask(one, 39).await, Some(Why::NotOnList), "who asked before and is answered after");
        assert_eq!(ask(two, 41).await, None);
        list(&records, id, one, 50).await;
        assert_eq!(ask(one, 51).await, None, "on the list again");
        let mut work = records.begin(at(60)).await.expect("begun");
        let grant = hold(&work, &medical(), id).await;
        let (who, was_told) = work.withdraw_participant(&grant, invitation.id).await.expect("withdrawn");
        assert_eq!((who, was_told), (account(500), true));
        assert_eq!(work.read_rcp(&grant).await.expect("read").sequence, 1, "their calendar is told more");
        work.commit().await.expect("kept");
        assert_eq!(ask(two, 60).await, Some(Why::Uninvited));
        invite(&records, id, 500, 70).await;
        assert_eq!(ask(two, 71).await, None, "invited again");
        let moved =
            SessionEvent::Move { starts_at: at(3 * DAY), place: "Autre salle".into(), link: String::new() };
        change(&records, id, 80, moved).await.expect("moved");
        change(&records, id, 90, SessionEvent::Cancel).await.expect("cancelled");
        assert_eq!(ask(two, 90).await, Some(Why::Cancelled));
        let mut work = records.begin(at(91)).await.expect("begun");
        let session = work.read_rcp(&hold(&work, &medical(), id).await).await.expect("read");
        assert_eq!((session.sequence, session.place.as_str()), (3, "Autre salle"));
        let Actor::Staff(staff) = &me else { panic!("staff") };
        let facts = work.attendance_facts(staff, id).await.expect("facts");
        let own: Grant<AttendRcp> = work.grant(&me, facts).expect("that it was cancelled is seen");
        assert!(work.own_rcp_session(&own).await.expect("seen").files.is_empty());
        let late = work.answer_rcp(&own, RcpAnswer::Comes).await;
        assert!(matches!(late, Err(CellError::Rule("not-possible"))));
    }
}

/// Validation and reading at the same moment: whoever reads after the validation was kept is refused, and what was read
/// stands in the log.
#[tokio::test]
async fn a_race_at_the_moment_of_expiry_lets_nobody_in_after_it() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Imaginaire").await;
        let id = session(&records, QuorumRule::None, 0).await;
        list(&records, id, file, 10).await;
        invite(&records, id, 500, 20).await;
        change(&records, id, 30, SessionEvent::Invite).await.expect("invited");
        change(&records, id, 2 * DAY + 200, SessionEvent::Hold).await.expect("held");
        let mut work = records.begin(at(3 * DAY)).await.expect("begun");
        let grant = hold(&work, &medical(), id).await;
        work.write_rcp_report(&grant, 0, "x").await.expect("drafted");
        work.commit().await.expect("kept");
        let me = geneticist();
        let before = at(3 * DAY) - TimeDelta::seconds(1);
        let moment = at(3 * DAY + 10) - TimeDelta::microseconds(1);
        assert!(reads(&records, &me, (id, file), before).await.is_ok());
        let validate = change(&records, id, 3 * DAY + 10, SessionEvent::Validate { read: 1 });
        let readers = async {
            let mut read = 0;
            for _ in 0..20 {
                // Asked an instant before the validation, answered whenever the store gets to it.
                read += u32::from(reads(&records, &me, (id, file), moment).await.is_ok());
            }
            read
        };
        let (validated, let_in) = tokio::join!(validate, readers);
        validated.expect("validated");
        assert_eq!(why(reads(&records, &me, (id, file), moment).await), Some(Why::Over), "{}", engine.name);
        records.log_refusals().await.expect("logged");
        let mut work = records.begin(at(4 * DAY)).await.expect("begun");
        let log = grant_all(&work, &staff(9, Role::DataProtectionOfficer), "log");
        let wanted = ariane_store::audit::read::Wanted {
            actor: Some(me.pseudonym()),
            limit: 200,
            ..Default::default()
        };
        let entries = work.access_log(&log, &wanted).await.expect("the log");
        let readings = entries.iter().filter(|one| one.action == "read-listed-case").count();
        assert_eq!(readings, usize::try_from(let_in).expect("few") + 1, "each reading, and none besides");
        let refused = entries.iter().any(|one| one.reason.contains("rcp-over"));
        assert!(refused, "{entries:?}");
    }
}

#[tokio::test]
async fn an_advice_names_who_disagrees_needs_a_physician_and_reaches_the_person_when_explained() {
    for engine in both().await {
        let records = engine.records().await;
        let (file, bare) =
            (accepted(&records, "Anne Imaginaire").await, accepted(&records, "Béa Imaginaire").await);
        filled(&records, file).await;
        let quorum = QuorumRule::Specialties { at_least: 2, when_missing: WhenMissing::Enforced };
        let id = session(&records, quorum, 7).await;
        for one in [file, bare] {
            list(&records, id, one, 10).await;
        }
        let first = invite(&records, id, 500, 20).await;
        let second = invite(&records, id, 300, 20).await;
        change(&records, id, 30, SessionEvent::Invite).await.expect("invited");
        change(&records, id, 2 * DAY + 200, SessionEvent::Hold).await.expect("held");
        let mut work = records.begin(at(3 * DAY)).await.expect("begun");
        let grant = hold(&work, &medical(), id).await;
        let advice =
            |read, dissent| WrittenAdvice { read, text: "Marqueuravis", plain: "Mots simples", dissent };
        let no_doctor = work.write_advice(&grant, bare, &advice(0, vec![])).await;
        assert!(matches!(no_doctor, Err(CellError::Rule("no-physician"))), "{}", engine.name);
        let absent = work.write_advice(&grant, file, &advice(0, vec![(account(500), "Non".into())])).await;
        assert!(matches!(absent, Err(CellError::Rule("not-present"))));
        work.record_presence(&grant, &[first.id]).await.expect("recorded");
        let against = vec![(account(500), "Marqueurcontraire".to_owned())];
        work.write_advice(&grant, file, &advice(0, against)).await.expect("written");
        let late = work.write_advice(&grant, file, &advice(0, vec![])).await;
        assert!(matches!(late, Err(CellError::Store(StoreError::Conflict))));
        let told = work.record_told(&grant, file, TellingWay::Explained, "Mots simples").await;
        assert!(matches!(told, Err(CellError::Rule("not-validated"))), "nothing is told before");
        let read = work.read_rcp(&grant).await.expect("read").report_revision;
        work.commit().await.expect("kept");
        let alone = change(&records, id, 3 * DAY, SessionEvent::Validate { read }).await;
        assert!(matches!(alone, Err(CellError::Rule("no-quorum"))), "two of one specialty are one");
        let mut work = records.begin(at(3 * DAY + 1)).await.expect("begun");
        let grant = hold(&work, &medical(), id).await;
        work.withdraw_participant(&grant, second.id).await.expect("withdrawn");
        let nurse = Specialty::new("Pédiatrie").expect("a specialty");
        let third = work.invite_participant(&grant, account(300), &nurse).await.expect("invited");
        work.record_presence(&grant, &[first.id, third.id]).await.expect("recorded");
        let read = work.read_rcp(&grant).await.expect("read").report_revision;
        work.commit().await.expect("kept");
        change(&records, id, 3 * DAY + 2, SessionEvent::Validate { read }).await.expect("validated");
        let mut work = records.begin(at(3 * DAY + 3)).await.expect("begun");
        let other = hold(&work, &social(), id).await;
        let frozen = work.write_advice(&other, file, &advice(1, vec![])).await;
        assert!(matches!(frozen, Err(CellError::Rule("not-possible"))));
        let not_hers = work.record_told(&other, file, TellingWay::Explained, "x").await;
        assert!(matches!(not_hers, Err(CellError::Rule("not-clinician"))));
        let grant = hold(&work, &medical(), id).await;
        let empty = work.record_told(&grant, file, TellingWay::Explained, " ").await;
        assert!(matches!(empty, Err(CellError::Rule("plain-missing"))));
        work.record_told(&grant, file, TellingWay::PrefersNotToKnow, "").await.expect("recorded");
        work.record_told(&grant, file, TellingWay::Explained, "Marqueursimple").await.expect("asked later");
        let again = work.record_told(&grant, file, TellingWay::PrefersNotToKnow, "").await;
        assert!(matches!(again, Err(CellError::Rule("already-told"))));
        let listed = work.read_listed(&grant).await.expect("read");
        assert_eq!(listed[0].advice.dissent, [(account(500), "Marqueurcontraire".to_owned())]);
        assert_eq!((listed[0].advice.plain.as_str(), listed[1].advice.revision), ("Marqueursimple", 0));
        work.commit().await.expect("kept");
        for marker in ["Marqueuravis", "Marqueurcontraire", "Marqueursimple"] {
            assert!(engine.files_with(marker).is_empty(), "{}: {marker} is sealed", engine.name);
        }
        // A file whose person was erased is shown as one of which nothing is left, and is read by nobody.
        let mut work = records.begin(at(3 * DAY + 5)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let reading: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
        let subject = work.read_case(&reading).await.expect("read").person.id;
        work.commit().await.expect("kept");
        records.keys().destroy(&[subject], at(3 * DAY + 6)).await.expect("destroyed");
        let mut work = records.begin(at(3 * DAY + 7)).await.expect("begun");
        let listed = work.read_listed(&hold(&work, &medical(), id).await).await.expect("read");
        assert!(listed[0].name.is_empty() && listed[0].advice.text.is_empty());
        let read = work.read_listed_case(&geneticist(), id, file).await;
        assert!(matches!(read, Err(StoreError::Erased)));
    }
}
