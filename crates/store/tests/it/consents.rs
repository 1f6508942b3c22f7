//! Where meetings rest on consent, on both engines: no path to a file without one that counts at that moment.

use crate::cell::{accepted, medical, write};
use crate::engines::both;
use crate::office::{answer_grant, at, enquiry, grant, grant_all, listener, log, staff};
use crate::papers::{add, document};
use crate::rcp::{change, geneticist, hold, invite, reads, series};
use ariane_domain::access::grant::{
    AttendRcp, Grant, HandOver, HoldRcp, ListCases, ReadCase, ReceiveHandover, UseOwnRights, WriteCase,
};
use ariane_domain::access::{Action, Actor, Proof, Refusal, policy};
use ariane_domain::account::Role;
use ariane_domain::cell::document::DocumentKind;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::rcp::QuorumRule;
use ariane_domain::cell::{BroughtBy, Track};
use ariane_domain::consent::{ASKED, GivenBy, Means, Parents};
use ariane_domain::enquiry::{HandoverReason, RequesterKind};
use ariane_domain::purpose::{Basis, Choice, Purpose, PurposeRule, Register};
use ariane_domain::representation::RepresentativeKind;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::board::BoardFilter;
use ariane_store::records::cell::steps::NewStep;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::rcp::sessions::SessionEvent;
use ariane_store::records::{Records, Work};
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

const DAY: i64 = 24 * 60;

/// The register of the program, in which meetings rest on consent.
fn asking(records: &Records) -> Register {
    let rules = records.register().rules().iter().cloned().map(|rule| match rule.purpose {
        Purpose::Rcp => PurposeRule { basis: Basis::Consent, ..rule },
        _ => rule,
    });
    Register::new(rules.collect())
}

/// Every action that serves a purpose for which somebody is asked has its paths in [`seen`]; one that is added without them fails here.
#[test]
fn every_action_for_a_purpose_that_is_asked_is_tried_below() {
    let purposes = ASKED.iter().filter(|purpose| **purpose != Purpose::Coordination);
    let purposes: Vec<Purpose> = purposes.copied().collect();
    let asked: Vec<Action> =
        Action::ALL.iter().copied().filter(|action| purposes.contains(&policy::purpose(*action))).collect();
    // Each page of the cell serves coordination: `coordination` tries what lists open where it rests on consent.
    // That of families is tried in `families`, those of referrals in `referrals`.
    let of_referrals = [Action::SendReferral, Action::ReadReferral, Action::AnswerReferral];
    // Those of dossiers in `dossiers`.
    let of_dossiers = [Action::ShareForPanel, Action::ShareForTransfer, Action::ShareForResearch];
    // Those of comparisons between sites in `linkage`.
    let of_linkage = [Action::LinkSites];
    // Those of panels in `panels`.
    let of_panels = [
        Action::PreparePanel,
        Action::ValidatePanelCase,
        Action::ValidatePanelAccess,
        Action::ReadPanel,
        Action::AnswerPanel,
    ];
    let others = [Action::JoinFamilies, Action::ReadListedCase];
    assert_eq!(asked, [others.as_slice(), &of_referrals, &of_dossiers, &of_linkage, &of_panels].concat());
}

fn day(minute: i64) -> NaiveDate {
    at(minute).date_naive()
}

fn signed(minute: i64, days: i64) -> Option<Signed> {
    let from = day(minute);
    Some(Signed { by: GivenBy::Person, parents: None, from, until: from + TimeDelta::days(days) })
}

pub async fn take(records: &Records, file: Uuid, minute: i64, new: NewConsent) -> Result<Uuid, CellError> {
    let mut work = records.begin(at(minute)).await?;
    let grant = write(&mut work, &medical(), file).await;
    let id = work.take_consent(&grant, &new, day(minute)).await?;
    work.commit().await?;
    Ok(id)
}

fn consent(towards: Towards, signed: Option<Signed>) -> NewConsent {
    NewConsent { purpose: Purpose::Rcp, towards, signed, text: "Classeur imaginaire".into() }
}

async fn withdraw(records: &Records, file: Uuid, minute: i64, id: Uuid) -> Result<Vec<Uuid>, CellError> {
    let mut work = records.begin(at(minute)).await?;
    let grant = write(&mut work, &medical(), file).await;
    let readers = work.withdraw_consent(&grant, id, 1, Means::Spoken).await?.readers;
    work.commit().await?;
    Ok(readers)
}

