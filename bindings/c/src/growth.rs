//! Structs that can grow: each begins with its size, by which the caller and the library know which fields the other
//! one has.
#![allow(unsafe_code, reason = "structs from C are read and written here")]

use std::mem::MaybeUninit;
use std::ptr;

use token04_core::{Error, host};

/// No struct will be larger: a larger size is not one.
const LARGEST: usize = 4096;

/// A struct whose first field is `size: usize`.
///
/// A new version adds fields at the end, never in the padding of an earlier one, and its size to `SIZES`.
///
/// # Safety
///
/// All fields can be zero, which is their default.
pub(crate) unsafe trait Growing: Sized {
    /// Its name in messages.
    const NAME: &'static str;
    /// The sizes of all versions, in ascending order.
    const SIZES: &'static [usize] = &[size_of::<Self>()];
}

/// A struct as this library knows it. A feature for tests adds a field, as a later version will.
#[repr(C)]
pub(crate) struct Struct<T> {
    pub fields: T,
    #[cfg(feature = "inject-field")]
    pub injected: i64,
}

impl<T> Struct<T> {
    /// What `size` is in a struct that the library owns.
    pub const SIZE: usize = size_of::<Self>();

    pub const fn new(fields: T) -> Self {
        Self {
            fields,
            #[cfg(feature = "inject-field")]
            injected: 4,
        }
    }
}

/// Reads a struct of the caller's. A field that is unknown to an older caller has its default. A field that is
/// unknown to the library must have it too: ignoring what a caller asks for could accept a token wrongly.
#[inline]
pub(crate) unsafe fn read<T: Growing>(pointer: *const T) -> Result<T, Error> {
    // SAFETY: the caller gives as many bytes as the size says, which is the first field.
    unsafe {
        let size = pointer.cast::<usize>().read();
        if size == Struct::<T>::SIZE { Ok(pointer.read()) } else { read_other_version(pointer, size) }
    }
}

#[cold]
unsafe fn read_other_version<T: Growing>(pointer: *const T, size: usize) -> Result<T, Error> {
    let name = T::NAME;
    let newer = size > Struct::<T>::SIZE && size <= LARGEST;
    if !newer && !T::SIZES.contains(&size) {
        return Err(wrong_size::<T>(size));
    }
    // SAFETY: the caller gives as many bytes as the size says; the trait promises that zero is valid.
    unsafe {
        for unknown in Struct::<T>::SIZE..size {
            if pointer.cast::<u8>().add(unknown).read() != 0 {
                let version = token04_core::VERSION;
                return Err(host::invalid_argument(format!(
                    "{name} sets a field that version {version} of the library does not have"
                )));
            }
        }
        let mut fields = MaybeUninit::<T>::zeroed();
        ptr::copy_nonoverlapping(pointer.cast::<u8>(), fields.as_mut_ptr().cast(), size.min(size_of::<T>()));
        Ok(fields.assume_init())
    }
}

/// Fills a struct of the caller's, as far as its size reaches. The size itself stays.
pub(crate) unsafe fn fill<T: Growing>(target: *mut T, fields: T) -> Result<(), Error> {
    let known = Struct::new(fields);
    // SAFETY: the caller gives as many bytes as the size says, which is the first field.
    unsafe {
        let size = target.cast::<usize>().read();
        if size < T::SIZES[0] || size > LARGEST {
            return Err(wrong_size::<T>(size));
        }
        let (start, end) = (size_of::<usize>(), size.min(Struct::<T>::SIZE));
        let source = (&raw const known).cast::<u8>();
        ptr::copy_nonoverlapping(source.add(start), target.cast::<u8>().add(start), end - start);
    }
    Ok(())
}

#[cold]
fn wrong_size<T: Growing>(got: usize) -> Error {
    let (name, known) = (T::NAME, size_of::<T>());
    host::invalid_argument(format!("{name}.size must be sizeof(token04_{name}), here {known}, got {got}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A struct that has grown twice since its first version.
    #[repr(C)]
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Grown {
        size: usize,
        first: i64,
        second: i64,
        third: i64,
    }

    // SAFETY: integers can be zero.
    unsafe impl Growing for Grown {
        const NAME: &'static str = "grown";
        const SIZES: &'static [usize] = &[16, 24, 32];
    }

    fn read(bytes: [i64; 6]) -> Result<[i64; 3], String> {
        // SAFETY: no size below exceeds the array, or it is refused before it is used.
        let read = unsafe { super::read(bytes.as_ptr().cast::<Grown>()) };
        read.map(|grown| [grown.first, grown.second, grown.third]).map_err(|error| error.message().to_owned())
    }

    #[test]
    #[cfg(target_pointer_width = "64")]
    fn a_caller_of_any_version_is_read() {
        assert_eq!(read([16, 1, 2, 3, 4, 5]), Ok([1, 0, 0]));
        assert_eq!(read([24, 1, 2, 3, 4, 5]), Ok([1, 2, 0]));
        assert_eq!(read([32, 1, 2, 3, 4, 5]), Ok([1, 2, 3]));
        assert_eq!(read([48, 1, 2, 3, 0, 0]), Ok([1, 2, 3]));
        for size in [0, 8, 15, 17, 25, 31, 4097, -1] {
            let expected =
                format!("grown.size must be sizeof(token04_grown), here 32, got {}", size as usize);
            assert_eq!(read([size, 1, 2, 3, 0, 0]), Err(expected));
        }
    }

    #[test]
    #[cfg(all(target_pointer_width = "64", not(feature = "inject-field")))]
    fn an_unknown_field_must_have_its_default() {
        let version = token04_core::VERSION;
        let expected = format!("grown sets a field that version {version} of the library does not have");
        assert_eq!(read([40, 1, 2, 3, 4, 5]), Err(expected.clone()));
        assert_eq!(read([48, 1, 2, 3, 0, 1 << 56]), Err(expected));
    }

    #[test]
    #[cfg(all(target_pointer_width = "64", not(feature = "inject-field")))]
    fn a_caller_s_struct_is_filled_as_far_as_it_reaches() {
        let filled = |size: i64| {
            let mut bytes = [size, -1, -1, -1, -1];
            // SAFETY: no size below exceeds the array, or it is refused before it is used.
            let done =
                unsafe { fill(bytes.as_mut_ptr().cast(), Grown { size: 0, first: 1, second: 2, third: 3 }) };
            done.map(|()| bytes).map_err(|error| error.code())
        };
        assert_eq!(filled(16), Ok([16, 1, -1, -1, -1]));
        assert_eq!(filled(24), Ok([24, 1, 2, -1, -1]));
        assert_eq!(filled(32), Ok([32, 1, 2, 3, -1]));
        assert_eq!(filled(40), Ok([40, 1, 2, 3, -1]));
        for size in [0, 8, 15, 4097, -1] {
            assert_eq!(filled(size), Err(token04_core::ErrorCode::InvalidArgument));
        }
    }
}
