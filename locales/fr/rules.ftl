any = pas de durée minimale
minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
percent = { $percent } %
