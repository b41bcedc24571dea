# rpm, into an empty root of its own, and out of it again.
need rpm
package=$(packages "rpm/token04-$version-1.$(uname -m).rpm")
mkdir "$work/root"
rpm() {
    command rpm --root "$work/root" --dbpath /var/lib/rpm "$@"
}
# The package requires /bin/sh for its scripts, which the empty root has not.
rpm --install --nodeps --noscripts "$package"
makes_a_token "$work/root/usr/bin/token04"
rpm --verify --nodeps --noscripts token04
rpm --erase --nodeps --noscripts token04
[ ! -e "$work/root/usr/bin/token04" ]
