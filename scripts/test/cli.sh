# The program in dist/cli, as a process; then every command of the READMEs.
need cargo python3 git script
scripts/build.sh cli
TOKEN04_PROGRAM=$root/dist/cli/token04 counted cargo cargo test --locked -p token04-cli --bins --test cli
counted plain python3 scripts/test/readme.py
