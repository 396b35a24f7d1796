# A message, an exact number, the categories of the language.
key_facts = Başlıca bilgiler
count_briefs =
    { $count ->
        [0] not yok
        [one] tek not
       *[other] {$count} not
    }
