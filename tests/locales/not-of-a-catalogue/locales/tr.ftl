-desk = Masa
key_facts =
    .title = Ana bilgiler
question = Soru
    .title = Sorular
count_briefs = { NUMBER($count) } not
sources = { key_facts }
timeline = { -desk }
