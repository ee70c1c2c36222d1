package org.supertransfer.sip;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javax.sip.message.Response;
import org.supertransfer.sip.transport.Clean;

/** The rooms of the stack and their doors. */
@AnalyzeClasses(packages = "org.supertransfer.sip", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule usesOnlyWhatItMay = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "javax.naming..",
                    "javax.net.ssl..",
                    "javax.transaction.xa..",
                    "javax.sip..",
                    "gov.nist..",
                    "org.xbill.DNS..",
                    "jakarta.resource..",
                    "org.jspecify..",
                    "org.supertransfer.callcontrol..",
                    "org.supertransfer.sip..");

    @ArchTest
    static final ArchRule connectorsStayInTheAdaptersRoom = noClasses()
            .that()
            .resideInAnyPackage("..sip.transport..", "..sip.registrar..", "..sip.leg..", "..sip.trunk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta..");

    @ArchTest
    static final ArchRule transportKnowsNoOtherRoom = classes()
            .that()
            .resideInAPackage("..sip.transport..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("org.supertransfer.sip", "..sip.registrar..", "..sip.leg..", "..callcontrol..");

    @ArchTest
    static final ArchRule registrarKnowsNoLegs = noClasses()
            .that()
            .resideInAPackage("..sip.registrar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..sip.leg..", "org.supertransfer.sip");

    /** Whoever writes words into a message cleans them: the stack lets line feeds through. */
    @ArchTest
    static final ArchRule reasonPhrasesAreCleaned = classes()
            .that(Calls.of(Response.class, "setReasonPhrase"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clean.class);

    @ArchTest
    static final ArchRule displayNamesAreCleaned = classes()
            .that(Calls.of(javax.sip.address.Address.class, "setDisplayName"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clean.class);

    @ArchTest
    static final ArchRule reasonsAreCleaned = classes()
            .that(Calls.of(javax.sip.header.HeaderFactory.class, "createReasonHeader"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clean.class);
}
