package org.supertransfer.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.admin.DirectoryAtStart;
import org.supertransfer.admin.Opening;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.PhoneAccounts;
import org.supertransfer.directory.BadDirectory;
import org.supertransfer.directory.Directory;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.number.NumberPlan;
import org.supertransfer.report.LastAnswers;
import org.supertransfer.report.TodaysOutcomes;
import org.supertransfer.settings.BadSetting;
import org.supertransfer.settings.Settings;

/**
 * Opens the rooms in order: settings, directory, what an earlier run left, agents, phone accounts. Calls and requests
 * come in only when it is done. When it throws, the deployment fails and readiness stays DOWN.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class StartUp {
    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    @Inject
    private Instance<Settings> settings;

    @Inject
    private Instance<NumberPlan> plan;

    @Inject
    private DirectoryAtStart directoryFile;

    @Inject
    private EarlierRun earlierRun;

    @Inject
    private Agents agents;

    @Inject
    private InboundNumbers inboundNumbers;

    @Inject
    private Directory directory;

    @Inject
    private LastAnswers answers;

    @Inject
    private TodaysOutcomes outcomes;

    @Inject
    private PhoneAccounts accounts;

    @Inject
    private Opening opening;

    @PostConstruct
    void open() {
        try {
            plan.get();
            open(settings.get());
        } catch (BadSetting | BadDirectory e) {
            LOG.error(e.getMessage());
            throw new EJBException(e.getMessage());
        }
    }

    private void open(Settings chosen) {
        chosen.directoryFile().ifPresent(directoryFile::run);
        earlierRun.close();
        opening.open();
        agents.load(chosen.rehearsal());
        inboundNumbers.load();
        directory.load();
        answers.load();
        outcomes.load();
        accounts.publish();
        LOG.info(
                "open: {} agents, {} inbound numbers",
                agents.profiles().size(),
                inboundNumbers.all().size());
    }
}
