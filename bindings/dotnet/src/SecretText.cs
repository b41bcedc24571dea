// A secret on its way to the library: outside the heap, where the collector could leave copies, and wiped.
using System;
using System.Runtime.InteropServices;

namespace Token04
{
    /// <summary>The bytes of a secret, wiped and freed when disposed. <see cref="Text"/> of null is no text.</summary>
    internal sealed unsafe class SecretText : IDisposable
    {
        private readonly int capacity;
        private IntPtr memory;

        public SecretText(string secret)
        {
            if (secret == null)
            {
                return;
            }
            int length = Utf8.Length(secret);
            // One more, because no memory at all would stand for no secret.
            capacity = length + 1;
            memory = Marshal.AllocHGlobal(capacity);
            Utf8.Encode(secret, (byte*)memory);
            Text = new NativeText { Data = memory, Length = (UIntPtr)(uint)length };
        }

        public NativeText Text { get; }

        public void Dispose()
        {
            if (memory == IntPtr.Zero)
            {
                return;
            }
            for (int index = 0; index < capacity; index++)
            {
                // The memory is written to although nobody reads it again.
                Marshal.WriteByte(memory, index, 0);
            }
            Marshal.FreeHGlobal(memory);
            memory = IntPtr.Zero;
        }
    }
}
