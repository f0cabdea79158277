metadata description = 'The app settings. They are written as a whole: what is set by hand is gone with the next deployment.'

@description('Name of the app.')
param appName string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Name of the host\'s storage account.')
param hostStorageName string

@description('Name of the data\'s storage account.')
param dataStorageName string

@description('Name of the vault.')
param vaultName string

@description('Name of the Application Insights resource.')
param insightsName string

@description('Which host carries the service: custom = the custom handler, isolated = the .NET isolated worker.')
@allowed(['custom', 'isolated'])
param hosting string

@description('Whether App Service authentication is on.')
param hasAuthentication bool

@description('Address of the core; empty = this is a core.')
param coreUrl string

@description('Scope of the Entra token that a front shows its core; empty = it shows an API key from its vault.')
param coreScope string

@description('Whether the core\'s functions ask for a function key as well.')
param coreNeedsFunctionKey bool

@description('Further settings by their names. Nothing confidential: a reference to the vault instead.')
param extra { *: string }

var isFront = !empty(coreUrl)

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataStorageName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var platform = {
  AzureWebJobsStorage__blobServiceUri: hostStorage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // Tells the app which identity is meant for tables and vault.
  AZURE_CLIENT_ID: identityClientId
}

// The isolated worker's timer looks up its schedule here; the custom handler's has it in its function.json, the same one.
var timer = {
  PreRefreshSchedule: '0 * * * * *'
}

// The start is refused unless somebody may call: the operator's key, which the platform reads from the vault.
var both = {
  TokenFunctions__Storage: dataStorage.properties.primaryEndpoints.table
  TokenFunctions__AdminKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/tokenfunctions-admin-key)'
}

var core = {
  TokenFunctions__VaultUri: vault.properties.vaultUri
}

var front = {
  TokenFunctions__Core__Url: coreUrl
}

var entraAtCore = {
  TokenFunctions__Core__Scope: coreScope
}

var keyAtCore = {
  TokenFunctions__Core__ApiKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/tokenfunctions-core-api-key)'
}

var functionKeyAtCore = {
  TokenFunctions__Core__FunctionKey: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/tokenfunctions-core-function-key)'
}

var authentication = {
  TokenFunctions__AppServiceIdentity: 'true'
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    platform,
    hosting == 'isolated' ? timer : {},
    both,
    isFront ? front : core,
    isFront ? (empty(coreScope) ? keyAtCore : entraAtCore) : {},
    isFront && coreNeedsFunctionKey ? functionKeyAtCore : {},
    hasAuthentication ? authentication : {},
    extra
  )
}
