#!/usr/bin/env bash
# Builds the image "$1" from this repository without a container engine and without base images from a registry:
# Debian's packages and the npm registry, as apt-get and npm are set up on this machine, give all that is needed.
# Run by run.sh, as root; podman and buildah keep their files in $WORK.
set -euo pipefail

image=$1
repo=$(cd "$(dirname "$0")/../.." && pwd)
major=$(sed -n 's/^ARG NODE=//p' "$repo/Dockerfile")

# What the official images hold in /usr/local: Node, its headers, npm
fetch_node() {
  local machine
  case $(dpkg --print-architecture) in
    amd64) machine=x64 ;;
    arm64) machine=arm64 ;;
    *) echo "There is no Node package for $(dpkg --print-architecture)" >&2; return 1 ;;
  esac
  rm -rf "$WORK/node" "$WORK/packed"
  mkdir -p "$WORK/node/lib/node_modules/npm" "$WORK/packed"
  (cd "$WORK/packed" && timeout 300 npm pack --silent "node-linux-$machine@$major" npm@11)
  tar -xf "$WORK"/packed/node-linux-*.tgz -C "$WORK/node" --strip-components=1 --no-same-owner
  tar -xf "$WORK"/packed/npm-*.tgz -C "$WORK/node/lib/node_modules/npm" --strip-components=1 --no-same-owner
  rm "$WORK/node/package.json"
  find "$WORK/node/include/node/openssl/archs" -mindepth 1 -maxdepth 1 -not -name "linux-$(uname -m)" -exec rm -r {} +
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$WORK/node/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$WORK/node/bin/npx"
  chmod -R a+rX "$WORK/node"
  chmod 755 "$WORK"/node/bin/node "$WORK"/node/lib/node_modules/npm/bin/np[mx]-cli.js
  tar -C "$WORK/node" --owner=0 --group=0 -cf "$WORK/node.tar" .
}

# make_base TAG PACKAGES: Debian bookworm with Node and the user "node" (1000), under the official image's name
make_base() {
  podman image exists "docker.io/library/node:$1" && return
  [[ -e $WORK/node.tar ]] || fetch_node
  timeout 600 mmdebstrap --variant=minbase --include="$2" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook="tar-in $WORK/node.tar /usr/local" \
    --customize-hook='chroot "$1" useradd --uid 1000 --create-home --shell /bin/bash node' \
    bookworm "$WORK/base.tar"
  timeout 300 podman import --change 'CMD ["node"]' "$WORK/base.tar" "docker.io/library/node:$1"
  rm "$WORK/base.tar"
}

# How npm reaches its registry here: mounted while the image is built, so no part of it
npm_settings() {
  local authority=${NODE_EXTRA_CA_CERTS:-$(npm config get cafile)}
  npm config get registry | sed 's/^/registry=/' >"$WORK/npmrc"
  mounts=(--volume "$WORK/npmrc:/root/.npmrc:ro")
  [[ -f $authority ]] || return 0
  echo 'cafile=/run/authorities.crt' >>"$WORK/npmrc"
  mounts+=(--volume "$authority:/run/authorities.crt:ro")
}

cd /
make_base "$major-bookworm-slim" passwd
make_base "$major-bookworm" ca-certificates,g++,make,python3
npm_settings
timeout 1800 buildah bud --isolation chroot --pull-never --format docker --layers "${mounts[@]}" \
  --tag "$image" --file "$repo/Dockerfile" "$repo"
