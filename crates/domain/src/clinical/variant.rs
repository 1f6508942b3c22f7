//! Variants as laboratories report them (duty D50): HGVS, class with its date, zygosity, from whom.

use super::entry::{EntryFault, noted, said};
use crate::stable::stable_words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tinyhgvs::{CoordinateSystem, ParseHgvsErrorKind, parse_hgvs};

stable_words! {
    /// The five classes of S. Richards et al., *Standards and guidelines for the interpretation of sequence variants*, Genetics in
    /// Medicine 17 (2015) 405–424.
    pub enum VariantClass in "variant-class" {
        /// Class 5.
        Pathogenic = "pathogenic",
        /// Class 4.
        LikelyPathogenic = "likely-pathogenic",
        /// Class 3.
        Uncertain = "uncertain-significance",
        /// Class 2.
        LikelyBenign = "likely-benign",
        /// Class 1.
        Benign = "benign",
    }
}

impl VariantClass {
    /// The number under which laboratories print it, 1 to 5.
    pub const fn number(self) -> u8 {
        match self {
            Self::Pathogenic => 5,
            Self::LikelyPathogenic => 4,
            Self::Uncertain => 3,
            Self::LikelyBenign => 2,
            Self::Benign => 1,
        }
    }
}

stable_words! {
    /// On how many of the copies.
    pub enum Zygosity in "zygosity" {
        /// On one of two.
        Heterozygous = "heterozygous",
        /// On both.
        Homozygous = "homozygous",
        /// On the only one.
        Hemizygous = "hemizygous",
        /// In some of the cells.
        Mosaic = "mosaic",
        /// In some of the mitochondria.
        Heteroplasmic = "heteroplasmic",
        /// In all mitochondria.
        Homoplasmic = "homoplasmic",
    }
}

stable_words! {
    /// From whom it came.
    pub enum VariantOrigin in "variant-origin" {
        /// From the mother.
        Maternal = "maternal",
        /// From the father.
        Paternal = "paternal",
        /// New in the person.
        DeNovo = "de-novo",
    }
}

/// How a variant is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// HGVS, read in full.
    Hgvs {
        /// Whether it names the sequence that its positions count on, without which they mean nothing for sure.
        has_reference: bool,
    },
    /// HGVS of a form that our reader knows of and does not read: kept, and said to be unread.
    HgvsUnread,
    /// ISCN (karyotypes, arrays), which is not read.
    Iscn,
}

/// A variant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Variant {
    /// Symbol of the gene; empty for what concerns several.
    pub gene: String,
    /// As HGVS or ISCN.
    pub text: String,
    /// Consequence for the protein, `p.…`; empty where it is not said.
    pub protein: String,
    /// On how many copies.
    pub zygosity: Option<Zygosity>,
    /// From whom.
    pub origin: Option<VariantOrigin>,
    /// Class.
    pub class: Option<VariantClass>,
    /// When that class was given.
    pub classified_on: Option<NaiveDate>,
    /// Laboratory that reported it.
    pub laboratory: String,
    /// Words beside it.
    pub note: String,
}

/// How a text writes a variant; none when it is neither HGVS nor ISCN. The grammar of HGVS is read by *tinyhgvs*; ISCN is told
/// by how it begins (chromosome count, `arr`, `seq`, `ish`, `ogm`; ISCN 2020, chapters 4 and 14).
pub fn notation(text: &str) -> Option<Notation> {
    let text = text.trim();
    // People write `c.76A>T` and `PAX6:c.76A>T`; the grammar asks for a sequence in front.
    let short = SYSTEMS.iter().any(|system| text.starts_with(system));
    let named = text.split_once(':').filter(|(gene, rest)| {
        is_symbol(gene) && !gene.contains('.') && SYSTEMS.iter().any(|system| rest.starts_with(system))
    });
    let (read, has_reference) = match (short, named) {
        (true, _) => (parse_hgvs(&format!("{STAND_IN}:{text}")), false),
        (false, Some((_, rest))) => (parse_hgvs(&format!("{STAND_IN}:{rest}")), false),
        (false, None) => (parse_hgvs(text), true),
    };
    match read.map_err(|error| error.kind()) {
        Ok(_) => Some(Notation::Hgvs { has_reference }),
        Err(ParseHgvsErrorKind::UnsupportedSyntax | ParseHgvsErrorKind::SemanticConstraint) => {
            Some(Notation::HgvsUnread)
        }
        Err(ParseHgvsErrorKind::InvalidSyntax) => is_iscn(text).then_some(Notation::Iscn),
    }
}

/// Letters of the coordinate systems of nucleotides.
const SYSTEMS: [&str; 6] = ["c.", "g.", "n.", "m.", "o.", "r."];
/// In front of what names no sequence, to read the rest.
const STAND_IN: &str = "NM_000000.0";

