<?php

// The function diagnose. No autoloader finds a function, so this file is loaded at once.

declare(strict_types=1);

namespace Token04;

use DateTimeInterface;
use FFI;
use SensitiveParameter;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

// If PHP has preloaded it, Composer includes this file a second time.
if (!\function_exists('Token04\diagnose')) {
    /**
     * Explains why a token is refused, and how to fix it. It accepts any text, and detects common mistakes in
     * hand-written generators. Only the token is required; more information allows more checks.
     *
     *     foreach (diagnose($token, getenv('ZEGO_SERVER_SECRET'), 1234567890, 'user1')->findings as $finding) {
     *         echo "{$finding->severity->value}: {$finding->message}\n  {$finding->fix}\n";
     *     }
     *
     * @param string $token any text that is meant as a token
     * @param string|null $secret the secret that it should have been made with, of any length
     * @param int|null $appId the app that the client uses
     * @param string|null $userId the user who logs in
     * @param string|null $roomId the room that the user logs in to
     * @param string|null $streamId the stream to publish or play
     * @param bool $publish whether the user wants to publish
     * @param Profile|string|null $profile the product that the token is for
     * @param Language|string $lang the language of messages and fixes
     * @param DateTimeInterface|int|null $now the time to check against, an int in unix seconds; null for that of the
     *     clock
     * @param int|null $code the error code that the client reported, whose causes come first in the report
     * @throws Token04Exception 901 if the token is not a string; 1, 3, 5, 102 or 901 for another invalid argument;
     *     903 if the native library cannot be loaded
     */
    function diagnose(
        mixed $token,
        #[SensitiveParameter]
        mixed $secret = null,
        mixed $appId = null,
        mixed $userId = null,
        mixed $roomId = null,
        mixed $streamId = null,
        mixed $publish = false,
        Profile|string|null $profile = null,
        Language|string $lang = Language::En,
        mixed $now = null,
        ?int $code = null
    ): Report {
        $library = Library::get();
        $arguments = new Arguments($library);
        $memory = new Memory($library);
        $question = $library->new('token04_question');
        $question->size = FFI::sizeof($question);
        $memory->number($question, 'app_id', $appId === null ? null : $arguments->appId($appId));
        $memory->number($question, 'code', $code);
        $memory->write($question->secret, $arguments->optionalText($secret, 'SECRET'));
        $memory->write($question->user_id, $arguments->optionalText($userId, 'USER_ID'));
        $memory->write($question->room_id, $arguments->optionalText($roomId, 'ROOM_ID'));
        $memory->write($question->stream_id, $arguments->optionalText($streamId, 'STREAM_ID'));
        $time = $arguments->now($now);
        if ($time !== null) {
            $question->now = FFI::addr($time[0]);
        }
        $question->publish = $arguments->flag($publish, 'PUBLISH');
        $question->profile = $arguments->profile($profile);
        $question->language = $arguments->language($lang);
        $text = $arguments->bytes($token);
        if ($arguments->refuses()) {
            // Also for a time, which has no invalid value in C.
            $question->publish = -1;
        }
        $place = $library->new('token04_report *');
        $status = $library->token04_diagnose(
            $text,
            \strlen($text ?? ''),
            FFI::addr($question),
            FFI::addr($place),
            $arguments->error()
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        $report = Report::read($library, $place[0]);
        $library->token04_report_free($place);
        return $report;
    }
}
