not-a-rule = `{ $text }` ist keine Anwesenheitsregel. Schreiben Sie `any`, Minuten wie `15min` oder einen Anteil wie `50%`
any = keine
minutes = { $minutes } Min.
percent = { $percent } %
