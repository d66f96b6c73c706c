#!/usr/bin/env bash
# Checks what an operator relies on in the container image. The last line is "N passed, N failed".
#
#   test/container/run.sh IMAGE    checks an image that docker (or podman, with ENGINE=podman) has
#   test/container/run.sh          builds the image first, with no container engine: on Debian, as root, with npm
#
# The second form installs Debian packages. Its files are in a temporary folder that goes away, or in $WORK, which stays and
# makes the next build faster. Its containers have a network of their own that holds nothing else.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
headline='أميركا وفرنسا وروسيا'

# ---- With no image given: build one and start again with it

build_and_check() {
  [[ $(id -u) == 0 ]] || { echo 'Building without an engine takes root; name an image to check it with docker' >&2; exit 2; }
  command -v npm >/dev/null || { echo 'Building without an engine takes npm, for the Node packages' >&2; exit 2; }
  if [[ -z ${WORK:-} ]]; then
    WORK=$(mktemp -d)
    trap 'rm -rf --one-file-system "$WORK"' EXIT
  fi
  WORK=$(realpath --canonicalize-missing "$WORK")
  # podman's own timers for health checks take systemd, which may not run here
  export DISABLE_HC_SYSTEMD=true
  export WORK ENGINE=podman CONTAINERS_CONF=$WORK/containers.conf CONTAINERS_STORAGE_CONF=$WORK/storage.conf
  mkdir -p "$WORK"
  install_tools >"$WORK/install.log" 2>&1 || fail_with "$WORK/install.log"
  write_settings
  echo "building; the log is $WORK/build.log"
  unshare --mount bash "$here/build.sh" localhost/khabar >"$WORK/build.log" 2>&1 || fail_with "$WORK/build.log"
  echo "built in $SECONDS s"
  # Where podman keeps track of networks and locks, and the network itself, are this run's own and end with it
  unshare --mount --net bash -c '
    mkdir -p /run/netns /var/lib/cni
    for folder in /dev/shm /run/netns /var/lib/cni; do mount -t tmpfs none "$folder"; done
    ip link set lo up
    exec bash "$@"' - "$here/run.sh" localhost/khabar
}

install_tools() {
  local wanted=(buildah conmon containernetworking-plugins curl iproute2 iptables mmdebstrap podman runc)
  local install=(timeout 600 apt-get install --yes --no-install-recommends --no-upgrade "${wanted[@]}")
  export DEBIAN_FRONTEND=noninteractive
  "${install[@]}" || { timeout 300 apt-get update && "${install[@]}"; }
}

write_settings() {
  local driver=overlay
  # An overlay cannot lie on another one, e.g. in a container
  [[ $(stat --file-system --format %T "$WORK") == overlayfs ]] && driver=vfs
  cat >"$CONTAINERS_STORAGE_CONF" <<END
[storage]
driver = "$driver"
graphroot = "$WORK/storage"
runroot = "$WORK/run"
END
  # The limits are low enough for a root user that may not raise its own
  cat >"$CONTAINERS_CONF" <<END
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
log_driver = "k8s-file"
[engine]
cgroup_manager = "cgroupfs"
events_logger = "none"
runtime = "runc"
tmp_dir = "$WORK/tmp"
[network]
network_config_dir = "$WORK/networks"
END
}

fail_with() {
  tail -n 40 "$1" >&2
  echo '0 passed, 1 failed'
  exit 1
}

