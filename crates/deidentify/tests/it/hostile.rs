//! Files cut short, with wrong lengths and huge sizes: an error, never a panic, and what is given back holds no more
//! than what came in.

use crate::files::{dicom, jpeg, pdf, png_file, try_clean};
use crate::plant::Dice;
use ariane_deidentify::files::FileError;

const ROUNDS: usize = 600;

fn samples() -> [(&'static str, Vec<u8>); 4] {
    [
        ("a.jpg", jpeg()),
        ("a.png", png_file()),
        ("a.pdf", pdf("Madame Estournet")),
        ("a.dcm", dicom(Some("NO"))),
    ]
}

#[test]
fn a_file_cut_anywhere_is_refused_or_cleaned() {
    for (name, whole) in samples() {
        for end in 0..whole.len() {
            if let Ok(cleaned) = try_clean(name, &whole[..end], true) {
                assert!(cleaned.bytes.len() <= whole.len() + 4_096, "{name} at {end}");
            }
        }
    }
}

#[test]
fn mutated_files_never_stop_the_program() {
    let mut dice = Dice(0x0123_4567_89ab_cdef);
    let pieces: [&[u8]; 12] = [
        &[0xff; 4],
        &[0; 4],
        &[0x7f, 0xff, 0xff, 0xff],
        &[0xff, 0xff],
        b"SQ",
        b"UN",
        &[0xfe, 0xff, 0x00, 0xe0],
        &[0xff, 0xd8],
        b"<<",
        b"9999999999",
        b"/Length 4294967295",
        b"endobj",
    ];
    for (name, whole) in samples() {
        let (mut refused, mut cleaned) = (0, 0);
        for _ in 0..ROUNDS {
            let mut bytes = whole.clone();
            for _ in 0..=dice.below(4) {
                let at = dice.below(bytes.len());
                match dice.below(4) {
                    0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
                    1 => {
                        let piece = pieces[dice.below(pieces.len())];
                        let end = (at + piece.len()).min(bytes.len());
                        bytes.splice(at..end, piece.iter().copied());
                    }
                    2 => bytes.truncate(at.max(1)),
                    _ => {
                        let piece = pieces[dice.below(pieces.len())];
                        bytes.splice(at..at, piece.iter().copied());
                    }
                }
            }
            match try_clean(name, &bytes, true) {
                Ok(_) => cleaned += 1,
                Err(_) => refused += 1,
            }
        }
        assert!(refused > 0 && cleaned + refused == ROUNDS, "{name}");
    }
}

#[test]
fn huge_lengths_cost_nothing() {
    let mut deep = dicom(Some("NO"));
    // A sequence within a sequence, a hundred thousand deep.
    for _ in 0..100_000 {
        deep.extend([
            0xe1, 0x7f, 0x10, 0x00, b'S', b'Q', 0, 0, 0xff, 0xff, 0xff, 0xff, 0xfe, 0xff, 0x00, 0xe0, 0xff,
            0xff, 0xff, 0xff,
        ]);
    }
    assert!(matches!(try_clean("a.dcm", &deep, true), Err(FileError::Damaged(_))));
    let mut long = png_file();
    long[8..12].copy_from_slice(&u32::MAX.to_be_bytes());
    assert!(matches!(try_clean("a.png", &long, true), Err(FileError::Damaged(_))));
}

#[test]
fn a_document_that_unfolds_to_too_much_is_refused() {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let mut bomb = Stream::new(dictionary! {}, vec![b' '; 100 << 20]);
    bomb.compress().unwrap();
    let bomb = document.add_object(bomb);
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => bomb, "Resources" => dictionary! {} });
    document.objects.insert(
        pages,
        Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut out = Vec::new();
    document.save_to(&mut out).unwrap();
    assert!(out.len() < 1 << 20);
    // Its page is not read: a person has to look.
    let held = try_clean("a.pdf", &out, true).map(|c| c.held);
    assert!(
        matches!(&held, Ok(held) if held.contains(&ariane_deidentify::files::Held::UnreadPages)),
        "{held:?}"
    );
}
