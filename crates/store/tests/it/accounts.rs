//! Accounts, factors, sessions, tickets and wrong tries.

use crate::engines::{Engine, both};
use ariane_domain::Language;
use ariane_domain::access::Actor;
use ariane_domain::account::session::{Level, Limits};
use ariane_domain::account::{AccountState, Role};
use ariane_store::accounts::factors::NewFactor;
use ariane_store::accounts::people::{Account, NewAccount};
use ariane_store::accounts::sessions::Origin;
use ariane_store::accounts::tickets::{NewTicket, TicketKind};
use ariane_store::accounts::tries::Guess;
use ariane_store::accounts::{Accounts, By};
use ariane_store::records::outbox::Outgoing;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;
use uuid::Uuid;

const MAIL: &str = "marqueur.fictif@example.org";

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).expect("a time") + TimeDelta::minutes(minutes)
}

async fn accounts(engine: &Engine) -> Accounts {
    Accounts::new(&engine.records().await)
}

async fn account(accounts: &Accounts, mail: &str) -> Account {
    let new = NewAccount {
        mail,
        name: "Marqueur Fictif",
        language: Language::De,
        roles: &[Role::Listener, Role::Administrator],
    };
    let account = accounts.create(By::anyone(at(0)), new).await.expect("stored").expect("a new address");
    accounts.set_state(By::anyone(at(0)), account.id, AccountState::Active).await.expect("stored");
    account
}

#[tokio::test]
async fn an_account_is_found_by_its_address_and_sealed_on_disk() {
    for engine in both().await {
        let accounts = accounts(&engine).await;
        let made = account(&accounts, MAIL).await;
        let found = accounts.by_mail(MAIL).await.unwrap().expect("found");
        assert_eq!(
            (found.id, found.name.as_str(), found.mail.as_str()),
            (made.id, "Marqueur Fictif", MAIL),
            "{}",
            engine.name
        );
        assert_eq!(found.roles, [Role::Listener, Role::Administrator]);
        assert!(accounts.by_mail("other@example.org").await.unwrap().is_none());
        let twice = NewAccount { mail: MAIL, name: "", language: Language::Fr, roles: &[] };
        assert!(accounts.create(By::anyone(at(0)), twice).await.unwrap().is_none(), "{}: once", engine.name);
        for marker in ["marqueur.fictif", "Marqueur Fictif"] {
            assert!(engine.files_with(marker).is_empty(), "{}: {marker}", engine.name);
        }
    }
}

#[tokio::test]
async fn a_closed_account_keeps_nothing_to_sign_in_with_and_frees_its_address() {
    for engine in both().await {
        let accounts = accounts(&engine).await;
        let made = account(&accounts, MAIL).await;
        let by = By::anyone(at(1));
        accounts.set_password(by, made.id, "hash".into(), None).await.unwrap();
        accounts.add_factor(by, made.id, NewFactor::Totp { secret: "ABCD", step: 1 }, false).await.unwrap();
        assert!(accounts.link_identity(by, made.id, "https://issuer.example", "subject", "").await.unwrap());
        assert!(!accounts.link_identity(by, made.id, "https://issuer.example", "subject", "").await.unwrap());
        let lines = log_of(&engine, made.id, "link-outside").await;
        assert_eq!(lines, 1, "{}: what was not changed is not logged as changed", engine.name);
        let token = accounts.begin_session(made.id, Level::Full, &Origin::default(), at(1)).await.unwrap();
        accounts.close(by, &Actor::Operator, made.id, &BTreeMap::new()).await.unwrap();
        assert!(
            accounts.signed_in(&token, &Limits::default(), at(1)).await.unwrap().is_none(),
            "{}",
            engine.name
        );
        assert!(accounts.by_mail(MAIL).await.unwrap().is_none());
        assert!(accounts.by_identity("https://issuer.example", "subject").await.unwrap().is_none());
        assert!(accounts.factors(made.id).await.unwrap().is_empty());
        let kept = accounts.account(made.id).await.unwrap().expect("kept for the log");
        assert_eq!((kept.state, kept.password_hash), (AccountState::Closed, None));
        assert_ne!(account(&accounts, MAIL).await.id, made.id, "{}", engine.name);
    }
}

