//! Enumerations that every language has: each variant with its number, its name and what it means.

/// Defines such an enumeration from a list of `Variant = number, "name", "Description.";`. What other languages
/// and the documents have is generated from these lists, by `scripts/vocabulary.py`.
macro_rules! vocabulary {
    (
        $(#[$about:meta])*
        $kind:ident;
        $($(#[$attribute:meta])* $variant:ident = $number:literal, $name:literal, $description:literal;)+
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(i32)]
        pub enum $kind {
            $(#[doc = $description] $(#[$attribute])* $variant = $number,)+
        }

        impl $kind {
            /// Every variant, in ascending order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name as text, the same in every language.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// What it means, in English.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$variant => $description,)+
                }
            }

            /// The variant that other languages know by a number.
            #[doc(hidden)]
            #[must_use]
            pub const fn from_number(number: i32) -> Option<Self> {
                match number {
                    $($number => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use vocabulary;
