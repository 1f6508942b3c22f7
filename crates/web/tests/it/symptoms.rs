//! From described signs to networks, over real requests, with the tiny ontology of `fixtures/`.

use crate::application::{Answer, LOCAL, SIGNS, SIGNS_APP, get, get_from, post, post_from, post_to};
use ariane_domain::Language;
use ariane_web::addresses::Page;
use axum::http::StatusCode;

const TEXT: &str = "Mon fils a un genou branlant et un mollet ballon ; pas de souffle sifflant. Sa tante a une main tambour.";
/// Two signs of one invented disease, one absent sign of another.
const CHOSEN: [(&str, &str); 6] = [
    ("sign-0", "HP:9900101"),
    ("mark-0", "observed"),
    ("sign-1", "HP:9900102"),
    ("mark-1", "observed"),
    ("sign-2", "HP:9900201"),
    ("mark-2", "excluded"),
];

async fn describe(fields: &[(&str, &str)]) -> Answer {
    post_to(&SIGNS, "/fr/decrire", fields).await
}

async fn networks(fields: &[(&str, &str)]) -> Answer {
    post_to(&SIGNS, "/fr/decrire/reseaux", fields).await
}

async fn candidates(fields: &[(&str, &str)]) -> Answer {
    post_from(&LOCAL, "127.0.0.1:50000", "localhost:8080", None, "/fr/decrire/candidats", fields).await
}

/// Names and codes of every disorder that the fixtures annotate.
fn disorder_words() -> Vec<String> {
    let knowledge = SIGNS_APP.knowledge();
    let mut words = Vec::new();
    for disorder in &knowledge.phenotypes.disorders {
        words.push(disorder.name.to_string());
        words.extend(disorder.omim.iter().map(|c| format!("OMIM:{c}")));
        for code in &disorder.orpha {
            words.push(format!("ORPHA:{code}"));
            let entity =
                knowledge.catalogue.entity(ariane_domain::OrphaCode(*code)).expect("in the starter set");
            words.extend(knowledge.catalogue.names_of(entity).iter().map(|n| n.text.to_string()));
        }
    }
    words.retain(|w| w.len() > 3);
    assert!(words.len() > 20, "{words:?}");
    words
}

fn names_no_disorder(page: &str, what: &str) {
    for word in disorder_words() {
        assert!(!page.contains(&word), "{what} names {word}");
    }
}

#[tokio::test]
async fn every_page_of_it_answers_in_every_language() {
    for language in Language::ALL {
        let path = Page::Describe.path(language);
        for answer in [
            get_from(&SIGNS, &path).await,
            post_to(&SIGNS, &path, &[("text", TEXT), ("lang", "fr")]).await,
            post_to(&SIGNS, &Page::Ranked.path(language), &CHOSEN).await,
            get(&path).await,
        ] {
            let text = answer.text();
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert!(text.contains(&format!("<html lang=\"{language}\">")), "{path}");
            assert_eq!(text.matches("<h1").count(), 1, "{path}");
            assert!(text.contains("112"), "{path}");
            for key in ariane_web::text::bundle::inspect(Language::Fr).0.iter().filter(|k| k.contains('-')) {
                assert!(!text.contains(&format!(">{key}<")), "{path} shows {key}");
            }
            assert!(!text.contains(" style=\"") && !text.contains("javascript:"), "{path}");
        }
    }
}

#[tokio::test]
async fn passages_are_marked_and_carry_their_status() {
    let page = describe(&[("text", TEXT)]).await.text();
    for words in [
        "<mark class=\"is-observed\">genou branlant&#8288;<sup>",
        "<mark class=\"is-observed\">mollet ballon&#8288;<sup>",
        "<mark class=\"is-excluded\">souffle sifflant&#8288;<sup>",
        "<mark class=\"is-family\">main tambour&#8288;<sup>",
        "name=\"mark-2\" value=\"excluded\" checked",
        "name=\"mark-3\" value=\"family\" checked",
        "value=\"HP:9900104\">Genou très branlant",
        "value=\"HP:9900100\">Jambe singulière",
        "ne compte pas",
    ] {
        assert!(page.contains(words), "{words}");
    }
    names_no_disorder(&page, "the page of signs");
}

#[tokio::test]
async fn what_was_changed_stays_changed_and_what_was_dropped_stays_dropped() {
    let fields = [
        ("text", TEXT),
        ("at-0", "14.28.9900101"),
        ("sign-0", "HP:9900104"),
        ("mark-0", "uncertain"),
        ("at-1", "34.47.9900102"),
        ("sign-1", "HP:9900102"),
        ("mark-1", "dropped"),
    ];
    let page = describe(&fields).await.text();
    assert!(page.contains("name=\"mark-0\" value=\"uncertain\" checked"));
    assert!(page.contains("value=\"HP:9900104\" selected"));
    assert!(page.contains("name=\"mark-1\" value=\"dropped\" checked"));
    // The text was put after another sentence: the same signs are known again.
    let moved = format!("Bonjour. {TEXT}");
    let mut again = fields.to_vec();
    again[0] = ("text", &moved);
    let page = describe(&again).await.text();
    assert!(page.contains("name=\"mark-1\" value=\"dropped\" checked"));
}

