//! One's own account: sessions, password, factors, fresh proof; what lasts how long.

use crate::house::{House, PASSWORD, SECRET, code, leads_to, now, value, wait};
use ariane_domain::account::Role;
use ariane_domain::account::session::Level;
use axum::http::StatusCode;
use chrono::TimeDelta;

#[tokio::test]
async fn a_session_ends_when_idle_and_after_a_working_day() {
    let house = House::new().await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    let mut browser = house.signed_in(&account, Level::Full).await;
    for _ in 0..25 {
        wait(TimeDelta::minutes(28));
        assert_eq!(browser.get("/fr/compte").await.status, StatusCode::OK);
    }
    wait(TimeDelta::minutes(28));
    assert_eq!(leads_to(&browser.get("/fr/compte").await), "/fr/connexion?to=/fr/compte", "twelve hours");
    let mut idle = house.signed_in(&account, Level::Full).await;
    wait(TimeDelta::minutes(30));
    assert_eq!(idle.get("/fr/compte").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_act_that_hands_out_power_asks_for_the_second_factor_anew() {
    let house = House::new().await;
    let chief = house.account("chief@example.org", &[Role::Administrator]).await;
    let mut office = house.signed_in(&chief, Level::Full).await;
    assert_eq!(office.get("/fr/equipe").await.status, StatusCode::OK);
    let stale = office.token();
    wait(TimeDelta::minutes(16));
    let asked = office.get("/fr/equipe").await;
    assert_eq!(leads_to(&asked), "/fr/connexion/confirmer?to=/fr/equipe");
    let fields = [("form_token", stale.as_str()), ("mail", "x@example.org"), ("role", "listener")];
    assert_eq!(office.post_bare("/fr/equipe", &fields).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.accounts.accounts().await.unwrap().len(), 1);
    let given = [("how", "totp"), ("code", &*code(SECRET)), ("to", "/fr/equipe")];
    assert_eq!(leads_to(&office.fill(&leads_to(&asked), &given).await), "/fr/equipe");
    assert_eq!(office.get("/fr/equipe").await.status, StatusCode::OK);
}

#[tokio::test]
async fn sessions_are_listed_and_ended_by_their_holder_only() {
    let house = House::new().await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    let other = house.account("other@example.org", &[Role::Listener]).await;
    let mut here = house.signed_in(&account, Level::Full).await;
    let mut there = house.signed_in(&account, Level::Full).await;
    let mut third = house.signed_in(&account, Level::Full).await;
    let mut stranger = house.signed_in(&other, Level::Full).await;
    let page = here.get("/fr/compte").await.text();
    assert_eq!(page.matches("Firefox, Linux").count(), 3);
    assert!(page.contains("192.0.2.0/24") && !page.contains("192.0.2.7"));
    let named = value(&page, "session");
    stranger.fill("/fr/compte", &[("do", "end-session"), ("session", &named)]).await;
    assert_eq!(house.accounts.sessions(account.id, &Default::default(), now()).await.unwrap().len(), 3);
    here.post("/fr/compte", &[("do", "end-session"), ("session", &named)]).await;
    assert_eq!(house.accounts.sessions(account.id, &Default::default(), now()).await.unwrap().len(), 2);
    here.fill("/fr/compte", &[("do", "end-others")]).await;
    assert_eq!(here.get("/fr/compte").await.status, StatusCode::OK);
    for gone in [&mut there, &mut third] {
        assert_eq!(gone.get("/fr/compte").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(stranger.get("/fr/compte").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_password_is_changed_with_the_old_one_and_ends_other_sessions() {
    let house = House::new().await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    let mut here = house.signed_in(&account, Level::Full).await;
    let mut there = house.signed_in(&account, Level::Full).await;
    let fresh = "trois oies traversent la cour";
    let change =
        |current| vec![("do", "password"), ("current", current), ("password", fresh), ("again", fresh)];
    assert_eq!(here.fill("/fr/compte", &change("wrong")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(leads_to(&here.fill("/fr/compte", &change(PASSWORD)).await), "/fr/compte?done=password");
    assert_eq!(here.get("/fr/compte").await.status, StatusCode::OK);
    assert_eq!(there.get("/fr/compte").await.status, StatusCode::SEE_OTHER);
    assert!(house.mail().await.subject.contains("votre compte"));
    let mut old = house.browser();
    assert_eq!(old.sign_in("anne@example.org").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_last_factor_stays() {
    let house = House::new().await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    let mut browser = house.signed_in(&account, Level::Full).await;
    let page = browser.get("/fr/compte/second-facteur").await.text();
    let factor = value(&page, "factor");
    let removed = browser.post("/fr/compte/second-facteur", &[("do", "remove"), ("factor", &factor)]).await;
    assert_eq!(removed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(house.accounts.factors(account.id).await.unwrap().count(), 1);
    let page = browser.get("/fr/compte/second-facteur").await.text();
    let secret = page
        .split("class=\"secret\" translate=\"no\">")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap()
        .replace(' ', "");
    let added = browser.post("/fr/compte/second-facteur", &[("do", "totp"), ("code", &code(&secret))]).await;
    assert_eq!(leads_to(&added), "/fr/compte/second-facteur");
    browser.fill("/fr/compte/second-facteur", &[("do", "remove"), ("factor", &factor)]).await;
    assert_eq!(house.accounts.factors(account.id).await.unwrap().count(), 1);
    let codes = browser.fill("/fr/compte/second-facteur", &[("do", "codes")]).await.text();
    assert_eq!(codes.matches("<li><code>").count(), 8);
    assert_eq!(house.accounts.factors(account.id).await.unwrap().codes_left, 8);
}

#[tokio::test]
async fn a_session_that_only_enrols_neither_removes_nor_renews() {
    let house = House::new().await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    let factor = house.accounts.factors(account.id).await.unwrap().totps[0].id.to_string();
    let mut browser = house.signed_in(&account, Level::Enrolling).await;
    for act in [vec![("do", "remove"), ("factor", factor.as_str())], vec![("do", "codes")]] {
        let answer = browser.fill("/fr/compte/second-facteur", &act).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let factors = house.accounts.factors(account.id).await.unwrap();
    assert_eq!((factors.count(), factors.codes_left), (1, 0));
}

#[tokio::test]
async fn every_page_speaks_every_language_and_leaves_nothing_out() {
    let house = House::new().await;
    let chief = house.account("chief@example.org", &Role::ALL).await;
    for language in ariane_domain::Language::ALL {
        use ariane_web::addresses::account::AccountPage as P;
        let mut signed = house.signed_in(&chief, Level::Full).await;
        let mut first = house.signed_in(&chief, Level::First).await;
        let mut anyone = house.browser();
        let mut seen = Vec::new();
        for page in [P::SignIn, P::Recovery] {
            seen.push((page, anyone.get(&page.path(language)).await));
        }
        seen.push((P::SecondFactor, first.get(&P::SecondFactor.path(language)).await));
        for page in [P::Account, P::Factors, P::StepUp, P::People] {
            seen.push((page, signed.get(&page.path(language)).await));
        }
        let person = P::People.path_to(language, &chief.id.to_string());
        seen.push((P::People, signed.get(&person).await));
        for (page, answer) in seen {
            let text = answer.text();
            assert_eq!(answer.status, StatusCode::OK, "{page:?} {language}");
            assert!(text.contains(&format!("<html lang=\"{language}\">")), "{page:?}");
            for odd in ["{ $", "style=\"", "onclick"] {
                assert!(!text.contains(odd), "{page:?} {language}: {odd}");
            }
        }
    }
}

#[tokio::test]
async fn nothing_of_who_signs_in_stands_in_addresses() {
    let house = House::new().await;
    house.account("anne.fictive@example.org", &[Role::Listener]).await;
    let mut browser = house.browser();
    let first =
        browser.fill("/fr/connexion", &[("mail", "anne.fictive@example.org"), ("password", PASSWORD)]).await;
    let second =
        browser.fill("/fr/connexion/second-facteur", &[("how", "totp"), ("code", &code(SECRET))]).await;
    for answer in [first, second] {
        assert!(!leads_to(&answer).contains("anne"));
    }
}
