<?php

// What PHP's values can be and C's cannot: not a string, not an integer.

declare(strict_types=1);

namespace Token04\Internal;

use FFI;
use FFI\CData;
use Token04\ErrorCode;
use Token04\Token04Exception;

/**
 * The arguments of one call. In the place of a value that C cannot hold goes one that the core refuses when its
 * turn comes: so the core alone decides which of several faults is told.
 *
 * @internal
 */
final class Arguments
{
    /** No Unicode, whatever it stands for. */
    private const NO_TEXT = "\xff";

    /** With which code the core refuses text that is no Unicode. */
    private const REFUSED_WITH = [
        'user_id' => ErrorCode::INVALID_USER_ID,
        'user_name' => ErrorCode::INVALID_USER_ID,
        'secret' => ErrorCode::INVALID_SECRET,
        'previous_secret' => ErrorCode::INVALID_SECRET,
        'payload' => ErrorCode::INVALID_PAYLOAD,
        'room_id' => ErrorCode::INVALID_ROOM,
        'stream id' => ErrorCode::INVALID_ROOM,
        'token' => ErrorCode::MALFORMED,
    ];

    private const TYPES = ['boolean' => 'bool', 'integer' => 'int', 'NULL' => 'null'];

    /** @var array<int, Token04Exception> what to tell, by the code with which the core refuses the stand-in */
    private array $refused = [];

    /** @param mixed $value */
    public function appId($value): int
    {
        if (\is_int($value)) {
            return $value;
        }
        $message = 'app_id must be 1 to 4294967295, got ' . self::describe($value);
        $this->refuse(ErrorCode::INVALID_APP_ID, $message);
        return 0;
    }

    /** @param mixed $value */
    public function ttl($value): int
    {
        if (\is_int($value)) {
            return $value;
        }
        $this->refuse(ErrorCode::INVALID_TTL, 'ttl must be whole seconds, at least 1, got ' . self::describe($value));
        return 0;
    }

    /** @param mixed $value */
    public function leeway($value): int
    {
        if (\is_int($value)) {
            return $value;
        }
        $message = 'leeway must be whole seconds, at least 0, got ' . self::describe($value);
        $this->refuse(ErrorCode::INVALID_ARGUMENT, $message);
        return -1;
    }

    /** @param mixed $value */
    public function text($value, string $name): string
    {
        if (\is_string($value)) {
            return $value;
        }
        $code = $refusedWith = self::REFUSED_WITH[$name];
        if ($code === ErrorCode::MALFORMED || ($value === null && $code !== ErrorCode::INVALID_ROOM)) {
            $code = ErrorCode::INVALID_ARGUMENT;
        }
        $this->refuse($refusedWith, self::noString($value, $name), $code);
        return self::NO_TEXT;
    }

    /**
     * Text of which the core takes any, so that nothing can stand in for it but none at all.
     *
     * @param mixed $value
     */
    public function bytes($value, string $name): ?string
    {
        if (\is_string($value)) {
            return $value;
        }
        $this->refuse(ErrorCode::INVALID_ARGUMENT, self::noString($value, $name));
        return null;
    }

    /** @param mixed $value null for text that is left out */
    public function optionalText($value, string $name): ?string
    {
        return $value === null ? null : $this->text($value, $name);
    }

    /** @param mixed $value null for the empty one */
    public function payload($value): string
    {
        return $this->optionalText($value, 'payload') ?? '';
    }

    /**
     * @param mixed $value
     * @return string[]
     */
    public function streams($value): array
    {
        if (!\is_array($value)) {
            $this->refuse(ErrorCode::INVALID_ROOM, 'streams must be a list of strings');
            return [self::NO_TEXT];
        }
        $streams = [];
        foreach ($value as $stream) {
            $streams[] = $this->text($stream, 'stream id');
        }
        return $streams;
    }

    /** A payload that could not be made: $reason is told where nothing before it is at fault. */
    public function missingPayload(Token04Exception $reason): string
    {
        $this->refused[ErrorCode::INVALID_PAYLOAD] = $reason;
        return self::NO_TEXT;
    }

    /** @param mixed $value */
    public function mode($value): int
    {
        return $this->choice($value, 'mode', Names::MODES);
    }

    /** @param mixed $value null for none */
    public function profile($value): int
    {
        return $value === null ? 0 : $this->choice($value, 'profile', Names::PROFILES);
    }

    /** @param mixed $value */
    public function language($value): int
    {
        return $this->choice($value, 'lang', Names::LANGUAGES);
    }

    /** @param mixed $value */
    public function flag($value, string $name): int
    {
        if (\is_bool($value)) {
            return (int) $value;
        }
        $message = "{$name} must be true or false, got " . self::describe($value);
        $this->refuse(ErrorCode::INVALID_ARGUMENT, $message);
        return -1;
    }

    /**
     * Whether a time is given.
     *
     * @param mixed $value null for the clock's
     */
    public function hasNow($value): int
    {
        if ($value === null || \is_int($value)) {
            return $value === null ? 0 : 1;
        }
        $this->refuse(ErrorCode::INVALID_ARGUMENT, 'now must be whole unix seconds, got ' . self::describe($value));
        return -1;
    }

    /**
     * An object of a class.
     *
     * @template T of object
     * @param mixed $value
     * @param class-string<T> $class
     * @return T
     */
    public static function instance($value, string $class, string $name): object
    {
        if ($value instanceof $class) {
            return $value;
        }
        $message = "{$name} must be a {$class}, got " . self::describe($value);
        throw new Token04Exception($message, ErrorCode::INVALID_ARGUMENT);
    }

    /** The error of a call: the core's, or what a stand-in stood for. */
    public function failure(CData $error): Token04Exception
    {
        return $this->refused[$error->status] ?? new Token04Exception(FFI::string($error->message), $error->status);
    }

    /**
     * A value in words. Only numbers are shown: other values may hold a secret.
     *
     * @param mixed $value
     */
    public static function describe($value): string
    {
        if (\is_float($value)) {
            return \var_export($value, true);
        }
        $type = \gettype($value);
        return \is_object($value) ? \get_class($value) : self::TYPES[$type] ?? $type;
    }

    /** @param mixed $value */
    private static function noString($value, string $name): string
    {
        return $value === null ? "{$name} must be a string, not null" : "{$name} must be a string";
    }

    /**
     * The number that C has for a name.
     *
     * @param mixed $value
     * @param array<string, int> $numbers
     */
    private function choice($value, string $argument, array $numbers): int
    {
        if (\is_string($value) && isset($numbers[$value])) {
            return $numbers[$value];
        }
        // What was given is not shown: it may be a secret in the wrong place.
        $message = "{$argument} must be one of " . \implode(', ', \array_keys($numbers));
        $this->refuse(ErrorCode::INVALID_ARGUMENT, $message);
        return -1;
    }

    private function refuse(int $refusedWith, string $message, ?int $code = null): void
    {
        $this->refused += [$refusedWith => new Token04Exception($message, $code ?? $refusedWith)];
    }
}
