//! The template of the events: what is read comes back from its own export.
#![no_main]

use ariane_knowledge::events::template;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(once) = template::read(bytes) {
        let again = template::write(&once).ok().and_then(|export| template::read(&export).ok());
        assert_eq!(again.as_ref(), Some(&once));
    }
});
