"""For requests: session.auth = TokenAuth(tokens, "https://api.example.com") puts a living token on each request."""
from urllib.parse import urlsplit
from requests import auth, exceptions

class TokenAuth(auth.AuthBase):
    def __init__(self, tokens, api):
        self._tokens, self._api = tokens, api

    def __call__(self, req):
        if not self._is_api(req.url):
            raise exceptions.InvalidURL(f"The token is for {self._api} and for no other host.")
        used = self._tokens.get()
        req.headers["Authorization"] = f"Bearer {used['token']}"  # A redirect to another host loses it.
        req.register_hook("response", lambda answer, **how: self._check(answer, used["generation"], how))
        return req

    def _check(self, answer, generation, how):
        is_stream = not isinstance(answer.request.body, (bytes, str, type(None)))  # It can be sent once only.
        if answer.status_code != 401 or is_stream or not self._is_api(answer.request.url):
            return answer
        again = answer.request.copy()
        again.headers["Authorization"] = f"Bearer {self._tokens.get(generation)['token']}"
        answer.content, answer.close()  # What is read to its end frees its connection.
        repeated = answer.connection.send(again, **how)
        repeated.request = again
        repeated.history.append(answer)
        return repeated

    def _is_api(self, url):
        return "{0.scheme}://{0.netloc}".format(urlsplit(url)) == self._api
