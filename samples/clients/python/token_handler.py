"""For urllib: build_opener(TokenHandler(tokens, "https://api.example.com")) puts a living token on each request."""
from urllib import parse, request

class TokenHandler(request.BaseHandler):
    def __init__(self, tokens, api):
        self._tokens, self._api = tokens, api

    def http_request(self, req):
        host = parse.urlsplit(req.full_url).netloc  # Behind a proxy req.host is the proxy.
        if f"{req.type}://{host}" == self._api:
            # Not a header that goes along when the API redirects to another host.
            req.token = self._tokens.get(getattr(req, "refused", 0))
            req.add_unredirected_header("Authorization", f"Bearer {req.token['token']}")
        elif not req.unverifiable:  # Not of the program, but where the API redirects to: without a token.
            raise ValueError(f"The token is for {self._api}, not for {host}.")
        return req

    https_request = http_request

    def http_error_401(self, req, answer, code, message, headers):
        is_stream = not isinstance(req.data, (bytes, type(None)))  # It can be sent once only.
        if is_stream or hasattr(req, "refused") or not hasattr(req, "token"):
            return None
        answer.close()
        how = req.origin_req_host, req.unverifiable, req.get_method()
        again = request.Request(req.full_url, req.data, req.headers, *how)  # A proxy has changed the first one.
        again.unredirected_hdrs, again.refused = req.unredirected_hdrs, req.token["generation"]
        again.redirect_dict = getattr(req, "redirect_dict", {})  # So that redirects in a circle end.
        return self.parent.open(again, timeout=req.timeout)
