//! Names and addresses: read, folded, compared.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rollcall::identity::{
    KeyedName, PersonName, is_not_a_person, name_key, names_several, normalize_address, organisation_key,
    person_key, read_display_name,
};

fuzz_target!(|text: &str| {
    let name = PersonName::parse(text);
    let again = person_key(&name.given, &name.family);
    assert_eq!(person_key(&name.given, &name.family), again);
    drop((PersonName::parse_family_first(text), read_display_name(text, &|_| false)));
    drop((name_key(text), is_not_a_person(text), names_several(text)));
    drop(KeyedName::new(&name.given, &name.family));
    // A normal form is its own normal form.
    if let Some(address) = normalize_address(text) {
        assert_eq!(normalize_address(&address).as_deref(), Some(address.as_str()));
    }
    let key = organisation_key(text);
    assert_eq!(organisation_key(&key), key, "the key of a key");
});
