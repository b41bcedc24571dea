package io.token04;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds and loads the native library, once: named by a property, in the jar, or on the library path. */
final class NativeLibrary {
    /** The version of these classes; the library must have the same. */
    static final String VERSION = "0.1.0";

    /** The system property with the path of the library's file. */
    static final String PROPERTY = "token04.library";

    private static final String NAME = "token04_java";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** Why it could not be loaded; null if it was. */
    private static final @Nullable String FAILURE = new NativeLibrary().find();

    /** What was tried, and why it failed. */
    private final List<String> tried = new ArrayList<>();

    /** How to fix it, where the failure shows it. */
    private final Set<String> hints = new LinkedHashSet<>();

    private NativeLibrary() {}

    /**
     * Makes sure that the library is loaded.
     *
     * @throws UnsatisfiedLinkError if it could not be, with everything that was tried; the same at every call
     */
    static void load() {
        if (FAILURE != null) {
            throw new UnsatisfiedLinkError(FAILURE);
        }
    }

    /** Tries one place after the other, and returns the error message if none has the library. */
    private @Nullable String find() {
        if (!loadNamed() && !loadBundled() && !loadFromLibraryPath()) {
            return failure();
        }
        String version;
        try {
            version = Text.ascii(Native.version());
        } catch (LinkageError error) {
            return "token04: the loaded library is not one of token04: " + error.getMessage();
        }
        if (version.equals(VERSION)) {
            return null;
        }
        return "token04: the native library has version " + version + ", but the Java classes have " + VERSION
                + "; check the property " + PROPERTY + " and java.library.path";
    }

    private boolean loadNamed() {
        String file = property(PROPERTY);
        if (file.isEmpty()) {
            tried.add("the system property " + PROPERTY + ": not set");
            return false;
        }
        return attempt("the system property " + PROPERTY + ", which is " + file,
                () -> System.load(new File(file).getAbsolutePath()));
    }

    private boolean loadBundled() {
        String resource = "/natives/" + platform() + "/" + System.mapLibraryName(NAME);
        String place = resource.substring(1) + " in the jar";
        try (InputStream bundled = NativeLibrary.class.getResourceAsStream(resource)) {
            if (bundled != null) {
                return loadCopy(place, bundled);
            }
            tried.add(place + ": not found");
        } catch (IOException | RuntimeException exception) {
            tried.add(place + ": cannot be copied to " + property("java.io.tmpdir") + ": " + exception);
            hints.add("Set java.io.tmpdir to a writable folder, or " + PROPERTY + " to the path of the library.");
        }
        return false;
    }

    /** Loads from a file of its own for each class loader, because the Java VM loads a file into one only. */
    private boolean loadCopy(String place, InputStream bundled) throws IOException {
        File copy = createFile(Paths.get(property("java.io.tmpdir")));
        try {
            write(bundled, copy);
            return attempt(place + ", copied to " + copy, () -> System.load(copy.getAbsolutePath()));
        } finally {
            // Windows keeps a loaded file; other systems release its name at once.
            if (!copy.delete()) {
                copy.deleteOnExit();
            }
        }
    }

    private static void write(InputStream library, File file) throws IOException {
        try (OutputStream out = new FileOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = library.read(buffer); count >= 0; count = library.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    /**
     * Creates a new file that only its owner can open. Files.createTempFile would do, but it starts Java's generator of
     * random numbers, which takes longer than everything else here.
     */
    private static File createFile(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        while (true) {
            String name = "token04-" + Long.toHexString(System.nanoTime()) + "-" + System.mapLibraryName(NAME);
            try {
                return Files.createFile(folder.resolve(name), attributes).toFile();
            } catch (FileAlreadyExistsException taken) {
                // Another process was first; the next name has another time.
            }
        }
    }

    private boolean loadFromLibraryPath() {
        return attempt("java.library.path (" + property("java.library.path") + ")", () -> System.loadLibrary(NAME));
    }

    /** Runs a load. Besides the documented errors it can throw IllegalCallerException, which Java 8 does not have. */
    private boolean attempt(String place, Runnable load) {
        try {
            load.run();
            return true;
        } catch (UnsatisfiedLinkError | RuntimeException error) {
            tried.add(place + ": " + error.getMessage());
            hint(error);
            return false;
        }
    }

    private void hint(Throwable error) {
        String message = String.valueOf(error.getMessage());
        if (error.getClass().getSimpleName().equals("IllegalCallerException")) {
            hints.add("Start Java with --enable-native-access=ALL-UNNAMED, or =io.token04 on the module path.");
        } else if (message.contains("another classloader")) {
            hints.add("A Java VM loads a library file once. Use the library in the jar, of which each class loader loads a"
                    + " copy, or put the jar into a class loader that all share.");
        } else if (message.contains("failed to map segment") || message.contains("Operation not permitted")) {
            hints.add("The folder is probably mounted with noexec: set java.io.tmpdir to another one, or " + PROPERTY
                    + " to the path of the library.");
        }
    }

    private String failure() {
        StringBuilder message = new StringBuilder("token04: no native library for ").append(platform());
        message.append(". Tried:");
        tried.forEach(attempt -> message.append("\n  - ").append(attempt));
        hints.forEach(hint -> message.append("\n").append(hint));
        return message.toString();
    }

    /** The platform that this runs on, as in the path of the library in the jar. */
    static String platform() {
        String system = property("os.name").toLowerCase(Locale.ROOT);
        return platform(system, property("os.arch").toLowerCase(Locale.ROOT), system.equals("linux") && usesMusl());
    }

    /** The name of a platform, from what Java calls its operating system and processor, in lower case. */
    static String platform(String system, String processor, boolean musl) {
        if (system.startsWith("mac") || system.startsWith("darwin")) {
            system = "macos";
        } else if (system.startsWith("windows")) {
            system = "windows";
        }
        if (processor.equals("amd64") || processor.equals("x86-64")) {
            processor = "x86_64";
        } else if (processor.equals("arm64")) {
            processor = "aarch64";
        }
        return system + "-" + processor + (musl ? "-musl" : "");
    }

    /** Whether this process runs on the C library musl, as on Alpine: then its loader is mapped into it. */
    private static boolean usesMusl() {
        try {
            byte[] maps = Files.readAllBytes(Paths.get("/proc/self/maps"));
            return new String(maps, StandardCharsets.ISO_8859_1).contains("/ld-musl-");
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
