package org.supertransfer.sip;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.io.Serializable;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * The adapter's life as the server leads it. The settings are checked in {@link #start}, so that a bad one fails the
 * deployment with one line; the wire opens with the first endpoint.
 *
 * <p>The properties are all text, because a broken number would be dropped by the server without a word; empty means the
 * default.
 */
@Connector(
        displayName = "Super Transfer SIP adapter",
        vendorName = "Super Transfer",
        version = "1.0",
        eisType = "SIP",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class SipResourceAdapter implements ResourceAdapter, Serializable {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(SipResourceAdapter.class.getName());

    @ConfigProperty
    private String sipAddress = "";

    @ConfigProperty
    private String sipPort = "";

    @ConfigProperty
    private String sipTlsPort = "";

    @ConfigProperty
    private String sipTlsKeystore = "";

    @ConfigProperty
    private String sipTlsPassword = "";

    @ConfigProperty
    private String sipTlsTruststore = "";

    @ConfigProperty
    private String sipPublicAddress = "";

    @ConfigProperty
    private String sipDomain = "";

    @ConfigProperty
    private String trunk = "";

    @ConfigProperty
    private String trunkAllow = "";

    @ConfigProperty
    private String trunkUser = "";

    @ConfigProperty
    private String trunkPassword = "";

    @ConfigProperty
    private String trunkRegister = "";

    @ConfigProperty
    private String trunkProbeSeconds = "";

    @ConfigProperty
    private String sipCalls = "";

    @ConfigProperty
    private String sipRequestsPerSecond = "";

    @ConfigProperty
    private String signallingSeconds = "";

    @ConfigProperty
    private String ringSeconds = "";

    @ConfigProperty
    private String queueSeconds = "";

    private transient volatile @Nullable Switchboard switchboard;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            AdapterSettings settings = AdapterSettings.of(byVariable());
            switchboard = new Switchboard(settings);
            LOG.log(Level.INFO, "{0}", settings);
        } catch (BadSetting e) {
            LOG.log(Level.ERROR, e.getMessage());
            throw new ResourceAdapterInternalException(e.getMessage(), e);
        }
    }

    /** Must neither throw nor hang: either would hang the undeployment and the server's end. */
    @Override
    public void stop() {
        Switchboard closing = switchboard;
        switchboard = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the SIP adapter did not stop cleanly", e);
            }
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory endpoint, ActivationSpec spec) throws ResourceException {
        Switchboard running = running().orElseThrow(() -> new ResourceException("the SIP adapter does not run"));
        try {
            running.activate(endpoint);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "{0}; see ST_SIP_ADDRESS and ST_SIP_PORT", e.getMessage());
            throw new ResourceException(e.getMessage(), e);
        }
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory endpoint, ActivationSpec spec) {
        running().ifPresent(running -> running.deactivate(endpoint));
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    Optional<Switchboard> running() {
        return Optional.ofNullable(switchboard);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
    /** The values by the names that an admin knows. */
    Map<String, String> byVariable() {
        return Map.ofEntries(
                Map.entry("ST_SIP_ADDRESS", sipAddress),
                Map.entry("ST_SIP_PORT", sipPort),
                Map.entry("ST_SIP_TLS_PORT", sipTlsPort),
                Map.entry("ST_SIP_TLS_KEYSTORE", sipTlsKeystore),
                Map.entry("ST_SIP_TLS_PASSWORD", sipTlsPassword),
                Map.entry("ST_SIP_TLS_TRUSTSTORE", sipTlsTruststore),
                Map.entry("ST_SIP_PUBLIC_ADDRESS", sipPublicAddress),
                Map.entry("ST_SIP_DOMAIN", sipDomain),
                Map.entry("ST_TRUNK", trunk),
                Map.entry("ST_TRUNK_ALLOW", trunkAllow),
                Map.entry("ST_TRUNK_USER", trunkUser),
                Map.entry("ST_TRUNK_PASSWORD", trunkPassword),
                Map.entry("ST_TRUNK_REGISTER", trunkRegister),
                Map.entry("ST_TRUNK_PROBE_SECONDS", trunkProbeSeconds),
                Map.entry("ST_SIP_CALLS", sipCalls),
                Map.entry("ST_SIP_REQUESTS_PER_SECOND", sipRequestsPerSecond),
                Map.entry("ST_SIGNALLING_SECONDS", signallingSeconds),
                Map.entry("ST_RING_SECONDS", ringSeconds),
                Map.entry("ST_QUEUE_SECONDS", queueSeconds));
    }

    public String getSipAddress() {
        return sipAddress;
    }

    public void setSipAddress(String value) {
        this.sipAddress = value;
    }

    public String getSipPort() {
        return sipPort;
    }

    public void setSipPort(String value) {
        this.sipPort = value;
    }

    public String getSipTlsPort() {
        return sipTlsPort;
    }

    public void setSipTlsPort(String value) {
        this.sipTlsPort = value;
    }

    public String getSipPublicAddress() {
        return sipPublicAddress;
    }

    public void setSipPublicAddress(String value) {
        this.sipPublicAddress = value;
    }

    public String getSipDomain() {
        return sipDomain;
    }

    public void setSipDomain(String value) {
        this.sipDomain = value;
    }

    public String getTrunk() {
        return trunk;
    }

    public void setTrunk(String value) {
        this.trunk = value;
    }

    public String getTrunkAllow() {
        return trunkAllow;
    }

    public void setTrunkAllow(String value) {
        this.trunkAllow = value;
    }

    public String getTrunkUser() {
        return trunkUser;
    }

    public void setTrunkUser(String value) {
        this.trunkUser = value;
    }

    public String getTrunkPassword() {
        return trunkPassword;
    }

    public void setTrunkPassword(String value) {
        this.trunkPassword = value;
    }

    public String getSignallingSeconds() {
        return signallingSeconds;
    }

    public void setSignallingSeconds(String value) {
        this.signallingSeconds = value;
    }

    public String getRingSeconds() {
        return ringSeconds;
    }

    public void setRingSeconds(String value) {
        this.ringSeconds = value;
    }

    public String getQueueSeconds() {
        return queueSeconds;
    }

    public void setQueueSeconds(String value) {
        this.queueSeconds = value;
    }

    public String getSipTlsKeystore() {
        return sipTlsKeystore;
    }

    public void setSipTlsKeystore(String value) {
        this.sipTlsKeystore = value;
    }

    public String getSipTlsPassword() {
        return sipTlsPassword;
    }

    public void setSipTlsPassword(String value) {
        this.sipTlsPassword = value;
    }

    public String getSipTlsTruststore() {
        return sipTlsTruststore;
    }

    public void setSipTlsTruststore(String value) {
        this.sipTlsTruststore = value;
    }

    public String getTrunkRegister() {
        return trunkRegister;
    }

    public void setTrunkRegister(String value) {
        this.trunkRegister = value;
    }

    public String getTrunkProbeSeconds() {
        return trunkProbeSeconds;
    }

    public void setTrunkProbeSeconds(String value) {
        this.trunkProbeSeconds = value;
    }

    public String getSipCalls() {
        return sipCalls;
    }

    public void setSipCalls(String value) {
        this.sipCalls = value;
    }

    public String getSipRequestsPerSecond() {
        return sipRequestsPerSecond;
    }

    public void setSipRequestsPerSecond(String value) {
        this.sipRequestsPerSecond = value;
    }
}
