//! Who may call which route: no route without a [`Rule`].
//!
//! * [`rule`]: the rules, and the judgement of a caller by them;
//! * [`routes`]: the only way to add a route, which asks for its rule and keeps the table of all;
//! * [`caller`]: who calls: the session behind the cookie;
//! * [`enforce`]: what happens before a handler runs, and the answer when it may not;
//! * [`again`]: what ran into somebody else is done again;
//! * [`forms`]: forms that only our own pages can send;
//! * [`cookies`], [`network`], [`tries`]: what browsers hold, where they come from, how often they may try.

pub mod again;
pub mod caller;
pub mod cookies;
pub mod enforce;
pub mod forms;
pub mod network;
pub mod routes;
pub mod rule;
pub mod tries;

pub use caller::{Caller, ExpertHolder, LinkHolder, ReferralHolder, Signed};
pub use routes::Routes;
pub use rule::Rule;
