//! Sentences to learn from: our frames with names put in, and texts of others in which nobody is named.
//! The frames are not those of `benches/recall`.

use crate::Dice;
use ariane_domain::Language;
use std::ops::Range;

/// A text with the places of its names.
pub struct Marked {
    /// The text.
    pub text: String,
    /// Where names stand.
    pub names: Vec<Range<usize>>,
}

/// Where sentences of a language come from.
pub struct Source<'a> {
    /// The language.
    pub language: Language,
    /// Given names.
    pub given: &'a [String],
    /// Family names.
    pub family: &'a [String],
    /// Sentences of the interface.
    pub ordinary: &'a [String],
    /// Names of signs and disorders, definitions.
    pub clinical: &'a [String],
}

const FRAMES: [(Language, &[&str]); 5] = [
    (
        Language::Fr,
        &[
            "Je vous adresse {G} {F} pour une {c}.",
            "Merci de recevoir {F} {G}, qui présente {c}.",
            "{F} a été examinée ce matin.",
            "Depuis deux ans {G} se plaint de fatigue et de {c}.",
            "Selon {F}, la marche est difficile.",
            "Son mari, {G}, confirme les faits.",
            "La petite {G} dort mal.",
            "{G} et {G} sont jumeaux.",
            "Nous avons discuté avec {G} de la suite.",
            "Vu {F} en consultation, {c}.",
            "M. {F} refuse l'opération.",
            "Mme {G} {F} viendra demain.",
            "Dr {F}",
            "Signé : {G} {F}",
            "Le frère aîné {G} est suivi pour {c}.",
            "Je m'appelle {G} {F} et je cherche un centre.",
            "On a demandé à {G} de revenir.",
            "D'après {G}, rien n'a changé.",
            "{G} {F} : {c}.",
            "Patient : {F} {G}",
            "Cordialement, {G}",
            "Bonjour, je suis {G}, la mère de {G}.",
            "l'état de {G} s'aggrave",
            "chez {F} on note {c}",
            "{G} va mieux depuis le traitement par cortisone.",
            "Appeler {F} au sujet des résultats",
            "Rapport rédigé par {F}, transmis à {F}.",
            "Mon fils {G} a {c} et marche mal.",
            "{G}, 7 ans, présente {c}.",
            "Avis demandé à {F} pour {c}",
            "opérée par {G} {F} à l'âge de 3 ans",
        ],
    ),
    (
        Language::De,
        &[
            "Ich überweise {G} {F} wegen {c}.",
            "{F} wurde heute untersucht.",
            "Seit zwei Jahren klagt {G} über Müdigkeit.",
            "Laut {F} ist das Gehen schwer.",
            "Ihr Mann {G} bestätigt dies.",
            "Die kleine {G} schläft schlecht.",
            "{G} und {G} sind Zwillinge.",
            "Wir haben mit {G} gesprochen.",
            "Herr {F} lehnt die Operation ab.",
            "Frau {G} {F} kommt morgen.",
            "Dr. {F}",
            "gez. {G} {F}",
            "Der ältere Bruder {G} hat {c}.",
            "Ich heiße {G} {F} und suche Hilfe.",
            "Nach Angaben von {G} keine Änderung.",
            "{G} {F}: {c}.",
            "Patient: {F}, {G}",
            "Viele Grüße, {G}",
            "Hallo, ich bin {G}, die Mutter von {G}.",
            "bei {F} findet sich {c}",
            "{G} geht es besser seit der Therapie.",
            "Bitte {F} zurückrufen",
            "Bericht von {F} an {F}.",
            "Mein Sohn {G} hat {c} und geht schlecht.",
            "{G}, 7 Jahre, zeigt {c}.",
            "Der Zustand von {G} hat sich verschlechtert.",
            "operiert von {G} {F} im Alter von drei Jahren",
            "{G} wurde von {F} betreut.",
            "Heute war {G} ruhig, {c} besteht fort.",
            "Gestern rief {F} an.",
        ],
    ),
    (
        Language::En,
        &[
            "I am referring {G} {F} for {c}.",
            "Please see {F} {G}, who has {c}.",
            "{F} was examined this morning.",
            "For two years {G} has had {c}.",
            "According to {F}, walking is hard.",
            "Her husband, {G}, confirms this.",
            "Little {G} sleeps badly.",
            "{G} and {G} are twins.",
            "We talked with {G} about the plan.",
            "Mr {F} declines surgery.",
            "Mrs {G} {F} comes tomorrow.",
            "Dr {F}",
            "Signed: {G} {F}",
            "The older brother {G} has {c}.",
            "My name is {G} {F} and I need help.",
            "{G}'s condition got worse.",
            "{G} {F}: {c}.",
            "Patient: {F}, {G}",
            "Best wishes, {G}",
            "Hello, I am {G}, mother of {G}.",
            "in {F} we found {c}",
            "{G} feels better since treatment.",
            "Please call {F} back",
            "Report written by {F}, sent to {F}.",
            "My son {G} has {c}.",
            "{G}, aged 7, shows {c}.",
            "operated by {G} {F} at age 3",
            "{F} asked whether {c} is inherited.",
            "Opinion of {F} wanted on {c}",
        ],
    ),
    (
        Language::Pt,
        &[
            "Envio {G} {F} por {c}.",
            "{F} foi observada esta manhã.",
            "Há dois anos que {G} tem {c}.",
            "Segundo {F}, a marcha é difícil.",
            "O marido, {G}, confirma.",
            "A pequena {G} dorme mal.",
            "{G} e {G} são gémeos.",
            "Falámos com {G} sobre o plano.",
            "O Sr. {F} recusa a cirurgia.",
            "A D. {G} {F} vem amanhã.",
            "Dr. {F}",
            "Assinado: {G} {F}",
            "O irmão mais velho {G} tem {c}.",
            "Chamo-me {G} {F} e procuro ajuda.",
            "O estado de {G} piorou.",
            "{G} {F}: {c}.",
            "Doente: {F}, {G}",
            "Cumprimentos, {G}",
            "Olá, sou {G}, mãe de {G}.",
            "em {F} observa-se {c}",
            "{G} está melhor desde o tratamento.",
            "Ligar a {F} por favor",
            "Relatório de {F} para {F}.",
            "O meu filho {G} tem {c}.",
            "{G}, 7 anos, apresenta {c}.",
            "operada por {G} {F} aos 3 anos",
            "De acordo com {G}, nada mudou.",
        ],
    ),
    (
        Language::Lb,
        &[
            "Ech schécken Iech {G} {F}.",
            "{F} gouf haut gesinn.",
            "Zanter zwee Joer huet {G} wéi.",
            "De Mann {G} seet dat selwecht.",
            "Déi kleng {G} schléift schlecht.",
            "{G} an {G} sinn Zwillingen.",
            "Mir hunn mam {G} geschwat.",
            "Den Här {F} wëll net.",
            "D'Madame {G} {F} kënnt muer.",
            "Dr. {F}",
            "Ech heeschen {G} {F}.",
            "Dem {G} geet et besser.",
            "Moien, ech sinn {G}, d'Mamm vum {G}.",
            "Rufft w.e.g. {F} un",
            "Mäi Jong {G} ass krank.",
            "{G}, 7 Joer, huet {c}.",
            "De Brudder {G} huet {c}.",
            "D'{G} wunnt bei der {F}.",
        ],
    ),
];

