#!/bin/sh
# Transfers your next call (or the one you are on) by REST, and follows the transfer to its end.
#
#   ST_PASSWORD=… docs/transfer-by-curl.sh [-a] [-w seconds] http://127.0.0.1:8080 anna 0401000001
#
# Blind, or attended with -a; waits for a call as long as -w says (60 s). The password is asked for when ST_PASSWORD is
# not set. Where an OpenID provider is used, ST_TOKEN is one of its access tokens, instead of the password. Needs curl.
# Ends with 0 when the target answered, 1 when the transfer failed or was refused, 2 when it could not be begun.
set -eu

usage() {
  sed -n '4s/^# *//p' "$0" >&2
  exit 2
}

fail() {
  echo "$1" >&2
  exit 2
}

method=BLIND
patience=60
while getopts aw: option; do
  case "$option" in
    a) method=ATTENDED ;;
    w) patience=$OPTARG ;;
    *) usage ;;
  esac
done
shift $((OPTIND - 1))
[ $# -eq 3 ] || usage
server=${1%/}
user=$2
number=$3
case "$patience" in '' | *[!0-9]*) fail "-w takes whole seconds, not: $patience" ;; esac
case "$number" in '' | *[!0-9+*\#\ -]*) fail "This is no number: $number" ;; esac
command -v curl > /dev/null || fail "curl is not on this machine."

if [ -z "${ST_TOKEN:-}" ] && [ -z "${ST_PASSWORD:-}" ]; then
  printf 'Password of %s: ' "$user" >&2
  stty -echo 2> /dev/null || true
  IFS= read -r ST_PASSWORD
  stty echo 2> /dev/null || true
  echo >&2
fi

# Curl reads who we are from a file of our own: on its command line everybody on the machine could read it.
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 2' INT TERM
quoted() {
  printf '%s' "$1" | sed 's/[\\"]/\\&/g'
}
if [ -n "${ST_TOKEN:-}" ]; then
  printf 'header = "Authorization: Bearer %s"\n' "$(quoted "$ST_TOKEN")" > "$work/who"
else
  printf 'user = "%s"\n' "$(quoted "$user:$ST_PASSWORD")" > "$work/who"
fi

# call METHOD PATH [JSON]: the answer's body in $body, its status in $status.
call() {
  set -- "$1" "$2" "${3:-}"
  if [ -n "$3" ]; then
    printf '%s' "$3" > "$work/sent"
    set -- "$1" "$2" --header 'Content-Type: application/json' --data-binary "@$work/sent"
  else
    set -- "$1" "$2"
  fi
  verb=$1
  path=$2
  shift 2
  status=$(curl --silent --show-error --max-time 20 --config "$work/who" --request "$verb" "$@" \
    --header 'Accept: application/json' --output "$work/body" --write-out '%{http_code}' "$server/api$path") ||
    fail "The server at $server does not answer."
  body=$(cat "$work/body")
}

# field NAME: the first such text or number in $body. Good for values without a comma.
field() {
  printf '%s' "$body" | tr ',{}' '\n\n\n' | sed -n "s/^\"$1\":\"\{0,1\}\([^\"]*\).*/\1/p" | head -n 1
}

refused() {
  echo "$1: $status $(field code): $(printf '%s' "$body" | sed -n 's/.*"detail":"\([^"]*\)".*/\1/p')" >&2
  exit "$2"
}

call GET /me
[ "$status" = 200 ] || refused "The log-in was refused" 2

id=""
waited=0
while :; do
  call GET /calls
  [ "$status" = 200 ] || refused "The calls could not be read" 2
  # One call for each line; the first that talks is transferred.
  id=$(printf '%s' "$body" | tr '{' '\n' | sed -n 's/^"id":"\([^"]*\)","state":"CONNECTED".*/\1/p' | head -n 1)
  [ -z "$id" ] || break
  [ "$waited" -lt "$patience" ] || fail "There was no call in $patience s. Be available, and answer your phone."
  [ "$waited" -gt 0 ] || echo "Waiting for a call of $user …"
  sleep 1
  waited=$((waited + 1))
done
echo "Call $id"

# The id is ours to choose: the same request sent again is the same transfer.
transfer=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n' |
  sed 's/^\(.\{8\}\)\(.\{4\}\).\(.\{3\}\).\(.\{3\}\)\(.\{12\}\)$/\1-\2-4\3-8\4-\5/')
call PUT "/transfers/$transfer" "{\"callId\":\"$id\",\"method\":\"$method\",\"target\":{\"type\":\"NUMBER\",\"number\":\"$number\"}}"
[ "$status" = 202 ] || refused "The transfer was refused" 1
echo "Transfer $transfer to $number"

shown=""
while :; do
  call GET "/transfers/$transfer"
  [ "$status" = 200 ] || refused "The transfer could not be read" 2
  state=$(field state)
  if [ "$state" != "$shown" ]; then
    echo "  $state"
    shown=$state
  fi
  case "$state" in
    COMPLETED) exit 0 ;;
    RETURNED | ABANDONED | FELL_BACK | FAILED)
      echo "It did not reach $number: $(field reason)" >&2
      exit 1
      ;;
  esac
  sleep 1
done
