//! Private links, the codes that prove more, and what each opens.

use super::*;

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
async fn who_writes_gets_one_link_and_what_is_not_there_is_not_locked() {
    for desk in desks().await {
        let logged = write(&desk, "t1").await;
        let mut work = desk.records.begin(now()).await.expect("begun");
        let anyone: Grant<WriteToInfoline> =
            work.grant(&Actor::Anyone, Facts::of_all(OWN_CONTROLLER, "enquiry")).expect("anyone may");
        let second = work.make_link(&anyone, logged.id, "t2", "hash", Travelled::Screen).await;
        assert!(matches!(second, Err(StoreError::NotPossible)), "{}: only staff make another", desk.name);
        let bare = work.log_enquiry(&anyone, &new_enquiry("t3", SafeContact::default(), "")).await;
        let bare = bare.expect("logged").id;
        let lock: Grant<LockLink> = grant_for(&mut work, &staff(1, Role::Listener), bare).await;
        let none = work.lock_link(&lock, true).await;
        assert!(matches!(none, Err(StoreError::NotThere)), "{}: it has no link", desk.name);
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
