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
     * Reads what needs no secret. Takes a kit token too, and looks at the part before '#'.
     *
     *     inspect($token)->expiresAt;
     *
     * @param string $token
     * @param int|null $now the time to compare with, in unix seconds; null for the clock's
     * @throws Token04Exception 201 where the text is no Token04, 901 where it is no string; 903 where the native
     *     library cannot be loaded
     */
    function inspect($token, $now = null): Header
    {
        $library = Library::get();
        $arguments = new Arguments();
        $hasNow = $arguments->hasNow($now);
        $text = $arguments->text($token, 'token');
        $read = $library->new('token04_header');
        $error = $library->new('token04_error');
        $status = $library->token04_inspect(
            $text,
            \strlen($text),
            $hasNow,
            $hasNow === 1 ? $now : 0,
            FFI::addr($read),
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        $header = new Header();
        $header->version = $read->version;
        $header->mode = $read->mode === $library->TOKEN04_MODE_GCM ? 'gcm' : 'cbc';
        $header->expiresAt = $read->expires_at;
        $header->expired = $read->expired === 1;
        $header->ivBytes = $read->iv_bytes;
        $header->ciphertextBytes = $read->ciphertext_bytes;
        return $header;
    }
}
