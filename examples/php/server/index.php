<?php

// A token service in plain PHP: the user shows the app's own JWT and gets a token for ZEGO's SDK. Under PHP-FPM, pass
// /v1/token to this file. For a first try:
//
//     export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef JWT_KEY=…   # at least 32 bytes
//     TOKEN04_AUTOLOAD=/path/to/token04/bindings/php/autoload.php php -d ffi.enable=true -S 127.0.0.1:3000 index.php

declare(strict_types=1);

use Token04\Issuer;
use Token04\Profile;
use Token04\RoomPrivilege;
use Token04\Token04Exception;

use function Token04\inspect;

require getenv('TOKEN04_AUTOLOAD') ?: __DIR__ . '/vendor/autoload.php';
require __DIR__ . '/jwt.php';

// The policy.
const DEFAULT_TTL = 24 * 3600;
const MAX_TTL = 7 * 24 * 3600;
const LONGEST_BODY = 64 * 1024;

/** Whether a user may publish in a room. Put your own rules here. */
function mayPublish(string $userId, string $roomId): bool
{
    return $roomId !== 'announcements';
}

/** A refusal, answered as in RFC 9457, with the error code that all token04 libraries share. */
class Problem extends Exception
{
    public function __construct(public readonly int $status, int $code, string $detail)
    {
        parent::__construct($detail, $code);
    }
}

/** The user id in the JWT: nobody can ask for somebody else. */
function caller(): string
{
    [$scheme, $jwt] = explode(' ', ($_SERVER['HTTP_AUTHORIZATION'] ?? '') . ' ', 3);
    $key = (string) getenv('JWT_KEY');
    $claims = strcasecmp($scheme, 'Bearer') === 0 && $key !== '' ? jwtClaims($jwt, $key) : null;
    if (!is_string($claims['sub'] ?? null) || $claims['sub'] === '') {
        throw new Problem(401, 901, 'send Authorization: Bearer and a good JWT with sub and exp');
    }
    return $claims['sub'];
}

/** What is asked for, or a refusal where it is not of the form. */
function asked(): array
{
    $body = (string) file_get_contents('php://input', false, null, 0, LONGEST_BODY + 1);
    if (strlen($body) > LONGEST_BODY) {
        throw new Problem(413, 901, 'the body must be at most ' . LONGEST_BODY . ' bytes');
    }
    $asked = $body === '' ? new stdClass() : json_decode($body);
    if (!$asked instanceof stdClass || array_diff(array_keys((array) $asked), ['user_id', 'ttl', 'room'])) {
        throw new Problem(400, 901, 'the body must be a JSON object of user_id, ttl and room, or fewer');
    }
    $ttl = $asked->ttl ?? DEFAULT_TTL;
    $room = $asked->room ?? null;
    if (!is_string($asked->user_id ?? '')) {
        throw new Problem(400, 3, 'user_id must be a string');
    }
    if (!is_int($ttl) || $ttl < 1) {
        throw new Problem(400, 6, 'ttl must be whole seconds, at least 1');
    }
    if ($room !== null && !isRoom($room)) {
        throw new Problem(400, 102, 'room must be an object of room_id, login, publish and streams, or fewer');
    }
    return [$asked->user_id ?? null, $ttl, $room];
}

function isRoom(mixed $room): bool
{
    return $room instanceof stdClass
        && !array_diff(array_keys((array) $room), ['room_id', 'login', 'publish', 'streams'])
        && is_string($room->room_id ?? null)
        && is_bool($room->login ?? true)
        && is_bool($room->publish ?? false)
        && is_array($room->streams ?? []);
}

function make(string $userId, int $ttl, ?stdClass $room): string
{
    $issuer = new Issuer((int) getenv('ZEGO_APP_ID'), (string) getenv('ZEGO_SERVER_SECRET'), profile: Profile::Rtc);
    if ($room === null) {
        return $issuer->issue($userId, $ttl);
    }
    $publish = $room->publish ?? false;
    if ($publish && !mayPublish($userId, $room->room_id)) {
        throw new Problem(403, 208, 'publishing is not granted');
    }
    $privilege = new RoomPrivilege($room->room_id, $room->login ?? true, $publish, $room->streams ?? null);
    return $issuer->issueRoom($userId, $ttl, $privilege);
}

function answer(): array
{
    if (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) !== '/v1/token' || $_SERVER['REQUEST_METHOD'] !== 'POST') {
        throw new Problem(404, 901, 'POST /v1/token');
    }
    $caller = caller();
    [$userId, $ttl, $room] = asked();
    if ($userId !== null && $userId !== $caller) {
        throw new Problem(403, 206, 'user_id is another than that of the JWT');
    }
    if ($ttl > MAX_TTL) {
        throw new Problem(403, 6, 'ttl must be at most ' . MAX_TTL . ' seconds');
    }
    $token = make($caller, $ttl, $room);
    $ends = inspect($token)->expire;
    // The SDK warns 30 s before the end; the client is to be earlier.
    return ['token' => $token, 'expires_at' => $ends, 'renew_at' => $ends - min(max(intdiv($ttl, 10), 40), 3600)];
}

ini_set('display_errors', '0');
header('Content-Type: application/problem+json');
header('Cache-Control: no-store');
try {
    $body = answer();
    header('Content-Type: application/json');
} catch (Problem | Token04Exception $refused) {
    $status = $refused instanceof Problem ? $refused->status : 400;
    http_response_code($status);
    if ($status === 401) {
        header('WWW-Authenticate: Bearer');
    }
    $body = ['type' => 'about:blank', 'status' => $status, 'code' => $refused->getCode(), 'detail' => $refused->getMessage()];
} catch (Throwable $failure) {
    error_log((string) $failure);
    http_response_code(500);
    $body = ['type' => 'about:blank', 'status' => 500, 'code' => 903, 'detail' => 'internal error'];
}
echo json_encode($body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE);
