<?php

// The result of ZEGO's own token generator, for code that moves over.

declare(strict_types=1);

namespace ZEGO;

/** The result of ZegoServerAssistant::generateToken04(). */
class ZegoAssistantToken
{
    /** @var int one of ZegoErrorCodes: success, or what went wrong */
    public $code = ZegoErrorCodes::success;

    /** @var string what went wrong; empty on success */
    public $message = '';

    /** @var string|null the token; null after an error */
    public $token;
}
