// What can be read of a token without the secret.
namespace Token04
{
    /// <summary>What a token shows to everybody. Nothing of it is proven: only a verifier can tell whether the token is
    /// genuine.</summary>
    public sealed class Header
    {
        private Header(NativeHeader header)
        {
            ExpiresAt = header.ExpiresAt;
            Mode = (Mode)header.Mode;
            Expired = header.Expired == 1;
            IvBytes = (int)header.IvBytes;
            CiphertextBytes = (int)header.CiphertextBytes;
        }

        /// <summary>The version of the format.</summary>
        public string Version => "04";

        /// <summary>How the body is encrypted.</summary>
        public Mode Mode { get; }

        /// <summary>When the token ends, in unix seconds, as its envelope says.</summary>
        public long ExpiresAt { get; }

        /// <summary>Whether the token has ended.</summary>
        public bool Expired { get; }

        /// <summary>The length of the initialisation vector, in bytes.</summary>
        public int IvBytes { get; }

        /// <summary>The length of the ciphertext, in bytes.</summary>
        public int CiphertextBytes { get; }

        /// <summary>Reads what needs no secret. Takes a kit token too, and looks at the part before '#'.</summary>
        /// <param name="token">The token.</param>
        /// <param name="now">The time for <see cref="Expired"/>, in unix seconds; null for the clock's.</param>
        /// <exception cref="Token04Exception">Malformed, InvalidArgument.</exception>
        public static Header Inspect(string token, long? now = null)
        {
            Native.Load();
            byte[] text = Utf8.Bytes(token);
            var error = new NativeError();
            int status = Native.token04_inspect(
                text, Utf8.Count(text), now.HasValue ? 1 : 0, now.GetValueOrDefault(), out NativeHeader header, ref error);
            Native.Check(status, ref error);
            return new Header(header);
        }
    }
}
