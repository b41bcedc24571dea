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

        /// <summary>The texts of a list of the library's.</summary>
        public static unsafe string[] ReadAll(NativeText* first, UIntPtr count)
        {
            var texts = new string[checked((int)count)];
            for (int index = 0; index < texts.Length; index++)
            {
                texts[index] = first[index].Read();
            }
            return texts;
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeError
    {
        /// <summary>Argument names in camelCase, and null.</summary>
        private const int CamelCase = 1;

        public UIntPtr Size;
        public int Wording;
        public int Status;
        public fixed byte Message[256];

        /// <summary>Sets what the library reads.</summary>
        public static void Prepare(NativeError* error)
        {
            error->Size = (UIntPtr)(uint)sizeof(NativeError);
            error->Wording = CamelCase;
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeIssueOptions
    {
        public UIntPtr Size;
        public long* Now;
        public int TtlNanoseconds;
        public int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeVerifierOptions
    {
        public UIntPtr Size;
        public NativeText PreviousSecret;
        public long Leeway;
        public int LeewayNanoseconds;
        public int Reserved;
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
    internal unsafe struct NativeLogin
    {
        public UIntPtr Size;
        public NativeText UserId;
        public NativeText RoomId;
        public NativeText StreamId;
        public long* Now;
        public int Publish;
        public int RequirePrivilege;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeBody
    {
        public UIntPtr Size;
        public NativeText UserId;
        public long Nonce;
        public long Ctime;
        public long Expire;
        public NativeText Payload;
        public uint AppId;
        public uint Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeHeader
    {
        public UIntPtr Size;
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
        public UIntPtr Size;
        public NativeText UserId;
        public NativeText RoomId;
        public NativeText UserName;
        public NativeText Token;
        public uint AppId;
        public uint Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeQuestion
    {
        public UIntPtr Size;
        public long* AppId;
        public NativeText Secret;
        public NativeText UserId;
        public NativeText RoomId;
        public NativeText StreamId;
        public long* Now;
        public long* Code;
        public int Publish;
        public int Profile;
        public int Language;
        public int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeFinding
    {
        public UIntPtr Size;
        public NativeText Id;
        public NativeText Message;
        public NativeText Fix;
        public uint* ClientCodes;
        public UIntPtr ClientCodeCount;
        public int Severity;
        public int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeReport
    {
        public UIntPtr Size;
        public NativeFinding** Findings;
        public UIntPtr FindingCount;
        public IntPtr Claims;
        public int Ok;
        public int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeTokens
    {
        public UIntPtr Size;
        public NativeText* Tokens;
        public UIntPtr Count;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct NativeExplanation
    {
        public UIntPtr Size;
        public long Code;
        public NativeText Text;
        public NativeText Product;
        public NativeText Meaning;
        public NativeText Next;
        public NativeText Undocumented;
        public NativeText* Causes;
        public UIntPtr CauseCount;
        public NativeText* Checks;
        public UIntPtr CheckCount;
        public long* NearCodes;
        public UIntPtr NearCodeCount;
        public int Known;
        public int Reserved;
    }
}
