//! Care beyond the two analyses over HTTP: plan, checklists, way, letters, family, what waits, absences, guidelines.

use crate::application::{Answer, now};
use crate::infoline::{Hand, Infoline, hire, value};
use ariane_domain::access::policy;
use ariane_domain::account::Role;
use ariane_store::accounts::Accounts;
use ariane_web::guard::Rule;
use ariane_web::router::routes;
use axum::http::{Method, StatusCode};
use chrono::{Days, NaiveDate};

pub async fn person(line: &Infoline, name: &'static str, role: Role) -> Hand {
    hire(&Accounts::new(&line.records), name, role).await
}

fn leads_to(answer: &Answer) -> String {
    answer.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned()
}

fn today() -> NaiveDate {
    now().date_naive()
}

pub fn in_days(days: u64) -> String {
    today().checked_add_days(Days::new(days)).expect("a day").to_string()
}

/// Sends somebody to the cell and gives the address of their file, accepted.
pub async fn file(line: &Infoline, name: &str, more: &[(&str, &str)]) -> String {
    let mut fields =
        vec![("origin", "hub"), ("brought-by", "doctor"), ("name", name), ("question", "Un suivi fictif")];
    fields.extend_from_slice(more);
    let sent = line.post(&line.cell, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    let row = board.split("data-line").find(|row| row.contains(name)).expect("on the board");
    let at = format!("/fr/cellule/dossier/{}", value(row, "href=\"/fr/cellule/dossier/"));
    let version = value(&line.get(&line.cell, &at).await.text(), "name=\"version\" value=\"");
    let accepted = line.post(&line.cell, &format!("{at}/change/accept"), &[("version", &version)]).await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text());
    at
}

