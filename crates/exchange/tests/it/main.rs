//! Files as operators hand them in, read with mappings.

mod import;
mod proposal;
mod workbook;
