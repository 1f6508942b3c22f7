use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const READ: &str = "First.\nSecond.\nThird.";

#[test]
fn edits_of_different_paragraphs_are_joined() {
    let joined = join(READ, "First, changed.\nSecond.\nThird.", "First.\nSecond.\nThird.\nFourth.");
    assert_eq!(agreed(&joined).as_deref(), Some("First, changed.\nSecond.\nThird.\nFourth."));
    let neighbours = join(READ, "One.\nSecond.\nThird.", "First.\nTwo.\nThird.");
    assert_eq!(agreed(&neighbours).as_deref(), Some("One.\nTwo.\nThird."));
}

#[test]
fn edits_of_one_paragraph_are_both_shown() {
    let joined = join(READ, "First.\nTheirs.\nThird.", "First.\nMine.\nThird.");
    assert_eq!(
        joined,
        [
            Piece::Agreed("First.".to_owned()),
            Piece::Conflict { before: "Second.".into(), theirs: "Theirs.".into(), mine: "Mine.".into() },
            Piece::Agreed("Third.".to_owned()),
        ]
    );
    assert_eq!(both(&joined, "=="), "First.\nTheirs.\n==\nMine.\nThird.");
}

#[test]
fn two_who_write_into_an_empty_text_are_both_shown() {
    let joined = join("", "Theirs.", "Mine.");
    assert_eq!(
        joined,
        [Piece::Conflict { before: "".into(), theirs: "Theirs.".into(), mine: "Mine.".into() }]
    );
}

#[test]
fn what_one_deleted_and_the_other_changed_is_asked() {
    let joined = join(READ, "First.\nThird.", "First.\nMine.\nThird.");
    assert!(agreed(&joined).is_none());
    assert!(both(&joined, "").contains("Mine."));
}

#[test]
fn the_same_edit_twice_is_one() {
    let same = "First.\nBoth.\nThird.";
    assert_eq!(agreed(&join(READ, same, same)).as_deref(), Some(same));
}

#[test]
fn who_read_the_last_revision_saves_and_line_ends_do_not_count() {
    let read = Revised { revision: 3, text: READ };
    assert_eq!(saving(&read, &read, "a\r\nb"), Saving::Save("a\nb".to_owned()));
    let stored = Revised { revision: 4, text: "First.\nSecond.\nThird.\nTheirs." };
    let mine = "Mine.\r\nFirst.\r\nSecond.\r\nThird.";
    assert_eq!(saving(&stored, &read, mine), Saving::Save("Mine.\nFirst.\nSecond.\nThird.\nTheirs.".into()));
}

fn words(text: &str) -> BTreeMap<&str, usize> {
    let mut counted = BTreeMap::new();
    for word in text.split_whitespace() {
        *counted.entry(word).or_default() += 1;
    }
    counted
}

/// An edit: for each line whether it stays, goes, changes, or gets one after it; words carry the mark of who wrote them.
fn edit(read: &[String], acts: &[u8], mark: char) -> String {
    let mut lines = Vec::new();
    for (n, line) in read.iter().enumerate() {
        let act = acts.get(n).copied().unwrap_or(0);
        match act {
            1 => {}
            2 => lines.push(format!("{mark}{n} {line}")),
            3 => lines.extend([line.clone(), format!("{mark}{n} {mark}new")]),
            4 => lines.extend([format!("{mark}{n}"), String::new(), format!("{mark}{n}")]),
            _ => lines.push(line.clone()),
        }
    }
    lines.join("\n")
}

proptest! {
    #[test]
    fn every_word_that_somebody_wrote_is_there(
        read in proptest::collection::vec("[ab]{0,2}( [ab])?", 0..12),
        theirs in proptest::collection::vec(0u8..6, 12),
        mine in proptest::collection::vec(0u8..6, 12),
    ) {
        let (theirs, mine) = (edit(&read, &theirs, 't'), edit(&read, &mine, 'm'));
        let read = read.join("\n");
        let joined = join(&read, &theirs, &mine);
        let shown = both(&joined, "--");
        let there = words(&shown);
        for (text, mark) in [(&theirs, 't'), (&mine, 'm')] {
            for (word, times) in words(text).into_iter().filter(|(word, _)| word.starts_with(mark)) {
                prop_assert!(there.get(word).copied().unwrap_or(0) >= times, "{word} of {text:?} in {shown:?}");
            }
        }
    }

    #[test]
    fn what_only_one_changed_is_taken_as_it_is(read in ".{0,60}", mine in ".{0,60}") {
        prop_assert_eq!(agreed(&join(&read, &read, &mine)), Some(plain(&mine)));
        prop_assert_eq!(agreed(&join(&read, &mine, &read)), Some(plain(&mine)));
    }

    #[test]
    fn who_came_first_makes_no_difference_to_what_is_agreed(
        read in "[ab\n]{0,20}", a in "[abc\n]{0,20}", b in "[abc\n]{0,20}",
    ) {
        prop_assert_eq!(agreed(&join(&read, &a, &b)), agreed(&join(&read, &b, &a)));
    }
}

#[test]
fn texts_that_have_nothing_in_common_are_joined_in_no_time() {
    let text = |mark: char| (0..4_000).map(|n| format!("{mark}{n}\n")).collect::<String>();
    let begun = std::time::Instant::now();
    let joined = join(&text('a'), &text('b'), &text('c'));
    assert!(agreed(&joined).is_none());
    assert!(begun.elapsed() < std::time::Duration::from_secs(2), "{:?}", begun.elapsed());
}
