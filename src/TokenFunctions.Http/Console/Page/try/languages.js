// The lines of docs/clients.md and of the .NET client's README, for one token. They stay in English: they are programs.
const text = JSON.stringify;
const shell = (value) => `'${value.replaceAll("'", "'\\''")}'`;

const curl = ({ service, realm, key }) => `\
# Keys go to curl by its input: all can read a command line.
printf 'x-api-key: %s\\n' "$TOKENS_KEY" |
  curl -sS --fail-with-body --max-time 30 -H @- \\
  ${shell(`${service}/api/cache/token?realm=${encodeURIComponent(realm)}&key=${encodeURIComponent(key)}`)}
`;

const dotnet = ({ service, realm, key }) => `\
// dotnet add package TokenFunctions.Client
services.AddTokenFunctions(o =>
{
    o.Address = new Uri(${text(service)});
    o.ApiKey = new SecretText(Environment.GetEnvironmentVariable("TOKENS_KEY")!);
});
services.AddHttpClient(${text(realm)}).AddToken(${text(realm)}, ${text(key)});
`;

const go = ({ service, realm, key, api }) => `\
// samples/clients/go
t := &tokens.Tokens{
\tService: ${text(service)}, APIKey: os.Getenv("TOKENS_KEY"),
\tRealm: ${text(realm)}, Key: ${text(key)},
}
api := &http.Client{Transport: &tokens.Transport{Tokens: t, API: ${text(api)}}}
resp, err := api.Get(${text(`${api}/orders?page=2`)})
`;

const java = ({ service, realm, key, api }) => `\
// samples/clients/java
Tokens tokens = new Tokens(${text(service)}, System.getenv("TOKENS_KEY"), ${text(realm)}, ${text(key)});

TokenHttp api = new TokenHttp(HttpClient.newHttpClient(), tokens, URI.create(${text(api)}));
HttpRequest page = HttpRequest.newBuilder(URI.create(${text(`${api}/orders?page=2`)})).build();
HttpResponse<String> orders = api.send(page, HttpResponse.BodyHandlers.ofString());
`;

const python = ({ service, realm, key, api }) => `\
# samples/clients/python
tokens = Tokens(${text(service)}, os.environ["TOKENS_KEY"], ${text(realm)}, ${text(key)})

api = urllib.request.build_opener(TokenHandler(tokens, ${text(api)}))
orders = json.load(api.open(${text(`${api}/orders?page=2`)}))
`;

const node = ({ service, realm, key, api, attach }) => `\
// samples/clients/node
const apiKey = process.env.TOKENS_KEY;
const get = serviceTokens({ service: ${text(service)}, apiKey, realm: ${text(realm)}, key: ${text(key)} });
const api = tokenFetch(get, ${text(api)}${inQuery(attach) ? ', { attach: inQuery, isDead: isErrcode }' : ''});
const answer = await api('/orders?page=2');
`;

const inQuery = (attach) => attach?.place === 'query' && attach.name === 'access_token';

export const languages = [
  { id: 'curl', title: 'curl', write: curl },
  { id: 'dotnet', title: '.NET', write: dotnet },
  { id: 'go', title: 'Go', write: go },
  { id: 'java', title: 'Java', write: java },
  { id: 'python', title: 'Python', write: python },
  { id: 'node', title: 'Node.js', write: node },
];
