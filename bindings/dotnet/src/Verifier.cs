// The verifier: opens tokens of one app and checks them.
using System;

namespace Token04
{
    /// <summary>Opens tokens of one app and checks them.</summary>
    /// <remarks>It holds the expanded keys and can be shared between threads: make one and keep it. A CBC token has no
    /// authentication: whoever changed single bytes of it may go unnoticed. Rely on the claims of GCM tokens
    /// only.</remarks>
    public sealed unsafe class Verifier : IDisposable
    {
        private readonly VerifierHandle handle;

        /// <summary>Makes a verifier.</summary>
        /// <param name="appId">The AppID, 1 to 4294967295.</param>
        /// <param name="secret">The ServerSecret, 32 bytes of text.</param>
        /// <param name="previousSecret">The secret in use before, whose tokens are accepted too; null for none.</param>
        /// <param name="leeway">How much longer than its expiry a token is accepted, in whole seconds.</param>
        /// <exception cref="Token04Exception">InvalidAppId, InvalidSecret, InvalidArgument.</exception>
        public Verifier(
            long appId, string secret, string previousSecret = null, TimeSpan leeway = default(TimeSpan))
        {
            Native.Load();
            if (leeway.Ticks % TimeSpan.TicksPerSecond != 0)
            {
                throw new Token04Exception(ErrorCode.InvalidArgument, "leeway must be whole seconds");
            }
            long seconds = leeway.Ticks / TimeSpan.TicksPerSecond;
            byte[] key = Utf8.Bytes(secret), previous = Utf8.Bytes(previousSecret);
            var error = new NativeError();
            try
            {
                int status = Native.token04_verifier_new(
                    appId, key, Utf8.Count(key), previous, Utf8.Count(previous), seconds, out handle, ref error);
                Native.Check(status, ref error);
            }
            finally
            {
                Utf8.Wipe(key);
                Utf8.Wipe(previous);
            }
        }

        /// <summary>Opens a token and checks it. Takes a kit token too, and looks at the part before '#'.</summary>
        /// <param name="token">The token.</param>
        /// <param name="userId">The user it must be for; null for any.</param>
        /// <param name="roomId">The room it must allow to log in to; null for none. An identity token allows any.</param>
        /// <param name="streamId">The stream it must be good for; null for none.</param>
        /// <param name="publish">Whether it must allow publishing.</param>
        /// <param name="now">The time to check against, in unix seconds; null for the clock's.</param>
        /// <exception cref="Token04Exception">The first that applies: Malformed, Undecipherable, WrongAppId,
        /// ExpireMismatch, Expired, WrongUserId, NotPermitted. InvalidArgument for null or after Dispose.</exception>
        public Claims Verify(
            string token, string userId = null, string roomId = null, string streamId = null, bool publish = false,
            long? now = null)
        {
            byte[] text = Utf8.Bytes(token);
            byte[] user = Utf8.Bytes(userId), room = Utf8.Bytes(roomId), stream = Utf8.Bytes(streamId);
            fixed (byte* userAt = user, roomAt = room, streamAt = stream)
            {
                var login = new NativeLogin
                {
                    Size = (UIntPtr)(uint)sizeof(NativeLogin),
                    UserId = { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    RoomId = { Data = (IntPtr)roomAt, Length = Utf8.Count(room) },
                    StreamId = { Data = (IntPtr)streamAt, Length = Utf8.Count(stream) },
                    Publish = publish ? 1 : 0,
                    HasNow = now.HasValue ? 1 : 0,
                    Now = now.GetValueOrDefault(),
                };
                return Verify(text, ref login);
            }
        }

        /// <summary>Frees the verifier and wipes its keys. Can be called twice, and while another thread
        /// verifies.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        private Claims Verify(byte[] token, ref NativeLogin login)
        {
            var error = new NativeError();
            IntPtr claims;
            using (var verifier = new InUse(handle, "verifier"))
            {
                int status = Native.token04_verifier_verify(
                    verifier.Pointer, token, Utf8.Count(token), ref login, out claims, ref error);
                Native.Check(status, ref error);
            }
            try
            {
                return Claims.Read(claims);
            }
            finally
            {
                Native.token04_claims_free(claims);
            }
        }
    }
}
