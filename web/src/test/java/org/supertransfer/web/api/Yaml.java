package org.supertransfer.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A document of docs/, as it is packed into the war. */
public final class Yaml {
    private final Map<String, Object> root;

    private Yaml(Map<String, Object> root) {
        this.root = root;
    }

    public static Yaml document(String name) {
        try (InputStream in = Objects.requireNonNull(Yaml.class.getResourceAsStream("/api/" + name), name)) {
            return new Yaml(new org.yaml.snakeyaml.Yaml().load(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The map at this path. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String... path) {
        Map<String, Object> here = root;
        for (String step : path) {
            here = (Map<String, Object>) Objects.requireNonNull(here.get(step), step);
        }
        return here;
    }

    /** The constants of an enumeration. */
    @SuppressWarnings("unchecked")
    public List<String> constants(String... path) {
        return (List<String>) Objects.requireNonNull(map(path).get("enum"));
    }

    /** The names of a schema's properties, those of its parts and of what it refers to included. */
    @SuppressWarnings("unchecked")
    public Set<String> properties(Map<String, Object> schema) {
        Set<String> names = new HashSet<>();
        if (schema.get("$ref") instanceof String reference) {
            names.addAll(properties(referred(reference)));
        }
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            names.addAll((Set<String>) properties.keySet());
        }
        if (schema.get("allOf") instanceof List<?> parts) {
            parts.forEach(part -> names.addAll(properties((Map<String, Object>) part)));
        }
        return names;
    }

    /** {@code #/a/b}, or {@code openapi.yaml#/a/b}. */
    private Map<String, Object> referred(String reference) {
        String[] parts = reference.split("#/", 2);
        Yaml document = parts[0].isEmpty() ? this : document(parts[0]);
        return document.map(parts[1].split("/"));
    }
}
