//! The reader of `phenotype.hpoa`: any bytes are read or refused.
#![no_main]

use ariane_knowledge::formats::hpoa;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = hpoa::read(bytes);
});
