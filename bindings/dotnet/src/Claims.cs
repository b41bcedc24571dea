// The claims of a verified token.
using System;
using System.Collections.Generic;

namespace Token04
{
    /// <summary>The claims of a verified token: every field of its body.</summary>
    public sealed unsafe class Claims
    {
        private Claims(NativeBody* body, NativePrivilege* privilege)
        {
            AppId = body->AppId;
            UserId = body->UserId.Read();
            Nonce = body->Nonce;
            Ctime = body->Ctime;
            Expire = body->Expire;
            Payload = body->Payload.Read();
            Privilege = privilege == null ? null : new Privilege(privilege);
        }

        /// <summary>Copies claims of the library's, which stay the caller's to free.</summary>
        internal static Claims Read(IntPtr claims)
        {
            return new Claims(Native.token04_claims_body(claims), Native.token04_claims_privilege(claims));
        }

        /// <summary>The app the token was made for.</summary>
        public uint AppId { get; }

        /// <summary>The user the token was made for.</summary>
        public string UserId { get; }

        /// <summary>A random number that distinguishes tokens made in the same second.</summary>
        public long Nonce { get; }

        /// <summary>When the token was made, in unix seconds.</summary>
        public long Ctime { get; }

        /// <summary>When the token expires, in unix seconds.</summary>
        public long Expire { get; }

        /// <summary>The payload: empty in an identity token, JSON text in a privilege token.</summary>
        public string Payload { get; }

        /// <summary>The payload as privileges; null if it is empty or not of the privilege form.</summary>
        public Privilege Privilege { get; }

        /// <summary>When the token was made.</summary>
        public DateTimeOffset CreatedAt => Times.FromUnixSeconds(Ctime);

        /// <summary>When the token expires.</summary>
        public DateTimeOffset ExpiresAt => Times.FromUnixSeconds(Expire);

        /// <summary>The claims by their names in JSON, as `token04 verify --json` prints them, for any
        /// serializer.</summary>
        public IDictionary<string, object> ToDictionary()
        {
            var fields = new Dictionary<string, object>
            {
                ["app_id"] = AppId, ["user_id"] = UserId, ["nonce"] = Nonce, ["ctime"] = Ctime, ["expire"] = Expire,
                ["payload"] = Payload,
            };
            if (Privilege != null)
            {
                fields["privilege"] = Privilege.ToDictionary();
            }
            return fields;
        }
    }
}
