//! Files written into a text, as old programs do (uuencode).

/// Takes the files out of a text. Returns the text without them, and the files with their names.
///
/// A block without its end is left in the text: nothing is lost.
pub(crate) fn extract(text: &str) -> (String, Vec<(String, Vec<u8>)>) {
    if !text.contains("begin ") {
        return (text.to_owned(), Vec::new());
    }
    let mut rest = String::with_capacity(text.len());
    let mut files = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    // After a block without an end, no later one is tried: that would cost the square of the text.
    let mut open = true;
    while at < lines.len() {
        if open && let Some(name) = begin(lines[at]) {
            if let Some((bytes, end)) = block(&lines[at + 1..]) {
                files.push((name.to_owned(), bytes));
                at += 1 + end;
                continue;
            }
            open = false;
        }
        rest.push_str(lines[at]);
        rest.push('\n');
        at += 1;
    }
    if files.is_empty() {
        return (text.to_owned(), files);
    }
    (rest, files)
}

/// `begin 644 name`
fn begin(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("begin ")?;
    let (mode, name) = rest.split_once(' ')?;
    let octal = (3..=4).contains(&mode.len()) && mode.bytes().all(|b| (b'0'..=b'7').contains(&b));
    (octal && !name.trim().is_empty()).then(|| name.trim())
}

/// The bytes up to the line `end`, and how many lines that took.
fn block(lines: &[&str]) -> Option<(Vec<u8>, usize)> {
    let mut bytes = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if line.trim_end() == "end" {
            return Some((bytes, number + 1));
        }
        decode(line, &mut bytes)?;
    }
    None
}

fn decode(line: &str, bytes: &mut Vec<u8>) -> Option<()> {
    let value = |b: u8| (32..=96).contains(&b).then(|| (b - 32) & 63);
    let line = line.trim_end_matches('\r').as_bytes();
    let Some((&first, body)) = line.split_first() else { return Some(()) };
    let mut left = usize::from(value(first)?);
    for group in body.chunks(4) {
        if left == 0 {
            break;
        }
        let mut word = 0u32;
        for place in 0..4 {
            word = word << 6 | u32::from(value(group.get(place).copied().unwrap_or(b' '))?);
        }
        let take = left.min(3);
        bytes.extend_from_slice(&word.to_be_bytes()[1..=take]);
        left -= take;
    }
    (left == 0).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_file_out() {
        let text = "Hello\nbegin 644 cat.txt\n#0V%T\n`\nend\nBye\n";
        let (rest, files) = extract(text);
        assert_eq!(rest, "Hello\nBye\n");
        assert_eq!(files, [("cat.txt".to_owned(), b"Cat".to_vec())]);
    }

    #[test]
    fn leaves_what_is_no_file() {
        for text in
            ["begin 644 x\n#0V%T\nno end\n", "we begin 644 things\n", "begin anew\n", "begin 999 x\nend\n"]
        {
            assert_eq!(extract(text), (text.to_owned(), Vec::new()));
        }
    }
}
