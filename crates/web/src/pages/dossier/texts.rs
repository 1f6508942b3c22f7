//! What names somebody in the free texts of a dossier: found by the reader of `ariane_deidentify`, shown, and taken out unless a human
//! left it in. The words that the file knows (names, numbers, addresses) come first.

use ariane_deidentify::{About, Decision, Evidence, Examination, Kind, Known, KnownPerson, Reader};
use ariane_domain::Language;
use ariane_domain::clinical::entry::Kept;
use ariane_domain::dossier::Addition;
use ariane_domain::dossier::approval::Order;
use ariane_domain::dossier::content::names_a_thing;
use ariane_privacy::secret;
use ariane_store::records::dossier::draft::Material;
use data_encoding::HEXLOWER;
use std::sync::LazyLock;

/// Reads its weights once.
pub(super) static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

/// Titles, which name nobody.
const TITLES: [&str; 10] =
    ["dr", "dre", "pr", "prof", "docteur", "docteure", "doktor", "doctor", "doutor", "doutora"];

/// A finding, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// By which the form says that it stays.
    pub key: String,
    /// The words.
    pub original: String,
    /// What stands in their place.
    pub replacement: String,
    /// What it is.
    pub kind: Kind,
    /// Why it was found.
    pub evidence: Evidence,
    /// Whether it stays where nobody decides.
    pub usually_stays: bool,
    /// Whether it stays.
    pub is_kept: bool,
}

/// Texts without what names somebody.
#[derive(Debug, Clone, Default)]
pub struct Cleaned {
    /// Entries.
    pub entries: Vec<Kept>,
    /// What is asked.
    pub question: String,
    /// Disorder in words, where it has no code.
    pub disorder: String,
    /// Findings, each word of a field once.
    pub found: Vec<Found>,
}

/// What the file knows of whoever is named in it.
pub(super) fn known(material: &Material) -> Known {
    let words = |name: &str| KnownPerson {
        given: Vec::new(),
        family: name
            .split_whitespace()
            .filter(|word| !TITLES.contains(&word.trim_matches('.').to_lowercase().as_str()))
            .map(str::to_owned)
            .collect(),
    };
    let identity = &material.person.identity;
    let mut known = Known {
        persons: vec![words(&identity.name), words(&material.head.treating_doctor)],
        birth: identity.birth_date,
        phones: vec![identity.phone.clone()],
        mails: vec![identity.mail.clone()],
        ..Known::default()
    };
    for contact in &material.contacts {
        known.persons.push(words(&contact.name));
        known.phones.push(contact.phone.clone());
        known.mails.push(contact.mail.clone());
        known.addresses.push(contact.address.clone());
        known.institutions.push(contact.place.clone());
    }
    for list in [&mut known.phones, &mut known.mails, &mut known.addresses, &mut known.institutions] {
        list.retain(|one| !one.trim().is_empty());
    }
    known
}

struct Cleaning<'a> {
    order: &'a Order,
    kept: &'a [String],
    about: About<'a>,
    found: Vec<Found>,
}

/// What is known of the texts of a dossier.
pub(super) fn about<'a>(known: &'a Known, order: &Order, language: Language) -> About<'a> {
    let mut about = About::new(language, known);
    // The person is shown by a band of ages.
    about.ages = false;
    about.places = !order.additions().contains(&Addition::Places);
    about
}

/// The texts of a dossier as they would leave. A text that is too long to be read leaves as nothing, never unread.
pub fn cleaned(
    material: &Material,
    (entries, disorder): (Vec<Kept>, &str),
    order: &Order,
    language: Language,
) -> Cleaned {
    let known = known(material);
    let about = about(&known, order, language);
    let mut cleaning = Cleaning { order, kept: &order.kept, about, found: Vec::new() };
    let mut entries = entries;
    for kept in &mut entries {
        let kind = kept.entry.kind();
        for (field, text) in kept.entry.texts_mut() {
            *text = cleaning.text(text, &format!("{kind}/{field}"), names_a_thing(kind, field));
        }
    }
    let question = cleaning.text(&order.question, "question", false);
    let disorder = cleaning.text(disorder, "disorder", true);
    Cleaned { entries, question, disorder, found: cleaning.found }
}

