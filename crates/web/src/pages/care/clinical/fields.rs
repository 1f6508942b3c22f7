//! The form of an entry, by its kind: what is shown, and what it sent.

use super::super::way::date_typed;
use super::family;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use crate::pages::start::Choice;
use ariane_domain::cell::odyssey::VagueDate;
use ariane_domain::clinical::entry::{
    Allergy, Kept, Opinion, Problem, ProblemState, Sign, SignState, Treatment,
};
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship, Relative};
use ariane_domain::clinical::variant::{Variant, VariantClass, VariantOrigin, Zygosity};
use ariane_domain::clinical::{Entry, EntryKind};
use uuid::Uuid;

/// How a field is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Line,
    /// Several lines.
    Area,
    /// A day.
    Day,
    /// One of several words.
    Select,
    /// Yes or no.
    Tick,
}

/// A field of a form.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// How to fill it; may be empty.
    pub hint: String,
    /// How it is shown.
    pub shape: Shape,
    /// What stands in it.
    pub value: String,
    /// Words to choose from, with an empty one where nothing may be said.
    pub choices: Vec<Choice>,
}

impl Field {
    /// Whether it is yes or no.
    pub fn is_tick(&self) -> bool {
        self.shape == Shape::Tick
    }

    /// Whether it is several lines.
    pub fn is_area(&self) -> bool {
        self.shape == Shape::Area
    }

    /// Whether it is a day.
    pub fn is_day(&self) -> bool {
        self.shape == Shape::Day
    }

    /// Whether it is a list of words.
    pub fn is_select(&self) -> bool {
        self.shape == Shape::Select
    }
}

/// A form that is being put together.
struct Fields<'d> {
    desk: &'d Desk,
    form: &'d str,
    failed: &'d Failed,
    fields: Vec<Field>,
}

impl Fields<'_> {
    /// What was typed, where this form was not taken; else what is kept.
    fn value(&self, name: &str, kept: String) -> String {
        if self.failed.is(self.form) { self.failed.text(self.form, name) } else { kept }
    }

    fn add(&mut self, name: &'static str, shape: Shape, kept: impl Into<String>) {
        let t = self.desk.visit.t;
        let hint = format!("clinical-hint-{name}");
        let value = self.value(name, kept.into());
        self.fields.push(Field {
            name,
            label: t.k("clinical-field", name),
            hint: if t.has(&hint) { t.k("clinical-hint", name) } else { String::new() },
            shape,
            value,
            choices: Vec::new(),
        });
    }

    fn line(&mut self, name: &'static str, kept: &str) {
        self.add(name, Shape::Line, kept);
    }

    fn date(&mut self, name: &'static str, kept: Option<VagueDate>) {
        self.add(name, Shape::Line, kept.map(|date| date.to_string()).unwrap_or_default());
    }

    fn select(&mut self, name: &'static str, family: &str, words: &[&str], kept: &str, may_be_empty: bool) {
        let value = self.value(name, kept.to_owned());
        let mut choices = self.desk.choices(words, family, &value);
        if may_be_empty {
            let text = self.desk.visit.t.s("clinical-not-said");
            choices.insert(0, Choice { value: String::new(), text, chosen: value.is_empty() });
        }
        self.add(name, Shape::Select, kept);
        if let Some(field) = self.fields.last_mut() {
            field.choices = choices;
        }
    }
}

macro_rules! words {
    ($enum:ident) => {
        &$enum::ALL.map($enum::word)
    };
}

