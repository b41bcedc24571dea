<?php

// What PHP's values can be and C's cannot: a float for an integer, a list for a string.

declare(strict_types=1);

namespace Token04\Internal;

use DateInterval;
use DateTimeInterface;
use FFI;
use FFI\CData;
use Token04\ErrorCode;
use Token04\Language;
use Token04\Mode;
use Token04\Profile;
use Token04\Token04Exception;

/**
 * The arguments of one call, and its error. A value that C cannot carry is replaced by one that the core refuses when
 * its turn comes, so that the core decides which of several errors is reported; the core also writes every message.
 *
 * @internal
 */
final class Arguments
{
    /** Not Unicode, in place of any text. */
    private const NOT_TEXT = "\xff";

    /** The code with which the core refuses text that is not Unicode. */
    private const REFUSED_WITH = [
        'USER_ID' => ErrorCode::INVALID_USER_ID,
        'USER_NAME' => ErrorCode::INVALID_USER_ID,
        'SECRET' => ErrorCode::INVALID_SECRET,
        'PAYLOAD' => ErrorCode::INVALID_PAYLOAD,
        'ROOM_ID' => ErrorCode::INVALID_ROOM,
        'STREAM_ID' => ErrorCode::INVALID_ROOM,
        'TOKEN' => ErrorCode::MALFORMED,
    ];

    private const TYPES = ['boolean' => 'a bool', 'integer' => 'an int', 'string' => 'a string', 'array' => 'an array'];

    private readonly CData $error;

    /** @var array<int, array{string, int}> message and code to report, by the code with which a stand-in is refused */
    private array $refused = [];

    /** The nanoseconds of the duration that was given last. */
    private int $nanoseconds = 0;

    public function __construct(private readonly FFI $library)
    {
        $this->error = $this->newError();
    }

    /** The last argument of every call. */
    public function error(): CData
    {
        return FFI::addr($this->error);
    }

    /** The error of a call: the core's, or that of the value which a stand-in replaced. */
    public function failure(): Token04Exception
    {
        // Made here and not earlier, so that its trace has no argument of this class, which may be a secret.
        return new Token04Exception(...$this->refused[$this->error->status] ?? self::reported($this->error));
    }

    /** The same for a call about many users, of whom one is at fault; the core's message says which. */
    public function failureOfUser(bool $replaced): Token04Exception
    {
        [$message, $code] = self::reported($this->error);
        if ($replaced) {
            [$reason, $code] = $this->refused[$code];
            $message = \strstr($message, ': ', true) . ": {$reason}";
        }
        return new Token04Exception($message, $code);
    }

    public function appId(mixed $value): int
    {
        return \is_int($value) ? $value : $this->refuse('APP_ID', ErrorCode::INVALID_APP_ID, self::number($value), 0);
    }

    /** The seconds of a duration or of text such as '10m'; the rest is in options(). */
    public function ttl(mixed $value): int
    {
        return \is_string($value) ? $this->ttlOfText($value) : $this->seconds($value);
    }

    /** The seconds of a duration. */
    public function seconds(mixed $value): int
    {
        return $this->duration($value)
            ?? $this->refuse('TTL', ErrorCode::INVALID_TTL, self::number($value), 0);
    }

    public function text(mixed $value, string $name): ?string
    {
        if (\is_string($value)) {
            return $value;
        }
        if ($value !== null) {
            return $this->refuse($name, self::REFUSED_WITH[$name], self::describe($value), self::NOT_TEXT);
        }
        $room = self::REFUSED_WITH[$name] === ErrorCode::INVALID_ROOM;
        return $this->refuse($name, $room ? ErrorCode::INVALID_ROOM : ErrorCode::INVALID_ARGUMENT, null, null);
    }

    /** A token of which the core accepts any bytes, so that only null can replace it. */
    public function bytes(mixed $value): ?string
    {
        return \is_string($value) ? $value : $this->refuse(
            'TOKEN',
            ErrorCode::INVALID_ARGUMENT,
            $value === null ? null : self::describe($value),
            null
        );
    }

    /** Text that may be left out, by null. */
    public function optionalText(mixed $value, string $name): ?string
    {
        return $value === null ? null : $this->text($value, $name);
    }

    /** A payload; null is the empty one. */
    public function payload(mixed $value): string
    {
        return $this->optionalText($value, 'PAYLOAD') ?? '';
    }

    /** A payload that could not be made, for the reason given. */
    public function missingPayload(Token04Exception $reason): string
    {
        $this->refused[ErrorCode::INVALID_PAYLOAD] = [$reason->getMessage(), $reason->getCode()];
        return self::NOT_TEXT;
    }

    /** @return array<?string> */
    public function streams(mixed $value): array
    {
        if (!\is_array($value)) {
            return [$this->refuse('STREAMS', ErrorCode::INVALID_ROOM, self::describe($value), self::NOT_TEXT)];
        }
        return \array_map(fn (mixed $stream) => $this->text($stream, 'STREAM_ID'), \array_values($value));
    }

    public function mode(Mode|string $mode): int
    {
        return $this->choice('mode', $mode);
    }

    public function profile(Profile|string|null $profile): int
    {
        return $this->choice('profile', $profile);
    }

    public function language(Language|string $language): int
    {
        return $this->choice('language', $language);
    }

