#!/usr/bin/env bash
# The Composer package on the PHP of a platform, with the tests of the package: php.sh PLATFORM
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
mkdir -p "$place/token04" "$place/ini" "$place/bindings/php" "$place/crates/token04-vectors"
unzip -q "$release/php/token04-$version.zip" -d "$place/token04"
# As in the checkout, where the tests look for the vectors.
cp -r bindings/php/tests "$place/bindings/php"
cp -r crates/token04-vectors/vectors "$place/crates/token04-vectors"
# Debian's packages were unpacked, not configured: their extensions are not switched on.
printf 'extension=%s\n' ffi ctype dom iconv mbstring phar posix tokenizer xml xmlwriter > "$place/ini/all.ini"
export PHP_INI_SCAN_DIR=$inside/ini TOKEN04_AUTOLOAD=$inside/token04/autoload.php
php=/$(cd "$base" && echo usr/bin/php8.*)
for test in Arguments Diagnose DropIn Platform Vectors Vocabulary; do
    check "${test}Test.php" there "$php" /usr/bin/phpunit -c "{}/bindings/php/tests" \
        "{}/bindings/php/tests/${test}Test.php"
done
finish
