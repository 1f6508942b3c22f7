//! The RCP over HTTP: who reads what, and when; invitations; the report.

use crate::house::wait;
use crate::rcp_room::{PEOPLE, RcpRoom};
use ariane_domain::Language;
use ariane_domain::account::Role;
use ariane_domain::cell::Reality;
use ariane_domain::cell::rcp::{RcpAnswer, RcpState};
use ariane_store::records::outbox::CalendarSays;
use ariane_web::text::Text;
use axum::http::StatusCode;
use chrono::TimeDelta;
use std::collections::BTreeSet;
use uuid::Uuid;

const REAL: Reality = Reality::Real;
const OK: StatusCode = StatusCode::OK;
const NO: StatusCode = StatusCode::FORBIDDEN;

/// An RCP about one file, with another file and another session to which nobody is invited.
struct Story {
    room: RcpRoom,
    session: Uuid,
    number: String,
    file: Uuid,
    other_file: Uuid,
    other_session: Uuid,
}

impl Story {
    async fn begin(more: &[(&str, &str)]) -> Self {
        let room = RcpRoom::open().await;
        let (number, file) = room.file("Anna Fictive", REAL).await;
        let (other, other_file) = room.file("Bruno Fictif", REAL).await;
        room.note(file, "Note confidentielle imaginaire").await;
        let series = room.series(more).await;
        let session = room.session(&series, "2026-12-08T14:00").await;
        let other_session = room.session(&series, "2026-12-15T14:00").await;
        room.list(session, &number).await;
        room.list(other_session, &other).await;
        room.invite(other_session, "Theo").await;
        room.act(other_session, "invite").await;
        Self { room, session, number, file, other_file, other_session }
    }

    fn page(&self) -> String {
        format!("/fr/mes-rcp/{}/{}", self.session, self.file)
    }

    fn at(&self) -> String {
        format!("/fr/rcp/seance/{}", self.session)
    }

    /// What Gaia gets of the listed file now.
    async fn gaia(&self) -> StatusCode {
        self.room.get("Gaia", &self.page()).await.status
    }

    /// Everything else that she might try: refused at every moment.
    async fn nothing_else(&self, moment: &str) {
        let (session, file) = (self.session, self.file);
        let tries = [
            format!("/fr/mes-rcp/{session}/{}", self.other_file),
            format!("/fr/mes-rcp/{session}/{}", Uuid::from_u128(7)),
            format!("/fr/mes-rcp/{}", self.other_session),
            format!("/fr/mes-rcp/{}/{}", self.other_session, self.other_file),
            format!("/fr/mes-rcp/{}/{file}", self.other_session),
            format!("/fr/mes-rcp/{}/{file}", Uuid::from_u128(8)),
            format!("/fr/cellule/dossier/{file}"),
            format!("/fr/cellule/dossier/{}", self.other_file),
            format!("/fr/rcp/seance/{session}"),
            format!("/fr/rcp/seance/{session}/report"),
            format!("/fr/rcp/seance/{session}/report.pdf"),
            format!("/fr/rcp/seance/{session}/file/{file}/report.pdf"),
            format!("/fr/rcp/seance/{}/report.pdf", self.other_session),
            "/fr/rcp".to_owned(),
            "/fr/cellule".to_owned(),
            "/fr/reunions".to_owned(),
            "/fr/permanence".to_owned(),
            "/fr/transmissions".to_owned(),
            "/fr/dpo/journal".to_owned(),
        ];
        for path in tries {
            let answer = self.room.get("Gaia", &path).await;
            assert_eq!(answer.status, NO, "{moment}: {path}");
            let text = answer.text();
            assert!(!text.contains("Anna") && !text.contains("Bruno"), "{moment}: {path}");
        }
        let search = self.room.post("Gaia", "/fr/permanence/recherche", &[("sought", "Anna")]).await;
        assert_eq!(search.status, NO, "{moment}");
        assert!(!search.text().contains("Anna"));
    }

    /// Everybody who is not invited: at every moment.
    async fn nobody_else(&self, moment: &str) {
        for (name, role) in PEOPLE {
            if matches!(role, Role::MedicalCoordinator) || name.starts_with("Gaia") {
                continue;
            }
            assert_eq!(self.room.get(name, &self.page()).await.status, NO, "{moment}: {name}");
        }
        for name in ["Anne", "Béa", "Cléo"] {
            assert_eq!(self.room.get(name, &self.page()).await.status, NO, "{moment}: {name}");
        }
    }
}

