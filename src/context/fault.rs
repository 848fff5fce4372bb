//! The last resort: a bug in the program ends it like any other error, with a message and a documented exit code.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use crate::catalogue::Message;
use crate::catalogue::messages::errors as words;
use crate::error::Error;
use crate::message;

/// The place of the latest panic.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Prevents panics from writing to standard error; [`caught`] reports them instead. Affects the whole process, so only
/// `main` calls it.
pub fn keep_quiet() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|it| {
            let file = it.file().rsplit(['/', '\\']).next().unwrap_or_default();
            format!("{file}:{}", it.line())
        });
        if let Ok(mut newest) = PLACE.lock() {
            *newest = place;
        }
    }));
}

/// Turns the failure to write a file beyond the process's size limit into an error like a full disk; without this, Unix
/// ends the process. Affects the whole process, so only `main` calls it.
pub fn outlive_limits() {
    #[cfg(unix)]
    {
        const SIGXFSZ: i32 = signal_hook::consts::SIGXFSZ;
        // Without the handler the process ends by the signal, as it would anyway.
        drop(signal_hook::flag::register(
            SIGXFSZ,
            std::sync::Arc::default(),
        ));
    }
}

/// Runs `work`, and turns a panic into an error.
///
/// # Errors
/// Those of `work`, and the panic.
pub fn caught<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(fault(&*panic)))
}

fn fault(panic: &(dyn Any + Send)) -> Error {
    let said = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    let reason = said.map_or_else(|| words::FAULT_WITHOUT_REASON.into(), Message::verbatim);
    let place = PLACE.lock().ok().and_then(|mut newest| newest.take());
    Error::new(words::FAULT)
        .because(match place {
            Some(place) => message!(errors::fault_at { reason, place }),
            None => reason,
        })
        .hinted(words::REPORT_IT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_that_says_why() {
        let error = caught::<()>(|| panic!("row {} is missing", 7)).unwrap_err();
        assert_eq!(error.exit().code(), 1);
        assert!(
            error.causes[0].in_english().starts_with("row 7 is missing"),
            "{error:?}"
        );
        assert_eq!(caught(|| Ok(3)).unwrap(), 3);
    }
}
