//! Recipients, a death, children and their parents, refusals: on both engines.

use crate::engines::{Engine, both};
use crate::office::{
    answer_grant, at, enquiry, grant, grant_all, list_grant, listener, log, message, person, read, staff,
};
use ariane_domain::access::grant::{
    FollowOwnEnquiry, Grant, HandOver, LockLink, LogEnquiry, ProtectData, ReadAccessLog, ReadEnquiry,
    UseOwnRights,
};
use ariane_domain::access::{Actor, Facts, Proof, Refusal};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{AgeBand, Change, HandoverReason, Profile, RequesterKind, TaskKind, Urgency};
use ariane_domain::person::{NeverTell, SafeContact};
use ariane_domain::protection::erasure::Delay;
use ariane_domain::protection::notice;
use ariane_domain::protection::recipients::{AskedFor, RecipientAnswer, RecipientKind, Term};
use ariane_domain::protection::settings::Settings;
use ariane_domain::protection::unusual::{Bounds, UnusualKind, look};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_domain::representation::{
    Ages, Evidence, Hindrance, RepresentativeKind, RepresentedAct, Said, Scope,
};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::enquiries::log::NewEnquiry;
use ariane_store::records::enquiries::thread::Arrival;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::own::erasure::Erased;
use ariane_store::records::own::link::Travelled;
use ariane_store::records::persons::Identity;
use ariane_store::records::rights::representatives::NewRepresentative;
use ariane_store::records::{Records, Work};
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

fn holder(enquiry: Uuid, proof: Proof) -> Actor {
    Actor::LinkHolder { enquiry, proof }
}

pub async fn records(engine: &Engine) -> Records {
    let settings = Settings { recipients: Term(10), notice: notice::Term(14), ..Settings::default() };
    let ages = Ages { confidential_from: 14, ..Ages::default() };
    engine.records().await.with_settings(settings, ages)
}

fn own_story(name: &str) -> NewEnquiry {
    let mut new = enquiry(name, 0);
    new.codes.requester_kind = RequesterKind::PersonConcerned;
    new
}

fn mail(to: &str) -> Outgoing {
    Outgoing { to: to.into(), message_id: format!("{to}.1"), ..Outgoing::default() }
}

async fn handed_over(records: &Records, new: &NewEnquiry) -> Uuid {
    let id = log(records, new).await.id;
    let mut work = records.begin(at(1)).await.expect("begun");
    let answer = answer_grant(&mut work, id).await;
    work.choose_spoken(&answer, Purpose::Handover, Choice::Agreed).await.expect("chosen");
    let hand: Grant<HandOver> = grant(&mut work, &listener(), id).await;
    work.hand_over(&hand, 1, HandoverReason::FollowUp, "").await.expect("sent");
    work.record_disclosure(&answer, RecipientKind::Controller, "Hôpital Fictif").await.expect("recorded");
    work.commit().await.expect("kept");
    id
}

