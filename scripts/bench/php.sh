# The package, as it is installed, against PHP's own openssl; with opcache, as servers run.
need cargo php
scripts/build.sh php >&2
php -d opcache.enable_cli=1 bindings/php/bench/bench.php bindings/php/autoload.php "$@"
