//! The Human Phenotype Ontology in memory: terms with their wordings per language, and who is above whom.
//!
//! Terms are addressed by their position ([`TermIndex`]); the ontology of 2026 has some 19,400, so sixteen
//! bits do. Ancestors and children are computed when the ontology is loaded.

use crate::formats::hpo::{Hpo, Scope};
use ariane_domain::Language;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Position of a term in [`Ontology::terms`].
pub type TermIndex = u16;

/// `HP:0000118`, *Phenotypic abnormality*: what lies below it is a sign.
pub const PHENOTYPIC_ABNORMALITY: u32 = 118;

/// One wording of a term beside its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// As published.
    pub text: Box<str>,
    /// Language.
    pub language: Language,
    /// How near it is to the term.
    pub scope: Scope,
    /// Whether it is marked as a layperson's word.
    pub lay: bool,
    /// Whether it is marked as an abbreviation.
    pub abbreviation: bool,
}

/// One active term.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Term {
    /// Number of `HP:0001250` is 1250.
    pub id: u32,
    /// English label.
    pub name: Box<str>,
    /// English definition; empty when there is none.
    pub definition: Box<str>,
    /// Labels in other languages.
    pub labels: Vec<(Language, Box<str>)>,
    /// Other wordings.
    pub wordings: Vec<Wording>,
    /// Terms right above.
    pub parents: Box<[TermIndex]>,
    /// Whether it is a sign: below *Phenotypic abnormality*.
    pub is_sign: bool,
}

impl Term {
    /// Label in a language or its nearest fallback, with the language it is in.
    pub fn label(&self, language: Language) -> (Language, &str) {
        std::iter::once(language)
            .chain(language.fallbacks())
            .find_map(|wanted| match wanted {
                Language::En => Some((Language::En, self.name.as_ref())),
                _ => self.labels.iter().find(|(l, _)| *l == wanted).map(|(l, t)| (*l, t.as_ref())),
            })
            .unwrap_or((Language::En, &self.name))
    }

    /// `HP:0001250`.
    pub fn code(&self) -> String {
        code(self.id)
    }
}

/// `HP:0001250` of 1250.
pub fn code(id: u32) -> String {
    format!("HP:{id:07}")
}

/// What an HPO id stands for today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// A sign.
    Sign(TermIndex),
    /// A retired or merged id; the sign that took its place.
    Successor(TermIndex),
    /// A retired id without successor; terms that its editors suggest to look at.
    Retired(Vec<TermIndex>),
    /// A term that is no sign: an onset, a frequency, a mode of inheritance.
    NotASign(TermIndex),
    /// No such id.
    Unknown,
}

/// A retired id.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Retired {
    id: u32,
    successor: Option<TermIndex>,
    consider: Vec<TermIndex>,
}

/// Lists of terms per term, one after the other in one allocation.
#[derive(Debug, Clone, Default)]
struct Lists {
    starts: Vec<u32>,
    items: Vec<TermIndex>,
}

impl Lists {
    fn from(lists: Vec<Vec<TermIndex>>) -> Self {
        let mut out = Self { starts: vec![0], items: Vec::new() };
        for list in lists {
            out.items.extend(list);
            out.starts.push(out.items.len() as u32);
        }
        out
    }

