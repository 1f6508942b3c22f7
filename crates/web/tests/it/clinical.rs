//! The clinical summary over HTTP: who writes, what a file proposes, what is refused in words, and who reads it.

use crate::care::{file, person};
use crate::infoline::{Infoline, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

const PACKET: &[u8] = br#"{"id":"a","subject":{"sex":"FEMALE"},"phenotypicFeatures":[{"type":{"id":"HP:0001250","label":"Seizure"}}],
 "interpretations":[{"diagnosis":{"genomicInterpretations":[{"variantInterpretation":{"acmgPathogenicityClassification":"PATHOGENIC",
 "variationDescriptor":{"geneContext":{"symbol":"PAX6"},"expressions":[{"syntax":"hgvs.c","value":"NM_000280.4:c.718C>T"}]}}}]}}],
 "measurements":[{"assay":{"label":"Copper"}}]}"#;

#[tokio::test]
async fn a_clinician_writes_and_corrects_and_everybody_else_of_the_pair_reads() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let page = format!("{at}/clinical");
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let empty = line.get(&line.cell, &page).await.text();
    assert!(
        empty.contains("Cela ne dit pas qu’il n’y en a pas"),
        "no allergy written down is not no allergy"
    );
    assert!(!empty.contains("id=\"clinical-read\""), "the psycho-social coordination does not write it");
    let allergy = [("kind", "allergy"), ("substance", "Pénicilline <b>"), ("reaction", "urticaire")];
    assert_eq!(line.post(&line.cell, &page, &allergy).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(line.post(&doctor, &page, &allergy).await.status, StatusCode::SEE_OTHER);
    let read = line.get(&line.cell, &page).await.text();
    assert!(read.contains("Pénicilline &#60;b&#62;") && read.contains("urticaire"), "{read}");

    let wrong =
        [("kind", "variant"), ("gene", "PAX6"), ("hgvs", "exon 5"), ("laboratory", "Labo imaginaire")];
    let refused = line.post(&doctor, &page, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = refused.text();
    assert!(
        said.contains("ni du HGVS ni de l’ISCN") && said.contains("Labo imaginaire"),
        "what was typed is kept"
    );
    let variant = [
        ("kind", "variant"),
        ("gene", "PAX6"),
        ("hgvs", "c.718C>T"),
        ("class", "pathogenic"),
        ("classified-on", "2024-02-03"),
        ("zygosity", "heterozygous"),
    ];
    assert_eq!(line.post(&doctor, &page, &variant).await.status, StatusCode::SEE_OTHER);
    let read = line.get(&doctor, &page).await.text();
    assert!(read.contains("classe 5 : pathogène (3 février 2024)"), "{read}");
    assert!(read.contains("séquence de référence manque"), "a reader is warned");

    let entry = value(&read, &format!("action=\"{page}/"));
    let change = format!("{page}/{entry}");
    let corrected = [("version", "1"), ("substance", "Amoxicilline"), ("reaction", "")];
    assert_eq!(
        line.post(&doctor, &change, &corrected).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a variant has no substance"
    );
    let silent = line.post(&doctor, &format!("{change}/remove"), &[("why", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        line.post(&doctor, &format!("{change}/remove"), &[("why", "Autre personne")]).await.status,
        StatusCode::SEE_OTHER
    );
    let thread = line.get(&line.cell, &at).await.text();
    assert!(thread.contains("Retiré du résumé clinique") && thread.contains("Autre personne"));
}

#[tokio::test]
async fn a_file_proposes_and_only_what_is_ticked_is_written() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let (page, read) = (format!("{at}/clinical"), format!("{at}/clinical/read"));
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let lying = line.upload(&doctor, &read, &[], ("a.json", "application/json", b"MZ\x90\0\x03\0\0\0")).await;
    assert_eq!(lying.status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = line.upload(&doctor, &read, &[], ("a.json", "application/json", b"{\"a\":1}")).await;
    assert!(other.text().contains("ni un phenopacket ni du FHIR"));
    let nothing = line.upload(&doctor, &read, &[("words", " ")], ("", "", b"")).await;
    assert!(nothing.text().contains("Choisissez un fichier, ou écrivez"));

    let proposed = line.upload(&doctor, &read, &[], ("a.json", "application/json", PACKET)).await;
    assert_eq!(proposed.status, StatusCode::OK, "{}", proposed.text());
    let text = proposed.text();
    assert!(text.contains("PAX6") && text.contains("name=\"day-0\""), "the class has no day: it is asked");
    assert!(text.contains("Copper") && text.contains("ne se garde pas"), "what is not taken is named");
    assert!(line.get(&doctor, &page).await.text().contains("Aucun variant"), "nothing is written by reading");

    let carried = |number: usize| {
        let all = text.split(&format!("name=\"entry-{number}\" value=\"")).nth(1).expect("carried");
        all.split('"')
            .next()
            .expect("closed")
            .replace("&#34;", "\"")
            .replace("&quot;", "\"")
            .replace("&#62;", ">")
    };
    let (variant, sign) = (carried(0), carried(1));
    let take = format!("{page}/take");
    let without_day = [("entry-0", variant.as_str()), ("take-0", "1"), ("entry-1", sign.as_str())];
    let refused = line.post(&doctor, &take, &without_day).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("jour où la classe") && refused.text().contains("PAX6"));
    let none = [("entry-0", variant.as_str())];
    assert!(line.post(&doctor, &take, &none).await.text().contains("Cochez au moins une ligne"));
    let forged = [("entry-0", "{\"kind\":\"variant\",\"text\":\"exon 5\"}"), ("take-0", "1")];
    assert_eq!(line.post(&doctor, &take, &forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let ticked =
        [("entry-0", variant.as_str()), ("take-0", "1"), ("day-0", "2024-02-03"), ("entry-1", sign.as_str())];
    assert_eq!(
        line.post(&line.cell, &take, &ticked).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "not hers to write"
    );
    assert_eq!(line.post(&doctor, &take, &ticked).await.status, StatusCode::SEE_OTHER);
    let kept = line.get(&doctor, &page).await.text();
    assert!(kept.contains("NM_000280.4:c.718C") && kept.contains("Aucun signe"), "the sign was not ticked");
    let again = line.upload(&doctor, &read, &[], ("a.json", "application/json", PACKET)).await.text();
    assert!(again.contains("Se trouve déjà dans le résumé"));
}

#[tokio::test]
async fn relatives_are_drawn_and_nobody_else_comes_near() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let page = format!("{at}/clinical");
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let relative =
        |kinship| [("kind", "relative"), ("kinship", kinship), ("sex", "not-said"), ("affected", "carrier")];
    assert_eq!(line.post(&doctor, &page, &relative("mother")).await.status, StatusCode::SEE_OTHER);
    let twice = line.post(&doctor, &page, &relative("mother")).await;
    assert!(twice.text().contains("déjà prise dans la famille"));
    let orphan = line.post(&doctor, &page, &relative("child-of")).await;
    assert!(orphan.text().contains("Choisissez de qui c’est l’enfant"));
    let drawn = line.get(&doctor, &page).await.text();
    assert!(drawn.contains("class=\"pedigree\"") && drawn.contains("aria-label=\"Arbre familial : "));
    for (name, role) in [
        ("Ada Fictive", Role::Listener),
        ("Bao Fictif", Role::PsychosocialWorker),
        ("Cid Fictif", Role::RcpParticipant),
        ("Dia Fictive", Role::Administrator),
        ("Eli Fictif", Role::DataProtectionOfficer),
    ] {
        let hand = person(&line, name, role).await;
        assert_eq!(line.get(&hand, &page).await.status, StatusCode::FORBIDDEN, "{role:?}");
        for path in ["", "/take"] {
            let sent = line.post(&hand, &format!("{page}{path}"), &relative("father")).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN, "{role:?} {path}");
        }
    }
}

#[tokio::test]
async fn an_emergency_is_opened_by_a_clinician_told_by_mail_and_looked_at_by_another() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let officer = person(&line, "Odile Fictive", Role::DataProtectionOfficer).await;
    let allergy = [("kind", "allergy"), ("substance", "Pénicilline"), ("reaction", "")];
    line.post(&doctor, &format!("{at}/clinical"), &allergy).await;
    let number = line.get(&doctor, &at).await.text();
    let number =
        number.split("Dossier n° ").nth(1).expect("a title").split(|c: char| !c.is_ascii_digit()).next();
    let number = number.expect("a number").to_owned();
    const PAGE: &str = "/fr/cellule/urgence";
    let vague = line.post(&doctor, PAGE, &[("name", "Anne Fictive"), ("reason", "malaise")]).await;
    assert_eq!(vague.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(vague.text().contains("le nom et la date de naissance") && vague.text().contains("malaise"));
    let silent = line.post(&doctor, PAGE, &[("number", &number), ("reason", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nobody = line.post(&doctor, PAGE, &[("number", "99999"), ("reason", "x")]).await;
    assert!(nobody.text().contains("112"), "{}", nobody.text());
    let opened = line.post(&doctor, PAGE, &[("number", &number), ("reason", "malaise au bloc")]).await;
    assert_eq!(opened.status, StatusCode::OK);
    let text = opened.text();
    assert!(text.contains("Pénicilline") && text.contains("prévenue"), "{text}");
    for hand in [&line.cell, &officer] {
        assert_eq!(line.get(hand, PAGE).await.status, StatusCode::FORBIDDEN);
        let away = line.post(hand, PAGE, &[("number", &number), ("reason", "x")]).await;
        assert_eq!(away.status, StatusCode::FORBIDDEN);
    }
    let list = line.get(&officer, "/fr/dpo/ouvertures").await.text();
    assert!(list.contains("ouvert, à revoir") && list.contains("emergency-wrong"), "{list}");
    assert!(!list.contains("Anne Fictive") && !list.contains("malaise"), "no content for the officer");
    assert!(line.get(&line.cell, &at).await.text().contains("malaise au bloc"), "the thread says so");
}
