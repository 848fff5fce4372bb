//! A meeting that never was: invented people who signed up, and a log in which they write their names
//! as people do. The generator knows who every line means.
//!
//! The same seed makes the same meeting. Of the people on file one in seven did not sign up; three in
//! two hundred bear the name of somebody else at another organisation; families share a name and
//! sometimes an address; one in thirty signed up with the mailbox of the office, one in ten with a
//! private address. Of a thousand lines 840 are of people on file, 90 of guests (more than half of them
//! with a name near somebody's), 70 of telephones, devices and programs.
//!
//! *Named well enough.* A line is, when a careful human with the list of sign-ups would be sure:
//!
//! - it has an address that is on file for this person alone (no mailbox of an office or a family), and
//!   a name that is theirs, however short or misspelt, other than that of a wedding; or
//! - it has every word of the name on file, whatever the order, case, accents, umlauts, titles and
//!   marks; nobody else in the event has this name (or the line names the organisation, and nobody else
//!   there has it); they signed up (or the line names their organisation); and nothing on it points
//!   elsewhere, be it an organisation that is not on file or an address at another company; or
//! - it is the text of a device with an owner that was answered before, and nobody else has this name.
//!
//! So `Anna` is not, nor a slip of the pen, a nickname or `M?ller` without an own address.
//!
//! *Further rosters.* Beside the log stand the rosters that it lacks: [`strangers`] who bear somebody's
//! full name, [`signups`] of people on file who write something else than before, the [`colleagues`] of
//! one large organisation, names in other [`scripts`], and rows [`waiting`] for an answer.
//!
//! *What is left out.* Lines that would be right for somebody else, because a slip, a short form or a
//! guest's name comes out as another person's whole name: nobody could help being wrong. A guest who
//! has the very name of somebody who signed up always says more: an organisation, or an address at a
//! company. One whose name is somebody's turned round always has an address.

pub(crate) mod colleagues;
pub(crate) mod figures;
pub(crate) mod forms;
pub(crate) mod frequency;
pub(crate) mod guests;
pub(crate) mod judge;
pub(crate) mod lines;
pub(crate) mod lists;
pub(crate) mod people;
pub(crate) mod random;
pub(crate) mod rosters;
pub(crate) mod script_lists;
pub(crate) mod scripts;
pub(crate) mod signups;
pub(crate) mod strangers;
pub(crate) mod waiting;
