// The shared vectors of diagnosis, and the constants for their ids.
using System;
using System.Linq;
using System.Reflection;

namespace Token04.Tests
{
    public static class Diagnose
    {
        public static void Run()
        {
            foreach (Case row in Case.Load("diagnose.json"))
            {
                Runner.Check("diagnose/" + row.Id, () => Same(row));
            }
            Runner.Check("every id has a constant, and every constant is an id", Constants);
            Runner.Check("bad arguments are reported", BadArguments);
            Runner.Check("a code is explained", Explained);
        }

        private static Report Ask(Case row, Language lang)
        {
            return Report.Diagnose(
                row.Text("token"), row.Text("secret"), row.Has("app_id") ? row.Number("app_id") : (long?)null,
                row.Text("user_id"), row.Text("room_id"), row.Text("stream_id"), row.Flag("publish"),
                Vectors.Profile(row.Text("profile")), lang, row.Time("now"),
                row.Has("code") ? row.Number("code") : (long?)null);
        }

        private static void Same(Case row)
        {
            Report report = Ask(row, Language.En);
            Func<string[], string> joined = parts => string.Join(" ", parts);
            string expected = joined(row.Objects("findings").Select(f => f.Text("id") + ":" + f.Text("severity")).ToArray());
            string found = joined(report.Findings.Select(f => f.Id + ":" + f.Severity.ToString().ToLowerInvariant()).ToArray());
            Runner.Equal(expected, found);
            Runner.Equal(row.Flag("ok"), report.Ok, "ok");
            foreach (Finding finding in report.Findings)
            {
                Case codes = row.Object("codes");
                if (codes != null && codes.Has(finding.Id))
                {
                    Runner.Equal(string.Join(",", codes.Numbers(finding.Id)), string.Join(",", finding.ClientCodes), finding.Id);
                }
                Runner.True(finding.Message != "" && finding.Fix != "", "a text is empty");
            }
            Case claims = row.Object("claims");
            if (claims != null)
            {
                Runner.Equal(claims.Number("app_id"), report.Claims.AppId);
                Runner.Equal(claims.Text("user_id"), report.Claims.UserId);
                Runner.Equal(claims.Text("payload"), report.Claims.Payload);
                Runner.Equal(long.Parse(claims.Text("expire")), report.Claims.Expire);
            }
            Report chinese = Ask(row, Language.Zh);
            Runner.True(chinese.Findings.All(f => f.Message.Any(unit => unit > 0x2e80)), "a Chinese text is not Chinese");
        }

        private static void Constants()
        {
            string[] constants = typeof(FindingId).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => (string)field.GetRawConstantValue()).OrderBy(id => id).ToArray();
            string[] ids = Case.Load("diagnose.json").SelectMany(row => row.Objects("findings"))
                .Select(finding => finding.Text("id")).Distinct().OrderBy(id => id).ToArray();
            Runner.Equal(string.Join(" ", ids), string.Join(" ", constants));
        }

        private static void Explained()
        {
            Explanation known = Explanation.Of(50119), chinese = Explanation.Of(50119, Language.Zh);
            Runner.True(known.Known && known.Causes[0] == FindingId.Jwt && known.Checks.Count > 0, "50119");
            Runner.True(known.ToString().Contains(known.Meaning) && known.Meaning != chinese.Meaning, "texts");
            Explanation unknown = Explanation.Of(50118);
            Runner.True(!unknown.Known && unknown.Near[0] == 50119 && unknown.Undocumented == null, "50118");
            Runner.Equal(901, Runner.Code(() => Explanation.Of(1, (Language)2)), "language");
            Report report = Report.Diagnose("eyJhbGciOiJIUzI1NiJ9.e30.c2ln", code: 50119);
            Runner.Equal(FindingId.Jwt, report.Findings[0].Id);
        }

        private static void BadArguments()
        {
            Runner.Equal(901, Runner.Code(() => Report.Diagnose(null)), "null");
            Runner.Equal(1, Runner.Code(() => Report.Diagnose("x", appId: 0)), "app id 0");
            Runner.Equal(1, Runner.Code(() => Report.Diagnose("x", appId: 1L << 32)), "app id of 33 bits");
            Runner.Equal(3, Runner.Code(() => Report.Diagnose("x", userId: "\ud800")), "user id");
            Runner.Equal(901, Runner.Code(() => Report.Diagnose("x", lang: (Language)2)), "language");
            Runner.Equal(0, Runner.Code(() => Report.Diagnose("\ud800\0", secret: "")), "any text is a token to look at");
        }
    }
}
