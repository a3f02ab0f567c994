/* The head of the AppImage: unpacks the program that hangs behind it, once, and starts it.
 *
 * An AppImage of type 2 is a program with a squashfs image behind it. The usual head mounts that image by FUSE, and is
 * not to be had as a package; this one is built from Debian's libraries alone, needs no FUSE, and starts faster from
 * the second time on. It is linked statically, so it runs on every Linux of its processor.
 *
 *   NAME.AppImage ARGUMENTS...        unpack into the cache where that was not done yet, and start
 *   NAME.AppImage --appimage-extract  unpack into ./squashfs-root, and start nothing
 *   NAME.AppImage --appimage-offset   say where the image begins
 *
 * In the cache (XDG_CACHE_HOME, else ~/.cache) each version has a folder of its own. It appears whole or not at all,
 * and goes when a newer version starts while nobody runs it: who runs it holds a lock on it.
 *
 * IMAGE_ID, given by the build, tells one image from another.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <squashfuse/fs.h>
#include <squashfuse/squashfuse.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME "kanttekening"
#define FOLDER_START "appimage-"
#define CHUNK (1 << 20)

/* Say what is wrong and end. */
static void stop(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs(NAME ": ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  exit(1);
}

static char *made(const char *format, ...) {
  va_list arguments;
  char *text;
  va_start(arguments, format);
  if (vasprintf(&text, format, arguments) < 0) stop("there is not enough memory.");
  va_end(arguments);
  return text;
}

/* Return where this program ends: behind its table of sections. */
static size_t image_offset(int self) {
  Elf64_Ehdr head;
  if (pread(self, &head, sizeof head, 0) != sizeof head) stop("the AppImage cannot be read: %s.", strerror(errno));
  return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

static void write_file(sqfs *fs, sqfs_inode *inode, const char *path) {
  static char chunk[CHUNK];
  off_t at = 0, size = inode->xtra.reg.file_size;
  int out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0755);
  if (out < 0) stop("%s cannot be written: %s.", path, strerror(errno));
  while (at < size) {
    sqfs_off_t got = CHUNK;
    if (sqfs_read_range(fs, inode, at, &got, chunk) != SQFS_OK || got <= 0)
      stop("the AppImage is damaged: fetch it anew.");
    for (off_t done = 0; done < got;) {
      ssize_t put = write(out, chunk + done, got - done);
      if (put < 0) stop("%s cannot be written: %s.", path, strerror(errno));
      done += put;
    }
    at += got;
  }
  if (close(out) != 0) stop("%s cannot be written: %s.", path, strerror(errno));
}

static void write_link(sqfs *fs, sqfs_inode *inode, const char *path) {
  char target[PATH_MAX];
  size_t size = sizeof target;
  if (sqfs_readlink(fs, inode, target, &size) != SQFS_OK) stop("the AppImage is damaged: fetch it anew.");
  if (symlink(target, path) != 0) stop("%s cannot be written: %s.", path, strerror(errno));
}

/* Unpack the image into a folder that is there. */
static void unpack(int self, size_t offset, const char *folder) {
  sqfs fs;
  sqfs_traverse walk;
  sqfs_err error = sqfs_init(&fs, self, offset);
  if (error != SQFS_OK) stop("the AppImage is damaged: fetch it anew.");
  error = sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs));
  while (error == SQFS_OK && sqfs_traverse_next(&walk, &error)) {
    sqfs_inode inode;
    if (walk.dir_end) continue;
    if (sqfs_inode_get(&fs, &inode, walk.entry.inode) != SQFS_OK) stop("the AppImage is damaged: fetch it anew.");
    char *path = made("%s/%s", folder, walk.path);
    if (S_ISDIR(inode.base.mode)) {
      if (mkdir(path, 0755) != 0) stop("%s cannot be made: %s.", path, strerror(errno));
    } else if (S_ISREG(inode.base.mode)) {
      write_file(&fs, &inode, path);
    } else if (S_ISLNK(inode.base.mode)) {
      write_link(&fs, &inode, path);
    }
    free(path);
  }
  if (error != SQFS_OK) stop("the AppImage is damaged: fetch it anew.");
  sqfs_traverse_close(&walk);
}

