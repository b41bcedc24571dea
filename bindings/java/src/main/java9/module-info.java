/** Issue, verify and explain ZEGO Token04. */
@SuppressWarnings("module")
module io.token04 {
    // Annotations, which a program does not need when it runs.
    requires static com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports im.zego.serverassistant.utils;
    exports io.token04;
}
