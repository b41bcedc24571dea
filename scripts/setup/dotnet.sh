# .NET is compiled by Mono, and run by Mono and by .NET Core's runtime from PyPI; the tests read JSON with
# Newtonsoft.Json.
source scripts/setup/c.sh
debian mono-mcs mono-runtime libmono-system-core4.0-cil python3-venv
debian_12 libnewtonsoft-json5.0-cil
[ -d .venv/dotnet ] || python3 -m venv .venv/dotnet
.venv/dotnet/bin/pip install -q --disable-pip-version-check -r scripts/setup/dotnetcore.txt
