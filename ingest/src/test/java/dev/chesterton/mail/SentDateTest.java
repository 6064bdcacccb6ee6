package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentDateTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Fri, 24 Jun 2022 21:50:58 +0800        | 2022-06-24T21:50:58+08:00
      Fri, 24 Jun 2022 15:27:01 +0200 (CEST) | 2022-06-24T15:27:01+02:00
      24 Jun 22 15:27 GMT                    | 2022-06-24T15:27Z
      24 Jun 98 15:27:00 EDT                 | 1998-06-24T15:27-04:00
      24 Jun 122 15:27:00 +0000              | 2022-06-24T15:27Z
      Fri Jun 24 15:27:01 2022               | 2022-06-24T15:27:01Z
      Fri, 24-Jun-2022 15:27:01 -0000        | 2022-06-24T15:27:01Z
      2022-06-24T15:27:01+02:00              | 2022-06-24T15:27:01+02:00
      2022-06-24T15:27:01Z                   | 2022-06-24T15:27:01Z
      Fri, 24 Jun 2022 15.27.01 +0200        | 2022-06-24T00:00Z
      Fri Jun 24 2022 - 09:51:22 EST         | 2022-06-24T09:51:22-05:00
      Fri, 24 Jun 2022 15:27:60 +0530        | 2022-06-24T15:27:59+05:30
      Fri, 24 Jun 2022 3:27:01 PM +0000      | 2022-06-24T15:27:01Z
      Fri, 24 Jun 2022 15:27:01 +9000        | 2022-06-24T15:27:01Z
      Fri, 24 Jun 2022 15:27:01 NOWHERE      | 2022-06-24T15:27:01Z
      """)
  void readsDatesAsMailersWriteThem(String written, OffsetDateTime read) {
    SentDate date = Mails.parse("Date: " + written + "\n\n").date();

    assertThat(date.at()).isEqualTo(read);
    assertThat(date.source()).isEqualTo(SentDate.Source.DATE_HEADER);
  }

  @Test
  void missingAndOddZonesAreProblems() {
    assertThat(Mails.problems("Date: 24 Jun 2022 15:27:01\n\n")).contains(
        "Date has no zone; UTC is assumed");
    assertThat(Mails.problems("Date: 24 Jun 2022 15:27:01 +9000\n\n")).contains(
        "Date has the zone '+9000'; UTC is assumed");
  }

  @ParameterizedTest
  @CsvSource({"''", "yesterday", "31 Feb 2022 10:00:00 +0000", "1 Jan 1904 00:00:00 +0000",
    "1 Jan 9999 00:00:00 +0000"})
  void newestReceivedStandsInForADateThatCannotBe(String written) {
    String received = """
        Received: from a by b; Fri, 24 Jun 2022 10:00:00 +0000
        Received: from c by a; Fri, 24 Jun 2022 09:00:00 +0000
        """;

    SentDate date = Mails.parse(received + "Date: " + written + "\n\n").date();

    assertThat(date.at()).isEqualTo(OffsetDateTime.parse("2022-06-24T10:00Z"));
    assertThat(date.source()).isEqualTo(SentDate.Source.RECEIVED_HEADER);
  }

  @Test
  void timeOfArrivalStandsInForBoth() {
    SentDate date = Mails.archived("Date: 1 Jan 2099 00:00:00 +0000\n\n", "2022-06-24T10:00:00Z")
        .date();

    assertThat(date.at()).isEqualTo(OffsetDateTime.parse("2022-06-24T10:00Z"));
    assertThat(date.source()).isEqualTo(SentDate.Source.ARCHIVE);
  }

  @Test
  void withoutAnyTheMailHasNoDate() {
    assertThat(Mails.parse("Subject: x\n\n").date()).isEqualTo(SentDate.NONE);
  }
}
