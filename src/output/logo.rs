//! Logos for the head of a document, of the organisations that hold an event.

/// The file type of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Pixels.
    Png,
    /// Pixels of a photograph.
    Jpeg,
    /// A vector graphic; browsers show it, most office programs do not.
    Svg,
}

impl PictureKind {
    /// Returns the type for a file extension, ignoring case.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "png" => Some(Self::Png),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// An embedded picture, since documents do not load anything from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its type.
    pub kind: PictureKind,
    /// The content of its file.
    pub bytes: Vec<u8>,
}

impl Logo {
    /// Returns the picture as a data URL, for a page.
    pub(super) fn address(&self) -> String {
        let (kind, bytes) = (self.kind.media_type(), in_base64(&self.bytes));
        format!("data:{kind};base64,{bytes}")
    }

    /// Returns the picture for office programs, with its size in pixels; `None` if they cannot show it.
    pub(super) fn for_office(&self) -> Option<rust_xlsxwriter::Image> {
        let is_shown = self.kind != PictureKind::Svg;
        is_shown
            .then(|| rust_xlsxwriter::Image::new_from_buffer(&self.bytes).ok())
            .flatten()
            .filter(|it| it.width() >= 1.0 && it.height() >= 1.0)
    }

    /// Returns whether Word and Excel can show it.
    pub fn is_for_office(&self) -> bool {
        self.for_office().is_some()
    }
}

fn in_base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let sign = usize::try_from(bits >> (18 - 6 * index) & 63).unwrap_or_default();
            text.push(if index <= group.len() {
                char::from(SIGNS[sign])
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A picture of three by two pixels.
    pub(in crate::output) const DOT: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x03\x00\x00\x00\x02\x08\x00\x00\x00\x00\xb8\x1f9\xc6\x00\x00\x00\x0eIDATx\xdac\x08\x0d\x0de\x00b\x00\x08\x00\x01\xff\x08\x85\x1f\x05\x00\x00\x00\x00IEND\xaeB`\x82";

    #[test]
    fn bytes_are_written_as_the_standard_has_it() {
        // Examples from RFC 4648.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(in_base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn lines_and_broken_pictures_are_not_for_office_programs() {
        let logo = |kind, bytes: &[u8]| Logo {
            kind,
            bytes: bytes.to_vec(),
        };
        assert!(!logo(PictureKind::Svg, b"<svg/>").is_for_office());
        assert!(!logo(PictureKind::Png, b"\x89PNG").is_for_office());
        assert!(logo(PictureKind::Png, DOT).is_for_office());
    }
}
