//! What a heading is about.

use std::collections::BTreeMap;

use super::super::word_lists::Stems;
use super::super::{fold, heading};
use super::{Lexicon, Presence, State};

impl Lexicon {
    /// Whether a title says that the people below it did not come, or have no place: `Abwesende`, `Warteliste Tagung`,
    /// `Did not come`.
    pub fn is_of_the_others(&self, title: &str) -> bool {
        const FEW: usize = 6;
        let title = title.replace('_', " ");
        let is_short = fold::words(&title).len() <= FEW && !title.contains('?');
        self.taken_back.titles.begin_a_word(&title)
            || is_short && self.negates(&title) && self.speaks_of_a_place(&title)
            || is_short && self.names_those_who_do_not_come(&title)
    }

    fn speaks_of_a_place(&self, title: &str) -> bool {
        let is_granted = |word: &String| self.state(word) == Some(State::Confirmed);
        self.speaks_of_coming(title)
            || fold::words(title)
                .iter()
                .any(|word| is_granted(word) && !self.is_ordinary(word))
    }

    /// Whether a word of a title, or a few in a row, is a state that withholds a place, or an absence, with any ending:
    /// `Stornierungen`, `Abgelehnte`, `Lista nieobecnych`, `No response`.
    fn names_those_who_do_not_come(&self, title: &str) -> bool {
        /// Shorter words are ordinary ones in a title: "Open", "Away".
        const LONG: usize = 6;
        const ENDINGS: [&str; 7] = ["", "e", "n", "s", "en", "er", "es"];
        let words = fold::words(title);
        let is_one_of_them = |text: &str| {
            let is_long = text.chars().count() >= LONG;
            let is_withheld = || {
                let state = self.state_of(&fold::words(text));
                state.is_some_and(|it| it != State::Confirmed) && !self.is_ordinary(text)
            };
            is_long && (is_withheld() || self.states_absence(text))
        };
        let mut parts = (0..words.len()).flat_map(|first| {
            let ends = first + 1..=words.len().min(first + 3);
            ends.map(move |end| (first, end))
        });
        parts.any(|(first, end)| {
            let text = words[first..end].join(" ");
            let mut stems = ENDINGS
                .iter()
                .filter_map(|ending| text.strip_suffix(ending));
            stems.any(is_one_of_them)
        })
    }

    /// Whether a heading is about money given back, or about an end, which some rows have: "Erstattungsdatum".
    pub fn is_of_refunds(&self, heading: &str) -> bool {
        self.heading.refunds.are_about(heading) && !self.names_a_subject(heading)
    }

    /// Whether a heading is about another time than this event's: "Status Vorjahr", "Teilnahme 2024". `years` are those
    /// of the event.
    pub fn is_of_another_year(&self, heading: &str, years: (i32, i32)) -> bool {
        let (first, last) = years;
        let words = fold::words(heading);
        let year = |word: &String| {
            word.parse::<i32>()
                .ok()
                .filter(|it| (1990..2100).contains(it))
        };
        self.heading.other_years.are_about(heading)
            || words
                .iter()
                .filter_map(year)
                .any(|year| year < first || year > last)
    }

    /// Whether a heading counts the tickets of a row: "Quantity".
    pub fn counts_tickets(&self, heading: &str) -> bool {
        self.heading.counts.has(&fold::words(heading).concat())
    }

    /// Whether a heading counts the people or places of a row.
    pub fn counts_heads(&self, heading: &str) -> bool {
        let words = fold::words(heading);
        self.heading.heads.has_any(&words) || self.heading.counts.has(&words.concat())
    }

    /// Whether a heading is about somebody who comes along.
    pub fn names_a_companion(&self, heading: &str) -> bool {
        self.heading.companions.are_about(heading)
    }

    /// Whether a text over rows names a group of people who come like the others: `Gäste`, `Presse`, `Team`.
    pub fn names_a_group(&self, text: &str) -> bool {
        let words = fold::words(text);
        let lists = [
            &self.names.groups,
            &self.heading.participants,
            &self.heading.heads,
        ];
        lists.iter().any(|list| list.has_any(&words))
            || self.asides.organisations.has_any(&words)
            || are_about(&self.beside, text)
    }

    /// Whether a heading is about somebody's child, who may be the one to come.
    pub fn names_a_child(&self, heading: &str) -> bool {
        self.heading.children.has_any(&fold::words(heading))
    }

