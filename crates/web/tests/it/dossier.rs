//! Dossiers over HTTP: what the page shows before anything leaves, who approves, what is fetched, who may not.

use crate::application::now;
use crate::care::{file, person};
use crate::infoline::{Hand, Infoline, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

pub async fn summary(line: &Infoline, doctor: &Hand, at: &str) {
    for fields in [
        vec![("kind", "allergy"), ("substance", "Pénicilline"), ("reaction", "urticaire")],
        vec![
            ("kind", "opinion"),
            ("by", "RCP imaginaire"),
            ("on", "2023-05-06"),
            ("said", "Vu avec Mme Imaginaire à Esch le 06/05/2023, tél. 621 123 456."),
        ],
        vec![("kind", "problem"), ("text", "maladie de Marfan"), ("code", "ORPHA:558"), ("state", "present")],
        vec![
            ("kind", "relative"),
            ("kinship", "mother"),
            ("sex", "female"),
            ("affected", "yes"),
            ("born", "1961"),
        ],
        vec![
            ("kind", "variant"),
            ("gene", "FBN1"),
            ("hgvs", "NM_000138.5:c.4588C>T"),
            ("class", "pathogenic"),
            ("classified-on", "2024-02-03"),
        ],
    ] {
        let kept = line.post(doctor, &format!("{at}/clinical"), &fields).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{fields:?}");
    }
}

pub async fn agree(line: &Infoline, at: &str, purpose: &str) {
    let today = now().date_naive().to_string();
    let fields = [
        ("purpose", purpose),
        ("towards", "everybody"),
        ("how", "paper"),
        ("by", "person"),
        ("from", today.as_str()),
        ("text", "Classeur imaginaire"),
    ];
    let kept = line.post(&line.cell, &format!("{at}/consents"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
}

const NEW: [(&str, &str); 4] =
    [("purpose", "panel"), ("name", "Panel imaginaire"), ("question", "Que faire ?"), ("language", "fr")];

fn to(answer: &crate::application::Answer) -> String {
    answer.headers["location"].to_str().expect("an address").split('?').next().unwrap_or_default().to_owned()
}

pub async fn prepared(line: &Infoline, doctor: &Hand) -> (String, String) {
    let at = file(line, "Zoé Imaginaire", &[("birth", "1990-01-02")]).await;
    summary(line, doctor, &at).await;
    agree(line, &at, "panel").await;
    let begun = line.post(doctor, &format!("{at}/dossier"), &NEW).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    (at, to(&begun))
}

pub async fn judge(line: &Infoline, doctor: &Hand, at: &str) {
    judge_as(line, doctor, at, &[("show-age", "ten-years"), ("show-sex", "1")]).await;
}

/// Judges how many people it could be, so shown.
async fn judge_as(line: &Infoline, doctor: &Hand, at: &str, shown: &[(&str, &str)]) {
    let fields = [shown, &[("reason", "Décidé, fictif")]].concat();
    let kept = line.post(doctor, &format!("{at}/sharing/keep"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
}

/// Approves what the page shows.
pub async fn approve(line: &Infoline, doctor: &Hand, one: &str) -> crate::application::Answer {
    let shown = line.get(doctor, one).await.text();
    let (version, digest) =
        (value(&shown, "name=\"version\" value=\""), value(&shown, "name=\"digest\" value=\""));
    let fields = [("version", version.as_str()), ("digest", digest.as_str()), ("read", "1")];
    line.post(doctor, &format!("{one}/approve"), &fields).await
}

#[tokio::test]
async fn without_an_agreement_or_a_reason_nothing_is_prepared_and_nothing_typed_is_lost() {
    let line = Infoline::open().await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let at = file(&line, "Zoé Imaginaire", &[]).await;
    let page = format!("{at}/dossier");
    assert!(line.get(&doctor, &page).await.text().contains("il n’y a rien à transmettre"));
    summary(&line, &doctor, &at).await;
    let shown = line.get(&doctor, &page).await.text();
    assert!(shown.contains("Sans accord général") && shown.contains("Accords de la personne"), "{shown}");
    let refused = line.post(&doctor, &page, &NEW).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = refused.text();
    assert!(said.contains("n’a pas donné d’accord") && said.contains("Panel imaginaire"), "{said}");
    agree(&line, &at, "panel").await;
    let without = [&NEW[..], &[("add-pedigree", "1"), ("reason-pedigree", " ")]].concat();
    let refused = line.post(&doctor, &page, &without).await;
    assert!(refused.text().contains("Dites pourquoi"), "{}", refused.text());
    let abroad = [&NEW[..], &[("outside", "1")]].concat();
    assert!(line.post(&doctor, &page, &abroad).await.text().contains("sur quelle base"));
    let nobody = [("purpose", "panel"), ("name", ""), ("language", "fr")];
    assert!(line.post(&doctor, &page, &nobody).await.text().contains("Nommez qui reçoit"));
    let other = [("purpose", "coordination"), ("name", "x")];
    assert_eq!(line.post(&doctor, &page, &other).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (name, role) in [
        ("Ada Fictive", Role::Listener),
        ("Bao Fictif", Role::PsychosocialWorker),
        ("Cid Fictif", Role::RcpParticipant),
        ("Dia Fictive", Role::Administrator),
        ("Eli Fictif", Role::HubCoordinator),
    ] {
        let hand = person(&line, name, role).await;
        assert_eq!(line.get(&hand, &page).await.status, StatusCode::FORBIDDEN, "{role:?}");
        assert_eq!(line.post(&hand, &page, &NEW).await.status, StatusCode::FORBIDDEN, "{role:?}");
    }
}

#[tokio::test]
async fn the_page_shows_what_leaves_a_clinician_approves_and_only_that_is_fetched() {
    let line = Infoline::open().await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let (at, one) = prepared(&line, &doctor).await;
    let shown = line.get(&doctor, &one).await.text();
    let leaves = shown.split("id=\"leaves\"").nth(1).expect("what leaves").to_owned();
    for kept_back in ["Imaginaire à", "621 123 456", "06/05/2023", "mai 2023", "1961", "février 2024", "Zoé"]
    {
        assert!(!leaves.contains(kept_back), "{kept_back}");
    }
    for there in ["P-", "30 à 39 ans", "Marfan", "FBN1", "c.4588C", "2023", "Pénicilline", "pas anonyme"] {
        assert!(leaves.contains(there), "{there}");
    }
    assert!(
        shown.contains("<del>Imaginaire</del>") || shown.contains("<del>Mme Imaginaire</del>"),
        "{shown}"
    );
    assert!(!shown.to_lowercase().contains("anonymisé"));
    for form in ["pdf", "phenopacket", "fhir"] {
        let early = line.get(&doctor, &format!("{one}/{form}")).await;
        assert_ne!(early.status, StatusCode::OK, "{form} before approval");
    }
    assert!(shown.contains("estimez à combien de personnes"));
    judge(&line, &doctor, &at).await;

    // A word that only a human finds is taken out, and what was read before is not what would leave now.
    let before = line.get(&doctor, &one).await.text();
    let (digest, version) =
        (value(&before, "name=\"digest\" value=\""), value(&before, "name=\"version\" value=\""));
    let besides = [("version", version.as_str()), ("words", "urticaire")];
    assert_eq!(line.post(&doctor, &one, &besides).await.status, StatusCode::SEE_OTHER);
    let approve = format!("{one}/approve");
    let after = line.get(&doctor, &one).await.text();
    assert!(!after.split("id=\"leaves\"").nth(1).expect("it").contains("urticaire"));
    let version = value(&after, "name=\"version\" value=\"");
    let stale = [("version", version.as_str()), ("digest", digest.as_str()), ("read", "1")];
    assert_eq!(line.post(&doctor, &approve, &stale).await.status, StatusCode::CONFLICT);
    let digest = value(&after, "name=\"digest\" value=\"");
    let unread = [("version", version.as_str()), ("digest", digest.as_str())];
    assert!(line.post(&doctor, &approve, &unread).await.text().contains("Confirmez que vous avez lu"));
    let right = [("version", version.as_str()), ("digest", digest.as_str()), ("read", "1")];
    let social = line.post(&line.cell, &approve, &right).await;
    assert_eq!(social.status, StatusCode::UNPROCESSABLE_ENTITY, "a clinician approves");
    let done = line.post(&doctor, &approve, &right).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());

    let approved = line.get(&line.cell, &one).await.text();
    assert!(approved.contains("Approuvé par Max Fictif") && !approved.contains("dossier-approve"));
    let fhir = line.get(&line.cell, &format!("{one}/fhir")).await;
    assert_eq!(fhir.headers["content-type"], "application/fhir+json");
    let bundle: serde_json::Value = serde_json::from_slice(&fhir.bytes).expect("JSON");
    assert_eq!(bundle["type"], "document");
    assert!(!String::from_utf8_lossy(&fhir.bytes).contains("urticaire"));
    let kinds: Vec<&str> = bundle["entry"]
        .as_array()
        .expect("entries")
        .iter()
        .filter_map(|e| e["resource"]["resourceType"].as_str())
        .collect();
    assert!(kinds.contains(&"Consent") && !kinds.contains(&"FamilyMemberHistory"), "{kinds:?}");
    let packet = line.get(&doctor, &format!("{one}/phenopacket")).await;
    let packet: serde_json::Value = serde_json::from_slice(&packet.bytes).expect("JSON");
    assert_eq!(packet["metaData"]["phenopacketSchemaVersion"], "2.0");
    let asked = line.get(&doctor, &format!("{one}/matchmaker")).await;
    let asked: serde_json::Value = serde_json::from_slice(&asked.bytes).expect("JSON");
    assert_eq!(asked["patient"]["genomicFeatures"][0]["gene"]["id"], "FBN1");
    assert!(asked["patient"]["contact"]["href"].as_str().expect("whom to ask").starts_with("mailto:"));
    assert!(approved.contains("Matchmaker") && !approved.contains("common-data"), "registries are research");
    let other = line.get(&doctor, &format!("{one}/common-data")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND, "a form that was not approved");
    let pdf = line.get(&doctor, &format!("{one}/pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF"));
    let name = pdf.headers["content-disposition"].to_str().expect("a name");
    assert!(name.contains("P-") && !name.contains("Imaginaire"), "{name}");
    assert_eq!(line.get(&doctor, &format!("{one}/exe")).await.status, StatusCode::NOT_FOUND);
    let thread = line.get(&doctor, &at).await.text();
    assert!(thread.contains("approuvé") && thread.contains("téléchargé"), "{thread}");

    // Taken back, the page itself is closed.
    let consents = line.get(&line.cell, &format!("{at}/consents")).await.text();
    let id = value(&consents, "id=\"consent-");
    let back = format!("{at}/consents/{id}/withdraw");
    let taken = line.post(&line.cell, &back, &[("means", "spoken"), ("version", "1")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    for closed in [one.clone(), format!("{one}/pdf"), format!("{one}/fhir")] {
        let answer = line.get(&doctor, &closed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{closed}");
        assert!(answer.text().contains("n’a pas donné d’accord") && !answer.text().contains("FBN1"));
    }
}

#[tokio::test]
async fn a_draft_is_given_up_and_a_dossier_of_one_file_is_not_read_through_another() {
    let line = Infoline::open().await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let (_, one) = prepared(&line, &doctor).await;
    let other = file(&line, "Bruno Fictif", &[]).await;
    let id = one.rsplit('/').next().unwrap_or_default();
    assert_eq!(line.get(&doctor, &format!("{other}/dossier/{id}")).await.status, StatusCode::NOT_FOUND);
    let dropped = line.post(&doctor, &format!("{one}/drop"), &[("version", "1")]).await;
    assert_eq!(dropped.status, StatusCode::SEE_OTHER);
    let again = line.post(&doctor, &format!("{one}/drop"), &[("version", "2")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(line.get(&doctor, &one).await.text().contains("abandonné"));
}

#[tokio::test]
async fn what_is_added_with_a_reason_goes_and_the_page_says_why() {
    let line = Infoline::open().await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let at = file(&line, "Zoé Imaginaire", &[("birth", "1990-01-02")]).await;
    summary(&line, &doctor, &at).await;
    agree(&line, &at, "panel").await;
    let more = [
        ("add-pedigree", "1"),
        ("reason-pedigree", "Deux générations atteintes"),
        ("add-exact-dates", "1"),
        ("reason-exact-dates", "Âge au début"),
    ];
    let begun = line.post(&doctor, &format!("{at}/dossier"), &[&NEW[..], &more].concat()).await;
    let shown = line.get(&doctor, &to(&begun)).await.text();
    assert!(
        shown.contains("Deux générations atteintes") && shown.contains("Naissance : 2 janvier 1990"),
        "{shown}"
    );
    assert!(shown.contains("FamilyMemberHistory") && shown.contains("consanguinousParents"));
}

/// F54: what was judged is what leaves, and nothing more exact.
#[tokio::test]
async fn a_dossier_shows_what_was_judged_and_is_judged_anew_where_it_would_show_more() {
    let line = Infoline::open().await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let coded = [("birth", "1990-01-02"), ("disorder-text", "ORPHA:250923")];
    let at = file(&line, "Zoé Imaginaire", &coded).await;
    summary(&line, &doctor, &at).await;
    agree(&line, &at, "panel").await;
    let begun = line.post(&doctor, &format!("{at}/dossier"), &NEW).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let one = to(&begun);
    judge(&line, &doctor, &at).await;
    let shown = line.get(&doctor, &one).await.text();
    assert!(shown.contains("30 à 39 ans") && shown.contains("ORPHA:250923"), "{shown}");
    assert!(!shown.contains("ORPHA:ORPHA"), "{shown}");
    assert!(shown.contains("class=\"crowd\"") || shown.contains("n’est pas connu"), "{shown}");
    // Blurred further: neither the name nor its code nor the age is in any form of it.
    judge_as(&line, &doctor, &at, &[("show-age", "hidden"), ("show-disorder", "9")]).await;
    let shown = line.get(&doctor, &one).await.text();
    let leaves = shown.split("class=\"leaves\"").nth(1).unwrap_or_default();
    for told in ["30 à 39 ans", "250923", "ORPHA:250923"] {
        assert!(!leaves.contains(told), "{told}: {leaves}");
    }
    assert!(shown.contains("n’est pas nommée"), "{shown}");
    // Exact dates show more than was judged.
    let exact = [&NEW[..], &[("add-exact-dates", "1"), ("reason-exact-dates", "Chronologie")]].concat();
    let begun = line.post(&doctor, &format!("{at}/dossier"), &exact).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let two = to(&begun);
    let refused = approve(&line, &doctor, &two).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("tel qu’il se montre"), "{}", refused.text());
    judge_as(&line, &doctor, &at, &[("show-age", "year"), ("show-sex", "1")]).await;
    assert_eq!(approve(&line, &doctor, &two).await.status, StatusCode::SEE_OTHER);
    // Another disorder is another question.
    let head = line.get(&doctor, &format!("{at}/head")).await.text();
    let version = value(&head, "name=\"version\" value=\"");
    let other = [("version", version.as_str()), ("disorder-text", "ORPHA:15"), ("question", "Autre")];
    let changed = line.post(&doctor, &format!("{at}/head"), &other).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    let refused = approve(&line, &doctor, &one).await;
    assert!(refused.text().contains("tel qu’il se montre"), "{}", refused.text());
}

/// Where the file names its disorder in words only, the code of the summary is what tells it, and what is counted and hidden.
#[tokio::test]
async fn a_rare_disease_that_only_the_summary_names_is_hidden_too() {
    let line = Infoline::open().await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let at = file(&line, "Zoé Imaginaire", &[("birth", "1990-01-02")]).await;
    summary(&line, &doctor, &at).await;
    agree(&line, &at, "panel").await;
    let begun = line.post(&doctor, &format!("{at}/dossier"), &NEW).await;
    let one = to(&begun);
    judge(&line, &doctor, &at).await;
    assert!(line.get(&doctor, &one).await.text().contains("ORPHA:558"));
    judge_as(&line, &doctor, &at, &[("show-age", "ten-years"), ("show-disorder", "9")]).await;
    let shown = line.get(&doctor, &one).await.text();
    let leaves = shown.split("class=\"leaves\"").nth(1).unwrap_or_default();
    assert!(!leaves.contains("ORPHA:558") && shown.contains("n’est pas nommée"), "{leaves}");
}