    fn of(&self, term: TermIndex) -> &[TermIndex] {
        let at = usize::from(term);
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.items[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

/// The ontology of one release.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Ontology {
    /// E.g. `2026-02-16`; empty when none was imported.
    pub version: String,
    terms: Vec<Term>,
    retired: Vec<Retired>,
    #[serde(skip)]
    ancestors: Lists,
    #[serde(skip)]
    children: Lists,
}

impl Ontology {
    /// From the published file and `(language, term id, text, whether it is the label)` translations.
    pub fn new(hpo: Hpo, translations: &[(Language, u32, String, bool)]) -> Self {
        let mut active: Vec<_> = hpo.terms.iter().filter(|t| !t.obsolete).collect();
        active.sort_by_key(|t| t.id);
        active.dedup_by_key(|t| t.id);
        active.truncate(usize::from(TermIndex::MAX));
        let position = |id: u32| active.binary_search_by_key(&id, |t| t.id).ok().map(|i| i as TermIndex);
        let mut retired: Vec<Retired> = Vec::new();
        for term in &active {
            let successor = position(term.id);
            retired.extend(term.alt_ids.iter().map(|id| Retired {
                id: *id,
                successor,
                consider: Vec::new(),
            }));
        }
        for term in hpo.terms.iter().filter(|t| t.obsolete) {
            retired.push(Retired {
                id: term.id,
                successor: term.replaced_by.and_then(position),
                consider: term.consider.iter().copied().filter_map(position).collect(),
            });
        }
        // An id that is both retired by itself and an earlier id of another: the successor counts.
        retired.sort_by_key(|r| (r.id, r.successor.is_none()));
        retired.dedup_by_key(|r| r.id);
        let mut terms: Vec<Term> = active
            .iter()
            .map(|t| Term {
                id: t.id,
                name: t.name.as_str().into(),
                definition: t.definition.as_str().into(),
                labels: Vec::new(),
                wordings: t
                    .synonyms
                    .iter()
                    .map(|s| Wording {
                        text: s.text.as_str().into(),
                        language: Language::En,
                        scope: s.scope,
                        lay: s.lay,
                        abbreviation: s.abbreviation,
                    })
                    .collect(),
                parents: t.is_a.iter().copied().filter_map(position).collect(),
                is_sign: false,
            })
            .collect();
        for (language, id, text, is_label) in translations {
            let Some(term) = position(*id).and_then(|i| terms.get_mut(usize::from(i))) else { continue };
            let text: Box<str> = text.as_str().into();
            if *is_label && term.labels.iter().all(|(l, _)| l != language) {
                term.labels.push((*language, text));
            } else {
                let (scope, language) = (Scope::Exact, *language);
                term.wordings.push(Wording { text, language, scope, lay: false, abbreviation: false });
            }
        }
        let version = hpo.version.rsplit('/').next().unwrap_or_default().to_owned();
        let mut out = Self { version, terms, retired, ..Self::default() };
        out.link();
        let root = out.position(PHENOTYPIC_ABNORMALITY);
        for i in 0..out.terms.len() {
            out.terms[i].is_sign = root.is_some_and(|r| {
                usize::from(r) != i && out.ancestors.of(i as TermIndex).binary_search(&r).is_ok()
            });
        }
        out
    }

    /// Computes what is not stored. A cycle in the data ends where it closes.
    pub(super) fn link(&mut self) {
        let count = self.terms.len();
        let mut children = vec![Vec::new(); count];
        for (i, term) in self.terms.iter().enumerate() {
            for parent in &term.parents {
                if let Some(list) = children.get_mut(usize::from(*parent)) {
                    list.push(i as TermIndex);
                }
            }
        }
        let mut ancestors: Vec<Vec<TermIndex>> = Vec::with_capacity(count);
        let mut seen = vec![u32::MAX; count];
        for i in 0..count {
            let mut list = vec![i as TermIndex];
            seen[i] = i as u32;
            let mut next = 0;
            while let Some(at) = list.get(next).copied() {
                next += 1;
                for parent in &self.terms[usize::from(at)].parents {
                    if let Some(mark) = seen.get_mut(usize::from(*parent)).filter(|m| **m != i as u32) {
                        *mark = i as u32;
                        list.push(*parent);
                    }
                }
            }
            list.sort_unstable();
            ancestors.push(list);
        }
        self.ancestors = Lists::from(ancestors);
        self.children = Lists::from(children);
    }

    /// Whether no ontology was imported.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// All active terms, by ascending id.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term at a position.
    pub fn term(&self, index: TermIndex) -> Option<&Term> {
        self.terms.get(usize::from(index))
    }

    /// Position of an active id.
    pub fn position(&self, id: u32) -> Option<TermIndex> {
        self.terms.binary_search_by_key(&id, |t| t.id).ok().map(|i| i as TermIndex)
    }

    /// What an id stands for today; a successor's successor is followed by the file itself.
    pub fn resolve(&self, id: u32) -> Resolution {
        if let Some(index) = self.position(id) {
            let is_sign = self.terms[usize::from(index)].is_sign;
            return if is_sign { Resolution::Sign(index) } else { Resolution::NotASign(index) };
        }
        let Ok(at) = self.retired.binary_search_by_key(&id, |r| r.id) else { return Resolution::Unknown };
        match &self.retired[at] {
            Retired { successor: Some(index), .. } if self.terms[usize::from(*index)].is_sign => {
                Resolution::Successor(*index)
            }
            Retired { successor: Some(index), .. } => Resolution::NotASign(*index),
            Retired { consider, .. } => Resolution::Retired(consider.clone()),
        }
    }

    /// A term and everything above it, by ascending position.
    pub fn ancestors_or_self(&self, term: TermIndex) -> &[TermIndex] {
        self.ancestors.of(term)
    }

    /// Terms right below.
    pub fn children(&self, term: TermIndex) -> &[TermIndex] {
        self.children.of(term)
    }

    /// Whether `above` is `term` or lies above it.
    pub fn is_within(&self, term: TermIndex, above: TermIndex) -> bool {
        self.ancestors_or_self(term).binary_search(&above).is_ok()
    }

    /// Everything below a term, itself excluded.
    pub fn descendants(&self, term: TermIndex) -> Vec<TermIndex> {
        let mut seen: FxHashMap<TermIndex, ()> = FxHashMap::default();
        let mut open = vec![term];
        while let Some(at) = open.pop() {
            for child in self.children(at) {
                if seen.insert(*child, ()).is_none() {
                    open.push(*child);
                }
            }
        }
        let mut all: Vec<TermIndex> = seen.into_keys().filter(|t| *t != term).collect();
        all.sort_unstable();
        all
    }

    /// The body systems: the terms right below *Phenotypic abnormality*.
    pub fn body_systems(&self) -> &[TermIndex] {
        self.position(PHENOTYPIC_ABNORMALITY).map_or(&[], |root| self.children(root))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::hpo;

    fn small() -> Ontology {
        let obo = "data-version: hp/releases/2099-01-01\n\n[Term]\nid: HP:0000001\nname: All\n\n\
            [Term]\nid: HP:0000118\nname: Phenotypic abnormality\nis_a: HP:0000001\n\n\
            [Term]\nid: HP:0000005\nname: Mode of inheritance\nis_a: HP:0000001\n\n\
            [Term]\nid: HP:0000200\nname: Limb\nis_a: HP:0000118\nalt_id: HP:0000900\n\n\
            [Term]\nid: HP:0000201\nname: Hand\nis_a: HP:0000200\n\n\
            [Term]\nid: HP:0000901\nname: obsolete Paw\nis_obsolete: true\nconsider: HP:0000201\n";
        Ontology::new(
            hpo::read(obo.as_bytes()).expect("readable"),
            &[(Language::Fr, 201, "Main".into(), true), (Language::Fr, 201, "Paluche".into(), false)],
        )
    }

    #[test]
    fn ids_resolve_to_signs_successors_and_suggestions() {
        let o = small();
        let at = |id| o.position(id).expect("known");
        assert_eq!(o.resolve(201), Resolution::Sign(at(201)));
        assert_eq!(o.resolve(900), Resolution::Successor(at(200)));
        assert_eq!(o.resolve(901), Resolution::Retired(vec![at(201)]));
        assert_eq!(o.resolve(5), Resolution::NotASign(at(5)));
        assert_eq!(o.resolve(118), Resolution::NotASign(at(118)));
        assert_eq!(o.resolve(77), Resolution::Unknown);
    }

    #[test]
    fn what_is_above_and_below_is_known() {
        let o = small();
        let at = |id| o.position(id).expect("known");
        assert!(o.is_within(at(201), at(118)) && !o.is_within(at(118), at(201)));
        assert_eq!(o.descendants(at(118)), [at(200), at(201)]);
        assert_eq!(o.body_systems(), [at(200)]);
    }

    #[test]
    fn a_missing_translation_falls_back_and_says_its_language() {
        let o = small();
        let hand = o.term(o.position(201).expect("known")).expect("known");
        assert_eq!(hand.label(Language::Fr), (Language::Fr, "Main"));
        assert_eq!(hand.label(Language::Pt), (Language::En, "Hand"));
        assert_eq!(hand.wordings[0].text.as_ref(), "Paluche");
    }

    #[test]
    fn a_cycle_in_the_data_ends() {
        let obo = "[Term]\nid: HP:0000118\nname: A\nis_a: HP:0000200\n\n[Term]\nid: HP:0000200\nname: B\nis_a: HP:0000118\n";
        let o = Ontology::new(hpo::read(obo.as_bytes()).expect("readable"), &[]);
        assert_eq!(o.ancestors_or_self(0).len(), 2);
        assert_eq!(o.descendants(0), [1]);
    }
}
