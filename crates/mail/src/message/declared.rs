//! What a file claims to be: by its media type, and by the extension of its name.

use super::sniff::Kind;

/// Extensions of files that run, or make something run, when opened.
pub(crate) fn runs(extension: &str) -> bool {
    matches!(
        extension,
        "ade"
            | "adp"
            | "apk"
            | "app"
            | "appx"
            | "appxbundle"
            | "bat"
            | "cab"
            | "chm"
            | "cmd"
            | "com"
            | "cpl"
            | "deb"
            | "diagcab"
            | "dll"
            | "dmg"
            | "docm"
            | "dotm"
            | "exe"
            | "gadget"
            | "hlp"
            | "hta"
            | "htm"
            | "html"
            | "img"
            | "inf"
            | "ins"
            | "iso"
            | "isp"
            | "jar"
            | "jnlp"
            | "js"
            | "jse"
            | "lnk"
            | "mde"
            | "mht"
            | "mhtml"
            | "msc"
            | "msi"
            | "msix"
            | "msp"
            | "mst"
            | "one"
            | "pif"
            | "pkg"
            | "potm"
            | "ppam"
            | "ppsm"
            | "pptm"
            | "ps1"
            | "ps2"
            | "psc1"
            | "py"
            | "pyc"
            | "reg"
            | "rpm"
            | "scf"
            | "scr"
            | "sct"
            | "settingcontent-ms"
            | "sh"
            | "shb"
            | "shtml"
            | "svg"
            | "svgz"
            | "sys"
            | "theme"
            | "url"
            | "vb"
            | "vbe"
            | "vbs"
            | "vhd"
            | "vhdx"
            | "vxd"
            | "webloc"
            | "website"
            | "wsc"
            | "wsf"
            | "wsh"
            | "xhtml"
            | "xht"
            | "xlam"
            | "xll"
            | "xlsb"
            | "xlsm"
            | "xltm"
    )
}

/// The kind a media type or, for a type that says nothing, an extension stands for.
pub(crate) fn declared(media_type: &str, extension: Option<&str>) -> Option<Kind> {
    let by_type = match media_type {
        "application/pdf" | "application/x-pdf" => Some(Kind::Pdf),
        "image/png" | "image/x-png" => Some(Kind::Png),
        "image/jpeg" | "image/jpg" | "image/pjpeg" => Some(Kind::Jpeg),
        "image/gif" => Some(Kind::Gif),
        "image/webp" => Some(Kind::Webp),
        "image/tiff" | "image/tif" => Some(Kind::Tiff),
        "image/bmp" | "image/x-ms-bmp" => Some(Kind::Bmp),
        "image/heic" | "image/heif" | "image/avif" => Some(Kind::Heif),
        "application/dicom" => Some(Kind::Dicom),
        "application/msword" | "application/vnd.ms-excel" | "application/vnd.ms-powerpoint" => {
            Some(Kind::OldOffice)
        }
        "application/rtf" | "text/rtf" => Some(Kind::Rtf),
        "application/zip" | "application/x-zip-compressed" | "application/x-zip" => Some(Kind::Zip),
        "application/x-msdownload"
        | "application/x-msdos-program"
        | "application/x-dosexec"
        | "application/vnd.microsoft.portable-executable"
        | "application/java-archive"
        | "application/x-sh"
        | "application/javascript"
        | "application/x-javascript"
        | "text/javascript"
        | "application/hta"
        | "application/x-executable" => Some(Kind::Executable),
        "text/html" | "image/svg+xml" | "application/xhtml+xml" | "text/xml" | "application/xml" => {
            Some(Kind::Markup)
        }
        "message/rfc822" | "message/global" => Some(Kind::Message),
        "application/pkcs7-signature"
        | "application/x-pkcs7-signature"
        | "application/pgp-signature"
        | "application/pgp-keys" => Some(Kind::Signature),
        "application/pkcs7-mime" | "application/x-pkcs7-mime" | "application/pgp-encrypted" => {
            Some(Kind::Encrypted)
        }
        "application/ms-tnef" | "application/vnd.ms-tnef" => Some(Kind::Tnef),
        "message/delivery-status" | "message/disposition-notification" | "message/feedback-report" => {
            Some(Kind::Text)
        }
        other if other.contains("wordprocessingml") => Some(Kind::Docx),
        other if other.contains("spreadsheetml") => Some(Kind::Xlsx),
        other if other.contains("presentationml") => Some(Kind::Pptx),
        other if other.contains("opendocument") => Some(Kind::OpenDocument),
        other if other.starts_with("audio/") => Some(Kind::Audio),
        other if other.starts_with("video/") => Some(Kind::Video),
        other if other.starts_with("text/") => Some(Kind::Text),
        _ => None,
    };
    by_type.or_else(|| by_extension(extension?))
}

/// The kind an extension stands for.
pub(crate) fn by_extension(extension: &str) -> Option<Kind> {
    Some(match extension {
        "pdf" => Kind::Pdf,
        "png" => Kind::Png,
        "jpg" | "jpeg" | "jpe" | "jfif" => Kind::Jpeg,
        "gif" => Kind::Gif,
        "webp" => Kind::Webp,
        "tif" | "tiff" => Kind::Tiff,
        "bmp" => Kind::Bmp,
        "heic" | "heif" | "avif" => Kind::Heif,
        "dcm" | "dicom" => Kind::Dicom,
        "doc" | "xls" | "ppt" | "dot" | "msg" => Kind::OldOffice,
        "docx" | "dotx" => Kind::Docx,
        "xlsx" | "xltx" => Kind::Xlsx,
        "pptx" | "ppsx" => Kind::Pptx,
        "odt" | "ods" | "odp" => Kind::OpenDocument,
        "rtf" => Kind::Rtf,
        "zip" => Kind::Zip,
        "rar" | "7z" | "gz" | "tgz" | "tar" | "bz2" | "xz" | "zst" => Kind::OtherArchive,
        "mp3" | "m4a" | "ogg" | "oga" | "opus" | "wav" | "amr" | "flac" => Kind::Audio,
        "mp4" | "mov" | "webm" | "avi" | "mkv" | "3gp" => Kind::Video,
        "txt" | "csv" | "tsv" | "ics" | "vcf" | "log" | "md" | "json" => Kind::Text,
        "eml" => Kind::Message,
        "p7s" | "asc" | "sig" => Kind::Signature,
        "p7m" | "pgp" | "gpg" => Kind::Encrypted,
        "xml" => Kind::Markup,
        other if runs(other) => Kind::Executable,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations() {
        assert_eq!(declared("application/octet-stream", Some("pdf")), Some(Kind::Pdf));
        assert_eq!(declared("image/jpg", Some("exe")), Some(Kind::Jpeg));
        assert_eq!(declared("application/octet-stream", Some("xyz")), None);
        assert!(Kind::Jpeg.agrees(Kind::Png));
        assert!(!Kind::Pdf.agrees(Kind::Zip));
    }
}
