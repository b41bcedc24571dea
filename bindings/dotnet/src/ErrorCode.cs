// The numbered reasons of a failure.
namespace Token04
{
    /// <summary>Why a call failed. The numbers are the same in every language, never change and are never
    /// reused; 0 is success and stands nowhere here.</summary>
    public enum ErrorCode
    {
        /// <summary>The app id is not 1 to 4294967295.</summary>
        InvalidAppId = 1,
        /// <summary>The user id is empty, has a lone surrogate, or is outside the profile.</summary>
        InvalidUserId = 3,
        /// <summary>The secret is not 32 bytes as UTF-8.</summary>
        InvalidSecret = 5,
        /// <summary>The time to live is zero, negative, not whole seconds, outside the profile, or the expiry
        /// does not fit.</summary>
        InvalidTtl = 6,
        /// <summary>The body of the token would be longer than 65 519 bytes.</summary>
        TooLong = 101,
        /// <summary>A room id or a stream id is missing or outside the limits.</summary>
        InvalidRoom = 102,
        /// <summary>The operating system gave no random bytes.</summary>
        RandomUnavailable = 103,
        /// <summary>The payload has a lone surrogate or is outside the profile.</summary>
        InvalidPayload = 104,
        /// <summary>The text is not a Token04.</summary>
        Malformed = 201,
        /// <summary>Wrong secret, damaged, or no Token04 body inside: one code for all, so that it tells an
        /// attacker nothing.</summary>
        Undecipherable = 202,
        /// <summary>The token's validity has ended.</summary>
        Expired = 204,
        /// <summary>The token was made for another app id.</summary>
        WrongAppId = 205,
        /// <summary>The token was made for another user id.</summary>
        WrongUserId = 206,
        /// <summary>The envelope and the body name different expiry times.</summary>
        ExpireMismatch = 207,
        /// <summary>The token does not permit the room, the stream or the right that is expected.</summary>
        NotPermitted = 208,
        /// <summary>An argument is of no use: a null, a negative leeway, a disposed issuer.</summary>
        InvalidArgument = 901,
        /// <summary>A buffer was too small; this package never lets it happen.</summary>
        BufferTooSmall = 902,
        /// <summary>A defect of the library, caught at its boundary.</summary>
        Internal = 903,
    }
}
