//! Writes documents for editing, in the format of Word, which many other programs open as well.
//!
//! # Mapping
//!
//! | part | in Word |
//! | --- | --- |
//! | title, headings | the styles Title, Heading 1 to 3, for the navigation and a table of contents |
//! | paragraphs, facts, figures, lists | text and plain tables, for editing |
//! | tables | tables whose heading rows are repeated on every page, including the group's heading, as in HTML; a word is not broken while a smaller font, or paper turned to landscape, has room for it |
//! | lines to sign on | a table without borders, each line the border of its cell's text |
//! | charts, bars | Word charts with their numbers in an embedded workbook, so that both can be edited |
//! | logos | pictures at the head of every page; PNG and JPEG, since office programs do not reliably show others |
//! | a new page, a sheet to sign | a page break |
//!
//! Every page has a footer with the title and the page number, except in letters. Language, title and alternative texts
//! of pictures and tables are included for screen readers.
//!
//! # Bytes
//!
//! The output contains neither times nor places, and ids are counted: equal documents give equal bytes.
//!
//! # Why no library
//!
//! This module writes the XML itself. `docx-rs` (0.4.22) does not repeat heading rows, sets neither title nor language,
//! supports neither alternative texts nor charts, and does not compress. `docx-rust` (0.1.11) supports heading rows and
//! titles, but not charts, and depends on second copies of the ZIP and XML libraries. Only a small part of the format
//! is needed, and the ZIP library is used here already.

mod body;
mod chart;
mod table;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::body::Body;
use super::typography::text;
use super::{Document, Language, Layout, Options, PictureKind, WorkbookError};
use crate::catalogue::messages::conventions::LANGUAGE_TAG;
use crate::message;

/// Ten times the number of twips (twentieths of a point) in a millimetre.
const TWIPS: u32 = 567;

/// The side margins of a page, in millimetres.
const MARGIN: u32 = 18;

/// The number of EMUs, the unit of pictures, in a millimetre.
const EMUS: u32 = 36_000;

/// The maximum size of a logo in millimetres, as in pages.
const LOGO: (f64, f64) = (60.0, 16.0);

/// The maximum length of a title in the footer.
const FOOT: usize = 90;

/// The namespaces that every part of a document uses.
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The prefix of relationship types.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Returns a document for Word.
///
/// # Errors
/// If the numbers of a chart do not fit in a workbook.
pub(super) fn write(document: Document, options: &Options) -> Result<Vec<u8>, WorkbookError> {
    let mut document = document.for_people();
    if table::is_too_wide(&document, options.language) {
        document.layout = Layout::Landscape;
    }
    let mut package = Package::default();
    let header = header(&document, &mut package);
    let has_footer = document.layout != Layout::Letters;
    let mut body = Body::new(&document, options.language);
    body.write()?;
    let relations = &mut body.relations;
    for part in ["styles", "numbering", "settings"] {
        relations.push(Relation::inside(part, format!("{part}.xml")));
    }
    let mut section = String::new();
    if header.is_some() {
        let id = relations.len() + 1;
        relations.push(Relation::inside("header", "header1.xml"));
        push(
            &mut section,
            format_args!("<w:headerReference w:type=\"default\" r:id=\"rId{id}\"/>"),
        );
    }
    if has_footer {
        let id = relations.len() + 1;
        relations.push(Relation::inside("footer", "footer1.xml"));
        push(
            &mut section,
            format_args!("<w:footerReference w:type=\"default\" r:id=\"rId{id}\"/>"),
        );
    }
    let (wide, high) = paper(document.layout);
    let orientation = match document.layout {
        Layout::Landscape => " w:orient=\"landscape\"",
        Layout::Portrait | Layout::Letters => "",
    };
    let (side, above, edge) = (twips(MARGIN), twips(16), twips(9));
    let (wide, high) = (twips(wide), twips(high));
    push(
        &mut section,
        format_args!(
            "<w:pgSz w:w=\"{wide}\" w:h=\"{high}\"{orientation}/><w:pgMar w:top=\"{above}\" w:right=\"{side}\" \
             w:bottom=\"{above}\" w:left=\"{side}\" w:header=\"{edge}\" w:footer=\"{edge}\" w:gutter=\"0\"/>"
        ),
    );
    let written = format!(
        "{XML}<w:document {NAMESPACES}><w:body>{}<w:sectPr>{section}</w:sectPr></w:body></w:document>",
        body.xml
    );
    let tag = LANGUAGE_TAG.in_language(options.language);
    let with_language = |part: &str| part.replace("LANGUAGE", tag);
    package.xml("word/document.xml", "document.main", written);
    package.relations("word/_rels/document.xml.rels", &body.relations);
    package.xml(
        "word/styles.xml",
        "styles",
        with_language(include_str!("parts/styles.xml")),
    );
    package.xml(
        "word/numbering.xml",
        "numbering",
        include_str!("parts/numbering.xml").to_owned(),
    );
    package.xml(
        "word/settings.xml",
        "settings",
        with_language(include_str!("parts/settings.xml")),
    );
    if let Some(header) = header {
        package.xml("word/header1.xml", "header", header);
    }
    if has_footer {
        let footer = footer(&document, options.language);
        package.xml("word/footer1.xml", "footer", footer);
    }
    for chart in std::mem::take(&mut body.charts) {
        package.chart(chart);
    }
    Ok(package.packed(&document.title, tag))
}

