package org.supertransfer.web.session;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where the page sends a person who logs in at the provider. The server redirects to the provider and takes back what
 * comes from there; whoever gets this far is logged in, and goes on to the page.
 */
public class LogInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/login";

    @Inject
    transient SessionLife life;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        if (request.getUserPrincipal() != null) {
            life.begin(request.getSession(true));
        }
        answer.setHeader("Cache-Control", "no-store");
        answer.sendRedirect("/");
    }
}
