package tokens

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// Error tells why there is no token: the service's code, and when to ask again.
type Error struct {
	Code, Detail string
	RetryAfter   time.Duration `json:"-"`
	isAway       bool
}

func (e *Error) Error() string { return "no token (" + e.Code + "): " + e.Detail }

func newError(resp *http.Response) *Error {
	e := &Error{Code: "service_unavailable", Detail: "no answer of the service", RetryAfter: time.Second, isAway: true}
	if resp == nil {
		return e
	}
	_ = json.NewDecoder(resp.Body).Decode(e) // What is no problem of the service keeps the words above.
	e.isAway = resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500
	if seconds, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil {
		e.RetryAfter = time.Duration(seconds) * time.Second
	}
	return e
}
