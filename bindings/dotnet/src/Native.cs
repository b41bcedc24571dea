// The functions of the C ABI, and the check that the library is the right one.
using System;
using System.Runtime.InteropServices;

namespace Token04
{
    /// <summary>The functions of token04.h that this package calls. A string is passed as bytes of UTF-8, null as
    /// NULL. Those that make tokens take bare pointers, for which no marshalling is generated.</summary>
    internal static unsafe class Native
    {
        // With the prefix, because on Windows token04.dll would be this assembly's own file.
        private const string Library = "libtoken04";
        private static volatile bool loaded;

        /// <summary>Loads the library and compares its version with this assembly's; to be called before the
        /// first call of any function.</summary>
        public static void Load()
        {
            if (loaded)
            {
                return;
            }
            string version;
            try
            {
                version = Marshal.PtrToStringAnsi(token04_version());
            }
            catch (DllNotFoundException notFound)
            {
                throw new DllNotFoundException(
                    "the native library of token04 (libtoken04.so, libtoken04.dylib or libtoken04.dll) was not found for "
                    + $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.ProcessArchitecture}: put it "
                    + "beside Token04.dll, or into a folder that the system's loader searches",
                    notFound);
            }
            string expected = typeof(Native).Assembly.GetName().Version.ToString(3);
            if (version != expected)
            {
                throw new DllNotFoundException(
                    $"Token04.dll is version {expected} and the native library is version {version}: they must be the same");
            }
            loaded = true;
        }

        /// <summary>Throws what a call reports.</summary>
        public static void Check(int status, NativeError* error)
        {
            if (status != 0)
            {
                throw Failure(status, error);
            }
        }

        public static Token04Exception Failure(int status, NativeError* error)
        {
            return new Token04Exception((ErrorCode)status, Utf8.ReadToNul(error->Message));
        }

        /// <summary>A string that the library gave out, which is freed here.</summary>
        public static string Take(IntPtr text, UIntPtr length)
        {
            try
            {
                return Utf8.Read(text, length);
            }
            finally
            {
                token04_string_free(text);
            }
        }

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern IntPtr token04_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        private static extern void token04_string_free(IntPtr text);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_issuer_new(
            long appId, IntPtr secret, UIntPtr secretLength, int mode, int profile, out IssuerHandle issuer, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void token04_issuer_free(IntPtr issuer);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_issuer_issue(
            IntPtr issuer, byte* userId, UIntPtr userIdLength, long ttl, byte* payload, UIntPtr payloadLength,
            NativeIssueOptions* options, byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_issuer_issue_many(
            IntPtr issuer, NativeText* userIds, UIntPtr userIdCount, long ttl, byte[] payload, UIntPtr payloadLength,
            NativeIssueOptions* options, out NativeTokens* tokens, out UIntPtr failed, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void token04_tokens_free(NativeTokens* tokens);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_issuer_issue_room(
            IntPtr issuer, byte* userId, UIntPtr userIdLength, long ttl, NativePrivilege* privilege,
            NativeIssueOptions* options, byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_privilege_payload(
            ref NativePrivilege privilege, out IntPtr text, out UIntPtr length, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_privilege_parse(
            byte[] payload, UIntPtr payloadLength, out IntPtr privilege, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void token04_privilege_free(IntPtr privilege);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_verifier_new(
            long appId, IntPtr secret, UIntPtr secretLength, NativeVerifierOptions* options,
            out VerifierHandle verifier, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void token04_verifier_free(IntPtr verifier);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_verifier_verify(
            IntPtr verifier, byte[] token, UIntPtr tokenLength, NativeLogin* login, out IntPtr claims, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern NativeBody* token04_claims_body(IntPtr claims);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern NativePrivilege* token04_claims_privilege(IntPtr claims);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void token04_claims_free(IntPtr claims);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_inspect(
            byte[] token, UIntPtr tokenLength, long* now, NativeHeader* header, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_kit_issue(
            IntPtr issuer, byte[] userId, UIntPtr userIdLength, long ttl, byte[] roomId, UIntPtr roomIdLength,
            byte[] userName, UIntPtr userNameLength, byte[] payload, UIntPtr payloadLength,
            NativeIssueOptions* options, out IntPtr text, out UIntPtr length, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_kit_encode(
            byte[] token, UIntPtr tokenLength, long appId, byte[] userId, UIntPtr userIdLength, byte[] roomId,
            UIntPtr roomIdLength, byte[] userName, UIntPtr userNameLength, out IntPtr text, out UIntPtr length,
            NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_kit_decode(
            byte[] kitToken, UIntPtr kitTokenLength, out NativeKitUser* user, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void token04_kit_user_free(NativeKitUser* user);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_diagnose(
            byte[] token, UIntPtr tokenLength, NativeQuestion* question, out NativeReport* report, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void token04_report_free(NativeReport* report);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_explain(
            long code, int language, out NativeExplanation* explanation, NativeError* error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void token04_explanation_free(NativeExplanation* explanation);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int token04_generate(
            long appId, byte* userId, UIntPtr userIdLength, byte* secret, UIntPtr secretLength, long ttl, byte* payload,
            UIntPtr payloadLength, byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error);
    }
}
