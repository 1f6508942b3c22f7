//! Where a reply ends and the history below it begins. Nothing is removed: the text is only divided, and when in
//! doubt it is not.

/// Where the quoted history begins in a text, in bytes; `None` when there is none that can be told apart.
///
/// A division is made only where all that follows is history: lines marked `>` to the end after a line such as "Le …
/// a écrit :", or the header block of Outlook ("De : … Envoyé : …"), or a line "-----Original Message-----". An answer
/// written between or below the quotation stays in sight, with the quotation. A message that is nothing but history (a
/// forwarded one) stays whole.
pub fn history(text: &str) -> Option<usize> {
    let page = Page::new(text);
    let mut written = false;
    for (number, line) in page.lines.iter().enumerate() {
        let trimmed = line.text.trim();
        if written && page.begins(number) {
            return Some(line.at);
        }
        written |= !trimmed.is_empty() && !trimmed.starts_with('>');
    }
    None
}

struct Line<'x> {
    at: usize,
    text: &'x str,
}

/// The lines of a text, and for each how many that say something and how many marked `>` there are from it to the end.
struct Page<'x> {
    lines: Vec<Line<'x>>,
    said: Vec<usize>,
    marked: Vec<usize>,
}

impl<'x> Page<'x> {
    fn new(text: &'x str) -> Self {
        let mut at = 0;
        let lines: Vec<Line<'x>> = text
            .split_inclusive('\n')
            .map(|line| {
                let start = at;
                at += line.len();
                Line { at: start, text: line.trim_end_matches('\n') }
            })
            .collect();
        let (mut said, mut marked) = (vec![0; lines.len() + 1], vec![0; lines.len() + 1]);
        for (number, line) in lines.iter().enumerate().rev() {
            let text = line.text.trim();
            said[number] = said[number + 1] + usize::from(!text.is_empty());
            marked[number] = marked[number + 1] + usize::from(text.starts_with('>'));
        }
        Self { lines, said, marked }
    }

    /// Every line from this one that says something is marked, and there is one.
    fn all_quoted(&self, from: usize) -> bool {
        self.said[from] > 0 && self.said[from] == self.marked[from]
    }

    /// A quotation without marks: only after an introduction that names an address or a date with a time, and only
    /// when no line after it is marked.
    fn unmarked(&self, introduction: &str, from: usize) -> bool {
        let year = introduction
            .as_bytes()
            .windows(4)
            .any(|w| w.starts_with(b"20") && w.iter().all(u8::is_ascii_digit));
        let strong = introduction.contains('@') || year && introduction.contains(':');
        strong && self.said[from] > 0 && self.marked[from] == 0
    }

    /// Whether history begins with this line and goes on to the end.
    fn begins(&self, number: usize) -> bool {
        let first = self.lines[number].text.trim();
        if first.is_empty() || first.len() > 400 {
            return false;
        }
        if separator(first)
            || rule(first) && header_block(&self.lines[number + 1..])
            || header_block(&self.lines[number..])
        {
            return true;
        }
        // The line that introduces the quotation may be broken over two or three.
        let mut joined = String::new();
        for (taken, line) in self.lines[number..].iter().take(3).enumerate() {
            let text = line.text.trim();
            if text.is_empty() || text.starts_with('>') || text.len() > 400 {
                break;
            }
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(text);
            if attribution(&joined) {
                let after = number + taken + 1;
                return self.all_quoted(after) || self.unmarked(&joined, after);
            }
        }
        // Marked lines to the end without an introduction.
        first.starts_with('>') && self.all_quoted(number) && self.marked[number] > 1
    }
}

/// "Le 3 mars 2026 à 10:12, Anne a écrit :" and its like in the languages of the helpline.
fn attribution(line: &str) -> bool {
    let lower = line.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    let Some(said) = lower.trim_end().strip_suffix([':', '：']) else { return false };
    let said = said.trim_end();
    let digit = said.bytes().any(|b| b.is_ascii_digit());
    let starts = |words: &[&str]| words.iter().any(|w| said.starts_with(w));
    let ends = |words: &[&str]| words.iter().any(|w| said.ends_with(w));
    digit
        && (starts(&["le ", "on "]) && ends(&["a écrit", "a ecrit", "wrote"])
            || starts(&["am ", "den ", "vom "])
                && (said.contains(" schrieb")
                    || ends(&["geschrieben", "geschriwwen", "huet geschriwwen"])
                    || said.contains(" huet "))
            || starts(&["um ", "de ", "den ", "no "]) && ends(&["geschriwwen"])
            || starts(&["em ", "no dia ", "a "]) && ends(&["escreveu", "escreveu o seguinte"])
            || ends(&["a écrit", "wrote", "schrieb", "escreveu", "geschriwwen"]) && said.contains('@'))
}

/// "-----Message d'origine-----" and its like. A forwarded message is not history: what it brings is the content.
fn separator(line: &str) -> bool {
    let bare = line.trim_matches(['-', '_', ' ', '\u{2014}']);
    if bare.len() == line.len() || !line.starts_with('-') && !line.starts_with('_') {
        return false;
    }
    let bare = bare.to_lowercase().replace('’', "'");
    matches!(
        bare.as_str(),
        "message d'origine"
            | "message original"
            | "original message"
            | "ursprüngliche nachricht"
            | "originalnachricht"
            | "original-nachricht"
            | "mensagem original"
            | "original noriicht"
            | "ursprénglech noriicht"
            | "original message follows"
    )
}

