#!/usr/bin/env bash
# Make of dist/kanttekening (`make bundle`) what people install: dist/kanttekening_VERSION_ARCH.deb and
# dist/Kanttekening-VERSION-MACHINE.AppImage. `make packages` calls this on a Debian system.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly bundle=dist/kanttekening
readonly work=build/packages
readonly python=.venv/bin/python
version="$("$python" -c 'import annotator; print(annotator.__version__)')"
architecture="$(dpkg --print-architecture)"
readonly version architecture
SOURCE_DATE_EPOCH="$(git log -1 --format=%ct 2>/dev/null || date +%s)"
export SOURCE_DATE_EPOCH

put() { install -D -m "${3:-644}" "$1" "$2"; }

completion() { env "_KANTTEKENING_COMPLETE=$1_source" "$python" main.py; }

# Put what a desktop knows a program by, the same in both packages, under the folder $1/usr/share.
desktop_files() {
  local share="$1/usr/share" picture size
  put resources/desktop/kanttekening.desktop "$share/applications/kanttekening.desktop"
  put resources/desktop/kanttekening-mime.xml "$share/mime/packages/kanttekening.xml"
  put packaging/kanttekening.metainfo.xml "$share/metainfo/nl.kanttekening.Kanttekening.metainfo.xml"
  put resources/desktop/kanttekening.svg "$share/icons/hicolor/scalable/apps/kanttekening.svg"
  for picture in resources/desktop/kanttekening-*.png; do
    size="${picture##*-}" size="${size%.png}"
    put "$picture" "$share/icons/hicolor/${size}x${size}/apps/kanttekening.png"
  done
}

# ------------------------------------------------------------------ .deb

# Leave out of the bundle in $1 what it has from this Debian, byte for byte: the package depends on it instead, so that
# mended versions come with the system.
without_system_libraries() {
  local file theirs
  for file in "$1"/_internal/lib*.so*; do
    theirs="$(find "/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)" "/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)" \
      -maxdepth 1 -name "$(basename "$file")" 2>/dev/null | head -n 1)"
    if [ -n "$theirs" ] && cmp -s "$file" "$theirs"; then rm "$file"; fi
  done
}

# Print what the programs and libraries under $1 need of Debian, as "Depends" and "Suggests". What the plugin for GTK
# desktops needs is only suggested: without it Qt draws its own dialogs.
needs() {
  local stage="$1" needy=() file suggested
  suggested="$(find "$stage" -name libqgtk3.so)"
  while IFS= read -r -d '' file; do
    if [ "$file" != "$suggested" ] && [ "$(head -c 4 "$file" | tail -c 3)" = ELF ]; then needy+=("-e$file"); fi
  done < <(find "$stage" -type f \( -name '*.so*' -o -perm -u+x \) -print0)
  mkdir -p "$work/debian"
  printf 'Source: kanttekening\n\nPackage: kanttekening\nArchitecture: any\n' >"$work/debian/control"
  # The libraries of the bundle know each other; only what none of them has is asked of Debian.
  (
    cd "$work"
    dpkg-shlibdeps -O --ignore-missing-info -l"$stage/_internal" $(find "$stage" -type d -name '*.libs' -printf '-l%p ') \
      -l"$stage/_internal/PySide6/Qt/lib" -dDepends "${needy[@]}" ${suggested:+-dSuggests "-e$suggested"} 2>shlibdeps.log
  ) || { grep error: "$work/shlibdeps.log" >&2; return 1; }
}

deb() {
  local root stage installed
  root="$PWD/$work/deb"
  stage="$root/usr/lib/kanttekening"
  rm -rf "$root"
  mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin"
  cp -a "$bundle" "$stage"
  without_system_libraries "$stage"
  ln -s ../lib/kanttekening/kanttekening "$root/usr/bin/kanttekening"
  desktop_files "$root"
  documents "$root"
  find "$root" -type d -exec chmod 755 {} +
  find "$root" -type f -perm /111 -exec chmod 755 {} +
  find "$root" -type f ! -perm /111 -exec chmod 644 {} +
  installed="$(du -sk "$root" | cut -f 1)"
  {
    sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$installed/" packaging/debian/control
    needs "$stage" | sed -n -e 's/^shlibs:\(Depends\|Suggests\)=/\1: /p'
  } >"$root/DEBIAN/control"
  (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
  dpkg-deb --root-owner-group -Zzstd -z12 -b "$root" "dist/kanttekening_${version}_${architecture}.deb" >/dev/null
}

# Man page, completions, and what Debian wants to know, under the folder $1.
documents() {
  local share="$1/usr/share" page="$work/kanttekening.1"
  "$python" packaging/man_page.py >"$page"
  gzip -9n <"$page" >"$page.gz"
  put "$page.gz" "$share/man/man1/kanttekening.1.gz"
  mkdir -p "$share/bash-completion/completions" "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
  completion bash >"$share/bash-completion/completions/kanttekening"
  completion zsh >"$share/zsh/vendor-completions/_kanttekening"
  completion fish >"$share/fish/vendor_completions.d/kanttekening.fish"
  put packaging/debian/copyright "$share/doc/kanttekening/copyright"
  gzip -9n <CHANGELOG.md >"$work/changelog.gz"
  put "$work/changelog.gz" "$share/doc/kanttekening/changelog.gz"
}

# ------------------------------------------------------------------ AppImage

app_image() {
  local root="$work/AppDir" image="$work/image.squashfs" head="$work/runtime" made
  made="dist/Kanttekening-$version-$(uname -m).AppImage"
  rm -rf "$root"
  mkdir -p "$root/usr/lib"
  cp -a "$bundle" "$root/usr/lib/kanttekening"
  desktop_files "$root"
  ln -s usr/lib/kanttekening/kanttekening "$root/AppRun"
  put resources/desktop/kanttekening.desktop "$root/kanttekening.desktop"
  put resources/desktop/kanttekening-256.png "$root/kanttekening.png"
  ln -s kanttekening.png "$root/.DirIcon"
  rm -f "$image"
  mksquashfs "$root" "$image" -comp zstd -Xcompression-level 12 -root-owned -no-xattrs -no-progress -quiet >/dev/null
  cc -static -O2 -s -Wall "-DIMAGE_ID=\"$(sha256sum "$image" | cut -c 1-32)\"" packaging/appimage/runtime.c -o "$head" \
    -lsquashfuse -lz -llzma -lzstd -llz4 -llzo2
  # The mark by which an AppImage of type 2 is known: where ELF leaves room for it.
  printf 'AI\x02' | dd of="$head" bs=1 seek=8 conv=notrunc status=none
  cat "$head" "$image" >"$made"
  chmod 755 "$made"
}

appstreamcli validate --no-net packaging/kanttekening.metainfo.xml >"/dev/null" ||
  { appstreamcli validate --no-net packaging/kanttekening.metainfo.xml; exit 1; }
mkdir -p "$work"
deb
app_image
ls -sh dist/*.deb dist/*.AppImage
