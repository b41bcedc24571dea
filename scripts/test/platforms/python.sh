#!/usr/bin/env bash
# The wheel of a platform, chosen and installed by pip as on that platform, with the tests of the package: python.sh PLATFORM
set -uo pipefail
cd "$(dirname "$0")/../../.." || exit 1
source scripts/test/platforms/place.sh
case $platform in
    windows-*) program=/usr/lib/python/python.exe tag=win_amd64 ;;
    *) program=/usr/bin/python3 tag=${wheel_tag}_$arch ;;
esac
python=$(there $program -c 'import sys; print("%d.%d" % sys.version_info[:2])' | tr -d '\r')
install=(.venv/release/bin/pip install -q --disable-pip-version-check --target "$place/site" --only-binary=:all:)
"${install[@]}" --no-index --find-links "$release/python" --no-deps --implementation cp --python-version "$python" \
    --platform "$tag" token04 || { echo "pip finds no wheel for $platform" >&2; exit 1; }
"${install[@]}" --python-version "$python" --platform any 'pytest>=8,<10'
mkdir "$place/tests"
cp -r bindings/python/tests/. "$place/tests"
cp bindings/python/pyproject.toml "$place"
cp -r crates/token04-vectors/vectors "$place"
export PYTHONPATH=$inside/site TOKEN04_VECTORS=$inside/vectors PYTHONDONTWRITEBYTECODE=1
for test in arguments diagnose drop_in errors explain issuing many vectors vocabulary; do
    check "test_$test.py on Python $python" there $program -m pytest -q -p no:cacheprovider "{}/tests/test_$test.py"
done
finish
