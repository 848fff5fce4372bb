//! Given names that one person may bear in turn, and pairs that look alike but are two people.
//!
//! The names are written as [`super::keys::fold_tokens`] gives them, so without accents. A name may
//! stand in several groups: Alex is Alexander as well as Alexandra, who are not each other.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Groups of names that are used for one another: German with their English, Polish, Czech and French
/// forms. Names that only sound alike (Jörg and Jürgen, Franz and Frank) are other people's.
const GROUPS: &[&str] = &[
    "johannes hans hannes johann jo hansi",
    "johannes john johnny jan",
    "johanna hanna hannah jo hanni",
    "thomas tom tommy thom tomas tomasz tomek",
    "michael micha michi mike michel mick michal michail",
    "alexander alex sascha sasha sandro aleksander alexandre xander",
    "alexandra alex sandra sascha sasha aleksandra ola alexa",
    "robert rob bob robby bobby roberto",
    "elisabeth elizabeth lisa lisbeth elsbeth sissi sisi liz lizzy betty elli elzbieta ela alzbeta",
    "katharina kathrin katrin kathi kati kate katja katherine catherine kathy cathy catharina katarzyna kasia katerina katka",
    "christian chris",
    "christoph christof christopher chris stoffel kristof",
    "christina christine christiane chris tina christel kristina kristin christin krystyna",
    "andreas andi andy andrew andrzej ondrej",
    "matthias matthaus mathias matze matt matthew maciej",
    "maximilian max maxi",
    "benjamin ben benny benni",
    "sebastian basti bastian seb",
    "stefan stephan steve stephen steven stefano szczepan",
    "stefanie stephanie steffi steffie stefania",
    "wolfgang wolf wolfi",
    "joachim jochen achim jo",
    "hansjoachim hajo",
    "friedrich fritz fred freddy frieder",
    "alfred fred freddy",
    "manfred manni fred",
    "heinrich heinz heiner hinnerk henry henryk",
    "wilhelm willi willy william will bill wim",
    "josef joseph sepp jupp joe pepi jozef",
    "georg schorsch george jiri jerzy",
    "franz francis franciszek frantisek franzl",
    "franziska franzi sissi franka",
    "ludwig lutz louis luis",
    "rudolf rudolph rudi",
    "karl carl charles charlie karel karol kalle",
    "klaus claus nikolaus",
    "nikolaus niklas nico nicolas nicholas nick niko",
    "nicole nicola nikola nici nicki",
    "daniel dan danny dani",
    "daniela dani danielle",
    "david dave",
    "philipp philip phil filip phillip philippe",
    "gabriele gabi gaby gabriela gabriella",
    "susanne susanna susi sanne susan suzanne zuzanna zuzana susann",
    "sabine bine sabina",
    "ulrike uli ulli ulla rike",
    "ulrich uli ulli",
    "ursula uschi ulla urszula",
    "barbara babsi barbel barb basia babette",
    "margarete margarethe grete gretel greta margit margret margaret maggie malgorzata gosia marketa",
    "magdalena lena leni magda",
    "helena helene lena leni helen ella",
    "anna anne anni ann ania anka",
    "antonia toni",
    "anton toni tony antonin antoni anthony antoine",
    "maria mia marie mary mitzi marika",
    "theresa therese teresa resi tess",
    "veronika vroni veronica",
    "victoria viktoria vicky vicki",
    "patricia pat patty trish",
    "patrick pat patrik patryk",
    "jakob jacob jacques jakub kuba james",
    "james jim jimmy jamie",
    "richard rick dick ricky ryszard",
    "edward eduard ed eddie ted",
    "gregor greg gregory grzegorz",
    "peter pete pierre piotr petr pit",
    "paul pavel pawel",
    "martin marty marcin",
    "agnieszka agnes aga",
    "joanna asia johanna",
    "wojciech wojtek adalbert",
    "jennifer jenny jen jenni",
    "jessica jess jessie",
    "rebecca rebekka becky",
    "samuel sam",
    "samantha sam",
    "valentin vali",
    "gerhard gerd gert",
    "bernhard bernd bernard bernie",
    "reinhard reiner",
    "rainer reiner",
    "dietrich dieter dirk",
    "kenneth ken kenny",
    "lorenz laurenz laurence lawrence larry",
    "angelika geli angelica",
    "carsten karsten",
    "mark marc markus marcus marek",
    "monika moni monica",
    "tobias tobi toby",
    "martina tina",
    "florian flo",
    "dominik domi",
    "veronika vroni veronica",
    "charlotte lotte",
    "antonia toni",
    "anton toni tony anthony",
    "cornelia conny nelly",
    "dorothea doro",
    "julia jule",
    "eva evi",
];

