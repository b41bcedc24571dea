#!/usr/bin/env bash
# The Composer package on the PHP of a platform, with the tests of the package: php.sh PLATFORM
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
mkdir "$place/token04" "$place/ini"
unzip -q "$release/php/token04-$version.zip" -d "$place/token04"
cp -r bindings/php/tests "$place/tests"
cp -r crates/token04-vectors/vectors "$place/vectors"
# Debian's packages were unpacked, not configured: their extensions are not switched on.
printf 'extension=%s\n' ffi ctype dom iconv mbstring phar posix tokenizer xml xmlwriter > "$place/ini/all.ini"
export PHP_INI_SCAN_DIR=$inside/ini TOKEN04_AUTOLOAD=$inside/token04/autoload.php TOKEN04_VECTORS=$inside/vectors
php=/$(cd "$base" && echo usr/bin/php8.*)
for test in Arguments Diagnose DropIn Platform Vectors Vocabulary; do
    check "${test}Test.php" there "$php" /usr/bin/phpunit -c "{}/tests" "{}/tests/${test}Test.php"
done
finish
