#!/usr/bin/env bash
# Installs the browser of test/browser where there is none: Debian's Chromium without windows, as root or by sudo.
set -euo pipefail

for name in "${CHROMIUM:-}" chromium-headless-shell chromium google-chrome; do
  if [[ -n "$name" ]] && command -v "$name"; then exit 0; fi
done

fail() {
  echo "There is no Chromium, and $*. Install one, or name it in CHROMIUM." >&2
  exit 1
}

command -v apt-get >/dev/null || fail "no apt-get to install it with"
as_root=()
if [[ "$(id -u)" != 0 ]]; then
  command -v sudo >/dev/null || fail "it can be installed by root only; there is no sudo"
  as_root=(sudo)
fi

export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq || fail "apt-get update failed"
"${as_root[@]}" apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends chromium-headless-shell || fail "apt-get install failed"
command -v chromium-headless-shell
