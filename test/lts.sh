#!/usr/bin/env bash
# Runs tests on the Node of the container image: test/lts.sh [TEST FILE…], or all of them. On Linux, with npm and what compiles
# the driver. Tests what is committed, in a temporary folder that goes away, or in $WORK, which stays and makes the next run faster.
set -euo pipefail

repo=$(cd "$(dirname "$0")/.." && pwd)
major=$(sed -n 's/^ARG NODE=//p' "$repo/Dockerfile")
if [[ -z ${WORK:-} ]]; then
  WORK=$(mktemp -d)
  trap 'rm -rf --one-file-system "$WORK"' EXIT
fi
mkdir -p "$WORK"
WORK=$(realpath "$WORK")

fetch_node() {
  local machine=x64
  [[ $(uname -m) == aarch64 ]] && machine=arm64
  mkdir -p "$WORK/node"
  (cd "$WORK" && npm pack --silent "node-linux-$machine@$major" >/dev/null && tar -xf node-linux-*.tgz -C node --strip-components=1)
  # Dockerfile says why
  sed -i -E '/^ *(Add|Remove)CleanupHook\(\);$/d' "$WORK/node/include/node/node_object_wrap.h"
}

compile_driver() {
  rm -rf "$WORK/tree"
  git clone --quiet "$repo" "$WORK/tree"
  cp -a "$(realpath "$repo/node_modules")" "$WORK/tree/node_modules"
  cd "$WORK/tree/node_modules/better-sqlite3"
  rm -rf build
  npm_config_nodedir=$WORK/node npm explore --prefix "$WORK/tree" better-sqlite3 -- npm run build-release >"$WORK/compile.log" 2>&1
}

[[ -x $WORK/node/bin/node ]] || fetch_node
export PATH=$WORK/node/bin:$PATH
if [[ -e $WORK/tree/node_modules/better-sqlite3/build/Release/better_sqlite3.node ]]; then
  git -C "$WORK/tree" pull --quiet
else
  compile_driver || { tail -n 40 "$WORK/compile.log" >&2; exit 1; }
fi
cd "$WORK/tree"
echo "Node $(node --version)"
npm run --silent build
npx tap --disable-coverage --jobs=1 "$@"
