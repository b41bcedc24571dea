// Ours against the best that a user could write on .NET's own classes, in one interleaved run; medians.
// --json prints a line per comparison, --brief only shows that it works.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Token04;
using ZegoServerAssistant;

public static class Bench
{
    private const uint AppId = 1234567890;
    private const string Secret = "0123456789abcdef0123456789ABCDEF";
    private const string Room = "{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":[\"s1\",\"s2\"]}";
    private static bool json, brief;

    public static void Main(string[] arguments)
    {
        json = arguments.Contains("--json");
        brief = arguments.Contains("--brief");
        var issuer = new Issuer(AppId, Secret);
        var verifier = new Verifier(AppId, Secret);
        var theirs = new OwnWay(AppId, Secret);
        TimeSpan hour = TimeSpan.FromHours(1);
        foreach (string name in new[] { "plain", "room" })
        {
            string payload = name == "plain" ? "" : Room;
            string token = issuer.Issue("user1", hour, payload);
            if (theirs.Verify(theirs.Issue("user1", 3600, payload)) != verifier.Verify(token).UserId)
            {
                throw new Exception("the two ways differ");
            }
            Measure("issue/" + name, () => issuer.Issue("user1", hour, payload), () => theirs.Issue("user1", 3600, payload));
            // The rival keeps its key, which the drop-in cannot.
            Measure(
                "drop-in/" + name,
                () => ServerAssistant.GenerateToken04(AppId, "user1", Secret, 3600, payload),
                () => theirs.Issue("user1", 3600, payload));
            Measure("verify/" + name, () => verifier.Verify(token), () => theirs.Verify(token));
        }
        // The rival gets the payload as text; ours write it, and with a profile also check it.
        var privilege = new RoomPrivilege("room1") { Streams = new[] { "s1", "s2" } };
        var checking = new Issuer(AppId, Secret, profile: Profile.Rtc);
        Action theirRoom = () => theirs.Issue("user1", 3600, Room);
        Measure("issue-room/none", () => issuer.IssueRoom("user1", hour, privilege), theirRoom);
        Measure("issue-room/rtc", () => checking.IssueRoom("user1", hour, privilege), theirRoom);
    }

    private static void Measure(string name, Action ours, Action theirs)
    {
        int rounds = brief ? 3 : 101, turn = brief ? 10 : 200;
        double[] our = new double[rounds], their = new double[rounds];
        Turn(ours, turn * 10);
        Turn(theirs, turn * 10);
        for (int round = 0; round < rounds; round++)
        {
            our[round] = Turn(ours, turn);
            their[round] = Turn(theirs, turn);
        }
        Array.Sort(our);
        Array.Sort(their);
        double a = our[rounds / 2], b = their[rounds / 2], ourMinimum = our[0], theirMinimum = their[0];
        IFormatProvider plain = CultureInfo.InvariantCulture;
        if (json)
        {
            // Pieced together: a closing brace behind a format would be taken for a part of it.
            string numbers = string.Format(plain, "\"ours_ns\":{0:F1},\"theirs_ns\":{1:F1},\"ratio\":{2:F3},\"ours_min_ns\":{3:F1},\"theirs_min_ns\":{4:F1}",
                a, b, b / a, ourMinimum, theirMinimum);
            Console.WriteLine("{\"case\":\"" + name + "\",\"against\":\"dotnet Aes\"," + numbers + "}");
            return;
        }
        Console.WriteLine(string.Format(plain, "{0,-15} {1,6:F0} ns (minimum {2:F0})   {5:F1} times as fast as dotnet Aes: {3:F0} ns (minimum {4:F0})",
            name, a, ourMinimum, b, theirMinimum, b / a));
    }

    private static double Turn(Action action, int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int index = 0; index < count; index++)
        {
            action();
        }
        return (Stopwatch.GetTimestamp() - start) * 1e9 / Stopwatch.Frequency / count;
    }

    /// <summary>Key, generator and buffers kept; JSON by a StringBuilder.</summary>
    private sealed class OwnWay
    {
        private static readonly RandomNumberGenerator Generator = RandomNumberGenerator.Create();
        private readonly Aes aes = Aes.Create();
        private readonly uint appId;
        private readonly byte[] pool = new byte[4096];
        private readonly StringBuilder body = new StringBuilder(512);
        private int used = 4096;

        public OwnWay(uint appId, string secret)
        {
            this.appId = appId;
            aes.Key = Encoding.UTF8.GetBytes(secret);
        }

        public string Issue(string userId, long ttl, string payload)
        {
            if (used + 20 > pool.Length)
            {
                Generator.GetBytes(pool);
                used = 0;
            }
            byte[] iv = new byte[16];
            Buffer.BlockCopy(pool, used, iv, 0, 16);
            int nonce = BitConverter.ToInt32(pool, used + 16) & int.MaxValue;
            used += 20;
            long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            body.Clear().Append("{\"app_id\":").Append(appId).Append(",\"user_id\":\"");
            Escape(userId);
            body.Append("\",\"nonce\":").Append(nonce).Append(",\"ctime\":").Append(now).Append(",\"expire\":")
                .Append(now + ttl).Append(",\"payload\":\"");
            Escape(payload);
            byte[] plain = Encoding.UTF8.GetBytes(body.Append("\"}").ToString());
            byte[] sealedBody;
            using (ICryptoTransform encryptor = aes.CreateEncryptor(aes.Key, iv))
            {
                sealedBody = encryptor.TransformFinalBlock(plain, 0, plain.Length);
            }
            byte[] envelope = new byte[28 + sealedBody.Length];
            for (int index = 0; index < 8; index++)
            {
                envelope[index] = (byte)((now + ttl) >> (56 - 8 * index));
            }
            envelope[9] = 16;
            Buffer.BlockCopy(iv, 0, envelope, 10, 16);
            envelope[26] = (byte)(sealedBody.Length >> 8);
            envelope[27] = (byte)sealedBody.Length;
            Buffer.BlockCopy(sealedBody, 0, envelope, 28, sealedBody.Length);
            return "04" + Convert.ToBase64String(envelope);
        }

        /// <summary>Opens a token and gives the user id; only as much JSON is read as that needs.</summary>
        public string Verify(string token)
        {
            byte[] envelope = Convert.FromBase64String(token.Substring(2));
            byte[] iv = new byte[16];
            Buffer.BlockCopy(envelope, 10, iv, 0, 16);
            using (ICryptoTransform decryptor = aes.CreateDecryptor(aes.Key, iv))
            {
                string text = Encoding.UTF8.GetString(decryptor.TransformFinalBlock(envelope, 28, envelope.Length - 28));
                int start = text.IndexOf("\"user_id\":\"", StringComparison.Ordinal) + 11;
                return text.Substring(start, text.IndexOf('"', start) - start);
            }
        }

        private void Escape(string text)
        {
            foreach (char unit in text)
            {
                if (unit == '"' || unit == '\\')
                {
                    body.Append('\\');
                }
                body.Append(unit);
            }
        }
    }
}