#[tokio::test]
async fn a_code_of_an_app_and_a_recovery_code_work_once_however_many_bring_them() {
    for engine in both().await {
        let accounts = accounts(&engine).await;
        let made = account(&accounts, MAIL).await;
        let by = By::anyone(at(1));
        accounts.add_factor(by, made.id, NewFactor::Totp { secret: "ABCD", step: 10 }, false).await.unwrap();
        accounts.set_codes(by, made.id, &["AAAA-BBBB".into(), "CCCC-DDDD".into()]).await.unwrap();
        let app = accounts.factors(made.id).await.unwrap().totps.remove(0);
        assert!(!accounts.use_totp_step(by, made.id, app.id, 10).await.unwrap(), "the step that proved it");
        let (a, b, c) = tokio::join!(
            accounts.use_totp_step(by, made.id, app.id, 11),
            accounts.use_totp_step(by, made.id, app.id, 11),
            accounts.use_totp_step(by, made.id, app.id, 11)
        );
        let used = [a, b, c].into_iter().filter(|r| *r.as_ref().unwrap()).count();
        assert_eq!(used, 1, "{}", engine.name);
        let (a, b) = tokio::join!(
            accounts.use_code(by, made.id, "aaaa bbbb"),
            accounts.use_code(by, made.id, "AAAABBBB")
        );
        assert!(a.unwrap() ^ b.unwrap(), "{}", engine.name);
        assert_eq!(accounts.factors(made.id).await.unwrap().codes_left, 1);
        let stranger = Uuid::from_u128(1);
        assert!(!accounts.use_code(by, stranger, "CCCC-DDDD").await.unwrap(), "another's code");
        let given = log_of(&engine, made.id, "give-second-factor").await;
        assert_eq!(given, 2, "{}: one entry for each that counted", engine.name);
        assert_eq!(log_of(&engine, stranger, "give-second-factor").await, 0);
    }
}

