<?php

// The function diagnose. No autoloader finds a function, so this file is loaded at once.

declare(strict_types=1);

namespace Token04;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

// Where PHP has it preloaded, Composer includes this file a second time.
if (!\function_exists('Token04\diagnose')) {
    /**
     * Explains why a token is refused and how to fix it. It accepts any text, and detects common mistakes in
     * hand-written generators. All but the token is optional; more information allows more checks.
     *
     *     foreach (diagnose($token, getenv('ZEGO_SERVER_SECRET'), 1234567890, 'user1')->findings as $finding) {
     *         echo "{$finding->severity}: {$finding->message}\n  {$finding->fix}\n";
     *     }
     *
     * @param string $token any text that is meant as a token
     * @param string|null $secret the secret it should have been made with, of any length
     * @param int|null $appId the app that the client uses
     * @param string|null $userId the user who logs in
     * @param string|null $roomId the room that the user logs in to
     * @param string|null $streamId the stream to publish or play
     * @param bool $publish whether the user wants to publish
     * @param string|null $profile the product that the token is for: 'rtc', 'zim', 'kit' or 'call'
     * @param string $lang the language of messages and fixes: 'en' or 'zh'
     * @param int|\DateTimeInterface|null $now the time to check against; null for the clock's
     * @param int|null $code the error code that the client reported, whose causes come first
     * @throws Token04Exception 901 for a token that is not a string; 1, 3, 5, 102 or 901 for another invalid argument;
     *     903 if the native library cannot be loaded
     */
    function diagnose(
        $token,
        #[\SensitiveParameter]
        $secret = null,
        $appId = null,
        $userId = null,
        $roomId = null,
        $streamId = null,
        $publish = false,
        $profile = null,
        $lang = 'en',
        $now = null,
        ?int $code = null
    ): Report {
        $library = Library::get();
        $arguments = new Arguments($library);
        $memory = new Memory($library);
        $question = $library->new('token04_question');
        $question->size = FFI::sizeof($question);
        $app = $library->new('int64_t');
        $app->cdata = $appId === null ? 0 : $arguments->appId($appId);
        $question->app_id = $appId === null ? null : FFI::addr($app);
        $time = $arguments->now($now);
        $question->now = $time === null ? null : FFI::addr($time);
        $reported = $library->new('int64_t');
        $reported->cdata = $code ?? 0;
        $question->code = $code === null ? null : FFI::addr($reported);
        $memory->write($question->secret, $arguments->optionalText($secret, 'secret'));
        $memory->write($question->user_id, $arguments->optionalText($userId, 'user_id'));
        $memory->write($question->room_id, $arguments->optionalText($roomId, 'room_id'));
        $memory->write($question->stream_id, $arguments->optionalText($streamId, 'stream id'));
        $question->publish = $arguments->flag($publish, 'PUBLISH');
        $question->profile = $arguments->profile($profile);
        $question->language = $arguments->language($lang);
        $text = $arguments->bytes($token, 'token');
        if ($arguments->isInvalid()) {
            // So that the call refuses it.
            $question->publish = -1;
        }
        $place = $library->new('token04_report *');
        $error = Library::error($library);
        $status = $library->token04_diagnose(
            $text,
            \strlen($text ?? ''),
            FFI::addr($question),
            FFI::addr($place),
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        $report = Report::read($library, $place[0]);
        $library->token04_report_free($place);
        return $report;
    }
}
