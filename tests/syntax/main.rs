//! Courses into the model, from every syntax.

mod bad_input;
mod round_trip;
