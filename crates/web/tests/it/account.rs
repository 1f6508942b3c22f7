//! The way in: set-up, invitation, sign-in, recovery, and what they refuse.

use crate::house::{House, PASSWORD, SECRET, code, leads_to, now, value, wait};
use ariane_domain::account::session::Level;
use ariane_domain::account::{AccountState, Role};
use ariane_store::accounts::By;
use axum::http::{Request, StatusCode};
use chrono::TimeDelta;

/// The secret that a page of factors offers.
fn offered(page: &str) -> String {
    let secret = page.split("class=\"secret\" translate=\"no\">").nth(1).and_then(|r| r.split('<').next());
    secret.expect("a secret").replace(' ', "")
}

/// The link in a mail, without the host.
fn link(text: &str) -> String {
    let line = text.lines().find(|l| l.contains("http")).expect("a link");
    line.trim().trim_start_matches("http://localhost").to_owned()
}

#[tokio::test]
async fn an_empty_installation_is_set_up_with_the_code_that_was_printed() {
    let house = House::new().await;
    let code_shown = house.app.sign_in.set_up.open().unwrap();
    let mut browser = house.browser();
    let fields = |code: &str| -> Vec<(&'static str, String)> {
        [
            ("code", code),
            ("organisation", "Association Imaginaire"),
            ("name", "Anne Fictive"),
            ("mail", "anne@example.org"),
            ("password", PASSWORD),
            ("again", PASSWORD),
        ]
        .map(|(n, v)| (n, v.to_owned()))
        .to_vec()
    };
    let wrong = fields("AAAA-AAAA-AAAA-AAAA");
    let wrong: Vec<_> = wrong.iter().map(|(n, v)| (*n, v.as_str())).collect();
    assert_eq!(browser.fill("/fr/installer", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(house.accounts.accounts().await.unwrap().is_empty());
    let right = fields(&code_shown);
    let right: Vec<_> = right.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let made = browser.fill("/fr/installer", &right).await;
    assert_eq!(leads_to(&made), "/fr/compte/second-facteur");
    assert_eq!(leads_to(&browser.get("/fr/equipe").await), "/fr/connexion/second-facteur?to=/fr/equipe");
    let page = browser.get("/fr/compte/second-facteur").await.text();
    let shown = code(&offered(&page));
    let done = browser.post("/fr/compte/second-facteur", &[("do", "totp"), ("code", &shown)]).await;
    assert_eq!(done.text().matches("<li><code>").count(), 8, "recovery codes are shown once");
    assert_eq!(browser.get("/fr/equipe").await.status, StatusCode::OK);
    assert_eq!(house.accounts.organisation().await.unwrap(), "Association Imaginaire");
    // It is set up: the page is gone, for whoever has the code.
    assert_eq!(house.browser().get("/fr/installer").await.status, StatusCode::NOT_FOUND);
    assert!(!house.app.sign_in.set_up.is(&code_shown));
}

#[tokio::test]
async fn an_invitation_leads_to_an_account_with_both_factors_and_only_once() {
    let house = House::new().await;
    let chief = house.account("chief@example.org", &[Role::Administrator]).await;
    let mut office = house.signed_in(&chief, Level::Full).await;
    let sent = office
        .fill(
            "/fr/equipe",
            &[
                ("mail", "Neu@Example.org"),
                ("role", "listener"),
                ("role", "directory-editor"),
                ("language", "de"),
            ],
        )
        .await;
    assert_eq!(leads_to(&sent), "/fr/equipe?done=invited");
    let mail = house.mail().await;
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("neu@example.org", "Einladung zu Ariane"));
    let link = link(&mail.text);
    assert!(link.starts_with("/de/einladung/"), "{link}");
    let mut guest = house.browser();
    let weak = guest
        .fill(&link, &[("name", "Neu Fiktiv"), ("password", "passwort2026"), ("again", "passwort2026")])
        .await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    let accepted =
        guest.post(&link, &[("name", "Neu Fiktiv"), ("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(leads_to(&accepted), "/de/konto/zweiter-faktor");
    // The password alone opens nothing yet.
    let mut thief = house.browser();
    assert_eq!(thief.sign_in("neu@example.org").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = guest.get("/de/konto/zweiter-faktor").await.text();
    let secret = offered(&page);
    let wrong = guest.post("/de/konto/zweiter-faktor", &[("do", "totp"), ("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(offered(&wrong.text()), secret, "the picture stays while the code is typed again");
    let before = guest.cookies["ariane"].clone();
    let done = guest.post("/de/konto/zweiter-faktor", &[("do", "totp"), ("code", &code(&secret))]).await;
    assert_eq!(done.status, StatusCode::OK);
    assert_ne!(guest.cookies["ariane"], before, "the session changes its token with what it allows");
    let own = guest.get("/de/konto").await.text();
    assert!(own.contains("Neu Fiktiv") && own.contains("Redaktion des Verzeichnisses"));
    assert_eq!(house.browser().get(&link).await.status, StatusCode::NOT_FOUND, "once");
    assert_eq!(guest.get("/de/team").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_invitation_ends_after_seven_days_and_can_be_sent_anew() {
    let house = House::new().await;
    let chief = house.account("chief@example.org", &[Role::Administrator]).await;
    let mut office = house.signed_in(&chief, Level::Full).await;
    office.fill("/fr/equipe", &[("mail", "a@example.org"), ("role", "listener"), ("language", "fr")]).await;
    let first = link(&house.mail().await.text);
    wait(TimeDelta::days(7));
    assert_eq!(house.browser().get(&first).await.status, StatusCode::NOT_FOUND);
    let invited = house.accounts.by_mail("a@example.org").await.unwrap().unwrap();
    let page = format!("/fr/equipe/{}", invited.id);
    let mut office = house.signed_in(&chief, Level::Full).await;
    assert_eq!(leads_to(&office.fill(&page, &[("do", "invite")]).await), format!("{page}?done=sent"));
    let second = link(&house.mail().await.text);
    assert_ne!(first, second);
    assert_eq!(house.browser().get(&second).await.status, StatusCode::OK);
}

#[tokio::test]
async fn both_factors_open_the_way_and_lead_to_where_one_wanted_to_go() {
    let house = House::new().await;
    house.account("anne@example.org", &[Role::Listener]).await;
    let mut browser = house.browser();
    let asked = browser.get("/fr/compte?x=1").await;
    assert_eq!(leads_to(&asked), "/fr/connexion?to=/fr/compte%3Fx%3D1");
    let page = browser.get(&leads_to(&asked)).await.text();
    let to = value(&page, "to");
    let first = browser
        .post("/fr/connexion", &[("mail", "ANNE@example.org"), ("password", PASSWORD), ("to", &to)])
        .await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    assert_eq!(leads_to(&browser.get("/fr/compte").await), "/fr/connexion/second-facteur?to=/fr/compte");
    let second = leads_to(&first);
    let shown = code(SECRET);
    browser.get(&second).await;
    let done =
        browser.post("/fr/connexion/second-facteur", &[("how", "totp"), ("code", &shown), ("to", &to)]).await;
    assert_eq!(leads_to(&done), "/fr/compte?x=1");
    assert_eq!(browser.get("/fr/compte").await.status, StatusCode::OK);
    // The same code once more, in another browser: refused.
    let mut thief = house.browser();
    thief.fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", PASSWORD)]).await;
    let again = thief.fill("/fr/connexion/second-facteur", &[("how", "totp"), ("code", &shown)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn one_is_never_led_to_another_site() {
    let house = House::new().await;
    house.account("anne@example.org", &[Role::Listener]).await;
    for to in ["//evil.example", "https://evil.example/", "/\\evil.example"] {
        let mut browser = house.browser();
        browser.fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", PASSWORD)]).await;
        let done = browser
            .fill("/fr/connexion/second-facteur", &[("how", "totp"), ("code", &code(SECRET)), ("to", to)])
            .await;
        assert_eq!(leads_to(&done), "/fr/compte", "{to}");
    }
}

#[tokio::test]
async fn an_address_that_nobody_has_is_answered_like_a_wrong_password() {
    let house = House::new().await;
    house.account("anne@example.org", &[Role::Listener]).await;
    let without = |text: String, mail: &str| {
        let token = value(&text, "form_token");
        text.replace(mail, "").replace(&token, "")
    };
    let mut known = house.browser();
    let mut unknown = house.browser();
    for _ in 0..7 {
        let a = known
            .fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", "something else")])
            .await;
        let b = unknown
            .fill("/fr/connexion", &[("mail", "nobody@example.org"), ("password", "something else")])
            .await;
        assert_eq!(a.status, b.status);
        assert_eq!(without(a.text(), "anne@example.org"), without(b.text(), "nobody@example.org"));
    }
    let last = known.fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", PASSWORD)]).await;
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS, "even the right password waits there");
}

#[tokio::test]
async fn who_guesses_waits_and_the_holder_elsewhere_does_not() {
    let house = House::new().await;
    house.account("anne@example.org", &[Role::Listener]).await;
    let mut guesser = house.browser();
    guesser.peer = "203.0.113.9:1".into();
    for _ in 0..12 {
        guesser.fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", "guess")]).await;
    }
    let mut holder = house.browser();
    assert_eq!(leads_to(&holder.sign_in("anne@example.org").await), "/fr/compte");
    assert_eq!(
        guesser.fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", PASSWORD)]).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    wait(TimeDelta::hours(2));
    assert_eq!(
        guesser.fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", PASSWORD)]).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_forgotten_password_comes_back_by_mail_and_the_second_factor_does_not() {
    let house = House::new().await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    let mut elsewhere = house.signed_in(&account, Level::Full).await;
    let mut browser = house.browser();
    let same = |text: String| text.replace(&value(&text, "form_token"), "");
    let nobody = browser.fill("/fr/connexion/mot-de-passe-oublie", &[("mail", "nobody@example.org")]).await;
    let sent = browser.fill("/fr/connexion/mot-de-passe-oublie", &[("mail", "anne@example.org")]).await;
    assert_eq!(same(nobody.text()), same(sent.text()));
    let mail = house.mail().await;
    assert_eq!(mail.subject, "Ariane : nouveau mot de passe");
    let link = link(&mail.text);
    let fresh = "trois oies traversent la cour";
    let changed = browser.fill(&link, &[("password", fresh), ("again", fresh)]).await;
    assert_eq!(leads_to(&changed), "/fr/connexion?done=password");
    assert_eq!(browser.get(&link).await.status, StatusCode::NOT_FOUND, "once");
    assert_eq!(elsewhere.get("/fr/compte").await.status, StatusCode::SEE_OTHER, "all sessions ended");
    browser.fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", fresh)]).await;
    assert_eq!(
        leads_to(&browser.get("/fr/compte").await),
        "/fr/connexion/second-facteur?to=/fr/compte",
        "the second factor is asked for as always"
    );
    let page = browser.get("/fr/compte/second-facteur").await;
    assert_eq!(
        leads_to(&page),
        "/fr/connexion/second-facteur?to=/fr/compte/second-facteur",
        "and none can be added"
    );
    assert!(house.mail().await.text.contains("mot de passe de votre compte"), "the holder is told");
}

#[tokio::test]
async fn a_lost_second_factor_is_replaced_by_a_code_that_is_said_and_never_sent() {
    let house = House::new().await;
    let chief = house.account("chief@example.org", &[Role::Administrator]).await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    house.accounts.set_codes(By::anyone(now()), account.id, &["AAAA-BBBB-CCCC-DDDD".into()]).await.unwrap();
    let mut office = house.signed_in(&chief, Level::Full).await;
    let page = office.fill(&format!("/fr/equipe/{}", account.id), &[("do", "code")]).await.text();
    let said = page
        .split("<code translate=\"no\">")
        .nth(1)
        .and_then(|r| r.split('<').next())
        .expect("a code")
        .to_owned();
    let mail = house.mail().await;
    assert!(!mail.text.contains(&said) && mail.to == "anne@example.org");
    let mut browser = house.browser();
    browser.fill("/fr/connexion", &[("mail", "anne@example.org"), ("password", PASSWORD)]).await;
    let other = house.account("other@example.org", &[Role::Listener]).await;
    let mut thief = house.signed_in(&other, Level::First).await;
    let stolen = thief.fill("/fr/connexion/second-facteur", &[("how", "spoken"), ("code", &said)]).await;
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "the code is for one account");
    let taken = browser
        .fill("/fr/connexion/second-facteur", &[("how", "spoken"), ("code", &said.to_lowercase())])
        .await;
    assert_eq!(leads_to(&taken), "/fr/compte/second-facteur");
    assert_eq!(browser.get("/fr/compte").await.status, StatusCode::SEE_OTHER, "not signed in yet");
    let secret = offered(&browser.get("/fr/compte/second-facteur").await.text());
    let done = browser.post("/fr/compte/second-facteur", &[("do", "totp"), ("code", &code(&secret))]).await;
    assert_eq!(done.status, StatusCode::OK);
    let factors = house.accounts.factors(account.id).await.unwrap();
    assert_eq!(
        (factors.count(), factors.totps[0].secret.as_str()),
        (1, secret.as_str()),
        "the old one ended"
    );
    let by = By::anyone(now());
    assert!(!house.accounts.use_code(by, account.id, "AAAA-BBBB-CCCC-DDDD").await.unwrap());
}

#[tokio::test]
async fn a_recovery_code_stands_in_once() {
    let house = House::new().await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    house.accounts.set_codes(By::anyone(now()), account.id, &["AAAA-BBBB-CCCC-DDDD".into()]).await.unwrap();
    let mut browser = house.signed_in(&account, Level::First).await;
    let given = [("how", "recovery"), ("code", "aaaa bbbb cccc dddd")];
    assert_eq!(leads_to(&browser.fill("/fr/connexion/second-facteur", &given).await), "/fr/compte");
    let mut again = house.signed_in(&account, Level::First).await;
    again.get("/fr/connexion/second-facteur").await;
    assert_eq!(
        again.post("/fr/connexion/second-facteur", &given).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn forms_from_elsewhere_are_refused_though_they_carry_the_cookie() {
    let house = House::new().await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    let mut browser = house.signed_in(&account, Level::Full).await;
    browser.get("/fr/compte").await;
    let token = browser.token();
    for (name, from) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let request = Request::post("/fr/deconnexion")
            .header("content-type", "application/x-www-form-urlencoded")
            .header(name, from);
        let answer = browser.send(request, format!("form_token={token}")).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
    }
    let out = browser.post("/fr/deconnexion", &[]).await;
    assert_eq!(leads_to(&out), "/fr/connexion?done=out");
    assert!(out.headers["clear-site-data"].to_str().unwrap().contains("storage"));
    assert!(!browser.cookies.contains_key("ariane"));
}

#[tokio::test]
async fn over_https_cookies_are_bound_to_the_host() {
    let house = House::at("https://ariane.example").await;
    house.account("anne@example.org", &[Role::Listener]).await;
    let mut browser = house.browser();
    let page = browser.get("/fr/connexion").await;
    let given = page.headers["set-cookie"].to_str().unwrap().to_owned();
    for part in ["__Host-ariane-door=", "Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
        assert!(given.contains(part), "{given}");
    }
    browser.sign_in("anne@example.org").await;
    assert!(browser.cookies.contains_key("__Host-ariane"));
    assert_eq!(browser.get("/fr/compte").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_locked_account_is_out_at_once_and_back_when_unlocked() {
    let house = House::new().await;
    let chief = house.account("chief@example.org", &[Role::Administrator]).await;
    let account = house.account("anne@example.org", &[Role::Listener]).await;
    let mut browser = house.signed_in(&account, Level::Full).await;
    let mut office = house.signed_in(&chief, Level::Full).await;
    let page = format!("/fr/equipe/{}", account.id);
    office.fill(&page, &[("do", "lock")]).await;
    assert_eq!(browser.get("/fr/compte").await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.browser().sign_in("anne@example.org").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    office.fill(&page, &[("do", "unlock")]).await;
    assert_eq!(leads_to(&house.browser().sign_in("anne@example.org").await), "/fr/compte");
    office.fill(&page, &[("do", "close")]).await;
    assert_eq!(house.browser().sign_in("anne@example.org").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let closed = house.accounts.account(account.id).await.unwrap().unwrap();
    assert_eq!(closed.state, AccountState::Closed);
    // The address may be invited again; the old account stays for the log.
    let again = office
        .fill("/fr/equipe", &[("mail", "anne@example.org"), ("role", "listener"), ("language", "fr")])
        .await;
    assert_eq!(leads_to(&again), "/fr/equipe?done=invited");
    assert_eq!(house.accounts.accounts().await.unwrap().len(), 3);
}

#[tokio::test]
async fn the_last_administrator_cannot_be_lost() {
    let house = House::new().await;
    let chief = house.account("chief@example.org", &[Role::Administrator, Role::Listener]).await;
    let other = house.account("other@example.org", &[Role::Administrator]).await;
    let mut office = house.signed_in(&chief, Level::Full).await;
    let own = format!("/fr/equipe/{}", chief.id);
    for act in [vec![("do", "roles"), ("role", "listener")], vec![("do", "lock")], vec![("do", "close")]] {
        assert_eq!(office.fill(&own, &act).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{act:?}");
    }
    let others = format!("/fr/equipe/{}", other.id);
    assert_eq!(office.fill(&others, &[("do", "close")]).await.status, StatusCode::SEE_OTHER);
    assert!(house.accounts.account(chief.id).await.unwrap().unwrap().is(Role::Administrator));
}
