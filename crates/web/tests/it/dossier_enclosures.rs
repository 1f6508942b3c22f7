//! Pictures and reports that go with a dossier, over HTTP: cleaned, looked at, approved with it, seen by an expert; and what stays.

use crate::dossier::{approve, judge, prepared};
use crate::infoline::{Hand, Infoline, value};
use crate::panel::{CASE, House, enter, house_with, sit};
use ariane_domain::account::Role;
use axum::http::StatusCode;

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).expect("short").to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// A small picture whose comment names somebody.
fn jpeg() -> Vec<u8> {
    [
        vec![0xff, 0xd8],
        segment(0xfe, b"photo of Marqueurphoto"),
        segment(0xdb, &[0; 65]),
        segment(0xc0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        segment(0xc4, &[0; 18]),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
        vec![0x12, 0x34, 0xff, 0xd9],
    ]
    .concat()
}

/// A report of one page, with its words as text, and its author in its properties.
fn pdf(text: &str) -> Vec<u8> {
    let content = format!("BT /F1 12 Tf 50 700 Td ({text}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< /Author (Marqueurauteur) >>".to_owned(),
    ];
    let mut all = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(all.len());
        all.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let start = all.len();
    all.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        all.push_str(&format!("{place:010} 00000 n \n"));
    }
    all.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    all.into_bytes()
}

async fn document(line: &Infoline, hand: &Hand, at: &str, (name, declared): (&str, &str), bytes: &[u8]) {
    let fields = [("kind", "imaging"), ("source", "doctor"), ("about", "")];
    let kept = line.upload(hand, &format!("{at}/documents"), &fields, (name, declared, bytes)).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
}

/// The id of the document that the page offers under a name.
fn offered(page: &str, name: &str) -> String {
    let offers =
        page.split("id=\"document\"").nth(1).expect("a list").split("</select>").next().unwrap_or_default();
    let option = offers.split("<option").find(|one| one.contains(name)).expect("offered");
    value(option, "value=\"")
}

