title = Ihre personenbezogenen Daten
as-of = Stand: { $day }
opening = Dieses Schreiben sagt Ihnen, welche Daten wir über Sie gespeichert haben, wofür wir sie verwenden, wann sie erfasst wurden, woher sie stammen und welche Dokumente Sie nennen. Daten anderer Personen sind nicht enthalten: Ihre Namen sind durch […] ersetzt.
record = Wer Sie sind
why-record = Damit wir wissen, mit wem wir es zu tun haben, Ihnen schreiben können und Sie mit niemandem verwechseln.
consents = Worin Sie eingewilligt haben
why-consents = Damit wir tun, was Sie erlaubt haben, und nichts, was Sie abgelehnt haben.
registrations = Wozu Sie sich angemeldet haben
why-registrations = Damit wir die Veranstaltungen planen können: Plätze, Wartelisten und das, worum Sie uns im Formular gebeten haben.
attendance = Wann Sie da waren
why-attendance = Damit wir Ihre Teilnahme bescheinigen, Fördermittelgebern nachweisen können, wer teilgenommen hat, und die Zahlen unserer Berichte stimmen.
programme = Ihre Mitwirkung am Programm
why-programme = Damit das Programm sagt, wer vorträgt, moderiert und betreut.
questions = Wobei wir nicht sicher waren
why-questions = Einige Zeilen von Listen sagten nicht eindeutig, wen sie meinen. Damit nichts bei der falschen Person erfasst wird, wurden sie von uns geprüft; manche warten noch darauf.
further = Weitere Angaben
why-further = Was sonst bei Ihrem Datensatz gespeichert ist.
mentions = Wo andere Sie erwähnen
why-mentions = In Texten anderer oder der Veranstaltung kommt Ihr Name vor.
former = Frühere Zustände
why-former = Jede Änderung behält, was vorher da war, damit ein Irrtum zurückgenommen werden kann.
files = Dokumente, die Sie nennen
why-files = Diese Dateien haben wir geschrieben; wohin sie danach gelangt sind, weiß unser Programm nicht.
copies-name-everybody = Kopien der gesamten Datei nennen alle, die darin erfasst sind.
basis-and-purpose = Auf welcher Grundlage
basis = Die Rechtsgrundlage, auf die wir uns stützen: { $basis }.
funded = Wofür „{ $event }“ stattfindet und wer dafür aufkommt: { AND($stated) }.
keeping = Wie lange die Daten aufbewahrt werden
kept-until = Diese Fristen sind festgelegt. Was eine andere Veranstaltung, an der Sie teilgenommen haben, noch braucht, bleibt so lange wie dort vorgesehen.
stage =
    { $stage ->
        [times] Wann Sie da waren und wie Protokolle Sie nennen
        [people] Ihr Datensatz mit allem, was dazugehört
       *[all] Alles Übrige außer Zahlen, die niemanden nennen
    }
no-period = Für { AND($events) } ist keine Frist festgelegt: Ihre Daten werden aufbewahrt, bis wir sie löschen oder Sie das verlangen.
rights = Wo die Daten liegen und was Sie verlangen können
where-it-is = Alle diese Daten liegen in einer einzigen Datei auf unseren eigenen Rechnern. Das Programm, das sie führt, gibt nichts an Dritte weiter.
your-rights = Sie können verlangen, dass wir Falsches berichtigen, Ihre Daten löschen oder sie nur noch aufbewahren, ohne sie zu verwenden. Sie können der Verwendung widersprechen, eine Einwilligung widerrufen und Ihre Daten in einer Datei erhalten, die Programme lesen können. Außerdem können Sie sich bei der Aufsichtsbehörde für den Datenschutz beschweren.
signed = Ort, Datum, Unterschrift
changed-since = { $line }; seitdem geändert
one-of = { OR($files) }
by-hand =
    { $command ->
        [check-in] Am Einlass erfasst
        [review] Unsere Antwort auf eine Frage
       *[other] Von uns eingegeben
    }
