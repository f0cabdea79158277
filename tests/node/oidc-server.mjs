// A certified OpenID provider for the tests: node oidc-server.mjs <port> [life of access tokens in s].
// Prints "up" when it listens; GET /calls tells how often the token endpoint was asked.
import Provider from 'oidc-provider';

const port = Number(process.argv[2] ?? process.env.PORT ?? 5201);
const life = Number(process.argv[3] ?? process.env.ACCESS_TOKEN_TTL ?? 120);
const calls = { token: 0 };

const client = (id, method) => ({
  client_id: id,
  client_secret: 'broker-secret',
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: method,
});

const api = {
  scope: 'read write',
  audience: 'urn:api',
  accessTokenTTL: life,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [client('broker', 'client_secret_basic'), client('broker-post', 'client_secret_post')],
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => 'urn:api',
      useGrantedResource: () => true,
      getResourceServerInfo: () => api,
    },
  },
  scopes: ['read', 'write'],
  ttl: { ClientCredentials: life },
});

provider.use(async (ctx, next) => {
  if (ctx.path === '/calls') {
    ctx.body = calls;
    return;
  }
  if (ctx.path === '/token' && ctx.method === 'POST') calls.token += 1;
  await next();
});

provider.listen(port, '127.0.0.1', () => console.log('up'));
