//! The substitute for TLS in a build without the cargo feature `tls`: there is no certificate, so none of it runs.

use std::future::Ready;
use std::io;

use tokio::net::TcpStream;

use crate::config::TlsConfig;
use crate::start_error::StartError;

pub(crate) enum Certificate {}

pub(crate) enum Tls {}

impl Certificate {
    pub fn read(_: &TlsConfig) -> Result<Self, StartError> {
        Err(StartError::new("[tls] needs a build with the cargo feature tls"))
    }
}

impl Tls {
    pub fn new(certificate: Certificate) -> Result<Self, StartError> {
        match certificate {}
    }

    pub fn replace(&self, certificate: Certificate) {
        match certificate {}
    }

    pub fn accept(&self, _: TcpStream) -> Ready<io::Result<TcpStream>> {
        match *self {}
    }
}
