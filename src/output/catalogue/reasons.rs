//! What speaks for a candidate and what against.
//!
//! A question keeps its reasons in English, as matching wrote them; they are known again by that text.

use super::wordings;

wordings! {
    /// How alike two names are, from 0 to 1.
    NEAR_NAME = "near name {likeness}", "ähnlicher Name {likeness}";
    SAME_ADDRESS = "same address", "gleiche Adresse";
    REMEMBERED_NAME = "remembered name", "gemerkter Name";
    SAME_NAME = "same name", "gleicher Name";
    SAME_NAME_SAME_ORGANISATION =
        "same name, same organisation",
        "gleicher Name, gleiche Organisation";
    ONLY_ONE_IN_EVENT =
        "only person of this name in the event",
        "sonst niemand dieses Namens in der Veranstaltung";
    INITIAL = "initial", "passender Anfangsbuchstabe";
    PART_OF_NAME = "part of the name", "Teil des Namens";
    NICKNAME = "nickname", "Kurzform des Vornamens";
    SAME_ORGANISATION = "same organisation", "gleiche Organisation";
    SAME_DOMAIN = "same domain", "gleiche Domain";
    SAME_WITHOUT_BLANKS = "same name without blanks", "gleicher Name ohne Leerzeichen";
    ONE_NAME = "only one name to compare", "nur ein Name zum Vergleichen";
    OTHER_FAMILY_NAME =
        "same given name, another family name",
        "gleicher Vorname, anderer Familienname";
    OTHER_GIVEN_NAME =
        "same family name, another given name",
        "gleicher Familienname, anderer Vorname";
    NO_NAME = "no name given", "kein Name angegeben";
    SHARED_ADDRESS = "shared address", "geteilte Adresse";
    SEVERAL_OF_THIS_NAME = "several people of this name", "mehrere dieses Namens";
    OTHER_ORGANISATION = "another organisation", "andere Organisation";
    OTHER_ADDRESS = "another address", "andere Adresse";
    OTHER_ORDER = "given and family name the other way round", "Vor- und Familienname vertauscht";
    NOT_IN_EVENT = "not in the event", "nicht in der Veranstaltung";
}
