package org.supertransfer.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.AgentView;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.LogInService;
import org.supertransfer.agent.PreferencesService;
import org.supertransfer.agent.PresenceChanged;
import org.supertransfer.call.CallService;
import org.supertransfer.call.CallView;
import org.supertransfer.directory.DirectoryService;
import org.supertransfer.directory.TargetType;
import org.supertransfer.directory.TargetView;
import org.supertransfer.number.NumberService;
import org.supertransfer.number.NumberView;
import org.supertransfer.report.AnsweredView;
import org.supertransfer.report.BoardView;
import org.supertransfer.report.CallLine;
import org.supertransfer.report.FateView;
import org.supertransfer.report.ReportService;
import org.supertransfer.report.SuccessQuery;
import org.supertransfer.report.SuccessView;
import org.supertransfer.report.SupervisorService;
import org.supertransfer.transfer.HistoryQuery;
import org.supertransfer.transfer.TransferMessage;
import org.supertransfer.transfer.TransferOrder;
import org.supertransfer.transfer.TransferService;
import org.supertransfer.transfer.TransferView;
import org.supertransfer.web.session.PasswordAttempts;
import org.supertransfer.web.session.Provider;
import org.supertransfer.web.session.SessionLife;

/** The front doors with nothing behind them: each notes how it was called and answers a sample, or fails as told. */
final class Services {
    final List<Object> asked = new ArrayList<>();

    @Nullable
    RuntimeException failure;

    boolean used;

    private <T> T answer(T sample, Object... question) {
        asked.add(List.of(question));
        if (failure != null) {
            throw failure;
        }
        return sample;
    }

    final AgentService agents = new AgentService() {
        @Override
        public AgentView me(String username) {
            return answer(Samples.ANNA, "me", username);
        }

        @Override
        public AgentView setState(String username, Availability wanted) {
            return answer(Samples.ANNA, "state", username, wanted);
        }

        @Override
        public AgentView setLanguage(String username, String language) {
            return answer(Samples.ANNA, "language", username, language);
        }

        @Override
        public void maskUnknown(String username) {
            answer("", "maskUnknown", username);
        }

        @Override
        public List<PresenceChanged> presence() {
            return answer(List.of(Samples.PRESENCE), "presence");
        }
    };

    final LogInService logIns = new LogInService() {
        @Override
        public void changePassword(String old, String wanted) {
            answer("", "password", old, wanted);
        }
    };
    final PasswordAttempts attempts = new PasswordAttempts();
    final SessionLife life = new SessionLife();
    Provider provider = new Provider();

    final PreferencesService preferences = new PreferencesService() {
        @Override
        public String of(String username) {
            return answer("{\"theme\":\"dark\"}", "preferences", username);
        }

        @Override
        public void keep(String username, String document) {
            answer("", "keep", username, document);
        }
    };

    final CallService calls = new CallService() {
        @Override
        public List<CallView> liveCalls(String username) {
            return answer(List.of(Samples.INCOMING, Samples.OUTGOING), "calls", username);
        }

        @Override
        public CallView place(String username, String to) {
            return answer(Samples.OUTGOING, "place", username, to);
        }

        @Override
        public void hangUp(String username, String callId) {
            answer("", "hangUp", username, callId);
        }

        @Override
        public void hold(String username, String callId) {
            answer("", "hold", username, callId);
        }

        @Override
        public void resume(String username, String callId) {
            answer("", "resume", username, callId);
        }
    };

    final DirectoryService directory = new DirectoryService() {
        @Override
        public List<TargetView> targets(String username, TargetType type, @Nullable String query) {
            return answer(List.of(Samples.QUEUE), "targets", username, type, String.valueOf(query));
        }
    };

    final SupervisorService supervisors = new SupervisorService() {
        @Override
        public BoardView board(Caller caller) {
            return answer(SupervisorSamples.BOARD, "board", caller);
        }

        @Override
        public List<CallLine> calls(Caller caller, String query) {
            return answer(List.of(SupervisorSamples.CALL), "search", caller, query);
        }

        @Override
        public FateView fate(Caller caller, String callId) {
            return answer(SupervisorSamples.FATE, "fate", caller, callId);
        }

        @Override
        public SuccessView success(Caller caller, SuccessQuery query) {
            return answer(SupervisorSamples.success(query.by()), "success", caller, query);
        }
    };

    final ReportService reports = new ReportService() {
        @Override
        public Optional<AnsweredView> answered(TargetType type, String id) {
            return Optional.of(Samples.ANSWERED);
        }
    };

    final NumberService numbers = new NumberService() {
        @Override
        public NumberView look(Caller caller, String text) {
            return answer(Samples.PREMIUM, "look", caller.username(), text);
        }
    };

    final TransferService transfers = new TransferService() {
        @Override
        public TransferView put(Caller caller, UUID id, TransferOrder order) {
            return answer(Samples.BLIND, "put", caller, id, order);
        }

        @Override
        public boolean isUsed(UUID id) {
            return used;
        }

        @Override
        public TransferView complete(Caller caller, UUID id, long version) {
            return answer(Samples.RETURNED, "complete", caller, id, version);
        }

        @Override
        public TransferView cancel(Caller caller, UUID id, long version) {
            return answer(Samples.RETURNED, "cancel", caller, id, version);
        }

        @Override
        public TransferView swap(Caller caller, UUID id, long version) {
            return answer(Samples.RETURNED, "swap", caller, id, version);
        }

        @Override
        public TransferView.Detail find(Caller caller, UUID id) {
            return answer(new TransferView.Detail(Samples.RETURNED, List.of(Samples.MOMENT)), "find", caller, id);
        }

        @Override
        public TransferView.Page history(Caller caller, HistoryQuery query) {
            return answer(new TransferView.Page(List.of(Samples.RETURNED), query.page(), 51), "history", caller, query);
        }

        @Override
        public List<TransferView> wholeHistory(Caller caller, HistoryQuery query) {
            return answer(List.of(Samples.RETURNED), "whole history", caller, query);
        }

        @Override
        public TransferView retrieve(Caller caller, UUID id, long version) {
            return answer(Samples.RETURNED, "retrieve", caller, id, version);
        }

        @Override
        public List<TransferView> recent(String username) {
            return answer(List.of(Samples.RETURNED), "recent", username);
        }

        @Override
        public List<TransferMessage> recentMessages(String username) {
            return answer(List.of(Samples.MESSAGE), "messages", username);
        }
    };
}
