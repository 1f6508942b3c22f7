//! The reader of the nomenclature in XML: any bytes are read or refused.
#![no_main]

use ariane_knowledge::formats::nomenclature;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = nomenclature::read(bytes);
});
