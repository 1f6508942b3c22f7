//! What a person does without an account, and what protects their data.

use crate::engines::{Engine, both};
use ariane_domain::access::grant::{
    AnswerEnquiry, ApproveBreakGlass, AskBreakGlass, FollowOwnEnquiry, Grant, LockLink, ProtectData,
    ReadAccessLog, ReadEnquiry, UseOwnRights, WriteToInfoline,
};
use ariane_domain::access::{Actor, Facts, Proof, Refusal, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{
    Change, DisorderStatus, EntryMode, ReferralSource, RequesterKind, State, Urgency,
};
use ariane_domain::person::{Channel, NeverTell, SafeContact};
use ariane_domain::protection::breach::{BreachKind, BreachRisk};
use ariane_domain::protection::erasure::{Delay, HoldReason, Verdict};
use ariane_domain::protection::glass::{GlassReason, GlassState};
use ariane_domain::protection::rights::{Right, Standing, Way};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_knowledge::starter::purposes;
use ariane_privacy::master::MasterKey;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, Logged, NewEnquiry, Once};
use ariane_store::records::enquiries::thread::{Direction, NewAttachment, NewMessage};
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::own::breach::{BreachTexts, Told};
use ariane_store::records::own::erasure::Erased;
use ariane_store::records::own::link::Travelled;
use ariane_store::records::own::proof::MailProof;
use ariane_store::records::own::request::NewDataRequest;
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::{Records, Work};
use ariane_store::{Store, StoreError};
use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;
use uuid::Uuid;

const NAME: &str = "Personne Fictive-Marqueur";
const STORY: &str = "Une histoire fictive";

fn now() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().expect("a time")
}

struct Desk {
    name: &'static str,
    records: Records,
    _scratch: (TempDir, Engine),
}

async fn desks() -> Vec<Desk> {
    let mut desks = Vec::new();
    for engine in both().await {
        let scratch = tempfile::tempdir().expect("a directory");
        let url = format!("sqlite://{}?mode=rwc", scratch.path().join("keys.sqlite").display());
        let journal = scratch.path().join("erasures.log");
        let keys =
            KeyStore::open(&url, MasterKey::random().expect("a key"), &journal).await.expect("a key store");
        let register = purposes::register();
        let records = Records::new(engine.store.clone(), keys, register, "352");
        desks.push(Desk { name: engine.name, records, _scratch: (scratch, engine) });
    }
    desks
}

fn new_enquiry(once: &str, contact: SafeContact, mail: &str) -> NewEnquiry {
    NewEnquiry {
        codes: EnquiryCodes {
            mode: EntryMode::Web,
            requester_kind: RequesterKind::PersonConcerned,
            referral_source: ReferralSource::Unknown,
            disorder_status: DisorderStatus::Unknown,
            person: PersonCodes { language: "fr".into(), ..PersonCodes::default() },
            needs: Vec::new(),
            is_interpreted: false,
            duration_seconds: None,
        },
        texts: EnquiryTexts { summary: "résumé".into(), note: "note".into(), ..EnquiryTexts::default() },
        form_version: 1,
        requester: Identity { name: NAME.into(), mail: mail.into(), contact, ..Identity::default() },
        known_requester: None,
        concerned: None,
        urgency: Urgency::None,
        received_at: now(),
        due_at: now() + TimeDelta::days(7),
        once: Some(Once { source: "form", token: once.into() }),
        message: Some(NewMessage {
            direction: Direction::In,
            mode: EntryMode::Web,
            kind: "message",
            from: NAME.into(),
            subject: String::new(),
            text: STORY.into(),
            html: String::new(),
            message_id: String::new(),
            references: String::new(),
            at: now(),
            attachments: vec![NewAttachment {
                name: "signes.json".into(),
                media_type: "application/json".into(),
                verdict: "accepted".into(),
                size: 2,
                bytes: Some(b"{}".to_vec()),
            }],
        }),
        choices: vec![(Purpose::Handover, Choice::Agreed, "web-form")],
    }
}