async fn enclose(line: &Infoline, hand: &Hand, one: &str, name: &str) -> String {
    let page = line.get(hand, one).await.text();
    let (id, version) = (offered(&page, name), value(&page, "name=\"version\" value=\""));
    let fields = [("version", version.as_str()), ("document", id.as_str()), ("reason", "Voir la peau")];
    let kept = line.post(hand, &format!("{one}/enclose"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    id
}

async fn say(line: &Infoline, hand: &Hand, one: &str, id: &str, more: &[(&str, &str)]) -> String {
    let version = value(&line.get(hand, one).await.text(), "name=\"version\" value=\"");
    let fields = [&[("version", version.as_str())][..], more].concat();
    let kept = line.post(hand, &format!("{one}/enclosure/{id}"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    line.get(hand, one).await.text()
}

/// What the page says of one file.
fn card(page: &str, id: &str) -> String {
    let from = page.split(&format!("id=\"enclosure-{id}-card\"")).nth(1).expect("its card");
    from.split("</article>").next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_picture_leaves_once_somebody_looked_and_an_expert_sees_what_was_approved() {
    let house: House = house_with(async |line, doctor, at, one| {
        document(line, doctor, at, ("Zoe Imaginaire.jpg", "image/jpeg"), &jpeg()).await;
        let id = enclose(line, doctor, one, "Zoe Imaginaire.jpg").await;
        let page = line.get(doctor, one).await.text();
        let shown = card(&page, &id);
        assert!(
            shown.contains("Personne ne l’a encore regardé") && shown.contains("Voir la peau"),
            "{shown}"
        );
        assert!(
            shown.contains("Marqueurphoto") && shown.contains("comment"),
            "each removal is shown: {shown}"
        );
        let refused = approve(line, doctor, one).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("ne peut pas encore partir"), "{}", refused.text());
        let preview = line.get(doctor, &format!("{one}/enclosure/{id}")).await;
        assert_eq!(preview.headers["content-type"], "image/jpeg");
        assert!(!String::from_utf8_lossy(&preview.bytes).contains("Marqueurphoto"));
        let name = preview.headers["content-disposition"].to_str().expect("a name");
        assert!(name.contains("enclosure-1.jpg") && !name.contains("Imaginaire"), "{name}");
        let page = say(line, doctor, one, &id, &[("looked", "clean")]).await;
        assert!(card(&page, &id).contains("Peut partir tel quel"), "{page}");
        let leaves = page.split("id=\"leaves\"").nth(1).expect("what leaves");
        assert!(leaves.contains("enclosure-1.jpg") && leaves.contains("DocumentReference"), "{leaves}");
        assert!(!leaves.contains("Imaginaire"), "{leaves}");
    })
    .await;
    let one = format!("{}/dossier/{}", house.at, house.dossier);
    let approved = house.line.get(&house.doctor, &one).await.text();
    assert!(approved.contains(&format!("{one}/enclosure-1\"")), "{approved}");
    let fetched = house.line.get(&house.doctor, &format!("{one}/enclosure-1")).await;
    assert_eq!(fetched.status, StatusCode::OK);
    let (_, links) = house.open().await;
    let mut expert = enter(&house, &links[1]).await;
    assert_eq!(
        expert.get(&format!("{CASE}/enclosure-1")).await.status,
        StatusCode::NOT_FOUND,
        "not before they are seated"
    );
    sit(&mut expert).await;
    let page = expert.get(CASE).await.text();
    assert!(page.contains(&format!("src=\"{CASE}/enclosure-1\"")), "{page}");
    assert!(!page.contains("Zoe") && !page.contains("Marqueurphoto"), "{page}");
    let seen = expert.get(&format!("{CASE}/enclosure-1")).await;
    assert_eq!((seen.status, &seen.bytes), (StatusCode::OK, &fetched.bytes), "the very bytes");
    for other in ["enclosure-2", "enclosure-0", "enclosure-x", "enclosure-"] {
        assert_eq!(expert.get(&format!("{CASE}/{other}")).await.status, StatusCode::NOT_FOUND, "{other}");
    }
}

#[tokio::test]
async fn a_report_that_names_somebody_leaves_as_its_text_without_them() {
    let line = Infoline::open().await;
    let doctor = crate::care::person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let (at, one) = prepared(&line, &doctor).await;
    judge(&line, &doctor, &at).await;
    let report = pdf("Mme Imaginaire, maladie de Marfan, vue par Dr Estournet. Aorte stable.");
    document(&line, &doctor, &at, ("lettre.pdf", "application/pdf"), &report).await;
    document(&line, &doctor, &at, ("notes.txt", "text/plain"), b"Imaginaire").await;
    let page = line.get(&doctor, &one).await.text();
    assert!(page.contains("ne peuvent pas être nettoyés") && page.contains("notes.txt"), "{page}");
    let id = enclose(&line, &doctor, &one, "lettre.pdf").await;
    let page = line.get(&doctor, &one).await.text();
    let shown = card(&page, &id);
    assert!(
        shown.contains("Peut partir tel quel") && shown.contains("<del>"),
        "its text, by itself: {shown}"
    );
    assert!(shown.contains("Marqueurauteur"), "what described it is shown: {shown}");
    let text = line.get(&doctor, &format!("{one}/enclosure/{id}")).await;
    assert!(text.headers["content-type"].to_str().expect("a type").starts_with("text/plain"));
    let said = text.text();
    assert!(said.contains("Marfan") && said.contains("Aorte stable"), "{said}");
    assert!(!said.contains("Imaginaire") && !said.contains("Estournet"), "{said}");

    // The file itself names somebody: no look makes that go away, only a human who says of each word that it names nobody.
    let page = say(&line, &doctor, &one, &id, &[("form", "file"), ("looked", "clean")]).await;
    assert!(card(&page, &id).contains("Son texte nomme quelqu’un"), "{page}");
    let refused = approve(&line, &doctor, &one).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let keys: Vec<String> = card(&page, &id)
        .split("name=\"keep\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next().map(str::to_owned))
        .collect();
    assert!(keys.len() >= 2, "{page}");
    let keep: Vec<(&str, &str)> = keys.iter().map(|key| ("keep", key.as_str())).collect();
    let some =
        say(&line, &doctor, &one, &id, &[&[("form", "file"), ("looked", "clean")][..], &keep[..1]].concat())
            .await;
    assert!(card(&some, &id).contains("Son texte nomme quelqu’un"), "one word is not all: {some}");
    let all =
        say(&line, &doctor, &one, &id, &[&[("form", "file"), ("looked", "clean")][..], &keep].concat()).await;
    assert!(card(&all, &id).contains("Peut partir tel quel"), "{all}");
    let kept = line.get(&doctor, &format!("{one}/enclosure/{id}")).await;
    assert!(
        kept.bytes.starts_with(b"%PDF") && !String::from_utf8_lossy(&kept.bytes).contains("Marqueurauteur")
    );

    // Taken from the file, it does not leave, and the page says why.
    let text = [("text", "Ajouté par erreur")];
    let gone = line.post(&doctor, &format!("{at}/documents/{id}/remove"), &text).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text());
    let page = line.get(&doctor, &one).await.text();
    assert!(card(&page, &id).contains("n’est plus dans le dossier"), "{page}");
    assert_eq!(approve(&line, &doctor, &one).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = say(&line, &doctor, &one, &id, &[("stays", "1")]).await;
    assert!(!page.contains(&format!("enclosure-{id}-card")), "{page}");
    assert_eq!(approve(&line, &doctor, &one).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn no_word_is_lost_and_who_may_not_prepare_reaches_no_file() {
    let line = Infoline::open().await;
    let doctor = crate::care::person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let (at, one) = prepared(&line, &doctor).await;
    document(&line, &doctor, &at, ("scan.jpg", "image/jpeg"), &jpeg()).await;
    document(&line, &doctor, &at, ("faux.jpg", "image/jpeg"), b"\xff\xd8\xff\xe0 nothing more").await;
    let page = line.get(&doctor, &one).await.text();
    let (id, version) = (offered(&page, "scan.jpg"), value(&page, "name=\"version\" value=\""));
    let to = format!("{one}/enclose");
    let silent = [("version", version.as_str()), ("document", id.as_str()), ("reason", " ")];
    let refused = line.post(&doctor, &to, &silent).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("pourquoi il faut le voir"), "{}", refused.text());
    let none = [("version", version.as_str()), ("document", "x"), ("reason", "Raison tapée")];
    let refused = line.post(&doctor, &to, &none).await;
    assert!(refused.text().contains("Choisissez un document") && refused.text().contains("Raison tapée"));
    let stale = [("version", "9"), ("document", id.as_str()), ("reason", "Raison tapée")];
    assert_eq!(line.post(&doctor, &to, &stale).await.status, StatusCode::CONFLICT);
    let broken = enclose(&line, &doctor, &one, "faux.jpg").await;
    let page = line.get(&doctor, &one).await.text();
    assert!(card(&page, &broken).contains("Le fichier est abîmé"), "{page}");
    assert_eq!(line.get(&doctor, &format!("{one}/enclosure/{broken}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        line.get(&doctor, &format!("{one}/enclosure/{id}")).await.status,
        StatusCode::NOT_FOUND,
        "not chosen"
    );
    for (name, role) in [
        ("Ada Fictive", Role::Listener),
        ("Bao Fictif", Role::PsychosocialWorker),
        ("Cid Fictif", Role::RcpParticipant),
        ("Eli Fictif", Role::HubCoordinator),
    ] {
        let hand = crate::care::person(&line, name, role).await;
        let preview = format!("{one}/enclosure/{broken}");
        assert_eq!(line.get(&hand, &preview).await.status, StatusCode::FORBIDDEN, "{role:?}");
        assert_eq!(
            line.post(&hand, &preview, &[("stays", "1")]).await.status,
            StatusCode::FORBIDDEN,
            "{role:?}"
        );
        assert_eq!(line.post(&hand, &to, &silent).await.status, StatusCode::FORBIDDEN, "{role:?}");
    }
}
