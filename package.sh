#!/usr/bin/env bash
# Makes the program as people install it, on the system it runs on.
#   ./package.sh app-image   target/dist/counterfoil/ (on macOS counterfoil.app), to run or copy as it is
#   ./package.sh             that, and the system's installer: .deb, .dmg or .msi, in target/dist/
# Needs a JDK 25 with jpackage and Maven; on Debian also fakeroot, on Windows WiX.
set -euo pipefail
cd "$(dirname "$0")"

readonly JAVA_RELEASE=25
readonly NAME=counterfoil
readonly VENDOR="The Counterfoil project"
readonly DESCRIPTION="The teller workstation of a small bank's branch"
# Windows replaces an older version only where this stays the same for ever.
readonly WINDOWS_UPGRADE_UUID=8d3f5a0e-52c7-4d39-9a53-6b1f0c2f7e41

readonly DIST=target/dist
readonly WORK=target/package
readonly JAVAFX=target/javafx
readonly PACKAGING=src/packaging
readonly ICONS=resources/counterfoil/desktop/kit/icons

main() {
  case "${1:-installer}" in
    app-image | installer) ;;
    *) fail "usage: ./package.sh [app-image]" ;;
  esac
  JDK=$(find_jdk) || fail "No JDK $JAVA_RELEASE with jpackage was found: install one, or set JAVA_HOME to it."
  build
  make_modules
  make_runtime
  make_app_image
  if [[ "${1:-installer}" == installer ]]; then
    make_installer
  fi
}

fail() {
  echo "$1" >&2
  exit 1
}

# Every folder that may hold a JDK, the likeliest first.
jdk_folders() {
  local java
  echo "${JAVA_HOME:-}"
  if java=$(command -v java); then
    dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || echo "$java")")"
  fi
  printf '%s\n' /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home "/c/Program Files/Java"/* \
    "/c/Program Files/Eclipse Adoptium"/*
}

find_jdk() {
  local folder version
  while IFS= read -r folder; do
    [[ -x "$folder/bin/jpackage" && -f "$folder/release" ]] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$folder/release")
    if [[ "${version:-0}" -ge $JAVA_RELEASE ]]; then
      echo "$folder"
      return
    fi
  done < <(jdk_folders)
  return 1
}

system() {
  case "$(uname -s)" in
    Linux) echo linux ;;
    Darwin) echo mac ;;
    *) echo windows ;;
  esac
}

# The program's jar and the libraries that go on the class path with it.
build() {
  rm -rf "$WORK" "$DIST"
  mkdir -p "$WORK" "$DIST"
  mvn -q -B package -Dmaven.test.skip=true
  mvn -q -B dependency:copy-dependencies -DincludeScope=runtime -DexcludeGroupIds=org.openjfx \
    -DoutputDirectory="$WORK/app"
  VERSION=$(sed -n 's/^version=//p' target/classes/counterfoil/version.properties)
  cp "target/$NAME-$VERSION.jar" "$WORK/app/"
}

# JavaFX's jars unpack their native libraries into the user's home at the first start, which fails
# on locked-down machines. As modules in the image their libraries lie in the image.
make_modules() {
  local jar module parts
  mkdir -p "$WORK/modules" "$WORK/module-path"
  for jar in "$JAVAFX"/*-{linux,linux-aarch64,mac,mac-aarch64,win}.jar; do
    [[ -f "$jar" ]] || continue
    module=javafx.$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/\1/')
    parts="$WORK/modules/$module"
    mkdir -p "$parts/classes" "$parts/libs"
    (cd "$parts/classes" && "$JDK/bin/jar" --extract --file "$OLDPWD/$jar")
    find "$parts/classes" -maxdepth 1 \( -name '*.so' -o -name '*.dylib' -o -name '*.dll' \) \
      -exec mv {} "$parts/libs/" \;
    "$JDK/bin/jmod" create --class-path "$parts/classes" --libs "$parts/libs" \
      "$WORK/module-path/$module.jmod"
    cp "$jar" "$WORK/module-path/"
  done
}

# Java as far as the program needs it, with JavaFX. The program itself stays on the class path: H2
# and others are no modules that jlink takes.
make_runtime() {
  local modules
  modules=$("$JDK/bin/jdeps" --multi-release $JAVA_RELEASE --ignore-missing-deps \
    --print-module-deps --module-path "$JAVAFX" --class-path "$WORK/app/*" \
    "$WORK/app/$NAME-$VERSION.jar" "$WORK/app"/h2-*.jar)
  rm "$WORK/module-path"/*.jar
  "$JDK/bin/jlink" --module-path "$WORK/module-path" \
    --add-modules "$modules,javafx.controls,javafx.fxml,jdk.localedata,jdk.unsupported" \
    --include-locales=en,zh --no-header-files --no-man-pages \
    --compress=zip-6 --generate-cds-archive --output "$WORK/runtime"
  # The archive of shared classes is made with the image's own java, which nobody needs any more. On
  # Windows the same folder holds the libraries.
  [[ "$(system)" == windows ]] || rm -r "$WORK/runtime/bin"
}

make_app_image() {
  local options=()
  case "$(system)" in
    linux) options+=(--icon "$ICONS/$NAME-256.png") ;;
    mac) [[ -f "$ICONS/$NAME.icns" ]] && options+=(--icon "$ICONS/$NAME.icns") ;;
    windows)
      [[ -f "$ICONS/$NAME.ico" ]] && options+=(--icon "$ICONS/$NAME.ico")
      # A program with a window has no console on Windows: the commands get a starter of their own.
      printf 'win-console=true\n' >"$WORK/console.properties"
      options+=(--add-launcher "$NAME-console=$WORK/console.properties")
      ;;
  esac
  # The interface and short commands gain more from a quick start than from the second compiler:
  # importing 23,530 entries takes 4.3 s of processor time without it and 9.9 s with it.
  "$JDK/bin/jpackage" --type app-image --name $NAME --app-version "$VERSION" \
    --vendor "$VENDOR" --description "$DESCRIPTION" \
    --runtime-image "$WORK/runtime" --input "$WORK/app" \
    --main-jar "$NAME-$VERSION.jar" --main-class counterfoil.Main \
    --java-options "-XX:+UseSerialGC" --java-options "-XX:TieredStopAtLevel=1" \
    --java-options "-Xshare:auto" \
    --java-options "--enable-native-access=javafx.graphics,ALL-UNNAMED" \
    --dest "$DIST" ${options[@]+"${options[@]}"}
  echo "Made $DIST/$(ls "$DIST")"
}

make_installer() {
  local image="$DIST/$NAME" common options
  common=(--name $NAME --app-version "$VERSION" --vendor "$VENDOR" --description "$DESCRIPTION"
    --dest "$DIST" --resource-dir "$PACKAGING/$(system)")
  case "$(system)" in
    linux)
      options=(--type deb --linux-package-name $NAME --linux-deb-maintainer maintainers@counterfoil.invalid
        --linux-package-deps "libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1"
        --linux-menu-group "Office;Finance" --linux-app-category misc --linux-shortcut)
      ;;
    mac)
      image="$DIST/$NAME.app"
      options=(--type dmg)
      ;;
    windows)
      options=(--type msi --win-upgrade-uuid $WINDOWS_UPGRADE_UUID --win-menu --win-shortcut
        --win-per-user-install)
      ;;
  esac
  "$JDK/bin/jpackage" --app-image "$image" "${common[@]}" "${options[@]}"
  echo "Made $(ls -1 "$DIST"/*.deb "$DIST"/*.dmg "$DIST"/*.msi 2>/dev/null)"
}

main "$@"