static int take_away(const char *path, const struct stat *about, int kind, struct FTW *where) {
  (void)about, (void)kind, (void)where;
  return remove(path);
}

static void remove_tree(const char *folder) { nftw(folder, take_away, 16, FTW_DEPTH | FTW_PHYS); }

/* Lock a folder: shared by all that run from it, or alone to take it away. Return the open folder, or -1. */
static int lock(const char *folder, int how) {
  int held = open(folder, O_RDONLY | O_DIRECTORY | (how == LOCK_SH ? 0 : O_CLOEXEC));
  if (held >= 0 && flock(held, how | LOCK_NB) != 0) {
    close(held);
    return -1;
  }
  return held;
}

/* Take away what other versions left, and what was never finished, where nobody uses it. */
static void sweep(const char *cache, const char *mine) {
  DIR *all = opendir(cache);
  struct dirent *entry;
  while (all != NULL && (entry = readdir(all)) != NULL) {
    if (strncmp(entry->d_name, FOLDER_START, strlen(FOLDER_START)) != 0 || strcmp(entry->d_name, mine) == 0) continue;
    char *other = made("%s/%s", cache, entry->d_name);
    int held = lock(other, LOCK_EX);
    if (held >= 0) {
      remove_tree(other);
      close(held);
    }
    free(other);
  }
  if (all != NULL) closedir(all);
}

static char *cache_folder(void) {
  const char *given = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
  char *base;
  if (given != NULL && given[0] == '/') {
    base = made("%s", given);
  } else if (home != NULL && home[0] == '/') {
    base = made("%s/.cache", home);
  } else {
    stop("there is no home folder to unpack into. Say where it is in HOME, or use --appimage-extract.");
  }
  char *cache = made("%s/" NAME, base);
  mkdir(base, 0700);
  if (mkdir(cache, 0700) != 0 && errno != EEXIST) stop("%s cannot be made: %s.", cache, strerror(errno));
  free(base);
  return cache;
}

/* Unpack into the cache where this version is not there yet; return the folder. */
static char *unpacked(int self, size_t offset) {
  char *cache = cache_folder();
  const char *mine = FOLDER_START IMAGE_ID;
  char *folder = made("%s/%s", cache, mine);
  if (lock(folder, LOCK_SH) < 0) {
    char *draft = made("%s/" FOLDER_START "XXXXXX", cache);
    if (mkdtemp(draft) == NULL) stop("%s cannot be written to: %s.", cache, strerror(errno));
    if (lock(draft, LOCK_SH) < 0) stop("%s cannot be locked: %s.", draft, strerror(errno));
    unpack(self, offset, draft);
    if (rename(draft, folder) != 0) {
      remove_tree(draft); /* another start was quicker */
      if (lock(folder, LOCK_SH) < 0) stop("%s cannot be used: %s.", folder, strerror(errno));
    }
    free(draft);
    sweep(cache, mine);
  }
  free(cache);
  return folder;
}

int main(int count, char **arguments) {
  char self_path[PATH_MAX], here[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", self_path, sizeof self_path - 1);
  int self = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (length < 0 || self < 0) stop("/proc is needed: it says where the AppImage is.");
  self_path[length] = '\0';
  size_t offset = image_offset(self);
  if (count > 1 && strcmp(arguments[1], "--appimage-offset") == 0) return printf("%zu\n", offset) < 0;
  if (count > 1 && strcmp(arguments[1], "--appimage-extract") == 0) {
    if (mkdir("squashfs-root", 0755) != 0) stop("squashfs-root cannot be made here: %s.", strerror(errno));
    unpack(self, offset, "squashfs-root");
    return 0;
  }
  char *folder = unpacked(self, offset);
  setenv("APPIMAGE", self_path, 1);
  setenv("APPDIR", folder, 1);
  setenv("ARGV0", arguments[0], 1);
  if (getcwd(here, sizeof here) != NULL) setenv("OWD", here, 1);
  char *run = made("%s/AppRun", folder);
  arguments[0] = run;
  execv(run, arguments);
  stop("%s cannot be started: %s.", run, strerror(errno));
}