#[tokio::test]
async fn who_withdraws_has_every_recipient_asked_and_sees_the_answers() {
    for engine in both().await {
        let records = records(&engine).await;
        let id = handed_over(&records, &own_story("Anne Fictive")).await;
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = records.begin(at(2)).await.expect("begun");
        let own = holder(id, Proof::SecondChannel);
        let rights: Grant<UseOwnRights> = grant(&mut work, &own, id).await;
        assert!(work.own_recipients(&rights).await.expect("read").is_empty());
        work.withdraw_own(&rights).await.expect("withdrawn");
        let protect: Grant<ProtectData> = grant_all(&work, &officer, "protection");
        let asked = work.recipient_requests(&protect).await.expect("listed");
        let kinds: Vec<_> = asked.iter().map(|a| (a.kind, a.recipient.as_str(), a.asked_for)).collect();
        assert_eq!(kinds.len(), 2, "{}: {kinds:?}", engine.name);
        assert!(kinds.contains(&(RecipientKind::Cell, "", AskedFor::Withdrawal)));
        assert!(kinds.contains(&(RecipientKind::Controller, "Hôpital Fictif", AskedFor::Withdrawal)));
        assert!(asked.iter().all(|a| a.due_at == at(2) + TimeDelta::days(10)), "the setting's term");

        let hospital = asked.iter().find(|a| a.kind == RecipientKind::Controller).expect("the hospital");
        let silent = work.answer_recipient(&protect, hospital.id, 1, RecipientAnswer::Kept, " ").await;
        assert!(silent.expect("asked").is_err(), "who keeps it says under which duty");
        let duty = "dossier médical, dix ans";
        let kept = work.answer_recipient(&protect, hospital.id, 1, RecipientAnswer::Kept, duty).await;
        kept.expect("stored").expect("taken");
        let again = work.answer_recipient(&protect, hospital.id, 1, RecipientAnswer::Deleted, "").await;
        assert!(matches!(again, Err(StoreError::Conflict)), "nothing is overwritten silently");
        let shown = work.own_recipients(&rights).await.expect("read");
        let answers: Vec<_> = shown.iter().filter_map(|a| a.answer.map(|b| (b, a.duty.as_str()))).collect();
        assert_eq!(answers, [(RecipientAnswer::Kept, duty)], "{}", engine.name);
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn an_erasure_asks_who_has_not_deleted_it_and_the_officer_can_still_read_whom() {
    for engine in both().await {
        let records = records(&engine).await;
        let id = handed_over(&records, &own_story("Anne Fictive")).await;
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = records.begin(at(2)).await.expect("begun");
        let follow: Grant<FollowOwnEnquiry> = grant(&mut work, &holder(id, Proof::LinkAndCode), id).await;
        work.choose_own(&follow, Purpose::Handover, Choice::Withdrawn).await.expect("withdrawn");
        work.choose_own(&follow, Purpose::Handover, Choice::Withdrawn).await.expect("again");
        let protect: Grant<ProtectData> = grant_all(&work, &officer, "protection");
        let asked = work.recipient_requests(&protect).await.expect("listed");
        assert_eq!(asked.len(), 2, "{}: each once", engine.name);
        let cell = asked.iter().find(|a| a.kind == RecipientKind::Cell).expect("the cell");
        let deleted = work.answer_recipient(&protect, cell.id, 1, RecipientAnswer::Deleted, "").await;
        deleted.expect("stored").expect("taken");
        let rights: Grant<UseOwnRights> = grant(&mut work, &holder(id, Proof::SecondChannel), id).await;
        work.ask_erasure(&rights, Delay(1)).await.expect("asked");
        work.commit().await.expect("kept");
        let later = at(2) + TimeDelta::days(1);
        let due = records.due_erasures(later).await.expect("looked");
        assert!(matches!(records.carry_out(&due[0], later).await.expect("done"), Erased::Done(_)));
        let mut work = records.begin(later).await.expect("begun");
        let asked = work.recipient_requests(&protect).await.expect("listed");
        let erasures: Vec<_> =
            asked.iter().filter(|a| a.asked_for == AskedFor::Erasure).map(|a| a.recipient.as_str()).collect();
        assert_eq!(erasures, ["Hôpital Fictif"], "{}: the cell deleted it before", engine.name);
    }
}

#[tokio::test]
async fn after_a_death_nothing_automatic_goes_to_that_address_and_a_human_is_called() {
    for engine in both().await {
        let records = records(&engine).await;
        let known = log(&records, &own_story("Anne Fictive")).await.id;
        // Two mails before anybody linked the records: each made a record of its own.
        let second = log(&records, &own_story("Anne Fictive")).await.id;
        let address = person("Anne Fictive").mail;
        let mut work = records.begin(at(1)).await.expect("begun");
        assert!(work.acknowledge(OWN_CONTROLLER, second, &mail(&address)).await.expect("enqueued"));
        work.commit().await.expect("kept");
        let somebody = read(&records, known).await.requester.id;
        let mut work = records.begin(at(2)).await.expect("begun");
        let answer = answer_grant(&mut work, known).await;
        let stopped = work.record_death(&answer, somebody, at(0).date_naive()).await.expect("recorded");
        assert_eq!(stopped, 1, "{}: the waiting one, at the same address", engine.name);
        work.commit().await.expect("kept");
        assert!(records.lease_outgoing(at(60)).await.expect("asked").is_none(), "it is not sent");

        let mut work = records.begin(at(61)).await.expect("begun");
        let intake: Grant<LogEnquiry> =
            work.grant(&Actor::System("intake"), Facts::of_all(OWN_CONTROLLER, "enquiry")).expect("may");
        assert!(work.has_died_at(&intake, &address.to_uppercase()).await.expect("asked"));
        assert!(!work.has_died_at(&intake, "autre@example.org").await.expect("asked"));
        let third = work.log_enquiry(&intake, &own_story("Anne Fictive")).await.expect("logged");
        let automatic = Outgoing { is_automatic: true, ..mail(&address) };
        assert!(!work.acknowledge(OWN_CONTROLLER, third.id, &automatic).await.expect("asked"));
        let tasks = work.tasks_open(&list_grant(&work)).await.expect("tasks");
        let after: Vec<_> = tasks.iter().map(|t| (t.kind, t.enquiry)).collect();
        assert!(after.contains(&(TaskKind::AfterDeath, third.id)), "{}: {after:?}", engine.name);
        work.commit().await.expect("kept");
        assert!(records.lease_outgoing(at(120)).await.expect("asked").is_none());
    }
}

#[tokio::test]
async fn a_child_alone_comes_to_the_head_of_the_queue_with_a_task_until_a_human_answers() {
    for engine in both().await {
        let records = records(&engine).await;
        let mut child = own_story("Léa Fictive");
        child.codes.person.age_band = AgeBand::From12To18.word().into();
        let id = log(&records, &child).await.id;
        let mut work = records.begin(at(1)).await.expect("begun");
        let reading: Grant<ReadEnquiry> = grant(&mut work, &listener(), id).await;
        assert_eq!(work.read_enquiry(&reading).await.expect("read").urgency, Urgency::Pressing);
        let kinds: Vec<_> = work.tasks_of(&reading).await.expect("tasks").iter().map(|t| t.kind).collect();
        assert_eq!(kinds, [TaskKind::MinorAlone], "{}", engine.name);
        let answer = answer_grant(&mut work, id).await;
        work.change_enquiry(&answer, 1, Change::Take).await.expect("taken");
        let mode = ariane_domain::enquiry::EntryMode::Phone;
        work.reply(&answer, 2, mode, "Marqueur", None).await.expect("answered");
        assert!(work.tasks_of(&reading).await.expect("tasks").iter().all(|t| t.done_at.is_some()));

        work.commit().await.expect("kept");
        // A mail of which a listener finds out only later that a child wrote it.
        let later = log(&records, &own_story("Tom Fictif")).await.id;
        let mut work = records.begin(at(2)).await.expect("begun");
        let answer = answer_grant(&mut work, later).await;
        let found = own_story("Tom Fictif");
        let mut codes = found.codes.clone();
        codes.person.age_band = AgeBand::Under12.word().into();
        work.revise_enquiry(&answer, 1, &codes, &found.texts, Urgency::None).await.expect("revised");
        let reading: Grant<ReadEnquiry> = grant(&mut work, &listener(), later).await;
        assert_eq!(work.read_enquiry(&reading).await.expect("read").urgency, Urgency::Pressing);
        assert_eq!(work.tasks_of(&reading).await.expect("tasks").len(), 1);
        // The listener may put it down again: it was known then.
        work.revise_enquiry(&answer, 2, &codes, &found.texts, Urgency::None).await.expect("revised");
        assert_eq!(work.read_enquiry(&reading).await.expect("read").urgency, Urgency::None);
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn the_notice_is_scheduled_by_the_setting_and_ends_given_or_with_a_named_exemption() {
    for engine in both().await {
        let records = records(&engine).await;
        let knows = |knows| {
            let profile = Profile { person_knows: knows, ..Profile::default() };
            serde_json::to_string(&profile.answers()).expect("answers")
        };
        for (kind, answer, expected) in [
            (RequesterKind::Relative, Some(false), 1),
            (RequesterKind::Relative, None, 1),
            (RequesterKind::Relative, Some(true), 0),
            (RequesterKind::Professional, None, 0),
            (RequesterKind::PersonConcerned, None, 0),
        ] {
            let mut new = enquiry("Jean Fictif", 0);
            new.codes.requester_kind = kind;
            new.texts.profile = knows(answer);
            let id = log(&records, &new).await.id;
            let mut work = records.begin(at(1)).await.expect("begun");
            let reading: Grant<ReadEnquiry> = grant(&mut work, &listener(), id).await;
            let tasks = work.tasks_of(&reading).await.expect("tasks");
            assert_eq!(tasks.len(), expected, "{}: {kind} {answer:?}", engine.name);
            let Some(task) = tasks.first() else { continue };
            assert_eq!((task.kind, task.due_at), (TaskKind::Notice, at(0) + TimeDelta::days(14)));
            let answer = answer_grant(&mut work, id).await;
            let vague = work.finish_task(&answer, task.id, "done").await;
            assert!(matches!(vague, Err(StoreError::NotPossible)), "an exemption is named");
            work.finish_task(&answer, task.id, "secrecy").await.expect("done");
            // Looking at it again schedules nothing twice.
            work.revise_enquiry(&answer, 1, &new.codes, &new.texts, Urgency::None).await.expect("revised");
            assert_eq!(work.tasks_of(&reading).await.expect("tasks").len(), 1);
            work.commit().await.expect("kept");
        }
    }
}

fn parent(name: &str) -> NewRepresentative<'_> {
    NewRepresentative {
        kind: RepresentativeKind::Parent,
        scope: Scope::Everything,
        evidence: Evidence::Declared,
        is_sole: false,
        name,
        from: at(0).date_naive(),
        until: None,
    }
}

fn child_of(band: AgeBand, born: Option<&str>) -> NewEnquiry {
    let mut new = enquiry("Jean Fictif", 0);
    new.codes.person.age_band = band.word().into();
    let birth_date = born.map(|day| day.parse::<NaiveDate>().expect("a day"));
    new.concerned = Some(Identity { name: "Léa Fictive".into(), birth_date, ..Identity::default() });
    new.choices = vec![(Purpose::Handover, Choice::Agreed, "spoken")];
    new
}

#[tokio::test]
async fn a_parents_refusal_stands_against_a_hand_over_and_sharing_needs_both() {
    for engine in both().await {
        let records = records(&engine).await;
        let id = log(&records, &child_of(AgeBand::Under12, None)).await.id;
        let mut work = records.begin(at(1)).await.expect("begun");
        let answer = answer_grant(&mut work, id).await;
        let shared = work.record_disclosure(&answer, RecipientKind::Controller, "Hôpital Fictif").await;
        assert!(matches!(shared, Err(StoreError::NotPossible)), "{}: both parents first", engine.name);
        let unproven = NewRepresentative { kind: RepresentativeKind::Guardian, ..parent("X Fictif") };
        assert!(work.add_representative(&answer, &unproven).await.expect("asked").is_err(), "no decision");
        let mother = work.add_representative(&answer, &parent("Mère Fictive")).await.expect("s").expect("t");
        let father = work.add_representative(&answer, &parent("Père Fictif")).await.expect("s").expect("t");
        let say = async |work: &mut Work<'_>, by, act, said| {
            let later = work.now() + TimeDelta::seconds(1);
            work.set_now(later);
            let answer = answer_grant(work, id).await;
            work.record_opinion(&answer, by, act, said).await.expect("recorded");
        };
        let share = RepresentedAct::ShareOutside;
        say(&mut work, Some(mother), share, Said::Agrees).await;
        say(&mut work, Some(father), RepresentedAct::HandOver, Said::Refuses).await;
        let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
        let refused = work.grant::<HandOver>(&listener(), facts).err();
        assert_eq!(refused, Some(Refusal::Hindered(Hindrance::Disagreement)), "{}", engine.name);
        say(&mut work, Some(father), RepresentedAct::HandOver, Said::Agrees).await;
        say(&mut work, Some(father), share, Said::Agrees).await;
        say(&mut work, None, share, Said::Agrees).await;
        let _: Grant<HandOver> = grant(&mut work, &listener(), id).await;
        let answer = answer_grant(&mut work, id).await;
        work.record_disclosure(&answer, RecipientKind::Controller, "Hôpital Fictif").await.expect("shared");
        let reading: Grant<ReadEnquiry> = grant(&mut work, &listener(), id).await;
        let represented = work.represented(&reading).await.expect("read");
        assert_eq!(represented.is_minor, Some(true));
        assert!(represented.hindrances.is_empty());
        assert_eq!(represented.representatives[0].name, "Mère Fictive");
        assert!(represented.told.iter().any(|t| t.opinion.by.is_none()), "the child's assent is recorded");
        let before = at(0).date_naive() - TimeDelta::days(4_000);
        for (who, day) in [(father, before), (Uuid::from_u128(5), at(0).date_naive())] {
            let ended = work.end_representative(&answer, who, day).await;
            assert!(matches!(ended, Err(StoreError::NotPossible)), "{}: {who} on {day}", engine.name);
        }
        work.end_representative(&answer, father, at(0).date_naive()).await.expect("ended");
        work.commit().await.expect("kept");
        let mut work = records.begin(at(60 * 24 * 2)).await.expect("begun");
        let reading: Grant<ReadEnquiry> = grant(&mut work, &listener(), id).await;
        let represented = work.represented(&reading).await.expect("read");
        assert_eq!(represented.hindrances, [(share, Hindrance::BothParents)], "{}", engine.name);
    }
}

#[tokio::test]
async fn an_adolescents_confidence_is_kept_from_the_parents() {
    for engine in both().await {
        let records = records(&engine).await;
        let mut own = own_story("Léa Fictive");
        own.requester.birth_date = "2011-05-01".parse().ok();
        own.requester.contact = SafeContact { never_tell: vec![NeverTell::Parent], ..SafeContact::default() };
        own.choices = vec![(Purpose::Handover, Choice::Agreed, "spoken")];
        let id = log(&records, &own).await.id;
        let mut work = records.begin(at(1)).await.expect("begun");
        let answer = answer_grant(&mut work, id).await;
        let mother = work.add_representative(&answer, &parent("Mère Fictive")).await.expect("s").expect("t");
        let asked = work.record_opinion(&answer, Some(mother), RepresentedAct::HandOver, Said::Refuses).await;
        assert!(matches!(asked, Err(StoreError::NotPossible)), "{}: parents are not asked", engine.name);
        let reading: Grant<ReadEnquiry> = grant(&mut work, &listener(), id).await;
        assert!(work.represented(&reading).await.expect("read").is_confidential);
        let _: Grant<HandOver> = grant(&mut work, &listener(), id).await;
        work.record_opinion(&answer, None, RepresentedAct::HandOver, Said::Refuses).await.expect("recorded");
        let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
        let refused = work.grant::<HandOver>(&listener(), facts).err();
        assert_eq!(refused, Some(Refusal::Hindered(Hindrance::PersonRefuses)));
    }
}

#[tokio::test]
async fn a_parents_link_ends_at_majority_and_a_human_asks_afresh() {
    for engine in both().await {
        let records = records(&engine).await;
        // The clock of the tests begins on 22 November 2026.
        let child = log(&records, &child_of(AgeBand::From12To18, Some("2008-11-24"))).await.id;
        let grandmother = log(&records, &child_of(AgeBand::Adult, Some("1950-01-01"))).await.id;
        let mut work = records.begin(at(1)).await.expect("begun");
        let answer = answer_grant(&mut work, child).await;
        work.add_representative(&answer, &parent("Père Fictif")).await.expect("stored").expect("taken");
        for (id, token) in [(child, "t-child"), (grandmother, "t-grandmother")] {
            let lock: Grant<LockLink> = grant(&mut work, &listener(), id).await;
            work.make_link(&lock, id, token, "hash", Travelled::Spoken).await.expect("made");
        }
        work.commit().await.expect("kept");
        assert_eq!(records.end_at_majority(at(2)).await.expect("looked"), 0, "{}", engine.name);
        let birthday = at(60 * 24 * 2);
        assert_eq!(records.end_at_majority(birthday).await.expect("looked"), 1);
        assert_eq!(records.end_at_majority(birthday).await.expect("looked"), 0, "once");
        assert!(records.link_of_token("t-child").await.expect("looked").is_none());
        assert!(
            records.link_of_token("t-grandmother").await.expect("looked").is_some(),
            "never a child here"
        );
        let mut work = records.begin(birthday).await.expect("begun");
        let reading: Grant<ReadEnquiry> = grant(&mut work, &listener(), child).await;
        let kinds: Vec<_> = work.tasks_of(&reading).await.expect("tasks").iter().map(|t| t.kind).collect();
        assert!(kinds.contains(&TaskKind::Majority), "{kinds:?}");
        let represented = work.represented(&reading).await.expect("read");
        assert_eq!(represented.representatives[0].one.until, "2026-11-23".parse().ok());
        let lock: Grant<LockLink> = grant(&mut work, &listener(), child).await;
        let again = work.make_link(&lock, child, "t-again", "hash", Travelled::Spoken).await;
        assert!(matches!(again, Err(StoreError::NotPossible)), "it is not made again");
    }
}

#[tokio::test]
async fn refusals_are_in_the_log_and_make_an_access_unusual() {
    for engine in both().await {
        let records = records(&engine).await;
        let id = log(&records, &own_story("Anne Fictive")).await.id;
        let coordinator = staff(300, Role::MedicalCoordinator);
        for _ in 0..Bounds::default().refusals {
            let mut work = records.begin(at(1)).await.expect("begun");
            let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
            assert!(work.grant::<ReadEnquiry>(&coordinator, facts.clone()).is_err());
            assert!(work.may::<ReadEnquiry>(&coordinator, facts).is_err(), "asked by the page: not logged");
            drop(work);
            assert_eq!(records.log_refusals().await.expect("written"), 1, "{}", engine.name);
        }
        assert_eq!(records.log_refusals().await.expect("nothing waits"), 0);
        let mut work = records.begin(at(2)).await.expect("begun");
        let watch: Grant<ReadAccessLog> =
            grant_all(&work, &staff(2, Role::DataProtectionOfficer), "protection");
        let (lines, _) = work.lines_since(&watch, at(0)).await.expect("read");
        let found = look(&lines, None, &Bounds::default());
        assert_eq!(found.len(), 1, "{}: {found:?}", engine.name);
        assert_eq!((found[0].kind, found[0].count), (UnusualKind::Refused, Bounds::default().refusals));
    }
}

#[tokio::test]
async fn a_message_of_the_relative_still_arrives_after_a_death() {
    for engine in both().await {
        let records = records(&engine).await;
        let new = child_of(AgeBand::Under12, None);
        let id = log(&records, &new).await.id;
        let concerned = read(&records, id).await.concerned.expect("somebody").id;
        let mut work = records.begin(at(1)).await.expect("begun");
        let answer = answer_grant(&mut work, id).await;
        work.record_death(&answer, concerned, at(0).date_naive()).await.expect("recorded");
        let follow: Grant<FollowOwnEnquiry> = grant(&mut work, &holder(id, Proof::LinkAndCode), id).await;
        let arrival = Arrival { due_at: at(100), urgency: Urgency::None };
        let said = message("Merci", "z@example.org", 2);
        assert!(work.add_own(&follow, None, &said, arrival).await.expect("kept"), "{}", engine.name);
        let rights: Grant<UseOwnRights> = grant(&mut work, &holder(id, Proof::SecondChannel), id).await;
        assert_eq!(work.whole_copy(&rights).await.expect("copied").enquiries.len(), 1, "their rights go on");
    }
}
