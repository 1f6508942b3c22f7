//! Stories over real HTTP requests to the application.

mod application;
mod guards;
mod pages;
mod sheet;
mod texts;
