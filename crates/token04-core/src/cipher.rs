//! AES-256 in both modes of the format: what is sealed here is unsealed here.

use std::fmt;

use aes::{Aes256Dec, Aes256Enc};
use aes_gcm::aead::AeadInOut;
use aes_gcm::aead::consts::U12;
use aes_gcm::{AesGcm, KeyInit};
use cbc::cipher::{Array, BlockModeDecrypt, BlockModeEncrypt, InnerIvInit};

use crate::secret::Key;
use crate::vocabulary::vocabulary;
use crate::{plaintext, traces};

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

    /// The length of the ciphertext of a body, in bytes.
    pub(crate) const fn ciphertext_len(self, body_len: usize) -> usize {
        match self {
            Mode::Cbc => (body_len / BLOCK_LEN + 1) * BLOCK_LEN,
            Mode::Gcm => body_len + TAG_LEN,
        }
    }

    /// Whether some body has a ciphertext of this length.
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

/// Encrypts bodies in one mode under one key, which is expanded once. The expanded key has a place of its own on
/// the heap: a sealer that moves leaves no copy behind.
pub(crate) struct Sealer {
    block: Box<Aes256Enc>,
    /// There in mode GCM, which needs more than the block cipher.
    gcm: Option<Box<Gcm>>,
    /// Whether the one who makes it drops it after one token.
    short_lived: bool,
}

impl Sealer {
    /// A sealer in the default mode, CBC.
    pub fn new(key: &Key) -> Self {
        let mut sealer = traces::wiped(|| Self::short_lived(key));
        sealer.short_lived = false;
        sealer
    }

    /// The same for a sealer that is dropped by who makes it: what making it leaves behind is wiped then.
    pub fn short_lived(key: &Key) -> Self {
        Self { block: Box::new(Aes256Enc::new(key.into())), gcm: None, short_lived: true }
    }

    /// The same key in a mode.
    pub fn with_mode(mut self, mode: Mode) -> Self {
        let gcm = || traces::wiped(|| Box::new(Gcm::from(Aes256Enc::clone(&self.block))));
        self.gcm = (mode == Mode::Gcm).then(gcm);
        self
    }

    #[inline]
    pub fn mode(&self) -> Mode {
        if self.gcm.is_some() { Mode::Gcm } else { Mode::Cbc }
    }

    /// Begins a body that will be written into a buffer from `start` on. The IV has 16 bytes; GCM uses the first 12.
    #[inline]
    pub fn begin(&self, iv: &[u8; BLOCK_LEN], start: usize) -> Seal<'_> {
        let cipher = match &self.gcm {
            None => Cipher::Cbc(cbc::Encryptor::inner_iv_init(&*self.block, iv.into())),
            Some(gcm) => Cipher::Gcm(gcm, *iv),
        };
        Seal { cipher, start }
    }
}

impl Drop for Sealer {
    fn drop(&mut self) {
        if self.short_lived { traces::wipe() } else { traces::wipe_below_host() }
    }
}

/// A body that is encrypted in place while it is written.
///
/// A block of CBC waits for the one before it, and the processor cannot look far enough ahead to do something
/// else meanwhile. So the blocks are encrypted in between, each while those behind it are being written; GCM,
/// whose blocks do not wait, is left for the end.
pub(crate) struct Seal<'a> {
    cipher: Cipher<'a>,
    /// Where what is not encrypted yet begins.
    start: usize,
}

enum Cipher<'a> {
    Cbc(cbc::Encryptor<&'a Aes256Enc>),
    Gcm(&'a Gcm, [u8; BLOCK_LEN]),
}

impl Seal<'_> {
    /// So many bytes at the end are left for later: a block can be loaded as a whole only once the single bytes
    /// that it was written in have left the processor's store queue.
    const LAG: usize = 2 * BLOCK_LEN;

    /// Encrypts what can be encrypted by now. To be called often while the body is written; what stands in the
    /// buffer must not change any more.
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

    /// Encrypts the rest and appends padding or tag. `None` where the cipher refuses, which no length of ours
    /// makes it do.
    #[inline]
    pub fn finish(mut self, buffer: &mut Vec<u8>) -> Option<()> {
        match &self.cipher {
            Cipher::Cbc(_) => {
                let padding = BLOCK_LEN - (buffer.len() - self.start) % BLOCK_LEN;
                buffer.extend_from_slice(&[padding as u8; BLOCK_LEN][..padding]);
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

/// Decrypts bytes of either mode under one key, which is expanded once and has a place of its own, as a
/// [`Sealer`]'s has.
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

    /// Decrypts a ciphertext in place and returns the part that is the body, or `None` where it cannot be one: in
    /// CBC as [`plaintext::body_len`] decides, in GCM by the tag. The lengths were checked by the envelope.
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
