//! Pseudonyms and encodings: what the site that asks hands over. Holds no name, date or number of a file.

use super::{FileFault, Head, Kind, Pseudonym, pseudonym, read, write};
use crate::encoding::{BITS, Encoding};
use crate::secret::Secret;
use data_encoding::{BASE64, HEXLOWER};
use std::collections::HashSet;

const KIND: Kind = Kind { title: "ariane linkage encodings", version: 1 };

/// What one site hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encodings {
    /// Head.
    pub head: Head,
    /// Persons.
    pub rows: Vec<(Pseudonym, Encoding)>,
}

impl Encodings {
    /// As a file. Rows go by pseudonym: their order says nothing of when somebody came.
    pub fn to_text(&self, secret: &Secret) -> String {
        let mut rows = self.rows.clone();
        rows.sort_unstable_by_key(|(pseudonym, _)| *pseudonym);
        let line = |(pseudonym, encoding): (Pseudonym, Encoding)| {
            format!("{} {}", HEXLOWER.encode(&pseudonym), BASE64.encode(&encoding.to_bytes()))
        };
        write(KIND, &self.head, secret, rows.into_iter().map(line))
    }

    /// Reads [`Encodings::to_text`].
    ///
    /// # Errors
    /// [`FileFault`].
    pub fn parse(bytes: &[u8], secret: &Secret) -> Result<Self, FileFault> {
        let (head, lines) = read(KIND, bytes, secret)?;
        let mut known = HashSet::new();
        let rows = lines.into_iter().map(|(line, text)| {
            let fault = FileFault::NotUnderstood(line);
            let (name, encoding) = text.trim_end().split_once(' ').ok_or(fault)?;
            let name = pseudonym(name, line)?;
            if !known.insert(name) {
                return Err(fault);
            }
            let bytes = BASE64.decode(encoding.as_bytes()).map_err(|_| fault)?;
            let bytes: [u8; BITS / 8] = bytes.try_into().map_err(|_| fault)?;
            Ok((name, Encoding::from_bytes(&bytes)))
        });
        Ok(Self { head, rows: rows.collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn secret(byte: u8) -> Secret {
        Secret::new([byte; 32])
    }

    fn some(count: u8) -> Encodings {
        let head = Head {
            comparison: Uuid::from_u128(5),
            partner: Uuid::from_u128(6),
            made_at: DateTime::from_timestamp(1_795_348_800, 0).unwrap(),
        };
        let row = |at: u8| ([at; 16], Encoding([u64::from(at) * 77; 16]));
        Encodings { head, rows: (0..count).map(row).collect() }
    }

    #[test]
    fn a_file_is_read_back_as_it_was_written() {
        for count in [0, 1, 9] {
            let text = some(count).to_text(&secret(1));
            assert_eq!(Encodings::parse(text.as_bytes(), &secret(1)), Ok(some(count)));
            let by_mail = text.replace('\n', "\r\n");
            assert_eq!(
                Encodings::parse(by_mail.as_bytes(), &secret(1)),
                Ok(some(count)),
                "with other line ends"
            );
        }
    }

    #[test]
    fn another_secret_is_told_as_such() {
        let text = some(3).to_text(&secret(1));
        assert_eq!(Encodings::parse(text.as_bytes(), &secret(2)), Err(FileFault::WrongSecret));
    }

    #[test]
    fn something_else_and_other_versions_are_told_as_such() {
        let read = |text: &str| Encodings::parse(text.as_bytes(), &secret(1)).err();
        assert_eq!(read(""), Some(FileFault::OtherKind));
        assert_eq!(read("name;born\nA;B\n"), Some(FileFault::OtherKind));
        assert_eq!(read("ariane linkage answer 1\n"), Some(FileFault::OtherKind));
        let later = some(1).to_text(&secret(1)).replace("encodings 1", "encodings 2");
        assert_eq!(read(&later), Some(FileFault::OtherVersion(2)));
        assert_eq!(Encodings::parse(&[0xff; 90], &secret(1)), Err(FileFault::OtherKind));
        assert_eq!(read("ariane linkage encodings 99999999999999999999"), Some(FileFault::OtherKind));
    }

    #[test]
    fn a_file_that_ends_anywhere_before_its_end_is_refused() {
        let text = some(3).to_text(&secret(1));
        for end in 0..text.trim_end().len() {
            let fault = Encodings::parse(&text.as_bytes()[..end], &secret(1)).unwrap_err();
            let expected =
                [FileFault::CutOff, FileFault::OtherKind, FileFault::Changed, FileFault::WrongSecret];
            assert!(expected.contains(&fault), "{end}: {fault:?}");
        }
        let at_a_line = text.rfind("end ").unwrap();
        assert_eq!(Encodings::parse(&text.as_bytes()[..at_a_line], &secret(1)), Err(FileFault::CutOff));
    }

    #[test]
    fn rows_that_were_taken_out_put_in_or_exchanged_are_found() {
        let text = some(3).to_text(&secret(1));
        let lines: Vec<&str> = text.lines().collect();
        let without = lines.iter().enumerate().filter(|(at, _)| *at != 7).map(|(_, line)| *line);
        let mut turned = lines.clone();
        turned.swap(6, 7);
        for changed in [without.collect::<Vec<_>>(), turned, [&lines[..7], &lines[6..]].concat()] {
            let changed = changed.join("\n") + "\n";
            assert_eq!(Encodings::parse(changed.as_bytes(), &secret(1)), Err(FileFault::Changed));
        }
    }

    #[test]
    fn who_has_the_secret_and_writes_nonsense_is_told_the_line() {
        let head = some(0).head;
        let nonsense = |rows: Vec<String>| {
            let text = write(KIND, &head, &secret(1), rows.into_iter());
            Encodings::parse(text.as_bytes(), &secret(1)).err()
        };
        assert_eq!(nonsense(vec!["x".into()]), Some(FileFault::NotUnderstood(7)));
        assert_eq!(nonsense(vec!["00 AA==".into()]), Some(FileFault::NotUnderstood(7)));
        let good = some(1).to_text(&secret(1)).lines().nth(6).unwrap().to_owned();
        assert_eq!(
            nonsense(vec![good.clone(), good]),
            Some(FileFault::NotUnderstood(8)),
            "one pseudonym twice"
        );
        let many = vec![String::new(); super::super::MOST_ROWS + 1];
        assert_eq!(nonsense(many), Some(FileFault::TooLarge));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn one_byte_changed_anywhere_is_found(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = some(3).to_text(&secret(1)).into_bytes();
            // Of the space behind the end nothing is said.
            let place = at.index(bytes.len() - 1);
            prop_assume!(bytes[place] != byte && !(bytes[place] == b'\n' || byte.is_ascii_whitespace()));
            let was = bytes[place];
            bytes[place] = byte;
            // Hexadecimal of the two codes may be written in capitals.
            prop_assume!(!was.eq_ignore_ascii_case(&byte));
            prop_assert!(Encodings::parse(&bytes, &secret(1)).is_err());
        }

        #[test]
        fn no_bytes_make_the_reader_fall(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(Encodings::parse(&bytes, &secret(1)).is_err());
            let mut after = b"ariane linkage encodings 1\n".to_vec();
            after.extend(&bytes);
            prop_assert!(Encodings::parse(&after, &secret(1)).is_err());
        }
    }
}
