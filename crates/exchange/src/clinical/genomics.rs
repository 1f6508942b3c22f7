//! Words by which other programs say zygosity and class: GENO and LOINC answers, ACMG words in English.

use ariane_domain::clinical::variant::{VariantClass, Zygosity};

/// Codes of GENO (genotype ontology) and LOINC answers (list of 53034-5), and English words.
pub(crate) fn zygosity(code: &str, label: &str) -> Option<Zygosity> {
    match code.rsplit('/').next().unwrap_or(code) {
        "GENO:0000135" | "LA6706-1" => return Some(Zygosity::Heterozygous),
        "GENO:0000136" | "LA6705-3" => return Some(Zygosity::Homozygous),
        "GENO:0000134" | "LA6707-9" => return Some(Zygosity::Hemizygous),
        "GENO:0000603" | "LA6703-8" => return Some(Zygosity::Heteroplasmic),
        "GENO:0000602" | "LA6704-6" => return Some(Zygosity::Homoplasmic),
        _ => {}
    }
    let label = label.to_lowercase();
    Zygosity::ALL
        .into_iter()
        .find(|one| label.contains(one.word()))
        .or_else(|| label.contains("compound het").then_some(Zygosity::Heterozygous))
}

/// Answers of LOINC (list of 53037-8), the constants of a phenopacket, and English words.
pub(crate) fn class(code: &str, label: &str) -> Option<VariantClass> {
    match code {
        "LA6668-3" | "PATHOGENIC" => return Some(VariantClass::Pathogenic),
        "LA26332-9" | "LIKELY_PATHOGENIC" => return Some(VariantClass::LikelyPathogenic),
        "LA26333-7" | "UNCERTAIN_SIGNIFICANCE" => return Some(VariantClass::Uncertain),
        "LA26334-5" | "LIKELY_BENIGN" => return Some(VariantClass::LikelyBenign),
        "LA6675-8" | "BENIGN" => return Some(VariantClass::Benign),
        _ => {}
    }
    let label = label.trim().to_lowercase().replace(['_', '-'], " ");
    VariantClass::ALL.into_iter().find(|one| one.word().replace('-', " ") == label)
}
