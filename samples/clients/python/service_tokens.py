"""The token of (realm, key) from the service. One thread asks; the others wait for what it gets."""
import http.client, json, threading, time, urllib.parse, urllib.request
from token_error import TokenError

class AsAnswered(urllib.request.HTTPErrorProcessor):  # Errors are read below; no redirect is followed with the key.
    http_response = https_response = lambda self, request, answer: answer

class Tokens:
    def __init__(self, service, api_key, realm, key):
        self._url = f"{service}/api/cache/token?{urllib.parse.urlencode({'realm': realm, 'key': key})}"
        self._opener = urllib.request.build_opener(AsAnswered)
        self._opener.addheaders = [("x-api-key", api_key)]
        self._lock, self._held, self._failed = threading.Lock(), {"generation": 0}, (None, None, 0)

    def get(self, bad=0):  # A token that is newer than the generation that the API has refused.
        with self._lock:
            now, held, (failed, failure, until) = time.monotonic(), self._held, self._failed
            lives = held["generation"] > bad and now < held["end"]
            if lives and now < held["ask_at"]:
                return held
            if failed != bad or now >= until:  # What has failed answers all who come until its pause is over.
                try:
                    self._held = self._ask(now, f"&invalid={bad}" if bad else "", 2 if lives else 30)
                    return self._held
                except TokenError as e:
                    failure, self._failed = e, (bad, e, time.monotonic() + min(30, e.retry_after))
            if lives and failure.is_away:
                return held
            raise failure.with_traceback(None)

    def _ask(self, now, more, timeout):
        try:
            with self._opener.open(self._url + more, timeout=timeout) as answer:
                body = json.load(answer)
        except (OSError, ValueError, http.client.HTTPException) as e:
            raise TokenError(503, {}, 1) from e
        if answer.status != 200:
            wait = answer.headers.get("Retry-After", "")
            raise TokenError(answer.status, body, int(wait) if wait.isdecimal() else 1)
        life = float("inf") if body["expires_in"] is None else body["expires_in"] / 1000
        return {**body, "ask_at": now + min(body["revalidate_after"] / 1000, life / 2), "end": now + life}
