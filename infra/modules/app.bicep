metadata description = 'The plan and the function app on Flex Consumption.'

@description('Name of the plan.')
param planName string

@description('Name of the app: one in the world, and different in its first 32 characters from others on the same storage.')
param appName string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags { *: string }

@description('Name of the identity that the app has.')
param identityName string

@description('Name of the host\'s storage account.')
param hostStorageName string

@description('Name of the container that packages are put into.')
param packageContainer string

@description('Which host carries the service: custom = the custom handler, isolated = the .NET isolated worker.')
@allowed(['custom', 'isolated'])
param hosting string

@description('Of the custom hosting: custom = the self-contained package, dotnet-isolated = the framework-dependent one. The isolated hosting does not look at this.')
@allowed(['custom', 'dotnet-isolated'])
param packageRuntime string

@description('Memory of an instance in MB: 512, 2048 or 4096.')
param instanceMemoryMB int

@description('The most instances of each scale group.')
param maximumInstanceCount int

@description('Instances for HTTP that are always there.')
param alwaysReadyHttp int

@description('Requests that one instance takes at once.')
param httpConcurrency int

@description('Whether instances are spread over availability zones.')
param zoneRedundant bool

@description('The subnet that the app calls from; null = the platform\'s addresses.')
param subnetId string?

@description('Whether the app is reached by its private endpoint only.')
param privateInbound bool

var runtime = hosting == 'isolated' ? 'dotnet-isolated' : packageRuntime
// The name of the hosting's service in azure.yaml.
var service = hosting == 'isolated' ? 'worker' : 'service'

// With zones the platform wants none or at least two.
var alwaysReady = zoneRedundant && alwaysReadyHttp > 0 ? max(alwaysReadyHttp, 2) : alwaysReadyHttp

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: appName
  location: location
  // By this tag azd finds where the package of the service goes.
  tags: union(tags, { 'azd-service-name': service })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    publicNetworkAccess: privateInbound ? 'Disabled' : 'Enabled'
    virtualNetworkSubnetId: subnetId
    // Closes /admin to all but the platform. Documented as a property of the site (learn.microsoft.com, "Securing Azure
    // Functions") and missing from the published types.
    #disable-next-line BCP037
    functionsRuntimeAdminIsolationEnabled: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: runtime
        version: runtime == 'custom' ? '1.0' : '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady > 0
          ? [
              {
                name: 'http'
                instanceCount: alwaysReady
              }
            ]
          : []
        triggers: {
          http: { perInstanceConcurrency: httpConcurrency }
        }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
  }
}

// Packages come with an Entra identity, never with a publishing password.
resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

@description('Resource id of the app.')
output id string = app.id

@description('Where the app answers.')
output url string = 'https://${app.properties.defaultHostName}'
