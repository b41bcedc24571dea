# The site of the documentation needs Node.js, and VitePress from npm.
debian python3
command -v node >/dev/null || debian nodejs
command -v npm >/dev/null || debian npm
npm ci --loglevel=error --prefix docs
