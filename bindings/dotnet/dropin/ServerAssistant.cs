// Drop-in for ZEGO's own .NET class: the same names, argument order, codes and messages.
using System;
using Token04;

namespace ZegoServerAssistant
{
    /// <summary>What <see cref="ServerAssistant.GenerateToken04"/> answers with.</summary>
    public enum ErrorCode
    {
        /// <summary>A token was made.</summary>
        success = 0,
        /// <summary>The app id is 0.</summary>
        appIDInvalid = 1,
        /// <summary>The user id is empty.</summary>
        userIDInvalid = 3,
        /// <summary>The secret is not 32 bytes.</summary>
        secretInvalid = 5,
        /// <summary>The validity is not positive, or its end does not fit.</summary>
        effectiveTimeInSecondsInvalid = 6,
        /// <summary>User id and payload are too long for a token. Not an official code.</summary>
        tooLong = 101,
        /// <summary>The operating system gave no random bytes. Not an official code.</summary>
        randomUnavailable = 103,
        /// <summary>The payload is not Unicode text. Not an official code.</summary>
        payloadInvalid = 104,
        /// <summary>A defect of the library. Not an official code.</summary>
        internalError = 903,
    }

    /// <summary>The reason in code and words.</summary>
    public class ErrorInfo
    {
        /// <summary>The reason.</summary>
        public ErrorCode errorCode;

        /// <summary>The reason in words.</summary>
        public string errorMessage;
    }

    /// <summary>A token, or why there is none.</summary>
    public class GenerateTokenResult
    {
        /// <summary>The token; null after an error.</summary>
        public string token;

        /// <summary>How it went.</summary>
        public ErrorInfo errorInfo = new ErrorInfo();
    }

    /// <summary>ZEGO's own entry point, made by Token04. Code that makes more than one token keeps a
    /// <see cref="Issuer"/>, which expands the key once.</summary>
    public static unsafe class ServerAssistant
    {
        /// <summary>Makes a token. It never throws for an argument, and prints nothing.</summary>
        /// <param name="appID">The AppID.</param>
        /// <param name="userID">The user the token is for.</param>
        /// <param name="secret">The ServerSecret, 32 bytes of text.</param>
        /// <param name="effectiveTimeInSeconds">How long the token is valid, in seconds.</param>
        /// <param name="payload">The payload; null is empty.</param>
        public static GenerateTokenResult GenerateToken04(
            uint appID, string userID, string secret, long effectiveTimeInSeconds, string payload)
        {
            Native.Load();
            byte[] user = Utf8.Bytes(userID), body = Utf8.Bytes(payload);
            NativeError error;
            NativeError.Prepare(&error);
            int status;
            string token;
            using (var key = new SecretText(secret))
            fixed (byte* userAt = user, bodyAt = body)
            {
                var call = new GenerateCall
                {
                    AppId = appID,
                    UserId = new NativeText { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    Secret = key.Text,
                    Ttl = effectiveTimeInSeconds,
                    Payload = new NativeText { Data = (IntPtr)bodyAt, Length = Utf8.Count(body) },
                };
                status = Tokens.Make(call, &error, out token);
            }
            return new GenerateTokenResult
            {
                token = token,
                errorInfo = { errorCode = (ErrorCode)status, errorMessage = Message(status, &error) },
            };
        }

        private static string Message(int status, NativeError* error)
        {
            switch ((ErrorCode)status)
            {
                case ErrorCode.success:
                    return "success";
                case ErrorCode.appIDInvalid:
                    return "appID invalid";
                case ErrorCode.userIDInvalid:
                    return "userID invalid";
                case ErrorCode.secretInvalid:
                    return "secret must be a 32 byte string";
                case ErrorCode.effectiveTimeInSecondsInvalid:
                    return "effectiveTimeInSeconds invalid";
                default:
                    return Native.Failure(status, error).Message;
            }
        }

        private struct GenerateCall : ITokenCall
        {
            public long AppId;
            public NativeText UserId;
            public NativeText Secret;
            public long Ttl;
            public NativeText Payload;

            public int Run(byte* buffer, UIntPtr capacity, UIntPtr* length, NativeError* error)
            {
                return Native.token04_generate(
                    AppId, (byte*)UserId.Data, UserId.Length, (byte*)Secret.Data, Secret.Length, Ttl,
                    (byte*)Payload.Data, Payload.Length, buffer, capacity, length, error);
            }
        }
    }
}
