//! Contact between two families, on both engines: whatever is said, agreed to and taken back in whatever order, neither side sees the
//! other before both said yes, nor after an agreement ended.

use crate::cell::{accepted, medical, sent, today, write};
use crate::consents::{as_person, own, take};
use crate::engines::both;
use crate::office::{at, staff};
use ariane_domain::access::grant::{Grant, JoinFamilies};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::file::{CloseReason, FileEvent};
use ariane_domain::cell::household::Tie;
use ariane_domain::cell::{Origin, Reality};
use ariane_domain::consent::{GivenBy, Means};
use ariane_domain::families::{ContactState, SideAnswer, SideChange};
use ariane_domain::purpose::Purpose;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::families::FamilyContact;
use ariane_store::records::families::answer::ToTell;
use ariane_store::records::{Records, Work};
use chrono::TimeDelta;
use uuid::Uuid;

const DAY: i64 = 24 * 60;

/// A followed person who may agree on screen; gives the request and the file.
async fn family(records: &Records) -> (Uuid, Uuid) {
    let (enquiry, file) = own(records, "1990-01-02".parse().ok()).await;
    let mut work = records.begin(at(1)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    work.change_case(&grant, 1, FileEvent::Accept, "", today()).await.expect("accepted");
    work.commit().await.expect("kept");
    (enquiry, file)
}

/// Signs an agreement for so many days.
async fn agree(records: &Records, file: Uuid, minute: i64, days: i64) -> Uuid {
    let from = at(minute).date_naive();
    let signed =
        Some(Signed { by: GivenBy::Person, parents: None, from, until: from + TimeDelta::days(days) });
    let new = NewConsent {
        purpose: Purpose::FamilyContact,
        towards: Towards::Everybody,
        signed,
        text: "Classeur imaginaire".into(),
    };
    take(records, file, minute, new).await.expect("agreed")
}

async fn take_back(records: &Records, file: Uuid, minute: i64, consent: Uuid) -> Vec<ToTell> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let taken = work.withdraw_consent(&grant, consent, 1, Means::Spoken).await.expect("taken back");
    work.commit().await.expect("kept");
    taken.families
}

async fn join(work: &mut Work<'_>, who: &Actor, file: Uuid) -> Result<Grant<JoinFamilies>, Refusal> {
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    work.grant(who, facts)
}

async fn propose(records: &Records, first: Uuid, second: Uuid, minute: i64) -> Result<Uuid, CellError> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let one = join(&mut work, &medical(), first).await.expect("agreed");
    let two = join(&mut work, &medical(), second).await.expect("agreed");
    let id = work.propose_contact(&one, &two, "une famille imaginaire", "un enfant imaginaire").await?;
    work.commit().await.expect("kept");
    Ok(id)
}

/// What the person behind a request sees.
async fn seen(records: &Records, enquiry: Uuid, minute: i64) -> Vec<FamilyContact> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let me = as_person(&mut work, enquiry).await;
    let all = work.own_families(&me).await.expect("shown");
    work.commit().await.expect("kept");
    all
}

async fn say(
    records: &Records,
    enquiry: Uuid,
    minute: i64,
    (contact, change): (Uuid, SideChange),
    way: &str,
) -> Result<Option<ToTell>, CellError> {
    let version = seen(records, enquiry, minute).await.into_iter().find(|one| one.id == contact);
    let version = version.map_or(0, |one| one.version);
    let mut work = records.begin(at(minute)).await.expect("begun");
    let me = as_person(&mut work, enquiry).await;
    let told = work.answer_own_family(&me, contact, version, change, way).await?;
    work.commit().await.expect("kept");
    Ok(told)
}

#[tokio::test]
async fn without_the_agreement_of_both_nobody_is_even_asked() {
    for engine in both().await {
        let records = engine.records().await;
        let ((_, first), (_, second)) = (family(&records).await, family(&records).await);
        let mut work = records.begin(at(2)).await.expect("begun");
        let silent = join(&mut work, &medical(), first).await;
        assert_eq!(silent.err(), Some(Refusal::NoAgreement), "{}", engine.name);
        drop(work);
        agree(&records, first, 2, 400).await;
        let mut work = records.begin(at(3)).await.expect("begun");
        let grant = join(&mut work, &medical(), first).await.expect("agreed");
        assert!(work.families_agreed(&grant).await.expect("listed").is_empty(), "{}", engine.name);
        let other = join(&mut work, &medical(), second).await;
        assert_eq!(other.err(), Some(Refusal::NoAgreement), "{}", engine.name);
        for role in [Role::Listener, Role::HubCoordinator, Role::PsychosocialWorker] {
            let asked = join(&mut work, &staff(9, role), first).await;
            assert_eq!(asked.err(), Some(Refusal::Role), "{}: {role:?}", engine.name);
        }
        work.commit().await.expect("kept");
        agree(&records, second, 3, 400).await;
        let mut work = records.begin(at(4)).await.expect("begun");
        let grant = join(&mut work, &medical(), first).await.expect("agreed");
        let found: Vec<Uuid> =
            work.families_agreed(&grant).await.expect("listed").iter().map(|one| one.file).collect();
        assert_eq!(found, [second], "{}", engine.name);
        drop(work);
        let alone = propose(&records, first, first, 4).await;
        assert!(matches!(alone, Err(CellError::Rule("family-same"))), "{alone:?}");
        propose(&records, first, second, 4).await.expect("asked");
        let twice = propose(&records, second, first, 5).await;
        assert!(matches!(twice, Err(CellError::Rule("family-twice"))), "{twice:?}");
    }
}

