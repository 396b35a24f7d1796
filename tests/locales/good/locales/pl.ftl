count_briefs =
    { $count ->
        [one] {$count} notatka
        [few] {$count} notatki
       *[many] {$count} notatek
    }
