//! What commands say in their lists and pages, beside headings and titles.

use super::wordings;

wordings! {
    /// The state of an operation; in a list.
    UNDONE_BY = "undone by {number}", "zurückgenommen durch {number}";
    /// Under an operation.
    UNDONE_BY_OPERATION = "undone by operation {number}", "zurückgenommen durch Vorgang {number}";
    /// Under the open questions about a person.
    HOW_TO_ANSWER =
        "`rollcall review` shows how to answer them",
        "`rollcall review` zeigt, wie sie beantwortet werden";
    /// Over the columns of a file: `about` is its name, kind, family and encoding.
    ROWS_OF_A_FILE = "{about}, {count} row" | "{about}, {count} rows", "{about}, {count} Zeile" | "{about}, {count} Zeilen";
    /// What cells are separated by, where that cannot be seen.
    TAB = "tab", "Tabulator";
}
