package org.supertransfer.agent;

/** Fired when whoever is logged in as this agent has to log in again: it was deleted, or its roles or password changed. */
public record LogInEnded(String username) {}
