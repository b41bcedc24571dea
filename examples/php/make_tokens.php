<?php

// What an app's server does with tokens: makes them, checks them, and reports what is wrong. See bindings/php/README.md
// for the installation, and set the autoload file here:
//
//     TOKEN04_AUTOLOAD=vendor/autoload.php ZEGO_APP_ID=1234567890 \
//         ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef php make_tokens.php

declare(strict_types=1);

use Token04\ErrorCode;
use Token04\Issuer;
use Token04\Kit;
use Token04\Profile;
use Token04\RoomPrivilege;
use Token04\Token04Exception;
use Token04\Verifier;

use function Token04\inspect;

require getenv('TOKEN04_AUTOLOAD') ?: __DIR__ . '/vendor/autoload.php';

const DAY = 24 * 3600;

$appId = (int) getenv('ZEGO_APP_ID');
$secret = getenv('ZEGO_SERVER_SECRET');
if (!$appId || !$secret) {
    exit("set ZEGO_APP_ID and ZEGO_SERVER_SECRET: they are in the ZEGO console\n");
}

// Made once, and kept for the life of the process or the request.
$issuer = new Issuer($appId, $secret, profile: Profile::Rtc);
$verifier = new Verifier($appId, $secret);

// Who the user is, your own login has decided before.
$userId = 'user1';

$identity = $issuer->issue($userId, DAY);
echo "for any room:          {$identity}\n";

$privilege = $issuer->issueRoom($userId, DAY, new RoomPrivilege('room1', publish: true, streams: ['camera1']));
echo "for room1 only:        {$privilege}\n";

$kitToken = $issuer->kitToken($userId, DAY, 'room1', 'Alice');
echo "for UIKit for the web: {$kitToken}\n";

// Guards a room: without requirePrivilege an identity token would pass, because it allows every room.
$claims = $verifier->verify($privilege, $userId, 'room1', 'camera1', publish: true, requirePrivilege: true);
echo "it is valid for:       {$claims->privilege->roomId}\n";
echo 'the kit will show:     ', Kit::decode($kitToken)[1]->userName, "\n";

// Each failure is a Token04Exception, with a code of its own.
try {
    $verifier->verify($identity, now: inspect($identity)->expire + 60);
} catch (Token04Exception $exception) {
    if ($exception->getCode() !== ErrorCode::EXPIRED) {
        throw $exception;
    }
    echo "in a day:              {$exception->getCode()} {$exception->getMessage()}\n";
}
try {
    $verifier->verify($identity, $userId, 'room1', requirePrivilege: true);
} catch (Token04Exception $exception) {
    echo "as a key to room1:    {$exception->getCode()} {$exception->getMessage()}\n";
}
try {
    $issuer->issue('not an id for Express', DAY);
} catch (Token04Exception $exception) {
    echo "a bad user id:         {$exception->getCode()} {$exception->getMessage()}\n";
}
