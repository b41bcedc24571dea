<?php

// The result of ZEGO's own token generator, for code that moves over.

declare(strict_types=1);

namespace ZEGO;

/** What ZegoServerAssistant::generateToken04() gives. */
class ZegoAssistantToken
{
    /** @var int one of ZegoErrorCodes: success, or what went wrong */
    public $code = ZegoErrorCodes::success;

    /** @var string what went wrong; empty where all went well */
    public $message = '';

    /** @var string|null the token; null where there is none */
    public $token;
}
