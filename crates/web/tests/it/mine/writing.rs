//! Writing to the infoline without an account.

use super::*;

#[tokio::test]
async fn a_person_writes_and_is_given_number_date_link_and_code() {
    let site = site().await;
    let mut browser = site.browser();
    let receipt = browser.write(PLAIN).await;
    assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.text());
    let text = receipt.text();
    let (link, code) = secrets(&text);
    assert!(link.starts_with("http://localhost/fr/ma-demande/") && code.len() == 9, "{link} {code}");
    assert!(text.contains("numéro 1") && text.contains("2026"), "{text}");
    assert_eq!(receipt.headers["referrer-policy"], "no-referrer");
    assert_eq!(site.count().await, 1);
}

#[tokio::test]
async fn what_is_sent_twice_is_kept_once_and_gives_the_same_receipt() {
    let site = site().await;
    let mut browser = site.browser();
    let (token, stamp) = browser.open_form().await;
    let mut all = vec![("form_token", token.as_str()), ("stamp", stamp.as_str())];
    all.extend_from_slice(PLAIN);
    let first = secrets(&browser.post("/fr/ecrire", &all).await.text());
    let second = secrets(&browser.post("/fr/ecrire", &all).await.text());
    assert_eq!(first, second);
    assert_eq!(site.count().await, 1);
    wait(3600);
    let late = browser.post("/fr/ecrire", &all).await.text();
    assert!(!late.contains("private-code"), "an old form shows no secret again");
    assert_eq!(site.count().await, 1);
}

#[tokio::test]
async fn robots_are_held_up_and_nobody_loses_what_they_typed() {
    let site = site().await;
    let mut browser = site.browser();
    let page = browser.get("/fr/ecrire").await.text();
    let (token, stamp) = (value(&page, "form_token"), value(&page, "stamp"));
    let forged = stamp.replacen('1', "2", 1);
    for (fields, says) in [
        (vec![("stamp", stamp.as_str()), ("website", "http://spam.example")], "invisible"),
        (vec![("stamp", forged.as_str())], "reconnue"),
        (vec![("stamp", "")], "reconnue"),
    ] {
        let mut all = vec![("form_token", token.as_str())];
        all.extend_from_slice(PLAIN);
        all.extend(fields);
        let answer = browser.post("/fr/ecrire", &all).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains(says) && answer.text().contains("Une question fictive"), "{says}");
    }
    let foreign = browser.post("/fr/ecrire", PLAIN).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN, "without the token of our page");
    assert_eq!(site.count().await, 0);
    let mut refused = 0;
    for _ in 0..30 {
        let answer = browser.write(PLAIN).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused += 1;
            assert!(answer.text().contains("Une question fictive") && answer.text().contains("2021 2022"));
        }
    }
    assert!(refused > 0, "a network has its limit");
}

#[tokio::test]
async fn errors_stand_beside_their_field_and_in_the_summary() {
    let site = site().await;
    let mut browser = site.browser();
    let answer = browser.write(&[("message", " "), ("channel", "mail"), ("name", "Anne Fictive")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(text.contains("href=\"#message\"") && text.contains("href=\"#mail\""));
    assert!(text.contains("id=\"mail-fault\"") && text.contains("Anne Fictive"));
    assert_eq!(site.count().await, 0);
}

#[tokio::test]
async fn danger_comes_first_and_is_kept_at_the_head_of_the_queue() {
    let site = site().await;
    let mut browser = site.browser();
    let text = browser.write(&[("message", "je veux mourir"), ("channel", "link-only")]).await.text();
    let main = text.split("<main").nth(1).expect("main");
    assert!(main.find("class=\"danger\"").expect("a banner") < main.find("<h1").expect("a heading"));
    assert!(main.contains("112") && site.count().await == 1);
    let wrong = browser.write(&[("message", "je veux mourir")]).await.text();
    assert!(wrong.contains("class=\"danger\""), "also when a field is missing");
}

#[tokio::test]
async fn a_child_alone_is_given_a_human_and_the_lines_for_the_young() {
    let site = site().await;
    let fields =
        [("message", "bonjour"), ("channel", "link-only"), ("who", "person-concerned"), ("age", "12-18")];
    let text = site.browser().write(&fields).await.text();
    assert!(text.contains("Une personne te répond") && text.contains("116111"), "{text}");
}

#[tokio::test]
async fn nothing_typed_comes_back_as_markup_or_opens_a_header() {
    let site = site().await;
    let mut browser = site.browser();
    let evil = "\"><script>alert(1)</script>\r\nBcc: x@evil.example";
    let fields = [
        ("message", evil),
        ("channel", "mail"),
        ("mail", evil),
        ("name", evil),
        ("phone", evil),
        ("address", evil),
        ("disorder", evil),
        ("hours", evil),
        ("who", evil),
        ("age", evil),
        ("need", evil),
        ("residence", evil),
        ("answer-in", evil),
        ("packet", evil),
    ];
    let answer = browser.write(&fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.text().contains("<script>alert"), "escaped");
    let token = "<script>".repeat(5);
    let page =
        browser.get(&format!("/fr/ma-demande/{}", form(&[("", &token)]).trim_start_matches('='))).await;
    assert!(!page.text().contains("<script>alert") && !page.text().contains("<script><"));
    let big = "x".repeat(1 << 20);
    let answer = browser.write(&[("message", &big), ("channel", "link-only")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "larger than any form");
    assert_eq!(site.count().await, 0);
}
