//! The clinical summary of a file: who writes it, what is refused whole, and how it lies in the database, on both engines.

use crate::cell::{accepted, medical, social, write};
use crate::engines::both;
use crate::office::{at, grant_all, staff};
use ariane_domain::access::grant::{ApproveBreakGlass, Grant, OpenEmergency, ReadAccessLog, ReadCase};
use ariane_domain::access::{Actor, Staff};
use ariane_domain::account::Role;
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::{Allergy, Problem};
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship, Relative};
use ariane_domain::clinical::variant::Variant;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::care::clinical::KeptEntry;
use ariane_store::records::cell::CellError;
use ariane_store::records::own::emergency::Sought;
use chrono::NaiveDate;
use uuid::Uuid;

pub fn allergy(substance: &str) -> Entry {
    Entry::Allergy(Allergy { substance: substance.into(), reaction: String::new() })
}

pub fn variant(text: &str) -> Entry {
    Entry::Variant(Variant { gene: "PAX6".into(), text: text.into(), ..Variant::default() })
}

pub fn relative(kinship: Kinship, child_of: Option<Uuid>) -> Entry {
    Entry::Relative(Relative {
        kinship,
        child_of,
        sex: KinSex::NotSaid,
        affected: Affected::Carrier,
        is_deceased: false,
        born: None,
        note: String::new(),
    })
}

async fn add(records: &Records, who: &Actor, file: Uuid, new: Vec<Entry>) -> Result<(), CellError> {
    let mut work = records.begin(at(2)).await.expect("begun");
    let grant = write(&mut work, who, file).await;
    work.add_entries(&grant, new).await?;
    work.commit().await.expect("kept");
    Ok(())
}

async fn entries(records: &Records, file: Uuid) -> Vec<KeptEntry> {
    let mut work = records.begin(at(3)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let grant: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
    let case = work.read_case(&grant).await.expect("read");
    work.commit().await.expect("kept");
    case.care.clinical
}

#[tokio::test]
async fn clinicians_write_all_or_nothing_and_nothing_of_it_stands_in_clear() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let refused = add(&records, &social(), file, vec![allergy("Marqueur")]).await;
        assert!(matches!(refused, Err(CellError::Rule("clinical-not-yours"))), "{refused:?}");
        let half = vec![allergy("latex"), variant("exon 5")];
        let refused = add(&records, &medical(), file, half).await;
        assert!(matches!(refused, Err(CellError::Rule("clinical-not-a-variant"))), "{refused:?}");
        assert!(entries(&records, file).await.is_empty(), "{}: half of a form was kept", engine.name);
        let new =
            vec![allergy("Marqueurlatex"), variant("NM_000280.4:c.718C>T"), relative(Kinship::Mother, None)];
        add(&records, &medical(), file, new).await.expect("written");
        let again = add(&records, &medical(), file, vec![allergy("marqueurLATEX")]).await;
        assert!(matches!(again, Err(CellError::Rule("clinical-twice"))), "{again:?}");
        let there = entries(&records, file).await;
        assert_eq!(there.len(), 3, "{}", engine.name);
        assert!(there.iter().any(|one| one.kept.entry == allergy("Marqueurlatex")));
        for word in ["Marqueurlatex", "NM_000280.4", "\"kinship\""] {
            assert!(engine.files_with(word).is_empty(), "{}: {word} stands in clear", engine.name);
        }
    }
}

#[tokio::test]
async fn of_two_who_correct_one_entry_the_second_is_told_and_a_parent_goes_after_the_children() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        add(&records, &medical(), file, vec![allergy("latex"), relative(Kinship::Sister, None)])
            .await
            .expect("written");
        let there = entries(&records, file).await;
        let (first, sister) = (&there[0], there[1].kept.id);
        let correct = async |version, entry| {
            let mut work = records.begin(at(3)).await.expect("begun");
            let grant = write(&mut work, &medical(), file).await;
            let done = work.change_entry(&grant, first.kept.id, version, entry).await;
            if done.is_ok() {
                work.commit().await.expect("kept");
            }
            done
        };
        correct(1, allergy("latex naturel")).await.expect("corrected");
        let late = correct(1, allergy("gants")).await;
        assert!(matches!(late, Err(CellError::Store(StoreError::Conflict))), "{late:?}");
        let other_kind =
            correct(2, Entry::Problem(Problem { text: "toux".into(), ..Problem::default() })).await;
        assert!(other_kind.is_err(), "an allergy does not become a problem");
        assert_eq!(entries(&records, file).await[0].kept.entry, allergy("latex naturel"));

        add(&records, &medical(), file, vec![relative(Kinship::ChildOf, Some(sister))])
            .await
            .expect("a nephew");
        let astray =
            add(&records, &medical(), file, vec![relative(Kinship::ChildOf, Some(first.kept.id))]).await;
        assert!(matches!(astray, Err(CellError::Rule("clinical-no-such-relative"))), "{astray:?}");
        let remove = async |id, why| {
            let mut work = records.begin(at(4)).await.expect("begun");
            let grant = write(&mut work, &medical(), file).await;
            let done = work.remove_entry(&grant, id, why).await;
            if done.is_ok() {
                work.commit().await.expect("kept");
            }
            done
        };
        assert!(matches!(remove(sister, "erreur").await, Err(CellError::Rule("clinical-has-children"))));
        assert!(matches!(remove(first.kept.id, " ").await, Err(CellError::Rule("reason-missing"))));
        remove(first.kept.id, "erreur").await.expect("taken away");
        assert!(matches!(remove(first.kept.id, "erreur").await, Err(CellError::Store(StoreError::NotThere))));
    }
}

