//! QR codes: for the printed receipt, and for a card on paper.

use ariane_documents::Code;
use qrcode::{Color, EcLevel, QrCode};

/// Light modules around it (ISO/IEC 18004).
const QUIET: usize = 4;

/// Side in modules with the quiet zone, and the dark modules as one SVG path.
pub struct Qr {
    /// Side.
    pub side: usize,
    /// Path.
    pub path: String,
}

impl Qr {
    /// The code of a text; none when it is too long.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
        let path =
            dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET)).collect();
        Some(Self { side: width + 2 * QUIET, path })
    }
}

/// The code of a text for a sheet on paper, with what is said below it; none when the text is too long.
pub fn on_paper(text: &str, caption: String) -> Option<Code> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let dark = colors.iter().enumerate().filter(|(_, color)| **color == Color::Dark);
    let place = |at: usize| Some((u16::try_from(at % width).ok()?, u16::try_from(at / width).ok()?));
    Some(Code {
        side: u16::try_from(width).ok()?,
        dark: dark.filter_map(|(at, _)| place(at)).collect(),
        caption,
    })
}
