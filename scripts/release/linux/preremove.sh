#!/bin/sh
# Before removal, but not before an update, to which dpkg says "upgrade" and rpm 1.
set -e
case $1 in remove | 0) ;; *) exit 0 ;; esac
if [ -z "${DPKG_ROOT:-}" ] && [ -d /run/systemd/system ]; then
    systemctl disable --now token04.service
fi
