package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's code and the examples, compiled for Java 8 with nothing but the jar, and run. The properties
 * {@code token04.readme} and {@code token04.examples} name them.
 */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    Path folder;

    private static List<String> blocks(boolean whole) throws Exception {
        Matcher found = BLOCK.matcher(Files.readString(Path.of(System.getProperty("token04.readme"))));
        return found.results().map(result -> result.group(1))
                .filter(code -> code.contains("public class ") == whole).toList();
    }

    private static Path jar() throws Exception {
        URI jar = Token04.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(jar);
    }

    private void compile(List<Path> sources) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "8", "-Xlint:all,-options", "-Werror", "-cp", jar().toString(), "-d", folder.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        assertEquals(0, compiler.run(null, null, null, arguments.toArray(new String[0])));
    }

    private List<String> run(String type) throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-ea",
                "-cp", jar() + File.pathSeparator + folder, type);
        process.environment().put("ZEGO_APP_ID", "1234567890");
        process.environment().put("ZEGO_SERVER_SECRET", "0123456789abcdef0123456789abcdef");
        Process running = process.start();
        running.getOutputStream().close();
        List<String> lines =
                new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, running.waitFor(), lines::toString);
        return lines;
    }

    @Test
    void wholeProgramsPrintAToken() throws Exception {
        List<String> programs = blocks(true);
        assertEquals(2, programs.size());
        for (String program : programs) {
            Matcher name = Pattern.compile("public class (\\w+)").matcher(program);
            assertTrue(name.find());
            compile(List.of(Files.writeString(folder.resolve(name.group(1) + ".java"), program)));
            List<String> lines = run(name.group(1));
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.get(0).startsWith("04"), lines::toString);
        }
    }

    @Test
    void fragmentsRunOneAfterTheOther() throws Exception {
        List<String> lines = blocks(false).stream().flatMap(String::lines).toList();
        String imports = lines.stream().filter(line -> line.startsWith("import ")).distinct()
                .collect(Collectors.joining("\n"));
        String body = lines.stream().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        String program = imports + "\npublic class Fragments { public static void main(String[] arguments) {\n"
                + body + "\n} }\n";
        compile(List.of(Files.writeString(folder.resolve("Fragments.java"), program)));
        List<String> printed = run("Fragments");
        assertEquals(7, printed.size(), printed::toString);
        assertTrue(printed.get(0).matches("user1 until [-0-9]+T[:0-9]+Z, \\[camera1\\]"), printed::toString);
        assertEquals(
                List.of("GCM, expired: false",
                        "ERROR transport-damage: the token was changed on its way: quotes around it"),
                printed.subList(1, 3));
        assertTrue(printed.get(3).startsWith("  pass the token on exactly as it was made"), printed::toString);
        assertEquals(
                List.of(Token04.explain(50119).meaning(), "Alice joins room1",
                        "6: ttl must be whole seconds, at least 1, got 1.5"),
                printed.subList(4, 7));
    }

    @Test
    void examplesRun() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("token04.examples")))) {
            compile(files.filter(file -> file.toString().endsWith(".java")).toList());
        }
        List<String> made = run("example.MakeTokens");
        assertEquals(7, made.size(), made::toString);
        assertTrue(made.get(5).contains("204 token expired"), made::toString);
        List<String> moved = run("example.MovingOver");
        assertEquals(2, moved.size(), moved::toString);
        assertTrue(moved.get(0).startsWith("04"), moved::toString);
        assertEquals(
                "{\"code\": 3, \"message\": \"illegal userId\"}: the user id has 1 to 64 characters", moved.get(1));
    }

    @Test
    void everyCodeIsInTheTable() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("token04.readme")));
        for (ErrorCode code : ErrorCode.values()) {
            assertTrue(readme.contains("| " + code.number() + " | `" + code + "` |"), code.toString());
        }
    }
}
