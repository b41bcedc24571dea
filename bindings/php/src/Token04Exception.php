<?php

// The one exception of this package.

declare(strict_types=1);

namespace Token04;

/**
 * Why a call failed: getCode() is one of ErrorCode's constants, getMessage() says which argument is wrong, what was
 * given and what is expected. Neither contains a secret, nor does the trace.
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
    /** Public so that tests can throw one from a mock of TokenIssuer or TokenVerifier. */
    public function __construct(string $message, int $code)
    {
        parent::__construct($message, $code);
    }
}
