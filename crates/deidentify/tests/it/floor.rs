//! The measurement in small, with floors under it. `benches/recall` has the whole.

use crate::{READER, plant, tally};
use ariane_deidentify::fold::fold;
use ariane_deidentify::names::lexicon;
use ariane_deidentify::structured::places;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

fn share((good, all): (usize, usize)) -> f64 {
    assert!(all > 100, "too few to measure: {all}");
    good as f64 / all as f64
}

#[test]
fn planted_identifiers_are_found_and_words_of_medicine_kept() {
    let recall = tally::recall(&READER, &plant::all(plant::SEEN, 2, 0x0bad_5eed_0bad_5eed));
    let kept = tally::kept(&READER);
    let misses = |t: &tally::Tally| t.misses.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(share(recall.row("structured")) >= 0.985, "{}\n{}", recall.table(), misses(&recall));
    assert!(share(recall.row("free text, as is")) >= 0.95, "{}\n{}", recall.table(), misses(&recall));
    assert!(share(recall.row("free text")) >= 0.95, "{}\n{}", recall.table(), misses(&recall));
    assert!(share(kept.row("clinical words")) >= 0.92, "{}\n{}", kept.table(), misses(&kept));
    assert!(share(kept.row("clinical words, as is")) >= 0.985, "{}\n{}", kept.table(), misses(&kept));
    assert!(share(kept.row("eponyms")) >= 0.95, "{}\n{}", kept.table(), misses(&kept));
}

#[test]
fn sentences_written_afterwards_fare_nearly_as_well() {
    for (set, least) in [(plant::HELD_OUT, 0.94), (plant::THIRD, 0.94), (plant::FOURTH, 0.93)] {
        let recall = tally::recall(&READER, &plant::all(set, 3, 0x0bad_5eed_0bad_5eed));
        let misses = recall.misses.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
        assert!(share(recall.row("free text, as is")) >= 0.95, "{}\n{misses}", recall.table());
        assert!(
            share(recall.row("structured")) >= 0.99 && share(recall.row("free text")) >= least,
            "{}\n{misses}",
            recall.table()
        );
    }
}

#[test]
fn what_describes_a_file_is_gone_and_a_document_that_names_somebody_is_held() {
    let files = tally::in_files(&READER, &plant::all(plant::HELD_OUT, 2, 0x0bad_5eed_0bad_5eed));
    for kind in [
        "JPEG: EXIF, XMP, IPTC, comment",
        "PDF: information, XMP, note, attachment",
        "DICOM: listed, private, nested",
    ] {
        let (gone, all) = files.row(&format!("gone from {kind}"));
        assert!(all > 100 && gone == all, "{}", files.table());
    }
    assert!(share(files.row("PDF with identifying text held")) >= 0.97, "{}", files.table());
}

#[test]
fn the_names_of_the_measurement_are_in_no_list_and_were_not_learned() {
    let lists: BTreeSet<&str> = lexicon::all().chain(places::listed()).collect();
    let learned: BTreeSet<[u8; 4]> =
        include_bytes!("../../weights/training-names.digests").as_chunks::<4>().0.iter().copied().collect();
    assert!(learned.len() > 10_000);
    let mut words = 0;
    for line in [plant::SEEN, plant::HELD_OUT, plant::THIRD, plant::FOURTH]
        .into_iter()
        // Names of places hold everyday words; they are on no list as a whole.
        .flat_map(|s| s.names_file().lines().take_while(|l| *l != "# places"))
        .filter(|l| !l.starts_with('#'))
    {
        for word in line.split(|c: char| !c.is_alphabetic()).map(fold).filter(|w| w.chars().count() > 1) {
            words += 1;
            assert!(!lists.contains(word.as_str()), "{word} is on a list");
            let digest = *Sha256::digest(word.as_bytes()).first_chunk::<4>().unwrap();
            assert!(!learned.contains(&digest), "{word} was learned");
        }
    }
    assert!(words > 250);
}
