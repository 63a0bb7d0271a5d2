#!/usr/bin/env bash
# Keeps the schemas as they are now as those of a release: docs/schemas.md.
# usage: release-schemas.sh VERSION
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../schemas"
version=${1:?usage: release-schemas.sh VERSION}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "release-schemas: $version is no version such as 1.2.3" >&2; exit 2; }
[ ! -e "released/$version" ] || { echo "release-schemas: $version is released; what is released does not change" >&2; exit 2; }
(cd released && sha256sum --check --quiet SHA256SUMS) # what was there before, first of all
mkdir "released/$version"
cp ./*.avsc "released/$version/"
(cd released && sha256sum "$version"/*.avsc >>SHA256SUMS)
echo "release-schemas: $(find "released/$version" -name '*.avsc' | wc -l) schemas kept as those of $version"
