//! Enumerations that exist in every language: each variant has a number, a name and a description.

/// Defines such an enumeration from a list of `Variant = number, "name", "Description.";`.
/// `scripts/vocabulary.py` generates the other languages' versions and the documentation from these lists.
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
            /// Every variant, in ascending order of number.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name, the same in every language.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The description, in English.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self {
                    $(Self::$variant => $description,)+
                }
            }

            /// The variant with this number.
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
