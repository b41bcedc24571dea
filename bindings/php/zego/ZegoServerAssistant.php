<?php

// ZEGO's own token generator, for code that moves over: same names, arguments, result, codes and messages.

declare(strict_types=1);

namespace ZEGO;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Token04Exception;

/** New code, and code that makes many tokens, keeps a Token04\Issuer, which expands the key once. */
class ZegoServerAssistant
{
    private const OFFICIAL_MESSAGES = [
        ZegoErrorCodes::appIDInvalid => 'appID invalid',
        ZegoErrorCodes::userIDInvalid => 'userID invalid',
        ZegoErrorCodes::secretInvalid => 'secret must be a 32 byte string',
        ZegoErrorCodes::effectiveTimeInSecondsInvalid => 'effectiveTimeInSeconds invalid',
    ];

    /**
     * Makes a token. Never throws: an error is in the result.
     *
     * @param int $appId the app's AppID
     * @param string $userId the user who will log in with the token
     * @param string $secret the app's ServerSecret, 32 bytes
     * @param int $effectiveTimeInSeconds how long the token is valid, in seconds
     * @param string|null $payload JSON text of the privilege form; empty or null for an identity token
     * @return ZegoAssistantToken
     */
    public static function generateToken04(
        $appId,
        $userId,
        #[\SensitiveParameter]
        $secret,
        $effectiveTimeInSeconds,
        $payload = ''
    ) {
        $result = new ZegoAssistantToken();
        try {
            if (
                \is_int($appId) && \is_string($userId) && \is_string($secret)
                && \is_int($effectiveTimeInSeconds) && \is_string($payload)
            ) {
                $result->token = Library::get()->token04_generate_lent(
                    $appId,
                    $userId,
                    \strlen($userId),
                    $secret,
                    \strlen($secret),
                    $effectiveTimeInSeconds,
                    $payload,
                    \strlen($payload),
                    null
                );
            }
            if ($result->token === null) {
                $result->token = self::generate($appId, $userId, $secret, $effectiveTimeInSeconds, $payload);
            }
        } catch (Token04Exception $exception) {
            $result->code = $exception->getCode();
            $result->message = self::OFFICIAL_MESSAGES[$result->code] ?? $exception->getMessage();
        }
        return $result;
    }

    /**
     * The slow way: for nulls, values of other types, and the message of an error.
     *
     * @param mixed $appId
     * @param mixed $userId
     * @param mixed $secret
     * @param mixed $effectiveTimeInSeconds
     * @param mixed $payload
     */
    private static function generate(
        $appId,
        $userId,
        #[\SensitiveParameter]
        $secret,
        $effectiveTimeInSeconds,
        $payload
    ): string {
        $library = Library::get();
        $arguments = new Arguments($library);
        // To the official function null is the empty string.
        $userText = $arguments->text($userId ?? '', 'USER_ID');
        $key = $arguments->text($secret ?? '', 'SECRET');
        $payloadText = $arguments->payload($payload);
        $token = $library->token04_generate_lent(
            $arguments->appId(self::integer($appId)),
            $userText,
            \strlen($userText),
            $key,
            \strlen($key),
            $arguments->seconds(self::integer($effectiveTimeInSeconds)),
            $payloadText,
            \strlen($payloadText),
            $arguments->error()
        );
        if ($token === null) {
            throw $arguments->failure();
        }
        return $token;
    }

    /**
     * A decimal string as an integer, as the official function takes it from an .env file; any other value as it is.
     */
    private static function integer(mixed $value): mixed
    {
        return \is_string($value) && (string) (int) $value === $value ? (int) $value : $value;
    }
}
