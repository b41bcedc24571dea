// The structs of the C ABI, field by field as token04.h has them.
using System;
using System.Runtime.InteropServices;

namespace Token04
{
    /// <summary>Text as pointer and length.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeText
    {
        public IntPtr Data;
        public UIntPtr Length;

        public string Read()
        {
            return Utf8.Read(Data, Length);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeError
    {
        public int Status;
        public fixed byte Message[252];
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativePrivilege
    {
        public UIntPtr Size;
        public NativeText RoomId;
        public int Login;
        public int Publish;
        public IntPtr Streams;
        public UIntPtr StreamCount;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeLogin
    {
        public UIntPtr Size;
        public NativeText UserId;
        public NativeText RoomId;
        public NativeText StreamId;
        public int Publish;
        public int HasNow;
        public long Now;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeBody
    {
        public uint AppId;
        public NativeText UserId;
        public long Nonce;
        public long Ctime;
        public long Expire;
        public NativeText Payload;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeHeader
    {
        public IntPtr Version;
        public long ExpiresAt;
        public int Mode;
        public int Expired;
        public uint IvBytes;
        public uint CiphertextBytes;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeKitUser
    {
        public uint AppId;
        public NativeText UserId;
        public NativeText RoomId;
        public NativeText UserName;
        public NativeText Token;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeQuestion
    {
        public UIntPtr Size;
        public long AppId;
        public NativeText Secret;
        public NativeText UserId;
        public NativeText RoomId;
        public NativeText StreamId;
        public int Publish;
        public int Profile;
        public int Language;
        public int HasNow;
        public long Now;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeFinding
    {
        public NativeText Id;
        public NativeText Message;
        public NativeText Fix;
        public uint* ClientCodes;
        public UIntPtr ClientCodeCount;
        public int Severity;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeReport
    {
        public NativeFinding* Findings;
        public UIntPtr FindingCount;
        public IntPtr Claims;
        public int Ok;
    }
}
