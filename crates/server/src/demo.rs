//! Plainly fictitious structures, so that the pages can be tried: names say so, cards are marked.

use ariane_domain::organisation::Organisation;
use ariane_knowledge::directory::template;

/// The demonstration's structures; ids start with `demo-`.
pub fn organisations() -> Vec<Organisation> {
    template::read(include_bytes!("../demo/directory.csv")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn everything_fictitious_says_so() {
        let all = super::organisations();
        assert!(!all.is_empty());
        for organisation in all {
            assert!(organisation.id.starts_with("demo-"), "{}", organisation.id);
            assert!(
                organisation.name.contains("fictif") || organisation.name.contains("fictive"),
                "{}",
                organisation.name
            );
        }
    }
}
