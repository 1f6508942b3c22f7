use super::*;
use crate::access::{Admission, BrokenGlass};
use crate::cell::Origin;
use crate::cell::admission::{self, Admitted};
use crate::purpose::{Basis, Choice, Choices, PurposeRule};
use std::collections::BTreeMap;
use uuid::Uuid;

const OURS: Uuid = Uuid::from_u128(1);
const THEIRS: Uuid = Uuid::from_u128(2);
const ENQUIRY: Uuid = Uuid::from_u128(10);
const ME: Uuid = Uuid::from_u128(20);
const REFERRAL: Uuid = Uuid::from_u128(30);
const SEAT: Uuid = Uuid::from_u128(40);

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_348_800, 0).unwrap()
}

fn register() -> Register {
    let basis = |purpose| match purpose {
        Purpose::Orientation
        | Purpose::Listening
        | Purpose::Support
        | Purpose::Coordination
        | Purpose::Rcp => Basis::Care,
        Purpose::Handover | Purpose::Transfer => Basis::Release,
        Purpose::Satisfaction | Purpose::Panel | Purpose::FamilyContact | Purpose::Research => Basis::Consent,
        Purpose::OwnRight => Basis::OwnRight,
        Purpose::Protection | Purpose::Security => Basis::Law,
        Purpose::Figures => Basis::Interest,
        Purpose::VitalInterest => Basis::Vital,
    };
    let rule = |purpose| PurposeRule {
        purpose,
        basis: basis(purpose),
        article6: String::new(),
        article9: String::new(),
        retention_months: None,
        duty_months: None,
        recipients: BTreeMap::new(),
        data: BTreeMap::new(),
        source: String::new(),
        checked: String::new(),
    };
    Register::new(Purpose::ALL.into_iter().map(rule).collect())
}

fn staff(role: Role) -> Actor {
    Actor::Staff(Staff {
        account: ME,
        controller: OURS,
        roles: vec![role],
        is_full: true,
        stepped_up_at: Some(now()),
    })
}

fn enquiry() -> Facts {
    let choices = Choices::new([
        (Purpose::Handover, Choice::Agreed),
        (Purpose::Satisfaction, Choice::Agreed),
        (Purpose::Transfer, Choice::Agreed),
        (Purpose::Panel, Choice::Agreed),
        (Purpose::Research, Choice::Agreed),
        (Purpose::FamilyContact, Choice::Agreed),
    ]);
    Facts {
        enquiry: Some(ENQUIRY),
        author: Some(ME),
        owner: Some(ME),
        is_handed_over: true,
        choices,
        admission: Some(admitted(ME, 0, 1)),
        open_referral: Some(REFERRAL),
        open_seat: Some(SEAT),
        ..Facts::of(OURS, "enquiry", ENQUIRY)
    }
}

/// The same of a person who came from where this function sends people from.
fn sent_by(role: Role, facts: &Facts) -> Facts {
    let origin = if role == Role::HubCoordinator { Origin::Hub } else { Origin::PsychosocialService };
    Facts { origin: Some(origin), ..facts.clone() }
}

/// An admission in hours from now.
fn admitted(account: Uuid, from: i64, until: i64) -> Admission {
    let at = |hours| now() + TimeDelta::hours(hours);
    Admission { account, outcome: Ok(Admitted { from: at(from), until: at(until) }) }
}

fn ask(actor: &Actor, action: Action, facts: &Facts) -> Result<Allowed, Refusal> {
    decide(actor, action, facts, &register(), now())
}

