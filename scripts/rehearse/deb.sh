# dpkg, into an empty root of its own, and out of it again.
need dpkg
case $(uname -m) in aarch64) arch=arm64 ;; *) arch=amd64 ;; esac
package=$(packages "deb/token04_$version-1_$arch.deb")
mkdir -p "$work/root/etc" "$work/root/var/lib/dpkg/"{info,updates,triggers}
touch "$work/root/var/lib/dpkg/"{status,available}
# The root has no shell: dpkg runs the package's scripts with the one of this machine, and gives them the root.
dpkg() {
    command dpkg --root="$work/root" --log="$work/dpkg.log" --force-script-chrootless --force-not-root "$@" > "$work/dpkg.out"
}
dpkg --install "$package"
makes_a_token "$work/root/usr/bin/token04"
! command -v systemd-sysusers >/dev/null || grep -q '^token04:' "$work/root/etc/passwd"
# The configuration stays until the package is purged.
dpkg --remove token04
[ ! -e "$work/root/usr/bin/token04" ]
[ -f "$work/root/etc/token04/token04.toml" ]
dpkg --purge token04
[ ! -e "$work/root/etc/token04" ]
