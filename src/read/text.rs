//! Detects the encoding of a file.
//!
//! *Order of evidence.* A byte-order mark; else UTF-16 by its zero bytes; else valid UTF-8; else a guess, which is
//! Windows-1252 for Western text and is reported. Two exports pasted into one file result in lines with different
//! encodings, so anything that is not UTF-8 is decided line by line.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::decoder::{BLOCK, Blocks, Decoder, Engine, lines, mostly_utf8};
use crate::catalogue::Message;
use crate::display_in_english;
use crate::message;

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Encoding {
    main: &'static encoding_rs::Encoding,
    /// Whether there is a byte-order mark, which has to be skipped.
    mark: bool,
    /// For UTF-8: the encoding of the lines that are not UTF-8.
    others: Option<&'static encoding_rs::Encoding>,
    how: How,
}

/// How the encoding was determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// Nothing else is possible.
    Certain,
    /// It is the most likely one.
    Guessed,
    /// The user specified it.
    Told,
}

impl Encoding {
    /// Finds an encoding by its label: `latin1`, `utf-16le`, `windows-1250`; `None` if it is unknown.
    pub(super) fn for_label(label: &str) -> Option<Self> {
        let bare: String = label.chars().filter(char::is_ascii_alphanumeric).collect();
        let main = match bare.to_ascii_lowercase().as_str() {
            "ansi" => WINDOWS_1252,
            _ => encoding_rs::Encoding::for_label(label.as_bytes())
                .or_else(|| encoding_rs::Encoding::for_label(bare.as_bytes()))?,
        };
        // The encoding that browsers use to refuse unsafe ones; it decodes nothing.
        (main != REPLACEMENT).then_some(Self {
            main,
            mark: false,
            others: None,
            how: How::Told,
        })
    }

    /// Detects the encoding in one pass over all bytes.
    ///
    /// The user's choice (`told`) only yields to a byte-order mark, which is unambiguous.
    pub(super) fn detect(mut bytes: impl Read, told: Option<Self>) -> io::Result<Self> {
        let mut head = Vec::with_capacity(BLOCK);
        bytes.by_ref().take(BLOCK as u64).read_to_end(&mut head)?;
        let certain = |main, mark| Self {
            main,
            mark,
            others: None,
            how: How::Certain,
        };
        let marked = encoding_rs::Encoding::for_bom(&head).map(|(main, _)| main);
        match (marked, told) {
            (Some(main), _) if main != UTF_8 => return Ok(certain(main, true)),
            (None, Some(told)) => return Ok(told),
            (None, None) => {
                if let Some(main) = utf16_by_zero_bytes(&head) {
                    return Ok(certain(main, false));
                }
            }
            (Some(_), _) => {}
        }
        let mark = marked.is_some();
        let evidence = Evidence::collect(head.chain(bytes))?;
        let others = evidence.guess();
        Ok(match others {
            None => certain(UTF_8, mark),
            Some(main) if !mark && !evidence.utf8 => Self {
                main,
                mark,
                others: None,
                how: How::Guessed,
            },
            Some(_) => Self {
                main: UTF_8,
                mark,
                others,
                how: How::Guessed,
            },
        })
    }

    /// Whether it is only the most likely one, so that the user should be told.
    pub(super) fn is_guessed(self) -> bool {
        self.how == How::Guessed
    }

    /// Whether it is UTF-16, which Excel writes with tabs.
    pub(super) fn is_utf16(self) -> bool {
        self.main == UTF_16LE || self.main == UTF_16BE
    }

    /// Returns the name of the encoding of the lines that are not UTF-8, in a file that mixes both.
    pub(super) fn mixed_with(self) -> Option<String> {
        self.others.map(|others| others.name().to_ascii_lowercase())
    }

    /// Decodes these bytes, which are a file from its first byte on.
    pub(super) fn decode<R: Read>(self, bytes: R) -> Decoder<R> {
        let engine = if self.how == How::Told || self.is_utf16() {
            Engine::Whole(self.main.new_decoder_with_bom_removal())
        } else {
            Engine::Lines(self.others.unwrap_or(self.main))
        };
        // The decoder for a single encoding handles the mark itself.
        let skip = if self.mark && self.main == UTF_8 {
            3
        } else {
            0
        };
        Decoder::new(Blocks::new(bytes, skip), engine)
    }

    /// Returns its name for messages.
    pub(super) fn message(self) -> Message {
        let name = Message::verbatim(self.main.name().to_ascii_lowercase());
        let encoding = if self.mark {
            message!(read::with_mark { encoding: name })
        } else {
            name
        };
        match self.mixed_with() {
            Some(others) => message!(read::by_line { encoding, others }),
            None => encoding,
        }
    }
}

display_in_english!(Encoding);

