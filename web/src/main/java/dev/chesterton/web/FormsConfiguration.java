package dev.chesterton.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the pages give to other programs: feeds, mailboxes, tables. */
@Configuration(proxyBeanMethods = false)
class FormsConfiguration {

  @Bean
  static ThreadForms threadForms(Served served, Answers answers) {
    return new ThreadForms(served.store(), answers);
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
