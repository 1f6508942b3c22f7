//! One way of writing a report, so that the same report is the same bytes: JSON without spaces, keys in order, numbers whole.

use serde::Serialize;
use serde_json::Value;

/// Writes a value canonically.
///
/// # Errors
/// What serialisation says; a report has nothing that fails.
pub fn canonical(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut text = String::new();
    write(&serde_json::to_value(value)?, &mut text);
    Ok(text)
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(list) => {
            text.push('[');
            for (at, one) in list.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write(one, text);
            }
            text.push(']');
        }
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_unstable();
            text.push('{');
            for (at, key) in keys.into_iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                text.push_str(&Value::String(key.clone()).to_string());
                text.push(':');
                write(&map[key], text);
            }
            text.push('}');
        }
        other => text.push_str(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_keys_and_spaces_does_not_matter() {
        let read = |text: &str| canonical(&serde_json::from_str::<Value>(text).unwrap()).unwrap();
        assert_eq!(read(r#"{"b": [1, null], "a": "é\n"}"#), "{\"a\":\"é\\n\",\"b\":[1,null]}");
        assert_eq!(read(r#"{"a":"é\n","b":[1,null]}"#), read(r#"{ "b":[1,null],"a":"\u00e9\n" }"#));
    }
}
