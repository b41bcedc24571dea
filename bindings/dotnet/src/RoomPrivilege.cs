// The limits of a privilege token to be made.
using System;
using System.Collections.Generic;

namespace Token04
{
    /// <summary>The limits of a token to be made. By default logging in is allowed, publishing is denied, and any stream
    /// is allowed. ZEGO enforces them only for projects where its support has switched them on.</summary>
    /// <example><code>
    /// new RoomPrivilege("room1") { Publish = true, Streams = new[] { "s1" } }
    /// </code></example>
    public sealed unsafe class RoomPrivilege
    {
        /// <summary>Privileges for one room, whose id must not be empty.</summary>
        public RoomPrivilege(string roomId)
        {
            RoomId = roomId;
        }

        /// <summary>The only room the token is valid for.</summary>
        public string RoomId { get; }

        /// <summary>Whether the user may log in to the room.</summary>
        public bool Login { get; set; } = true;

        /// <summary>Whether the user may publish a stream.</summary>
        public bool Publish { get; set; }

        /// <summary>The only streams the token is valid for; null for any. An empty list is refused, because it is unclear
        /// whether it means none or any.</summary>
        public IEnumerable<string> Streams { get; set; }

        /// <summary>The privileges as the JSON text that a token carries.</summary>
        /// <exception cref="Token04Exception">InvalidRoom.</exception>
        public string Payload()
        {
            Native.Load();
            using (var native = new PrivilegeMemory(this))
            {
                NativeError error;
                NativeError.Prepare(&error);
                int status = Native.token04_privilege_payload(
                    ref native.Value, out IntPtr text, out UIntPtr length, &error);
                Native.Check(status, &error);
                return Native.Take(text, length);
            }
        }
    }

    /// <summary>Privileges in memory that the library can read, freed when disposed.</summary>
    internal sealed unsafe class PrivilegeMemory : IDisposable
    {
        public NativePrivilege Value;
        private readonly TextList texts, streams;

        public PrivilegeMemory(RoomPrivilege privilege)
        {
            texts = new TextList(new[] { privilege.RoomId });
            Value.Size = (UIntPtr)(uint)sizeof(NativePrivilege);
            Value.RoomId = *texts.First;
            Value.Login = privilege.Login ? 1 : 0;
            Value.Publish = privilege.Publish ? 1 : 0;
            if (privilege.Streams != null)
            {
                streams = new TextList(privilege.Streams);
                Value.Streams = (IntPtr)streams.First;
                Value.StreamCount = streams.Count;
            }
        }

        public void Dispose()
        {
            texts.Dispose();
            streams?.Dispose();
        }
    }
}
