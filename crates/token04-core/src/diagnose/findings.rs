//! The findings, as data and as text.

mod client_codes;
mod severity;
mod show;
mod table;
mod words;

pub use severity::Severity;
pub use table::FindingId;

pub(super) use show::{Bytes, Digits, Span, Time, Voice};
pub(super) use table::Fact;
pub(super) use words::{
    Argument, Change, Due, ExpireOf, ExposedIn, ForeignLayout, Hash, IdFault, Kind, KitFault, Number, Part,
    Renamed, Right, ShapeFault, WrongType,
};
