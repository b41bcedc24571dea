//! Measures whether the time of a refusal reveals why a CBC token was refused: wrong padding, or correct
//! padding around bytes that are not a body. It must not, or a forger learns from the time (see
//! `SECURITY.md`).
//!
//! `cargo bench -p token04-core --bench refusals` prints the medians of one interleaved run, and the noise:
//! the difference of a second token of the first kind. `-- --only KIND --bytes N` verifies tokens of one kind
//! only, for a tool that counts instructions.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and stops at a surprise")]

#[allow(dead_code, reason = "contests are between fixed contestants; here each round has new tokens")]
#[path = "token/interleaved.rs"]
mod interleaved;

use std::hint::black_box;
use std::time::Instant;

use aes::Aes256Enc;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::{Array, BlockModeEncrypt, KeyIvInit};
use interleaved::{Options, median};
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use token04_core::{ErrorCode, Verifier};

const SECRET: &str = "0123456789abcdef0123456789ABCDEF";
const SIZES: [usize; 3] = [160, 4096, 49_120];

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    WrongPadding,
    RandomBody,
    AsciiBody,
    Utf8Body,
    /// The first kind again: its difference from the first is noise.
    Noise,
}

const KINDS: [(Kind, &str); 5] = [
    (Kind::WrongPadding, "wrong-padding"),
    (Kind::RandomBody, "random-body"),
    (Kind::AsciiBody, "ascii-body"),
    (Kind::Utf8Body, "utf8-body"),
    (Kind::Noise, "noise"),
];

fn main() {
    let after = |name: &str| std::env::args().skip_while(|argument| argument != name).nth(1);
    match (after("--only"), after("--bytes")) {
        (Some(name), Some(bytes)) => {
            let (kind, _) = KINDS.into_iter().find(|(_, known)| *known == name).unwrap();
            count(kind, bytes.parse().unwrap());
        }
        _ => SIZES.into_iter().for_each(|bytes| compare(bytes, Options::from_arguments())),
    }
}

/// A token with a ciphertext of this many bytes, and without a valid body.
fn token(kind: Kind, bytes: usize, random: &mut StdRng) -> String {
    let mut plaintext = vec![0; bytes];
    random.fill_bytes(&mut plaintext);
    let padding = 7_u8;
    let text_len = bytes - usize::from(padding);
    match kind {
        Kind::WrongPadding | Kind::Noise => plaintext[bytes - 1] = 0,
        Kind::RandomBody => plaintext[text_len..].fill(padding),
        Kind::AsciiBody | Kind::Utf8Body => {
            let text =
                if kind == Kind::AsciiBody { "text without any sense, " } else { "没有意义的文字" };
            let text: Vec<u8> = text.bytes().cycle().take(text_len - 2).collect();
            plaintext[..text_len].copy_from_slice(&[&b"a "[..], &text].concat());
            plaintext[text_len..].fill(padding);
        }
    }
    let iv: [u8; 16] = random.random();
    let mut cipher = cbc::Encryptor::<Aes256Enc>::new_from_slices(SECRET.as_bytes(), &iv).unwrap();
    cipher.encrypt_blocks(Array::slice_as_chunks_mut(&mut plaintext).0);
    let mut envelope = i64::MAX.to_be_bytes().to_vec();
    envelope.extend(16_u16.to_be_bytes());
    envelope.extend(iv);
    envelope.extend(u16::try_from(bytes).unwrap().to_be_bytes());
    envelope.extend(plaintext);
    format!("04{}", STANDARD.encode(envelope))
}

#[inline(never)]
fn refuse(verifier: &Verifier, token: &str) {
    let error = verifier.verify(black_box(token)).unwrap_err();
    assert_eq!(black_box(error).code(), ErrorCode::Undecipherable);
}

fn count(kind: Kind, bytes: usize) {
    let verifier = Verifier::new(1, SECRET).unwrap();
    let token = token(kind, bytes, &mut StdRng::seed_from_u64(1));
    for _ in 0..100 {
        refuse(&verifier, &token);
    }
}

/// Each round verifies a new token of each kind for a short time, in a rotating order and from the same
/// memory, so that neither order nor alignment affects the result.
fn compare(bytes: usize, options: Options) {
    let mut random = StdRng::seed_from_u64(2);
    let verifier = Verifier::new(1, SECRET).unwrap();
    let (rounds, turn) = if options.brief { (3, 1) } else { (4001, 400_000 / bytes) };
    let mut memory = String::new();
    let mut samples: [Vec<f64>; KINDS.len()] = Default::default();
    for round in 0..rounds {
        let tokens = KINDS.map(|(kind, _)| token(kind, bytes, &mut random));
        for place in 0..KINDS.len() {
            let at = (place + round) % KINDS.len();
            memory.clear();
            memory.push_str(&tokens[at]);
            refuse(&verifier, &memory);
            let start = Instant::now();
            for _ in 0..turn {
                refuse(&verifier, &memory);
            }
            samples[at].push(start.elapsed().as_nanos() as f64 / turn as f64);
        }
    }
    let medians = samples.map(|mut samples| median(&mut samples));
    for ((_, name), median) in KINDS.into_iter().zip(medians) {
        let difference = 100.0 * (median / medians[0] - 1.0);
        if options.json {
            println!(
                r#"{{"case":"refuse/{name}/{bytes}","against":"wrong-padding","ours_ns":{median:.1},"theirs_ns":{:.1},"ratio":{:.4}}}"#,
                medians[0],
                medians[0] / median
            );
        } else {
            println!("{bytes:>6} bytes   {name:<14} {median:>8.1} ns   {difference:+.2} %");
        }
    }
}
