//! Server-drawn pictures. Each has a text alternative, and what it shows stands beside it as text.
//! Colours come from the style sheet by class, so that dark pages and print follow.

pub mod account;
pub mod crowd;
pub mod figures;
pub mod map;
pub mod pedigree;
pub mod probability;
pub mod qr;
pub mod rarity;
pub mod signs;
pub mod thread;
pub mod way;

/// Text made safe inside SVG.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A picture with its text.
#[derive(Debug, Clone)]
pub struct Picture {
    /// SVG.
    pub svg: String,
    /// What it shows, in words.
    pub text: String,
}
