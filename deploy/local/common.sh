# Sourced by up, down and token: finds the repository and a JDK, builds what changed. Works from any directory, in
# paths with spaces.

BISHUI_ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
export BISHUI_ROOT
# shellcheck source=../../.mvn/find-jdk.sh
. "$BISHUI_ROOT/.mvn/find-jdk.sh" || exit 1

LAUNCHER=$BISHUI_ROOT/deploy/local/target/classpath
STAMP=$BISHUI_ROOT/deploy/local/target/built

# What the platform is made of, as Maven modules.
modules() {
  (cd "$BISHUI_ROOT" && for pom in services/*/pom.xml deploy/simulator/pom.xml deploy/local/pom.xml; do
    if [ -f "$pom" ]; then dirname "$pom"; fi
  done)
}

# A text that changes with any source, with what was built from it, and with who built it with what.
fingerprint() {
  (
    cd "$BISHUI_ROOT" || exit 1
    local parts=(libs deploy)
    if [ -d services ]; then parts+=(services); fi
    {
      find pom.xml .mvn "${parts[@]}" -type f \
        \( -name pom.xml -o -path '.mvn/*' -o -path '*/src/main/*' \) -not -path '*/target/*' -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum
      find "${parts[@]}" -path '*/target/*.jar' -not -path '*/target/*/*' -exec stat -c '%n %s %Y' {} + | LC_ALL=C sort
      echo "${HOME-}"
      cat "$JAVA_HOME/release"
    } | sha256sum
  )
}

# Builds the platform unless nothing changed since the last time.
build() {
  if [ "${BISHUI_BUILD-}" = never ]; then
    if [ ! -f "$LAUNCHER" ]; then
      echo "BISHUI_BUILD is never, and nothing was built yet." >&2
      exit 1
    fi
    return
  fi
  if [ -f "$LAUNCHER" ] && [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(fingerprint)" ]; then
    return
  fi
  echo "Building what changed (the first time takes some minutes) ..."
  local start=$SECONDS
  if ! (cd "$BISHUI_ROOT" && ./mvnw -q -B -pl "$(modules | paste -sd, -)" -am -Dmaven.test.skip=true \
    -Dspotless.check.skip=true -Denforcer.skip=true package); then
    echo "The build failed; what went wrong is above." >&2
    exit 1
  fi
  fingerprint >"$STAMP"
  printf '  %s %5s s\n' 'Build .............................' "$((SECONDS - start)).0"
}

# Runs a class of the launcher in place of this shell.
launcher() {
  local main=$1
  shift
  if [ ! -f "$LAUNCHER" ]; then
    echo "Nothing was built yet; deploy/local/up builds and starts the platform." >&2
    exit 1
  fi
  exec "$JAVA_HOME/bin/java" -Xmx96m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dstdout.encoding=UTF-8 \
    -cp "$BISHUI_ROOT/deploy/local/target/classes:$(cat "$LAUNCHER")" "cn.bishui.local.$main" "$@"
}
