#!/usr/bin/env bash
# Make this checkout ready to run or to test: system libraries, .venv, Python packages.
#
#   tools/setup.sh run                    what the program needs
#   tools/setup.sh test                   that, and what the tests and the linters need
#   tools/setup.sh bundle                 what the program needs, and what packs it up
#   tools/setup.sh packages               that, and what makes a .deb and an AppImage of it, and tries them
#   tools/setup.sh lowest build/lowest    the lowest versions that are allowed, in an environment of their own
#
# The packages and their versions are those of requirements/run.txt and so on, each file of them known by its hash:
# what was tested is what is installed. By uv where it is there, else by pip.
# Says nothing and takes a moment when all is there. Exit code 2 with one clear line when it cannot go on.
# PYTHON=/path/to/python3.12 chooses the interpreter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly purpose="${1:-run}"
readonly environment="${2:-.venv}"
readonly pins="requirements/${purpose/packages/bundle}.txt"
readonly log=build/setup.log
readonly supported="(3, 11) <= sys.version_info < (3, 15)"
readonly no_python="Python 3.11 to 3.14 with venv is needed"

# What is looked for, and the Debian package that brings it. Looked for by itself, not by the package's
# name: names differ between releases (libglib2.0-0, libglib2.0-0t64), and other systems have other ones.
readonly libraries="
libEGL.so.1              libegl1
libGL.so.1               libgl1
libglib-2.0.so.0         libglib2.0-0
libdbus-1.so.3           libdbus-1-3
libfontconfig.so.1       libfontconfig1
libxkbcommon.so.0        libxkbcommon0
libxkbcommon-x11.so.0    libxkbcommon-x11-0
libX11-xcb.so.1          libx11-xcb1
libxcb-cursor.so.0       libxcb-cursor0
libxcb-icccm.so.4        libxcb-icccm4
libxcb-image.so.0        libxcb-image0
libxcb-keysyms.so.1      libxcb-keysyms1
libxcb-randr.so.0        libxcb-randr0
libxcb-render-util.so.0  libxcb-render-util0
libxcb-shape.so.0        libxcb-shape0
libxcb-xkb.so.1          libxcb-xkb1
libwayland-cursor.so.0   libwayland-cursor0
libwayland-egl.so.1      libwayland-egl1
"
readonly fonts="
DejaVuSans               fonts-dejavu-core
Inter                    fonts-inter
"
readonly test_commands="
Xvfb                     xvfb
xdotool                  xdotool
dbus-daemon              dbus-daemon
appstreamcli             appstream
man                      man-db
/usr/share/dbus-1/services/org.a11y.Bus.service             at-spi2-core
/usr/lib/python3/dist-packages/pyatspi/__init__.py          python3-pyatspi
"
# What is made of the bundle: commands, and the libraries of the AppImage's head.
readonly package_tools="
gcc                             gcc
dpkg-shlibdeps                  dpkg-dev
mksquashfs                      squashfs-tools
appstreamcli                    appstream
mmdebstrap                      mmdebstrap
Xvfb                            xvfb
xdotool                         xdotool
/usr/include/stdio.h            libc6-dev
/usr/include/squashfuse/fs.h    libsquashfuse-dev
/usr/include/zlib.h             zlib1g-dev
/usr/include/lzma.h             liblzma-dev
/usr/include/zstd.h             libzstd-dev
/usr/include/lz4.h              liblz4-dev
/usr/include/lzo/lzo1x.h        liblzo2-dev
"

say() { printf 'setup: %s\n' "$*"; }

stop() {
  printf 'setup: %s\n' "$*" >&2
  exit 2
}

# Run a command with its output in the log; stop with its last words when it fails.
logged() {
  local what="$1"
  shift
  "$@" >>"$log" 2>&1 </dev/null || stop "$what failed: $(last_words) (all of it: $log)"
}

last_words() {
  grep -oE '\b(E|ERROR): .*' "$log" | tail -n 1 || tail -n 1 "$log"
}

is_debian() { command -v apt-get >/dev/null && command -v dpkg >/dev/null; }

# ------------------------------------------------------------------ system packages

# Print an interpreter that is supported and can make environments; fail when there is none.
find_python() {
  local candidate candidates=(python3 python3.14 python3.13 python3.12 python3.11)
  if [ -n "${PYTHON:-}" ]; then candidates=("$PYTHON"); fi
  for candidate in "${candidates[@]}"; do
    if "$candidate" -c "import venv, ensurepip, sys; sys.exit(not $supported)" 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

# Print the second column of a table's rows whose first column the given command does not find.
missing_from() {
  local table="$1" finds="$2" what package
  while read -r what package; do
    if [ -n "$what" ] && ! "$finds" "$what"; then printf '%s ' "$package"; fi
  done <<<"$table"
}

finds_library() { [[ $known_libraries == *"$1 "* ]]; }
finds_font() { [[ $known_fonts == *"/$1"* ]]; }
finds_command() { [ -f "$1" ] || command -v "$1" >/dev/null; }

missing_packages() {
  local known_libraries known_fonts
  [ "$(uname -s)" = Linux ] || return 0
  known_libraries="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)"
  known_fonts="$(find /usr/share/fonts "$HOME/.local/share/fonts" -name '*.[ot]tf' 2>/dev/null || true)"
  is_ready || is_usable || find_python >/dev/null || printf 'python3 python3-venv '
  missing_from "$libraries" finds_library
  missing_from "$fonts" finds_font
  case "$purpose" in test | lowest) missing_from "$test_commands" finds_command ;; esac
  case "$purpose" in packages) missing_from "$package_tools" finds_command ;; esac
}

