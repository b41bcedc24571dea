<?php

// What PHP's values can be and C's cannot: not a string, not an integer.

declare(strict_types=1);

namespace Token04\Internal;

use FFI;
use FFI\CData;
use Token04\ErrorCode;
use Token04\Token04Exception;

/**
 * The arguments of one call. In place of a value that C cannot hold goes one that the core refuses when its turn comes: so
 * the core decides which of several faults is reported, and writes the message.
 *
 * @internal
 */
final class Arguments
{
    /** Not Unicode, in place of any text. */
    private const NO_TEXT = "\xff";

    /** With which code the core refuses text that is not Unicode, and its constant of the argument. */
    private const TEXTS = [
        'user_id' => [ErrorCode::INVALID_USER_ID, 'USER_ID'],
        'user_name' => [ErrorCode::INVALID_USER_ID, 'USER_NAME'],
        'secret' => [ErrorCode::INVALID_SECRET, 'SECRET'],
        'payload' => [ErrorCode::INVALID_PAYLOAD, 'PAYLOAD'],
        'room_id' => [ErrorCode::INVALID_ROOM, 'ROOM_ID'],
        'stream id' => [ErrorCode::INVALID_ROOM, 'STREAM_ID'],
        'token' => [ErrorCode::MALFORMED, 'TOKEN'],
    ];

    private const TYPES = ['boolean' => 'bool', 'integer' => 'int', 'NULL' => 'null'];

    /** @var array<int, Token04Exception> what to report, by the code with which the core refuses the stand-in */
    private array $refused = [];

    public function __construct(private readonly FFI $library)
    {
    }

    public function appId(mixed $value): int
    {
        if (\is_int($value)) {
            return $value;
        }
        $this->refuse(ErrorCode::INVALID_APP_ID, 'APP_ID', $value);
        return 0;
    }

    /** A time to live: whole seconds, or text such as '10m'. */
    public function ttl(mixed $value): int
    {
        if (\is_string($value) && \preg_match('/^\d+[smhd]$/D', $value) === 1) {
            return $this->textTtl($value);
        }
        return $this->seconds($value);
    }

    /** A time to live in whole seconds. */
    public function seconds(mixed $value): int
    {
        if (\is_int($value)) {
            return $value;
        }
        $this->refuse(ErrorCode::INVALID_TTL, 'TTL', $value);
        return 0;
    }

    public function leeway(mixed $value): int
    {
        if (\is_int($value)) {
            return $value;
        }
        $this->refuse(ErrorCode::INVALID_ARGUMENT, 'LEEWAY', $value);
        return -1;
    }

    public function text(mixed $value, string $name): string
    {
        if (\is_string($value)) {
            return $value;
        }
        [$code, $argument] = self::TEXTS[$name];
        $this->refuse($code, $argument, $value);
        return self::NO_TEXT;
    }

    /** Text of which the core takes any, so that nothing can stand in for it but none at all. */
    public function bytes(mixed $value, string $name): ?string
    {
        if (\is_string($value)) {
            return $value;
        }
        $this->refuse(ErrorCode::INVALID_ARGUMENT, self::TEXTS[$name][1], $value);
        return null;
    }

    /** Text that may be left out: null. */
    public function optionalText(mixed $value, string $name): ?string
    {
        return $value === null ? null : $this->text($value, $name);
    }

    /** A payload; null is the empty one. */
    public function payload(mixed $value): string
    {
        return $this->optionalText($value, 'payload') ?? '';
    }

    /** @return string[] */
    public function streams(mixed $value): array
    {
        if (!\is_array($value)) {
            $this->refuse(ErrorCode::INVALID_ROOM, 'STREAMS', $value);
            return [self::NO_TEXT];
        }
        $streams = [];
        foreach ($value as $stream) {
            $streams[] = $this->text($stream, 'stream id');
        }
        return $streams;
    }

    /** A payload that could not be made: $reason is reported if nothing before it is at fault. */
    public function missingPayload(Token04Exception $reason): string
    {
        $this->refused[ErrorCode::INVALID_PAYLOAD] = $reason;
        return self::NO_TEXT;
    }

    public function mode(mixed $value): int
    {
        return $this->choice($value, $this->library->token04_mode_from_name);
    }

