metadata description = 'Alerts on what the app itself tells, by the queries in infra/queries over its lines of JSON. Of a core only: a front has no realms.'

@description('What the names of the alerts begin with.')
param namePrefix string

@description('Region of the workspace.')
param location string

@description('Tags of all resources.')
param tags { *: string }

@description('Resource id of the action group.')
param actionGroupId string

@description('Resource id of the workspace.')
param workspaceId string

// An alert for each realm, where the rows of the query have one.
var perRealm = [
  {
    name: 'realm'
    operator: 'Include'
    values: ['*']
  }
]

// What the service tells once for a key: an alert for each of them.
var perKey = [
  {
    name: 'realm'
    operator: 'Include'
    values: ['*']
  }
  {
    name: 'key'
    operator: 'Include'
    values: ['*']
  }
]

// A row that a query finds raises its alert. docs/operate.md has the same queries, word for word.
// What goes on being told ends its alert when it is told no more. What is told once does not: its alert is raised by each
// search that finds it, so those look back over two searches only, and a line that comes late is still found.
var rules = [
  {
    name: 'credential-dead'
    description: 'A provider refuses a credential: somebody has to renew it there and store it here.'
    severity: 1
    query: loadTextContent('../queries/credential-dead.kql')
    window: 'PT10M'
    dimensions: perKey
    endsByItself: false
  }
  {
    name: 'renewals-failing'
    description: 'Many renewals of one realm failed in 15 minutes.'
    severity: 2
    query: loadTextContent('../queries/renewals-failing.kql')
    window: 'PT15M'
    dimensions: perRealm
    endsByItself: true
  }
  {
    name: 'due-backlog'
    description: 'Sweeps do not get to all due tokens, again and again.'
    severity: 2
    query: loadTextContent('../queries/due-backlog.kql')
    window: 'PT15M'
    dimensions: []
    endsByItself: true
  }
  {
    name: 'sweep-silent'
    description: 'No sweep has ended for 15 minutes: tokens are renewed only when somebody asks for them.'
    severity: 1
    query: loadTextContent('../queries/sweep-silent.kql')
    window: 'PT15M'
    dimensions: []
    endsByItself: true
  }
  {
    name: 'secret-expiring'
    description: 'A secret ends within two weeks, by the date that it was stored with.'
    severity: 3
    query: loadTextContent('../queries/secret-expiring.kql')
    window: 'PT10M'
    dimensions: perKey
    endsByItself: false
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: '${namePrefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'TokenFunctions ${rule.name}'
      description: '${rule.description} docs/operate.md says what to do.'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      autoMitigate: rule.endsByItself
      // A new workspace does not know its tables until the first line has come.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            dimensions: rule.dimensions
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: { actionGroups: [actionGroupId] }
    }
  }
]
