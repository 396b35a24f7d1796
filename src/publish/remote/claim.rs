//! One publisher at a time at a place that has no locks.
//!
//! Whoever publishes leaves a claim under a name of their own, and then looks who else has. Of two who come at once, at least one
//! sees the other's claim, and whoever sees one gives up; both may, but never do both go on.
//!
//! A claim outlives a publisher that was killed. The name is kept with the desk, where a lock of the system tells whether it is
//! in use: so the next publication from the same desk takes its own claim up again.

use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use super::store::Store;
use super::trouble::Trouble;

/// The folder of the claims.
const CLAIMS: &str = ".attache-claims";

/// Held by the one who publishes.
#[derive(Debug)]
pub(super) struct Claim {
    store: Arc<dyn Store>,
    name: String,
}

impl Claim {
    /// Claims a place in the name that is kept in `file`; `None` where somebody else has claimed it. For the holder of the lock
    /// on the file's folder alone.
    pub(super) fn take(
        store: &Arc<dyn Store>,
        file: &Path,
        take_over: bool,
    ) -> Result<Option<Self>, Trouble> {
        let own = own_name(file)?;
        let claim = Self { store: Arc::clone(store), name: format!("{CLAIMS}/{own}") };
        claim.store.write(&claim.name, b"")?;
        let others: Vec<_> = store.list(CLAIMS)?.into_iter().filter(|name| *name != own).collect();
        if others.is_empty() {
            return Ok(Some(claim));
        }
        if !take_over {
            return Ok(None);
        }
        let others: Vec<_> = others.iter().map(|name| format!("{CLAIMS}/{name}")).collect();
        store.remove(&others.iter().map(String::as_str).collect::<Vec<_>>(), &AtomicUsize::new(0))?;
        Ok(Some(claim))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // If it stays, the next publication from here takes it up.
        self.store.remove(&[&self.name], &AtomicUsize::new(0)).ok();
        self.store.remove_empty(&[CLAIMS.to_owned()]).ok();
    }
}

/// The name in a file; a new one where there is none.
fn own_name(file: &Path) -> Result<String, Trouble> {
    let is_name = |name: &String| name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    match fs::read_to_string(file) {
        Ok(name) if is_name(&name) => Ok(name),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => {
            // Nothing secret: it only has to be another one than everybody else's.
            let random = || RandomState::new().hash_one(file);
            let name = format!("{:016x}{:016x}", random(), random());
            crate::output::write_file(file, name.as_bytes(), crate::output::Overwrite::Yes)
                .map_err(io::Error::other)?;
            Ok(name)
        }
    }
}