/// Returns width and height of the paper, in millimetres.
fn paper(layout: Layout) -> (u32, u32) {
    match layout {
        Layout::Landscape => (297, 210),
        Layout::Portrait | Layout::Letters => (210, 297),
    }
}

/// Converts millimetres to twips.
fn twips(millimetres: u32) -> u32 {
    millimetres * TWIPS / 10
}

/// Returns the header of every page, with the logos.
fn header(document: &Document, package: &mut Package) -> Option<String> {
    let mut runs = String::new();
    let mut relations = Vec::new();
    for logo in &document.logos {
        let Some(image) = logo.for_office() else {
            continue;
        };
        let number = relations.len() + 1;
        let ending = match logo.kind {
            PictureKind::Jpeg => "jpeg",
            PictureKind::Png | PictureKind::Svg => "png",
        };
        let name = format!("media/logo{number}.{ending}");
        relations.push(Relation::inside("image", name.clone()));
        package
            .parts
            .push((format!("word/{name}"), logo.bytes.clone()));
        let (width, height) = fitted(image.width(), image.height());
        push(
            &mut runs,
            format_args!(
                "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
                 <wp:docPr id=\"{number}\" name=\"Logo {number}\" descr=\"Logo\"/><a:graphic><a:graphicData \
                 uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" \
                 name=\"Logo {number}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId{number}\"/>\
                 <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
                 <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
                 </a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space=\"preserve\">   </w:t></w:r>"
            ),
        );
    }
    if relations.is_empty() {
        return None;
    }
    package.relations("word/_rels/header1.xml.rels", &relations);
    Some(format!(
        "{XML}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{runs}</w:p></w:hdr>"
    ))
}

/// Returns the size in EMUs of a picture of this many pixels, scaled to fit into the header.
fn fitted(width: f64, height: f64) -> (u32, u32) {
    let (widest, highest) = LOGO;
    let scale = (widest / width).min(highest / height);
    let emus = |dots: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most 60 mm, in whole units"
        )]
        let whole = (dots * scale * f64::from(EMUS)).round().max(1.0) as u32;
        whole
    };
    (emus(width), emus(height))
}

/// Returns the footer with the title and the page number.
fn footer(document: &Document, language: Language) -> String {
    let title = text(&document.title).replace('\n', " ");
    let mut short: String = title.chars().take(FOOT).collect();
    if short.len() < title.len() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    let (wide, _) = paper(document.layout);
    let right = twips(wide - 2 * MARGIN);
    let sentence = message!(documents::page_of {
        page: "{PAGE}",
        pages: "{NUMPAGES}"
    })
    .in_language(language);
    let mut runs = String::new();
    for piece in sentence.split_inclusive('}') {
        let (words, field) = piece.split_once('{').unwrap_or((piece, ""));
        push(
            &mut runs,
            format_args!(
                "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
                escaped(words)
            ),
        );
        let field = field.trim_end_matches('}');
        if !field.is_empty() {
            push(
                &mut runs,
                format_args!(
                    "<w:fldSimple w:instr=\" {field} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
                ),
            );
        }
    }
    format!(
        "{XML}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{right}\"/></w:tabs></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r>{runs}</w:p></w:ftr>",
        escaped(&short)
    )
}

