// Text between .NET and the library: UTF-16 here, UTF-8 there, by hand where .NET would replace what it cannot
// carry over.
using System;
using System.Text;

namespace Token04
{
    internal static unsafe class Utf8
    {
        /// <summary>The bytes of a text with a NUL behind them, so that an empty text is not taken for none; null
        /// for null. A lone surrogate becomes its three bytes, which are no UTF-8: so the library refuses it, with
        /// the code and the message of the argument, and in the order of all arguments.</summary>
        public static byte[] Bytes(string text)
        {
            if (text == null)
            {
                return null;
            }
            byte[] ascii = new byte[text.Length + 1];
            return CopyAscii(text, ascii) ? ascii : Encode(text);
        }

        /// <summary>The length of what <see cref="Bytes"/> gave, without the NUL.</summary>
        public static UIntPtr Count(byte[] bytes)
        {
            return bytes == null ? UIntPtr.Zero : (UIntPtr)(uint)(bytes.Length - 1);
        }

        /// <summary>Text that the library gave out.</summary>
        public static string Read(IntPtr data, UIntPtr length)
        {
            return Encoding.UTF8.GetString((byte*)data, checked((int)length));
        }

        public static string ReadToNul(byte* data)
        {
            int length = 0;
            while (data[length] != 0)
            {
                length++;
            }
            return Encoding.UTF8.GetString(data, length);
        }

        /// <summary>ASCII as text, without the detour of a decoder.</summary>
        public static string Ascii(byte* data, int length)
        {
            string text = new string('\0', length);
            // The string was just made and nobody else has it yet.
            fixed (char* target = text)
            {
                int index = 0;
                // Four at once: Mono makes no better of the plain loop below.
                for (; BitConverter.IsLittleEndian && index + 4 <= length; index += 4)
                {
                    ulong four = *(uint*)(data + index);
                    *(ulong*)(target + index) =
                        four & 0xff | (four & 0xff00) << 8 | (four & 0xff0000) << 16 | (four & 0xff000000) << 24;
                }
                for (; index < length; index++)
                {
                    target[index] = (char)data[index];
                }
            }
            return text;
        }

        /// <summary>Copies a text that is all ASCII; false where it is not.</summary>
        private static bool CopyAscii(string text, byte[] bytes)
        {
            fixed (char* from = text)
            fixed (byte* to = bytes)
            {
                int index = 0;
                // Four at once, as in Ascii.
                for (; BitConverter.IsLittleEndian && index + 4 <= text.Length; index += 4)
                {
                    ulong four = *(ulong*)(from + index);
                    if ((four & 0xff80ff80ff80ff80) != 0)
                    {
                        return false;
                    }
                    *(uint*)(to + index) = (uint)(
                        four & 0xff | four >> 8 & 0xff00 | four >> 16 & 0xff0000 | four >> 24 & 0xff000000);
                }
                for (; index < text.Length; index++)
                {
                    if (from[index] >= 0x80)
                    {
                        return false;
                    }
                    to[index] = (byte)from[index];
                }
                return true;
            }
        }

        private static byte[] Encode(string text)
        {
            byte[] bytes = new byte[Length(text) + 1];
            fixed (byte* target = bytes)
            {
                Encode(text, target);
            }
            return bytes;
        }

        /// <summary>Writes the bytes of a text, as many as <see cref="Length"/> says, without a NUL.</summary>
        public static void Encode(string text, byte* target)
        {
            for (int index = 0; index < text.Length; index++)
            {
                int point = text[index];
                if (IsPair(text, index))
                {
                    point = char.ConvertToUtf32(text[index], text[++index]);
                }
                target = Write(point, target);
            }
        }

        private static bool IsPair(string text, int index)
        {
            return char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        }

        /// <summary>The number of bytes of a text.</summary>
        public static int Length(string text)
        {
            int length = 0;
            for (int index = 0; index < text.Length; index++)
            {
                char unit = text[index];
                if (unit < 0x80)
                {
                    length += 1;
                }
                else if (unit < 0x800)
                {
                    length += 2;
                }
                else if (IsPair(text, index))
                {
                    length += 4;
                    index++;
                }
                else
                {
                    length += 3;
                }
            }
            return length;
        }

        private static byte* Write(int point, byte* target)
        {
            if (point < 0x80)
            {
                *target++ = (byte)point;
                return target;
            }
            if (point < 0x800)
            {
                *target++ = (byte)(0xc0 | point >> 6);
            }
            else if (point < 0x10000)
            {
                *target++ = (byte)(0xe0 | point >> 12);
                *target++ = (byte)(0x80 | point >> 6 & 0x3f);
            }
            else
            {
                *target++ = (byte)(0xf0 | point >> 18);
                *target++ = (byte)(0x80 | point >> 12 & 0x3f);
                *target++ = (byte)(0x80 | point >> 6 & 0x3f);
            }
            *target++ = (byte)(0x80 | point & 0x3f);
            return target;
        }
    }
}
