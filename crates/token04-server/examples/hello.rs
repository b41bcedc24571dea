//! A minimal axum server as the baseline for measuring the service: it reads a body and responds with one of the same
//! length as the service's.

use axum::Router;
use axum::body::Bytes;
use axum::routing::post;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let length = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(248);
    let answer = Bytes::from(vec![b'x'; length]);
    let hello = move |_body: Bytes| std::future::ready(answer.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    // The benchmark waits for this line.
    #[allow(clippy::print_stdout, reason = "a program speaks on standard output")]
    {
        println!("http://{}", listener.local_addr()?);
    }
    axum::serve(listener, Router::new().route("/", post(hello))).await
}
