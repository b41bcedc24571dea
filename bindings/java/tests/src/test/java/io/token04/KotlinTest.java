package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin reads what can be null from the annotations of the jar, which it sees without JSpecify itself. */
class KotlinTest {
    @TempDir
    Path classes;

    @Test
    void aProgramCompilesWithoutAWarning() {
        assertEquals("OK", compile("Use.kt"));
    }

    @Test
    void nullIsRefusedWhereThePackageAllowsNone() {
        String messages = compile("Nulls.kt");
        assertTrue(messages.contains("Nulls.kt:7:57: error: null cannot be a value of a non-null type"), messages);
        assertTrue(messages.contains("Nulls.kt:9:49: error: return type mismatch: expected 'Privilege', actual 'Privilege?'"),
                messages);
    }

    /** The exit code of the compiler, after what it printed. */
    private String compile(String file) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        String libraries = Stream.of(Issuer.class, kotlin.Unit.class).map(KotlinTest::jar).collect(Collectors.joining(File.pathSeparator));
        ExitCode code = new K2JVMCompiler().exec(new PrintStream(printed, true), "kotlin/" + file,
                "-no-stdlib", "-no-reflect", "-Werror",
                "-classpath", libraries, "-d", classes.toString());
        return new String(printed.toByteArray(), StandardCharsets.UTF_8) + code;
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
