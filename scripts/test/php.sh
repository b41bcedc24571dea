# The package as a user installs it, outside the checkout: by Composer, with a link and with a copy, and by plain require.
need cargo php phpunit composer setpriv
scripts/build.sh php
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# PHP preloads as another user than root.
chmod 755 "$work"
cp -r bindings/php "$work/token04"
export COMPOSER_HOME=$work/composer COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_DISABLE_NETWORK=1

# Installs into a new project with the README's composer.json: install NAME [SYMLINK]
install_by_composer() {
    mkdir "$work/$1"
    # shellcheck disable=SC2016
    sed -n '/^```json$/,/^```$/p' "$work/token04/README.md" | sed '/^```/d' \
        | sed "s|/path/to/token04/bindings/php\"|$work/token04\"${2:+, \"options\": {\"symlink\": $2\}}|" > "$work/$1/composer.json"
    composer install --quiet --no-interaction --working-dir "$work/$1"
}

run_tests() {
    echo "-- $1"
    TOKEN04_AUTOLOAD=$1 counted phpunit phpunit -c bindings/php/tests
}

install_by_composer linked
install_by_composer copied false
[ -L "$work/linked/vendor/token04/token04" ] && [ ! -L "$work/copied/vendor/token04/token04" ]
status=0
run_tests "$work/token04/autoload.php" || status=1
run_tests "$work/linked/vendor/autoload.php" || status=1
# The copy works by itself.
rm -rf "$work/token04"
run_tests "$work/copied/vendor/autoload.php" || status=1
counted plain scripts/test/snippets.py php || status=1
exit "$status"
