package org.supertransfer.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** This node in this run: every start opens a new epoch, so that rows of an earlier run can be told apart. */
@ApplicationScoped
public class Node {
    @Inject
    private Steps steps;

    private volatile Fence fence = new Fence("", 0);

    @PostConstruct
    void open() {
        String name = System.getProperty("jboss.node.name", "node");
        steps.write(List.of(rows -> fence = new Fence(name, nextEpoch(rows, name))));
    }

    public Fence fence() {
        return fence;
    }

    private static long nextEpoch(EntityManager rows, String name) {
        NodeRecord row = rows.find(NodeRecord.class, name);
        if (row == null) {
            row = new NodeRecord();
            row.name = name;
            rows.persist(row);
        }
        row.epoch++;
        row.startedAt = Instant.now();
        return row.epoch;
    }
}
