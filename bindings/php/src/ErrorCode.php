<?php

// The public error codes.

declare(strict_types=1);

namespace Token04;

/**
 * Why a call failed, as Token04Exception::getCode() tells it. The same numbers in every language; they never change
 * and are never reused.
 */
final class ErrorCode
{
    /** Done; no exception has it. */
    public const OK = 0;

    /** The app id is not an integer from 1 to 4294967295. */
    public const INVALID_APP_ID = 1;

    /** The user id is no string, empty, not UTF-8, or outside the profile. */
    public const INVALID_USER_ID = 3;

    /** The secret is not a string of 32 bytes of UTF-8. */
    public const INVALID_SECRET = 5;

    /** The time to live is not an integer, not positive, outside the profile, or the expiry does not fit. */
    public const INVALID_TTL = 6;

    /** The token would not fit the format: its body is over 65519 bytes. */
    public const TOO_LONG = 101;

    /** A room id or a stream id is no string, empty, not UTF-8, or outside the profile. */
    public const INVALID_ROOM = 102;

    /** The operating system gave no random bytes. */
    public const RANDOM_UNAVAILABLE = 103;

    /** The payload is no string, not UTF-8, or outside the profile. */
    public const INVALID_PAYLOAD = 104;

    /** The text is not a Token04. */
    public const MALFORMED = 201;

    /** Wrong secret, damaged, or no Token04 inside: one code for all, so that it tells an attacker nothing. */
    public const UNDECIPHERABLE = 202;

    /** The token's validity has ended. */
    public const EXPIRED = 204;

    /** The token was made for another app id. */
    public const WRONG_APP_ID = 205;

    /** The token was made for another user id. */
    public const WRONG_USER_ID = 206;

    /** The token names two different expiry times. */
    public const EXPIRE_MISMATCH = 207;

    /** The token does not permit the room, the stream or the right that is expected. */
    public const NOT_PERMITTED = 208;

    /** An argument is of no use: a null, a token that is no string, a closed issuer. */
    public const INVALID_ARGUMENT = 901;

    /** Of the C library; not met in PHP. */
    public const BUFFER_TOO_SMALL = 902;

    /** The native library cannot be loaded, as the message tells; or a defect of token04. */
    public const INTERNAL = 903;

    private function __construct()
    {
    }
}
