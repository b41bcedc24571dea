// The product a token is for.
namespace Token04
{
    /// <summary>The product a token is for. With one, what that product would refuse becomes an error when
    /// issuing.</summary>
    public enum Profile
    {
        /// <summary>Only what would make a broken token is refused.</summary>
        None = 0,
        /// <summary>Express: user id 1 to 64 bytes, room id 1 to 128 bytes, payload JSON or empty.</summary>
        Rtc = 1,
        /// <summary>In-app chat: user id 1 to 32 bytes, validity 30 s to 24 days, no payload.</summary>
        Zim = 2,
        /// <summary>UIKit for the web: as Rtc, with the validity of Zim.</summary>
        Kit = 3,
    }
}
