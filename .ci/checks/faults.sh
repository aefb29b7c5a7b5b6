#!/bin/bash
usage() { cat <<'U'
usage: faults.sh 'COMMAND ... {out}'

Runs a command that writes one output file, {out}, from a valid input, while the
operating system fails under it. After every fault the target must be the old
file or the complete new one; success must mean complete; no temporary file may
stay behind; no panic, abort or segmentation fault.

COMMAND is one simple command (quotes are understood, pipes are not). The file is
always named o.EXT; a command that asks for a folder takes $(dirname {out}).
Environment:
  EXT=pdf     extension of {out} (default bin)
  CAP=200     at most so many failing calls of each kind (fewer when the program makes fewer)
  KILLS=60    runs ended by SIGKILL at a random moment
  LIMIT=30    seconds a run may take
Needs bash, coreutils, strace; the mount cases need root and are skipped without.
Exit status: 0 all ok, 1 at least one BAD, 2 usage or the command fails without a fault.

example: EXT=pdf faults.sh 'target/release/kuliah build o.md --to pdf --out $(dirname {out})'
U
}
case "$1" in ''|-h|--help) usage; exit 2;; *'{out}'*) ;; *) usage >&2; exit 2;; esac
C=$1; EXT=${EXT:-bin}; CAP=${CAP:-200}; KILLS=${KILLS:-60}; LIMIT=${LIMIT:-30}; FAIL=0; RANDOM=7
W=$(mktemp -d -t faults.XXXXXX) || exit 2
trap 'umount "$W"/m[1-9] 2>/dev/null; rm -rf "$W"' EXIT
F=o.$EXT; LOG=$W/log

args()  { eval "argv=(${C//\{out\}/$1})"; }                       # fills argv for target $1
run()   { args "$1"; shift; timeout -k 1 "$LIMIT" "$@" "${argv[@]}" >"$LOG" 2>&1 </dev/null; }
sum()   { sha256sum <"$1" 2>/dev/null; }
note()  { printf '%-32s %-5s %s\n' "$1" "$2" "$3"; [ "$2" != BAD ] || FAIL=1; }
old()   { mkdir -p "$1"; find "$1" -mindepth 1 -delete 2>/dev/null; echo OLD >"$1/$F"; }
state() { if [ ! -e "$1" ]; then echo absent; elif [ "$(stat -c%s "$1")" = 4 ] && [ "$(cat "$1" 2>/dev/null)" = OLD ]; then echo old
          elif [ "$(sum "$1")" = "$H" ]; then echo complete; else echo "CORRUPT($(stat -c%s "$1") of $S bytes)"; fi; }
stray() { ls -A "$1" | grep -vxF "$F" | tr '\n' ' '; }
crash() { [ -z "$NOCRASH" ] || return 1; grep -q 'panicked at' "$LOG" && return 0; case $1 in 101|132|134|135|136|139) return 0;; esac; return 1; }
judge() { # folder rc -> text on stdout, status 1 when a rule is broken
  local st l v=0; st=$(state "$1/$F"); l=$(stray "$1")
  case $st in CORRUPT*|absent) v=1;; esac
  [ "$2" = 0 ] && [ "$st" != complete ] && v=1
  [ "$2" = 124 ] && v=1; [ -n "$l" ] && v=1; crash "$2" && v=1
  echo "rc=$2 target=$st${l:+ stray: $l}$(crash "$2" && echo ' CRASH')"; return $v; }
inject() { { timeout -k 1 "$LIMIT" strace -qq -f -o "$W/trace" -e trace="$1" -e inject="$1:$2" "${argv[@]}" >"$LOG" 2>&1 </dev/null; } 2>/dev/null; }
check() { local t; t=$(judge "$2" "$3") && note "$1" ok "$t" || note "$1" BAD "$t"; }

# reference output
mkdir "$W/ref"; run "$W/ref/$F"; rc=$?; [ $rc = 0 ] && [ -f "$W/ref/$F" ] || { echo "the command fails without any fault (rc=$rc):" >&2; cat "$LOG" >&2; exit 2; }
H=$(sum "$W/ref/$F"); S=$(stat -c%s "$W/ref/$F")
run "$W/ref/$F"; [ "$(sum "$W/ref/$F")" = "$H" ] || { echo "two runs differ: the command is not reproducible, faults cannot be judged" >&2; exit 2; }
[ "$(stray "$W/ref")" = '' ] || note "no fault" BAD "stray: $(stray "$W/ref")"

