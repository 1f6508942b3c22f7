//! `ORPHAnomenclature_<lang>_<year>.xml` of the nomenclature pack: names, definitions, status,
//! redirections. Also reads the older product 1 files, which share the layout.

use super::FormatError;
use super::xml::{Node, decode, walk};

/// One entity as the nomenclature file describes it.
#[derive(Debug, Default, Clone)]
pub struct NomenclatureRow {
    /// ORPHA code.
    pub code: u32,
    /// Preferred name in the language of the file.
    pub name: String,
    /// Synonyms in the language of the file.
    pub synonyms: Vec<String>,
    /// Disorder type; English label, or another language's in some files.
    pub disorder_type: String,
    /// `Active`, `Inactive: Obsolete`, …; empty when the file gives none.
    pub status: String,
    /// Successor of a retired code.
    pub moved_to: Option<u32>,
    /// Definition, mark-up removed.
    pub definition: Option<String>,
}

/// A nomenclature file.
#[derive(Debug, Default)]
pub struct Nomenclature {
    /// Language of the names.
    pub language: String,
    /// Day of extraction, `YYYY-MM-DD…`.
    pub date: String,
    /// Version as the file states it.
    pub version: String,
    /// Its rows.
    pub rows: Vec<NomenclatureRow>,
}

/// Reads the file.
pub fn read(bytes: &[u8]) -> Result<Nomenclature, FormatError> {
    let text = decode(bytes)?;
    let mut out = Nomenclature::default();
    let mut path: Vec<String> = Vec::with_capacity(16);
    let mut row = NomenclatureRow::default();
    let mut target: Option<u32> = None;
    walk(&text, |node| {
        match node {
            Node::Open { name, lang, attributes } => {
                if name == "JDBOR" {
                    for (key, value) in attributes {
                        match key.as_str() {
                            "ExtractionDate" => out.date = value,
                            "version" => out.version = value,
                            _ => {}
                        }
                    }
                } else if name == "Disorder" && path.len() == 2 {
                    row = NomenclatureRow::default();
                } else if name == "Name" && path.len() == 3 && out.language.is_empty() {
                    out.language = lang.unwrap_or_default();
                }
                path.push(name);
            }
            Node::Text(text) => {
                let tail: Vec<&str> = path.iter().skip(3).map(String::as_str).collect();
                match tail.as_slice() {
                    ["OrphaCode" | "OrphaNumber"] => row.code = text.trim().parse().unwrap_or(0),
                    ["Name"] => row.name = text.trim().to_owned(),
                    ["SynonymList", "Synonym"] => row.synonyms.push(text.trim().to_owned()),
                    ["DisorderType", "Name"] => row.disorder_type = text.trim().to_owned(),
                    ["Totalstatus"] => row.status = text.trim().to_owned(),
                    [.., "TargetDisorder", "OrphaCode" | "OrphaNumber"] => {
                        target = text.trim().parse().ok();
                    }
                    [.., "DisorderDisorderAssociationType", "Name"] => {
                        let kind = text.trim();
                        if kind == "Moved to" || kind == "Referred to" {
                            row.moved_to = row.moved_to.or(target);
                        }
                    }
                    [.., "TextSection", "Contents"] if row.definition.is_none() => {
                        row.definition = Some(without_markup(&text));
                    }
                    _ => {}
                }
            }
            Node::Close(name) => {
                path.pop();
                if name == "Disorder" && path.len() == 2 && row.code != 0 && !row.name.is_empty() {
                    out.rows.push(std::mem::take(&mut row));
                }
            }
        }
        Ok(())
    })?;
    if out.rows.is_empty() {
        return Err(FormatError::Empty("disorder"));
    }
    Ok(out)
}

/// Definitions carry `<i>`, `<sup>` and the like as escaped text.
pub(crate) fn without_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.trim();
    while let Some(start) = rest.find('<') {
        let after = &rest[start + 1..];
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        match after.find('>').filter(|end| is_tag && *end <= 10) {
            Some(end) => {
                out.push_str(&rest[..start]);
                rest = &after[end + 1..];
            }
            None => {
                out.push_str(&rest[..=start]);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"<?xml version="1.0" encoding="ISO-8859-1"?>
<JDBOR ExtractionDate="2023-06-21 18:14:45" version="1.3">
 <DisorderList count="2">
  <Disorder id="1"><OrphaCode>900001</OrphaCode><Name lang="fr">Maladie imaginaire A</Name>
   <Totalstatus lang="en">Active</Totalstatus>
   <SynonymList count="1"><Synonym lang="fr">MIA</Synonym></SynonymList>
   <DisorderType id="1"><Name lang="en">Disease</Name></DisorderType>
   <DisorderDisorderAssociationList count="0"/>
   <SummaryInformationList><SummaryInformation><TextSectionList><TextSection><TextSectionType><Name lang="fr">D</Name></TextSectionType>
   <Contents>Avec &lt;i&gt;genu&lt;/i&gt; &lt; 2 ans &amp; rare.</Contents></TextSection></TextSectionList></SummaryInformation></SummaryInformationList>
  </Disorder>
  <Disorder id="2"><OrphaCode>900002</OrphaCode><Name lang="fr">OBSOLETE: B</Name>
   <Totalstatus lang="en">Inactive: Deprecated</Totalstatus>
   <DisorderDisorderAssociationList count="1"><DisorderDisorderAssociation>
    <TargetDisorder id="1"><OrphaCode>900001</OrphaCode><Name lang="fr">Maladie imaginaire A</Name></TargetDisorder>
    <DisorderDisorderAssociationType id="1"><Name lang="en">Moved to</Name></DisorderDisorderAssociationType>
   </DisorderDisorderAssociation></DisorderDisorderAssociationList>
  </Disorder>
 </DisorderList>
</JDBOR>"#;

    #[test]
    fn names_definition_and_successor_are_read() {
        let file = read(FILE.as_bytes()).expect("readable");
        assert_eq!(file.language, "fr");
        let [a, b] = &file.rows[..] else { panic!("two rows") };
        assert_eq!((a.code, a.name.as_str(), a.status.as_str()), (900001, "Maladie imaginaire A", "Active"));
        assert_eq!(a.synonyms, ["MIA"]);
        assert_eq!(a.definition.as_deref(), Some("Avec genu < 2 ans & rare."));
        assert_eq!((b.code, b.moved_to), (900002, Some(900001)));
    }

    #[test]
    fn latin_1_is_decoded_as_the_file_declares() {
        let latin: Vec<u8> = FILE.replace("imaginaire", "imaginée").chars().map(|c| c as u8).collect();
        assert_eq!(read(&latin).expect("readable").rows[0].name, "Maladie imaginée A");
    }

    #[test]
    fn an_entity_bomb_and_a_cut_file_are_refused() {
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aa\">]><JDBOR>&a;</JDBOR>";
        assert!(matches!(read(bomb.as_bytes()), Err(FormatError::Xml { .. })));
        let cut = &FILE[..FILE.len() - 40];
        assert!(matches!(read(cut.as_bytes()), Err(FormatError::Xml { .. })));
        assert!(matches!(read(b"<JDBOR></JDBOR>"), Err(FormatError::Empty(_))));
    }
}
