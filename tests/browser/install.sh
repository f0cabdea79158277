#!/usr/bin/env bash
# Chromium and fonts for Latin and Chinese letters, for the tests of the console: on Debian, as root or with a sudo that
# asks for nothing, and only what is missing.
set -euo pipefail

packages=()
[ -x "${TOKENFUNCTIONS_CHROMIUM:-/usr/bin/chromium}" ] || packages+=(chromium)
[ -e /usr/share/fonts/truetype/liberation ] || packages+=(fonts-liberation)
[ -e /usr/share/fonts/truetype/wqy ] || [ -n "$(fc-list :lang=zh 2> /dev/null)" ] || packages+=(fonts-wqy-microhei)
[ ${#packages[@]} -gt 0 ] || exit 0

if ! command -v apt-get > /dev/null; then
  echo "not installed, as there is no apt-get here: ${packages[*]}" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! sudo -n true 2> /dev/null; then
    echo "not installed, as that needs root: ${packages[*]}" >&2
    exit 1
  fi
  as_root=(sudo -n)
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${packages[@]}" > /dev/null
