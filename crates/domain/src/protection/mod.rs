//! What the law on data protection asks of the application, as rules without I/O.
//!
//! * [`rights`]: what a person may ask for, and by when it is answered (articles 12 to 22);
//! * [`erasure`]: when keys may be destroyed (article 17; duty D4);
//! * [`breach`]: what happened to data, and the clock of 72 hours (articles 33, 34);
//! * [`glass`]: opening a closed record with two persons; [`emergency`]: the little that one clinician opens at once (duty D5);
//! * [`unusual`]: what in the log deserves a look (duty D26);
//! * [`copy`]: what the copy of one's data holds (articles 15, 20);
//! * [`notice`]: telling the person of what somebody else told (article 14; duty D24);
//! * [`recipients`]: asking those who received it (article 19; duty D4);
//! * [`settings`]: what an installation sets about all this.

pub mod breach;
pub mod copy;
pub mod emergency;
pub mod erasure;
pub mod glass;
pub mod notice;
pub mod recipients;
pub mod rights;
pub mod settings;
pub mod unusual;