/// Whether somebody who is invited sees the file, by each path that leads to it.
async fn seen(records: &Records, me: &Actor, ids: (Uuid, Uuid, Uuid), minute: i64) -> [bool; 3] {
    let (id, file, document) = ids;
    let opened = reads(records, me, (id, file), at(minute)).await;
    if let Err(refusal) = &opened {
        assert_eq!(*refusal, Refusal::NoAgreement);
    }
    let mut work = records.begin(at(minute)).await.expect("begun");
    let taken = work.read_listed_document(me, id, file, document).await.expect("answered").is_ok();
    work.commit().await.expect("kept");
    let mut work = records.begin(at(minute)).await.expect("begun");
    let Actor::Staff(who) = me else { panic!("a member of staff") };
    let facts = work.attendance_facts(who, id).await.expect("facts");
    let grant: Grant<AttendRcp> = work.grant(me, facts).expect("invited");
    let listed = work.own_rcp_session(&grant).await.expect("shown").files;
    work.commit().await.expect("kept");
    [opened.is_ok(), taken, listed.iter().any(|(one, _)| *one == file)]
}

/// A session in three hundred days, with its series, to which the geneticist is invited.
pub async fn far_session(records: &Records) -> (Uuid, Uuid) {
    let mut work = records.begin(at(2)).await.expect("begun");
    let grant: Grant<HoldRcp> = grant_all(&work, &medical(), "rcp_series");
    let id = work.begin_series(&grant, &series(QuorumRule::None, 7)).await.expect("begun");
    let one = work.one_rcp_series(&grant, id).await.expect("there");
    let session =
        work.plan_rcp(&grant, &one, None, at(300 * DAY), TimeDelta::hours(2)).await.expect("planned");
    work.commit().await.expect("kept");
    (session, id)
}

async fn list(records: &Records, session: Uuid, file: Uuid, minute: i64) -> Result<(), CellError> {
    let mut work = records.begin(at(minute)).await?;
    let (grant, case) = (hold(&work, &medical(), session).await, write(&mut work, &medical(), file).await);
    work.list_file(&grant, &case).await?;
    Ok(work.commit().await?)
}

