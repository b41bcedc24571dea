#!/usr/bin/env bash
# Runs a command in a root that root.sh made: enter.sh ROOT ARCH COMMAND…, with ARCH as `uname -m` prints it.
#
# Programs of another processor run in an emulator, and so do those that they start: the kernel is told in a user name space
# of its own (Linux 6.7 or newer), so that nothing changes for the rest of the machine.
set -euo pipefail
root=$1 arch=$2
shift 2
case $arch in
    "$(uname -m)") format= ;;
    aarch64) format='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00' order=little ;;
    s390x) format='\x7fELF\x02\x02\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x16' order=big ;;
    *) echo "enter.sh: no emulator is known for $arch" >&2; exit 2 ;;
esac
# The type of a file may be 2, a program, or 3, one that is independent of its position.
case ${order:-} in
    little) mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff' ;;
    big) mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff' ;;
esac
TOKEN04_BINFMT=${format:+":qemu-$arch:M::$format:${mask:-}:$(command -v "qemu-$arch-static"):OCF"}
export TOKEN04_BINFMT
# shellcheck disable=SC2016
exec unshare -Urmpf --kill-child --mount-proc bash -c '
    set -e
    if [ -n "$TOKEN04_BINFMT" ]; then
        mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
        printf %s "$TOKEN04_BINFMT" > /proc/sys/fs/binfmt_misc/register
    fi
    unset TOKEN04_BINFMT
    mount -t proc proc "$0/proc"
    mount --rbind /dev "$0/dev"
    # As a child: the first process of a name space cannot be ended by a signal, and the emulator waits for that in vain.
    status=0
    chroot "$0" "$@" || status=$?
    exit "$status"' "$root" "$@"
