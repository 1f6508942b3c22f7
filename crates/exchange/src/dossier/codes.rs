//! Codes of diseases in the systems of others, and codes of a dossier's own for words that have none.

use serde_json::{Value, json};

/// Prefix of codes that mean something within one dossier only.
pub(super) const LOCAL: &str = "ARIANE";

/// A system of codes: prefix as people write it, address in FHIR, id, name, page and prefix of addresses in a phenopacket.
struct System {
    prefix: &'static str,
    fhir: &'static str,
    id: &'static str,
    name: &'static str,
    url: &'static str,
    iri: &'static str,
}

const SYSTEMS: [System; 6] = [
    System {
        prefix: "ORPHA",
        fhir: "http://www.orpha.net",
        id: "orphanet",
        name: "Orphanet nomenclature of rare diseases",
        url: "https://www.orphadata.com",
        iri: "http://www.orpha.net/ORDO/Orphanet_",
    },
    System {
        prefix: "OMIM",
        fhir: "http://www.omim.org",
        id: "omim",
        name: "Online Mendelian Inheritance in Man",
        url: "https://www.omim.org",
        iri: "https://www.omim.org/entry/",
    },
    System {
        prefix: "MONDO",
        fhir: "http://purl.obolibrary.org/obo/mondo.owl",
        id: "mondo",
        name: "Mondo Disease Ontology",
        url: "https://mondo.monarchinitiative.org",
        iri: "http://purl.obolibrary.org/obo/MONDO_",
    },
    System {
        prefix: "ICD-11",
        fhir: "http://id.who.int/icd/release/11/mms",
        id: "icd11",
        name: "International Classification of Diseases, 11th revision",
        url: "https://icd.who.int",
        iri: "http://id.who.int/icd/release/11/mms/",
    },
    System {
        prefix: "ICD-10",
        fhir: "http://hl7.org/fhir/sid/icd-10",
        id: "icd10",
        name: "International Classification of Diseases, 10th revision",
        url: "https://icd.who.int",
        iri: "http://hl7.org/fhir/sid/icd-10/",
    },
    System {
        prefix: "SNOMEDCT",
        fhir: "http://snomed.info/sct",
        id: "snomedct",
        name: "SNOMED Clinical Terms",
        url: "https://www.snomed.org",
        iri: "http://snomed.info/id/",
    },
];

/// System and bare code of what people write as `ORPHA:586`.
fn split(code: &str) -> Option<(&'static System, &str)> {
    let (prefix, bare) = code.trim().split_once(':')?;
    let is_code =
        !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    let system = SYSTEMS.iter().find(|one| one.prefix.eq_ignore_ascii_case(prefix.trim()))?;
    is_code.then_some((system, bare))
}

/// The coding of FHIR; none for words that are no code of a system that we know.
pub(super) fn coding(code: &str, display: &str) -> Option<Value> {
    let (system, bare) = split(code)?;
    let code = if system.prefix == "ORPHA" || system.prefix == "OMIM" {
        bare.to_owned()
    } else {
        code_of(system, bare)
    };
    Some(match display {
        "" => json!({"system": system.fhir, "code": code}),
        display => json!({"system": system.fhir, "code": code, "display": display}),
    })
}

fn code_of(system: &System, bare: &str) -> String {
    // Mondo writes its prefix into its codes.
    if system.prefix == "MONDO" { format!("MONDO:{bare}") } else { bare.to_owned() }
}

/// The code in a phenopacket, `PREFIX:code`.
pub(super) fn curie(code: &str) -> Option<String> {
    split(code).map(|(system, bare)| format!("{}:{bare}", system.prefix))
}

/// The declaration of the systems that a packet uses.
pub(super) fn resources(curies: &[String], ontology_version: &str) -> Vec<Value> {
    let version = |known: &str| if known.is_empty() { "not stated" } else { known }.to_owned();
    let resource = |id: &str, name: &str, url: &str, version: String, prefix: &str, iri: &str| {
        json!({
            "id": id, "name": name, "url": url, "version": version, "namespacePrefix": prefix, "iriPrefix": iri,
        })
    };
    let uses = |prefix: &str| curies.iter().any(|one| one.split(':').next() == Some(prefix));
    let mut all = vec![resource(
        "hp",
        "Human Phenotype Ontology",
        "https://hpo.jax.org",
        version(ontology_version),
        "HP",
        "http://purl.obolibrary.org/obo/HP_",
    )];
    if uses("GENO") {
        all.push(resource(
            "geno",
            "Genotype Ontology",
            "https://github.com/monarch-initiative/GENO-ontology",
            version(""),
            "GENO",
            "http://purl.obolibrary.org/obo/GENO_",
        ));
    }
    for system in SYSTEMS.iter().filter(|system| uses(system.prefix)) {
        all.push(resource(system.id, system.name, system.url, version(""), system.prefix, system.iri));
    }
    if uses("hgnc.symbol") {
        all.push(resource(
            "hgnc.symbol",
            "HUGO Gene Nomenclature Committee, symbols",
            "https://www.genenames.org",
            version(""),
            "hgnc.symbol",
            "https://identifiers.org/hgnc.symbol:",
        ));
    }
    if uses(LOCAL) {
        all.push(resource(
            "ariane",
            "Words of this packet without a code of a public system",
            "urn:ariane:local",
            "1".to_owned(),
            LOCAL,
            "urn:ariane:local:",
        ));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_of_known_systems_are_codes() {
        assert_eq!(curie("orpha:586").as_deref(), Some("ORPHA:586"));
        assert_eq!(curie("MONDO:0009061").as_deref(), Some("MONDO:0009061"));
        for other in ["", "586", "ORPHA:", "ORPHA:5 86", "XYZ:1", "M. Fictif : 12"] {
            assert_eq!(curie(other), None, "{other}");
            assert_eq!(coding(other, "x"), None, "{other}");
        }
        assert_eq!(
            coding("ICD-10:E84.0", ""),
            Some(json!({"system": "http://hl7.org/fhir/sid/icd-10", "code": "E84.0"}))
        );
        assert_eq!(coding("MONDO:0009061", "").unwrap()["code"], "MONDO:0009061");
    }
}