#[tokio::test]
async fn no_file_is_listed_or_read_without_an_agreement_and_taking_it_back_tells_who_could_read() {
    for engine in both().await {
        let records = engine.records().await;
        let records = records.clone().with_register(asking(&records));
        let file = accepted(&records, "Anne Imaginaire").await;
        let paper = add(&records, file, 2, &document(DocumentKind::Report, true)).await;
        let (session, series) = far_session(&records).await;
        let refused = list(&records, session, file, 3).await;
        assert!(matches!(refused, Err(CellError::Rule("no-consent-rcp"))), "{}", engine.name);
        let elsewhere = Towards::Series(Uuid::from_u128(77), "Autre".into());
        take(&records, file, 3, consent(elsewhere, signed(3, 90))).await.expect("taken");
        take(&records, file, 3, consent(Towards::Named("Dr Imaginaire".into()), signed(3, 90)))
            .await
            .expect("taken");
        let refused = list(&records, session, file, 4).await;
        assert!(matches!(refused, Err(CellError::Rule("no-consent-rcp"))), "another's agreement is none");
        let here = Towards::Series(series, "Génétique imaginaire".into());
        let given = take(&records, file, 5, consent(here, signed(5, 90))).await.expect("taken");
        list(&records, session, file, 6).await.expect("listed");
        invite(&records, session, 500, 7).await;
        change(&records, session, 8, SessionEvent::Invite).await.expect("invited");
        assert_eq!(
            seen(&records, &geneticist(), (session, file, paper), 9).await,
            [true; 3],
            "{}",
            engine.name
        );
        let readers = withdraw(&records, file, 10, given).await.expect("taken back");
        assert_eq!(readers, [Uuid::from_u128(500)], "who is to be told");
        assert_eq!(
            seen(&records, &geneticist(), (session, file, paper), 10).await,
            [false; 3],
            "{}",
            engine.name
        );
        let twice = withdraw(&records, file, 11, given).await;
        assert!(matches!(twice, Err(CellError::Rule("already-withdrawn"))));
        let mut work = records.begin(at(12)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let grant: Grant<ReadCase> = work.grant(&medical(), facts).expect("the cell reads on: care");
        let all = work.consents_of_case(&grant).await.expect("read");
        assert_eq!(all.len(), 3);
        assert_eq!(all[2].recipient, "Génétique imaginaire");
        assert_eq!(all[2].text, "Classeur imaginaire");
        assert_eq!(all[2].withdrawn, Some(Means::Spoken));
    }
}

#[tokio::test]
async fn what_is_no_agreement_is_not_written_down() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Imaginaire").await;
        let other = accepted(&records, "Béa Imaginaire").await;
        let refused = async |new| match take(&records, file, 3, new).await {
            Err(CellError::Rule(word)) => word,
            other => panic!("{other:?}"),
        };
        let named = Towards::Named("  ".into());
        assert_eq!(refused(consent(named, signed(3, 9))).await, "no-recipient", "{}", engine.name);
        assert_eq!(refused(consent(Towards::Everybody, signed(3 + DAY, 9))).await, "consent-ahead");
        assert_eq!(refused(consent(Towards::Everybody, signed(3, -1))).await, "consent-over");
        assert_eq!(refused(consent(Towards::Everybody, signed(3, 3_000))).await, "consent-too-long");
        let by = GivenBy::Representative(RepresentativeKind::TrustedPerson);
        let heard = signed(3, 9).map(|signed| Signed { by, ..signed });
        assert_eq!(refused(consent(Towards::Everybody, heard)).await, "consent-not-theirs");
        let care = NewConsent { purpose: Purpose::Support, ..consent(Towards::Everybody, None) };
        assert_eq!(refused(care).await, "consent-not-asked");
        let given = take(&records, file, 3, consent(Towards::Everybody, signed(3, 9))).await.expect("taken");
        let elsewhere = withdraw(&records, other, 4, given).await;
        assert!(matches!(elsewhere, Err(CellError::Store(StoreError::NotThere))), "another person's");
        let mut work = records.begin(at(5)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        assert!(work.grant::<ReadCase>(&staff(502, Role::Listener), facts).is_err());
    }
}

#[tokio::test]
async fn nothing_is_agreed_to_for_somebody_who_died() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Imaginaire").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        work.change_case(&grant, 2, FileEvent::RecordDeath, "", day(2)).await.expect("recorded");
        work.commit().await.expect("kept");
        let refused = take(&records, file, 3, consent(Towards::Everybody, signed(3, 9))).await;
        assert!(matches!(refused, Err(CellError::Rule("not-possible"))), "{}: {refused:?}", engine.name);
    }
}