#[tokio::test]
async fn who_is_invited_reads_the_listed_file_for_its_time_and_nothing_else() {
    let story = Story::begin(&[("after-meeting", "3")]).await;
    let room = &story.room;
    assert_eq!(story.gaia().await, NO, "not invited");
    room.invite(story.session, "Gaia").await;
    assert_eq!(story.gaia().await, NO, "on the list of people, and invitations have not gone out");
    assert!(!room.get("Gaia", "/fr/mes-rcp").await.text().contains(&story.session.to_string()));
    story.nothing_else("before the invitation").await;
    wait(TimeDelta::hours(1));
    room.act(story.session, "invite").await;
    let read = room.get("Gaia", &story.page()).await;
    assert_eq!(read.status, OK, "{}", read.text());
    let text = read.text();
    for wanted in ["Anna Fictive", "Question imaginaire", "Dr Imaginaire", "Ouverts au plus tard"] {
        assert!(text.contains(wanted), "{wanted}");
    }
    for hidden in ["Note confidentielle", "000 999", "Bruno"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    let own = room.get("Gaia", &format!("/fr/mes-rcp/{}", story.session)).await.text();
    assert!(own.contains(&story.page()) && !own.contains("Anna"), "numbers, no names");
    story.nothing_else("after the invitation").await;
    story.nobody_else("after the invitation").await;
    // The session ends on 8 December at 16:00 in Luxembourg; it is 22 November, 13:00 (and an hour) in Greenwich.
    let end = "2026-12-11T15:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    wait(end - crate::house::now() - TimeDelta::seconds(1));
    assert_eq!(story.gaia().await, OK, "the very last second");
    story.nothing_else("in the last second").await;
    wait(TimeDelta::seconds(1));
    let over = room.get("Gaia", &story.page()).await;
    assert_eq!(over.status, NO);
    assert!(over.text().contains("Le temps de lecture est écoulé"), "{}", over.text());
    story.nothing_else("afterwards").await;
    story.nobody_else("afterwards").await;
    let own = room.get("Gaia", &format!("/fr/mes-rcp/{}", story.session)).await.text();
    assert!(own.contains("les dossiers sont fermés") && !own.contains(&story.page()));
    let log = room.log("Gaia").await;
    let object = format!("case_file/{}", story.file);
    let readings: Vec<_> = log.iter().filter(|one| one.action == "read-listed-case").collect();
    assert_eq!(readings.len(), 2, "each reading once");
    assert!(readings.iter().all(|one| one.object == object && one.stream == format!("case/{}", story.file)));
    let refused: BTreeSet<&str> = log.iter().map(|one| one.reason.as_str()).collect();
    for reason in ["rcp-not-invited", "rcp-not-yet", "rcp-not-on-list", "rcp-over", "role"] {
        assert!(refused.iter().any(|one| one.ends_with(reason)), "{reason}: {refused:?}");
    }
}

#[tokio::test]
async fn a_document_meant_for_the_rcp_is_open_exactly_as_long_as_its_file() {
    let story = Story::begin(&[]).await;
    let (room, at) = (&story.room, story.at());
    let documents = format!("/fr/cellule/dossier/{}/documents", story.file);
    let max = room.hand("Max").await;
    for (name, rcp) in [("pour-la-rcp.pdf", "1"), ("confidentiel.pdf", "0")] {
        let fields = [("kind", "genetic-report"), ("source", "laboratory"), ("rcp", rcp)];
        let file = (name, "application/pdf", b"%PDF-1.7 imaginaire".as_slice());
        let kept = room.line.upload(&max, &documents, &fields, file).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
    }
    let page = room.get("Max", &documents).await.text();
    let mut cards = page.split("<li class=\"card\" id=\"document-").skip(1);
    let id = |name: &str| {
        let card = cards.clone().find(|card| card.contains(name)).expect("kept");
        card.split('"').next().unwrap_or_default().to_owned()
    };
    let (open, closed) = (id("pour-la-rcp"), id("confidentiel"));
    assert!(cards.next().is_some());
    let gaia = async |id: &str| room.get("Gaia", &format!("{}/{id}", story.page())).await;
    assert_eq!(gaia(&open).await.status, NO, "not invited");
    room.invite(story.session, "Gaia").await;
    room.act(story.session, "invite").await;
    let listed = room.get("Gaia", &story.page()).await.text();
    assert!(listed.contains("pour-la-rcp.pdf") && !listed.contains("confidentiel.pdf"));
    let got = gaia(&open).await;
    assert_eq!((got.status, got.bytes.as_slice()), (OK, b"%PDF-1.7 imaginaire".as_slice()));
    assert_eq!(gaia(&closed).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        room.get("Gaia", &format!("{documents}/{open}")).await.status,
        NO,
        "not by the cell's address"
    );
    let elsewhere = format!("/fr/mes-rcp/{}/{}/{open}", story.session, story.other_file);
    assert_eq!(room.get("Gaia", &elsewhere).await.status, NO, "not through another file");
    assert_eq!(
        room.get("Theo", &format!("{}/{open}", story.page())).await.status,
        NO,
        "not invited to this one"
    );
    wait(TimeDelta::minutes(1));
    room.done("Max", &format!("{at}/file/{}/remove", story.file), &[]).await;
    assert_eq!(gaia(&open).await.status, NO, "off the list");
    let log = room.log("Gaia").await;
    let read = log.iter().filter(|one| one.action == "read-listed-case").count();
    assert_eq!(read, 2, "the page and the document, each in the log");
}

#[tokio::test]
async fn leaving_the_list_the_invitation_or_the_session_closes_at_once() {
    let story = Story::begin(&[]).await;
    let (room, at) = (&story.room, story.at());
    room.invite(story.session, "Gaia").await;
    room.act(story.session, "invite").await;
    assert_eq!(story.gaia().await, OK);
    let twice = room.post("Max", &format!("{at}/file"), &[("number", &format!("n° {}", story.number))]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.text().contains("déjà sur la liste") && twice.text().contains("value=\"n° "));
    wait(TimeDelta::minutes(1));
    room.done("Max", &format!("{at}/file/{}/remove", story.file), &[]).await;
    assert_eq!(story.gaia().await, NO, "off the list");
    assert!(
        !room.get("Gaia", &format!("/fr/mes-rcp/{}", story.session)).await.text().contains(&story.page())
    );
    wait(TimeDelta::minutes(1));
    room.list(story.session, &story.number).await;
    assert_eq!(story.gaia().await, OK, "on the list again");
    let page = room.get("Max", &at).await.text();
    let invitation =
        page.split("/people/").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    wait(TimeDelta::minutes(1));
    room.done("Max", &format!("{at}/people/{invitation}/withdraw"), &[]).await;
    assert_eq!(story.gaia().await, NO, "the invitation was taken back");
    assert_eq!(room.get("Gaia", &format!("/fr/mes-rcp/{}", story.session)).await.status, NO);
    wait(TimeDelta::minutes(1));
    room.invite(story.session, "Gaia").await;
    assert_eq!(story.gaia().await, OK, "invited again");
    wait(TimeDelta::minutes(1));
    room.act(story.session, "cancel").await;
    let cancelled = room.get("Gaia", &story.page()).await;
    assert_eq!(cancelled.status, NO);
    assert!(cancelled.text().contains("La séance est annulée"));
    assert_eq!(
        room.get("Gaia", &format!("/fr/mes-rcp/{}", story.session)).await.status,
        OK,
        "seen as cancelled"
    );
}

#[tokio::test]
async fn with_no_day_after_validation_she_is_locked_out_with_it_also_in_a_race() {
    let story = Story::begin(&[("after-validation", "0")]).await;
    let (room, at) = (&story.room, story.at());
    room.invite(story.session, "Gaia").await;
    room.act(story.session, "invite").await;
    let start = "2026-12-08T13:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    wait(start - crate::house::now() - TimeDelta::seconds(1));
    let early = room.post("Max", &format!("{at}/state"), &[("act", "hold")]).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "not before it begins");
    wait(TimeDelta::hours(2));
    room.act(story.session, "hold").await;
    room.done("Max", &format!("{at}/text"), &[("read", "0"), ("text", "Séance imaginaire.")]).await;
    assert_eq!(story.gaia().await, OK, "while the report is written");
    let not_his = room.post("Cléo", &format!("{at}/validate"), &[("read", "1")]).await;
    assert_eq!(not_his.status, NO, "the named coordinator validates");
    for (name, by) in [("Cléo", "Max"), ("Max", "Cléo")] {
        let to = room.account(name).await.to_string();
        room.done(by, &format!("{at}/coordinator"), &[("coordinator", to.as_str())]).await;
        let other = room.post("Hana", &format!("{at}/coordinator"), &[("coordinator", to.as_str())]).await;
        assert_eq!(other.status, NO, "not by who holds no RCP");
    }
    let stale = room.post("Max", &format!("{at}/validate"), &[("read", "0")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let (max, gaia) = (room.hand("Max").await, room.hand("Gaia").await);
    let (page, to) = (story.page(), format!("{at}/validate"));
    let validate = room.line.post(&max, &to, &[("read", "1")]);
    let reads = async {
        let mut read = 0;
        for _ in 0..10 {
            read += usize::from(room.line.get(&gaia, &page).await.status == OK);
        }
        read
    };
    let (validated, let_in) = tokio::join!(validate, reads);
    assert_eq!(validated.status, 303, "{}", validated.text());
    assert_eq!(story.gaia().await, NO, "locked out with the validation, in the same second");
    let log = room.log("Gaia").await;
    let readings = log.iter().filter(|one| one.action == "read-listed-case").count();
    assert_eq!(readings, let_in + 1, "whoever was let in stands in the log, and nobody besides");
    room.act(story.session, "send-back").await;
    assert_eq!(story.gaia().await, NO, "what ended does not come back");
}

#[tokio::test]
async fn invitations_updates_and_cancellations_go_to_each_alone_and_name_nobody() {
    let story = Story::begin(&[("place", "Salle imaginaire")]).await;
    let (room, at) = (&story.room, story.at());
    room.mails().await;
    room.invite(story.session, "Gaia").await;
    room.invite(story.session, "Theo").await;
    assert!(room.mails().await.is_empty(), "nothing goes out before the invitations do");
    room.act(story.session, "invite").await;
    let invited = room.mails().await;
    assert_eq!(invited.len(), 2);
    let gaia = invited.iter().find(|mail| mail.to.starts_with("gaia")).expect("hers");
    assert_eq!(gaia.subject, "Invitation à une réunion");
    assert!(
        gaia.text.contains(&format!("/fr/mes-rcp/{}", story.session))
            && gaia.text.contains("Salle imaginaire")
    );
    let unfolded = |mail: &ariane_store::records::outbox::Outgoing| {
        let (says, text) = mail.calendar.clone().expect("a calendar");
        (says, text.replace("\r\n ", ""))
    };
    let (says, text) = unfolded(gaia);
    assert_eq!(says, CalendarSays::TakesPlace);
    let uid = format!("UID:{}\r\n", story.session);
    for wanted in ["METHOD:REQUEST", "SEQUENCE:0", "DTSTART:20261208T130000Z", "DTEND:20261208T150000Z", &uid]
    {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert_eq!(text.matches("ATTENDEE").count(), 1, "nobody learns who else is invited");
    for mail in &invited {
        let all = format!("{mail:?}");
        for name in ["Anna", "Bruno", "Theo Fictif", "Gaia Fictive", &format!("n° {}", story.number)] {
            assert!(!all.contains(name), "{name}");
        }
    }
    let moved = [("at", "2026-12-10T09:30"), ("place", "Autre salle"), ("link", "")];
    room.done("Max", &format!("{at}/move"), &moved).await;
    let (says, text) = unfolded(&room.mails().await[0]);
    assert!(
        says == CalendarSays::TakesPlace && text.contains("SEQUENCE:1") && text.contains("20261210T083000Z")
    );
    let past = [("at", "2026-11-01T09:30"), ("place", "Salle tapée"), ("link", "")];
    let refused = room.post("Max", &format!("{at}/move"), &past).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Salle tapée") && refused.text().contains("Cette date est passée"));
    let page = room.get("Max", &at).await.text();
    let invitation =
        page.split("/people/").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    room.done("Max", &format!("{at}/people/{invitation}/withdraw"), &[]).await;
    let gone = room.mails().await;
    assert_eq!(gone.len(), 1, "to who is no longer invited, and to nobody else");
    let (says, text) = unfolded(&gone[0]);
    assert!(says == CalendarSays::Cancelled && text.contains("METHOD:CANCEL") && text.contains("SEQUENCE:2"));
    room.act(story.session, "cancel").await;
    let cancelled = room.mails().await;
    assert_eq!(cancelled.len(), 1);
    let (says, text) = unfolded(&cancelled[0]);
    assert!(
        says == CalendarSays::Cancelled && text.contains("SEQUENCE:3") && text.contains("STATUS:CANCELLED")
    );
}

#[tokio::test]
async fn a_series_proposes_the_second_tuesdays_with_holidays_moved_and_plans_each_once() {
    let room = RcpRoom::open().await;
    // The first of January 2027 is a Friday: the first Friday of that month is a holiday.
    let series = room.series(&[("first", "2026-12-04"), ("name", "Vendredis fictifs")]).await;
    let page = room.get("Max", &series).await.text();
    assert!(page.contains("value=\"2026-12-04\"") && page.contains("8 janvier 2027"), "{page}");
    assert!(page.contains("au lieu du 1 janvier 2027"), "moved by the rule");
    let chosen = [("act", "days"), ("day", "2026-12-04"), ("day", "2027-01-01")];
    let to = room.done("Max", &format!("{series}/plan"), &chosen).await;
    assert!(to.ends_with("?planned=2"));
    room.done("Max", &format!("{series}/plan"), &chosen).await;
    let page = room.get("Max", &series).await.text();
    assert_eq!(page.matches("/fr/rcp/seance/").count(), 2, "each once");
    assert!(!page.contains("value=\"2027-01-01\""), "what is planned is not proposed again");
    let list = room.get("Cléo", "/fr/rcp").await.text();
    assert!(list.contains("Vendredis fictifs") && list.contains("chaque mois"));
    for (field, value, said) in [
        ("first", "demain", "ne peut pas être lue"),
        ("name", " ", "Il manque un texte"),
        ("link", "http://example.org", "https://"),
        ("coordinator", "00000000-0000-0000-0000-000000000001", "Choisissez une personne"),
        ("after-meeting", "-1", "ne peut pas être lue"),
    ] {
        let max = room.account("Max").await.to_string();
        let mut fields = vec![
            ("name", "RCP fictive tapée"),
            ("coordinator", max.as_str()),
            ("first", "2026-12-08"),
            ("time", "14:00"),
            ("minutes", "120"),
            ("cadence", "monthly"),
            ("quorum", "none"),
            ("after-validation", "7"),
            ("after-meeting", "30"),
            ("place", "Salle tapée"),
        ];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let answer = room.post("Max", "/fr/rcp/serie", &fields).await;
        assert!(answer.status.is_client_error(), "{field}");
        assert!(
            answer.text().contains(said) && answer.text().contains("Salle tapée"),
            "{field}: {}",
            answer.text()
        );
    }
    let hand =
        room.post("Max", &format!("{series}/plan"), &[("act", "hand"), ("at", "2026-11-01T10:00")]).await;
    assert_eq!(hand.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(hand.text().contains("value=\"2026-11-01T10:00\""));
}

#[tokio::test]
async fn a_report_marks_its_missing_quorum_names_who_disagrees_and_is_told_by_a_clinician() {
    let story = Story::begin(&[("quorum", "marked"), ("at-least", "3")]).await;
    let (room, at) = (&story.room, story.at());
    room.invite(story.session, "Gaia").await;
    room.act(story.session, "invite").await;
    assert_eq!(
        room.get("Max", &format!("{at}/report.pdf")).await.status,
        StatusCode::CONFLICT,
        "no report yet"
    );
    wait(TimeDelta::days(17));
    room.act(story.session, "hold").await;
    let page = room.get("Max", &at).await.text();
    let invitation =
        page.split("/people/").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    room.done("Max", &format!("{at}/presence"), &[("present", &invitation)]).await;
    let gaia = room.account("Gaia").await.to_string();
    let why = format!("why-{gaia}");
    let advice = format!("{at}/file/{}/advice", story.file);
    let fields = [
        ("read", "0"),
        ("text", "Avis imaginaire : séquencer."),
        ("plain", "Un examen est proposé."),
        ("dissent", gaia.as_str()),
        (why.as_str(), "Plutôt attendre."),
    ];
    let to = room.done("Max", &advice, &fields).await;
    assert!(to.contains("#file-"));
    let late = [("read", "0"), ("text", "Tapé en même temps."), ("plain", "")];
    let clash = room.post("Cléo", &advice, &late).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    let text = clash.text();
    assert!(text.contains("Tapé en même temps.") && text.contains("Avis imaginaire"), "both are shown");
    let told = format!("{at}/file/{}/told", story.file);
    let soon = room.post("Max", &told, &[("way", "explained"), ("plain", "Un examen.")]).await;
    assert_eq!(soon.status, StatusCode::CONFLICT, "nothing is told before the report is validated");
    room.done("Max", &format!("{at}/validate"), &[("read", "2")]).await;
    let report = room.get("Cléo", &format!("{at}/report")).await.text();
    for wanted in [
        "Sans quorum : 1 spécialités présentes sur 3",
        "Projet : pas encore signé",
        "Avis imaginaire : séquencer.",
        "Avis différent : Gaia Fictive. Plutôt attendre.",
        "Gaia Fictive (génétique humaine)",
        "le médecin traitant décide",
        "Dr Imaginaire",
    ] {
        assert!(report.contains(wanted), "{wanted}: {report}");
    }
    let pass = format!("{at}/file/{}/pass", story.file);
    let sent_by = |way, on, to| [("way", way), ("on", on), ("to", to)];
    let unsigned = room.post("Max", &pass, &sent_by("post", "2026-12-08", "Dr Imaginaire")).await;
    assert_eq!(unsigned.status, StatusCode::CONFLICT, "it goes out signed");
    room.act(story.session, "sign").await;
    let state = format!("{at}/state");
    let open = room.post("Max", &state, &[("act", "send")]).await;
    assert_eq!(open.status, StatusCode::CONFLICT);
    assert!(open.text().contains("Dites d’abord, pour chaque dossier avec un avis"));
    let page = room.get("Max", &at).await.text();
    let today = page.split("name=\"on\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    for (day, to, said) in [
        ("2020-01-01", "Dr Imaginaire", "Le jour est celui de la signature"),
        ("2099-01-01", "Dr Imaginaire", "Le jour est celui de la signature"),
        (today, " ", "Dites à qui il est parvenu"),
    ] {
        let refused = room.post("Max", &pass, &sent_by("secure-mail", day, to)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day} {to}");
        let text = refused.text();
        assert!(text.contains(said) && text.contains("value=\"secure-mail\" selected"), "{day} {to}");
    }
    assert_eq!(room.post("Gaia", &pass, &sent_by("post", today, "Dr Imaginaire")).await.status, NO);
    room.done("Max", &pass, &sent_by("refused", "", "")).await;
    assert!(room.get("Max", &at).await.text().contains("Non transmis : la personne ne le souhaite pas."));
    room.done("Max", &pass, &sent_by("secure-mail", today, "Dr Imaginaire")).await;
    assert!(room.get("Max", &at).await.text().contains("Transmis à Dr Imaginaire le"));
    room.mails().await;
    room.act(story.session, "send").await;
    let mails = room.mails().await;
    let ready: Vec<_> = mails.iter().filter(|mail| mail.text.contains("est signé")).collect();
    assert!(!ready.is_empty() && ready.iter().all(|mail| mail.calendar.is_none()));
    assert!(
        ready.iter().all(|mail| !mail.text.contains("Avis imaginaire") && mail.subject.contains("réunion"))
    );
    let report = room.get("Cléo", &format!("{at}/report")).await.text();
    assert!(report.contains("Signé par Max Fictif") && !report.contains("Projet"));
    for pdf in [format!("{at}/report.pdf"), format!("{at}/file/{}/report.pdf", story.file)] {
        let pdf = room.get("Max", &pdf).await;
        assert!(pdf.bytes.starts_with(b"%PDF-"), "{}", pdf.status);
        let name = pdf.headers["content-disposition"].to_str().unwrap();
        assert_eq!(name, "attachment; filename=\"compte-rendu-rcp-2026-12-08.pdf\"", "a neutral name");
    }
    let foreign = format!("{at}/file/{}/report.pdf", story.other_file);
    assert_eq!(room.get("Max", &foreign).await.status, StatusCode::NOT_FOUND);
    let hers = room.post("Cléo", &told, &[("way", "explained"), ("plain", "Mots.")]).await;
    assert_eq!(hers.status, NO, "a clinician");
    let empty = room.post("Max", &told, &[("way", "explained"), ("plain", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    room.done("Max", &told, &[("way", "explained"), ("plain", "Un examen est proposé.")]).await;
    assert!(room.get("Max", &at).await.text().contains("Expliqué par Max Fictif"));
}

#[tokio::test]
async fn an_answer_is_given_on_the_page_of_ones_own_session() {
    let story = Story::begin(&[]).await;
    let room = &story.room;
    room.invite(story.session, "Gaia").await;
    room.act(story.session, "invite").await;
    let answer = format!("/fr/mes-rcp/{}/answer", story.session);
    assert_eq!(room.post("Theo", &answer, &[("answer", "comes")]).await.status, NO);
    let odd = room.post("Gaia", &answer, &[("answer", "x")]).await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    room.done("Gaia", &answer, &[("answer", "comes")]).await;
    let page = room.get("Max", &story.at()).await.text();
    assert!(page.contains("vient") && page.contains("Gaia Fictive"), "{page}");
    for name in ["Exercice Un", "Exercice Deux", "Exercice Trois"] {
        room.file(name, Reality::Training).await;
    }
    let add = format!("{}/file", story.at());
    let mixed = room.post("Max", &add, &[("number", "3")]).await;
    assert_eq!(mixed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mixed.text().contains("ne sont jamais réunis"), "fictitious files never meet real ones");
    let unknown = room.post("Max", &add, &[("number", "99999")]).await;
    assert!(unknown.text().contains("Aucun dossier ne porte ce numéro"));
}

#[tokio::test]
async fn a_hub_coordinator_who_is_invited_reads_in_the_same_window_and_not_the_board() {
    let story = Story::begin(&[]).await;
    let room = &story.room;
    assert_eq!(room.get("Hana", &story.page()).await.status, NO);
    room.invite(story.session, "Hana").await;
    room.act(story.session, "invite").await;
    assert_eq!(room.get("Hana", &story.page()).await.status, OK);
    assert_eq!(room.get("Hana", "/fr/cellule").await.status, NO);
    assert_eq!(room.get("Hana", &format!("/fr/cellule/dossier/{}", story.file)).await.status, NO);
}

#[test]
fn every_word_of_the_rcp_has_a_text() {
    let mut keys: Vec<String> = Vec::new();
    let mut add =
        |family: &str, words: &[&str]| keys.extend(words.iter().map(|word| format!("{family}-{word}")));
    add(RcpState::FAMILY, &RcpState::ALL.map(RcpState::word));
    add(RcpAnswer::FAMILY, &RcpAnswer::ALL.map(RcpAnswer::word));
    add("rcp-closed", &ariane_domain::cell::admission::Refusal::ALL.map(|why| why.word()));
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let mut code = String::new();
    for folder in ["store/src/records/rcp", "web/src/pages/rcp"] {
        for file in std::fs::read_dir(format!("{root}/{folder}")).expect("a folder").filter_map(Result::ok) {
            code.push_str(&std::fs::read_to_string(file.path()).expect("text"));
        }
    }
    let rules = code.split("Rule(\"").skip(1).filter_map(|piece| piece.split('"').next());
    let rules: BTreeSet<&str> = rules.collect();
    assert!(rules.len() > 15, "{rules:?}");
    add("rcp-fault", &rules.into_iter().collect::<Vec<_>>());
    let events = code.split(", &file, \"rcp-").chain(code.split(", &row, \"rcp-")).skip(1);
    let events = events.filter_map(|piece| piece.split('"').next()).filter(|word| word.len() < 20);
    let events: Vec<String> = events.map(|word| format!("case-event-rcp-{word}")).collect();
    keys.extend(events.into_iter().filter(|key| !key.contains(' ')));
    for language in Language::ALL {
        let missing: Vec<&String> = keys.iter().filter(|key| !Text::new(language).has(key)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}
