//! The PDF as a reader and a screen reader find it: structure, text, links, and calm in the face of any input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ariane_documents::{Code, Contact, Entry, Section, Sheet, render};
use std::io::{Read, Write};
use std::process::{Command, Stdio};

/// The file with its compressed streams opened, to search in.
fn opened(pdf: &[u8]) -> String {
    let mut out = String::new();
    let mut rest = pdf;
    while let Some(start) = find(rest, b"stream\n") {
        out.push_str(&String::from_utf8_lossy(&rest[..start]));
        rest = &rest[start + 7..];
        let end = find(rest, b"endstream").expect("every stream ends");
        let mut text = Vec::new();
        if flate2::read::ZlibDecoder::new(&rest[..end]).read_to_end(&mut text).is_ok() {
            out.push_str(&String::from_utf8_lossy(&text));
        } else {
            out.push_str(&String::from_utf8_lossy(&rest[..end]));
        }
        rest = &rest[end + 9..];
    }
    out.push_str(&String::from_utf8_lossy(rest));
    out
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn pages(pdf: &[u8]) -> usize {
    let text = opened(pdf);
    text.matches("/Type/Page/").count()
}

fn entry(name: &str) -> Entry {
    Entry {
        title: name.into(),
        kind: "Centre de référence (CRMR)".into(),
        lines: vec!["1, rue de l’Exemple, Luxembourg".into()],
        contacts: vec![
            Contact {
                label: "Téléphone".into(),
                text: "+352 00 00".into(),
                link: Some("tel:+3520000".into()),
            },
            Contact {
                label: "Site".into(),
                text: "exemple.lu".into(),
                link: Some("javascript:alert(1)".into()),
            },
        ],
        why: "Elle couvre la maladie.".into(),
        provenance: "Annuaire, 12 mars 2026".into(),
        bars: Vec::new(),
        warning: Some("Adresse non revérifiée.".into()),
    }
}

fn sheet(entries: usize) -> Sheet {
    Sheet {
        language: "fr",
        title: "Maladie de Fabry".into(),
        subtitle: "ORPHA:324".into(),
        meta: vec!["Luxembourg".into()],
        code: None,
        thread: vec!["Vous, ici".into(), "Infoline".into(), "Expert".into()],
        sections: vec![Section {
            heading: "Les experts".into(),
            lead: "Ils connaissent bien ce type de signes.".into(),
            entries: (1..=entries).map(|n| entry(&format!("Centre {n}"))).collect(),
        }],
        footer: "En cas d’urgence, appelez le 112.".into(),
        large_type: false,
    }
}

#[test]
fn the_document_is_tagged_titled_and_in_its_language() {
    let text = opened(&render(&sheet(2)).unwrap());
    for sought in [
        "/Type/StructElem",
        "/S/H1",
        "/S/H2",
        "/S/H3",
        "/S/P",
        "/S/L",
        "/S/LI",
        "/S/Link",
        "/Lang(fr)",
        "/DisplayDocTitle true",
        "/Marked true",
        "/Outlines",
        "pdfuaid:part",
        "/ToUnicode",
    ] {
        assert!(text.contains(sought), "{sought} is missing");
    }
}

#[test]
fn only_safe_addresses_become_links() {
    let text = opened(&render(&sheet(1)).unwrap());
    assert!(text.contains("/URI(tel:+3520000)"));
    assert!(!text.contains("javascript"));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert_eq!(render(&sheet(5)).unwrap(), render(&sheet(5)).unwrap());
}

#[test]
fn pages_grow_with_the_entries_and_with_the_type() {
    let few = pages(&render(&sheet(2)).unwrap());
    let many = pages(&render(&sheet(20)).unwrap());
    let large = pages(&render(&Sheet { large_type: true, ..sheet(20) }).unwrap());
    assert_eq!(few, 1);
    assert!(few < many && many < large, "{few} {many} {large}");
}

#[test]
fn an_empty_sheet_is_still_a_document() {
    assert_eq!(pages(&render(&Sheet::default()).unwrap()), 1);
}

/// What strangers and broken imports may put into a directory.
fn hostile() -> Vec<String> {
    vec![
        "W".repeat(10_000),
        "mot ".repeat(2_500),
        "漢".repeat(10_000),
        "\u{202e}\u{0}\u{feff}\u{fffe}\u{ffff}\u{7f}\u{1b}[31m".into(),
        format!("a{}", "\u{301}".repeat(10_000)),
        "👩‍👩‍👧‍👦🏳️‍🌈".repeat(200),
        "مرض نادر \u{2067}abc\u{2069} נדיר".into(),
        "\u{10ffff}\u{e000}\u{d7ff}".into(),
        "fi ffi fl \u{fb01} ½ ² ™ …".into(),
        "(\\)<<>>endstream endobj %PDF".into(),
        "\n\t\r ".repeat(500),
        "\u{a0}".repeat(10_000),
        "e\u{301}\u{200d}".repeat(3_000),
    ]
}

#[test]
fn hostile_texts_are_set_everywhere_without_failing() {
    for (rank, text) in hostile().into_iter().enumerate() {
        let large_type = rank % 2 == 0;
        let contact =
            || Contact { label: text.clone(), text: text.clone(), link: Some(format!("https://{text}")) };
        let entry = Entry {
            title: text.clone(),
            kind: text.clone(),
            lines: vec![text.clone()],
            contacts: vec![contact()],
            why: text.clone(),
            provenance: text.clone(),
            bars: Vec::new(),
            warning: Some(text.clone()),
        };
        let sheet = Sheet {
            language: "lb",
            title: text.clone(),
            subtitle: text.clone(),
            meta: vec![text.clone()],
            thread: vec![text.clone(), text.clone()],
            code: Some(Code { side: 3, dark: vec![(0, 0), (2, 1)], caption: text.clone() }),
            sections: vec![Section { heading: text.clone(), lead: text.clone(), entries: vec![entry] }],
            footer: text.clone(),
            large_type,
        };
        let shown: String = text.chars().take(12).collect();
        match render(&sheet) {
            Ok(pdf) => assert!(pdf.starts_with(b"%PDF-")),
            Err(error) => panic!("{shown:?}: {error}"),
        }
    }
}

#[test]
fn a_section_without_heading_and_a_thread_of_a_hundred_steps_are_set() {
    let mut long = sheet(1);
    long.thread = (0..100).map(|step| format!("Étape {step}")).collect();
    long.sections[0].heading.clear();
    let text = opened(&render(&long).unwrap());
    assert!(text.contains("/S/H2") && !text.contains("/S/H3"), "levels of headings must not skip one");
}

/// Reads the text as copying and screen readers do. The tool is on most machines; where it is not, the test
/// above still proves that every font maps its glyphs to text.
#[test]
fn the_text_can_be_extracted_in_reading_order() {
    let Ok(mut tool) = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
    else {
        eprintln!("pdftotext is not installed: text not extracted");
        return;
    };
    let mut sheet = sheet(2);
    sheet.sections[0].lead = "Straße, œuvre, não, ëtzebuergesch ≥ 5 → β-thalassémie".into();
    let pdf = render(&sheet).unwrap();
    // The write may end early when the tool does; what it printed is judged below.
    let _ = tool.stdin.take().map(|mut input| input.write_all(&pdf));
    let text = String::from_utf8(tool.wait_with_output().unwrap().stdout).unwrap();
    let mut from = 0;
    for sought in [
        "Maladie de Fabry",
        "Vous, ici",
        "Les experts",
        "Straße, œuvre, não, ëtzebuergesch ≥ 5 › beta-thalassémie",
        "Centre 1",
        "+352 00 00",
        "Adresse non revérifiée.",
        "Centre 2",
        "appelez le 112",
    ] {
        let at = text[from..].find(sought);
        assert!(at.is_some(), "{sought:?} is missing after byte {from} of {text}");
        from += at.unwrap_or(0);
    }
}
