//! What the program prints: answers and failures, and their parts.

pub mod answer;
pub mod date;
pub mod print;
pub mod safe;
pub mod table;