impl Cleaning<'_> {
    fn text(&mut self, text: &str, place: &str, is_thing: bool) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        let Ok(mut examined) = READER.examine(text, &self.about) else { return String::new() };
        self.decided(&mut examined, place, is_thing);
        examined.apply().text
    }

    /// Marks the words that were named besides, and lets stay what was said to stay. Gives whether something goes.
    fn decided(&mut self, examined: &mut Examination, place: &str, is_thing: bool) -> bool {
        let mut goes = false;
        for word in &self.order.words {
            add(examined, word);
        }
        let findings = examined.findings().to_vec();
        for (at, finding) in findings.iter().enumerate() {
            let original = examined.original(finding).to_owned();
            let key = key(place, &original);
            // Taken for a name by nothing but how it is written.
            let is_guessed = matches!(finding.evidence, Evidence::Model | Evidence::Elsewhere);
            let usually_stays = is_thing && is_guessed;
            let is_kept = match finding.evidence {
                Evidence::Added => false,
                _ if usually_stays => !self.order.taken.contains(&key),
                _ => self.kept.contains(&key),
            };
            goes |= !is_kept;
            if is_kept {
                examined.decide(at, Decision::Keep);
            }
            if !self.found.iter().any(|one| one.key == key) {
                let (kind, evidence) = (finding.kind, finding.evidence);
                let replacement = finding.replacement.clone();
                self.found.push(Found { key, original, replacement, kind, evidence, usually_stays, is_kept });
            }
        }
        goes
    }
}

/// What was found in the text of a file, and what is left of it.
pub(super) struct ReadFile {
    /// Text of its pages without what names somebody.
    pub text: String,
    /// Findings, each word once.
    pub found: Vec<Found>,
    /// Whether one of them was not said to name nobody.
    pub names_somebody: bool,
}

/// The pages of a file as they would leave, with the words that were said to name nobody.
pub(super) fn read_pages(
    mut pages: Vec<Examination>,
    about: About<'_>,
    (order, kept): (&Order, &[String]),
    place: &str,
) -> ReadFile {
    let mut cleaning = Cleaning { order, kept, about, found: Vec::new() };
    let mut names_somebody = false;
    let mut texts = Vec::new();
    for page in &mut pages {
        names_somebody |= cleaning.decided(page, place, false);
        texts.push(page.apply().text);
    }
    ReadFile { text: texts.join("\n\n"), found: cleaning.found, names_somebody }
}

/// What in a text names somebody whom the file knows, or looks as if it did: before words go to people outside, besides a dossier.
pub fn names_in(material: &Material, text: &str, language: Language) -> Vec<String> {
    found_in(&known(material), text, language, |_, _| true)
}

/// What in a text looks as if it named somebody, for a writer from outside: whether a word stands in the file is not told to them. A
/// single word that nothing but the model takes for a name is more often the first of a sentence, and is let pass.
pub fn looks_like_a_name(text: &str, language: Language) -> Vec<String> {
    found_in(&Known::default(), text, language, |evidence, original| {
        !matches!(evidence, Evidence::Model | Evidence::Elsewhere) || original.contains(char::is_whitespace)
    })
}

fn found_in(
    known: &Known,
    text: &str,
    language: Language,
    counts: impl Fn(Evidence, &str) -> bool,
) -> Vec<String> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let about = About::new(language, known);
    let Ok(examined) = READER.examine(text, &about) else { return vec![text.chars().take(80).collect()] };
    let counted = examined.findings().iter().filter(|one| counts(one.evidence, examined.original(one)));
    let mut found: Vec<String> = counted.map(|one| examined.original(one).to_owned()).collect();
    found.sort();
    found.dedup();
    found
}

/// A word of a field by its digest: what is decided holds for that word, wherever the text is changed around it.
fn key(place: &str, original: &str) -> String {
    let digest = secret::digest(&format!("{place}\n{original}"));
    HEXLOWER.encode(digest.get(..12).unwrap_or(&digest))
}

