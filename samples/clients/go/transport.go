package tokens

import (
	"fmt"
	"net/http"
)

// Transport puts a living token on each request to one API, and repeats one once when the API refuses its token:
// &http.Client{Transport: &tokens.Transport{Tokens: t, API: "https://api.example.com"}}.
type Transport struct {
	Tokens *Tokens
	API    string
}

// RoundTrip is of http.RoundTripper.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if t.API != req.URL.Scheme+"://"+req.URL.Host && req.Response != nil {
		return http.DefaultTransport.RoundTrip(req) // Where the API redirects to: without a token.
	}
	resp, used, err := t.send(req, 0)
	if err != nil || resp.StatusCode != http.StatusUnauthorized || (req.Body != nil && req.GetBody == nil) {
		return resp, err // A stream can be sent once only.
	}
	resp.Body.Close()
	resp, _, err = t.send(req, used)
	return resp, err
}

// send leaves req as it is: a RoundTripper must, and so no redirect takes the token along.
func (t *Transport) send(req *http.Request, bad int64) (*http.Response, int64, error) {
	sent, used, err := req.Clone(req.Context()), Token{}, fmt.Errorf("the token is for %s only", t.API)
	if t.API == req.URL.Scheme+"://"+req.URL.Host {
		used, err = t.Tokens.Get(bad)
	}
	if err == nil && bad != 0 && req.GetBody != nil {
		sent.Body, err = req.GetBody()
	}
	if err != nil && sent.Body != nil {
		sent.Body.Close()
	}
	if err != nil {
		return nil, 0, err
	}
	sent.Header.Set("Authorization", "Bearer "+used.Value)
	resp, err := http.DefaultTransport.RoundTrip(sent)
	return resp, used.Generation, err
}
