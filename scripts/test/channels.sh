# The packages that scripts/release.sh made, as their users install them; their bills of materials; and the workflows.
need .venv/channels/bin/zizmor .venv/channels/bin/actionlint shellcheck
tested=(linux-x86_64-gnu linux-x86_64-musl)
source scripts/test/platforms/release.sh
# Made again, these are the same.
for kind in linux_packages oci sbom; do "scripts/release/$kind.sh"; done
(cd "$TOKEN04_RELEASE" && sha256sum --check --quiet SHA256SUMS)
status=0
counted plain scripts/rehearse.sh --from "$TOKEN04_RELEASE" || status=1
counted plain python3 scripts/test/installed.py "$TOKEN04_RELEASE" || status=1
counted plain .venv/channels/bin/python scripts/test/sbom.py "$TOKEN04_RELEASE" || status=1
counted plain scripts/test/workflows.sh || status=1
[ "$status" -eq 0 ]
