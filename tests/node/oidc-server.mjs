// A certified OpenID provider for the tests: node oidc-server.mjs <port> [life of access tokens in s].
// Prints "up" when it listens. Clients beyond those of oidc-clients.mjs register themselves (RFC 7591, POST /reg).
// The provider is changed in nothing; what tests need beside it is in oidc-tests.mjs.
import Provider from 'oidc-provider';
import { clients, scopes } from './oidc-clients.mjs';
import { serveTests } from './oidc-tests.mjs';

const port = Number(process.argv[2] ?? process.env.PORT ?? 5201);
const life = Number(process.argv[3] ?? process.env.ACCESS_TOKEN_TTL ?? 120);

// Two APIs: tokens for the first can be read by anybody, those for the second by the provider only.
const apis = {
  'urn:api': { accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } },
  'urn:opaque': { accessTokenFormat: 'opaque' },
};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients,
  scopes: [...scopes, 'offline_access'],
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    registration: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => 'urn:api',
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, resource) =>
        ({ scope: scopes.join(' '), audience: resource, accessTokenTTL: life, ...apis[resource] }),
    },
  },
  rotateRefreshToken: true,
  ttl: { ClientCredentials: life, AccessToken: life, Grant: 86_400, RefreshToken: 86_400 },
});

serveTests(provider);
provider.listen(port, '127.0.0.1', () => console.log('up'));
