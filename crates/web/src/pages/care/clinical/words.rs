//! Clinical entries in words: on the page of the file, on paper, before they are taken, and for who takes part in an RCP.

use super::family;
use crate::pages::desk::Desk;
use crate::pages::sign_label::label_of_id;
use crate::pages::visit::Visit;
use crate::pictures::Picture;
use ariane_domain::Language;
use ariane_domain::cell::odyssey::VagueDate;
use ariane_domain::clinical::entry::{Kept, SignState};
use ariane_domain::clinical::variant::{Notation, VariantClass, notation};
use ariane_domain::clinical::{Entry, EntryKind};
use ariane_knowledge::formats::phenopacket::years;

/// An entry in words.
#[derive(Debug, Clone, Default)]
pub struct EntryWords {
    /// What it is about.
    pub title: String,
    /// Language of the title, where it is not that of the page.
    pub language: Option<&'static str>,
    /// What is known of it, one after the other.
    pub facts: String,
    /// Words beside it.
    pub note: String,
    /// Something that a reader should know before they rely on it.
    pub caution: String,
    /// Whether it says that something is absent.
    pub is_absent: bool,
    /// Whether it is what a reader looks for first: a variant that explains.
    pub is_strong: bool,
}

/// All entries of a kind.
pub struct Block {
    /// Kind, as its word.
    pub kind: &'static str,
    /// Heading.
    pub heading: String,
    /// What is said where nothing is written down: never that there is nothing.
    pub none: String,
    /// Entries.
    pub entries: Vec<EntryWords>,
    /// The family, drawn.
    pub picture: Option<Picture>,
}

impl Desk {
    /// All entries in blocks, in the order of the page; nothing where nobody wrote a summary yet. Kinds without entries are there:
    /// that no allergy is written down has to be seen.
    pub fn clinical_blocks(&self, entries: &[Kept], are_parents_related: bool) -> Vec<Block> {
        if entries.is_empty() {
            return Vec::new();
        }
        let t = self.visit.t;
        let block = |kind: EntryKind| Block {
            kind: kind.word(),
            heading: t.k("clinical-block", kind.word()),
            none: t.k("clinical-none", kind.word()),
            entries: entries
                .iter()
                .filter(|one| one.entry.kind() == kind)
                .map(|one| self.entry_words(&one.entry, entries))
                .collect(),
            picture: match kind {
                EntryKind::Relative => family::drawn(&self.visit, entries, are_parents_related),
                _ => None,
            },
        };
        EntryKind::ALL.into_iter().map(block).collect()
    }

    /// [`Visit::entry_words`].
    pub fn entry_words(&self, entry: &Entry, all: &[Kept]) -> EntryWords {
        self.visit.entry_words(entry, all)
    }
}

impl Visit {
    /// An entry in words. `all` are those of its file, for whom a relative is the child of.
    pub fn entry_words(&self, entry: &Entry, all: &[Kept]) -> EntryWords {
        let t = self.t;
        let since =
            |date: Option<VagueDate>| date.map(|date| t.w("clinical-since", "day", &self.vague_words(date)));
        match entry {
            Entry::Problem(one) => EntryWords {
                title: one.text.clone(),
                facts: told([
                    one.state.map(|state| t.k("problem-state", state.word())),
                    since(one.since),
                    some(&one.code),
                ]),
                ..EntryWords::default()
            },
            Entry::Sign(one) => {
                let label = label_of_id(self, one.term);
                let known = !label.text.is_empty() && !self.knowledge.phenotypes.ontology.is_empty();
                EntryWords {
                    title: if known { label.text } else { one.label.clone() },
                    language: match known {
                        true => label.language,
                        false => (self.language != Language::En).then(|| Language::En.code()),
                    },
                    facts: told([
                        (one.state == SignState::Excluded).then(|| t.k("sign-state", one.state.word())),
                        since(one.since),
                        some(&self.onset_words(&one.onset)),
                        Some(label.code),
                    ]),
                    note: one.note.clone(),
                    is_absent: one.state == SignState::Excluded,
                    ..EntryWords::default()
                }
            }
            Entry::Variant(one) => {
                let class = one.class.map(|class| {
                    let name = t.k("variant-class", class.word());
                    let number = class.number().to_string();
                    let said = t.ww("clinical-class", ("number", &number), ("name", &name));
                    match one.classified_on {
                        Some(on) => t.ww("clinical-class-on", ("class", &said), ("day", &t.date(on))),
                        None => said,
                    }
                });
                EntryWords {
                    title: [one.gene.as_str(), one.text.as_str()]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect::<Vec<_>>()
                        .join(" · "),
                    facts: told([
                        some(&one.protein),
                        one.zygosity.map(|zygosity| t.k("zygosity", zygosity.word())),
                        one.origin.map(|origin| t.k("variant-origin", origin.word())),
                        class,
                        some(&one.laboratory),
                    ]),
                    note: one.note.clone(),
                    caution: match notation(&one.text) {
                        Some(Notation::Hgvs { has_reference: false }) => t.s("clinical-no-reference"),
                        Some(Notation::HgvsUnread | Notation::Iscn) | None => t.s("clinical-unread"),
                        Some(Notation::Hgvs { has_reference: true }) => String::new(),
                    },
                    is_strong: matches!(
                        one.class,
                        Some(VariantClass::Pathogenic | VariantClass::LikelyPathogenic)
                    ),
                    ..EntryWords::default()
                }
            }
            Entry::Treatment(one) => EntryWords {
                title: one.text.clone(),
                facts: told([
                    some(&one.dose),
                    since(one.since),
                    one.until.map(|until| t.w("clinical-until", "day", &self.vague_words(until))),
                ]),
                note: one.effect.clone(),
                ..EntryWords::default()
            },
            Entry::Allergy(one) => EntryWords {
                title: one.substance.clone(),
                facts: one.reaction.clone(),
                is_strong: true,
                ..EntryWords::default()
            },
            Entry::Opinion(one) => EntryWords {
                title: if one.by.is_empty() { t.s("clinical-by-unknown") } else { one.by.clone() },
                facts: one.on.map(|on| self.vague_words(on)).unwrap_or_default(),
                note: one.text.clone(),
                ..EntryWords::default()
            },
            Entry::Relative(one) => EntryWords {
                title: family::title(self, one, all),
                facts: family::facts(self, one),
                note: one.note.clone(),
                ..EntryWords::default()
            },
        }
    }

    /// An age at onset as a phenopacket writes it, in words; other words as they came.
    fn onset_words(&self, onset: &str) -> String {
        match years(onset) {
            Some(age) => self.t.w("clinical-onset", "age", &self.t.years(f64::from(age))),
            None => onset.to_owned(),
        }
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn told<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
