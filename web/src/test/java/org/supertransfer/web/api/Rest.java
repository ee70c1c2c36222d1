package org.supertransfer.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;
import org.jspecify.annotations.Nullable;
import org.supertransfer.web.session.FakeRequest;

/** The server's JAX-RS with all our resources and providers, found as the server finds them, and no server. */
final class Rest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.supertransfer.web");

    final Services services = new Services();
    final AdminServices admin = new AdminServices();
    private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();

    Rest(String... roles) {
        resources().forEach(type -> dispatcher.getRegistry().addSingletonResource(wired(type)));
        annotated(Provider.class)
                .forEach(type -> dispatcher.getProviderFactory().registerProviderInstance(wired(type)));
        dispatcher.getDefaultContextObjects().put(SecurityContext.class, anna(Set.of(roles)));
        dispatcher
                .getDefaultContextObjects()
                .put(
                        HttpServletRequest.class,
                        new FakeRequest("GET", "/api").as("anna").request());
    }

    static List<Class<?>> resources() {
        return annotated(Path.class);
    }

    /** An answer, with its body parsed when it is JSON. */
    record Answer(int status, @Nullable String mediaType, String body, MockHttpResponse response) {
        JsonValue json() {
            return JsonProvider.provider().createReader(new StringReader(body)).readValue();
        }

        /** That it is a problem document, whole and with this status and code. */
        void refuses(int wanted, String code) {
            assertThat(mediaType).as(body).startsWith("application/problem+json");
            assertThat(status).isEqualTo(wanted);
            JsonObject problem = json().asJsonObject();
            assertThat(problem.getString("code")).isEqualTo(code);
            assertThat(problem.getInt("status")).isEqualTo(wanted);
            assertThat(problem.getString("detail")).isNotBlank();
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer send(String method, String path, @Nullable String body) {
        return send(method, path, body, "application/json", "application/json");
    }

    Answer send(String method, String path, @Nullable String body, String type, String accept) {
        MockHttpResponse response = new MockHttpResponse();
        dispatcher.invoke(request(method, path, body, type, accept), response);
        try {
            Object given = response.getOutputHeaders().getFirst("Content-Type");
            return new Answer(
                    response.getStatus(),
                    given == null ? null : given.toString(),
                    response.getContentAsString(),
                    response);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpRequest request(
            String method, String path, @Nullable String body, String type, String accept) {
        try {
            MockHttpRequest request = MockHttpRequest.create(method, path).header("Accept", accept);
            if (body != null) {
                request.content(body.getBytes(StandardCharsets.UTF_8)).contentType(type);
            }
            return request;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Object wired(Class<?> type) {
        try {
            Object made = type.getDeclaredConstructor().newInstance();
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    wire(made, field);
                }
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wire(Object made, Field field) throws IllegalAccessException {
        field.setAccessible(true);
        List<Object> all = new ArrayList<>(admin.all());
        all.addAll(List.of(
                services.agents,
                services.logIns,
                services.attempts,
                services.life,
                services.provider,
                services.preferences,
                services.calls,
                services.directory,
                services.numbers,
                services.reports,
                services.supervisors,
                services.transfers));
        for (Object service : all) {
            if (field.getType().isInstance(service)) {
                field.set(made, service);
            }
        }
    }

    private static List<Class<?>> annotated(Class<? extends Annotation> annotation) {
        return OURS.stream()
                .filter(type -> type.isAnnotatedWith(annotation))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static SecurityContext anna(Set<String> roles) {
        return new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
                return () -> "anna";
            }

            @Override
            public boolean isUserInRole(String role) {
                return roles.contains(role);
            }

            @Override
            public boolean isSecure() {
                return false;
            }

            @Override
            public String getAuthenticationScheme() {
                return BASIC_AUTH;
            }
        };
    }
}