#[tokio::test]
async fn one_parents_agreement_opens_nothing_until_the_other_signed_too() {
    for engine in both().await {
        let records = engine.records().await;
        let records = records.clone().with_register(asking(&records));
        let file = accepted(&records, "Anne Imaginaire").await;
        let (session, _) = far_session(&records).await;
        let parent = |parents| {
            let by = GivenBy::Representative(RepresentativeKind::Parent);
            let signed = signed(3, 90).map(|signed| Signed { by, parents, ..signed });
            consent(Towards::Everybody, signed)
        };
        let alone = NewConsent { text: "  ".into(), ..parent(Some(Parents::Alone)) };
        let unshown = take(&records, file, 3, alone).await;
        assert!(matches!(unshown, Err(CellError::Rule("consent-alone-not-shown"))), "{}", engine.name);
        let given = take(&records, file, 3, parent(Some(Parents::One))).await.expect("written down");
        let refused = list(&records, session, file, 4).await;
        assert!(matches!(refused, Err(CellError::Rule("no-consent-rcp"))), "{}", engine.name);

        let second = async |minute, version, on: NaiveDate| {
            let mut work = records.begin(at(minute)).await?;
            let grant = write(&mut work, &medical(), file).await;
            work.second_parent_signed(&grant, given, version, (on, day(minute))).await?;
            work.commit().await?;
            Ok::<_, CellError>(())
        };
        let tomorrow = day(5 + DAY);
        assert!(matches!(second(5, 1, tomorrow).await, Err(CellError::Rule("consent-ahead"))));
        assert!(matches!(second(5, 9, day(5)).await, Err(CellError::Store(StoreError::Conflict))));
        second(5, 1, day(5)).await.expect("written down");
        assert!(matches!(second(6, 2, day(6)).await, Err(CellError::Rule("consent-no-second"))));
        list(&records, session, file, 7).await.expect("both signed");

        let mut work = records.begin(at(8)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        let paper = document(DocumentKind::Agreement, false);
        work.keep_signed_paper(&grant, given, 2, &paper).await.expect("kept");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
        let all = work.consents_of_case(&read).await.expect("read");
        let kept = all[0].paper.expect("beside its agreement");
        let (one, bytes) = work.read_document(&read, kept).await.expect("read");
        assert_eq!(
            (one.kind, one.is_for_rcp, bytes.as_slice()),
            (DocumentKind::Agreement, false, paper.bytes)
        );
        assert_eq!(all[0].second_on, Some(day(5)), "{}", engine.name);
        let asked = take_in(&mut work, &grant, consent(Towards::Everybody, None), 8).await;
        let unsigned = work.keep_signed_paper(&grant, asked, 1, &paper).await;
        assert!(matches!(unsigned, Err(CellError::Rule("consent-not-on-paper"))));
        work.commit().await.expect("kept");
        assert!(engine.files_with("Classeur imaginaire").is_empty(), "{}", engine.name);
    }
}

async fn take_in(work: &mut Work<'_>, grant: &Grant<WriteCase>, new: NewConsent, minute: i64) -> Uuid {
    work.take_consent(grant, &new, day(minute)).await.expect("asked")
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

/// What a reader of the papers would say: an agreement, when it was signed, until when, whether it is for this meeting, whether it stands.
struct Paper {
    id: Uuid,
    until: NaiveDate,
    is_for_us: bool,
    stands: bool,
}

#[tokio::test]
async fn over_any_sequence_a_file_is_seen_exactly_while_a_paper_says_so() {
    for engine in both().await {
        let records = engine.records().await;
        let records = records.clone().with_register(asking(&records));
        let file = accepted(&records, "Anne Imaginaire").await;
        let paper = add(&records, file, 2, &document(DocumentKind::Report, true)).await;
        let (session, series) = far_session(&records).await;
        let first = take(&records, file, 3, consent(Towards::Everybody, signed(3, 5))).await.expect("taken");
        let mut papers =
            vec![Paper { id: first, until: day(3) + TimeDelta::days(5), is_for_us: true, stands: true }];
        list(&records, session, file, 4).await.expect("listed");
        invite(&records, session, 500, 5).await;
        change(&records, session, 6, SessionEvent::Invite).await.expect("invited");
        let (mut chance, mut minute, mut both_ways) = (Chance(20_261_122), 10, [0, 0]);
        for step in 0..60 {
            minute += 1;
            match chance.below(4) {
                0 => minute += i64::try_from(chance.below(8)).expect("small") * DAY,
                1 => {
                    let standing: Vec<usize> = (0..papers.len()).filter(|n| papers[*n].stands).collect();
                    if !standing.is_empty() {
                        let which =
                            standing[usize::try_from(chance.below(standing.len() as u64)).expect("small")];
                        withdraw(&records, file, minute, papers[which].id).await.expect("taken back");
                        papers[which].stands = false;
                    }
                }
                _ => {
                    let (towards, is_for_us) = match chance.below(3) {
                        0 => (Towards::Everybody, true),
                        1 => (Towards::Series(series, "Ici".into()), true),
                        _ => (Towards::Series(Uuid::from_u128(77), "Ailleurs".into()), false),
                    };
                    let signed = signed(minute, i64::try_from(chance.below(6)).expect("small"));
                    let id = take(&records, file, minute, consent(towards, signed)).await.expect("taken");
                    let until = signed.expect("signed").until;
                    papers.push(Paper { id, until, is_for_us, stands: true });
                }
            }
            let expected = papers.iter().any(|one| one.is_for_us && one.stands && day(minute) <= one.until);
            both_ways[usize::from(expected)] += 1;
            let found = seen(&records, &geneticist(), (session, file, paper), minute).await;
            assert_eq!(found, [expected; 3], "{}, step {step}", engine.name);
        }
        assert!(both_ways.iter().all(|times| *times > 5), "the walk shows both: {both_ways:?}");
    }
}

#[tokio::test]
async fn where_following_rests_on_consent_lists_open_no_more_than_the_page_of_the_file() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, file) = own(&records, "1990-01-02".parse().ok()).await;
        let mut work = records.begin(at(1)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        work.change_case(&grant, 1, FileEvent::Accept, "", day(1)).await.expect("accepted");
        let step = NewStep {
            track: Track::Medical,
            owner: Uuid::from_u128(300),
            due: day(1),
            text: "Marqueur démarche",
            meeting: None,
        };
        work.propose_step(&grant, &step, day(1)).await.expect("proposed");
        work.commit().await.expect("kept");
        let rules = records.register().rules().iter().cloned().map(|rule| match rule.purpose {
            Purpose::Coordination => PurposeRule { basis: Basis::Consent, ..rule },
            _ => rule,
        });
        let asking = records.clone().with_register(Register::new(rules.collect()));
        let lists = async |records: &Records, minute| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let grant: Grant<ListCases> = grant_all(&work, &medical(), "case_file");
            let rows = work.board(&grant, &BoardFilter::default(), 0, 50).await.expect("listed");
            let ends = work.open_ends(&grant, false, day(minute)).await.expect("listed");
            work.commit().await.expect("kept");
            let row = rows.iter().find(|row| row.id == file).expect("it waits all the same");
            (row.name.clone(), row.birth_date.is_some(), ends.len())
        };
        let later = 5 * DAY;
        assert_eq!(lists(&records, later).await, ("Anne Fictive".to_owned(), true, 1), "{}", engine.name);
        // One thing waits all the same: that somebody asks.
        assert_eq!(lists(&asking, later).await, (String::new(), false, 1), "{}: nobody agreed", engine.name);
        let choose = async |minute, choice| {
            let mut work = asking.begin(at(minute)).await.expect("begun");
            let answer = answer_grant(&mut work, enquiry).await;
            work.choose_spoken(&answer, Purpose::Coordination, choice).await.expect("chosen");
            work.commit().await.expect("kept");
        };
        choose(later, Choice::Agreed).await;
        assert_eq!(lists(&asking, later + 1).await, ("Anne Fictive".to_owned(), true, 1), "{}", engine.name);
        choose(later + 1, Choice::Withdrawn).await;
        assert_eq!(lists(&asking, later + 2).await, (String::new(), false, 1), "{}: at once", engine.name);
    }
}

