<?php

// The privileges of a token, parsed from its payload.

declare(strict_types=1);

namespace Token04;

use FFI;
use FFI\CData;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/** What a token permits: Claims::$privilege, or parsed from the payload itself. */
final readonly class Privilege implements \JsonSerializable
{
    /**
     * @param string $roomId the only room the token is valid for; an empty one means any
     * @param bool|null $login whether logging in is allowed; null if the token does not mention it, which denies it
     * @param bool|null $publish whether publishing is allowed; null if the token does not mention it, which denies it
     * @param string[]|null $streams the only streams the token is valid for; null and an empty list mean any
     */
    private function __construct(
        public string $roomId,
        public ?bool $login,
        public ?bool $publish,
        public ?array $streams
    ) {
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

    /**
     * Parses a payload; null if it is empty or not of the privilege form.
     *
     * @param string|null $payload
     * @throws Token04Exception 104 if it is not a string, or not UTF-8
     */
    public static function parse($payload): ?self
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $text = $arguments->payload($payload);
        $place = $library->new('token04_privilege *');
        $error = Library::error($library);
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
        $streams = null;
        if ($privilege->streams !== null) {
            $streams = [];
            for ($index = 0; $index < $privilege->stream_count; $index++) {
                $streams[] = Memory::read($library, $privilege->streams[$index]);
            }
        }
        return new self(
            Memory::read($library, $privilege->room_id),
            self::right($privilege->login),
            self::right($privilege->publish),
            $streams
        );
    }

    private static function right(int $number): ?bool
    {
        return $number < 0 ? null : $number === 1;
    }
}
