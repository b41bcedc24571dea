// The one exception of this package.
using System;

namespace Token04
{
    /// <summary>A failure: its <see cref="Code"/>, and a message that names the argument, what was wrong and what
    /// would be right. A message never holds a secret or the content of a token.</summary>
    public class Token04Exception : Exception
    {
        /// <summary>Makes the exception.</summary>
        public Token04Exception(ErrorCode code, string message)
            : base(message)
        {
            Code = code;
        }

        /// <summary>The reason.</summary>
        public ErrorCode Code { get; }
    }
}
