package tokens

import "time"

// Token is a living token. Its String is not the token, so that no log gets it.
type Token struct {
	Value           string `json:"token"`
	Generation      int64  `json:"generation"`
	ExpiresIn       *int64 `json:"expires_in"`       // ms; nil = never
	RevalidateAfter int64  `json:"revalidate_after"` // ms
	askAt, end      time.Time
}

func (Token) String() string { return "***" }

func (t Token) from(sent time.Time) Token {
	check, life := time.Duration(t.RevalidateAfter)*time.Millisecond, time.Duration(1<<62)
	if t.ExpiresIn != nil {
		life = time.Duration(*t.ExpiresIn) * time.Millisecond
	}
	t.askAt, t.end = sent.Add(min(check, life/2)), sent.Add(life)
	return t
}
