metadata description = 'Tells when a month costs more than was planned. It stops nothing.'

@description('Name of the budget.')
param name string

@description('The planned cost of a month in the currency of the subscription.')
param amount int

@description('The first day of the month in which the budget was made, such as 2026-11-01. It cannot be changed later.')
param startDate string

@description('Resource id of the action group.')
param actionGroupId string

resource budget 'Microsoft.Consumption/budgets@2023-05-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: []
        contactGroups: [actionGroupId]
      }
      forecast100: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: []
        contactGroups: [actionGroupId]
      }
    }
  }
}
