//! Administrative checklists as editors keep them, over HTTP: what they write holds at once, everywhere, and nobody's words are lost.

use crate::care::{file, in_days, person};
use crate::infoline::{Hand, Infoline, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

const LIST: &str = "/fr/cellule/demarches";
const OURS: &str = "/fr/cellule/demarches/lu-dependence-insurance";
const SHEET: &str = "/fr/orientation?code=586&need=care-pathway%2Fhome-care";

/// A list as it is typed, in French and German.
fn typed<'f>(title: &'f str, more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("country", "LU"),
        ("need", "care-pathway/home-care"),
        ("title-fr", title),
        ("steps-fr", "Demander le formulaire imaginaire.\r\n\r\nL’envoyer à temps."),
        ("title-de", "Erfundener Gang"),
        ("steps-de", "Das erfundene Formular holen.\nEs rechtzeitig senden."),
        ("deadline-fr", "Trois mois imaginaires"),
        ("source", "https://example.org/loi-imaginaire"),
    ];
    for (name, text) in more {
        fields.retain(|(there, _)| there != name);
        fields.push((name, text));
    }
    fields
}

#[tokio::test]
async fn what_an_editor_writes_holds_at_once_and_going_back_gives_the_programs_again() {
    let line = Infoline::open().await;
    let editor = person(&line, "Edda Imaginaire", Role::DirectoryEditor).await;
    let at = file(&line, "Zoé Imaginaire", &[]).await;
    let register = line.get(&editor, LIST).await.text();
    assert!(register.contains("Assurance dépendance") && register.contains("Livrée avec le programme"));
    let before = line.get(&editor, OURS).await.text();
    assert!(before.contains("R20") && before.contains("elle vaut telle que le programme la livre"));
    let nobody = Hand::nobody();
    let sheet = async || line.get(&nobody, SHEET).await.text();
    assert!(sheet().await.contains("Assurance dépendance"));

    let fields = typed("Aide imaginaire", &[("version", "0")]);
    let kept = line.post(&editor, OURS, &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    for page in [sheet().await, line.get(&line.cell, &format!("{at}/rights")).await.text()] {
        assert!(page.contains("Aide imaginaire") && !page.contains("R20"));
        assert!(page.contains("envoyer à temps"));
    }
    let german =
        line.get(&line.cell, &format!("{at}/rights").replace("/fr/cellule/dossier", "/de/zelle/akte")).await;
    assert!(german.text().contains("Es rechtzeitig senden."));
    let page = line.get(&editor, OURS).await.text();
    assert!(page.contains("à la place de celle du programme") && page.contains("Edda Imaginaire"));

    let back = line.post(&editor, &format!("{OURS}/taken-back"), &[("version", "1")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
    assert!(sheet().await.contains("Assurance dépendance"));
    let hidden = line.post(&editor, &format!("{OURS}/hidden"), &[("version", "2")]).await;
    assert_eq!(hidden.status, StatusCode::SEE_OTHER);
    let none = sheet().await;
    assert!(!none.contains("R20") && !none.contains("Aide imaginaire"));
    let page = line.get(&editor, OURS).await.text();
    assert!(
        page.contains("Aide imaginaire") && page.contains("Masquée"),
        "its words are still there to take up"
    );
    assert!(line.get(&editor, LIST).await.text().contains("Masquée"));
}

#[tokio::test]
async fn a_new_list_says_where_it_was_read_and_nothing_typed_is_lost() {
    let line = Infoline::open().await;
    let refused = [
        (("source", " "), "Dites où vous l’avez lu."),
        (("steps-de", "Nur ein Schritt."), "Chaque langue qui a un titre a toutes les étapes"),
        (("title-de", ""), "Chaque langue qui a un titre a toutes les étapes"),
        (("title-fr", ""), "Chaque langue qui a un titre a toutes les étapes"),
        (("url", "javascript:alert(1)"), "La page officielle commence par"),
        (("confirmed", "1"), "Dites quel jour vous avez lu la source"),
        (("need", "flying"), "Choisissez le besoin"),
    ];
    for (wrong, said) in refused {
        let answer = line.post(&line.cell, LIST, &typed("Aide imaginaire", &[wrong])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        let page = answer.text();
        assert!(page.contains(said), "{wrong:?}");
        assert!(
            page.contains("Demander le formulaire imaginaire.") && page.contains("Trois mois imaginaires")
        );
    }
    let ahead = in_days(1);
    let answer = line.post(&line.cell, LIST, &typed("Aide", &[("checked", &ahead)])).await;
    assert!(answer.text().contains("est passé, ou d’aujourd’hui"), "a day that lies ahead");

    let hostile = "Aide <script>alert(1)</script>";
    let begun = line.post(&line.cell, LIST, &typed(hostile, &[])).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let to = begun.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
    let at = to.split('?').next().unwrap_or_default().to_owned();
    assert_eq!(at, format!("{LIST}/lu-aide-script-alert-1-script"));
    for page in [line.get(&line.cell, &at).await.text(), line.get(&Hand::nobody(), SHEET).await.text()] {
        assert!(page.contains("&#60;script&#62;") && !page.contains("<script>alert"), "escaped");
    }
    let second = line.post(&line.cell, LIST, &typed(hostile, &[])).await;
    assert!(
        second.headers.get("location").is_some_and(|to| to.to_str().is_ok_and(|to| to.contains("script-2?")))
    );
    let taken_back = line.post(&line.cell, &format!("{at}/taken-back"), &[("version", "1")]).await;
    assert_eq!(taken_back.status, StatusCode::SEE_OTHER);
    assert!(line.get(&line.cell, LIST).await.text().contains("Retirée"));
}

#[tokio::test]
async fn two_editors_of_one_list_lose_no_words() {
    let line = Infoline::open().await;
    let editor = person(&line, "Edda Imaginaire", Role::DirectoryEditor).await;
    let page = line.get(&editor, OURS).await.text();
    let version = value(&page, "name=\"version\" value=\"");
    let mine = typed("Celle d’Edda", &[("version", version.as_str())]);
    let theirs =
        typed("Celle de la cellule", &[("version", version.as_str()), ("steps-fr", "Autre étape.\nFin.")]);
    assert_eq!(line.post(&line.cell, OURS, &theirs).await.status, StatusCode::SEE_OTHER);
    let slower = line.post(&editor, OURS, &mine).await;
    assert_eq!(slower.status, StatusCode::CONFLICT);
    let page = slower.text();
    for wanted in ["Celle d’Edda", "Demander le formulaire imaginaire.", "Autre étape.", "écrit entre-temps"]
    {
        assert!(page.contains(wanted), "{wanted}");
    }
    let version = value(&page, "name=\"version\" value=\"");
    let again = typed("Celle d’Edda", &[("version", version.as_str())]);
    assert_eq!(line.post(&editor, OURS, &again).await.status, StatusCode::SEE_OTHER);

    for (path, fields) in [
        (format!("{LIST}/lu-nobody-wrote-it"), typed("Rien", &[("version", "0")])),
        (format!("{OURS}/kept"), vec![("version", "2")]),
        (format!("{OURS}/flying"), vec![("version", "2")]),
    ] {
        assert_eq!(line.post(&editor, &path, &fields).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(line.get(&editor, &format!("{LIST}/..%2Fetc")).await.status, StatusCode::NOT_FOUND);
}
