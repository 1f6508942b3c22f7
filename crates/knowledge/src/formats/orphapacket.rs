//! Orphapackets: one JSON document per ORPHA entity.
//!
//! Shapes vary from file to file (one item as an object, several as a list, lists of one-key
//! objects, a key holding a list), so the reader walks `Value`s and takes what it finds.

use super::FormatError;
use serde_json::Value;

/// A published frequency.
#[derive(Debug, Clone)]
pub struct PrevalenceRow {
    /// E.g. `Point prevalence`.
    pub measure: String,
    /// E.g. `1-9 / 100 000`.
    pub class: String,
    /// Mean per 100,000, or number of cases or families.
    pub mean: Option<f64>,
    /// E.g. `Worldwide`.
    pub geography: String,
    /// E.g. `Value and class`, `Family(ies)`.
    pub qualification: String,
    /// E.g. `20301510[PMID]`.
    pub source: String,
}

/// One entity.
#[derive(Debug, Default, Clone)]
pub struct Packet {
    /// ORPHA code.
    pub code: u32,
    /// English preferred name.
    pub label: String,
    /// English synonyms.
    pub synonyms: Vec<String>,
    /// Disorder type, English.
    pub disorder_type: String,
    /// Definition, English.
    pub definition: Option<String>,
    /// Parents over all classifications.
    pub parents: Vec<u32>,
    /// `(OMIM number, mapping relation such as "E")`.
    pub omim: Vec<(String, String)>,
    /// `(symbol, association type)`.
    pub genes: Vec<(String, String)>,
    /// `(HPO id, frequency label)`.
    pub signs: Vec<(String, String)>,
    /// Published frequencies.
    pub prevalences: Vec<PrevalenceRow>,
    /// Ages of onset, English labels.
    pub onsets: Vec<String>,
    /// Inheritance, English labels.
    pub inheritance: Vec<String>,
    /// Day of creation.
    pub date: String,
    /// Version as the file states it.
    pub version: String,
}

/// Reads one document.
pub fn read(bytes: &[u8]) -> Result<Packet, FormatError> {
    let root: Value = serde_json::from_slice(bytes)?;
    let root = root.get("Orphapacket").ok_or(FormatError::Unknown)?;
    let text = |value: &Value, key: &str| {
        value.get(key).and_then(Value::as_str).map(|s| s.trim().to_owned()).unwrap_or_default()
    };
    let code = text(root, "ORPHAcode").parse().map_err(|_| FormatError::Empty("ORPHAcode"))?;
    let mut packet = Packet {
        code,
        label: text(root, "Label"),
        date: text(root, "creationDate"),
        version: text(root, "version"),
        disorder_type: root.get("DisorderType").map(|t| text(t, "value")).unwrap_or_default(),
        ..Packet::default()
    };
    if let Some(section) = root.get("TextSection") {
        let contents = text(section, "Contents");
        if text(section, "TextSectionType") == "Definition" && !contents.is_empty() {
            packet.definition = Some(super::nomenclature::without_markup(&contents));
        }
    }
    each(root.get("Synonyms"), "Synonym", &mut |v| packet.synonyms.extend(v.as_str().map(str::to_owned)));
    each(root.get("Parents"), "Parent", &mut |v| {
        packet.parents.extend(text(v, "ORPHAcode").parse::<u32>().ok())
    });
    each(root.get("ExternalReferences"), "ExternalReference", &mut |v| {
        if text(v, "Source") == "OMIM" {
            let relation = text(v, "DisorderMappingRelation");
            let relation = relation.split_whitespace().next().unwrap_or_default().to_owned();
            packet.omim.push((text(v, "Reference"), relation));
        }
    });
    each(root.get("Genes"), "Gene", &mut |v| {
        packet.genes.push((text(v, "Symbol"), text(v, "DisorderGeneAssociationType")));
    });
    each(root.get("Phenotypes"), "Phenotype", &mut |v| {
        packet.signs.push((text(v, "HPOId"), text(v, "HPOFrequency")));
    });
    each(root.get("Prevalences"), "Prevalence", &mut |v| {
        packet.prevalences.push(PrevalenceRow {
            measure: text(v, "PrevalenceType"),
            class: text(v, "PrevalenceClass"),
            mean: text(v, "ValMoy").parse().ok(),
            geography: text(v, "PrevalenceGeographic"),
            qualification: text(v, "PrevalenceQualification"),
            source: text(v, "Source"),
        });
    });
    each(root.get("AverageAgeOfOnsets"), "AverageAgeOfOnset", &mut |v| packet.onsets.push(text(v, "value")));
    each(root.get("TypeOfInheritances"), "TypeOfInheritance", &mut |v| {
        packet.inheritance.push(text(v, "value"))
    });
    Ok(packet)
}

/// Visits every item below `value`, whatever the nesting of lists and `{key: …}` wrappers.
fn each(value: Option<&Value>, key: &str, visit: &mut dyn FnMut(&Value)) {
    match value {
        Some(Value::Array(items)) => items.iter().for_each(|item| each(Some(item), key, visit)),
        Some(Value::Object(map)) if map.contains_key(key) => each(map.get(key), key, visit),
        Some(item @ (Value::Object(_) | Value::String(_))) => visit(item),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_of_one_and_of_several_items_read_alike() {
        let packet = |synonyms: &str, parents: &str| {
            let json = format!(
                r#"{{"Orphapacket":{{"ORPHAcode":"900001","Label":"A","DisorderType":{{"value":"Disease"}},
                "Synonyms":{synonyms},"Parents":{parents},"Genes":"no data"}}}}"#
            );
            read(json.as_bytes()).expect("readable")
        };
        let one = packet(r#"{"Synonym":"x"}"#, r#"[{"Parent":[{"ORPHAcode":"1"}]}]"#);
        let list = packet(
            r#"[{"Synonym":"x"},{"Synonym":"y"}]"#,
            r#"{"Parent":[{"ORPHAcode":"1"},{"ORPHAcode":"2"}]}"#,
        );
        assert_eq!((one.synonyms.len(), one.parents.as_slice()), (1, &[1][..]));
        assert_eq!((list.synonyms.len(), list.parents.as_slice()), (2, &[1, 2][..]));
    }

    #[test]
    fn json_of_another_kind_is_refused() {
        assert!(matches!(read(b"{\"a\":1}"), Err(FormatError::Unknown)));
        assert!(matches!(read(b"{"), Err(FormatError::Json(_))));
    }
}
