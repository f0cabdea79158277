metadata description = 'Logs of the resources themselves: who read or changed what beside the app.'

@description('Resource id of the workspace.')
param workspaceId string

@description('Name of the app.')
param appName string

@description('Name of the host\'s storage account.')
param hostStorageName string

@description('Name of the data\'s storage account.')
param dataStorageName string

@description('Name of the vault.')
param vaultName string

@description('Whether each write to a table and each line of the host is logged as well: about 1 KB for each.')
param verbose bool

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataStorageName

  resource tables 'tableServices' existing = {
    name: 'default'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

// Counts of the app, and when asked for the host's own words: they come by Application Insights already, unless that
// takes nothing.
resource ofApp 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: verbose
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

// Who put a package there, or touched the host's keys.
resource ofBlobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: hostStorage::blobs
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource ofTables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: dataStorage::tables
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: verbose
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

// Who read or changed which secret, never its value.
resource ofVault 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}
