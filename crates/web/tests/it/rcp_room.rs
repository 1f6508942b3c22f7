//! The room of an RCP: coordinators, outside participants, files, and a clock that the test moves.

use crate::application::Answer;
use crate::house::{leads_to, now};
use crate::infoline::{Hand, Infoline, hire};
use ariane_domain::access::grant::{Grant, ReadAccessLog, SendToCell, WriteCase};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::account::session::Level;
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_privacy::chain::Entry;
use ariane_store::accounts::Accounts;
use ariane_store::accounts::sessions::Origin as Browser;
use ariane_store::audit::read::Wanted;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::outbox::{Ending, Outgoing};
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_web::state::Settings;
use uuid::Uuid;

/// Max coordinates; Gaia and Théo take part from outside; Hana coordinates at the hub.
pub const PEOPLE: [(&str, Role); 6] = [
    ("Max Fictif", Role::MedicalCoordinator),
    ("Gaia Fictive", Role::RcpParticipant),
    ("Theo Fictif", Role::RcpParticipant),
    ("Hana Fictive", Role::HubCoordinator),
    ("Odile Fictive", Role::DataProtectionOfficer),
    ("Ada Fictive", Role::Administrator),
];

pub struct RcpRoom {
    pub line: Infoline,
    accounts: Accounts,
}

impl RcpRoom {
    pub async fn open() -> Self {
        let settings = crate::application::settings(false);
        let line = Infoline::with(Settings { now, ..settings }).await;
        let accounts = line.app.accounts.clone().expect("accounts");
        for (name, role) in PEOPLE {
            hire(&accounts, name, role).await;
        }
        Self { line, accounts }
    }

    pub async fn account(&self, name: &str) -> Uuid {
        let all = self.accounts.accounts().await.expect("read");
        all.iter().find(|one| one.name.starts_with(name)).expect("hired").id
    }

    /// Somebody, signed in just now: sessions end long before the meetings of these tests.
    pub async fn hand(&self, name: &str) -> Hand {
        let id = self.account(name).await;
        let cookie = self.accounts.begin_session(id, Level::Full, &Browser::default(), now()).await;
        Hand::with(cookie.expect("signed in"))
    }

    pub async fn get(&self, name: &str, path: &str) -> Answer {
        self.line.get(&self.hand(name).await, path).await
    }

    pub async fn post(&self, name: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.line.post(&self.hand(name).await, path, fields).await
    }

    /// Sends a form that is taken; gives where it leads.
    pub async fn done(&self, name: &str, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(name, path, fields).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.text());
        leads_to(&answer)
    }

    async fn actor(&self, name: &str, role: Role) -> Actor {
        Actor::Staff(Staff {
            account: self.account(name).await,
            controller: OWN_CONTROLLER,
            roles: vec![role],
            is_full: true,
            stepped_up_at: None,
        })
    }

    /// A file with a treating doctor; gives number and id.
    pub async fn file(&self, name: &str, reality: Reality) -> (String, Uuid) {
        let actor = self.actor("Cléo", Role::PsychosocialCoordinator).await;
        let mut work = self.line.records.begin(now()).await.expect("begun");
        let grant: Grant<SendToCell> =
            work.grant(&actor, Facts::of_all(OWN_CONTROLLER, "case_file")).expect("granted");
        let new = NewCase {
            origin: Origin::Hub,
            brought_by: BroughtBy::Psychosocial,
            reality,
            identity: Identity {
                name: name.to_owned(),
                phone: "+352 000 999".to_owned(),
                ..Identity::default()
            },
            codes: PersonCodes::default(),
            head: Head {
                question: "Question imaginaire".to_owned(),
                treating_doctor: "Dr Imaginaire".to_owned(),
                ..Head::default()
            },
        };
        let opened = work.receive_case(&grant, &new).await.expect("received");
        work.commit().await.expect("kept");
        (opened.number.to_string(), opened.id)
    }

    /// A confidential note in a file.
    pub async fn note(&self, file: Uuid, text: &str) {
        use ariane_domain::cell::Track;
        use ariane_domain::cell::analysis::NoteSharing;
        let actor = self.actor("Cléo", Role::PsychosocialCoordinator).await;
        let mut work = self.line.records.begin(now()).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("there");
        let grant: Grant<WriteCase> = work.grant(&actor, facts).expect("granted");
        let (track, sharing) = (Track::Psychosocial, NoteSharing::BothTracks);
        work.write_track_note(&grant, track, sharing, text).await.expect("written");
        work.commit().await.expect("kept");
    }

    /// A series that Max coordinates; gives its address.
    pub async fn series(&self, more: &[(&str, &str)]) -> String {
        let max = self.account("Max").await.to_string();
        let mut fields = vec![
            ("name", "Génétique fictive"),
            ("coordinator", max.as_str()),
            ("first", "2026-12-08"),
            ("time", "14:00"),
            ("minutes", "120"),
            ("cadence", "monthly"),
            ("on-holiday", "week-later"),
            ("quorum", "none"),
            ("at-least", "3"),
            ("after-validation", "7"),
            ("after-meeting", "30"),
        ];
        fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        fields.extend_from_slice(more);
        let at = self.done("Max", "/fr/rcp/serie", &fields).await;
        at.split('?').next().unwrap_or_default().to_owned()
    }

    /// A session by hand at a local time; gives its id.
    pub async fn session(&self, series: &str, at: &str) -> Uuid {
        let to = self.done("Max", &format!("{series}/plan"), &[("act", "hand"), ("at", at)]).await;
        to.rsplit('/').next().and_then(|id| id.parse().ok()).expect("a session")
    }

    /// Invites somebody, lists a file.
    pub async fn invite(&self, session: Uuid, name: &str) {
        let account = self.account(name).await.to_string();
        let fields = [("account", account.as_str()), ("specialty", "Génétique humaine")];
        self.done("Max", &format!("/fr/rcp/seance/{session}/people"), &fields).await;
    }

    pub async fn list(&self, session: Uuid, number: &str) {
        self.done("Max", &format!("/fr/rcp/seance/{session}/file"), &[("number", number)]).await;
    }

    pub async fn act(&self, session: Uuid, act: &str) -> String {
        self.done("Max", &format!("/fr/rcp/seance/{session}/state"), &[("act", act)]).await
    }

    /// The mails that wait, in the order in which they were written.
    pub async fn mails(&self) -> Vec<Outgoing> {
        let mut mails = Vec::new();
        while let Some(leased) = self.line.records.lease_outgoing(now()).await.expect("read") {
            let records = &self.line.records;
            records.end_outgoing(leased.controller, leased.id, 0, Ending::Sent, now()).await.expect("ended");
            mails.push(leased.mail);
        }
        mails
    }

    /// What the log says of somebody.
    pub async fn log(&self, name: &str) -> Vec<Entry> {
        let actor = self.actor("Odile", Role::DataProtectionOfficer).await;
        let wanted = Wanted {
            actor: Some(format!("account/{}", self.account(name).await)),
            limit: 500,
            ..Wanted::default()
        };
        let mut work = self.line.records.begin(now()).await.expect("begun");
        let grant: Grant<ReadAccessLog> =
            work.grant(&actor, Facts::of_all(OWN_CONTROLLER, "log")).expect("granted");
        let entries = work.access_log(&grant, &wanted).await.expect("the log");
        work.commit().await.expect("kept");
        entries
    }
}
