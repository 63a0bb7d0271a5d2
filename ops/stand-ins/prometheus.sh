#!/usr/bin/env bash
# Builds icr-streams/prometheus, a stand-in for prom/prometheus, from Debian's package; pulls no image.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly TAG=${1:-icr-streams/prometheus}
# shellcheck source=ops/stand-ins/root.sh
. "$HERE/root.sh"
say() { printf 'prometheus-image: %s\n' "$*"; }
die() { printf 'prometheus-image: %s\n' "$*" >&2; exit 3; }

docker info >/dev/null 2>&1 || die "no Docker Engine answers; 'ops/docker/engine.sh up' starts one"
recipe=$(cat "$HERE/prometheus.sh" "$HERE/root.sh" | sha256sum | cut -c1-16)
if is_current "$TAG" "$recipe"; then say "$TAG is up to date"; exit 0; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$root/bin" "$root/etc/prometheus"
install -d -m 1777 "$root/tmp"
install -d -m 777 "$root/prometheus"
unpack_debs prometheus
cp "$work/debs/unpacked/usr/bin/prometheus" "$work/debs/unpacked/usr/bin/promtool" "$root/bin/"
add_shells
copy_c_libraries
write_accounts
import_root "$TAG" "$recipe" "ENV PATH=/bin" "USER 65534" "EXPOSE 9090" 'ENTRYPOINT ["/bin/prometheus"]' \
  'CMD ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]'
