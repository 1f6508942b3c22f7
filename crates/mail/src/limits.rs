//! Bounds of what is read from a message. What exceeds one is kept as bytes, never dropped in silence.

/// Bounds for reading one message. The defaults are those of the product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest message fetched and read, in bytes. A larger one is known by its header only.
    pub message: usize,
    /// How deep parts may nest. What lies deeper is kept as one unread attachment.
    pub depth: usize,
    /// How many parts are read. The rest is kept as one unread attachment.
    pub parts: usize,
    /// Longest header field value that is looked at, in bytes.
    pub header: usize,
    /// How many fields of one name are looked at.
    pub fields: usize,
    /// Longest subject, in characters.
    pub subject: usize,
    /// Longest body text, in bytes. A longer text is kept whole as an attachment.
    pub text: usize,
    /// Longest HTML that is cleaned, in bytes. A longer one is kept whole as an attachment.
    pub html: usize,
    /// Largest attachment that is accepted, in bytes.
    pub attachment: usize,
    /// How many attachments are accepted.
    pub attachments: usize,
    /// How many message ids of `References` are kept: the newest.
    pub references: usize,
    /// How many bytes the archives of a message may unpack to, together.
    pub unpacked: u64,
    /// How many entries the archives of a message may have, together.
    pub entries: usize,
    /// How many `Received` fields a message may have before it counts as going round in circles.
    pub hops: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            message: 35 * 1024 * 1024,
            depth: 120,
            parts: 1_000,
            header: 32 * 1024,
            fields: 64,
            subject: 300,
            text: 512 * 1024,
            html: 1024 * 1024,
            attachment: 25 * 1024 * 1024,
            attachments: 40,
            references: 50,
            unpacked: 200 * 1024 * 1024,
            entries: 2_000,
            hops: 50,
        }
    }
}