    /** A profile; null is none. */
    public function profile(mixed $value): int
    {
        return $value === null ? 0 : $this->choice($value, $this->library->token04_profile_from_name);
    }

    public function language(mixed $value): int
    {
        return $this->choice($value, $this->library->token04_language_from_name);
    }

    public function flag(mixed $value, string $argument): int
    {
        if (\is_bool($value)) {
            return (int) $value;
        }
        $this->refuse(ErrorCode::INVALID_ARGUMENT, $argument, $value);
        return -1;
    }

    /**
     * A point in time as an int64_t, null for the clock's: unix seconds or a DateTimeInterface. For another value it is
     * one that issuing refuses; verifying does not, so look at isInvalid() there.
     */
    public function now(mixed $value): ?CData
    {
        if ($value === null) {
            return null;
        }
        if ($value instanceof \DateTimeInterface) {
            $value = $value->getTimestamp();
        }
        $now = $this->library->new('int64_t');
        $now->cdata = \is_int($value) ? $value : -1;
        if (!\is_int($value)) {
            $this->refuse(ErrorCode::INVALID_ARGUMENT, 'NOW', $value);
        }
        return $now;
    }

    /** Whether an argument is invalid for which nothing can stand in. */
    public function isInvalid(): bool
    {
        return isset($this->refused[ErrorCode::INVALID_ARGUMENT]);
    }

    /**
     * An object of a class.
     *
     * @template T of object
     * @param class-string<T> $class
     * @return T
     */
    public static function instance(mixed $value, string $class, string $name): object
    {
        if ($value instanceof $class) {
            return $value;
        }
        $message = "{$name} must be a {$class}, got " . self::describe($value);
        throw new Token04Exception($message, ErrorCode::INVALID_ARGUMENT);
    }

    /** The error of a call: the core's, or that of the value for which another stood in. */
    public function failure(CData $error): Token04Exception
    {
        return $this->refused[$error->status] ?? self::exception($error);
    }

    /** A value in words. Only numbers are shown: other values may hold a secret. */
    public static function describe(mixed $value): string
    {
        if (\is_float($value)) {
            $whole = \is_finite($value) && $value === \floor($value) && \abs($value) < 2 ** 53;
            return \var_export($value, true) . ($whole ? ', a float: cast it to int' : '');
        }
        if (\is_string($value)) {
            return \ctype_digit($value) ? 'a string: cast it to int' : 'a string';
        }
        return \is_object($value) ? $value::class : self::TYPES[\gettype($value)] ?? \gettype($value);
    }

    private static function exception(CData $error): Token04Exception
    {
        return new Token04Exception(FFI::string($error->message), $error->status);
    }

    private function textTtl(string $text): int
    {
        $seconds = $this->library->new('int64_t');
        $error = Library::error($this->library);
        $status = $this->library->token04_ttl_from_text($text, \strlen($text), FFI::addr($seconds), FFI::addr($error));
        if ($status !== ErrorCode::OK) {
            $this->refused += [ErrorCode::INVALID_TTL => self::exception($error)];
            return 0;
        }
        return $seconds->cdata;
    }

    /** The number that the library has for a name. */
    private function choice(mixed $value, CData $lookup): int
    {
        $number = $this->library->new('int32_t');
        $error = Library::error($this->library);
        // Whatever is not a string fails as a name that is not known.
        $name = \is_string($value) && $value !== '' ? $value : '-';
        if ($lookup($name, \strlen($name), FFI::addr($number), FFI::addr($error)) !== ErrorCode::OK) {
            $this->refused += [ErrorCode::INVALID_ARGUMENT => self::exception($error)];
            return -1;
        }
        return $number->cdata;
    }

    /** Keeps the core's error for a value that C cannot hold, for when the core refuses its stand-in. */
    private function refuse(int $refusedWith, string $argument, mixed $value): void
    {
        $got = $value === null ? null : self::describe($value);
        $error = Library::error($this->library);
        $number = $this->library->{"TOKEN04_ARGUMENT_{$argument}"};
        $this->library->token04_refuse($number, $got, \strlen($got ?? ''), FFI::addr($error));
        $this->refused += [$refusedWith => self::exception($error)];
    }
}
