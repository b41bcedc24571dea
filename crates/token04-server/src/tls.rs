//! HTTPS with rustls: the certificate can be reloaded while connections stay open.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

use arc_swap::ArcSwap;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use zeroize::Zeroizing;

use crate::config::{TlsConfig, files};
use crate::redact;
use crate::start_error::StartError;

/// A certificate with its key.
pub(crate) struct Certificate(Arc<CertifiedKey>);

/// What a listener needs to speak TLS.
pub(crate) struct Tls {
    acceptor: TlsAcceptor,
    current: Arc<Current>,
}

impl Certificate {
    /// Reads certificate and key, and checks that they match.
    pub fn read(config: &TlsConfig) -> Result<Self, StartError> {
        let (cert_file, key_file) = (redact::path(&config.cert_file), redact::path(&config.key_file));
        let chain: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(&read("tls.cert_file", &config.cert_file)?)
                .collect::<Result<_, _>>()
                .map_err(|_| {
                    StartError::new(format!("tls.cert_file {cert_file}: it is not a valid PEM file"))
                })?;
        if chain.is_empty() {
            return Err(StartError::new(format!("tls.cert_file {cert_file}: it contains no certificate")));
        }
        let key = PrivateKeyDer::from_pem_slice(&read("tls.key_file", &config.key_file)?).map_err(|_| {
            StartError::new(format!("tls.key_file {key_file}: it contains no private key in PEM format"))
        })?;
        let provider = rustls::crypto::ring::default_provider();
        let certified = CertifiedKey::from_der(chain, key, &provider)
            .map_err(|error| StartError::new(format!("tls: {cert_file} and {key_file}: {error}")))?;
        Ok(Self(Arc::new(certified)))
    }
}

impl Tls {
    pub fn new(certificate: Certificate) -> Result<Self, StartError> {
        let current = Arc::new(Current(ArcSwap::from(certificate.0)));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut server = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| StartError::new(format!("tls: {error}")))?
            .with_no_client_auth()
            .with_cert_resolver(Arc::clone(&current) as Arc<dyn ResolvesServerCert>);
        server.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(server)), current })
    }

    /// Presents another certificate from the next handshake on.
    pub fn replace(&self, certificate: Certificate) {
        self.current.0.store(certificate.0);
    }

    pub fn accept(
        &self,
        stream: TcpStream,
    ) -> impl Future<Output = io::Result<TlsStream<TcpStream>>> + use<> {
        self.acceptor.accept(stream)
    }
}

fn read(setting: &str, path: &Path) -> Result<Zeroizing<Vec<u8>>, StartError> {
    files::read(path).map_err(|error| StartError::new(format!("{setting} {}: {error}", redact::path(path))))
}

/// The current certificate.
struct Current(ArcSwap<CertifiedKey>);

impl ResolvesServerCert for Current {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.load_full())
    }
}

impl fmt::Debug for Current {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Current")
    }
}
