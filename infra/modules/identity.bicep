metadata description = 'The identity of the app. It is made before the app, so that its roles hold at the first start.'

@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Object id: who gets roles.')
output principalId string = identity.properties.principalId

@description('Client id: by which the app says which of its identities it means.')
output clientId string = identity.properties.clientId
