//! Data elements of PS3.5: read from a slice, so that no length is believed that the file does not have.

use crate::files::FileError;

/// Group and element.
pub type Tag = (u16, u16);

const ITEM: Tag = (0xfffe, 0xe000);
const ITEM_END: Tag = (0xfffe, 0xe00d);
const SEQUENCE_END: Tag = (0xfffe, 0xe0dd);
const UNDEFINED: u32 = u32::MAX;
/// Sequences within sequences beyond this depth are those of no device.
const DEEPEST: usize = 24;

const SHORT: FileError = FileError::Damaged("an element reaches beyond the end");

/// How elements are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// Little endian, the kind of value written beside each.
    Explicit,
    /// Little endian, the kind of value known by the reader.
    Implicit,
}

impl Syntax {
    /// By the UID of the transfer syntax.
    pub fn named(uid: &str) -> Result<Self, FileError> {
        match uid {
            "1.2.840.10008.1.2" => Ok(Self::Implicit),
            "1.2.840.10008.1.2.1" | "1.2.840.10008.1.2.5" => Ok(Self::Explicit),
            "1.2.840.10008.1.2.1.99" => Err(FileError::Unsupported("deflated DICOM")),
            "1.2.840.10008.1.2.2" => Err(FileError::Unsupported("big endian DICOM")),
            // Compressed pictures: JPEG, JPEG-LS, JPEG 2000, MPEG, HEVC, JPEG XL and the like.
            other if other.starts_with("1.2.840.10008.1.2.4.") => Ok(Self::Explicit),
            _ => Err(FileError::Unsupported("unknown transfer syntax")),
        }
    }
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// Items of a sequence.
    Items(Vec<Vec<Element>>),
    /// Fragments of a compressed picture, offset table first.
    Fragments(Vec<Vec<u8>>),
}

/// One data element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Group and element.
    pub tag: Tag,
    /// Value representation; `UN` where the syntax does not tell.
    pub vr: [u8; 2],
    /// What it holds.
    pub value: Value,
}

impl Element {
    /// An element.
    pub fn new(tag: Tag, vr: [u8; 2], value: Value) -> Self {
        Self { tag, vr, value }
    }

    /// An element of text.
    pub fn of_text(tag: Tag, vr: [u8; 2], text: &str) -> Self {
        let mut element = Self::new(tag, vr, Value::Bytes(Vec::new()));
        element.set_text(text);
        element
    }

    /// Its bytes as text, padding off; Latin letters where they are no UTF-8.
    pub fn text(&self) -> String {
        let Value::Bytes(bytes) = &self.value else { return String::new() };
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
        };
        text.trim_matches(['\0', ' ']).to_owned()
    }

    /// Replaces its value by a text, padded to even length.
    pub fn set_text(&mut self, text: &str) {
        let mut bytes = text.as_bytes().to_vec();
        if bytes.len() % 2 == 1 {
            bytes.push(if self.vr == *b"UI" || self.vr == *b"UN" { 0 } else { b' ' });
        }
        self.value = Value::Bytes(bytes);
    }

    /// Takes its value away.
    pub fn empty(&mut self) {
        self.value = match self.value {
            Value::Items(_) => Value::Items(Vec::new()),
            _ => Value::Bytes(Vec::new()),
        };
    }

    /// Puts a value in its place that says nothing and can be read.
    pub fn dummy(&mut self) {
        if !matches!(self.value, Value::Bytes(_)) {
            return self.empty();
        }
        match &self.vr {
            b"DA" => self.set_text("19000101"),
            b"DT" => self.set_text("19000101000000"),
            b"TM" => self.set_text("000000"),
            b"IS" | b"DS" => self.set_text("0"),
            b"AS" => self.set_text("000Y"),
            b"CS" | b"AE" | b"SH" | b"LO" | b"ST" | b"LT" | b"UT" | b"UC" | b"PN" => self.set_text("REMOVED"),
            _ => self.empty(),
        }
    }
}

struct Slice<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Slice<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], FileError> {
        let end = self.at.checked_add(count).ok_or(SHORT)?;
        let taken = self.bytes.get(self.at..end).ok_or(SHORT)?;
        self.at = end;
        Ok(taken)
    }

    fn u16(&mut self) -> Result<u16, FileError> {
        let pair = self.take(2)?.first_chunk::<2>().ok_or(SHORT)?;
        Ok(u16::from_le_bytes(*pair))
    }

    fn u32(&mut self) -> Result<u32, FileError> {
        let four = self.take(4)?.first_chunk::<4>().ok_or(SHORT)?;
        Ok(u32::from_le_bytes(*four))
    }

    fn tag(&mut self) -> Result<Tag, FileError> {
        Ok((self.u16()?, self.u16()?))
    }

    fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }
}

