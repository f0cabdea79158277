#!/usr/bin/env bash
# Makes the package for the Functions host: artifacts/functionapp and artifacts/functionapp.zip.
set -euo pipefail
cd "$(dirname "$0")"
exec dotnet run -c Release --project build/TokenFunctions.Package -- "$@"
