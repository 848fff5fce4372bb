### Attendance rules, in a few words.

not-a-rule = `{ $text }` is not an attendance rule: write `any`, minutes such as `15min`, or a share such as `50%`
any = any presence
minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
percent = { $percent }%
