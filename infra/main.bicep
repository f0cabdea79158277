metadata description = 'One deployment of TokenFunctions: a core, or with coreUrl a front before one.'

// The subscription, so that one command makes the resource group with all that is in it, and one removes it.
targetScope = 'subscription'

// --- what and where ---

@description('Name of the environment, part of the group\'s name; all other names are made of it too.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Region. It must have Flex Consumption and, for storageSku with zones, availability zones.')
@minLength(1)
param location string

@description('Which host carries the service: custom = the custom handler, isolated = the .NET isolated worker of src/TokenFunctions.Worker.')
@allowed(['custom', 'isolated'])
param hosting string = 'custom'

@description('Of the custom hosting: custom = the self-contained package that publish.sh makes, dotnet-isolated = the framework-dependent one. The isolated hosting has one package only and does not look at this.')
@allowed(['custom', 'dotnet-isolated'])
param packageRuntime string = 'custom'

// --- size ---

@description('Memory of an instance in MB: 512, 2048 or 4096. A quarter of a core, one or two come with it.')
@minValue(512)
@maxValue(4096)
param instanceMemoryMB int = 2048

@description('The most instances of each scale group; HTTP is one, the timer another.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances for HTTP that are always there. 0 = the first call after a pause waits for a start.')
@minValue(0)
@maxValue(1000)
param alwaysReadyHttp int = 0

