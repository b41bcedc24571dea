// What the vectors cannot say: disposal, threads, bad input of .NET's own kind, and that no secret is shown.
using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Newtonsoft.Json;

namespace Token04.Tests
{
    public static class Behaviour
    {
        private const string Secret = "0123456789abcdef0123456789ABCDEF";
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        public static void Run()
        {
            Runner.Check("a null is reported", Nulls);
            Runner.Check("a fraction of a second is reported", Fractions);
            Runner.Check("a disposed issuer is reported", Disposed);
            Runner.Check("disposing while in use is safe", DisposedInUse);
            Runner.Check("threads share an issuer", Threads);
            Runner.Check("no secret is shown", NoSecret);
            Runner.Check("all of a long payload comes back", Long);
            Runner.Check("any character comes back", Characters);
            Runner.Check("app ids are not wrapped", AppIds);
            Runner.Check("the time of issue can be given", TimeOfIssue);
            Runner.Check("many users get their tokens", Many);
            Runner.Check("a refused token needs no exception", TryVerify);
            Runner.Check("messages use the names of .NET", Messages);
            // Debian's Newtonsoft.Json is made for .NET Framework: its serializer does not run on CoreCLR.
            if (Type.GetType("Mono.Runtime") != null)
            {
                Runner.Check("everything turns into JSON", Dictionaries);
            }
        }

        private static void Nulls()
        {
            var issuer = new Issuer(1, Secret);
            var verifier = new Verifier(1, Secret);
            Runner.Equal(901, Runner.Code(() => new Issuer(1, null)), "secret");
            Runner.Equal(901, Runner.Code(() => new Verifier(1, null)), "verifier's secret");
            Runner.Equal(901, Runner.Code(() => issuer.Issue(null, Hour)), "user id");
            Runner.Equal(0, Runner.Code(() => issuer.Issue("u", Hour, null)), "payload");
            Runner.Throws<ArgumentNullException>(() => issuer.IssueRoom("u", Hour, null), "privilege");
            Runner.Throws<ArgumentNullException>(() => issuer.IssueMany(null, Hour), "users");
            Runner.Equal(102, Runner.Code(() => issuer.IssueRoom("u", Hour, new RoomPrivilege(null))), "room");
            var streams = new RoomPrivilege("r") { Streams = new string[] { null } };
            Runner.Equal(102, Runner.Code(() => issuer.IssueRoom("u", Hour, streams)), "stream");
            Runner.Equal(102, Runner.Code(() => issuer.KitToken("u", Hour, null)), "kit room");
            Runner.Equal(901, Runner.Code(() => verifier.Verify(null)), "token");
            Runner.Equal(901, Runner.Code(() => Header.Inspect(null)), "inspect");
            Runner.Equal(901, Runner.Code(() => Kit.Decode(null)), "kit token");
        }

        private static void Fractions()
        {
            var issuer = new Issuer(1, Secret);
            foreach (TimeSpan ttl in new[] { TimeSpan.FromMilliseconds(1500), TimeSpan.FromTicks(1), TimeSpan.MaxValue })
            {
                Runner.Equal(6, Runner.Code(() => issuer.Issue("u", ttl)), ttl.ToString());
            }
            Runner.Equal(3, Runner.Code(() => issuer.Issue("", TimeSpan.FromTicks(1))), "user id comes first");
            Runner.Equal(6, Runner.Code(() => issuer.Issue("u", -Hour)), "negative");
            Runner.Equal(901, Runner.Code(() => new Verifier(1, Secret, leeway: TimeSpan.FromTicks(1))), "leeway");
            Runner.Equal(901, Runner.Code(() => new Verifier(1, Secret, leeway: -Hour)), "negative leeway");
        }

        private static void Disposed()
        {
            var issuer = new Issuer(1, Secret);
            string token = issuer.Issue("u", Hour);
            issuer.Dispose();
            issuer.Dispose();
            Runner.Throws<ObjectDisposedException>(() => issuer.Issue("u", Hour), "issue");
            Runner.Throws<ObjectDisposedException>(() => issuer.IssueRoom("u", Hour, new RoomPrivilege("r")), "issue room");
            Runner.Throws<ObjectDisposedException>(() => issuer.IssueMany(new[] { "u" }, Hour), "issue many");
            Runner.Throws<ObjectDisposedException>(() => issuer.KitToken("u", Hour, "r"), "kit");
            var verifier = new Verifier(1, Secret);
            verifier.Dispose();
            verifier.Dispose();
            Runner.Throws<ObjectDisposedException>(() => verifier.Verify(token), "verify");
            Runner.Throws<ObjectDisposedException>(
                () => verifier.TryVerify(token, out Claims claims, out ErrorCode reason), "try to verify");
        }

