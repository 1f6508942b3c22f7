//! Every route as everybody: what its rule says is what happens.

use crate::house::{Browser, House, leads_to, now, wait};
use ariane_domain::access::policy;
use ariane_domain::account::session::Level;
use ariane_domain::account::{AccountState, Role};
use ariane_store::accounts::By;
use ariane_web::guard::Rule;
use ariane_web::guard::routes::Entry;
use ariane_web::router::routes;
use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use std::path::Path;
use uuid::Uuid;

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Anyone,
    LinkHolder,
    FirstFactor,
    Role(Role),
    Locked,
    Expired,
}

/// What the caller is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Through,
    SignIn,
    SecondFactor,
    Function,
    Link,
    Referral,
    Expert,
}

/// The rule, written down a second time and in other words than in the guard.
fn expected(rule: Rule, who: Who) -> Told {
    let role = match who {
        Who::Role(role) => Some(role),
        _ => None,
    };
    match rule {
        Rule::Public | Rule::Door => Told::Through,
        Rule::Link if who == Who::LinkHolder => Told::Through,
        Rule::Link => Told::Link,
        Rule::Referral => Told::Referral,
        Rule::Expert => Told::Expert,
        _ if role.is_none() && who != Who::FirstFactor => Told::SignIn,
        Rule::FirstFactor => Told::Through,
        _ if role.is_none() => Told::SecondFactor,
        Rule::Enrolling | Rule::SignedIn | Rule::Fresh => Told::Through,
        Rule::May(action) => {
            if role.is_some_and(|role| policy::roles(action).contains(&role)) {
                Told::Through
            } else {
                Told::Function
            }
        }
    }
}

async fn told(browser: &mut Browser, entry: &Entry, has_language: bool) -> Told {
    let path = entry.path.replace("{what}", "586").replace("{who}", "0").replace("{token}", "0");
    let path = path.replace("{version}", "x").replace("{*name}", "ariane.css");
    let is_post = entry.method == Method::POST;
    let answer = if is_post { browser.post_bare(&path, &[]).await } else { browser.get(&path).await };
    let text = answer.text();
    let says = |title: &str| text.contains(title);
    if !has_language {
        return match answer.status {
            StatusCode::UNAUTHORIZED => Told::SignIn,
            StatusCode::FORBIDDEN if !is_post => Told::Function,
            _ => Told::Through,
        };
    }
    match answer.status {
        StatusCode::SEE_OTHER if leads_to(&answer).contains("/connexion?to=") => Told::SignIn,
        StatusCode::SEE_OTHER if leads_to(&answer).contains("/second-facteur?to=") => Told::SecondFactor,
        StatusCode::UNAUTHORIZED if says("Votre session est terminée") => Told::SignIn,
        StatusCode::UNAUTHORIZED if says("Il manque votre second facteur") => Told::SecondFactor,
        StatusCode::UNAUTHORIZED if says("Ouvrez d’abord votre lien") => Told::Link,
        StatusCode::UNAUTHORIZED if says("Ouvrez d’abord le lien de l’adressage") => Told::Referral,
        StatusCode::UNAUTHORIZED if says("Ouvrez d’abord le lien de la demande d’avis") => Told::Expert,
        StatusCode::FORBIDDEN if says("Cette page n’est pas pour votre fonction") => Told::Function,
        _ => Told::Through,
    }
}

#[tokio::test]
async fn every_route_lets_through_whom_its_rule_names_and_nobody_else() {
    let house = House::new().await;
    let table = routes(&house.app);
    let mut callers = vec![(Who::Anyone, house.browser())];
    let link =
        house.accounts.begin_link_session(Uuid::from_u128(9), &Default::default(), now()).await.unwrap();
    let mut holder = house.browser();
    holder.cookies.insert("ariane-link".into(), link);
    callers.push((Who::LinkHolder, holder));
    // Sessions that began and ended before the others begin.
    let idle = house.account("idle@example.org", &Role::ALL).await;
    callers.push((Who::Expired, house.signed_in(&idle, Level::Full).await));
    wait(TimeDelta::minutes(31));
    let renewed =
        house.accounts.begin_link_session(Uuid::from_u128(9), &Default::default(), now()).await.unwrap();
    callers[1].1.cookies.insert("ariane-link".into(), renewed);
    let first = house.account("first@example.org", &Role::ALL).await;
    callers.push((Who::FirstFactor, house.signed_in(&first, Level::First).await));
    let locked = house.account("locked@example.org", &Role::ALL).await;
    callers.push((Who::Locked, house.signed_in(&locked, Level::Full).await));
    house.accounts.set_state(By::anyone(now()), locked.id, AccountState::Locked).await.unwrap();
    for role in Role::ALL {
        let account = house.account(&format!("{role}@example.org"), &[role]).await;
        callers.push((Who::Role(role), house.signed_in(&account, Level::Full).await));
    }
    let mut faults = Vec::new();
    let mut tried = 0;
    for entry in table.table() {
        let has_language = entry.path.starts_with("/fr");
        if !has_language && entry.path.split('/').nth(1).is_some_and(|l| l.len() == 2) {
            continue; // the same routes in other languages
        }
        for (who, browser) in &mut callers {
            if entry.rule == Rule::Public && *who != Who::Anyone {
                continue;
            }
            let kept = browser.cookies.clone();
            let (is, should) = (told(browser, entry, has_language).await, expected(entry.rule, *who));
            if is != should {
                faults.push(format!(
                    "{} {} as {who:?}: {is:?} instead of {should:?}",
                    entry.method, entry.path
                ));
            }
            browser.cookies = kept;
            tried += 1;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(tried > 300, "{tried}");
}

#[tokio::test]
async fn in_every_language_the_same_routes_have_the_same_rules() {
    let house = House::new().await;
    let table = routes(&house.app);
    let of = |language: &str| -> Vec<(Method, Rule)> {
        let prefix = format!("/{language}");
        let own =
            table.table().iter().filter(|e| e.path == prefix || e.path.starts_with(&format!("{prefix}/")));
        own.map(|e| (e.method.clone(), e.rule)).collect()
    };
    assert!(of("fr").len() > 40);
    for language in ["de", "en", "pt", "lb"] {
        assert_eq!(of("fr"), of(language), "{language}");
    }
}

#[tokio::test]
async fn a_form_without_the_token_of_its_page_changes_nothing() {
    let house = House::new().await;
    let account = house.account("a@example.org", &Role::ALL).await;
    let table = routes(&house.app);
    for entry in table.table() {
        let is_ours =
            entry.method == Method::POST && entry.rule.guards_forms() && entry.path.starts_with("/fr/");
        if !is_ours {
            continue;
        }
        let mut browser = house.signed_in(&account, Level::Full).await;
        let path = entry.path.replace("{who}", "0").replace("{token}", "0");
        for token in ["", "x", &"A".repeat(43)] {
            let answer = browser.post_bare(&path, &[("form_token", token)]).await;
            let refused = matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED);
            assert!(refused, "{path}: {}", answer.status);
        }
    }
    assert!(house.accounts.account(account.id).await.unwrap().is_some());
}

#[test]
fn no_route_is_added_past_the_guard() {
    fn look(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                look(&path, found);
            } else if !path.ends_with("guard/routes.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                for way in ["Router::new(", "axum::routing", "::routing::{", ".route_service(", ".nest("] {
                    if text.contains(way) {
                        found.push(format!("{}: {way}", path.display()));
                    }
                }
            }
        }
    }
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.is_empty(), "{found:?}");
}
