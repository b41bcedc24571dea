# What the C library needs, and GNUstep with both compilers.
source scripts/setup/c.sh
debian gobjc gnustep-make libgnustep-base-dev
