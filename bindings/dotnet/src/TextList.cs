// A list of texts in memory that the library can read.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Token04
{
    /// <summary>Texts one after the other, in one piece of memory that is freed when disposed. A null is no text.</summary>
    internal sealed unsafe class TextList : IDisposable
    {
        private IntPtr memory;

        public TextList(IEnumerable<string> texts)
        {
            byte[][] all = texts.Select(Utf8.Bytes).ToArray();
            int head = sizeof(NativeText) * all.Length;
            // One byte more, because no memory at all would stand for no list.
            memory = Marshal.AllocHGlobal(checked(head + all.Sum(bytes => bytes == null ? 0 : bytes.Length) + 1));
            IntPtr next = memory + head;
            for (int index = 0; index < all.Length; index++)
            {
                byte[] bytes = all[index];
                First[index] = new NativeText { Data = bytes == null ? IntPtr.Zero : next, Length = Utf8.Count(bytes) };
                if (bytes != null)
                {
                    Marshal.Copy(bytes, 0, next, bytes.Length);
                    next += bytes.Length;
                }
            }
            Count = (UIntPtr)(uint)all.Length;
        }

        public NativeText* First => (NativeText*)memory;

        public UIntPtr Count { get; }

        public void Dispose()
        {
            Marshal.FreeHGlobal(memory);
            memory = IntPtr.Zero;
        }
    }
}