/// A person whose own request became a file, born on a day; gives the request and the file.
pub async fn own(records: &Records, born: Option<NaiveDate>) -> (Uuid, Uuid) {
    let mut about = enquiry("Anne Fictive", 0);
    about.codes.requester_kind = RequesterKind::PersonConcerned;
    about.requester.birth_date = born;
    let logged = log(records, &about).await;
    let mut work = records.begin(at(1)).await.expect("begun");
    let answer = answer_grant(&mut work, logged.id).await;
    work.choose_spoken(&answer, Purpose::Handover, Choice::Agreed).await.expect("chosen");
    let hand: Grant<HandOver> = grant(&mut work, &listener(), logged.id).await;
    let handover = work.hand_over(&hand, 1, HandoverReason::FollowUp, "").await.expect("sent");
    let facts = work.handover_facts(OWN_CONTROLLER, handover).await.expect("facts");
    let receive: Grant<ReceiveHandover> = work.grant(&medical(), facts).expect("allowed");
    let opened = work.open_from_handover(&receive, 1, BroughtBy::Listener).await.expect("opened");
    work.commit().await.expect("kept");
    (logged.id, opened.id)
}

pub async fn as_person(work: &mut Work<'_>, enquiry: Uuid) -> Grant<UseOwnRights> {
    let holder = Actor::LinkHolder { enquiry, proof: Proof::SecondChannel };
    let facts = work.enquiry_facts(OWN_CONTROLLER, enquiry).await.expect("facts");
    work.grant(&holder, facts).expect("proved")
}

