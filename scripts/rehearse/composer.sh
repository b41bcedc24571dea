# Composer, from a folder of zip files that is its only repository.
need php composer
packages "php/token04-$version.zip" > "$work/zip"
mkdir "$work/project"
cp examples/php/make_tokens.php "$work/project"
cat > "$work/project/composer.json" <<END
{
    "repositories": [{"type": "artifact", "url": "$release/php"}, {"packagist.org": false}],
    "require": {"token04/token04": "$version"}
}
END
COMPOSER_HOME=$work/composer COMPOSER_ALLOW_SUPERUSER=1 composer install --quiet --no-interaction --working-dir "$work/project"
prints_line '^in a day: +204 ' env -C "$work/project" php make_tokens.php