/// A step to which the person agreed.
async fn agreed_step(line: &Infoline, hand: &Hand, at: &str, text: &str) {
    let page = line.get(hand, at).await.text();
    let owner = value(page.split("id=\"step-owner\"").nth(1).unwrap_or_default(), "option value=\"");
    let due = in_days(30);
    let fields = [("track", "psychosocial"), ("owner", owner.as_str()), ("due", &due), ("text", text)];
    let kept = line.post(hand, &format!("{at}/steps"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let page = line.get(hand, at).await.text();
    let step = page.split("<li class=\"step\" id=\"step-").find(|one| one.contains(text)).expect("the step");
    let id = step.split('"').next().unwrap_or_default();
    let fields = [("version", "1"), ("reason", "spoken")];
    let done = line.post(hand, &format!("{at}/steps/{id}/change/accept"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn a_plan_is_written_read_and_changed_and_a_gap_is_said() {
    let line = Infoline::open().await;
    let at = file(&line, "Zoé Imaginaire", &[]).await;
    let plan = format!("{at}/plan");
    let empty = line.get(&line.cell, &plan).await.text();
    assert!(empty.contains("Rien n’est encore écrit") && empty.contains("Pas encore abordé"));
    let unspoken = empty.split("id=\"unspoken\"").nth(1).unwrap_or_default();
    let unspoken = unspoken.split("</ul>").next().unwrap_or_default();
    assert!(!unspoken.contains("palliatifs") && unspoken.contains("École et travail"), "never pushed");
    let nobody = [("part", "home-care"), ("action", "Aide fictive"), ("outcome", "in-place")];
    let refused = line.post(&line.cell, &plan, &nobody).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("Dites qui le fait") && text.contains("Aide fictive"), "nothing typed is lost");
    let unknown = [("part", "home-care"), ("action", "Aide fictive"), ("on", "2026-02-31")];
    assert_eq!(line.post(&line.cell, &plan, &unknown).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let new = [("part", "home-care"), ("action", "Aide fictive à la maison"), ("on", "2026-01-05")];
    assert_eq!(line.post(&line.cell, &plan, &new).await.status, StatusCode::SEE_OTHER);
    let page = line.get(&line.cell, &plan).await.text();
    assert!(page.contains("Aide fictive à la maison") && page.contains("Personne encore"));
    assert!(page.contains("Issue à noter"), "its day has passed");
    let id = value(&page, "<li class=\"step\" id=\"line-");
    // The name of a structure of the directory becomes a link to its page.
    let directory = line.app.knowledge();
    let service = directory.directory.all().iter().find(|one| one.kind.word() == "service").expect("one");
    let changed = [
        ("version", "1"),
        ("part", "home-care"),
        ("action", "Aide fictive à la maison"),
        ("actor", service.shown_name()),
        ("outcome", "refused"),
    ];
    let silent = line.post(&line.cell, &format!("{plan}/{id}"), &changed).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "a refusal says why");
    let mut said = changed.to_vec();
    said.push(("reason", "Hors zone"));
    assert_eq!(line.post(&line.cell, &format!("{plan}/{id}"), &said).await.status, StatusCode::SEE_OTHER);
    assert_eq!(line.post(&line.cell, &format!("{plan}/{id}"), &said).await.status, StatusCode::CONFLICT);
    let page = line.get(&line.cell, &plan).await.text();
    assert!(page.contains("Refusé par le service") && page.contains("Hors zone"));
    assert!(page.contains(&format!("/fr/structure/{}", service.id)) || page.contains(&service.id), "{page}");
    let file = line.get(&line.cell, &at).await.text();
    assert!(file.contains("Une ligne") && file.contains("Plan : nouvelle ligne"));
}

#[tokio::test]
async fn the_transition_is_flagged_from_fifteen_on_file_and_board_with_its_checklist() {
    let line = Infoline::open().await;
    let year = today().format("%Y").to_string().parse::<i32>().expect("a year");
    let young = format!("{}-01-01", year - 16);
    let child = format!("{}-01-01", year - 8);
    let at = file(&line, "Zoé Imaginaire", &[("birth", &young)]).await;
    let other = file(&line, "Luc Imaginaire", &[("birth", &child)]).await;
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    let of = |name: &str| board.split("data-line").find(|row| row.contains(name)).expect("a row").to_owned();
    assert!(of("Zoé Imaginaire").contains("Vers l’âge adulte"));
    assert!(!of("Luc Imaginaire").contains("Vers l’âge adulte"));
    assert!(line.get(&line.cell, &at).await.text().contains("Passage à l’âge adulte à préparer depuis le"));
    assert!(!line.get(&line.cell, &other).await.text().contains("Passage à l’âge adulte à préparer depuis"));
    let list = line.get(&line.cell, &format!("{at}/transition")).await.text();
    assert!(list.contains("0 sur 11 points réglés") && list.contains("seed 001"));
    let mark = format!("{at}/checklist/transition/spoken-alone");
    let aside = line.post(&line.cell, &mark, &[("mark", "aside"), ("text", " ")]).await;
    assert_eq!(aside.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is asked");
    assert_eq!(line.post(&line.cell, &mark, &[("mark", "done")]).await.status, StatusCode::SEE_OTHER);
    let list = line.get(&line.cell, &format!("{at}/transition")).await.text();
    assert!(list.contains("1 sur 11 points réglés"));
    assert_eq!(line.post(&line.cell, &mark, &[("mark", "")]).await.status, StatusCode::SEE_OTHER);
    let unknown = format!("{at}/checklist/transition/flying");
    assert_eq!(line.post(&line.cell, &unknown, &[("mark", "done")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn administrative_steps_say_what_is_known_and_what_is_not() {
    let line = Infoline::open().await;
    let at = file(&line, "Zoé Imaginaire", &[]).await;
    let page = line.get(&line.cell, &format!("{at}/rights")).await.text();
    for wanted in
        ["Assurance dépendance", "R20", "Formulaire", "Recours", "Pas encore vérifié", "Page officielle"]
    {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert!(!page.contains("MDPH"), "another country’s are not shown");
    let mark = format!("{at}/checklist/administrative/lu-dependence-insurance");
    assert_eq!(line.post(&line.cell, &mark, &[("mark", "done")]).await.status, StatusCode::SEE_OTHER);
    let foreign = format!("{at}/checklist/administrative/fr-mdph");
    assert_eq!(line.post(&line.cell, &foreign, &[("mark", "done")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_way_to_the_diagnosis_is_drawn_and_told_in_words() {
    let line = Infoline::open().await;
    let at = file(&line, "Zoé Imaginaire", &[]).await;
    let way = format!("{at}/way");
    let wrong = [("version", "0"), ("first-symptom", "hier"), ("diagnosis", "06/05/2024")];
    let refused = line.post(&line.cell, &way, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("hier") && refused.text().contains("06/05/2024"));
    let ahead = [("version", "0"), ("first-symptom", "2099")];
    assert_eq!(line.post(&line.cell, &way, &ahead).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let dates = [
        ("version", "0"),
        ("first-symptom", "2019"),
        ("first-contact", "02/2021"),
        ("diagnosis", "6.5.2024"),
    ];
    assert_eq!(line.post(&line.cell, &way, &dates).await.status, StatusCode::SEE_OTHER);
    assert_eq!(line.post(&line.cell, &way, &dates).await.status, StatusCode::CONFLICT);
    let page = line.get(&line.cell, &way).await.text();
    for wanted in ["class=\"way-drawn in-time\"", "février 2021", "6 mai 2024", "4 ans à 5 ans", "<table>"]
    {
        assert!(page.contains(wanted), "{wanted}");
    }
    let alternative = value(&page, "aria-label=\"Parcours jusqu’au diagnostic : ");
    assert!(alternative.contains("2019 Premier signe"), "{alternative}");
    let german = line.get(&line.cell, &way.replace("/fr/cellule/dossier", "/de/zelle/akte")).await.text();
    assert!(german.contains("Erstes Anzeichen") && german.contains("6. Mai 2024"));
}

#[tokio::test]
async fn a_letter_says_what_was_agreed_and_nothing_that_was_not_explained() {
    let line = Infoline::open().await;
    let medical = person(&line, "Mara Imaginaire", Role::MedicalCoordinator).await;
    let disorder = [("disorder-text", "Mucoviscidose"), ("code", "586"), ("doctor", "Dr Imaginaire")];
    let at = file(&line, "Zoé Imaginaire", &disorder).await;
    agreed_step(&line, &line.cell, &at, "Visite fictive de l’école").await;
    agreed_step(&line, &line.cell, &at, "Bilan de la mucoviscidose").await;
    let new = format!("{at}/letters/new/person");
    let form = line.get(&line.cell, &new).await.text();
    let held = form.split("id=\"held\"").nth(1).unwrap_or_default();
    assert!(held.contains("Bilan de la mucoviscidose") && held.contains("à expliquer de vive voix"));
    let id = value(&form, "name=\"line\" value=\"");
    let lines: Vec<&str> = form.matches("name=\"line\" value=").collect();
    assert_eq!(lines.len(), 1, "what is held back has no box");
    let telling = [("language", "fr"), ("line", &id), ("opening", "Votre mucoviscidose nous occupe.")];
    let refused = line.post(&line.cell, &new, &telling).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("pas encore été expliqué") && text.contains("Votre mucoviscidose nous occupe."));
    // Only the medical coordination records that it was explained.
    let told = [("kind", "candidate"), ("told", "explained"), ("text", "Dre Imaginaire, en consultation")];
    let social = line.post(&line.cell, &format!("{at}/told"), &told).await;
    assert_eq!(social.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(social.text().contains("Seule la coordination médicale"));
    let plain = [("language", "de"), ("line", &id), ("to", "Zoé Imaginaire"), ("opening", "Guten Tag.")];
    let made = line.post(&line.cell, &new, &plain).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let letter = leads_to(&made);
    let page = line.get(&medical, &letter).await.text();
    for wanted in ["Visite fictive de l’école", "Guten Tag.", "bis zum", "Psychosoziale", "lang=\"de\""] {
        assert!(page.contains(wanted), "{wanted}: {page}");
    }
    let pdf = line.get(&medical, &format!("{letter}/pdf")).await;
    assert_eq!(pdf.status, StatusCode::OK);
    assert!(pdf.bytes.starts_with(b"%PDF"));
    let name = pdf.headers["content-disposition"].to_str().expect("text").to_owned();
    assert!(!name.contains("Zo") && name.contains(".pdf"), "{name}");
    assert_eq!(line.post(&medical, &format!("{at}/told"), &told).await.status, StatusCode::SEE_OTHER);
    let form = line.get(&line.cell, &new).await.text();
    assert_eq!(form.matches("name=\"line\" value=").count(), 2, "once explained it may be written");
    let said = line.post(&line.cell, &new, &telling).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
}

#[tokio::test]
async fn who_must_never_be_told_gets_no_letter() {
    let line = Infoline::open().await;
    let at = file(&line, "Zoé Imaginaire", &[("never-tell", "doctor"), ("neutral", "1")]).await;
    let page = line.get(&line.cell, &format!("{at}/letters")).await.text();
    assert!(page.contains("ne sache jamais rien"), "{page}");
    assert!(!page.contains("/letters/new/gp"), "no way leads there");
    let asked = line.get(&line.cell, &format!("{at}/letters/new/gp")).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    let written = line.post(&line.cell, &format!("{at}/letters/new/gp"), &[("opening", "Bonjour")]).await;
    assert!(!leads_to(&written).contains("/letters/0"), "nothing is kept");
    let list = line.get(&line.cell, &format!("{at}/letters")).await.text();
    assert!(list.contains("Aucun courrier encore"));
}

#[tokio::test]
async fn what_waits_is_on_one_page_until_its_outcome_is_written() {
    let line = Infoline::open().await;
    let at = file(&line, "Zoé Imaginaire", &[]).await;
    let page = line.get(&line.cell, &at).await.text();
    let owner = value(page.split("id=\"call-owner\"").nth(1).unwrap_or_default(), "option value=\"");
    let due = today().to_string();
    let owe =
        |due: &str| [("owner", owner.clone()), ("due", due.to_owned()), ("text", "Rappel fictif".to_owned())];
    let send = async |fields: [(&str, String); 3]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
        line.post(&line.cell, &format!("{at}/calls"), &fields).await
    };
    let past = send(owe("2020-01-01")).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(past.text().contains("Rappel fictif"));
    assert_eq!(send(owe(&due)).await.status, StatusCode::SEE_OTHER);
    let new = [("part", "school-work"), ("action", "Aménagement fictif"), ("on", "2026-01-05")];
    assert_eq!(line.post(&line.cell, &format!("{at}/plan"), &new).await.status, StatusCode::SEE_OTHER);
    let waiting = line.get(&line.cell, "/fr/cellule/suites").await.text();
    for wanted in
        ["Rappels à faire", "Rappel fictif", "Issue à noter", "Aménagement fictif", "Zoé Imaginaire"]
    {
        assert!(waiting.contains(wanted), "{wanted}");
    }
    let page = line.get(&line.cell, &at).await.text();
    let call = value(&page, &format!("action=\"{at}/calls/"));
    let end = format!("{at}/calls/{call}");
    let silent = line.post(&line.cell, &end, &[("version", "1"), ("state", "reached")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = [("version", "1"), ("state", "reached"), ("text", "Tout va bien.")];
    assert_eq!(line.post(&line.cell, &end, &said).await.status, StatusCode::SEE_OTHER);
    assert_eq!(line.post(&line.cell, &end, &said).await.status, StatusCode::CONFLICT);
    let waiting = line.get(&line.cell, "/fr/cellule/suites").await.text();
    assert!(!waiting.contains("Rappel fictif") && waiting.contains("Aménagement fictif"));
}

#[tokio::test]
async fn a_death_asks_its_day_and_ends_what_is_owed() {
    let line = Infoline::open().await;
    let at = file(&line, "Zoé Imaginaire", &[("birth", "2001-02-03")]).await;
    let page = line.get(&line.cell, &at).await.text();
    assert!(page.contains("Jour du décès"));
    let record = async |day: &str| {
        let page = line.get(&line.cell, &at).await.text();
        let version = value(&page, "name=\"version\" value=\"");
        let fields = [("version", version.as_str()), ("until", day), ("text", "Appris ce matin.")];
        line.post(&line.cell, &format!("{at}/change/record-death"), &fields).await
    };
    let ahead = record(&in_days(1)).await;
    assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(ahead.text().contains("pas encore venu") && ahead.text().contains("Appris ce matin."));
    assert_eq!(record("2000-01-01").await.status, StatusCode::UNPROCESSABLE_ENTITY, "before birth");
    assert_eq!(record(&today().to_string()).await.status, StatusCode::SEE_OTHER);
    let letters = line.get(&line.cell, &format!("{at}/letters")).await.text();
    assert!(letters.contains("aucun courrier ne lui est plus écrit") && letters.contains("/letters/new/gp"));
}

#[tokio::test]
async fn a_family_is_linked_by_number_and_what_one_said_stays_with_them() {
    let line = Infoline::open().await;
    let medical = person(&line, "Mara Imaginaire", Role::MedicalCoordinator).await;
    let at = file(&line, "Zoé Imaginaire", &[]).await;
    let other = file(&line, "Luc Imaginaire", &[]).await;
    let house = format!("{at}/household");
    let link = |number: &'static str| [("own-tie", "parent"), ("number", number), ("tie", "child")];
    for number in ["99", "abc", "1"] {
        let refused = line.post(&line.cell, &house, &link(number)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
        assert!(refused.text().contains(&format!("value=\"{number}\"")), "nothing typed is lost");
    }
    assert_eq!(line.post(&line.cell, &house, &link("2")).await.status, StatusCode::SEE_OTHER);
    let facts = [
        ("version", "1"),
        ("tie", "parent"),
        ("consanguinity", "yes"),
        ("burden", "too-heavy"),
        ("day", "2026-01-05"),
    ];
    assert_eq!(line.post(&line.cell, &format!("{house}/facts"), &facts).await.status, StatusCode::SEE_OTHER);
    let family = line.get(&medical, &format!("{other}/household")).await.text();
    assert!(family.contains("Zoé Imaginaire") && family.contains("Luc Imaginaire"));
    let file = line.get(&medical, &other).await.text();
    assert!(!file.contains("Zoé Imaginaire"), "the file itself says nothing of the other");
    let log = line.get(&line.anne, &house).await;
    assert_eq!(log.status, StatusCode::FORBIDDEN);
    assert!(!log.text().contains("Luc Imaginaire"));
    assert_eq!(line.post(&line.cell, &format!("{house}/leave"), &[]).await.status, StatusCode::SEE_OTHER);
    let alone = line.get(&line.cell, &format!("{other}/household")).await.text();
    assert!(!alone.contains("Zoé Imaginaire") && alone.contains("Aucun autre dossier"));
}

#[tokio::test]
async fn an_absence_is_ones_own_and_names_who_acts() {
    let line = Infoline::open().await;
    let medical = person(&line, "Mara Imaginaire", Role::MedicalCoordinator).await;
    let page = line.get(&medical, "/fr/cellule/absences").await.text();
    assert!(page.contains("21 jours") && page.contains("présent"));
    let stand_in =
        value(page.split("<select id=\"stand-in\"").nth(1).unwrap_or_default(), "</option><option value=\"");
    let (from, until) = (today().to_string(), in_days(5));
    let wrong = [("from", until.as_str()), ("until", from.as_str()), ("stand-in", stand_in.as_str())];
    let refused = line.post(&medical, "/fr/cellule/absences", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains(&format!("value=\"{until}\"")));
    let away = [("from", from.as_str()), ("until", until.as_str()), ("stand-in", stand_in.as_str())];
    assert_eq!(line.post(&medical, "/fr/cellule/absences", &away).await.status, StatusCode::SEE_OTHER);
    let page = line.get(&line.cell, "/fr/cellule/absences").await.text();
    assert!(page.contains("absent, remplacé par"), "{page}");
    assert!(!page.contains("/end\""), "another’s absence is not mine to end");
    let own = line.get(&medical, "/fr/cellule/absences").await.text();
    let id = value(&own, "action=\"/fr/cellule/absences/").trim_end_matches("/end").to_owned();
    let end = format!("/fr/cellule/absences/{id}/end");
    assert_ne!(line.post(&line.cell, &end, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(line.post(&medical, &end, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(line.get(&medical, "/fr/cellule/absences").await.text().contains("Aucune absence"));
}

#[tokio::test]
async fn a_guideline_in_force_stands_on_the_public_page_and_leaves_it_when_withdrawn() {
    let line = Infoline::open().await;
    let medical = person(&line, "Mara Imaginaire", Role::MedicalCoordinator).await;
    let list = "/fr/cellule/recommandations";
    let new = [
        ("title", "Suivi imaginaire"),
        ("disorder-text", "Mucoviscidose"),
        ("code", "586"),
        ("language", "fr"),
        ("body", "Un contrôle imaginaire par an."),
    ];
    let mut wrong = new.to_vec();
    wrong[1] = ("disorder-text", "Rien de tel zzz");
    wrong[2] = ("code", "");
    let refused = line.post(&line.cell, list, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Un contrôle imaginaire par an."));
    let begun = line.post(&line.cell, list, &new).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let at = leads_to(&begun);
    let public = async || line.get(&Hand::nobody(), "/fr/maladie/586").await.text();
    assert!(!public().await.contains("Suivi imaginaire"), "a draft is not shown");
    let review = in_days(30);
    let validate = async |hand: &Hand, version: &str| {
        let fields = [("version", version), ("review", review.as_str())];
        line.post(hand, &format!("{at}/validate"), &fields).await.status
    };
    assert_eq!(validate(&medical, "1").await, StatusCode::UNPROCESSABLE_ENTITY, "it names its authors");
    let authors = [
        ("version", "1"),
        ("authors", "Dre Imaginaire\nDr Imaginaire"),
        ("body", "Un contrôle imaginaire par an."),
    ];
    assert_eq!(line.post(&line.cell, &at, &authors).await.status, StatusCode::SEE_OTHER);
    assert_eq!(validate(&line.cell, "2").await, StatusCode::FORBIDDEN, "the author does not validate alone");
    assert_eq!(validate(&medical, "2").await, StatusCode::SEE_OTHER);
    let page = public().await;
    for wanted in ["Suivi imaginaire", "Dre Imaginaire, Dr Imaginaire", "à relire avant le"] {
        assert!(page.contains(wanted), "{wanted}");
    }
    for (sought, is_there) in [("mucovis", true), ("SUIVI imag", true), ("Dre", true), ("myopathie", false)] {
        let found = line.get(&line.cell, &format!("{list}?sought={}", sought.replace(' ', "+"))).await.text();
        assert_eq!(found.contains(&at), is_there, "{sought}");
        assert_eq!(found.contains("Aucune recommandation ne correspond"), !is_there, "{sought}");
    }
    let withdraw = line.post(&medical, &format!("{at}/withdraw"), &[("version", "3")]).await;
    assert_eq!(withdraw.status, StatusCode::SEE_OTHER, "{}", withdraw.text());
    assert!(!public().await.contains("Suivi imaginaire"));
    let worker = person(&line, "Wanda Imaginaire", Role::PsychosocialWorker).await;
    assert_eq!(line.get(&worker, list).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_route_of_care_opens_for_the_functions_of_its_rule_only() {
    let line = Infoline::open().await;
    let mut hands = Vec::new();
    for role in Role::ALL {
        hands.push((role, person(&line, role.word(), role).await));
    }
    let words = [
        "/plan",
        "/transition",
        "/rights",
        "/way",
        "/household",
        "/letters",
        "/told",
        "/calls",
        "/checklist",
    ];
    let beside = [
        "/fr/cellule/suites",
        "/fr/cellule/absences",
        "/fr/cellule/recommandations",
        "/fr/cellule/demarches",
    ];
    let table = routes(&line.app);
    let of_care = |path: &str| {
        path.starts_with("/fr/cellule/dossier/{id}") && words.iter().any(|word| path.contains(word))
            || beside.iter().any(|page| path.starts_with(page))
    };
    let entries: Vec<_> = table.table().iter().filter(|entry| of_care(&entry.path)).collect();
    assert!(entries.len() >= 30, "{}", entries.len());
    for entry in entries {
        let Rule::May(action) = entry.rule else { panic!("{} is for everybody", entry.path) };
        let mut path = entry.path.clone();
        while let (Some(from), Some(until)) = (path.find('{'), path.find('}')) {
            path.replace_range(from..=until, "00000000-0000-7000-8000-000000000000");
        }
        for (role, hand) in &hands {
            let answer = match entry.method {
                Method::GET => line.get(hand, &path).await,
                _ => line.post(hand, &path, &[]).await,
            };
            let may = policy::roles(action).contains(role);
            assert_eq!(answer.status == StatusCode::FORBIDDEN, !may, "{role:?} {} {path}", entry.method);
        }
        let nobody = line.get(&Hand::nobody(), &path).await;
        assert_ne!(nobody.status, StatusCode::OK, "{path}");
    }
}
