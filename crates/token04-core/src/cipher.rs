//! AES-256 in both modes of the format: encrypts and decrypts bodies.

use std::fmt;
use std::ops::Range;

use aes::{Aes256Dec, Aes256Enc};
use aes_gcm::aead::AeadInOut;
use aes_gcm::aead::consts::U12;
use aes_gcm::{AesGcm, KeyInit};
use cbc::cipher::{Array, BlockModeDecrypt, BlockModeEncrypt, InnerIvInit};

use crate::lanes::{self, Lane};
use crate::secret::Key;
use crate::vocabulary::vocabulary;
use crate::{plaintext, traces};

pub(crate) use crate::lanes::LANES;

const BLOCK_LEN: usize = 16;
const TAG_LEN: usize = 16;
const GCM_IV_LEN: usize = 12;

type Gcm = AesGcm<Aes256Enc, U12>;

vocabulary! {
    /// How the body of a token is encrypted. It is chosen when issuing; a token carries its own.
    #[derive(Default)]
    Mode;
    #[default]
    Cbc = 0, "cbc",
        "AES-256-CBC, which every official decoder accepts. It cannot prove that nobody changed the token.";
    Gcm = 1, "gcm", "AES-256-GCM, which detects any change. Use it for at most 2^32 tokens per secret.";
}

impl Mode {
    /// The length of the initialisation vector, in bytes.
    pub(crate) const fn iv_len(self) -> usize {
        match self {
            Mode::Cbc => BLOCK_LEN,
            Mode::Gcm => GCM_IV_LEN,
        }
    }

    /// The length of the ciphertext of a body of this length, both in bytes.
    pub(crate) const fn ciphertext_len(self, body_len: usize) -> usize {
        match self {
            Mode::Cbc => (body_len / BLOCK_LEN + 1) * BLOCK_LEN,
            Mode::Gcm => body_len + TAG_LEN,
        }
    }

