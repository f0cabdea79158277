// fetch for one API: a living token on each request, and one repeat when the API refuses it.
export function tokenFetch(get, api, { attach = asBearer, isDead = is401 } = {}) {
  return async (path, init = {}) => {
    const target = new URL(path, api);
    if (target.origin !== new URL(api).origin) throw new TypeError(`The token is for ${api} only.`);
    const send = ({ token }) => {
      const [url, headers] = [new URL(target), new Headers(init.headers)];
      attach(url, headers, token);
      return fetch(url, { ...init, headers }); // A redirect to another origin loses Authorization.
    };
    const used = await get();
    const answer = await send(used);
    const isStream = init.duplex !== undefined; // It can be sent once only.
    if (isStream || answer.redirected || !(await isDead(answer))) return answer;
    await answer.body?.cancel();
    return send(await get(used.generation));
  };
}

const asBearer = (url, headers, token) => headers.set('Authorization', `Bearer ${token}`);
const is401 = (answer) => answer.status === 401;

// WeChat and WeCom: the token stands in the query, and an answer of 200 says that it is dead.
export const inQuery = (url, headers, token) => url.searchParams.set('access_token', token);
export const isErrcode = async (answer) =>
  [40001, 40014, 42001].includes((await answer.clone().json().catch(() => null))?.errcode);
