//! The reader of mail: any bytes become a message, the same bytes the same message, and a safe page stays safe.
#![no_main]

use ariane_mail::message::Receiver;
use ariane_mail::thread::{Known, decide, evidence};
use ariane_mail::{Limits, html, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (receiver, limits) = (Receiver::default(), Limits::default());
    let incoming = parse(bytes, &receiver, &limits);
    assert!(!incoming.defects.contains(&ariane_mail::message::Defect::Unreadable), "a reader failed");
    assert_eq!(parse(bytes, &receiver, &limits), incoming);
    assert!(!incoming.subject.contains(char::is_control));
    let _ = decide::<u8>(&incoming, &evidence(&incoming), &Known::default());
    if let Some(page) = &incoming.html {
        let again = html::clean(page).to_ascii_lowercase();
        for tag in ["<script", "<img", "<svg", "<style", "<iframe", "<form", "<object", "<base", "<meta", "<link"] {
            assert!(!again.contains(tag) && !page.to_ascii_lowercase().contains(tag));
        }
    }
});
