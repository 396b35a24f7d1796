said_via = , {$carier} aktardı
page_of = Sayfa {$number}/{$of}, {$last}
count_briefs =
    { $coun ->
        [one] tek not
       *[other] {$count} not
    }
