//! AES-256-CBC of several bodies side by side.
//!
//! In one body each block depends on the previous one, and most of the processor's AES unit is idle. Blocks of
//! different bodies do not depend on each other.

use aes::Aes256Enc;
use aes::cipher::consts::U16;
use aes::cipher::{Array, BlockCipherEncBackend, BlockCipherEncClosure, BlockCipherEncrypt, BlockSizeUser};

/// The number of bodies that keeps the AES unit busy.
pub(crate) const LANES: usize = 8;

type Block = Array<u8, U16>;

/// A padded body, and the block that its next block depends on: at first the IV.
#[derive(Default)]
pub(crate) struct Lane<'a> {
    chained: Block,
    body: &'a mut [Block],
}

impl<'a> Lane<'a> {
    pub fn new(iv: &[u8; 16], body: &'a mut [u8]) -> Self {
        Self { chained: Array(*iv), body: Array::slice_as_chunks_mut(body).0 }
    }
}

/// Encrypts the bodies of all lanes in place.
pub(crate) fn encrypt(cipher: &Aes256Enc, lanes: [Lane<'_>; LANES]) {
    cipher.encrypt_with_backend(Lanes(lanes));
}

struct Lanes<'a>([Lane<'a>; LANES]);

impl BlockSizeUser for Lanes<'_> {
    type BlockSize = U16;
}

impl BlockCipherEncClosure for Lanes<'_> {
    #[inline(always)]
    fn call<B: BlockCipherEncBackend<BlockSize = U16>>(self, backend: &B) {
        let Self(mut lanes) = self;
        let longest = lanes.iter().map(|lane| lane.body.len()).max().unwrap_or(0);
        for at in 0..longest {
            for Lane { chained, body } in &mut lanes {
                if let Some(block) = body.get_mut(at) {
                    for (chained, byte) in chained.iter_mut().zip(&*block) {
                        *chained ^= byte;
                    }
                    backend.encrypt_block_inplace(chained);
                    *block = *chained;
                }
            }
        }
    }
}