    /// Whether a heading is about somebody who comes instead of the person of the row.
    pub fn names_a_substitute(&self, heading: &str) -> bool {
        self.heading.substitutes.are_about(heading)
    }

    /// Whether a heading is about coming, a place or somebody's presence.
    pub fn speaks_of_coming(&self, heading: &str) -> bool {
        self.heading.coming.are_about(heading)
    }

    /// Whether a heading is about what has happened: "Checked in", "Teilgenommen".
    pub fn is_of_the_past(&self, heading: &str) -> bool {
        self.heading.past.are_about(heading)
    }

    /// Whether a heading says when a form was sent or confirmed, which it may never have been: "Submitted at".
    pub fn is_of_sending(&self, heading: &str) -> bool {
        self.heading.sending.are_about(heading)
    }

    /// Whether a heading is about a journey or a night elsewhere: "Hotel", "Check-out".
    pub fn is_of_travel(&self, heading: &str) -> bool {
        let travel = self.subjects.get("travel");
        travel.is_some_and(|it| it.are_about(heading))
            || self.heading.checking_out.are_about(heading)
    }

    /// Whether a heading is about who should come: "Attendance required".
    pub fn is_wished(&self, heading: &str) -> bool {
        self.heading.wished.are_about(heading)
    }

    /// Whether a heading is about signing up, so that the words below it are states of sign-ups.
    pub fn is_of_signing_up(&self, heading: &str) -> bool {
        self.heading.signing_up.are_about(heading)
    }

    /// Whether the dates below a heading may be times of request: it speaks of signing up or of a moment, and not of
    /// another one.
    pub fn may_be_of_requests(&self, heading: &str) -> bool {
        let words = &self.heading;
        (words.signing_up.are_about(heading) || words.moments.are_about(heading))
            && !words.other_moments.are_about(heading)
    }

    /// Whether a heading is about another moment than that of signing up: "Bezahlt am", "Last change".
    pub fn is_of_another_moment(&self, heading: &str) -> bool {
        let words = &self.heading;
        words.other_moments.are_about(heading) && !words.signing_up.are_about(heading)
    }

    /// Whether a date in a title may be the day of the meeting, and not that on which the list was written.
    pub fn may_date_a_meeting(&self, title: &str) -> bool {
        let words = &self.heading;
        !words.signing_up.are_about(title)
            && !words.other_moments.are_about(title)
            && !words.written.are_about(title)
    }

    /// Returns the words of a heading that carry meaning, joined.
    pub fn folded(&self, heading: &str) -> String {
        let words = fold::words(&fold::without_markup(self.without_legend(heading)));
        self.without_fillers(&words).concat()
    }

    /// Returns the words that carry meaning, or all of them if none does.
    pub(in crate::formats) fn without_fillers(&self, words: &[String]) -> Vec<String> {
        let fillers = &self.heading.fillers;
        let meaning: Vec<String> = words
            .iter()
            .filter(|word| !fillers.has_word(word))
            .cloned()
            .collect();
        if meaning.is_empty() {
            words.to_vec()
        } else {
            meaning
        }
    }

    /// Whether a heading asks if somebody is coming to the event, whose title it may name.
    pub fn asks_for_a_reply(&self, heading: &str, title: &str) -> bool {
        let replies = &self.heading.replies;
        let mut words = fold::words(self.without_legend(heading));
        let title = fold::words(title);
        words.retain(|word| !title.contains(word));
        if self.asks_whether_to_come(&words) {
            return true;
        }
        let is_asking = |word: &&String| !self.heading.asking.has_word(word);
        let plain: Vec<String> = self.without_fillers(&words);
        let bare: Vec<String> = plain.iter().filter(is_asking).cloned().collect();
        [words, plain, bare]
            .iter()
            .any(|it| replies.has(&it.concat()))
    }

    /// Whether words say nothing else than a question whether somebody comes: "Werden Sie an der Tagung teilnehmen?"
    fn asks_whether_to_come(&self, words: &[String]) -> bool {
        let lists = &self.heading;
        let asks = |word: &String| {
            let mut lists = [
                &lists.to_come,
                &lists.whether,
                &lists.occasions,
                &lists.fillers,
                &lists.asking,
            ]
            .into_iter();
            lists.any(|list| list.has_word(word))
        };
        lists.to_come.has_any(words) && words.iter().all(asks)
    }

