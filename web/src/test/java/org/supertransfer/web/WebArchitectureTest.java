package org.supertransfer.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.supertransfer.web", importOptions = DoNotIncludeTests.class)
class WebArchitectureTest {
    @ArchTest
    static final ArchRule sipStaysInItsAdapter = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sip..", "gov.nist..", "org.supertransfer.sip..", "org.supertransfer.phones..");

    @ArchTest
    static final ArchRule entitiesStayInEjb = noClasses()
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule onlyJakarta = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "jakarta..", "org.supertransfer..", "org.jspecify..", "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule legsAreNotSteeredFromHere =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.supertransfer.callcontrol..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.supertransfer.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule resourcesAreCalledSo =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule noFieldIsShared = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotAnnotatedWith(jakarta.inject.Inject.class)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
