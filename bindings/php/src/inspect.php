<?php

// The function inspect. No autoloader finds a function, so this file is loaded at once.

declare(strict_types=1);

namespace Token04;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;

// Where PHP has it preloaded, Composer includes this file a second time.
if (!\function_exists('Token04\inspect')) {
    /**
     * Reads what needs no secret. It also accepts a kit token and reads the part before '#'.
     *
     *     inspect($token)->expiresAt();
     *
     * @param string $token
     * @param int|\DateTimeInterface|null $now the time to compare with; null for the clock's
     * @throws Token04Exception 201 if the text is not a Token04, 901 if it is not a string; 903 if the native library
     *     cannot be loaded
     */
    function inspect($token, $now = null): Header
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $time = $arguments->now($now);
        $text = $arguments->text($token, 'token');
        $read = $library->new('token04_header');
        $read->size = FFI::sizeof($read);
        $error = Library::error($library);
        $status = $library->token04_inspect(
            $text,
            // A time that is invalid makes the call fail as one without a token does.
            $arguments->isInvalid() ? -1 : \strlen($text),
            $time === null ? null : FFI::addr($time),
            FFI::addr($read),
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        return new Header(
            $read->version,
            $read->mode === $library->TOKEN04_MODE_GCM ? 'gcm' : 'cbc',
            $read->expires_at,
            $read->expired === 1,
            $read->iv_bytes,
            $read->ciphertext_bytes
        );
    }
}
