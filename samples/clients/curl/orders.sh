#!/bin/sh
# One call of an API with a living token. Keys and tokens go to curl by its input: all can read a command line.
set -eu

ask() { # $1 = what the API has refused, as &invalid=GENERATION
  answer=$(printf 'x-api-key: %s\n' "$API_KEY" |
    curl -sS --fail-with-body --max-time 30 -H @- "$SERVICE/api/cache/token?realm=$REALM&key=$KEY$1") || {
    printf '%s\n' "$answer" >&2 # A problem: code, detail, and retry_at where waiting helps.
    exit 1
  }
  token=$(printf '%s' "$answer" | sed -n 's/^{"token":"\([^"\\]*\)".*/\1/p')
  generation=$(printf '%s' "$answer" | sed -n 's/.*"generation":\([0-9]*\),"revalidate_after".*/\1/p')
}

call() { # The status goes to the output, the body to the file $2.
  printf 'Authorization: Bearer %s\n' "$token" | curl -sS -H @- -o "$2" -w '%{http_code}' "$API$1"
}

body=$(mktemp)
trap 'rm -f "$body"' EXIT
ask ""
status=$(call "$1" "$body")
if [ "$status" = 401 ]; then
  ask "&invalid=$generation"
  status=$(call "$1" "$body")
fi
cat "$body"
[ "$status" -lt 400 ]
