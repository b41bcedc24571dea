// What an error code means, without a token.
using System.Collections.Generic;

namespace Token04
{
    /// <summary>What an error code of ZEGO's SDKs or Server API means for a token, and how to find its cause.</summary>
    public sealed unsafe class Explanation
    {
        private readonly string text;

        private Explanation(NativeExplanation* explanation)
        {
            Code = explanation->Code;
            Known = explanation->Known == 1;
            Product = explanation->Product.Read();
            Meaning = explanation->Meaning.Read();
            Causes = NativeText.ReadAll(explanation->Causes, explanation->CauseCount);
            Checks = NativeText.ReadAll(explanation->Checks, explanation->CheckCount);
            Next = explanation->Next.Read();
            Undocumented = explanation->Undocumented.Data == System.IntPtr.Zero ? null : explanation->Undocumented.Read();
            var near = new long[checked((int)explanation->NearCodeCount)];
            for (int index = 0; index < near.Length; index++)
            {
                near[index] = explanation->NearCodes[index];
            }
            Near = near;
            text = explanation->Text.Read();
        }

        /// <summary>The code.</summary>
        public long Code { get; }

        /// <summary>Whether the code is known.</summary>
        public bool Known { get; }

        /// <summary>The product that shows it; empty if the code is unknown.</summary>
        public string Product { get; }

        /// <summary>What it means.</summary>
        public string Meaning { get; }

        /// <summary>The ids of the findings that can cause it, the most frequent first.</summary>
        public IReadOnlyList<string> Causes { get; }

        /// <summary>What to check, in this order.</summary>
        public IReadOnlyList<string> Checks { get; }

        /// <summary>How to go on.</summary>
        public string Next { get; }

        /// <summary>What ZEGO's documents do not say about the code; null if there is nothing of the kind.</summary>
        public string Undocumented { get; }

        /// <summary>The known codes that look like an unknown one, the most similar first.</summary>
        public IReadOnlyList<long> Near { get; }

        /// <summary>Explains an error code. It knows the codes about tokens and those that are often mistaken for them; an
        /// unknown code gives an explanation too.</summary>
        /// <param name="code">The code that a ZEGO SDK or the Server API reported.</param>
        /// <param name="lang">The language of the texts.</param>
        /// <exception cref="Token04Exception">InvalidArgument for an unknown language.</exception>
        public static Explanation Of(long code, Language lang = Language.En)
        {
            Native.Load();
            NativeError error;
            NativeError.Prepare(&error);
            Native.Check(Native.token04_explain(code, (int)lang, out NativeExplanation* explanation, &error), &error);
            try
            {
                return new Explanation(explanation);
            }
            finally
            {
                Native.token04_explanation_free(explanation);
            }
        }

        /// <summary>The explanation by its names in JSON, as `token04 explain --json` prints it, for any
        /// serializer.</summary>
        public IDictionary<string, object> ToDictionary()
        {
            var fields = new Dictionary<string, object>
            {
                ["code"] = Code, ["known"] = Known, ["product"] = Product, ["meaning"] = Meaning, ["causes"] = Causes,
                ["checks"] = Checks, ["next"] = Next,
            };
            if (Undocumented != null)
            {
                fields["undocumented"] = Undocumented;
            }
            fields["near"] = Near;
            return fields;
        }

        /// <summary>All of it as text, as the program prints it.</summary>
        public override string ToString()
        {
            return text;
        }
    }
}