    /** 1 or 0. */
    public function flag(mixed $value, string $name): int
    {
        return \is_bool($value)
            ? (int) $value
            : $this->refuse($name, ErrorCode::INVALID_ARGUMENT, self::describe($value), -1);
    }

    /** A time in unix seconds, null for that of the clock. For one that is invalid, refuses() is true. */
    public function now(mixed $value): ?CData
    {
        if ($value === null) {
            return null;
        }
        $now = $this->library->new('int64_t[1]');
        $now[0] = match (true) {
            $value instanceof DateTimeInterface => $value->getTimestamp(),
            \is_int($value) => $value,
            default => $this->refuse('NOW', ErrorCode::INVALID_ARGUMENT, self::number($value), -1),
        };
        return $now;
    }

    /** Whether a value was refused as an invalid argument. */
    public function refuses(): bool
    {
        return isset($this->refused[ErrorCode::INVALID_ARGUMENT]);
    }

    /** A token04_issue_options with the rest of the ttl. */
    public function options(?CData $now): CData
    {
        $options = $this->library->new('token04_issue_options');
        $options->size = FFI::sizeof($options);
        $options->ttl_nanoseconds = $this->nanoseconds;
        if ($now !== null) {
            $options->now = FFI::addr($now[0]);
        }
        return $options;
    }

    /** A token04_verifier_options. */
    public function verifierOptions(mixed $previousSecret, mixed $leeway, Memory $memory): CData
    {
        $options = $this->library->new('token04_verifier_options');
        $options->size = FFI::sizeof($options);
        $memory->write($options->previous_secret, $this->optionalText($previousSecret, 'SECRET'));
        $options->leeway = $this->duration($leeway)
            ?? $this->refuse('LEEWAY', ErrorCode::INVALID_ARGUMENT, self::number($leeway), -1);
        $options->leeway_nanoseconds = $this->nanoseconds;
        return $options;
    }

    /** The whole seconds of a duration; null for a value that is none. */
    private function duration(mixed $value): ?int
    {
        $this->nanoseconds = 0;
        if (\is_int($value)) {
            return $value;
        }
        // A month has no fixed length.
        if (!$value instanceof DateInterval || ($value->days === false && ($value->y !== 0 || $value->m !== 0))) {
            return null;
        }
        $days = $value->days === false ? $value->d : $value->days;
        $seconds = (($days * 24 + $value->h) * 60 + $value->i) * 60 + $value->s;
        $sign = $value->invert === 1 ? -1 : 1;
        $this->nanoseconds = $sign * (int) \round($value->f * 1e9);
        return \is_int($seconds) ? $sign * $seconds : null;
    }

    /** The number that C has for a name. */
    private function choice(string $kind, Mode|Profile|Language|string|null $value): int
    {
        $name = $value instanceof \BackedEnum ? $value->value : $value;
        $number = $this->library->new('int32_t');
        $error = $this->newError();
        $find = "token04_{$kind}_from_name";
        if ($this->library->$find($name, \strlen($name ?? ''), FFI::addr($number), FFI::addr($error)) === ErrorCode::OK) {
            return $number->cdata;
        }
        $this->refused += [ErrorCode::INVALID_ARGUMENT => self::reported($error)];
        return -1;
    }

    /**
     * Keeps the core's error for a value, and gives what replaces it.
     *
     * @template T
     * @param T $standIn
     * @return T
     */
    private function refuse(string $argument, int $refusedWith, ?string $got, mixed $standIn): mixed
    {
        $error = $this->newError();
        $number = $this->library->{"TOKEN04_ARGUMENT_{$argument}"};
        $this->library->token04_refuse($number, $got, \strlen($got ?? ''), FFI::addr($error));
        $this->refused += [$refusedWith => self::reported($error)];
        return $standIn;
    }

    private function ttlOfText(string $text): int
    {
        $seconds = $this->library->new('int64_t');
        $error = $this->newError();
        $status = $this->library->token04_ttl_from_text($text, \strlen($text), FFI::addr($seconds), FFI::addr($error));
        if ($status !== ErrorCode::OK) {
            $this->refused += [ErrorCode::INVALID_TTL => self::reported($error)];
        }
        return $seconds->cdata;
    }

    private function newError(): CData
    {
        $error = $this->library->new('token04_error');
        $error->size = FFI::sizeof($error);
        $error->wording = $this->library->TOKEN04_WORDING_CAMEL_CASE;
        return $error;
    }

    /** @return array{string, int} message and code */
    private static function reported(CData $error): array
    {
        return [FFI::string($error->message), $error->status];
    }

    /** A value in place of a number, with what to do if the number is in it. Null is null. */
    private static function number(mixed $value): ?string
    {
        if ($value === null) {
            return null;
        }
        $whole = \is_numeric($value) && \fmod((float) $value, 1) === 0.0;
        return self::describe($value) . ($whole ? ': cast it to int' : '');
    }

    /** A value in words. Only a float is shown: any other value may contain a secret. */
    private static function describe(mixed $value): string
    {
        if (\is_float($value)) {
            return \var_export($value, true);
        }
        $type = \gettype($value);
        return \is_object($value) ? 'an instance of ' . \get_debug_type($value) : self::TYPES[$type] ?? $type;
    }
}
