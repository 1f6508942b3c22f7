//! What is refused about referrals and the roster though a grant was given, on both engines: each was found by taking the check away
//! (`mutation/checks.py`).

use crate::consents::{as_person, own};
use crate::engines::both;
use crate::office::at;
use crate::referrals::{
    agree, answer, begin, code, dies, dossier, file, hub, is_conflict, new, paths, prepare, question, rule,
    rule_of, said, towards, under_way,
};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, PrepareReferral, SendReferral};
use ariane_domain::protection::erasure::Delay;
use ariane_domain::referral::link::Channel;
use ariane_domain::referral::state::ToldWay;
use ariane_domain::referral::{ReferralChange, ReferralState};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::referrals::draft::NewReferral;
use ariane_store::records::referrals::roster::MemberText;
use ariane_store::records::referrals::send::Sending;
use ariane_store::records::referrals::{Card, Head};
use ariane_store::records::{Records, Work};
use chrono::TimeDelta;
use uuid::Uuid;

async fn case_grant(work: &mut Work<'_>, file: Uuid) -> Grant<PrepareReferral> {
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    work.grant(&hub(), facts).expect("allowed")
}

async fn send_grant(work: &mut Work<'_>, id: Uuid) -> Grant<SendReferral> {
    let facts = work.referral_sending_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(&hub(), facts).expect("agreed")
}

fn without_mail(organisation: &str, key: u128) -> NewReferral {
    let there = new(organisation, key);
    NewReferral {
        head: Head { card: Card { mail: " ".into(), ..there.head.card.clone() }, ..there.head },
        ..there
    }
}

#[tokio::test]
async fn nothing_is_begun_for_nobody_nor_about_somebody_who_died_nor_written_anew_once_it_left() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        let mut work = records.begin(at(1)).await.expect("begun");
        let grant = case_grant(&mut work, file).await;
        let mut nobody = new("crmr-imaginaire", 7);
        nobody.head.card.name = " ".into();
        assert_eq!(rule_of(work.begin_referral(&grant, &nobody).await), "no-recipient", "{}", engine.name);
        drop(work);
        agree(&records, file, towards("crmr-imaginaire"), 2).await;
        let id = under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        let version = dossier(&records, id, 4).await.referral.version;
        let mut work = records.begin(at(4)).await.expect("begun");
        let grant = prepare(&mut work, id).await;
        let anew = work.write_referral_draft(&grant, version, "Autre question", "fr", (&[], false)).await;
        assert_eq!(rule_of(anew), "not-possible", "{}: what left is not written anew", engine.name);
        drop(work);
        dies(&records, file, 5).await;
        let mut work = records.begin(at(6)).await.expect("begun");
        let grant = case_grant(&mut work, file).await;
        let late = work.begin_referral(&grant, &new("crmr-imaginaire", 8)).await;
        assert_eq!(rule_of(late), "not-possible", "{}", engine.name);
    }
}

#[tokio::test]
async fn who_asks_back_or_declines_says_why() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        agree(&records, file, towards("crmr-imaginaire"), 2).await;
        let id = under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        for change in [ReferralChange::AskBack, ReferralChange::Decline] {
            let silent = answer(&records, id, change, &said(3, 20, " ", 0), 4).await;
            assert_eq!(rule_of(silent), "words-missing", "{}: {change}", engine.name);
        }
    }
}

#[tokio::test]
async fn a_link_goes_over_a_channel_of_links_to_who_has_an_address() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        agree(&records, file, towards("crmr-imaginaire"), 2).await;
        let id = begin(&records, file, &without_mail("crmr-imaginaire", 1), 3).await;
        question(&records, id, &[], 3).await;
        let rule = rule();
        let how = |channel| Sending {
            version: 2,
            key: Some(Uuid::from_u128(9)),
            rule: &rule,
            is_listed: true,
            sender: "Cléo Fictive",
            channel,
        };
        for (channel, word) in [(Channel::Phone, "not-possible"), (Channel::Mail, "no-address")] {
            let mut work = records.begin(at(4)).await.expect("begun");
            let grant = send_grant(&mut work, id).await;
            let sent = work.send_referral(&grant, &how(channel), |_| Outgoing::default()).await;
            assert_eq!(rule_of(sent), word, "{}: {channel}", engine.name);
        }
        let mut work = records.begin(at(5)).await.expect("begun");
        let grant = send_grant(&mut work, id).await;
        let early = work.renew_referral_link(&grant, Channel::Letter, |_| Outgoing::default()).await;
        assert_eq!(rule_of(early), "not-possible", "{}: there is nothing to read yet", engine.name);
        work.send_referral(&grant, &how(Channel::Letter), |_| Outgoing::default()).await.expect("sent");
        let by_mail = work.renew_referral_link(&grant, Channel::Mail, |_| Outgoing::default()).await;
        assert_eq!(rule_of(by_mail), "no-address", "{}", engine.name);
        work.renew_referral_link(&grant, Channel::Letter, |_| Outgoing::default()).await.expect("another");
        work.commit().await.expect("kept");
        assert_eq!(rule_of(code(&records, id, Channel::Letter, 6).await), "same-channel");
    }
}

