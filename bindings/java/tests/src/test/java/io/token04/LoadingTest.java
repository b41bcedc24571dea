package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the native library comes from, what is told when it does not, and the class loaders that load it. */
class LoadingTest {
    @TempDir
    Path folder;

    private static Path jar() throws Exception {
        return Path.of(Token04.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String libraryName() {
        return System.mapLibraryName("token04_java");
    }

    /** The bundled library as a file, with a change to its bytes. */
    private Path library(String replaced, String replacement) throws Exception {
        try (InputStream bundled = Token04.class.getResourceAsStream(
                "/natives/" + NativeLibrary.platform() + "/" + libraryName())) {
            String bytes = new String(bundled.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(bytes.contains(replaced));
            Path library = folder.resolve(libraryName());
            return Files.writeString(library, bytes.replace(replaced, replacement), StandardCharsets.ISO_8859_1);
        }
    }

    private Path jarWithoutLibrary() throws Exception {
        Path copy = Files.copy(jar(), folder.resolve("without.jar"));
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), java.util.Map.of())) {
            Files.delete(files.getPath("natives", NativeLibrary.platform(), libraryName()));
        }
        return copy;
    }

    /** What the probe prints in a Java VM with these options. */
    private List<String> probe(Path jar, String... options) throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path tests = Path.of(LoadingProbe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", jar + java.io.File.pathSeparator + tests, LoadingProbe.class.getName()));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, process.waitFor());
        try (Stream<Path> left = Files.list(temporary)) {
            // A Java VM keeps a folder of its own there for its tools.
            assertEquals(List.of(), left.filter(file -> file.getFileName().toString().startsWith("token04")).toList());
        }
        return lines;
    }