if [[ $# == 0 ]]; then
  build_and_check
  exit
fi

# ---- The checks

image=$1
engine=${ENGINE:-docker}
name=khabar-check-$$
log=$(mktemp)
passed=0 failed=0 address='' list=''

engine() { timeout 60 "$engine" "$@"; }
inside() { engine exec "$name" "$@"; }
get() { curl --silent --show-error --fail --max-time 10 "http://$address$1"; }

check() {
  local detail
  if detail=$("${@:2}" 2>&1); then
    passed=$((passed + 1))
    echo "ok      $1${detail:+: $detail}"
  else
    failed=$((failed + 1))
    echo "not ok  $1${detail:+: $detail}"
  fi
}

remove() {
  engine kill "$name" >/dev/null 2>&1 || true
  engine rm --force --volumes "$name" >/dev/null 2>&1 || true
}
clean_up() {
  remove
  engine volume rm "$name" >/dev/null 2>&1 || true
  rm -f "$log"
}
trap clean_up EXIT

# start OPTION…: a new container, of which $address is the published port once it listens
start() {
  remove
  engine run --detach --name "$name" --publish 127.0.0.1::3000 "$@" "$image" >/dev/null || return
  address=$(engine port "$name" 3000 | head -n 1)
  local deadline=$((SECONDS + 60))
  while ((SECONDS < deadline)); do
    get /healthz >/dev/null 2>&1 && return
    sleep 0.5
  done
  engine logs "$name" 2>&1 | tail -n 20
  return 1
}

# Kept in this shell, since a check runs in another and $address would be lost
started() {
  if start "${@:2}" >"$log" 2>&1; then check "$1" true; else check "$1" show_log; fi
}
show_log() { cat "$log" && return 1; }

lists_shipped_article() { [[ $(get /v1/articles) == *"\"headline\":\"$headline"* ]]; }
is_ready() { get /readyz >/dev/null; }
is_not_root() { [[ $(inside sh -c 'id -u; stat --format %u /proc/1' | sort -u) =~ ^[1-9][0-9]*$ ]]; }
first_process_is_node() { [[ $(inside readlink /proc/1/exe) == */node ]]; }

health_check() {
  local words
  mapfile -t words < <(engine inspect --format '{{range .Config.Healthcheck.Test}}{{println .}}{{end}}' "$name")
  [[ ${words[0]:-} == CMD ]] || { echo 'the image has none'; return 1; }
  inside "${words[@]:1:3}"
}

health_check_fails_without_server() {
  engine run --detach --name "$name" "$image" node -e 'setTimeout(() => {}, 60_000)' >/dev/null || return
  inside true && ! health_check 2>/dev/null
}

stops_within_ten_seconds() {
  local begin=$SECONDS
  engine stop -t 15 "$name" >/dev/null || return
  local code
  code=$(engine inspect --format '{{.State.ExitCode}}' "$name")
  echo "exit code $code after $((SECONDS - begin)) s"
  [[ $code == 0 && $((SECONDS - begin)) -le 10 ]]
}

has_only() {
  local files
  files=$(inside ls -A | sort | tr '\n' ' ')
  [[ $files == 'data dist migrations node_modules package.json ' ]] || { echo "$files"; return 1; }
}

has_no_development_package() {
  local each
  for each in typescript tap @types/node @biomejs/biome @redocly/cli; do
    inside test ! -e "node_modules/$each" || { echo "$each"; return 1; }
  done
}

# Of all that may be compiled or was, one file is left: the driver
has_no_driver_sources() {
  [[ $(inside find node_modules/better-sqlite3 -name '*.[acho]' -o -name '*.cpp' -o -name '*.node' | wc -l) == 1 ]]
}

cannot_write_program() { [[ $(inside find /app /data -writable) == /data* ]] && [[ -z $(inside find /app -writable) ]]; }
same_list() { [[ -n $list && $(get /v1/articles) == "$list" ]]; }

# A driver compiled with the wrong headers aborts the process when a statement is collected between two tasks
driver_survives_collection() {
  inside node -e "
    const db = new (require('better-sqlite3'))(':memory:')
    let round = 0
    const fill = () => {
      for (let i = 0; i < 2000; i++) db.prepare('SELECT 1')
      globalThis.kept = Array.from({ length: 1e5 }, () => ({}))
      if (++round < 200) setImmediate(fill)
    }
    fill()" >/dev/null
}

archive_is_sound() { inside node dist/main.js check >/dev/null; }

image_size() {
  engine image inspect --format '{{.Size}}' "$image" | awk '{ printf "%.0f MB in all", $1 / 1e6 }'
  inside du --summarize --bytes /app | awk '{ printf ", %.0f MB of it in /app", $1 / 1e6 }'
}

started 'answers /healthz with no configuration'
check 'GET /v1/articles lists the shipped article' lists_shipped_article
check 'is ready' is_ready
check 'does not run as root' is_not_root
check 'process 1 is node' first_process_is_node
check 'the health check passes' health_check
check 'holds only what it runs' has_only
check 'has no development package' has_no_development_package
check 'has no source or object file of the driver' has_no_driver_sources
check 'the driver survives garbage collection' driver_survives_collection
check 'the service cannot write its own program' cannot_write_program
check 'size' image_size
check 'SIGTERM ends it' stops_within_ten_seconds
remove
check 'the health check fails without a server' health_check_fails_without_server

strict=(--read-only --cap-drop ALL --security-opt no-new-privileges --tmpfs /tmp --volume "$name:/data")
started 'starts read-only, without capabilities, with a volume' "${strict[@]}"
check 'lists the shipped article there too' lists_shipped_article
check 'khabar check finds the archive sound' archive_is_sound
list=$(get /v1/articles || true)
check 'SIGTERM ends it there too' stops_within_ten_seconds
started 'starts again on the same volume' "${strict[@]}"
check 'has imported nothing again' same_list

echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
