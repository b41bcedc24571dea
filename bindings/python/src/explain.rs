//! The function `explain`, and the class `Explanation`, its result.

use std::hash::{Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::PyDict;
use token04_core::Language;

use crate::arguments;
use crate::boundary::guarded;
use crate::value::{dict, represent};

/// What an error code of ZEGO's SDKs or Server API means for a token, and how to find its cause. As a string, it is
/// the whole text, as `token04 explain` prints it.
///
/// Example:
///     >>> explain(50119).causes[0] == FindingId.JWT
///     True
#[pyclass(frozen, eq, hash, module = "token04")]
#[derive(PartialEq, Eq)]
pub struct Explanation {
    inner: token04_core::Explanation,
    lang: Language,
}

impl Explanation {
    const FIELDS: &[&str] =
        &["code", "known", "product", "meaning", "causes", "checks", "next", "undocumented", "near"];
}

impl Hash for Explanation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.inner.code.hash(state);
    }
}

#[pymethods]
impl Explanation {
    /// The code.
    #[getter]
    fn code(&self) -> i64 {
        self.inner.code
    }

    /// Whether the code is known.
    #[getter]
    fn known(&self) -> bool {
        self.inner.known
    }

    /// The product that shows it; empty if the code is unknown.
    #[getter]
    fn product(&self) -> &str {
        &self.inner.product
    }

    /// What it means.
    #[getter]
    fn meaning(&self) -> &str {
        &self.inner.meaning
    }

    /// The ids of the findings that can cause it, as in FindingId, the most frequent first. The service's actual
    /// answers were not observed.
    #[getter]
    fn causes(&self) -> Vec<&'static str> {
        self.inner.causes.iter().map(|id| id.name()).collect()
    }

    /// What to check, in this order.
    #[getter]
    fn checks(&self) -> &[String] {
        &self.inner.checks
    }

    /// How to go on.
    #[getter]
    fn next(&self) -> &str {
        &self.inner.next
    }

    /// What ZEGO's documents do not say about the code, or None.
    #[getter]
    fn undocumented(&self) -> Option<&str> {
        self.inner.undocumented.as_deref()
    }

    /// For an unknown code: the known codes that look like it, the most similar first.
    #[getter]
    fn near(&self) -> &[i64] {
        &self.inner.near
    }

    /// The explanation as a dict for JSON, in the shape that `token04 explain --json` prints.
    fn to_dict<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        dict(slf, Self::FIELDS, &["undocumented"])
    }

    #[getter]
    fn __dict__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        Self::to_dict(slf)
    }

    fn __str__(&self) -> String {
        self.inner.to_string()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf, Self::FIELDS)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (i64, &'static str))> {
        let explain = py.import("token04._native")?.getattr("explain")?;
        Ok((explain, (self.inner.code, self.lang.name())))
    }
}

/// Explains an error code of ZEGO's SDKs or Server API. It knows the codes about tokens, and those that are often
/// mistaken for them.
///
/// Args:
///     code: The code, an integer.
///     lang: The language of the texts: "en", or "zh" for Simplified Chinese.
///
/// Raises:
///     InvalidArgumentError: The code is not an integer, or the language is unknown. An unknown code does not raise.
///
/// Example:
///     >>> print(explain(50119))
#[pyfunction]
#[pyo3(signature = (code, lang = None))]
#[pyo3(text_signature = "(code, lang='en')")]
pub fn explain(code: &Bound<'_, PyAny>, lang: Option<&Bound<'_, PyAny>>) -> PyResult<Explanation> {
    guarded(|| {
        let code = arguments::code(code)?;
        let lang: Language = arguments::choice(lang)?.unwrap_or_default();
        Ok(Explanation { inner: token04_core::explain(code, lang), lang })
    })
}
