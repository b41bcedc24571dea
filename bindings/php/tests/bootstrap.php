<?php

// Loads the package under test, which is the installed one, not the one beside these tests.

declare(strict_types=1);

$autoload = getenv('TOKEN04_AUTOLOAD');
if ($autoload === false) {
    exit("TOKEN04_AUTOLOAD must name the autoload file of an installed package; run scripts/test.sh php\n");
}
require $autoload;
require __DIR__ . '/Vectors.php';
require __DIR__ . '/Program.php';