    /// Whether a folded word means somebody besides the first person: `second`, `weitere`.
    pub fn says_further(&self, word: &str) -> bool {
        self.heading.further.has_word(word)
    }

    /// Whether a heading says that a sign-up is confirmed: a yes below it is a place, a no is not a place yet.
    pub fn is_confirmation(&self, heading: &str) -> bool {
        let words = fold::words(self.without_legend(heading));
        matches!(words.as_slice(), [word] if self.heading.confirmations.has_word(word))
    }

    /// Whether a heading is about payment: somebody who has paid may still have cancelled.
    pub fn is_of_payment(&self, heading: &str) -> bool {
        self.heading.payment.are_about(heading)
    }

    /// Whether whatever is written below a heading says that somebody was there: "Unterschrift".
    pub fn is_signed(&self, heading: &str) -> bool {
        self.heading.signatures.has(&self.folded(heading))
    }

    /// Whether the numbers below a heading are time that somebody was not there: "Fehlzeit", "Pause (min)".
    pub fn counts_what_was_missed(&self, heading: &str) -> bool {
        self.heading.missed.are_about(heading)
    }

    /// Whether a heading may be that of how long somebody was there: it names a unit of time, or a word for lengths and
    /// for being there; not how long somebody spoke.
    pub fn may_be_a_length(&self, heading: &str) -> bool {
        let words = &self.heading;
        let is_of_time = heading::unit(heading).is_some() || words.lengths.end_a_word(heading);
        is_of_time && !words.other_lengths.are_about(heading)
    }

