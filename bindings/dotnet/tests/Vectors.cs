// The shared conformance vectors.
using System;
using System.Linq;

namespace Token04.Tests
{
    public static class Vectors
    {
        public static void Run()
        {
            foreach (Case row in Case.Load("issue.json"))
            {
                Runner.Check("issue/" + row.Id, () => Issue(row));
            }
            foreach (Case row in Case.Load("open.json"))
            {
                Runner.Check("open/" + row.Id, () => Open(row));
            }
            foreach (Case row in Case.Load("reject.json"))
            {
                Runner.Check("reject/" + row.Id, () => Reject(row));
            }
            foreach (Case row in Case.Load("arguments.json").Where(CanBeSaid))
            {
                Runner.Check("arguments/" + row.Id, () => Arguments(row));
            }
            foreach (Case row in Case.Load("privilege.json"))
            {
                Runner.Check("privilege/" + row.Id, () => Privileges(row));
            }
            foreach (Case row in Case.Load("kit.json"))
            {
                Runner.Check("kit/" + row.Id, () => Kits(row));
            }
        }

        private static Verifier Verifier(Case row)
        {
            var leeway = TimeSpan.FromSeconds(row.Has("leeway") ? row.Number("leeway") : 0);
            return new Verifier(row.Number("app_id"), row.Text("secret"), row.Text("previous_secret"), leeway);
        }

        private static Mode Mode(Case row) => row.Text("mode") == "gcm" ? Token04.Mode.Gcm : Token04.Mode.Cbc;

        /// <summary>Clock and IV cannot be fixed here: the token is verified, and one of the same arguments is
        /// made.</summary>
        private static void Issue(Case row)
        {
            string user = row.Text("user_id"), payload = row.Text("payload");
            using (Verifier verifier = Verifier(row))
            using (var issuer = new Issuer(row.Number("app_id"), row.Text("secret"), Mode(row)))
            {
                Claims claims = verifier.Verify(row.Text("token"), user, now: row.Time("now"));
                Runner.Equal(payload, claims.Payload);
                Runner.Equal(row.Number("nonce"), claims.Nonce);
                if (row.Id.EndsWith("-largest"))
                {
                    return; // With a nonce of ten digits it is too long.
                }
                string token = issuer.Issue(user, TimeSpan.FromSeconds(Math.Min(row.Number("ttl"), 1L << 32)), payload);
                Claims again = verifier.Verify(token, user);
                Runner.Equal(payload, again.Payload);
                Runner.Equal(Mode(row), Header.Inspect(token).Mode);
            }
        }

        private static void Open(Case row)
        {
            using (Verifier verifier = Verifier(row))
            {
                Claims claims = verifier.Verify(row.Text("token"), now: row.Time("now"));
                Case expected = row.Object("claims");
                Runner.Equal(expected.Number("app_id"), claims.AppId);
                Runner.Equal(expected.Text("user_id"), claims.UserId);
                Runner.Equal(expected.Text("payload"), claims.Payload);
                Runner.Equal(long.Parse(expected.Text("nonce")), claims.Nonce);
                Runner.Equal(long.Parse(expected.Text("ctime")), claims.Ctime);
                Runner.Equal(long.Parse(expected.Text("expire")), claims.Expire);
                Same(row.Object("privilege"), claims.Privilege);
            }
            Header header = Header.Inspect(row.Text("token"), row.Time("now"));
            Runner.Equal(Mode(row), header.Mode);
            Runner.Equal(long.Parse(row.Text("expires_at")), header.Expire);
            Runner.Equal(row.Number("iv_bytes"), header.IvBytes);
            Runner.Equal(row.Number("ciphertext_bytes"), header.CiphertextBytes);
            Runner.Equal(false, header.Expired);
        }

        private static void Reject(Case row)
        {
            Case login = row.Object("login");
            int code = Runner.Code(() =>
            {
                using (Verifier verifier = Verifier(row))
                {
                    verifier.Verify(
                        row.Text("token"), login?.Text("user_id"), login?.Text("room_id"), login?.Text("stream_id"),
                        login != null && login.Flag("publish"), login != null && login.Flag("require_privilege"),
                        row.Time("now"));
                }
            });
            Runner.Equal(row.Number("code"), code);
            Runner.Equal(code == 201, Runner.Code(() => Header.Inspect(row.Text("token"))) != 0, "inspect");
        }

