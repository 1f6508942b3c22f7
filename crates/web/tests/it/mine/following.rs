//! Following a request through its private link.

use super::*;

#[tokio::test]
async fn link_and_code_show_the_status_and_let_add_but_tell_nothing_that_was_said() {
    let site = site().await;
    let mut browser = site.browser();
    let fields = [("message", "MARQUEUR-SECRET"), ("channel", "link-only"), ("name", "Nom Fictif")];
    let (link, code) = secrets(&browser.write(&fields).await.text());
    let mut browser = site.browser();
    assert_eq!(browser.open_link(&link, "AAAA-AAAA").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.open_link(&link, &code.to_lowercase()).await.status, StatusCode::SEE_OTHER);
    let page = browser.get("/fr/ma-demande").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    assert!(text.contains("Demande n° 1") && text.contains("écoutant"), "{text}");
    assert!(!text.contains("MARQUEUR-SECRET") && !text.contains("Nom Fictif"));
    for _ in 0..2 {
        // The page is asked anew each time: two stamps, two messages.
        let added = browser
            .act("/fr/ma-demande", "/fr/ma-demande/ajouter", &[("message", "encore une question")])
            .await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    }
    assert!(browser.get("/fr/ma-demande").await.text().contains("3 messages de vous"));
    let chosen = browser.act("/fr/ma-demande", "/fr/ma-demande/choix", &[("satisfaction", "yes")]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER);
    let empty = browser.act("/fr/ma-demande", "/fr/ma-demande/ajouter", &[("message", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let rights = browser.get("/fr/ma-demande/mes-donnees").await.text();
    assert!(rights.contains("second") && !rights.contains("Nom Fictif"), "a stronger proof first");
    for path in ["copie", "corriger", "retirer", "effacer"] {
        let to = format!("/fr/ma-demande/{path}");
        let answer = browser.act("/fr/ma-demande/mes-donnees", &to, &[("version", "1")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
    browser.act("/fr/ma-demande", "/fr/ma-demande/quitter", &[]).await;
    assert!(browser.get("/fr/ma-demande/mes-donnees").await.status == StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_file_goes_along_and_one_that_lies_is_refused_in_words_with_nothing_lost() {
    const ADD: &str = "/fr/ma-demande/ajouter";
    let site = site().await;
    let mut browser = site.browser();
    let (link, code) = secrets(&browser.write(PLAIN).await.text());
    let mut browser = site.browser();
    assert_eq!(browser.open_link(&link, &code).await.status, StatusCode::SEE_OTHER);
    let words = [("message", "Voici le résultat")];
    let lying = ("lettre.pdf", "application/pdf", b"MZ\x90\0\x03\0\0\0".as_slice());
    let refused = browser.act_with_file(ADD, &words, lying).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("contient un programme") && text.contains("Voici le résultat"), "{text}");
    assert!(browser.get("/fr/ma-demande").await.text().contains("1 message de vous"));
    let paper = ("Résultat.pdf", "application/pdf", b"%PDF-1.7\n% imaginaire\n".as_slice());
    for words in [&words[..], &[("message", "")]] {
        assert_eq!(browser.act_with_file(ADD, words, paper).await.status, StatusCode::SEE_OTHER);
    }
    let status = browser.get("/fr/ma-demande").await.text();
    assert!(status.contains("3 messages de vous"), "a file alone is a message too");
    assert!(!status.contains("Résultat.pdf"), "link and code show nothing that was sent (duty D3)");
    for _ in 0..18 {
        assert_eq!(browser.act_with_file(ADD, &words, paper).await.status, StatusCode::SEE_OTHER);
    }
    let full = browser.act_with_file(ADD, &words, paper).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY, "twenty a day, with the infoline too");
    let said = full.text();
    assert!(said.contains("vingt au plus") && said.contains("Voici le résultat"), "the words are kept");
    assert_eq!(
        browser.act("/fr/ma-demande", ADD, &words).await.status,
        StatusCode::SEE_OTHER,
        "words alone go on"
    );
    let mut stranger = site.browser();
    let away = stranger.post_parts(ADD, &words, Some(paper)).await;
    assert!(away.status.is_client_error(), "{}", away.status);
}

#[tokio::test]
async fn guessing_the_code_is_slowed_down_and_unknown_links_are_answered_alike() {
    let site = site().await;
    let (link, code) = secrets(&site.browser().write(PLAIN).await.text());
    let mut browser = site.browser();
    let unknown = format!("http://localhost/fr/ma-demande/{}", "A".repeat(43));
    let page = browser.open_link(&unknown, &code).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut statuses = Vec::new();
    for _ in 0..7 {
        statuses.push(browser.open_link(&link, "BBBB-BBBB").await.status);
    }
    assert!(statuses.contains(&StatusCode::TOO_MANY_REQUESTS), "{statuses:?}");
    assert_eq!(browser.open_link(&link, &code).await.status, StatusCode::TOO_MANY_REQUESTS, "waits");
    wait(7200);
    assert_eq!(browser.open_link(&link, &code).await.status, StatusCode::SEE_OTHER);
}

pub(super) async fn issue_code(site: &Site, number: i64) -> (Uuid, String) {
    let listener = Actor::Staff(Staff {
        account: Uuid::from_u128(7),
        controller: OWN_CONTROLLER,
        roles: vec![Role::Listener],
        is_full: true,
        stepped_up_at: None,
    });
    let mut work = site.desk().records.begin(now()).await.expect("begun");
    let id = work.enquiry_of_number(OWN_CONTROLLER, number).await.expect("looked").expect("there");
    let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant = work.grant::<LockLink>(&listener, facts).expect("allowed");
    let code = work.issue_proof(&grant, Travelled::Spoken).await.expect("issued");
    work.commit().await.expect("kept");
    (id, code)
}

#[tokio::test]
async fn with_a_second_proof_one_has_copy_log_correction_withdrawal_and_erasure() {
    let site = site().await;
    let mut browser = site.browser();
    let fields = [
        ("message", "MARQUEUR-SECRET"),
        ("channel", "mail"),
        ("mail", "fictive@example.org"),
        ("name", "Nom Fictif"),
    ];
    let (link, code) = secrets(&browser.write(&fields).await.text());
    browser.open_link(&link, &code).await;
    let rights = "/fr/ma-demande/mes-donnees";
    let sent = browser.act(rights, "/fr/ma-demande/envoyer-code", &[]).await;
    assert!(sent.text().contains("en route"), "{}", sent.text());
    let (_, proof) = issue_code(&site, 1).await;
    let wrong = browser.act(rights, "/fr/ma-demande/code", &[("code", "CCCC-CCCC")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = browser.act(rights, "/fr/ma-demande/code", &[("code", &proof)]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    let page = browser.get(rights).await.text();
    assert!(page.contains("Nom Fictif") && page.contains("demande reçue"), "{page}");
    assert!(page.contains("écoutant") && !page.contains(&Uuid::from_u128(7).to_string()), "no account");
    let copy = browser.act(rights, "/fr/ma-demande/copie", &[]).await;
    assert_eq!(copy.headers["content-type"], "application/zip");
    let (machine, eye) = (unpacked(&copy.bytes, "data.json"), unpacked(&copy.bytes, "data.html"));
    let machine: serde_json::Value = serde_json::from_str(&machine).expect("JSON");
    let request = &machine["enquiries"][0];
    for part in ["links", "proofs", "data_requests"] {
        let found = request["beside"][part].as_array().is_some_and(|lines| !lines.is_empty());
        // What is asked for now is written down after it was put together.
        assert!(found || part == "data_requests", "{part}: {request}");
    }
    assert_eq!(request["requester"]["contact"]["channel"], "mail", "how one wishes to be reached");
    assert!(machine["withheld"].as_array().is_some_and(Vec::is_empty), "nothing here is another's");
    assert!(eye.contains("Liens privés") && !eye.contains("mine-copy"), "{eye}");
    let corrected =
        browser.act(rights, "/fr/ma-demande/corriger", &[("name", "Autre Nom"), ("mail", "")]).await;
    assert_eq!(corrected.status, StatusCode::SEE_OTHER, "{}", corrected.text());
    assert!(browser.get(rights).await.text().contains("Autre Nom"));
    assert_eq!(browser.act(rights, "/fr/ma-demande/effacer", &[]).await.status, StatusCode::SEE_OTHER);
    let waiting = browser.get("/fr/ma-demande").await.text();
    assert!(waiting.contains("Effacement demandé"), "{waiting}");
    browser.act("/fr/ma-demande", "/fr/ma-demande/garder", &[]).await;
    assert!(!browser.get("/fr/ma-demande").await.text().contains("Effacement demandé"));
    assert_eq!(browser.act(rights, "/fr/ma-demande/retirer", &[]).await.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/fr/ma-demande").await.text().contains("retirée"));
}

#[tokio::test]
async fn a_link_that_staff_lock_is_closed_at_once_and_kindly() {
    let site = site().await;
    let mut browser = site.browser();
    let (link, code) = secrets(&browser.write(PLAIN).await.text());
    browser.open_link(&link, &code).await;
    let (id, _) = issue_code(&site, 1).await;
    let listener = Actor::Staff(Staff {
        account: Uuid::from_u128(7),
        controller: OWN_CONTROLLER,
        roles: vec![Role::Listener],
        is_full: true,
        stepped_up_at: None,
    });
    let mut work = site.desk().records.begin(now()).await.expect("begun");
    let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant = work.grant::<LockLink>(&listener, facts).expect("allowed");
    work.lock_link(&grant, true).await.expect("locked");
    work.commit().await.expect("kept");
    site.app.accounts.as_ref().expect("accounts").end_link_sessions(id).await.expect("ended");
    assert_eq!(browser.get("/fr/ma-demande/mes-donnees").await.status, StatusCode::UNAUTHORIZED);
    let locked = browser.open_link(&link, &code).await;
    assert_eq!(locked.status, StatusCode::FORBIDDEN);
    assert!(locked.text().contains("pour votre sécurité"));
}

#[tokio::test]
async fn one_link_never_opens_another_persons_request() {
    let site = site().await;
    let (first, code) = secrets(&site.browser().write(PLAIN).await.text());
    let (second, _) = secrets(&site.browser().write(PLAIN).await.text());
    let mut browser = site.browser();
    assert_eq!(browser.open_link(&second, &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.open_link(&first, &code).await.status, StatusCode::SEE_OTHER);
    let (_, proof) = issue_code(&site, 2).await;
    let rights = "/fr/ma-demande/mes-donnees";
    let wrong = browser.act(rights, "/fr/ma-demande/code", &[("code", &proof)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a code belongs to one request");
}

#[tokio::test]
async fn the_notice_is_for_anyone_in_every_language_and_the_console_for_nobody_outside() {
    let site = site().await;
    for path in ["/fr/protection-des-donnees", "/de/datenschutz", "/en/data-protection"] {
        let page = site.browser().get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text().contains("6(1)(f)"), "{path}");
    }
    for path in ["/fr/dpo", "/fr/dpo/registre", "/fr/dpo/registre.csv", "/fr/dpo/journal", "/fr/lien-prive"] {
        assert_eq!(site.browser().get(path).await.status, StatusCode::SEE_OTHER, "{path}: to sign-in");
    }
    for language in ["fr", "de", "en", "pt", "lb"] {
        let path = match language {
            "fr" => "ecrire",
            "de" => "schreiben",
            "en" => "write",
            "pt" => "escrever",
            _ => "schreiwen",
        };
        let page = site.browser().get(&format!("/{language}/{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{language}");
        assert!(!page.text().contains("mine-"), "{language}: every text is there");
    }
}
