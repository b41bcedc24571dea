// What can be read from a token without the secret.
using System;
using System.Collections.Generic;

namespace Token04
{
    /// <summary>What a token reveals without the secret. None of it is verified: only a verifier can tell whether the
    /// token is genuine.</summary>
    public sealed unsafe class Header
    {
        private Header(NativeHeader header)
        {
            Expire = header.ExpiresAt;
            Mode = (Mode)header.Mode;
            Expired = header.Expired == 1;
            IvBytes = (int)header.IvBytes;
            CiphertextBytes = (int)header.CiphertextBytes;
        }

        /// <summary>The version of the format.</summary>
        public string Version => "04";

        /// <summary>How the body is encrypted.</summary>
        public Mode Mode { get; }

        /// <summary>When the token expires, in unix seconds, according to its envelope.</summary>
        public long Expire { get; }

        /// <summary>When the token expires, according to its envelope.</summary>
        public DateTimeOffset ExpiresAt => Times.FromUnixSeconds(Expire);

        /// <summary>Whether the token has expired.</summary>
        public bool Expired { get; }

        /// <summary>The length of the initialisation vector, in bytes.</summary>
        public int IvBytes { get; }

        /// <summary>The length of the ciphertext, in bytes.</summary>
        public int CiphertextBytes { get; }

        /// <summary>The header by its names in JSON, as `token04 inspect --json` prints it, for any serializer.</summary>
        public IDictionary<string, object> ToDictionary()
        {
            return new Dictionary<string, object>
            {
                ["version"] = Version, ["mode"] = Mode == Mode.Gcm ? "gcm" : "cbc", ["expires_at"] = Expire,
                ["expired"] = Expired, ["iv_bytes"] = IvBytes, ["ciphertext_bytes"] = CiphertextBytes,
            };
        }

        /// <summary>Reads what needs no secret. It also accepts a kit token and reads the part before the '#'.</summary>
        /// <param name="token">The token.</param>
        /// <param name="now">The time for <see cref="Expired"/>; null for that of the clock.</param>
        /// <exception cref="Token04Exception">Malformed, InvalidArgument.</exception>
        public static Header Inspect(string token, DateTimeOffset? now = null)
        {
            Native.Load();
            byte[] text = Utf8.Bytes(token);
            long time = Times.UnixSeconds(now);
            var header = new NativeHeader { Size = (UIntPtr)(uint)sizeof(NativeHeader) };
            NativeError error;
            NativeError.Prepare(&error);
            int status = Native.token04_inspect(
                text, Utf8.Count(text), now == null ? null : &time, &header, &error);
            Native.Check(status, &error);
            return new Header(header);
        }
    }
}
