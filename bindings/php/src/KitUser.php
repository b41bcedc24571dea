<?php

// What stands behind the '#' of a kit token.

declare(strict_types=1);

namespace Token04;

/** The room to join and the user who joins it: for Kit::encode(), which looks at them, and from Kit::decode(). */
final class KitUser
{
    /** @var int the app; the same as in the token */
    public $appId;

    /** @var string the user; the same as in the token */
    public $userId;

    /** @var string the room to join */
    public $roomId;

    /** @var string|null the name that others see; null for the user id */
    public $userName;

    /**
     * @param int $appId the app; the same as in the token
     * @param string $userId the user; the same as in the token
     * @param string $roomId the room to join
     * @param string|null $userName the name that others see; null for the user id
     */
    public function __construct($appId, $userId, $roomId, $userName = null)
    {
        $this->appId = $appId;
        $this->userId = $userId;
        $this->roomId = $roomId;
        $this->userName = $userName;
    }
}
