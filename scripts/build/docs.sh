# dist/docs: the site, which any web server can serve. `npm run dev --prefix docs` shows it while you write.
need node npm
[ -d docs/node_modules ] || { echo "MISSING: docs/node_modules; scripts/setup.sh docs installs it" >&2; exit 77; }
rm -rf dist/docs
npm run --silent build --prefix docs
