package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** GraalVM's native-image keeps what the metadata in the jar lists: that must exist, and must be all that is needed. */
class NativeImageTest {
    private static final String METADATA = "/META-INF/native-image/io.token04/token04/";

    @Test
    void whatNativeCodeUsesExists() throws Exception {
        Set<String> classes = new TreeSet<>();
        for (JsonNode listed : metadata("jni-config.json")) {
            classes.add(checked(listed).getName());
        }
        assertTrue(classes.contains(Token04Exception.class.getName()));
    }

    @Test
    void whatJsonLibrariesCallIsListed() throws Exception {
        Set<String> listed = new TreeSet<>();
        for (JsonNode one : metadata("reflect-config.json")) {
            listed.add(checked(one).getName());
        }
        assertEquals(classesWithToMap(), listed);
    }

    @Test
    void theNativeLibrariesMatchThePattern() throws Exception {
        String pattern = metadata("resource-config.json").at("/resources/includes/0/pattern").asText();
        try (JarFile jar = jar()) {
            Set<String> libraries = jar.stream().map(JarEntry::getName)
                    .filter(name -> name.contains("libtoken04_java.")).collect(Collectors.toCollection(TreeSet::new));
            assertTrue(!libraries.isEmpty() && libraries.stream().allMatch(name -> name.matches(pattern)), pattern);
        }
    }

    /** The class, after looking for all its methods. */
    private static Class<?> checked(JsonNode listed) throws ClassNotFoundException {
        Class<?> type = Class.forName(listed.get("name").asText(), false, Issuer.class.getClassLoader());
        for (JsonNode method : listed.path("methods")) {
            String name = method.get("name").asText();
            Executable[] declared = name.equals("<init>") ? type.getDeclaredConstructors() : type.getDeclaredMethods();
            String parameters = method.get("parameterTypes").toString().replace("\"", "").replace("[", "").replace("]", "");
            assertTrue(Arrays.stream(declared)
                    .filter(one -> name.equals("<init>") || one.getName().equals(name))
                    .anyMatch(one -> parameters.equals(Arrays.stream(one.getParameterTypes()).map(Class::getName)
                            .collect(Collectors.joining(",")))), listed::toString);
        }
        return type;
    }

    private static Set<String> classesWithToMap() throws IOException, ClassNotFoundException {
        Set<String> found = new TreeSet<>();
        try (JarFile jar = jar()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (!entry.getName().matches("io/token04/[A-Za-z0-9]+\\.class")) {
                    continue;
                }
                String name = entry.getName().replace('/', '.').replaceFirst("\\.class$", "");
                Class<?> type = Class.forName(name, false, Issuer.class.getClassLoader());
                if (Arrays.stream(type.getDeclaredMethods()).map(Method::getName).anyMatch("toMap"::equals)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private static JarFile jar() throws IOException {
        return new JarFile(Issuer.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static JsonNode metadata(String file) throws IOException {
        try (InputStream stream = Issuer.class.getResourceAsStream(METADATA + file)) {
            assertNotNull(stream, file);
            return new ObjectMapper().readTree(stream);
        }
    }
}
