// What the assembly says of itself; the native library must be of the same version.
using System.Reflection;

[assembly: AssemblyTitle("Token04")]
[assembly: AssemblyDescription("Issue, read and verify ZEGO Token04")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
