// Why a token is refused, and how to mend it.
using System;
using System.Collections.Generic;

namespace Token04
{
    /// <summary>One thing that was found.</summary>
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

        /// <summary>What it is: one of <see cref="FindingId"/>.</summary>
        public string Id { get; }

        /// <summary>How bad it is.</summary>
        public Severity Severity { get; }

        /// <summary>What is wrong, with the values of this case; never with the secret.</summary>
        public string Message { get; }

        /// <summary>How to mend it.</summary>
        public string Fix { get; }

        /// <summary>The client error codes that it may show as. Which the service really answers was never
        /// observed.</summary>
        public IReadOnlyList<int> ClientCodes { get; }
    }

    /// <summary>What is wrong with a token, if anything.</summary>
    public sealed unsafe class Report
    {
        private Report(NativeReport* report)
        {
            var findings = new Finding[checked((int)report->FindingCount)];
            for (int index = 0; index < findings.Length; index++)
            {
                findings[index] = new Finding(report->Findings + index);
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

        /// <summary>What was found, in order of what to do first. A sound token in mode CBC still gives a
        /// note.</summary>
        public IReadOnlyList<Finding> Findings { get; }

        /// <summary>What the token says, where it could be opened, by whichever key or layout; else null.</summary>
        public Claims Claims { get; }

        /// <summary>Says what is wrong with a token, and how to mend it. It takes any text and finds what people get wrong
        /// who write a generator by hand. All that is known beside the token is optional; the more is given, the more
        /// can be said.</summary>
        /// <param name="token">Any text that is meant as a token.</param>
        /// <param name="secret">The secret that it should have been made with, of any length.</param>
        /// <param name="appId">The app that the client runs under.</param>
        /// <param name="userId">The user who logs in.</param>
        /// <param name="roomId">The room that the user logs in to.</param>
        /// <param name="streamId">The stream to publish or play.</param>
        /// <param name="publish">Whether the user means to publish.</param>
        /// <param name="profile">The product that the token is for.</param>
        /// <param name="lang">The language of messages and fixes.</param>
        /// <param name="now">The time of the question, in unix seconds; null for the clock's.</param>
        /// <exception cref="Token04Exception">InvalidArgument where the token is null, InvalidAppId, and the code of a
        /// text with a lone surrogate.</exception>
        public static Report Diagnose(
            string token, string secret = null, long? appId = null, string userId = null, string roomId = null,
            string streamId = null, bool publish = false, Profile profile = Profile.None, Language lang = Language.En,
            long? now = null)
        {
            Native.Load();
            if (appId == 0)
            {
                // There 0 stands for unknown, and is never refused.
                throw new Token04Exception(ErrorCode.InvalidAppId, "app_id must be 1 to 4294967295, got 0");
            }
            byte[] text = Utf8.Bytes(token), key = Utf8.Bytes(secret), user = Utf8.Bytes(userId);
            byte[] room = Utf8.Bytes(roomId), stream = Utf8.Bytes(streamId);
            fixed (byte* keyAt = key, userAt = user, roomAt = room, streamAt = stream)
            {
                var question = new NativeQuestion
                {
                    Size = (UIntPtr)(uint)sizeof(NativeQuestion),
                    AppId = appId.GetValueOrDefault(),
                    Secret = { Data = (IntPtr)keyAt, Length = Utf8.Count(key) },
                    UserId = { Data = (IntPtr)userAt, Length = Utf8.Count(user) },
                    RoomId = { Data = (IntPtr)roomAt, Length = Utf8.Count(room) },
                    StreamId = { Data = (IntPtr)streamAt, Length = Utf8.Count(stream) },
                    Publish = publish ? 1 : 0,
                    Profile = (int)profile,
                    Language = (int)lang,
                    HasNow = now.HasValue ? 1 : 0,
                    Now = now.GetValueOrDefault(),
                };
                var error = new NativeError();
                int status = Native.token04_diagnose(
                    text, Utf8.Count(text), ref question, out NativeReport* report, ref error);
                Utf8.Wipe(key);
                Native.Check(status, ref error);
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
}
