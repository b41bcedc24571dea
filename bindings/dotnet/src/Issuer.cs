// The issuer: makes tokens for one app.
using System;
using System.Collections.Generic;

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
            AppId = appId;
            Mode = mode;
            Profile = profile;
            NativeError error;
            NativeError.Prepare(&error);
            using (var key = new SecretText(secret))
            {
                int status = Native.token04_issuer_new(
                    appId, key.Text.Data, key.Text.Length, (int)mode, (int)profile, out handle, &error);
                Native.Check(status, &error);
            }
        }

        /// <summary>The AppID.</summary>
        public long AppId { get; }

        /// <summary>How bodies are encrypted.</summary>
        public Mode Mode { get; }

        /// <summary>The product whose limits are errors here.</summary>
        public Profile Profile { get; }

        /// <summary>Makes a token. An identity token has an empty payload; the payload of a privilege token is better
        /// written by <see cref="IssueRoom"/>.</summary>
        /// <param name="userId">The user the token is for.</param>
        /// <param name="ttl">How long the token is valid, in whole seconds.</param>
        /// <param name="payload">JSON text of the privilege form, or empty; null is empty.</param>
        /// <param name="now">The time of issue; null for that of the clock. For tests: nonce and IV are random all the
        /// same.</param>
        /// <exception cref="Token04Exception">InvalidUserId, InvalidTtl, InvalidPayload, InvalidRoom, TooLong,
        /// RandomUnavailable, InvalidArgument.</exception>
        /// <exception cref="ObjectDisposedException">The issuer is disposed.</exception>
        public string Issue(string userId, TimeSpan ttl, string payload = "", DateTimeOffset? now = null)
        {
            byte[] user = Utf8.Bytes(userId), body = Utf8.Bytes(payload);
            long time = Times.UnixSeconds(now);
            NativeIssueOptions options = Options(ttl, now, &time);
            fixed (byte* userAt = user, bodyAt = body)
            using (var issuer = new InUse(handle, nameof(Issuer)))
            {
                return Tokens.Make(new IssueCall
                {
                    Issuer = issuer.Pointer,
                    UserId = new NativeText { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    Ttl = Times.Seconds(ttl),
                    Payload = new NativeText { Data = (IntPtr)bodyAt, Length = Utf8.Count(body) },
                    Options = Times.Nanoseconds(ttl) == 0 && now == null ? null : &options,
                });
            }
        }

        /// <summary>Makes a privilege token, which limits room, rights and streams.</summary>
        /// <param name="userId">The user the token is for.</param>
        /// <param name="ttl">How long the token is valid, in whole seconds.</param>
        /// <param name="privilege">The limits.</param>
        /// <param name="now">The time of issue; null for that of the clock.</param>
        /// <exception cref="Token04Exception">As <see cref="Issue"/>; InvalidRoom also if the room id, a stream id or the
        /// list of streams is empty.</exception>
        /// <exception cref="ArgumentNullException">The privilege is null.</exception>
        /// <exception cref="ObjectDisposedException">The issuer is disposed.</exception>
        public string IssueRoom(string userId, TimeSpan ttl, RoomPrivilege privilege, DateTimeOffset? now = null)
        {
            if (privilege == null)
            {
                throw new ArgumentNullException(nameof(privilege));
            }
            byte[] user = Utf8.Bytes(userId);
            long time = Times.UnixSeconds(now);
            NativeIssueOptions options = Options(ttl, now, &time);
            using (var native = new PrivilegeMemory(privilege))
            fixed (byte* userAt = user)
            fixed (NativePrivilege* privilegeAt = &native.Value)
            using (var issuer = new InUse(handle, nameof(Issuer)))
            {
                return Tokens.Make(new IssueRoomCall
                {
                    Issuer = issuer.Pointer,
                    UserId = new NativeText { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    Ttl = Times.Seconds(ttl),
                    Privilege = privilegeAt,
                    Options = &options,
                });
            }
        }

        /// <summary>Makes a token for each of many users, all with the same ttl and payload: either all tokens or none. It
        /// is faster than as many calls.</summary>
        /// <param name="userIds">The users.</param>
        /// <param name="ttl">How long the tokens are valid, in whole seconds.</param>
        /// <param name="payload">The payload of each token; null is empty.</param>
        /// <param name="now">The time of issue; null for that of the clock.</param>
        /// <exception cref="Token04Exception">As <see cref="Issue"/>; <see cref="Token04Exception.Index"/> is the place of
        /// the user at fault.</exception>
        /// <exception cref="ArgumentNullException">The list is null.</exception>
        /// <exception cref="ObjectDisposedException">The issuer is disposed.</exception>
        public string[] IssueMany(
            IEnumerable<string> userIds, TimeSpan ttl, string payload = "", DateTimeOffset? now = null)
        {
            if (userIds == null)
            {
                throw new ArgumentNullException(nameof(userIds));
            }
            byte[] body = Utf8.Bytes(payload);
            long time = Times.UnixSeconds(now);
            NativeIssueOptions options = Options(ttl, now, &time);
            NativeError error;
            NativeError.Prepare(&error);
            using (var users = new TextList(userIds))
            using (var issuer = new InUse(handle, nameof(Issuer)))
            {
                int status = Native.token04_issuer_issue_many(
                    issuer.Pointer, users.First, users.Count, Times.Seconds(ttl), body, Utf8.Count(body), &options,
                    out NativeTokens* tokens, out UIntPtr failed, &error);
                if (status != 0)
                {
                    int? index = failed == users.Count ? (int?)null : checked((int)failed);
                    throw new Token04Exception((ErrorCode)status, Native.Failure(status, &error).Message, index);
                }
                try
                {
                    return NativeText.ReadAll(tokens->Tokens, tokens->Count);
                }
                finally
                {
                    Native.token04_tokens_free(tokens);
                }
            }
        }

        /// <summary>Makes a kit token for UIKit on the web, under the limits of <see cref="Profile.Kit"/>.</summary>
        /// <param name="userId">The user the token is for.</param>
        /// <param name="ttl">How long the token is valid, in whole seconds.</param>
        /// <param name="roomId">The room to join.</param>
        /// <param name="userName">The name that others see; null for the user id.</param>
        /// <param name="payload">JSON text of the privilege form, or empty.</param>
        /// <param name="now">The time of issue; null for that of the clock.</param>
        /// <exception cref="Token04Exception">As <see cref="Issue"/>.</exception>
        /// <exception cref="ObjectDisposedException">The issuer is disposed.</exception>
        public string KitToken(
            string userId, TimeSpan ttl, string roomId, string userName = null, string payload = "",
            DateTimeOffset? now = null)
        {
            byte[] user = Utf8.Bytes(userId), room = Utf8.Bytes(roomId), name = Utf8.Bytes(userName);
            byte[] body = Utf8.Bytes(payload);
            long time = Times.UnixSeconds(now);
            NativeIssueOptions options = Options(ttl, now, &time);
            NativeError error;
            NativeError.Prepare(&error);
            using (var issuer = new InUse(handle, nameof(Issuer)))
            {
                int status = Native.token04_kit_issue(
                    issuer.Pointer, user, Utf8.Count(user), Times.Seconds(ttl), room, Utf8.Count(room), name,
                    Utf8.Count(name), body, Utf8.Count(body), &options, out IntPtr text, out UIntPtr length, &error);
                Native.Check(status, &error);
                return Native.Take(text, length);
            }
        }

        /// <summary>The settings, without the secret.</summary>
        public override string ToString()
        {
            return $"Issuer {{ AppId = {AppId}, Secret = [redacted], Mode = {Mode}, Profile = {Profile} }}";
        }

        /// <summary>Frees the issuer and wipes its key. Can be called twice, and while another thread issues.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }

        private static NativeIssueOptions Options(TimeSpan ttl, DateTimeOffset? now, long* time)
        {
            return new NativeIssueOptions
            {
                Size = (UIntPtr)(uint)sizeof(NativeIssueOptions),
                Now = now == null ? null : time,
                TtlNanoseconds = Times.Nanoseconds(ttl),
            };
        }

        private struct IssueCall : ITokenCall
        {
            public IntPtr Issuer;
            public NativeText UserId;
            public long Ttl;
            public NativeText Payload;
            public NativeIssueOptions* Options;

            public int Run(byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error)
            {
                return Native.token04_issuer_issue(
                    Issuer, (byte*)UserId.Data, UserId.Length, Ttl, (byte*)Payload.Data, Payload.Length, Options, buffer,
                    capacity, length, error);
            }
        }

        private struct IssueRoomCall : ITokenCall
        {
            public IntPtr Issuer;
            public NativeText UserId;
            public long Ttl;
            public NativePrivilege* Privilege;
            public NativeIssueOptions* Options;

            public int Run(byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error)
            {
                return Native.token04_issuer_issue_room(
                    Issuer, (byte*)UserId.Data, UserId.Length, Ttl, Privilege, Options, buffer, capacity, length, error);
            }
        }
    }
}
