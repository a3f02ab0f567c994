#!/usr/bin/env bash
# Try the packages in dist/ as somebody would who has nothing but a bare Debian: made anew in build/bare, where the .deb
# is installed by apt, and the AppImage runs as an ordinary user. Each must start, open a letter, and export it: without a
# screen, and with real keys in a window on one. Needs root; ends with 2 where no bare Debian can be made.
# `make try-packages` builds them first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly bare="$PWD/build/bare"
readonly log=build/try-packages.log
readonly letter=motie-zeekabels-2021
deb="$(find dist -name '*.deb')"
image="$(find dist -name '*.AppImage')"
readonly deb image
xvfb=""
display=""

say() { printf 'packages: %s\n' "$*"; }

stop() {
  printf 'packages: %s (all of it: %s)\n' "$*" "$log" >&2
  tail -n 12 "$log" >&2
  exit 1
}

end() {
  if [ -n "$xvfb" ]; then kill "$xvfb" 2>/dev/null || true; fi
  for place in tmp/.X11-unix dev/shm dev proc; do
    if mountpoint -q "$bare/$place"; then umount -l "$bare/$place"; fi
  done
}

# Run in the bare system: as root, or as the user who works there.
inside() { chroot "$bare" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@" >>"$log" 2>&1 </dev/null; }
as_user() { inside HOME=/home/analyst USER=analyst setpriv --reuid=1000 --regid=1000 --clear-groups env -C /home/analyst "$@"; }

# Say why nothing can be tried here: that is no fault of the packages.
untried() {
  printf 'packages: %s: nothing was tried (all of it: %s)\n' "$*" "$log" >&2
  exit 2
}

make_bare() {
  # From where this machine has its own Debian, whatever release it is.
  apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) main' 'Created-By: Packages' 'Origin: Debian' 'Component: main' |
    sort -u >build/bare.list
  rm -rf "$bare"
  mmdebstrap --quiet --mode=root --variant=apt "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$bare" build/bare.list \
    >>"$log" 2>&1 || untried "a bare Debian cannot be made"
  mount -t proc proc "$bare/proc" && mount --bind /dev "$bare/dev" || untried "nothing can be mounted here"
  cp /etc/resolv.conf "$bare/etc/resolv.conf"
  inside apt-get update -q || untried "the bare Debian reaches no packages"
  inside useradd --create-home --uid 1000 analyst || stop "no user can be made in the bare Debian"
  cp "$deb" "$image" "$bare/tmp/"
  cp resources/sample/*.txt resources/sample/*.pdf "$bare/home/analyst/"
  chown -R 1000:1000 "$bare/home/analyst"
}

# Start the program $1 without a screen: it makes a project, takes letters in, draws its window, and hands over.
try_commands() {
  local program="$1"
  as_user "$program" --version || stop "$program does not start"
  as_user "$program" new P.kant
  as_user "$program" import P.kant "$letter.txt" leeszalen-rijksarchieven-2022.pdf || stop "$program imports no letter"
  as_user "$program" check P.kant || stop "$program finds its project damaged"
  as_user "$program" screenshot P.kant --out window.png || stop "$program draws no window"
  head -c 4 "$bare/home/analyst/window.png" | grep -q PNG || stop "$program drew no picture"
  as_user "$program" export P.kant --format csv --out exported || stop "$program exports nothing"
  [ -s "$bare/home/analyst/exported/letters.csv" ] || stop "$program exported no letters.csv"
}

# Print what the project W.kant says, or nothing while it is not there.
asked() {
  .venv/bin/python - "$bare/home/analyst/W.kant" "$1" 2>/dev/null <<'PYTHON'
import sqlite3, sys
for row in sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(sys.argv[2]):
    print(*row)
PYTHON
}

# Do the command of the second and later arguments until it succeeds; say the first where it never does.
until_done() {
  local what="$1" tries=0
  shift
  until "$@"; do
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || stop "$what"
    sleep 0.5
  done
}

has_letter() { [ "$(asked 'SELECT count(*) FROM letters')" = 1 ]; }
has_title() { DISPLAY=$display xdotool search --name '^W — Kanttekening' >>"$log" 2>&1; }
# The key is pressed again until it arrives: on a screen without a window manager the window may not have it yet.
has_status() {
  DISPLAY=$display xdotool search --onlyvisible --name '^W — Kanttekening' windowfocus key --clearmodifiers ctrl+2 >>"$log" 2>&1
  sleep 1
  [ "$(asked 'SELECT status FROM letters')" = busy ]
}
is_gone() { ! kill -0 "$1" 2>/dev/null; }

# Open a letter in a window with the program $1, on a screen that nobody sees; give it a status by a real key; hand over.
try_window() {
  local program="$1" shown
  as_user DISPLAY="$display" QT_QPA_PLATFORM=xcb "$program" "$letter.txt" --project W.kant --analyst analyst &
  shown=$!
  until_done "$program opens no window" has_title
  until_done "$program opens no letter in its window" has_letter
  until_done "$program takes no key in its window" has_status
  DISPLAY=$display xdotool search --onlyvisible --name '^W — Kanttekening' windowfocus key --clearmodifiers ctrl+q >>"$log" 2>&1
  until_done "$program does not end" is_gone "$shown"
  as_user "$program" export W.kant --format txt --out from-window || stop "$program exports nothing from the window's project"
  grep -qr 'zeekabels' "$bare/home/analyst/from-window" || stop "$program exported another text"
}

start_screen() {
  local number=90
  while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
  display=":$number"
  Xvfb "$display" -screen 0 1366x768x24 >>"$log" 2>&1 &
  xvfb=$!
  until_done "there is no Xvfb" [ -S "/tmp/.X11-unix/X$number" ]
  mkdir -p "$bare/tmp/.X11-unix"
  mount --bind /tmp/.X11-unix "$bare/tmp/.X11-unix"
}

# What came with the .deb beside the program.
try_desktop() {
  local file
  for file in man/man1/kanttekening.1.gz applications/kanttekening.desktop mime/packages/kanttekening.xml \
    icons/hicolor/48x48/apps/kanttekening.png doc/kanttekening/copyright zsh/vendor-completions/_kanttekening \
    fish/vendor_completions.d/kanttekening.fish metainfo/nl.kanttekening.Kanttekening.metainfo.xml; do
    [ -s "$bare/usr/share/$file" ] || stop "the .deb brought no $file"
  done
  as_user bash -c '. /usr/share/bash-completion/completions/kanttekening
    COMP_WORDS=(kanttekening rest) COMP_CWORD=1; _kanttekening_completion kanttekening
    [ "${COMPREPLY[*]}" = restore ]' || stop "bash does not complete its commands"
}

install() { inside DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" || stop "apt cannot install $*"; }

# Start a program by all ways, each time with nothing left over from before.
try_program() {
  rm -rf "$bare"/home/analyst/{P,W}.kant* "$bare"/home/analyst/{exported,from-window,window.png}
  try_commands "$1"
  try_window "$1"
}

[ "$(id -u)" = 0 ] || { echo "packages: a bare Debian can be made by root alone." >&2; exit 2; }
mkdir -p build
: >"$log"
trap end EXIT
end
say "a bare Debian in build/bare"
make_bare
start_screen

program="/tmp/$(basename "$image")"
as_user "$program" --version || stop "the AppImage does not start"
# What each desktop has, and an AppImage does not bring: how windows are drawn.
install --no-install-recommends libegl1 libgl1 libxcb1 libfontconfig1
try_program "$program"
say "the AppImage starts, opens a letter, and exports, without a screen and in a window"

inside apt-get purge -y -q --autoremove libegl1 libgl1 libxcb1 libfontconfig1 || stop "the bare Debian is not bare again"
install "/tmp/$(basename "$deb")"
try_program kanttekening
try_desktop
inside apt-get purge -y -q kanttekening || stop "the .deb cannot be removed"
[ ! -e "$bare/usr/lib/kanttekening" ] || stop "the .deb leaves files behind"
say "the .deb is installed by apt, starts, opens a letter, exports, and goes without a trace"
end
rm -rf "$bare"