impl Source<'_> {
    fn pick<'b>(&self, list: &'b [String], dice: &mut Dice) -> &'b str {
        list.get(dice.below(list.len())).map_or("", String::as_str)
    }

    fn phrase(&self, dice: &mut Dice) -> String {
        let text = self.pick(self.clinical, dice);
        let words: Vec<&str> = text.split_whitespace().take(4 + dice.below(10)).collect();
        let joined = words.join(" ");
        if self.language == Language::De || dice.percent(15) {
            return joined;
        }
        let mut chars = joined.chars();
        let second_upper = joined.chars().nth(1).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        match chars.next() {
            Some(first) if !second_upper => first.to_lowercase().chain(chars).collect(),
            _ => joined,
        }
    }

    fn name(&self, given: bool, dice: &mut Dice) -> String {
        let list = if given { self.given } else { self.family };
        let mut name = self.pick(list, dice).to_owned();
        if dice.percent(40) {
            name = spliced(&name, self.pick(list, dice));
        }
        if dice.percent(12) {
            name = format!("{name}-{}", self.pick(list, dice));
        }
        if !given && dice.percent(6) {
            let particles = ["de ", "da ", "von ", "van der ", "dos ", "di ", "de la ", "van "];
            name =
                format!("{}{name}", particles.get(dice.below(particles.len())).copied().unwrap_or_default());
        }
        if dice.percent(10) { name.to_uppercase() } else { name }
    }

    fn fill(&self, frame: &str, dice: &mut Dice) -> Marked {
        let (mut text, mut names) = (String::new(), Vec::new());
        let mut rest = frame;
        while let Some(at) = rest.find('{') {
            text.push_str(&rest[..at]);
            let slot = &rest[at..at + 3];
            if slot == "{c}" {
                text.push_str(&self.phrase(dice));
            } else {
                let name = self.name(slot == "{G}", dice);
                names.push(text.len()..text.len() + name.len());
                text.push_str(&name);
            }
            rest = &rest[at + 3..];
        }
        text.push_str(rest);
        Marked { text, names }
    }

    /// Ordinary or clinical words with a name put in anywhere.
    fn strewn(&self, dice: &mut Dice) -> Marked {
        let own = if dice.percent(50) || self.clinical.len() < 2 {
            self.pick(self.ordinary, dice)
        } else {
            self.pick(self.clinical, dice)
        };
        let words: Vec<&str> = own.split_whitespace().take(16).collect();
        let place = dice.below(words.len() + 1);
        let (mut text, mut names) = (String::new(), Vec::new());
        for n in 0..=words.len() {
            if n == place {
                let given = dice.percent(50);
                let mut name = self.name(given, dice);
                if dice.percent(35) {
                    name = format!("{name} {}", self.name(!given, dice));
                }
                names.push(text.len()..text.len() + name.len());
                text.push_str(&name);
                text.push(' ');
            }
            if let Some(word) = words.get(n) {
                text.push_str(word);
                text.push(' ');
            }
        }
        Marked { text, names }
    }

    /// One sentence with or without a name, written in one of the ways in which people write.
    pub fn sentence(&self, dice: &mut Dice) -> Marked {
        let frames = FRAMES.iter().find(|(l, _)| *l == self.language).map_or(&[] as &[&str], |(_, f)| f);
        let marked = match dice.below(100) {
            0..30 => self.fill(frames.get(dice.below(frames.len())).copied().unwrap_or_default(), dice),
            30..45 => self.strewn(dice),
            45..62 => Marked { text: self.pick(self.ordinary, dice).to_owned(), names: vec![] },
            62..75 if self.clinical.len() > 1 => {
                let lead = match self.language {
                    Language::Fr => ["Le patient présente ", "Antécédents : ", "On note ", "Diagnostic : "],
                    Language::De => ["Der Patient zeigt ", "Anamnese: ", "Es besteht ", "Diagnose: "],
                    Language::En => ["The patient has ", "History: ", "There is ", "Diagnosis: "],
                    Language::Pt => ["O doente apresenta ", "Antecedentes: ", "Observa-se ", "Diagnóstico: "],
                    Language::Lb => ["De Patient huet ", "Diagnos: ", "Et gesäit een ", "Virgeschicht: "],
                };
                let text = format!(
                    "{}{} et {}.",
                    lead.get(dice.below(4)).copied().unwrap_or_default(),
                    self.phrase(dice),
                    self.phrase(dice)
                );
                Marked { text, names: vec![] }
            }
            _ if self.clinical.len() > 1 => {
                Marked { text: self.pick(self.clinical, dice).to_owned(), names: vec![] }
            }
            _ => Marked { text: self.pick(self.ordinary, dice).to_owned(), names: vec![] },
        };
        match dice.below(100) {
            0..22 => recase(&marked, str::to_lowercase),
            22..40 => recase(&marked, str::to_uppercase),
            _ => marked,
        }
    }
}