fn long_form(vr: [u8; 2]) -> bool {
    matches!(
        &vr,
        b"OB" | b"OD" | b"OF" | b"OL" | b"OV" | b"OW" | b"SQ" | b"UC" | b"UN" | b"UR" | b"UT" | b"SV" | b"UV"
    )
}

/// The meta information of a part 10 file, and what follows it.
pub fn meta(bytes: &[u8]) -> Result<(Vec<Element>, &[u8]), FileError> {
    let mut slice = Slice { bytes, at: 0 };
    let mut out = Vec::new();
    while slice.bytes.get(slice.at..slice.at + 2) == Some(&[2, 0]) {
        out.push(element(&mut slice, Syntax::Explicit, 0)?);
    }
    if out.is_empty() {
        return Err(FileError::Damaged("it has no meta information"));
    }
    Ok((out, bytes.get(slice.at..).unwrap_or_default()))
}

/// All elements of a data set.
pub fn read_all(bytes: &[u8], syntax: Syntax) -> Result<Vec<Element>, FileError> {
    dataset(&mut Slice { bytes, at: 0 }, syntax, 0, false)
}

fn dataset(
    slice: &mut Slice<'_>,
    syntax: Syntax,
    depth: usize,
    delimited: bool,
) -> Result<Vec<Element>, FileError> {
    let mut out: Vec<Element> = Vec::new();
    while !slice.is_done() {
        let before = slice.at;
        let tag = slice.tag()?;
        if tag == ITEM_END && delimited {
            slice.u32()?;
            return Ok(out);
        }
        slice.at = before;
        let element = element(slice, syntax, depth)?;
        if out.last().is_some_and(|last| last.tag >= element.tag) {
            return Err(FileError::Damaged("its elements stand in no order"));
        }
        out.push(element);
    }
    if delimited { Err(SHORT) } else { Ok(out) }
}

fn element(slice: &mut Slice<'_>, syntax: Syntax, depth: usize) -> Result<Element, FileError> {
    if depth > DEEPEST {
        return Err(FileError::Damaged("its sequences are too deep"));
    }
    let tag = slice.tag()?;
    if tag.0 == 0xfffe {
        return Err(FileError::Damaged("a delimiter stands where none may"));
    }
    let (vr, length) = match syntax {
        Syntax::Implicit => (*b"UN", slice.u32()?),
        Syntax::Explicit => {
            let vr = *slice.take(2)?.first_chunk::<2>().ok_or(SHORT)?;
            if !vr.iter().all(u8::is_ascii_uppercase) {
                return Err(FileError::Damaged("an element has no kind of value"));
            }
            if long_form(vr) {
                slice.u16()?;
                (vr, slice.u32()?)
            } else {
                (vr, u32::from(slice.u16()?))
            }
        }
    };
    if length == UNDEFINED {
        if tag == (0x7fe0, 0x0010) {
            return Ok(Element::new(tag, vr, Value::Fragments(fragments(slice)?)));
        }
        // A sequence of unknown kind is written implicitly (PS3.5, 6.2.2).
        let inner = if vr == *b"UN" { Syntax::Implicit } else { syntax };
        let items = items(slice, inner, depth)?;
        return Ok(Element::new(
            tag,
            if syntax == Syntax::Explicit && vr == *b"UN" { *b"UN" } else { *b"SQ" },
            Value::Items(items),
        ));
    }
    let bytes = slice.take(usize::try_from(length).map_err(|_| SHORT)?)?;
    if vr == *b"SQ" || (syntax == Syntax::Implicit && is_sequence(bytes)) {
        let mut inner = Slice { bytes, at: 0 };
        let mut all = Vec::new();
        while !inner.is_done() {
            all.push(item(&mut inner, syntax, depth)?.ok_or(FileError::Damaged("a sequence ends within"))?);
        }
        return Ok(Element::new(tag, *b"SQ", Value::Items(all)));
    }
    let vr = if syntax == Syntax::Implicit { implied(tag, bytes) } else { vr };
    Ok(Element::new(tag, vr, Value::Bytes(bytes.to_vec())))
}

/// In the implicit form nothing says what is a sequence, but that it begins with an item that fits.
fn is_sequence(bytes: &[u8]) -> bool {
    let mut slice = Slice { bytes, at: 0 };
    slice.tag().is_ok_and(|t| t == ITEM)
        && slice.u32().is_ok_and(|l| l == UNDEFINED || usize::try_from(l).is_ok_and(|l| l <= bytes.len() - 8))
}

