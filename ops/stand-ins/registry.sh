#!/usr/bin/env bash
# Builds icr-streams/registry, a stand-in for apicurio/apicurio-registry, from the archive in Maven's repository that the
# tests unpack (mvn test-compile) and icr-streams/base:17; pulls no image.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly TAG=${1:-icr-streams/registry}
readonly PROGRAM=target/apicurio
say() { printf 'registry-image: %s\n' "$*"; }
die() { printf 'registry-image: %s\n' "$*" >&2; exit 3; }

docker info >/dev/null 2>&1 || die "no Docker Engine answers; 'ops/docker/engine.sh up' starts one"
ls $PROGRAM/*-runner.jar >/dev/null 2>&1 || die "no $PROGRAM; 'mvn test-compile' unpacks it"
ops/stand-ins/base.sh
docker build -q -t "$TAG" -f ops/stand-ins/registry.Dockerfile $PROGRAM >/dev/null
say "built $TAG ($(($(docker image inspect -f '{{.Size}}' "$TAG") / 1000000)) MB)"