#[tokio::test]
async fn each_sees_the_other_after_both_said_yes_and_no_longer_than_both_wish() {
    for engine in both().await {
        let records = engine.records().await;
        let ((anne, first), (bea, second)) = (family(&records).await, family(&records).await);
        agree(&records, first, 2, 400).await;
        let theirs = agree(&records, second, 2, 400).await;
        let id = propose(&records, first, second, 3).await.expect("asked");
        let silent = say(&records, anne, 4, (id, SideChange::Agree), " ").await;
        assert!(matches!(silent, Err(CellError::Rule("family-no-way"))), "{silent:?}");
        say(&records, anne, 4, (id, SideChange::Agree), "Marqueuranne, 621").await.expect("yes");
        for (who, of) in [(anne, "Anne"), (bea, "Béa")] {
            let one = seen(&records, who, 5).await.remove(0);
            assert_eq!((one.state, one.other_way), (ContactState::Asked, None), "{}: {of}", engine.name);
        }
        let mut work = records.begin(at(5)).await.expect("begun");
        let grant = join(&mut work, &medical(), second).await.expect("agreed");
        let stale = work.answer_for_family(&grant, id, 7, SideChange::Agree, "Marqueurbea").await;
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{stale:?}");
        drop(work);
        let mut work = records.begin(at(5)).await.expect("begun");
        let grant = join(&mut work, &medical(), second).await.expect("agreed");
        work.answer_for_family(&grant, id, 1, SideChange::Agree, "Marqueurbea, 622")
            .await
            .expect("said by voice");
        work.commit().await.expect("kept");
        let way = async |who, minute| seen(&records, who, minute).await.remove(0).other_way;
        assert_eq!(way(anne, 6).await.as_deref(), Some("Marqueurbea, 622"), "{}", engine.name);
        assert_eq!(way(bea, 6).await.as_deref(), Some("Marqueuranne, 621"), "{}", engine.name);
        for word in ["Marqueuranne", "Marqueurbea", "imaginaire"] {
            assert!(engine.files_with(word).is_empty(), "{}: {word} stands in clear", engine.name);
        }
        // The agreement of one ends: nobody sees anything from that moment on, and somebody is to call the other.
        let told = take_back(&records, second, 7, theirs).await;
        assert_eq!(told.len(), 1, "{}", engine.name);
        assert_eq!((way(anne, 7).await, way(bea, 7).await), (None, None), "{}", engine.name);
        let one = seen(&records, bea, 8).await.remove(0);
        assert_eq!(
            (one.state, one.answer, one.way.as_str()),
            (ContactState::Ended, SideAnswer::Withdrawn, "")
        );
        let late = say(&records, anne, 9, (id, SideChange::Agree), "x").await;
        assert!(matches!(late, Err(CellError::Rule("not-possible"))), "{late:?}");
    }
}

#[tokio::test]
async fn an_agreement_that_expires_closes_the_view_by_itself() {
    for engine in both().await {
        let records = engine.records().await;
        let ((anne, first), (bea, second)) = (family(&records).await, family(&records).await);
        agree(&records, first, 2, 400).await;
        agree(&records, second, 2, 10).await;
        let id = propose(&records, first, second, 3).await.expect("asked");
        say(&records, anne, 4, (id, SideChange::Agree), "Anne").await.expect("yes");
        say(&records, bea, 4, (id, SideChange::Agree), "Béa").await.expect("yes");
        let way = async |minute| seen(&records, anne, minute).await.remove(0).other_way;
        assert_eq!(way(9 * DAY).await.as_deref(), Some("Béa"), "{}", engine.name);
        assert_eq!(way(12 * DAY).await, None, "{}: over by itself", engine.name);
        agree(&records, second, 13 * DAY, 10).await;
        assert_eq!(way(13 * DAY).await.as_deref(), Some("Béa"), "{}: renewed", engine.name);
    }
}

