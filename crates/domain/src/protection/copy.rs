//! What the copy of one's data holds, and what it leaves out for the sake of somebody else (articles 15 and 20).

use crate::stable::stable_words;

stable_words! {
    /// A part of what is kept about a person, beside the request itself, its thread and files.
    pub enum Part in "mine-copy-part" {
        /// What was confided and written down apart.
        ListeningNotes = "listening-notes",
        /// What was handed over to the cell, and what it answered.
        Handovers = "handovers",
        /// The file of the cell: where it stands, and what was proposed and answered.
        CaseFile = "case-file",
        /// What a human still has to do, or did.
        Tasks = "tasks",
        /// What could not be given.
        UnmetNeeds = "unmet-needs",
        /// Colleagues who were called to the request: when, not whom (duty D27).
        Calls = "calls",
        /// Requests about data, with their clock.
        DataRequests = "data-requests",
        /// To whom it was passed on (article 15(1)(c)).
        Disclosures = "disclosures",
        /// Recipients who were asked to delete, and what they answered (article 19).
        RecipientRequests = "recipient-requests",
        /// Who acts for the person.
        Representatives = "representatives",
        /// What representatives and the person said about an act.
        Opinions = "opinions",
        /// Why data are kept although their erasure was asked for.
        Holds = "holds",
        /// Exceptional openings.
        Openings = "openings",
        /// Private links: when made, how they went out.
        Links = "links",
        /// Codes over a second channel: when, over which.
        Proofs = "proofs",
        /// Mail that waits or was sent.
        Outgoing = "outgoing",
    }
}

/// Whose story a request tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Story {
    /// Of who asks.
    Own,
    /// Of somebody else (duty D24).
    Anothers,
    /// Of who asks for the copy, told by somebody else.
    ToldByAnother,
}

/// Whether a part is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Whole.
    Whole,
    /// Codes and times only; the free text is withheld.
    CodesOnly,
    /// Withheld; the copy says so.
    Withheld,
}

/// Whether who asks is given a part.
///
/// Everything kept about a person is theirs, listening notes and what was written to the cell too: no exemption covers
/// them as such. It ends where it would give away somebody else (GDPR, article 15(4), and recital 63: rights of others;
/// article 20(4)). Where the story is another's, what is noted about that other is not given back to who told it; their
/// own messages are. `names_another` is what the author of a listening note said: that it tells of somebody else too.
///
/// Of the file of the cell the copy gives what the person knows already: where it stands and the steps that they answered.
/// Analyses, notes and decisions may hold a candidate disease or a genetic result, which nobody learns from a screen: a named
/// clinician explains and hands them over (duty D2; the right itself is not lessened by it).
///
/// What is withheld can be asked of the data protection officer, who weighs it by hand.
pub const fn given(part: Part, story: Story, names_another: bool) -> Given {
    match (story, part) {
        (_, Part::ListeningNotes) if names_another => Given::Withheld,
        (Story::Own | Story::ToldByAnother, Part::CaseFile) => Given::CodesOnly,
        (Story::Anothers, Part::CaseFile) => Given::Withheld,
        (Story::Own, _) => Given::Whole,
        (Story::Anothers, Part::ListeningNotes | Part::Representatives | Part::Opinions) => Given::Withheld,
        (Story::Anothers, Part::Handovers | Part::UnmetNeeds) => Given::CodesOnly,
        (Story::Anothers, _) => Given::Whole,
        // What another confided is theirs, and so is their link and their mail.
        (
            Story::ToldByAnother,
            Part::ListeningNotes
            | Part::DataRequests
            | Part::RecipientRequests
            | Part::Links
            | Part::Proofs
            | Part::Outgoing,
        ) => Given::Withheld,
        (Story::ToldByAnother, _) => Given::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_own_story_is_given_whole_but_for_notes_that_tell_of_somebody_else() {
        for part in Part::ALL.into_iter().filter(|part| *part != Part::CaseFile) {
            assert_eq!(given(part, Story::Own, false), Given::Whole, "{part}");
        }
        assert_eq!(given(Part::CaseFile, Story::Own, false), Given::CodesOnly, "told by a human");
        assert_eq!(given(Part::CaseFile, Story::Anothers, false), Given::Withheld);
        assert_eq!(given(Part::ListeningNotes, Story::Own, true), Given::Withheld);
        assert_eq!(given(Part::Handovers, Story::Own, true), Given::Whole, "the mark is one of notes");
    }

    #[test]
    fn nothing_noted_about_another_goes_back_to_who_told_it() {
        assert_eq!(given(Part::ListeningNotes, Story::Anothers, false), Given::Withheld);
        assert_eq!(given(Part::Handovers, Story::Anothers, false), Given::CodesOnly);
        assert_eq!(given(Part::Opinions, Story::Anothers, false), Given::Withheld);
        assert_eq!(given(Part::DataRequests, Story::Anothers, false), Given::Whole);
    }

    #[test]
    fn what_another_told_is_given_as_noted_and_without_their_own() {
        assert_eq!(given(Part::Handovers, Story::ToldByAnother, false), Given::Whole);
        for theirs in [Part::ListeningNotes, Part::Links, Part::Proofs, Part::Outgoing, Part::DataRequests] {
            assert_eq!(given(theirs, Story::ToldByAnother, false), Given::Withheld, "{theirs}");
        }
    }
}
