//! The lower bound for the cost of AES-256-CBC, in which each block depends on the previous one: a bare chain
//! of `aesenc` over a prepared, padded buffer, with its loads and stores. Each run continues from the last
//! block of the previous run. Otherwise the processor would work on two runs at once and hide the latency.

#![allow(unsafe_code, reason = "the bound is measured with the processor's own instructions")]

use std::hint::black_box;

#[cfg(not(target_arch = "x86_64"))]
compile_error!("the bound is written for x86-64 with AES instructions");

use std::arch::x86_64::{
    __m128i, _mm_aesenc_si128, _mm_aesenclast_si128, _mm_loadu_si128, _mm_storeu_si128, _mm_xor_si128,
};

const ROUNDS: usize = 14;

pub struct Chain {
    round_keys: [__m128i; ROUNDS + 1],
    iv: __m128i,
    buffer: Vec<[u8; 16]>,
}

impl Chain {
    pub fn new(key: &[u8], blocks: usize) -> Self {
        assert!(is_x86_feature_detected!("aes"), "the bound needs a processor with AES instructions");
        // The time does not depend on the values of the round keys.
        let round_keys = std::array::from_fn(|round| {
            let bytes: [u8; 16] = std::array::from_fn(|at| key[(round + at) % key.len()]);
            // SAFETY: the array has the 16 bytes that are read.
            unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) }
        });
        Self { round_keys, iv: round_keys[1], buffer: vec![[7; 16]; blocks] }
    }

    pub fn run(&mut self) {
        // SAFETY: `new` has checked that the processor has the instructions.
        self.iv = unsafe { encrypt(black_box(&self.round_keys), self.iv, black_box(&mut self.buffer)) };
    }
}

#[target_feature(enable = "aes")]
unsafe fn encrypt(round_keys: &[__m128i; ROUNDS + 1], iv: __m128i, buffer: &mut [[u8; 16]]) -> __m128i {
    let mut chained = iv;
    for block in buffer {
        // SAFETY: a block has the 16 bytes that are read and written.
        unsafe {
            let mut state = _mm_xor_si128(_mm_loadu_si128(block.as_ptr().cast()), chained);
            state = _mm_xor_si128(state, round_keys[0]);
            for round_key in &round_keys[1..ROUNDS] {
                state = _mm_aesenc_si128(state, *round_key);
            }
            chained = _mm_aesenclast_si128(state, round_keys[ROUNDS]);
            _mm_storeu_si128(block.as_mut_ptr().cast(), chained);
        }
    }
    chained
}

/// Processor time of this thread, in nanoseconds.
pub fn thread_time_ns() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e9 + time.tv_nsec as f64
}
