//! Papers of a file, people around the person, the hospital's record and wishes over HTTP.

use crate::application::Answer;
use crate::care::{file, in_days, person};
use crate::infoline::{Hand, Infoline, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

const PDF: &[u8] = b"%PDF-1.7\n% imaginaire\n";

async fn add(line: &Infoline, hand: &Hand, at: &str, kind: &str, sent: (&str, &str, &[u8])) -> Answer {
    let fields = [("kind", kind), ("source", "laboratory"), ("about", "IRM imaginaire"), ("rcp", "1")];
    line.upload(hand, &format!("{at}/documents"), &fields, sent).await
}

#[tokio::test]
async fn a_document_is_kept_as_what_it_is_and_one_that_lies_is_refused_in_words() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let page = format!("{at}/documents");
    for (sent, says) in [
        (("photo.png", "image/png", PDF), "n’est pas ce que son nom annonce"),
        (("lettre.pdf", "application/pdf", b"MZ\x90\0\x03\0\0\0".as_slice()), "contient un programme"),
        (("page.html", "text/html", b"<script>alert(1)</script>"), "contient un programme"),
    ] {
        let refused = add(&line, &line.cell, &at, "report", sent).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", sent.0);
        let text = refused.text();
        assert!(text.contains(says) && text.contains("IRM imaginaire"), "{}: {text}", sent.0);
    }
    let none =
        line.upload(&line.cell, &page, &[("kind", "report"), ("source", "person")], ("", "", b"")).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("Choisissez un fichier"));
    assert!(line.get(&line.cell, &page).await.text().contains("Aucun document encore"));

    let kept = add(&line, &line.cell, &at, "report", ("../../Rapport é.pdf", "application/pdf", PDF)).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let listed = line.get(&line.cell, &page).await.text();
    assert!(listed.contains("Rapport é.pdf") && listed.contains("Ouvert aux participants de la RCP"));
    let id = value(&listed, &format!("href=\"{page}/"));
    let got = line.get(&line.cell, &format!("{page}/{id}")).await;
    assert_eq!((got.status, got.bytes.as_slice()), (StatusCode::OK, PDF));
    assert_eq!(got.headers["content-type"], "application/pdf");
    assert_eq!(got.headers["x-content-type-options"], "nosniff");
    let disposition = got.headers["content-disposition"].to_str().expect("a header");
    assert!(disposition.starts_with("attachment;") && !disposition.contains('/'), "{disposition}");
    let other = file(&line, "Bruno Fictif", &[]).await;
    let astray = line.get(&line.cell, &format!("{other}/documents/{id}")).await;
    assert_eq!(astray.status, StatusCode::NOT_FOUND, "a document of another file");
    for (name, role) in [
        ("Ada Fictive", Role::Listener),
        ("Bao Fictif", Role::PsychosocialWorker),
        ("Cid Fictif", Role::RcpParticipant),
        ("Dia Fictive", Role::Administrator),
    ] {
        let hand = person(&line, name, role).await;
        for path in [page.clone(), format!("{page}/{id}")] {
            assert_eq!(line.get(&hand, &path).await.status, StatusCode::FORBIDDEN, "{role:?} {path}");
        }
    }
    let silent = line.post(&line.cell, &format!("{page}/{id}/remove"), &[("text", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    line.post(&line.cell, &format!("{page}/{id}/remove"), &[("text", "Pas la bonne personne")]).await;
    assert_eq!(line.get(&line.cell, &format!("{page}/{id}")).await.status, StatusCode::NOT_FOUND);
    let thread = line.get(&line.cell, &at).await.text();
    assert!(thread.contains("Document retiré") && thread.contains("Pas la bonne personne"));
}

#[tokio::test]
async fn the_hospital_is_asked_by_letter_with_an_end_and_the_medical_coordination_asks() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let page = format!("{at}/hospital");
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    assert!(line.get(&line.cell, &page).await.text().contains("Seule la coordination médicale"));
    let until = in_days(20);
    let mut fields = vec![
        ("hospital", "Hôpital imaginaire"),
        ("reader", "Dre Imaginaire"),
        ("why", "Lire l’IRM"),
        ("from", ""),
    ];
    let endless = line.post(&doctor, &page, &fields).await;
    assert_eq!(endless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = endless.text();
    assert!(text.contains("un accès sans fin ne se demande pas") && text.contains("Hôpital imaginaire"));
    fields.push(("until", &until));
    let not_his = line.post(&line.cell, &page, &fields).await;
    assert_eq!(not_his.status, StatusCode::FORBIDDEN);
    let asked = line.post(&doctor, &page, &fields).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let shown = line.get(&doctor, &page).await.text();
    let id = value(&shown, "id=\"request-");
    for language in ["fr", "de"] {
        let pdf = line.get(&doctor, &format!("{page}/{id}/pdf?language={language}")).await;
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        assert!(pdf.bytes.starts_with(b"%PDF-"));
    }
    let refuse = [("version", "1"), ("change", "refuse"), ("text", "")];
    let silent = line.post(&doctor, &format!("{page}/{id}"), &refuse).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let open = [("version", "1"), ("change", "grant"), ("text", "Ouvert")];
    assert_eq!(line.post(&doctor, &format!("{page}/{id}"), &open).await.status, StatusCode::SEE_OTHER);
    let shown = line.get(&doctor, &page).await.text();
    assert!(shown.contains("Accès ouvert") && shown.contains("confirme la fermeture"));
    let again = line.post(&doctor, &format!("{page}/{id}"), &open).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_letter_is_made_out_to_who_may_read_it_and_wishes_hold_it_back() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let book = format!("{at}/contacts");
    let contact =
        |name, role, may| [("name", name), ("role", role), ("may-know", may), ("place", "Lieu imaginaire")];
    let school = line.post(&line.cell, &book, &contact("Mme École Imaginaire", "school", "medical")).await;
    assert_eq!(school.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(school.text().contains("Mme École Imaginaire") && school.text().contains("que pour qui soigne"));
    for (name, may) in [("Dr Imaginaire", "medical"), ("Dre Fictive", "practical")] {
        let kept = line.post(&line.cell, &book, &contact(name, "gp", may)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    }
    let shown = line.get(&line.cell, &book).await.text();
    assert_eq!(shown.matches("/letters/new/gp?contact=").count(), 1, "who may read medical matters only");
    let to = value(&shown, &format!("href=\"{at}/letters/new/gp?contact="));
    let form = line.get(&line.cell, &format!("{at}/letters/new/gp?contact={to}")).await.text();
    assert!(form.contains("value=\"Dr Imaginaire, Lieu imaginaire\""), "{form}");
    let letter = [("to", "Dre Fictive"), ("language", "fr"), ("opening", "Bonjour"), ("closing", "")];
    let refused = line.post(&line.cell, &format!("{at}/letters/new/gp"), &letter).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("n’a pas accepté que ce contact"));

    let wishes = format!("{at}/wishes");
    let wish = [("what", "diagnosis"), ("text", "Plus tard peut-être")];
    let not_hers = line.post(&line.cell, &wishes, &wish).await;
    assert_eq!(not_hers.status, StatusCode::UNPROCESSABLE_ENTITY, "a clinician answers for it by name");
    assert_eq!(line.post(&doctor, &wishes, &wish).await.status, StatusCode::SEE_OTHER);
    assert!(line.get(&line.cell, &at).await.text().contains("préfère ne pas savoir : son diagnostic"));
    let page = line.get(&doctor, &wishes).await.text();
    let mut forms = page.split("action=\"").filter_map(|one| one.split('"').next());
    let back = forms.find(|to| to.ends_with("/back")).expect("a way back");
    assert_eq!(line.post(&line.cell, back, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(!line.get(&line.cell, &at).await.text().contains("préfère ne pas savoir"));

    let owner =
        value(page.split("id=\"relatives-prescriber\"").nth(1).unwrap_or_default(), "option value=\"");
    let said = [("prescriber", owner.as_str()), ("text", "Ma sœur imaginaire, par moi")];
    assert_eq!(line.post(&doctor, &format!("{at}/relatives"), &said).await.status, StatusCode::SEE_OTHER);
    let early = line.post(&doctor, &format!("{at}/relatives/step"), &[]).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "nothing was explained yet");
    let today = in_days(0);
    let told = [("kind", "genetic-result"), ("told", "explained"), ("day", &today), ("text", "Expliqué")];
    assert_eq!(line.post(&doctor, &format!("{at}/told"), &told).await.status, StatusCode::SEE_OTHER);
    let done = line.post(&doctor, &format!("{at}/relatives/step"), &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert!(line.get(&doctor, &at).await.text().contains("Informer les proches à risque"));
    let twice = line.post(&doctor, &format!("{at}/relatives/step"), &[]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "once");
}

#[tokio::test]
async fn a_fictitious_file_says_so_on_each_of_its_pages() {
    let line = Infoline::open().await;
    let fields = [
        ("origin", "hub"),
        ("brought-by", "doctor"),
        ("name", "Exercice Fictif"),
        ("question", "Pour apprendre"),
        ("training", "1"),
    ];
    let sent = line.post(&line.cell, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let board = line.get(&line.cell, "/fr/cellule?training=1").await.text();
    let at = format!("/fr/cellule/dossier/{}", value(&board, "href=\"/fr/cellule/dossier/"));
    for page in [
        "",
        "/head",
        "/sharing",
        "/summary",
        "/analysis/psychosocial",
        "/plan",
        "/transition",
        "/rights",
        "/way",
        "/household",
        "/letters",
        "/letters/new/person",
        "/documents",
        "/hospital",
        "/contacts",
        "/wishes",
    ] {
        let shown = line.get(&line.cell, &format!("{at}{page}")).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}");
        assert!(shown.text().contains("class=\"training\""), "{page}");
    }
}

#[tokio::test]
async fn who_helps_in_daily_life_gets_a_letter_without_the_disease_and_only_from_the_book() {
    let line = Infoline::open().await;
    let at = file(&line, "Petra Fictive", &[]).await;
    let contact = |name, may_know| {
        [("name", name), ("role", "school"), ("may-know", may_know), ("place", "Lycée imaginaire")]
    };
    for (name, may_know) in [("Mme École Imaginaire", "practical"), ("M. Muet Imaginaire", "nothing")] {
        let kept = line.post(&line.cell, &format!("{at}/contacts"), &contact(name, may_know)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    }
    let letters = line.get(&line.cell, &format!("{at}/letters")).await.text();
    assert_eq!(letters.matches("/letters/new/support?contact=").count(), 1, "whom the person allows");
    let write = async |to: &str, closing: &str| {
        let fields = [("language", "fr"), ("to", to), ("opening", "Bonjour"), ("closing", closing)];
        line.post(&line.cell, &format!("{at}/letters/new/support"), &fields).await
    };
    for to in ["Quelqu’un Imaginaire", "M. Muet Imaginaire", ""] {
        assert_eq!(write(to, "Une pause par heure.").await.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
    }
    let written = write("Mme École Imaginaire", "Une pause par heure.").await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    let head = [("disorder-text", "Mucoviscidose"), ("code", "586"), ("question", "Suivi"), ("version", "2")];
    let version =
        value(&line.get(&line.cell, &format!("{at}/head")).await.text(), "name=\"version\" value=\"");
    let mut head = head.to_vec();
    head[3].1 = &version;
    let kept = line.post(&line.cell, &format!("{at}/head"), &head).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let told = write("Mme École Imaginaire", "Elle a une mucoviscidose.").await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "the disease is not for a school");
    assert!(told.text().contains("Elle a une mucoviscidose."), "what was typed stays");
}