/// The fields of an entry of a kind. `all` are the entries of the file, `own` the one that is changed.
pub(super) fn fields_of(
    desk: &Desk,
    (kind, kept): (EntryKind, Option<&Entry>),
    all: &[Kept],
    (form, failed): (&str, &Failed),
) -> Vec<Field> {
    let mut it = Fields { desk, form, failed, fields: Vec::new() };
    match kind {
        EntryKind::Problem => {
            let one = match kept {
                Some(Entry::Problem(one)) => one.clone(),
                _ => Problem::default(),
            };
            it.line("text", &one.text);
            let state = one.state.map_or("", ProblemState::word);
            it.select("state", "problem-state", words!(ProblemState), state, true);
            it.date("since", one.since);
            it.line("code", &one.code);
        }
        EntryKind::Sign => sign_fields(&mut it, kept),
        EntryKind::Variant => variant_fields(&mut it, kept),
        EntryKind::Treatment => {
            let one = match kept {
                Some(Entry::Treatment(one)) => one.clone(),
                _ => Treatment::default(),
            };
            it.line("text", &one.text);
            it.line("dose", &one.dose);
            it.date("since", one.since);
            it.date("until", one.until);
            it.add("effect", Shape::Area, one.effect);
        }
        EntryKind::Allergy => {
            let one = match kept {
                Some(Entry::Allergy(one)) => one.clone(),
                _ => Allergy::default(),
            };
            it.line("substance", &one.substance);
            it.line("reaction", &one.reaction);
        }
        EntryKind::Opinion => {
            let one = match kept {
                Some(Entry::Opinion(one)) => one.clone(),
                _ => Opinion::default(),
            };
            it.line("by", &one.by);
            it.date("on", one.on);
            it.add("said", Shape::Area, one.text);
        }
        EntryKind::Relative => relative_fields(&mut it, kept, all),
    }
    it.fields
}

/// The sign itself is not typed here: it comes from the reader of texts, so that it is a term.
fn sign_fields(it: &mut Fields<'_>, kept: Option<&Entry>) {
    let Some(Entry::Sign(one)) = kept else { return };
    it.select("state", "sign-state", words!(SignState), one.state.word(), false);
    it.date("since", one.since);
    it.line("note", &one.note);
}

fn variant_fields(it: &mut Fields<'_>, kept: Option<&Entry>) {
    let one = match kept {
        Some(Entry::Variant(one)) => one.clone(),
        _ => Variant::default(),
    };
    it.line("gene", &one.gene);
    it.line("hgvs", &one.text);
    it.line("protein", &one.protein);
    let (zygosity, origin, class) = (
        one.zygosity.map_or("", Zygosity::word),
        one.origin.map_or("", VariantOrigin::word),
        one.class.map_or("", VariantClass::word),
    );
    it.select("zygosity", "zygosity", words!(Zygosity), zygosity, true);
    it.select("origin", "variant-origin", words!(VariantOrigin), origin, true);
    it.select("class", "variant-class", words!(VariantClass), class, true);
    it.add("classified-on", Shape::Day, one.classified_on.map(|on| on.to_string()).unwrap_or_default());
    it.line("laboratory", &one.laboratory);
    it.add("note", Shape::Area, one.note);
}

fn relative_fields(it: &mut Fields<'_>, kept: Option<&Entry>, all: &[Kept]) {
    let one = match kept {
        Some(Entry::Relative(one)) => Some(one),
        _ => None,
    };
    it.select("kinship", "kinship", words!(Kinship), one.map_or("", |one| one.kinship.word()), false);
    let parent = one.and_then(|one| one.child_of).map(|id| id.to_string()).unwrap_or_default();
    let value = it.value("child-of", parent.clone());
    it.add("child-of", Shape::Select, parent);
    let mut choices = vec![Choice {
        value: String::new(),
        text: it.desk.visit.t.s("clinical-nobody"),
        chosen: value.is_empty(),
    }];
    for other in all {
        let Entry::Relative(relative) = &other.entry else { continue };
        let id = other.id.to_string();
        if kept != Some(&other.entry) {
            let text = family::title(&it.desk.visit, relative, all);
            choices.push(Choice { chosen: id == value, value: id, text });
        }
    }
    if let Some(field) = it.fields.last_mut() {
        field.choices = choices;
    }
    let (sex, affected) = (
        one.map_or(KinSex::NotSaid, |one| one.sex).word(),
        one.map_or(Affected::NotKnown, |one| one.affected).word(),
    );
    it.select("sex", "kin-sex", words!(KinSex), sex, false);
    it.select("affected", "affected", words!(Affected), affected, false);
    it.line("born", &one.and_then(|one| one.born).map(|year| year.to_string()).unwrap_or_default());
    it.add("deceased", Shape::Tick, if one.is_some_and(|one| one.is_deceased) { "1" } else { "" });
    it.add("note", Shape::Area, one.map(|one| one.note.clone()).unwrap_or_default());
}

