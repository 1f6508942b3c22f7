//! Stories on real storage.
