<?php

// The one exception of this package.

declare(strict_types=1);

namespace Token04;

/**
 * Why a call failed: getCode() is one of ErrorCode's constants, getMessage() says which argument, what was wrong and
 * what would be right. Neither holds a secret, and nor does the trace.
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
        // From PHP 8.2 on the attribute SensitiveParameter keeps secrets out of traces.
        if (\PHP_VERSION_ID < 80200) {
            $this->forgetArguments();
        }
    }

    /** Takes the arguments of all calls out of the trace, for a secret may be among them. */
    private function forgetArguments(): void
    {
        $property = new \ReflectionProperty(\Exception::class, 'trace');
        $property->setAccessible(true);
        $withoutArguments = static function (array $frame): array {
            unset($frame['args']);
            return $frame;
        };
        $property->setValue($this, \array_map($withoutArguments, $this->getTrace()));
    }
}