/// Detects UTF-16 without a mark: Western text has a zero in every second byte, always on the same side; a single-byte
/// text has a few by accident.
fn utf16_by_zero_bytes(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let pairs = head.chunks_exact(2);
    let count = pairs.len();
    let (even, odd) = pairs.fold((0, 0), |(even, odd), pair| {
        (
            even + usize::from(pair[0] == 0),
            odd + usize::from(pair[1] == 0),
        )
    });
    let many = |zeros: usize, rest: usize| zeros > 0 && zeros * 3 >= count && zeros >= rest * 10;
    if many(odd, even) {
        Some(UTF_16LE)
    } else if many(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What the lines of a file say about its encoding.
struct Evidence {
    /// Whether any character beyond ASCII is valid UTF-8.
    utf8: bool,
    /// Whether any line is not UTF-8.
    others: bool,
    /// The number of bytes beyond ASCII passed to the detector.
    high_bytes: usize,
    detector: EncodingDetector,
}

impl Evidence {
    fn collect(bytes: impl Read) -> io::Result<Self> {
        // The detector is slow, and a few hundred names are all it needs.
        const ENOUGH: usize = 64 * 1024;
        let mut fed = 0;
        let detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        let mut evidence = Self {
            utf8: false,
            others: false,
            high_bytes: 0,
            detector,
        };
        let mut blocks = Blocks::new(bytes, 0);
        while let Some(block) = blocks.next_block()? {
            if std::str::from_utf8(block).is_ok() {
                evidence.utf8 |= !block.is_ascii();
                continue;
            }
            for line in lines(block) {
                if std::str::from_utf8(line).is_ok() {
                    evidence.utf8 |= !line.is_ascii();
                    continue;
                }
                evidence.others = true;
                if mostly_utf8(line) {
                    evidence.utf8 = true;
                } else if fed < ENOUGH {
                    fed += line.len();
                    evidence.high_bytes += line.iter().filter(|byte| !byte.is_ascii()).count();
                    evidence.detector.feed(line, false);
                }
            }
        }
        Ok(evidence)
    }

    /// Returns the encoding of the lines that are not UTF-8; `None` if there are none.
    fn guess(&self) -> Option<&'static encoding_rs::Encoding> {
        // Without a country, the detector recognises Polish and Czech names in a single line; but it sees Chinese in a
        // lone `µm`, so a few letters are not enough for East Asia.
        let guess = self.detector.guess(None, Utf8Detection::Deny);
        let plain = guess.is_single_byte() || self.high_bytes >= 16;
        self.others
            .then_some(if plain { guess } else { WINDOWS_1252 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(bytes: &[u8]) -> String {
        Encoding::detect(bytes, None).unwrap().to_string()
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn marks_zero_bytes_and_validity_decide_in_this_order() {
        let text = "Name;Ort\r\nJürgen Groß;Köln\r\n";
        assert_eq!(detected(text.as_bytes()), "utf-8");
        assert_eq!(
            detected(format!("\u{FEFF}{text}").as_bytes()),
            "utf-8 with mark"
        );
        assert_eq!(detected(&utf16(text, u16::to_le_bytes)), "utf-16le");
        assert_eq!(detected(&utf16(text, u16::to_be_bytes)), "utf-16be");
        let marked = format!("\u{FEFF}{text}");
        assert_eq!(
            detected(&utf16(&marked, u16::to_le_bytes)),
            "utf-16le with mark"
        );
        assert_eq!(
            detected(&utf16(&marked, u16::to_be_bytes)),
            "utf-16be with mark"
        );
        assert_eq!(
            detected(b"Name;Ort\r\nJ\xFCrgen Gro\xDF;K\xF6ln\r\n"),
            "windows-1252"
        );
        assert_eq!(detected(b""), "utf-8");
    }

    #[test]
    fn names_of_the_continent_are_guessed_from_few_letters() {
        let guess = |text: &str, encoding: &'static encoding_rs::Encoding| {
            let (bytes, _, lost) = encoding.encode(text);
            assert!(!lost);
            detected(&bytes)
        };
        let western = [
            "Name\nMüller\n",
            "Korn\n5 µm\n",
            "Name;Beitrag\nAnna;12,50 €\n",
            "Name\nJosé Ibáñez\n",
            "Name\nFrançois Lefèvre\n",
            "Name\nSøren Ågård\n",
            "Name;Rückmeldung\nJörg Weiß;„Schön“ – bis bald\n",
        ];
        for text in western {
            assert_eq!(guess(text, WINDOWS_1252), "windows-1252", "{text}");
        }
        let polish = "Imię i nazwisko;Miasto\nŁukasz Wiśniewski;Łódź\nAgnieszka Dąbrowska;Kraków\nŚwiętosława Żółć;Gdańsk\n";
        assert_eq!(guess(polish, encoding_rs::WINDOWS_1250), "windows-1250");
    }

    #[test]
    fn a_file_of_two_encodings_says_both() {
        let mixed = Encoding::detect(&b"J\xFCrgen\nK\xC3\xB6ln\n"[..], None).unwrap();
        assert_eq!(mixed.to_string(), "utf-8 and windows-1252, by line");
        assert_eq!(mixed.mixed_with().as_deref(), Some("windows-1252"));
        assert!(mixed.is_guessed());
        let marked = detected(b"\xEF\xBB\xBFName\nJ\xFCrgen\n");
        assert_eq!(marked, "utf-8 with mark and windows-1252, by line");
    }

    #[test]
    fn labels_are_known_in_several_spellings() {
        let label = |label| Encoding::for_label(label).map(|encoding| encoding.to_string());
        for name in [
            "latin1",
            "Latin-1",
            "ISO 8859-1",
            "cp1252",
            "ANSI",
            "windows-1252",
        ] {
            assert_eq!(label(name).as_deref(), Some("windows-1252"), "{name}");
        }
        assert_eq!(label("UTF-16LE").as_deref(), Some("utf-16le"));
        assert_eq!(label("klingon"), None);
        assert_eq!(label("replacement"), None);
    }

    #[test]
    fn a_mark_outweighs_what_was_told() {
        let latin1 = Encoding::for_label("latin1");
        let detect = |bytes: &[u8]| Encoding::detect(bytes, latin1).unwrap().to_string();
        assert_eq!(detect("\u{FEFF}Köln".as_bytes()), "utf-8 with mark");
        assert_eq!(detect("Köln".as_bytes()), "windows-1252");
    }
}
