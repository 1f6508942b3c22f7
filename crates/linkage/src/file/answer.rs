//! Pairs of pseudonyms: what the site that compared hands back. The first is the asking site's, the second the answering site's.

use super::{FileFault, Head, Kind, Pseudonym, pseudonym, read, write};
use crate::comparison::Class;
use crate::secret::Secret;
use data_encoding::HEXLOWER;

const KIND: Kind = Kind { title: "ariane linkage answer", version: 1 };

/// A pair, as each site can find its own half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnsweredPair {
    /// Pseudonym of the site that asked.
    pub theirs: Pseudonym,
    /// Pseudonym of the site that compared.
    pub ours: Pseudonym,
    /// Likeness in thousandths.
    pub thousandths: u16,
    /// What a human is told.
    pub class: Class,
}

/// What one site hands back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Head: comparison and partner are those of the file that is answered.
    pub head: Head,
    /// Pairs, the most alike first.
    pub pairs: Vec<AnsweredPair>,
}

impl Answer {
    /// As a file.
    pub fn to_text(&self, secret: &Secret) -> String {
        let line = |pair: &AnsweredPair| {
            let AnsweredPair { theirs, ours, thousandths, class } = pair;
            format!("{} {} {thousandths} {}", HEXLOWER.encode(theirs), HEXLOWER.encode(ours), class.word())
        };
        write(KIND, &self.head, secret, self.pairs.iter().map(line))
    }

    /// Reads [`Answer::to_text`].
    ///
    /// # Errors
    /// [`FileFault`].
    pub fn parse(bytes: &[u8], secret: &Secret) -> Result<Self, FileFault> {
        let (head, lines) = read(KIND, bytes, secret)?;
        let pairs = lines.into_iter().map(|(line, text)| {
            let fault = FileFault::NotUnderstood(line);
            let parts: Vec<&str> = text.split_whitespace().collect();
            let [theirs, ours, thousandths, class] = parts[..] else { return Err(fault) };
            let thousandths = thousandths.parse().ok().filter(|number| *number <= 1000).ok_or(fault)?;
            Ok(AnsweredPair {
                theirs: pseudonym(theirs, line)?,
                ours: pseudonym(ours, line)?,
                thousandths,
                class: Class::from_word(class).ok_or(fault)?,
            })
        });
        Ok(Self { head, pairs: pairs.collect::<Result<_, _>>()? })
    }
}

/// A likeness in thousandths.
pub fn thousandths(likeness: f64) -> u16 {
    // Between 0 and 1000, whatever comes in.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what a u16 holds"
    )]
    let number = (likeness.clamp(0.0, 1.0) * 1000.0).round() as u16;
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use uuid::Uuid;

    fn some() -> Answer {
        let head = Head {
            comparison: Uuid::from_u128(5),
            partner: Uuid::from_u128(6),
            made_at: DateTime::from_timestamp(1_795_348_800, 0).unwrap(),
        };
        let pair =
            |at: u8, class| AnsweredPair { theirs: [at; 16], ours: [at + 1; 16], thousandths: 900, class };
        Answer { head, pairs: vec![pair(1, Class::Sure), pair(3, Class::Unsure)] }
    }

    #[test]
    fn an_answer_is_read_back_as_it_was_written() {
        let secret = Secret::new([1; 32]);
        assert_eq!(Answer::parse(some().to_text(&secret).as_bytes(), &secret), Ok(some()));
    }

    #[test]
    fn who_has_not_the_secret_cannot_forge_an_answer() {
        let (ours, theirs) = (Secret::new([1; 32]), Secret::new([2; 32]));
        let forged = some().to_text(&theirs);
        assert_eq!(Answer::parse(forged.as_bytes(), &ours), Err(FileFault::WrongSecret));
        let real = some().to_text(&ours);
        let other = real.replace("unsure", "sure");
        assert_eq!(Answer::parse(other.as_bytes(), &ours), Err(FileFault::Changed));
    }

    #[test]
    fn nonsense_under_the_right_secret_is_told_with_its_line() {
        let secret = Secret::new([1; 32]);
        let name = "00".repeat(16);
        for row in ["", "a b c d", &format!("{name} {name} 1001 sure"), &format!("{name} {name} 900 certain")]
        {
            let text = write(KIND, &some().head, &secret, vec![row.to_owned()].into_iter());
            assert_eq!(Answer::parse(text.as_bytes(), &secret), Err(FileFault::NotUnderstood(7)), "{row}");
        }
    }

    #[test]
    fn likeness_is_told_in_thousandths() {
        assert_eq!([0.0, 0.8765, 1.0, 2.0, -1.0, f64::NAN].map(thousandths), [0, 877, 1000, 1000, 0, 0]);
    }
}