# Print what must stand before a command that needs root: nothing, or sudo. Fail when rights are lacking.
rights() {
  if [ "$(id -u)" = 0 ]; then return 0; fi
  command -v sudo >/dev/null || return 1
  # Without a terminal nobody can type a password.
  if { : </dev/tty; } 2>/dev/null; then sudo -v || return 1; else sudo -n true 2>/dev/null || return 1; fi
  echo sudo
}

apt_get() {
  local as_root="$1"
  shift
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 "$@" >>"$log" 2>&1 </dev/null
}

install_packages() {
  local packages as_root
  read -r -a packages <<<"$(missing_packages)"
  [ "${#packages[@]}" -gt 0 ] || return 0
  if ! is_debian; then
    find_python >/dev/null || stop "$no_python: install it and try again."
    say "this is not a Debian system; not found, and left to you if anything fails: ${packages[*]}"
    return 0
  fi
  as_root="$(rights)" || stop "no rights to install packages: as root, run  apt-get install ${packages[*]}"
  say "system packages: ${packages[*]}"
  # The lists of a fresh machine are empty or old: then once more with new ones.
  apt_get "$as_root" install -y --no-install-recommends "${packages[@]}" ||
    { apt_get "$as_root" update && apt_get "$as_root" install -y --no-install-recommends "${packages[@]}"; } ||
    stop "apt-get could not install ${packages[*]}: $(last_words) (all of it: $log)"
  find_python >/dev/null || stop "$no_python; this system's packages have another one."
}

# ------------------------------------------------------------------ Python packages

# Print what the environment depends on: a copied or moved checkout, a new interpreter, another
# pyproject.toml and other pins all make it stale.
fingerprint() {
  { pwd -P; "$environment/bin/python" -VV; cat pyproject.toml requirements/*.txt; } 2>/dev/null | cksum
}

is_ready() {
  local wanted
  wanted="$(fingerprint)" || return 1
  # What is ready for the tests is ready to run.
  { [ "$purpose" = run ] && [ "$(cat "$environment/ready-test" 2>/dev/null)" = "$wanted" ]; } ||
    [ "$(cat "$environment/ready-$purpose" 2>/dev/null)" = "$wanted" ]
}

# Tell whether the environment was made here, with an interpreter that is still the same.
is_usable() {
  grep -qsF "$(pwd -P)/$environment/bin/python" "$environment/bin/pip" &&
    "$environment/bin/python" -c "import sys, pip; sys.exit(not $supported)" 2>/dev/null
}

# Install by uv, which is faster. Where there is none, or only pip has been told how to reach the packages: by pip.
install() {
  if command -v uv >/dev/null; then
    if uv pip install --quiet --python "$environment/bin/python" "$@" >>"$log" 2>&1 </dev/null; then return; fi
    echo "uv could not install them; pip is tried." >>"$log"
  fi
  logged "installing Python packages" "$environment/bin/python" -m pip install --progress-bar off "$@"
}

install_environment() {
  local python
  if is_ready; then return 0; fi
  say "Python packages into $environment (the first time some 400 MB, a minute or two)"
  rm -f "$environment"/ready-*
  if ! is_usable; then
    python="$(find_python)" || stop "$no_python: install it and try again."
    logged "making $environment" "$python" -m venv --clear "$environment"
  fi
  install --require-hashes -r "$pins"
  # Built with the hatchling that the pins brought; an environment made for the build would get any.
  install --no-deps --no-build-isolation -e .
  "$environment/bin/python" -c 'from PySide6 import QtWidgets' 2>>"$log" ||
    stop "Qt does not start: $(tail -n 1 "$log"). Install what it names and try again."
  fingerprint >"$environment/ready-$purpose"
}

main() {
  case "$purpose" in
    run | test | bundle | packages | lowest) ;;
    *) stop "usage: tools/setup.sh run|test|bundle|packages|lowest [ENVIRONMENT]" ;;
  esac
  mkdir -p build
  # Two at a time would write into each other's .venv.
  if command -v flock >/dev/null; then
    exec 9>build/setup.lock
    flock 9
  fi
  : >"$log"
  install_packages
  install_environment
  # Whatever PYTHONDONTWRITEBYTECODE says: uncompiled, the program takes over a tenth of a second longer to start.
  "$environment/bin/python" -m compileall -q annotator >>"$log" 2>&1 || true
}

main
