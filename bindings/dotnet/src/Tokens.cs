// Calls that make a token: into memory of the stack, and into more where that is too small.
using System;

namespace Token04
{
    /// <summary>A call of the library that writes a token. A struct, so that a call costs no closure.</summary>
    internal unsafe interface ITokenCall
    {
        int Run(byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error);
    }

    internal static unsafe class Tokens
    {
        /// <summary>Holds most tokens. The first call tells how long a longer one is.</summary>
        private const int StackCapacity = 512;

        /// <summary>Makes a token and gives the status of the call.</summary>
        public static int Make<TCall>(TCall call, NativeError* error, out string token)
            where TCall : struct, ITokenCall
        {
            byte* buffer = stackalloc byte[StackCapacity];
            UIntPtr length;
            int status = call.Run(buffer, (UIntPtr)StackCapacity, &length, error);
            if (status != (int)ErrorCode.BufferTooSmall)
            {
                token = status == 0 ? Utf8.Ascii(buffer, (int)length) : null;
                return status;
            }
            byte[] memory = new byte[checked((int)length) + 1];
            fixed (byte* larger = memory)
            {
                status = call.Run(larger, (UIntPtr)(uint)memory.Length, &length, error);
                token = status == 0 ? Utf8.Ascii(larger, (int)length) : null;
                return status;
            }
        }

        /// <summary>Throws what a call reports; else gives its token.</summary>
        public static string Make<TCall>(TCall call)
            where TCall : struct, ITokenCall
        {
            NativeError error;
            NativeError.Prepare(&error);
            Native.Check(Make(call, &error, out string token), &error);
            return token;
        }
    }
}
