//! Readers of foreign files against mutated files: they may refuse, never panic, and what an editor's
//! table gives comes back from its own export. The same entry points as in `fuzz/`, for a bounded number of
//! rounds with a fixed seed, so that a failure can be repeated.

use ariane_knowledge::directory::template as directory;
use ariane_knowledge::events::template as events;
use ariane_knowledge::formats::{archive, babelon, hpo, hpoa, nomenclature};

/// Mutated files per reader.
const ROUNDS: u64 = 1500;

/// Pieces that readers treat in a special way.
const PIECES: [&[u8]; 24] = [
    b"\"",
    b"\t",
    b"\n",
    b"\r\n",
    b",",
    b";",
    b"'",
    b"=",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xe9",
    b"\0",
    b"&#xD800;",
    b"&lt;",
    b"<!DOCTYPE a [",
    b"<![CDATA[",
    b"]]>",
    b"</",
    b"ORPHA:",
    b"HP:",
    b"99999999999999999999",
    b"-1",
    b"|",
    b"2026-02-30",
];

/// Pseudo-random numbers (splitmix64; Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below.max(1) as u64) as usize
    }

    /// The seed file with one to eight changes: a byte, a cut, a copy, a piece, an end.
    fn mutate(&mut self, seed: &[u8]) -> Vec<u8> {
        let mut bytes = seed.to_vec();
        for _ in 0..=self.roll(8) {
            let at = self.roll(bytes.len());
            let to = (at + self.roll(40)).min(bytes.len());
            match self.roll(6) {
                0 if !bytes.is_empty() => bytes[at] = self.roll(256) as u8,
                1 => drop(bytes.drain(at..to)),
                2 => {
                    let copy = bytes[at..to].to_vec();
                    let into = self.roll(bytes.len());
                    bytes.splice(into..into, copy);
                }
                3 if self.roll(8) == 0 => bytes.truncate(at),
                _ => {
                    let piece = PIECES[self.roll(PIECES.len())];
                    bytes.splice(at..at, piece.iter().copied());
                }
            }
        }
        bytes
    }
}

/// Reads the seed, which must be good, and then its mutations; tells how many of them were still read.
fn storm(name: &str, seed: &[u8], read: impl Fn(&[u8]) -> bool) -> u64 {
    assert!(read(seed), "{name}: the seed itself is not read");
    let mut dice = Dice(0xa21a_de00);
    (0..ROUNDS).filter(|_| read(&dice.mutate(seed))).count() as u64
}

#[test]
fn mutated_official_files_are_read_or_refused() {
    let hpoa_file = include_bytes!("../seeds/annotations.hpoa");
    let obo_file = include_bytes!("../seeds/terms.obo");
    let babelon_file = include_bytes!("../seeds/labels.babelon.tsv");
    let xml_file = include_bytes!("../seeds/nomenclature.xml");
    let told = |bytes: &[u8]| archive::kind_of(bytes).is_ok();
    for (name, seed) in
        [("hpoa", &hpoa_file[..]), ("obo", obo_file), ("babelon", babelon_file), ("xml", xml_file)]
    {
        storm(name, seed, told);
    }
    let read = [
        storm("hpoa", hpoa_file, |b| hpoa::read(b).is_ok()),
        storm("obo", obo_file, |b| hpo::read(b).is_ok()),
        storm("babelon", babelon_file, |b| babelon::read(b).is_ok()),
        storm("xml", xml_file, |b| nomenclature::read(b).is_ok()),
    ];
    assert!(read.iter().all(|n| (1..ROUNDS).contains(n)), "some are read and some refused: {read:?}");
}

#[test]
fn what_a_mutated_editors_table_gives_comes_back_from_its_export() {
    let read = [
        storm("directory", include_bytes!("../seeds/directory.csv"), |bytes| {
            let Ok(once) = directory::read(bytes) else { return false };
            let export = directory::write(&once).expect("written");
            assert_eq!(directory::read(&export).expect("read again"), once);
            true
        }),
        storm("events", include_bytes!("../seeds/events.csv"), |bytes| {
            let Ok(once) = events::read(bytes) else { return false };
            let export = events::write(&once).expect("written");
            assert_eq!(events::read(&export).expect("read again"), once);
            true
        }),
    ];
    assert!(read.iter().all(|n| (1..ROUNDS).contains(n)), "some are read and some refused: {read:?}");
}
