#!/usr/bin/env bash
# The service as operators run it: image, compose file, health, metrics, dashboards, alerts. Needs a Docker Engine, the Kafka
# image and the packaged jar; leaves nothing running. A folder as argument keeps the panels' picture.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=${1:-$(mktemp -d)}
mkdir -p "$out"
export COMPOSE_PROJECT_NAME=icr-ci GRAFANA_PASSWORD=
readonly PROMETHEUS=http://127.0.0.1:9090
readonly REGISTRY=http://127.0.0.1:8081/apis/ccompat/v7
# free ports are not asked for: the files' own are what is tested
compose() { docker-compose -f docker-compose.yml -f ops/stand-ins/compose.yml "$@"; }
say() { printf 'operations: %s\n' "$*"; }
die() {
  printf 'operations: %s\n' "$*" >&2
  compose ps >&2 || true
  compose logs --tail 40 icr topics kafka >&2 || true
  exit 1
}
promtool() { docker run --rm -v "$PWD/ops/prometheus:/etc/icr:ro" -w /etc/icr --entrypoint promtool icr-streams/prometheus "$@"; }

# await SECONDS WHAT COMMAND…: until the command succeeds.
await() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $deadline ] || die "waited in vain for $what"
    sleep 1
  done
}
# Prints the one number that Prometheus answers to a query; nothing if there is none.
ask() {
  local answer
  answer=$(curl -fsS --get "$PROMETHEUS/api/v1/query" --data-urlencode "query=$1") || return 1
  sed -n 's/.*"value":\[[^,]*,"\([^"]*\)"\].*/\1/p' <<<"$answer"
}
at_least() { awk -v n="$(ask "$1")" -v least="$2" 'BEGIN {exit !(n != "" && n >= least)}'; }
containers() { compose ps -q icr; }
all_healthy() {
  local id
  for id in $(containers); do [ "$(docker inspect -f '{{.State.Health.Status}}' "$id")" = healthy ] || return 1; done
}

produced() {
  compose exec -T kafka /opt/kafka/bin/kafka-run-class.sh org.apache.kafka.tools.GetOffsetShell \
    --bootstrap-server kafka:19092 --topic icr.scanned-fields | awk -F: '{n += $3} END {print n}'
}
registered() { curl -fsS "$REGISTRY/subjects" | grep icr.review-items-value >/dev/null; }

# answered_once FILE OPTION…: all that was produced has one answer each; the answers are left in the file.
answered_once() {
  local file=$1 fields answers
  shift
  ./icr results --bootstrap-server localhost:9092 --until-idle "$@" >"$file"
  fields=$(produced)
  answers=$(($(wc -l <"$file") - 1))
  [ "$fields" -gt 60 ] && [ "$fields" -eq "$answers" ] || die "$fields fields in, $answers answers out"
  say "$fields fields in, $answers answers out"
}

none_waits() { [ "$(./icr results --bootstrap-server localhost:9092 --until-idle 2>/dev/null | wc -l)" -eq $(($(produced) + 1)) ]; }
# scrape ADDRESS METRIC: the sum of a metric's series at an instance's /metrics.
scrape() {
  local metrics
  metrics=$(curl -fsS "http://$1/metrics") || return 1
  awk -v name="$2" '$1 == name || index($1, name "{") == 1 {sum += $2} END {print sum + 0}' <<<"$metrics"
}
answered_one() { [ "$(scrape "$1" icr_latency_seconds_count)" = 1 ]; }
# cpu_of PID: the processor time that a process has taken so far; less than what it waited on a busy machine.
cpu_of() { awk -v ticks="$(getconf CLK_TCK)" '{printf "%.1f s", ($14 + $15) / ticks}' "/proc/$1/stat"; }
seconds_from() { awk -v from="$(date -d "$1" +%s.%N)" -v to="$2" 'BEGIN {printf "%.1f s", to - from}'; }

# wait_with ID: a field that waits for a service to start.
wait_with() {
  cp src/main/resources/samples/clean-000001.png "$out/$1"
  ./icr produce --bootstrap-server localhost:9092 "$out/$1" >/dev/null
}
# first_answer ID ADDRESS: when the instance answered that field, the only one it has answered: the record's time and
# icr_latency_seconds, which counts from there. Its commit, 100 ms later at most, is not in it.
first_answer() {
  local produced
  await 120 "the first answer" answered_one "$2"
  produced=$(./icr trace --bootstrap-server localhost:9092 --id "$1" | awk -F'\t' '$1 == "INPUT" {print $5}')
  awk -v at="$(date -d "$produced" +%s.%N)" -v latency="$(scrape "$2" icr_latency_seconds_sum)" 'BEGIN {printf "%.3f", at + latency}'
}
# start_container NAME CONTAINER: how long a container of the service takes to be ready and to answer.
start_container() {
  local begun ready cpu answered
  wait_with "$1"
  docker start "$2" >/dev/null
  begun=$(docker inspect -f '{{.State.StartedAt}}' "$2")
  answered=$(first_answer "$1" "$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$2"):8080")
  cpu=$(cpu_of "$(docker inspect -f '{{.State.Pid}}' "$2")")
  ready=$(docker logs -t --since "$begun" "$2" 2>&1 | awk '/rebalanced in/ {print $1; exit}')
  say "container: ready $(seconds_from "$begun" "$(date -d "$ready" +%s.%N)") after its start, first field answered after $(seconds_from "$begun" "$answered"), $cpu of processor time"
  docker stop "$2" >/dev/null
}
# start_here NAME: the same of ./icr run on this machine.
start_here() {
  local begun cpu answered
  wait_with "$1"
  begun=$(date -Ins)
  ./icr run --bootstrap-server localhost:9092 --set icr.http.port=18080 2>"$out/run.log" &
  here=$!
  answered=$(first_answer "$1" 127.0.0.1:18080)
  cpu=$(cpu_of "$here")
  say "./icr run: first field answered $(seconds_from "$begun" "$answered") after its start, $cpu of processor time"
  kill -TERM "$here"
  wait "$here" || die "SIGTERM ended ./icr run with $?"
  here=
}

