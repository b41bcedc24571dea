<?php

// Code written for ZEGO's own ZegoServerAssistant: all that changed is which file is required.
//
//     TOKEN04_AUTOLOAD=vendor/autoload.php ZEGO_APP_ID=1234567890 \
//         ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef php moving_over.php

use ZEGO\ZegoAssistantToken;
use ZEGO\ZegoErrorCodes;
use ZEGO\ZegoServerAssistant;

require_once getenv('TOKEN04_AUTOLOAD') ?: __DIR__ . '/vendor/autoload.php';

const REASONS = [
    ZegoErrorCodes::appIDInvalid => 'the AppID is a whole number, not 0',
    ZegoErrorCodes::userIDInvalid => 'the user id is a string, not empty',
    ZegoErrorCodes::secretInvalid => 'the ServerSecret has 32 characters',
    ZegoErrorCodes::effectiveTimeInSecondsInvalid => 'the validity is a whole number of seconds',
];

/** A privilege token for one room, as the official function makes it. */
function tokenFor(string $userId): ZegoAssistantToken
{
    $payload = json_encode([
        'room_id' => 'room1',
        'privilege' => [
            1 => 1, // log in to the room
            2 => 1, // publish a stream
        ],
        'stream_id_list' => null,
    ]);
    return ZegoServerAssistant::generateToken04(
        getenv('ZEGO_APP_ID'),
        $userId,
        getenv('ZEGO_SERVER_SECRET'),
        3600,
        $payload
    );
}

if (!getenv('ZEGO_APP_ID') || !getenv('ZEGO_SERVER_SECRET')) {
    exit("set ZEGO_APP_ID and ZEGO_SERVER_SECRET: they are in the ZEGO console\n");
}
foreach (['user1', ''] as $userId) {
    $result = tokenFor($userId);
    if ($result->code === ZegoErrorCodes::success) {
        echo "{$result->token}\n";
    } else {
        echo "{$result->code} {$result->message}: ", REASONS[$result->code] ?? 'see the README', "\n";
    }
}