#[tokio::test]
async fn an_entry_of_one_file_is_not_changed_through_another() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let other = accepted(&records, "Bruno Fictif").await;
        add(&records, &medical(), file, vec![allergy("latex")]).await.expect("written");
        let id = entries(&records, file).await[0].kept.id;
        let mut work = records.begin(at(3)).await.expect("begun");
        let grant = write(&mut work, &medical(), other).await;
        let astray = work.change_entry(&grant, id, 1, allergy("autre")).await;
        assert!(matches!(astray, Err(CellError::Store(StoreError::NotThere))), "{astray:?}");
        assert!(work.remove_entry(&grant, id, "erreur").await.is_err());
        drop(work);
        assert_eq!(entries(&records, file).await[0].kept.entry, allergy("latex"));
    }
}

#[tokio::test]
async fn an_emergency_opens_the_little_it_needs_alone_and_somebody_else_looks_afterwards() {
    for engine in both().await {
        let records = engine.records().await;
        let file = crate::referrals::file(&records, "Anne Fictive").await;
        let entries = vec![
            allergy("latex"),
            variant("NM_000280.4:c.718C>T"),
            relative(Kinship::Mother, None),
            Entry::Problem(Problem { text: "asthme".into(), ..Problem::default() }),
        ];
        add(&records, &medical(), file, entries).await.expect("written");
        let hub = staff(310, Role::HubCoordinator);
        let born: NaiveDate = "1990-01-02".parse().expect("a date");
        let open = async |who: &Actor, sought: Sought, reason: &str| {
            let mut work = records.begin(at(9)).await.expect("begun");
            let found = work.emergency_facts(OWN_CONTROLLER, &sought).await.expect("looked");
            let grant: Grant<OpenEmergency> =
                work.grant(who, found.ok_or("nobody")?).map_err(|_| "refused")?;
            let opened = work.open_emergency(&grant, reason).await.map_err(|_| "no reason")?;
            work.commit().await.expect("kept");
            Ok::<_, &str>(opened)
        };
        let named = |name: &str| Sought::Person(name.into(), born);
        let opened = open(&hub, named("fictive anne"), "malaise au bloc").await.expect("opened");
        let needed: Vec<&Entry> = opened.entries.iter().map(|one| &one.entry).collect();
        assert_eq!(needed.len(), 2, "{}: no genes, no family", engine.name);
        assert_eq!(*needed[0], allergy("latex"));
        assert_eq!(open(&hub, named("Bruno"), "x").await.err(), Some("nobody"));
        assert_eq!(
            open(&hub, named(" "), "x").await.err(),
            Some("nobody"),
            "a birth date alone names nobody"
        );
        assert_eq!(open(&hub, Sought::Number(opened.number), " ").await.err(), Some("no reason"));
        for other in [social(), staff(1, Role::Listener), staff(2, Role::Administrator)] {
            assert_eq!(
                open(&other, Sought::Number(opened.number), "x").await.err(),
                Some("refused"),
                "{other:?}"
            );
        }

        let mut work = records.begin(at(10)).await.expect("begun");
        let officer = stepped_up(7, Role::DataProtectionOfficer);
        let watch: Grant<ReadAccessLog> = grant_all(&work, &officer, "protection");
        let list = work.emergency_openings(&watch).await.expect("listed");
        assert_eq!(list.iter().map(|one| one.number).collect::<Vec<_>>(), [opened.number], "{}", engine.name);
        let own: Grant<ApproveBreakGlass> =
            grant_all(&work, &stepped_up(310, Role::Administrator), "protection");
        assert!(work.review_emergency(&own, list[0].id, true).await.is_err(), "who opened does not look");
        let review: Grant<ApproveBreakGlass> = grant_all(&work, &officer, "protection");
        work.review_emergency(&review, list[0].id, false).await.expect("looked at");
        assert!(work.review_emergency(&review, list[0].id, true).await.is_err(), "once");
        // Somebody looks at the same moment: on PostgreSQL they see it as it was and wait, on SQLite they wait before.
        let second = async {
            let mut other = records.begin(at(10)).await.expect("begun");
            let review: Grant<ApproveBreakGlass> = grant_all(&other, &officer, "protection");
            other.review_emergency(&review, list[0].id, true).await
        };
        let first = async {
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            work.commit().await.expect("kept");
        };
        let (second, ()) = tokio::join!(second, first);
        assert!(second.is_err(), "{}: one judgement counts", engine.name);
        let mut work = records.begin(at(11)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
        let thread = work.read_case(&read).await.expect("read").thread;
        assert!(thread.iter().any(|knot| knot.kind == "emergency-opened" && knot.text == "malaise au bloc"));
    }
}

fn stepped_up(account: u128, role: Role) -> Actor {
    match staff(account, role) {
        Actor::Staff(one) => Actor::Staff(Staff { stepped_up_at: Some(at(10)), ..one }),
        other => other,
    }
}
