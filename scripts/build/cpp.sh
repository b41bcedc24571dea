# An install prefix as for C: it holds the C++ headers too, those of the drop-in among them.
need cargo ld objcopy ar
rm -rf dist/cpp
scripts/install.sh dist/cpp