install_packages() {
  local missing=()
  command -v docker-compose >/dev/null || missing+=(docker-compose)
  command -v curl >/dev/null || missing+=(curl)
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} -eq 0 ] && return
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

main() {
install_packages
ops/stand-ins/base.sh
ops/stand-ins/prometheus.sh
ops/stand-ins/registry.sh

say "rules"
promtool check rules icr.rules.yml
promtool test rules icr.rules.test.yml
promtool check config --syntax-only prometheus.yml

say "compose files, with no variable set"
docker-compose config -q
docker-compose -f docker-compose.yml -f docker-compose.three-brokers.yml config -q

say "Kubernetes manifests against their schemas"
(cd ops/kubernetes && npm install --no-package-lock --no-audit --no-fund --loglevel=error >/dev/null && node check.mjs)

say "up"
here=
trap '[ -z "$here" ] || kill "$here"; compose down -v --remove-orphans >/dev/null 2>&1' EXIT
begun=$SECONDS
compose up -d --build --scale icr=2 >"$out/up.log" 2>&1 || { tail -n 40 "$out/up.log" >&2; die "docker-compose up failed"; }
await 180 "two healthy instances" all_healthy
say "two instances are ready $((SECONDS - begun)) s after 'up --build'"
await 120 "answered fields in Prometheus" at_least 'sum(icr_fields_answered_total)' 60
say "Prometheus has seen 60 answers $((SECONDS - begun)) s after 'up --build'"
await 120 "both instances in Prometheus" at_least 'sum(icr_ready)' 2
say "image: $(($(docker image inspect -f '{{.Size}}' icr-streams) / 1000000)) MB; resident: $(ask 'max(process_resident_memory_bytes)') bytes"
docker run --rm icr-streams config >"$out/config.tsv"
grep -q '^icr.http.port.8080' "$out/config.tsv" || die "the image's own port is not in its configuration"
for id in $(containers); do
  [ "$(docker inspect -f '{{.HostConfig.ReadonlyRootfs}} {{.Config.User}}' "$id")" = "true 10001:10001" ] || die "$id can write, or is root"
done

say "every query of the dashboard, answered by Prometheus"
await 90 "rates" at_least 'icr:confidence:psi_model' -1
sleep 30
java -cp 'target/lib/*' ops/grafana/Panels.java ops/grafana/dashboards/icr-overview.json "$PROMETHEUS" "$out/panels.png" 4 || die "see above"
curl -fsS "$PROMETHEUS/api/v1/rules" >"$out/rules.json"
if grep -o '"health":"[a-z]*"' "$out/rules.json" | grep -v '"ok"'; then die "a rule cannot be evaluated"; fi
say "$(grep -o '"health":"ok"' "$out/rules.json" | wc -l) rules are evaluated"

say "SIGTERM"
compose stop producer >/dev/null 2>&1
victim=$(containers | sed -n 1p) # reads on: head would end the pipe, and set -o pipefail the check
stopping=$SECONDS
docker kill -s TERM "$victim" >/dev/null
timeout 12 docker wait "$victim" >"$out/exit-code" || die "it still runs 12 s after SIGTERM"
[ "$(cat "$out/exit-code")" = 0 ] || die "SIGTERM ended it with $(cat "$out/exit-code")"
say "ended with 0, $((SECONDS - stopping)) s after SIGTERM"

say "start to first field"
await 60 "all fields answered" none_waits
compose stop icr >/dev/null 2>&1
for round in 1 2 3; do start_container "first-$round" "$victim"; done
start_here first-here
compose start icr >/dev/null 2>&1
await 120 "healthy instances" all_healthy

say "every field answered once"
answered_once "$out/results.tsv"

say "with a schema registry"
export ICR_SCHEMA_REGISTRY_URL=http://registry:8080/apis/ccompat/v7
compose --profile registry up -d --scale icr=1 >>"$out/up.log" 2>&1 || { tail -n 40 "$out/up.log" >&2; die "docker-compose up failed"; }
before=$(produced)
await 120 "schemas in the registry" registered
await 120 "a healthy instance" all_healthy
until_more() { [ "$(produced)" -gt $((before + 20)) ]; }
await 60 "more fields" until_more
compose stop producer >/dev/null 2>&1
answered_once "$out/registry.tsv" --set "icr.schema.registry.url=$REGISTRY"
env -u ICR_SCHEMA_REGISTRY_URL ./icr results --bootstrap-server localhost:9092 --until-idle >"$out/without.tsv" 2>&1 || true
grep -q "in single-object encoding" "$out/without.tsv" || die "answers after the registry came are not in its format"

say "reset"
if ./icr reset --bootstrap-server localhost:9092 >"$out/reset.tsv" 2>&1; then die "reset with an instance running"; fi
grep -q "stop every instance first" "$out/reset.tsv" || die "$(cat "$out/reset.tsv")"
compose stop icr >/dev/null 2>&1
await 60 "an empty group" ./icr reset --bootstrap-server localhost:9092
./icr reset --bootstrap-server localhost:9092
say "done"
}

# bash reads a script as it runs it: so none of it is read after this
main; exit
