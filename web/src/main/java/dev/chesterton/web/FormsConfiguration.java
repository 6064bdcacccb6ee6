package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.web.door.FloodGate;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the pages give to other programs: feeds, mailboxes, tables, the API. */
@Configuration(proxyBeanMethods = false)
class FormsConfiguration {

  @Bean
  static ThreadForms threadForms(Served served, Answers answers) {
    return new ThreadForms(served.store(), answers);
  }

  @Bean
  static AssetPage assetPage(Served served, Answers answers) {
    return new AssetPage(answers, served.readers().theme());
  }

  @Bean
  static ApiPage apiPage(Answers answers) {
    return new ApiPage(answers);
  }

  @Bean
  static FilterRegistrationBean<ApiMirror> apiMirror() {
    return new FilterRegistrationBean<>(new ApiMirror());
  }

  @Bean
  static RuleListPage ruleListPage(RuleBook rules, Answers answers) {
    return new RuleListPage(rules, answers);
  }

  /** A series of thirty at once, then one patch a second: a reviewer at work, not a robot. */
  @Bean
  static FloodGate floodGate() {
    return new FloodGate(30, Duration.ofSeconds(1), System::nanoTime);
  }

  @Bean
  static CheckPage checkPage(Served served, RuleBook rules, FloodGate gate, Answers answers) {
    return new CheckPage(served.store(), new Checks(rules), gate, answers);
  }

  /** Somebody who goes through a file line by line is no robot, but may not ask like one. */
  @Bean
  static FilePage filePage(Served served, Answers answers) {
    FloodGate gate = new FloodGate(300, Duration.ofMillis(500), System::nanoTime);
    return new FilePage(served.store(), gate, answers);
  }

  @Bean
  static PatchsetPage patchsetPage(Served served, Reviews reviews, FloodGate gate,
      Answers answers) {
    return new PatchsetPage(served.store(), reviews, gate, answers);
  }

  @Bean
  static FeedPage feedPage(Served served, Answers answers) {
    return new FeedPage(served.store(), answers);
  }

  @Bean
  static FlaggedForms flaggedForms(FlaggedList list, Answers answers) {
    return new FlaggedForms(list, answers);
  }
}