# 1 space, inodes, read-only: small file systems in memory
if [ "$(id -u)" = 0 ] && mkdir "$W/m1" && mount -t tmpfs -o size=64m tmpfs "$W/m1" 2>/dev/null; then umount "$W/m1"
  if [ "$S" -ge 16384 ]; then mount -t tmpfs -o size=$(( 4096 + S / 8192 * 4096 )) tmpfs "$W/m1"; old "$W/m1"; run "$W/m1/$F"; check "disk full" "$W/m1" $?; umount "$W/m1"
  else note "disk full" skip "output under 16 kB"; fi
  mkdir "$W/m2"; mount -t tmpfs -o size=64m,nr_inodes=2 tmpfs "$W/m2"; old "$W/m2"; run "$W/m2/$F"; check "no inodes" "$W/m2" $?; umount "$W/m2"
  mkdir "$W/m3"; mount -t tmpfs -o size=64m tmpfs "$W/m3"; old "$W/m3"; mount -o remount,ro "$W/m3"; run "$W/m3/$F"; check "read-only file system" "$W/m3" $?; umount "$W/m3"
else note "disk full, inodes, read-only" skip "needs root and tmpfs"; fi

# 2 file size limit (SIGXFSZ)
if [ "$S" -ge 4096 ]; then old "$W/f"; run "$W/f/$F" bash -c 'ulimit -f '$(( S / 2048 ))'; exec "$@"' x; check "RLIMIT_FSIZE $(( S / 2048 )) kB" "$W/f" $?
else note "RLIMIT_FSIZE" skip "output under 4 kB"; fi

# 3 targets that are no regular file
mkdir "$W/v"; if mknod "$W/v/$F" c 1 7 2>/dev/null && ! { echo x >"$W/v/$F"; } 2>/dev/null; then   # a private /dev/full: never aim at the real one, a rename would replace it
  run "$W/v/$F"; rc=$?; note "target is a full device" "$([ $rc != 0 ] && [ -c "$W/v/$F" ] && [ -z "$(stray "$W/v")" ] && ! crash $rc && echo ok || echo BAD)" "rc=$rc"
else note "target is a full device" skip "needs root and device nodes"; fi
mkdir -p "$W/d/$F"; run "$W/d/$F"; rc=$?; note "target is a folder" "$([ $rc != 0 ] && [ -d "$W/d/$F" ] && [ -z "$(ls -A "$W/d/$F")$(stray "$W/d")" ] && ! crash $rc && echo ok || echo BAD)" "rc=$rc"
run "$W/none/$F"; rc=$?; note "parent folder is missing" "$({ [ $rc != 0 ] || [ "$(state "$W/none/$F")" = complete ]; } && ! crash $rc && echo ok || echo BAD)" "rc=$rc"
mkdir "$W/l"; echo PRECIOUS >"$W/precious"; ln -s "$W/precious" "$W/l/$F"; run "$W/l/$F"; rc=$?
note "target is a symlink" "$([ "$(cat "$W/precious")" = PRECIOUS ] && [ -z "$(stray "$W/l")" ] && ! crash $rc && echo ok || echo BAD)" "rc=$rc outside file $([ "$(cat "$W/precious")" = PRECIOUS ] && echo untouched || echo OVERWRITTEN)"
mkdir "$W/p"; mkfifo "$W/p/$F"; run "$W/p/$F"; rc=$?; note "target is a FIFO" "$([ $rc != 0 ] && [ $rc != 124 ] && ! crash $rc && echo ok || echo BAD)" "rc=$rc$([ $rc = 124 ] && echo ' HANGS')"

# 4 standard streams that are full or closed
old "$W/q"; args "$W/q/$F"; : >"$LOG"
if [ -c /dev/full ]; then timeout "$LIMIT" "${argv[@]}" >/dev/full 2>/dev/full </dev/null; check "stdout and stderr full" "$W/q" $?
else note "stdout and stderr full" skip "no /dev/full"; fi
old "$W/q"; timeout "$LIMIT" "${argv[@]}" >&- 2>&- <&-; check "stdin, stdout, stderr closed" "$W/q" $?
old "$W/q"; { timeout "$LIMIT" "${argv[@]}" 2>"$LOG"; echo $? >"$W/rc"; } </dev/null | true; check "reader of stdout is gone" "$W/q" "$(cat "$W/rc")"