fn date(sent: &Sent, name: &str) -> Result<Option<VagueDate>, Fault> {
    match sent.line(name) {
        typed if typed.is_empty() => Ok(None),
        typed => date_typed(&typed).map(Some).ok_or(Fault::Rule("no-date")),
    }
}

/// A word of a list, or none where nothing was chosen; anything else is no form of ours.
fn word<T>(sent: &Sent, name: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>, Fault> {
    match sent.get(name) {
        "" => Ok(None),
        word => read(word).map(Some).ok_or_else(not_there),
    }
}

fn one<T>(sent: &Sent, name: &str, read: fn(&str) -> Option<T>) -> Result<T, Fault> {
    word(sent, name, read)?.ok_or_else(not_there)
}

/// What a form says. `kept` is the entry that it changes.
pub(super) fn entry_of(kind: EntryKind, sent: &Sent, kept: Option<&Entry>) -> Result<Entry, Fault> {
    Ok(match kind {
        EntryKind::Problem => Entry::Problem(Problem {
            text: sent.line("text"),
            code: sent.line("code"),
            state: word(sent, "state", ProblemState::from_word)?,
            since: date(sent, "since")?,
        }),
        EntryKind::Sign => {
            let Some(Entry::Sign(former)) = kept else { return Err(not_there()) };
            Entry::Sign(Sign {
                state: one(sent, "state", SignState::from_word)?,
                since: date(sent, "since")?,
                note: sent.line("note"),
                ..former.clone()
            })
        }
        EntryKind::Variant => Entry::Variant(Variant {
            gene: sent.line("gene"),
            text: sent.line("hgvs"),
            protein: sent.line("protein"),
            zygosity: word(sent, "zygosity", Zygosity::from_word)?,
            origin: word(sent, "origin", VariantOrigin::from_word)?,
            class: word(sent, "class", VariantClass::from_word)?,
            classified_on: day(sent, "classified-on")?,
            laboratory: sent.line("laboratory"),
            note: sent.text("note"),
        }),
        EntryKind::Treatment => Entry::Treatment(Treatment {
            text: sent.line("text"),
            dose: sent.line("dose"),
            since: date(sent, "since")?,
            until: date(sent, "until")?,
            effect: sent.text("effect"),
        }),
        EntryKind::Allergy => {
            Entry::Allergy(Allergy { substance: sent.line("substance"), reaction: sent.line("reaction") })
        }
        EntryKind::Opinion => {
            Entry::Opinion(Opinion { by: sent.line("by"), on: date(sent, "on")?, text: sent.text("said") })
        }
        EntryKind::Relative => Entry::Relative(Relative {
            kinship: one(sent, "kinship", Kinship::from_word)?,
            child_of: match sent.get("child-of") {
                "" => None,
                id => Some(Uuid::parse_str(id).map_err(|_| not_there())?),
            },
            sex: one(sent, "sex", KinSex::from_word)?,
            affected: one(sent, "affected", Affected::from_word)?,
            is_deceased: sent.is("deceased"),
            born: match sent.line("born") {
                typed if typed.is_empty() => None,
                typed => Some(typed.parse().map_err(|_| Fault::Rule("no-date"))?),
            },
            note: sent.text("note"),
        }),
    })
}