#[tokio::test]
async fn a_person_of_age_agrees_on_screen_and_takes_it_back_there() {
    for engine in both().await {
        let records = engine.records().await;
        let records = records.clone().with_register(asking(&records));
        let (enquiry, file) = own(&records, "1990-01-02".parse().ok()).await;
        let (_, stranger) = own(&records, "1990-01-02".parse().ok()).await;
        let asked = take(&records, file, 2, consent(Towards::Everybody, None)).await.expect("asked");
        let elsewhere = take(&records, stranger, 2, consent(Towards::Everybody, None)).await.expect("asked");
        let paper = add(&records, file, 2, &document(DocumentKind::Report, true)).await;
        let (session, _) = far_session(&records).await;
        let refused = list(&records, session, file, 3).await;
        assert!(matches!(refused, Err(CellError::Rule("no-consent-rcp"))), "asked is not agreed");
        let mut work = records.begin(at(4)).await.expect("begun");
        let me = as_person(&mut work, enquiry).await;
        let all = work.own_consents(&me).await.expect("shown");
        assert_eq!(all.iter().map(|one| (one.id, one.given.is_some())).collect::<Vec<_>>(), [(asked, false)]);
        let theirs = work.agree_on_screen(&me, elsewhere, 1, day(4)).await;
        assert!(matches!(theirs, Err(CellError::Store(StoreError::NotThere))), "{}", engine.name);
        work.agree_on_screen(&me, asked, 1, day(4)).await.expect("agreed");
        let twice = work.agree_on_screen(&me, asked, 2, day(4)).await;
        assert!(matches!(twice, Err(CellError::Rule("not-possible"))));
        work.commit().await.expect("kept");
        list(&records, session, file, 5).await.expect("listed");
        invite(&records, session, 500, 6).await;
        change(&records, session, 7, SessionEvent::Invite).await.expect("invited");
        assert_eq!(
            seen(&records, &geneticist(), (session, file, paper), 8).await,
            [true; 3],
            "{}",
            engine.name
        );
        let mut work = records.begin(at(9)).await.expect("begun");
        let me = as_person(&mut work, enquiry).await;
        let taken = work.take_back_consent(&me, asked, 2).await.expect("taken back");
        assert_eq!(taken.readers, [Uuid::from_u128(500)]);
        work.commit().await.expect("kept");
        assert_eq!(
            seen(&records, &geneticist(), (session, file, paper), 9).await,
            [false; 3],
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn who_is_not_of_age_or_whose_age_is_not_known_signs_on_paper() {
    for engine in both().await {
        let records = engine.records().await;
        for born in [None, "2015-01-02".parse().ok()] {
            let (enquiry, file) = own(&records, born).await;
            let asked = take(&records, file, 2, consent(Towards::Everybody, None)).await.expect("asked");
            let mut work = records.begin(at(3)).await.expect("begun");
            let me = as_person(&mut work, enquiry).await;
            let refused = work.agree_on_screen(&me, asked, 1, day(3)).await;
            assert!(matches!(refused, Err(CellError::Rule("consent-minor"))), "{}", engine.name);
        }
    }
}

/// Duty D4: who takes the whole request back takes back with it what they agreed to, and whoever has something is asked.
#[tokio::test]
async fn taking_the_request_back_takes_every_agreement_back_and_ends_what_stood_on_it() {
    for engine in both().await {
        let records = engine.records().await;
        let one = crate::panel_house::case(&records).await;
        let all = crate::panel_house::open(&records, &one, 20).await;
        crate::referrals::agree(&records, one.file, crate::referrals::towards("crmr-imaginaire"), 2).await;
        let referral = crate::referrals::under_way(&records, one.file, "crmr-imaginaire", 60, 17).await;
        let none = Uuid::from_u128(9);
        assert!(crate::panel_house::sees(&records, all.expert, 18).await.is_ok());
        assert!(crate::referrals::paths(&records, referral, none, 18).await[0].is_ok());

        let mut work = records.begin(at(19)).await.expect("begun");
        let me = as_person(&mut work, one.enquiry).await;
        let taken = work.withdraw_own(&me).await.expect("taken back");
        assert_eq!(taken.len(), 2, "{}: panel and transfer", engine.name);
        let standing = work.own_consents(&me).await.expect("read");
        assert!(standing.iter().all(|one| one.withdrawn.is_some()), "{}", engine.name);
        assert_eq!(work.take_deletions(OWN_CONTROLLER).await.expect("looked").len(), 1, "{}", engine.name);
        work.commit().await.expect("kept");
        assert!(crate::panel_house::sees(&records, all.expert, 20).await.is_err(), "{}", engine.name);
        let paths = crate::referrals::paths(&records, referral, none, 20).await;
        assert!(paths.iter().all(Result::is_err), "{}: {paths:?}", engine.name);
    }
}
