//! Tables as the program sees them.

pub mod account;
pub mod account_identity;
pub mod account_passkey;
pub mod account_recovery_code;
pub mod account_role;
pub mod account_totp;
pub mod controller;
pub mod directory_event;
pub mod directory_import;
pub mod directory_organisation;
pub mod session;
pub mod ticket;
pub mod wrong_try;
