//! Administrative checklists that editors keep, on both engines.

use crate::engines::both;
use crate::office::{at, grant_all, staff};
use ariane_domain::Language;
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, ManageChecklists};
use ariane_domain::account::Role;
use ariane_domain::place::Country;
use ariane_domain::procedure::{OwnProcedure, Procedure, ProcedureState, Step, Texts};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;

fn list(title: &str) -> Procedure {
    let fr = |text: &str| -> Texts { [(Language::Fr, text.to_owned())].into_iter().collect() };
    Procedure {
        id: "lu-fictive".into(),
        country: Country::new("LU").expect("a country"),
        need: "care-pathway/home-care".parse().expect("a need"),
        title: fr(title),
        steps: vec![Step { text: fr("Demander.") }],
        form: Texts::default(),
        payer: Texts::default(),
        deadline: Texts::default(),
        appeal: Texts::default(),
        url: String::new(),
        source: "https://example.org".into(),
        checked: String::new(),
        status: String::new(),
    }
}

fn own(state: ProcedureState, title: &str) -> OwnProcedure {
    OwnProcedure { state, procedure: list(title) }
}

#[tokio::test]
async fn every_version_of_a_checklist_is_kept_and_who_was_slower_overwrites_nothing() {
    for engine in both().await {
        let records = engine.records().await;
        let editor = staff(40, Role::DirectoryEditor);
        let mut work = records.begin(at(2)).await.expect("begun");
        let today = at(2).date_naive();
        let grant: Grant<ManageChecklists> = grant_all(&work, &editor, "procedure");
        let first = own(ProcedureState::Kept, "Première");
        work.say_of_procedure(&grant, 0, &first, today).await.expect("kept");
        let slower =
            work.say_of_procedure(&grant, 0, &own(ProcedureState::Kept, "Autre"), today).await.unwrap_err();
        assert!(matches!(slower, CellError::Store(StoreError::Conflict)), "{}: {slower:?}", engine.name);
        let mut unsourced = first.clone();
        unsourced.procedure.source.clear();
        let refused = work.say_of_procedure(&grant, 1, &unsourced, today).await.unwrap_err();
        assert!(matches!(refused, CellError::Rule("procedure-source")), "{refused:?}");
        work.say_of_procedure(&grant, 1, &own(ProcedureState::Hidden, "Première"), today)
            .await
            .expect("kept");
        work.commit().await.expect("kept");
        let mut work = records.begin(at(3)).await.expect("begun");
        work.say_of_procedure(&grant, 2, &own(ProcedureState::Kept, "Deuxième"), today).await.expect("kept");
        let versions = work.procedure_versions(&grant, "lu-fictive").await.expect("read");
        let told: Vec<_> = versions.iter().map(|one| (one.number, one.own.state)).collect();
        assert_eq!(told, [(3, ProcedureState::Kept), (2, ProcedureState::Hidden), (1, ProcedureState::Kept)]);
        work.commit().await.expect("kept");
        let kept = records.procedures_kept(OWN_CONTROLLER).await.expect("read");
        assert_eq!(kept, [own(ProcedureState::Kept, "Deuxième")], "{}: the last word holds", engine.name);
        let work = records.begin(at(3)).await.expect("begun");
        for role in [Role::Listener, Role::HubCoordinator, Role::Administrator, Role::RcpParticipant] {
            let facts = Facts::of_all(OWN_CONTROLLER, "procedure");
            assert!(work.grant::<ManageChecklists>(&staff(9, role), facts).is_err(), "{role:?}");
        }
    }
}
