// The issuer: makes tokens for one app.
using System;

namespace Token04
{
    /// <summary>Makes tokens for one app.</summary>
    /// <remarks>It holds the expanded key and can be shared between threads: make one and keep it. The secret is not
    /// kept, and the key is wiped when the issuer is disposed or collected.</remarks>
    /// <example><code>
    /// var issuer = new Issuer(1234567890, secret);
    /// string token = issuer.Issue("user1", TimeSpan.FromHours(1));
    /// </code></example>
    public sealed unsafe class Issuer : IDisposable
    {
        private readonly IssuerHandle handle;

        /// <summary>Makes an issuer.</summary>
        /// <param name="appId">The AppID, 1 to 4294967295.</param>
        /// <param name="secret">The ServerSecret, 32 bytes of text.</param>
        /// <param name="mode">How bodies are encrypted.</param>
        /// <param name="profile">The product whose limits become errors here.</param>
        /// <exception cref="Token04Exception">InvalidAppId, InvalidSecret, InvalidArgument.</exception>
        public Issuer(long appId, string secret, Mode mode = Mode.Cbc, Profile profile = Profile.None)
        {
            Native.Load();
            var error = new NativeError();
            byte[] key = Utf8.Bytes(secret);
            try
            {
                int status = Native.token04_issuer_new(
                    appId, key, Utf8.Count(key), (int)mode, (int)profile, out handle, ref error);
                Native.Check(status, ref error);
            }
            finally
            {
                Utf8.Wipe(key);
            }
        }

        /// <summary>Makes a token. An identity token has an empty payload; the payload of a privilege token is better
        /// written by <see cref="IssueRoom"/>.</summary>
        /// <param name="userId">The user the token is for.</param>
        /// <param name="ttl">How long the token is good from now on, in whole seconds.</param>
        /// <param name="payload">JSON text of the privilege form, or empty; null is empty.</param>
        /// <exception cref="Token04Exception">InvalidUserId, InvalidTtl, InvalidPayload, InvalidRoom, TooLong,
        /// RandomUnavailable, InvalidArgument.</exception>
        public string Issue(string userId, TimeSpan ttl, string payload = "")
        {
            byte[] user = Utf8.Bytes(userId), body = Utf8.Bytes(payload);
            fixed (byte* userAt = user, bodyAt = body)
            using (var issuer = new InUse(handle, "issuer"))
            {
                return Make(ttl, new IssueCall
                {
                    Issuer = issuer.Pointer,
                    UserId = new NativeText { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    Ttl = Tokens.Seconds(ttl),
                    Payload = new NativeText { Data = (IntPtr)bodyAt, Length = Utf8.Count(body) },
                });
            }
        }

        /// <summary>Makes a privilege token, which limits room, rights and streams.</summary>
        /// <param name="userId">The user the token is for.</param>
        /// <param name="ttl">How long the token is good from now on, in whole seconds.</param>
        /// <param name="privilege">The limits.</param>
        /// <exception cref="Token04Exception">As <see cref="Issue"/>; InvalidRoom also where the room id, a stream id or
        /// the list of streams is empty.</exception>
        public string IssueRoom(string userId, TimeSpan ttl, RoomPrivilege privilege)
        {
            if (privilege == null)
            {
                throw new Token04Exception(ErrorCode.InvalidArgument, "privilege must not be null");
            }
            byte[] user = Utf8.Bytes(userId);
            using (var native = new PrivilegeMemory(privilege))
            fixed (byte* userAt = user)
            fixed (NativePrivilege* privilegeAt = &native.Value)
            using (var issuer = new InUse(handle, "issuer"))
            {
                return Make(ttl, new IssueRoomCall
                {
                    Issuer = issuer.Pointer,
                    UserId = new NativeText { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    Ttl = Tokens.Seconds(ttl),
                    Privilege = privilegeAt,
                });
            }
        }

        /// <summary>Makes a kit token for UIKit on the web, under the limits of <see cref="Profile.Kit"/>.</summary>
        /// <param name="userId">The user the token is for.</param>
        /// <param name="ttl">How long the token is good from now on, in whole seconds.</param>
        /// <param name="roomId">The room to join.</param>
        /// <param name="userName">The name that others see; the user id where it is null.</param>
        /// <param name="payload">JSON text of the privilege form, or empty.</param>
        /// <exception cref="Token04Exception">As <see cref="Issue"/>.</exception>
        public string KitToken(
            string userId, TimeSpan ttl, string roomId, string userName = null, string payload = "")
        {
            byte[] user = Utf8.Bytes(userId), room = Utf8.Bytes(roomId ?? "");
            byte[] name = Utf8.Bytes(userName), body = Utf8.Bytes(payload);
            using (var issuer = new InUse(handle, "issuer"))
            {
                var error = new NativeError();
                int status = Native.token04_kit_issue(
                    issuer.Pointer, user, Utf8.Count(user), Tokens.Seconds(ttl), room, Utf8.Count(room), name,
                    Utf8.Count(name), body, Utf8.Count(body), out IntPtr text, out UIntPtr length, ref error);
                Tokens.Check(status, ttl, &error);
                return Native.Take(text, length);
            }
        }

        /// <summary>Frees the issuer and wipes its key. Can be called twice, and while another thread issues.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        private static string Make<TCall>(TimeSpan ttl, TCall call)
            where TCall : struct, ITokenCall
        {
            NativeError error;
            Tokens.Check(Tokens.Make(call, &error, out string token), ttl, &error);
            return token;
        }

        private struct IssueCall : ITokenCall
        {
            public IntPtr Issuer;
            public NativeText UserId;
            public long Ttl;
            public NativeText Payload;

            public int Run(byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error)
            {
                return Native.token04_issuer_issue(
                    Issuer, (byte*)UserId.Data, UserId.Length, Ttl, (byte*)Payload.Data, Payload.Length, buffer,
                    capacity, length, error);
            }
        }

        private struct IssueRoomCall : ITokenCall
        {
            public IntPtr Issuer;
            public NativeText UserId;
            public long Ttl;
            public NativePrivilege* Privilege;

            public int Run(byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error)
            {
                return Native.token04_issuer_issue_room(
                    Issuer, (byte*)UserId.Data, UserId.Length, Ttl, Privilege, buffer, capacity, length, error);
            }
        }
    }
}
