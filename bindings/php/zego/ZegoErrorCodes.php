<?php

// The codes of ZEGO's own token generator, for code that moves over.

declare(strict_types=1);

namespace ZEGO;

/** What ZegoAssistantToken::$code can be: the official codes under their names, then those that are new here. */
class ZegoErrorCodes
{
    public const success = 0;
    public const appIDInvalid = 1;
    public const userIDInvalid = 3;
    public const secretInvalid = 5;
    public const effectiveTimeInSecondsInvalid = 6;

    /** User id and payload are too long for a token. The official function makes a broken token of them. */
    public const tooLong = 101;

    /** The operating system provided no random bytes. */
    public const randomUnavailable = 103;

    /** The payload is not a string, or not UTF-8. */
    public const payloadInvalid = 104;

    /** The native library cannot be loaded: the message says what to do. */
    public const internal = 903;
}
