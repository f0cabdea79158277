// Package tokens puts a living token of (realm, key) on each request to one API.
package tokens

import (
	"sync"
	"time"
)

// Tokens gets the token from the service. One goroutine asks; the others wait for what it gets.
type Tokens struct {
	Service, APIKey, Realm, Key string

	mu      sync.Mutex
	held    Token
	failed  int64
	failure *Error
	until   time.Time
}

// Get gives a token that is newer than the generation that the API has refused; 0 = none.
func (t *Tokens) Get(bad int64) (Token, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	lives := t.held.Generation > bad && now.Before(t.held.end)
	if lives && now.Before(t.held.askAt) {
		return t.held, nil
	}
	if t.failure == nil || t.failed != bad || !now.Before(t.until) { // Else it answers all who come.
		got, failure := t.ask(now, bad, lives)
		if failure == nil {
			t.held = got
			return got, nil
		}
		t.failed, t.failure, t.until = bad, failure, time.Now().Add(min(failure.RetryAfter, 30*time.Second))
	}
	if lives && t.failure.isAway {
		return t.held, nil
	}
	return Token{}, t.failure
}
