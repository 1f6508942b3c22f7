//! A small pull reader over quick-xml for Orphanet's element-only documents.

use super::FormatError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// What an element-only document consists of.
pub enum Node {
    /// `<name attr="…">`, with the attributes that were asked for.
    Open { name: String, lang: Option<String>, attributes: Vec<(String, String)> },
    /// Character data, entities resolved.
    Text(String),
    /// `</name>`.
    Close(String),
}

/// The document as UTF-8: as it is, or from the ISO-8859-1 that its declaration names.
pub fn decode(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, FormatError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = &bytes[..bytes.len().min(200)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if head.contains("encoding=\"iso-8859-1\"") || head.contains("encoding='iso-8859-1'") {
        return Ok(bytes.iter().map(|b| char::from(*b)).collect::<String>().into());
    }
    std::str::from_utf8(bytes).map(Into::into).map_err(|_| FormatError::Encoding)
}

/// Calls `visit` for each node. A document type declaration is refused: the official files have
/// none, and it is the door for entity expansion.
pub fn walk(text: &str, mut visit: impl FnMut(Node) -> Result<(), FormatError>) -> Result<(), FormatError> {
    let mut reader = Reader::from_str(text);
    let mut buffered = String::new();
    let mut depth = 0_usize;
    loop {
        let position = reader.buffer_position();
        let broken = |reason: String| FormatError::Xml { position, reason };
        match reader.read_event().map_err(|e| broken(e.to_string()))? {
            Event::Start(start) => {
                depth += 1;
                if depth > 500 {
                    return Err(broken("elements nested deeper than 500".into()));
                }
                buffered.clear();
                visit(open(&start).map_err(broken)?)?;
            }
            Event::Empty(start) => {
                buffered.clear();
                let node = open(&start).map_err(broken)?;
                let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
                visit(node)?;
                visit(Node::Close(name))?;
            }
            Event::Text(text) => {
                buffered.push_str(&text.decode().map_err(|e| broken(e.to_string()))?);
            }
            Event::CData(data) => {
                buffered.push_str(&data.decode().map_err(|e| broken(e.to_string()))?);
            }
            Event::GeneralRef(reference) => {
                if let Some(c) = reference.resolve_char_ref().map_err(|e| broken(e.to_string()))? {
                    buffered.push(c);
                } else {
                    let name = reference.decode().map_err(|e| broken(e.to_string()))?;
                    buffered.push_str(match name.as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        other => return Err(broken(format!("entity &{other}; is refused"))),
                    });
                }
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                if !buffered.is_empty() {
                    visit(Node::Text(std::mem::take(&mut buffered)))?;
                }
                visit(Node::Close(String::from_utf8_lossy(end.name().as_ref()).into_owned()))?;
            }
            Event::DocType(_) => return Err(broken("a document type is refused".into())),
            Event::Eof if depth > 0 => return Err(broken("the file ends too early".into())),
            Event::Eof => return Ok(()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

fn open(start: &BytesStart<'_>) -> Result<Node, String> {
    let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
    let mut lang = None;
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|e| e.to_string())?;
        let key = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
        let value = String::from_utf8_lossy(&attribute.value).into_owned();
        if key == "lang" {
            lang = Some(value);
        } else if name == "JDBOR" || name == "Classification" {
            attributes.push((key, value));
        }
    }
    Ok(Node::Open { name, lang, attributes })
}
