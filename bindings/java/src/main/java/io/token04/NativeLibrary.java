package io.token04;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds and loads the native library, once: named by a property, bundled, or on the library path. */
final class NativeLibrary {
    /** The version of these classes; the library must have the same. */
    static final String VERSION = "0.1.0";

    /** The system property that names the library's file. */
    static final String PROPERTY = "token04.library";

    private static final String NAME = "token04_java";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** Why it could not be loaded; null when it was. */
    private static final String FAILURE = new NativeLibrary().find();

    /** What was tried in vain, and why. */
    private final List<String> tried = new ArrayList<>();

    private NativeLibrary() {}

    /**
     * Makes sure that the library is loaded.
     *
     * @throws UnsatisfiedLinkError where it could not be, with all that was tried; the same at every call
     */
    static void load() {
        if (FAILURE != null) {
            throw new UnsatisfiedLinkError(FAILURE);
        }
    }

    /** Tries one place after the other, and returns what to tell when none had the library. */
    private String find() {
        if (!loadNamed() && !loadBundled() && !loadFromLibraryPath()) {
            return failure();
        }
        String version = Text.ascii(Native.version());
        if (version.equals(VERSION)) {
            return null;
        }
        return "token04: the native library has version " + version + ", but the Java classes " + VERSION
                + "; check what the property " + PROPERTY + " and java.library.path name";
    }

    private boolean loadNamed() {
        String file = System.getProperty(PROPERTY);
        if (file == null || file.isEmpty()) {
            tried.add("the system property " + PROPERTY + ": not set");
            return false;
        }
        return load("the system property " + PROPERTY + ", which names " + file, new File(file));
    }

    private boolean loadBundled() {
        String resource = "/natives/" + platform() + "/" + System.mapLibraryName(NAME);
        String place = resource.substring(1) + " in the jar";
        File copy;
        try (InputStream bundled = NativeLibrary.class.getResourceAsStream(resource)) {
            if (bundled == null) {
                tried.add(place + ": not there");
                return false;
            }
            // A file of its own for each class loader, for the Java VM loads a file into one only.
            copy = copy(bundled);
        } catch (IOException exception) {
            tried.add(place + ": cannot be copied to " + System.getProperty("java.io.tmpdir") + ": " + exception);
            return false;
        }
        boolean loaded = load(place + ", copied to " + copy, copy);
        // Windows keeps a loaded file, all others let go of its name at once.
        if (!copy.delete()) {
            copy.deleteOnExit();
        }
        return loaded;
    }

    private static File copy(InputStream library) throws IOException {
        File copy = createFile(Paths.get(System.getProperty("java.io.tmpdir")));
        try (OutputStream out = new FileOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = library.read(buffer); count >= 0; count = library.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
        return copy;
    }

    /**
     * Creates a file that was not there and that its owner alone can open. Files.createTempFile would do, but
     * starts up Java's generator of random numbers, which takes longer than all else here.
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
                // Another process came first; time has gone on.
            }
        }
    }

    private boolean loadFromLibraryPath() {
        try {
            System.loadLibrary(NAME);
            return true;
        } catch (UnsatisfiedLinkError | SecurityException error) {
            tried.add("java.library.path (" + System.getProperty("java.library.path") + "): " + error.getMessage());
            return false;
        }
    }

    private boolean load(String place, File file) {
        try {
            System.load(file.getAbsolutePath());
            return true;
        } catch (UnsatisfiedLinkError | SecurityException error) {
            tried.add(place + ": " + error.getMessage());
            return false;
        }
    }

    private String failure() {
        StringBuilder message = new StringBuilder("token04: no native library for ").append(platform());
        message.append(". Tried:");
        for (String attempt : tried) {
            message.append("\n  - ").append(attempt);
        }
        if (message.indexOf("another classloader") >= 0) {
            message.append("\nA library file is loaded once per Java VM. Leave it to the jar, which copies its")
                    .append(" own for each class loader, or put the jar into a class loader that all share.");
        }
        return message.toString();
    }

    /** The operating system and processor, as the folder of the bundled library is named. */
    static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
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
        return system + "-" + processor;
    }
}
