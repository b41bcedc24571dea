// How the body of a token is encrypted.
namespace Token04
{
    /// <summary>How the body of a token is encrypted. Readers never ask for it: the token says.</summary>
    public enum Mode
    {
        /// <summary>AES-256-CBC, which every official reader takes. It cannot prove that nobody changed the
        /// token.</summary>
        Cbc = 0,
        /// <summary>AES-256-GCM, which detects any change. Good for 2^32 tokens per secret.</summary>
        Gcm = 1,
    }
}
