<?php

// The privileges that a token will carry.

declare(strict_types=1);

namespace Token04;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/**
 * What a privilege token permits, for Issuer::issueRoom(). By default, logging in is allowed, publishing is not, and
 * any stream is allowed:
 *
 *     $privilege = new RoomPrivilege('room1', publish: true, streams: ['s1', 's2']);
 *     $privilege = (new RoomPrivilege('room1'))->publish(true)->streams(['s1', 's2']);
 *
 * ZEGO enforces privileges only in projects for which its support has enabled them.
 */
final class RoomPrivilege
{
    /** What packed() made, until something changes. */
    private ?string $packed = null;

    /**
     * Invalid values are reported when the payload is made.
     *
     * @param string $roomId the only room the token is valid for
     * @param bool $login whether the user may log in to the room
     * @param bool $publish whether the user may publish a stream
     * @param string[]|null $streams the ids of the only streams the token is valid for; null for any
     */
    public function __construct(
        private readonly mixed $roomId,
        private mixed $login = true,
        private mixed $publish = false,
        private mixed $streams = null,
    ) {
    }

    /**
     * @param bool $allowed whether the user may log in to the room
     * @return $this
     */
    public function login(mixed $allowed): self
    {
        $this->login = $allowed;
        $this->packed = null;
        return $this;
    }

    /**
     * @param bool $allowed whether the user may publish a stream
     * @return $this
     */
    public function publish(mixed $allowed): self
    {
        $this->publish = $allowed;
        $this->packed = null;
        return $this;
    }

    /**
     * @param string[]|null $streamIds the ids of the only streams the token is valid for; null for any. An empty list
     *     is refused, because it is ambiguous
     * @return $this
     */
    public function streams(mixed $streamIds): self
    {
        $this->streams = $streamIds;
        $this->packed = null;
        return $this;
    }

    /**
     * The privileges as the JSON text that a token carries as its payload.
     *
     * @throws Token04Exception 102 if the room id or a stream id is empty or not a string, or the list of streams is
     *     empty or not a list; 901 for a right that is not a bool
     */
    public function payload(): string
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $memory = new Memory($library);
        $privilege = $library->new('token04_privilege');
        $privilege->size = FFI::sizeof($privilege);
        $memory->write($privilege->room_id, $arguments->text($this->roomId, 'ROOM_ID'));
        $privilege->login = $arguments->flag($this->login, 'LOGIN');
        $privilege->publish = $arguments->flag($this->publish, 'PUBLISH');
        if ($this->streams !== null) {
            $streams = $arguments->streams($this->streams);
            $privilege->stream_count = \count($streams);
            // An empty list has an address too, which distinguishes it from null.
            $texts = $memory->array('token04_text', \max(1, $privilege->stream_count));
            foreach ($streams as $index => $stream) {
                $memory->write($texts[$index], $stream);
            }
            $privilege->streams = FFI::addr($texts[0]);
        }
        $string = $library->new('char *');
        $status = $library->token04_privilege_payload(
            FFI::addr($privilege),
            FFI::addr($string),
            null,
            $arguments->error()
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        return Memory::take($library, $string);
    }

    /**
     * The privilege as token04_issuer_issue_room_lent takes it; null if a value does not have its type.
     *
     * @internal
     */
    public function packed(): ?string
    {
        return $this->packed ??= $this->pack();
    }

    private function pack(): ?string
    {
        $streams = $this->streams ?? [];
        if (!\is_string($this->roomId) || !\is_bool($this->login) || !\is_bool($this->publish) || !\is_array($streams)) {
            return null;
        }
        foreach ($streams as $stream) {
            if (!\is_string($stream)) {
                return null;
            }
        }
        $count = $this->streams === null ? '' : \count($streams);
        $head = ($this->login ? "1\xff" : "0\xff") . ($this->publish ? "1\xff" : "0\xff") . "{$count}\xff{$this->roomId}";
        return $streams === [] ? $head : "{$head}\xff" . \implode("\xff", $streams);
    }
}
