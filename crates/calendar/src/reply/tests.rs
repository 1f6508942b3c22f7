use super::*;
use proptest::prelude::*;

const REPLY: &str = "BEGIN:VCALENDAR\r\nPRODID:-//X//Y//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n\
    ATTENDEE;PARTSTAT=ACCEPTED;CN=\"A; B\":MAILTO:A@example.org\r\nORGANIZER:mailto:rcp@example.org\r\n\
    UID:00000000-0000-0000-0000-000000000007\r\nSEQUENCE:2\r\nDTSTAMP:20261123T090000Z\r\n\
    RECURRENCE-ID;TZID=Europe/Luxembourg:20261208T140000\r\nCOMMENT:Oui\\, \r\n volontiers\r\n\
    BEGIN:VALARM\r\nUID:x\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

fn read(text: &str) -> Result<Vec<Reply>, ReplyFault> {
    read_reply(text.as_bytes())
}

#[test]
fn an_answer_is_read() {
    let reply = read(REPLY).unwrap().remove(0);
    assert_eq!((reply.uid, reply.sequence, reply.answer), (Uuid::from_u128(7), 2, PartStat::Accepted));
    assert_eq!(reply.comment, "Oui, volontiers");
    assert!(reply.is_from("a@EXAMPLE.org") && !reply.is_from("b@example.org"));
    assert!(reply.is_current(2) && !reply.is_current(3));
    let day = "2026-12-08".parse().unwrap();
    assert_eq!(reply.instance.map(|one| one.nominal(Tz::Europe__Luxembourg)), Some(day));
}

#[test]
fn ends_of_lines_and_a_byte_order_mark_do_not_matter() {
    let unix = format!("\u{feff}{}", REPLY.replace("\r\n", "\n"));
    assert_eq!(read(&unix), read(REPLY));
}

#[test]
fn what_is_no_answer_is_refused_with_its_reason() {
    for (from, to, fault) in [
        ("METHOD:REPLY", "METHOD:REQUEST", ReplyFault::NotAReply),
        ("METHOD:REPLY", "METHOD:PUBLISH", ReplyFault::NotAReply),
        ("END:VCALENDAR", "", ReplyFault::NotACalendar),
        ("BEGIN:VCALENDAR", "BEGIN:VEVENT", ReplyFault::NotACalendar),
        ("END:VALARM", "END:VTODO", ReplyFault::NotACalendar),
        ("UID:0", "UID:z", ReplyFault::Lacks("a known id")),
        ("PARTSTAT=ACCEPTED", "PARTSTAT=MAYBE", ReplyFault::Lacks("an answer")),
        ("MAILTO:A@", "http:A@", ReplyFault::Lacks("an address")),
        ("20261208T140000", "2026", ReplyFault::Lacks("a readable instance")),
        ("ORGANIZER", "ATTENDEE", ReplyFault::Lacks("its one attendee")),
        ("ATTENDEE", "X-ATTENDEE", ReplyFault::Lacks("its one attendee")),
    ] {
        assert_eq!(read(&REPLY.replacen(from, to, 1)), Err(fault), "{from} → {to}");
    }
    assert_eq!(read(""), Err(ReplyFault::NotACalendar));
    assert_eq!(read_reply(&[0xff, 0xfe]), Err(ReplyFault::NotACalendar));
}

#[test]
fn what_is_large_or_deep_is_refused_at_once() {
    assert_eq!(read(&"x".repeat(LARGEST + 1)), Err(ReplyFault::TooLarge));
    assert_eq!(read(&"BEGIN:VCALENDAR\n".repeat(10_000)), Err(ReplyFault::TooLarge));
    assert_eq!(read(&"BEGIN:VCALENDAR\n".repeat(100)), Err(ReplyFault::TooLarge));
    let many = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\nEND:VEVENT\n".repeat(100));
    assert_eq!(read(&many), Err(ReplyFault::TooLarge));
    let long = REPLY.replace("Oui", &"é".repeat(9_000));
    assert_eq!(read(&long).unwrap()[0].comment.chars().count(), COMMENT);
}

proptest! {
    #[test]
    fn reading_never_panics(text in ".{0,400}", bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&text);
        let _ = read_reply(&bytes);
    }

    #[test]
    fn a_damaged_answer_is_refused_or_has_what_it_needs(
        damages in proptest::collection::vec((0usize..700, 0u8..4, any::<u8>()), 1..12),
    ) {
        let mut bytes = REPLY.as_bytes().to_vec();
        for (at, how, byte) in damages {
            let at = at % bytes.len().max(1);
            match how {
                0 if !bytes.is_empty() => bytes[at] = byte,
                1 if !bytes.is_empty() => { bytes.remove(at); }
                2 => bytes.insert(at, byte),
                _ => {
                    let piece = bytes[at..(at + 40).min(bytes.len())].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        if let Ok(replies) = read_reply(&bytes) {
            prop_assert!(!replies.is_empty() && replies.len() <= ANSWERS);
            prop_assert!(replies.iter().all(|reply| reply.attendee.address().contains('@')));
        }
    }
}
