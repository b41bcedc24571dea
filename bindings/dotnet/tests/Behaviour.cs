// What the vectors cannot say: disposal, threads, bad input of .NET's own kind, and that no secret is shown.
using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;

namespace Token04.Tests
{
    public static class Behaviour
    {
        private const string Secret = "0123456789abcdef0123456789ABCDEF";
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        public static void Run()
        {
            Runner.Check("a null is told", Nulls);
            Runner.Check("a fraction of a second is told", Fractions);
            Runner.Check("a disposed issuer is told", Disposed);
            Runner.Check("disposing while in use is safe", DisposedInUse);
            Runner.Check("threads share an issuer", Threads);
            Runner.Check("no secret is shown", NoSecret);
            Runner.Check("all of a long payload comes back", Long);
            Runner.Check("any character comes back", Characters);
            Runner.Check("app ids are not wrapped", AppIds);
        }

        private static void Nulls()
        {
            var issuer = new Issuer(1, Secret);
            var verifier = new Verifier(1, Secret);
            Runner.Equal(901, Runner.Code(() => new Issuer(1, null)), "secret");
            Runner.Equal(901, Runner.Code(() => new Verifier(1, null)), "verifier's secret");
            Runner.Equal(901, Runner.Code(() => issuer.Issue(null, Hour)), "user id");
            Runner.Equal(0, Runner.Code(() => issuer.Issue("u", Hour, null)), "payload");
            Runner.Equal(901, Runner.Code(() => issuer.IssueRoom("u", Hour, null)), "privilege");
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
            Runner.Equal(901, Runner.Code(() => issuer.Issue("u", Hour)), "issue");
            Runner.Equal(901, Runner.Code(() => issuer.IssueRoom("u", Hour, new RoomPrivilege("r"))), "issue room");
            Runner.Equal(901, Runner.Code(() => issuer.KitToken("u", Hour, "r")), "kit");
            var verifier = new Verifier(1, Secret);
            verifier.Dispose();
            verifier.Dispose();
            Runner.Equal(901, Runner.Code(() => verifier.Verify(token)), "verify");
        }

        private static void DisposedInUse()
        {
            for (int round = 0; round < 200; round++)
            {
                var issuer = new Issuer(1, Secret);
                int unexpected = 0;
                var thread = new Thread(() =>
                {
                    int code = 0;
                    while (code == 0)
                    {
                        code = Runner.Code(() => issuer.Issue("u", Hour));
                    }
                    unexpected = code == 901 ? 0 : code;
                });
                thread.Start();
                issuer.Dispose();
                thread.Join();
                Runner.Equal(0, unexpected);
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
    }
}
