#!/usr/bin/env bash
# Plants one fault after the other in a throw-away copy of the last commit, and tells whether the tests of the realm
# engine catch it. Exit code 1 when one survives, no longer applies or no longer compiles.
# Usage: bench/mutants/run.sh [pattern]   (a pattern of patch names, as '0*'; none = all)
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(git -C "$here" rev-parse --show-toplevel)
temp=$(mktemp -d)
copy=$temp/checkout
trap 'rm -rf "$temp"' EXIT

core=$copy/src/TokenFunctions.Core
project=$copy/tests/TokenFunctions.Core.Tests
bin=$copy/artifacts/bin
# The drafting of realms has no part in asking a provider, and the properties only take time: every fault here has to be
# caught by a test that was written for it.
filter='(FullyQualifiedName~.Core.Tests.Realms.|FullyQualifiedName~.Core.Tests.Conformance.)'
filter+='&FullyQualifiedName!~.Realms.Drafting.&FullyQualifiedName!~.Realms.Properties.'
# A fault needs no clean code: without analyzers a build takes seconds.
fast=(-p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:TreatWarningsAsErrors=false --nologo --verbosity quiet)

build() {
    dotnet build "$core" --no-restore "${fast[@]}" > "$temp/build.log" 2>&1 \
        && cp "$bin"/TokenFunctions.Core/debug/TokenFunctions.Core.{dll,pdb} "$bin/TokenFunctions.Core.Tests/debug/"
}
tests() {
    timeout 600 dotnet test "$bin/TokenFunctions.Core.Tests/debug/TokenFunctions.Core.Tests.dll" --nologo \
        --filter "$filter" > "$temp/tests.log" 2>&1
}
failing() { sed -nE 's/^ *Failed TokenFunctions\.Core\.Tests\.([^ (]+).*/\1/p' "$temp/tests.log" | sort -u; }

git clone --quiet --no-checkout "$root" "$copy" || exit 1
git -C "$copy" checkout --quiet --detach "$(git -C "$root" rev-parse HEAD)" || exit 1
dotnet build "$project" "${fast[@]}" > "$temp/build.log" 2>&1 || { cat "$temp/build.log"; exit 1; }
tests || { echo "The tests fail without any mutant:"; failing; exit 1; }

total=0 caught=0
for patch in "$here"/${1:-*}.patch; do
    name=$(basename "$patch" .patch)
    total=$((total + 1))
    git -C "$copy" checkout --quiet -- src
    if ! git -C "$copy" apply -C1 "$patch"; then
        echo "NO LONGER APPLIES  $name"
    elif ! build; then
        echo "DOES NOT COMPILE   $name"
        grep -m1 'error' "$temp/build.log"
    elif tests; then
        echo "SURVIVED           $name"
    elif [ -z "$(failing)" ]; then
        echo "NO TEST RAN        $name"
        tail -n 5 "$temp/tests.log"
    else
        caught=$((caught + 1))
        echo "caught             $name: $(failing | wc -l) tests, such as $(failing | head -n 3 | paste -sd' ')"
    fi
done
echo "mutants: $caught of $total caught"
[ "$caught" -eq "$total" ] && [ "$total" -gt 0 ]
