#!/usr/bin/env bash
# Makes a Docker Engine answer on a Debian machine that has none, from Debian's packages alone.
set -euo pipefail

readonly STATE_DIR=${ICR_DOCKER_STATE_DIR:-/run/icr-streams}
readonly PID_FILE=$STATE_DIR/dockerd.pid
readonly LOG_FILE=${ICR_DOCKER_LOG:-/var/log/icr-streams-dockerd.log}
readonly START_SECONDS=60

usage() {
  cat <<TXT
usage: ${0##*/} up | down | status
  up      installs docker.io, iptables and iproute2 where missing and starts dockerd;
          does nothing where a Docker Engine already answers
  down    stops the dockerd that 'up' started, with its containers; never another one
  status  says whether an engine answers, and exits 0 if so
TXT
}

say() { printf 'engine: %s\n' "$*"; }
die() { printf 'engine: %s\n' "$*" >&2; exit 3; }

answers() { command -v docker >/dev/null && timeout 10 docker info >/dev/null 2>&1; }

# The pid of the dockerd that 'up' started; nothing if it is gone or its number now belongs to another program.
own_pid() {
  local pid
  pid=$(cat "$PID_FILE" 2>/dev/null) || return 1
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ] && echo "$pid"
}

describe() {
  docker version --format 'Docker Engine {{.Server.Version}}, API {{.Server.APIVersion}}, client {{.Client.Version}}'
}

install_packages() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io)
  command -v iptables >/dev/null || missing+=(iptables)
  command -v ip >/dev/null || missing+=(iproute2)
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || die "no apt-get here: install a Docker Engine by hand (needed: ${missing[*]})"
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq </dev/null || say "apt-get update failed, trying with the package lists at hand"
  apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >"$STATE_DIR/apt.log" 2>&1 \
    || { tail -n 20 "$STATE_DIR/apt.log" >&2; die "could not install ${missing[*]} (whole log: $STATE_DIR/apt.log)"; }
}

await_answer() {
  local deadline=$((SECONDS + START_SECONDS))
  until answers; do
    own_pid >/dev/null || return 1
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.5
  done
}

up() {
  # Two callers at once must not start two engines on one data directory.
  mkdir -p "$STATE_DIR" 2>/dev/null || die "cannot write $STATE_DIR: run as root"
  exec 9>"$STATE_DIR/lock"
  flock -w 300 9 || die "another '${0##*/} up' has held $STATE_DIR/lock for five minutes"

  if answers; then say "already answers: $(describe)"; return; fi
  [ -z "${DOCKER_HOST:-}" ] || die "DOCKER_HOST is $DOCKER_HOST, which does not answer: unset it to start an engine here"
  [ "$(id -u)" -eq 0 ] || die "needs root to install and start dockerd"

  install_packages
  # On a machine with an init system the package has just started the service itself.
  if answers; then say "started by its package: $(describe)"; return; fi

  if ! own_pid >/dev/null; then
    # A dockerd that was killed leaves this file, and the next one refuses to start while its number is in use.
    rm -f "$PID_FILE"
    # A session of its own, so that a Ctrl-C in the caller's terminal does not end it; the lock must not go with it.
    setsid dockerd --pidfile "$PID_FILE" >"$LOG_FILE" 2>&1 </dev/null 9>&- &
    local tries=0
    until own_pid >/dev/null || ! kill -0 $! 2>/dev/null || [ $((tries += 1)) -gt 100 ]; do sleep 0.1; done
  fi
  if ! await_answer; then
    tail -n 15 "$LOG_FILE" >&2
    docker info 2>&1 | tail -n 2 >&2 || true
    down >/dev/null 2>&1 || true
    die "dockerd did not come up; its last lines and the client's answer are above, the whole log is $LOG_FILE"
  fi
  say "started: $(describe); log $LOG_FILE; stop it with '$0 down'"
}

down() {
  local pid tries=0
  pid=$(own_pid) || { say "nothing to stop: no engine was started by '${0##*/} up'"; return; }
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do
    [ $((tries += 1)) -le 300 ] || die "dockerd (pid $pid) has not ended 30 s after SIGTERM; see $LOG_FILE"
    sleep 0.1
  done
  rm -f "$PID_FILE"
  say "stopped"
}

case ${1:-} in
  up) up ;;
  down) down ;;
  status) if answers; then say "answers: $(describe)"; else say "no engine answers"; exit 1; fi ;;
  -h | --help) usage ;;
  *) usage >&2; exit 2 ;;
esac