/// The kind of value in the implicit form, as far as cleaning asks: names of persons, dates and times by their look.
fn implied(tag: Tag, bytes: &[u8]) -> [u8; 2] {
    let text = std::str::from_utf8(bytes).unwrap_or_default().trim_matches(['\0', ' ']);
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let printable = !text.is_empty() && !text.chars().any(char::is_control);
    match (digits, text.len()) {
        (true, 8) if !text.contains('.') && tag.0 < 0x0040 => *b"DA",
        (true, 14..=21) => *b"DT",
        (true, 6..=13) if tag.0 == 0x0008 => *b"TM",
        _ if text.contains('^') && printable => *b"PN",
        _ if printable && text.len() > 2 && text.bytes().any(|b| b.is_ascii_alphabetic()) => *b"LO",
        _ => *b"UN",
    }
}

fn items(slice: &mut Slice<'_>, syntax: Syntax, depth: usize) -> Result<Vec<Vec<Element>>, FileError> {
    let mut out = Vec::new();
    while let Some(next) = item(slice, syntax, depth)? {
        out.push(next);
    }
    Ok(out)
}

/// The next item, or none at the end of the sequence.
fn item(slice: &mut Slice<'_>, syntax: Syntax, depth: usize) -> Result<Option<Vec<Element>>, FileError> {
    let (tag, length) = (slice.tag()?, slice.u32()?);
    match tag {
        SEQUENCE_END => Ok(None),
        ITEM if length == UNDEFINED => dataset(slice, syntax, depth + 1, true).map(Some),
        ITEM => {
            let bytes = slice.take(usize::try_from(length).map_err(|_| SHORT)?)?;
            dataset(&mut Slice { bytes, at: 0 }, syntax, depth + 1, false).map(Some)
        }
        _ => Err(FileError::Damaged("a sequence holds something else than items")),
    }
}

fn fragments(slice: &mut Slice<'_>) -> Result<Vec<Vec<u8>>, FileError> {
    let mut out = Vec::new();
    loop {
        let (tag, length) = (slice.tag()?, slice.u32()?);
        match tag {
            SEQUENCE_END => return Ok(out),
            ITEM => out.push(slice.take(usize::try_from(length).map_err(|_| SHORT)?)?.to_vec()),
            _ => return Err(FileError::Damaged("a compressed picture holds something else than fragments")),
        }
    }
}

/// Writes elements.
pub fn write_all(elements: &[Element], syntax: Syntax, out: &mut Vec<u8>) -> Result<(), FileError> {
    for element in elements {
        write(element, syntax, out)?;
    }
    Ok(())
}

fn write(element: &Element, syntax: Syntax, out: &mut Vec<u8>) -> Result<(), FileError> {
    put_tag(out, element.tag);
    let (length, unknown) = match &element.value {
        Value::Bytes(bytes) => (u32::try_from(bytes.len()).map_err(|_| FileError::TooLarge)?, false),
        Value::Items(_) => (UNDEFINED, element.vr == *b"UN"),
        Value::Fragments(_) => (UNDEFINED, false),
    };
    match syntax {
        Syntax::Implicit => out.extend(length.to_le_bytes()),
        Syntax::Explicit => {
            out.extend(element.vr);
            if long_form(element.vr) {
                out.extend([0, 0]);
                out.extend(length.to_le_bytes());
            } else {
                out.extend(u16::try_from(length).map_err(|_| FileError::TooLarge)?.to_le_bytes());
            }
        }
    }
    match &element.value {
        Value::Bytes(bytes) => out.extend(bytes),
        Value::Items(items) => {
            let inner = if unknown { Syntax::Implicit } else { syntax };
            for item in items {
                put_tag(out, ITEM);
                out.extend(UNDEFINED.to_le_bytes());
                write_all(item, inner, out)?;
                put_tag(out, ITEM_END);
                out.extend([0; 4]);
            }
            put_tag(out, SEQUENCE_END);
            out.extend([0; 4]);
        }
        Value::Fragments(fragments) => {
            for fragment in fragments {
                put_tag(out, ITEM);
                out.extend(u32::try_from(fragment.len()).map_err(|_| FileError::TooLarge)?.to_le_bytes());
                out.extend(fragment);
            }
            put_tag(out, SEQUENCE_END);
            out.extend([0; 4]);
        }
    }
    Ok(())
}

fn put_tag(out: &mut Vec<u8>, tag: Tag) {
    out.extend(tag.0.to_le_bytes());
    out.extend(tag.1.to_le_bytes());
}
