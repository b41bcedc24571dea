<?php

// What follows the '#' of a kit token.

declare(strict_types=1);

namespace Token04;

/** The room to join and the user who joins it: for Kit::encode(), which checks them, and from Kit::decode(). */
final class KitUser
{
    /**
     * @param int $appId the app; the same as in the token
     * @param string $userId the user; the same as in the token
     * @param string $roomId the room to join
     * @param string|null $userName the name that others see; null for the user id
     */
    public function __construct(
        public readonly mixed $appId,
        public readonly mixed $userId,
        public readonly mixed $roomId,
        public readonly mixed $userName = null,
    ) {
    }
}
