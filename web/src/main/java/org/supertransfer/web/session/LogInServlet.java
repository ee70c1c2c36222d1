package org.supertransfer.web.session;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where the page sends a person who logs in at the provider. The server redirects to the provider and takes back what
 * comes from there; whoever gets this far is logged in, and goes on to the page. A log-in that is over does not begin
 * again by coming here: it is made anew.
 */
public class LogInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/login";

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        boolean again = request.getUserPrincipal() != null && visit.isOver(request);
        answer.setHeader("Cache-Control", "no-store");
        answer.sendRedirect(again ? PATH : "/");
    }
}
