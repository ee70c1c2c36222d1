package org.supertransfer.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /api}; docs/openapi.yaml describes it, and a test holds the two together. */
@ApplicationPath("/api")
public class Api extends Application {}
