//! What the approved rendering says, for a page: read out of the very bytes that a clinician approved, so that nothing is shown besides.

use serde_json::Value;

/// The question, as it was approved; empty where none was asked.
pub fn question(fhir: &str) -> String {
    let bundle: Value = serde_json::from_str(fhir).unwrap_or_default();
    let resources = || bundle["entry"].as_array().into_iter().flatten().map(|one| &one["resource"]);
    let composition = resources().find(|one| one["resourceType"] == "Composition");
    let sections = composition.and_then(|one| one["section"].as_array());
    let told = sections.into_iter().flatten().find_map(|one| one["text"]["div"].as_str());
    told.map(plain).unwrap_or_default()
}

/// The text of a narrative without its marks. The renderer writes one `div` around escaped text.
fn plain(div: &str) -> String {
    let (mut text, mut is_mark) = (String::new(), false);
    for c in div.chars() {
        match c {
            '<' => is_mark = true,
            '>' if is_mark => is_mark = false,
            _ if is_mark => {}
            other => text.push(other),
        }
    }
    for (from, to) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&")]
    {
        text = text.replace(from, to);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::question;

    #[test]
    fn the_question_is_read_out_of_what_was_approved() {
        let bundle = r#"{"entry":[{"resource":{"resourceType":"Patient"}},{"resource":{"resourceType":"Composition",
            "section":[{"title":"x"},{"text":{"div":"<div xmlns=\"x\">a &lt; b &amp; c</div>"}}]}}]}"#;
        assert_eq!(question(bundle), "a < b & c");
        assert_eq!(question("no json"), "");
        assert_eq!(question("{}"), "");
    }
}
