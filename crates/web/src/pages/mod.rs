//! Pages, one file each.

pub mod account;
pub mod candidates;
pub mod care;
pub mod cell;
pub mod consents;
pub mod describe;
pub mod desk;
pub mod directory;
pub mod disease;
pub mod dossier;
pub mod entry;
pub mod event_card;
pub mod events;
pub mod families;
pub mod figures;
pub mod guest;
pub mod guides;
pub mod helplines;
mod laboratory;
pub mod map;
pub mod meeting;
pub mod mine;
pub mod networks;
pub mod operation;
pub mod organisation;
pub mod panel;
pub mod paper;
pub mod phenopacket;
pub mod protection;
pub mod ranked;
pub mod rarity;
pub mod rcp;
mod reasons;
pub mod referrals;
mod remarks;
pub mod representation;
pub mod rules;
pub mod search;
pub mod service;
pub mod sheet;
pub mod sheet_form;
pub mod sheet_pdf;
pub mod shell;
pub mod sign_label;
pub mod sign_search;
pub mod signs;
pub mod signs_form;
pub mod sources;
pub mod start;
mod urgent;
pub mod visit;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// Renders a template; a fault there is ours and is told without its inside.
pub fn render(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a template could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
