//! How a lock is taken: who failed while holding it has left nothing half done.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Takes a lock, also after a panic under it. What is locked in this program is changed in steps that each
/// leave it whole (a map, a count, a value that is replaced), so that nobody has to fail because another did.
pub fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_under_a_lock_closes_it_to_nobody() {
        let number = Mutex::new(1);
        let failed = std::thread::scope(|scope| {
            scope
                .spawn(|| {
                    let _held = lock(&number);
                    panic!("as a room may");
                })
                .join()
        });
        assert!(failed.is_err() && number.is_poisoned());
        *lock(&number) += 1;
        assert_eq!(*lock(&number), 2);
    }
}
