//! What an orientation sheet says, free of any language and of any layout.

/// A sheet that answers "where can I be supported?", ready to be set by [`render`](crate::render).
///
/// All texts are in `language` already. Empty texts are passed over, so that a caller need not
/// care whether, say, a structure has no second line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// BCP 47 tag of the language of the texts, which screen readers use to choose a voice.
    pub language: &'static str,
    /// What the sheet is about, usually the disease; also the title of the document.
    pub title: String,
    /// One line that says more, such as the code or another name.
    pub subtitle: String,
    /// Small lines under the title, such as date, place and need.
    pub meta: Vec<String>,
    /// Steps of the way from "here" to the expert, drawn as knots on one thread.
    pub thread: Vec<String>,
    /// A code for a camera, after the small lines; what it holds is also said in words on the sheet.
    pub code: Option<Code>,
    /// The answers, the most useful first.
    pub sections: Vec<Section>,
    /// What every page must say at its foot; four lines of it at most are shown.
    pub footer: String,
    /// Sets the sheet in 14 points instead of 10.5, for readers with low vision.
    pub large_type: bool,
}

/// A square code such as a QR (ISO/IEC 18004).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Code {
    /// Modules on a side, without the light ones around.
    pub side: u16,
    /// Column and row of each dark module.
    pub dark: Vec<(u16, u16)>,
    /// What is said below it: what it holds and what it is for.
    pub caption: String,
}

/// A group of structures that answer the same question, such as "Experts" or "Associations".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// What the entries have in common.
    pub heading: String,
    /// A sentence or two that explain to a worried person what these structures do.
    pub lead: String,
    /// The structures.
    pub entries: Vec<Entry>,
}

/// One structure or person who can help.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Name of the structure.
    pub title: String,
    /// What kind of structure it is.
    pub kind: String,
    /// Plain lines, such as the hospital and its address.
    pub lines: Vec<String>,
    /// Numbers as bars.
    pub bars: Vec<Bar>,
    /// How to reach it.
    pub contacts: Vec<Contact>,
    /// Why the sheet proposes it.
    pub why: String,
    /// Where the facts come from and of when they are.
    pub provenance: String,
    /// What the reader must know before relying on the entry, such as "not verified since 2023".
    pub warning: Option<String>,
}

/// A number, drawn as a bar beside its label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bar {
    /// What is counted.
    pub label: String,
    /// The number as it is printed; the bar says nothing that does not stand here.
    pub value: String,
    /// Length of the bar in thousandths of the longest; none draws no bar.
    pub length: Option<u16>,
}

/// A way to reach a structure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// What it is, such as "Téléphone".
    pub label: String,
    /// What is printed, such as the number.
    pub text: String,
    /// Where a click leads: `https:`, `http:`, `mailto:` or `tel:`. Anything else is printed without a link.
    pub link: Option<String>,
}
