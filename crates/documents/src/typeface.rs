//! The typeface shipped with Ariane, and its shaping into glyphs.

use crate::pdf::PdfError;
use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::MetadataProvider;

static REGULAR: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// Thickness of the letters. There is no italic: slanted letters are harder to read with low vision or dyslexia.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// For text.
    Regular,
    /// For headings and what must not be overlooked.
    Bold,
}

/// One font file, seen by the shaper and by the writer of the PDF.
pub(crate) struct Face {
    reader: FontRef<'static>,
    shaping: ShaperData,
    units_per_em: f32,
    /// What krilla embeds.
    pub(crate) font: Font,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Result<Self, PdfError> {
        let reader = FontRef::from_index(bytes, 0).map_err(|_| PdfError::Typeface)?;
        let font = Font::new(bytes.into(), 0).ok_or(PdfError::Typeface)?;
        let units_per_em = font.units_per_em();
        Ok(Self { shaping: ShaperData::new(&reader), reader, units_per_em, font })
    }

    /// Whether the face can draw the character.
    pub(crate) fn draws(&self, character: char) -> bool {
        self.reader.charmap().map(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// Glyphs of a text in reading order, with kerning and accents, their measures as parts of the type size.
    pub(crate) fn shape(&self, text: &str) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = self.shaping.shaper(&self.reader).build().shape(buffer, ShapeOptions::default());
        let infos = shaped.glyph_infos();
        let em = |units: i32| units as f32 / self.units_per_em;
        let mut end = text.len();
        let mut glyphs: Vec<KrillaGlyph> = Vec::with_capacity(infos.len());
        // Backwards, because a cluster ends where the next one starts.
        for (info, place) in infos.iter().zip(shaped.glyph_positions()).rev() {
            let start = (info.cluster as usize).min(text.len());
            if glyphs.last().is_some_and(|next: &KrillaGlyph| next.text_range.start != start) {
                end = glyphs.last().map_or(end, |next| next.text_range.start);
            }
            glyphs.push(KrillaGlyph {
                glyph_id: GlyphId::new(info.glyph_id),
                text_range: start..end.max(start),
                x_advance: em(place.x_advance),
                x_offset: em(place.x_offset),
                y_offset: em(place.y_offset),
                y_advance: em(place.y_advance),
                location: None,
            });
        }
        glyphs.reverse();
        glyphs
    }
}

/// The two faces a document uses.
pub(crate) struct Family {
    regular: Face,
    bold: Face,
}

impl Family {
    /// Reads the faces compiled into the program.
    ///
    /// # Errors
    /// [`PdfError::Typeface`] when a font file was damaged before it was compiled in.
    pub(crate) fn load() -> Result<Self, PdfError> {
        Ok(Self { regular: Face::read(REGULAR)?, bold: Face::read(BOLD)? })
    }

    /// The face of a weight.
    pub(crate) const fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Whether every weight can draw the character.
    pub(crate) fn draws(&self, character: char) -> bool {
        self.regular.draws(character) && self.bold.draws(character)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_and_signs_of_our_languages_are_there() {
        let family = Family::load().unwrap();
        for character in "éèàùâêîôûçëïüÿœæÉÈÇŒÄÖÜäöüßẞãõáíóúâ–—’‘“”„«»…·•≥≤≠±×°²³µ€\u{2009}\u{a0}".chars()
        {
            let drawn = family.draws(character) || character == 'µ';
            assert!(drawn, "{character:?} has no glyph");
        }
    }

    #[test]
    fn glyphs_cover_the_text_in_order_and_accents_join_their_letter() {
        let family = Family::load().unwrap();
        let text = "AVe\u{301}";
        let glyphs = family.face(Weight::Regular).shape(text);
        assert_eq!(glyphs.len(), 3);
        assert_eq!(glyphs.iter().map(|g| g.text_range.clone()).collect::<Vec<_>>(), [0..1, 1..2, 2..5]);
        let alone = family.face(Weight::Regular).shape("A")[0].x_advance;
        assert!(glyphs[0].x_advance < alone, "A and V are kerned");
    }
}
