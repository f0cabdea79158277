metadata description = 'App Service authentication: it checks Entra tokens of programs before the app sees them. No secret is needed for that.'

@description('Name of the app.')
param appName string

@description('Client id of the app registration that stands for this service.')
param clientId string

@description('Client ids of applications that get through at all; empty = all of this tenant, and the service decides by its callers.')
param allowedApplications string[]

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource authentication 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      excludedPaths: [
        '/api/health'
        '/api/health/live'
        '/api/health/ready'
        // The page for people: it is the same for all and holds nothing. What it shows it asks for with who is signed in.
        '/api/console'
        '/api/console/*'
      ]
    }
    httpSettings: { requireHttps: true }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            clientId
            'api://${clientId}'
          ]
          defaultAuthorizationPolicy: empty(allowedApplications)
            ? null
            : {
                allowedApplications: allowedApplications
              }
        }
      }
    }
    login: {
      tokenStore: { enabled: false }
    }
  }
}
