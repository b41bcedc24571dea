<?php

// What a token costs against PHP's own openssl, in one interleaved run: php bench.php AUTOLOAD [--json] [--brief].
// --json prints a line per comparison, --brief only shows that it works. `scripts/bench.sh php` runs it.

declare(strict_types=1);

use Token04\Issuer;
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
 * @return array<string, float> the median nanoseconds of a call
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
    return array_map(static function (array $values): float {
        sort($values);
        return $values[intdiv(count($values), 2)];
    }, $samples);
}

function show(string $case, float $ours, float $theirs): void
{
    $ratio = $theirs / $ours;
    if (!JSON) {
        printf("%-14s %5.0f ns   %.1f times faster than openssl (%.0f ns)\n", $case, $ours, $ratio, $theirs);
        return;
    }
    echo json_encode([
        'case' => $case,
        'against' => 'php openssl',
        'ours_ns' => round($ours, 1),
        'theirs_ns' => round($theirs, 1),
        'ratio' => round($ratio, 3),
    ], JSON_UNESCAPED_SLASHES), "\n";
}

$issuer = new Issuer(APP_ID, SECRET);
$verifier = new Verifier(APP_ID, SECRET);
$theirIssuer = new OpensslIssuer(APP_ID, SECRET);
$theirVerifier = new OpensslVerifier(APP_ID, SECRET);

foreach (PAYLOADS as $name => $payload) {
    $token = $theirIssuer->issue('user1', 3600, $payload);
    $verifier->verify($token);
    $theirVerifier->verify($issuer->issue('user1', 3600, $payload));
    $results = contest([
        'issue' => static function () use ($issuer, $payload): void {
            for ($call = 0; $call < CALLS; $call++) {
                $issuer->issue('user1', 3600, $payload);
            }
        },
        'their issue' => static function () use ($theirIssuer, $payload): void {
            for ($call = 0; $call < CALLS; $call++) {
                $theirIssuer->issue('user1', 3600, $payload);
            }
        },
        'drop-in' => static function () use ($payload): void {
            for ($call = 0; $call < CALLS; $call++) {
                ZegoServerAssistant::generateToken04(APP_ID, 'user1', SECRET, 3600, $payload);
            }
        },
        'verify' => static function () use ($verifier, $token): void {
            for ($call = 0; $call < CALLS; $call++) {
                $verifier->verify($token);
            }
        },
        'their verify' => static function () use ($theirVerifier, $token): void {
            for ($call = 0; $call < CALLS; $call++) {
                $theirVerifier->verify($token);
            }
        },
    ]);
    show("issue/{$name}", $results['issue'], $results['their issue']);
    // It expands the key each time, as openssl does.
    show("drop-in/{$name}", $results['drop-in'], $results['their issue']);
    show("verify/{$name}", $results['verify'], $results['their verify']);
}
