# The packages of a release are made by the tools of setup/platforms.sh; their tests need the clients of every package manager,
# a reader of container images, and linters for workflows.
for language in platforms python php; do
    source "scripts/setup/$language.sh"
done
debian curl php-zip rpm skopeo unzip zip
debian_12 nuget
[ -d .venv/channels ] || python3 -m venv .venv/channels
.venv/channels/bin/pip install -q --disable-pip-version-check -r scripts/setup/channels.txt
GOBIN=$root/.venv/channels/bin go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
# Debian 12's npm cannot read a lock file whose override replaces a tag.
npx --yes npm@10.9.4 ci --loglevel=error --ignore-scripts --prefix scripts/rehearse/npm
