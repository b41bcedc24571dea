# dpkg, into an empty root of its own, and out of it again.
need dpkg
case $(uname -m) in aarch64) arch=arm64 ;; *) arch=amd64 ;; esac
package=$(packages "deb/token04_${version}_$arch.deb")
mkdir -p "$work/root/var/lib/dpkg/"{info,updates,triggers}
touch "$work/root/var/lib/dpkg/"{status,available}
# Nothing in the root could run the package's scripts; they are run here, where they find nothing to do.
dpkg() {
    command dpkg --root="$work/root" --log="$work/dpkg.log" --force-script-chrootless --force-not-root "$@" > "$work/dpkg.out"
}
dpkg --install "$package"
makes_a_token "$work/root/usr/bin/token04"
# Configuration stays until the package is purged.
dpkg --remove token04
[ ! -e "$work/root/usr/bin/token04" ] && [ -f "$work/root/etc/token04/token04.toml" ]
dpkg --purge token04
[ ! -e "$work/root/etc/token04" ]