        private static void DisposedInUse()
        {
            for (int round = 0; round < 200; round++)
            {
                var issuer = new Issuer(1, Secret);
                Exception end = null;
                var thread = new Thread(() =>
                {
                    while (end == null)
                    {
                        try
                        {
                            issuer.Issue("u", Hour);
                        }
                        catch (Exception exception)
                        {
                            end = exception;
                        }
                    }
                });
                thread.Start();
                issuer.Dispose();
                thread.Join();
                Runner.True(end is ObjectDisposedException, end.ToString());
            }
        }

        private static void Threads()
        {
            using (var issuer = new Issuer(1, Secret, Mode.Gcm))
            using (var verifier = new Verifier(1, Secret))
            {
                var ivs = new ConcurrentDictionary<string, bool>();
                Thread[] threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
                {
                    for (int round = 0; round < 500; round++)
                    {
                        string token = issuer.Issue("u", Hour);
                        ivs.TryAdd(token.Substring(16, 16), verifier.Verify(token, "u").AppId == 1);
                    }
                })).ToArray();
                Array.ForEach(threads, thread => thread.Start());
                Array.ForEach(threads, thread => thread.Join());
                Runner.Equal(4000, ivs.Count, "distinct ivs");
            }
        }

        private static void NoSecret()
        {
            var issuer = new Issuer(1, Secret);
            Runner.True(!issuer.ToString().Contains(Secret), "issuer");
            foreach (string bad in new[] { Secret + "!", Secret + Secret, Secret.Substring(1) })
            {
                try
                {
                    new Issuer(1, bad);
                    throw new Exception("accepted");
                }
                catch (Token04Exception failure)
                {
                    Runner.True(!failure.ToString().Contains(Secret.Substring(1, 8)), "error");
                }
            }
        }

        private static void Long()
        {
            using (var issuer = new Issuer(1, Secret))
            using (var verifier = new Verifier(1, Secret))
            {
                foreach (int length in new[] { 0, 500, 700, 1000, 60000 })
                {
                    string payload = new string('p', length);
                    Runner.Equal(payload, verifier.Verify(issuer.Issue("u", Hour, payload)).Payload);
                }
                Runner.Equal(101, Runner.Code(() => issuer.Issue("u", Hour, new string('p', 70000))));
            }
        }

        private static void Characters()
        {
            using (var issuer = new Issuer(1, Secret))
            using (var verifier = new Verifier(1, Secret))
            {
                foreach (string text in new[] { "a\0b", "\u007f\u0080\u07ff\u0800\uffff", "\U0001F600\U0010FFFF", "\"\\\n" })
                {
                    Claims claims = verifier.Verify(issuer.Issue(text, Hour, text), text);
                    Runner.Equal(text, claims.UserId);
                    Runner.Equal(text, claims.Payload);
                }
                Runner.Equal(3, Runner.Code(() => issuer.Issue("a\ud800", Hour)), "high at the end");
                Runner.Equal(3, Runner.Code(() => issuer.Issue("\udc00a", Hour)), "low first");
                Runner.Equal(104, Runner.Code(() => issuer.Issue("u", Hour, "\ud800\ud800")), "payload");
                Runner.Equal(5, Runner.Code(() => new Issuer(1, new string('\ud800', 32))), "secret");
                Runner.Equal(201, Runner.Code(() => verifier.Verify("04\ud800")), "token");
            }
        }

        private static void AppIds()
        {
            foreach (long bad in new[] { 0, -1, 1L << 32, (1L << 32) + 1, long.MaxValue, long.MinValue })
            {
                Runner.Equal(1, Runner.Code(() => new Issuer(bad, Secret)), bad.ToString());
                Runner.Equal(1, Runner.Code(() => new Verifier(bad, Secret)), bad.ToString());
            }
        }

        private static void TimeOfIssue()
        {
            var now = new DateTimeOffset(2024, 2, 29, 13, 0, 0, 999, TimeSpan.FromHours(1));
            var whole = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
            using (var issuer = new Issuer(1, Secret))
            using (var verifier = new Verifier(1, Secret))
            {
                var room = new RoomPrivilege("r");
                string[] tokens =
                {
                    issuer.Issue("u", Hour, now: now), issuer.IssueRoom("u", Hour, room, now),
                    issuer.KitToken("u", Hour, "r", now: now), issuer.IssueMany(new[] { "u" }, Hour, now: now)[0],
                };
                foreach (string token in tokens)
                {
                    Claims claims = verifier.Verify(token, now: now.AddMinutes(59));
                    Runner.Equal(whole, claims.CreatedAt);
                    Runner.Equal(whole + Hour, claims.ExpiresAt);
                    Runner.Equal(204, Runner.Code(() => verifier.Verify(token, now: now + Hour)));
                    Runner.True(!Header.Inspect(token, now).Expired && Header.Inspect(token).Expired, "inspect");
                }
                Runner.Equal(901, Runner.Code(() => issuer.Issue("u", Hour, now: DateTimeOffset.MinValue)), "year 1");
            }
        }

        private static void Many()
        {
            using (var issuer = new Issuer(1, Secret))
            using (var verifier = new Verifier(1, Secret))
            {
                string[] users = Enumerable.Range(0, 100).Select(number => "用户" + number).ToArray();
                string[] tokens = issuer.IssueMany(users, Hour, "p");
                Runner.Equal(100, tokens.Distinct().Count());
                for (int index = 0; index < users.Length; index++)
                {
                    Runner.Equal("p", verifier.Verify(tokens[index], users[index]).Payload);
                }
                Runner.Equal(0, issuer.IssueMany(new string[0], Hour).Length);
                foreach (string bad in new[] { "", null, "\ud800" })
                {
                    try
                    {
                        issuer.IssueMany(new[] { "a", "b", bad }, Hour);
                        throw new Exception("accepted");
                    }
                    catch (Token04Exception failure)
                    {
                        Runner.Equal(2, failure.Index, bad);
                        Runner.Equal(bad == null ? 901 : 3, (int)failure.Code, bad);
                    }
                }
                try
                {
                    issuer.IssueMany(users, TimeSpan.Zero);
                    throw new Exception("accepted");
                }
                catch (Token04Exception failure)
                {
                    Runner.Equal(null, failure.Index, "ttl");
                    Runner.Equal(ErrorCode.InvalidTtl, failure.Code);
                }
            }
        }

        private static void TryVerify()
        {
            using (var issuer = new Issuer(1, Secret))
            using (var verifier = new Verifier(1, Secret))
            {
                string token = issuer.Issue("u", Hour);
                Claims claims;
                ErrorCode reason;
                Runner.True(verifier.TryVerify(token, out claims, out reason, "u") && claims.UserId == "u" && reason == 0, "valid");
                Runner.True(!verifier.TryVerify(token, out claims, out reason, "v") && claims == null, "another user");
                Runner.Equal(ErrorCode.WrongUserId, reason);
                Runner.True(!verifier.TryVerify(token, out claims, out reason, roomId: "r", requirePrivilege: true), "identity");
                Runner.Equal(ErrorCode.NotPermitted, reason);
                Runner.True(!verifier.TryVerify("", out claims, out reason) && reason == ErrorCode.Malformed, "empty");
                Runner.Equal(901, Runner.Code(() => verifier.TryVerify(null, out claims, out reason)), "null");
            }
        }

        private static void Messages()
        {
            var issuer = new Issuer(1, Secret);
            Func<Action, string> message = call =>
            {
                try
                {
                    call();
                    return "";
                }
                catch (Token04Exception failure)
                {
                    return failure.Message;
                }
            };
            Runner.Equal("userId must be a string, not null", message(() => issuer.Issue(null, Hour)));
            Runner.Equal("appId must be 1 to 4294967295, got 0", message(() => Report.Diagnose("", appId: 0)));
            Runner.Equal(
                "ttl must be whole seconds, at least 1, got 1.5", message(() => issuer.Issue("u", TimeSpan.FromSeconds(1.5))));
            Runner.Equal(
                "leeway must be whole seconds, at least 0, got -0.0000001",
                message(() => new Verifier(1, Secret, leeway: TimeSpan.FromTicks(-1))));
            Runner.Equal(
                "secret must be 32 bytes, got 33: remove the white space around it", message(() => new Issuer(1, Secret + "\n")));
        }

        private static void Dictionaries()
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(1700000000);
            using (var issuer = new Issuer(1, Secret))
            using (var verifier = new Verifier(1, Secret))
            {
                string token = issuer.IssueRoom("u", Hour, new RoomPrivilege("r") { Streams = new[] { "s" } }, now);
                var claims = Case.Parse(
                    JsonConvert.SerializeObject(verifier.Verify(token, now: now).ToDictionary()));
                Runner.Equal("u", claims.Text("user_id"));
                Runner.Equal(1700003600, claims.Number("expire"));
                Runner.Equal("r", claims.Object("privilege").Text("room_id"));
                Runner.True(claims.Object("privilege").Flag("login") && !claims.Object("privilege").Flag("publish"), "rights");
                Runner.True(!verifier.Verify(issuer.Issue("u", Hour)).ToDictionary().ContainsKey("privilege"), "identity");
                Runner.Equal(
                    "{\"version\":\"04\",\"mode\":\"cbc\",\"expires_at\":1700003600,\"expired\":false,\"iv_bytes\":16,"
                    + "\"ciphertext_bytes\":176}",
                    JsonConvert.SerializeObject(Header.Inspect(token, now).ToDictionary()));
                var report = Case.Parse(JsonConvert.SerializeObject(
                    Report.Diagnose(token, Secret, userId: "v", now: now).ToDictionary()));
                Runner.Equal("user-id-mismatch", report.Objects("findings")[0].Text("id"));
                Runner.Equal("error", report.Objects("findings")[0].Text("severity"));
                Runner.True(!report.Flag("ok") && report.Object("claims").Text("user_id") == "u", "report");
                Runner.Equal(50119, Case.Parse(JsonConvert.SerializeObject(
                    Explanation.Of(50119).ToDictionary())).Number("code"));
            }
        }
    }
}
