package org.supertransfer.web.page;

import jakarta.json.JsonObject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.web.json.Shape;

/** Tells the page's worker what to keep for times without a server, and the page whether it is still the newest. */
@WebServlet(urlPatterns = "/shell.json", loadOnStartup = 1)
public class PageFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private String answer = "";

    /** Once: the files of a deployment do not change. */
    @Override
    public void init() throws ServletException {
        try {
            PageFiles files = PageFiles.of(archive(getServletContext()));
            JsonObject json = new Shape()
                    .put("version", files.version())
                    .put("files", Shape.texts(files.paths()))
                    .json();
            answer = json.toString();
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(answer);
    }

    private static PageFiles.Archive archive(ServletContext context) {
        return new PageFiles.Archive() {
            @Override
            public @Nullable Set<String> list(String folder) {
                return context.getResourcePaths(folder);
            }

            @Override
            public @Nullable InputStream open(String path) {
                return context.getResourceAsStream(path);
            }
        };
    }
}
