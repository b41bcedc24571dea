// The exception of this package.
using System;

namespace Token04
{
    /// <summary>A failure: its <see cref="Code"/>, and a message that identifies the argument, what was wrong and what is
    /// expected. A message never contains a secret or the content of a token.</summary>
    public class Token04Exception : Exception
    {
        /// <summary>Makes the exception.</summary>
        public Token04Exception(ErrorCode code, string message)
            : this(code, message, null)
        {
        }

        internal Token04Exception(ErrorCode code, string message, int? index)
            : base(message)
        {
            Code = code;
            Index = index;
        }

        /// <summary>The reason.</summary>
        public ErrorCode Code { get; }

        /// <summary>The place of the user at fault in the list of <see cref="Issuer.IssueMany"/>; else null.</summary>
        public int? Index { get; }
    }
}
