<?php

// The privileges that a token carries, as read from its payload.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/** What a token permits, as its payload says: Claims::$privilege, or read from the payload itself. */
final class Privilege
{
    /** The only room the token is good for; an empty one means any. */
    public string $roomId;

    /** Whether logging in is allowed; null where the token does not say, which denies it. */
    public ?bool $login;

    /** Whether publishing is allowed; null where the token does not say, which denies it. */
    public ?bool $publish;

    /** @var string[]|null the ids of the only streams the token is good for; null and an empty list mean any */
    public ?array $streams = null;

    private function __construct()
    {
    }

    /**
     * Reads a payload; null where it is empty or not of the privilege form.
     *
     * @param string|null $payload
     * @throws Token04Exception 104 where it is no string, or not UTF-8
     */
    public static function parse($payload): ?self
    {
        $library = Library::get();
        $arguments = new Arguments();
        $text = $arguments->payload($payload);
        $place = $library->new('token04_privilege *');
        $error = $library->new('token04_error');
        $status = $library->token04_privilege_parse($text, \strlen($text), FFI::addr($place), FFI::addr($error));
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        if (FFI::isNull($place)) {
            return null;
        }
        $read = self::read($library, $place[0]);
        $library->token04_privilege_free($place);
        return $read;
    }

    /** Reads a token04_privilege. */
    private static function read(FFI $library, CData $privilege): self
    {
        $read = new self();
        $read->roomId = Memory::read($library, $privilege->room_id);
        $read->login = self::right($privilege->login);
        $read->publish = self::right($privilege->publish);
        $streams = $privilege->streams;
        if ($streams !== null) {
            $read->streams = [];
            for ($index = 0; $index < $privilege->stream_count; $index++) {
                $read->streams[] = Memory::read($library, $streams[$index]);
            }
        }
        return $read;
    }

    private static function right(int $number): ?bool
    {
        return $number < 0 ? null : $number === 1;
    }
}
