//! The body of the document: everything between header and footer.

use super::super::document::facts_table;
use super::super::typography::text;
use super::super::{Bars, Chart, Document, Figure, Language, Layout, Link, Part, WorkbookError};
use super::chart::{self, Drawn};
use super::{EMUS, MARGIN, Relation, escaped, paper, push, twips};
use crate::catalogue::messages::conventions::LANGUAGE_TAG;

/// Keeps a paragraph on the same page as the next one; must be the first property after the style.
pub(super) const KEPT: &str = "<w:keepNext/>";

/// The number of figures side by side.
const FIGURES: usize = 3;

/// Returns the width of the text on a page, in twips.
pub(super) fn width_of_text(layout: Layout) -> u32 {
    let (wide, _) = paper(layout);
    twips(wide - 2 * MARGIN)
}

/// The content of the body, appended part by part.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) xml: String,
    pub(super) relations: Vec<Relation>,
    pub(super) charts: Vec<Drawn>,
    document: &'a Document,
    /// The language of the following content.
    pub(super) language: Language,
    /// The language of the document as a whole.
    own: Language,
    /// Whether the following content begins on a new page.
    pub(super) breaks: bool,
    /// The width of the text in twips, twentieths of a point.
    pub(super) width: u32,
}

impl<'a> Body<'a> {
    pub(super) fn new(document: &'a Document, language: Language) -> Self {
        Self {
            xml: String::new(),
            relations: Vec::new(),
            charts: Vec::new(),
            document,
            language,
            own: language,
            breaks: false,
            width: width_of_text(document.layout),
        }
    }

    pub(super) fn write(&mut self) -> Result<(), WorkbookError> {
        let document = self.document;
        let is_letters = document.layout == Layout::Letters;
        if !is_letters {
            self.paragraph("Title", &document.title);
            self.facts_below(&document.lines);
        }
        // The caption of a table without a title of its own.
        let mut above = document.title.as_str();
        let mut is_first = true;
        let mut is_below_signature = false;
        for part in &document.parts {
            match part {
                Part::Heading(heading) if is_letters => self.paragraph("Title", heading),
                Part::Heading(heading) => {
                    above = heading;
                    self.paragraph("Heading1", heading);
                }
                Part::Paragraph(words) => self.paragraph("Normal", words),
                Part::Figures(figures) => self.figures(figures),
                Part::Facts(facts) => {
                    if let Some(facts) = facts_table(facts, self.language) {
                        self.facts(&facts);
                    }
                }
                Part::Table(table) => self.table(table, above)?,
                Part::Chart(chart) => self.curves(chart)?,
                Part::Bars(bars) => self.bars(bars)?,
                Part::List(items) => {
                    for item in items {
                        self.paragraph("ListBullet", item);
                    }
                }
                Part::Links(links) => {
                    for link in links {
                        self.link(link);
                    }
                }
                Part::Signature(below) => {
                    // Neighbouring paragraphs with the same border would share one line.
                    if is_below_signature {
                        self.gap();
                    }
                    self.paragraph("SignatureLine", below);
                }
                Part::NewPage(language) => {
                    self.language = *language;
                    self.breaks = !is_first;
                }
            }
            is_first = false;
            is_below_signature = matches!(part, Part::Signature(_));
        }
        // A document must end with a paragraph, not with a table.
        if self.xml.ends_with("</w:tbl>") {
            self.gap();
        }
        Ok(())
    }

    pub(super) fn facts_below(&mut self, lines: &[String]) {
        for line in lines {
            self.paragraph("Fact", line);
        }
    }

    pub(super) fn paragraph(&mut self, style: &str, words: &str) {
        self.begin(style, "");
        self.run(words, "");
        self.xml.push_str("</w:p>");
    }

    /// Begins a paragraph; `more` has properties that its style does not set.
    pub(super) fn begin(&mut self, style: &str, more: &str) {
        let page_break = if std::mem::take(&mut self.breaks) {
            "<w:pageBreakBefore/>"
        } else {
            ""
        };
        let style = match style {
            "Normal" => String::new(),
            style => format!("<w:pStyle w:val=\"{style}\"/>"),
        };
        let (kept, more) = match more.strip_prefix(KEPT) {
            Some(rest) => (KEPT, rest),
            None => ("", more),
        };
        if [&style, kept, page_break, more]
            .iter()
            .all(|it| it.is_empty())
        {
            self.xml.push_str("<w:p>");
            return;
        }
        push(
            &mut self.xml,
            format_args!("<w:p><w:pPr>{style}{kept}{page_break}{more}</w:pPr>"),
        );
    }

