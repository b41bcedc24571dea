//! `token04._native`: the core as Python classes and functions. The package `token04` exports the public names.

mod arguments;
mod boundary;
mod claims;
mod closing;
mod diagnose;
mod drop_in;
mod explain;
mod got;
mod interpreter;
mod issuer;
mod kit;
mod moment;
mod privilege;
mod text;
mod value;
mod verifier;

use pyo3::prelude::*;
use token04_core::ErrorCode;

/// The native module of the package token04.
// Safe without the GIL: all classes except TokenInfo are frozen, and their contents can be shared between threads.
#[pymodule(gil_used = false)]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    interpreter::require_the_first()?;
    boundary::load_exceptions(py)?;
    module.add("__version__", token04_core::VERSION)?;
    let codes: Vec<_> = ErrorCode::ALL.iter().map(|code| (code.number(), code.name())).collect();
    module.add("ERROR_CODES", codes)?;
    module.add_class::<issuer::Issuer>()?;
    module.add_class::<verifier::Verifier>()?;
    module.add_class::<privilege::RoomPrivilege>()?;
    module.add_class::<privilege::Privilege>()?;
    module.add_class::<claims::Claims>()?;
    module.add_class::<claims::Header>()?;
    module.add_function(wrap_pyfunction!(verifier::inspect, module)?)?;
    module.add_class::<diagnose::Finding>()?;
    module.add_class::<diagnose::Report>()?;
    module.add_function(wrap_pyfunction!(diagnose::diagnose, module)?)?;
    module.add_class::<explain::Explanation>()?;
    module.add_function(wrap_pyfunction!(explain::explain, module)?)?;
    module.add_class::<kit::KitUser>()?;
    module.add_function(wrap_pyfunction!(kit::encode, module)?)?;
    module.add_function(wrap_pyfunction!(kit::decode, module)?)?;
    module.add_class::<drop_in::TokenInfo>()?;
    module.add_function(wrap_pyfunction!(drop_in::generate_token04, module)?)?;
    #[cfg(feature = "inject-panic")]
    module.add_function(wrap_pyfunction!(boundary::injection::inject_panic, module)?)?;
    Ok(())
}
