//! What is known of each language: small words, classes of words that say the same, irregular forms, cues.
//!
//! The tables are plain text files in `data/`, one per language; this reads them.

mod analysis;

pub(crate) use analysis::{Item, analyse, is_cased};

use ariane_domain::Language;
use ariane_knowledge::fold;
use rustc_hash::{FxHashMap, FxHashSet};

/// Number of a class of words, in the order of [`CLASSES`].
pub(crate) type Class = u8;

/// Classes of words that say the same in any wording.
pub(crate) const CLASSES: [&str; 12] =
    ["FREQ", "NEG", "DIFF", "PAIN", "LARGE", "SMALL", "HIGH", "LOW", "WEAK", "ABNORMAL", "SWOLLEN", "LATE"];

/// The class of words that deny.
pub(crate) const NEG: Class = 1;
/// The class "often".
pub(crate) const FREQ: Class = 0;
/// The class "anomaly".
pub(crate) const ABNORMAL: Class = 9;

/// The words of an expression, and what it stands for.
type Entry = (Box<[Box<str>]>, u8);

/// Expressions of one or more words, found by their first.
#[derive(Debug, Default)]
pub(crate) struct Expressions {
    by_first: FxHashMap<Box<str>, Vec<Entry>>,
}

impl Expressions {
    pub fn insert(&mut self, text: &str, value: u8) {
        let words: Vec<Box<str>> = words(text).into_iter().map(String::into_boxed_str).collect();
        let Some(first) = words.first().cloned() else { return };
        let list = self.by_first.entry(first).or_default();
        list.push((words.into_boxed_slice(), value));
        // The longest first.
        list.sort_by_key(|(w, _)| std::cmp::Reverse(w.len()));
    }

    /// The longest expression that begins here, with its number of words and its value.
    pub fn at<'a>(&self, word: impl Fn(usize) -> Option<&'a str>) -> Option<(usize, u8)> {
        let list = self.by_first.get(word(0)?)?;
        list.iter()
            .find(|(words, _)| words.iter().enumerate().all(|(i, w)| i == 0 || word(i) == Some(w.as_ref())))
            .map(|(words, value)| (words.len(), *value))
    }

    /// Whether an expression of several words begins with this one.
    pub fn begins(&self, word: &str) -> bool {
        self.by_first.get(word).is_some_and(|l| l.iter().any(|(w, _)| w.len() > 1))
    }

    /// Whether the single word is listed.
    pub fn has(&self, word: &str) -> bool {
        self.by_first.get(word).is_some_and(|l| l.iter().any(|(w, _)| w.len() == 1))
    }

    /// Value of the single word.
    pub fn value(&self, word: &str) -> Option<u8> {
        self.by_first.get(word)?.iter().find(|(w, _)| w.len() == 1).map(|(_, v)| *v)
    }
}

/// Folded words, with the contractions kept as the tokens keep them.
fn words(text: &str) -> Vec<String> {
    crate::tokens::tokens(text).into_iter().map(|t| t.folded).collect()
}

/// Cue tables of the context rules.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    pub pseudo: Expressions,
    pub cannot_exclude: Expressions,
    pub neg_before: Expressions,
    pub neg_after: Expressions,
    pub uncertain_before: Expressions,
    pub uncertain_after: Expressions,
    pub could: Expressions,
    pub scope_end: Expressions,
    pub list_or: Expressions,
    pub list_and: Expressions,
    pub subjects: Expressions,
    pub he: Expressions,
    pub she: Expressions,
    pub myself: Expressions,
    pub mine: Expressions,
    pub theirs: Expressions,
    pub child: Expressions,
    pub partner: Expressions,
    pub kin: Expressions,
    pub family_before: Expressions,
    pub family_after: Expressions,
    pub nobody: Expressions,
    pub report: Expressions,
    pub like: Expressions,
    /// Numbers from three on.
    pub several: Expressions,
    /// Forms of "have".
    pub have: Expressions,
    /// Verbs that deny a whole list ("denies").
    pub neg_list: Expressions,
    /// "in my own case".
    pub with_me: Expressions,
    /// "me too".
    pub self_too: Expressions,
}

/// Everything known of one language.
#[derive(Debug)]
pub(crate) struct Rules {
    pub language: Language,
    pub function: FxHashSet<Box<str>>,
    pub classes: Expressions,
    pub lemmas: FxHashMap<Box<str>, Box<str>>,
    pub particles: FxHashSet<Box<str>>,
    pub common: FxHashSet<Box<str>>,
    /// First words of all cues: any other word is passed over at once.
    pub firsts: FxHashSet<Box<str>>,
    /// Small words that a short wording needs ("too", "between").
    pub heavy: FxHashSet<Box<str>>,
    /// Turns of phrase that name no sign ("compte rendu").
    pub ignored: Expressions,
    /// Words that mean the same by their nature ("kidney", "renal").
    pub equals: Vec<Vec<Box<str>>>,
    pub cues: Cues,
}

