package tokens

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// The key must not go where the service redirects to.
var client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

func (t *Tokens) ask(now time.Time, bad int64, isCheck bool) (Token, *Error) {
	query, wait := url.Values{"realm": {t.Realm}, "key": {t.Key}}, 30*time.Second
	if bad != 0 {
		query.Set("invalid", strconv.FormatInt(bad, 10))
	}
	if isCheck {
		wait = 2 * time.Second
	}
	ctx, cancel := context.WithTimeout(context.Background(), wait) // Not a caller's own: all wait for it.
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, t.Service+"/api/cache/token?"+query.Encode(), nil)
	if err != nil {
		return Token{}, newError(nil)
	}
	req.Header.Set("x-api-key", t.APIKey)
	resp, err := client.Do(req)
	if err != nil {
		return Token{}, newError(nil)
	}
	defer resp.Body.Close()
	var got Token
	if resp.StatusCode != http.StatusOK || json.NewDecoder(resp.Body).Decode(&got) != nil || got.Value == "" {
		return Token{}, newError(resp)
	}
	return got.from(now), nil
}