async fn write(desk: &Desk, once: &str) -> Logged {
    write_as(desk, once, SafeContact::default(), "fictive@example.org").await
}

async fn write_as(desk: &Desk, once: &str, contact: SafeContact, mail: &str) -> Logged {
    let mut work = desk.records.begin(now()).await.expect("begun");
    let grant: Grant<WriteToInfoline> =
        work.grant(&Actor::Anyone, Facts::of_all(OWN_CONTROLLER, "enquiry")).expect("anyone may");
    let logged = work.log_enquiry(&grant, &new_enquiry(once, contact, mail)).await.expect("logged");
    if logged.is_new {
        work.make_link(&grant, logged.id, once, "hash", Travelled::Screen).await.expect("a link");
    }
    work.commit().await.expect("kept");
    logged
}

fn holder(enquiry: Uuid, proof: Proof) -> Actor {
    Actor::LinkHolder { enquiry, proof }
}

fn staff(account: u128, role: Role) -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(account),
        controller: OWN_CONTROLLER,
        roles: vec![role],
        is_full: true,
        stepped_up_at: Some(now()),
    })
}

async fn grant_for<A: ariane_domain::access::grant::Act>(
    work: &mut Work<'_>,
    actor: &Actor,
    enquiry: Uuid,
) -> Grant<A> {
    let facts = work.enquiry_facts(OWN_CONTROLLER, enquiry).await.expect("facts");
    work.grant(actor, facts).expect("allowed")
}

fn of_all<A: ariane_domain::access::grant::Act>(work: &Work<'_>, actor: &Actor) -> Grant<A> {
    work.grant(actor, Facts::of_all(OWN_CONTROLLER, "protection")).expect("allowed")
}

#[tokio::test]
async fn a_link_is_found_by_its_token_and_locked_at_once() {
    for desk in desks().await {
        let logged = write(&desk, "t1").await;
        let again = write(&desk, "t1").await;
        assert_eq!((again.id, again.is_new), (logged.id, false), "{}", desk.name);
        assert!(desk.records.link_of_token("t2").await.expect("looked").is_none());
        let link = desk.records.link_of_token("t1").await.expect("looked").expect("found");
        assert_eq!((link.enquiry, link.locked_at), (logged.id, None));
        for locked in [true, false] {
            let mut work = desk.records.begin(now()).await.expect("begun");
            let grant: Grant<LockLink> = grant_for(&mut work, &staff(1, Role::Listener), logged.id).await;
            work.lock_link(&grant, locked).await.expect("changed");
            work.commit().await.expect("kept");
            let link = desk.records.link_of_token("t1").await.expect("looked").expect("found");
            assert_eq!(link.locked_at.is_some(), locked);
        }
    }
}

