//! Titles, sentences and counts of letters and documents.

use super::wordings;

wordings! {
    /// The name of a workbook's sheet that has what stands around its tables; at most 31 characters.
    NOTES_SHEET = "Notes", "Hinweise";
    /// The foot of a printed page.
    PAGE_OF = "Page {page} of {pages}", "Seite {page} von {pages}";
    /// The end of a text that is too long for a workbook's cell.
    CUT_MARK = " [… cut]", " [… gekürzt]";
    /// What is said of such a text.
    CUT_NOTE = "Sheet {sheet}, row {row}, column {column}: this text is longer than a workbook's cell can be and was cut; CSV and JSON have all of it", "Blatt {sheet}, Zeile {row}, Spalte {column}: dieser Text ist länger als eine Zelle einer Arbeitsmappe sein kann und wurde gekürzt; CSV und JSON haben ihn ganz";
}
