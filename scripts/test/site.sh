#!/usr/bin/env bash
# dist/docs has every page of docs and a search index for each language; ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/../.."
passed=0 failed=0

check() {
    if [ -s "$1" ]; then
        passed=$((passed + 1))
    else
        echo "FAILED: $1 is missing"
        failed=$((failed + 1))
    fi
}

while IFS= read -r page; do
    page=${page#docs/}
    check "dist/docs/${page%.md}.html"
done < <(git ls-files 'docs/en/*.md' 'docs/zh-CN/*.md')
check dist/docs/index.html
for language in en zh-CN; do
    check "$(find dist/docs/assets -name "*localSearchIndex$language.*.js" | head -n 1)"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
