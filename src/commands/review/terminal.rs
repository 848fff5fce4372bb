//! Asks the user at a terminal.

use inquire::autocompletion::Replacement;
use inquire::error::CustomUserError;
use inquire::ui::{RenderConfig, Styled};
use inquire::{Autocomplete, InquireError, Select, Text};

use super::ask::{Asker, Reply};
use super::on_file::OnFile;
use crate::catalogue::messages::review;
use crate::context::Context;
use crate::error::Error;
use crate::output::{Language, shown};

/// The number of choices that fit on a small terminal below the question.
const PAGE: usize = 12;

/// The user at the terminal; drawn on standard error.
#[derive(Debug)]
pub(super) struct Terminal {
    language: Language,
    is_colored: bool,
}

impl Terminal {
    /// Uses the terminal of a context.
    pub(super) fn new(context: &Context) -> Self {
        Self {
            language: context.language,
            is_colored: context.is_colored(),
        }
    }

    fn colors(&self) -> RenderConfig<'static> {
        let colors = if self.is_colored {
            RenderConfig::default_colored()
        } else {
            RenderConfig::empty()
        };
        colors.with_canceled_prompt_indicator(Styled::new("–"))
    }
}

impl Asker for Terminal {
    fn choose(&mut self, question: &str, choices: &[String]) -> Result<Reply<usize>, Error> {
        let choices = choices.iter().map(|choice| shown(choice).into_owned());
        let help = review::HOW_TO_CHOOSE.in_language(self.language);
        let answer = Select::new(&shown(question), choices.collect())
            .without_filtering()
            .with_page_size(PAGE)
            .with_help_message(help)
            .with_render_config(self.colors())
            .raw_prompt();
        reply(answer.map(|choice| choice.index))
    }

    fn name(&mut self, question: &str, on_file: &OnFile) -> Result<Reply<String>, Error> {
        let help = review::HOW_TO_NAME.in_language(self.language);
        let answer = Text::new(&shown(question))
            .with_autocomplete(on_file.clone())
            .with_help_message(help)
            .with_render_config(self.colors())
            .prompt();
        reply(answer)
    }
}

impl Autocomplete for OnFile {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        Ok(self.like(typed))
    }

    fn get_completion(
        &mut self,
        typed: &str,
        highlighted: Option<String>,
    ) -> Result<Replacement, CustomUserError> {
        Ok(highlighted.or_else(|| self.like(typed).into_iter().next()))
    }
}

fn reply<T>(answer: Result<T, InquireError>) -> Result<Reply<T>, Error> {
    match answer {
        Ok(said) => Ok(Reply::Said(said)),
        Err(InquireError::OperationCanceled) => Ok(Reply::Back),
        Err(InquireError::OperationInterrupted) => Ok(Reply::Stop),
        Err(error) => Err(Error::new(review::CANNOT_ASK)
            .caused_by(error)
            .hinted(review::LIST_WITHOUT_ASKING)),
    }
}
