// What a verified token says.
using System;

namespace Token04
{
    /// <summary>What a verified token says, every field of its body.</summary>
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

        /// <summary>A random number that tells tokens of one second apart.</summary>
        public long Nonce { get; }

        /// <summary>When the token was made, in unix seconds.</summary>
        public long Ctime { get; }

        /// <summary>When the token ends, in unix seconds.</summary>
        public long Expire { get; }

        /// <summary>The payload: empty in an identity token, JSON text in a privilege token.</summary>
        public string Payload { get; }

        /// <summary>The payload as privileges; null where it is empty or not of the privilege form.</summary>
        public Privilege Privilege { get; }
    }
}
