# shellcheck shell=bash
# shellcheck disable=SC2154 # $root and $work are the caller's
# For scripts that make images from Debian packages and a JDK where none can be pulled: functions that fill $root, the
# image's root, with $work for what they need meanwhile; callers give say and die.

# What the JVM, native libraries in jars and host name look-up load at run time.
readonly C_LIBRARIES="libc.so.6 libm.so.6 libpthread.so.0 libdl.so.2 librt.so.1 libresolv.so.2 libnss_dns.so.2 libnss_files.so.2 libz.so.1 libgcc_s.so.1 libstdc++.so.6"

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
  cd - >/dev/null
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
  mkdir -p "$root/usr/lib/locale"
  cp -r /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"
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

# A JRE of these modules in /opt/java, with a class data archive of its own classes, so that it starts faster.
link_jre() {
  local jdk
  jdk=$(find_jdk)
  "$jdk/bin/jlink" --module-path "$jdk/jmods" --add-modules "$1" \
    --strip-java-debug-attributes --no-header-files --no-man-pages --output "$root/opt/java"
  # Debian's JDK takes the system's libjpeg and liblcms, which others bring along
  local library
  mkdir -p "$root/lib/$(uname -m)-linux-gnu"
  for library in $(ldd "$root"/opt/java/lib/*.so | awk -v root="$root" '$3 ~ "^/" && index($3, root) != 1 {print $3}' | sort -u); do
    cp -L "$library" "$root/lib/$(uname -m)-linux-gnu/"
  done
  "$root/opt/java/bin/java" -Xshare:dump >"$work/cds.log" 2>&1 || say "no class data archive; the container starts slower"
}

add_shells() {
  mkdir -p "$root/bin"
  unpack_debs busybox-static bash-static
  install -m 755 "$work/debs/unpacked/bin/busybox" "$root/bin/busybox"
  install -m 755 "$work/debs/unpacked/bin/bash-static" "$root/bin/bash"
}

# Whether the image exists and was built from this recipe.
is_current() {
  [ "$(docker image inspect -f '{{index .Config.Labels "dev.icrstreams.recipe"}}' "$1" 2>/dev/null)" = "$2" ]
}

# import_root TAG RECIPE CHANGE…: an image of $root; a CHANGE is a line of a Dockerfile.
import_root() {
  local tag=$1 recipe=$2 replaced change changes=()
  shift 2
  for change in "$@"; do changes+=(--change "$change"); done
  replaced=$(docker image inspect -f '{{.Id}}' "$tag" 2>/dev/null || true)
  tar -C "$root" --sort=name --owner=0 --group=0 --numeric-owner -c . \
    | docker import --change "LABEL dev.icrstreams.recipe=$recipe" "${changes[@]}" - "$tag" >/dev/null
  [ -z "$replaced" ] || docker image rm "$replaced" >/dev/null 2>&1 || true
  say "built $tag ($(($(docker image inspect -f '{{.Size}}' "$tag") / 1000000)) MB)"
}
