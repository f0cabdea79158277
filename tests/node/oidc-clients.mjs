// The clients that the provider knows from the start, and the scopes of its APIs.
export const scopes = ['read', 'write'];

const client = (id, secret, method, grant) => ({
  client_id: id,
  client_secret: secret,
  grant_types: [grant],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: method,
});

export const clients = [
  client('broker', 'broker-secret', 'client_secret_basic', 'client_credentials'),
  client('broker-post', 'broker-secret', 'client_secret_post', 'client_credentials'),
  // Wrong after Basic unless both are form-encoded first (RFC 6749 section 2.3.1).
  client('broker: encoded', 'a+b %41:&=/"secret"', 'client_secret_basic', 'client_credentials'),
  client('broker-refresh', 'broker-secret', 'client_secret_post', 'refresh_token'),
  client('broker-refresh-basic', 'broker-secret', 'client_secret_basic', 'refresh_token'),
];