    /// Returns a heading without a legend of its marks behind it, if that says nothing unusual: "Anwesend (ja/nein)",
    /// "Zusage ja/nein", "Da (x = anwesend)", "da 1 = ja, 0 = nein", but not "Da (x = abwesend)".
    pub fn without_legend<'heading>(&self, heading: &'heading str) -> &'heading str {
        let trimmed = heading.trim_end();
        let inner = |open: char, close: char| {
            let (outer, inner) = trimmed.strip_suffix(close)?.rsplit_once(open)?;
            self.is_legend(inner).then(|| outer.trim_end())
        };
        let behind = || {
            let (outer, last) = trimmed.rsplit_once(char::is_whitespace)?;
            (last.contains('/') && self.is_legend(last)).then(|| outer.trim_end())
        };
        let spelt_out = || {
            let mut spaces = trimmed.match_indices(' ');
            spaces.find_map(|(at, _)| {
                let (outer, legend) = (&trimmed[..at], &trimmed[at..]);
                (legend.contains('=') && self.is_legend(legend)).then(|| outer.trim_end())
            })
        };
        inner('(', ')')
            .or_else(|| inner('[', ']'))
            .or_else(behind)
            .or_else(spelt_out)
            .unwrap_or(heading)
    }

    fn is_legend(&self, text: &str) -> bool {
        let read = |mark: &str| {
            let is_blank = self.is_none_word(mark) || self.answers.empty_boxes.contains(mark);
            self.letter(mark)
                .or_else(|| self.presence(mark, false))
                .or(is_blank.then_some(Presence::Absent))
        };
        let is_known = |part: &str| match part.split_once(['=', ':']) {
            Some((mark, meaning)) => {
                let mark = read(mark.trim());
                mark.is_some() && mark == read(meaning.trim())
            }
            None => read(part).is_some(),
        };
        let mut parts = text.split([',', ';', '/', '|']).map(str::trim);
        self.heading.filling_in.are(text) || !text.trim().is_empty() && parts.all(is_known)
    }

    /// Whether a heading over sessions says that they are not those chosen: "Alternative", "Interesse an"; but not
    /// "Für welche Session interessieren Sie sich?".
    pub fn is_no_choice(&self, heading: &str) -> bool {
        let asks_which = self.sessions.headings.are_about(heading);
        self.sessions.no_choice.are_about(heading) && !asks_which
    }

    /// Whether a heading over names of sessions turns the choice round: "Nicht gewünscht", "Session (abgesagt)".
    pub fn turns_a_choice(&self, heading: &str) -> bool {
        self.negates(heading) || self.withholds(heading) || self.is_not_chosen(heading)
    }

    /// Whether a heading over names of sessions says that they are not the row's choice, though it speaks of sessions.
    pub fn is_not_chosen(&self, heading: &str) -> bool {
        self.sessions.not_chosen.are_about(heading)
    }

    /// Whether a heading may be that of a choice: "Auswahl", "Track", "Nachmittag".
    pub fn may_be_of_choosing(&self, heading: &str) -> bool {
        self.sessions.choosing.are_about(heading)
            || self.sessions.sorts.has_any(&fold::words(heading))
            || self.is_of_signing_up(heading)
            || self.speaks_of_coming(heading)
            || heading.contains(|sign: char| sign.is_ascii_digit())
    }

    /// Whether a heading neither asks nor is about sessions, so that it may be about something else than a choice.
    pub fn says_nothing_of_choosing(&self, heading: &str) -> bool {
        let is_question = heading.trim_end().ends_with('?');
        !is_question && !self.sessions.headings.are_about(heading)
    }

    /// Whether a word of a session's title may tell it from others.
    pub fn says_which_session(&self, word: &str) -> bool {
        const SHORT: usize = 4;
        let lists = &self.heading;
        let generic = [
            &lists.to_come,
            &lists.whether,
            &lists.occasions,
            &lists.fillers,
            &self.sessions.sorts,
        ];
        word.chars().count() >= SHORT
            && !generic.iter().any(|list| list.has_word(word))
            && !self.sessions.headings.are_about(word)
    }

    /// Whether a heading says that its cells name what somebody came to: "Meeting", "Raum", "Termin".
    pub fn names_meetings(&self, heading: &str) -> bool {
        self.sessions.meetings.are_about(heading)
    }

    /// Whether a heading over names may mean the whole name as well as one half of it: `Nom`, `Nombre`.
    pub fn may_be_whole_name(&self, heading: &str) -> bool {
        self.heading.whole.has(&self.folded(heading))
    }

    /// Whether a heading is about a subject that decides nothing, whatever else it says: food, photographs, travel.
    pub fn names_a_subject(&self, heading: &str) -> bool {
        let is_of_the_list = self.listing.list.are_about(heading);
        is_of_the_list && self.listing.may.are_about(heading) || are_about(&self.subjects, heading)
    }

    /// The same, but including subjects that decide nothing unless the heading is about coming as well: consent,
    /// interest.
    pub fn names_another_subject(&self, heading: &str) -> bool {
        self.names_a_subject(heading) || are_about(&self.beside, heading)
    }

    /// Whether a heading is about a membership, a consent or a talk, which may be withdrawn or refused as well.
    pub fn is_of_membership(&self, heading: &str) -> bool {
        let mut subjects = ["membership", "consent", "talks"].iter();
        subjects.any(|it| self.is_beside(it, heading))
    }

    /// Whether a heading is about something that other lists of people are about as well: payments, newsletters,
    /// members, consents, letters sent.
    pub fn is_of_other_lists(&self, heading: &str) -> bool {
        let news = self.subjects.get("news");
        self.is_of_payment(heading)
            || self.other_files.invoice.are_about(heading)
            || news.is_some_and(|list| list.are_about(heading))
            || ["membership", "sent", "consent"]
                .iter()
                .any(|subject| self.is_beside(subject, heading))
    }

    /// Whether a heading is about remarks, which may say anything about the person.
    pub fn is_of_remarks(&self, heading: &str) -> bool {
        self.is_beside("remarks", heading)
    }

    /// Whether a heading is about an invoice or a payment.
    pub fn is_of_money(&self, heading: &str) -> bool {
        self.is_of_payment(heading) || self.is_beside("money", heading)
    }

    fn is_beside(&self, subject: &str, heading: &str) -> bool {
        let list = self.beside.get(subject);
        list.is_some_and(|list| list.are_about(heading))
    }

    /// Whether a heading is about personal details: street, birthday, fax.
    pub fn is_of_an_address_book(&self, heading: &str) -> bool {
        self.other_files.address_book.are_about(heading)
    }

    /// Whether a heading is about money transfers.
    pub fn is_of_a_bank(&self, heading: &str) -> bool {
        self.other_files.bank.are_about(heading)
    }
}

fn are_about(subjects: &BTreeMap<String, Stems>, heading: &str) -> bool {
    subjects.values().any(|stems| stems.are_about(heading))
}
