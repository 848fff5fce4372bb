title = Ihre personenbezogenen Daten
as-of = Stand: { $day }
opening = Mit diesem Schreiben teilen wir Ihnen mit, welche Daten wir über Sie gespeichert haben, wofür wir sie verwenden, wann sie erfasst wurden, woher sie stammen und in welchen Dokumenten Sie genannt werden. Daten anderer Personen sind nicht enthalten; deren Namen sind durch […] ersetzt.
record = Wer Sie sind
why-record = Damit wir wissen, mit wem wir es zu tun haben, Ihnen schreiben können und Sie mit niemandem verwechseln.
consents = Ihre Einwilligungen und Ablehnungen
why-consents = Damit wir tun, was Sie erlaubt haben, und nichts, was Sie abgelehnt haben.
registrations = Wozu Sie sich angemeldet haben
why-registrations = Damit wir die Veranstaltungen planen können: Plätze, Wartelisten und das, worum Sie uns im Formular gebeten haben.
attendance = Wann Sie da waren
why-attendance = Damit wir Ihre Teilnahme bescheinigen, Fördermittelgebern nachweisen können, wer teilgenommen hat, und die Zahlen unserer Berichte stimmen.
programme = Ihre Mitwirkung am Programm
why-programme = Damit das Programm sagt, wer vorträgt, moderiert und betreut.
questions = Wobei wir nicht sicher waren
why-questions = Bei einigen Einträgen in Listen war nicht eindeutig, wer gemeint ist. Damit nichts bei der falschen Person erfasst wird, prüfen wir sie.
may-be-yours =
    { $count ->
        [one] Ein Eintrag wird noch geprüft. Er kann von Ihnen oder von jemand anderem stammen und ist deshalb hier nicht enthalten.
       *[other] { $count } Einträge werden noch geprüft. Sie können von Ihnen oder von anderen stammen und sind deshalb hier nicht enthalten.
    }
further = Weitere Angaben
why-further = Was sonst bei Ihrem Datensatz gespeichert ist.
mentions = Wo andere Sie erwähnen
why-mentions = In Texten anderer oder der Veranstaltung kommt Ihr Name vor.
former = Frühere Angaben
why-former = Bei jeder Änderung wird die frühere Angabe aufbewahrt, damit ein Irrtum zurückgenommen werden kann.
files = Dokumente, in denen Sie genannt werden
why-files = Diese Dateien haben wir erstellt. An wen wir sie weitergegeben haben, hält unser Programm nicht fest.
copies-name-everybody = Sicherungskopien, soweit vorhanden, enthalten die Daten aller erfassten Personen.
basis-and-purpose = Rechtsgrundlage und Zweck
basis = Die Rechtsgrundlage, auf die wir uns stützen: { $basis }.
funded = Wofür „{ $event }“ stattfindet und wer dafür aufkommt: { AND($stated) }.
keeping = Wie lange die Daten aufbewahrt werden
kept-until = Diese Fristen sind festgelegt. Was eine andere Veranstaltung, an der Sie teilgenommen haben, noch braucht, bleibt so lange wie dort vorgesehen.
stage =
    { $stage ->
        [times] Die Zeiten Ihrer Anwesenheit
        [people] Ihr Datensatz mit allem, was dazugehört
       *[all] Alles Übrige außer Zahlen, die niemanden nennen
    }
no-period-at-all = Es ist keine Frist festgelegt: Ihre Daten werden aufbewahrt, bis wir sie löschen oder Sie das verlangen.
no-period = Für { AND($events) } ist keine Frist festgelegt: Ihre Daten werden aufbewahrt, bis wir sie löschen oder Sie das verlangen.
rights = Wo die Daten liegen und was Sie verlangen können
where-it-is = Alle diese Daten liegen in einer einzigen Datei auf unseren eigenen Rechnern. Das Programm, das sie führt, gibt nichts an Dritte weiter.
your-rights = Sie können verlangen, dass wir Falsches berichtigen, Ihre Daten löschen oder sie nur noch aufbewahren, ohne sie zu verwenden. Sie können der Verwendung widersprechen, eine Einwilligung widerrufen und Ihre Daten in einem maschinenlesbaren Format erhalten. Außerdem können Sie sich bei der Aufsichtsbehörde für den Datenschutz beschweren.
signed = Ort, Datum, Unterschrift
lines-of = { $file }, Zeilen { OR($lines) }
changed-since = { $from }; seitdem geändert
one-of = { OR($places) }
by-hand =
    { $command ->
        [import] Eine Datei, die wir eingelesen haben
        [review] Unsere Antwort auf eine Frage
       *[other] Von uns eingegeben
    }
