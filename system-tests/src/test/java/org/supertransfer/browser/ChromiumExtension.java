package org.supertransfer.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.supertransfer.systemtest.Peer;

/** Gives tests their {@link Chromium}: started by the first test that wants it, ended after the last test of the run. */
final class ChromiumExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean whole = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), BrowserTest.class, context.getEnclosingTestClasses())
                .orElseThrow()
                .whole();
        Path program =
                whole ? Peer.CHROMIUM.found() : Peer.CHROMIUM_ENGINE.program().orElseGet(Peer.CHROMIUM::found);
        return context.getRoot()
                .getStore(Namespace.create(ChromiumExtension.class))
                .getOrComputeIfAbsent(program, Chromium::new, Chromium.class);
    }
}
