<?php

// What a token costs against PHP's own openssl, in one interleaved run: php bench.php AUTOLOAD [--json] [--brief].
// --json prints a line per comparison, --brief only shows that it works. `scripts/bench.sh php` runs it.

declare(strict_types=1);

use Token04\Issuer;
use Token04\Profile;
use Token04\RoomPrivilege;
use Token04\Verifier;
use ZEGO\ZegoServerAssistant;

require $argv[1];
require __DIR__ . '/openssl.php';

const APP_ID = 1234567890;
const SECRET = '0123456789abcdef0123456789ABCDEF';
const PAYLOADS = [
    'plain' => '',
    'room' => '{"room_id":"room1","privilege":{"1":1,"2":0},"stream_id_list":["s1","s2"]}',
];

define('JSON', in_array('--json', $argv, true));
define('ROUNDS', in_array('--brief', $argv, true) ? 3 : 401);
define('CALLS', in_array('--brief', $argv, true) ? 50 : 500);

/**
 * Runs each contestant in turn, round after round.
 *
 * @param array<string, callable(): void> $contestants each makes CALLS calls
 * @return array<string, array{float, float}> the nanoseconds of a call: the median, and the minimum
 */
function contest(array $contestants): array
{
    $samples = [];
    for ($round = 0; $round < ROUNDS; $round++) {
        foreach ($contestants as $name => $contestant) {
            $start = hrtime(true);
            $contestant();
            $samples[$name][] = (hrtime(true) - $start) / CALLS;
        }
    }
    return array_map(static function (array $values): array {
        sort($values);
        return [$values[intdiv(count($values), 2)], $values[0]];
    }, $samples);
}

/**
 * @param array{float, float} $ours
 * @param array{float, float} $theirs
 */
function show(string $case, array $ours, array $theirs): void
{
    $ratio = $theirs[0] / $ours[0];
    if (!JSON) {
        $line = "%-19s %5.0f ns (least %5.0f)   %.1f times faster than openssl: %5.0f ns (least %5.0f)\n";
        printf($line, $case, ...$ours, ...[$ratio, ...$theirs]);
        return;
    }
    echo json_encode([
        'case' => $case,
        'against' => 'php openssl',
        'ours_ns' => round($ours[0], 1),
        'theirs_ns' => round($theirs[0], 1),
        'ratio' => round($ratio, 3),
        'ours_min_ns' => round($ours[1], 1),
        'theirs_min_ns' => round($theirs[1], 1),
    ], JSON_UNESCAPED_SLASHES), "\n";
}

/** A contestant: a call, CALLS times. */
function repeated(callable $call): callable
{
    return static function () use ($call): void {
        for ($index = 0; $index < CALLS; $index++) {
            $call();
        }
    };
}

$issuer = new Issuer(APP_ID, SECRET);
$rtcIssuer = new Issuer(APP_ID, SECRET, profile: Profile::Rtc);
$verifier = new Verifier(APP_ID, SECRET);
$theirIssuer = new OpensslIssuer(APP_ID, SECRET);
$theirVerifier = new OpensslVerifier(APP_ID, SECRET);

foreach (PAYLOADS as $name => $payload) {
    $token = $theirIssuer->issue('user1', 3600, $payload);
    $verifier->verify($token);
    $theirVerifier->verify($issuer->issue('user1', 3600, $payload));
    $results = contest([
        'issue' => repeated(static fn () => $issuer->issue('user1', 3600, $payload)),
        'their issue' => repeated(static fn () => $theirIssuer->issue('user1', 3600, $payload)),
        'drop-in' => repeated(
            static fn () => ZegoServerAssistant::generateToken04(APP_ID, 'user1', SECRET, 3600, $payload)
        ),
        'verify' => repeated(static fn () => $verifier->verify($token)),
        'their verify' => repeated(static fn () => $theirVerifier->verify($token)),
    ]);
    show("issue/{$name}", $results['issue'], $results['their issue']);
    // It expands the key each time, as openssl does.
    show("drop-in/{$name}", $results['drop-in'], $results['their issue']);
    show("verify/{$name}", $results['verify'], $results['their verify']);
}

// The privilege is made for each token, as a server does. The rival writes the same payload by hand.
$room = static fn () => new RoomPrivilege('room1', streams: ['s1', 's2']);
$results = contest([
    'issueRoom' => repeated(static fn () => $issuer->issueRoom('user1', 3600, $room())),
    'rtc' => repeated(static fn () => $rtcIssuer->issueRoom('user1', 3600, $room())),
    'theirs' => repeated(static fn () => $theirIssuer->issueRoom('user1', 3600, 'room1', ['s1', 's2'])),
]);
show('issue-room', $results['issueRoom'], $results['theirs']);
show('issue-room/rtc', $results['rtc'], $results['theirs']);