    private static void assertLoaded(List<String> lines) {
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("token 04"), lines::toString);
        assertTrue(lines.get(2).contains("\"code\": 0"), lines::toString);
    }

    @Test
    void platforms() {
        assertEquals("linux-x86_64", NativeLibrary.platform("linux", "amd64", false));
        assertEquals("linux-aarch64-musl", NativeLibrary.platform("linux", "aarch64", true));
        assertEquals("macos-aarch64", NativeLibrary.platform("mac os x", "aarch64", false));
        assertEquals("macos-x86_64", NativeLibrary.platform("mac os x", "x86_64", false));
        assertEquals("windows-x86_64", NativeLibrary.platform("windows 11", "amd64", false));
        assertEquals("linux-riscv64", NativeLibrary.platform("linux", "riscv64", false));
    }

    @Test
    void theBundledLibraryIsLoadedAndLeavesNoFile() throws Exception {
        assertLoaded(probe(jar()));
    }

    @Test
    void thePropertyNamesAFile() throws Exception {
        assertLoaded(probe(jarWithoutLibrary(), "-Dtoken04.library=" + library("", "")));
    }

    @Test
    void theLibraryPathIsLookedAtLast() throws Exception {
        library("", "");
        assertLoaded(probe(jarWithoutLibrary(), "-Djava.library.path=" + folder));
    }

    @Test
    void aPropertyThatNamesNoLibraryIsPassedOver() throws Exception {
        assertLoaded(probe(jar(), "-Dtoken04.library=" + folder.resolve("nothing.so")));
    }

    @Test
    void theErrorListsAllThatWasTriedEachTime() throws Exception {
        Path nothing = folder.resolve("nothing.so");
        List<String> lines = probe(
                jarWithoutLibrary(), "-Dtoken04.library=" + nothing, "-Djava.library.path=" + folder.resolve("empty"));
        String told = String.join("\n", lines);
        String first = told.substring(0, told.indexOf("UnsatisfiedLinkError", 30));
        for (String part : List.of(
                "java.lang.UnsatisfiedLinkError: token04: no native library for " + NativeLibrary.platform(),
                "token04.library, which is " + nothing, "natives/" + NativeLibrary.platform() + "/" + libraryName(),
                "java.library.path (" + folder.resolve("empty") + ")")) {
            assertTrue(first.contains(part), told);
        }
        assertEquals(2, told.split("java.lang.UnsatisfiedLinkError: token04: no native", -1).length - 1, told);
        // The drop-in throws nothing, here as everywhere.
        assertTrue(told.contains("TokenInfo {\"error\": {\"code\": -1, \"message\": \"token04: no native library"), told);
    }

    @Test
    void anotherVersionIsRefusedWithBothVersionsTold() throws Exception {
        String other = NativeLibrary.VERSION.replaceFirst("\\d+", "9");
        Path library = library(NativeLibrary.VERSION, other);
        String told = String.join("\n", probe(jar(), "-Dtoken04.library=" + library));
        assertTrue(told.contains("version " + other + ", but the Java classes have " + NativeLibrary.VERSION), told);
    }

    @Test
    void anUnwritableTemporaryFolderIsTold() throws Exception {
        String told = String.join("\n", probe(jar(), "-Djava.io.tmpdir=" + folder.resolve("missing")));
        assertTrue(told.contains("cannot be copied to " + folder.resolve("missing")), told);
    }

    @Test
    void deniedNativeAccessIsExplainedEachTime() throws Exception {
        Assumptions.assumeTrue(Runtime.version().feature() >= 24, "this Java does not deny native access");
        String told = String.join("\n", probe(jar(), "--illegal-native-access=deny"));
        assertEquals(2, told.split("java.lang.UnsatisfiedLinkError: token04: no native", -1).length - 1, told);
        assertTrue(told.contains("--enable-native-access=ALL-UNNAMED"), told);
    }

    @Test
    void aSecurityManagerThatForbidsLibrariesIsExplained() throws Exception {
        Assumptions.assumeTrue(Runtime.version().feature() < 24, "this Java has no security manager");
        Path policy = Files.writeString(folder.resolve("policy"), """
                grant { permission java.io.FilePermission "<<ALL FILES>>", "read,write,delete";
                        permission java.util.PropertyPermission "*", "read"; };
                """);
        String told = String.join("\n", probe(
                jar(), "-Djava.security.manager", "-Djava.security.policy==" + policy));
        assertEquals(2, told.split("java.lang.UnsatisfiedLinkError: token04: no native", -1).length - 1, told);
        assertTrue(told.contains("access denied"), told);
    }

    @Test
    void aLibraryOfSomethingElseIsExplained() throws Exception {
        Path other = library("Java_io_token04_Native_version", "Java_io_token04_Native_versioX");
        String told = String.join("\n", probe(jar(), "-Dtoken04.library=" + other));
        assertEquals(3, told.split("the loaded library is not one of token04", -1).length - 1, told);
    }

    @Test
    void aJlinkedProgramIssues() throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("module-info.java"), "module app { requires io.token04; }");
        Files.createDirectories(source.resolve("app"));
        Files.writeString(source.resolve("app/Main.java"), """
                package app;
                public class Main {
                    public static void main(String[] arguments) {
                        var issuer = io.token04.Issuer.of(1, "0123456789abcdef0123456789ABCDEF");
                        System.out.println(issuer.issue("user1", java.time.Duration.ofHours(1)));
                    }
                }
                """);
        Path classes = folder.resolve("classes");
        assertEquals(0, tool("javac").run(System.out, System.err, "-p", jar().toString(), "-d", classes.toString(),
                source.resolve("module-info.java").toString(), source.resolve("app/Main.java").toString()));
        Path image = folder.resolve("image");
        assertEquals(0, tool("jlink").run(System.out, System.err,
                "-p", jar() + java.io.File.pathSeparator + classes, "--add-modules", "app", "--output", image.toString()));
        Process process = new ProcessBuilder(image.resolve("bin/java").toString(), "-m", "app/app.Main").start();
        assertTrue(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("04"));
        assertEquals(0, process.waitFor());
    }

    private static ToolProvider tool(String name) {
        return ToolProvider.findFirst(name).orElseThrow();
    }

    @Test
    void classLoadersEachLoadTheirOwn() throws Exception {
        try (URLClassLoader one = loader(); URLClassLoader two = loader()) {
            Object first = issue(one);
            Object second = issue(two);
            assertNotEquals(one.loadClass("io.token04.Issuer"), two.loadClass("io.token04.Issuer"));
            assertTrue(first.toString().startsWith("04") && second.toString().startsWith("04"));
            assertNotEquals(first, second);
        }
    }

    @Test
    void aClassLoaderIsCollectedOnceItIsNoLongerUsed() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            try (URLClassLoader loader = loader()) {
                issue(loader);
                loaders.add(new WeakReference<>(loader));
            }
        }
        for (int attempt = 0; attempt < 50 && loaders.stream().anyMatch(loader -> loader.get() != null); attempt++) {
            System.gc();
            Thread.sleep(20);
        }
        loaders.forEach(loader -> assertNull(loader.get()));
        // A child process runs the handlers that the unloaded libraries had set up for it, had they left any.
        assertEquals(0, new ProcessBuilder("true").start().waitFor());
        assertTrue(issue(loader()).toString().startsWith("04"));
    }

    private static URLClassLoader loader() throws Exception {
        return new URLClassLoader(new URL[] {jar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    /** A token of an issuer that nobody closes, and the message of a refusal, both through another class loader. */
    private static Object issue(ClassLoader loader) throws Exception {
        Class<?> type = loader.loadClass("io.token04.Issuer");
        Object issuer = type.getMethod("of", long.class, String.class).invoke(null, 1L, "0123456789abcdef0123456789ABCDEF");
        java.lang.reflect.Method issue = type.getMethod("issue", String.class, Duration.class);
        try {
            issue.invoke(issuer, "", Duration.ofHours(1));
        } catch (java.lang.reflect.InvocationTargetException refused) {
            assertEquals(loader, refused.getCause().getClass().getClassLoader());
        }
        return issue.invoke(issuer, "user1", Duration.ofHours(1));
    }

    @Test
    void theJarIsForJava8AndHasAModuleForLaterOnes() throws Exception {
        try (JarFile jar = new JarFile(jar().toFile())) {
            Attributes attributes = jar.getManifest().getMainAttributes();
            assertEquals("true", attributes.getValue("Multi-Release"));
            assertEquals(53, majorVersion(jar, jar.getJarEntry("META-INF/versions/9/module-info.class")));
            assertEquals(NativeLibrary.VERSION, attributes.getValue("Implementation-Version"));
            List<Integer> versions = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF"))
                    .map(entry -> majorVersion(jar, entry))
                    .distinct().toList();
            assertEquals(List.of(52), versions);
        }
        assertEquals(NativeLibrary.VERSION, Token04.version());
    }

    private static int majorVersion(JarFile jar, java.util.jar.JarEntry entry) {
        try (java.io.DataInputStream bytes = new java.io.DataInputStream(jar.getInputStream(entry))) {
            bytes.readInt();
            bytes.readUnsignedShort();
            return bytes.readUnsignedShort();
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
