# An install prefix: headers, static and shared library, pkg-config and CMake files.
need cargo ld objcopy ar
rm -rf dist/c
scripts/install.sh dist/c
