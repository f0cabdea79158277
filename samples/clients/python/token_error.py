class TokenError(Exception):
    """Why there is no token: the service's code, and in how many seconds to ask again."""

    def __init__(self, status, problem, retry_after):
        self.code = problem.get("code", "service_unavailable")
        self.retry_after = retry_after
        self.is_away = status == 429 or status >= 500
        super().__init__(f"No token ({self.code}): {problem.get('detail', 'the service does not answer.')}")
