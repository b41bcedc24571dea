//! What the program shows: answers and failures, and what they are made of.

pub mod answer;
pub mod date;
pub mod print;
pub mod safe;
pub mod table;
