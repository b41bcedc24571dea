// Every name of the official class, used as code that moves over uses it.
using ZegoServerAssistant;

namespace Token04.Tests
{
    public static class DropIn
    {
        private const string Secret = "0123456789abcdef0123456789ABCDEF";

        public static void Run()
        {
            Runner.Check("a good call", () =>
            {
                GenerateTokenResult result = ServerAssistant.GenerateToken04(1, "u", Secret, 3600, "");
                ErrorInfo info = result.errorInfo;
                Runner.Equal(ZegoServerAssistant.ErrorCode.success, info.errorCode);
                Runner.Equal("success", info.errorMessage);
                Runner.Equal("u", new Verifier(1, Secret).Verify(result.token).UserId);
            });
            Expect(1, "appID invalid", ServerAssistant.GenerateToken04(0, "", "", 0, ""));
            Expect(3, "userID invalid", ServerAssistant.GenerateToken04(1, "", "", 0, ""));
            Expect(3, "userID invalid", ServerAssistant.GenerateToken04(1, null, "", 0, ""));
            Expect(5, "secret must be a 32 byte string", ServerAssistant.GenerateToken04(1, "u", "", 0, ""));
            Expect(5, "secret must be a 32 byte string", ServerAssistant.GenerateToken04(1, "u", null, 0, ""));
            Expect(6, "effectiveTimeInSeconds invalid", ServerAssistant.GenerateToken04(1, "u", Secret, 0, ""));
            Expect(6, "effectiveTimeInSeconds invalid", ServerAssistant.GenerateToken04(1, "u", Secret, -1, ""));
            Expect(6, "effectiveTimeInSeconds invalid",
                ServerAssistant.GenerateToken04(1, "u", Secret, long.MaxValue, ""));
            Expect(0, "success", ServerAssistant.GenerateToken04(uint.MaxValue, "u", Secret, 1, null));
            Expect(104, "payload must be valid Unicode text",
                ServerAssistant.GenerateToken04(1, "u", Secret, 1, "\ud800"));
            Expect(101, null, ServerAssistant.GenerateToken04(1, "u", Secret, 1, new string('p', 70000)));
        }

        private static void Expect(int code, string message, GenerateTokenResult result)
        {
            Runner.Check($"{code} {message}", () =>
            {
                Runner.Equal(code, (int)result.errorInfo.errorCode);
                Runner.True(message == null || message == result.errorInfo.errorMessage, result.errorInfo.errorMessage);
                Runner.Equal(code == 0, result.token != null, "token");
            });
        }
    }
}
