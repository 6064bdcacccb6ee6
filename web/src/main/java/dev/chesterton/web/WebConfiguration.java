package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.notes.Notes;
import dev.chesterton.web.door.ConnectorErrors;
import dev.chesterton.web.door.ErrorPage;
import dev.chesterton.web.door.ErrorText;
import dev.chesterton.web.door.FrontDoor;
import dev.chesterton.web.door.SignIn;
import dev.chesterton.web.door.WriteGuard;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;

/**
 * Everything Spring makes, by plain constructors. Nothing is configured by what lies on the class path: start-up stays
 * short, and no endpoint appears that nobody asked for.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration extends WebMvcConfigurationSupport {

  private static final String PACKAGE = "dev.chesterton.web.template";

  private final ObjectProvider<Unchanged> unchanged;
  private final ObjectProvider<AnswerAgain> again;
  private final ObjectProvider<RequestCounts> counts;

  WebConfiguration(ObjectProvider<Unchanged> unchanged, ObjectProvider<AnswerAgain> again,
      ObjectProvider<RequestCounts> counts) {
    this.unchanged = unchanged;
    this.again = again;
    this.counts = counts;
  }

  @Bean
  static TomcatServletWebServerFactory webServer(Served served) {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
    factory.setAddress(served.address());
    factory.setPort(served.port());
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.setDisableMBeanRegistry(true);
    factory.addConnectorCustomizers(WebConfiguration::configure);
    factory.addContextCustomizers(
        context -> ((StandardHost) context.getParent())
            .setErrorReportValveClass(ConnectorErrors.class.getName()));
    return factory;
  }

  /** Message-IDs hold slashes of both kinds; patience with slow clients and long headers is limited. */
  private static void configure(Connector connector) {
    connector.setEncodedSolidusHandling("passthrough");
    connector.setEncodedReverseSolidusHandling("passthrough");
    connector.setProperty("connectionTimeout", "10000");
    connector.setProperty("keepAliveTimeout", "15000");
    connector.setProperty("maxHttpRequestHeaderSize", "16384");
    connector.setMaxPostSize(WriteGuard.MOST_BYTES);
    connector.setProperty("maxThreads", "16");
    connector.setProperty("maxConnections", "200");
  }

  @Bean
  static ServletRegistrationBean<DispatcherServlet> pages(WebApplicationContext context) {
    ServletRegistrationBean<DispatcherServlet> servlet = new ServletRegistrationBean<>(
        new DispatcherServlet(context), "/");
    servlet.setLoadOnStartup(1);
    return servlet;
  }

  @Bean
  static FilterRegistrationBean<FrontDoor> frontDoor(ErrorText errors, SignIn signIn,
      Served served) {
    return new FilterRegistrationBean<>(
        new FrontDoor(errors, new WriteGuard(signIn, served.readers().hosts())));
  }

  @Bean
  static SignIn signIn(Served served) {
    return new SignIn(served.readers().token(), served.clock(), served.readers().overTls());
  }

  @Bean
  static Notes notes(Served served) {
    return served.readers().notes();
  }

  @Bean
  static NotesDesk notesDesk(Notes notes, SignIn signIn) {
    return new NotesDesk(notes, signIn);
  }

  @Bean
  static NotesPage notesPage(Served served, Reviews reviews, Notes notes) {
    return new NotesPage(served.store(), reviews, notes, served.clock());
  }

  @Bean
  static NotePage notePage(Notes notes, NotesDesk desk, Answers answers) {
    return new NotePage(notes, desk, answers);
  }

  @Bean
  static SignInPage signInPage(SignIn signIn, Served served, Answers answers) {
    return new SignInPage(signIn, served.clock(), answers);
  }

  @Bean
  static TemplateEngine templates() {
    TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html,
        WebConfiguration.class.getClassLoader(), PACKAGE);
    templates.setTrimControlStructures(true);
    return templates;
  }

  @Bean
  static ErrorText errorText(TemplateEngine templates) {
    return new ErrorText(templates);
  }

  @Bean
  static ErrorPage errorPage(ErrorText errors) {
    return new ErrorPage(errors);
  }

  @Bean
  static Answers answers(TemplateEngine templates, Served served, Notes notes) {
    return new Answers(templates, served.start(), notes);
  }

  @Bean
  static Unchanged unchanged(Served served, Answers answers) {
    return new Unchanged(served.store(), answers);
  }

  @Bean
  static AnswerAgain answerAgain(Served served, Answers answers) {
    return new AnswerAgain(served.store(), answers);
  }

  @Bean
  static RuleBook ruleBook(Served served) {
    return served.rules();
  }

  @Bean
  static Reviews reviews(RuleBook rules) {
    return new Reviews(rules);
  }

  @Bean
  static FlaggedList flaggedList(Served served, RuleBook rules) {
    return new FlaggedList(served.store(), rules);
  }

  @Bean
  static RequestCounts requestCounts() {
    return new RequestCounts();
  }

  @Bean
  static JobsPage jobsPage(Served served, Answers answers) {
    return new JobsPage(served.store(), served.jobs(), answers);
  }

  @Bean
  static HealthPage healthPage(Served served, RequestCounts counts, AnswerAgain again,
      Answers answers) {
    return new HealthPage(served.jobs(),
        new MetricsText(served.jobs(), counts, again::sentAgain), answers);
  }

  @Bean
  static HomePage homePage(Answers answers) {
    return new HomePage(answers);
  }

  @Bean
  static FlaggedPage flaggedPage(Served served, FlaggedList list, Notes notes, Reviews reviews,
      Answers answers) {
    return new FlaggedPage(list, notes, new InheritedAnswers(served.store(), reviews), answers);
  }

  @Bean
  static ReviewPage reviewPage(Served served, Reviews reviews, NotesDesk desk, Answers answers) {
    return new ReviewPage(served.store(), reviews, desk, answers);
  }

  @Bean
  static VersionsPage versionsPage(Served served, Answers answers) {
    return new VersionsPage(served.store(), answers);
  }

  @Bean
  static MailPage mailPage(Served served, Answers answers) {
    return new MailPage(served.store(), answers);
  }

  @Bean
  static RawPage rawPage(Served served, Answers answers) {
    return new RawPage(served.store(), answers);
  }

  @Bean
  static ThreadPage threadPage(Served served, Answers answers) {
    return new ThreadPage(served.store(), answers);
  }

  @Bean
  static CommitPage commitPage(Served served, Answers answers) {
    return new CommitPage(served.store(), answers);
  }

  @Bean
  static SearchPage searchPage(Served served, Answers answers) {
    return new SearchPage(served.store(), answers);
  }

  @Bean
  static RulesPage rulesPage(RuleBook rules, Notes notes, Answers answers) {
    return new RulesPage(rules, notes, answers);
  }

  @Override
  protected void configureMessageConverters(ServerBuilder converters) {
    converters.disableDefaults()
        .addCustomConverter(new ByteArrayHttpMessageConverter())
        .addCustomConverter(new StringHttpMessageConverter());
  }

  @Override
  protected void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(counts.getObject());
    interceptors.addInterceptor(new ReaderChoices());
    interceptors.addInterceptor(unchanged.getObject());
    interceptors.addInterceptor(again.getObject());
  }
}
