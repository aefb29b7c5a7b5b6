//! The examples, in every format.

mod examples;
mod files;
