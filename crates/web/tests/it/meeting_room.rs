//! The room of the weekly meeting: both coordinators, signed in, and files from the three origins.

use crate::infoline::{Hand, Infoline, hire, value};
use ariane_domain::access::grant::{ReceiveHandover, SendToCell};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::persons::{Identity, PersonCodes};

/// The room.
pub struct Room {
    pub line: Infoline,
    /// The psycho-social coordinator.
    pub cleo: Hand,
    /// The medical coordinator.
    pub max: Hand,
    /// Account of Cléo.
    pub owner: String,
    actor: Actor,
}

impl Room {
    pub async fn open() -> Self {
        let line = Infoline::open().await;
        let accounts = line.app.accounts.clone().expect("accounts");
        let max = hire(&accounts, "Max Fictif", Role::MedicalCoordinator).await;
        let all = accounts.accounts().await.expect("read");
        let cleo = all.iter().find(|one| one.name.starts_with("Cléo")).expect("there");
        let actor = Actor::Staff(Staff {
            account: cleo.id,
            controller: OWN_CONTROLLER,
            roles: cleo.roles.clone(),
            is_full: true,
            stepped_up_at: None,
        });
        let owner = cleo.id.to_string();
        Self { cleo: line.cell.clone(), line, max, owner, actor }
    }

    /// Somebody reaches the cell from the service or the hub; gives the number of their file.
    pub async fn file(&self, origin: Origin, reality: Reality, name: &str) -> i64 {
        let mut work = self.line.records.begin(crate::application::now()).await.expect("begun");
        let facts = Facts::of_all(OWN_CONTROLLER, "case_file");
        let grant = work.grant::<SendToCell>(&self.actor, facts).expect("granted");
        let new = NewCase {
            origin,
            brought_by: BroughtBy::Psychosocial,
            reality,
            identity: Identity { name: name.to_owned(), ..Identity::default() },
            codes: PersonCodes::default(),
            head: Head::default(),
        };
        let opened = work.receive_case(&grant, &new).await.expect("received");
        work.commit().await.expect("kept");
        opened.number
    }

    /// Somebody whom the infoline hands over; gives the number of their file.
    pub async fn handed_over(&self, name: &str) -> i64 {
        let line = &self.line;
        let call = [("name", name), ("f-requester-kind", "person-concerned"), ("summary", "Suivi")];
        let at = line.log(&line.anne, &call).await;
        line.post(&line.anne, &format!("{at}/choice"), &[("purpose", "handover"), ("choice", "agreed")])
            .await;
        let version = line.version(&line.anne, &at).await;
        let sent = [("version", version.as_str()), ("reason", "follow-up"), ("message", "")];
        let answer = line.post(&line.anne, &format!("{at}/handover"), &sent).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let mut work = line.records.begin(crate::application::now()).await.expect("begun");
        let open = work.handovers_open(OWN_CONTROLLER).await.expect("read");
        let one = open.last().expect("handed over");
        let facts = work.handover_facts(OWN_CONTROLLER, one.id).await.expect("there");
        let grant = work.grant::<ReceiveHandover>(&self.actor, facts).expect("granted");
        let opened = work.open_from_handover(&grant, 1, BroughtBy::Listener).await.expect("opened");
        work.commit().await.expect("kept");
        opened.number
    }

    /// Plans a meeting at a local time and gives its address.
    pub async fn plan(&self, list: &str, at: &str) -> String {
        let before = self.line.get(&self.cleo, list).await.text();
        let answer = self.line.post(&self.cleo, list, &[("act", "plan"), ("at", at)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let after = self.line.get(&self.cleo, list).await.text();
        let mark = "href=\"/fr/reunions/seance/";
        let ids = after.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
        let id = ids.into_iter().find(|id| !before.contains(id)).expect("planned");
        format!("/fr/reunions/seance/{id}")
    }

    /// A live meeting about these files, and the address of each item.
    pub async fn live(&self, numbers: &[i64]) -> (String, Vec<String>) {
        let at = self.plan("/fr/reunions", "2026-11-24T14:00").await;
        for number in numbers {
            let sent = [("number", number.to_string())];
            let sent: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (*n, v.as_str())).collect();
            assert_eq!(self.line.post(&self.cleo, &format!("{at}/file"), &sent).await.status, 303);
        }
        let begun = self.line.post(&self.cleo, &format!("{at}/state"), &[("act", "begin")]).await;
        assert_eq!(begun.status, 303, "{}", begun.text());
        let items = self.items(&at).await;
        (at, items)
    }

    /// The addresses of the items of a meeting.
    pub async fn items(&self, at: &str) -> Vec<String> {
        let text = self.line.get(&self.cleo, at).await.text();
        let ids = text.split("data-item=\"").skip(1).filter_map(|rest| rest.split('"').next());
        ids.map(|id| format!("{at}/item/{id}")).collect()
    }

    /// The version of the minutes that a page shows.
    pub async fn minutes(&self, hand: &Hand, at: &str) -> String {
        value(&self.line.get(hand, at).await.text(), "data-minutes=\"")
    }
}
