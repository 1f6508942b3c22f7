//! The files in `winmail.dat`, the container in which Outlook wraps them (TNEF, [MS-OXTNEF]).

const ATTACH_BEGINS: u32 = 0x0006_9002;
const ATTACH_NAME: u32 = 0x0001_8010;
const ATTACH_BYTES: u32 = 0x0006_800F;

/// The files of a container with their names. A damaged container gives what lies before the damage.
pub(crate) fn extract(bytes: &[u8], most: usize) -> Vec<(Option<String>, Vec<u8>)> {
    let mut files: Vec<(Option<String>, Vec<u8>)> = Vec::new();
    let Some(mut rest) = bytes.strip_prefix(b"\x78\x9F\x3E\x22").and_then(|rest| rest.get(2..)) else {
        return files;
    };
    // level, attribute, length, data, checksum
    while let Some((head, after)) = rest.split_first_chunk::<9>() {
        let attribute = u32::from_le_bytes([head[1], head[2], head[3], head[4]]);
        let length = u32::from_le_bytes([head[5], head[6], head[7], head[8]]) as usize;
        let Some(data) = after.get(..length) else { break };
        if attribute == ATTACH_BEGINS {
            if files.len() >= most {
                break;
            }
            files.push((None, Vec::new()));
        }
        match (attribute, files.last_mut()) {
            (ATTACH_NAME, Some(file)) => {
                let name = data.split(|b| *b == 0).next().unwrap_or(data);
                file.0 = Some(super::decode::text(name, Some("windows-1252")).0);
            }
            (ATTACH_BYTES, Some(file)) => file.1 = data.to_vec(),
            _ => {}
        }
        let Some(next) = after.get(length + 2..) else { break };
        rest = next;
    }
    files.retain(|(_, bytes)| !bytes.is_empty());
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn attribute(id: u32, data: &[u8]) -> Vec<u8> {
        let mut bytes = vec![2];
        bytes.extend(id.to_le_bytes());
        bytes.extend((data.len() as u32).to_le_bytes());
        bytes.extend(data);
        bytes.extend([0, 0]);
        bytes
    }

    #[test]
    fn files_of_a_container() {
        let mut bytes = b"\x78\x9F\x3E\x22\x01\0".to_vec();
        bytes.extend(attribute(ATTACH_BEGINS, &[0; 14]));
        bytes.extend(attribute(ATTACH_NAME, b"caf\xE9.txt\0"));
        bytes.extend(attribute(ATTACH_BYTES, b"content"));
        let whole = extract(&bytes, 10);
        assert_eq!(whole, [(Some("café.txt".to_owned()), b"content".to_vec())]);
        for end in 0..bytes.len() {
            let _ = extract(&bytes[..end], 10);
        }
        bytes.extend(attribute(ATTACH_BEGINS, &[0; 14]));
        bytes.extend([2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
        assert_eq!(extract(&bytes, 10).len(), 1);
    }
}
