// The vocabulary that every language shares: codes, modes, profiles, languages, severities and findings.
using System;
using System.Linq;
using System.Reflection;

namespace Token04.Tests
{
    public static class Vocabulary
    {
        public static void Run()
        {
            Runner.Check("error codes", () => Same("error", typeof(ErrorCode)));
            Runner.Check("modes", () => Same("mode", typeof(Mode)));
            Runner.Check("profiles", () => Same("profile", typeof(Profile), "none=0"));
            Runner.Check("languages", () => Same("language", typeof(Language)));
            Runner.Check("severities", () => Same("severity", typeof(Severity)));
            Runner.Check("findings", Findings);
        }

        private static Case[] Entries(string kind)
        {
            return Case.Load("vocabulary.json").Where(row => row.Text("kind") == kind).ToArray();
        }

        private static void Same(string kind, Type type, params string[] besides)
        {
            Case[] entries = Entries(kind);
            Runner.True(entries.Length > 1, "no entries");
            var expected = besides.Concat(entries.Select(row => row.Text("name").Replace("_", "") + "=" + row.Number("number")));
            var found = Enum.GetValues(type).Cast<Enum>()
                .Select(value => value.ToString().ToLowerInvariant() + "=" + Convert.ToInt32(value));
            Runner.Equal(string.Join(" ", expected), string.Join(" ", found));
        }

        private static void Findings()
        {
            string[] constants = typeof(FindingId).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => field.Name.ToLowerInvariant() + "=" + field.GetRawConstantValue()).OrderBy(id => id).ToArray();
            string[] ids = Entries("finding")
                .Select(row => row.Text("name").Replace("-", "") + "=" + row.Text("name")).OrderBy(id => id).ToArray();
            Runner.Equal(string.Join(" ", ids), string.Join(" ", constants));
        }
    }
}
