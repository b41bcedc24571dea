# What the C library needs, and for the tests of the C++ headers GCC, Clang and a JSON reader.
source scripts/setup/c.sh
debian g++ nlohmann-json3-dev
