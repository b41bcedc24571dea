// JSON for the tests: what the vectors are read with.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Token04.Tests
{
    /// <summary>A case of the vectors: its fields by name.</summary>
    public sealed class Case
    {
        private readonly IDictionary<string, object> fields;

        public Case(object fields)
        {
            this.fields = (IDictionary<string, object>)fields;
        }

        /// <summary>All cases of a file of vectors.</summary>
        public static IEnumerable<Case> Load(string file)
        {
            string folder = Environment.GetEnvironmentVariable("TOKEN04_VECTORS");
            return Parse(File.ReadAllText(Path.Combine(folder, file))).Objects("cases");
        }

        /// <summary>A JSON object.</summary>
        public static Case Parse(string json)
        {
            using (var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None })
            {
                return new Case(Value(JToken.Load(reader)));
            }
        }

        private static object Value(JToken token)
        {
            if (token is JObject)
            {
                return ((JObject)token).Properties().ToDictionary(field => field.Name, field => Value(field.Value));
            }
            return token is JArray ? token.Select(Value).ToArray() : ((JValue)token).Value;
        }

        public string Id => Text("id");

        public bool Has(string name) => fields.ContainsKey(name);

        public object Value(string name) => fields.TryGetValue(name, out object value) ? value : null;

        public long Number(string name) => Convert.ToInt64(Value(name));

        public Case Object(string name) => Value(name) == null ? null : new Case(Value(name));

        public Case[] Objects(string name) => ((object[])Value(name)).Select(fields => new Case(fields)).ToArray();

        public long[] Numbers(string name) => ((object[])Value(name)).Select(Convert.ToInt64).ToArray();

        /// <summary>A time in unix seconds.</summary>
        public DateTimeOffset Time(string name) => DateTimeOffset.FromUnixTimeSeconds(Number(name));

        public string[] List(string name) => ((object[])Value(name))?.Cast<string>().ToArray();

        public bool Flag(string name) => Equals(Value(name), true);

        /// <summary>A text in whichever way the case spells it; null where it has none.</summary>
        public string Text(string name)
        {
            if (Has(name + "_repeat"))
            {
                Case repeat = Object(name + "_repeat");
                return string.Concat(Enumerable.Repeat(repeat.Text("text"), (int)repeat.Number("count")));
            }
            if (Has(name + "_utf16"))
            {
                return string.Concat(List(name + "_utf16").Select(unit => (char)Convert.ToInt32(unit, 16)));
            }
            return (string)Value(name);
        }
    }
}
