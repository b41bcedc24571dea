// The limits that a token carries, as read.
using System;
using System.Collections.Generic;

namespace Token04
{
    /// <summary>The limits that a token carries.</summary>
    public sealed unsafe class Privilege
    {
        internal Privilege(NativePrivilege* privilege)
        {
            RoomId = privilege->RoomId.Read();
            Login = Right(privilege->Login);
            Publish = Right(privilege->Publish);
            if (privilege->Streams != IntPtr.Zero)
            {
                var streams = new string[checked((int)privilege->StreamCount)];
                for (int index = 0; index < streams.Length; index++)
                {
                    streams[index] = ((NativeText*)privilege->Streams)[index].Read();
                }
                Streams = streams;
            }
        }

        /// <summary>The only room the token is valid for; an empty one means any.</summary>
        public string RoomId { get; }

        /// <summary>Whether logging in is allowed; null if the token does not mention it, which denies it.</summary>
        public bool? Login { get; }

        /// <summary>Whether publishing is allowed; null if the token does not mention it, which denies it.</summary>
        public bool? Publish { get; }

        /// <summary>The only streams the token is valid for; null and an empty list mean any.</summary>
        public IReadOnlyList<string> Streams { get; }

        /// <summary>The privileges by their names in JSON, for any serializer.</summary>
        public IDictionary<string, object> ToDictionary()
        {
            return new Dictionary<string, object>
            {
                ["room_id"] = RoomId, ["login"] = Login, ["publish"] = Publish, ["streams"] = Streams,
            };
        }

        /// <summary>Parses a payload; null if it is not of the privilege form.</summary>
        /// <exception cref="Token04Exception">InvalidPayload, if it has a lone surrogate.</exception>
        public static Privilege Parse(string payload)
        {
            Native.Load();
            byte[] bytes = Utf8.Bytes(payload);
            NativeError error;
            NativeError.Prepare(&error);
            int status = Native.token04_privilege_parse(bytes, Utf8.Count(bytes), out IntPtr privilege, &error);
            Native.Check(status, &error);
            try
            {
                return privilege == IntPtr.Zero ? null : new Privilege((NativePrivilege*)privilege);
            }
            finally
            {
                Native.token04_privilege_free(privilege);
            }
        }

        private static bool? Right(int value)
        {
            return value < 0 ? (bool?)null : value == 1;
        }
    }
}
