# The core, its vectors and its documentation's examples; the second implementation must produce the same vectors.
need cargo node valgrind
counted cargo cargo test --locked -p token04-core -p token04-vectors
counted plain scripts/test/constant_work.sh
counted plain scripts/test/instructions.sh
node scripts/vectors/generate.mjs --check
