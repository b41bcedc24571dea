//! The conformance vectors and their loader.
