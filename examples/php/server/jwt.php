<?php

// Checks a JWT signed with HS256. With Composer, firebase/php-jwt can take its place; plain PHP needs no more than this.

declare(strict_types=1);

/** The claims of a JWT, or null where it is not signed with this key by HS256, or its time has passed, or has none. */
function jwtClaims(string $jwt, string $key): ?array
{
    $parts = explode('.', $jwt);
    if (count($parts) !== 3) {
        return null;
    }
    [$header, $claims, $signature] = $parts;
    $expected = hash_hmac('sha256', "{$header}.{$claims}", $key, true);
    if (!hash_equals($expected, base64UrlDecode($signature))) {
        return null;
    }
    $head = json_decode(base64UrlDecode($header), true);
    $body = json_decode(base64UrlDecode($claims), true);
    $good = is_array($head) && is_array($body) && ($head['alg'] ?? null) === 'HS256' && !isset($head['crit']);
    $now = time();
    $ends = $body['exp'] ?? null;
    $begins = $body['nbf'] ?? 0;
    if (!$good || !(is_int($ends) || is_float($ends)) || $ends <= $now || $begins > $now) {
        return null;
    }
    return $body;
}

function base64UrlDecode(string $text): string
{
    return (string) base64_decode(strtr($text, '-_', '+/'), true);
}
