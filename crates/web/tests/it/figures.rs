//! Figures over HTTP: exact for who reads the records, as published for all who are entitled; what leaves the house.

use crate::application::{Answer, now, settings};
use crate::infoline::{Hand, Infoline, hire, value};
use ariane_domain::Language;
use ariane_domain::access::grant::{Grant, PublishFigures, ReadFigures, ReadLiveFigures};
use ariane_domain::access::{Actor, Facts, policy};
use ariane_domain::account::Role;
use ariane_figures::definition;
use ariane_figures::report::{Publication, make};
use ariane_figures::scope::Scope;
use ariane_store::accounts::Accounts;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_web::figures::editions::{make_edition, publish_due, reaches_back};
use ariane_web::figures::renewal::renew;
use ariane_web::figures::setting;
use ariane_web::guard::Rule;
use ariane_web::router::routes;
use ariane_web::state::Settings;
use ariane_web::text::Text;
use axum::http::{Method, StatusCode};
use calamine::{Reader, Xlsx};
use chrono::{DateTime, TimeDelta, Utc};
use std::io::Cursor;
use std::sync::OnceLock;
use std::time::Instant;

async fn person(line: &Infoline, name: &'static str, role: Role) -> Hand {
    hire(&Accounts::new(&line.records), name, role).await
}

fn leads_to(answer: &Answer) -> String {
    answer.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned()
}

/// The article of a figure.
fn article<'p>(page: &'p str, figure: &str) -> &'p str {
    let mark = format!("<article class=\"figure\" id=\"{figure}\"");
    page.split(&mark)
        .nth(1)
        .and_then(|rest| rest.split("</article>").next())
        .unwrap_or_else(|| panic!("{figure}: {page}"))
}

