//! The last resort: a fault of the program ends like any other error, with a message and an exit code of the contract.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use crate::catalogue::Message;
use crate::catalogue::messages::errors as words;
use crate::error::Error;
use crate::message;

/// Where the newest panic happened.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Keeps panics from writing to standard error by themselves: [`caught`] says what there is to say. For the whole
/// process, and so for `main` alone.
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

/// Makes a file that outgrows the process's limit an error like a full disk; without this, Unix ends the process. For
/// the whole process, and so for `main` alone.
pub fn outlive_limits() {
    #[cfg(unix)]
    {
        const SIGXFSZ: i32 = signal_hook::consts::SIGXFSZ;
        // A process that cannot have the handler ends by the signal, as it would without it.
        drop(signal_hook::flag::register(
            SIGXFSZ,
            std::sync::Arc::default(),
        ));
    }
}

/// Does `work`, and makes an error of a panic.
///
/// # Errors
/// Those of `work`, and the fault.
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
