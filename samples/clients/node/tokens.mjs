// The token of (realm, key) from the service; requests that come together share one call.
export function serviceTokens({ service, apiKey, realm, key }) {
  const flights = new Map(); // By the generation that the API has refused; 0 = none.
  let held = { generation: 0, askAt: 0, end: 0 };

  async function ask(bad) {
    const [sent, isCheck] = [performance.now(), held.generation > bad && performance.now() < held.end];
    const query = new URLSearchParams({ realm, key, ...(bad && { invalid: bad }) });
    const signal = AbortSignal.timeout(isCheck ? 2_000 : 30_000);
    const options = { headers: { 'x-api-key': apiKey }, redirect: 'error', signal };
    const answer = await fetch(`${service}/api/cache/token?${query}`, options).catch(() => null);
    const body = await answer?.json().catch(() => null);
    if (answer?.ok && body?.token) {
      const life = body.expires_in ?? Infinity;
      const got = { ...body, askAt: sent + Math.min(body.revalidate_after, life / 2), end: sent + life };
      return (held = got.generation < held.generation ? held : got);
    }
    const { code = 'service_unavailable', detail = 'The token service does not answer.' } = body ?? {};
    const retryAfter = Number(answer?.headers.get('retry-after')) || 1;
    const isAway = !answer || answer.status === 429 || answer.status >= 500;
    if (isAway && held.generation > bad && performance.now() < held.end)
      return Object.assign(held, { askAt: Math.min(held.end, performance.now() + Math.min(30, retryAfter) * 1000) });
    throw Object.assign(new Error(`No token (${code}): ${detail}`), { code, retryAfter });
  }

  // A token that is newer than what the API has refused. A failure answers all who come until its pause is over.
  return function get(bad = 0) {
    if (held.generation > bad && performance.now() < held.askAt) return held;
    if (!flights.has(bad)) {
      const forget = () => flights.delete(bad);
      flights.set(bad, ask(bad));
      flights.get(bad).then(forget, (e) => setTimeout(forget, Math.min(30, e.retryAfter) * 1000).unref());
    }
    return flights.get(bad);
  };
}
