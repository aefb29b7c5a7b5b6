//! The examples, in every format.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod examples;
mod files;