/// A line of underscores, which Outlook puts above the header block.
fn rule(line: &str) -> bool {
    line.len() >= 10 && line.chars().all(|c| c == '_')
}

/// "De : … / Envoyé : … / À : … / Objet : …" and its like: a sender first, then at least two more of them.
fn header_block(lines: &[Line<'_>]) -> bool {
    const FROM: &[&str] = &["de", "von", "from", "vun"];
    const SENT: &[&str] = &[
        "envoyé",
        "envoyé le",
        "date",
        "gesendet",
        "datum",
        "sent",
        "enviado",
        "enviada",
        "data",
        "enviado em",
        "geschéckt",
    ];
    const MORE: &[&str] = &[
        "à",
        "a",
        "an",
        "to",
        "para",
        "un",
        "objet",
        "betreff",
        "subject",
        "assunto",
        "betrëfft",
        "cc",
        "kopie",
    ];
    let field = |line: &Line<'_>| {
        let text = line.text.trim().trim_start_matches('*');
        let (name, _) = text.split_once(':')?;
        Some(name.trim_end_matches('*').trim().to_lowercase())
    };
    let mut block = lines
        .iter()
        .skip_while(|l| l.text.trim().is_empty())
        .take(6)
        .take_while(|l| !l.text.trim().is_empty());
    let Some(from) = block.next().and_then(field) else { return false };
    let mut sent = 0;
    let mut more = 0;
    for name in block.filter_map(field) {
        sent += usize::from(SENT.contains(&name.as_str()));
        more += usize::from(MORE.contains(&name.as_str()));
    }
    FROM.contains(&from.as_str()) && sent >= 1 && more >= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visible(text: &str) -> &str {
        history(text).map_or(text, |at| &text[..at])
    }

    #[test]
    fn replies_above_their_history() {
        for (text, expected) in [
            (
                "Merci !\n\nLe lun. 3 mars 2026 à 10:12, Ligne info <i@x.example> a écrit :\n\n> Bonjour,\n> voici\n",
                "Merci !\n\n",
            ),
            (
                "Merci !\n\nLe lun. 3 mars 2026 à 10:12, Ligne info\n<i@x.example> a écrit :\n> Bonjour\n",
                "Merci !\n\n",
            ),
            ("Danke\n\nAm 03.03.2026 um 10:12 schrieb Infoline:\n> Guten Tag\n", "Danke\n\n"),
            (
                "Thanks\nOn Mon, 3 Mar 2026 at 10:12, Info <i@x.example> wrote:\n> Hello\n\n> again\n",
                "Thanks\n",
            ),
            (
                "Obrigada\nEm seg., 3 de mar. de 2026 às 10:12, Info <i@x.example> escreveu:\n> Olá\n",
                "Obrigada\n",
            ),
            ("Merci\nDen 3. Mäerz 2026 huet Infoline geschriwwen:\n> Moien\n", "Merci\n"),
            ("Merci\n\n-----Message d’origine-----\nDe : Info\nbla\n", "Merci\n\n"),
            ("Danke\n-----Ursprüngliche Nachricht-----\nVon: Info\n", "Danke\n"),
            (
                "Ok\n________________________________\nDe : Info <i@x.example>\nEnvoyé : lundi\nÀ : Anne\nObjet : Re\n\nBonjour\n",
                "Ok\n",
            ),
            ("Ok\n\nVon: Info\nGesendet: Montag\nAn: Anne\nBetreff: Re\n\nHallo\n", "Ok\n\n"),
            ("Ok\n\n*From:* Info\n*Sent:* Monday\n*To:* Anne\n\nHello\n", "Ok\n\n"),
            ("Oui\nLe 3 mars 2026 à 10:12, Info <i@x.example> a écrit :\nBonjour sans marque\n", "Oui\n"),
            ("Oui\n\n> ligne\n> ligne\n", "Oui\n\n"),
        ] {
            assert_eq!(visible(text), expected, "{text}");
        }
    }

    #[test]
    fn in_doubt_all_is_in_sight() {
        for text in [
            "Bonjour,\nle médecin a écrit :\nvoir un spécialiste\n",
            "Le 3 mars 2026, Info a écrit :\n> question un\nréponse un\n> question deux\nréponse deux\n",
            "Voici.\nLe 3 mars 2026 à 10:12, Info <i@x.example> a écrit :\n> Bonjour\nMa réponse est dessous\n",
            "> tout est cité\n> ici\n",
            "-----Message d'origine-----\nDe : Info\nbla\n",
            "Regardez ceci:\n---------- Forwarded message ---------\nFrom: A\nDate: x\n",
            "Symptômes :\nDe : la tête\naux pieds\n",
            "a > b\n> b\n",
            "",
            "On a 3 choses : wrote\n",
        ] {
            assert_eq!(history(text), None, "{text}");
        }
    }

    #[test]
    fn any_text_is_divided_in_time() {
        let text = "Le 3 a\n".repeat(70_000);
        assert_eq!(history(&text), None);
        let text = format!("x\n{}y\n", "> q\n".repeat(100_000));
        assert_eq!(history(&text), None);
    }
}
