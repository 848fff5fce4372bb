//! Attributes of the XML in a packed workbook.

use quick_xml::events::BytesStart;

/// Returns an attribute of an element as written.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}

/// Whether a boolean attribute is true; `otherwise` is its default.
pub(super) fn is_on(element: &BytesStart<'_>, name: &str, otherwise: bool) -> bool {
    attribute(element, name).map_or(otherwise, |it| !matches!(it.as_str(), "0" | "false"))
}