#[tokio::test]
async fn a_code_opens_the_rights_once_and_guesses_end_it() {
    for desk in desks().await {
        let logged = write(&desk, "t1").await;
        let mut work = desk.records.begin(now()).await.expect("begun");
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        let link = holder(logged.id, Proof::LinkAndCode);
        assert_eq!(
            work.grant::<UseOwnRights>(&link, facts.clone()).expect_err("refused"),
            Refusal::StrongerProof
        );
        let other = holder(Uuid::from_u128(9), Proof::SecondChannel);
        assert_eq!(work.grant::<UseOwnRights>(&other, facts).expect_err("refused"), Refusal::OtherLink);
        let follow: Grant<FollowOwnEnquiry> = grant_for(&mut work, &link, logged.id).await;
        let mut sent = String::new();
        let made = |code: &str, to: &str, _: bool| {
            assert_eq!(to, "fictive@example.org");
            sent = code.to_owned();
            Outgoing { to: to.to_owned(), text: code.to_owned(), ..Outgoing::default() }
        };
        assert_eq!(work.send_proof(&follow, made).await.expect("sent"), MailProof::Possible);
        assert!(!work.use_proof(&follow, "AAAA-AAAA").await.expect("tried"));
        let typed = sent.to_lowercase().replace('-', " ");
        assert!(work.use_proof(&follow, &typed).await.expect("tried"), "{}", desk.name);
        assert!(!work.use_proof(&follow, &sent).await.expect("tried"), "once");

        let listener: Grant<LockLink> = grant_for(&mut work, &staff(1, Role::Listener), logged.id).await;
        let spoken = work.issue_proof(&listener, Travelled::Spoken).await.expect("issued");
        for _ in 0..5 {
            assert!(!work.use_proof(&follow, "BBBB-BBBB").await.expect("tried"));
        }
        assert!(!work.use_proof(&follow, &spoken).await.expect("tried"), "ended by guesses");
        work.commit().await.expect("kept");

        let later = now() + TimeDelta::minutes(31);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let listener: Grant<LockLink> = grant_for(&mut work, &staff(1, Role::Listener), logged.id).await;
        let old = work.issue_proof(&listener, Travelled::Spoken).await.expect("issued");
        work.commit().await.expect("kept");
        let mut work = desk.records.begin(later).await.expect("begun");
        let follow: Grant<FollowOwnEnquiry> = grant_for(&mut work, &link, logged.id).await;
        assert!(!work.use_proof(&follow, &old).await.expect("tried"), "too late");
    }
}

#[tokio::test]
async fn a_code_never_goes_where_the_link_went_or_where_no_mail_is_wished() {
    for desk in desks().await {
        let quiet = SafeContact { channel: Channel::Phone, ..SafeContact::default() };
        for (once, contact, mail, travelled, wanted) in [
            ("a", SafeContact::default(), "", Travelled::Screen, MailProof::NoAddress),
            ("b", SafeContact::default(), "x@example.org", Travelled::Mail, MailProof::SameChannel),
            ("c", quiet, "x@example.org", Travelled::Screen, MailProof::NotWished),
        ] {
            let logged = write_as(&desk, once, contact, mail).await;
            let mut work = desk.records.begin(now()).await.expect("begun");
            let listener: Grant<LockLink> = grant_for(&mut work, &staff(1, Role::Listener), logged.id).await;
            work.make_link(&listener, logged.id, &format!("n{once}"), "hash", travelled).await.expect("made");
            let link = holder(logged.id, Proof::LinkAndCode);
            let follow: Grant<FollowOwnEnquiry> = grant_for(&mut work, &link, logged.id).await;
            let never = |_: &str, _: &str, _: bool| -> Outgoing { panic!("nothing is sent") };
            assert_eq!(work.send_proof(&follow, never).await.expect("asked"), wanted, "{}", desk.name);
        }
    }
}

#[tokio::test]
async fn a_louder_wish_needs_the_stronger_proof() {
    for desk in desks().await {
        let contact =
            SafeContact { is_neutral: true, never_tell: vec![NeverTell::Parent], ..SafeContact::default() };
        let logged = write_as(&desk, "t", contact.clone(), "x@example.org").await;
        let mut work = desk.records.begin(now()).await.expect("begun");
        let link = holder(logged.id, Proof::LinkAndCode);
        let follow: Grant<FollowOwnEnquiry> = grant_for(&mut work, &link, logged.id).await;
        let (kept, version) = work.own_contact(&follow).await.expect("read");
        assert_eq!(kept, contact);
        let louder = SafeContact { never_tell: Vec::new(), ..contact.clone() };
        let refused = work.change_own_contact(&follow, version, &louder).await;
        assert!(matches!(refused, Err(StoreError::NotPossible)), "{}", desk.name);
        let quieter = SafeContact { channel: Channel::LinkOnly, ..contact };
        work.change_own_contact(&follow, version, &quieter).await.expect("changed");
        assert!(matches!(
            work.change_own_contact(&follow, version, &quieter).await,
            Err(StoreError::Conflict)
        ));
        let proven = holder(logged.id, Proof::SecondChannel);
        let follow: Grant<FollowOwnEnquiry> = grant_for(&mut work, &proven, logged.id).await;
        work.change_own_contact(&follow, version + 1, &louder).await.expect("changed");
        let rights: Grant<UseOwnRights> = grant_for(&mut work, &proven, logged.id).await;
        let person = work.own_identity(&rights).await.expect("read");
        let corrected = Identity { name: "Autre Nom".into(), ..person.identity };
        work.correct_own_identity(&rights, person.version, &corrected).await.expect("corrected");
        assert_eq!(work.own_identity(&rights).await.expect("read").identity.name, "Autre Nom");
    }
}