fn is_iscn(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let karyotype = lower.split_once(',').is_some_and(|(count, rest)| {
        count.parse::<u8>().is_ok_and(|count| (23..=96).contains(&count))
            && rest.starts_with(['x', 'y', '?', '+', '-'])
    });
    let begins = |word: &str| {
        lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(['[', ' ', '(']) && rest.len() > 3)
    };
    karyotype || ["arr", "seq", "ish", "ogm", "mlpa"].iter().any(|word| begins(word))
}

/// Whether a text is a consequence for a protein.
fn is_protein(text: &str) -> bool {
    match parse_hgvs(text) {
        Ok(read) => read.coordinate_system == CoordinateSystem::Protein,
        Err(error) => {
            error.kind() != ParseHgvsErrorKind::InvalidSyntax
                && (text.starts_with("p.") || text.contains(":p."))
        }
    }
}

/// Whether a text looks like a symbol of HGNC: letters, digits and a few strokes, no blank.
fn is_symbol(text: &str) -> bool {
    text.len() <= 30
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@'))
}

impl Variant {
    pub(super) fn complete(&mut self, today: NaiveDate) -> Result<(), EntryFault> {
        said(&mut self.text)?;
        for text in [&mut self.gene, &mut self.protein, &mut self.laboratory, &mut self.note] {
            noted(text)?;
        }
        if notation(&self.text).is_none() {
            return Err(EntryFault::NotAVariant);
        }
        if !self.protein.is_empty() && !is_protein(&self.protein) {
            return Err(EntryFault::NotAProtein);
        }
        if !self.gene.is_empty() && !is_symbol(&self.gene) {
            return Err(EntryFault::NotAGene);
        }
        match (self.class, self.classified_on) {
            (Some(_), None) => Err(EntryFault::ClassWithoutDay),
            (None, Some(_)) => Err(EntryFault::DayWithoutClass),
            (Some(_), Some(on)) if on > today => Err(EntryFault::DayAhead),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_laboratories_write_is_told_apart() {
        let read = |has_reference| Some(Notation::Hgvs { has_reference });
        for (text, expected) in [
            ("NM_000280.4:c.718C>T", read(true)),
            ("NM_004006.2:c.357+1G>A", read(true)),
            ("NM_004006.2:c.4375_4379del", read(true)),
            ("c.76A>T", read(false)),
            ("PAX6:c.76A>T", read(false)),
            ("NC_000023.11(NM_004006.2):c.3921dup", read(true)),
            ("m.3243A>G", read(false)),
            ("NC_000014.8:g.123CAG[23]", read(true)),
            ("arr[GRCh38] 16p11.2(29592751_30190593)x1", Some(Notation::Iscn)),
            ("46,XY,del(5)(p15.2)", Some(Notation::Iscn)),
            ("47,XX,+21", Some(Notation::Iscn)),
            ("", None),
            ("mutation in exon 5", None),
            ("46, presque", None),
            ("arrêt", None),
        ] {
            assert_eq!(notation(text), expected, "{text}");
        }
    }

    #[test]
    fn a_class_has_its_day_and_a_protein_its_letter() {
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        let kept = |change: fn(&mut Variant)| {
            let mut one =
                Variant { gene: "PAX6".into(), text: " NM_000280.4:c.718C>T ".into(), ..Variant::default() };
            change(&mut one);
            one.complete(today).map(|()| one.text)
        };
        assert_eq!(kept(|_| ()).as_deref(), Ok("NM_000280.4:c.718C>T"));
        assert_eq!(kept(|one| one.class = Some(VariantClass::Benign)), Err(EntryFault::ClassWithoutDay));
        assert_eq!(
            kept(|one| one.classified_on = "2026-01-01".parse().ok()),
            Err(EntryFault::DayWithoutClass)
        );
        assert_eq!(
            kept(|one| {
                one.class = Some(VariantClass::Benign);
                one.classified_on = "2026-11-24".parse().ok();
            }),
            Err(EntryFault::DayAhead)
        );
        assert!(kept(|one| one.protein = "p.Arg240Ter".into()).is_ok());
        assert!(kept(|one| one.protein = "NP_000271.1:p.(Arg240Ter)".into()).is_ok());
        assert_eq!(kept(|one| one.protein = "c.1A>G".into()), Err(EntryFault::NotAProtein));
        assert_eq!(kept(|one| one.gene = "le gène PAX6".into()), Err(EntryFault::NotAGene));
        assert!(kept(|one| one.gene = "C9orf72".into()).is_ok());
        assert_eq!(kept(|one| one.text = "exon 5".into()), Err(EntryFault::NotAVariant));
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(text in "\\PC{0,60}", head in "(NM_0001\\.1:)?[cgpnmr]?\\.?") {
            let _ = notation(&format!("{head}{text}"));
        }
    }
}
