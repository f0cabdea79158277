// What the tests need and no provider has: a count of the calls, a consent without a browser, and the addresses that
// another product has.
import { scopes } from './oidc-clients.mjs';

// Keycloak's path of its realm "tests"; the provider takes it as where it is mounted, for its audience too.
const keycloak = '/realms/tests/protocol/openid-connect';

// What the provider saves when a user consents in a browser: a grant and the first refresh token of its family.
async function consent(provider, clientId) {
  const client = await provider.Client.find(clientId);
  const grant = new provider.Grant({ accountId: 'user', clientId });
  grant.addResourceScope('urn:api', scopes.join(' '));
  const grantId = await grant.save();
  const token = new provider.RefreshToken({
    accountId: 'user',
    client,
    grantId,
    gty: 'authorization_code',
    resource: 'urn:api',
    scope: [...scopes, 'offline_access'].join(' '),
  });
  return { refresh_token: await token.save() };
}

export function serveTests(provider) {
  const calls = { token: 0 };

  provider.use(async (ctx, next) => {
    if (ctx.path === '/calls') {
      ctx.body = calls;
      return;
    }
    if (ctx.path === '/consent' && ctx.method === 'POST') {
      ctx.body = await consent(provider, ctx.query.client_id);
      return;
    }
    if (ctx.path.startsWith(`${keycloak}/`)) {
      ctx.mountPath = keycloak;
      ctx.url = ctx.url.slice(keycloak.length);
    }
    if (ctx.path === '/token' && ctx.method === 'POST') calls.token += 1;
    await next();
  });
}
