metadata description = 'One resource reached inside the network: its endpoint, and the DNS zone by which its usual name leads there.'

@description('Name of the endpoint.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags { *: string }

@description('Resource id of what is reached.')
param targetId string

@description('Which part of it: blob, table, vault or sites.')
param groupId string

@description('Name of the DNS zone for that part.')
param zoneName string

@description('Resource id of the network.')
param networkId string

@description('Resource id of the subnet that the endpoint lies in.')
param subnetId string

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: zone
  name: name
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: networkId }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: name
        properties: {
          privateLinkServiceId: targetId
          groupIds: [groupId]
        }
      }
    ]
  }
}

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: groupId
        properties: { privateDnsZoneId: zone.id }
      }
    ]
  }
}