# 5 sweep: the n-th call fails, n = 1, 2, 3 ... until the program makes no n-th call
if command -v strace >/dev/null; then tot=0
  for spec in openat:EMFILE openat:EACCES read:EIO write,pwrite64,writev:ENOSPC write,pwrite64,writev:EIO write:EINTR fsync,fdatasync:EIO rename,renameat,renameat2,linkat:EIO mmap:ENOMEM; do
    sc=${spec%:*}; er=${spec#*:}; bad=0; first=; n=0; NOCRASH=
    [ $sc = mmap ] && NOCRASH=1          # without memory the loader or the allocator may end the process: only the files count
    while [ $n -lt "$CAP" ]; do n=$((n+1)); old "$W/s"; args "$W/s/$F"
      inject "$sc" "error=$er:when=$n"; rc=$?
      grep -q INJECTED "$W/trace" || { n=$((n-1)); break; }
      t=$(judge "$W/s" $rc) || { bad=$((bad+1)); first=${first:-n=$n $t}; }
    done; NOCRASH=; tot=$((tot+n))
    note "fail ${sc%%,*} with $er" "$([ $bad = 0 ] && echo ok || echo BAD)" "points=$n$([ $n -ge "$CAP" ] && echo ' (cap)') bad=$bad $first"
  done
  # the same with signals: the program is ended at each of its writing calls in turn
  for sig in KILL INT TERM; do k=0; bad=0; left=0; first=
    for sc in openat write,pwrite64,writev fsync,fdatasync rename,renameat,renameat2,linkat; do n=0
      while [ $n -lt "$CAP" ]; do n=$((n+1)); old "$W/s"; args "$W/s/$F"; inject "$sc" "signal=$sig:when=$n"; rc=$?
        [ "$(grep -c . "$W/trace")" -ge $n ] && grep -q "SIG$sig" "$W/trace" || { n=$((n-1)); break; }
        st=$(state "$W/s/$F"); l=$(stray "$W/s"); b=; case $st in old|complete) ;; *) b=$st;; esac; grep -q 'panicked at' "$LOG" && b="$b panic"
        if [ -n "$l" ]; then left=$((left+1)); [ $sig = KILL ] || b="$b stray $l"
          run "$W/s/$F"; rc=$?; [ $rc = 0 ] && [ -z "$(stray "$W/s")" ] || b="$b next run leaves $(stray "$W/s")"; fi
        [ -z "$b" ] || { bad=$((bad+1)); first=${first:-${sc%%,*} n=$n $b}; }
      done; k=$((k+n)); done; tot=$((tot+k))
    note "SIG$sig at every call" "$([ $bad = 0 ] && echo ok || echo BAD)" "points=$k bad=$bad$([ $sig = KILL ] && echo " left for the next run=$left") $first"; done
  note "sweep in all" ok "points=$tot"
else note "sweep" skip "needs strace"; fi

# 6 signals at a random moment (fixed seed)
mkdir "$W/k"; t0=$(date +%s%N); run "$W/k/$F"; us=$(( ($(date +%s%N) - t0) / 1000 ))
strike() { args "$W/k/$F"; setsid "${argv[@]}" >"$LOG" 2>&1 </dev/null & local p=$!
  sleep "$(awk -v r=$RANDOM -v u=$us 'BEGIN { printf "%.6f", r / 32768 * u / 1000000 }')"; kill -"$1" -- -$p 2>/dev/null; wait $p 2>/dev/null; }
bad=0; for i in $(seq "$KILLS"); do echo OLD >"$W/k/$F"; strike KILL; case $(state "$W/k/$F") in old|complete) ;; *) bad=$((bad+1));; esac; done
left=$(stray "$W/k" | wc -w); run "$W/k/$F"; rc=$?; after=$(stray "$W/k" | wc -w)
note "SIGKILL x$KILLS" "$([ $bad = 0 ] && [ $rc = 0 ] && [ "$after" = 0 ] && echo ok || echo BAD)" "corrupt=$bad, stray files=$left, after the next run=$after"
for s in INT TERM; do bad=0; for i in $(seq $(( KILLS / 2 ))); do old "$W/k"; strike $s; case $(state "$W/k/$F") in old|complete) ;; *) bad=$((bad+1));; esac; [ -z "$(stray "$W/k")" ] || bad=$((bad+1)); done
  note "SIG$s x$(( KILLS / 2 ))" "$([ $bad = 0 ] && echo ok || echo BAD)" "corrupt or stray=$bad"; done

# 7 several runs to one target
old "$W/k"; args "$W/k/$F"; ps=; for i in 1 2 3 4 5 6; do "${argv[@]}" >"$W/c$i" 2>&1 </dev/null & ps="$ps $!"; done; bad=0; for p in $ps; do wait "$p" || bad=$((bad+1)); done
note "6 runs to one target" "$([ $bad = 0 ] && [ "$(state "$W/k/$F")" = complete ] && [ -z "$(stray "$W/k")" ] && echo ok || echo BAD)" "failed=$bad target=$(state "$W/k/$F") stray: $(stray "$W/k")"
exit $FAIL