/// The whole matrix, for a reader: who may do what on a record of their own organisation whose person agreed to all.
#[test]
fn the_matrix_is_as_reviewed() {
    let mut text = String::new();
    for action in Action::ALL {
        let allowed: Vec<&str> = Role::ALL
            .into_iter()
            .filter(|role| ask(&staff(*role), *action, &sent_by(*role, &enquiry())).is_ok())
            .map(Role::word)
            .collect();
        let mut line = format!(
            "{}: {}",
            action.word(),
            if allowed.is_empty() { "nobody".into() } else { allowed.join(", ") }
        );
        // Who proved themselves a while ago only.
        let is_refused = |role: &Role| {
            let Actor::Staff(mut stale) = staff(*role) else { unreachable!() };
            stale.stepped_up_at = None;
            ask(&Actor::Staff(stale), *action, &sent_by(*role, &enquiry())) == Err(Refusal::StepUp)
        };
        if Role::ALL.iter().any(is_refused) {
            line.push_str(" (after a fresh proof)");
        }
        let others = [
            ("anyone", Actor::Anyone),
            ("link", Actor::LinkHolder { enquiry: ENQUIRY, proof: Proof::LinkAndCode }),
            ("link+", Actor::LinkHolder { enquiry: ENQUIRY, proof: Proof::SecondChannel }),
            ("intake", Actor::System("intake")),
            ("outbox", Actor::System("outbox")),
            ("retention", Actor::System("retention")),
            ("majority", Actor::System("majority")),
            ("operator", Actor::Operator),
            ("figures", Actor::System("figures")),
            ("recipient", Actor::Recipient { referral: REFERRAL }),
            ("expert", Actor::Expert { seat: SEAT }),
            ("referrals", Actor::System("referrals")),
            ("panels", Actor::System("panels")),
        ];
        for (name, actor) in others {
            if ask(&actor, *action, &enquiry()).is_ok() {
                line.push_str(&format!(" [{name}]"));
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    assert_eq!(text, include_str!("matrix.txt"));
}

#[test]
fn a_step_is_done_by_who_is_named_for_it() {
    let theirs = Facts { owner: Some(Uuid::from_u128(99)), ..enquiry() };
    assert!(theirs.object.id.is_some(), "of one file");
    for role in roles(Action::DoOwnSteps) {
        assert!(ask(&staff(*role), Action::DoOwnSteps, &enquiry()).is_ok(), "{role:?}");
        assert_eq!(ask(&staff(*role), Action::DoOwnSteps, &theirs), Err(Refusal::NotNamed), "{role:?}");
        let nobody = Facts { owner: None, ..enquiry() };
        assert_eq!(ask(&staff(*role), Action::DoOwnSteps, &nobody), Err(Refusal::NotNamed), "{role:?}");
    }
}

#[test]
fn every_job_is_on_the_list_and_no_other_may_anything() {
    for job in JOBS {
        assert!(Action::ALL.iter().any(|action| job_may(job, *action)), "{job}");
    }
    let source = include_str!("../policy.rs");
    assert_eq!(source.matches("        b\"").count(), JOBS.len(), "a job that is not on the list");
    assert!(Action::ALL.iter().all(|action| !job_may("another", *action)));
}

#[test]
fn nobody_acts_without_the_second_factor() {
    for role in Role::ALL {
        let Actor::Staff(mut half) = staff(role) else { unreachable!() };
        half.is_full = false;
        for action in Action::ALL {
            assert_eq!(
                ask(&Actor::Staff(half.clone()), *action, &enquiry()),
                Err(Refusal::SecondFactor),
                "{action:?}"
            );
        }
    }
}

#[test]
fn no_function_reaches_another_organisations_record() {
    let facts = Facts { controller: THEIRS, ..enquiry() };
    for role in Role::ALL {
        for action in Action::ALL {
            assert!(ask(&staff(role), *action, &facts).is_err(), "{role:?} {action:?}");
        }
    }
}

#[test]
fn what_was_handed_over_to_an_organisation_is_received_there_and_nothing_more() {
    let facts = Facts { controller: THEIRS, shared_with: vec![OURS], ..enquiry() };
    let coordinator = staff(Role::MedicalCoordinator);
    assert!(ask(&coordinator, Action::ReceiveHandover, &facts).is_ok());
    assert_eq!(ask(&coordinator, Action::ReadEnquiry, &facts), Err(Refusal::Role));
    let not_yet = Facts { is_handed_over: false, ..enquiry() };
    assert_eq!(ask(&coordinator, Action::ReceiveHandover, &not_yet), Err(Refusal::NotHandedOver));
}

#[test]
fn a_purpose_that_rests_on_agreement_is_refused_without_it() {
    let facts = Facts { choices: Choices::default(), ..enquiry() };
    let listener = staff(Role::Listener);
    assert_eq!(ask(&listener, Action::HandOver, &facts), Err(Refusal::NoAgreement));
    assert_eq!(ask(&listener, Action::AskSatisfaction, &facts), Err(Refusal::NoAgreement));
    assert!(ask(&listener, Action::AnswerEnquiry, &facts).is_ok(), "answering rests on care");
}

#[test]
fn after_withdrawal_only_rights_and_the_law_remain() {
    let facts = Facts { is_withdrawn: true, ..enquiry() };
    let listener = staff(Role::Listener);
    for action in [Action::ReadEnquiry, Action::AnswerEnquiry, Action::HandOver, Action::ReadListeningNotes] {
        assert_eq!(ask(&listener, action, &facts), Err(Refusal::Withdrawn), "{action:?}");
    }
    let link = Actor::LinkHolder { enquiry: ENQUIRY, proof: Proof::SecondChannel };
    assert!(ask(&link, Action::UseOwnRights, &facts).is_ok());
    assert!(ask(&link, Action::FollowOwnEnquiry, &facts).is_ok());
    assert!(ask(&staff(Role::DataProtectionOfficer), Action::ProtectData, &facts).is_ok());
}

#[test]
fn a_link_opens_its_own_enquiry_only_and_rights_need_a_second_channel() {
    let link = |proof| Actor::LinkHolder { enquiry: ENQUIRY, proof };
    let other = Facts { enquiry: Some(Uuid::from_u128(11)), ..enquiry() };
    assert_eq!(ask(&link(Proof::SecondChannel), Action::FollowOwnEnquiry, &other), Err(Refusal::OtherLink));
    assert_eq!(ask(&link(Proof::LinkAndCode), Action::UseOwnRights, &enquiry()), Err(Refusal::StrongerProof));
    assert!(ask(&link(Proof::LinkAndCode), Action::FollowOwnEnquiry, &enquiry()).is_ok());
}

#[test]
fn listening_notes_are_read_by_those_whom_the_setting_names() {
    let another = Facts { author: Some(Uuid::from_u128(21)), ..enquiry() };
    let listener = staff(Role::Listener);
    assert_eq!(ask(&listener, Action::ReadListeningNotes, &another), Err(Refusal::NotNamed));
    let all = Facts { notes_readers: NotesReaders::Listeners, ..another };
    assert!(ask(&listener, Action::ReadListeningNotes, &all).is_ok());
    assert_eq!(ask(&staff(Role::MedicalCoordinator), Action::ReadListeningNotes, &all), Err(Refusal::Role));
}

#[test]
fn what_hands_out_power_needs_a_fresh_proof() {
    let Actor::Staff(mut stale) = staff(Role::Administrator) else { unreachable!() };
    stale.stepped_up_at = Some(now() - TimeDelta::minutes(STEP_UP_MINUTES));
    let all = Facts::of_all(OURS, "accounts");
    assert_eq!(ask(&Actor::Staff(stale), Action::ManagePeople, &all), Err(Refusal::StepUp));
    assert!(ask(&staff(Role::Administrator), Action::ManagePeople, &all).is_ok());
}

#[test]
fn broken_glass_opens_reading_for_its_account_and_its_time() {
    let coordinator = staff(Role::MedicalCoordinator);
    let opened = |account, until| Facts { broken_glass: vec![BrokenGlass { account, until }], ..enquiry() };
    let later = now() + TimeDelta::minutes(1);
    assert_eq!(
        ask(&coordinator, Action::ReadEnquiry, &opened(ME, later)).map(|a| a.function),
        Ok("break-glass")
    );
    assert!(ask(&coordinator, Action::ReadEnquiry, &opened(ME, now())).is_err(), "over");
    assert!(ask(&coordinator, Action::ReadEnquiry, &opened(THEIRS, later)).is_err(), "another's");
    assert!(ask(&coordinator, Action::AnswerEnquiry, &opened(ME, later)).is_err(), "reading only");
}

#[test]
fn a_purpose_without_a_basis_allows_nothing() {
    let empty = Register::default();
    for action in Action::ALL {
        for role in Role::ALL {
            assert_eq!(decide(&staff(role), *action, &enquiry(), &empty, now()), Err(Refusal::NoBasis));
        }
    }
}

#[test]
fn what_representatives_said_stands_against_a_hand_over_and_nothing_else() {
    use crate::representation::Hindrance;
    let facts = Facts { hindrances: vec![(RepresentedAct::HandOver, Hindrance::Disagreement)], ..enquiry() };
    let refused = ask(&staff(Role::Listener), Action::HandOver, &facts);
    assert_eq!(refused, Err(Refusal::Hindered(Hindrance::Disagreement)));
    assert!(ask(&staff(Role::Listener), Action::AnswerEnquiry, &facts).is_ok());
    let elsewhere =
        Facts { hindrances: vec![(RepresentedAct::ShareOutside, Hindrance::BothParents)], ..enquiry() };
    assert!(ask(&staff(Role::Listener), Action::HandOver, &elsewhere).is_ok());
}

#[test]
fn whoever_runs_the_command_compares_only_who_agreed_to_be_passed_on() {
    use crate::representation::Hindrance;
    assert!(ask(&Actor::Operator, Action::LinkSites, &enquiry()).is_ok());
    let silent = Facts { choices: Choices::default(), ..enquiry() };
    assert_eq!(ask(&Actor::Operator, Action::LinkSites, &silent), Err(Refusal::NoAgreement));
    let withdrawn = Facts { is_withdrawn: true, ..enquiry() };
    assert_eq!(ask(&Actor::Operator, Action::LinkSites, &withdrawn), Err(Refusal::Withdrawn));
    let hindrances = vec![(RepresentedAct::ShareOutside, Hindrance::BothParents)];
    let hindered = Facts { hindrances, ..enquiry() };
    let refused = Err(Refusal::Hindered(Hindrance::BothParents));
    assert_eq!(ask(&Actor::Operator, Action::LinkSites, &hindered), refused);
}

#[test]
fn the_log_keeps_refusals_of_what_is_not_theirs_only() {
    assert!(Refusal::Role.is_kept_in_log() && Refusal::OtherOrganisation.is_kept_in_log());
    for refusal in [Refusal::NotSignedIn, Refusal::SecondFactor, Refusal::StepUp] {
        assert!(!refusal.is_kept_in_log(), "{refusal}");
    }
}

#[test]
fn a_listed_file_is_read_by_whom_a_session_lets_in_and_while_it_does() {
    use admission::Refusal as Why;
    let geneticist = staff(Role::RcpParticipant);
    let with = |admission| Facts { admission, ..enquiry() };
    let read = |facts: &Facts| ask(&geneticist, Action::ReadListedCase, facts);
    let refused = |why| Err(Refusal::NotAdmitted(why));
    assert_eq!(read(&with(Some(admitted(ME, -1, 1)))).map(|a| a.function), Ok("rcp-participant"));
    assert_eq!(read(&with(None)), refused(Why::NotInvited));
    assert_eq!(read(&with(Some(admitted(THEIRS, -1, 1)))), refused(Why::NotInvited), "another's");
    assert_eq!(read(&with(Some(admitted(ME, -1, 0)))), refused(Why::Over), "its last moment is not its own");
    assert_eq!(read(&with(Some(admitted(ME, 1, 2)))), refused(Why::NotYet));
    let closed = Admission { account: ME, outcome: Err(Why::NotOnList) };
    assert_eq!(read(&with(Some(closed))), refused(Why::NotOnList));
    for action in
        [Action::ReadCase, Action::WriteCase, Action::ListCases, Action::HoldRcp, Action::HoldMeeting]
    {
        assert_eq!(ask(&geneticist, action, &enquiry()), Err(Refusal::Role), "{action:?}");
    }
    assert!(ask(&geneticist, Action::AttendRcp, &Facts::of_all(OURS, "rcp_session")).is_ok());
    assert_eq!(ask(&geneticist, Action::AttendRcp, &with(None)), refused(Why::NotInvited));
}

/// Whatever rests on consent is refused without it, whoever asks and whatever for: a new action is held to it by being in the list.
#[test]
fn where_everything_rests_on_consent_nothing_is_done_without() {
    let ours = register();
    let rules = ours.rules().iter().cloned().map(|rule| PurposeRule { basis: Basis::Consent, ..rule });
    let all = Register::new(rules.collect());
    let silent = Facts { choices: Choices::default(), ..enquiry() };
    let agreed = Purpose::ALL.map(|purpose| (purpose, Choice::Agreed));
    let willing = Facts { choices: Choices::new(agreed), ..enquiry() };
    let taken_back = Purpose::ALL.map(|purpose| (purpose, Choice::Withdrawn));
    let unwilling = Facts { choices: Choices::new(agreed.into_iter().chain(taken_back)), ..enquiry() };
    for action in Action::ALL {
        for role in Role::ALL {
            let asked = |facts| decide(&staff(role), *action, &sent_by(role, facts), &all, now());
            let is_theirs = asked(&willing).is_ok();
            assert_eq!(is_theirs, roles(*action).contains(&role), "{action:?} {role:?}");
            let refused = if is_theirs { Refusal::NoAgreement } else { Refusal::Role };
            assert_eq!(asked(&silent), Err(refused), "{action:?} {role:?}");
            assert_eq!(asked(&unwilling), Err(refused), "{action:?} {role:?}");
        }
        for job in ["intake", "outbox", "retention", "majority"] {
            let asked = |facts| decide(&Actor::System(job), *action, facts, &all, now());
            assert!(asked(&silent).is_err() && asked(&unwilling).is_err(), "{job} {action:?}");
        }
    }
}

/// Where coordination itself rests on consent, a file without it shows one thing: whether the person was asked.
#[test]
fn of_a_file_that_nobody_agreed_to_only_the_asking_is_open() {
    let rules = register().rules().to_vec().into_iter().map(|rule| match rule.purpose {
        Purpose::Coordination => PurposeRule { basis: Basis::Consent, ..rule },
        _ => rule,
    });
    let ours = Register::new(rules.collect());
    let silent = Facts { choices: Choices::default(), ..enquiry() };
    let agreed = Facts { choices: Choices::new([(Purpose::Coordination, Choice::Agreed)]), ..enquiry() };
    let follows = Action::ALL.iter().filter(|one| purpose(**one) == Purpose::Coordination);
    for role in [Role::PsychosocialCoordinator, Role::MedicalCoordinator] {
        let may = |action, facts: &Facts| decide(&staff(role), action, facts, &ours, now()).map(|_| ());
        for action in follows.clone().filter(|one| roles(**one).contains(&role)) {
            assert_eq!(may(*action, &silent), Err(Refusal::NoAgreement), "{action:?}");
            assert_eq!(may(*action, &agreed), Ok(()), "{action:?}");
        }
        for facts in [&silent, &agreed] {
            assert_eq!(may(Action::AskForCoordination, facts), Ok(()), "{role:?}");
        }
        let elsewhere = Facts { controller: THEIRS, ..silent.clone() };
        assert_eq!(may(Action::AskForCoordination, &elsewhere), Err(Refusal::OtherOrganisation));
    }
}

#[test]
fn a_recipient_reads_one_referral_while_its_link_is_open_and_the_person_agrees() {
    let me = Actor::Recipient { referral: REFERRAL };
    let other = Facts { open_referral: Some(Uuid::from_u128(31)), ..enquiry() };
    let closed = Facts { open_referral: None, ..enquiry() };
    let withdrawn = Facts { choices: Choices::new([(Purpose::Transfer, Choice::Withdrawn)]), ..enquiry() };
    let never = Facts { choices: Choices::default(), ..enquiry() };
    for action in [Action::ReadReferral, Action::AnswerReferral] {
        assert!(ask(&me, action, &enquiry()).is_ok());
        assert_eq!(ask(&me, action, &other), Err(Refusal::OtherLink));
        assert_eq!(ask(&me, action, &closed), Err(Refusal::OtherLink));
        assert_eq!(ask(&me, action, &withdrawn), Err(Refusal::NoAgreement));
        assert_eq!(ask(&me, action, &never), Err(Refusal::NoAgreement));
    }
    for action in [Action::ReadCase, Action::WriteCase, Action::PrepareReferral, Action::SendReferral] {
        assert_eq!(ask(&me, action, &enquiry()), Err(Refusal::NotSignedIn));
    }
    let hub = staff(Role::HubCoordinator);
    assert!(ask(&hub, Action::SendReferral, &enquiry()).is_ok());
    assert_eq!(ask(&hub, Action::SendReferral, &never), Err(Refusal::NoAgreement));
    let hindered = Facts {
        hindrances: vec![(RepresentedAct::ShareOutside, crate::representation::Hindrance::Disagreement)],
        ..enquiry()
    };
    assert!(matches!(ask(&hub, Action::SendReferral, &hindered), Err(Refusal::Hindered(_))));
}

/// A number that counts up opens nothing: the hub knows what it brought, and what it is agreed to do.
#[test]
fn the_hub_prepares_a_referral_of_a_file_that_it_brought_or_that_the_person_agreed_to_pass_on() {
    let file =
        |is_known_to_hub| Facts { is_known_to_hub, ..Facts::of(OURS, "case_file", Uuid::from_u128(7)) };
    let may = |role, facts: &Facts| ask(&staff(role), Action::PrepareReferral, facts).map(|_| ());
    let unknown = file(false);
    assert_eq!(may(Role::HubCoordinator, &unknown), Err(Refusal::NotNamed));
    assert_eq!(may(Role::HubCoordinator, &file(true)), Ok(()));
    for role in [Role::MedicalCoordinator, Role::PsychosocialCoordinator] {
        assert_eq!(may(role, &unknown), Ok(()), "{role:?} follows it");
    }
    assert_eq!(may(Role::HubCoordinator, &Facts::of_all(OURS, "referrals")), Ok(()), "its own list");
}

#[test]
fn an_expert_reads_one_case_while_their_place_shows_it_and_the_person_agrees() {
    let me = Actor::Expert { seat: SEAT };
    let other = Facts { open_seat: Some(Uuid::from_u128(41)), ..enquiry() };
    let closed = Facts { open_seat: None, ..enquiry() };
    let withdrawn = Facts { choices: Choices::new([(Purpose::Panel, Choice::Withdrawn)]), ..enquiry() };
    let never = Facts { choices: Choices::default(), ..enquiry() };
    for action in [Action::ReadPanel, Action::AnswerPanel] {
        assert_eq!(ask(&me, action, &enquiry()).map(|one| one.function), Ok("expert"));
        assert_eq!(ask(&me, action, &other), Err(Refusal::OtherLink));
        assert_eq!(ask(&me, action, &closed), Err(Refusal::OtherLink));
        assert_eq!(ask(&me, action, &withdrawn), Err(Refusal::NoAgreement));
        assert_eq!(ask(&me, action, &never), Err(Refusal::NoAgreement));
        for role in Role::ALL {
            assert_eq!(ask(&staff(role), action, &enquiry()), Err(Refusal::Role), "{role:?}");
        }
    }
    for action in Action::ALL.iter().filter(|one| !matches!(one, Action::ReadPanel | Action::AnswerPanel)) {
        assert_eq!(ask(&me, *action, &enquiry()), Err(Refusal::NotSignedIn), "{action:?}");
    }
}

/// Duty D18: of the three acts none is another's, whoever asks.
#[test]
fn access_and_case_are_validated_by_two_functions_and_the_outcome_is_nobody_s_of_the_house() {
    for role in Role::ALL {
        let may = |action| ask(&staff(role), action, &enquiry()).is_ok();
        assert_eq!(may(Action::ValidatePanelAccess), role == Role::HubCoordinator, "{role:?}");
        assert_eq!(may(Action::ValidatePanelCase), role == Role::MedicalCoordinator, "{role:?}");
        assert!(!may(Action::AnswerPanel), "{role:?}: the lead closes, by their link");
    }
}

#[test]
fn a_dossier_leaves_for_the_purpose_that_was_agreed_to_and_no_other() {
    let doctor = staff(Role::MedicalCoordinator);
    let all = [
        (Action::ShareForPanel, Purpose::Panel),
        (Action::ShareForTransfer, Purpose::Transfer),
        (Action::ShareForResearch, Purpose::Research),
    ];
    for (action, purpose) in all {
        for (_, agreed) in all {
            let facts = Facts { choices: Choices::new([(agreed, Choice::Agreed)]), ..enquiry() };
            let expected = if agreed == purpose { Ok(purpose) } else { Err(Refusal::NoAgreement) };
            assert_eq!(
                ask(&doctor, action, &facts).map(|one| one.purpose),
                expected,
                "{action:?} {agreed:?}"
            );
        }
        let hindered = Facts {
            hindrances: vec![(RepresentedAct::ShareOutside, crate::representation::Hindrance::BothParents)],
            ..enquiry()
        };
        assert!(matches!(ask(&doctor, action, &hindered), Err(Refusal::Hindered(_))), "{action:?}");
        let paper = |purpose| enquiry().choices.signed_for([purpose]);
        let signed = Facts { choices: paper(purpose), ..hindered.clone() };
        assert!(ask(&doctor, action, &signed).is_ok(), "both signed: {action:?}");
        let for_another = Facts { choices: paper(Purpose::FamilyContact), ..hindered };
        assert!(matches!(ask(&doctor, action, &for_another), Err(Refusal::Hindered(_))), "{action:?}");
        let refuses = vec![(RepresentedAct::ShareOutside, crate::representation::Hindrance::Disagreement)];
        let refused = Facts { hindrances: refuses, ..signed };
        assert!(matches!(ask(&doctor, action, &refused), Err(Refusal::Hindered(_))), "whatever was signed");
        let withdrawn = Facts { is_withdrawn: true, ..enquiry() };
        assert_eq!(ask(&doctor, action, &withdrawn), Err(Refusal::Withdrawn), "{action:?}");
    }
}

#[test]
fn who_sent_somebody_follows_their_own_and_nobody_else_s() {
    let of = |origin| Facts { origin, ..Facts::of(OURS, "case_file", ENQUIRY) };
    let ask = |role, origin| decide(&staff(role), Action::FollowSent, &of(origin), &register(), now());
    assert!(ask(Role::PsychosocialWorker, Some(Origin::PsychosocialService)).is_ok());
    assert!(ask(Role::HubCoordinator, Some(Origin::Hub)).is_ok());
    for (role, origin) in [
        (Role::PsychosocialWorker, Some(Origin::Hub)),
        (Role::PsychosocialWorker, Some(Origin::Infoline)),
        (Role::HubCoordinator, Some(Origin::PsychosocialService)),
        (Role::PsychosocialWorker, None),
    ] {
        assert_eq!(ask(role, origin), Err(Refusal::NotNamed), "{role:?} {origin:?}");
    }
    let service = Facts::of(OURS, "service_file", ENQUIRY);
    for role in Role::ALL.into_iter().filter(|role| *role != Role::PsychosocialWorker) {
        let asked = decide(&staff(role), Action::FollowInService, &service, &register(), now());
        assert_eq!(asked, Err(Refusal::Role), "{role:?}: what is told to the service stays there");
    }
}
