# Sourced by mvnw and the scripts in deploy/: points JAVA_HOME at a JDK 25 or newer, because the default java of a
# machine is often older. Looks at JAVA_HOME, the java on PATH, and the places where distributions put JDKs.
# Sets JAVA_HOME and a UTF-8 locale, or prints one sentence and returns 1.

bishui_jdk_feature() { # the feature number of the JDK in $1, or 0 where there is none
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || { echo 0; return; }
  bishui_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  echo "${bishui_version:-0}"
}

bishui_find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && [ "$(bishui_jdk_feature "$JAVA_HOME")" -ge 25 ]; then
    return 0
  fi
  bishui_javac=$(command -v javac 2>/dev/null) && bishui_javac=$(readlink -f "$bishui_javac" 2>/dev/null) || bishui_javac=
  for bishui_home in "${bishui_javac%/bin/javac}" /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/local/jdk* /usr/java/* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$bishui_home" ] && [ "$(bishui_jdk_feature "$bishui_home")" -ge 25 ]; then
      JAVA_HOME=$bishui_home
      return 0
    fi
  done
  echo "Bishui needs a JDK 25 or newer and found none: install one (for example the package temurin-25-jdk) or set JAVA_HOME to it." >&2
  return 1
}

# Java reads and writes file names in the locale's encoding: without a UTF-8 one, no path with Chinese characters works.
case "${LC_ALL:-${LC_CTYPE:-${LANG-}}}" in
  *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

bishui_find_jdk && export JAVA_HOME
