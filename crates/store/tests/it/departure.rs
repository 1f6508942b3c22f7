//! Somebody leaves: what they looked after goes to others in the same act, or the account stays.

use crate::cell::{new_case, today, write};
use crate::engines::both;
use crate::office::{answer_grant, at, enquiry, grant_all, listener, log, staff};
use crate::rcp::series;
use ariane_domain::Language;
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{
    DoOwnSteps, FollowInService, Grant, HoldMeeting, HoldRcp, ReadCase, SendToCell,
};
use ariane_domain::account::departure::{Held, NobodyLeft};
use ariane_domain::account::{AccountState, Role};
use ariane_domain::cell::file::{CloseReason, FileEvent};
use ariane_domain::cell::rcp::QuorumRule;
use ariane_domain::cell::{Origin, Reality, Span, Track};
use ariane_domain::enquiry::{Change, State};
use ariane_store::StoreError;
use ariane_store::accounts::people::{Account, NewAccount};
use ariane_store::accounts::{Accounts, By};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::cell::read::Case;
use ariane_store::records::cell::steps::NewStep;
use ariane_store::records::departure::DepartureError;
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::rcp::series::SeriesText;
use ariane_store::records::service::file::{NewServiceFile, ServiceHead};
use chrono::TimeDelta;
use std::collections::BTreeMap;
use uuid::Uuid;

async fn account(accounts: &Accounts, name: &str, role: Role) -> Account {
    let mail = format!("{name}@example.org");
    let new = NewAccount { mail: &mail, name, language: Language::Fr, roles: &[role] };
    let made = accounts.create(By::anyone(at(0)), new).await.expect("stored").expect("a new address");
    accounts.set_state(By::anyone(at(0)), made.id, AccountState::Active).await.expect("stored");
    made
}

fn acts(account: &Account) -> Actor {
    staff(account.id.as_u128(), account.roles[0])
}

/// A team, and what Sophie holds in it.
struct Team {
    records: Records,
    accounts: Accounts,
    chief: Account,
    sophie: Account,
    marc: Account,
    file: Uuid,
    enquiry: Uuid,
}

impl Team {
    async fn new(records: Records) -> Self {
        let accounts = Accounts::new(&records);
        let chief = account(&accounts, "chief", Role::Administrator).await;
        let sophie = account(&accounts, "sophie", Role::PsychosocialCoordinator).await;
        let marc = account(&accounts, "marc", Role::MedicalCoordinator).await;
        let logged = log(&records, &enquiry("Luc Imaginaire", 0)).await;
        let mut work = records.begin(at(0)).await.expect("begun");
        let send: Grant<SendToCell> = grant_all(&work, &acts(&sophie), "case_file");
        let case = new_case("Anne Fictive", Origin::PsychosocialService, Reality::Real);
        let file = work.receive_case(&send, &case).await.expect("received").id;
        let grant = write(&mut work, &acts(&sophie), file).await;
        work.change_case(&grant, 1, FileEvent::Accept, "", today()).await.expect("accepted");
        work.hold_track(&grant, 2, Track::Medical, marc.id).await.expect("held");
        let due = today() + TimeDelta::days(10);
        let step =
            NewStep { track: Track::Medical, owner: sophie.id, due, text: "Marqueur IRM", meeting: None };
        work.propose_step(&grant, &step, today()).await.expect("proposed");
        work.owe_call(&grant, sophie.id, due, "Rappel fictif", today()).await.expect("owed");
        let rcp: Grant<HoldRcp> = grant_all(&work, &acts(&marc), "rcp_series");
        let text = SeriesText { coordinator: sophie.id, ..series(QuorumRule::None, 7) };
        let id = work.begin_series(&rcp, &text).await.expect("begun");
        let one = work.one_rcp_series(&rcp, id).await.expect("there");
        work.plan_rcp(&rcp, &one, None, at(3000), TimeDelta::hours(2)).await.expect("planned");
        let away: Grant<HoldMeeting> = grant_all(&work, &acts(&marc), "roster");
        work.add_absence(&away, Span::since(at(9_000)), Some(sophie.id)).await.expect("written");
        let taken = answer_grant(&mut work, logged.id).await;
        work.change_enquiry(&taken, 1, Change::Take).await.expect("taken");
        work.commit().await.expect("kept");
        Self { records, accounts, chief, sophie, marc, file, enquiry: logged.id }
    }

    async fn close(
        &self,
        who: &Account,
        minute: i64,
        chosen: &[(Held, Uuid)],
    ) -> Result<BTreeMap<Uuid, usize>, DepartureError> {
        let actor = acts(&self.chief);
        let pseudonym = actor.pseudonym();
        let by = By::administrator(&pseudonym, at(minute));
        self.accounts.close(by, &actor, who.id, &chosen.iter().copied().collect()).await
    }

    async fn held(&self, who: &Account, minute: i64) -> BTreeMap<Held, usize> {
        let actor = acts(&self.chief);
        let by = By::anyone(at(minute));
        self.accounts.held_by(by, &actor, who.id).await.expect("counted")
    }

