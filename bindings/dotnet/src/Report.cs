// Why a token is refused and how to fix it.
using System;
using System.Collections.Generic;
using System.Linq;

namespace Token04
{
    /// <summary>One finding about a token.</summary>
    public sealed unsafe class Finding
    {
        internal Finding(NativeFinding* finding)
        {
            Id = finding->Id.Read();
            Severity = (Severity)finding->Severity;
            Message = finding->Message.Read();
            Fix = finding->Fix.Read();
            var codes = new int[checked((int)finding->ClientCodeCount)];
            for (int index = 0; index < codes.Length; index++)
            {
                codes[index] = checked((int)finding->ClientCodes[index]);
            }
            ClientCodes = codes;
        }

        /// <summary>Identifies the finding: one of <see cref="FindingId"/>.</summary>
        public string Id { get; }

        /// <summary>How bad it is.</summary>
        public Severity Severity { get; }

        /// <summary>What is wrong, with the values of this case; never with the secret.</summary>
        public string Message { get; }

        /// <summary>How to fix it.</summary>
        public string Fix { get; }

        /// <summary>The client error codes that it may appear as. Which of them the service returns has not been
        /// observed.</summary>
        public IReadOnlyList<int> ClientCodes { get; }

        /// <summary>The finding by its names in JSON, for any serializer.</summary>
        public IDictionary<string, object> ToDictionary()
        {
            return new Dictionary<string, object>
            {
                ["id"] = Id, ["severity"] = Severity.ToString().ToLowerInvariant(), ["message"] = Message, ["fix"] = Fix,
                ["client_codes"] = ClientCodes,
            };
        }
    }

    /// <summary>What is wrong with a token, if anything.</summary>
    public sealed unsafe class Report
    {
        private Report(NativeReport* report)
        {
            var findings = new Finding[checked((int)report->FindingCount)];
            for (int index = 0; index < findings.Length; index++)
            {
                findings[index] = new Finding(report->Findings[index]);
            }
            Findings = findings;
            Ok = report->Ok == 1;
            if (report->Claims != IntPtr.Zero)
            {
                Claims = Claims.Read(report->Claims);
            }
        }

        /// <summary>Whether no finding is an error.</summary>
        public bool Ok { get; }

        /// <summary>The findings, in the order to fix them. A valid token in mode CBC still gives a note.</summary>
        public IReadOnlyList<Finding> Findings { get; }

        /// <summary>What the token contains if it could be opened, with any key or layout; else null.</summary>
        public Claims Claims { get; }

        /// <summary>The report by its names in JSON, as `token04 diagnose --json` prints it, for any serializer.</summary>
        public IDictionary<string, object> ToDictionary()
        {
            var fields = new Dictionary<string, object>
            {
                ["ok"] = Ok, ["findings"] = Findings.Select(finding => finding.ToDictionary()).ToArray(),
            };
            if (Claims != null)
            {
                fields["claims"] = Claims.ToDictionary();
            }
            return fields;
        }

        /// <summary>Explains why a token is refused and how to fix it. It accepts any text, and detects common mistakes in
        /// hand-written generators. All but the token is optional; more information allows more checks.</summary>
        /// <param name="token">Any text that is meant as a token.</param>
        /// <param name="secret">The secret that it should have been made with, of any length.</param>
        /// <param name="appId">The app that the client uses.</param>
        /// <param name="userId">The user who logs in.</param>
        /// <param name="roomId">The room that the user logs in to.</param>
        /// <param name="streamId">The stream to publish or play.</param>
        /// <param name="publish">Whether the user wants to publish.</param>
        /// <param name="profile">The product that the token is for.</param>
        /// <param name="lang">The language of messages and fixes.</param>
        /// <param name="now">The time to check against; null for that of the clock.</param>
        /// <param name="code">The error code that the client reported, whose causes come first.</param>
        /// <exception cref="Token04Exception">InvalidArgument if the token is null, InvalidAppId, and the code of a text
        /// with a lone surrogate.</exception>
        public static Report Diagnose(
            string token, string secret = null, long? appId = null, string userId = null, string roomId = null,
            string streamId = null, bool publish = false, Profile profile = Profile.None, Language lang = Language.En,
            DateTimeOffset? now = null, long? code = null)
        {
            Native.Load();
            byte[] text = Utf8.Bytes(token), user = Utf8.Bytes(userId);
            byte[] room = Utf8.Bytes(roomId), stream = Utf8.Bytes(streamId);
            long app = appId.GetValueOrDefault(), time = Times.UnixSeconds(now), reported = code.GetValueOrDefault();
            NativeError error;
            NativeError.Prepare(&error);
            NativeReport* report;
            using (var key = new SecretText(secret))
            fixed (byte* userAt = user, roomAt = room, streamAt = stream)
            {
                var question = new NativeQuestion
                {
                    Size = (UIntPtr)(uint)sizeof(NativeQuestion),
                    AppId = appId == null ? null : &app,
                    Secret = key.Text,
                    UserId = new NativeText { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    RoomId = new NativeText { Data = (IntPtr)roomAt, Length = Utf8.Count(room) },
                    StreamId = new NativeText { Data = (IntPtr)streamAt, Length = Utf8.Count(stream) },
                    Now = now == null ? null : &time,
                    Code = code == null ? null : &reported,
                    Publish = publish ? 1 : 0,
                    Profile = (int)profile,
                    Language = (int)lang,
                };
                int status = Native.token04_diagnose(text, Utf8.Count(text), &question, out report, &error);
                Native.Check(status, &error);
            }
            try
            {
                return new Report(report);
            }
            finally
            {
                Native.token04_report_free(report);
            }
        }
    }
}
