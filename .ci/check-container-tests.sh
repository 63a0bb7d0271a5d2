#!/usr/bin/env bash
# Fails unless every container test class (*IT) has run and none of its tests was skipped.
# usage: check-container-tests.sh [REPORT_DIR [TEST_SOURCE_DIR]]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
reports=${1:-target/failsafe-reports}
sources=${2:-src/test/java}
bad=0

complain() { printf 'container tests: %s\n' "$*" >&2; bad=1; }

while IFS= read -r source; do
  class=${source#"$sources"/}
  class=${class%.java}
  [ -f "$reports/TEST-${class//\//.}.xml" ] || complain "no report of ${class//\//.}: it has not run"
done < <(find "$sources" -name '*IT.java' | LC_ALL=C sort)

shopt -s nullglob
run=0
for report in "$reports"/TEST-*IT.xml; do
  run=$((run + $(grep -c '^ *<testcase ' "$report" || true)))
  # A skipped test's element is the line after its test case.
  while IFS= read -r test; do
    complain "skipped: $test"
  done < <(awk '/^ *<testcase /{test = $0} /^ *<skipped/{print test}' "$report" \
    | sed 's/.*<testcase name="\([^"]*\)" classname="\([^"]*\)".*/\2.\1/')
done
[ "$run" -gt 0 ] || complain "none was run ($reports)"
[ "$bad" -eq 0 ] || exit 1
printf 'container tests: %d run, none skipped\n' "$run"
