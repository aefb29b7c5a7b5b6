//! Ending early without leaving half-written files behind.

use std::io;

/// Starts the thread that removes temporary files when the process is told to end; it then ends
/// with 128 and the number of the signal.
///
/// Listening to `SIGXFSZ` has a second effect: a limit on the size of files becomes an error of
/// the write instead of the end of the process.
///
/// # Errors
///
/// When the system refuses the handlers or the thread.
#[cfg(unix)]
pub(crate) fn watch() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGXFSZ])?;
    let watch = move || {
        for signal in signals.forever() {
            if signal != SIGXFSZ {
                super::atomic::abandon(|| std::process::exit(128 + signal));
            }
        }
    };
    std::thread::Builder::new()
        .name("signals".to_owned())
        .spawn(watch)
        .map(drop)
}

/// Nothing to watch: what a killed run leaves behind is removed by the next one.
///
/// # Errors
///
/// None.
#[cfg(not(unix))]
pub(crate) fn watch() -> io::Result<()> {
    Ok(())
}
