# The folder token04 with headers and sources, to be added to a project, beside an install prefix of the library.
need cargo ld objcopy ar
rm -rf dist/objc
scripts/install.sh dist/objc
cp -R bindings/objc/token04 dist/objc/token04
