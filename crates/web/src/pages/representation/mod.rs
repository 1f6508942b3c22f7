//! Who acts for a child or a protected adult, what they and the person said about an act, to whom something was passed on (duties D4,
//! D23, D24).
//!
//! * [`of_enquiry`]: at the desk; [`of_file`]: in the cell, also for a file that no enquiry stands behind;
//! * [`sections`]: what both show; [`change`]: what both take down.

pub mod change;
pub mod of_enquiry;
pub mod of_file;
pub mod sections;