/// The beginning of one name and the end of another: a name that nobody bears teaches how names sound, not which
/// there are.
fn spliced(first: &str, second: &str) -> String {
    let vowel = |c: char| "aeiouyáàâäãåæéèêëíîïóòôöõøúùûü".contains(c.to_lowercase().next().unwrap_or(c));
    let head: Vec<char> = first.chars().collect();
    let tail: Vec<char> = second.chars().collect();
    let cut = (1..head.len())
        .rev()
        .find(|i| *i >= head.len() / 2 && !head.get(*i).copied().is_some_and(vowel))
        .unwrap_or(head.len());
    let join = (tail.len() / 3..tail.len()).find(|i| tail.get(*i).copied().is_some_and(vowel)).unwrap_or(0);
    let middle =
        if head.get(cut.wrapping_sub(1)).copied().is_some_and(vowel) { join.saturating_sub(1) } else { join };
    head.iter()
        .take(cut)
        .chain(tail.iter().skip(middle))
        .flat_map(|c| c.to_lowercase())
        .enumerate()
        .flat_map(|(i, c)| if i == 0 { c.to_uppercase().collect::<Vec<_>>() } else { vec![c] })
        .collect()
}

fn recase(marked: &Marked, case: fn(&str) -> String) -> Marked {
    let (mut text, mut names, mut at) = (String::new(), Vec::new(), 0);
    for name in &marked.names {
        text.push_str(&case(&marked.text[at..name.start]));
        let start = text.len();
        text.push_str(&case(&marked.text[name.clone()]));
        names.push(start..text.len());
        at = name.end;
    }
    text.push_str(&case(&marked.text[at..]));
    Marked { text, names }
}