/// Random sequences of what both sides say and agree to, against a model of four lines.
#[tokio::test]
async fn whatever_happens_in_whatever_order_the_store_keeps_to_the_rule() {
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut random = move |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    for engine in both().await {
        let records = engine.records().await;
        for _ in 0..4 {
            let sides = [family(&records).await, family(&records).await];
            let mut consents =
                [agree(&records, sides[0].1, 2, 400).await, agree(&records, sides[1].1, 2, 400).await];
            let id = propose(&records, sides[0].1, sides[1].1, 3).await.expect("asked");
            let (mut answers, mut valid) = ([SideAnswer::Asked; 2], [true; 2]);
            for step in 0..10 {
                let (minute, side) = (10 + step, random(2) as usize);
                match random(5) {
                    0 if valid[side] => {
                        take_back(&records, sides[side].1, minute, consents[side]).await;
                        valid[side] = false;
                        if ContactState::of(answers).is_live() {
                            answers[side] = match answers[side] {
                                SideAnswer::Yes => SideAnswer::Withdrawn,
                                _ => SideAnswer::No,
                            };
                        }
                    }
                    0 => {
                        consents[side] = agree(&records, sides[side].1, minute, 400).await;
                        valid[side] = true;
                    }
                    1 => {
                        if say(&records, sides[side].0, minute, (id, SideChange::Withdraw), "").await.is_ok()
                        {
                            answers[side] = SideAnswer::Withdrawn;
                        }
                    }
                    _ => {
                        if say(&records, sides[side].0, minute, (id, SideChange::Agree), "par là")
                            .await
                            .is_ok()
                        {
                            assert!(valid[side], "{}: a yes without an agreement", engine.name);
                            answers[side] = SideAnswer::Yes;
                        }
                    }
                }
                let both_wish = answers == [SideAnswer::Yes; 2] && valid == [true; 2];
                for (enquiry, _) in sides {
                    let one = seen(&records, enquiry, minute).await.remove(0);
                    assert_eq!(one.other_way.is_some(), both_wish, "{}: {answers:?} {valid:?}", engine.name);
                    assert_eq!(one.state, ContactState::of(answers), "{}", engine.name);
                }
            }
        }
    }
}

#[tokio::test]
async fn a_family_is_not_joined_with_itself_nor_with_a_finished_file() {
    for engine in both().await {
        let records = engine.records().await;
        let first = accepted(&records, "Anne Fictive").await;
        let second = accepted(&records, "Béa Fictive").await;
        agree(&records, first, 2, 400).await;
        agree(&records, second, 2, 400).await;
        let mut work = records.begin(at(3)).await.expect("begun");
        let one = write(&mut work, &medical(), first).await;
        let two = write(&mut work, &medical(), second).await;
        work.link_member(&one, Tie::Sibling, &two, Tie::Sibling).await.expect("linked");
        work.commit().await.expect("kept");
        let refused = propose(&records, first, second, 4).await;
        assert!(matches!(refused, Err(CellError::Rule("family-same"))), "{refused:?}");
        let third = accepted(&records, "Zoé Fictive").await;
        agree(&records, third, 2, 400).await;
        let mut work = records.begin(at(5)).await.expect("begun");
        let grant = write(&mut work, &medical(), third).await;
        let close = FileEvent::Close(CloseReason::Reached);
        work.change_case(&grant, 2, close, "Terminé", today()).await.expect("closed");
        work.commit().await.expect("kept");
        let refused = propose(&records, first, third, 6).await;
        assert!(matches!(refused, Err(CellError::Rule("not-possible"))), "{}: {refused:?}", engine.name);
        let training = sent(&records, "Exercice", Origin::Hub, Reality::Training).await.id;
        agree(&records, training, 2, 400).await;
        let refused = propose(&records, first, training, 7).await;
        assert!(
            matches!(refused, Err(CellError::Rule("family-other-reality"))),
            "{}: {refused:?}",
            engine.name
        );
    }
}

#[tokio::test]
async fn who_was_asked_says_no_yes_once_their_agreement_has_run_out() {
    for engine in both().await {
        let records = engine.records().await;
        let ((first_of, first), (_, second)) = (family(&records).await, family(&records).await);
        agree(&records, first, 2, 5).await;
        agree(&records, second, 2, 400).await;
        let contact = propose(&records, first, second, 3).await.expect("asked");
        let mut work = records.begin(at(7 * DAY)).await.expect("begun");
        let me = as_person(&mut work, first_of).await;
        let late = work.answer_own_family(&me, contact, 1, SideChange::Agree, "Zoé, 000").await;
        assert!(matches!(late, Err(CellError::Rule("family-no-agreement"))), "{}: {late:?}", engine.name);
        work.answer_own_family(&me, contact, 1, SideChange::Decline, "").await.expect("a no needs none");
        work.commit().await.expect("kept");
    }
}
