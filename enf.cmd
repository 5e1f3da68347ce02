@echo off
rem Runs E(n) equivariant normalizing flows from a source tree: builds what is missing, then hands all
rem arguments to the command line. Needs a JDK 17 or newer, found by JAVA_HOME or on the PATH.
rem ENF_JAVA_OPTS holds further options for the JVM. After a change of the sources: mvnw.cmd package.
setlocal
set "ROOT=%~dp0"
set "NATIVES=org.enf.thirdparty.win32.x86_64"
rem The libraries for GPUs, where somebody has built them: mvnw.cmd package -Dcuda
set "CUDA=org.enf.thirdparty.cuda.win32.x86_64"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "RELEASE="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1 ^| findstr /c:" version ""') do if not defined RELEASE set "RELEASE=%%~v"
for /f "tokens=1 delims=.-" %%m in ("%RELEASE%") do set "FEATURE=%%m"
if not defined FEATURE set "FEATURE=0"
if %FEATURE% lss 17 (
  echo enf: Java 17 or newer is needed. Install a JDK 17 and set JAVA_HOME to its directory.>&2
  exit /b 1
)

set "JAR="
for %%j in ("%ROOT%org.enf.core\target\org.enf.core-*.jar") do set "JAR=%%~fj"
if defined JAR if exist "%ROOT%%NATIVES%\lib" goto run

echo enf: First start: building, with about 200 MB from Maven Central; a few minutes ...>&2
pushd "%ROOT%"
call mvnw.cmd -B -q -pl "org.enf.thirdparty,%NATIVES%,org.enf.core" -DskipTests package 1>&2 <nul
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  echo enf: The build failed; its messages stand above.>&2
  exit /b 1
)
for %%j in ("%ROOT%org.enf.core\target\org.enf.core-*.jar") do set "JAR=%%~fj"

:run
set "OPTIONS=-Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED -Xmx1g"
rem The engine's kernels are several times faster with the Vector API, which every JDK so far has on request only.
"%JAVA%" --add-modules jdk.incubator.vector -version >nul 2>&1 <nul && set "OPTIONS=%OPTIONS% --add-modules jdk.incubator.vector"
if %FEATURE% geq 23 set "OPTIONS=%OPTIONS% --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %OPTIONS% %ENF_JAVA_OPTS% -cp "%JAR%;%ROOT%org.enf.thirdparty\lib\*;%ROOT%%NATIVES%\lib\*;%ROOT%%CUDA%\lib\*;%ROOT%%CUDA%\lib\redist" org.enf.core.cli.Enf %*
exit /b %ERRORLEVEL%
