//! Pages and API: server-rendered, working without scripts, in five languages.
//!
//! * [`pages`]: one file per page;
//! * [`api`]: what the small scripts ask;
//! * [`addresses`]: addresses in the language of the page;
//! * [`guard`]: who may call which route;
//! * [`sign_in`]: passwords, second factors, outside sign-in;
//! * [`local_only`]: who may see named candidates until there is sign-in;
//! * [`pulse`]: what the jobs tell of themselves;
//! * [`text`]: translated texts, numbers and dates;
//! * [`pictures`]: server-drawn SVG with a text alternative;
//! * [`figures`]: what is kept of figures in memory, and how an edition is made;
//! * [`state`]: what all pages answer from;
//! * [`timing`]: how long answers take.

pub mod addresses;
pub mod api;
pub mod assets;
pub mod desk;
pub mod figures;
pub mod guard;
pub mod letters;
pub mod local_only;
pub mod pages;
pub mod pictures;
pub mod problem;
pub mod procedures;
pub mod pulse;
pub mod router;
pub mod security;
pub mod sign_in;
pub mod state;
pub mod text;
pub mod timing;
