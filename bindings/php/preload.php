<?php

// Makes the package usable where ffi.enable is "preload", its default, in php-fpm and other web servers. In php.ini:
//
//     opcache.preload=/path/to/this/preload.php
//
// FFI is then allowed to the code of this package alone, and the native library is loaded once, not per request. A
// preload script of your own requires this file instead.

declare(strict_types=1);

require_once __DIR__ . '/autoload.php';

foreach (['src/*.php', 'src/Internal/*.php', 'zego/*.php'] as $pattern) {
    foreach (glob(__DIR__ . '/' . $pattern) as $file) {
        require_once $file;
    }
}

Token04\Internal\Library::preload();
