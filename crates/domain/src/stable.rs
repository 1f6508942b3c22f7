//! Lists of stable words: one place says how an enum is written in files, columns, addresses and translation keys.

/// Makes an enum of coded values whose words never change.
///
/// Each gets `ALL`, `word`, `from_word`, `Display`, and a serialised form that is the word. `FAMILY` is the
/// beginning of its translation keys: the label of `mail` in the family `entry-mode` is `entry-mode-mail`.
macro_rules! stable_words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident in $family:literal {
            $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// All of them, in the order in which pages offer them.
            pub const ALL: [$name; [$($word),+].len()] = [$(Self::$variant),+];

            /// Beginning of the translation keys of its words.
            pub const FAMILY: &'static str = $family;

            /// Stable word for files, columns, addresses and translation keys.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            #[doc = concat!("Reads [`", stringify!($name), "::word`].")]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.word() == word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                Self::from_word(&word)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&word, &[$($word),+]))
            }
        }
    };
}

pub(crate) use stable_words;
