<?php

// The function inspect. No autoloader finds a function, so this file is loaded at once.

declare(strict_types=1);

namespace Token04;

use DateTimeInterface;
use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;

// If PHP has preloaded it, Composer includes this file a second time.
if (!\function_exists('Token04\inspect')) {
    /**
     * Reads what needs no secret. It also accepts a kit token and reads the part before '#'.
     *
     *     inspect($token)->expiresAt();
     *
     * @param string $token
     * @param DateTimeInterface|int|null $now the time to compare with, an int in unix seconds; null for that of the clock
     * @throws Token04Exception 201 if the text is not a Token04, 901 if it is not a string; 903 if the native library
     *     cannot be loaded
     */
    function inspect(mixed $token, mixed $now = null): Header
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $time = $arguments->now($now);
        $text = $arguments->refuses() ? null : $arguments->text($token, 'TOKEN');
        $read = $library->new('token04_header');
        $read->size = FFI::sizeof($read);
        $status = $library->token04_inspect($text, \strlen($text ?? ''), $time, FFI::addr($read), $arguments->error());
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        return new Header(
            $read->version,
            Mode::cases()[$read->mode],
            $read->expires_at,
            $read->expired === 1,
            $read->iv_bytes,
            $read->ciphertext_bytes
        );
    }
}
