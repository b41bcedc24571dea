//! Opens a token with whichever key, layout and mode fits. Correct padding is not enough to recognise the
//! right key in CBC, because a wrong key gives it once in 256 times by chance. So the text decides too.

use aes::cipher::consts::{U12, U16};
use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, BlockSizeUser, KeyInit};
use aes::{Aes128, Aes256};
use aes_gcm::AesGcm;
use aes_gcm::aead::AeadInOut;
use aes_gcm::aead::array::ArraySize;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt, InnerIvInit};
use zeroize::Zeroizing;

use super::keys::{Key, Origin};
use super::plaintext::{self, Verdict};
use crate::cipher::Mode;
use crate::diagnose::layouts::{Fit, Reading};

const BLOCK_LEN: usize = 16;
const TAG_LEN: usize = 16;

/// An opened token.
pub(crate) struct Opened<'r> {
    pub reading: &'r Reading,
    pub origin: Origin,
    pub mode: Mode,
    pub body: Zeroizing<Vec<u8>>,
    pub state: State,
}

/// The state of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Sound,
    /// Whole, but without valid PKCS#7 padding.
    OtherPadding,
    /// The key is right, but only part of the body is readable.
    Damaged,
    /// The key is right, but the GCM tag is not.
    TagMismatch,
}

/// Tries each key on each reading. Returns the first success, or else the first that opens a part.
pub(crate) fn open<'r>(bytes: &[u8], readings: &'r [Reading], keys: &[Key]) -> Option<Opened<'r>> {
    let mut partial = None;
    for key in keys {
        let opened = match key.bytes.len() {
            BLOCK_LEN => Aes128::new_from_slice(&key.bytes)
                .ok()
                .and_then(|block| open_with(&block, key.origin, bytes, readings, &mut partial)),
            _ => Aes256::new_from_slice(&key.bytes)
                .ok()
                .and_then(|block| open_with(&block, key.origin, bytes, readings, &mut partial)),
        };
        if opened.is_some() {
            return opened;
        }
    }
    partial
}

fn open_with<'r, C: Block>(
    block: &C,
    origin: Origin,
    bytes: &[u8],
    readings: &'r [Reading],
    partial: &mut Option<Opened<'r>>,
) -> Option<Opened<'r>> {
    for reading in readings.iter().filter(|reading| !reading.is_short()) {
        for mode in modes(reading) {
            let Some((body, state)) = open_as(block, mode, origin, bytes, reading) else { continue };
            let opened = Opened { reading, origin, mode, body, state };
            if matches!(state, State::Sound | State::OtherPadding) {
                return Some(opened);
            }
            // A guess counts only if it opens the whole body.
            if reading.fit != Fit::Guess {
                partial.get_or_insert(opened);
            }
        }
    }
    None
}

/// The modes that the length of the IV allows, the mode byte's first.
fn modes(reading: &Reading) -> impl Iterator<Item = Mode> + use<> {
    let modes: &[Mode] = match reading.iv.len() {
        12 => &[Mode::Gcm],
        16 if reading.mode == Some(1) || reading.tag.is_some() => &[Mode::Gcm, Mode::Cbc],
        16 => &[Mode::Cbc, Mode::Gcm],
        _ => &[],
    };
    modes.iter().copied()
}

/// The operations required of a cipher.
trait Block: BlockCipherEncrypt + BlockCipherDecrypt + BlockSizeUser<BlockSize = U16> + Clone {}

impl<C: BlockCipherEncrypt + BlockCipherDecrypt + BlockSizeUser<BlockSize = U16> + Clone> Block for C {}

type Body = (Zeroizing<Vec<u8>>, State);

fn open_as<C: Block>(block: &C, mode: Mode, origin: Origin, bytes: &[u8], reading: &Reading) -> Option<Body> {
    let (iv, ciphertext) = (&bytes[reading.iv.clone()], &bytes[reading.ciphertext.clone()]);
    if mode == Mode::Cbc {
        return open_cbc(block, iv.try_into().ok()?, ciphertext);
    }
    let (ciphertext, tag) = match &reading.tag {
        Some(tag) => (ciphertext, bytes[tag.clone()].try_into().ok()?),
        None => ciphertext.split_last_chunk()?,
    };
    if let Ok(iv) = <&[u8; 12]>::try_from(iv) {
        let begins = || plaintext::begins_as_json(&first_of_gcm(block, iv, ciphertext));
        // The body under the right key may be anything; under another key it must look like JSON.
        if (origin != Origin::Secret || !reading.is_exact()) && !begins() {
            return None;
        }
        let opened = open_gcm::<C, U12>(block, iv, ciphertext, tag);
        return opened.or_else(|| {
            let body = Zeroizing::new(Vec::new());
            plaintext::begins_surely(&first_of_gcm(block, iv, ciphertext))
                .then_some((body, State::TagMismatch))
        });
    }
    // There are many guesses, and the first block cannot rule this one out cheaply.
    if reading.fit == Fit::Guess { None } else { open_gcm::<C, U16>(block, iv, ciphertext, tag) }
}

fn open_cbc<C: Block>(block: &C, iv: &[u8; BLOCK_LEN], ciphertext: &[u8]) -> Option<Body> {
    let (blocks, rest) = ciphertext.as_chunks::<BLOCK_LEN>();
    if !rest.is_empty() {
        return None;
    }
    let last = blocks.len().checked_sub(1)?;
    let decrypted = |at: usize| {
        let mut plain = Zeroizing::new(blocks[at]);
        block.decrypt_block((&mut *plain).into());
        let before = if at == 0 { iv } else { &blocks[at - 1] };
        plain.iter_mut().zip(before).for_each(|(byte, before)| *byte ^= before);
        plain
    };
    let padding = plaintext::padding(&decrypted(last)[..]);
    if padding.is_none() && !plaintext::begins_as_json(&decrypted(0)[..]) {
        return None;
    }
    let mut body = Zeroizing::new(ciphertext.to_vec());
    cbc::Decryptor::inner_iv_init(block, iv.into()).decrypt_padded::<NoPadding>(&mut body).ok()?;
    let (len, state) = match plaintext::judge(&body, padding) {
        Verdict::Rubbish => return None,
        Verdict::Body(len) => (len, State::Sound),
        Verdict::OtherPadding(len) => (len, State::OtherPadding),
        Verdict::Damaged => (0, State::Damaged),
    };
    body.truncate(len);
    Some((body, state))
}

fn open_gcm<C: Block, N: ArraySize>(
    block: &C,
    iv: &[u8],
    ciphertext: &[u8],
    tag: &[u8; TAG_LEN],
) -> Option<Body> {
    let gcm: AesGcm<C, N> = block.clone().into();
    let mut body = Zeroizing::new(ciphertext.to_vec());
    let nonce = iv.try_into().ok()?;
    gcm.decrypt_inout_detached(nonce, b"", (&mut **body).into(), tag.into()).ok()?;
    Some((body, State::Sound))
}

/// The first bytes of the GCM plaintext, whatever the tag.
fn first_of_gcm<C: Block>(block: &C, iv: &[u8; 12], ciphertext: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut stream = Zeroizing::new([0; BLOCK_LEN]);
    stream[..12].copy_from_slice(iv);
    stream[15] = 2;
    block.encrypt_block((&mut *stream).into());
    Zeroizing::new(ciphertext.iter().zip(stream.iter()).map(|(byte, stream)| byte ^ stream).collect())
}
