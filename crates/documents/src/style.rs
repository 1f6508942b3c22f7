//! Measures, inks and type sizes of a sheet.

use crate::typeface::Weight;
use krilla::color::rgb;

/// A4, in points.
pub(crate) const PAGE_WIDTH: f32 = 595.276;
/// A4, in points.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// 20 mm.
pub(crate) const MARGIN: f32 = 56.693;
/// Width of the text.
pub(crate) const MEASURE: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Lowest line of ink; printers at home leave some 6 mm blank, and the footer keeps clear of them.
pub(crate) const FOOT: f32 = PAGE_HEIGHT - 31.0;
/// Where pages end that have a short footer.
pub(crate) const BOTTOM: f32 = PAGE_HEIGHT - MARGIN;

/// Colours. Each text colour has a contrast of at least 4.5 to white, and to the tints it is set on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Text.
    Text,
    /// Headings and links.
    Deep,
    /// Small print.
    Grey,
    /// The thread, and what warns.
    Warm,
    /// Hairlines.
    Hair,
    /// Ground of a warning.
    Tint,
    /// Inside of an open knot.
    Paper,
}

impl Ink {
    /// The colour as the PDF wants it.
    pub(crate) fn colour(self) -> rgb::Color {
        let [red, green, blue] = match self {
            Self::Text => [0x1d, 0x25, 0x2b],
            Self::Deep => [0x1f, 0x4e, 0x6b],
            Self::Grey => [0x58, 0x61, 0x69],
            Self::Warm => [0xb4, 0x54, 0x1a],
            Self::Hair => [0xcf, 0xd6, 0xdb],
            Self::Tint => [0xfb, 0xf2, 0xeb],
            Self::Paper => [0xff, 0xff, 0xff],
        };
        rgb::Color::new(red, green, blue)
    }
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// Type size in points.
    pub(crate) size: f32,
    /// Height of a line in points.
    pub(crate) leading: f32,
    /// Thickness.
    pub(crate) weight: Weight,
    /// Colour.
    pub(crate) ink: Ink,
}

/// What a text is on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Title of the sheet.
    Title,
    /// Line under the title.
    Subtitle,
    /// Small lines under the title.
    Meta,
    /// A step of the thread.
    Step,
    /// Heading of a section.
    Heading,
    /// What introduces a section.
    Lead,
    /// Name of a structure.
    Name,
    /// Kind of a structure.
    Kind,
    /// Plain text.
    Body,
    /// Label of a contact.
    Label,
    /// A contact that can be clicked.
    Link,
    /// Source and date.
    Provenance,
    /// What must not be overlooked.
    Warning,
    /// Foot of the page.
    Footer,
}

/// Type for ordinary or for large reading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale(f32);

impl Scale {
    /// 10.5 points for text, or 14 when large.
    pub(crate) const fn new(large: bool) -> Self {
        Self(if large { 14.0 / 10.5 } else { 1.0 })
    }

    /// A measure that grows with the type.
    pub(crate) fn of(self, points: f32) -> f32 {
        points * self.0
    }

    /// How a part looks. Titles grow less than text, or they would fill the page.
    pub(crate) fn style(self, part: Part) -> Style {
        use Weight::{Bold, Regular};
        let (size, leading, weight, ink) = match part {
            Part::Title => (23.0, 1.16, Bold, Ink::Deep),
            Part::Subtitle => (13.0, 1.3, Regular, Ink::Text),
            Part::Meta => (9.2, 1.42, Regular, Ink::Grey),
            Part::Step => (9.4, 1.26, Bold, Ink::Text),
            Part::Heading => (15.0, 1.25, Bold, Ink::Deep),
            Part::Lead | Part::Body => (10.5, 1.4, Regular, Ink::Text),
            Part::Name => (11.6, 1.3, Bold, Ink::Deep),
            Part::Kind => (9.4, 1.36, Regular, Ink::Grey),
            Part::Label => (10.5, 1.4, Regular, Ink::Grey),
            Part::Link => (10.5, 1.4, Regular, Ink::Deep),
            Part::Provenance => (8.6, 1.38, Regular, Ink::Grey),
            Part::Warning => (10.0, 1.38, Bold, Ink::Text),
            Part::Footer => (8.4, 1.32, Regular, Ink::Grey),
        };
        let growth = match part {
            Part::Title | Part::Footer => 1.0 + (self.0 - 1.0) * 0.6,
            _ => self.0,
        };
        Style { size: size * growth, leading: size * growth * leading, weight, ink }
    }
}
