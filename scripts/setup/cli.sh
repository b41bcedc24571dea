# The program needs what the core needs; its tests also need a terminal (`script`) and git.
source scripts/setup/core.sh
debian bsdutils git
