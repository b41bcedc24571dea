<?php

// What an issuer does, for code that is given one.

declare(strict_types=1);

namespace Token04;

use DateInterval;
use DateTimeInterface;

/**
 * Makes tokens: Issuer does. Depend on this interface, and a test can replace it.
 *
 * Scalars are declared mixed, because PHP would otherwise turn 1.5 or true into 1 in files without strict_types. A
 * value of another type than documented is a Token04Exception with the code of its argument.
 */
interface TokenIssuer
{
    /** The app that tokens are made for. */
    public function appId(): int;

    /**
     * Makes a token: an identity token, unless there is a payload.
     *
     * @param string $userId the user who will log in with the token
     * @param DateInterval|int|string $ttl how long the token is valid: an int in seconds, or text such as '10m', '12h' or '3d'
     * @param string|null $payload JSON text of the privilege form; prefer issueRoom, which writes it
     * @param DateTimeInterface|int|null $now the time of issue, an int in unix seconds; null for that of the clock
     * @throws Token04Exception 3, 6, 101, 103, 104, with a profile 102; 901 for a null user id, another $now or a
     *     closed issuer
     */
    public function issue(mixed $userId, mixed $ttl, mixed $payload = '', mixed $now = null): string;

    /**
     * Makes a privilege token.
     *
     *     $issuer->issueRoom('user1', 3600, new RoomPrivilege('room1'));
     *
     * @param string $userId the user who will log in with the token
     * @param DateInterval|int|string $ttl how long the token is valid: an int in seconds, or text such as '10m', '12h' or '3d'
     * @param RoomPrivilege $privilege what the token permits
     * @param DateTimeInterface|int|null $now the time of issue, an int in unix seconds; null for that of the clock
     * @throws Token04Exception as issue(); 102 if the room id, a stream id or the list of streams is empty
     */
    public function issueRoom(mixed $userId, mixed $ttl, RoomPrivilege $privilege, mixed $now = null): string;

    /**
     * Makes a token for each of many users, all with the same ttl and payload; faster than as many calls of issue().
     * Either all tokens are made or none.
     *
     * @template K of array-key
     * @param array<K, string> $userIds
     * @param DateInterval|int|string $ttl how long the tokens are valid: an int in seconds, or text such as '10m', '12h' or '3d'
     * @param string|null $payload as for issue()
     * @param DateTimeInterface|int|null $now the time of issue, an int in unix seconds; null for that of the clock
     * @return array<K, string> the tokens, with the keys of the users
     * @throws Token04Exception as issue(), for the first user that is invalid
     */
    public function issueMany(array $userIds, mixed $ttl, mixed $payload = '', mixed $now = null): array;

    /**
     * Makes a kit token, for UIKit for the web, under the limits of the profile 'kit'.
     *
     * @param string $userId the user who will log in with the token
     * @param DateInterval|int|string $ttl how long the token is valid: an int in seconds, or text such as '10m', '12h' or '3d'
     * @param string $roomId the room to join
     * @param string|null $userName the name that others see; null for the user id
     * @param string|null $payload as for issue()
     * @param DateTimeInterface|int|null $now the time of issue, an int in unix seconds; null for that of the clock
     * @throws Token04Exception 3, 6, 102, 103, 104; 901 for a null user id or a closed issuer
     */
    public function kitToken(
        mixed $userId,
        mixed $ttl,
        mixed $roomId,
        mixed $userName = null,
        mixed $payload = '',
        mixed $now = null
    ): string;
}
