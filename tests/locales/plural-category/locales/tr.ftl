count_briefs =
    { $count ->
        [one] tek not
        [few] {$count} not
       *[other] {$count} not
    }
count_days =
    { $count ->
        [paucal] {$count} gün
       *[other] {$count} gün
    }
count_facts =
    { $count ->
        [1.5] bir buçuk bilgi
       *[other] {$count} bilgi
    }