#[tokio::test]
async fn the_copy_holds_everything_but_what_is_noted_about_another() {
    for desk in desks().await {
        let logged = write(&desk, "t").await;
        let proven = holder(logged.id, Proof::SecondChannel);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let rights: Grant<UseOwnRights> = grant_for(&mut work, &proven, logged.id).await;
        let copy = work.whole_copy(&rights).await.expect("copied");
        assert_eq!(copy.enquiries.len(), 1, "{}", desk.name);
        assert_eq!(copy.enquiries[0].messages[0].text, STORY);
        assert_eq!(copy.enquiries[0].texts.note, "note");
        assert_eq!((copy.files.len(), copy.files[0].bytes.as_slice()), (1, &b"{}"[..]));
        assert!(!copy.leaves_out_another);
        drop(work);

        let mut work = desk.records.begin(now()).await.expect("begun");
        let grant: Grant<WriteToInfoline> =
            work.grant(&Actor::Anyone, Facts::of_all(OWN_CONTROLLER, "enquiry")).expect("anyone may");
        let mut other = new_enquiry("u", SafeContact::default(), "y@example.org");
        other.codes.requester_kind = RequesterKind::Relative;
        other.concerned = Some(Identity { name: "Tante Fictive".into(), ..Identity::default() });
        let logged = work.log_enquiry(&grant, &other).await.expect("logged");
        let proven = holder(logged.id, Proof::SecondChannel);
        let rights: Grant<UseOwnRights> = grant_for(&mut work, &proven, logged.id).await;
        let copy = work.whole_copy(&rights).await.expect("copied");
        assert!(copy.leaves_out_another && copy.enquiries[0].concerned.is_none());
        assert_eq!(copy.enquiries[0].texts.note, "");
        assert_eq!(copy.enquiries[0].messages[0].text, STORY);
    }
}

async fn ask_erasure(desk: &Desk, enquiry: Uuid) -> DateTime<Utc> {
    let mut work = desk.records.begin(now()).await.expect("begun");
    let proven = holder(enquiry, Proof::SecondChannel);
    let rights: Grant<UseOwnRights> = grant_for(&mut work, &proven, enquiry).await;
    let effective = work.ask_erasure(&rights, Delay::default()).await.expect("asked");
    assert_eq!(work.ask_erasure(&rights, Delay::default()).await.expect("asked"), effective, "once");
    work.commit().await.expect("kept");
    effective
}

