//! Reads what arguments point to: files, and standard input, which can be read once.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::usage;

/// Whether an argument means standard input.
pub fn is_standard_input(argument: &OsStr) -> bool {
    argument == "-"
}

/// Refuses a second `-`: standard input can be read only once.
pub fn refuse_second_standard_input(arguments: &[(&str, Option<&OsStr>)]) -> Result<(), Failure> {
    let means = |argument: &Option<&OsStr>| argument.is_some_and(is_standard_input);
    let names: Vec<&str> =
        arguments.iter().filter(|(_, argument)| means(argument)).map(|(name, _)| *name).collect();
    if names.len() < 2 {
        return Ok(());
    }
    let names = names.join(" and ");
    Err(usage::wrong(format!("{names} cannot all be '-': standard input is read once"))
        .help("give one of them in another way"))
}

/// Reads a file or standard input, without the final line end. Content longer than `longest` is an error and is
/// not read to its end.
pub fn read(argument: &OsStr, longest: usize) -> io::Result<Zeroizing<Vec<u8>>> {
    // Allocated at full size: a growing buffer would leave pieces of a secret behind.
    let most = longest + LINE_END_LEN + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(most.min(SECRET_ROOM)));
    let source: Box<dyn Read> = match is_standard_input(argument) {
        true => Box::new(io::stdin().lock()),
        false => Box::new(File::open(argument)?),
    };
    source.take(most as u64).read_to_end(&mut bytes)?;
    strip_line_end(&mut bytes);
    match bytes.len() {
        len if len > longest => {
            Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is longer than {longest} bytes")))
        }
        _ => Ok(bytes),
    }
}

const LINE_END_LEN: usize = "\r\n".len();
const SECRET_ROOM: usize = 8192;

/// Removes one line end, `\n` or `\r\n`.
fn strip_line_end(bytes: &mut Vec<u8>) {
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_end_is_taken_away() {
        for (text, left) in [
            ("a", "a"),
            ("a\n", "a"),
            ("a\r\n", "a"),
            ("a\n\n", "a\n"),
            ("a\r\n\r\n", "a\r\n"),
            ("a\r", "a\r"),
            ("a \n", "a "),
            ("\n", ""),
            ("", ""),
        ] {
            let mut bytes = text.as_bytes().to_vec();
            strip_line_end(&mut bytes);
            assert_eq!(bytes, left.as_bytes(), "{text:?}");
        }
    }
}
