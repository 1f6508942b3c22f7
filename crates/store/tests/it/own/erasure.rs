//! Erasure: its delay, holds, retention, and backups that must not give anybody back.

use super::*;

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
        let twice = work.lift_hold(&protect, hold.id).await;
        assert!(matches!(twice, Err(StoreError::NotThere)), "{}: lifted once", desk.name);
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