#[tokio::test]
async fn an_erasure_waits_can_be_stopped_and_then_leaves_nothing_readable() {
    for desk in desks().await {
        let logged = write(&desk, "t").await;
        let effective = ask_erasure(&desk, logged.id).await;
        assert_eq!(effective, now() + TimeDelta::days(7));
        let before = effective - TimeDelta::seconds(1);
        assert!(desk.records.due_erasures(before).await.expect("looked").is_empty(), "{}", desk.name);

        let mut work = desk.records.begin(before).await.expect("begun");
        let link = holder(logged.id, Proof::LinkAndCode);
        let follow: Grant<FollowOwnEnquiry> = grant_for(&mut work, &link, logged.id).await;
        assert_eq!(work.own_erasure(&follow).await.expect("read"), Some(effective));
        work.cancel_erasure(&follow).await.expect("stopped");
        work.commit().await.expect("kept");
        assert!(desk.records.due_erasures(effective).await.expect("looked").is_empty());

        ask_erasure(&desk, logged.id).await;
        let due = desk.records.due_erasures(effective).await.expect("looked");
        assert_eq!(due.len(), 1);
        assert_eq!(desk.records.carry_out(&due[0], effective).await.expect("done"), Erased::Done(1));
        assert!(desk.records.due_erasures(effective).await.expect("looked").is_empty());
        assert!(desk.records.link_of_token("t").await.expect("looked").is_none());
        assert_eq!(desk.records.keys().count().await.expect("counted"), 0);

        let mut work = desk.records.begin(effective).await.expect("begun");
        let officer = staff(2, Role::DataProtectionOfficer);
        let requests = work.data_requests(&of_all::<ProtectData>(&work, &officer)).await.expect("listed");
        let standings: Vec<_> = requests.iter().map(|r| (r.right, r.standing)).collect();
        assert!(standings.contains(&(Right::Erasure, Standing::Done)));
        assert!(standings.contains(&(Right::Erasure, Standing::Cancelled)));
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        assert!(facts.is_withdrawn, "it left the queue");
        let reader = staff(1, Role::Listener);
        assert!(work.grant::<ReadEnquiry>(&reader, facts).is_err());
    }
}

#[tokio::test]
async fn a_legal_hold_stands_against_an_erasure_until_it_is_lifted() {
    for desk in desks().await {
        let logged = write(&desk, "t").await;
        let effective = ask_erasure(&desk, logged.id).await;
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let protect: Grant<ProtectData> = of_all(&work, &officer);
        work.set_hold(&protect, logged.id, HoldReason::LegalClaim, None).await.expect("held");
        work.commit().await.expect("kept");
        let due = desk.records.due_erasures(effective).await.expect("looked");
        assert_eq!(
            desk.records.carry_out(&due[0], effective).await.expect("looked"),
            Erased::Not(Verdict::Held),
            "{}",
            desk.name
        );
        let mut work = desk.records.begin(effective).await.expect("begun");
        let hold = work.holds(&protect).await.expect("listed").remove(0);
        work.lift_hold(&protect, hold.id).await.expect("lifted");
        work.commit().await.expect("kept");
        assert_eq!(desk.records.carry_out(&due[0], effective).await.expect("done"), Erased::Done(1));
    }
}

#[tokio::test]
async fn what_was_kept_long_enough_is_erased_without_being_asked() {
    for desk in desks().await {
        write(&desk, "t").await;
        let years = |n: i64| now() + TimeDelta::days(n * 366);
        assert!(desk.records.due_erasures(years(4)).await.expect("looked").is_empty(), "{}", desk.name);
        let due = desk.records.due_erasures(years(6)).await.expect("looked");
        assert_eq!((due.len(), due[0].request), (1, None));
        assert_eq!(desk.records.carry_out(&due[0], years(6)).await.expect("done"), Erased::Done(1));
        assert!(desk.records.due_erasures(years(6)).await.expect("looked").is_empty());
    }
}

#[tokio::test]
async fn requests_on_paper_have_the_same_clock() {
    for desk in desks().await {
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let protect: Grant<ProtectData> = of_all(&work, &officer);
        let received_at = "2027-01-31T08:00:00Z".parse().expect("a time");
        let new = NewDataRequest {
            enquiry: None,
            right: Right::Access,
            way: Way::Letter,
            standing: Standing::Open,
            note: NAME,
            received_at,
            effective_at: None,
        };
        assert_eq!(work.record_request(&protect, &new).await.expect("kept"), 1);
        let request = work.data_requests(&protect).await.expect("listed").remove(0);
        assert_eq!(request.due_at.to_rfc3339(), "2027-02-28T08:00:00+00:00", "{}", desk.name);
        assert_eq!(request.note, NAME);
        work.move_request(&protect, request.id, 1, Standing::Extended).await.expect("prolonged");
        assert!(matches!(
            work.move_request(&protect, request.id, 1, Standing::Done).await,
            Err(StoreError::Conflict)
        ));
        work.move_request(&protect, request.id, 2, Standing::Refused).await.expect("ended");
        let again = work.move_request(&protect, request.id, 3, Standing::Done).await;
        assert!(matches!(again, Err(StoreError::NotPossible)));
    }
}

