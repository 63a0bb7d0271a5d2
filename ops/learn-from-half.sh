#!/usr/bin/env bash
# Would the reader gain by learning from these fields? Half of them, drawn by a seed, it learns
# from as if they were corrections; the other half it is measured on, before and after.
# usage: learn-from-half.sh FIELDS MNIST OUT [SEED]
set -euo pipefail
usage="usage: learn-from-half.sh FIELDS MNIST OUT [SEED]"
fields=${1:?$usage} mnist=${2:?$usage} out=${3:?$usage} seed=${4:-1}
icr=$(dirname "${BASH_SOURCE[0]}")/../icr
[ -f "$fields/labels.tsv" ] || { echo "learn-from-half: there is no $fields/labels.tsv" >&2; exit 2; }
twice=$(tail -n +2 "$fields/labels.tsv" | tr -d '\r' | cut -f1 | LC_ALL=C sort | uniq -d | awk '/./ && !n++')
[ -z "$twice" ] || { echo "learn-from-half: $fields/labels.tsv lists $twice twice" >&2; exit 2; } # it might be in both halves
[ ! -e "$out/candidate" ] || { echo "learn-from-half: $out/candidate is there already" >&2; exit 2; }

mkdir -p "$out/learn" "$out/measure"
# in an order that follows from the seed and the file names alone
tail -n +2 "$fields/labels.tsv" | tr -d '\r' | while IFS= read -r line || [ -n "$line" ]; do
  printf '%s\t%s\n' "$(printf '%s %s' "$seed" "${line%%$'\t'*}" | sha256sum | cut -c1-16)" "$line"
done | LC_ALL=C sort | cut -f2- >"$out/order.tsv"
half=$(($(wc -l <"$out/order.tsv") / 2))
[ "$half" -gt 0 ] || { echo "learn-from-half: $fields/labels.tsv holds fewer than two fields" >&2; exit 2; }
for part in learn measure; do
  { head -n 1 "$fields/labels.tsv" | tr -d '\r'
    if [ $part = learn ]; then head -n "$half" "$out/order.tsv"; else tail -n +$((half + 1)) "$out/order.tsv"; fi
  } >"$out/$part/labels.tsv"
  tail -n +2 "$out/$part/labels.tsv" | cut -f1 | while IFS= read -r file; do
    [ -f "$fields/$file" ] || continue # the commands tell which images are missing
    mkdir -p "$out/$part/$(dirname "$file")"
    cp "$fields/$file" "$out/$part/$file"
  done
done
echo "learn-from-half: seed $seed, $half fields to learn from, $(($(wc -l <"$out/order.tsv") - half)) to measure on"

model=$(dirname "$icr")/model
"$icr" train --data "$mnist" --network sequence --from "$model/icr-sequence.zip" --extra "$out/learn" \
  --out "$out/candidate" --seed "$seed" --threads 2 --no-test --calibration-fields 2000
"$icr" train --data "$mnist" --network icr --from "$model/icr-digits.zip" --extra "$out/learn" \
  --out "$out/candidate" --seed "$seed" --threads 2 --no-test ${CALIBRATION_FIELDS:+--calibration-fields "$CALIBRATION_FIELDS"}
"$icr" promote --candidate "$out/candidate" --fields "$out/measure" || { code=$?; [ $code -eq 1 ] || exit $code; } # refused is an answer too