@description('Requests that one instance takes at once before another one is started.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int = 100

@description('Whether instances are spread over availability zones; then alwaysReadyHttp is 0 or at least 2.')
param zoneRedundant bool = false

@description('How both storage accounts are replicated.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

// --- keys: given once, kept in the vault ---

@description('The operator\'s key, what openssl rand -base64 32 prints. Empty = the one in the vault stays.')
@secure()
param adminKey string = ''

@description('Whether deleted secrets cannot be purged before their 90 days are over. Off for environments that are made and removed.')
param purgeProtection bool = true

// --- front ---

@description('Address of a core; then this deployment is a front before it. Empty = this is a core.')
param coreUrl string = ''

@description('Scope of the Entra token that the front shows its core, such as api://CLIENT-ID/.default. Empty = it shows coreApiKey.')
param coreScope string = ''

@description('The front\'s API key at its core. Empty = the one in the vault stays.')
@secure()
param coreApiKey string = ''

@description('Whether the functions of the core ask for a function key, as packages do unless they were made with --auth-level anonymous.')
param coreNeedsFunctionKey bool = true

@description('The core\'s function key. Empty = the one in the vault stays.')
@secure()
param coreFunctionKey string = ''

// --- who may come ---

@description('Client id of the app registration for App Service authentication. Empty = it is off.')
param authenticationClientId string = ''

@description('Client ids of the applications that get through authentication; empty = all of this tenant.')
param allowedApplications string[] = []

@description('public = by the platform\'s addresses; fixedAddress = calls go out from one address; private = and storage and vault are reached inside a network only; isolated = and so is the app.')
@allowed(['public', 'fixedAddress', 'private', 'isolated'])
param exposure string = 'public'

@description('Addresses of the network: a block of 256 or more.')
param addressPrefix string = '10.20.0.0/24'

@description('Name of the private DNS zone of apps; another one in sovereign clouds.')
param appZoneName string = 'privatelink.azurewebsites.net'

// --- watching ---

@description('Mail addresses that alerts go to.')
param alertEmails string[] = []

@description('Days that telemetry is kept; 31 are in the price.')
@minValue(30)
@maxValue(730)
param retentionDays int = 31

@description('Whether each write to a table and each line of the host is logged as well: about 1 KB for each.')
param verboseLogs bool = false

@description('Planned cost of a month in the currency of the subscription; 0 = no budget.')
@minValue(0)
param budgetAmount int = 0

@description('First day of the month in which the budget was made, such as 2026-11-01; needed with a budget. It cannot be changed later.')
param budgetStart string = ''

@description('Further app settings by their names. Nothing confidential: a reference to the vault instead.')
param extraSettings { *: string } = {}

var isFront = !empty(coreUrl)
var isPrivate = exposure == 'private' || exposure == 'isolated'
var tags = { 'azd-env-name': environmentName }
var token = uniqueString(subscription().id, environmentName, location)
var names = {
  identity: 'id-${token}'
  hostStorage: 'sthost${token}'
  dataStorage: 'stdata${token}'
  packageContainer: 'packages'
  vault: 'kv-${token}'
  workspace: 'log-${token}'
  insights: 'appi-${token}'
  plan: 'plan-${token}'
  app: 'func-${token}'
  network: 'vnet-${token}'
  actionGroup: 'ag-${token}'
  alerts: 'alert-${token}'
  budget: 'budget-${token}'
}

// The tables of the service; a front keeps callers and audit only. The service makes one that is missing.
var frontTables = ['audit', 'callers']
var coreTables = ['activity', 'due', 'inputs', 'quota', 'realms', 'sealing', 'secrets', 'sweep', 'tokens', 'used', 'vault']

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  name: 'identity'
  params: {
    name: names.identity
    location: location
    tags: tags
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  scope: group
  name: 'host-storage'
  params: {
    name: names.hostStorage
    location: location
    tags: tags
    sku: storageSku
    packageContainer: names.packageContainer
    privateOnly: isPrivate
  }
}

module dataStorage 'modules/data-storage.bicep' = {
  scope: group
  name: 'data-storage'
  params: {
    name: names.dataStorage
    location: location
    tags: tags
    sku: storageSku
    tableNames: isFront ? frontTables : concat(frontTables, coreTables)
    privateOnly: isPrivate
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  name: 'vault'
  params: {
    name: names.vault
    location: location
    tags: tags
    purgeProtection: purgeProtection
    privateOnly: isPrivate
  }
}

module keys 'modules/keys.bicep' = {
  scope: group
  name: 'keys'
  params: {
    vaultName: names.vault
    adminKey: adminKey
    coreApiKey: coreApiKey
    coreFunctionKey: coreFunctionKey
  }
  dependsOn: [vault]
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  name: 'monitoring'
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    location: location
    tags: tags
    retentionDays: retentionDays
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  name: 'roles'
  params: {
    identityName: names.identity
    principalId: identity.outputs.principalId
    hostStorageName: names.hostStorage
    dataStorageName: names.dataStorage
    vaultName: names.vault
    insightsName: names.insights
    writesVault: !isFront
  }
  dependsOn: [
    hostStorage
    dataStorage
    vault
    monitoring
  ]
}

module network 'modules/network.bicep' = if (exposure != 'public') {
  scope: group
  name: 'network'
  params: {
    name: names.network
    location: location
    tags: tags
    addressPrefix: addressPrefix
  }
}

module reachBlobs 'modules/private-endpoint.bicep' = if (isPrivate) {
  scope: group
  name: 'reach-blobs'
  params: {
    name: '${names.network}-blobs'
    location: location
    tags: tags
    targetId: hostStorage.outputs.id
    groupId: 'blob'
    zoneName: 'privatelink.blob.${environment().suffixes.storage}'
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
  }
}

module reachTables 'modules/private-endpoint.bicep' = if (isPrivate) {
  scope: group
  name: 'reach-tables'
  params: {
    name: '${names.network}-tables'
    location: location
    tags: tags
    targetId: dataStorage.outputs.id
    groupId: 'table'
    zoneName: 'privatelink.table.${environment().suffixes.storage}'
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
  }
}

module reachVault 'modules/private-endpoint.bicep' = if (isPrivate) {
  scope: group
  name: 'reach-vault'
  params: {
    name: '${names.network}-vault'
    location: location
    tags: tags
    targetId: vault.outputs.id
    groupId: 'vault'
    // Private zones of vaults have a name of their own: .vault.azure.net becomes privatelink.vaultcore.azure.net.
    zoneName: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
  }
}

module app 'modules/app.bicep' = {
  scope: group
  name: 'app'
  params: {
    planName: names.plan
    appName: names.app
    location: location
    tags: tags
    identityName: names.identity
    hostStorageName: names.hostStorage
    packageContainer: names.packageContainer
    hosting: hosting
    packageRuntime: packageRuntime
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyHttp: alwaysReadyHttp
    httpConcurrency: httpConcurrency
    zoneRedundant: zoneRedundant
    subnetId: network.?outputs.appSubnetId
    privateInbound: exposure == 'isolated'
  }
  // The first start needs its roles, and in a network the way to its package.
  dependsOn: [
    roles
    reachBlobs
  ]
}

module reachApp 'modules/private-endpoint.bicep' = if (exposure == 'isolated') {
  scope: group
  name: 'reach-app'
  params: {
    name: '${names.network}-app'
    location: location
    tags: tags
    targetId: app.outputs.id
    groupId: 'sites'
    zoneName: appZoneName
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
  }
}

module authentication 'modules/authentication.bicep' = if (!empty(authenticationClientId)) {
  scope: group
  name: 'authentication'
  params: {
    appName: names.app
    clientId: authenticationClientId
    allowedApplications: allowedApplications
  }
  dependsOn: [app]
}

module settings 'modules/settings.bicep' = {
  scope: group
  name: 'settings'
  params: {
    appName: names.app
    identityClientId: identity.outputs.clientId
    hostStorageName: names.hostStorage
    dataStorageName: names.dataStorage
    vaultName: names.vault
    insightsName: names.insights
    hosting: hosting
    hasAuthentication: !empty(authenticationClientId)
    coreUrl: coreUrl
    coreScope: coreScope
    coreNeedsFunctionKey: coreNeedsFunctionKey
    extra: extraSettings
  }
  // What the settings name must be there: an app that believes in authentication refuses to start without it.
  dependsOn: [
    app
    authentication
    keys
    reachTables
    reachVault
  ]
}

module diagnostics 'modules/diagnostics.bicep' = {
  scope: group
  name: 'diagnostics'
  params: {
    workspaceId: monitoring.outputs.workspaceId
    appName: names.app
    hostStorageName: names.hostStorage
    dataStorageName: names.dataStorage
    vaultName: names.vault
    verbose: verboseLogs
  }
  dependsOn: [app]
}

module actionGroup 'modules/action-group.bicep' = {
  scope: group
  name: 'action-group'
  params: {
    name: names.actionGroup
    tags: tags
    emails: alertEmails
  }
}

module metricAlerts 'modules/metric-alerts.bicep' = {
  scope: group
  name: 'metric-alerts'
  params: {
    namePrefix: names.alerts
    tags: tags
    actionGroupId: actionGroup.outputs.id
    appId: app.outputs.id
    vaultId: vault.outputs.id
    tableServiceId: dataStorage.outputs.tableServiceId
  }
}

// A front renews nothing: what there is to tell of realms, the core tells.
module eventAlerts 'modules/event-alerts.bicep' = if (!isFront) {
  scope: group
  name: 'event-alerts'
  params: {
    namePrefix: names.alerts
    location: location
    tags: tags
    actionGroupId: actionGroup.outputs.id
    workspaceId: monitoring.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = if (budgetAmount > 0) {
  scope: group
  name: 'budget'
  params: {
    name: names.budget
    amount: budgetAmount
    startDate: budgetStart
    actionGroupId: actionGroup.outputs.id
  }
}

@description('Name of the resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the app: where packages go.')
output TOKENFUNCTIONS_APP string = names.app

@description('Where the service answers.')
output TOKENFUNCTIONS_URL string = app.outputs.url

@description('Name of the vault.')
output TOKENFUNCTIONS_VAULT string = names.vault

@description('Client id of the app\'s identity: a front is this application to its core.')
output TOKENFUNCTIONS_CLIENT_ID string = identity.outputs.clientId

@description('The address that providers see; empty = the platform\'s changing ones.')
output TOKENFUNCTIONS_ADDRESS string = network.?outputs.address ?? ''
