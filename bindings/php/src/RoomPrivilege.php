<?php

// The privileges that a token is to carry.

declare(strict_types=1);

namespace Token04;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/**
 * What a privilege token permits, for Issuer::issueRoom(). Logging in is allowed, publishing is not, and any stream is
 * good, unless told otherwise, by argument or by method:
 *
 *     $privilege = new RoomPrivilege('room1', publish: true, streams: ['s1', 's2']);    // from PHP 8 on
 *     $privilege = (new RoomPrivilege('room1'))->publish(true)->streams(['s1', 's2']);
 *
 * ZEGO enforces privileges only for projects where its support has switched them on.
 */
final class RoomPrivilege
{
    /** @var mixed as all that follows: looked at when the payload is made, in the order of the core */
    private $roomId;

    /** @var mixed */
    private $login;

    /** @var mixed */
    private $publish;

    /** @var mixed */
    private $streams;

    /** What payload() made, until something changes. */
    private ?string $payload = null;

    /**
     * What is invalid here is reported when the payload is made.
     *
     * @param string $roomId the only room the token is good for
     * @param bool $login whether the user may log in to the room
     * @param bool $publish whether the user may publish a stream
     * @param string[]|null $streams the ids of the only streams the token is good for; null for any
     */
    public function __construct($roomId, $login = true, $publish = false, $streams = null)
    {
        $this->roomId = $roomId;
        $this->login = $login;
        $this->publish = $publish;
        $this->streams = $streams;
    }

    /**
     * @param bool $allowed whether the user may log in to the room
     * @return $this
     */
    public function login($allowed): self
    {
        $this->login = $allowed;
        $this->payload = null;
        return $this;
    }

    /**
     * @param bool $allowed whether the user may publish a stream
     * @return $this
     */
    public function publish($allowed): self
    {
        $this->publish = $allowed;
        $this->payload = null;
        return $this;
    }

    /**
     * @param string[]|null $streamIds the ids of the only streams the token is good for; null for any. An empty list
     *     is refused: whether it means no stream or any is told in two ways
     * @return $this
     */
    public function streams($streamIds): self
    {
        $this->streams = $streamIds;
        $this->payload = null;
        return $this;
    }

    /**
     * The privileges as the JSON text that a token carries as its payload.
     *
     * @throws Token04Exception 102 where the room id or a stream id is empty or no string, or the list of streams is
     *     empty or no list; 901 for a right that is no bool
     */
    public function payload(): string
    {
        if ($this->payload === null) {
            $this->payload = $this->write(Library::get());
        }
        return $this->payload;
    }

    private function write(FFI $library): string
    {
        $arguments = new Arguments($library);
        $memory = new Memory($library);
        $privilege = $library->new('token04_privilege');
        $privilege->size = FFI::sizeof($privilege);
        $memory->write($privilege->room_id, $arguments->text($this->roomId, 'room_id'));
        $privilege->login = $arguments->flag($this->login, 'LOGIN');
        $privilege->publish = $arguments->flag($this->publish, 'PUBLISH');
        if ($this->streams !== null) {
            $streams = $arguments->streams($this->streams);
            $privilege->stream_count = \count($streams);
            // An empty list has an address too, which tells it from none.
            $texts = $memory->array('token04_text', \max(1, $privilege->stream_count));
            foreach ($streams as $index => $stream) {
                $memory->write($texts[$index], $stream);
            }
            $privilege->streams = FFI::addr($texts[0]);
        }
        $string = $library->new('char *');
        $error = Library::error($library);
        $status = $library->token04_privilege_payload(
            FFI::addr($privilege),
            FFI::addr($string),
            null,
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        return Memory::take($library, $string);
    }
}
