#!/usr/bin/env pwsh
# Makes the package for the Functions host: artifacts/functionapp and artifacts/functionapp.zip.
$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    dotnet run -c Release --project build/TokenFunctions.Package -- @args
    $status = $LASTEXITCODE
}
finally {
    Pop-Location
}
exit $status
