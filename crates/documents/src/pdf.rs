//! Writes the composed sheet as PDF/UA-1, the standard for documents that screen readers can follow.

use crate::composition::{Composition, shortened};
use crate::drawing;
use crate::footer::Footer;
use crate::links::Link;
use crate::opening;
use crate::outline::Contents;
use crate::pages::{Frame, Placed, paginate};
use crate::rows::{Drawing, Row};
use crate::sheet::Sheet;
use crate::structure::{NodeId, Structure};
use crate::style::{MARGIN, PAGE_HEIGHT, PAGE_WIDTH};
use crate::typeface::Family;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::{Quadrilateral, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, SpanTag};
use krilla::{Document, SerializeSettings};
use std::collections::BTreeMap;

/// Why a sheet could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// A font file compiled into the program is damaged.
    #[error("the typeface shipped with Ariane cannot be read")]
    Typeface,
    /// The library cannot write the kind of PDF that is asked of it.
    #[error("the writer of PDF does not know the format PDF/UA-1 on A4")]
    Format,
    /// The document breaks a rule of PDF/UA-1 or a limit of PDF; a fault of this crate, not of the sheet.
    #[error("the document cannot be written: {0}")]
    Writing(String),
}

/// The sheet as a PDF on A4, tagged for screen readers.
///
/// Any text is accepted: what the typeface cannot draw is replaced by its plain form or by `?`, and control
/// characters are dropped. The same sheet always gives the same bytes.
///
/// # Errors
/// [`PdfError`] when the program itself is damaged or at fault; no sheet is refused for what it says.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, PdfError> {
    let family = Family::load()?;
    let mut composition = Composition::new(&family, sheet.large_type);
    let blocks = composition.sheet(sheet);
    let title = shortened(&opening::title(&composition, sheet));
    let footer = Footer::new(&mut composition, &sheet.footer);
    let pages = paginate(blocks, Frame { top: MARGIN, bottom: footer.limit() });
    let Composition { structure, links, .. } = composition;

    let mut document = Document::new_with(settings()?);
    document.set_metadata(
        Metadata::new()
            .title(title.clone())
            .language(language(sheet).to_owned())
            .creator("Ariane".to_owned()),
    );
    let mut writing = Writing { family: &family, structure, links, contents: Contents::new() };
    let count = pages.len();
    for (index, rows) in pages.iter().enumerate() {
        writing.page(&mut document, rows, &footer, index, count)?;
    }
    document.set_outline(writing.contents.finish(&title));
    document.set_tag_tree(writing.structure.tree(language(sheet)));
    document
        .finish()
        .map_err(|error| PdfError::Writing(format!("{error}: {error:?}").chars().take(500).collect()))
}

fn settings() -> Result<SerializeSettings, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::Format)?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// French when the caller said nothing: it is the language in which the texts are written first.
fn language(sheet: &Sheet) -> &'static str {
    if sheet.language.is_empty() { "fr" } else { sheet.language }
}

struct Writing<'a> {
    family: &'a Family,
    structure: Structure,
    links: Vec<Link>,
    contents: Contents,
}

/// The places of one link on one page.
struct Touch {
    node: NodeId,
    places: Vec<Quadrilateral>,
}

impl Writing<'_> {
    fn page(
        &mut self,
        document: &mut Document,
        rows: &[Placed],
        footer: &Footer,
        index: usize,
        count: usize,
    ) -> Result<(), PdfError> {
        let format = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or(PdfError::Format)?;
        let mut page = document.start_page_with(format);
        let mut touches: BTreeMap<usize, Touch> = BTreeMap::new();
        let mut surface = page.surface();
        bands(&mut surface, rows);
        for (top, row) in rows {
            if let Some(anchor) = &row.anchor {
                self.contents.add(anchor, index, *top);
            }
            self.row(&mut surface, row, *top, &mut touches);
        }
        footer.draw(&mut surface, self.family, &mut self.structure, index, count);
        surface.finish();
        for (number, touch) in touches {
            let Some(link) = self.links.get(number) else { continue };
            let target = Target::Action(Action::Link(LinkAction::new(link.address.clone())));
            let annotation = LinkAnnotation::new_with_quad_points(touch.places, target);
            let annotation = Annotation::new_link(annotation, Some(link.description.clone()));
            let mark = page.add_tagged_annotation(annotation);
            self.structure.mark(touch.node, mark);
        }
        page.finish();
        Ok(())
    }

    fn row(&mut self, surface: &mut Surface<'_>, row: &Row, top: f32, touches: &mut BTreeMap<usize, Touch>) {
        if let Some(shape) = &row.drawing {
            let leading = row.runs.first().map_or(row.height, |run| run.style.leading);
            // The sign of a warning stands beside its first line, not in the middle of row and padding.
            let (from, to) = match (shape, row.runs.first()) {
                (Drawing::Triangle { .. }, Some(run)) => (top + run.y, top + run.y + leading),
                _ => (top, top + row.height),
            };
            drawing::shape(surface, shape, from, to, leading);
        }
        for run in &row.runs {
            let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            drawing::text(surface, self.family, run, top);
            surface.end_tagged();
            self.structure.mark(run.node, mark);
            let Some(number) = run.link else { continue };
            drawing::underline(surface, run, top);
            let y = top + run.y;
            if let Some(place) = Rect::from_ltrb(run.x, y, run.x + run.line.width, y + run.style.leading) {
                let touch =
                    touches.entry(number).or_insert_with(|| Touch { node: run.node, places: Vec::new() });
                touch.places.push(place.into());
            }
        }
    }
}

/// One ground behind each group of rows of the same band, so that no seam shows between them.
fn bands(surface: &mut Surface<'_>, rows: &[Placed]) {
    for group in rows.chunk_by(|(_, a), (_, b)| a.band.is_some() && a.band == b.band) {
        let (Some((top, first)), Some((last_top, last))) = (group.first(), group.last()) else {
            continue;
        };
        if let Some(band) = first.band {
            drawing::ground(surface, band.ground, *top, last_top + last.height);
        }
    }
}