#[tokio::test]
async fn sending_and_passing_on_have_ways_of_their_own_and_an_outcome_is_told_once_there_is_one() {
    for engine in both().await {
        let records = engine.records().await;
        let (one, other) = (file(&records, "Anne Fictive").await, file(&records, "Bruno Fictif").await);
        agree(&records, one, towards("crmr-imaginaire"), 2).await;
        let id = begin(&records, one, &new("crmr-imaginaire", 1), 3).await;
        let mut work = records.begin(at(4)).await.expect("begun");
        let grant = prepare(&mut work, id).await;
        for change in [ReferralChange::Send, ReferralChange::PassOn] {
            let astray = work.change_referral(&grant, change, &said(1, 5, "mots", 0)).await;
            assert_eq!(rule_of(astray), "not-possible", "{}: {change}", engine.name);
        }
        let early = work.note_referral_told(&grant, 1, false, ToldWay::Spoken).await;
        assert_eq!(rule_of(early), "not-possible", "{}", engine.name);
        let elsewhere = case_grant(&mut work, other).await;
        let passed = work.pass_on_referral(&grant, &elsewhere, 1, new("crmr-suivant", 6)).await;
        assert!(
            matches!(passed, Err(CellError::Store(StoreError::NotThere))),
            "{}: the file of another person: {passed:?}",
            engine.name
        );
        let case = case_grant(&mut work, one).await;
        let same = work.pass_on_referral(&grant, &case, 1, new("crmr-imaginaire", 6)).await;
        assert_eq!(rule_of(same), "same-recipient", "{}", engine.name);
        drop(work);
        assert_eq!(dossier(&records, id, 5).await.referral.state, ReferralState::Draft);
    }
}

async fn roster(records: &Records) -> (Work<'_>, Grant<PrepareReferral>) {
    let work = records.begin(at(30)).await.expect("begun");
    let grant = work.grant(&hub(), Facts::of_all(OWN_CONTROLLER, "roster")).expect("allowed");
    (work, grant)
}

#[tokio::test]
async fn the_roster_holds_people_who_can_be_reached_and_absences_that_make_sense() {
    for engine in both().await {
        let records = engine.records().await;
        let (mut work, grant) = roster(&records).await;
        let text =
            MemberText { name: "Béa Fictive".into(), mail: "x@example.org".into(), ..MemberText::default() };
        let network = ["ern-rnd".to_owned()];
        let without = work.keep_hub_member(&grant, None, &[], &text, false).await;
        assert_eq!(rule_of(without), "roster-no-network", "{}", engine.name);
        let unreached = MemberText { mail: " ".into(), ..text.clone() };
        let unreached = work.keep_hub_member(&grant, None, &network, &unreached, false).await;
        assert_eq!(rule_of(unreached), "referral-no-way", "{}", engine.name);
        let id = work.keep_hub_member(&grant, None, &network, &text, false).await.expect("kept");
        let stale = work.keep_hub_member(&grant, Some((id, 7)), &network, &text, false).await;
        assert!(is_conflict(&stale), "{}: {stale:?}", engine.name);
        let day = at(30).date_naive();
        let backwards = work.add_hub_absence(&grant, id, (day, day - TimeDelta::days(1)), None).await;
        assert_eq!(rule_of(backwards), "empty-span", "{}", engine.name);
        let own = work.add_hub_absence(&grant, id, (day, day), Some(id)).await;
        assert_eq!(rule_of(own), "stands-in-for-self", "{}", engine.name);
        assert!(
            work.keep_hub_member(&grant, Some((id, 1)), &[], &text, true).await.is_ok(),
            "who left has none"
        );
    }
}

#[tokio::test]
async fn an_erasure_ends_what_is_under_way_and_its_link_opens_nothing() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, file) = own(&records, "1990-01-02".parse().ok()).await;
        agree(&records, file, towards("crmr-imaginaire"), 2).await;
        let id = under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        let none = Uuid::from_u128(9);
        assert!(paths(&records, id, none, 4).await[0].is_ok(), "{}", engine.name);
        let mut work = records.begin(at(5)).await.expect("begun");
        let person = as_person(&mut work, enquiry).await;
        let effective = work.ask_erasure(&person, Delay(0)).await.expect("asked");
        work.commit().await.expect("kept");
        let later = effective + TimeDelta::days(3 * 365);
        for due in records.due_erasures(later).await.expect("looked") {
            records.carry_out(&due, later).await.expect("done");
        }
        let mut work = records.begin(later).await.expect("begun");
        let facts = work.referral_reading_facts(OWN_CONTROLLER, id).await.expect("facts");
        assert!(facts.open_referral.is_none(), "{}: it ended", engine.name);
        drop(work);
        let minute = (later - at(0)).num_minutes();
        assert!(paths(&records, id, none, minute).await.iter().all(Result::is_err), "{}", engine.name);
    }
}

#[tokio::test]
async fn of_two_who_answer_at_the_same_moment_one_does_and_the_other_is_told() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        agree(&records, file, towards("crmr-imaginaire"), 2).await;
        let id = under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        let version = dossier(&records, id, 4).await.referral.version;
        let (accepts, declines) = (said(version, 90, "", 0), said(version, 91, "Complet", 0));
        let (first, second) = tokio::join!(
            answer(&records, id, ReferralChange::Accept, &accepts, 5),
            answer(&records, id, ReferralChange::Decline, &declines, 5),
        );
        let done = [&first, &second].into_iter().filter(|one| matches!(one, Ok(true))).count();
        assert_eq!(done, 1, "{}: {first:?} {second:?}", engine.name);
        let state = dossier(&records, id, 6).await.referral.state;
        let wanted = if first.is_ok() { ReferralState::Accepted } else { ReferralState::Declined };
        assert_eq!(state, wanted, "{}", engine.name);
    }
}
