//! Before a case is shared: who could be recognised, what would do, and who decides when too few fit.

use crate::infoline::{Hand, Infoline, hire, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

/// A file that is there, by its address.
async fn file(line: &Infoline) -> String {
    let fields = [
        ("origin", "hub"),
        ("brought-by", "doctor"),
        ("name", "Vera Fictive"),
        ("birth", "1990-03-01"),
        ("question", "Un avis"),
    ];
    let sent = line.post(&line.cell, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    format!("/fr/cellule/dossier/{}", value(&board, "href=\"/fr/cellule/dossier/"))
}

async fn medical(line: &Infoline) -> Hand {
    let accounts = line.app.accounts.clone().expect("accounts");
    hire(&accounts, "Mara Fictive", Role::MedicalCoordinator).await
}

/// Everything shown of somebody whom few people resemble.
const RARE: &[(&str, &str)] = &[
    ("age", "36"),
    ("sex", "female"),
    ("nationality", "HR"),
    ("area", "lu-canton-vianden"),
    ("rare", "1000"),
    ("show-age", "year"),
    ("show-sex", "1"),
    ("show-nationality", "1"),
    ("show-area", "0"),
    ("show-disorder", "0"),
    ("show-rare", "1"),
];

#[tokio::test]
async fn the_file_fills_the_form_and_many_who_fit_are_enough() {
    let line = Infoline::open().await;
    let at = file(&line).await;
    assert!(line.get(&line.cell, &at).await.text().contains(&format!("{at}/sharing")));
    let page = line.get(&line.cell, &format!("{at}/sharing")).await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    assert!(text.contains("pseudonymisé, pas anonyme") && text.contains("is-enough"), "{text}");
    assert!(text.contains("name=\"age\" value=\"36\""), "the age comes from the birth date");
    assert!(!text.contains("Vera"), "who it is has no place where sharing is weighed");
}

#[tokio::test]
async fn whom_few_resemble_is_refused_told_the_way_out_and_decided_by_a_clinician_with_a_reason() {
    let line = Infoline::open().await;
    let at = file(&line).await;
    let medical = medical(&line).await;
    let page = line.post(&line.cell, &format!("{at}/sharing"), RARE).await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    assert!(
        text.contains("is-refused")
            && text.contains("class=\"crowd\"")
            && text.contains("Reprendre la proposition")
    );
    let keep = format!("{at}/sharing/keep");
    let with = |reason: &'static str| [RARE, &[("reason", reason)]].concat();
    let refused = line.post(&line.cell, &keep, &with("Urgent")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("un clinicien"));
    let silent = line.post(&medical, &keep, &with(" ")).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text().contains("value=\"lu-canton-vianden\" selected"), "what was chosen is kept");
    let decided = line.post(&medical, &keep, &with("Urgence vitale <b>")).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    let to = decided.headers["location"].to_str().expect("an address");
    assert!(!to.contains("36") || !to.contains("HR"), "{to}");
    let thread = line.get(&line.cell, &at).await.text();
    assert!(thread.contains("Partage examiné") && thread.contains("Urgence vitale &#60;b&#62;"), "{thread}");
}

#[tokio::test]
async fn what_is_proposed_is_enough_when_it_is_taken() {
    let line = Infoline::open().await;
    let at = file(&line).await;
    let page = line.post(&line.cell, &format!("{at}/sharing"), RARE).await.text();
    let form =
        page.split("class=\"noprint\"").nth(1).and_then(|rest| rest.split("</form>").next()).expect("a form");
    let fields: Vec<(String, String)> = form
        .split("<input type=\"hidden\" name=\"")
        .skip(1)
        .filter_map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            (name != "form_token")
                .then(|| (name.to_owned(), rest.split('"').next().unwrap_or_default().to_owned()))
        })
        .collect();
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let taken = line.post(&line.cell, &format!("{at}/sharing"), &fields).await.text();
    assert!(taken.contains("is-enough"), "{taken}");
}

#[tokio::test]
async fn nonsense_is_said_beside_its_field_and_nothing_is_lost() {
    let line = Infoline::open().await;
    let at = file(&line).await;
    let odd = [
        ("age", "-4"),
        ("rare", "many"),
        ("show-area", "99"),
        ("show-disorder", "x"),
        ("area", "moon"),
        ("sex", "?"),
    ];
    let page = line.post(&line.cell, &format!("{at}/sharing"), &odd).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    assert!(
        text.contains("href=\"#age\"") && text.contains("href=\"#rare\"") && text.contains("value=\"many\"")
    );
}

#[tokio::test]
async fn only_the_cell_weighs_it() {
    let line = Infoline::open().await;
    let at = format!("{}/sharing", file(&line).await);
    for hand in [&line.anne, &line.bea] {
        assert_eq!(line.get(hand, &at).await.status, StatusCode::FORBIDDEN);
        assert_eq!(line.post(hand, &at, RARE).await.status, StatusCode::FORBIDDEN);
        assert_eq!(line.post(hand, &format!("{at}/keep"), RARE).await.status, StatusCode::FORBIDDEN);
    }
    assert_ne!(line.get(&Hand::nobody(), &at).await.status, StatusCode::OK);
}
