//! What programs may rely on.

mod audience;
mod course_in_code;
mod random;
