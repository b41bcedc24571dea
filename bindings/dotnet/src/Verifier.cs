// The verifier: opens tokens of one app and checks them.
using System;

namespace Token04
{
    /// <summary>Opens tokens of one app and checks them.</summary>
    /// <remarks>It holds the expanded keys and can be shared between threads: make one and keep it. CBC tokens are not
    /// authenticated: single bytes may have been changed without detection. Rely on the claims of a CBC
    /// token only if it came straight from you.</remarks>
    public sealed unsafe class Verifier : IDisposable
    {
        private readonly VerifierHandle handle;

        /// <summary>Makes a verifier.</summary>
        /// <param name="appId">The AppID, 1 to 4294967295.</param>
        /// <param name="secret">The ServerSecret, 32 bytes of text.</param>
        /// <param name="previousSecret">The secret in use before, whose tokens are accepted too; null for none.</param>
        /// <param name="leeway">For how long after its expiry a token is accepted, in whole seconds.</param>
        /// <exception cref="Token04Exception">InvalidAppId, InvalidSecret, InvalidArgument.</exception>
        public Verifier(
            long appId, string secret, string previousSecret = null, TimeSpan leeway = default(TimeSpan))
        {
            Native.Load();
            AppId = appId;
            NativeError error;
            NativeError.Prepare(&error);
            using (var key = new SecretText(secret))
            using (var previous = new SecretText(previousSecret))
            {
                var options = new NativeVerifierOptions
                {
                    Size = (UIntPtr)(uint)sizeof(NativeVerifierOptions),
                    PreviousSecret = previous.Text,
                    Leeway = Times.Seconds(leeway),
                    LeewayNanoseconds = Times.Nanoseconds(leeway),
                };
                int status = Native.token04_verifier_new(
                    appId, key.Text.Data, key.Text.Length, &options, out handle, &error);
                Native.Check(status, &error);
            }
        }

        /// <summary>The AppID.</summary>
        public long AppId { get; }

        /// <summary>Opens a token and checks it. It also accepts a kit token and reads the part before the '#'.</summary>
        /// <remarks>An identity token satisfies every expected room, stream and right, because the format means it so: where
        /// rooms are guarded by privilege tokens, set requirePrivilege.</remarks>
        /// <param name="token">The token.</param>
        /// <param name="userId">The user the token must be for; null for any.</param>
        /// <param name="roomId">The room the token must allow to log in to; null for none.</param>
        /// <param name="streamId">The stream the token must allow; null for none.</param>
        /// <param name="publish">Whether the token must allow publishing.</param>
        /// <param name="requirePrivilege">Whether an identity token is refused.</param>
        /// <param name="now">The time to check against; null for that of the clock.</param>
        /// <exception cref="Token04Exception">The first that applies: Malformed, Undecipherable, WrongAppId,
        /// ExpireMismatch, Expired, WrongUserId, NotPermitted. Before them the code of an expected text with a lone
        /// surrogate, and InvalidArgument if the token is null.</exception>
        /// <exception cref="ObjectDisposedException">The verifier is disposed.</exception>
        public Claims Verify(
            string token, string userId = null, string roomId = null, string streamId = null, bool publish = false,
            bool requirePrivilege = false, DateTimeOffset? now = null)
        {
            NativeError error;
            NativeError.Prepare(&error);
            int status = Run(
                token, userId, roomId, streamId, publish, requirePrivilege, now, out Claims claims, &error);
            Native.Check(status, &error);
            return claims;
        }

        /// <summary><see cref="Verify"/> without an exception for a token that is refused.</summary>
        /// <param name="token">The token.</param>
        /// <param name="claims">What the token contains; null if it is refused.</param>
        /// <param name="reason">Why it is refused; 0 if it is not.</param>
        /// <param name="userId">The user the token must be for; null for any.</param>
        /// <param name="roomId">The room the token must allow to log in to; null for none.</param>
        /// <param name="streamId">The stream the token must allow; null for none.</param>
        /// <param name="publish">Whether the token must allow publishing.</param>
        /// <param name="requirePrivilege">Whether an identity token is refused.</param>
        /// <param name="now">The time to check against; null for that of the clock.</param>
        /// <returns>Whether the token is valid and allows what is expected.</returns>
        /// <exception cref="Token04Exception">An argument is invalid.</exception>
        /// <exception cref="ObjectDisposedException">The verifier is disposed.</exception>
        public bool TryVerify(
            string token, out Claims claims, out ErrorCode reason, string userId = null, string roomId = null,
            string streamId = null, bool publish = false, bool requirePrivilege = false, DateTimeOffset? now = null)
        {
            NativeError error;
            NativeError.Prepare(&error);
            int status = Run(token, userId, roomId, streamId, publish, requirePrivilege, now, out claims, &error);
            reason = (ErrorCode)status;
            if (status != 0 && (reason < ErrorCode.Malformed || reason > ErrorCode.NotPermitted))
            {
                throw Native.Failure(status, &error);
            }
            return status == 0;
        }

        /// <summary>The settings, without the secrets.</summary>
        public override string ToString()
        {
            return $"Verifier {{ AppId = {AppId}, Secret = [redacted] }}";
        }

        /// <summary>Frees the verifier and wipes its keys. Can be called twice, and while another thread
        /// verifies.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        private int Run(
            string token, string userId, string roomId, string streamId, bool publish, bool requirePrivilege,
            DateTimeOffset? now, out Claims claims, NativeError* error)
        {
            byte[] text = Utf8.Bytes(token);
            byte[] user = Utf8.Bytes(userId), room = Utf8.Bytes(roomId), stream = Utf8.Bytes(streamId);
            long time = Times.UnixSeconds(now);
            IntPtr opened;
            int status;
            fixed (byte* userAt = user, roomAt = room, streamAt = stream)
            using (var verifier = new InUse(handle, nameof(Verifier)))
            {
                var login = new NativeLogin
                {
                    Size = (UIntPtr)(uint)sizeof(NativeLogin),
                    UserId = new NativeText { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    RoomId = new NativeText { Data = (IntPtr)roomAt, Length = Utf8.Count(room) },
                    StreamId = new NativeText { Data = (IntPtr)streamAt, Length = Utf8.Count(stream) },
                    Now = now == null ? null : &time,
                    Publish = publish ? 1 : 0,
                    RequirePrivilege = requirePrivilege ? 1 : 0,
                };
                status = Native.token04_verifier_verify(
                    verifier.Pointer, text, Utf8.Count(text), &login, out opened, error);
            }
            claims = null;
            if (status != 0)
            {
                return status;
            }
            try
            {
                claims = Claims.Read(opened);
                return status;
            }
            finally
            {
                Native.token04_claims_free(opened);
            }
        }
    }
}
