metadata description = 'Who hears of alerts.'

@description('Name of the action group.')
param name string

@description('Tags of all resources.')
param tags { *: string }

@description('Mail addresses; without any, alerts are seen in the portal only.')
param emails string[]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'tokens'
    enabled: true
    emailReceivers: [
      for (email, i) in emails: {
        name: 'email-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

@description('Resource id of the action group.')
output id string = group.id
