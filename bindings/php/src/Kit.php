<?php

// Kit tokens, which UIKit for the web takes: a token, '#', and the room and the user in base64.

declare(strict_types=1);

namespace Token04;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/**
 * Kit tokens from tokens, and back. Issuer::kitToken() makes one at once.
 *
 *     $kitToken = Kit::encode($token, new KitUser(1234567890, 'user1', 'room1', 'Alice'));
 *     [$token, $user] = Kit::decode($kitToken);
 */
final class Kit
{
    private function __construct()
    {
    }

    /**
     * Puts room and user behind a token, under the limits of the profile 'kit'.
     *
     * @param string $token
     * @param KitUser $user
     * @throws Token04Exception 201 where the token is none, or a kit token already; 1, 3 or 102 for what the kit would
     *     refuse; 901 for a null
     */
    public static function encode($token, $user): string
    {
        $user = Arguments::instance($user, KitUser::class, 'user');
        $library = Library::get();
        $arguments = new Arguments($library);
        $text = $arguments->text($token, 'token');
        $userId = $arguments->text($user->userId, 'user_id');
        $roomId = $arguments->text($user->roomId, 'room_id');
        $userName = $arguments->optionalText($user->userName, 'user_name');
        $string = $library->new('char *');
        $error = Library::error($library);
        $status = $library->token04_kit_encode(
            $text,
            \strlen($text),
            $arguments->appId($user->appId),
            $userId,
            \strlen($userId),
            $roomId,
            \strlen($roomId),
            $userName,
            \strlen($userName ?? ''),
            FFI::addr($string),
            null,
            FFI::addr($error)
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        return Memory::take($library, $string);
    }

    /**
     * Splits a kit token into the token and what stands behind it.
     *
     * @param string $kitToken
     * @return array{string, KitUser}
     * @throws Token04Exception 201 where either part is not as the kit reads it, 901 where it is no string
     */
    public static function decode($kitToken): array
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $text = $arguments->text($kitToken, 'token');
        $place = $library->new('token04_kit_user *');
        $error = Library::error($library);
        $status = $library->token04_kit_decode($text, \strlen($text), FFI::addr($place), FFI::addr($error));
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        $read = $place[0];
        $token = Memory::read($library, $read->token);
        $user = new KitUser(
            $read->app_id,
            Memory::read($library, $read->user_id),
            Memory::read($library, $read->room_id),
            Memory::read($library, $read->user_name)
        );
        $library->token04_kit_user_free($place);
        return [$token, $user];
    }
}