/// The number in the row of an article.
fn row(page: &str, figure: &str, name: &str) -> String {
    let article = article(page, figure);
    let row = article
        .split("<tr")
        .skip(1)
        .find(|row| row.contains(name))
        .unwrap_or_else(|| panic!("{name}: {article}"));
    let cell =
        row.split("<td class=\"n\">").nth(1).and_then(|cell| cell.split("</td>").next()).unwrap_or_default();
    cell.rsplit("\">").next().unwrap_or_default().split('<').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn who_reads_the_records_sees_exact_figures_and_the_records_behind_them() {
    let line = Infoline::open().await;
    let adult =
        [("f-age-band", "adult"), ("f-disorder-status", "diagnosed"), ("disorder-text", "mucoviscidose")];
    line.log(&line.anne, &adult).await;
    let child = line.log(&line.anne, &[("f-age-band", "under-12")]).await;
    let page = line.get(&line.anne, "/fr/chiffres").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    assert_eq!(
        (row(&text, "infoline-age", "Adulte"), row(&text, "infoline-records", "Comptées")),
        ("1".into(), "2".into())
    );
    assert!(
        article(&text, "infoline-age").contains("Âge de la personne concernée"),
        "its definition beside it"
    );

    line.log(&line.bea, &[("f-age-band", "adult")]).await;
    let text = line.get(&line.anne, "/fr/chiffres?period=2026").await.text();
    assert_eq!(row(&text, "infoline-age", "Adulte"), "2", "one more request is seen at once");

    let at = "/fr/chiffres/dossiers?period=2026&figure=infoline.age&row=under-12";
    assert!(
        text.contains(&at.replace('&', "&amp;"))
            || text.contains(at)
            || text.contains(&at.replace('&', "&#38;")),
        "{text}"
    );
    let behind = line.get(&line.anne, at).await.text();
    assert!(behind.contains(&child) && behind.matches("<tr>").count() == 2, "the one child: {behind}");
    assert_eq!(
        line.get(&line.anne, "/fr/chiffres/dossiers?figure=infoline.age&row=old").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );

    // The coordinator may not list requests, and sees of them what was published only, whatever is filtered; so does the
    // steering group. A listener sees no file.
    for filter in [
        "",
        "?service=infoline",
        "?period=2026-11",
        "?network=-",
        "?from=2026-11-22&to=2026-11-22",
        "?as_of=2026-11-21",
    ] {
        let text = line.get(&line.cell, &format!("/fr/chiffres{filter}")).await.text();
        assert!(
            !text.contains("id=\"infoline-")
                && !text.contains("id=\"by-place\"")
                && !text.contains("figure-line"),
            "{filter}: {text}"
        );
        assert!(
            !text.contains("figure=infoline.") && !text.contains(&child) && text.contains("Non montrés ici")
        );
    }
    assert!(line.get(&line.cell, "/fr/chiffres").await.text().contains("id=\"cell-active\""));
    assert!(!line.get(&line.anne, "/fr/chiffres").await.text().contains("id=\"cell-active\""));
    assert_eq!(line.get(&line.cell, at).await.status, StatusCode::FORBIDDEN);
    let steering = person(&line, "Stéphane Fictif", Role::SteeringMember).await;
    assert_eq!(leads_to(&line.get(&steering, "/fr/chiffres").await), "/fr/chiffres/editions");
    assert_eq!(line.get(&steering, at).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_part_is_looked_at_alone_and_what_cannot_be_counted_is_said_plainly() {
    let line = Infoline::open().await;
    line.log(&line.anne, &[("f-disorder-status", "diagnosed"), ("disorder-text", "mucoviscidose")]).await;
    line.log(&line.anne, &[]).await;
    let text = line.get(&line.anne, "/fr/chiffres?network=ern-lung&service=infoline").await.text();
    assert_eq!(row(&text, "infoline-records", "Comptées"), "1", "{text}");
    assert!(!text.contains("id=\"cell-active\""));
    for (query, said) in [
        ("period=2026-Q7", "ne se lit pas"),
        ("from=2026-02-01&to=2026-01-31", "La fin vient avant le début"),
        ("from=2026-02-01", "Il manque un des deux jours"),
        ("from=2026-02-31&to=2026-03-01", "ne se lit pas"),
        ("period=2027", "pas commencé"),
        ("from=1900-01-01&to=2026-01-01", "cent ans"),
        ("place=XX", "Aucun dossier"),
        ("service=autre", "service n’existe pas"),
        ("as_of=hier", "ne se lit pas"),
        ("as_of=2026-11-30", "On ne sait pas encore"),
        ("period=2026&as_of=2025-06-01", "n’avait pas commencé"),
    ] {
        let answer = line.get(&line.anne, &format!("/fr/chiffres?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(answer.text().contains(said), "{query}: {}", answer.text());
    }
    let kept = line.get(&line.anne, "/fr/chiffres?from=2026-02-01&to=2026-01-31").await.text();
    assert!(
        kept.contains("value=\"2026-02-01\"") && kept.contains("value=\"2026-01-31\""),
        "nothing typed is lost"
    );
    let empty = line.get(&line.anne, "/fr/chiffres?period=2020-03").await.text();
    assert!(empty.contains("Rien à compter dans cette période"));
    let days = line.get(&line.anne, "/fr/chiffres?from=2026-11-22&to=2026-11-22").await.text();
    assert_eq!(row(&days, "infoline-records", "Comptées"), "2");
}

#[tokio::test]
async fn the_files_of_a_network_are_counted_and_follow_the_disorder_at_their_head() {
    // A clock that goes on: what is followed for no time at all is followed by nobody.
    fn ticking() -> DateTime<Utc> {
        static BEGUN: OnceLock<Instant> = OnceLock::new();
        let passed = BEGUN.get_or_init(Instant::now).elapsed();
        now() + TimeDelta::from_std(passed).unwrap_or_default()
    }
    let line = Infoline::with(Settings { now: ticking, ..settings(false) }).await;
    let named = [("disorder-text", "Mucoviscidose"), ("code", "586")];
    let at = crate::care::file(&line, "Zoé Imaginaire", &named).await;
    let other = crate::care::file(&line, "Noé Imaginaire", &[]).await;
    for one in [&at, &other] {
        let called = line.post(&line.cell, &format!("{one}/contact"), &[("text", "Appel imaginaire")]).await;
        assert_eq!(called.status, StatusCode::SEE_OTHER, "what carries a file in active follow-up");
    }
    let part = async |network: &str| {
        line.get(&line.cell, &format!("/fr/chiffres?period=2026&network={network}")).await.text()
    };
    let text = part("ern-lung").await;
    assert_eq!(row(&text, "hub-records", "Comptées"), "1", "{text}");
    assert!(text.contains("Une réunion n’appartient à aucun lieu ni réseau"), "said, not shown as none");
    assert!(!text.contains("id=\"cell-meetings\""));
    assert_eq!(row(&part("-").await, "hub-records", "Comptées"), "1", "the one without a disorder");
    let behind = "/fr/chiffres/dossiers?period=2026&network=ern-lung&figure=hub.records&row=counted";
    let list = line.get(&line.cell, behind).await.text();
    assert!(list.contains(&at) && list.matches("<tr>").count() == 2, "{list}");

    let head = line.get(&line.cell, &format!("{at}/head")).await.text();
    let version = value(&head, "name=\"version\" value=\"");
    let fields = [
        ("version", version.as_str()),
        ("name", "Zoé Imaginaire"),
        ("question", "Un suivi fictif"),
        ("disorder-text", ""),
        ("code", ""),
    ];
    let kept = line.post(&line.cell, &format!("{at}/head"), &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let gone = line.get(&line.cell, "/fr/chiffres?period=2026&network=ern-lung").await;
    assert!(
        gone.status == StatusCode::UNPROCESSABLE_ENTITY
            || row(&gone.text(), "hub-records", "Comptées") == "0",
        "the disorder was taken back"
    );
}

#[tokio::test]
async fn a_past_day_shows_what_was_known_then_with_what_is_known_now_beside_it() {
    let line = Infoline::open().await;
    line.log(&line.anne, &[("f-age-band", "adult")]).await;
    let then = line.get(&line.anne, "/fr/chiffres?period=2026&as_of=2026-11-21").await;
    assert_eq!(then.status, StatusCode::OK);
    let text = then.text();
    assert_eq!(row(&text, "infoline-records", "Comptées"), "0", "nobody knew of it");
    assert!(
        text.contains("Tel que connu alors")
            && article(&text, "infoline-records").contains("Connu aujourd’hui : 1")
    );
    let cell = article(&text, "infoline-records");
    assert!(cell.contains("<td class=\"n quiet\">1</td>"), "{cell}");
    let today = line.get(&line.anne, "/fr/chiffres?period=2026&as_of=2026-11-22").await.text();
    assert_eq!(row(&today, "infoline-records", "Comptées"), "1", "today is now");
    let at = "/fr/chiffres/dossiers?period=2026&as_of=2026-11-21&figure=infoline.records&row=counted";
    assert!(line.get(&line.anne, at).await.text().contains("Aucun dossier"));
}

#[tokio::test]
async fn a_canton_is_asked_told_and_counted_as_a_place() {
    let line = Infoline::open().await;
    line.log(&line.anne, &[("f-residence", "LU"), ("f-area", "lu-es")]).await;
    line.log(&line.anne, &[("f-area", "lu-es")]).await;
    line.log(&line.anne, &[("f-residence", "FR")]).await;
    let text = line.get(&line.anne, "/fr/chiffres?period=2026").await.text();
    assert!(text.contains("Luxembourg, Esch-sur-Alzette"), "{text}");
    let part = line.get(&line.anne, "/fr/chiffres?period=2026&place=LU%2Flu-es").await.text();
    assert_eq!(row(&part, "infoline-records", "Comptées"), "2", "the canton says its country");
    let wrong = [("f-entry-mode", "phone"), ("f-residence", "FR"), ("f-area", "lu-es")];
    let refused = line.post(&line.anne, "/fr/permanence/appel", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
}

#[tokio::test]
async fn figures_of_very_many_records_are_brought_up_to_date_beside_the_answers() {
    let line = Infoline::open().await;
    let (now, office) = (crate::application::now(), &line.app.desk.as_ref().expect("a desk").office);
    let known = || line.app.figures.memory.known(OWN_CONTROLLER).expect("read");
    line.log(&line.anne, &[("f-age-band", "adult")]).await;
    renew(&line.app, now).await.expect("read");
    let (first, year) = (known(), "2026".parse().expect("a period"));
    assert_eq!(
        (first.ledger.requests(), first.counted(Scope::default(), year, office).tables.is_empty()),
        (1, false)
    );
    line.log(&line.bea, &[("f-age-band", "adult")]).await;
    let later = now + TimeDelta::minutes(2);
    renew(&line.app, later).await.expect("brought in");
    let second = known();
    assert_eq!(
        (second.ledger.requests(), second.as_of, second.read_at),
        (2, later, now),
        "only what was written since"
    );
    let counted = second.at_hand(Scope::default(), year).expect("counted before it was shown");
    let records = counted.tables.iter().find(|one| one.figure.id == "infoline.records").expect("a table");
    assert_eq!(records.total.n, 2);
    let much_later = now + TimeDelta::hours(25);
    renew(&line.app, much_later).await.expect("read");
    assert_eq!(known().read_at, much_later, "from time to time everything is read again");
}

#[tokio::test]
async fn an_edition_of_what_is_at_hand_is_the_one_that_reading_everything_gives() {
    let line = Infoline::open().await;
    let (figures, desk) = (&line.app.figures, line.app.desk.as_ref().expect("a desk"));
    for area in ["lu-es", "lu-lu", "lu-es", "lu-di", "lu-es", "lu-es"] {
        line.log(&line.anne, &[("f-residence", "LU"), ("f-area", area), ("f-age-band", "adult")]).await;
    }
    let early = now() + TimeDelta::days(30);
    renew(&line.app, early).await.expect("read while the year still lasts");
    let (year, job) = ("2026".parse().expect("a period"), Actor::System("figures"));
    let over = now() + TimeDelta::days(60);
    for (number, at) in [over, over + TimeDelta::minutes(2)].into_iter().enumerate() {
        let id = make_edition(desk, figures, &job, None, year, at).await.expect("made");
        let at_hand = figures.memory.known(OWN_CONTROLLER).expect("at hand");
        assert_eq!((at_hand.as_of, at_hand.read_at), (at, early), "nothing was read twice");
        assert_eq!(at_hand.ledger.requests(), 6 + number);
        let mut work = line.records.begin(at).await.expect("begun");
        let about = || Facts::of_all(OWN_CONTROLLER, "figures");
        let publish: Grant<PublishFigures> = work.grant(&job, about()).expect("allowed");
        let live: Grant<ReadLiveFigures> = work.grant(&job, about()).expect("allowed");
        let read: Grant<ReadFigures> = work.grant(&Actor::Operator, about()).expect("allowed");
        let (_, signed, _) = work.edition(&read, id).await.expect("read");
        let mut earlier = work.edition_logs(&publish).await.expect("read");
        earlier.truncate(number);
        let from = desk.office.begins(reaches_back(year));
        let facts = work.figure_facts(&live, from, at).await.expect("read");
        work.commit().await.expect("kept");
        let publication = Publication {
            threshold: figures.threshold,
            is_fictitious: false,
            rounding: figures.rounding,
            earlier: &earlier,
        };
        let whole = make(&facts, year, &setting(&desk.office, at), &publication).expect("made").report;
        assert_eq!(signed.report, serde_json::to_value(&whole).expect("json"));
        line.log(&line.bea, &[("f-residence", "LU"), ("f-area", "lu-es"), ("f-age-band", "under-12")]).await;
    }
}

#[tokio::test]
async fn an_edition_is_made_read_checked_commented_and_taken_along() {
    let line = Infoline::open().await;
    let refused = line.post(&line.cell, "/fr/chiffres/editions", &[("period", "2026-Q4")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("pas finie"));
    let month = line.post(&line.cell, "/fr/chiffres/editions", &[("period", "2026-03")]).await;
    assert!(month.text().contains("Seules les années"), "{}", month.text());
    let made = line.post(&line.cell, "/fr/chiffres/editions", &[("period", "2025")]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let at = leads_to(&made).split('?').next().unwrap_or_default().to_owned();

    let steering = person(&line, "Stéphane Fictif", Role::SteeringMember).await;
    let list = line.get(&steering, "/fr/chiffres/editions").await.text();
    assert!(
        list.contains("Cléo Fictive")
            && list.contains("Telle que signée")
            && list.contains("ariane report 1")
    );
    let page = line.get(&steering, &at).await.text();
    assert!(
        page.contains("Nombres de 1 à moins de 5 masqués")
            && page.contains("Orientées vers les ERN via le hub"),
        "{page}"
    );
    assert!(!page.contains("/fr/chiffres/dossiers"), "no way to records");
    assert_eq!(
        line.post(&steering, &format!("{at}/comment"), &[("text", "Non")]).await.status,
        StatusCode::FORBIDDEN
    );
    let patients = person(&line, "Paula Fictive", Role::PatientsRepresentative).await;
    let said = [("text", "=Il faut plus de <b>places</b>")];
    assert_eq!(line.post(&patients, &format!("{at}/comment"), &said).await.status, StatusCode::SEE_OTHER);
    let nothing = line.post(&patients, &format!("{at}/comment"), &[("text", "  ")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        line.get(&steering, &at).await.text().contains("&lt;b&gt;")
            || line.get(&steering, &at).await.text().contains("&#60;b")
    );

    let file = async |kind: &str| line.get(&steering, &format!("{at}/report.{kind}")).await;
    let csv = file("csv").await.text();
    assert!(csv.contains("infoline.age") && csv.contains("2025-Q2") && csv.contains("Adulte"), "{csv}");
    let xlsx = file("xlsx").await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx.bytes.clone())).expect("a workbook");
    for sheet in [
        "À lire",
        "Chiffres",
        "Définitions",
        "ENRDHL profil appelants",
        "Activité (chapitres BNDMR)",
        "Indicateurs ERN",
    ] {
        assert!(book.worksheet_range(sheet).is_ok(), "{sheet}: {:?}", book.sheet_names());
    }
    let formulas = book.worksheet_formula("À lire").expect("a sheet");
    assert!(formulas.used_cells().next().is_none(), "a remark is no formula");
    let pdf = file("pdf").await;
    assert!(pdf.bytes.starts_with(b"%PDF-") && pdf.headers["content-type"] == "application/pdf");
    assert_eq!(file("exe").await.status, StatusCode::NOT_FOUND);

    let signed = file("json").await.text();
    let good = line.post(&steering, "/fr/chiffres/verifier", &[("text", &signed)]).await.text();
    assert!(good.contains("Édition authentique"), "{good}");
    let touched = signed.replacen("\"n\": 0", "\"n\": 1", 1);
    assert_ne!(touched, signed);
    let bad = line.post(&steering, "/fr/chiffres/verifier", &[("text", &touched)]).await.text();
    assert!(bad.contains("Pas telle que signée ici"));
    let else_ = line.post(&steering, "/fr/chiffres/verifier", &[("text", "bonjour")]).await.text();
    assert!(else_.contains("pas une édition signée"));
    assert_eq!(
        line.post(&line.anne, "/fr/chiffres/editions", &[("period", "2024")]).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn those_entitled_are_told_once_of_a_year_that_is_due_and_the_mail_holds_no_number() {
    let line = Infoline::open().await;
    let steering = person(&line, "Stéphane Fictif", Role::SteeringMember).await;
    let january: DateTime<Utc> = "2026-01-20T09:00:00Z".parse().expect("a time");
    assert_eq!(publish_due(&line.app, january).await.expect("looked"), 0, "nobody waits for it");
    assert!(line.get(&steering, "/fr/chiffres/editions").await.text().contains("Rien n’a encore été publié"));
    let page = line.get(&line.cell, "/fr/chiffres/envoi").await.text();
    let at_row = page.split("<tr>").find(|row| row.contains("Stéphane Fictif")).expect("entitled");
    let id = value(at_row, "name=\"yearly\" value=\"");
    assert!(!page.contains("administrator"));
    let stranger = "00000000-0000-7000-8000-000000000000";
    let kept = line.post(&line.cell, "/fr/chiffres/envoi", &[("yearly", &id), ("yearly", stranger)]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    assert_eq!(publish_due(&line.app, january).await.expect("made"), 1);
    assert_eq!(publish_due(&line.app, january).await.expect("looked"), 0, "told once");
    let mail = line.records.lease_outgoing(january).await.expect("read").expect("a mail").mail;
    assert_eq!(
        (mail.to.as_str(), mail.subject.as_str()),
        ("stéphane.fictif@example.org", "Chiffres 2025 publiés")
    );
    let link =
        mail.text.split_whitespace().find(|word| word.contains("/fr/chiffres/edition/")).expect("a link");
    assert!(mail.attachments.is_empty());
    let path = &link[link.find("/fr/").expect("a path")..];
    let edition = line.get(&steering, path).await;
    assert_eq!(edition.status, StatusCode::OK);
    assert!(edition.text().contains("Automatiquement"));
    assert_eq!(line.get(&line.anne, "/fr/chiffres/envoi").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_route_of_figures_opens_for_the_functions_of_its_rule_only() {
    let line = Infoline::open().await;
    let mut hands = Vec::new();
    for role in Role::ALL {
        hands.push((role, person(&line, role.word(), role).await));
    }
    let table = routes(&line.app);
    let entries: Vec<_> =
        table.table().iter().filter(|entry| entry.path.starts_with("/fr/chiffres")).collect();
    assert_eq!(entries.len(), 10);
    for entry in entries {
        let Rule::May(action) = entry.rule else { panic!("{} is for everybody", entry.path) };
        let path = entry
            .path
            .replace("{id}", "00000000-0000-7000-8000-000000000000")
            .replace("{file}", "report.csv");
        for (role, hand) in &hands {
            let answer = match entry.method {
                Method::GET => line.get(hand, &path).await,
                _ => line.post(hand, &path, &[]).await,
            };
            // The records behind a number are besides for who reads those records.
            let may = policy::roles(action).contains(role);
            assert_eq!(answer.status == StatusCode::FORBIDDEN, !may, "{role:?} {} {path}", entry.method);
        }
        assert_ne!(line.get(&Hand::nobody(), &path).await.status, StatusCode::OK, "{path}");
    }
}

#[test]
fn every_figure_has_a_name_and_a_definition_in_every_language() {
    for language in Language::ALL {
        let t = Text::new(language);
        for one in definition::ALL {
            let key = one.id.replace('.', "-");
            for family in ["figures-name", "figures-means"] {
                assert!(t.has(&format!("{family}-{key}")), "{language}: {family}-{key}");
            }
        }
    }
}
