//! Options for facts about an event's organisers, shown in its documents.

use std::path::Path;

use super::super::arguments::or_nothing;
use crate::context::Context;
use crate::error::Error;
use crate::model::EventFacts;

/// The facts given as options.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct FactsArgs {
    #[arg(long, value_name = "NAME")]
    organiser: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    address: Option<String>,
    #[arg(long, value_name = "TEXT")]
    contact: Option<String>,
    #[arg(long, value_name = "TITLE")]
    project: Option<String>,
    #[arg(long, value_name = "TEXT")]
    funding_reference: Option<String>,
    #[arg(long, value_name = "TEXT")]
    funder: Option<String>,
    #[arg(long, value_name = "NAME")]
    signatory: Option<String>,
    #[arg(long, value_name = "FILE")]
    logo: Vec<String>,
}

impl FactsArgs {
    /// Returns whether no fact is given.
    pub(super) fn is_empty(&self) -> bool {
        let Self {
            organiser,
            address,
            contact,
            project,
            funding_reference,
            funder,
            signatory,
            logo,
        } = self;
        let texts = [
            organiser,
            address,
            contact,
            project,
            funding_reference,
            funder,
            signatory,
        ];
        texts.iter().all(|it| it.is_none()) && logo.is_empty()
    }

    /// Returns the facts with the given changes; an empty value removes the current one.
    ///
    /// # Errors
    /// If a logo cannot be used in a document.
    pub(super) fn applied(
        &self,
        context: &Context,
        before: &EventFacts,
    ) -> Result<EventFacts, Error> {
        let text = |said: &Option<String>, before: &Option<String>| match said {
            Some(said) => or_nothing(said),
            None => before.clone(),
        };
        Ok(EventFacts {
            organiser: text(&self.organiser, &before.organiser),
            address: text(&self.address, &before.address),
            contact: text(&self.contact, &before.contact),
            project: text(&self.project, &before.project),
            funding_reference: text(&self.funding_reference, &before.funding_reference),
            funder: text(&self.funder, &before.funder),
            signatory: text(&self.signatory, &before.signatory),
            logos: if self.logo.is_empty() {
                before.logos.clone()
            } else {
                self.logos(context)?
            },
        })
    }

    fn logos(&self, context: &Context) -> Result<Vec<String>, Error> {
        // A single empty value removes all of them.
        let named = self.logo.iter().filter(|it| !it.trim().is_empty());
        let mut logos = Vec::new();
        for typed in named {
            let path = kept(context, Path::new(typed));
            context.logo(&path)?;
            logos.push(path);
        }
        Ok(logos)
    }
}

/// Returns the path to store for a file: relative to the database's folder if it is in there, so that both can be moved
/// together.
fn kept(context: &Context, typed: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let file = absolute(typed);
    let database = absolute(&context.database);
    let folder = database.parent().unwrap_or(Path::new("/"));
    let inside = file.strip_prefix(folder).unwrap_or(&file);
    inside.to_string_lossy().into_owned()
}
