//! The language of a sentence, told by its small words.

use crate::language::AllRules;
use crate::tokens::Token;
use ariane_domain::Language;

/// How many small words more than the chosen language another one needs.
const LEAD: usize = 2;

/// The language of a sentence; the chosen one unless another is plainly better.
pub(crate) fn language_of(tokens: &[Token<'_>], rules: &AllRules, chosen: Language) -> Language {
    let count = |language: Language| {
        let rules = rules.of(language);
        tokens
            .iter()
            .filter(|t| {
                t.folded.len() > 1
                    && (rules.function.contains(t.folded.as_str()) || rules.classes.has(&t.folded))
            })
            .count()
    };
    let own = count(chosen);
    Language::ALL
        .into_iter()
        .filter(|l| *l != chosen)
        .map(|l| (count(l), l))
        .filter(|(n, l)| {
            *n >= own + LEAD && *n > own * 3 / 2 && !(*l == Language::Lb && chosen != Language::Lb)
        })
        .max_by_key(|(n, _)| *n)
        .map_or(chosen, |(_, l)| l)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    #[test]
    fn a_quote_in_another_language_is_noticed() {
        let rules = AllRules::new();
        let tell = |text: &str| language_of(&tokens(text), &rules, Language::Fr);
        assert_eq!(tell("the boy was unable to walk and had a tremor in both hands"), Language::En);
        assert_eq!(tell("elle a des tremblements dans les mains"), Language::Fr);
        assert_eq!(tell("tremblements"), Language::Fr);
    }
}
