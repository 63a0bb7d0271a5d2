#!/usr/bin/env bash
# Builds a stand-in for the apache/kafka image from Debian packages, a JDK and Maven's jars; pulls no image.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly HERE
readonly ROOT_POM=$HERE/../../pom.xml
readonly JRE_MODULES=java.base,java.desktop,java.logging,java.management,java.naming,java.scripting,java.security.jgss,java.security.sasl,java.sql,jdk.crypto.ec,jdk.management,jdk.management.agent,jdk.net,jdk.unsupported,jdk.zipfs
# What the JVM, Kafka's native compressors and host name look-up load at run time.
readonly C_LIBRARIES="libc.so.6 libm.so.6 libpthread.so.0 libdl.so.2 librt.so.1 libresolv.so.2 libnss_dns.so.2 libnss_files.so.2 libz.so.1 libgcc_s.so.1 libstdc++.so.6"

say() { printf 'kafka-image: %s\n' "$*"; }
die() { printf 'kafka-image: %s\n' "$*" >&2; exit 3; }

usage() {
  cat <<TXT
usage: ${0##*/} [--force] [TAG]
Builds the image TAG (default icr-streams/kafka:VERSION, VERSION being kafka.version of pom.xml).
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

version=$(sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' "$ROOT_POM" | head -n 1)
[ -n "$version" ] || die "no kafka.version in $ROOT_POM"
tag=${tag:-icr-streams/kafka:$version}

docker info >/dev/null 2>&1 || die "no Docker Engine answers; 'ops/docker/engine.sh up' starts one"

recipe=$( (echo "$version"; cd "$HERE" && find . -type f | LC_ALL=C sort | xargs sha256sum) | sha256sum | cut -c1-16)
if ! $force && [ "$(docker image inspect -f '{{index .Config.Labels "dev.icrstreams.recipe"}}' "$tag" 2>/dev/null)" = "$recipe" ]; then
  say "$tag is up to date (recipe $recipe)"
  exit 0
fi

# Prints the home of a JDK that can link a JRE, Java 17 first: the one the project is built with.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/*; do
    [ -x "$home/bin/jlink" ] && [ -d "$home/jmods" ] && { echo "$home"; return; }
  done
  return 1
}

install_packages() {
  local missing=()
  find_jdk >/dev/null || missing+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${missing[*]}"
  { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
    >"$work/apt.log" 2>&1 </dev/null || { tail -n 20 "$work/apt.log" >&2; die "could not install ${missing[*]}"; }
}

# Unpacks Debian packages into the image's root without installing them here.
unpack_debs() {
  mkdir -p "$work/debs"
  cd "$work/debs"
  if ! apt-get download -qq "$@" >"$work/apt.log" 2>&1; then
    apt-get update -qq >>"$work/apt.log" 2>&1 || true
    apt-get download -qq "$@" >>"$work/apt.log" 2>&1 || { tail -n 20 "$work/apt.log" >&2; die "could not download $*"; }
  fi
  local deb
  for deb in *.deb; do dpkg-deb -x "$deb" "$work/debs/unpacked"; done
  cd "$HERE"
}

copy_c_libraries() {
  local directory library loader
  directory=/lib/$(uname -m)-linux-gnu
  mkdir -p "$root$directory"
  for library in $C_LIBRARIES; do
    if [ -e "$directory/$library" ]; then cp -L "$directory/$library" "$root$directory/"
    elif [ -e "/usr$directory/$library" ]; then cp -L "/usr$directory/$library" "$root$directory/"
    else die "no $library in $directory: this recipe wants a Debian of the image's own architecture"; fi
  done
  for loader in /lib64/ld-linux-*.so.* /lib/ld-linux-*.so.*; do
    [ -e "$loader" ] || continue
    mkdir -p "$root$(dirname "$loader")"
    cp -L "$loader" "$root$loader"
  done
}

write_accounts() {
  mkdir -p "$root/etc"
  printf 'root:x:0:0:root:/root:/bin/sh\nappuser:x:1000:1000:appuser:/home/appuser:/bin/bash\n' >"$root/etc/passwd"
  printf 'root:x:0:\nappuser:x:1000:\n' >"$root/etc/group"
  printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
}

started=$SECONDS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$root/bin" "$root/opt/kafka"
install_packages
jdk=$(find_jdk)

say "building $tag with the JRE of $jdk"
"$jdk/bin/jlink" --module-path "$jdk/jmods" --add-modules "$JRE_MODULES" \
  --strip-java-debug-attributes --no-header-files --no-man-pages --output "$root/opt/java"
# A class data archive of the JRE's own classes: the container starts two JVMs in a row.
"$root/opt/java/bin/java" -Xshare:dump >"$work/cds.log" 2>&1 || say "no class data archive; the container starts slower"
JAVA_HOME=$jdk mvn -B -ntp -q -f "$HERE/pom.xml" -Dkafka.version="$version" \
  org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$root/opt/kafka/libs" </dev/null
unpack_debs busybox-static bash-static
install -m 755 "$work/debs/unpacked/bin/busybox" "$root/bin/busybox"
install -m 755 "$work/debs/unpacked/bin/bash-static" "$root/bin/bash"
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
