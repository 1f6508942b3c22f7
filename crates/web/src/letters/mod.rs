//! Mails that the application writes by itself, in the language of who reads them.

pub mod acknowledgement;
pub mod panel;
pub mod referral;