        /// <summary>Whether the types here can carry the case: numbers are integers of 64 bits, in the drop-in the app
        /// id has 32 bits, and text is UTF-16.</summary>
        private static bool CanBeSaid(Case row)
        {
            string[] needs = row.List("needs");
            bool wide = row.Text("call") == "drop_in" && row.Value("app_id") is long number
                && (number < 0 || number > uint.MaxValue);
            return !wide && !needs.Intersect(new[] { "any-type", "float", "big-integer", "invalid-utf8" }).Any()
                && !(needs.Contains("null") && (row.Value("app_id") == null || row.Value("ttl") == null))
                && (!row.Has("app_id_text") && (row.Has("ttl_text") || row.Value("ttl") != null));
        }

        private static void Arguments(Case row)
        {
            string user = row.Text("user_id"), secret = row.Text("secret"), payload = row.Text("payload");
            long app = row.Number("app_id");
            long seconds = row.Has("ttl_text") ? long.Parse(row.Text("ttl_text")) : row.Number("ttl");
            if (row.Text("call") == "drop_in")
            {
                var result = ZegoServerAssistant.ServerAssistant.GenerateToken04(
                    checked((uint)app), user, secret, seconds, payload);
                Runner.Equal(row.Number("code"), (long)(int)result.errorInfo.errorCode);
                Runner.Equal(row.Number("code") == 0, result.token != null);
                return;
            }
            // A TimeSpan ends long before 64 bits do: the longest stands for what is longer.
            TimeSpan ttl = seconds > TimeSpan.MaxValue.TotalSeconds ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds);
            int code = Runner.Code(() =>
            {
                using (var issuer = new Issuer(app, secret, Mode(row), Profile(row.Text("profile"))))
                {
                    Make(issuer, row, user, ttl, payload);
                }
            });
            Runner.Equal(row.Number("code"), code);
        }

        private static void Make(Issuer issuer, Case row, string user, TimeSpan ttl, string payload)
        {
            Case room = row.Object("room");
            switch (row.Text("call"))
            {
                case "issue_room":
                    var privilege = new RoomPrivilege(room.Text("room_id")) { Streams = room.List("streams") };
                    privilege.Login = !room.Has("login") || room.Flag("login");
                    privilege.Publish = room.Flag("publish");
                    issuer.IssueRoom(user, ttl, privilege);
                    break;
                case "kit":
                    issuer.KitToken(user, ttl, room.Text("room_id"), row.Text("user_name"), payload);
                    break;
                default:
                    issuer.Issue(user, ttl, payload);
                    break;
            }
        }

        internal static Profile Profile(string name)
        {
            return name == null ? Token04.Profile.None : (Profile)Enum.Parse(typeof(Profile), name, true);
        }

        private static void Privileges(Case row)
        {
            if (row.Text("direction") == "read")
            {
                Same(row.Object("privilege"), Privilege.Parse(row.Text("payload")));
                return;
            }
            var privilege = new RoomPrivilege(row.Text("room_id"))
            {
                Login = row.Flag("login"),
                Publish = row.Flag("publish"),
                Streams = row.List("streams"),
            };
            Runner.Equal(row.Text("payload"), privilege.Payload());
        }

        private static void Kits(Case row)
        {
            Case user = row.Object("user");
            if (row.Text("direction") != "decode")
            {
                string made = null;
                int code = Runner.Code(() => made = Kit.Encode(
                    row.Text("token"), user.Number("app_id"), user.Text("user_id"), user.Text("room_id"),
                    user.Text("user_name")));
                Runner.Equal(row.Number("code"), code, "encode");
                Runner.Equal(row.Text("kit_token"), made);
            }
            if (row.Text("direction") != "encode")
            {
                Kit read = null;
                Runner.Equal(row.Number("code"), Runner.Code(() => read = Kit.Decode(row.Text("kit_token"))), "decode");
                if (read != null)
                {
                    Runner.Equal(row.Text("token"), read.Token);
                    Runner.Equal(user.Number("app_id"), read.AppId);
                    Runner.Equal(user.Text("user_id"), read.UserId);
                    Runner.Equal(user.Text("room_id"), read.RoomId);
                    Runner.Equal(user.Text("user_name"), read.UserName);
                }
            }
        }

        private static void Same(Case expected, Privilege read)
        {
            Runner.Equal(expected == null, read == null, "privilege is null");
            if (read != null)
            {
                Runner.Equal(expected.Text("room_id"), read.RoomId);
                Runner.Equal((bool?)expected.Value("login"), read.Login, "login");
                Runner.Equal((bool?)expected.Value("publish"), read.Publish, "publish");
                string[] streams = expected.List("streams");
                Runner.Equal(streams == null, read.Streams == null, "streams are null");
                Runner.True(streams == null || streams.SequenceEqual(read.Streams), "streams");
            }
        }
    }
}
