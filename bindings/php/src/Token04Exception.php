<?php

// The exception of this package.

declare(strict_types=1);

namespace Token04;

/**
 * Why a call failed: getCode() is one of ErrorCode's constants, getMessage() identifies the argument, what was wrong
 * and what is expected. Neither contains a secret, and nor does the trace.
 *
 *     try {
 *         $claims = $verifier->verify($token);
 *     } catch (Token04Exception $exception) {
 *         if ($exception->getCode() === ErrorCode::EXPIRED) {
 *             // ask the client to fetch a new token
 *         }
 *     }
 */
final class Token04Exception extends \RuntimeException
{
    /** @internal */
    public function __construct(string $message, int $code)
    {
        parent::__construct($message, $code);
    }
}
