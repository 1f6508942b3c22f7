//! Beginnings of replies that a new infoline may take over and make its own.

use ariane_domain::Language;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A beginning of a reply.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyBeginning {
    /// Code of the need it answers; empty for any.
    pub need: String,
    /// Title per language.
    pub title: BTreeMap<Language, String>,
    /// Text per language; `[ … ]` is what the listener writes.
    pub text: BTreeMap<Language, String>,
}

#[derive(Deserialize)]
struct File {
    template: Vec<ReplyBeginning>,
}

/// All of them.
pub fn all() -> Vec<ReplyBeginning> {
    let text = String::from_utf8_lossy(&super::file("reply_templates.toml")).into_owned();
    toml::from_str::<File>(&text).map(|file| file.template).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::NeedCode;

    #[test]
    fn every_beginning_is_there_in_every_language_and_leaves_room_for_facts() {
        let all = all();
        assert!(all.len() >= 5);
        for one in &all {
            assert!(one.need.is_empty() || one.need.parse::<NeedCode>().is_ok(), "{}", one.need);
            for language in Language::ALL {
                assert!(one.title.get(&language).is_some_and(|title| !title.is_empty()), "{language}");
                let text = one.text.get(&language).map_or("", String::as_str);
                assert!(text.contains("[ … ]") && !text.contains("http"), "{language}: {text}");
            }
        }
    }
}