impl Rules {
    /// Reads the table of a language.
    pub fn of(language: Language) -> Self {
        let text = match language {
            Language::Fr => include_str!("data/fr.txt"),
            Language::De => include_str!("data/de.txt"),
            Language::Pt => include_str!("data/pt.txt"),
            Language::En => include_str!("data/en.txt"),
            Language::Lb => include_str!("data/lb.txt"),
        };
        let mut out = Self {
            language,
            function: FxHashSet::default(),
            classes: Expressions::default(),
            lemmas: FxHashMap::default(),
            particles: FxHashSet::default(),
            common: FxHashSet::default(),
            firsts: FxHashSet::default(),
            heavy: FxHashSet::default(),
            ignored: Expressions::default(),
            equals: Vec::new(),
            cues: Cues::default(),
        };
        let mut section = "";
        for line in text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = name;
                continue;
            }
            if section == "verbs" {
                out.take_forms(line);
                continue;
            }
            if section == "equal" {
                out.equals.push(line.split(',').map(|w| fold::words(w).concat().into_boxed_str()).collect());
                continue;
            }
            for item in line.split(',').map(str::trim).filter(|i| !i.is_empty()) {
                out.take(section, item);
            }
        }
        out
    }

    fn take_forms(&mut self, line: &str) {
        let Some((lemma, forms)) = line.split_once(':') else { return };
        let lemma = fold::words(lemma).pop().unwrap_or_default();
        for form in forms.split(',').map(|f| fold::words(f).concat()).chain([lemma.clone()]) {
            self.lemmas.entry(form.into_boxed_str()).or_insert_with(|| lemma.as_str().into());
        }
    }

    fn take(&mut self, section: &str, item: &str) {
        let is_cue = !matches!(section, "function" | "common" | "particles" | "heavy" | "ignored")
            && !section.starts_with("class ");
        if let Some(first) = words(item).first().filter(|_| is_cue) {
            self.firsts.insert(first.as_str().into());
        }
        let single = || -> Box<str> { words(item).concat().into_boxed_str() };
        let cues = &mut self.cues;
        let list = match section {
            "function" if words(item).len() == 1 => {
                self.function.insert(single());
                return;
            }
            "function" => return,
            "particles" => {
                self.particles.insert(single());
                return;
            }
            "common" => {
                self.common.insert(single());
                return;
            }
            "heavy" => {
                self.heavy.insert(single());
                return;
            }
            "ignored" => &mut self.ignored,
            "several" => &mut cues.several,
            "have" => &mut cues.have,
            "self too" => &mut cues.self_too,
            "with me" => &mut cues.with_me,
            "neg list" => &mut cues.neg_list,
            "pseudo" => &mut cues.pseudo,
            "cannot exclude" => &mut cues.cannot_exclude,
            "neg before" => &mut cues.neg_before,
            "neg after" => &mut cues.neg_after,
            "uncertain before" => &mut cues.uncertain_before,
            "uncertain after" => &mut cues.uncertain_after,
            "could" => &mut cues.could,
            "scope end" => &mut cues.scope_end,
            "list or" => &mut cues.list_or,
            "list and" => &mut cues.list_and,
            "subjects" => &mut cues.subjects,
            "he" => &mut cues.he,
            "she" => &mut cues.she,
            "self" => &mut cues.myself,
            "possessive mine" => &mut cues.mine,
            "possessive theirs" => &mut cues.theirs,
            "child" => &mut cues.child,
            "partner" => &mut cues.partner,
            "kin m" => return cues.kin.insert(item, b'm'),
            "kin f" => return cues.kin.insert(item, b'f'),
            "kin many" => return cues.kin.insert(item, b'p'),
            "family before" => &mut cues.family_before,
            "family after" => &mut cues.family_after,
            "nobody" => &mut cues.nobody,
            "report" => &mut cues.report,
            "like" => &mut cues.like,
            _ => {
                let class = section.strip_prefix("class ").and_then(|c| CLASSES.iter().position(|n| *n == c));
                if let Some(class) = class {
                    self.classes.insert(item, class as u8);
                }
                return;
            }
        };
        list.insert(item, 0);
    }
}

/// The tables of all languages.
#[derive(Debug)]
pub(crate) struct AllRules(Vec<Rules>);

impl AllRules {
    pub fn new() -> Self {
        Self(Language::ALL.into_iter().map(Rules::of).collect())
    }

    pub fn of(&self, language: Language) -> &Rules {
        // `ALL` holds every language, in the order in which the tables were read.
        let at = Language::ALL.iter().position(|l| *l == language).unwrap_or(0);
        &self.0[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_every_section() {
        for language in Language::ALL {
            let rules = Rules::of(language);
            assert!(rules.function.len() > 40, "{language}");
            let c = &rules.cues;
            for (name, list) in [
                ("neg", &c.neg_before),
                ("after", &c.neg_after),
                ("un", &c.uncertain_before),
                ("end", &c.scope_end),
                ("kin", &c.kin),
                ("child", &c.child),
                ("like", &c.like),
                ("report", &c.report),
            ] {
                assert!(!list.by_first.is_empty(), "{language} {name}");
            }
        }
    }

    #[test]
    fn the_longest_expression_wins() {
        let rules = Rules::of(Language::Fr);
        let text = ["tout", "le", "temps"];
        assert_eq!(rules.classes.at(|i| text.get(i).copied()), Some((3, FREQ)));
    }
}
