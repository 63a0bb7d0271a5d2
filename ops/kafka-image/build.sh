#!/usr/bin/env bash
# Builds a stand-in for the apache/kafka image from Debian packages, a JDK and Maven's jars; pulls no image.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly HERE
readonly POM=$HERE/pom.xml
readonly JRE_MODULES=java.base,java.desktop,java.logging,java.management,java.naming,java.scripting,java.security.jgss,java.security.sasl,java.sql,jdk.crypto.ec,jdk.management,jdk.management.agent,jdk.net,jdk.unsupported,jdk.zipfs
# shellcheck source=ops/stand-ins/root.sh
. "$HERE/../stand-ins/root.sh"

say() { printf 'kafka-image: %s\n' "$*"; }
die() { printf 'kafka-image: %s\n' "$*" >&2; exit 3; }

usage() {
  cat <<TXT
usage: ${0##*/} [--force] [TAG]
Builds the image TAG (default icr-streams/kafka:VERSION, VERSION being kafka.version of its pom.xml).
Does nothing where TAG exists and was built from this same recipe, unless --force is given.
TXT
}

force=false tag=
for argument in "$@"; do
  case $argument in
    -h | --help) usage; exit 0 ;;
    --force) force=true ;;
    -*) usage >&2; exit 2 ;;
    *) [ -z "$tag" ] || { usage >&2; exit 2; }; tag=$argument ;;
  esac
done

version=$(sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' "$POM" | head -n 1)
[ -n "$version" ] || die "no kafka.version in $POM"
tag=${tag:-icr-streams/kafka:$version}

docker info >/dev/null 2>&1 || die "no Docker Engine answers; 'ops/docker/engine.sh up' starts one"

recipe=$( (cd "$HERE" && find . ../stand-ins/root.sh -type f | LC_ALL=C sort | xargs sha256sum) | sha256sum | cut -c1-16)
if ! $force && [ "$(docker image inspect -f '{{index .Config.Labels "dev.icrstreams.recipe"}}' "$tag" 2>/dev/null)" = "$recipe" ]; then
  say "$tag is up to date (recipe $recipe)"
  exit 0
fi

started=$SECONDS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$root/bin" "$root/opt/kafka"
install_packages
jdk=$(find_jdk)

say "building $tag with the JRE of $jdk"
link_jre "$JRE_MODULES"
JAVA_HOME=$jdk mvn -B -ntp -q -f "$POM" \
  org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$root/opt/kafka/libs" </dev/null
add_shells
copy_c_libraries
write_accounts
cp -r "$HERE/files/." "$root/"

mkdir "$work/context"
cp "$HERE/Dockerfile" "$work/context/"
tar -C "$root" --sort=name --owner=0 --group=0 --numeric-owner -cf "$work/context/root.tar" .
replaced=$(docker image inspect -f '{{.Id}}' "$tag" 2>/dev/null || true)
docker build -q -t "$tag" --label "dev.icrstreams.recipe=$recipe" "$work/context" >"$work/build.log" 2>&1 \
  || { cat "$work/build.log" >&2; die "docker build failed"; }
# Without its tag the old image is only lost space; one that a container still uses stays.
[ -z "$replaced" ] || docker image rm "$replaced" >/dev/null 2>&1 || true
size=$(docker image inspect -f '{{.Size}}' "$tag")
say "built $tag (recipe $recipe, $((size / 1000000)) MB) in $((SECONDS - started)) s"
