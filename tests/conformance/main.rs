//! What programs may rely on.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod audience;
mod course_in_code;
mod nodes;
mod random;
mod word_pages;
