//! Addresses of the weekly meeting of the cell.

use ariane_domain::Language;

/// A page of the weekly meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MeetingPage {
    /// Coming and past meetings.
    List,
    /// One meeting.
    Meeting,
}

impl MeetingPage {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::List, Self::Meeting];

    /// The words of the address in a language.
    pub const fn segment(self, language: Language) -> &'static str {
        // In the order fr, de, en, pt, lb.
        let words = match self {
            Self::List => ["reunions", "sitzungen", "meetings", "reunioes", "sitzungen"],
            Self::Meeting => [
                "reunions/seance",
                "sitzungen/sitzung",
                "meetings/meeting",
                "reunioes/reuniao",
                "sitzungen/sitzung",
            ],
        };
        words[super::place(language)]
    }

    /// The address.
    pub fn path(self, language: Language) -> String {
        format!("/{language}/{}", self.segment(language))
    }

    /// The address of something below it.
    pub fn path_to(self, language: Language, what: &str) -> String {
        format!("{}/{what}", self.path(language))
    }
}