#[tokio::test]
async fn a_session_changes_its_token_with_its_level_and_ends_in_time() {
    for engine in both().await {
        let accounts = accounts(&engine).await;
        let (made, limits) = (account(&accounts, MAIL).await, Limits::default());
        let first = accounts.begin_session(made.id, Level::First, &Origin::default(), at(0)).await.unwrap();
        let (_, session) = accounts.signed_in(&first, &limits, at(1)).await.unwrap().expect("signed in");
        let second = accounts.rotate(session.id, Level::Full, at(2)).await.unwrap().expect("there");
        assert!(accounts.signed_in(&first, &limits, at(2)).await.unwrap().is_none(), "{}", engine.name);
        let (_, full) = accounts.signed_in(&second, &limits, at(3)).await.unwrap().expect("signed in");
        assert_eq!((full.level, full.stepped_up_at, full.times.began), (Level::Full, Some(at(2)), at(0)));
        assert!(accounts.signed_in(&second, &limits, at(32)).await.unwrap().is_some(), "seen at minute 3");
        assert!(
            accounts.signed_in(&second, &limits, at(62)).await.unwrap().is_none(),
            "{}: idle",
            engine.name
        );
        assert!(accounts.signed_in(&second, &limits, at(33)).await.unwrap().is_none(), "ended for good");
        assert!(accounts.rotate(session.id, Level::Full, at(33)).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_link_session_is_no_staff_session_and_is_proven_apart() {
    for engine in both().await {
        let accounts = accounts(&engine).await;
        let (limits, enquiry) = (Limits::default(), Uuid::from_u128(5));
        let token = accounts.begin_link_session(enquiry, &Origin::default(), at(0)).await.unwrap();
        assert!(accounts.signed_in(&token, &limits, at(1)).await.unwrap().is_none(), "{}", engine.name);
        let (found, session) = accounts.link_session(&token, &limits, at(1)).await.unwrap().expect("open");
        assert_eq!((found, session.stepped_up_at), (enquiry, None));
        accounts.prove_link(session.id, at(1)).await.unwrap();
        let (_, proven) = accounts.link_session(&token, &limits, at(2)).await.unwrap().expect("open");
        assert_eq!(proven.stepped_up_at, Some(at(1)), "{}", engine.name);
        accounts.end_link_sessions(enquiry).await.unwrap();
        assert!(accounts.link_session(&token, &limits, at(2)).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_ticket_leads_once_to_its_kind_and_a_later_one_replaces_it() {
    for engine in both().await {
        let accounts = accounts(&engine).await;
        let made = account(&accounts, MAIL).await;
        let new =
            |kind| NewTicket { kind, account: Some(made.id), issued_by: None, content: "kept", at: at(0) };
        let by = By::anyone(at(0));
        let first = accounts.issue(by, new(TicketKind::Recovery)).await.unwrap();
        let second = accounts.issue(by, new(TicketKind::Recovery)).await.unwrap();
        assert!(
            accounts.ticket(TicketKind::Recovery, &first, at(1)).await.unwrap().is_none(),
            "{}",
            engine.name
        );
        assert!(accounts.ticket(TicketKind::Invitation, &second, at(1)).await.unwrap().is_none());
        let ticket = accounts.ticket(TicketKind::Recovery, &second, at(59)).await.unwrap().expect("good");
        assert_eq!((ticket.account, ticket.content.as_str()), (Some(made.id), "kept"));
        assert!(accounts.ticket(TicketKind::Recovery, &second, at(60)).await.unwrap().is_none(), "an hour");
        let (a, b) =
            tokio::join!(accounts.use_ticket(ticket.id, at(2)), accounts.use_ticket(ticket.id, at(2)));
        assert!(a.unwrap() ^ b.unwrap(), "{}", engine.name);
        let said = accounts.issue(by, new(TicketKind::FactorCode)).await.unwrap();
        let typed = said.to_lowercase().replace('-', " ");
        assert!(accounts.ticket(TicketKind::FactorCode, &typed, at(1)).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn wrong_tries_are_counted_per_network_and_forgotten() {
    for engine in both().await {
        let accounts = accounts(&engine).await;
        let guess = Guess::Password(MAIL);
        for _ in 0..5 {
            accounts.was_wrong(guess, "203.0.113.0/24", at(0)).await.unwrap();
        }
        assert_eq!(
            accounts.waits_until(guess, "203.0.113.0/24", at(0)).await.unwrap(),
            Some(at(1)),
            "{}",
            engine.name
        );
        assert_eq!(accounts.waits_until(guess, "192.0.2.0/24", at(0)).await.unwrap(), None);
        assert_eq!(
            accounts.waits_until(Guess::Password("b@example.org"), "203.0.113.0/24", at(0)).await.unwrap(),
            None
        );
        assert_eq!(accounts.waits_until(guess, "203.0.113.0/24", at(1)).await.unwrap(), None);
        accounts.was_right(guess, "203.0.113.0/24", at(1)).await.unwrap();
        accounts.was_wrong(guess, "203.0.113.0/24", at(1)).await.unwrap();
        assert_eq!(accounts.waits_until(guess, "203.0.113.0/24", at(1)).await.unwrap(), None, "counted anew");
        // Many networks at once: only those from which the holder never came wait.
        for n in 0..60 {
            accounts.was_wrong(guess, &format!("198.51.{n}.0/24"), at(1)).await.unwrap();
        }
        assert!(
            accounts.waits_until(guess, "198.51.7.0/24", at(1)).await.unwrap().is_some(),
            "{}",
            engine.name
        );
        assert_eq!(
            accounts.waits_until(guess, "203.0.113.0/24", at(1)).await.unwrap(),
            None,
            "{}",
            engine.name
        );
        accounts.sweep(&Limits::default(), at(90)).await.unwrap();
        assert_eq!(accounts.waits_until(guess, "198.51.7.0/24", at(2)).await.unwrap(), None, "swept");
    }
}

#[tokio::test]
async fn an_invitation_and_its_mail_are_kept_together_and_logged() {
    for engine in both().await {
        let accounts = accounts(&engine).await;
        let new = NewAccount { mail: MAIL, name: "", language: Language::Fr, roles: &[Role::Listener] };
        let by = By::administrator("account/x", at(0));
        let mut sent = String::new();
        let invited = accounts
            .invite(by, new, Uuid::from_u128(1), |token| {
                sent = token.to_owned();
                Outgoing {
                    to: MAIL.into(),
                    subject: "s".into(),
                    text: token.into(),
                    message_id: "m@x".into(),
                    ..Outgoing::default()
                }
            })
            .await
            .unwrap()
            .expect("invited");
        assert_eq!(invited.state, AccountState::Invited, "{}", engine.name);
        let ticket = accounts.ticket(TicketKind::Invitation, &sent, at(1)).await.unwrap().expect("good");
        assert_eq!(ticket.account, Some(invited.id));
        let leased = accounts.records().lease_outgoing(at(1)).await.unwrap().expect("a mail");
        assert_eq!((leased.kind.as_str(), leased.mail.to.as_str()), ("invitation", MAIL), "{}", engine.name);
        assert!(engine.files_with(&sent).is_empty(), "{}: the token stands nowhere", engine.name);
    }
}

/// How many entries of an action the log of an account has, seen from outside the program.
async fn log_of(engine: &crate::engines::Engine, account: Uuid, action: &str) -> i64 {
    use sea_orm::{ConnectionTrait, Statement};
    let db = engine.outside().await;
    let sql = format!(
        "SELECT COUNT(*) AS count FROM audit_entry WHERE stream = 'account/{account}' AND action = '{action}'"
    );
    let found = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await;
    found.expect("asked").expect("a row").try_get("", "count").expect("a number")
}
