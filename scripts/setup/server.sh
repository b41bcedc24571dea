# The service is built as the core is; its tests also speak TLS to it.
source scripts/setup/core.sh
debian curl openssl
