//! The reader of translations of HPO: any bytes are read or refused.
#![no_main]

use ariane_knowledge::formats::babelon;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = babelon::read(bytes);
});
