#!/usr/bin/env bash
# Builds icr-streams/base:17, a stand-in for a JRE 17 image, from Debian packages and a JDK; pulls no image.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly TAG=${1:-icr-streams/base:17}
readonly JRE_MODULES=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.scripting,java.security.jgss,java.security.sasl,java.sql,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.management,jdk.management.agent,jdk.net,jdk.unsupported,jdk.zipfs
# shellcheck source=ops/stand-ins/root.sh
. "$HERE/root.sh"
say() { printf 'base-image: %s\n' "$*"; }
die() { printf 'base-image: %s\n' "$*" >&2; exit 3; }

docker info >/dev/null 2>&1 || die "no Docker Engine answers; 'ops/docker/engine.sh up' starts one"
recipe=$(cat "$HERE/base.sh" "$HERE/root.sh" | sha256sum | cut -c1-16)
if is_current "$TAG" "$recipe"; then say "$TAG is up to date"; exit 0; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$root/opt" "$root/root"
install -d -m 1777 "$root/tmp"
install_packages
link_jre "$JRE_MODULES"
add_shells
"$root/bin/busybox" --list | while read -r name; do [ -e "$root/bin/$name" ] || ln -s busybox "$root/bin/$name"; done
copy_c_libraries
write_accounts
import_root "$TAG" "$recipe" "ENV PATH=/opt/java/bin:/bin" "ENV LANG=C.UTF-8" 'CMD ["bash"]'
