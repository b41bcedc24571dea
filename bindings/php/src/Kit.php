<?php

// Kit tokens, for UIKit for the web: a token, '#', and the room and the user in base64.

declare(strict_types=1);

namespace Token04;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;
use Token04\Internal\Memory;

/**
 * Kit tokens from tokens, and back. Issuer::kitToken() makes one in one call.
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
     * Appends room and user to a token, under the limits of the profile 'kit'.
     *
     * @param string $token
     * @throws Token04Exception 201 if the token is not a Token04 or already a kit token; 1, 3 or 102 for what the kit
     *     would refuse; 901 for a null
     */
    public static function encode(mixed $token, KitUser $user): string
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $text = $arguments->text($token, 'TOKEN');
        $userId = $arguments->text($user->userId, 'USER_ID');
        $roomId = $arguments->text($user->roomId, 'ROOM_ID');
        $userName = $arguments->optionalText($user->userName, 'USER_NAME');
        $string = $library->new('char *');
        $status = $library->token04_kit_encode(
            $text,
            \strlen($text ?? ''),
            $arguments->appId($user->appId),
            $userId,
            \strlen($userId ?? ''),
            $roomId,
            \strlen($roomId ?? ''),
            $userName,
            \strlen($userName ?? ''),
            FFI::addr($string),
            null,
            $arguments->error()
        );
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        return Memory::take($library, $string);
    }

    /**
     * Splits a kit token into the token and what follows it.
     *
     * @param string $kitToken
     * @return array{string, KitUser}
     * @throws Token04Exception 201 if either part is not as the kit reads it, 901 if it is not a string
     */
    public static function decode(mixed $kitToken): array
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $text = $arguments->text($kitToken, 'TOKEN');
        $place = $library->new('token04_kit_user *');
        $status = $library->token04_kit_decode($text, \strlen($text ?? ''), FFI::addr($place), $arguments->error());
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
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
