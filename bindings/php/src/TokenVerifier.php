<?php

// What verifies tokens, so that code that needs it can be tested without.

declare(strict_types=1);

namespace Token04;

/** Opens and checks tokens of one app: a Verifier, or what stands in for it in a test. */
interface TokenVerifier
{
    /** The app whose tokens are checked. */
    public function appId(): int;

    /**
     * Opens a token, checks that it belongs to this app and is not expired, and what else is expected. It also accepts a
     * kit token and reads the part before '#'.
     *
     *     $verifier->verify($token, 'user1');
     *     $verifier->verify($token, roomId: 'room1', publish: true, requirePrivilege: true);
     *
     * An identity token satisfies every expected room, stream and right, because the format means it so: where rooms are
     * guarded by privilege tokens, set $requirePrivilege.
     *
     * @param string $token
     * @param string|null $userId the token must be for this user
     * @param string|null $roomId it must allow logging in to this room
     * @param string|null $streamId it must allow this stream
     * @param bool $publish with true, it must allow publishing
     * @param int|\DateTimeInterface|null $now the time to check against; null for the clock's
     * @param bool $requirePrivilege with true, an identity token is refused
     * @throws Token04Exception the first that applies: 201 not a Token04, 202 it does not open, 205 for another app,
     *     207 two expiries, 204 expired, 206 for another user, 208 it does not permit what is expected; before them
     *     3, 102 and 901 for invalid arguments, and a closed verifier
     */
    public function verify(
        $token,
        $userId = null,
        $roomId = null,
        $streamId = null,
        $publish = false,
        $now = null,
        $requirePrivilege = false
    ): Claims;
}
