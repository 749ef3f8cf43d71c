package wellhead.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import wellhead.server.query.ParsedQuery;
import wellhead.server.query.QueryNode;
import wellhead.server.query.QueryParser;

/** What the README says of the flow on the asking side. */
@AnalyzeClasses(packages = "wellhead", importOptions = ImportOption.DoNotIncludeTests.class)
class ServerArchitectureTest {

  @ArchTest
  static final ArchRule aSecondEngineCouldTranslateTheQuery =
      noClasses()
          .that()
          .areAssignableTo(QueryNode.class)
          .or()
          .areAssignableTo(ParsedQuery.class)
          .or()
          .areAssignableTo(QueryParser.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule aQueryKnowsNothingOfSearchersAndPages =
      noClasses()
          .that()
          .resideInAPackage("wellhead.server.query")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "wellhead.server.search", "wellhead.server.web", "wellhead.indexer..");

  @ArchTest
  static final ArchRule theEngineKnowsNothingOfTheWeb =
      noClasses()
          .that()
          .resideInAPackage("wellhead.server.search")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "wellhead.server.web",
              "wellhead.server.traffic",
              "io.javalin..",
              "org.eclipse.jetty..",
              "jakarta..");

  @ArchTest
  static final ArchRule onlyTheWebKnowsJavalinAndTemplates =
      noClasses()
          .that(not(resideInAPackage("wellhead.server.web")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "gg.jte..");

  @ArchTest
  static final ArchRule onlyTheWebAndItsGatesKnowJetty =
      noClasses()
          .that()
          .resideOutsideOfPackages("wellhead.server.web", "wellhead.server.traffic")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule theWebNeverTouchesTheIndex =
      noClasses()
          .that()
          .resideInAnyPackage("wellhead.server.web", "wellhead.server.traffic")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.lucene..", "wellhead.indexer.index");

  @ArchTest
  static final ArchRule theGatesKnowNothingOfSearching =
      classes()
          .that()
          .resideInAPackage("wellhead.server.traffic")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "wellhead.server.traffic",
              "org.eclipse.jetty..",
              "io.micrometer..",
              "com.fasterxml.jackson.core..",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule nothingDependsOnCommandsButCommands =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..cli", "picocli..");

  @ArchTest
  static final ArchRule packagesDoNotDependOnEachOtherInACircle =
      slices().matching("wellhead.(**)").should().beFreeOfCycles();
}
