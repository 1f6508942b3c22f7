//! Invitations, updates and cancellations as `ical.js` and Python's `icalendar` read them, and as Radicale keeps them.

use ariane_calendar::{Invitation, Moment, PartStat, Recurrence, When};
use serde_json::{Value, json};

use crate::tools::{day, genetics, holidays, invitation, node, python};

/// A series with one meeting left out and one moved by hand, besides what holidays move.
fn series() -> Recurrence {
    let mut series = genetics();
    series.left_out.insert(day("2021-04-13"));
    series.moved.insert(day("2021-06-08"), day("2021-06-10").and_hms_opt(9, 30, 0).unwrap());
    series.check().unwrap()
}

fn moments(until: &str) -> Vec<Moment> {
    series().moments(&holidays(), day("2021-02-09"), day(until))
}

fn requested(invitation: &Invitation, until: &str) -> String {
    let (recurrence, holidays) = (series(), holidays());
    invitation
        .request(&When::Series { recurrence: &recurrence, holidays: &holidays, until: day(until) })
        .unwrap()
}

fn cancelled(invitation: &Invitation, until: &str) -> String {
    let (recurrence, holidays) = (series(), holidays());
    let when = When::Series { recurrence: &recurrence, holidays: &holidays, until: day(until) };
    invitation.cancel(&when).unwrap()
}

fn instance(invitation: &Invitation, is_cancelled: bool) -> String {
    let recurrence = series();
    let moment = recurrence.moment(day("2021-07-13"), &holidays()).unwrap();
    let when = When::Instance { recurrence: &recurrence, moment };
    if is_cancelled { invitation.cancel(&when) } else { invitation.request(&when) }.unwrap()
}

fn instants(until: &str) -> Vec<Value> {
    let mut all: Vec<i64> = moments(until).iter().map(|moment| moment.starts_at.timestamp()).collect();
    all.sort_unstable();
    all.into_iter().map(Value::from).collect()
}

/// What both programs must find in a text.
fn expected(invitation: &Invitation, method: &str, status: &str) -> Value {
    json!({
        "method": method,
        "uid": invitation.uid.to_string(),
        "sequence": invitation.sequence,
        "status": status,
        "stamp": invitation.stamp.timestamp(),
        "organizer": "mailto:rcp@example.org",
        "attendees": [
            ["mailto:genetics@example.org", "Dr 'Génétique', laboratoire: LNS", "NEEDS-ACTION", method == "REQUEST"],
            ["mailto:b@example.org", null, "NEEDS-ACTION", method == "REQUEST"],
        ],
        "summary": "RCP génétique humaine; salle 3, étage\\2 — deuxième mardi de chaque mois à quatorze heures",
        "description": "Ordre du jour sur la page de la réunion.\nRépondez, s'il vous plaît.",
        "url": "https://ariane.example.org/fr/rcp?x=1;y=2,3",
    })
}

fn both(texts: &[String], until: &str) -> [Value; 2] {
    let input = json!({ "texts": texts, "until": format!("{until}T23:59:59Z") });
    [node("read.mjs", &input).unwrap(), python("read.py", &input).unwrap()]
}

#[test]
fn requests_updates_and_cancellations_are_read_as_they_are_meant() {
    let first = invitation();
    let second = first.clone().revised("2026-11-24T09:00:00Z".parse().unwrap());
    let texts = [
        requested(&first, "2026-12-31"),
        requested(&second, "2026-12-31"),
        instance(&second, false),
        instance(&second, true),
        cancelled(&second, "2026-12-31"),
    ];
    let meant = [
        expected(&first, "REQUEST", "CONFIRMED"),
        expected(&second, "REQUEST", "CONFIRMED"),
        expected(&second, "REQUEST", "CONFIRMED"),
        expected(&second, "CANCEL", "CANCELLED"),
        expected(&second, "CANCEL", "CANCELLED"),
    ];
    for (program, read) in ["ical.js", "icalendar"].into_iter().zip(both(&texts, "2026-12-31")) {
        for (n, meant) in meant.iter().enumerate() {
            for (key, value) in meant.as_object().unwrap() {
                assert_eq!(&read[n][key], value, "{program} reads `{key}` of text {n}");
            }
        }
        assert_eq!(read[0]["instance"], Value::Null, "{program}");
        let july = series().moment(day("2021-07-13"), &holidays()).unwrap().starts_at.timestamp();
        assert_eq!(read[2]["instance"], json!(july), "{program}");
        assert_eq!(read[3]["instance"], json!(july), "{program}");
    }
}

/// The text alone says when: `ical.js` knows no zone but the one that we write.
#[test]
fn fifty_years_of_a_series_are_expanded_to_the_same_instants() {
    let until = "2070-12-31";
    for (program, read) in
        ["ical.js", "icalendar"].into_iter().zip(both(&[requested(&invitation(), until)], until))
    {
        assert_eq!(read[0]["starts"].as_array().unwrap(), &instants(until), "{program}");
    }
}

#[test]
fn a_calendar_server_keeps_the_newest_and_gives_it_back() {
    let server = ariane_testkit::Radicale::start().unwrap();
    let first = invitation();
    let second = first.clone().revised("2026-11-24T09:00:00Z".parse().unwrap());
    let texts = [requested(&first, "2026-12-31"), requested(&second, "2022-12-31")];
    let input = json!({ "port": server.port, "uid": first.uid.to_string(), "texts": texts });
    let answer = python("store.py", &input).unwrap();
    assert_eq!(answer["statuses"], json!([201, 201, 204]), "calendar made, stored, stored again");
    assert_eq!(answer["sequences"], json!([0, 1]));
    let counts: Vec<usize> = ["2026-12-31", "2022-12-31"].map(|until| instants(until).len()).to_vec();
    assert_eq!(answer["meetings"], json!(counts), "what the server expands and gives back");
    assert_eq!(answer["found_in_july_2021"], json!(1), "the server's own expansion of the series");
    assert_eq!(answer["found_in_april_2021"], json!(0), "the meeting that was left out");
}

#[test]
fn answers_that_others_write_are_read() {
    let second = invitation().revised("2026-11-24T09:00:00Z".parse().unwrap());
    let texts = [requested(&second, "2026-12-31"), instance(&second, false)];
    let comment =
        "Je ne peux pas; désolé, voir l'agenda \\ planning.\nMerci à tous les participants de la réunion.";
    let input = json!({ "texts": texts, "address": "genetics@example.org", "comment": comment });
    for answers in [node("reply.mjs", &input).unwrap(), python("reply.py", &input).unwrap()] {
        let read = |n: usize| ariane_calendar::read_reply(answers[n].as_str().unwrap().as_bytes()).unwrap();
        for n in 0..2 {
            let reply = read(n).remove(0);
            assert_eq!((reply.uid, reply.sequence, reply.answer), (second.uid, 1, PartStat::Declined));
            assert_eq!(reply.attendee.name, "Dr 'Génétique', laboratoire: LNS");
            assert!(reply.is_from("genetics@example.org") && reply.is_current(second.sequence));
            assert_eq!(reply.comment, comment);
            assert_eq!(reply.stamp, Some(second.stamp));
            let nominal = reply.instance.map(|one| one.nominal(genetics().zone));
            assert_eq!(nominal, (n == 1).then(|| day("2021-07-13")));
        }
    }
}
