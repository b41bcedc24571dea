// The limits that a privilege token is to carry.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Token04
{
    /// <summary>The limits a token is to carry. Logging in is allowed, publishing is not, and any stream is good,
    /// unless told otherwise. ZEGO enforces them only for projects where its support has switched them on.</summary>
    /// <example><code>
    /// new RoomPrivilege("room1") { Publish = true, Streams = new[] { "s1" } }
    /// </code></example>
    public sealed class RoomPrivilege
    {
        /// <summary>Privileges for one room, which must be named.</summary>
        public RoomPrivilege(string roomId)
        {
            RoomId = roomId;
        }

        /// <summary>The only room the token is good for.</summary>
        public string RoomId { get; }

        /// <summary>Whether the user may log in to the room.</summary>
        public bool Login { get; set; } = true;

        /// <summary>Whether the user may publish a stream.</summary>
        public bool Publish { get; set; }

        /// <summary>The only streams the token is good for; null for any. An empty list is refused: whether it means
        /// none or any is told in two ways.</summary>
        public IEnumerable<string> Streams { get; set; }

        /// <summary>The privileges as the JSON text that a token carries.</summary>
        /// <exception cref="Token04Exception">InvalidRoom.</exception>
        public string Payload()
        {
            Native.Load();
            using (var native = new PrivilegeMemory(this))
            {
                var error = new NativeError();
                int status = Native.token04_privilege_payload(
                    ref native.Value, out IntPtr text, out UIntPtr length, ref error);
                Native.Check(status, ref error);
                return Native.Take(text, length);
            }
        }
    }

    /// <summary>Privileges in memory that the library can read, freed when disposed.</summary>
    internal sealed unsafe class PrivilegeMemory : IDisposable
    {
        public NativePrivilege Value;
        private readonly List<IntPtr> memory = new List<IntPtr>();

        public PrivilegeMemory(RoomPrivilege privilege)
        {
            Value.Size = (UIntPtr)(uint)sizeof(NativePrivilege);
            Value.RoomId = Text(privilege.RoomId);
            Value.Login = privilege.Login ? 1 : 0;
            Value.Publish = privilege.Publish ? 1 : 0;
            if (privilege.Streams == null)
            {
                return;
            }
            string[] streams = privilege.Streams.ToArray();
            // One place more, so that an empty list is not taken for none.
            Value.Streams = Allocate(sizeof(NativeText) * (streams.Length + 1));
            Value.StreamCount = (UIntPtr)(uint)streams.Length;
            for (int index = 0; index < streams.Length; index++)
            {
                ((NativeText*)Value.Streams)[index] = Text(streams[index]);
            }
        }

        public void Dispose()
        {
            memory.ForEach(Marshal.FreeHGlobal);
            memory.Clear();
        }

        /// <summary>A text, or the empty one for null, which is refused with the same code.</summary>
        private NativeText Text(string text)
        {
            byte[] bytes = Utf8.Bytes(text ?? "");
            IntPtr data = Allocate(bytes.Length);
            Marshal.Copy(bytes, 0, data, bytes.Length);
            return new NativeText { Data = data, Length = Utf8.Count(bytes) };
        }

        private IntPtr Allocate(int size)
        {
            IntPtr data = Marshal.AllocHGlobal(size);
            memory.Add(data);
            return data;
        }
    }
}
