//! Codes by which zygosity and class are written, the counterpart of what `clinical::genomics` reads.

use ariane_domain::clinical::variant::{VariantClass, Zygosity};

/// Codes: of GENO, of the LOINC answers of 53034-5, and the label.
pub(super) struct ZygosityCodes {
    /// GENO; none where it has no term.
    pub(super) geno: Option<&'static str>,
    /// LOINC; none where the list has no answer.
    pub(super) loinc: Option<&'static str>,
}

/// The codes of a zygosity.
pub(super) const fn zygosity(zygosity: Zygosity) -> ZygosityCodes {
    let (geno, loinc) = match zygosity {
        Zygosity::Heterozygous => (Some("GENO:0000135"), Some("LA6706-1")),
        Zygosity::Homozygous => (Some("GENO:0000136"), Some("LA6705-3")),
        Zygosity::Hemizygous => (Some("GENO:0000134"), Some("LA6707-9")),
        Zygosity::Heteroplasmic => (Some("GENO:0000603"), Some("LA6703-8")),
        Zygosity::Homoplasmic => (Some("GENO:0000602"), Some("LA6704-6")),
        Zygosity::Mosaic => (None, None),
    };
    ZygosityCodes { geno, loinc }
}

/// Answer of LOINC 53037-8, its words, and the constant of a phenopacket.
pub(super) const fn class(class: VariantClass) -> (&'static str, &'static str, &'static str) {
    match class {
        VariantClass::Pathogenic => ("LA6668-3", "Pathogenic", "PATHOGENIC"),
        VariantClass::LikelyPathogenic => ("LA26332-9", "Likely pathogenic", "LIKELY_PATHOGENIC"),
        VariantClass::Uncertain => ("LA26333-7", "Uncertain significance", "UNCERTAIN_SIGNIFICANCE"),
        VariantClass::LikelyBenign => ("LA26334-5", "Likely benign", "LIKELY_BENIGN"),
        VariantClass::Benign => ("LA6675-8", "Benign", "BENIGN"),
    }
}

/// The system of coordinates that HGVS names: `c`, `g`, `m`, `n`, `o`, `r`; none for ISCN.
pub(super) fn system(text: &str) -> Option<char> {
    let rest = text.rsplit_once(':').map_or(text, |(_, rest)| rest).trim();
    let mut letters = rest.chars();
    let first = letters.next()?;
    ("cgmnor".contains(first) && letters.next() == Some('.')).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinical::genomics as read;

    #[test]
    fn what_is_written_is_read_back() {
        for one in VariantClass::ALL {
            let (loinc, words, constant) = class(one);
            for (code, label) in [(loinc, ""), ("", words), (constant, "")] {
                assert_eq!(read::class(code, label), Some(one), "{one}");
            }
        }
        for one in Zygosity::ALL {
            let codes = zygosity(one);
            for code in [codes.geno, codes.loinc].into_iter().flatten() {
                assert_eq!(read::zygosity(code, ""), Some(one), "{one}");
            }
            assert_eq!(read::zygosity("", one.word()), Some(one), "{one}");
        }
        assert_eq!(system("NM_000280.4:c.718C>T"), Some('c'));
        assert_eq!(system("m.3243A>G"), Some('m'));
        assert_eq!(system("arr[GRCh38] 16p11.2(29592751_30190593)x1"), None);
    }
}
