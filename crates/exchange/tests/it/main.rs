//! Files as operators hand them in, read with mappings.

mod demonstration;
mod import;
mod proposal;
mod workbook;
