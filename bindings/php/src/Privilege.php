<?php

// The privileges that a token carries, as read from its payload.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use JsonSerializable;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/** What a token permits, according to its payload: Claims::$privilege, or parsed from the payload itself. */
final class Privilege implements JsonSerializable
{
    /**
     * @param string $roomId the only room the token is valid for; empty means any
     * @param bool|null $login whether logging in is allowed; null if the token does not say, which denies it
     * @param bool|null $publish whether publishing is allowed; null if the token does not say, which denies it
     * @param string[]|null $streams the ids of the only streams the token is valid for; null and an empty list mean any
     */
    public function __construct(
        public readonly string $roomId,
        public readonly ?bool $login,
        public readonly ?bool $publish,
        public readonly ?array $streams = null,
    ) {
    }

    /**
     * Parses a payload; null if it is empty or does not have the privilege form.
     *
     * @param string|null $payload
     * @throws Token04Exception 104 if it is not a string, or not UTF-8
     */
    public static function parse(mixed $payload): ?self
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $text = $arguments->payload($payload);
        $place = $library->new('token04_privilege *');
        $status = $library->token04_privilege_parse($text, \strlen($text), FFI::addr($place), $arguments->error());
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        if (FFI::isNull($place)) {
            return null;
        }
        $read = self::read($library, $place[0]);
        $library->token04_privilege_free($place);
        return $read;
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return [
            'room_id' => $this->roomId,
            'login' => $this->login,
            'publish' => $this->publish,
            'streams' => $this->streams,
        ];
    }

    /** Reads a token04_privilege. */
    private static function read(FFI $library, CData $privilege): self
    {
        $streams = $privilege->streams;
        return new self(
            Memory::read($library, $privilege->room_id),
            self::right($privilege->login),
            self::right($privilege->publish),
            $streams === null ? null : Memory::texts($library, $streams, $privilege->stream_count)
        );
    }

    private static function right(int $number): ?bool
    {
        return $number < 0 ? null : $number === 1;
    }
}
