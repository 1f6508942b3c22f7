//! The reader of `hp.obo`: any bytes are read or refused.
#![no_main]

use ariane_knowledge::formats::hpo;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = hpo::read(bytes);
});
