//! The routes of figures with their rules.

use super::{behind, board, edition, editions, readers};
use crate::addresses::figures::FiguresPage;
use crate::guard::{Routes, Rule};
use crate::state::App;
use ariane_domain::Language;
use ariane_domain::access::Action as A;

/// Largest edition that is checked.
const EDITION_LIMIT: usize = 4 * 1024 * 1024;

/// Of one language.
pub fn routes(app: &App, language: Language) -> Routes {
    let at = |page: FiguresPage| page.path(language);
    let below = |what: &str| FiguresPage::Edition.path_to(language, what);
    let (read, live, publish) =
        (Rule::May(A::ReadFigures), Rule::May(A::ReadLiveFigures), Rule::May(A::PublishFigures));
    Routes::new(app)
        .get(&at(FiguresPage::Board), read, board::get)
        .get(&at(FiguresPage::Behind), live, behind::get)
        .get(&at(FiguresPage::Editions), read, editions::get)
        .post(&at(FiguresPage::Editions), publish, editions::post)
        .post_up_to(EDITION_LIMIT, &at(FiguresPage::Verify), read, editions::verify)
        .get(&below("{id}"), read, edition::get)
        .get(&below("{id}/{file}"), read, edition::file)
        .post(&below("{id}/comment"), Rule::May(A::CommentFigures), edition::comment)
        .get(&at(FiguresPage::Readers), publish, readers::get)
        .post(&at(FiguresPage::Readers), publish, readers::post)
}
