// Objects of the library, each owned by a handle that frees it once nobody uses it.
using System;
using System.Runtime.InteropServices;

namespace Token04
{
    /// <summary>An issuer of the library.</summary>
    internal sealed class IssuerHandle : SafeHandle
    {
        public IssuerHandle()
            : base(IntPtr.Zero, true)
        {
        }

        public override bool IsInvalid => handle == IntPtr.Zero;

        protected override bool ReleaseHandle()
        {
            Native.token04_issuer_free(handle);
            return true;
        }
    }

    /// <summary>A verifier of the library.</summary>
    internal sealed class VerifierHandle : SafeHandle
    {
        public VerifierHandle()
            : base(IntPtr.Zero, true)
        {
        }

        public override bool IsInvalid => handle == IntPtr.Zero;

        protected override bool ReleaseHandle()
        {
            Native.token04_verifier_free(handle);
            return true;
        }
    }

    /// <summary>A handle that stays open while it is in use.</summary>
    internal struct InUse : IDisposable
    {
        private readonly SafeHandle handle;

        /// <summary>Throws if the handle is closed; the name is that of the object.</summary>
        public InUse(SafeHandle handle, string name)
        {
            this.handle = handle;
            bool added = false;
            try
            {
                handle.DangerousAddRef(ref added);
            }
            catch (ObjectDisposedException)
            {
                throw new ObjectDisposedException(name);
            }
        }

        public IntPtr Pointer => handle.DangerousGetHandle();

        public void Dispose()
        {
            handle.DangerousRelease();
        }
    }
}
