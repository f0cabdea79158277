using 'main.bicep'

// Each value comes from the environment of azd (azd env set NAME VALUE) or of the shell; docs/deploy.md tells of each.
// Keys are best only in the shell, since azd keeps its environment in a file.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'tokenfunctions')
param location = readEnvironmentVariable('AZURE_LOCATION', 'northeurope')
param hosting = readEnvironmentVariable('TOKENFUNCTIONS_HOSTING', 'custom')
param packageRuntime = readEnvironmentVariable('TOKENFUNCTIONS_RUNTIME', 'custom')

param instanceMemoryMB = int(readEnvironmentVariable('TOKENFUNCTIONS_MEMORY_MB', '2048'))
param maximumInstanceCount = int(readEnvironmentVariable('TOKENFUNCTIONS_MAX_INSTANCES', '40'))
param alwaysReadyHttp = int(readEnvironmentVariable('TOKENFUNCTIONS_ALWAYS_READY', '0'))
param httpConcurrency = int(readEnvironmentVariable('TOKENFUNCTIONS_HTTP_CONCURRENCY', '100'))
param zoneRedundant = bool(readEnvironmentVariable('TOKENFUNCTIONS_ZONES', 'false'))
param storageSku = readEnvironmentVariable('TOKENFUNCTIONS_STORAGE_SKU', 'Standard_ZRS')

param adminKey = readEnvironmentVariable('TOKENFUNCTIONS_ADMIN_KEY', '')
param purgeProtection = bool(readEnvironmentVariable('TOKENFUNCTIONS_PURGE_PROTECTION', 'true'))

param coreUrl = readEnvironmentVariable('TOKENFUNCTIONS_CORE_URL', '')
param coreScope = readEnvironmentVariable('TOKENFUNCTIONS_CORE_SCOPE', '')
param coreApiKey = readEnvironmentVariable('TOKENFUNCTIONS_CORE_API_KEY', '')
param coreNeedsFunctionKey = bool(readEnvironmentVariable('TOKENFUNCTIONS_CORE_NEEDS_FUNCTION_KEY', 'true'))
param coreFunctionKey = readEnvironmentVariable('TOKENFUNCTIONS_CORE_FUNCTION_KEY', '')

param authenticationClientId = readEnvironmentVariable('TOKENFUNCTIONS_AUTH_CLIENT_ID', '')
var applications = readEnvironmentVariable('TOKENFUNCTIONS_ALLOWED_APPLICATIONS', '')
param allowedApplications = empty(applications) ? [] : split(applications, ',')
param exposure = readEnvironmentVariable('TOKENFUNCTIONS_EXPOSURE', 'public')
param addressPrefix = readEnvironmentVariable('TOKENFUNCTIONS_NETWORK', '10.20.0.0/24')

var emails = readEnvironmentVariable('TOKENFUNCTIONS_ALERT_EMAILS', '')
param alertEmails = empty(emails) ? [] : split(emails, ',')
param retentionDays = int(readEnvironmentVariable('TOKENFUNCTIONS_RETENTION_DAYS', '31'))
param verboseLogs = bool(readEnvironmentVariable('TOKENFUNCTIONS_VERBOSE_LOGS', 'false'))
param budgetAmount = int(readEnvironmentVariable('TOKENFUNCTIONS_BUDGET', '0'))
param budgetStart = readEnvironmentVariable('TOKENFUNCTIONS_BUDGET_START', '')

// Further settings of the service by the names of the README, such as
// { TokenFunctions__Egress__Hosts: 'login.example.com', TokenFunctions__Access__ClientAddress: 'CLIENT-IP' }.
param extraSettings = {}