    async fn case(&self, minute: i64) -> Case {
        let mut work = self.records.begin(at(minute)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, self.file).await.expect("facts");
        let grant: Grant<ReadCase> = work.grant(&acts(&self.marc), facts).expect("allowed");
        let case = work.read_case(&grant).await.expect("read");
        work.commit().await.expect("kept");
        case
    }
}

fn left(error: DepartureError) -> BTreeMap<Held, usize> {
    match error {
        DepartureError::NobodyLeft(NobodyLeft { left }) => left,
        DepartureError::Store(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn an_account_is_closed_once_everything_it_holds_has_somebody_else() {
    for engine in both().await {
        let team = Team::new(engine.records().await).await;
        let all = [
            Held::PsychosocialTrack,
            Held::Step,
            Held::Call,
            Held::RcpSeries,
            Held::RcpSession,
            Held::StandIn,
        ];
        assert_eq!(team.held(&team.sophie, 2).await, all.into_iter().map(|held| (held, 1)).collect());

        let refused = left(team.close(&team.sophie, 3, &[]).await.expect_err("refused"));
        let nobody = [Held::PsychosocialTrack, Held::RcpSeries, Held::RcpSession];
        assert_eq!(refused, nobody.into_iter().map(|held| (held, 1)).collect(), "{}", engine.name);
        let kept = team.accounts.account(team.sophie.id).await.unwrap().expect("there");
        assert_eq!(kept.state, AccountState::Active);
        let case = team.case(4).await;
        assert_eq!(case.steps[0].step.owner, team.sophie.id, "nothing is half handed on");

        let lea = account(&team.accounts, "lea", Role::PsychosocialCoordinator).await;
        let chosen =
            [(Held::PsychosocialTrack, lea.id), (Held::RcpSeries, team.marc.id), (Held::RcpSession, lea.id)];
        let heirs = team.close(&team.sophie, 5, &chosen).await.expect("closed");
        assert_eq!(heirs, [(lea.id, 2), (team.marc.id, 3)].into(), "{}", engine.name);
        assert_eq!(team.held(&team.sophie, 6).await, BTreeMap::new());
        let gone = team.accounts.account(team.sophie.id).await.unwrap().expect("kept for the log");
        assert_eq!(gone.state, AccountState::Closed);

        let case = team.case(7).await;
        assert_eq!((case.psychosocial_holder, case.medical_holder), (Some(lea.id), Some(team.marc.id)));
        assert_eq!((case.steps[0].step.owner, case.care.calls[0].owner), (team.marc.id, team.marc.id));
        assert_eq!(case.steps[0].text, "Marqueur IRM");
        let told: Vec<&str> = case.thread.iter().map(|knot| knot.kind.as_str()).collect();
        for kind in ["step-handed-on", "call-handed-on", "track-held"] {
            assert!(told.contains(&kind), "{}: {told:?}", engine.name);
        }
        let by = acts(&team.chief).pseudonym();
        assert!(case.thread.iter().any(|knot| knot.kind == "step-handed-on" && knot.actor == by));

        let mut work = team.records.begin(at(8)).await.expect("begun");
        let own: Grant<DoOwnSteps> = grant_all(&work, &acts(&team.marc), "case_step");
        assert_eq!(work.own_steps(&own).await.expect("listed").len(), 1);
        let rcp: Grant<HoldRcp> = grant_all(&work, &acts(&team.marc), "rcp_series");
        assert_eq!(work.rcp_series(&rcp).await.expect("read")[0].text.coordinator, team.marc.id);
        let sessions = work.rcp_sessions(&rcp, None, 9).await.expect("read");
        assert_eq!(sessions[0].session.coordinator, lea.id, "{}", engine.name);
        assert_eq!(work.absences(OWN_CONTROLLER, at(8)).await.expect("read")[0].1.stand_in, None);
    }
}

#[tokio::test]
async fn a_request_goes_back_to_the_queue_and_the_service_asks_for_a_name() {
    for engine in both().await {
        let team = Team::new(engine.records().await).await;
        let anne = account(&team.accounts, "anne", Role::Listener).await;
        let worker = account(&team.accounts, "wim", Role::PsychosocialWorker).await;
        let mut work = team.records.begin(at(1)).await.expect("begun");
        let answer = answer_grant(&mut work, team.enquiry).await;
        let Actor::Staff(taker) = listener() else { panic!("staff") };
        work.change_enquiry(&answer, 2, Change::Release).await.expect("released");
        let facts = work.enquiry_facts(OWN_CONTROLLER, team.enquiry).await.expect("facts");
        let hers = work.grant(&acts(&anne), facts).expect("allowed");
        assert_ne!(taker.account, anne.id);
        work.change_enquiry(&hers, 3, Change::Take).await.expect("taken");
        let follow: Grant<FollowInService> = grant_all(&work, &acts(&worker), "service_file");
        let new = NewServiceFile {
            reality: Reality::Real,
            identity: Identity { name: "Rosa Imaginaire".into(), ..Identity::default() },
            codes: PersonCodes::default(),
            head: ServiceHead { question: "Transport".into(), ..ServiceHead::default() },
            next_on: None,
        };
        let service = work.begin_service(&follow, &new, "form", today()).await.expect("begun");
        work.commit().await.expect("kept");

        let heirs = team.close(&anne, 2, &[]).await.expect("closed");
        assert_eq!(heirs, BTreeMap::new(), "nobody is given a request");
        let refused =
            left(team.close(&worker, 3, &[(Held::ServiceFile, team.marc.id)]).await.expect_err("unfit"));
        assert_eq!(refused, [(Held::ServiceFile, 1)].into(), "{}", engine.name);
        let other = account(&team.accounts, "zoe", Role::PsychosocialWorker).await;
        team.close(&worker, 4, &[(Held::ServiceFile, other.id)]).await.expect("closed");

        let mut work = team.records.begin(at(5)).await.expect("begun");
        let facts = work.enquiry_facts(OWN_CONTROLLER, team.enquiry).await.expect("facts");
        let read = work.grant(&listener(), facts).expect("allowed");
        let opened = work.read_enquiry(&read).await.expect("read");
        assert_eq!((opened.state, opened.taken_by), (State::Waiting, None), "{}", engine.name);
        let facts = work.service_facts(OWN_CONTROLLER, service).await.expect("facts");
        let grant: Grant<FollowInService> = work.grant(&acts(&other), facts).expect("allowed");
        assert_eq!(work.read_service(&grant).await.expect("read").holder, Some(other.id));
    }
}

#[tokio::test]
async fn who_gives_up_a_function_hands_on_what_it_was_for() {
    for engine in both().await {
        let team = Team::new(engine.records().await).await;
        let (actor, chosen) = (acts(&team.chief), BTreeMap::new());
        let pseudonym = actor.pseudonym();
        let by = By::administrator(&pseudonym, at(3));
        let set = |roles: &'static [Role], chosen: BTreeMap<Held, Uuid>| {
            let (team, actor) = (&team, &actor);
            async move { team.accounts.set_roles(by, actor, team.sophie.id, roles, &chosen).await }
        };
        let refused = left(set(&[Role::PsychosocialWorker], chosen).await.expect_err("refused"));
        assert!(!refused.contains_key(&Held::Step), "a worker of the service may do a step");
        assert_eq!(refused.get(&Held::PsychosocialTrack), Some(&1), "{}", engine.name);
        let same = team.accounts.account(team.sophie.id).await.unwrap().expect("there");
        assert_eq!(same.roles, [Role::PsychosocialCoordinator]);
        let both = &[Role::PsychosocialCoordinator, Role::Listener];
        assert_eq!(set(both, BTreeMap::new()).await.expect("set"), BTreeMap::new());
        assert_eq!(team.case(6).await.psychosocial_holder, Some(team.sophie.id));
    }
}

#[tokio::test]
async fn only_who_manages_people_closes_accounts_and_no_state_is_a_way_round() {
    for engine in both().await {
        let team = Team::new(engine.records().await).await;
        let chosen = BTreeMap::new();
        for actor in [listener(), acts(&team.marc), Actor::Anyone] {
            let by = By::anyone(at(2));
            let closed = team.accounts.close(by, &actor, team.sophie.id, &chosen).await;
            assert!(matches!(closed, Err(DepartureError::Store(StoreError::NotPossible))), "{}", engine.name);
            assert!(team.accounts.held_by(by, &actor, team.sophie.id).await.is_err());
        }
        let round = team.accounts.set_state(By::anyone(at(2)), team.sophie.id, AccountState::Closed).await;
        assert!(matches!(round, Err(StoreError::NotPossible)));
    }
}

#[tokio::test]
async fn a_closed_file_that_runs_again_is_held_by_who_is_there() {
    for engine in both().await {
        let team = Team::new(engine.records().await).await;
        let version = team.case(1).await.version;
        let mut work = team.records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &acts(&team.marc), team.file).await;
        let event = FileEvent::Close(CloseReason::ALL[0]);
        work.change_case(&grant, version, event, "Fini", today()).await.expect("closed");
        work.commit().await.expect("kept");
        let lea = account(&team.accounts, "lea", Role::PsychosocialCoordinator).await;
        let held = [Held::Step, Held::Call, Held::RcpSeries, Held::RcpSession].map(|held| (held, lea.id));
        team.close(&team.sophie, 3, &held).await.expect("closed: the file asks for nobody");
        let case = team.case(4).await;
        assert_eq!(
            case.psychosocial_holder,
            Some(team.sophie.id),
            "{}: a closed file keeps its names",
            engine.name
        );
        let mut work = team.records.begin(at(5)).await.expect("begun");
        let grant = write(&mut work, &acts(&lea), team.file).await;
        work.change_case(&grant, case.version, FileEvent::Reopen, "", today()).await.expect("open again");
        work.commit().await.expect("kept");
        let case = team.case(6).await;
        assert_eq!((case.psychosocial_holder, case.medical_holder), (Some(lea.id), Some(team.marc.id)));
    }
}