#[tokio::test]
async fn signs_are_searched_added_browsed_and_removed_without_scripts() {
    let page = describe(&[("q", "gnou branl"), ("do", "search")]).await.text();
    assert!(page.contains("value=\"add.9900101\""), "a typo is forgiven");
    let page = describe(&[("do", "add.9900101")]).await.text();
    assert!(page.contains("value=\"HP:9900101\"") && page.contains("value=\"remove.0\""));
    let page = describe(&[("sign-0", "HP:9900101"), ("mark-0", "observed"), ("do", "remove.0")]).await.text();
    assert!(!page.contains("value=\"remove.0\""));
    let page = describe(&[("do", "pick")]).await.text();
    assert!(page.contains("value=\"open.33127\"") && page.contains("Muscles, os et articulations"));
    let page = describe(&[("do", "open.9900101")]).await.text();
    for words in
        ["wobbles like jelly", "value=\"open.9900100\"", "value=\"open.9900104\"", "value=\"add.9900101\""]
    {
        assert!(page.contains(words), "{words}");
    }
    let page = describe(&[("q", "xqzwv"), ("do", "search")]).await.text();
    assert!(page.contains("Aucun signe trouvé"));
    let json = post_to(&SIGNS, "/api/signs", &[("lang", "fr"), ("q", "souffle")]).await;
    let list: serde_json::Value = serde_json::from_slice(&json.bytes).expect("JSON");
    assert_eq!(list[0]["code"], "HP:9900200");
    assert_eq!(get_from(&SIGNS, "/api/signs?q=souffle").await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_label_in_another_language_says_so() {
    let page = describe(&[("do", "add.9900103")]).await.text();
    assert!(page.contains("<strong lang=\"en\">Ladder stance</strong>") && page.contains("English"));
}

#[tokio::test]
async fn luxembourgish_says_what_was_not_understood() {
    let page = post_to(&SIGNS, "/lb/beschreiwen", &[("text", "Mäi Jong huet ganz krommelzeg Fangeren")])
        .await
        .text();
    assert!(page.contains("goufen net verstanen"), "{page}");
}

#[tokio::test]
async fn danger_comes_before_everything() {
    for (path, fields) in [
        ("/fr/decrire", vec![("text", "je veux mourir")]),
        ("/fr/decrire", vec![("q", "je veux mourir"), ("do", "search")]),
        ("/fr/decrire/reseaux", [&CHOSEN[..], &[("text", "je veux mourir")]].concat()),
    ] {
        let page = post_to(&SIGNS, path, &fields).await.text();
        let alert =
            page.find("class=\"danger\" role=\"alert\"").unwrap_or_else(|| panic!("{path}: no alert"));
        assert!(alert < page.find("<h1").expect("a heading"), "{path}");
    }
    let without = post("/fr/decrire", "text=je+veux+mourir").await.text();
    assert!(without.find("role=\"alert\"").expect("an alert") < without.find("<h1").expect("a heading"));
}

#[tokio::test]
async fn the_public_sees_networks_with_their_calibration_and_never_a_disorder() {
    let page = networks(&CHOSEN).await.text();
    assert!(page.contains("/fr/structure/ern-euro-nmd"), "{page}");
    assert!(page.contains("Sur 100 situations jugées ainsi"));
    assert!(page.contains("Genou branlant") && page.contains("HP:9900101"));
    assert!(!page.contains("/fr/maladie/"), "no link to a disorder");
    assert_eq!(page.matches("class=\"probability\"").count(), page.matches("class=\"calibration\"").count());
    names_no_disorder(&page, "the page of networks");
    let packet = post_to(&SIGNS, "/fr/decrire/phenopacket", &CHOSEN).await.text();
    names_no_disorder(&packet, "the phenopacket");
    let suggested = post_to(&SIGNS, "/api/signs", &[("lang", "fr"), ("q", "genou")]).await.text();
    names_no_disorder(&suggested, "the suggestions");
}

#[tokio::test]
async fn a_network_named_after_one_disease_is_not_shown_to_the_public() {
    let page = networks(&[("sign-0", "HP:9900201"), ("sign-1", "HP:9900202"), ("sign-2", "HP:9900203")])
        .await
        .text();
    assert!(page.contains("ern-lung"), "{page}");
    assert!(!page.contains("mucocftr") && !page.to_lowercase().contains("muco-cftr"));
    names_no_disorder(&page, "the page of networks");
}

#[tokio::test]
async fn candidates_are_for_this_machine_only() {
    let page = candidates(&CHOSEN).await;
    let text = page.text();
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        text.contains("Dystrophie musculaire de Duchenne") && text.contains("/fr/maladie/98896"),
        "{text}"
    );
    assert!(text.contains("Sur 100 situations jugées ainsi"));
    let ask = |peer: &'static str, host: &'static str, extra: Option<(&'static str, &'static str)>| async move {
        post_from(&LOCAL, peer, host, extra, "/fr/decrire/candidats", &CHOSEN).await
    };
    for (peer, host, extra) in [
        ("192.0.2.7:50000", "localhost", None),
        ("127.0.0.1:50000", "ariane.example", None),
        ("127.0.0.1:50000", "localhost", Some(("x-forwarded-for", "192.0.2.7"))),
        ("127.0.0.1:50000", "localhost", Some(("forwarded", "for=192.0.2.7"))),
    ] {
        let answer = ask(peer, host, extra).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{peer} {host}");
        names_no_disorder(&answer.text(), "a refusal");
    }
    let public = post_from(&SIGNS, "127.0.0.1:1", "localhost", None, "/fr/decrire/candidats", &CHOSEN).await;
    assert_eq!(public.status, StatusCode::NOT_FOUND, "not asked for at the start");
    let signs = post_from(&SIGNS, "127.0.0.1:1", "localhost", None, "/fr/decrire", &CHOSEN).await.text();
    assert!(!signs.contains("/candidats"), "no button that leads nowhere");
    assert_eq!(get_from(&LOCAL, "/fr/decrire/candidats").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_cannot_wait_is_set_apart_for_professionals_and_is_advice_for_the_public() {
    let ring = [("sign-0", "HP:9900301"), ("sign-1", "HP:9900302"), ("sign-2", "HP:9900303")];
    let page = candidates(&ring).await.text();
    let urgent = page.find("id=\"critical\"").expect("what cannot wait");
    assert!(urgent < page.find("id=\"candidate-1\"").expect("the first candidate"));
    assert!(page.contains("https://www.ncbi.nlm.nih.gov/books/NBK1512/"));
    let public = networks(&ring).await.text();
    assert!(public.contains("Demandez un avis médical sans tarder"));
    names_no_disorder(&public, "the urgency advice");
}

#[tokio::test]
async fn thin_evidence_names_no_network_and_leaves_no_dead_end() {
    let page = networks(&[("sign-0", "HP:0000118"), ("sign-1", "HP:9900501")]).await.text();
    assert!(page.contains("id=\"thin\"") || page.contains("id=\"common\""), "{page}");
    assert!(page.contains("pas un signe"), "the root of the ontology is no sign, and that is said");
    assert!(page.contains("tel:"), "somebody to reach");
}

#[tokio::test]
async fn retired_unknown_and_contradictory_signs_are_said_in_plain_words() {
    let fields = [
        ("sign-0", "HP:9900901"),
        ("sign-1", "HP:9900902"),
        ("sign-2", "HP:7777777"),
        ("sign-3", "HP:0000005"),
        ("sign-4", "HP:9900100"),
        ("mark-4", "excluded"),
        ("sign-5", "HP:9900102"),
    ];
    for page in [networks(&fields).await.text(), candidates(&fields).await.text()] {
        for words in [
            "HP:9900901 n’est plus utilisé\u{a0}; il a été remplacé par\u{a0}: Genou branlant",
            "Peut-être vouliez-vous dire\u{a0}: Mollet ballon",
            "HP:7777777 n’existe pas",
            "Ceci n’est pas un signe",
            "se contredisent",
        ] {
            assert!(page.contains(words), "{words}");
        }
    }
    let page = describe(&fields).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("terme inconnu HP:7777777"));
}

#[tokio::test]
async fn no_sign_and_only_absent_signs_are_answered_where_they_can_be_mended() {
    for (fields, words) in [
        (vec![("sign-0", "HP:9900101"), ("mark-0", "excluded")], "Seuls des signes absents"),
        (vec![("sign-0", "HP:9900101"), ("mark-0", "family")], "Aucun signe présent"),
    ] {
        let answer = networks(&fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.text();
        assert!(page.contains(words) && page.contains("class=\"errors\""), "{words}");
        assert!(page.contains("value=\"HP:9900101\""), "the sign is still there");
    }
}

#[tokio::test]
async fn more_than_is_taken_is_refused_and_nothing_written_is_lost() {
    let long = format!("genou branlant {}", "mot ".repeat(6_000));
    let answer = describe(&[("text", &long), ("age", "4")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(
        page.contains("20 000") || page.contains("20\u{202f}000") || page.contains("20\u{a0}000"),
        "the limit"
    );
    assert!(page.contains("genou branlant mot mot"), "the text is kept");
    let names: Vec<(String, String)> =
        (0..400).map(|i| (format!("sign-{i}"), format!("HP:99{i:05}"))).collect();
    let fields: Vec<(&str, &str)> = names.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let answer = networks(&fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("400 signes"));
    let huge = describe(&[("text", &"a".repeat(1_200_000))]).await;
    assert_eq!(huge.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nothing = describe(&[("text", "  ")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let odd = describe(&[("text", "genou branlant"), ("age", "vieux")]).await;
    assert!(odd.text().contains("aria-invalid=\"true\"") && odd.text().contains("value=\"vieux\""));
}

#[tokio::test]
async fn hostile_text_is_shown_as_text() {
    let hostile = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> {{7*7}} \u{202e} genou branlant </textarea>";
    for fields in [
        vec![("text", hostile)],
        vec![("text", hostile), ("q", hostile), ("age", hostile), ("sex", hostile), ("lang", hostile)],
        vec![("packet", hostile)],
        vec![("sign-0", hostile), ("mark-0", hostile), ("at-0", hostile), ("do", hostile), ("open", hostile)],
        vec![("text", "court"), ("at-0", "99999999999.1.1"), ("sign-0", "HP:9900101")],
    ] {
        for path in ["/fr/decrire", "/fr/decrire/reseaux", "/fr/decrire/phenopacket"] {
            let answer = post_to(&SIGNS, path, &fields).await;
            assert!(answer.status.as_u16() < 500, "{path}");
            let text = answer.text();
            assert!(!text.contains("<script>alert") && !text.contains("<img src=x"), "{path}");
        }
    }
}

#[tokio::test]
async fn signs_travel_as_a_phenopacket_and_back() {
    let mut fields = CHOSEN.to_vec();
    fields.extend([("age", "18"), ("unit", "months"), ("sex", "male"), ("text", "")]);
    let answer = post_to(&SIGNS, "/fr/decrire/phenopacket", &fields).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    assert!(answer.headers["content-disposition"].to_str().expect("text").starts_with("attachment"));
    let packet: serde_json::Value = serde_json::from_slice(&answer.bytes).expect("JSON");
    assert_eq!(packet["phenotypicFeatures"].as_array().expect("signs").len(), 3);
    assert_eq!(packet["subject"]["timeAtLastEncounter"]["age"]["iso8601duration"], "P1Y6M");
    assert_eq!(packet["metaData"]["createdBy"], "Ariane");
    assert_eq!(packet["metaData"]["resources"][0]["version"], "2099-01-01");
    let page = describe(&[("packet", &answer.text())]).await.text();
    for words in ["HP:9900101", "HP:9900102", "name=\"mark-2\" value=\"excluded\" checked", "value=\"18\""] {
        assert!(page.contains(words), "{words}");
    }
    for (packet, words) in [("{", "n’a pas pu être lu"), ("{\"phenotypicFeatures\":[]}", "aucun signe HPO")]
    {
        let answer = describe(&[("packet", packet), ("text", "genou branlant")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains(words) && answer.text().contains("genou branlant"), "{packet}");
    }
}

#[tokio::test]
async fn a_changed_text_is_looked_at_before_anything_is_made_of_it() {
    let answer = networks(&[("text", TEXT), ("sign-0", "HP:9900101")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Le texte a changé"));
}

#[tokio::test]
async fn without_the_ontology_the_page_says_what_is_missing_and_leads_on() {
    for answer in [
        get("/fr/decrire").await,
        post("/fr/decrire", "text=genou").await,
        post("/fr/decrire/reseaux", "sign-0=HP:0001250").await,
    ] {
        let page = answer.text();
        assert_eq!(answer.status, StatusCode::OK);
        assert!(page.contains("ariane reference update") && page.contains("phenotype.hpoa"));
        assert!(page.contains("/fr/ecoute") && page.contains("value=\"616874\""));
    }
}

#[tokio::test]
async fn the_language_can_be_changed_without_losing_what_was_described() {
    let page = describe(&[("text", TEXT)]).await.text();
    let menu =
        page.split("class=\"languages\"").nth(1).expect("the menu").split("</nav>").next().expect("its end");
    assert!(menu.contains("formaction=\"/de/beschreiben\"") && menu.contains("genou branlant"));
    assert!(!menu.contains("?"), "nothing in an address");
}

#[tokio::test]
async fn the_start_page_leads_to_it() {
    assert!(get("/fr").await.text().contains("href=\"/fr/decrire\""));
}