/// A relationship from one part of the package to another.
#[derive(Debug)]
struct Relation {
    kind: &'static str,
    target: String,
    is_outside: bool,
}

impl Relation {
    fn inside(kind: &'static str, target: impl Into<String>) -> Self {
        Self {
            kind,
            target: target.into(),
            is_outside: false,
        }
    }
}

/// The files that a document consists of.
#[derive(Debug, Default)]
struct Package {
    parts: Vec<(String, Vec<u8>)>,
    /// The content types of parts that are not determined by their extension.
    kinds: String,
    charts: usize,
}

impl Package {
    fn xml(&mut self, path: &str, kind: &str, written: String) {
        self.kind(path, &format!("wordprocessingml.{kind}"));
        self.parts.push((path.to_owned(), written.into_bytes()));
    }

    fn kind(&mut self, path: &str, kind: &str) {
        push(
            &mut self.kinds,
            format_args!(
                "<Override PartName=\"/{path}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}+xml\"/>"
            ),
        );
    }

    fn relations(&mut self, path: &str, relations: &[Relation]) {
        let mut written = format!(
            "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        );
        for (number, relation) in (1..).zip(relations) {
            let mode = if relation.is_outside {
                " TargetMode=\"External\""
            } else {
                ""
            };
            push(
                &mut written,
                format_args!(
                    "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/{}\" Target=\"{}\"{mode}/>",
                    relation.kind,
                    escaped(&relation.target)
                ),
            );
        }
        written.push_str("</Relationships>");
        self.parts.push((path.to_owned(), written.into_bytes()));
    }

    fn chart(&mut self, chart: chart::Drawn) {
        self.charts += 1;
        let number = self.charts;
        let path = format!("word/charts/chart{number}.xml");
        self.kind(&path, "drawingml.chart");
        self.parts.push((path, chart.xml.into_bytes()));
        let numbers = format!("numbers{number}.xlsx");
        self.relations(
            &format!("word/charts/_rels/chart{number}.xml.rels"),
            &[Relation::inside(
                "package",
                format!("../embeddings/{numbers}"),
            )],
        );
        self.parts
            .push((format!("word/embeddings/{numbers}"), chart.numbers));
    }

    /// Packs everything. Every file has the earliest date of the ZIP format.
    fn packed(mut self, title: &str, tag: &str) -> Vec<u8> {
        let core = format!(
            "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{tag}</dc:language></cp:coreProperties>",
            escaped(&text(title).replace('\n', " "))
        );
        let kinds = format!(
            "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
             <Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"xlsx\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>\
             <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
             {}</Types>",
            self.kinds
        );
        let first = format!(
            "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
             <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
             Target=\"docProps/core.xml\"/></Relationships>"
        );
        let front = [
            ("[Content_Types].xml", kinds),
            ("_rels/.rels", first),
            ("docProps/core.xml", core),
        ];
        let front = front.map(|(path, written)| (path.to_owned(), written.into_bytes()));
        self.parts.splice(0..0, front);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in self.parts {
            packed
                .start_file(path, options)
                .and_then(|()| Ok(packed.write_all(&bytes)?))
                .expect("memory takes everything");
        }
        let packed = packed.finish().expect("memory takes everything");
        packed.into_inner()
    }
}

/// Escapes text for XML, and removes characters that XML cannot contain.
fn escaped(text: &str) -> String {
    let is_allowed = |it: char| match it {
        '\n' => true,
        it => it >= ' ' && !matches!(it, '\u{fffe}' | '\u{ffff}'),
    };
    let text = if text.chars().all(is_allowed) {
        Cow::Borrowed(text)
    } else {
        let allowed = text
            .chars()
            .map(|it| if is_allowed(it) { it } else { '\u{fffd}' });
        Cow::Owned(allowed.collect())
    };
    quick_xml::escape::escape(text).into_owned()
}

fn push(written: &mut String, what: std::fmt::Arguments<'_>) {
    written
        .write_fmt(what)
        .expect("writing into memory does not fail");
}

#[cfg(test)]
mod tests;
