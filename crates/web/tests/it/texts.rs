//! The five languages held against each other and against what the pages ask for.

use ariane_domain::Language;
use ariane_web::text::Text;
use ariane_web::text::bundle::inspect;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_language_has_the_texts_of_french_and_no_others() {
    let (french, errors) = inspect(Language::Fr);
    assert!(errors.is_empty(), "{errors:?}");
    let french: BTreeSet<String> = french.into_iter().collect();
    for language in Language::ALL {
        let (ids, errors) = inspect(language);
        assert!(errors.is_empty(), "{language}: {errors:?}");
        let ids: BTreeSet<String> = ids.into_iter().collect();
        let missing: Vec<_> = french.difference(&ids).collect();
        let unknown: Vec<_> = ids.difference(&french).collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{language}: missing {missing:?}, unknown {unknown:?}"
        );
    }
}

fn sources(folder: &Path, out: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else {
            out.push_str(&std::fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

#[test]
fn every_text_that_is_asked_for_exists_and_every_text_is_asked_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    sources(&root.join("src"), &mut code);
    sources(&root.join("templates"), &mut code);
    let ids: BTreeSet<String> = inspect(Language::Fr).0.into_iter().collect();
    let mut families = BTreeSet::new();
    for call in ["t.s(\"", "t.w(\"", "t.ww(\"", "t.n(\"", "t.with(\"", ".format(\""] {
        for piece in code.split(call).skip(1) {
            let key = piece.split('"').next().unwrap_or_default();
            if !key.contains('{') {
                assert!(ids.contains(key), "{key} is asked for and does not exist");
            }
        }
    }
    for call in ["t.k(\"", "coded(visit, \"", "coded(&visit, \""] {
        families
            .extend(code.split(call).skip(1).filter_map(|p| p.split('"').next()).map(|f| format!("{f}-")));
    }
    // Coded words of a request name their family beside themselves; `enquiry_words` checks that each has its text.
    let mut words = String::new();
    for area in ["account", "enquiry", "protection", "representation", "cell", "referral", "panel"] {
        sources(&root.join("../domain/src").join(area), &mut words);
    }
    // The parts of a copy of data name the families of their words where they are made.
    let parts = std::fs::read_to_string(root.join("../store/src/records/own/parts.rs")).expect("the parts");
    for piece in parts.split(".word(\"").skip(1) {
        let named = piece.split('"').nth(2).unwrap_or_default();
        families.insert(format!("{named}-"));
    }
    for mark in ["FAMILY: &'static str = \"", " in \""] {
        families
            .extend(words.split(mark).skip(1).filter_map(|p| p.split('"').next()).map(|f| format!("{f}-")));
    }
    let unused: Vec<&String> = ids
        .iter()
        .filter(|id| {
            !code.contains(&format!("\"{id}\"")) && !families.iter().any(|f| id.starts_with(f.as_str()))
        })
        .collect();
    assert!(unused.is_empty(), "never asked for: {unused:?}");
}

#[test]
fn plurals_and_values_come_out_in_every_language() {
    for language in Language::ALL {
        let t = Text::new(language);
        assert_ne!(t.n("directory-count", 1), t.n("directory-count", 2), "{language}");
        assert!(t.w("distance-km", "km", "42").contains("42"), "{language}");
        assert!(!t.w("footer-disclaimer", "number", "112").contains('{'), "{language}");
        assert!(!t.s("start-title").contains('!'), "{language}: calm, without exclamation");
    }
}