    /// Whether a ciphertext can have this length, in bytes.
    pub(crate) const fn is_ciphertext_len(self, len: usize) -> bool {
        match self {
            Mode::Cbc => len >= BLOCK_LEN && len.is_multiple_of(BLOCK_LEN),
            Mode::Gcm => len >= TAG_LEN,
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Encrypts bodies in one mode under one key, which is expanded once. The expanded key is in its own heap
/// allocation, so that moving a sealer leaves no copy behind.
pub(crate) struct Sealer {
    block: Box<Aes256Enc>,
    /// Set in mode GCM, which needs more than the block cipher.
    gcm: Option<Box<Gcm>>,
    /// Whether the caller wipes the traces of the sealer.
    short_lived: bool,
}

impl Sealer {
    /// A sealer in the default mode, CBC.
    pub fn new(key: &Key) -> Self {
        let mut sealer = traces::wiped(|| Self::short_lived(key));
        sealer.short_lived = false;
        sealer
    }

    /// A sealer for one token, which the caller creates, uses and drops within [`traces::wiped`].
    pub fn short_lived(key: &Key) -> Self {
        Self { block: Box::new(Aes256Enc::new(key.into())), gcm: None, short_lived: true }
    }

    /// Sets the mode and keeps the key.
    pub fn with_mode(mut self, mode: Mode) -> Self {
        let gcm = || traces::wiped(|| Box::new(Gcm::from(Aes256Enc::clone(&self.block))));
        self.gcm = (mode == Mode::Gcm).then(gcm);
        self
    }

    #[inline]
    pub fn mode(&self) -> Mode {
        if self.gcm.is_some() { Mode::Gcm } else { Mode::Cbc }
    }

    /// Begins a body that will be written to a buffer from `start` on. The IV has 16 bytes; GCM uses the
    /// first 12.
    #[inline]
    pub fn begin(&self, iv: &[u8; BLOCK_LEN], start: usize) -> Seal<'_> {
        let cipher = match &self.gcm {
            None => Cipher::Cbc(cbc::Encryptor::inner_iv_init(&*self.block, iv.into())),
            Some(gcm) => Cipher::Gcm(gcm, *iv),
        };
        Seal { cipher, start }
    }
}

impl Sealer {
    /// Encrypts padded bodies in mode CBC, each in its place in the buffer and with its IV.
    #[inline]
    pub fn encrypt_lanes<'a>(
        &self,
        bodies: impl IntoIterator<Item = (Range<usize>, &'a [u8; BLOCK_LEN])>,
        mut buffer: &mut [u8],
    ) {
        let mut lanes: [Lane<'_>; LANES] = Default::default();
        let mut at = 0;
        for (lane, (body, iv)) in lanes.iter_mut().zip(bodies) {
            let (_, rest) = buffer.split_at_mut(body.start - at);
            let (blocks, rest) = rest.split_at_mut(body.len());
            *lane = Lane::new(iv, blocks);
            (buffer, at) = (rest, body.end);
        }
        lanes::encrypt(&self.block, lanes);
    }
}

impl Drop for Sealer {
    fn drop(&mut self) {
        if !self.short_lived {
            traces::wipe_below_host();
        }
    }
}

/// A body that is encrypted in place while it is written.
///
/// Each block of CBC depends on the previous one, and the processor cannot look far enough ahead to do other
/// work meanwhile. So blocks are encrypted while the following ones are written. GCM blocks do not depend on
/// each other and are encrypted at the end.
pub(crate) struct Seal<'a> {
    cipher: Cipher<'a>,
    /// The start of the part that is not encrypted yet.
    start: usize,
}

enum Cipher<'a> {
    Cbc(cbc::Encryptor<&'a Aes256Enc>),
    Gcm(&'a Gcm, [u8; BLOCK_LEN]),
}

impl Seal<'_> {
    /// The number of bytes at the end that are left for later: the processor can load a block as a whole only
    /// after the single bytes written to it have left the store queue.
    const LAG: usize = 2 * BLOCK_LEN;

    /// Encrypts as much as possible. Call it often while the body is written. The bytes in the buffer must
    /// not change afterwards.
    #[inline]
    pub fn advance(&mut self, buffer: &mut [u8]) {
        let end = buffer.len().saturating_sub(Self::LAG);
        if self.start + BLOCK_LEN <= end {
            self.encrypt_blocks(&mut buffer[..end]);
        }
    }

    #[inline]
    fn encrypt_blocks(&mut self, buffer: &mut [u8]) {
        if let Cipher::Cbc(cipher) = &mut self.cipher {
            let (blocks, _) = Array::slice_as_chunks_mut(&mut buffer[self.start..]);
            self.start += blocks.len() * BLOCK_LEN;
            cipher.encrypt_blocks(blocks);
        }
    }

    /// Encrypts the rest and appends the padding or the tag. Returns `None` if the cipher refuses, which it
    /// does for no length that a body can have.
    #[inline]
    pub fn finish(mut self, buffer: &mut Vec<u8>) -> Option<()> {
        match &self.cipher {
            Cipher::Cbc(_) => {
                pad(self.start, buffer);
                self.encrypt_blocks(buffer);
            }
            Cipher::Gcm(gcm, iv) => {
                let nonce = iv[..GCM_IV_LEN].try_into().ok()?;
                let body = &mut buffer[self.start..];
                let tag = gcm.encrypt_inout_detached(nonce, b"", body.into()).ok()?;
                buffer.extend_from_slice(&tag);
            }
        }
        Some(())
    }
}

/// Appends the padding of CBC to a body that begins at `start`, or at a multiple of the block length after it.
#[inline]
pub(crate) fn pad(start: usize, buffer: &mut Vec<u8>) {
    let padding = BLOCK_LEN - (buffer.len() - start) % BLOCK_LEN;
    buffer.extend_from_slice(&[padding as u8; BLOCK_LEN][..padding]);
}

/// Decrypts ciphertexts of either mode under one key, which is expanded once. Like a [`Sealer`]'s, the
/// expanded keys are in their own heap allocation.
pub(crate) struct Unsealer {
    keys: Box<(Aes256Dec, Gcm)>,
}

impl Unsealer {
    pub fn new(key: &Key) -> Self {
        traces::wiped(|| {
            let block = Aes256Enc::new(key.into());
            Self { keys: Box::new((Aes256Dec::from(block.clone()), Gcm::from(block))) }
        })
    }

    /// Decrypts a ciphertext in place and returns the body. Returns `None` if there is none:
    /// [`plaintext::body_len`] decides in CBC, the tag in GCM. The envelope has already checked the lengths.
    #[inline]
    pub fn unseal<'a>(&self, mode: Mode, iv: &[u8], ciphertext: &'a mut [u8]) -> Option<&'a [u8]> {
        let (cbc, gcm) = &*self.keys;
        let len = match mode {
            Mode::Cbc => {
                let (blocks, _) = Array::slice_as_chunks_mut(ciphertext);
                cbc::Decryptor::inner_iv_init(cbc, iv.try_into().ok()?).decrypt_blocks(blocks);
                plaintext::body_len(ciphertext)?
            }
            Mode::Gcm => {
                let (body, tag) = ciphertext.split_last_chunk_mut::<TAG_LEN>()?;
                let nonce = iv.try_into().ok()?;
                gcm.decrypt_inout_detached(nonce, b"", (&mut *body).into(), (&*tag).into()).ok()?;
                body.len()
            }
        };
        Some(&ciphertext[..len])
    }
}

impl Drop for Unsealer {
    fn drop(&mut self) {
        traces::wipe_below_host();
    }
}
