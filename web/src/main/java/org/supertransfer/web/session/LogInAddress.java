package org.supertransfer.web.session;

import jakarta.inject.Inject;
import jakarta.servlet.HttpConstraintElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletSecurityElement;
import jakarta.servlet.annotation.ServletSecurity.TransportGuarantee;
import jakarta.servlet.annotation.WebListener;

/**
 * Puts {@link LogInServlet} at its address. With a provider the address is the one place of the portal that the container
 * guards: its guard is what sends people to the provider. Without one a guard would ask for Basic credentials.
 */
@WebListener
public class LogInAddress implements ServletContextListener {
    private static final String ANYBODY_LOGGED_IN = "**";

    @Inject
    Provider provider;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        try {
            LogInServlet servlet = start.getServletContext().createServlet(LogInServlet.class);
            ServletRegistration.Dynamic added = start.getServletContext().addServlet("log-in", servlet);
            added.addMapping(LogInServlet.PATH);
            if (provider.isUsed()) {
                added.setServletSecurity(new ServletSecurityElement(
                        new HttpConstraintElement(TransportGuarantee.NONE, ANYBODY_LOGGED_IN)));
            }
        } catch (ServletException e) {
            throw new IllegalStateException("the log-in has no address", e);
        }
    }
}