#[tokio::test]
async fn a_breach_has_its_clock_and_is_not_written_over() {
    for desk in desks().await {
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let protect: Grant<ProtectData> = of_all(&work, &officer);
        let mut texts = BreachTexts {
            kind: BreachKind::Confidentiality,
            risk: BreachRisk::Unknown,
            persons: 3,
            facts: NAME,
            measures: "",
        };
        work.record_breach(&protect, now(), &texts).await.expect("kept");
        let breach = work.breaches(&protect).await.expect("listed").remove(0);
        assert_eq!(breach.due_at, now() + TimeDelta::hours(72), "{}", desk.name);
        texts.risk = BreachRisk::High;
        let told = Told { authority: true, ..Told::default() };
        work.change_breach(&protect, breach.id, 1, &texts, told).await.expect("changed");
        assert!(matches!(
            work.change_breach(&protect, breach.id, 1, &texts, told).await,
            Err(StoreError::Conflict)
        ));
        let breach = work.breaches(&protect).await.expect("listed").remove(0);
        assert_eq!((breach.risk, breach.authority_at), (BreachRisk::High, Some(now())));
    }
}

#[tokio::test]
async fn a_closed_record_opens_with_two_persons_for_an_hour_and_is_looked_at_afterwards() {
    for desk in desks().await {
        let logged = write(&desk, "t").await;
        let asker = staff(5, Role::PsychosocialCoordinator);
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        assert_eq!(work.grant::<ReadEnquiry>(&asker, facts).expect_err("closed"), Refusal::Role);
        let ask: Grant<AskBreakGlass> = grant_for(&mut work, &asker, logged.id).await;
        let id = work.ask_glass(&ask, GlassReason::Danger).await.expect("asked");
        let both = Actor::Staff(Staff {
            account: Uuid::from_u128(5),
            controller: OWN_CONTROLLER,
            roles: vec![Role::PsychosocialCoordinator, Role::Administrator],
            is_full: true,
            stepped_up_at: Some(now()),
        });
        let own: Grant<ApproveBreakGlass> = of_all(&work, &both);
        assert!(matches!(work.judge_glass(&own, id, true).await, Err(StoreError::NotPossible)), "alone");
        let approve: Grant<ApproveBreakGlass> = of_all(&work, &officer);
        work.judge_glass(&approve, id, true).await.expect("approved");
        work.commit().await.expect("kept");

        let mut work = desk.records.begin(now() + TimeDelta::minutes(59)).await.expect("begun");
        let read: Grant<ReadEnquiry> = grant_for(&mut work, &asker, logged.id).await;
        assert_eq!(read.allowed().function, "break-glass", "{}", desk.name);
        let someone = staff(6, Role::PsychosocialCoordinator);
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        assert!(work.grant::<ReadEnquiry>(&someone, facts).is_err(), "for who asked only");
        drop(work);

        let mut work = desk.records.begin(now() + TimeDelta::minutes(61)).await.expect("begun");
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        assert!(work.grant::<ReadEnquiry>(&asker, facts).is_err(), "over");
        let fresh = Actor::Staff(Staff {
            stepped_up_at: Some(now() + TimeDelta::minutes(60)),
            ..match &officer {
                Actor::Staff(staff) => staff.clone(),
                _ => panic!("staff"),
            }
        });
        let approve: Grant<ApproveBreakGlass> = of_all(&work, &fresh);
        work.review_glass(&approve, id, false).await.expect("looked at");
        assert!(work.review_glass(&approve, id, true).await.is_err(), "once");
        let openings = work.openings(&of_all::<ReadAccessLog>(&work, &fresh)).await.expect("listed");
        assert_eq!((openings[0].state, openings[0].number), (GlassState::Wrong, logged.number));
    }
}

