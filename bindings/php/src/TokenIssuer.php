<?php

// What issues tokens, so that code that needs it can be tested without.

declare(strict_types=1);

namespace Token04;

/** Issues tokens for one app: an Issuer, or what stands in for it in a test. */
interface TokenIssuer
{
    /** The app that tokens are issued for. */
    public function appId(): int;

    /**
     * Makes a token: an identity token if there is no payload.
     *
     * @param string $userId the user who will log in with the token
     * @param int|string $ttl how long the token is valid: whole seconds, or text such as '10m', '12h' or '3d'
     * @param string|null $payload JSON text of the privilege form; prefer issueRoom, which writes it
     * @param int|\DateTimeInterface|null $now the time of issue; null for the clock's. For tests: the nonce and the IV are
     *     random all the same
     * @throws Token04Exception 3, 6, 101, 103, 104, with a profile 102; 901 for a null user id, an invalid time or a
     *     closed issuer
     */
    public function issue($userId, $ttl, $payload = '', $now = null): string;

    /**
     * Makes a privilege token.
     *
     * @param string $userId the user who will log in with the token
     * @param int|string $ttl how long the token is valid
     * @param RoomPrivilege $privilege what the token permits
     * @param int|\DateTimeInterface|null $now the time of issue; null for the clock's
     * @throws Token04Exception as issue(); 102 if the room id, a stream id or the list of streams is empty
     */
    public function issueRoom($userId, $ttl, $privilege, $now = null): string;

    /**
     * Makes a token for each of many users, all with the same ttl and payload: either all tokens or none. It is faster
     * than as many calls.
     *
     * @param string[] $userIds
     * @param int|string $ttl how long the tokens are valid
     * @param string|null $payload the payload of each token
     * @param int|\DateTimeInterface|null $now the time of issue; null for the clock's
     * @return string[] the tokens, under the keys of the users
     * @throws Token04Exception as issue(); the message identifies the user at fault by its place in the list
     */
    public function issueMany($userIds, $ttl, $payload = '', $now = null): array;

    /**
     * Makes a kit token, for UIKit for the web, under the limits of the profile 'kit'.
     *
     * @param string $userId the user who will log in with the token
     * @param int|string $ttl how long the token is valid
     * @param string $roomId the room to join
     * @param string|null $userName the name that others see; null for the user id
     * @param string|null $payload as for issue()
     * @param int|\DateTimeInterface|null $now the time of issue; null for the clock's
     * @throws Token04Exception 3, 6, 102, 103, 104; 901 for a null user id, an invalid time or a closed issuer
     */
    public function kitToken($userId, $ttl, $roomId, $userName = null, $payload = '', $now = null): string;
}
