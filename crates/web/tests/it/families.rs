//! Contact between families over HTTP: nothing without the agreement, nothing of the other before both said yes.

use crate::application::now;
use crate::care::{file, person};
use crate::infoline::{Infoline, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

async fn agree(line: &Infoline, at: &str) {
    let today = now().date_naive().to_string();
    let fields = [
        ("purpose", "family-contact"),
        ("towards", "everybody"),
        ("name", ""),
        ("how", "paper"),
        ("by", "person"),
        ("from", today.as_str()),
        ("until", ""),
        ("text", "Classeur imaginaire"),
    ];
    let kept = line.post(&line.cell, &format!("{at}/consents"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
}

#[tokio::test]
async fn two_families_are_asked_and_see_each_other_after_two_yeses() {
    let line = Infoline::open().await;
    let anne = file(&line, "Anne Fictive", &[]).await;
    let bea = file(&line, "Béa Fictive", &[]).await;
    let (page, theirs) = (format!("{anne}/families"), format!("{bea}/families"));
    let closed = line.get(&line.cell, &page).await;
    assert_eq!(closed.status, StatusCode::OK);
    assert!(closed.text().contains("n’a pas donné son accord"));
    let other = bea.rsplit('/').next().unwrap_or_default().to_owned();
    let words = |other: &str| {
        [("other", other), ("own-told", "une famille <b>"), ("other-told", "un enfant")]
            .map(|(name, value)| (name, value.to_owned()))
    };
    let propose = async |other: &str| {
        let fields = words(other);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        line.post(&line.cell, &page, &fields).await
    };
    assert_eq!(propose(&other).await.status, StatusCode::FORBIDDEN, "no agreement on this side");
    agree(&line, &anne).await;
    assert_eq!(propose(&other).await.status, StatusCode::FORBIDDEN, "nor on the other");
    assert!(line.get(&line.cell, &page).await.text().contains("Aucune autre personne suivie"));
    agree(&line, &bea).await;
    assert!(propose("nonsense").await.text().contains("Choisissez avec qui"));
    let silent = line
        .post(&line.cell, &page, &[("other", other.as_str()), ("own-told", ""), ("other-told", "x")])
        .await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text().contains("Écrivez ce que chaque famille apprend"));
    let asked = propose(&other).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let read = line.get(&line.cell, &page).await.text();
    assert!(read.contains("une famille &#60;b&#62;") && !read.contains("Béa"), "{read}");

    let id = value(&read, "id=\"family-");
    let say = async |at: &str, change: &str, version: &str, way: &str| {
        line.post(&line.cell, &format!("{at}/{id}/{change}"), &[("version", version), ("way", way)]).await
    };
    assert!(say(&page, "agree", "1", " ").await.text().contains("Un oui dit comment"));
    assert_eq!(say(&page, "agree", "1", "Anne, le soir").await.status, StatusCode::SEE_OTHER);
    assert!(!line.get(&line.cell, &theirs).await.text().contains("Anne, le soir"), "one yes is not two");
    assert_eq!(say(&theirs, "agree", "1", "Béa, le matin").await.status, StatusCode::SEE_OTHER);
    assert!(line.get(&line.cell, &theirs).await.text().contains("Anne, le soir"));
    assert!(line.get(&line.cell, &page).await.text().contains("Béa, le matin"));
    assert_eq!(say(&page, "nothing", "2", "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(say(&page, "withdraw", "2", "").await.status, StatusCode::SEE_OTHER);
    let read = line.get(&line.cell, &theirs).await.text();
    assert!(!read.contains("Anne, le soir") && read.contains("Terminé"), "{read}");
}

#[tokio::test]
async fn who_is_not_of_the_pair_brings_nobody_together() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    agree(&line, &at).await;
    let page = format!("{at}/families");
    let hub = person(&line, "Hugo Fictif", Role::HubCoordinator).await;
    for hand in [&line.anne, &hub] {
        assert_eq!(line.get(hand, &page).await.status, StatusCode::FORBIDDEN);
        assert_eq!(line.post(hand, &page, &[("other", "x")]).await.status, StatusCode::FORBIDDEN);
    }
    let id = "00000000-0000-0000-0000-000000000001";
    let unknown =
        line.post(&line.cell, &format!("{page}/{id}/agree"), &[("version", "1"), ("way", "x")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}