#[tokio::test]
async fn what_staff_did_is_given_in_its_order() {
    for desk in desks().await {
        let logged = write(&desk, "t").await;
        let listener = staff(1, Role::Listener);
        let mut work = desk.records.begin(now() + TimeDelta::minutes(1)).await.expect("begun");
        let read: Grant<ReadEnquiry> = grant_for(&mut work, &listener, logged.id).await;
        assert_eq!(work.read_enquiry(&read).await.expect("read").state, State::Waiting);
        let answer: Grant<AnswerEnquiry> = grant_for(&mut work, &listener, logged.id).await;
        work.change_enquiry(&answer, 1, Change::Take).await.expect("taken");
        let watch: Grant<ReadAccessLog> = of_all(&work, &staff(2, Role::DataProtectionOfficer));
        let (lines, is_cut) = work.lines_since(&watch, now()).await.expect("read");
        let actions: Vec<&str> = lines.iter().map(|l| l.action.as_str()).collect();
        assert!(!is_cut);
        assert!(actions.starts_with(&["read-enquiry", "answer-enquiry"]), "{}: {actions:?}", desk.name);
    }
}

#[tokio::test]
async fn an_old_backup_does_not_give_back_who_was_erased() {
    let scratch = tempfile::tempdir().expect("a directory");
    let at = |name: &str| scratch.path().join(name);
    let url = |name: &str| format!("sqlite://{}?mode=rwc", at(name).display());
    let (master, journal) = (MasterKey::random().expect("a key"), at("erasures.log"));
    let open = async |records: &str, keys: &str| {
        let keys = KeyStore::open(&url(keys), master.clone(), &journal).await.expect("a key store");
        let store = Store::connect(&url(records)).await.expect("a store");
        Records::new(store, keys, purposes::register(), "352")
    };
    let records = open("a.sqlite", "ak.sqlite").await;
    let desk_write = async |records: &Records, once: &str| {
        let mut work = records.begin(now()).await.expect("begun");
        let grant: Grant<WriteToInfoline> =
            work.grant(&Actor::Anyone, Facts::of_all(OWN_CONTROLLER, "enquiry")).expect("anyone may");
        let new = new_enquiry(once, SafeContact::default(), "x@example.org");
        let logged = work.log_enquiry(&grant, &new).await.expect("logged");
        work.commit().await.expect("kept");
        logged
    };
    let (erased, stays) = (desk_write(&records, "a").await, desk_write(&records, "b").await);
    records.store().copy_to(&at("b.sqlite")).await.expect("backed up");
    records.keys().copy_to(&at("bk.sqlite")).await.expect("backed up");
    let mut work = records.begin(now()).await.expect("begun");
    let proven = holder(erased.id, Proof::SecondChannel);
    let rights: Grant<UseOwnRights> = grant_for(&mut work, &proven, erased.id).await;
    work.ask_erasure(&rights, Delay(0)).await.expect("asked");
    work.commit().await.expect("kept");
    for due in records.due_erasures(now()).await.expect("looked") {
        records.carry_out(&due, now()).await.expect("erased");
    }

    let restored = open("b.sqlite", "bk.sqlite").await;
    let reader = staff(1, Role::Listener);
    let mut work = restored.begin(now()).await.expect("begun");
    let read: Grant<ReadEnquiry> = grant_for(&mut work, &reader, erased.id).await;
    assert!(matches!(work.read_enquiry(&read).await, Err(StoreError::Erased)));
    let read: Grant<ReadEnquiry> = grant_for(&mut work, &reader, stays.id).await;
    assert_eq!(work.read_enquiry(&read).await.expect("read").requester.identity.name, NAME);
}
