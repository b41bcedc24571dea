<?php

// Loads the package without Composer: require this file.

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $folders = ['Token04' => __DIR__ . '/src', 'ZEGO' => __DIR__ . '/zego'];
    [$namespace, $name] = explode('\\', $class, 2) + [1 => ''];
    $file = ($folders[$namespace] ?? '') . '/' . str_replace('\\', '/', $name) . '.php';
    if (isset($folders[$namespace]) && is_file($file)) {
        require $file;
    }
});

require_once __DIR__ . '/src/inspect.php';
require_once __DIR__ . '/src/diagnose.php';
require_once __DIR__ . '/src/explain.php';
