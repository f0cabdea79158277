"""Sends what the lines of its input say, "COUNT METHOD PATH [BODY]", and prints the outcomes of each line, sorted."""
import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib import error, parse, request

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../../samples/clients/python"))
from service_tokens import Tokens
from token_error import TokenError

API = os.environ["API"]
TOKENS = Tokens(*(os.environ[name] for name in ("SERVICE", "API_KEY", "REALM", "KEY")))


def by_urllib():
    from token_handler import TokenHandler
    opener = request.build_opener(TokenHandler(TOKENS, API))

    def send(method, url, body):
        try:
            with opener.open(request.Request(url, body, method=method, headers={"Content-Type": "text/plain"})) as answer:
                return answer.status, answer.read().decode()
        except error.HTTPError as e:
            with e:
                return e.code, e.read().decode()
    return send


def by_requests():
    import requests
    from token_auth import TokenAuth

    def send(method, url, body):
        answer = requests.request(method, url, data=body, auth=TokenAuth(TOKENS, API))
        return answer.status_code, answer.text
    return send


SEND = {"urllib": by_urllib, "requests": by_requests}[sys.argv[1]]()


def outcome(method, path, body):
    data = None if body is None else io.BytesIO(body.encode()) if method == "STREAM" else body.encode()
    try:
        status, text = SEND("POST" if method == "STREAM" else method, parse.urljoin(API, path), data)
        return f"{status}:{text}"
    except TokenError as e:
        return f"no-token:{e.code}:{e.retry_after}"
    except ValueError as e:
        return "wrong-host" if "The token is for" in str(e) else f"error:{e}"


with ThreadPoolExecutor(64) as threads:
    for line in sys.stdin:
        count, method, path, body = (line.split() + [None])[:4]
        done = [threads.submit(outcome, method, path, body) for _ in range(int(count))]
        print(" ".join(sorted(d.result() for d in done)), flush=True)
