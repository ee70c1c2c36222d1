package org.supertransfer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** Which room of this module may use which: report → transfer → call → {agent, inbound, directory, number}. */
@AnalyzeClasses(packages = "org.supertransfer", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String ROOT = "org.supertransfer.";
    private static final Set<String> PURE = Set.of(
            "org.supertransfer.transfer.TransferRules",
            "org.supertransfer.transfer.TransferSnapshot",
            "org.supertransfer.transfer.CommandRows",
            "org.supertransfer.transfer.PartyRows",
            "org.supertransfer.transfer.OutcomeRows",
            "org.supertransfer.transfer.Ways",
            "org.supertransfer.transfer.Move",
            "org.supertransfer.transfer.TargetFailure",
            "org.supertransfer.call.CallRules",
            "org.supertransfer.call.CallSnapshot",
            "org.supertransfer.call.CallMove");

    @ArchTest
    static final ArchRule rooms_lieOneAboveTheOther = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.supertransfer..")
            .layer("start")
            .definedBy(ROOT + "start..")
            .layer("report")
            .definedBy(ROOT + "report..")
            .layer("admin")
            .definedBy(ROOT + "admin..")
            .layer("billing")
            .definedBy(ROOT + "billing..")
            .layer("transfer")
            .definedBy(ROOT + "transfer..")
            .layer("call")
            .definedBy(ROOT + "call..")
            .layer("directory")
            .definedBy(ROOT + "directory..")
            .layer("inbound")
            .definedBy(ROOT + "inbound..")
            .layer("number")
            .definedBy(ROOT + "number..")
            .layer("agent")
            .definedBy(ROOT + "agent..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("admin", "start")
            .whereLayer("admin")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("billing")
            .mayOnlyBeAccessedByLayers("admin", "start")
            .whereLayer("transfer")
            .mayOnlyBeAccessedByLayers("report", "admin", "start")
            .whereLayer("call")
            .mayOnlyBeAccessedByLayers("transfer", "report", "admin", "start")
            .whereLayer("directory")
            .mayOnlyBeAccessedByLayers("call", "transfer", "report", "admin", "start")
            .whereLayer("inbound")
            .mayOnlyBeAccessedByLayers("directory", "call", "transfer", "report", "admin", "start")
            .whereLayer("number")
            .mayOnlyBeAccessedByLayers(
                    "inbound", "billing", "directory", "call", "transfer", "report", "admin", "start")
            .whereLayer("agent")
            .mayOnlyBeAccessedByLayers(
                    "number", "inbound", "directory", "call", "transfer", "report", "admin", "start");

    @ArchTest
    static final ArchRule rooms_haveNoCycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule foundations_useNoOtherRoom = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "problem..", ROOT + "settings..", ROOT + "store..", ROOT + "audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "agent..",
                    ROOT + "call..",
                    ROOT + "directory..",
                    ROOT + "inbound..",
                    ROOT + "number..",
                    ROOT + "report..",
                    ROOT + "transfer..",
                    ROOT + "start..");

    @ArchTest
    static final ArchRule problem_usesNone = noClasses()
            .that()
            .resideInAPackage(ROOT + "problem..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.supertransfer..")
                    .and(DescribedPredicate.not(resideInAPackage(ROOT + "problem.."))));

    @ArchTest
    static final ArchRule module_knowsNoSipAndNoWeb = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.sip..",
                    "gov.nist..",
                    ROOT + "sip..",
                    ROOT + "web..",
                    ROOT + "phones..",
                    "org.wildfly..",
                    "jakarta.ws.rs..",
                    "jakarta.servlet..",
                    "jakarta.websocket..",
                    "jakarta.resource..")
            .because("calls are steered by the port and shown by the web");

    @ArchTest
    static final ArchRule number_aloneKnowsTheNumberLibrary = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "number..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.i18n..");

    @ArchTest
    static final ArchRule store_aloneKnowsFlywayAndHibernate = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.flywaydb..", "org.hibernate..");

    @ArchTest
    static final ArchRule callControl_isJavaAlone = classes()
            .that()
            .resideInAPackage(ROOT + "callcontrol..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "callcontrol..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule entities_stayInTheirRoom =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule rules_arePure = noClasses()
            .that(areRules())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Instant.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(UUID.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Logger.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "java.io..", "java.nio..", "java.sql..");

    @ArchTest
    static final ArchRule everyRoom_isNullMarked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    private static DescribedPredicate<JavaClass> areRules() {
        return DescribedPredicate.describe("are rules", each -> PURE.contains(each.getName()));
    }
}