/// Names of two people although one letter or two part them, beyond those that differ by a feminine ending.
const PAIRS: &[(&str, &str)] = &[
    ("andrea", "andreas"),
    ("julia", "julian"),
    ("juliane", "julian"),
    ("maria", "mario"),
    ("maria", "marius"),
    ("christian", "christina"),
    ("christian", "christine"),
    ("peter", "petra"),
    ("stefan", "stefanie"),
    ("stephan", "stephanie"),
    ("franziska", "franziskus"),
    ("alexander", "alexandra"),
    ("claudia", "claudio"),
    ("carlo", "carla"),
    ("sandra", "sandro"),
    ("roberto", "roberta"),
    ("nikolas", "nicola"),
    ("marian", "marion"),
    ("marco", "mario"),
    ("dominik", "dominique"),
    ("michal", "michala"),
    ("leon", "leoni"),
    ("leon", "leonie"),
];

static INDEX: LazyLock<HashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let mut index: HashMap<&'static str, Vec<u16>> = HashMap::new();
    for (group, names) in (0..).zip(GROUPS) {
        for name in names.split(' ') {
            index.entry(name).or_default().push(group);
        }
    }
    index
});

/// The groups a folded given name belongs to, as numbers.
pub(super) fn groups(name: &str) -> &'static [u16] {
    INDEX.get(name).map_or(&[], Vec::as_slice)
}

/// The names a folded given name is used for, itself among them.
pub(super) fn others(name: &str) -> impl Iterator<Item = &'static str> {
    let named = groups(name).iter().map(|&group| usize::from(group));
    named
        .filter_map(|group| GROUPS.get(group))
        .flat_map(|names| names.split(' '))
}

/// Whether two folded given names are used for one another.
pub(super) fn are_nicknames(a: &str, b: &str) -> bool {
    let others = groups(b);
    groups(a).iter().any(|group| others.contains(group))
}

/// Whether two folded given names look alike but belong to two people: Martin/Martina.
pub(super) fn are_paired_names(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short)
        .is_some_and(|ending| matches!(ending, "a" | "e" | "ie" | "ina" | "ine" | "ette"))
        || PAIRS
            .iter()
            .any(|&(one, other)| (a, b) == (one, other) || (b, a) == (one, other))
}

#[cfg(test)]
mod tests {
    use super::super::keys::fold_tokens;
    use super::*;

    #[test]
    fn every_name_is_written_as_it_is_folded() {
        let pairs = PAIRS.iter().flat_map(|&(one, other)| [one, other]);
        for name in INDEX.keys().copied().chain(pairs) {
            assert_eq!(fold_tokens(name), [name]);
        }
    }

    #[test]
    fn a_shared_short_form_does_not_join_its_names() {
        assert!(are_nicknames("alex", "alexander") && are_nicknames("alexandra", "alex"));
        assert!(!are_nicknames("alexander", "alexandra"));
        assert!(!are_nicknames("samuel", "samantha"));
        assert!(!are_nicknames("hannes", "jan") && !are_nicknames("bogdan", "bogdan"));
    }

    #[test]
    fn pairs_are_known_in_both_directions() {
        assert!(are_paired_names("martin", "martina") && are_paired_names("martina", "martin"));
        assert!(are_paired_names("andreas", "andrea") && are_paired_names("andrea", "andreas"));
        assert!(!are_paired_names("anna", "anne"));
    }
}
