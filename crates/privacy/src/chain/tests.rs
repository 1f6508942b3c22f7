use super::*;
use crate::master::MasterKey;

fn entry(number: i64) -> Entry {
    Entry {
        stream: "enquiry/1".into(),
        number,
        at: number * 1_000,
        actor: "account/1".into(),
        function: "listener".into(),
        service: "controller/1".into(),
        action: "read".into(),
        object: "enquiry/1".into(),
        purpose: "answer".into(),
        reason: String::new(),
    }
}

fn chain(length: i64) -> Vec<(Entry, Hash)> {
    let mut previous = BEGINNING;
    (1..=length)
        .map(|number| {
            let entry = entry(number);
            previous = entry.hash(&previous);
            (entry, previous)
        })
        .collect()
}

fn check(entries: &[(Entry, Hash)], expected: i64) -> Vec<Fault> {
    let mut check = StreamCheck::new("enquiry/1");
    for (entry, hash) in entries {
        check.look(entry, hash);
    }
    check.end(expected)
}

#[test]
fn an_untouched_chain_has_no_fault() {
    assert!(check(&chain(20), 20).is_empty());
}

#[test]
fn any_changed_field_is_told_with_its_place() {
    let changes: [fn(&mut Entry); 8] = [
        |e| e.at += 1,
        |e| e.actor.push('x'),
        |e| e.function.push('x'),
        |e| e.service.push('x'),
        |e| e.action.push('x'),
        |e| e.object.push('x'),
        |e| e.purpose.push('x'),
        |e| e.reason.push('x'),
    ];
    for change in changes {
        let mut entries = chain(5);
        change(&mut entries[2].0);
        assert_eq!(check(&entries, 5), [Fault::Changed { stream: "enquiry/1".into(), number: 3 }]);
    }
}

#[test]
fn text_moved_from_one_field_to_the_next_is_a_change() {
    let mut entries = chain(1);
    entries[0].0.actor = "account/".into();
    entries[0].0.function = "1listener".into();
    assert_eq!(check(&entries, 1).len(), 1);
}

#[test]
fn a_missing_entry_a_swap_and_a_cut_tail_are_told() {
    let mut entries = chain(5);
    entries.remove(1);
    assert_eq!(check(&entries, 5)[0], Fault::Gap { stream: "enquiry/1".into(), expected: 2, found: 3 });

    let mut entries = chain(5);
    entries.swap(1, 2);
    assert!(!check(&entries, 5).is_empty());

    let mut entries = chain(5);
    entries.truncate(3);
    assert_eq!(check(&entries, 5), [Fault::CutTail { stream: "enquiry/1".into(), last: 3, expected: 5 }]);
    assert_eq!(check(&[], 5), [Fault::MissingStream { stream: "enquiry/1".into() }]);
}

#[test]
fn a_chain_written_anew_differs_from_the_signed_head() {
    let honest = chain(5);
    let mut forged = chain(5);
    forged[3].0.action = "nothing".into();
    let mut previous = forged[2].1;
    for (entry, hash) in &mut forged[3..] {
        previous = entry.hash(&previous);
        *hash = previous;
    }
    assert!(check(&forged, 5).is_empty(), "within itself it is a good chain");
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let mut check = StreamCheck::new("enquiry/1").with_marks(vec![(5, honest[4].1, day)]);
    for (entry, hash) in &forged {
        check.look(entry, hash);
    }
    assert_eq!(check.end(5), [Fault::Rewritten { stream: "enquiry/1".into(), number: 5, day }]);
}

#[test]
fn heads_are_linked_and_signed() {
    let signer = MasterKey::random().unwrap().head_signer();
    let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
    let at = DateTime::from_timestamp(1_795_348_800, 0).unwrap();
    let streams = vec![StreamHead { stream: "a".into(), number: 3, hash: "00".into() }];
    let first = signer.sign(None, day(20), at, streams.clone(), 1);
    let second = signer.sign(Some(&first), day(21), at, streams.clone(), 1);
    let third = signer.sign(Some(&second), day(22), at, Vec::new(), 1);
    let key = signer.public_key();
    let heads = [first, second, third];
    assert!(check_heads(&heads, &key).is_empty());

    let mut forged = heads.clone();
    forged[1].streams[0].number = 2;
    assert!(check_heads(&forged, &key).contains(&Fault::ForgedHead { day: day(21) }));
    let without = [heads[0].clone(), heads[2].clone()];
    assert_eq!(check_heads(&without, &key), [Fault::MissingHead { before: day(22) }]);
    let other = MasterKey::random().unwrap().head_signer();
    assert_eq!(check_heads(&heads, &other.public_key()).len(), 3);

    let text = serde_json::to_string(&heads[1]).unwrap();
    assert_eq!(serde_json::from_str::<Head>(&text).unwrap(), heads[1]);
}