/// Marks every place where words stand, in whatever case.
fn add(examined: &mut Examination, words: &str) {
    let wanted: Vec<char> = words.trim().chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return;
    }
    let text = examined.text().to_owned();
    let folded: Vec<(usize, char)> =
        text.char_indices().flat_map(|(at, c)| c.to_lowercase().map(move |lower| (at, lower))).collect();
    let mut at = 0;
    while at + wanted.len() <= folded.len() {
        let here = &folded[at..at + wanted.len()];
        if here.iter().map(|(_, c)| c).eq(wanted.iter()) {
            let start = here[0].0;
            let end = folded.get(at + wanted.len()).map_or(text.len(), |(end, _)| *end);
            examined.add(start..end, Kind::Name);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::clinical::Entry;
    use ariane_domain::clinical::entry::{Allergy, Opinion, Problem};
    use ariane_store::records::cell::open::Head;
    use ariane_store::records::persons::{Identity, Person, PersonCodes};
    use uuid::Uuid;

    fn material() -> Material {
        let identity = Identity {
            name: "Anne Imaginaire".into(),
            phone: "621 123 456".into(),
            birth_date: "1990-01-02".parse().ok(),
            ..Identity::default()
        };
        Material {
            number: 1,
            entries: Vec::new(),
            are_parents_related: false,
            head: Head { treating_doctor: "Dr Zacharie Fabuleux".into(), ..Head::default() },
            person: Person { identity, ..empty() },
            contacts: Vec::new(),
            consents: Vec::new(),
            judged: None,
            is_judged: true,
            is_training: false,
            documents: Vec::new(),
            chosen: Vec::new(),
            enclosed: Vec::new(),
        }
    }

    fn empty() -> Person {
        Person {
            id: Uuid::nil(),
            identity: Identity::default(),
            codes: PersonCodes::default(),
            group: None,
            died_on: None,
            erased_at: None,
            version: 1,
        }
    }

    fn clean(order: &Order, text: &str) -> Cleaned {
        let opinion = Entry::Opinion(Opinion { by: String::new(), on: None, text: text.into() });
        let marfan = Entry::Problem(Problem { text: "maladie de Marfan".into(), ..Problem::default() });
        let kept = |entry| Kept { id: Uuid::nil(), entry };
        cleaned(&material(), (vec![kept(opinion), kept(marfan)], ""), order, Language::Fr)
    }

    #[test]
    fn what_the_file_knows_goes_and_an_eponym_stays() {
        let said = "Mme IMAGINAIRE vue par Fabuleux le 12/03/2019, tél. 621123456, à Esch.";
        let done =
            clean(&Order { question: "Que faire pour Anne Imaginaire ?".into(), ..Order::default() }, said);
        let text = format!("{:?} {}", done.entries, done.question);
        for name in ["IMAGINAIRE", "Imaginaire", "Fabuleux", "621123456", "12/03/2019"] {
            assert!(!text.contains(name), "{name}: {text}");
        }
        assert!(text.contains("Marfan"));
        assert!(text.contains("[2019]") && !text.contains("29 ans"), "an age would undo the band: {text}");
        assert!(done.found.iter().any(|one| one.original == "Fabuleux" && one.kind == Kind::Name));
    }

    #[test]
    fn a_human_leaves_a_word_in_and_takes_another_out() {
        let said = "Vu par Fabuleux. Championne de luge ; LUGE encore.";
        let first = clean(&Order::default(), said);
        let key = first.found.iter().find(|one| one.original == "Fabuleux").expect("found").key.clone();
        let order = Order { kept: vec![key], words: vec!["luge".into(), " ".into()], ..Order::default() };
        let done = clean(&order, said);
        let Entry::Opinion(one) = &done.entries[0].entry else { panic!("an opinion") };
        assert!(one.text.contains("Fabuleux") && !one.text.to_lowercase().contains("luge"), "{}", one.text);
    }

    #[test]
    fn an_allergen_is_not_lost_because_it_looks_like_a_name() {
        let clean = |order: &Order, substance: &str| {
            let allergy = Allergy { substance: substance.into(), reaction: String::new() };
            let kept = Kept { id: Uuid::nil(), entry: Entry::Allergy(allergy) };
            cleaned(&material(), (vec![kept], ""), order, Language::Fr)
        };
        let said = |done: &Cleaned| match &done.entries[0].entry {
            Entry::Allergy(one) => one.substance.clone(),
            _ => String::new(),
        };
        let first = clean(&Order::default(), "Pénicilline");
        assert_eq!(said(&first), "Pénicilline");
        assert_eq!(
            said(&clean(&Order::default(), "Imaginaire")),
            "[nom]",
            "what the file knows goes everywhere"
        );
        for one in &first.found {
            assert!(one.usually_stays && one.is_kept);
            let order = Order { taken: vec![one.key.clone()], ..Order::default() };
            assert_eq!(said(&clean(&order, "Pénicilline")), "[nom]", "a human takes it out");
        }
    }

    #[test]
    fn a_decision_about_one_word_is_none_about_another() {
        let order = Order { kept: vec![key("opinion/text", "Fabuleux")], ..Order::default() };
        let done = clean(&order, "Vu par Imaginaire.");
        let Entry::Opinion(one) = &done.entries[0].entry else { panic!("an opinion") };
        assert!(!one.text.contains("Imaginaire"));
    }

    #[test]
    fn a_writer_from_outside_is_shown_names_and_not_the_first_word_of_a_sentence() {
        let shown = |text: &str| looks_like_a_name(text, Language::Fr);
        assert!(shown("Opérer dans les six mois.").is_empty());
        assert!(shown(" ").is_empty());
        assert_eq!(shown("Vu par Mme Estournet à Metz."), ["Estournet", "Metz"]);
        assert_eq!(shown("Attendre. Demander à Lena Fiktiv"), ["Lena Fiktiv"]);
    }
}
