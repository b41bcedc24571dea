<?php

// What a verifier does, for code that is given one.

declare(strict_types=1);

namespace Token04;

use DateTimeInterface;

/** Checks tokens: Verifier does. Depend on this interface, and a test can replace it; see also TokenIssuer. */
interface TokenVerifier
{
    /** The app whose tokens are checked. */
    public function appId(): int;

    /**
     * Opens a token and checks that it is for this app, not expired, and what else is expected: null and false expect
     * nothing. It also accepts a kit token and reads the part before '#'.
     *
     *     $verifier->verify($token, 'user1', roomId: 'room1', publish: true, requirePrivilege: true);
     *
     * An identity token allows any room, any stream and any right: the format means it so. If the token guards a room,
     * set requirePrivilege, which refuses it.
     *
     * @param string $token
     * @param string|null $userId the user the token must be for
     * @param string|null $roomId the room the token must allow to log in to; an identity token allows any
     * @param string|null $streamId the stream the token must be valid for; an identity token is valid for any
     * @param bool $publish whether the token must allow publishing; an identity token does
     * @param DateTimeInterface|int|null $now the time to check against, an int in unix seconds; null for that of the
     *     clock
     * @param bool $requirePrivilege whether an identity token is refused
     * @throws Token04Exception the first that applies: 201 not a Token04, 202 it does not open, 205 for another app,
     *     207 two expiries, 204 expired, 206 for another user, 208 it does not permit what is expected; before them
     *     3, 102 and 901 for invalid arguments, and a closed verifier
     */
    public function verify(
        mixed $token,
        mixed $userId = null,
        mixed $roomId = null,
        mixed $streamId = null,
        mixed $publish = false,
        mixed $now = null,
        mixed $requirePrivilege = false
    ): Claims;
}
