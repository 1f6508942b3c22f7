//! Codes and gene symbols as a way to find a disorder.

use crate::catalogue::Catalogue;
use crate::catalogue::entity::Status;
use ariane_domain::code::Level;
use rustc_hash::FxHashMap;

/// Which entities bear a code or gene.
#[derive(Debug, Default)]
pub struct CodeIndex {
    by_code: FxHashMap<Box<str>, Vec<u32>>,
    by_gene: FxHashMap<Box<str>, Vec<u32>>,
}

/// A code without what people add to it: `OMIM:219700`, `MIM #219700`, `E 84`, `e84.` are plain.
fn plain(text: &str) -> String {
    let upper: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '#' && *c != ':')
        .collect::<String>()
        .to_ascii_uppercase();
    let upper = upper.trim_end_matches('.');
    for prefix in
        ["OMIM", "MIM", "ICD-10", "ICD10", "ICD-11", "ICD11", "CIM-10", "CIM10", "CIM-11", "CIM11", "MONDO"]
    {
        if let Some(rest) =
            upper.strip_prefix(prefix).filter(|r| r.starts_with(|c: char| c.is_ascii_alphanumeric()))
        {
            return rest.to_owned();
        }
    }
    let digits_from = upper.find(|c: char| c.is_ascii_digit());
    if digits_from == Some(1)
        && upper.len() > 3
        && upper.is_ascii()
        && upper[1..].bytes().all(|b| b.is_ascii_digit())
    {
        // G122 is G12.2, as billing systems write it.
        return format!("{}.{}", &upper[..3], &upper[3..]);
    }
    upper.to_owned()
}

impl CodeIndex {
    /// Indexes a catalogue.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut index = Self::default();
        for (position, entity) in catalogue.entities().iter().enumerate() {
            if entity.status != Status::Active {
                continue;
            }
            for code in &entity.codes {
                index.by_code.entry(plain(&code.code).into()).or_default().push(position as u32);
            }
            for gene in &entity.genes {
                let bearers = index.by_gene.entry(gene.symbol.to_ascii_uppercase().into()).or_default();
                bearers.push(position as u32);
                // Orphanet often ties a gene to the subtypes only; people look for the disorder.
                if entity.level == Level::Subtype && gene.is_causative() {
                    bearers.extend(entity.parents.iter().filter(|p| {
                        let parent = &catalogue.entities()[**p as usize];
                        parent.status == Status::Active && parent.level == Level::Disorder
                    }));
                }
            }
        }
        for (code, positions) in &mut index.by_code {
            // The exact correspondence first, then disorders before groups and subtypes.
            positions.sort_by_key(|p| {
                let entity = &catalogue.entities()[*p as usize];
                let exact = entity.codes.iter().any(|c| plain(&c.code) == **code && &*c.relation == "E");
                (!exact, entity.level, entity.code)
            });
            positions.dedup();
        }
        for (symbol, positions) in &mut index.by_gene {
            positions.sort_by_key(|p| {
                let entity = &catalogue.entities()[*p as usize];
                let own = entity.genes.iter().find(|g| g.symbol.eq_ignore_ascii_case(symbol));
                (
                    own.is_some_and(|g| !g.is_causative()),
                    entity.level,
                    std::cmp::Reverse(super::rank::renown(entity)),
                    entity.code,
                )
            });
            let mut seen = rustc_hash::FxHashSet::default();
            positions.retain(|p| seen.insert(*p));
        }
        index
    }

    /// Entities that bear the code; an ICD category also finds its subcategories (`E84` → `E84.0`).
    pub fn by_code(&self, text: &str) -> Vec<u32> {
        let wanted = plain(text);
        let has_digit = wanted.bytes().any(|b| b.is_ascii_digit());
        if wanted.len() < 2 || !has_digit || !wanted.is_ascii() {
            return Vec::new();
        }
        let mut found = self.by_code.get(wanted.as_str()).cloned().unwrap_or_default();
        let is_category = wanted.len() == 3 && wanted.as_bytes()[0].is_ascii_alphabetic();
        if is_category {
            for digit in '0'..='9' {
                if let Some(more) = self.by_code.get(format!("{wanted}.{digit}").as_str()) {
                    for position in more {
                        if !found.contains(position) {
                            found.push(*position);
                        }
                    }
                }
            }
        }
        found
    }

    /// Entities with the gene, those that it causes first.
    pub fn by_gene(&self, text: &str) -> &[u32] {
        let symbol = text.trim().to_uppercase();
        let symbol =
            ["GENE ", "GÈNE ", "GEN "].iter().find_map(|p| symbol.strip_prefix(p)).unwrap_or(&symbol).trim();
        self.by_gene.get(symbol).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn codes_are_read_as_people_write_them() {
        for text in ["OMIM:219700", "omim 219700", "#219700", "MIM #219700", "219700"] {
            assert_eq!(plain(text), "219700", "{text}");
        }
        assert_eq!(plain("CIM-10 e84.0"), "E84.0");
        assert_eq!(plain("E84."), "E84");
        assert_eq!(plain("g122"), "G12.2");
        assert_eq!(plain("MONDO:0009061"), "0009061");
    }
}