    /// Adds words to a paragraph; `look` has properties that its style does not set.
    pub(super) fn run(&mut self, words: &str, look: &str) {
        let words = text(words);
        if words.is_empty() {
            return;
        }
        self.xml.push_str("<w:r>");
        let language = if self.language == self.own {
            String::new()
        } else {
            let tag = LANGUAGE_TAG.in_language(self.language);
            format!("<w:lang w:val=\"{tag}\"/>")
        };
        if !look.is_empty() || !language.is_empty() {
            push(
                &mut self.xml,
                format_args!("<w:rPr>{look}{language}</w:rPr>"),
            );
        }
        for (number, line) in words.lines().enumerate() {
            if number > 0 {
                self.xml.push_str("<w:br/>");
            }
            push(
                &mut self.xml,
                format_args!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line)),
            );
        }
        self.xml.push_str("</w:r>");
    }

    /// Adds an invisible paragraph: Word would join two tables without one between them.
    pub(super) fn gap(&mut self) {
        self.begin("Gap", "");
        self.xml.push_str("</w:p>");
    }

    /// Separates a table from one before it.
    pub(super) fn before_table(&mut self) {
        if self.breaks || self.xml.ends_with("</w:tbl>") {
            self.gap();
        }
    }

    fn link(&mut self, link: &Link) {
        self.relations.push(Relation {
            kind: "hyperlink",
            target: link.target.clone(),
            is_outside: true,
        });
        let id = self.relations.len();
        self.begin("ListBullet", "");
        push(
            &mut self.xml,
            format_args!("<w:hyperlink r:id=\"rId{id}\">"),
        );
        self.run(&link.text, "<w:rStyle w:val=\"Hyperlink\"/>");
        self.xml.push_str("</w:hyperlink></w:p>");
    }

    fn figures(&mut self, figures: &[Figure]) {
        self.before_table();
        let column = self.width / 3;
        let edge = |side: &str| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"777777\"/>")
        };
        let edges = ["top", "left", "bottom", "right", "insideH", "insideV"];
        let edges: String = edges.into_iter().map(edge).collect();
        push(
            &mut self.xml,
            format_args!(
                "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{edges}</w:tblBorders>\
                 <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"60\" w:type=\"dxa\"/><w:left w:w=\"120\" \
                 w:type=\"dxa\"/><w:bottom w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"120\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
                 <w:tblGrid>{}</w:tblGrid>",
                column * 3,
                format!("<w:gridCol w:w=\"{column}\"/>").repeat(FIGURES)
            ),
        );
        for row in figures.chunks(FIGURES) {
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for place in 0..FIGURES {
                push(
                    &mut self.xml,
                    format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{column}\" w:type=\"dxa\"/></w:tcPr>"),
                );
                match row.get(place) {
                    Some(figure) => {
                        self.paragraph("Figure", &figure.value.for_people(self.language));
                        self.begin("Cell", "");
                        self.run(figure.column.heading.in_language(self.language), "<w:b/>");
                        self.xml.push_str("</w:p>");
                        if !figure.remark.is_empty() {
                            self.paragraph("SmallCell", &figure.remark);
                        }
                    }
                    None => self.paragraph("Cell", ""),
                }
                self.xml.push_str("</w:tc>");
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
    }

    /// Adds a picture for each panel, followed by what ran during it.
    pub(super) fn curves(&mut self, chart: &Chart) -> Result<(), WorkbookError> {
        for panel in chart.panels().iter() {
            if !panel.title.is_empty() {
                self.paragraph("Heading2", &panel.title);
            }
            self.drawing(chart::of_curve(chart, panel)?, &chart.said());
            for line in chart::running(chart, panel) {
                self.paragraph("Note", &line);
            }
        }
        Ok(())
    }

    fn bars(&mut self, bars: &Bars) -> Result<(), WorkbookError> {
        self.drawing(chart::of_bars(bars)?, &bars.said());
        Ok(())
    }

    fn drawing(&mut self, drawn: Drawn, said: &str) {
        let number = self.charts.len() + 1;
        self.relations.push(Relation::inside(
            "chart",
            format!("charts/chart{number}.xml"),
        ));
        let id = self.relations.len();
        // One twip is 635 EMUs.
        let (width, height) = (self.width * 635, drawn.height * EMUS);
        // Logos have their own ids, in the header.
        let own = number + 100;
        self.begin("Normal", KEPT);
        push(
            &mut self.xml,
            format_args!(
                "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
                 <wp:docPr id=\"{own}\" name=\"Chart {number}\" descr=\"{}\"/><a:graphic><a:graphicData \
                 uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"rId{id}\"/></a:graphicData></a:graphic>\
                 </wp:inline></w:drawing></w:r></w:p>",
                escaped(&text(said))
            ),
        );
        self.charts.push(drawn);
    }
}
