//! Care beyond the two analyses.
//!
//! * [`section`]: what the page of a file shows of it; [`calls`]: calls that are owed;
//! * [`documents`] with [`upload`], [`contacts`], [`hospital`], [`wishes`]: papers, people around the person, the hospital's record,
//!   what the person prefers not to know;
//! * [`clinical`]: the clinical summary;
//! * [`plan`], [`checklist`], [`way`], [`household`]: pages of a file;
//! * [`letters`], [`letter_form`], [`letter_made`], [`telling`], [`told`]: what is written to the person and the doctor;
//! * [`waiting`], [`roster`], [`guidelines`], [`guideline`]: beside the board.

pub mod calls;
pub mod checklist;
pub mod clinical;
pub mod contacts;
pub mod documents;
pub mod exchanges;
pub mod frame;
pub mod guideline;
pub mod guidelines;
pub mod hospital;
pub mod household;
pub mod letter_form;
pub mod letter_made;
pub mod letters;
pub mod plan;
pub mod procedures;
pub mod roster;
pub mod routes;
pub mod section;
pub mod telling;
pub mod told;
pub mod upload;
pub mod waiting;
pub mod way;
pub mod wishes;
