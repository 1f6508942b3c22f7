//! Every stem of every wording, numbered, with what else it may stand for.

use crate::language::{CLASSES, Class};
use crate::stem::root;
use ariane_domain::Language;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// Number of a stem in one language.
pub(crate) type StemId = u32;

/// Stems of all languages.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    ids: [FxHashMap<Box<str>, StemId>; 5],
    /// How telling a stem is, 0 to 255.
    weights: Vec<u8>,
    /// Parts of a compound that are words themselves.
    parts: FxHashMap<StemId, Box<[StemId]>>,
    /// Hash of a root and a stem that has it, sorted.
    roots: Vec<(u64, StemId)>,
    /// Words that the ontology's own synonyms use for one another.
    equals: FxHashMap<StemId, Box<[StemId]>>,
    /// Stems of the classes, by language.
    classes: [Vec<Option<StemId>>; 5],
    typos: super::typos::Typos,
}

pub(crate) fn slot(language: Language) -> usize {
    match language {
        Language::Fr => 0,
        Language::De => 1,
        Language::En => 2,
        Language::Pt => 3,
        Language::Lb => 4,
    }
}

fn hash(language: Language, text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    (slot(language) as u8, text).hash(&mut hasher);
    hasher.finish()
}

impl Vocabulary {
    pub fn intern(&mut self, language: Language, stem: &str) -> StemId {
        let map = &mut self.ids[slot(language)];
        if let Some(id) = map.get(stem) {
            return *id;
        }
        let id = self.weights.len() as StemId;
        map.insert(stem.into(), id);
        self.weights.push(255);
        id
    }

    pub fn id(&self, language: Language, stem: &str) -> Option<StemId> {
        self.ids[slot(language)].get(stem).copied()
    }

    /// Name under which a class of words is kept among the stems.
    pub fn class_name(class: Class) -> String {
        format!("\u{1}{}", CLASSES.get(usize::from(class)).copied().unwrap_or_default())
    }

    /// Name under which an abbreviation is kept among the stems.
    pub fn cased_name(raw: &str) -> String {
        format!("^{raw}")
    }

    /// The stem under which a class is kept.
    pub fn class(&self, language: Language, class: Class) -> Option<StemId> {
        self.classes[slot(language)].get(usize::from(class)).copied().flatten()
    }

    pub fn len(&self) -> usize {
        self.weights.len()
    }

    pub fn stems(&self, language: Language) -> impl Iterator<Item = (&str, StemId)> {
        self.ids[slot(language)].iter().map(|(s, i)| (s.as_ref(), *i))
    }

    pub fn set_weight(&mut self, id: StemId, weight: f32) {
        if let Some(w) = self.weights.get_mut(id as usize) {
            *w = (weight.clamp(0.0, 1.0) * 255.0) as u8;
        }
    }

    pub fn weight(&self, id: StemId) -> f32 {
        self.weights.get(id as usize).map_or(1.0, |w| f32::from(*w) / 255.0)
    }

    pub fn set_parts(&mut self, id: StemId, parts: Vec<StemId>) {
        self.parts.insert(id, parts.into_boxed_slice());
    }

    pub fn parts(&self, id: StemId) -> &[StemId] {
        self.parts.get(&id).map_or(&[], |p| p.as_ref())
    }

    pub fn set_equals(&mut self, pairs: Vec<(StemId, StemId)>) {
        let mut lists: FxHashMap<StemId, Vec<StemId>> = FxHashMap::default();
        for (a, b) in pairs {
            lists.entry(a).or_default().push(b);
            lists.entry(b).or_default().push(a);
        }
        self.equals = lists
            .into_iter()
            .map(|(k, mut v)| {
                v.sort_unstable();
                v.dedup();
                (k, v.into_boxed_slice())
            })
            .collect();
    }

    pub fn equals(&self, id: StemId) -> &[StemId] {
        self.equals.get(&id).map_or(&[], |p| p.as_ref())
    }

    /// Stems that share the root of a stem.
    pub fn same_root(&self, language: Language, stem: &str) -> impl Iterator<Item = StemId> {
        let key = root(language, stem).map(|r| hash(language, r));
        let from = key.map_or(self.roots.len(), |k| self.roots.partition_point(|(h, _)| *h < k));
        self.roots[from..].iter().take_while(move |(h, _)| Some(*h) == key).map(|(_, id)| *id).take(6)
    }

    /// Stems within one edit (two from ten letters), nearest first.
    pub fn similar(&self, language: Language, word: &str) -> Vec<(StemId, u8)> {
        self.typos.similar(slot(language), word)
    }

    /// Builds what is derived once all stems are known.
    pub fn finish(&mut self) {
        for language in Language::ALL {
            self.classes[slot(language)] =
                (0..CLASSES.len()).map(|c| self.id(language, &Self::class_name(c as Class))).collect();
        }
        for language in Language::ALL {
            for (stem, id) in &self.ids[slot(language)] {
                if !stem.starts_with(['\u{1}', '^'])
                    && let Some(r) = root(language, stem)
                {
                    self.roots.push((hash(language, r), *id));
                }
            }
        }
        self.roots.sort_unstable();
        self.roots.shrink_to_fit();
        self.typos = super::typos::Typos::new(&self.ids);
        for map in &mut self.ids {
            map.shrink_to_fit();
        }
    }
}
