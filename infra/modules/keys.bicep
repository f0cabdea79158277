metadata description = 'Puts the keys that were given into the vault. One that was not given stays what it is there. It goes through Azure Resource Manager, so it works with a private vault too.'

@description('Name of the vault.')
param vaultName string

@description('The operator\'s key; empty = leave the one that is there.')
@secure()
param adminKey string

@description('A front\'s key at its core; empty = leave the one that is there.')
@secure()
param coreApiKey string

@description('The core\'s function key; empty = leave the one that is there.')
@secure()
param coreFunctionKey string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource admin 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(adminKey)) {
  parent: vault
  name: 'tokenfunctions-admin-key'
  properties: { value: adminKey }
}

resource coreApi 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(coreApiKey)) {
  parent: vault
  name: 'tokenfunctions-core-api-key'
  properties: { value: coreApiKey }
}

resource coreFunction 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(coreFunctionKey)) {
  parent: vault
  name: 'tokenfunctions-core-function-key'
  properties: { value: coreFunctionKey }
}
