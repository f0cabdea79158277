metadata description = 'The Key Vault. Of a core: values of secrets, the sealing key and its own keys. Of a front: its own keys only.'

@description('Name of the vault: 3 to 24 characters, one in the world.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags { *: string }

@description('Whether deleted secrets cannot be purged before their 90 days are over. Once on, it stays on.')
param purgeProtection bool

@description('Whether the vault is reached by private endpoints only.')
param privateOnly bool

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // To say false is refused; to say nothing is how it is left off.
    enablePurgeProtection: purgeProtection ? true : null
    publicNetworkAccess: privateOnly ? 'disabled' : 'enabled'
    networkAcls: {
      defaultAction: privateOnly ? 'Deny' : 'Allow'
      bypass: 'None'
    }
  }
}

@description('Resource id of the vault.')
output id string = vault.id
